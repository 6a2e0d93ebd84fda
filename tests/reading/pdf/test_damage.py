"""Files whose streams are broken say that they are damaged, and how much of them is."""

import zlib
from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab import rl_config
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.raw_order import RawOrder
from build_scripts.reading.pdf import damage, read_pdf
from build_scripts.reading.pdf.damage import Damage, has_broken_image
from tests.reading.pdf.test_bounds import (
    CATALOG,
    FONT,
    TEXT,
    build,
    build_page,
    say_refusal,
    write_stream,
)

DEFLATE = b"/Filter/FlateDecode"
PACKED = zlib.compress(TEXT)
# What becomes of bytes that a program took for UTF-8 text, and wrote back.
MANGLED = PACKED.decode("utf-8", "replace").encode()
JPEG = BytesIO()
Image.new("L", (100, 100), 255).save(JPEG, "JPEG")
PICTURE = (
    b"/Type/XObject/Subtype/Image/Width 100/Height 100/BitsPerComponent 8/ColorSpace/DeviceGray"
)


def build_pages(*streams: bytes) -> RawOrder:
    """A PDF with a page a stream."""
    first = 5
    pages = [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
        b"/Resources<</Font<</F 3 0 R>>>>>>" % (first + 2 * number)
        for number in range(len(streams))
    ]
    kids = b" ".join(b"%d 0 R" % (first - 1 + 2 * number) for number in range(len(streams)))
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, len(streams))
    pairs = [body for pair in zip(pages, streams, strict=True) for body in pair]
    return build(CATALOG, tree, FONT, *pairs)


def pack(data: bytes) -> bytes:
    return write_stream(data, DEFLATE)


def paint(data: bytes, entries: bytes) -> RawOrder:
    picture = write_stream(data, PICTURE + entries)
    return build_page(b"612 0 0 792 0 0 cm /I Do", b"/XObject<</I 6 0 R>>", 792, picture)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(build_pages(pack(PACKED)), False, id="whole"),
        pytest.param(build_pages(pack(MANGLED)), True, id="written back as text"),
        pytest.param(build_pages(pack(PACKED[:30])), True, id="cut"),
        pytest.param(build_pages(pack(b"")), False, id="empty where packed"),  # nothing was packed
        pytest.param(
            build_pages(pack(PACKED[:-4] + b"sums")), False, id="wrong sum"
        ),  # PDFium draws it all the same
        pytest.param(
            build_pages(pack(PACKED), pack(MANGLED)), False, id="another page"
        ),  # another page's
        pytest.param(
            build_pages(write_stream(MANGLED, b"/Filter[/ASCII85Decode/FlateDecode]")),
            False,
            id="packed twice",
        ),
        pytest.param(build_pages(write_stream(TEXT)), False, id="not packed"),
        pytest.param(build_pages(write_stream(b"")), False, id="blank"),
        pytest.param(paint(zlib.compress(bytes(10_000)), DEFLATE), False, id="picture"),
        pytest.param(
            paint(zlib.compress(bytes(10_000)).replace(b"\xed", b"?"), DEFLATE),
            True,
            id="mangled picture",
        ),
        pytest.param(paint(JPEG.getvalue(), b"/Filter/DCTDecode"), False, id="photograph"),
        pytest.param(paint(JPEG.getvalue()[:300], b"/Filter/DCTDecode"), True, id="cut photograph"),
        pytest.param(paint(b"\xef\xbf\xbd" * 90, b"/Filter/JPXDecode"), True, id="no photograph"),
    ],
)
def test_a_page_is_damaged_where_its_streams_are(raw: RawOrder, expected: bool) -> None:
    document = pdfium.PdfDocument(raw.data)
    found = Damage(document, raw.data).touches(0) or has_broken_image(document[0])
    assert found is expected


@pytest.mark.parametrize("bound", ["MOST_UNPACKED", "MOST_COPIED", "MOST_STREAMS"])
def test_what_is_looked_at_has_bounds(monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    long = zlib.compress(bytes(3 * damage.PIECE))
    raw = build_pages(pack(long), pack(long[:-40]))

    def find() -> list[bool]:
        document = pdfium.PdfDocument(raw.data)
        known = Damage(document, raw.data)
        return [known.touches(index) for index in range(2)]

    assert find() == [False, True]
    monkeypatch.setattr(damage, bound, 1)
    assert find() == [False, False]


def test_a_file_of_broken_streams_says_how_much_of_it_is_lost() -> None:
    raw = build_pages(pack(MANGLED), write_stream(b""), pack(PACKED[:30]))
    assert say_refusal(raw) == "The PDF is damaged: 2 of 3 pages can't be drawn."


def test_what_is_left_of_a_damaged_file_is_read_with_a_finding() -> None:
    source = read_pdf(build_pages(pack(PACKED), pack(MANGLED), pack(PACKED)))
    assert source.damaged_pages == (2,)
    assert source.unread_pages == ()


def test_a_page_that_ends_in_the_middle_is_damaged() -> None:
    """Half of a page's stream came through: PDFium draws that half, and says nothing."""
    lines = [b"(Line %d of the order, no. %d.) Tj T* " % (n, n * n) for n in range(50)]
    whole = zlib.compress(b"BT /F 11 Tf 12 TL 60 740 Td " + b"".join(lines) + b"ET")
    source = read_pdf(build_pages(pack(whole), pack(whole[: len(whole) // 2])))
    first, second = source.pages
    assert 10 < len(second.lines) < len(first.lines) == 50
    assert source.damaged_pages == (2,)


def test_streams_of_a_locked_file_are_not_taken_for_broken_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rl_config, "useA85", 0)
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("", ownerPassword="clerk"))
    canvas.drawString(96, 700, "The motion to compel is granted in part.")
    canvas.save()
    assert read_pdf(RawOrder.from_bytes("order.pdf", buffer.getvalue())).damaged_pages == ()


def test_a_page_whose_contents_are_not_in_the_file_is_damaged() -> None:
    """A file that was cut, or joined of pieces, names objects that nothing holds."""
    whole = build_pages(pack(PACKED), pack(PACKED), pack(PACKED))
    assert read_pdf(whole).damaged_pages == ()
    lacking = whole.data.replace(b"/Contents 7 0 R", b"/Contents 99 0 R")
    assert read_pdf(RawOrder.from_bytes("order.pdf", lacking)).damaged_pages == (2,)


def test_a_blank_page_without_contents_is_whole() -> None:
    blank = build_pages(pack(PACKED), pack(PACKED)).data.replace(b"/Contents 7 0 R", b"")
    assert read_pdf(RawOrder.from_bytes("order.pdf", blank)).damaged_pages == ()
