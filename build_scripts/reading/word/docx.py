"""DOCX to flowing text, by our own code (ECMA-376, part 1).

pandoc loses the cached text of fields, tables without a grid, heads and feet, and the numbers of
headings; it writes equations as TeX.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from build_scripts.model.source_text import LineKind, Style
from build_scripts.reading.forms import DOCX_BODY
from build_scripts.reading.word.docx_styles import Numbering, StyleSheet
from build_scripts.reading.word.flowing_text import (
    LONG,
    FlowingText,
    Note,
    OpenParagraph,
    Paragraph,
    Run,
    is_set_in,
    join_row,
    mark_note,
)
from build_scripts.reading.word.xml_tree import Element, parse_xml

BODY = DOCX_BODY
RELATIONS = "word/_rels/document.xml.rels"
FOOTNOTES = "word/footnotes.xml"
ENDNOTES = "word/endnotes.xml"
COMMENTS = "word/comments.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
PARTS = (BODY, RELATIONS, FOOTNOTES, ENDNOTES, COMMENTS, STYLES, NUMBERING)
NOTE_KINDS = {"w:footnoteReference": "w:footnote", "w:endnoteReference": "w:endnote"}
PROPERTIES = frozenset({"w:rPr", "w:pPr", "mc:Fallback"})  # no words, or the same words again
BLOCKS = frozenset({"w:p", "w:tbl"})
TEXTS = frozenset({"w:t", "m:t"})
UNPRINTED = frozenset({"w:del", "w:moveFrom", "w:delText"})
CHARACTERS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "m:den": "/"}
SYMBOLS = {
    "F0A7": "§",
    "F0B7": "•",
    "2610": "☐",
    "2611": "☑",
    "2612": "☒",
    "F0A8": "☐",
    "F0FE": "☒",
}

Parts = Mapping[str, bytes]


def list_head_parts(relations: bytes, body: bytes) -> tuple[str, ...]:
    """Return the names of the parts that hold headers and footers, each once, in document order."""
    document = _Sections(parse_xml(relations), parse_xml(body))
    return tuple(dict.fromkeys((*document.opening, *document.heads, *document.feet)))


def read_docx_text(parts: Parts) -> FlowingText:
    """Read a DOCX by its parts' names (BODY, …; one that is missing is empty).

    Inserted text is text. What is deleted, moved away or hidden, and comments, become `asides`.
    Notes are numbered through in the order of their marks; one with its own mark keeps it. Text
    boxes follow the paragraph that they are anchored in. A head that only the first page has is
    text, the others are `heads`. Raises UnreadableXmlError, and RecursionError for elements nested
    too deep.
    """
    walk = _Walk(parts)
    body = parse_xml(parts.get(BODY, b""))
    sections = _Sections(parse_xml(parts.get(RELATIONS, b"")), body)
    opening = walk.read_parts(sections.opening)
    walk.takes_notes = True
    paragraphs = walk.read_blocks(body)
    walk.takes_notes = False
    heads, feet = walk.read_parts(sections.heads), walk.read_parts(sections.feet)
    walk.put_aside(parse_xml(parts.get(COMMENTS, b"")))
    return FlowingText(
        (*opening, *paragraphs),
        tuple(walk.notes),
        tuple(walk.labels),
        tuple(heads),
        tuple(feet),
        tuple(walk.asides),
    )


class _Sections:
    def __init__(self, relations: Element, body: Element) -> None:
        targets = {
            relation.attributes.get("Id", ""): relation.attributes.get("Target", "")
            for relation in relations.list_elements()
        }
        opening: list[str] = []
        heads: list[str] = []
        feet: list[str] = []
        for rank, section in enumerate(body.list_all("w:sectPr")):
            first_differs = section.find("w:titlePg") is not None
            for reference in section.list_elements():
                target = targets.get(reference.attributes.get("r:id", ""), "")
                name = target.removeprefix("/") if target[:1] == "/" else f"word/{target}"
                if not target:
                    continue
                if reference.name == "w:footerReference":
                    feet.append(name)
                elif reference.name == "w:headerReference":
                    first = reference.attributes.get("w:type") == "first"
                    (opening if first and first_differs and not rank else heads).append(name)
        self.opening = tuple(dict.fromkeys(opening))
        self.heads = tuple(name for name in dict.fromkeys(heads) if name not in opening)
        known = {*self.opening, *self.heads}
        self.feet = tuple(name for name in dict.fromkeys(feet) if name not in known)


class _Walk:
    """One walk; collects notes, labels and asides on the way."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.styles = StyleSheet(parse_xml(parts.get(STYLES, b"")))
        self.numbering = Numbering.from_part(parse_xml(parts.get(NUMBERING, b"")))
        self.bodies = {
            (kind, note.attributes.get("w:id", "")): note
            for name, kind in ((FOOTNOTES, "w:footnote"), (ENDNOTES, "w:endnote"))
            for note in parse_xml(parts.get(name, b"")).list_elements()
            if note.name == kind
        }
        self.notes: list[Note] = []
        self.labels: list[str] = []
        self.asides: list[str] = []
        self.numbered = 0  # notes so far that Word numbers
        self.takes_notes = False  # in the body alone: a note or a head holds none

    def read_parts(self, names: tuple[str, ...]) -> list[Paragraph]:
        """Return the paragraphs of headers and footers."""
        return [p for n in names for p in self.read_blocks(parse_xml(self.parts.get(n, b"")))]

    def read_blocks(self, element: Element) -> list[Paragraph]:
        """Return the paragraphs of all blocks in an element, at any depth."""
        paragraphs: list[Paragraph] = []
        for child in element.list_elements():
            if child.name == "w:p":
                paragraphs += self.read_paragraph(child)
            elif child.name == "w:tbl":
                paragraphs += self.read_table(child)
            elif child.name in UNPRINTED:
                self.put_aside(child)
            elif child.name in PROPERTIES:
                continue
            elif _holds(child, BLOCKS):
                paragraphs += self.read_blocks(child)
            else:  # words that no paragraph holds
                paragraphs += self.read_paragraph(Element("w:p", {}, [child]))
        return paragraphs

    def read_table(self, table: Element) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        for child in table.list_elements():
            if child.name == "w:tr":
                cells = [self.read_blocks(cell) for cell in _list_cells(child)]
                paragraphs += join_row(cells)
            elif _holds(child, frozenset({"w:tr"})):
                paragraphs += self.read_table(child)
            else:
                paragraphs += self.read_blocks(Element("w:body", {}, [child]))
        return paragraphs

    def read_paragraph(self, element: Element) -> list[Paragraph]:
        """Return the paragraph, and those of the text boxes that are anchored in it."""
        form = self.styles.read_paragraph(element.find("w:pPr"))
        line = _Line(self)
        line.read(element, frozenset(), hidden=False, inside=False)
        lines = list(line.freeze())
        text = "".join(run.text for runs in lines for run in runs)
        label = self.numbering.label(form.list_number, form.list_level) if text.strip() else ""
        if label:
            lines[0] = (Run(f"{label} "), *lines[0])
            self.labels.append(label)
        kind = LineKind.LIST_ITEM if label else LineKind.PARAGRAPH
        if (
            not label
            and len(text) > LONG
            and (form.quote_style or is_set_in(form.left, form.right, form.first))
        ):
            kind = LineKind.QUOTE
        return [Paragraph(tuple(lines), form.heading_level, kind), *line.boxes]

    def read_note(self, kind: str, reference: Element) -> Run | None:
        """Read the note of a mark; return the mark's label, None where its text follows it."""
        key = (kind, reference.attributes.get("w:id", ""))
        body = self.bodies.get(key)
        if body is None or not self.takes_notes:
            return None
        own_mark = reference.attributes.get("w:customMarkFollows", "0") not in ("0", "false")
        self.numbered += not own_mark
        label = "" if own_mark else str(self.numbered)
        self.takes_notes = False
        self.notes.append(Note(label, tuple(_strip_first(self.read_blocks(body)))))
        self.takes_notes = True
        if not label:
            return None
        self.labels += [label, label]
        return mark_note(label)

    def put_aside(self, element: Element) -> None:
        """Keep an element's words separately: they are not printed."""
        line = _Line(self)
        line.read(element, frozenset(), hidden=True, inside=False)


class _Line(OpenParagraph):
    def __init__(self, walk: _Walk) -> None:
        super().__init__(walk.asides)
        self.walk = walk

    def read(self, element: Element, styles: frozenset[Style], hidden: bool, inside: bool) -> None:
        """Read an element's content; `inside` means that its characters are words."""
        for child in element.children:
            if isinstance(child, str):
                if inside:
                    self.put(child, styles, hidden)
                continue
            name = child.name
            if name in PROPERTIES:
                continue
            if name in CHARACTERS:
                self.put(CHARACTERS[name], styles, hidden)
            if name == "w:r":
                own, vanishes = self.walk.styles.read_run(child.find("w:rPr"))
                self.read(child, own, hidden or vanishes, inside)
            elif name in BLOCKS and not hidden:
                self.boxes += self.walk.read_blocks(Element("w:body", {}, [child]))
            elif name in NOTE_KINDS:
                self.read_note(NOTE_KINDS[name], child, hidden)
            elif name == "w:sym":
                self.put(
                    SYMBOLS.get(child.attributes.get("w:char", "").upper(), ""), styles, hidden
                )
            else:
                unprinted = name in UNPRINTED
                inside_child = inside or name in TEXTS or name == "w:delText"
                self.read(child, styles, hidden or unprinted, inside_child)

    def read_note(self, kind: str, reference: Element, hidden: bool) -> None:
        if hidden:
            body = self.walk.bodies.get((kind, reference.attributes.get("w:id", "")))
            if body is not None and self.walk.takes_notes:
                self.walk.takes_notes = False
                self.walk.put_aside(body)
                self.walk.takes_notes = True
        elif (mark := self.walk.read_note(kind, reference)) is not None:
            self.lines[-1].append(mark)


def _list_cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row; elements next to them count as cells too."""
    for child in row.list_elements():
        if child.name != "w:tc" and _holds(child, frozenset({"w:tc"})):
            yield from _list_cells(child)
        elif child.name not in PROPERTIES:
            yield child if child.name == "w:tc" else Element("w:tc", {}, [child])


def _holds(element: Element, names: frozenset[str]) -> bool:
    return any(c.name in names or _holds(c, names) for c in element.list_elements())


def _strip_first(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Drop the blank between a note's label and its words."""
    if not paragraphs or not paragraphs[0].lines[0]:
        return paragraphs
    first, *rest = paragraphs
    (run, *runs), *lines = first.lines
    stripped = (replace(run, text=run.text.lstrip()), *runs)
    return [replace(first, lines=(stripped, *lines)), *rest]
