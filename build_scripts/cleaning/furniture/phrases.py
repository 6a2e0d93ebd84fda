"""Find furniture by its words: the rows of phrases.tsv, kind, maker, accepts, refuses, phrase, by
tabs.

The rows of a kind are one pattern. A phrase matches the whole of a text whose runs of blanks are
closed up, in any case unless it has `(?-i:`; several examples are separated by ` ‖ `.
"""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import NamedTuple

from build_scripts.model.text.pattern import Pattern


class Phrase(NamedTuple):
    """A row: who prints the phrase, what it accepts and refuses."""

    kind: str
    maker: str
    accepts: str
    refuses: str
    phrase: str


def _read_phrases() -> tuple[Phrase, ...]:
    """Return all rows of the table but the first, which names the columns."""
    table = files(__package__).joinpath("phrases.tsv").read_text(encoding="utf-8")
    return tuple(Phrase(*line.split("\t")) for line in table.splitlines()[1:])


def join_phrases(phrases: tuple[Phrase, ...]) -> Mapping[str, Pattern[str]]:
    """Return one pattern for each kind."""
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


ROWS = _read_phrases()
PHRASES = join_phrases(ROWS)


def matches_phrase(kind: str, content: str) -> bool:
    """Return whether a line's words are, as a whole, furniture of a kind."""
    return PHRASES[kind].fullmatch(" ".join(content.split())) is not None
