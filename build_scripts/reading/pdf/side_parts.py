"""What a PDF holds besides its pages: attached files, comments, facts about the file, earlier
versions, scripts.

The strings of its dictionaries (ISO 32000-1, 7.3) are read; the names next to them say what they
are. What says nothing but what the pages print, or names a program alone, is passed over: half of
all papers have such a title.
"""

from collections.abc import Iterator

import pypdfium2 as pdfium
from lxml import etree

from build_scripts.model.source_text import SidePart, SideParts
from build_scripts.model.text.pattern import Pattern
from build_scripts.reading.external.pdf_copy import copy_pages
from build_scripts.reading.external.pdf_objects import PdfDictionary, PdfObjects, PdfObjectsError
from build_scripts.reading.external.pdf_probe import has_forms

MOST_VERSIONS = 10  # that are read; more are only told
MOST_WORDS = 2_000_000  # characters of all parts
_WORD = Pattern(r"\w{2,}", accepts=["Roe", "17"], refuses=["a", "-"])
_END = Pattern(rb"%%EOF", accepts=[b"%%EOF"], refuses=[b"%EOF"])
_ACTIONS = frozenset(
    {"JS", "JavaScript", "Launch", "SubmitForm", "ImportData", "RichMedia", "GoToE", "Rendition"}
)
_FILES = frozenset({"EmbeddedFile", "EmbeddedFiles", "EF", "FileAttachment"})
_FONTS = frozenset({"FontDescriptor", "Length1", "Type1C", "CIDFontType0C", "OpenType"})
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


def find_side_parts(data: bytes, printed: str) -> SideParts:
    """Return what a PDF holds besides its pages, whose words are `printed`, and whether a copy of
    the pages has none of it. Bounds: MOST_VERSIONS, MOST_WORDS, and those of `PdfObjects`.
    """
    known = {*_WORD.findall(printed.casefold()), *_NO_WORDS}
    around = data.partition(b"%PDF")[0] + data.rpartition(b"%%EOF")[2]
    outside = (None, around.decode("latin-1"))
    said = [outside, *_list_texts(data), *_list_versions(data)]
    words = "\n".join(text for _, text in said)[:MOST_WORDS]
    parts = tuple(sorted({part for part, text in said if part and _has_new_words(text, known)}))
    copied = bool(parts) and SidePart.LAYER not in parts and _can_copy(data, known)
    return SideParts(parts, words, copied)


def _has_new_words(text: str, known: set[str]) -> bool:
    """Whether a part has words that the pages do not print; "" is one that is told in any case."""
    return not text or not known.issuperset(_WORD.findall(text.casefold()))


def _can_copy(data: bytes, known: set[str]) -> bool:
    try:
        copy = copy_pages(data)
    except pdfium.PdfiumError:
        return False
    return not any(part and _has_new_words(text, known) for part, text in _list_texts(copy))


def _list_texts(data: bytes) -> Iterator[tuple[SidePart | None, str]]:
    """Yield what a PDF says in strings, and of what; None where that is nothing known."""
    try:
        objects = PdfObjects(data)
        found = list(objects.list_dictionaries())
        forms = {number for one in found for key, number in one.references if key == "XFA"}
        files = {number for one in found if one.key == "EF" for _, number in one.references}
        of_fonts = {
            number
            for one in found
            if not one.words.isdisjoint(_FONTS)
            for key, number in one.references
            if key == "Metadata"
        }
        for one in found:
            if one.number == objects.information:
                for key, text in one.strings:
                    yield (None if key in _OF_PROGRAMS else SidePart.FACTS), text
            else:
                yield from _read_dictionary(one)
            if ("Type", "Metadata") in one.names and one.number not in of_fonts:
                yield from _read_facts(objects.read_stream(one.number))
            if ("Type", "EmbeddedFile") in one.names:
                files.add(one.number)
        for number in forms:
            yield SidePart.FIELD, objects.read_stream(number).decode("utf-8", "replace")
        for number in files:
            yield None, objects.read_stream(number).decode("utf-8", "replace")
    except PdfObjectsError:
        yield SidePart.UNKNOWN, ""


def _read_dictionary(one: PdfDictionary) -> Iterator[tuple[SidePart | None, str]]:
    words = one.words
    if ("BaseState", "OFF") in one.names or "OFF" in dict(one.references):
        yield SidePart.LAYER, ""
    if words & _ACTIONS:
        yield SidePart.ACTION, ""
    if words & _FILES:
        yield SidePart.FILE, ""
    for key, text in one.strings:
        if key in ("Contents", "RC", "Subj") or (
            key == "T" and "Annot" in words and "Widget" not in words
        ):
            yield SidePart.COMMENT, text
        elif key in ("V", "DV"):
            yield SidePart.FIELD if words & {"FT", "T"} else None, text
        elif key == "Title":  # of an outline
            yield SidePart.FACTS if "Parent" in words else None, text
        else:
            yield None, text


def _read_facts(packet: bytes) -> Iterator[tuple[SidePart, str]]:
    """Yield the texts of a packet of XMP (ISO 16684-1) that no program wrote of itself."""
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True)
        tree = etree.fromstring(packet.strip(), parser)
    except etree.XMLSyntaxError:
        yield SidePart.FACTS, packet.decode("utf-8", "replace")
        return
    name = ""
    for element in tree.iter():
        local = etree.QName(element).localname if isinstance(element.tag, str) else ""
        name = name if local in _STRUCTURE else local
        values = {"": f"{element.text or ''} {element.tail or ''}", **element.attrib}
        for key, text in values.items():
            told = etree.QName(key).localname if key else name
            if text and text.strip() and told not in _OF_PROGRAMS:
                yield SidePart.FACTS, text.strip()


def _list_versions(data: bytes) -> Iterator[tuple[SidePart | None, str]]:
    """Yield what the earlier versions of a file that was saved by additions show and say."""
    ends = [match.end() for match in _END.finditer(data)][:-1]
    if not ends:
        return
    try:
        streams = PdfObjects(data).list_streams()
    except PdfObjectsError:
        yield SidePart.VERSION, ""
        return
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
            before = PdfObjects(data[:end]).list_streams()
            if any(streams.get(number, stream) != stream for number, stream in before.items()):
                yield SidePart.VERSION, ""  # another drawing or picture in place of one
            for index in range(len(document)):
                page = document[index]
                layer = page.get_textpage()
                text = layer.get_text_range().replace("\ufffe", "")
                yield SidePart.VERSION if text else None, text
                layer.close()
                page.close()
            said = _list_texts(data[:end])
            yield from ((part and SidePart.VERSION, text) for part, text in said)
        except (pdfium.PdfiumError, PdfObjectsError):
            yield SidePart.VERSION, ""
        finally:
            document.close()
