"""The order's own docket numbers, parsed; those of lower courts and related cases kept apart."""

import re
from dataclasses import dataclass
from enum import Enum

from build_scripts.describing.docket_lines import (
    find_course,
    is_adversary_line,
    is_docket_line,
    is_panel_line,
    is_related_line,
    is_tax_line,
    read_numbers_part,
)
from build_scripts.describing.opening import MOST_BLOCKS, LocatedBlock, find_opening, locate_body
from build_scripts.describing.text_order import read_text_order
from build_scripts.law.docket_numbers import (
    LONGEST_LINE,
    Found,
    agree,
    find_labelled_number,
    find_more_numbers,
    find_state_numbers,
    find_tax_numbers,
    iterate_numbers,
    parse_docket_number,
)
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, DocketNumber, Span
from build_scripts.text.pattern import Pattern

# Courts that print their number bare, and the number as they print it: a line of its own, or the
# end of the line of the decision's date. New York's appellate division, then Missouri.
_BARE_NUMBERS = (
    (
        Pattern(
            r"\bappellate\s+division\b.{0,300}?\bdep(?:artmen)?t\b",
            re.IGNORECASE | re.DOTALL,
            accepts=["Supreme Court, Appellate Division\nThird Judicial Department"],
            refuses=["SUPERIOR COURT OF NEW JERSEY APPELLATE DIVISION", "Department of Labor"],
        ),
        Pattern(
            r"^\W*(?:decided\s+and\s+entered:.{8,30}\s)?(?P<text>[1-9]\d{5})\W*$",
            re.IGNORECASE,
            accepts=["509876", "Decided and Entered: December 2, 2010 509876"],
            refuses=[
                "Index No. 509876",
                "12207",  # a postal code
            ],
            by="match",
        ),
    ),
    (
        Pattern(
            r"\bmissouri\s+court\s+of\s+appeals\b",
            re.IGNORECASE,
            accepts=["MISSOURI COURT OF APPEALS WESTERN DISTRICT"],
            refuses=["Supreme Court of Missouri"],
        ),
        Pattern(
            r"^\W*(?P<text>(?:[WES]D|SC)\s?\d{5,6})\W*$",
            accepts=["WD71234", "SC 91234"],
            refuses=["No. WD71234", "WD7123"],
            by="match",
        ),
    ),
)


class Relation(Enum):
    """Whose docket number it is."""

    OWN = "own"
    LOWER = "lower"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class DocketMention:
    """A docket number on the front, where it stands, and whose it is."""

    number: DocketNumber
    span: Span
    relation: Relation


def _find_numbers(line: LocatedBlock, below: bool) -> list[Found]:
    """The numbers of a line of the front."""
    numbers = is_docket_line(line)
    text = read_numbers_part(line.text)
    found = list(iterate_numbers(text)) if numbers or below else []
    if is_tax_line(text):
        found = find_tax_numbers(text)
    if numbers and not found:
        found = find_labelled_number(line.text)
    return found or find_state_numbers(line.text)


def list_docket_mentions(clean: CleanOrder) -> tuple[DocketMention, ...]:
    """Every docket number on the front with its relation, in order of appearance."""
    mentions: list[DocketMention] = []
    below = False
    found: list[Found] = []
    opening = find_opening(clean) or locate_body(clean)[:MOST_BLOCKS]
    own_panel = any(is_panel_line(line) for line in opening[:12])
    adversary = any(is_docket_line(line) and is_adversary_line(line) for line in opening)
    for line in opening:
        below = find_course(line, own_panel=own_panel, below=below)
        relation = Relation.LOWER if below else Relation.OWN
        main_case = adversary and not is_adversary_line(line)
        if is_related_line(line) or (main_case and not below and not own_panel):
            relation = Relation.RELATED
        found = _find_numbers(line, below) or find_more_numbers(line.text, found)
        mentions += [
            DocketMention(number, line.span(start, end), relation) for start, end, number in found
        ]
    if not any(each.relation is Relation.OWN for each in mentions):
        mentions += _list_bare_numbers(opening)
    return tuple(mentions)


def _list_bare_numbers(opening: tuple[LocatedBlock, ...]) -> tuple[DocketMention, ...]:
    front = "\n".join(line.text[:LONGEST_LINE] for line in opening)
    forms = [number for court, number in _BARE_NUMBERS if court.search(front)]
    return tuple(
        DocketMention(DocketNumber(match["text"]), line.span(*match.span("text")), Relation.OWN)
        for line in opening
        for form in forms
        if (match := form.match(line.text))
    )


def find_docket_numbers(clean: CleanOrder) -> tuple[Claim[DocketNumber], ...]:
    """The order's own docket numbers, each in its most complete printed form.

    The stamp of the electronic filing system prints office, type and initials and wins where it
    agrees with the caption in year, type and serial. Its span is the caption's. Where there is a
    stamp, further numbers of the caption belong to related cases.
    """
    text_order = read_text_order(clean)
    if text_order and text_order.docket_number and not clean.stamps:
        printed = text_order.docket_number
        return (Claim(parse_docket_number(printed.text), printed.span, "the notice"),)
    own: list[DocketMention] = []
    for mention in list_docket_mentions(clean):
        if mention.relation is Relation.OWN and not any(
            agree(mention.number, other.number) for other in own
        ):
            own.append(mention)
    if not clean.stamps:
        return tuple(Claim(each.number, each.span, "printed in the caption") for each in own)
    stamped = parse_docket_number(clean.stamps[0].docket_number)
    agreeing = next((each.span for each in own if agree(each.number, stamped)), None)
    reason = "ECF stamp, as in the caption" if agreeing else "ECF stamp"
    return (Claim(stamped, agreeing, reason),)
