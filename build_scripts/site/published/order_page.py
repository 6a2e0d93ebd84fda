"""The text of an order's published page: each paragraph with its page and line."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.problems import ExitCode
from build_scripts.site.published.site_files import SiteError

_BLOCKS = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "tr"})
_NO_TEXT = frozenset({"page-mark", "footnote-backref"})
"""Classes of elements in the text that are not words of the order."""


@dataclass(frozen=True, slots=True)
class Place:
    """The page and line of a passage's words from the character at `offset` on.

    `page` is the page number to cite, "" if the page bears none; `sheet` counts from 1; `line` is
    the number printed in the margin of pleading paper, 0 for none.
    """

    offset: int
    page: str
    sheet: int
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, row of a table, or a note's paragraph; `anchor` is "" for some. `marks`
    are the other anchors in it, each with the character after it.
    """

    anchor: str
    text: str
    places: tuple[Place, ...]
    marks: Mapping[str, int] = field(default_factory=dict)

    def find_place(self, offset: int = 0) -> Place:
        """Return the place of one of its characters."""
        at = bisect_right(self.places, offset, key=lambda place: place.offset) - 1
        return self.places[max(at, 0)]


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """An order's page. `citation` holds its pin's place as `before` and `after`."""

    case_name: str
    title: str
    facts: str  # court, docket number, day, judge
    before: str
    pin_lead: str  # ", slip op. at ", or ", ¶ " of a paragraph; "" if it is cited without either
    after: str
    passages: tuple[Passage, ...]

    def find_anchor(self, anchor: str) -> int | None:
        """Return the index of the passage with an anchor, or None if no passage has it."""
        found = (n for n, one in enumerate(self.passages) if anchor in (one.anchor, *one.marks))
        return next(found, None) if anchor else None

    def cite(self, place: str = "") -> str:
        """Return the order's citation, with a page or a paragraph, as `pin_lead` introduces."""
        pin = f"{self.pin_lead}{place}" if self.pin_lead and place else ""
        return f"{self.before}{pin}{self.after}"


def read_order_page(html: bytes, address: str) -> PublishedPage:
    """Read an order's page from a site's HTML. Raises SiteError for any other page."""
    tree = LexborHTMLParser(html)
    text, cited = tree.css_first(".order-text"), tree.css_first(".cite-text")
    if text is None or cited is None:
        raise NotAnOrderError(f"{address} is not an order's page.")
    pin = cited.css_first(".cite-pin")
    first = (pin.attributes.get("data-first-page") if pin else "") or ""
    before, _, after = _list_words(cited, cut="cite-pin").partition("\0")
    return PublishedPage(
        case_name=_read_text(tree.css_first("h1")),
        title=_read_text(tree.css_first(".order-title")),
        facts=_read_text(tree.css_first(".order-line")),
        before=before,
        pin_lead=(pin.attributes.get("data-lead") if pin else "") or "",
        after=after,
        passages=tuple(_Reader(first).read(text)),
    )


class NotAnOrderError(SiteError):
    """A page that is not an order's."""

    exit_code = ExitCode.BAD_INPUT


def _read_text(node: LexborNode | None) -> str:
    return " ".join(node.text().split()) if node else ""


def _list_words(node: LexborNode, cut: str) -> str:
    """Return its words, with a null character in place of each element of the class `cut`."""
    words = []
    for child in node.traverse(include_text=True):
        if child.tag == "-text":
            words.append(child.text_content or "")
        elif cut in _list_classes(child):
            words.append("\0")
    return " ".join("".join(words).split())


def _list_classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


@dataclass(slots=True)
class _Reader:
    """Reads a text from its beginning to its end, and keeps track of the page."""

    page: str
    sheet: int = 1
    line: int = 0
    labels: dict[int, str] = field(default_factory=dict)
    marked: dict[str, int] = field(default_factory=dict)  # the sheet that marks a note

    def read(self, text: LexborNode) -> Iterator[Passage]:
        self.labels = {1: self.page}
        for mark in text.css("a.page-mark"):
            place = (mark.attributes.get("href") or "").removeprefix("#")
            label = place.removeprefix("at-") if place.startswith("at-") else ""
            self.labels[int((mark.attributes.get("id") or "page-1")[5:])] = label
        for block in text.traverse():
            if block.tag in _BLOCKS:
                passage = self._read_block(block)
                if passage.text:
                    yield passage

    def _read_block(self, block: LexborNode) -> Passage:
        name = _name(block)
        if name in self.marked:  # a note is on the page that marks it, unless it names another
            self._turn(self.marked.pop(name))
        written: list[str] = []
        places = [Place(0, self.page, self.sheet, 0)]
        length = 0
        marks: dict[str, int] = {}
        for node in block.traverse(include_text=True):
            if node.tag == "-text":
                if _is_text(node, block):
                    words = " ".join(f"-{node.text_content or ''}-".split())[1:-1]
                    if not length or written[-1].endswith(" "):
                        words = words.lstrip(" ")
                    written.append(words)
                    length += len(words)
                continue
            if own := node.attributes.get("id"):
                marks.setdefault(own, length)
            if self._notice(node):
                if length == places[-1].offset:
                    places.pop()
                places.append(Place(length, self.page, self.sheet, self.line))
            elif node.tag in {"td", "th"} and length:
                written.append(" | ")
                length += 3
        return Passage(name, "".join(written).rstrip(), tuple(places), marks)

    def _notice(self, node: LexborNode) -> bool:
        """Go on to a page or a line; return whether this node is the mark of one."""
        name, classes = node.attributes.get("id") or "", _list_classes(node)
        if "line-mark" in classes:
            sheet, _, line = name[1:].partition("-")
            self._turn(int(sheet))
            self.line = int(line)
            return True
        if "page-mark" in classes:
            self._turn(int(name[5:]) if name else self.sheet + 1)  # a note's own has no name
            return True
        if name.startswith("fnref"):
            self.marked.setdefault(f"fn:{name.partition(':')[2]}", self.sheet)
        return False

    def _turn(self, sheet: int) -> None:
        self.sheet, self.page, self.line = sheet, self.labels.get(sheet, ""), 0


def _name(block: LexborNode) -> str:
    """Return its anchor; a note's paragraph has that of the note."""
    own = block.attributes.get("id")
    if own:
        return own
    above = block.parent
    while above is not None and above.tag in {"blockquote", "li"}:
        if above.tag == "li":
            return above.attributes.get("id") or ""
        above = above.parent
    return ""


def _is_text(node: LexborNode, block: LexborNode) -> bool:
    above = node.parent
    while above is not None and above != block:
        if _NO_TEXT.intersection(_list_classes(above)) or above.tag == "sup":
            return False
        above = above.parent
    return True
