"""Where each page of the order begins, from the best evidence that the form left."""

from collections.abc import Mapping, Sequence

from build_scripts.cleaning.furniture.line_numbers import NumberPlace
from build_scripts.cleaning.lines import Line, list_filled
from build_scripts.model.clean_order import EcfStamp
from build_scripts.text.pattern import Pattern

LONE_NUMBER = Pattern(
    r"\s*(?:-\s?)?(?:Page\s+)?(?P<number>\d{1,3})(?:\s+of\s+\d{1,3})?(?:\s?-)?\s*",
    accepts=["2", "- 2 -", "Page 2", "Page 2 of 6", "-2-"],
    refuses=["2.", "II", "2023"],
    by="fullmatch",
)
NOTE_LABEL = Pattern(
    r"\s*(?:\*{1,3}|†|\d{1,2})\s*",
    accepts=["*", "**", "1"],
    refuses=["* * *", "1."],
    by="fullmatch",
)
# A running head with its number at the outer edge.
NUMBERED_HEAD = Pattern(
    r"\s*(?:(?P<left>\d{1,3})\s{3,}(?P<after>\S.*?)|(?P<before>\S.*?)\s{3,}(?P<right>\d{1,3}))\s*",
    accepts=["2         IN RE: ROE V. ACME CORP.", "   IN RE: ROE V. ACME CORP.        3"],
    refuses=["2 Defendant was arrested in", "on page 3"],
    by="fullmatch",
)
CENTRED_FROM = 10  # columns: a page number is set in, a footnote's label stands at the margin
SHORTEST_PAGE = 8  # lines that hold anything
HIGHEST_BEFORE_FIRST = 99  # stands for "no number yet"


def number_pages(
    lines: Sequence[Line],
    stamps: Mapping[int, EcfStamp],
    gutter: Sequence[NumberPlace],
) -> list[Line]:
    """Give every line its page.

    Evidence, best first: the form's own pages (form feeds), ECF stamps, pleading numbers that
    begin anew, running heads with numbers that count up, lone page numbers that count up.
    Pages count from 1; where stamps number them, the stamp's number holds.
    """
    if lines and lines[-1].page > 1:
        return list(lines)
    starts = (
        _start_at_stamps(stamps)
        or _start_at_first_numbers(gutter)
        or _start_at_numbered_heads(lines)
        or _start_after_page_numbers(lines)
    )
    numbered = []
    page = 1
    for index, line in enumerate(lines):
        page = max(page, starts.get(index, page))
        numbered.append(line.at_place(page, line.printed))
    return numbered


def _start_at_stamps(stamps: Mapping[int, EcfStamp]) -> dict[int, int]:
    starts = {index: stamp.page for index, stamp in stamps.items() if stamp.page}
    return starts if len(set(starts.values())) > 1 else {}


def _start_at_first_numbers(gutter: Sequence[NumberPlace]) -> dict[int, int]:
    """A page begins where the pleading numbers begin anew."""
    starts: dict[int, int] = {}
    previous = HIGHEST_BEFORE_FIRST
    for place in gutter:
        if place.value <= 2 < previous:
            starts[place.at] = len(starts) + 1
        previous = place.value
    if len(starts) < 2:
        return {}
    first = min(starts)
    starts[0] = starts.pop(first)
    return starts


def _start_at_numbered_heads(lines: Sequence[Line]) -> dict[int, int]:
    """Heads such as "2   SMITH V. JONES" and "SMITH V. JONES   3", the same but for the number."""
    heads: dict[str, list[tuple[int, int]]] = {}
    for index in list_filled(lines):
        content = lines[index].content
        if not (content[0].isdigit() or content[-1].isdigit()):
            continue
        if match := NUMBERED_HEAD.fullmatch(lines[index].text):
            words = " ".join((match["after"] or match["before"]).casefold().split())
            number = int(match["left"] or match["right"])
            heads.setdefault(words, []).append((index, number))
    best: list[tuple[int, int]] = []
    for places in heads.values():
        rising = [
            place for at, place in enumerate(places) if at == 0 or place[1] == places[at - 1][1] + 1
        ]
        if len(rising) == len(places) > len(best) and len(places) > 1:
            best = places
    return dict(best)


def _start_after_page_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """Lone numbers n, n+1, … each a page's lines apart: the next page begins after each."""
    filled = list_filled(lines)
    starts: dict[int, int] = {}
    expected: int | None = None
    last_rank = 0
    for rank, index in enumerate(filled):
        if lines[index].indent < CENTRED_FROM or rank - last_rank < SHORTEST_PAGE:
            continue
        match = LONE_NUMBER.fullmatch(lines[index].text)
        if match is None:
            continue
        number = int(match["number"])
        if expected is None and number > 2:
            continue
        if expected is None and number == 2:
            starts.update(_start_after_first_notes(lines, filled[:rank]))
        if expected is not None and number != expected:
            continue
        if rank + 1 < len(filled):
            starts[filled[rank + 1]] = number + 1
        expected, last_rank = number + 1, rank
    return starts


def _start_after_first_notes(lines: Sequence[Line], filled: Sequence[int]) -> dict[int, int]:
    """A first page without a number (9th Cir. memoranda) ends with its last footnote."""
    labels = [index for index in filled if NOTE_LABEL.fullmatch(lines[index].text)]
    if not labels:
        return {}
    for index in range(labels[-1] + 2, filled[-1] + 1):
        if not lines[index].blank and lines[index - 1].blank:
            return {index: 2}
    return {}
