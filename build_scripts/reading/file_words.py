"""The words anywhere in a file, printed or not: facts about it, comments, attributes, other parts.

They are read by none of the rules of the form's own reader, and are never published.
"""

from contextlib import suppress
from dataclasses import replace

from build_scripts.model.source_text import SidePart, SideParts, SourceFormat, SourceText
from build_scripts.model.text.pattern import Pattern
from build_scripts.reading.external.zip_container import ContainerError, ZipContainer

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
    """Return the source of the file `data` with its side parts: all words of the file, and whether
    it holds scripts or other files.

    A source is returned as it is if its form has nothing but text, or a reader of such parts.
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
    """Return the names of a package's members, small ones first, and each one's text: none if it
    can't be unpacked, is a picture, or comes after MOST_WORDS of others.
    """
    container, members, room = ZipContainer(data), [], MOST_WORDS
    for member in sorted(container.list_members(), key=lambda one: one.size):
        text = ""
        if room > 0 and not member.name.lower().endswith(_PICTURES):
            with suppress(ContainerError):
                text = _decode(container.read_member(member, _LARGEST_PART))
        room -= len(text)
        members.append((member.name, text))
    return members


def _decode(data: bytes) -> str:
    """Return the text of any bytes; without zeros, UTF-16 is legible too."""
    return data.replace(b"\0", b"").decode("utf-8", "replace")
