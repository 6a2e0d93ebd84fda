"""The objects of a PDF, as qpdf reads them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

from build_scripts.reading.external.pdf_probe import probe_pdf
from build_scripts.reading.external.program import ProgramFailedError

LARGEST_STREAM = 4 * 1024 * 1024  # bytes, unpacked
MOST_JSON = 16 * 1024 * 1024  # bytes of all objects but their streams: 40 times those of a brief
LARGEST_SURE = 4 * 1024 * 1024  # bytes of a file that qpdf reads in seconds, whatever it contains
_SAFE_FILTERS = frozenset({"/FlateDecode", "/ASCIIHexDecode", "/ASCII85Decode"})
"""Filters whose result is bounded, by their kind or by LARGEST_STREAM."""
_PLAIN = 1  # the kind of an entry for an object that is in no object stream (ISO 32000-1, 7.5.8.3)
_SCRIPT = """
import sys
from io import BytesIO
import pikepdf
pdf = pikepdf.open(BytesIO(sys.stdin.buffer.read()))
for place in pdf.get_xref_table():
    pdf.get_object(place)
"""

pikepdf.settings.set_qpdf_limits(
    doc_max_warnings=1000,
    parser_max_container_size=100_000,
    flate_max_memory=LARGEST_STREAM,
    png_max_memory=LARGEST_STREAM,
    tiff_max_memory=LARGEST_STREAM,
)


class PdfObjectsError(Exception):
    """A PDF can't be read as objects, or not within bounds."""


@dataclass(frozen=True, slots=True)
class PdfDictionary:
    """A dictionary of a PDF: its keys, and its values that are names, strings and references.

    `number` is that of its object; `key` is its key in the dictionary around it, "" for an object.
    Values are with their keys, those of an array with the array's. Names are without "/".
    """

    number: int
    key: str
    keys: set[str] = field(default_factory=set)
    names: list[tuple[str, str]] = field(default_factory=list)
    strings: list[tuple[str, str]] = field(default_factory=list)
    references: list[tuple[str, int]] = field(default_factory=list)

    @property
    def words(self) -> set[str]:
        """Return its keys, and the names among its values."""
        return self.keys | {name for _, name in self.names}


class PdfObjects:
    """The objects of a PDF in its current state, nothing encrypted."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF. Raise PdfObjectsError if qpdf can't, or not within the bounds of a probe."""
        try:
            if len(data) > LARGEST_SURE:
                probe_pdf(data, _SCRIPT, memory=(1 << 30) + 4 * len(data))
            self._pdf = pikepdf.open(BytesIO(data), conversion_mode="explicit")
            self._table = self._pdf.get_xref_table()
        except (pikepdf.PikepdfError, ProgramFailedError, RuntimeError, ValueError) as error:
            raise PdfObjectsError(str(error)) from error
        self._generations = dict(self._table.keys())
        found = self._pdf.trailer.get("/Info")
        # The number of the object with the document's title and author, 0 for none.
        self.information = found.objgen[0] if isinstance(found, pikepdf.Object) else 0

    def list_dictionaries(self) -> Iterator[PdfDictionary]:
        """Yield every dictionary, nested ones and those of streams too. Raise PdfObjectsError for
        an unreadable object, and after MOST_JSON.
        """
        left = MOST_JSON
        for place, entry in self._table.items():
            if entry.type == _PLAIN and not entry.offset:
                continue  # a place that was never filled
            try:
                found = self._pdf.get_object(place)
                text = b"" if found is None else found.to_json(dereference=True)
                value = json.loads(text)
            except (pikepdf.PikepdfError, RuntimeError, ValueError, RecursionError) as error:
                raise PdfObjectsError(str(error)) from error
            left -= len(text)
            if left < 0:
                raise PdfObjectsError("The file has more objects than are read.")
            yield from _list_dictionaries(place[0], value)

    def list_streams(self) -> dict[int, bytes]:
        """Return the packed bytes of drawings, pictures, fonts and files, by their numbers."""
        found = {number: self._find_stream(number) for number, _ in self._table}
        apart = ("/Metadata", "/XRef", "/ObjStm")
        return {
            number: stream.read_raw_bytes()
            for number, stream in found.items()
            if stream is not None and stream.get("/Type") not in apart
        }

    def read_stream(self, number: int) -> bytes:
        """Return an unpacked stream, b"" for none; one over LARGEST_STREAM still packed."""
        stream = self._find_stream(number)
        if stream is None:
            return b""
        filters: Any = stream.get("/Filter", [])
        kinds = [filters] if isinstance(filters, pikepdf.Name) else list(filters)
        try:
            if _SAFE_FILTERS.issuperset(map(str, kinds)):
                return bytes(stream.read_bytes())
        except (pikepdf.PikepdfError, RuntimeError):
            pass
        return stream.read_raw_bytes()[:LARGEST_STREAM]

    def _find_stream(self, number: int) -> pikepdf.Stream | None:
        try:
            found = self._pdf.get_object((number, self._generations.get(number, 0)))
        except (pikepdf.PikepdfError, RuntimeError) as error:
            raise PdfObjectsError(str(error)) from error
        return found if isinstance(found, pikepdf.Stream) else None


def _list_dictionaries(number: int, value: Any) -> list[PdfDictionary]:
    found = [PdfDictionary(number, "")]
    waiting = [(found[0], "", value)]
    while waiting:
        inside, key, value = waiting.pop()
        if isinstance(value, dict):
            if key:
                inside = PdfDictionary(number, key)
                found.append(inside)
            names = [name.removeprefix("n:").removeprefix("/") for name in value]
            inside.keys.update(names)
            waiting += [(inside, *one) for one in zip(names, value.values(), strict=True)]
        elif isinstance(value, list):
            waiting += [(inside, key, one) for one in value]
        elif not isinstance(value, str):
            continue
        # qpdf writes a name, a string, a reference as "/A", "u:a" or "b:61", "7 0 R".
        elif value.startswith(("u:", "b:")):
            binary = value.startswith("b:")
            text = bytes.fromhex(value[2:]).decode("latin-1") if binary else value[2:]
            if text := text.strip():
                inside.strings.append((key, text))
        elif value.startswith(("/", "n:/")):
            inside.names.append((key, value.removeprefix("n:")[1:]))
        else:
            inside.references.append((key, int(value.partition(" ")[0])))
    return found
