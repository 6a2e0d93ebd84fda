"""Block quotations: by both indents in laid-out text, by what leads to them elsewhere."""

import re
from collections.abc import Sequence

from build_scripts.cleaning.line_ends import ITEM, SO_ORDERED, ends_sentence, is_finished, is_item
from build_scripts.cleaning.margins import Margins
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.seen_lines import INDENTED, Seen, is_short_of
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.text.pattern import Pattern

# The source of a quotation, on its own or as the first words below it.
SOURCE = Pattern(
    r"""
      (?: \d{1,2}\s(?:U\.\s?S\.\s?C|C\.\s?F\.\s?R)\.(?:\sA\.)?\s§{1,2}\s?[\w.()–-]{1,30}?
        | Fed\.\s?R\.\s(?:Civ\.|Crim\.|App\.|Bankr\.|Evid\.)(?:\sP\.)?\s[\w.()-]{1,20}? )
      (?: \.(?=\s|$) | ; | \s\( )
    | \((?:Dkt|Doc|ECF|Id|Compl|FAC|Ex|Tr|R|[A-Z]\w{1,20}\sDecl)\b[^()]{1,60}\)
    | Id\.(?:\s|$)
    """,
    re.VERBOSE,
    accepts=[
        "28 U.S.C. § 1404(a).",
        "Fed. R. Civ. P. 26(b)(1). The",
        "(Dkt. No. 21-3 at 7.)",
        "Id. at 5 (quoting",
        "42 U.S.C. § 1983 (emphasis added).",
    ],
    refuses=["28 U.S.C. § 1404(a) governs", "(a) the", "12 of the 40 exhibits"],
    by="match",
)
# What leads to words of another.
LEADS = Pattern(
    r"""
    \b(?:said|says|wrote|writes|stated?s?|stating|explain(?:ed|s|ing)|provid(?:es|ed|ing)|held
      |hold(?:s|ing)|reads?|observ(?:ed|es|ing)|reason(?:ed|ing)|testified|noted|noting|instructed
      |declar(?:ed|es)|alleges?|in\s(?:relevant|pertinent)\spart)\b [^.?!]{0,120} :
    """,
    re.VERBOSE,
    accepts=[
        "Congress has said when an action may be moved:",
        "The statute provides, in relevant part:",
        "He testified:",
    ],
    refuses=["The Court orders:"],
)
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
            and (SOURCE.match(after.lines[0].content) or _leads_to_quotation(before))
            and not is_item(group.lines[0])
            and ends_sentence(group.lines[-1])
            and sum(len(line.content) for line in group.lines) >= FEWEST_QUOTED
        ):
            group.kind = BlockKind.QUOTE


def _leads_to_quotation(group: Group) -> bool:
    """Return whether the group's last sentence announces somebody's words."""
    end = " ".join(line.content for line in group.lines[-3:])[-LAST_WORDS:]
    return LEADS.search(end[max(end.rfind(". "), 0) :]) is not None
