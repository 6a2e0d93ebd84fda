"""Detect the form of a raw order from its content, never from its name."""

import math
from itertools import islice

from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading.external.zip_container import ContainerError, ZipContainer

ZIP_SIGNATURE = b"PK\x03\x04"
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
DOCX_BODY = "word/document.xml"
ODT_BODY = "content.xml"
PDF_SIGNATURE = b"%PDF-"
HEAD = 1024  # bytes in which a PDF says so (ISO 32000-1, appendix H: leading bytes are let pass)
SIGNATURES = (
    (ZIP_SIGNATURE, "a ZIP archive of several files, or a damaged DOCX or ODT"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
)

_PATTERNS = read_patterns(__package__, "forms.toml")
HTML = _PATTERNS.HTML
JSON = _PATTERNS.JSON
MARKDOWN_SIGNS = _PATTERNS.MARKDOWN_SIGNS

FEWEST_MARKDOWN_SIGNS = 2
MANY_MARKDOWN_SIGNS = 8
MARKDOWN_SHARE = 0.02  # of the lines that hold anything
LAYOUT_SHARE = 0.1  # of the lines that hold anything


def is_pdf(data: bytes) -> bool:
    """Return whether the bytes are a PDF, junk before its header allowed.

    HTML or JSON that quotes a PDF's first bytes is none; for ZIP archives call
    `refuse_foreign_form` first.
    """
    before, signature, _ = data[:HEAD].partition(PDF_SIGNATURE)
    lead = before.decode("latin-1")
    return bool(signature) and not (HTML.match(lead) or JSON.match(lead))


def refuse_foreign_form(raw: RawOrder) -> None:
    """Raise UnreadableOrderError for a form that is known but not read, whatever its name."""
    foreign = next((name for mark, name in SIGNATURES if raw.data.startswith(mark)), None)
    if foreign is not None:
        raise UnreadableOrderError.of(
            raw.path,
            f"The file is {foreign}; no single order can be read from it.",
            "Make a PDF of pictures; put an archive in the orders folder, or unpack it.",
            FindingCode.UNKNOWN_FORM,
        )


def detect_form(text: str) -> SourceFormat:
    """Distinguish Markdown, layout text and plain text by the marks that their tools leave."""
    filled = sum(1 for line in text.split("\n") if line.strip())
    many = math.ceil(max(MANY_MARKDOWN_SIGNS, MARKDOWN_SHARE * filled))
    signs = _count_up_to(many, MARKDOWN_SIGNS, text)
    most = int(LAYOUT_SHARE * filled) + 1
    spaced = "   " in text and _count_up_to(most, _PATTERNS.LAYOUT_SIGNS, text) == most
    # pdftotext -layout output may carry a Markdown note at its end: place decides first.
    if spaced and signs < many:
        return SourceFormat.LAYOUT
    if signs >= FEWEST_MARKDOWN_SIGNS:
        return SourceFormat.MARKDOWN
    return SourceFormat.LAYOUT if spaced else SourceFormat.PLAIN


def _count_up_to(most: int, pattern: Pattern[str], text: str) -> int:
    """Count the matches of a pattern, but stop at `most`."""
    return sum(1 for _ in islice(pattern.finditer(text), most))


def detect_word_form(data: bytes) -> SourceFormat | None:
    """Return the word-processor form of the bytes, whatever the name, or None."""
    if data.startswith(b"{\\rtf"):
        return SourceFormat.RTF
    if data.startswith(OLE_SIGNATURE):
        return SourceFormat.DOC
    if data.startswith(b"\xffWPC"):
        return SourceFormat.WPD
    if data.startswith(ZIP_SIGNATURE):
        try:
            container = ZipContainer(data)
        except ContainerError:
            return None
        if container.find_member(DOCX_BODY):
            return SourceFormat.DOCX
        if container.find_member(ODT_BODY):
            return SourceFormat.ODT
    return None
