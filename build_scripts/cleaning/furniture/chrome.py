"""What services, browsers and programs print around an order: a table, a row a phrase.

A row of chrome.tsv names the maker, says how far its furniture reaches, and has an example. Only
whole lines count: prose about a service stays. Between the first and the last row of a page that
was saved whole, the order stands.
"""

import re
from collections.abc import Sequence
from enum import Enum
from importlib.resources import files
from typing import NamedTuple

from build_scripts.cleaning.lines import Cut, Line, cut_whole, list_filled
from build_scripts.model.clean_order import RemovalReason
from build_scripts.text.pattern import Pattern


class Reach(Enum):
    """What leaves with a line of the table."""

    LINE = "nothing else"
    ABOVE = "all short lines above it, at the head of the file"
    BELOW = "all lines below it, at the end of the file"


class Row(NamedTuple):
    """One phrase of a maker; the whole line must match, runs of blanks closed up."""

    maker: str
    reach: Reach
    example: str
    phrase: str


def _read_rows() -> tuple[Row, ...]:
    table = files(__package__).joinpath("chrome.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:])
    return tuple(
        Row(maker, Reach[reach.upper()], example, phrase) for maker, reach, example, phrase in rows
    )


ROWS = _read_rows()
HEAD, FOOT = 40, 80  # lines that hold anything
LONGEST_HEAD = 90  # characters of a line above the order
LONGEST = 320


def _join_rows(reach: Reach) -> Pattern[str]:
    rows = [row for row in ROWS if row.reach is reach]
    return Pattern(
        "|".join(f"(?:{row.phrase})" for row in rows),
        re.IGNORECASE,
        accepts=[row.example for row in rows],
        refuses=["The Westlaw citation is wrong.", "Plaintiff subscribes to LexisNexis."],
        by="fullmatch",
    )


LINES, HEADS, FEET = (_join_rows(reach) for reach in Reach)


def find_chrome(lines: Sequence[Line]) -> list[Cut]:
    """Every line of the table, with what it reaches."""
    found: set[int] = set()
    filled = list_filled(lines)
    for rank, index in enumerate(filled):
        content = " ".join(lines[index].content.split())
        if len(content) > LONGEST:
            continue
        if LINES.fullmatch(content):
            found.add(index)
        elif HEADS.fullmatch(content):
            found.add(index)
            if rank < HEAD and all(len(lines[i].content) < LONGEST_HEAD for i in filled[:rank]):
                found.update(filled[:rank])
        elif FEET.fullmatch(content):
            found.add(index)
            if len(filled) - rank < FOOT:
                found.update(_list_tail(lines, filled[rank:]))
    return [cut_whole(index, lines[index], RemovalReason.CHROME) for index in sorted(found)]


def _list_tail(lines: Sequence[Line], tail: Sequence[int]) -> Sequence[int]:
    """The lines behind the order's print; those before a long one, where one of them is prose."""
    long = (rank for rank, index in enumerate(tail) if len(lines[index].content) > LONGEST)
    return tail[: next(long, len(tail))]
