"""Specimens of private words in running text: fictional people, numbers and addresses.

One a line; "[[kind|words]]" is private, and nothing else in the line is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
_MARKED = re.compile(r"\[\[(?P<kind>[^|\]]+)\|(?P<words>.*?)\]\]")


@dataclass(frozen=True, slots=True)
class Specimen:
    text: str
    expected: frozenset[tuple[str, str]]  # kind, words


def list_specimens(*names: str) -> Iterator[Specimen]:
    for name in names:
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                marked = frozenset(
                    (each["kind"], each["words"].strip()) for each in _MARKED.finditer(line)
                )
                yield Specimen(_MARKED.sub(lambda each: each["words"], line), marked)
