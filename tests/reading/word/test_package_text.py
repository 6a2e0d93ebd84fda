import pytest

from build_scripts.reading.word.package_text import extract_docx_text, extract_odt_text
from build_scripts.reading.word.xml_tree import MOST_NESTED, UnreadableXmlError
from tests.tables import each_row

NOTES = (
    b'<w:footnotes><w:footnote w:id="0"><w:p><w:r><w:t>separator</w:t></w:r></w:p></w:footnote>'
    b'<w:footnote w:id="2"><w:p><w:r><w:t>See Rule 37.</w:t></w:r></w:p></w:footnote>'
    b"</w:footnotes>"
)

NOTE = (
    b"<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Id.</text:p>"
    b"</text:note-body></text:note>"
)


@each_row(body=str.encode)
def test_words_of_a_docx(body: bytes, expected: str) -> None:
    text = extract_docx_text(b"<w:document>" + body + b"</w:document>", NOTES, b"", ())
    assert text.split() == expected.split()


def test_other_parts_of_a_docx_are_read_too() -> None:
    head = b"<w:hdr><w:p><w:r><w:t>Page head</w:t></w:r></w:p></w:hdr>"
    text = extract_docx_text(b"<w:document><w:t>One</w:t></w:document>", b"", b"", (head, b""))
    assert text.split() == ["One", "Page", "head"]


@each_row(body=str.encode)
def test_words_of_an_odt(body: bytes, expected: str) -> None:
    text = extract_odt_text(b"<office:text>" + body + b"</office:text>", b"")
    assert text.split() == expected.split()


def test_heads_of_an_odt_stand_in_its_styles() -> None:
    text = extract_odt_text(b"<a><text:p>One</text:p></a>", b"<a><text:p>Page head</text:p></a>")
    assert text == " One\n Page head"


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        (b"<a><text:p>One</a>", "well-formed"),
        (b"<!DOCTYPE a><a/>", "document type"),
        (b"<a>" * (MOST_NESTED + 1), "nest"),
    ],
)
def test_what_no_word_processor_writes_is_refused(xml: bytes, says: str) -> None:
    with pytest.raises(UnreadableXmlError, match=says):
        extract_odt_text(xml, b"")
    with pytest.raises(UnreadableXmlError, match=says):
        extract_docx_text(xml, b"", b"", ())
