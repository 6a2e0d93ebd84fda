"""Whether what a page is drawn by is broken: streams that do not unpack, images without data.

PDFium draws as much as it can and says nothing of the rest: a page whose streams were cut or
rewritten on the way (bytes taken for text, and written back as UTF-8) is as white as a blank one.
"""

import re
import zlib

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from build_scripts.external.pdf_copy import copy_page
from build_scripts.text.pattern import Pattern

PIECE = 1 << 20  # bytes that are unpacked at a time …
MOST_UNPACKED = 64 << 20  # … and of one page; what comes after them is believed
# PDFium writes the streams of a copy so: the dictionary on one line, with the length in it.
PACKED = Pattern(
    rb"^<<(?=[^\r\n]{0,999}/Filter(?:/FlateDecode[/>]|\[/FlateDecode\]))"
    rb"[^\r\n]{0,999}?/Length (\d{1,10})(?=[/>])[^\r\n]{0,999}?>>stream\r\n",
    re.MULTILINE,
    accepts=[
        b"5 0 obj\r\n<</Filter/FlateDecode/Length 429>>stream\r\n",
        b"<</BitsPerComponent 8/Filter[/FlateDecode]/Height 9/Length 33/Width 9>>stream\r\n",
        b"<</DecodeParms<</Predictor 1>>/Filter/FlateDecode/Length 8/Length1 9>>stream\r\n",
    ],
    refuses=[
        b"<</Filter/DCTDecode/Length 429>>stream\r\n",
        b"<</Filter[/ASCII85Decode/FlateDecode]/Length 429>>stream\r\n",
        b"<</Filter/FlateDecode/Length1 429>>stream\r\n",
        b"<</Contents 5 0 R /Type/Page>>\r\n",
    ],
)


def is_damaged(document: pdfium.PdfDocument, index: int, page: pdfium.PdfPage) -> bool:
    """Whether something by which page `index` is drawn does not unpack. The page can be drawn.

    A stream that is missing altogether is not told from none. Of packed streams those are looked
    at that are packed once ("FlateDecode", as nearly all are).
    """
    images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    return any(map(_is_broken, images)) or not _unpacks(copy_page(document, index))


def _is_broken(image: pdfium.PdfImage) -> bool:
    try:
        image.get_bitmap().close()
    except pdfium.PdfiumError:
        return True
    return False


def _unpacks(copy: bytes) -> bool:
    left = MOST_UNPACKED
    for found in PACKED.finditer(copy):
        unpacked, whole = _unpack(copy[found.end() : found.end() + int(found[1])], left)
        left -= unpacked
        if not whole:
            return left <= 0
    return True


def _unpack(packed: bytes, most: int) -> tuple[int, bool]:
    """How many bytes packed data unpacks to, `most` or a piece more, and whether it has an end."""
    unpacker = zlib.decompressobj()
    unpacked = 0
    while unpacked < most and not unpacker.eof:
        try:
            piece = unpacker.decompress(packed, PIECE)
        except zlib.error:
            return unpacked, False
        if not piece:
            break
        unpacked += len(piece)
        packed = unpacker.unconsumed_tail
    return unpacked, unpacker.eof
