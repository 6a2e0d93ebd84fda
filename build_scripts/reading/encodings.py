"""Decode the bytes of a text order."""

import codecs

from build_scripts.model.raw_order import RawOrder
from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import FindingCode, UnreadableOrderError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A control character that no text tool writes; form feed, tab and line ends are text.
CONTROLS = bytes((*range(9), 11, *range(14, 32), 127))
MOST_CONTROLS = 0.005  # of all characters
LARGEST = 64 * 1024 * 1024  # bytes, tags and pictures within HTML and JSON included
WIDEST_GAP = 400  # columns
GAP = Pattern(
    rf"(?<![^\S\n\f])[^\S\n\f]{{{WIDEST_GAP + 1},}}",
    accepts=["Dated:" + " " * 401 + "By:", "\t" * 401],
    refuses=[" " * 400, "\n" * 500, " \n" * 500],
)


def decode_text(raw: RawOrder) -> tuple[str, str]:
    """Decode a text order; return its text, line ends made line feeds, and the encoding's name.

    A byte order mark decides; then UTF-16 by its NUL bytes, UTF-8 where the bytes are valid (or
    almost: one bad byte among many good ones becomes U+FFFD), else Windows-1252, in which every
    byte string is text. Raises UnreadableOrderError for empty files, for bytes that are no text,
    and for more than LARGEST of them.
    """
    if len(raw.data) > LARGEST:
        message = f"The file has more than {LARGEST // 1024 // 1024} MB of text."
        raise UnreadableOrderError.of(raw.path, message, "Split it: one order a file.")
    if not raw.data.strip(b"\0\t\n\f\r \xef\xbb\xbf\xff\xfe"):
        raise UnreadableOrderError.of(
            raw.path,
            "The file is empty.",
            "Fetch the order again, or remove the file.",
            FindingCode.EMPTY_FILE,
        )
    text, encoding = _decode_bytes(raw.data)
    encoded = text.encode("utf-8", "replace")
    controls = len(encoded) - len(encoded.translate(None, CONTROLS))
    if controls > max(2, len(text) * MOST_CONTROLS):
        raise UnreadableOrderError.of(
            raw.path,
            "The bytes are no text in UTF-8, UTF-16 or Windows-1252.",
            "Put the order's text, or a form that the README lists, in its place.",
            FindingCode.BINARY_FILE,
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return close_wide_gaps(text), encoding


def close_wide_gaps(text: str) -> str:
    """Return the text with at most WIDEST_GAP blanks in a row: patterns over a line's blanks take
    time in their square, and no page is wider.
    """
    half = WIDEST_GAP // 2
    # A wide gap covers one of these places, and half a gap left or right of it.
    may_hold_one = any(
        text[place].isspace()
        and (text[place : place + half].isspace() or text[max(0, place - half) : place].isspace())
        for place in range(0, len(text), WIDEST_GAP)
    )
    return GAP.sub(" " * WIDEST_GAP, text) if may_hold_one else text


def _decode_bytes(data: bytes) -> tuple[str, str]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    if guess := _guess_utf16(data):
        return data.decode(guess, "replace"), guess
    lenient = data.decode("utf-8", "replace")
    bad = lenient.count("\ufffd")
    if bad == 0 or len(lenient) - len(lenient.encode("ascii", "ignore")) > 3 * bad:  # good ones too
        return lenient, "utf-8"
    return data.decode("windows-1252", "replace"), "windows-1252"


def _guess_utf16(data: bytes) -> str | None:
    """Return the UTF-16 byte order of Western text, in which nearly every second byte is NUL."""
    half = len(data) // 2
    if half < 2 or b"\0" not in data:
        return None
    if data[1::2].count(0) > 0.7 * half and data[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if data[0::2].count(0) > 0.7 * half and data[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None
