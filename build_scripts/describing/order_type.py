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
_BY_TITLE: tuple[tuple[Pattern[str], OrderType], ...] = (
    (
        Pattern(
            r"^(?!.*\b(?:adopt|accept|approv|overrul|reject|affirm|modif)\w*).*"
            r"(?:report\s+(?:and|&)\s+recommendation|findings(?:,\s+\w+)?,?\s+and\s+recommendation)",
            re.IGNORECASE,
            accepts=["REPORT AND RECOMMENDATION", "FINDINGS AND RECOMMENDATIONS TO DISMISS"],
            refuses=[
                "ORDER ADOPTING REPORT AND RECOMMENDATION",  # the district judge's on such a report
                "REPORT",
            ],
        ),
        OrderType.REPORT_AND_RECOMMENDATION,
    ),
    (
        Pattern(
            r"\bcivil\s+minutes|\bminute\s+(?:order|entry)|\bminutes\b|in\s+chambers",
            re.IGNORECASE,
            accepts=["[IN CHAMBERS] ORDER DENYING MOTION", "MINUTE ENTRY"],
            refuses=["ORDER DENYING MOTION", "FIFTEEN-MINUTE LIMIT"],
        ),
        OrderType.MINUTE_ORDER,
    ),
    (
        Pattern(
            r"\bstanding\s+order",
            re.IGNORECASE,
            accepts=["STANDING ORDER FOR CIVIL CASES"],
            refuses=["ORDER DISMISSING FOR LACK OF STANDING"],
        ),
        OrderType.STANDING_ORDER,
    ),
    (
        Pattern(
            r"\bstipulat(?:ion|ed)\b(?!.*\bdenying)",
            re.IGNORECASE,
            accepts=["STIPULATED PROTECTIVE ORDER", "STIPULATION AND ORDER"],
            refuses=["STIPULATION AND ORDER DENYING EXTENSION", "PROTECTIVE ORDER"],
        ),
        OrderType.STIPULATED_ORDER,
    ),
    (
        Pattern(
            r"\bschedul(?:ing|e)\b|case\s+management\s+(?:and\s+\w+\s+)?(?:order|conference)"
            r"|pretrial\s+order|order\s+setting\b",
            re.IGNORECASE,
            accepts=[
                "SCHEDULING ORDER",
                "CASE MANAGEMENT AND PRETRIAL ORDER",
                "ORDER SETTING TRIAL",
            ],
            refuses=["ORDER SETTLING ACCOUNTS", "PRETRIAL MEMORANDUM"],
        ),
        OrderType.SCHEDULING_ORDER,
    ),
    (
        Pattern(
            r"^\W*errat(?:a|um)\b",
            re.IGNORECASE,
            accepts=["ERRATA"],
            refuses=["ORDER CORRECTING ERRATA"],
        ),
        OrderType.OTHER,
    ),
    (
        Pattern(
            r"\border\b",
            re.IGNORECASE,
            accepts=["OPINION AND ORDER"],
            refuses=["MEMORANDUM OPINION", "BORDER SEARCH OPINION"],
        ),
        OrderType.ORDER,
    ),
    (
        Pattern(
            r"\bopinion\b",
            re.IGNORECASE,
            accepts=["MEMORANDUM OPINION"],
            refuses=["MEMORANDUM", "OPINIONS BELOW"],
        ),
        OrderType.OPINION,
    ),
    (
        Pattern(
            r"\bmemorandum\b",
            re.IGNORECASE,
            accepts=["MEMORANDUM*"],
            refuses=["MEMORANDA"],
        ),
        OrderType.MEMORANDUM,
    ),
    (
        Pattern(
            r"\bjudge?ment\b|\bdecree\b",
            re.IGNORECASE,
            accepts=["FINAL JUDGMENT", "CONSENT DECREE"],
            refuses=["DEGREE"],
        ),
        OrderType.JUDGMENT,
    ),
    (
        Pattern(
            r"\bruling\b|\bdecision\b",
            re.IGNORECASE,
            accepts=["RULING ON MOTION TO COMPEL", "DECISION"],
            refuses=["OVERRULING"],
        ),
        OrderType.ORDER,
    ),
)
_MINUTES_FORM = Pattern(
    r"^\W*(?:civil|criminal)\s+minutes\b",
    re.IGNORECASE,
    accepts=["CIVIL MINUTES – GENERAL", "CRIMINAL MINUTES"],
    refuses=["MINUTE ORDER", "the civil minutes"],
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
        "LOE, Circuit Judge:",
        "PER CURIAM.",
        "Opinion for the Court filed by Chief Judge Poe",
        "Mr. Justice ROE delivered the opinion",
        "BOWER, J.:",
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
