"""The letters of a DOCX or ODT package, by none of its reader's rules: they judge its work."""

from collections.abc import Iterator, Sequence

from build_scripts.reading.word.xml_tree import Element, parse_xml

TWICE = frozenset({"mc:Fallback", "w:rPr", "w:pPr"})  # the same words again, or none
WORDS = frozenset({"w:t", "m:t", "w:delText"})
PARAGRAPHS = frozenset({"text:p", "text:h"})
NOT_PRINTED = frozenset(
    {"text:note-citation", "text:sequence-decls", "office:forms", "svg:title", "svg:desc"}
)
APART = PARAGRAPHS | {"w:p", "w:tab", "w:br", "text:tab", "text:s"}


def extract_docx_text(
    document: bytes, footnotes: bytes, endnotes: bytes, others: Sequence[bytes]
) -> str:
    """Return the words of a DOCX's parts: body, notes that it refers to, others.

    Deleted and hidden words and comments are words too; field codes are none. Raises
    UnreadableXmlError.
    """
    body = parse_xml(document)
    parts = [body]
    for kind, notes in (("w:footnote", footnotes), ("w:endnote", endnotes)):
        by_id = {note.attributes.get("w:id"): note for note in parse_xml(notes).list_all(kind)}
        marks = body.list_all(f"{kind}Reference", outside=TWICE)
        parts += filter(None, (by_id.get(mark.attributes.get("w:id")) for mark in marks))
    parts += map(parse_xml, others)
    return "\n".join("".join(_list_words(part, WORDS, TWICE)) for part in parts)


def extract_odt_text(content: bytes, styles: bytes) -> str:
    """Return the words of an ODT's `content.xml`, notes at their marks, and of its `styles.xml`,
    deleted and hidden words and comments too. Raises UnreadableXmlError.
    """
    parts = map(parse_xml, (content, styles))
    return "\n".join("".join(_list_words(part, PARAGRAPHS, NOT_PRINTED)) for part in parts)


def _list_words(
    element: Element, wanted: frozenset[str], skipped: frozenset[str], inside: bool = False
) -> Iterator[str]:
    """Yield the characters inside `wanted` elements and outside `skipped` ones."""
    if element.name in skipped:
        return
    if element.name in APART:
        yield " "
    inside = inside or element.name in wanted
    for child in element.children:
        if isinstance(child, Element):
            yield from _list_words(child, wanted, skipped, inside)
        elif inside:
            yield child
