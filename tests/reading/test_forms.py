"""The form of an order is told by its content."""

import zipfile

import pytest

from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading import read_order
from build_scripts.reading.forms import detect_form, is_pdf, refuse_foreign_form
from tests.tables import each_row
from tests.word_packages import make_package


@each_row(form=SourceFormat)
def test_form_is_told_by_content(text: str, form: SourceFormat) -> None:
    assert detect_form(text) is form


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\x89PNG\r\n", "a picture"),
    ],
)
def test_forms_that_are_not_read_yet_are_named(data: bytes, named: str) -> None:
    with pytest.raises(UnreadableOrderError) as caught:
        refuse_foreign_form(RawOrder.from_bytes("order.txt", data))
    assert caught.value.finding.code is FindingCode.UNKNOWN_FORM
    assert named in caught.value.finding.message


def test_text_that_begins_with_a_bracket_is_no_json() -> None:
    refuse_foreign_form(RawOrder.from_bytes("order.txt", b"[Docket No. 16] The motion"))


@pytest.mark.parametrize(
    ("data", "pdf"),
    [
        (b"%PDF-1.7\n", True),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", True),
        (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4", True),
        (b"<p>A PDF begins with %PDF-1.4.</p>", False),
        (b'{"plain_text": "%PDF-1.4 ..."}', False),
        (b" " * 1020 + b"%PDF-1.4", False),
        (b"The motion is denied.", False),
    ],
)
def test_a_pdf_is_told_by_its_signature(data: bytes, pdf: bool) -> None:
    assert is_pdf(data) is pdf


def test_a_zip_archive_that_stores_a_pdf_is_no_pdf() -> None:
    packed = make_package({"a.pdf": b"%PDF-1.4 stored"}, zipfile.ZIP_STORED)
    assert b"%PDF-" in packed[:1024]
    with pytest.raises(UnreadableOrderError, match="a ZIP archive"):
        read_order(RawOrder.from_bytes("order.pdf", packed))
