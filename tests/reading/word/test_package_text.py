import pytest

from build_scripts.reading.word.package_text import (
    extract_docx_text,
    extract_odt_text,
)
from build_scripts.reading.word.xml_tree import MOST_NESTED, UnreadableXmlError

NOTES = (
    b'<w:footnotes><w:footnote w:id="0"><w:p><w:r><w:t>separator</w:t></w:r></w:p></w:footnote>'
    b'<w:footnote w:id="2"><w:p><w:r><w:t>See Rule 37.</w:t></w:r></w:p></w:footnote>'
    b"</w:footnotes>"
)

NOTE = (
    b"<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Id.</text:p>"
    b"</text:note-body></text:note>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            b"<w:p><w:r><w:t>It is </w:t></w:r><w:r><w:t>so ordered.</w:t></w:r></w:p>",
            "It is so ordered.",
        ),
        (b"<w:p><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>", "One two"),
        (b"<w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t>", "One two three"),
        (b"<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", "gone"),
        (b"<m:oMath><m:t>x</m:t></m:oMath>", "x"),
        (b"<w:instrText>PAGE</w:instrText><w:t>3</w:t>", "3"),  # a field's code and its result
        # a text box is stored twice, for new programs and for old ones
        (b"<mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback>", "box"),
        (b'<w:t>One</w:t><w:footnoteReference w:id="2"/>', "One See Rule 37."),
        (b'<w:t>One</w:t><w:footnoteReference w:id="9"/>', "One"),
        (
            b'<w:t>One</w:t><mc:Fallback><w:footnoteReference w:id="2"/></mc:Fallback>',
            "One",
        ),
    ],
)
def test_words_of_a_docx(body: bytes, expected: str) -> None:
    text = extract_docx_text(b"<w:document>" + body + b"</w:document>", NOTES, b"", ())
    assert text.split() == expected.split()


def test_other_parts_of_a_docx_are_read_too() -> None:
    head = b"<w:hdr><w:p><w:r><w:t>Page head</w:t></w:r></w:p></w:hdr>"
    text = extract_docx_text(b"<w:document><w:t>One</w:t></w:document>", b"", b"", (head, b""))
    assert text.split() == ["One", "Page", "head"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"<text:p>It is <text:span>so</text:span> ordered.</text:p>", "It is so ordered."),
        (
            b"<text:h>A</text:h>stray<text:p>One<text:tab/>two<text:s/>three</text:p>",
            "A One two three",
        ),
        (
            b"<text:p>One" + NOTE + b"</text:p>",
            "One Id.",
        ),
        (b"<text:p><svg:title>logo</svg:title>One</text:p>", "One"),
        (b"<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>", "gone"),
    ],
)
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
