"""Paragraphs that are numbered one after the other: items of a list."""

from collections.abc import Iterator, Sequence
from statistics import median

from build_scripts.cleaning.line_ends import ITEM
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.text.numbers import read_roman, write_roman

_NUMERALS = frozenset(map(write_roman, range(1, 11)))
LONGEST_ITEM = 80  # words, of the item in the middle
SETS_OFF = frozenset({BlockKind.LIST_ITEM, BlockKind.QUOTE})  # what stands between two items

Number = tuple[str, int]  # the sign's form, "(1)" or "a.", and what it counts


def mark_numbered_lists(groups: Sequence[Group]) -> None:
    """Make paragraphs items of a list if they are numbered from 1 on, and most are short.

    "(a)" and "(b)" can stand between "1." and "2.", a quotation too. Other paragraphs end a list:
    a number that begins a sentence, or a section, has no neighbour. A pleading's and an opinion's
    numbered paragraphs, with others between, are prose.
    """
    lists: list[list[Group]] = []
    open_lists: dict[Number, list[Group]] = {}
    for group in groups:
        numbers = set(_read_numbers(group)) if group.kind is BlockKind.PARAGRAPH else set()
        found = {(form, count) for form, count in numbers if (form, count - 1) in open_lists}
        for form, count in found:
            open_lists[form, count] = open_lists[form, count - 1]
            open_lists[form, count].append(group)
        if not found and any(count == 1 for _, count in numbers):
            lists.append([group])
            open_lists |= dict.fromkeys(numbers, lists[-1])
        if not numbers and group.kind not in SETS_OFF:
            open_lists.clear()
    for items in lists:
        if len(items) > 1 and median(map(_count_words, items)) <= LONGEST_ITEM:
            for item in items:
                item.kind = BlockKind.LIST_ITEM


def _count_words(group: Group) -> int:
    return sum(len(line.content.split()) for line in group.lines)


def _read_numbers(group: Group) -> Iterator[Number]:
    """Yield what a paragraph's first sign counts: "(i)" is a letter or a numeral."""
    text = group.lines[0].text
    if ITEM.match(text) is None:
        return
    sign = text.split(None, 1)[0]
    word = sign.strip("().")
    form = sign.replace(word, "")
    if word.isdecimal():
        yield f"{form}1", int(word)
    if len(word) == 1 and word.isalpha():
        yield f"{form}a", ord(word) - ord("a") + 1
    if word in _NUMERALS:
        yield f"{form}i", read_roman(word)
