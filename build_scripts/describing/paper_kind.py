"""What kind of paper is it: an order, or a motion, a brief, a complaint, a letter, a form …?

Each sign speaks for a kind. Their weights (`weights/paper_kind.json`) add up to how surely the
paper is an order; where it is not, the sign that weighs most against that names its kind.
"""

from collections.abc import Iterator

from build_scripts.describing.candidates import Candidate, read_weights, weigh
from build_scripts.describing.opening import find_opening, locate_body
from build_scripts.describing.order_type import find_command, find_opinion_line
from build_scripts.describing.title import find_printed_title
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim, Span
from build_scripts.model.law.papers import (
    HEAD_SIGNS,
    PROPOSED_TITLE,
    TAIL_SIGNS,
    TEXT_SIGNS,
    TITLE_SIGNS,
    WEAK,
    PaperKind,
)
from build_scripts.model.law.title_words import FORM_LABEL, TITLE_START, close_up
from build_scripts.model.text.name_case import is_capitals

_TAIL = 3000  # characters
_HEAD_LINES = 30
_LONGEST_TITLE = 300
_COUNSEL = "counsel signs"
_TITLES = frozenset(name for name, _, _ in TITLE_SIGNS)  # before all other signs they name a kind
_NAMES = 1.3  # least weight of a sign that names a kind
# Of the papers that no sign names, nearly half were orders in few words: a clerk's entry, a list of
# cases transferred, an opinion that OCR read in part.
SURE_OF_SILENCE = 0.95
SURE_OF_KIND = 0.6  # of 1,665 orders six were called another kind less surely, of 300 others three


def _titles(text: str) -> Iterator[tuple[str, PaperKind]]:
    """Yield the papers that a line titles. "ORDER ON DEFENDANT'S MOTION" titles an order only."""
    decides = TITLE_START.match(text) is not None
    for name, kind, pattern in TITLE_SIGNS:
        may = not decides or kind in (PaperKind.BRIEF, PaperKind.STIPULATION)
        if may and pattern.match(text):
            yield name, kind


def _list_signs(clean: CleanOrder) -> Iterator[tuple[str, PaperKind, Span | None]]:
    """Yield every sign in a paper: its name, the kind that it indicates, and its place."""
    end = (clean.parts[0].first if clean.parts else 0) or len(clean.blocks)
    whole = "\n\n".join(block.text for block in clean.blocks[:end])
    tail_start = max(0, len(whole) - _TAIL)
    tail = whole[tail_start:]
    found = find_printed_title(clean)
    titled = False
    decides = found and TITLE_START.match(found[0])
    if found and decides and not any(_titles(found[0])):
        yield "titled as a decision", PaperKind.ORDER, found[1].span()
        titled = True
        if PROPOSED_TITLE.search(found[0]):
            yield "titled as proposed", PaperKind.PROPOSED, found[1].span()
    opening = len(find_opening(clean))
    titles: set[str] = set()
    for index, line in enumerate(locate_body(clean)[:_HEAD_LINES]):
        text = close_up(line.text)
        if (
            len(text) > _LONGEST_TITLE
            or line.kind is BlockKind.REFERENCE
            or FORM_LABEL.search(text)
        ):
            continue
        if line.kind not in (BlockKind.TITLE, BlockKind.HEADING) and not is_capitals(text):
            continue
        for name, kind in _titles(text):
            if name not in titles:
                titles.add(name)
                late = index > opening
                late |= found is not None and titled and line.offset >= found[1].offset
                yield (f"{name}, below" if late else name), kind, line.span()
    command = find_command(clean)
    if command and command.end <= len(whole):
        yield "it orders", PaperKind.ORDER, command
    for name, kind, pattern, least in TEXT_SIGNS:
        matches = pattern.finditer(whole)
        first = next(matches, None)
        # An order can list entries below its title.
        sheet = kind is PaperKind.DOCKET_SHEET and found and titled
        if sheet and found and first and found[1].offset < first.start():
            continue
        if first and sum(1 for _ in zip(range(least - 1), matches, strict=False)) == least - 1:
            yield name, kind, Span(first.start(), first.end())
    for name, kind, pattern in TAIL_SIGNS:
        match = pattern.search(tail)
        if match:
            yield name, kind, Span(tail_start + match.start(), tail_start + match.end())
    for name, kind, pattern in HEAD_SIGNS:
        for line in locate_body(clean)[:_HEAD_LINES]:
            if pattern.search(line.text):
                yield name, kind, line.span()
                break
    if byline := find_opinion_line(clean):
        yield "an opinion's byline", PaperKind.ORDER, byline
    attached = next((s for s in clean.stamps[:1] if "-" in (s.document_number or "")), None)
    if attached:
        yield "stamped as an attachment", PaperKind.EXHIBIT, None


def is_sure(claim: Claim[bool]) -> bool:
    """Return whether it is sure enough that a paper is no order to keep it from readers.

    It is if a sign names another kind. A paper that only lacks an order's signs must be surer.
    """
    least = SURE_OF_SILENCE if PaperKind.OTHER.value in claim.reason else SURE_OF_KIND
    return not claim.value and (claim.confidence or 0.0) >= least


_SIGNED_BY_COURTS = frozenset(
    {
        "a judge signs",
        "an opinion's byline",
        "a panel sits",
        "minutes of a court",
        "cited where it is reported",
        "counsel as a law report names them",
    }
)


def _read_signs(clean: CleanOrder) -> tuple[tuple[str, PaperKind, Span | None], ...]:
    signs = tuple(_list_signs(clean))
    names = {name for name, _, _ in signs}
    if "stamped as an attachment" in names and not {"a judge signs", "signed with a mark"} <= names:
        signs = (*signs, ("an attachment that nobody signed", PaperKind.PROPOSED, None))
    if _COUNSEL in names and not names & _SIGNED_BY_COURTS:
        signs = (*signs, ("counsel signs, no judge does", PaperKind.PROPOSED, None))
    if any(kind is PaperKind.ORDER and name not in WEAK for name, kind, _ in signs):
        return signs
    return (*signs, ("nothing in it decides or orders", PaperKind.OTHER, None))


def propose_paper_kinds(clean: CleanOrder) -> Iterator[Candidate[bool]]:
    """Yield the claim that the paper is an order, with all signs for and against it."""
    signs = _read_signs(clean)
    yield Candidate(True, None, "", frozenset(name for name, _, _ in signs))


def judge_is_order(clean: CleanOrder) -> Claim[bool]:
    """Return whether the paper is a decision of a court, how surely, and its strongest sign."""
    weights = read_weights("paper_kind")
    signs = _read_signs(clean)
    sure = weigh((name for name, _, _ in signs), weights)
    orders = sure >= 0.5
    speaking = [
        each
        for each in signs
        if (each[1] is PaperKind.ORDER) == orders and (weights.get(each[0], 0.0) > 0) == orders
    ]
    if not speaking:
        return Claim(orders, None, "signs are few", confidence=round(max(sure, 1 - sure), 2))
    # That nothing decides is no kind: a letter's greeting says more of a letter. Counsel sign
    # papers of every kind, and stipulated orders.
    named = [
        each
        for each in speaking
        if each[1] is not PaperKind.OTHER
        and each[0] != _COUNSEL
        and abs(weights.get(each[0], 0.0)) >= _NAMES
    ]
    named = named or [each for each in speaking if each[1] is PaperKind.OTHER] or speaking
    name, kind, evidence = max(
        named, key=lambda each: (each[0] in _TITLES, abs(weights.get(each[0], 0.0)))
    )
    reason = name if orders else f"it looks like {kind.value} ({name})"
    return Claim(orders, evidence, reason, confidence=round(max(sure, 1 - sure), 2))
