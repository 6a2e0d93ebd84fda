"""Find damage in what a page is drawn with: streams that do not unpack, images without data.

PDFium draws as much as it can and does not report the rest: a page whose streams were cut or
rewritten on the way (bytes taken for text, and written back as UTF-8) is as white as a blank one,
or ends in the middle of a line.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from build_scripts.model.text.pattern import Pattern
from build_scripts.reading.external.pdf_copy import save_pages

PIECE = 1 << 20  # bytes that are unpacked at a time …
MOST_UNPACKED = 256 << 20  # … and of one file, or page; what comes after them is believed
MOST_COPIED = 512 << 20  # of all pages: a page can share its streams with a thousand others
MOST_STREAMS = 100_000  # of one file
LONGEST_DICTIONARY = 600  # bytes before a stream in which its filter is named
STREAM = Pattern(
    rb">>\s{0,9}stream\r?\n",
    accepts=[b"<</Length 9>>stream\r\n", b">>\nstream\n"],
    refuses=[b">> endstream\n", b"stream\n", b">>stream "],
)
# Packed, and packed by nothing else before.
FLATE = Pattern(
    rb"(?<!Decode)(?<!Decode )/FlateDecode\b",
    accepts=[b"/Filter/FlateDecode", b"/Filter [ /FlateDecode /DCTDecode ]"],
    refuses=[b"/Filter[/ASCII85Decode /FlateDecode]", b"/DCTDecode", b"/FlateDecoder"],
)
# PDFium writes the streams of a copy so: the dictionary on one line, with the length in it.
COPIED = Pattern(
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
# What draws a page, named by the number of its object: one, or the first of several.
CONTENTS = Pattern(
    rb"/Contents\s{0,3}\[?\s{0,3}(\d{1,9})\s(\d{1,5})\sR\b",
    accepts=[b"/Contents 9 0 R /Type/Page", b"/Contents[9 0 R 10 0 R]"],
    refuses=[b"/Contents (a note)", b"/Contents[]", b"/ContentsX 9 0 R"],
)
OBJECT = Pattern(
    rb"(?<!\d)(\d{1,9})\s{1,3}(\d{1,5})\s{1,3}obj\b",
    accepts=[b"9 0 obj<<", b"\n12 0 obj\n"],
    refuses=[b"endobj", b"9 0 R"],
)


class Damage:
    """A file's broken or missing streams, and the pages that they affect.

    Streams that are packed once ("FlateDecode", nearly all) are examined. Contents that a page
    names and the file lacks are missing.
    """

    def __init__(self, document: pdfium.PdfDocument, data: bytes) -> None:
        self._document = document
        # Where a file is locked, all its streams look broken here; their copies do not.
        # A page's contents are never packed among other objects.
        named = {(m[1], m[2]) for m in islice(CONTENTS.finditer(data), MOST_STREAMS)}
        self._lacking = bool(named) and not named <= {(m[1], m[2]) for m in OBJECT.finditer(data)}
        self._suspect = self._lacking or not _unpack_all(data, _list_packed(data))
        self._room = MOST_COPIED

    def touches(self, index: int) -> bool:
        """Return whether a page, from 0, lacks a stream or one breaks off. Raises PdfiumError."""
        if not self._suspect or self._room <= 0:
            return False
        copy = save_pages(self._document, [index])
        self._room -= len(copy)
        if self._lacking and not CONTENTS.search(copy):
            return True
        streams = ((m.end(), m.end() + int(m[1])) for m in COPIED.finditer(copy))
        return not _unpack_all(copy, streams)


def has_broken_image(page: pdfium.PdfPage) -> bool:
    """Return whether the page has an image that PDFium can't decode. The page can be drawn."""
    return any(map(_is_broken, page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])))


def _is_broken(image: pdfium.PdfImage) -> bool:
    try:
        image.get_bitmap()
    except pdfium.PdfiumError:
        return True
    return False


def _list_packed(data: bytes) -> Iterator[tuple[int, None]]:
    """Yield where the file's packed streams begin, in the spelling of any program."""
    for found in islice(STREAM.finditer(data), MOST_STREAMS):
        start = max(0, found.start() - LONGEST_DICTIONARY)
        start = max(start, data.rfind(b"obj", start, found.start()))
        if FLATE.search(data, start, found.start()):
            yield found.end(), None


def _unpack_all(data: bytes, streams: Iterable[tuple[int, int | None]]) -> bool:
    """Return whether packed data unpacks to its end, wherever it begins.

    A wrong checksum is accepted if the end is given; if not, what follows a stream that was cut may
    look like the rest of it, but for the checksum.
    """
    left = MOST_UNPACKED
    for start, end in streams:
        unpacked, whole = _unpack(memoryview(data)[start:end], left, sums=end is None)
        left -= unpacked
        if left <= 0:
            break
        if not whole:
            return False
    return True


def _unpack(packed: memoryview, most: int, sums: bool) -> tuple[int, bool]:
    """Return the unpacked size, little more than `most`, and if the data ends; empty data does."""
    if not packed or bytes(packed[:11]).strip().startswith(b"endstream"):
        return 0, True
    unpacker = zlib.decompressobj()
    unpacked = at = 0
    while unpacked < most and not unpacker.eof:
        waiting = unpacker.unconsumed_tail or packed[at : at + PIECE]
        at += 0 if unpacker.unconsumed_tail else len(waiting)
        try:
            piece = unpacker.decompress(waiting, PIECE)
        except zlib.error as error:
            return unpacked, not sums and "incorrect data check" in str(error)
        if not piece and not waiting:
            break
        unpacked += len(piece)
    return unpacked, unpacker.eof
