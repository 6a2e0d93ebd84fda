"""Raw bytes in, pages of lines out: one file a form. A reader keeps what its form knows (place,
style, headings) and leaves furniture to cleaning.
"""

from contextlib import suppress
from dataclasses import replace

from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SidePart, SideParts, SourceFormat, SourceText
from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.correspondence import refuse_correspondence
from build_scripts.reading.encodings import decode_text
from build_scripts.reading.external.zip_container import ContainerError, ZipContainer
from build_scripts.reading.forms import (
    HTML,
    JSON,
    detect_form,
    detect_word_form,
    is_pdf,
    refuse_foreign_form,
)
from build_scripts.reading.layout_text import read_layout_text
from build_scripts.reading.markdown_text import read_markdown_text
from build_scripts.reading.unseen import drop_unseen

MOST_WORDS = 20_000_000  # characters that are kept
_LARGEST_PART = 32 * 1024 * 1024  # bytes of a package's part, unpacked
_PACKAGES = frozenset({SourceFormat.DOCX, SourceFormat.ODT})
_OWN_PARTS = frozenset(
    {
        *(SourceFormat.MARKDOWN, SourceFormat.LAYOUT, SourceFormat.PLAIN),  # all of it is text
        *(SourceFormat.PDF, SourceFormat.SCAN),  # their reader examines it
    }
)
_JSON = frozenset({SourceFormat.COURTLISTENER, SourceFormat.CAP})
_SIGNS = (  # in members' names: Word's and LibreOffice's macros, embedded files
    ("vbaproject", SidePart.ACTION),
    ("basic/", SidePart.ACTION),
    ("scripts/", SidePart.ACTION),
    ("embeddings/", SidePart.FILE),
    ("activex/", SidePart.FILE),
)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff")
_MARKUP = Pattern(
    r"<[^<>]*>|\\[a-z]{1,32}-?[0-9]{0,10}[ ]?",
    accepts=["<w:t>", "</p>", "\\fs24 ", "\\par"],
    refuses=["1 < 2", "\\'e9", "SSN"],
)


def add_file_words(source: SourceText, data: bytes) -> SourceText:
    """Return the source with its side parts: all words of the file, its scripts and embedded files;
    unchanged if its form has nothing but text, or a reader of such parts.
    """
    if source.format in _OWN_PARTS:
        return source
    members = _list_members(data) if source.format in _PACKAGES else [("", _decode(data))]
    words = "\n".join(text for _, text in members)
    parts = {part for name, _ in members for sign, part in _SIGNS if sign in name.lower()}
    if source.format is SourceFormat.RTF and "\\objdata" in words:
        parts.add(SidePart.FILE)
    if source.format in _JSON:
        words = words.replace("\\n", "\n").replace('\\"', '"')
    words = words[:MOST_WORDS]
    shown = _MARKUP.sub(" ", words)
    both = words if shown == words else f"{words}\n{shown}"
    return replace(source, side_parts=SideParts(tuple(sorted(parts)), both))


def _list_members(data: bytes) -> list[tuple[str, str]]:
    """Return each member's name and text, small ones first; no text of one that can't be unpacked,
    is a picture, or comes after MOST_WORDS of others.
    """
    container, members, room = ZipContainer(data), [], MOST_WORDS
    for member in sorted(container.list_members(), key=lambda one: one.file_size):
        text = ""
        if room > 0 and not member.orig_filename.lower().endswith(_PICTURES):
            with suppress(ContainerError):
                text = _decode(container.read_member(member, _LARGEST_PART))
        room -= len(text)
        members.append((member.orig_filename, text))
    return members


def _decode(data: bytes) -> str:
    """Return the text of any bytes; without zeros, UTF-16 is legible too."""
    return data.replace(b"\0", b"").decode("utf-8", "replace")


MOST_CHARACTERS = 20_000_000  # of all lines; 500 printed pages have some 1.5 million


def read_order(raw: RawOrder) -> SourceText:
    """Read a raw order; its content decides the form, never its name.

    Raises UnreadableOrderError, with the next step, for an empty file, a form that is not read,
    bytes that are no text, mail, and more than MOST_CHARACTERS of text.
    """
    source = add_file_words(drop_unseen(_read_form(raw)), raw.data)
    refuse_correspondence(raw.path, source)
    if sum(len(line.text) for page in source.pages for line in page.lines) > MOST_CHARACTERS:
        message = f"Its text has more than {MOST_CHARACTERS:,} characters."
        raise UnreadableOrderError.of(raw.path, message, "Split it: one order a file.")
    return source


def _read_form(raw: RawOrder) -> SourceText:
    """Read by the form's own reader; those that need libraries are loaded with their first file."""
    if word_form := detect_word_form(raw.data):
        from build_scripts.reading.word import read_word

        return read_word(raw, word_form)
    refuse_foreign_form(raw)
    if is_pdf(raw.data):
        from build_scripts.reading.pdf import read_pdf

        return read_pdf(raw)
    decoded, encoding = decode_text(raw)
    if HTML.match(decoded):
        from build_scripts.reading.html import read_html

        return read_html(decoded, encoding, raw.path)
    if JSON.match(decoded):
        from build_scripts.reading.service_json import read_json

        return read_json(decoded, encoding, raw.path)
    form = detect_form(decoded)
    if form is SourceFormat.MARKDOWN:
        return read_markdown_text(decoded, encoding)
    return read_layout_text(decoded, encoding, form)
