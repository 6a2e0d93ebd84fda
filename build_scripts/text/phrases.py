"""Patterns of a table of phrases beside the code: kind, maker, accepts, refuses, phrase, by tabs.

The rows of a kind are one pattern. A phrase matches the whole of a text whose runs of blanks are
closed up, in any case unless it says `(?-i:`; several examples are parted by ` ‖ `.
"""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from build_scripts.text.pattern import Pattern


class Phrase(NamedTuple):
    """A row: who prints the phrase, what it accepts and refuses."""

    kind: str
    maker: str
    accepts: str
    refuses: str
    phrase: str


def read_phrases(package: str, name: str) -> tuple[Phrase, ...]:
    """All rows of a package's table but the first, which names the columns."""
    table = files(package).joinpath(name).read_text(encoding="utf-8")
    return tuple(Phrase(*line.split("\t")) for line in table.splitlines()[1:])


def join_phrases(phrases: tuple[Phrase, ...]) -> Mapping[str, Pattern[str]]:
    """One pattern a kind."""
    kinds = dict.fromkeys(phrase.kind for phrase in phrases)
    return {kind: _join([row for row in phrases if row.kind == kind]) for kind in kinds}


def _join(rows: list[Phrase]) -> Pattern[str]:
    return Pattern(
        "|".join(f"(?:{row.phrase})" for row in rows),
        re.IGNORECASE,
        accepts=[each for row in rows for each in row.accepts.split(" ‖ ") if each],
        refuses=[each for row in rows for each in row.refuses.split(" ‖ ") if each],
        by="fullmatch",
    )
