"""The attacks of attacks.txt: what each tries, and its text."""

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "attacks.txt"
HOST = "evil.example"


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack; `number` is the line of attacks.txt that holds it."""

    number: int
    group: str
    aim: str
    text: str


@cache
def list_attacks() -> tuple[Attack, ...]:
    """All attacks, in the order of the file."""
    return tuple(_read_attacks())


def _read_attacks() -> Iterator[Attack]:
    group = aim = ""
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("## "):
            group = line[3:]
        elif line.startswith("# "):
            aim = line[2:]
        elif line:
            value = json.loads(line)
            text = value if isinstance(value, str) else value["repeat"] * value["times"]
            yield Attack(number, group, aim, text)


def is_shown(character: str) -> bool:
    """Whether a character of an order is one that readers see: no blank, no control, no lone half
    of a pair, nothing without shape or width.
    """
    return not character.isspace() and unicodedata.category(character) not in _UNSEEN


_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})


def keep_shown(text: str) -> str:
    """Return the characters of `text` that readers see, without blanks."""
    return "".join(filter(is_shown, text))
