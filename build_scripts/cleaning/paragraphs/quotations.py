"""Block quotations: by both indents in laid-out text, by what leads to them elsewhere."""

from collections.abc import Sequence

from build_scripts.cleaning.line_ends import ITEM, SO_ORDERED, ends_sentence, is_finished, is_item
from build_scripts.cleaning.margins import Margins
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.seen_lines import INDENTED, Seen, is_short_of
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "quotations.toml")
LAST_WORDS = 200  # characters
FEWEST_QUOTED = 100  # characters: shorter ones are run into the sentence


def begins_quote(item: Seen, following: Sequence[Seen], margins: dict[int, Margins]) -> bool:
    """Return whether a quotation begins: each line is indented, not only the first.

    Two short paragraphs of one line each ("The motion is denied." "IT IS SO ORDERED.") look
    alike: where the first line ends a sentence short of the edge, a third line must agree.
    """
    if item.indent < INDENTED or not following:
        return False
    second = following[0]
    if (
        abs(second.indent - item.indent) > 1
        or (not second.new_page and second.gap > max(margins[item.line.page].spacing, drift(item)))
        or is_short_of(item, second, margins)
        or SO_ORDERED.match(second.line.text)
        or (ITEM.match(second.line.text) and item.finished)
    ):
        return False
    if len(following) > 1 and following[1].indent < INDENTED and not is_finished(second.line):
        return False  # two paragraphs' first lines: the second goes on at the margin
    if not ends_sentence(item.line) or not item.short:
        return True
    return len(following) > 1 and abs(following[1].indent - item.indent) <= 1


def drift(item: Seen) -> int:
    """Return the blank lines that pleading numbers between lines of a quotation leave."""
    return 1 if item.line.printed is not None else 0


def mark_led_quotations(groups: Sequence[Group]) -> None:
    """Make a paragraph after a colon a quotation, if a verb of speech precedes the colon, or its
    source follows right below.

    For forms that lose indents. Verb or source distinguish it from the first of several orders
    or reasons ("The Court orders as follows:").
    """
    for before, group, after in zip(groups, groups[1:], groups[2:], strict=False):
        if (
            before.kind is group.kind is after.kind is BlockKind.PARAGRAPH
            and before.lines[-1].content.endswith(":")
            and (_PATTERNS.SOURCE.match(after.lines[0].content) or _leads_to_quotation(before))
            and not is_item(group.lines[0])
            and ends_sentence(group.lines[-1])
            and sum(len(line.content) for line in group.lines) >= FEWEST_QUOTED
        ):
            group.kind = BlockKind.QUOTE


def _leads_to_quotation(group: Group) -> bool:
    """Return whether the group's last sentence announces somebody's words."""
    end = " ".join(line.content for line in group.lines[-3:])[-LAST_WORDS:]
    return _PATTERNS.LEADS.search(end[max(end.rfind(". "), 0) :]) is not None
