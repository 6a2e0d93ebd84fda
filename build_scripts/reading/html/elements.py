"""What an element of an opinion's HTML means, by its name, class, style and id.

Learnt from courts' own pages, word processors' export, and the HTML that CourtListener holds:
Public.Resource.Org (`div.num`, `a.footnote`), Lawbox (`center`, `[1]` raised), Columbia and
Harvard XML (`footnotemark`, `page-number`, `footnote label=…`).
"""

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from build_scripts.model.source_text import Style
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.paragraphs import TAG_STYLES, read_label

BLOCKS = frozenset(
    """address article aside attorneys author blockquote block_quote body caption casename center
    cite_line citation_line court dd decisiondate div dl docketnumber dt fieldset figure footer
    footnote footnote_body form h1 h2 h3 h4 h5 h6 head-matter header headnotes hr judges li main
    nav ol opinion otherdate p parties pre section summary syllabus table tbody tfoot thead tr
    ul""".split()
)
STYLES = {**TAG_STYLES, "cite": Style.ITALIC}
# Never words of the order: they are not part of the text that the reader answers for.
UNREAD = ("script", "style", "template", "head", "noscript")
CELLS = frozenset(("td", "th"))
LONGEST_CELL = 400  # characters: longer ones lay out a page
QUOTES = frozenset(("blockquote", "block_quote"))
MARK_TAGS = frozenset(
    ("footnotemark", "footnote_reference", "footnote-reference", "footnote_number")
)
PAGE_TAGS = frozenset(("page-number", "page_number"))
PAGE_CLASSES = frozenset(("star-pagination", "page-number", "pagenumber", "page-label"))
NOTE_TAGS = frozenset(("footnote", "footnote_body"))
NOTE_HOLDERS = frozenset(("div", "li", "aside", "p", "section"))
_PATTERNS = read_patterns(__package__, "elements.toml")


Attributes = Mapping[str, str | None]


def is_data_row(node: LexborNode) -> bool:
    """Return whether a table's row holds at least two short cells and no block elements."""
    cells = [child for child in node.iter() if child.tag in CELLS]
    if len(cells) < 2 or node.css_first("table, footnote, .footnote, li") is not None:
        return False
    return all(len(cell.text(deep=True).strip()) <= LONGEST_CELL for cell in cells)


def list_classes(attributes: Attributes) -> frozenset[str]:
    """Return the element's classes in lower case."""
    return frozenset((attributes.get("class") or "").lower().split())


def is_page_mark(tag: str, attributes: Attributes) -> bool:
    """Return whether the element marks where a page of the printed report begins."""
    return tag in PAGE_TAGS or (
        tag in ("span", "a") and not PAGE_CLASSES.isdisjoint(list_classes(attributes))
    )


def read_page(text: str) -> int | None:
    """Return the number of a page mark: "*284", "[*284]", "284"."""
    match = _PATTERNS.PAGE.fullmatch(text)
    return int(match["number"]) if match else None


def read_page_mark(node: LexborNode) -> tuple[int | None, str]:
    """Return the page that a mark names, in its text or an attribute, and its report, "" for none.

    CourtListener and the Caselaw Access Project mark the pages of each report that prints an
    opinion, by `citation-index` or `pagescheme`.
    """
    given = node.attributes
    number = read_page(node.text(deep=True))
    for name in ("label", "data-label", "number"):
        if number is None:
            number = read_page(given.get(name) or "")
    names = ("citation-index", "data-citation-index", "pagescheme")
    return number, next((value for name in names if (value := given.get(name))), "")


def find_mark(node: LexborNode, tag: str, attributes: Attributes) -> str | None:
    """Return the label if the element is a footnote mark or the label before a note's words."""
    if tag == "a":
        classes = list_classes(attributes)
        linked = _PATTERNS.NOTE_LINK.match(attributes.get("href") or "")
        if not linked and classes.isdisjoint(("footnote", "footnotemark")):
            return None
    elif tag != "sup" and tag not in MARK_TAGS:
        return None
    return read_label(node.text(deep=True))


def is_note(tag: str, attributes: Attributes) -> bool:
    """Return whether the element holds one footnote."""
    if tag in NOTE_TAGS:
        return True
    if tag not in NOTE_HOLDERS or not attributes:
        return False
    if _PATTERNS.NOTE_ID.fullmatch(attributes.get("id") or ""):
        return True
    return tag != "section" and "footnote" in list_classes(attributes)


def read_note_label(attributes: Attributes) -> str:
    """Return the label that a note's element has in an attribute, or ""."""
    given = attributes.get("label") or attributes.get("data-label") or ""
    if label := read_label(given):
        return label
    named = _PATTERNS.NOTE_ID.fullmatch(attributes.get("id") or "")
    return named["label"] if named else ""


def is_set_apart(tag: str, attributes: Attributes) -> bool:
    """Return whether the element centres its content."""
    if tag == "center" or (attributes.get("align") or "").lower() == "center":
        return True
    return bool(_PATTERNS.CENTRED.search(attributes.get("style") or ""))


def is_site_furniture(node: LexborNode, tag: str, attributes: Attributes) -> bool:
    """Return whether the element is the site's and not the order's: menu, footer, numbers."""
    if tag == "nav" or (tag == "div" and attributes.get("id") in ("footer", "nav")):
        return True
    holder = node.parent
    if holder is None or (tag, holder.tag) != ("span", "div"):
        return False
    return all("num" in list_classes(one) for one in (attributes, holder.attributes))
