"""What a PDF holds besides its pages: attached files, comments, facts about the file, earlier
versions, scripts.

PDFium writes the file anew, each object by itself (ISO 32000-1, 7.3); the strings of its
dictionaries are read, the names say what they are of. What says nothing but what the pages print,
or names a program alone, is passed over: half of all papers have such a title.
"""

import re
import zlib
from collections.abc import Iterator

import pypdfium2 as pdfium

from build_scripts.model.source_text import SidePart, SideParts
from build_scripts.model.text.pattern import Pattern
from build_scripts.reading.external.pdf_copy import copy_pages, write_plainly
from build_scripts.reading.pdf.form_xobjects import has_forms

MOST_VERSIONS = 10  # that are read; more are only told
LARGEST = 16 * 1024 * 1024  # bytes that a stream unpacks to
MOST_WORDS = 2_000_000  # characters of all parts
_HEAD = 2000  # bytes that an object's dictionary takes at most
_OBJECT = Pattern(
    rb"\b(?P<number>\d+) \d+ obj\b(?P<body>(?s:.)*?)\bendobj\b",
    accepts=[b"7 0 obj\n<</Type/Annot>>\nendobj"],
    refuses=[b"7 0 R", b"endobj"],
)
_STREAM = Pattern(rb">>\s*stream\r?\n", accepts=[b">>stream\n"], refuses=[b"endstream\n"])
_TOKEN = Pattern(
    rb"/(?P<name>[^\s/<>\[\](){}%]+)|(?P<hex><[0-9A-Fa-f\s]+>)|(?P<open>\()",
    accepts=[b"/Title", b"<FEFF0041>", b"("],
    refuses=[b"<<", b"12 0 R"],
)
_IN_STRING = Pattern(rb"[()\\]", accepts=[b"("], refuses=[b"a"])
_ESCAPE = Pattern(
    rb"\\(?:(?P<code>[0-7]{1,3})|(?P<end>\r?\n)|(?P<sign>(?s:.)))",
    accepts=[rb"\050", rb"\n", b"\\\n"],
    refuses=[b"n"],
)
_MARK = Pattern(
    r"<(?P<end>/?)(?:\w++:)?(?P<name>[\w.-]++)(?P<values>[^<>]*)>(?P<text>[^<]*)",
    accepts=["<dc:title>A", "</rdf:li>", '<rdf:Description pdf:Keywords="A">'],
    refuses=["<?xpacket", "a > b"],
)
_VALUE = Pattern(
    r'(?<!xmlns:)\b(?P<name>\w+)\s*=\s*"(?P<text>[^"]*)"',
    accepts=['pdf:Keywords="A"'],
    refuses=["a=b", 'xmlns:x="adobe:ns:meta/"'],
)
_WORD = Pattern(r"\w{2,}", accepts=["Roe", "17"], refuses=["a", "-"])
_SWITCHED_OFF = Pattern(
    rb"/OFF\s*\[\s*\d|/BaseState\s*/OFF",
    accepts=[b"/OFF[6 0 R]", b"/BaseState/OFF"],
    refuses=[b"/OFF[]", b"/BaseState/ON"],
)
_OF_FACTS = Pattern(
    rb"/Type\s*/Metadata\b",
    accepts=[b"/Subtype/XML/Type/Metadata"],
    refuses=[b"/Metadata 7 0 R"],
)
_ITS_FACTS = Pattern(
    rb"/Metadata (?P<number>\d+)", accepts=[b"/Metadata 9 0 R"], refuses=[b"/Type/Metadata>>"]
)
_END = Pattern(rb"%%EOF", accepts=[b"%%EOF"], refuses=[b"%EOF"])
_FACTS = Pattern(rb"/Info (?P<number>\d+) ", accepts=[b"/Info 7 0 R"], refuses=[b"/Info<<"])
_BEGUN = Pattern(rb"\b(?P<number>\d+) 0 obj\b", accepts=[b"5 0 obj"], refuses=[b"5 0 R"])

_FORM = Pattern(
    rb"/XFA\s*(?:\[[^\]]*\]|\d+ 0 R)",
    accepts=[b"/XFA 7 0 R", b"/XFA[(template)7 0 R(datasets)8 0 R]"],
    refuses=[b"/XFAImages"],
)
_PART = Pattern(rb"(?<!\d)(?P<number>\d{1,10}+) 0 R", accepts=[b"7 0 R"], refuses=[b"7 0 obj"])

_ACTIONS = frozenset(
    {"JS", "JavaScript", "Launch", "SubmitForm", "ImportData", "RichMedia", "GoToE", "Rendition"}
)
_FILES = frozenset({"EmbeddedFile", "EmbeddedFiles", "EF", "FileAttachment"})
_FONTS = (b"/FontDescriptor", b"/Length1", b"/Type1C", b"/CIDFontType0C", b"/OpenType")
_OF_PROGRAMS = frozenset(
    {
        *("Producer", "Creator", "CreationDate", "ModDate", "Trapped", "SourceModified"),
        *("CreatorTool", "CreateDate", "ModifyDate", "MetadataDate", "format", "DocumentID"),
        *("InstanceID", "OriginalDocumentID", "VersionID", "RenditionClass", "part", "conformance"),
        *("about", "parseType", "lang", "xmptk", "PDFVersion", "softwareAgent", "when", "action"),
        *("changed", "parameters", "instanceID", "documentID", "originalDocumentID", "rev"),
    }
)
"""Facts that programs write of themselves."""
_NO_WORDS = frozenset(
    "anonymous default doc docx microsoft pdf unspecified untitled word wpd".split()
)
_STRUCTURE = frozenset({"RDF", "Description", "Alt", "Seq", "Bag", "li", "xmpmeta"})


def find_side_parts(document: pdfium.PdfDocument, data: bytes, printed: str) -> SideParts:
    """Return what a PDF holds besides its pages, whose words are `printed`.

    Whether a copy of its pages has none of it is tried out. Bounds: MOST_VERSIONS earlier versions,
    LARGEST bytes a stream, MOST_WORDS.
    """
    known = {*_WORD.findall(printed.casefold()), *_NO_WORDS}
    around = data.partition(b"%PDF")[0] + data.rpartition(b"%%EOF")[2]
    outside = (None, around.decode("latin-1"))
    said = [outside, *_list_said(write_plainly(document)), *_list_versions(data)]
    words = "\n".join(text for _, text in said)[:MOST_WORDS]
    parts = tuple(sorted({part for part, text in said if part and _says_more(text, known)}))
    copied = bool(parts) and SidePart.LAYER not in parts and _can_copy(data, known)
    return SideParts(parts, words, copied)


def _says_more(text: str, known: set[str]) -> bool:
    """Whether a part has words that the pages do not print; "" is one that is told in any case."""
    return not text or not known.issuperset(_WORD.findall(text.casefold()))


def _can_copy(data: bytes, known: set[str]) -> bool:
    try:
        copy = pdfium.PdfDocument(copy_pages(data))
    except pdfium.PdfiumError:
        return False
    try:
        left = _list_said(write_plainly(copy))
        return not any(part and _says_more(text, known) for part, text in left)
    finally:
        copy.close()


def _list_said(plain: bytes) -> Iterator[tuple[SidePart | None, str]]:
    """Yield what a plain PDF says in strings, and of what; None where that is nothing known."""
    found = _FACTS.search(plain, plain.rfind(b"trailer"))
    facts = b"" if found is None else found["number"]
    forms = {part["number"] for form in _FORM.finditer(plain) for part in _PART.finditer(form[0])}
    parted = [
        (match["number"], *_part(match["body"], unpacked=match["number"] in forms))
        for match in _OBJECT.finditer(plain)
    ]
    of_fonts = {
        match["number"]
        for _, head, _ in parted
        if any(name in head for name in _FONTS) and (match := _ITS_FACTS.search(head))
    }
    for number, head, stream in parted:
        strings = list(_list_strings(head))
        names = {name.decode("latin-1") for name in _list_names(head)}
        if _SWITCHED_OFF.search(head):
            yield SidePart.LAYER, ""
        if names & _ACTIONS:
            yield SidePart.ACTION, ""
        if names & _FILES:
            yield from ((SidePart.FILE, ""), (None, stream.decode("utf-8", "replace")))
        if number in forms:
            yield SidePart.FIELD, stream.decode("utf-8", "replace")
        if number not in of_fonts and _OF_FACTS.search(head):
            yield from ((SidePart.FACTS, text) for text in _read_facts(stream))
        for name, text in strings:
            if number == facts:
                yield (None if name in _OF_PROGRAMS else SidePart.FACTS), text
            elif name in ("Contents", "RC", "Subj") or (
                name == "T" and "Annot" in names and "Widget" not in names
            ):
                yield SidePart.COMMENT, text
            elif name in ("V", "DV"):
                yield SidePart.FIELD if names & {"FT", "T"} else None, text
            elif name == "Title":  # of an outline
                yield SidePart.FACTS if "Parent" in names else None, text
            else:
                yield None, text


def _part(body: bytes, *, unpacked: bool) -> tuple[bytes, bytes]:
    """Return an object without its stream, and what the stream unpacks to: `unpacked` or not, that
    of a file or of facts.
    """
    begun = _STREAM.search(body)
    if begun is None:
        return body, b""
    packed = body[begun.end() : body.rfind(b"endstream")]
    head = body[: begun.start() + 2]
    if not unpacked and b"/EmbeddedFile" not in head and not _OF_FACTS.search(head):
        return head, b""  # drawings and fonts: the pages show them
    try:  # PDFium takes the filter's name from facts, and leaves them packed
        return head, zlib.decompressobj().decompress(packed, LARGEST)
    except zlib.error:
        return head, packed[:LARGEST]


def _list_names(head: bytes) -> Iterator[bytes]:
    return (match["name"] for match in _TOKEN.finditer(head) if match["name"])


def _list_strings(head: bytes) -> Iterator[tuple[str, str]]:
    """Yield each string of a dictionary with the name before it."""
    name, at = "", 0
    while match := _TOKEN.search(head, at):
        at = match.end()
        if match["name"]:
            name = match["name"].decode("latin-1")
            continue
        if match["hex"]:
            digits = b"".join(match["hex"][1:-1].split())
            written = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        else:
            start, depth = at, 1
            while depth and (sign := _IN_STRING.search(head, at)):
                at = sign.end() + (sign[0] == b"\\")
                depth += {b"(": 1, b")": -1}.get(sign[0], 0)
            written = _ESCAPE.sub(_resolve, head[start : at - 1])
        if text := _decode(written).strip():
            yield name, text


def _resolve(match: re.Match[bytes]) -> bytes:
    if match["code"]:
        return bytes([int(match["code"], 8) & 255])
    return (
        b""
        if match["end"]
        else {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(match["sign"], match["sign"])
    )


def _decode(written: bytes) -> str:
    if written.startswith((b"\xfe\xff", b"\xff\xfe")):
        return written.decode("utf-16", "replace")
    return written.decode("utf-8" if written.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")


def _read_facts(packet: bytes) -> Iterator[str]:
    """Yield the texts of a packet of XMP (ISO 16684-1) that no program wrote of itself."""
    name = ""
    for mark in _MARK.finditer(packet.decode("utf-8", "replace")):
        if mark["name"] not in _STRUCTURE and not mark["end"]:
            name = mark["name"]
        if name not in _OF_PROGRAMS and mark["text"].strip():
            yield mark["text"]
        for value in _VALUE.finditer(mark["values"]):
            if value["name"] not in _OF_PROGRAMS:
                yield value["text"]


def _list_versions(data: bytes) -> Iterator[tuple[SidePart | None, str]]:
    """Yield what the earlier versions of a file that was saved by additions show and say."""
    ends = [match.end() for match in _END.finditer(data)][:-1]
    if len(ends) > MOST_VERSIONS:
        yield SidePart.VERSION, ""
    for end in ends[-MOST_VERSIONS:]:
        try:
            document = pdfium.PdfDocument(data[:end])
        except pdfium.PdfiumError:
            continue  # the first part of a file that begins with its first page
        try:
            if has_forms(data[:end]):  # their drawings may never end: they are not read
                yield SidePart.VERSION, ""
                continue
            if _replaces_streams(data, end):
                yield SidePart.VERSION, ""
            for index in range(len(document)):
                page = document[index]
                layer = page.get_textpage()
                text = layer.get_text_range().replace("\ufffe", "")
                yield SidePart.VERSION if text else None, text
                layer.close()
                page.close()
            said = _list_said(write_plainly(document))
            yield from ((part and SidePart.VERSION, text) for part, text in said)
        except pdfium.PdfiumError:
            yield SidePart.VERSION, ""
        finally:
            document.close()


def _replaces_streams(data: bytes, end: int) -> bool:
    """Whether what was added behind `end` has another drawing or picture for one before it."""
    return not _find_streams(data[:end]).isdisjoint(_find_streams(data[end:]))


def _find_streams(part: bytes) -> set[bytes]:
    """The numbers of the objects in some bytes of a file that are drawings, pictures, fonts."""
    heads = (
        (match["number"], part[match.end() : match.end() + _HEAD].partition(b"endobj")[0])
        for match in _BEGUN.finditer(part)
    )
    apart = (b"/Metadata", b"/XRef", b"/ObjStm")
    return {
        number
        for number, head in heads
        if b"stream" in head and not any(name in head for name in apart)
    }
