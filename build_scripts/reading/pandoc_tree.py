"""pandoc's document tree, walked to flowing text (pandoc-types 1.23)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from build_scripts.model.source_text import Style
from build_scripts.reading.flowing_text import (
    FlowingText,
    Note,
    Paragraph,
    Run,
    join_row,
    mark_note,
    mark_quotation,
)
from build_scripts.reading.list_numbers import print_number

# What pandoc lifts out of a Word document's first paragraphs by their style ("Title").
LIFTED = ("title", "subtitle", "author", "date", "abstract")
STYLES = {
    "Emph": Style.ITALIC,
    "Underline": Style.ITALIC,  # the typescript's italics (Bluebook, Bluepages B2)
    "Strong": Style.BOLD,
    "Superscript": Style.SUPERSCRIPT,
}
PLAIN_INLINES = {"Strikeout", "Subscript", "SmallCaps"}
BLANK_INLINES = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
QUOTATION_MARKS = {"SingleQuote": "‘’", "DoubleQuote": "“”"}
Node = dict[str, Any]


def walk_document_tree(tree: dict[str, Any]) -> FlowingText:
    """Walk a tree to paragraphs, headings, quotations, list items, table rows and notes.

    Notes are numbered through in the order of their marks. Pictures' descriptions and link
    targets are no words of the document. Raises KeyError, TypeError, ValueError or IndexError
    where the tree is not as pandoc writes it.
    """
    walk = _Walk()
    lifted = [p for key in LIFTED for p in walk.read_meta(tree["meta"].get(key))]
    paragraphs = (*lifted, *walk.read_blocks(tree["blocks"]))
    return FlowingText(paragraphs, tuple(walk.notes), tuple(walk.labels))


class _Walk:
    """One walk; collects the notes and the numbers of lists on the way."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self.labels: list[str] = []

    def read_meta(self, node: Node | None) -> list[Paragraph]:
        if node is None:
            return []
        match node["t"]:
            case "MetaInlines":
                return [self.read_paragraph(node["c"])]
            case "MetaBlocks":
                return self.read_blocks(node["c"])
            case "MetaList":
                return [paragraph for item in node["c"] for paragraph in self.read_meta(item)]
        return []

    def read_blocks(self, blocks: list[Node]) -> list[Paragraph]:
        return [paragraph for block in blocks for paragraph in self.read_block(block)]

    def read_block(self, block: Node) -> list[Paragraph]:
        content: Any = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                return [self.read_paragraph(content)]
            case "Header":
                heading = self.read_paragraph(content[2])
                return [replace(heading, heading_level=min(6, content[0]))]
            case "BlockQuote":
                return mark_quotation(self.read_blocks(content))
            case "LineBlock":
                return [self.read_paragraph(line) for line in content]
            case "CodeBlock":
                return [Paragraph(tuple((Run(line),) for line in content[1].split("\n")))]
            case "OrderedList":
                return self.read_items(content[1], _number_items(*content[0]))
            case "BulletList":
                return self.read_items(content, iter(lambda: "•", None))
            case "DefinitionList":
                return self.read_definitions(content)
            case "Table":
                return self.read_table(content)
            case "Figure":
                return [*self.read_blocks(content[2]), *self.read_blocks(content[1][1])]
            case "Div":
                return self.read_blocks(content[1])
        return []  # HorizontalRule, RawBlock

    def read_items(self, items: list[list[Node]], labels: Iterator[str]) -> list[Paragraph]:
        paragraphs = []
        for item, label in zip(items, labels, strict=False):
            read = [paragraph for paragraph in self.read_blocks(item) if paragraph.text.strip()]
            if read:
                first, *rest = read[0].lines
                read[0] = replace(read[0], lines=((Run(f"{label} "), *first), *rest))
                self.labels.append(label)
            paragraphs.extend(read)
        return paragraphs

    def read_definitions(self, items: list[Any]) -> list[Paragraph]:
        return [
            paragraph
            for term, definitions in items
            for paragraph in (
                self.read_paragraph(term),
                *(p for blocks in definitions for p in self.read_blocks(blocks)),
            )
        ]

    def read_table(self, content: list[Any]) -> list[Paragraph]:
        _, caption, _, head, bodies, foot = content
        rows = [*head[1]]
        for body in bodies:
            rows += [*body[2], *body[3]]
        rows += foot[1]
        read = [join_row([self.read_blocks(cell[4]) for cell in row[1]]) for row in rows]
        return [*self.read_blocks(caption[1]), *(p for row in read for p in row)]

    def read_paragraph(self, inlines: list[Node]) -> Paragraph:
        lines: list[list[Run]] = [[]]
        for run in self.read_inlines(inlines, frozenset()):
            if run.text == "\n":
                lines.append([])
            else:
                lines[-1].append(run)
        return Paragraph(tuple(tuple(line) for line in lines))

    def read_inlines(self, inlines: list[Node], styles: frozenset[Style]) -> Iterator[Run]:
        for inline in inlines:
            kind = inline["t"]
            content: Any = inline.get("c")
            if kind == "Str":
                yield Run(content, styles)
            elif kind in BLANK_INLINES:
                yield Run(BLANK_INLINES[kind], styles)
            elif kind in STYLES:
                yield from self.read_inlines(content, styles | {STYLES[kind]})
            elif kind in PLAIN_INLINES:
                yield from self.read_inlines(content, styles)
            elif kind == "Note":
                yield self.read_note(content)
            elif kind in ("Link", "Span", "Cite"):
                yield from self.read_inlines(content[1], styles)
            elif kind in ("Code", "Math"):
                yield Run(content[1].replace("\n", " "), styles)
            elif kind == "Quoted":
                marks = QUOTATION_MARKS[content[0]["t"]]
                yield Run(marks[0], styles)
                yield from self.read_inlines(content[1], styles)
                yield Run(marks[1], styles)

    def read_note(self, blocks: list[Node]) -> Run:
        label = str(len(self.notes) + 1)
        self.labels += [label, label]
        place = len(self.notes)
        self.notes.append(Note(label, ()))  # its number comes before those of notes within it
        self.notes[place] = Note(label, tuple(self.read_blocks(blocks)))
        return mark_note(label)


def _number_items(start: int, style: Node, delimiter: Node) -> Iterator[str]:
    """The printed numbers of an ordered list, from `start` on."""
    before, after = {"OneParen": ("", ")"), "TwoParens": ("(", ")")}.get(delimiter["t"], ("", "."))
    number = max(0, start)
    while True:
        yield f"{before}{print_number(number, style['t'])}{after}"
        number += 1
