"""An order's original file, offered on its page: as it is, or with private words masked."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.clean_order import PRIVATE_REASONS, RemovalReason
from build_scripts.model.order import Order
from build_scripts.model.page import ORDER, SiteChoices
from build_scripts.model.redaction import HIDDEN, MASK, PASSAGE
from build_scripts.model.source_text import SourceFormat
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.withholding import WithheldPart

# Words that others own: masked, and a file that contains them is offered in no form.
OWNED_REASONS = frozenset({RemovalReason.PUBLISHER})

# Forms whose lines are the lines of the file, so that a word can be masked in place.
_TEXT_FORMS = frozenset({SourceFormat.LAYOUT, SourceFormat.PLAIN, SourceFormat.MARKDOWN})
_SUFFIXES = {
    SourceFormat.MARKDOWN: "txt",  # ".md" would become a page
    SourceFormat.LAYOUT: "txt",
    SourceFormat.PLAIN: "txt",
    SourceFormat.PDF: "pdf",
    SourceFormat.SCAN: "pdf",
    SourceFormat.HTML: "html.txt",  # a court's markup and scripts must not run on this site
    SourceFormat.DOCX: "docx",
    SourceFormat.ODT: "odt",
    SourceFormat.RTF: "rtf",
    SourceFormat.DOC: "doc",
    SourceFormat.WPD: "wpd",
    SourceFormat.COURTLISTENER: "json",
    SourceFormat.CAP: "json",
}
_WORD = Pattern(r"\S", accepts=["Rosa", " § "], refuses=[" \t\n\f"])


@dataclass(frozen=True, slots=True)
class Original:
    """The original of one order as the site offers it, at a path below the docs folder.

    `masked_lines` are the numbers, from 1, of lines whose characters are masked: none if the file
    is offered as it came, or as a copy of its pages alone.
    """

    path: str
    masked_lines: frozenset[int] = frozenset()
    is_copy: bool = False


def offer_original(archived: ArchivedOrder) -> Original | None:
    """Return the file to offer, or None: if an editor withholds it, if it is a publisher's print,
    if it holds more than its pages show and they can't be copied, and if removed words are in a
    form in which they can't be masked.
    """
    order = archived.order
    path = f"{archived.address}/original.{_SUFFIXES[order.source.format]}"
    if is_original_withheld(order) or order.extracts.is_publishers:
        return None
    left = order.redaction
    if order.is_whole:
        offered = left.copied or not left.side_parts
        return Original(path, is_copy=left.copied) if offered else None
    private = frozenset(line for _, line in _iter_masked(order))
    return Original(path, private) if private and order.source.format in _TEXT_FORMS else None


def name_data_file(archived: ArchivedOrder, choices: SiteChoices) -> str:
    """Return the path of an order's JSON, or of its court and year's in a compact archive."""
    if not choices.compact:
        return f"{archived.address}/{ORDER}"
    day = archived.stated.day
    year = f"{day.year}" if day else "undated"
    return f"{archived.address.rsplit('/', 2)[0]}/{year}.json"


def is_offered_whole(order: Order) -> bool:
    """Return whether the file, or a copy of its pages, is offered in a form that may hold more than
    its pages' words: facts about the file, fields next to the text.
    """
    return (
        order.source.format not in _TEXT_FORMS
        and order.is_whole
        and not order.extracts.is_publishers
        and (order.redaction.copied or not order.redaction.side_parts)
    )


def is_original_withheld(order: Order) -> bool:
    """Return whether an editor withholds the file as it came."""
    return any(each.what is WithheldPart.ORIGINAL for each in order.redaction.withholdings)


def name_absence(order: Order) -> str:
    """Return the name of the message that explains why an original is not offered."""
    if is_original_withheld(order):
        return "order_page.no_original_withheld"
    if order.extracts.is_publishers:
        return "order_page.no_original_publisher"
    kinds = {each.kind for each in order.redaction.redacted}
    if not kinds and order.redaction.side_parts:
        return "order_page.no_original_side_parts"
    if kinds == {PASSAGE}:
        return "order_page.no_original_passage"
    if HIDDEN in kinds and kinds <= {PASSAGE, HIDDEN}:
        return "order_page.no_original_hidden"
    return "order_page.no_original_private"


def list_open_pages(order: Order) -> list[int]:
    """Return the numbers of a PDF's pages that may be shown: those without removed words."""
    if order.source.format not in (SourceFormat.PDF, SourceFormat.SCAN):
        return []
    if is_original_withheld(order) or order.extracts.is_publishers:
        return []
    private = {page for page, _ in _iter_masked(order)}
    return [page.number for page in order.pages if page.number not in private]


def _iter_masked(order: Order) -> Iterator[tuple[int, int]]:
    """Yield page and line of all words that are never published."""
    removals = order.clean.removals
    yield from ((one.page, one.line) for one in removals if one.reason in PRIVATE_REASONS)
    yield from ((one.page, one.line) for one in order.redaction.redacted)
    yield from (
        (page.number, line.number)
        for page in order.pages
        for line in page.lines
        if MASK in line.text
    )


def mask_text(text: str) -> str:
    """Return `text` with a block in place of every character that is not whitespace."""
    return _WORD.sub(MASK, text)


def mask_lines(text: str, numbers: frozenset[int]) -> str:
    """Return `text` with the lines of these numbers, counted from 1 at line feeds, masked."""
    lines = text.split("\n")
    return "\n".join(
        mask_text(line) if number in numbers else line for number, line in enumerate(lines, start=1)
    )
