"""PDF with a text layer, by PDFium: characters → segments → printed lines → source text.

characters.py asks PDFium, segments.py follows its reading order along the baselines,
printed_lines.py lays the page out as text, so that cleaning sees the same columns that
`pdftotext -layout` would show it, and knows besides what is raised, bold and italic.
"""

from collections import Counter

import pypdfium2 as pdfium

from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat, SourceLine, SourcePage, SourceText
from build_scripts.problems import Finding, FindingCode, UnreadableOrderError
from build_scripts.reading.pdf.characters import Character, read_characters
from build_scripts.reading.pdf.printed_lines import lay_out_lines
from build_scripts.reading.pdf.segments import gather_segments

MOST_PAGES = 2000  # a longer paper is no order; reading stops with a finding
FEWEST_CHARACTERS = 20  # letters and digits of a page with a text layer


def read_pdf(raw: RawOrder) -> SourceText:
    """Read a PDF's text layer, page by page.

    Lines are numbered on their page. Raises UnreadableOrderError for files that PDFium can't
    open (damaged, encrypted), have no page, more than MOST_PAGES, or no text layer.
    """
    document = _open(raw)
    try:
        if not 0 < len(document) <= MOST_PAGES:
            raise _refuse(
                raw,
                f"The PDF has {len(document)} pages.",
                f"One order has 1 to {MOST_PAGES}: split the file, or fetch it again.",
            )
        pages = []
        decoded = []
        for number in range(1, len(document) + 1):
            characters = _read_page(document, number - 1)
            decoded.append("".join(character.text for character in characters))
            pages.append(SourcePage(number, _lay_out(characters)))
    finally:
        document.close()
    text = "\n".join(decoded)
    if sum(character.isalnum() for character in text) < FEWEST_CHARACTERS:
        raise _refuse(
            raw,
            "The PDF is a scan: it has no text layer.",
            "Run it through an OCR program first (ocrmypdf), and put the result in its place.",
        )
    return SourceText(SourceFormat.PDF, "pdf", text, tuple(pages), laid_out=True, paged=True)


def _open(raw: RawOrder) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(raw.data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise _refuse(
            raw,
            "The PDF is encrypted." if locked else "The PDF is damaged and can't be opened.",
            "Put an unlocked copy in its place." if locked else "Fetch it again.",
        ) from error


def _refuse(raw: RawOrder, message: str, advice: str) -> UnreadableOrderError:
    return UnreadableOrderError(Finding(raw.path, FindingCode.UNREADABLE_FILE, message, advice))


def _read_page(document: pdfium.PdfDocument, index: int) -> list[Character]:
    page = document[index]
    try:
        return list(read_characters(page))
    finally:
        page.close()


def _lay_out(characters: list[Character]) -> tuple[SourceLine, ...]:
    turns = Counter(c.turn for c in characters if not c.generated and c.text.strip())
    turn = turns.most_common(1)[0][0] if turns else 0
    segments, across = gather_segments(characters, turn)
    lines = [SourceLine(0, text.strip(), rotated=True) for text in across if text.strip()]
    lines += [SourceLine(0, laid.text, laid.styles) for laid in lay_out_lines(segments)]
    return tuple(
        SourceLine(number, line.text, line.styles, rotated=line.rotated)
        for number, line in enumerate(lines, start=1)
    )
