"""Set texts of one column in two, as publishers print them, and mix their lines as a tool does.

The truth is known: which line is of which column. Nothing of a text is kept but what is counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

LEFT, RIGHT, ACROSS = 0, 1, 2
_PITCH = 12.0  # points between the baselines of prose
_PAGE = 50  # lines
_LONGEST = 9_000  # characters of a paper
_EXTRA = (0.0, 0.0, 0.0, 3.0, 5.0, 6.0, 6.0, 8.0, 12.0, 18.0)  # points above a heading
_LOWER = (0.0, 0.0, 5.0, 8.0, 12.0, 17.0, 20.0, 30.0)  # points that a caption begins lower
_NARROW, _WIDE = "iljtfrI.,;:'’!|()[]-", "mwMWQO@%—"
_CAPTION = ("court", "parties", "docket", "centred", "reference")  # in a publisher's order
_PRINTED = (
    "Only the Westlaw citation is currently available.",
    "This case was not selected for publication in the Federal Reporter.",
    "Not Reported in F.Supp.",
)


class Item(NamedTuple):
    """A block of a paper: the kind that cleaning gave it, and its words."""

    kind: str
    text: str


class Row(NamedTuple):
    """A line as the tool writes it, and the lines of columns that it holds."""

    text: str
    pieces: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Form:
    """How a paper is set, and how the tool reads it."""

    width: float  # of a column, in letters of usual width
    justified: bool
    blank_paragraphs: bool
    hyphens: bool
    glued: float  # share of lines whose blanks the tool lost
    shift: float  # points between the first baselines of the columns
    tolerance: float  # points within which lines are of one height
    gap: str  # between columns
    rng: Random = field(repr=False)


class _Line(NamedTuple):
    text: str
    height: float


def draw_form(rng: Random) -> Form:
    """Draw a form: one in four is of the years about 2000, with hyphens and lost blanks."""
    old = rng.random() < 0.25
    return Form(
        width=rng.uniform(50, 58),
        justified=rng.random() < 0.5,
        blank_paragraphs=not old and rng.random() < 0.85,
        hyphens=old,
        glued=rng.choice((0.0, 0.35)) if old else 0.0,
        shift=rng.choice((0.0, 0.0, 3.0, 6.0, 9.0, -3.0, -6.0)),
        tolerance=rng.choice((0.5, 1.5, 3.0)),
        gap=rng.choice(("  ", "  ", "  ", " ", "   ")) if old else "  ",
        rng=rng,
    )


def mix_paper(name: str, items: Sequence[Item], form: Form) -> list[list[Row]]:
    """Return the rows of each page of a paper set in two columns."""
    lines = list(_set_lines(items, form))
    pages: list[list[Row]] = []
    limit = _PAGE * _PITCH
    number = 0
    while lines:
        number += 1
        height = sum(line.height for line in lines)
        depth = limit if height > 2 * limit else max(height / 2, 6 * _PITCH)
        left, lines = _fill(lines, depth)
        right, lines = _fill(lines, depth + _PITCH)
        lower = form.rng.choice(_LOWER) if number == 1 else 0.0
        rows = list(_write_rows(left, right, form, lower))
        pages.append([_across(name), *_blank(form), *rows, *_blank(form), _across(f"  {number}")])
    if form.rng.random() < 0.4:
        notes = _wrap(" ".join(item.text for item in items[-4:])[:700], 110, form)
        wide = ["Footnotes", *notes, "End of Document"]
        pages[-1] = [*pages[-1][:-1], *map(_across, wide), pages[-1][-1]]
    return pages


def _blank(form: Form) -> list[Row]:
    return [Row("", ())] * form.rng.randrange(4)


def _across(text: str) -> Row:
    return Row(text, ((ACROSS, text.strip()),))


def _fill(lines: Sequence[_Line], depth: float) -> tuple[list[_Line], list[_Line]]:
    filled = 0.0
    for number, line in enumerate(lines):
        filled += line.height
        if filled > depth and number:
            return list(lines[:number]), list(lines[number:])
    return list(lines), []


def _set_lines(items: Sequence[Item], form: Form) -> Iterator[_Line]:
    """Set blocks as lines of a column, each with what it takes of the column's height."""
    rng = form.rng
    letters, in_caption = 0, True
    pitch = rng.choice((_PITCH, 13.0, 14.0, 15.0))
    space = rng.choice((0.0, 3.0, 6.0, 12.0))
    if form.blank_paragraphs and rng.random() < 0.7:
        yield _Line("", _PITCH)
    for words in (_draw_citation(rng), *_PRINTED):
        if rng.random() < (0.25 if words in _PRINTED else 0.8):
            yield from _set_block(words, form, 0.85, pitch, space)
    kinds = [kind in _CAPTION for kind, _ in items]
    body = kinds.index(False) if False in kinds else len(items)
    caption = sorted(items[:body], key=lambda item: _CAPTION.index(item.kind))
    for kind, text in (*caption, *items[body:]):
        letters += len(text)
        if letters > _LONGEST:
            break
        if in_caption and kind in _CAPTION and len(text) < 400:
            parts = text.replace(" v. ", "\nv.\n").replace(" vs. ", "\nvs.\n").split("\n")
            for part in parts:
                yield from _set_block(part, form, 0.85, pitch, space + rng.choice(_EXTRA))
            if rng.random() < 0.1:
                yield _Line("|", pitch)
            continue
        if in_caption:
            in_caption = False
            for head in ("Synopsis", "Attorneys and Law Firms", "Opinion"):
                if rng.random() < 0.4:
                    yield _Line(head, _PITCH + rng.choice(_EXTRA) + 6)
                    if form.blank_paragraphs:
                        yield _Line("", _PITCH)
        short = kind not in ("paragraph", "quote", "list_item")
        above = rng.choice(_EXTRA) if short or not form.blank_paragraphs else 0.0
        words = text if rng.random() > 0.1 else f"*{rng.randrange(1, 900)} {text}"
        size = 0.88 if kind in ("quote", "list_item") and rng.random() < 0.5 else 1.0
        yield from _set_block(words, form, size, _PITCH, above)
        if form.blank_paragraphs:
            yield _Line("", _PITCH)
            if short and rng.random() < 0.3:
                yield _Line("", _PITCH)
    if rng.random() < 0.6:
        yield _Line("All Citations", _PITCH + 12)
        yield _Line(_draw_citation(rng), 18.0)


def _draw_citation(rng: Random) -> str:
    reporter = rng.choice(("F.2d", "F.3d", "F.Supp.2d", "WL", "A.2d", "N.Y.S.2d", "So.2d", "P.3d"))
    first = rng.randrange(1970, 2020) if reporter == "WL" else rng.randrange(1, 999)
    return f"{first} {reporter} {rng.randrange(1, 4_000_000 if reporter == 'WL' else 1500)}"


def _set_block(text: str, form: Form, size: float, pitch: float, above: float) -> Iterator[_Line]:
    for number, line in enumerate(_wrap(text, form.width * size, form)):
        yield _Line(line, pitch + (above if number == 0 else 0))


def _measure(text: str) -> float:
    """Return how wide a text is, in letters of usual width."""
    return sum(
        0.6 if c in _NARROW or c == " " else 1.6 if c in _WIDE else 1.45 if c.isupper() else 1.08
        for c in text
    )


def _wrap(text: str, width: float, form: Form) -> list[str]:
    """Break a text into lines; a justified line's wide blanks are two."""
    lines: list[str] = []
    line: list[str] = []
    filled = 0.0
    words = text.split()
    while words:
        word = words.pop(0)
        wide = _measure(word) + (0.6 if line else 0.0)
        if not line or filled + wide <= width:
            line.append(word)
            filled += wide
            continue
        room = int((width - filled - 1.2) / 1.05)
        if (
            form.hyphens
            and word.isalpha()
            and 2 <= room <= len(word) - 3
            and form.rng.random() < 0.7
        ):
            line.append(f"{word[:room]}-")
            word = word[room:]
            filled = width
        lines.append(_print_line(line, width - filled, form))
        line, filled = [word], _measure(word)
    if line:
        lines.append(" ".join(line))
    return lines


def _print_line(words: Sequence[str], spare: float, form: Form) -> str:
    if form.rng.random() < form.glued:
        return "".join(words)
    loose = form.justified and spare > 0.45 * (len(words) - 1)
    return ("  " if loose else " ").join(words)


def _write_rows(
    left: Sequence[_Line], right: Sequence[_Line], form: Form, lower: float
) -> Iterator[Row]:
    """Write lines from the top of a page down; two of one height are one row.

    The left column begins so many points `lower`.
    """
    places: list[tuple[float, int, str]] = []
    for column, lines in ((LEFT, left), (RIGHT, right)):
        height = form.shift if column == RIGHT else lower
        for number, line in enumerate(lines):
            height += line.height if number else _PITCH
            places.append((height, column, line.text))
    places.sort()
    while places:
        height, column, text = places.pop(0)
        if places and places[0][1] != column and places[0][0] - height <= form.tolerance:
            other = places.pop(0)[2]
            pair = (text, other) if column == LEFT else (other, text)
            written = f"{pair[0]}{form.gap}{pair[1]}".rstrip() if pair[0] else f"   {pair[1]}"
            pieces = tuple((side, each) for side, each in enumerate(pair))
            yield Row(written if any(pair) else "", pieces)
        else:
            yield Row(text, ((column, text),))


def write_text(pages: Sequence[Sequence[Row]]) -> str:
    """Return the text of a tool's file."""
    return "\n\n".join("\n".join(row.text for row in page) for page in pages)


def list_columns(page: Sequence[Row]) -> list[list[str]]:
    """Return the lines of the left column, of the right one, and of those across both."""
    columns: list[list[str]] = [[], [], []]
    for row in page:
        for column, text in row.pieces:
            if text:
                columns[column].append(" ".join(text.split()))
    return columns
