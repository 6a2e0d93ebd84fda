"""Every encoding gives the same text; bytes that are no text are refused."""

import pytest

from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading.encodings import WIDEST_GAP, close_wide_gaps, decode_text

TEXT = "The court’s order under 28 U.S.C. § 1331 — “GRANTED.”\nIT IS SO ORDERED.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("windows-1252"), "windows-1252"),
        (TEXT.encode("utf-16"), "utf-16-le"),  # with its byte order mark
        (TEXT.encode("utf-16-le"), "utf-16-le"),  # without one
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.replace("\n", "\r\n").encode("utf-8"), "utf-8"),
        (TEXT.replace("\n", "\r").encode("utf-8"), "utf-8"),  # old Macintosh
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str) -> None:
    assert decode_text(RawOrder.from_bytes("a.txt", data)) == (TEXT, encoding)


def test_one_bad_byte_does_not_make_utf8_into_windows_1252() -> None:
    data = TEXT.encode("utf-8") + b"\xff end"
    text, encoding = decode_text(RawOrder.from_bytes("a.txt", data))
    assert encoding == "utf-8"
    assert text == TEXT + "\ufffd end"


@pytest.mark.parametrize("data", [b"", b"   \n\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0"])
def test_empty_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableOrderError) as caught:
        decode_text(RawOrder.from_bytes("a.txt", data))
    assert caught.value.finding.code is FindingCode.EMPTY_FILE
    assert caught.value.finding.advice


def test_binary_files_are_refused() -> None:
    with pytest.raises(UnreadableOrderError) as caught:
        decode_text(RawOrder.from_bytes("a.txt", bytes(range(256)) * 40))
    assert caught.value.finding.code is FindingCode.BINARY_FILE


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        (" " * WIDEST_GAP + "ORDER", " " * WIDEST_GAP + "ORDER"),
        ("A" + "\t \xa0" * WIDEST_GAP + "B\n", "A" + " " * WIDEST_GAP + "B\n"),
        ("A" + "\n" * 999 + "\f" * 999, "A" + "\n" * 999 + "\f" * 999),
    ],
)
def test_gaps_are_no_wider_than_a_page(text: str, closed: str) -> None:
    assert close_wide_gaps(text) == closed
