"""What a page shows of an uncertain value: the value and its rivals, and where each is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import EnumType
from itertools import pairwise

from build_scripts import api
from build_scripts.extensions.review.desk import Desk
from build_scripts.extensions.review.rows import COLUMNS, KNOWN, Row, cut_rows, list_rows

VALUE, WITHHELD = "value", "withheld"
_TERMS = {"outcome": "outcomes", "roles": "party_roles", "qualifiers": "qualifiers"}
_PICTURED = frozenset({api.SourceFormat.PDF, api.SourceFormat.SCAN})


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that a key selects: its words, why it is offered, and how sure, in percent."""

    key: str
    words: str
    reason: str
    sure: int | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a block and their mark: "" for none, `VALUE`, a rival's key, `WITHHELD`."""

    words: str
    mark: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the order's text."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A value under review. `right` is None if the field is empty; `options` may be typed, each
    with its meaning; rulings and parties have `rows`, with their `columns`, and the `words` that a
    column takes; `others` are fields of the order, each with its value; `lines` are of the page of
    the original, () if it is drawn, each with whether the value is in it.
    """

    number: int
    name: str
    field: str
    order: str
    path: str
    right: Choice | None
    rivals: tuple[Choice, ...]
    may_be_none: bool
    is_held: bool
    may_be_kept_off: bool
    reasons: tuple[str, ...]
    typed: str
    several: bool
    options: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    words: dict[str, tuple[tuple[str, str], ...]]
    others: tuple[tuple[str, str], ...]
    note: str
    paragraphs: tuple[Paragraph, ...]
    page: int
    pages: int
    is_drawn: bool
    lines: tuple[tuple[str, bool], ...]
    seen: str
    answer: str | None  # None: no answer; "": skipped


def view_question(desk: Desk, number: int, page: int = 0, kept: Sequence[str] = ()) -> Question:
    """Return the view of a value with `page` of the original; 0: the page where it is printed.
    `kept` are cells of rows that were refused. Raises ArchiveError if the order can't be read any
    more.
    """
    doubt = desk.values[number - 1]
    order = desk.open_order(number)
    said, clean, name = order.description, order.clean, doubt.field
    claims = api.read_field(said, name)
    rivals = desk.list_rivals(number)
    spans = [(claim.evidence, VALUE) for claim in claims]
    spans += [(rival.evidence, str(key)) for key, rival in enumerate(rivals, start=1)]
    marks = [(span, mark) for span, mark in spans if span]
    place, line = clean.map.find_line(marks[0][0].start) if marks else (1, 0)
    values, columns = desk.read_values(number), COLUMNS.get(name, ())
    shown = min(max(page or place, 1), max(len(order.pages), 1))
    is_drawn = order.source.format in _PICTURED
    lines = () if is_drawn or not order.pages else order.pages[shown - 1].lines
    sure = min((claim.confidence for claim in claims if claim.confidence), default=None)
    right = (
        Choice("a", api.tell_value(said, name), claims[0].reason, _percent(sure))
        if claims
        else None
    )
    return Question(
        number=number,
        name=name,
        field=api.term("fields", name),
        order=api.name_order(said),
        path=doubt.path,
        right=right,
        rivals=tuple(
            Choice(str(key), api.tell_values(one.values), one.reason, _percent(one.sure or None))
            for key, one in enumerate(rivals, start=1)
        ),
        may_be_none=name != "is_order",
        may_be_kept_off=name == "is_order" and not said.is_order.value,
        is_held=any(one.code is api.FindingCode.HELD_BACK for one in doubt.findings),
        reasons=tuple(dict.fromkeys(one.message for one in doubt.findings)),
        typed="\n".join(api.write_typed(value, whole=False) for value in values),
        several=api.FIELDS[name].several,
        options=_list_options(desk, name),
        columns=columns,
        rows=(cut_rows(name, kept) if kept else list_rows(name, values)) if columns else (),
        words={
            column: tuple((one.value, api.term(_TERMS[column], one)) for one in KNOWN[column])
            for column in columns
            if column in KNOWN
        },
        others=tuple((one, api.tell_value(said, one)) for one in api.FIELDS if one != name),
        note=desk.read_corrections(number).note,
        paragraphs=tuple(_iter_paragraphs(clean, marks, desk.list_withheld(number))),
        page=shown,
        pages=len(order.pages),
        is_drawn=is_drawn,
        lines=tuple((one.text, (shown, one.number) == (place, line)) for one in lines),
        seen=desk.look(number),
        answer=desk.answers.get(number),
    )


def _percent(sure: float | None) -> int | None:
    return None if sure is None else round(100 * sure)


def _list_options(desk: Desk, name: str) -> tuple[tuple[str, str], ...]:
    """Return the values that may be typed, with their meaning: words, courts, judges here."""
    if isinstance(api.FIELDS[name].type, EnumType):
        return tuple((str(one.value), "") for one in api.FIELDS[name].type)
    if name == "court":
        return tuple((court_id, court.name) for court_id, court in api.load_courts_by_id().items())
    groups = desk.archive.groups.get(api.Facet.JUDGE, ()) if name == "judges" else ()
    return tuple((group.label, "") for group in groups)


def _iter_paragraphs(
    clean: api.CleanOrder, marks: Sequence[tuple[api.Span, str]], withheld: Sequence[api.Words]
) -> Iterator[Paragraph]:
    """Yield each block, cut where a mark begins or ends; where marks overlap, the first wins."""
    hidden: dict[int, list[tuple[int, int, str]]] = {}
    for words in withheld:
        for index, start, end in api.find_passage(clean, words):
            hidden.setdefault(index, []).append((start, end, WITHHELD))
    for index, (offset, block) in enumerate(clean.map.located):
        size = len(block.text)
        spans = hidden.get(index, []) + [
            (max(0, span.start - offset), min(size, span.end - offset), mark)
            for span, mark in marks
            if span.start < offset + size and offset < span.end
        ]
        cuts = sorted({0, size, *(each for start, end, _ in spans for each in (start, end))})
        pieces = tuple(
            Piece(block.text[start:end], next((m for s, e, m in spans if s <= start < e), ""))
            for start, end in pairwise(cuts)
        )
        kind = block.kind if block.kind in (api.BlockKind.HEADING, api.BlockKind.QUOTE) else "text"
        yield Paragraph(str(kind), pieces)
