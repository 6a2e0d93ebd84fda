"""The kind of decision: its title's, its form's, its byline's, its text's, weighed together."""

from collections.abc import Iterator

from build_scripts.describing.candidates import Candidate, claim
from build_scripts.describing.court import is_of_appeal
from build_scripts.describing.judge_panels import find_panel
from build_scripts.describing.opening import MOST_BLOCKS, find_opening, keep_for_order, locate_body
from build_scripts.describing.text_order import read_text_order
from build_scripts.describing.title import find_printed_title
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, OrderType, Span
from build_scripts.model.law.order_types import (
    BODY_SIGNS,
    DECISION,
    MINUTES_FORM,
    OPINION_LINE,
    classify_title,
)
from build_scripts.model.law.papers import LAW_REPORT_SIGNS, ORDERS

_SHORT = 4_000  # characters
_REASONED = 12_000  # characters


def find_opinion_line(clean: CleanOrder) -> Span | None:
    """Return the head's line that is an opinion's byline or names who gave the opinion."""
    head = locate_body(clean)[:MOST_BLOCKS]
    return next((line.span() for line in head if OPINION_LINE.match(line.text)), None)


@keep_for_order
def find_command(clean: CleanOrder) -> Span | None:
    """Return where a paper first orders something, in its text."""
    match = ORDERS.search(clean.text)
    return Span(match.start(), match.end()) if match else None


def find_order_type(clean: CleanOrder) -> Claim[OrderType] | None:
    """Return the kind of paper, or None where no sign is strong enough."""
    text_order = read_text_order(clean)
    if text_order and text_order.title:
        kind = classify_title(text_order.title.text)
        return Claim(kind, text_order.title.span, "the docket text") if kind else None
    return claim("order_type", propose_order_types(clean))


def propose_order_types(clean: CleanOrder) -> Iterator[Candidate[OrderType]]:
    """Yield every kind that a sign names, each with all the paper's signs for and against it."""
    found = list(_list_signs(clean))
    seen = {sign for _, sign, _ in found}
    for kind, sign, evidence in found:
        own = {each for other, each, _ in found if other is kind}
        signals = {*own, *(f"beside it: {each}" for each in seen - own)}
        yield Candidate(kind, evidence, sign, frozenset(signals))


Sign = tuple[OrderType, str, Span | None]


def _list_signs(clean: CleanOrder) -> Iterator[Sign]:
    appellate = is_of_appeal(clean)  # its panel's untitled decision is an opinion
    head = locate_body(clean)[:MOST_BLOCKS]
    minutes = next((line for line in find_opening(clean) if MINUTES_FORM.match(line.text)), None)
    if minutes:
        yield OrderType.MINUTE_ORDER, "the form of civil minutes", minutes.span()
    found = find_printed_title(clean)
    kind = classify_title(found[0]) if found else None
    if found and kind:
        yield kind, "the printed title", found[1].span()
        if appellate and found[0].strip().casefold() == "memorandum":
            # What circuits call a disposition that is no opinion.
            yield kind, "a memorandum disposition", found[1].span()
        if kind is OrderType.ORDER and DECISION.fullmatch(found[0]):
            yield OrderType.OPINION, "a decision's title", found[1].span()
    if byline := find_opinion_line(clean):
        yield OrderType.OPINION, "an opinion's byline", byline
    panel = find_panel(head) if appellate else ()
    if panel:
        yield OrderType.OPINION, "a panel's decision", panel[0].evidence
    if appellate:
        yield OrderType.OPINION, "an appellate court", None
    for _, _, pattern in LAW_REPORT_SIGNS:
        reported = next((line for line in head if pattern.search(line.text)), None)
        if reported:
            yield OrderType.OPINION, "as law reports print it", reported.span()
            break
    text = clean.text
    if command := find_command(clean):
        yield OrderType.ORDER, "it orders", command
        if len(text) < _SHORT:
            yield OrderType.ORDER, "it orders in few words", command
    for pattern, named, sign in BODY_SIGNS:
        match = pattern.search(text)
        if match:
            yield named, sign, Span(match.start(), match.end())
    if len(text) > _REASONED:
        yield OrderType.OPINION, "it reasons at length", None
