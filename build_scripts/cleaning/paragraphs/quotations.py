"""Block quotations of laid-out text, told by both indents."""

from collections.abc import Sequence

from build_scripts.cleaning.margins import Margins
from build_scripts.cleaning.paragraphs.line_ends import ITEM, SO_ORDERED, ends_sentence
from build_scripts.cleaning.paragraphs.seen_lines import INDENTED, Seen, is_short_of


def begins_quote(item: Seen, following: Sequence[Seen], margins: dict[int, Margins]) -> bool:
    """A quotation is set in, line below line; a paragraph only with its first line.

    Two short paragraphs of one line each ("The motion is denied." "IT IS SO ORDERED.") look
    alike: where the first line ends a sentence short of the edge, a third line must agree.
    """
    if item.indent < INDENTED or not following:
        return False
    second = following[0]
    if (
        abs(second.indent - item.indent) > 1
        or (not second.new_page and second.gap > max(margins[item.line.page].spacing, _drift(item)))
        or is_short_of(item, second, margins)
        or SO_ORDERED.match(second.line.text)
        or (ITEM.match(second.line.text) and item.finished)
    ):
        return False
    if not ends_sentence(item.line) or not item.short:
        return True
    return len(following) > 1 and abs(following[1].indent - item.indent) <= 1


def _drift(item: Seen) -> int:
    """Pleading numbers that stand between lines of a quotation leave a blank line each."""
    return 1 if item.line.printed is not None else 0
