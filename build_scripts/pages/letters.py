"""Long lists of names, by their first letter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from build_scripts.i18n import t
from build_scripts.pages.views import PageLink
from build_scripts.text.folding import fold_to_ascii

Item = TypeVar("Item")

NO_LETTER = "other"
_QUOTES = "\"'“‘*[( "


@dataclass(frozen=True, slots=True)
class Letters:
    """Links to the pages of the letters; `here` is the page's own, "" for none."""

    links: tuple[PageLink, ...]
    here: str = ""


def fold_name(name: str) -> str:
    """Return a name for sorting: without accents, case and the quotes that it begins with."""
    return fold_to_ascii(name.lstrip(_QUOTES))


def find_letter(name: str) -> str:
    """Return "a" to "z", or "other" for a name that begins with no letter."""
    first = fold_name(name)[:1]
    return first if "a" <= first <= "z" else NO_LETTER


def part_by_letter(
    items: Iterable[Item], name_of: Callable[[Item], str]
) -> list[tuple[str, list[Item]]]:
    """Return the items of each letter that has any, each in the sequence given; "other" last."""
    parts: dict[str, list[Item]] = {}
    for item in items:
        parts.setdefault(find_letter(name_of(item)), []).append(item)
    return sorted(parts.items(), key=lambda part: (part[0] == NO_LETTER, part[0]))


def link_letters(folder: str, letters: Iterable[str], here: str = "") -> Letters:
    """Return links to the pages "<folder>/<letter>/"."""
    links = (PageLink(format_letter(letter), f"{folder}/{letter}/") for letter in letters)
    return Letters(tuple(links), format_letter(here) if here else "")


def format_letter(letter: str) -> str:
    """Return how a letter is shown; "0–9 …" stands for all that is none."""
    return t("lists.other_letters") if letter == NO_LETTER else letter.upper()
