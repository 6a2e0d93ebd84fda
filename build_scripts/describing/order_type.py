"""The kind of paper: from its title, else from how it begins."""

import re

from build_scripts.describing.judge_bylines import find_panel
from build_scripts.describing.opening import find_opening, locate_body
from build_scripts.describing.text_order import read_text_order
from build_scripts.describing.title import find_printed_title
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, OrderType
from build_scripts.text.pattern import Pattern

# Tried in this order: the narrower kind first.
_BY_TITLE: tuple[tuple[Pattern[str], OrderType], ...] = tuple(
    (Pattern(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (
            # Not the district judge's order on such a report.
            (
                r"^(?!.*\b(?:adopt|accept|approv|overrul|reject|affirm|modif)\w*).*"
                r"(?:report\s+(?:and|&)\s+recommendation"
                r"|findings(?:,\s+\w+)?,?\s+and\s+recommendation)"
            ),
            OrderType.REPORT_AND_RECOMMENDATION,
        ),
        (
            r"\bcivil\s+minutes|\bminute\s+(?:order|entry)|\bminutes\b|in\s+chambers",
            OrderType.MINUTE_ORDER,
        ),
        (r"\bstanding\s+order", OrderType.STANDING_ORDER),
        (r"\bstipulat(?:ion|ed)\b(?!.*\bdenying)", OrderType.STIPULATED_ORDER),
        (
            (
                r"\bschedul(?:ing|e)\b|case\s+management\s+(?:and\s+\w+\s+)?(?:order|conference)"
                r"|pretrial\s+order|order\s+setting\b"
            ),
            OrderType.SCHEDULING_ORDER,
        ),
        (r"^\W*errat(?:a|um)\b", OrderType.OTHER),
        (r"\border\b", OrderType.ORDER),
        (r"\bopinion\b", OrderType.OPINION),
        (r"\bmemorandum\b", OrderType.MEMORANDUM),
        (r"\bjudge?ment\b|\bdecree\b", OrderType.JUDGMENT),
        (r"\bruling\b|\bdecision\b", OrderType.ORDER),
    )
)
_MINUTES_FORM = Pattern(
    r"^\W*(?:civil|criminal)\s+minutes\b",
    re.IGNORECASE,
    by="match",
)
_OPINION_LINE = Pattern(
    r"""
    ^\W*(?:
        opinion\s+(?:for|by|of)\b | per\s+curiam\b
      | [\w.'’ ]{2,40},\s+
        (?:(?:senior|chief|united\s+states|circuit|district|associate|presiding)\s+){0,3}
        (?:judge|justice|j\.|c\.?\s?j\.)\W{0,3}(?:$|\s)
      | (?:mr\.\s+)?(?:chief\s+)?justice\b.{0,90}delivered\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "LEE, Circuit Judge:",
        "PER CURIAM.",
        "Opinion for the Court filed by Chief Judge",
        "Mr. Justice ROE delivered the opinion",
        "BOWES, J.:",
    ],
    refuses=["Order of the Court"],
    by="match",
)


def classify_title(title: str) -> OrderType | None:
    """The kind that a printed title names, else None."""
    return next((kind for pattern, kind in _BY_TITLE if pattern.search(title)), None)


def find_order_type(clean: CleanOrder, *, appellate: bool = False) -> Claim[OrderType] | None:
    """The kind of paper, or None where neither title nor byline nor panel says.

    `appellate` says that an appellate court issued it: its panel's untitled decision is an opinion.
    """
    text_order = read_text_order(clean)
    if text_order and text_order.title:
        kind = classify_title(text_order.title.text)
        return Claim(kind, text_order.title.span, "the docket text") if kind else None
    for line in find_opening(clean):
        if _MINUTES_FORM.match(line.text):
            return Claim(OrderType.MINUTE_ORDER, line.span(), "the form of civil minutes")
    found = find_printed_title(clean)
    if found:
        kind = classify_title(found[0])
        if kind:
            return Claim(kind, found[1].span(), "the printed title")
    for line in locate_body(clean)[:60]:
        if _OPINION_LINE.match(line.text):
            return Claim(OrderType.OPINION, line.span(), "an opinion's byline")
    panel = find_panel(locate_body(clean)[:60]) if appellate else ()
    if panel:
        return Claim(OrderType.OPINION, panel[0].evidence, "a panel's decision without a title")
    return None
