"""Long lists of names, by their first letter."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts.model.page import TemplatePage
from build_scripts.model.text.folding import fold_to_ascii
from build_scripts.pages.i18n import t
from build_scripts.pages.pagination import Item, ListPage, publish_list
from build_scripts.pages.views import PageLink

_NO_LETTER = "other"
_QUOTES = "\"'“‘*[( "


@dataclass(frozen=True, slots=True)
class Letters:
    """Links to the pages of the letters; `here` is the page's own, "" for none."""

    links: tuple[PageLink, ...]
    here: str = ""


def fold_name(name: str) -> str:
    """Return a name for sorting: without accents, case and leading quotes."""
    return fold_to_ascii(name.lstrip(_QUOTES))


def part_by_letter(items: Sequence[Item], name_of: Callable[[Item], str]) -> dict[str, list[Item]]:
    """Return the items of each letter, in sequence; names without one are under "other", last."""
    parts: dict[str, list[Item]] = {}
    for item in items:
        first = fold_name(name_of(item))[:1]
        parts.setdefault(first if "a" <= first <= "z" else _NO_LETTER, []).append(item)
    return dict(sorted(parts.items(), key=lambda part: (part[0] == _NO_LETTER, part[0])))


def publish_letters(
    folder: str,
    title: str,
    parts: dict[str, list[Item]],
    template: str,
    view: Callable[[Letters, ListPage[Item]], object],
    above: PageLink,
    rows: int,
) -> Iterator[TemplatePage]:
    """Yield the pages "<folder>/<letter>/", each with links to the others."""
    for letter, found in parts.items():
        label = format_letter(letter)
        linked = Letters(link_letters(folder, parts), label)
        base, named = f"{folder}/{letter}", f"{title}: {label}"
        make = partial(view, linked)
        yield from publish_list(base, named, found, template, make, [above], rows, is_found=False)


def link_letters(folder: str, parts: dict[str, list[Item]]) -> tuple[PageLink, ...]:
    """Return links to the pages of `publish_letters`."""
    return tuple(PageLink(format_letter(letter), f"{folder}/{letter}/") for letter in parts)


def format_letter(letter: str) -> str:
    """Return a letter in upper case, or a label: "0–9 …" for names that begin with none."""
    if letter == "initials":
        return t("browse.initials")
    return t("lists.other_letters") if letter == _NO_LETTER else letter.upper()
