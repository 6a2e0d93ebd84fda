"""Patterns in a TOML table next to the code, one per row, with words and examples.

A module's table has its name, `title.toml` for `title.py`, which reads it once:

    _PATTERNS = read_patterns(__package__, "title.toml", month=MONTH)
    ...
    numbers = _PATTERNS.NUMBERS.findall(text)

A row's `pattern` is a text, or a list of texts that are joined; one of several lines is verbose.
`{{name}}` is replaced by a text of the table's `[words]`, or by one from the caller. Letters match
in any case unless the row is `cased`; `flags` adds `m` and `s`. A section is a table of rows by
name, or an array of rows without names.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from build_scripts.model.text.pattern import Pattern

_FLAGS = {"m": re.MULTILINE, "s": re.DOTALL}


class Row(NamedTuple):
    """A row: its name, its pattern's meaning, and how often the pattern must be in a text."""

    name: str
    kind: str
    pattern: Pattern[str]
    times: int


@cache
def read_table(package: str, file: str) -> dict[str, Any]:
    """Load a package's table as written."""
    return tomllib.loads(files(package).joinpath(file).read_text(encoding="utf-8"))


def read_rows(package: str, file: str, section: str = "", /, **words: str) -> tuple[Row, ...]:
    """Return the rows of a section in order, or those of the table itself if none is named."""
    table = read_table(package, file)
    for word, written in table.get("words", {}).items():
        words[word] = _fill(written, words)
    rows = table[section] if section else table
    named = rows.items() if isinstance(rows, dict) else (("", row) for row in rows)
    return tuple(
        Row(name, row.get("kind", ""), _make(row, words), row.get("times", 1))
        for name, row in named
        if "pattern" in row
    )


class Patterns(dict[str, Pattern[str]]):
    """The patterns of a table by name; each is an attribute too: `_PATTERNS.NUMBERS`."""

    def __init__(self, rows: Iterable[Row]) -> None:
        super().__init__((row.name, row.pattern) for row in rows)
        vars(self).update(self)

    def __getattr__(self, name: str) -> Pattern[str]:
        """Refuse a name that the table does not have."""
        raise AttributeError(f"the table has no pattern {name}")


def read_patterns(package: str, file: str, /, **words: str) -> Patterns:
    """Return the patterns of a table without sections."""
    return Patterns(read_rows(package, file, **words))


def _make(row: dict[str, Any], words: dict[str, str]) -> Pattern[str]:
    expression = _fill(row["pattern"], words)
    flags = re.RegexFlag(0) if row.get("cased") else re.IGNORECASE
    if "\n" in expression:
        flags |= re.VERBOSE
    for letter in row.get("flags", ""):
        flags |= _FLAGS[letter]
    return Pattern(
        expression,
        flags,
        accepts=row["accepts"],
        refuses=row["refuses"],
        by=row.get("by", "search"),
        needs=row.get("needs", ()),
    )


def _fill(written: str | list[str], words: dict[str, str]) -> str:
    text = written if isinstance(written, str) else "".join(written)
    for word, meant in words.items():
        text = text.replace("{{" + word + "}}", meant)
    return text
