"""A Markdown extension: footnotes that keep the label they were printed with.

Python-Markdown's own `footnotes` counts from 1. A court's footnote 14 must stay footnote 14, also
where the extract begins there, and an asterisk an asterisk: "n.14" is how it is cited.

In Markdown a key is the label as printed, `[^14]`, `[^*]`. Where an order has a label twice (an
opinion and its dissent each begin at 1) the later one is keyed `[^1~2]`. The notes are shown where
the first of them is defined: at the end of the order, not of the page.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.footnotes import (
    FootnoteBlockProcessor,
    FootnoteExtension,
    FootnoteInlineProcessor,
)

from build_scripts.i18n import t

_PLACE = "footnotes-place"
_FOOTNOTE_MARK = r"\[\^([^\]]{1,40})\]"


def label_of_key(key: str) -> str:
    """Return the printed label of a footnote's key."""
    return key.split("~", 1)[0]


class PrintedFootnoteBlockProcessor(FootnoteBlockProcessor):
    """Remembers where the first note is defined."""

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Take a definition out of the text, as Python-Markdown does; the first leaves a place."""
        is_first = not self.footnotes.footnotes
        is_definition = super().run(parent, blocks)
        if is_definition and is_first:
            SubElement(parent, "div", {"class": _PLACE})
        return is_definition


class PrintedFootnoteInlineProcessor(FootnoteInlineProcessor):
    """Shows a mark by its printed label."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (Python-Markdown's name)
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Return the mark that Python-Markdown makes, with its label put right."""
        mark, start, end = super().handleMatch(m, data)
        if isinstance(mark, Element):
            label = label_of_key(m.group(1))
            for link in mark.iter("a"):
                link.text = label
                link.set("aria-label", t("order_text.footnote", label=label))
        return mark, start, end


class PrintedFootnoteExtension(FootnoteExtension):
    """Footnotes with printed labels, where the page says."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register as `footnotes` does, with our own definitions and marks."""
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(PrintedFootnoteBlockProcessor(self), "footnote", 17)
        processor = PrintedFootnoteInlineProcessor(_FOOTNOTE_MARK, self)
        md.inlinePatterns.register(processor, "footnote", 175)

    def findFootnotesPlaceholder(  # noqa: N802 (the name is Python-Markdown's)
        self, root: Element
    ) -> tuple[Element, Element, bool] | None:
        """Return the place that the first definition left, and the element it stands in."""
        for parent in root.iter():
            for child in parent:
                if child.get("class") == _PLACE:
                    return child, parent, True
        return None

    def makeFootnotesDiv(  # noqa: N802 (the name is Python-Markdown's)
        self, root: Element
    ) -> Element | None:
        """Return the notes, each item carrying its printed label."""
        notes = super().makeFootnotesDiv(root)
        if notes is None:
            return None
        notes.set("role", "doc-endnotes")
        for item, key in zip(notes.iter("li"), self.footnotes, strict=False):
            label = label_of_key(key)
            item.set("data-label", label)
            if label.isdecimal():
                item.set("value", str(int(label)))
            for link in item.iter("a"):
                if link.get("class") == "footnote-backref":
                    words = t("order_text.back_to_mark", label=label)
                    link.set("title", words)
                    link.set("aria-label", words)
        return notes


def makeExtension(**options: Any) -> PrintedFootnoteExtension:  # noqa: N802 (Python-Markdown's name)
    """Return the extension, as Python-Markdown asks for it."""
    return PrintedFootnoteExtension(**options)
