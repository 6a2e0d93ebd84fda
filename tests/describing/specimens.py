"""Specimen orders for describing: fictional parties, judges and docket numbers."""

from dataclasses import replace
from typing import Any

from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    EcfStamp,
    Footnote,
    Place,
    Removal,
)
from build_scripts.model.description import Claim, Span

PLACES = (Place(0, 1, 1),)
P = BlockKind.PARAGRAPH

# A line of a specimen: a paragraph's text, or a kind and its text.
Line = str | tuple[BlockKind, str]


def as_lines(rows: list[str | list[str]], **named: str | tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of a table's row: a text, or a kind's value and a text.

    A text that is the name of a line, or of several, stands for them.
    """
    lines: list[Line] = []
    for row in rows:
        if isinstance(row, str):
            meant = named.get(row, row)
            lines += [meant] if isinstance(meant, str) else meant
        else:
            lines.append((BlockKind(row[0]), row[1]))
    return tuple(lines)


def make_order(
    *lines: Line,
    notes: tuple[str, ...] = (),
    stamps: tuple[EcfStamp, ...] = (),
    removals: tuple[Removal, ...] = (),
    truncated: bool = False,
    mixed_columns: bool = False,
) -> CleanOrder:
    """Make a clean order of its lines."""
    pairs = [(P, line) if isinstance(line, str) else line for line in lines]
    blocks = tuple(Block(kind, text, PLACES) for kind, text in pairs)
    footnotes = tuple(
        Footnote(str(number), (Block(P, text, PLACES),), tied=True)
        for number, text in enumerate(notes, 1)
    )
    return CleanOrder(
        blocks,
        footnotes,
        removals,
        (),
        stamps,
        page_count=0,
        mixed_columns=mixed_columns,
        truncated=truncated,
    )


def stamp(docket: str, number: str = "12", filed: str = "03/04/21", pages: int = 9) -> EcfStamp:
    """An ECF stamp."""
    return EcfStamp(docket, number, filed, 1, pages)


def show_evidence(clean: CleanOrder, span: Span | None) -> str:
    """The characters of the reading text that a claim rests on."""
    assert span is not None
    return clean.reading_text[span.start : span.end]


def evidence_of(clean: CleanOrder, claim: Claim[Any] | None) -> str:
    """The text that a claim rests on."""
    assert claim is not None
    return show_evidence(clean, claim.evidence)


CAPTION: tuple[Line, ...] = (
    (BlockKind.COURT, "UNITED STATES DISTRICT COURT"),
    (BlockKind.COURT, "NORTHERN DISTRICT OF CALIFORNIA"),
    (BlockKind.COURT, "SAN JOSE DIVISION"),
    (BlockKind.PARTIES, "ZEPHYR9 LTD.,"),
    (BlockKind.PARTIES, "Plaintiff,"),
    (BlockKind.PARTIES, "v."),
    (BlockKind.PARTIES, "DOES 1 -4,"),
    (BlockKind.PARTIES, "Defendants."),
    (BlockKind.DOCKET, "Case No. 5:19-cv-04321-ABC"),
)
SIGNATURE: tuple[Line, ...] = (
    (BlockKind.SIGNATURE, "IT IS SO ORDERED."),
    (BlockKind.SIGNATURE, "Dated: June 3, 2019"),
    (BlockKind.SIGNATURE, "ALMA B. CRUZ"),
    (BlockKind.SIGNATURE, "United States Magistrate Judge"),
)


def make_printed(kind: BlockKind, printed: tuple[str, ...], *below: Line) -> CleanOrder:
    """Return an order whose first block was printed on these lines."""
    places, offset = [], 0
    for number, text in enumerate(printed):
        places.append(Place(offset, 1, number + 1))
        offset += len(text) + 1
    first, *rest = (clean := make_order((kind, " ".join(printed)), *below)).blocks
    return replace(clean, blocks=(replace(first, places=tuple(places)), *rest))
