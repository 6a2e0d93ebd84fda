"""Long lists of names, by their first letter."""

import unicodedata
from collections.abc import Callable, Iterable
from html import escape
from typing import TypeVar

from build_scripts.i18n import t
from build_scripts.pages.page_links import address_on_site

Item = TypeVar("Item")

NO_LETTER = "other"
_QUOTES = "\"'“‘*[( "


def fold_name(name: str) -> str:
    """Return a name for sorting: without accents, case and the quotes that it begins with."""
    plain = unicodedata.normalize("NFKD", name.lstrip(_QUOTES))
    return plain.encode("ascii", "ignore").decode("ascii").casefold()


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


def link_letters(path: str, folder: str, letters: Iterable[str], here: str = "") -> str:
    """Return a navigation landmark over the pages "<folder>/<letter>", as one line of HTML."""
    items = []
    for letter in letters:
        current = ' aria-current="page"' if letter == here else ""
        address = escape(address_on_site(path, f"{folder}/{letter}"))
        items.append(f'<li><a href="{address}"{current}>{word_letter(letter)}</a></li>')
    label = escape(t("lists.by_letter"))
    return f'<nav class="turn" aria-label="{label}"><ol>{"".join(items)}</ol></nav>'


def word_letter(letter: str) -> str:
    """Return how a letter is shown; "0–9 …" stands for all that is none."""
    return t("lists.other_letters") if letter == NO_LETTER else letter.upper()
