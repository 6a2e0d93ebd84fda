"""ODT to flowing text, by our own code (OpenDocument 1.3, part 3).

pandoc loses text boxes, fields, contents, covered cells, heads and feet.
"""

from build_scripts.model.source_text import LineKind, Style
from build_scripts.model.text.pattern import Pattern
from build_scripts.reading.word.flowing_text import (
    LONG,
    FlowingText,
    Note,
    OpenParagraph,
    Paragraph,
    Run,
    join_row,
    mark_note,
)
from build_scripts.reading.word.list_numbers import count_item, read_integer
from build_scripts.reading.word.odt_styles import OdtStyles, print_label
from build_scripts.reading.word.xml_tree import Element, parse_xml

PARAGRAPHS = frozenset({"text:p", "text:h"})
BLOCKS = frozenset({"text:p", "text:h", "text:list", "table:table"})
CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
NO_WORDS = frozenset(
    {"text:note-citation", "text:sequence-decls", "office:forms", "svg:title", "svg:desc"}
)
UNPRINTED = frozenset({"text:tracked-changes", "office:annotation"})
CHARACTERS = {"text:tab": "\t", "text:line-break": "\n"}
OWN_MARK = Pattern(
    r"[*†‡]{1,4}", accepts=["*", "***", "†‡"], refuses=["1", "*1", "*****", ""], by="fullmatch"
)
MOST_BLANKS = 400  # of one `text:s`
FIRST_HEAD = "style:header-first"


def read_odt_text(content: bytes, styles: bytes) -> FlowingText:
    """Read an ODT by its `content.xml` and `styles.xml` (which holds heads and feet).

    As `read_docx_text`; notes marked by stars keep them. Raises as that does.
    """
    body, sheet = parse_xml(content), parse_xml(styles)
    walk = _Walk(OdtStyles(body, sheet))
    opening = [p for head in sheet.list_all(FIRST_HEAD) for p in walk.read_blocks(head)]
    paragraphs = walk.read_blocks(body)
    walk.passed_over = frozenset({FIRST_HEAD})
    heads = walk.read_blocks(sheet)
    return FlowingText(
        (*opening, *paragraphs),
        tuple(walk.notes),
        tuple(walk.labels),
        tuple(heads),
        asides=tuple(walk.asides),
    )


class _Walk:
    """One walk; collects notes, labels and asides, and counts lists on the way."""

    def __init__(self, styles: OdtStyles) -> None:
        self.styles = styles
        self.notes: list[Note] = []
        self.labels: list[str] = []
        self.asides: list[str] = []
        self.reached: dict[str, dict[int, int]] = {}  # list style → level → number
        self.outline: dict[int, int] = {}
        self.passed_over: frozenset[str] = frozenset()
        self.numbered = 0  # notes so far that the program numbers
        self.inside = 0  # paragraphs that are open: all characters in one are words

    def read_blocks(self, element: Element) -> list[Paragraph]:
        """Return the paragraphs of all blocks in an element, at any depth."""
        paragraphs: list[Paragraph] = []
        for child in element.children:
            if not isinstance(child, str):
                paragraphs += self.read_block(child)
            elif self.inside and child.strip():
                paragraphs.append(Paragraph(((Run(" ".join(child.split())),),)))
        return paragraphs

    def read_block(self, block: Element) -> list[Paragraph]:
        """Return the paragraphs of one block."""
        if block.name in self.passed_over or block.name in NO_WORDS:
            return []
        if block.name in PARAGRAPHS:
            return self.read_paragraph(block)
        if block.name == "text:list":
            return self.read_list(block, "", 1)
        if block.name == "table:table":
            return self.read_rows(block)
        if block.name in UNPRINTED:
            self.put_aside(block, inside=self.inside > 0)
            return []
        return self.read_blocks(block)

    def read_list(self, element: Element, outer: str, level: int) -> list[Paragraph]:
        name = element.attributes.get("text:style-name") or outer
        if not name and (first := next(element.list_all("text:p"), None)):
            name = self.styles.find_list_style(first.attributes.get("text:style-name", ""))
        reached = self.reached.setdefault(name, {})
        goes_on = element.attributes.get("text:continue-numbering") == "true"
        if not goes_on and "text:continue-list" not in element.attributes:
            reached.pop(level, None)
        paragraphs: list[Paragraph] = []
        for item in element.list_elements():
            numbered = item.name == "text:list-item"
            if numbered:
                levels = self.styles.find_levels(name)
                start = levels[level].start if level in levels else 1
                count_item(reached, level, start, item.attributes.get("text:start-value"))
            for child in item.list_elements() if item.name[:9] == "text:list" else (item,):
                if child.name == "text:list":
                    paragraphs += self.read_list(child, name, level + 1)
                    continue
                read = self.read_block(child)
                if numbered and any(p.text.strip() for p in read):
                    label = print_label(self.styles.find_levels(name), level, reached)
                    self.put_label(read, label)
                    numbered = False
                paragraphs += read
        return paragraphs

    def put_label(self, paragraphs: list[Paragraph], label: str) -> None:
        """Set a label before the first paragraph that holds anything."""
        if not label:
            return
        place = next(i for i, paragraph in enumerate(paragraphs) if paragraph.text.strip())
        old = paragraphs[place]
        first, *rest = old.lines
        lines = ((Run(f"{label} "), *first), *rest)
        paragraphs[place] = Paragraph(lines, old.heading_level, LineKind.LIST_ITEM)
        self.labels.append(label)

    def read_rows(self, table: Element) -> list[Paragraph]:
        paragraphs: list[Paragraph] = []
        for child in table.list_elements():
            if child.name == "table:table-row":
                found = child.list_elements()  # what is beside cells counts as a cell too
                cells = (c if c.name in CELLS else Element("", {}, [c]) for c in found)
                paragraphs += join_row([self.read_blocks(cell) for cell in cells])
            elif any(child.list_all("table:table-row")):
                paragraphs += self.read_rows(child)
            else:
                paragraphs += self.read_block(child)
        return paragraphs

    def read_paragraph(self, element: Element) -> list[Paragraph]:
        """Return the paragraph, and those of the boxes that are anchored in it."""
        line = _Line(self)
        self.inside += 1
        line.read(element, frozenset(), hidden=False)
        self.inside -= 1
        lines = line.freeze()
        text = "".join(run.text for runs in lines for run in runs)
        name = element.attributes.get("text:style-name", "")
        if element.name == "text:p":
            quoted = len(text) > LONG and self.styles.is_quotation(name)
            kind = LineKind.QUOTE if quoted else LineKind.PARAGRAPH
            return [Paragraph(lines, kind=kind), *line.boxes]
        level = max(1, read_integer(element.attributes.get("text:outline-level"), 1))
        read = [Paragraph(lines, min(6, level))]
        if text.strip() and element.attributes.get("text:is-list-header") != "true":
            start = self.styles.outline[level].start if level in self.styles.outline else 1
            count_item(self.outline, level, start)
            self.put_label(read, print_label(self.styles.outline, level, self.outline))
        return [*read, *line.boxes]

    def read_note(self, element: Element) -> Run:
        given = element.read_value("text:note-citation", attribute="text:label") or ""
        own_mark = OWN_MARK.fullmatch(given) is not None
        self.numbered += not own_mark
        label = given if own_mark else str(self.numbered)
        place = len(self.notes)
        self.notes.append(Note(label, ()))  # its number comes before those of notes within it
        body = _Line(self)  # of words that stand beside the note's paragraphs
        body.read(element, frozenset(), hidden=False)
        self.notes[place] = Note(label, (Paragraph(body.freeze()), *body.boxes))
        self.labels += [label, label]
        return mark_note(label)

    def put_aside(self, element: Element, inside: bool) -> None:
        """Keep the words of an element's paragraphs separately: they are not printed."""
        for child in element.children:
            if isinstance(child, str):
                if inside:
                    self.asides.append(child)
            elif child.name not in NO_WORDS:
                self.put_aside(child, inside or child.name in PARAGRAPHS)


class _Line(OpenParagraph):
    def __init__(self, walk: _Walk) -> None:
        super().__init__(walk.asides)
        self.walk = walk

    def read(self, element: Element, styles: frozenset[Style], hidden: bool) -> None:
        for child in element.children:
            if isinstance(child, str):
                self.put(" ".join(child.split("\n")), styles, hidden)
                continue
            name = child.name
            if name in NO_WORDS:
                continue
            if name in CHARACTERS:
                self.put(CHARACTERS[name], styles, hidden)
            elif name == "text:s":
                count = read_integer(child.attributes.get("text:c"), 1)
                self.put(" " * min(MOST_BLANKS, max(1, count)), styles, hidden)
            if name in UNPRINTED or (hidden and name == "text:note"):
                self.walk.put_aside(child, inside=True)
            elif name == "text:note":
                self.lines[-1].append(self.walk.read_note(child))
            elif name in BLOCKS and not hidden:
                self.boxes += self.walk.read_block(child)
            elif name == "text:span":
                own, vanishes = self.walk.styles.read_run(
                    child.attributes.get("text:style-name", "")
                )
                self.read(child, styles | own, hidden or vanishes)
            else:
                self.read(child, styles, hidden)
