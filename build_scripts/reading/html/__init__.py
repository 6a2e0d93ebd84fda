"""Opinions in HTML, and in the XML of law reports: the tree is walked, paragraphs come out.

The text that this reader answers for (`decoded`) is all text of the page outside `head`, `script`,
`style`, `template` and `noscript`, and the labels of footnotes that only an attribute names. The
site's menu and foot, paragraph numbers and page marks in it are `markup`.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.source_text import SourceFormat, SourceText
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.html.elements import (
    BLOCKS,
    CELLS,
    QUOTES,
    STYLES,
    UNREAD,
    Attributes,
    find_mark,
    is_data_row,
    is_note,
    is_page_mark,
    is_set_apart,
    is_site_furniture,
    read_note_label,
    read_page,
    read_page_mark,
)
from build_scripts.reading.html.lines import LineGatherer, raise_listed_labels
from build_scripts.reading.layout_text import read_layout_text
from build_scripts.reading.paragraphs import Aside, set_pages

DEEPEST = 1_000  # elements open at one time
MOST_COPIES = 2_000_000  # of open emphasis, and beyond that 8 an element
# Elements that never stay open: void ones, and those that the next of their kind ends.
NEVER_OPEN = frozenset(
    "area base br col dd dt embed hr img input li link meta option p param source td th tr"
    " track wbr".split()
)
COPIED = frozenset("a b big code em font i nobr s small strike strong tt u".split())


def is_too_nested(text: str) -> bool:
    """Return whether more than DEEPEST elements are open at some point, or open emphasis would be
    copied more than MOST_COPIES times. Each name is counted by itself: stray end tags hide nothing.
    """
    opened: Counter[str] = Counter()
    depth = emphasis = copies = elements = 0
    for tag in _PATTERNS.TAG.finditer(text):
        name = tag["name"].lower()
        if not tag["end"]:
            elements += 1
            copies += emphasis
            if copies > MOST_COPIES and copies > 8 * elements:
                return True
        if name in NEVER_OPEN:
            continue
        step = -1 if tag["end"] else 1
        if step < 0 and not opened[name]:
            continue
        opened[name] += step
        depth += step
        if name in COPIED:
            emphasis += step
        if depth > DEEPEST:
            return True
    return False


ADVICE = "Save the opinion alone as HTML or text and put that in its place."
FEWEST_BROKEN = 12  # lines
LONGEST_BROKEN = 120  # characters of nine lines in ten: what a printed page is wide
MARKED_SHARE = 0.1  # of the text, at most
_BREAKS = {"br": "\n", "hr": "\f", "li": "\n", "h1": "\n"}
_MARKED = frozenset("p div table li pre blockquote h1 h2 h3 h4 h5 h6 center opinion".split())
PRE_SHARE = 0.9  # of the text: a page that only wraps pdftotext's output
_PATTERNS = read_patterns(__package__, "html.toml")


def read_html(decoded: str, encoding: str, path: str) -> SourceText:
    """Read an opinion's HTML, whole page or fragment.

    A block is a line; emphasis, raised marks, headings, quotations and list items are kept; a page
    mark begins a page of that number; a footnote begins with a raised label. A page that only wraps
    preformatted text is read as layout text, one that breaks each printed line (`pdftohtml`) as
    plain text. Raises UnreadableOrderError for more than 1,000 nested elements, and if no text is
    left.
    """
    if is_too_nested(decoded):
        raise UnreadableOrderError.of(path, "The page nests its elements too deep.", ADVICE)
    blank_lines = not _PATTERNS.PARAGRAPHS.search(decoded)  # they part paragraphs, as in Markdown
    tree = LexborHTMLParser(_PATTERNS.BLANK_LINE.sub("\n<p>", decoded) if blank_lines else decoded)
    tree.strip_tags(list(UNREAD))
    body = tree.body
    text = body.text(deep=True) if body is not None else ""
    if body is None or not text.strip():
        raise UnreadableOrderError.of(path, "The page holds no text.", ADVICE)
    preformatted = "".join(node.text(deep=True) for node in body.css("pre:not(pre pre)"))
    if len(preformatted.strip()) >= PRE_SHARE * len(text.strip()):
        preformed = read_layout_text(text, encoding, SourceFormat.LAYOUT)
        return replace(preformed, format=SourceFormat.HTML)
    if broken := _read_broken_lines(body):
        plain = read_layout_text(broken, encoding, SourceFormat.PLAIN)
        return replace(plain, format=SourceFormat.HTML, line_by_line=True)
    lines = LineGatherer()
    opened: list[_Opened] = []
    walk_tree(
        body,
        partial(_enter, lines=lines, opened=opened),
        partial(_leave, lines=lines, opened=opened),
    )
    lines.end_block()
    flows, asides = raise_listed_labels(lines.flows, lines.asides)
    pages, markup = set_pages(flows, asides)
    whole = "\n".join((text, *lines.added))
    return SourceText(SourceFormat.HTML, encoding, whole, pages, markup)


def _read_broken_lines(body: LexborNode) -> str | None:
    """Return the text of a page that breaks each printed line and marks no block, else None. A rule
    begins a page; a file's outline may follow, as a list.
    """
    if len(body.css("br")) < FEWEST_BROKEN:
        return None
    pieces: list[str] = []
    opened, marked = 0, 0  # blocks open at one time, characters within them

    def enter(node: LexborNode) -> bool:
        nonlocal opened, marked
        if node.tag == "-text":
            pieces.append((node.text_content or "").replace("\n", " ").replace("\xa0", " "))
            marked += len(pieces[-1]) if opened else 0
        pieces.append(_BREAKS.get(node.tag or "", ""))
        opened += node.tag in _MARKED
        return True

    def leave(node: LexborNode) -> None:
        nonlocal opened
        opened -= node.tag in _MARKED

    walk_tree(body, enter, leave)
    lines = [line.strip(" ") for line in "".join(pieces).split("\n")]
    lengths = sorted(map(len, filter(str.strip, lines)))
    if marked > MARKED_SHARE * sum(lengths) or lengths[len(lengths) * 9 // 10] > LONGEST_BROKEN:
        return None
    return "\n".join(lines)


def walk_tree(
    root: LexborNode, enter: Callable[[LexborNode], bool], leave: Callable[[LexborNode], None]
) -> None:
    """Walk below `root` without recursion; if `enter` is false, skip children and `leave`."""
    waiting: list[tuple[LexborNode, bool]] = [(root, False)]
    while waiting:
        node, entered = waiting.pop()
        if entered:
            leave(node)
            continue
        following = node.next if node is not root else None
        if following is not None:
            waiting.append((following, False))
        if enter(node):
            waiting.append((node, True))
            child = node.first_child
            if child is not None:
                waiting.append((child, False))


class _Opened(NamedTuple):
    """What an open block's element means, kept until it is left."""

    note: bool
    set_apart: bool


def _enter(node: LexborNode, lines: LineGatherer, opened: list[_Opened]) -> bool:
    tag = node.tag or ""
    if tag == "-text":
        text = node.text_content or ""
        pieces = _PATTERNS.STAR_IN_TEXT.split(text) if "[*" in text else [text]
        for index, piece in enumerate(pieces):
            if index % 2:
                lines.begin_page(piece, read_page(piece))
            else:
                lines.add_text(piece)
        return False
    if tag.startswith(("-", "!")):
        return False
    if tag == "br":
        lines.break_line()
        return False
    attributes = node.attributes
    if is_page_mark(tag, attributes):
        lines.begin_page(node.text(deep=True), *read_page_mark(node))
        return False
    if is_site_furniture(node, tag, attributes):
        lines.asides.append(Aside(node.text(deep=True), len(lines.flows)))
        return False
    mark = find_mark(node, tag, attributes)
    if mark is not None:
        lines.add_mark(mark)
        return False
    if tag == "tr" and lines.takes_rows and is_data_row(node):
        lines.begin_row()
    elif tag in BLOCKS:
        lines.end_block()
        opened.append(_enter_block(tag, attributes, lines))
    elif tag in CELLS:
        lines.begin_cell()
    elif tag in STYLES:
        lines.switch(STYLES[tag], on=True)
    return True


def _enter_block(tag: str, attributes: Attributes, lines: LineGatherer) -> _Opened:
    """Open a block; a note inside a note is a part of it."""
    note = not lines.notes and is_note(tag, attributes)
    set_apart = is_set_apart(tag, attributes)
    if note:
        lines.begin_note(read_note_label(attributes))
    if tag == "opinion":  # Harvard's XML
        lines.part = (attributes.get("type") or "").lower()
    lines.item = lines.item or tag == "li"
    if tag in QUOTES:
        lines.quotes += 1
    if _PATTERNS.HEADING.fullmatch(tag):
        lines.level = int(tag[1])
    lines.centred += set_apart
    return _Opened(note, set_apart)


def _leave(node: LexborNode, lines: LineGatherer, opened: list[_Opened]) -> None:
    tag = node.tag or ""
    if tag in STYLES:
        lines.switch(STYLES[tag], on=False)
    if tag in CELLS and lines.in_row:
        lines.end_cell()
    if tag not in BLOCKS:
        return
    if tag == "tr" and lines.in_row:
        lines.end_row()
        return
    lines.end_block()
    block = opened.pop()
    if tag in QUOTES:
        lines.quotes -= 1
    if _PATTERNS.HEADING.fullmatch(tag):
        lines.level = 0
    lines.centred -= block.set_apart
    if block.note:
        lines.end_note()
