"""Hostile and broken PDFs: each ends in a clear finding, or is read, in bounded work."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading.external import pdf_probe
from build_scripts.reading.external.pdf_probe import has_forms
from build_scripts.reading.pdf import read_pdf
from tests.measured_work import read_clock, spend_on_text
from tests.reading.pdf.test_pdf import draw, draw_first
from tests.tables import each_row

pytestmark = pytest.mark.ocr

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
SENTENCE = b"The motion to compel further answers is granted in part."
TEXT = b"BT /F 12 Tf 96 700 Td (" + SENTENCE + b") Tj ET "
MOST = 400  # times the processor time of a plain text of 20,000 lines


@pytest.fixture(autouse=True)
def _within_bounds() -> Iterator[None]:
    started = read_clock()
    yield
    assert read_clock() - started < MOST * spend_on_text()


def build(*objects: bytes) -> RawOrder:
    """A PDF of these objects, numbered from 1."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return RawOrder.from_bytes("order.pdf", bytes(out))


def write_stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def build_page(content: bytes, resources: bytes = b"", size: int = 792, *more: bytes) -> RawOrder:
    """A PDF of one page; `more` are its objects from number 6 on."""
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 %d]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>%b>>>>" % (size, resources)
    )
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return build(CATALOG, tree, page, write_stream(content), FONT, *more)


def say_refusal(raw: RawOrder) -> str:
    with pytest.raises(UnreadableOrderError) as caught:
        read_pdf(raw)
    assert caught.value.finding.code is FindingCode.UNREADABLE_FILE
    assert caught.value.finding.advice
    return caught.value.finding.message


def test_ten_thousand_pages_are_no_order() -> None:
    pages = b"<</Type/Pages/Kids[%b]/Count 10000>>" % (b"3 0 R " * 10_000)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"
    assert "10000 pages" in say_refusal(build(CATALOG, pages, page))


def lock(password: str) -> RawOrder:
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password, ownerPassword="clerk", canPrint=0))
    canvas.drawString(96, 700, SENTENCE.decode())
    canvas.save()
    return RawOrder.from_bytes("order.pdf", buffer.getvalue())


def test_no_page_no_order() -> None:
    assert "damaged" in say_refusal(build(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"))


def test_a_damaged_file_is_not_taken_for_a_locked_one_that_came_before() -> None:
    assert "encrypted" in say_refusal(lock("secret"))
    assert "damaged" in say_refusal(build(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"))


def test_a_page_tree_that_runs_in_a_circle_is_damaged() -> None:
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    circle = b"<</Type/Pages/Kids[2 0 R]/Parent 2 0 R/Count 1>>"
    assert "1 of 1 pages can't be drawn" in say_refusal(build(CATALOG, tree, circle))


def test_a_page_tree_that_counts_a_thousand_million_pages_is_not_believed() -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>"
    say_refusal(build(CATALOG, tree, page))


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_truncated_file_is_read_as_far_as_it_goes_or_refused(share: float) -> None:
    whole = draw(draw_first, draw_first).data
    cut = RawOrder.from_bytes("order.pdf", whole[: int(share * len(whole))])
    assert re.search("damaged|no text", say_refusal(cut))


def test_a_file_locked_with_an_empty_password_opens() -> None:
    assert SENTENCE.decode() in read_pdf(lock("")).decoded


def test_a_page_of_a_million_characters_is_refused() -> None:
    line = b"(" + SENTENCE + b") Tj T* "
    crowd = build_page(b"BT /F 1 Tf 1.2 TL 10 21990 Td " + 18_000 * line + b"ET", size=22_000)
    assert "Page 1 has more than" in say_refusal(crowd)


def test_a_page_of_many_small_lines_is_read() -> None:
    line = b"(" + SENTENCE + b") Tj T* "
    source = read_pdf(
        build_page(b"BT /F 1 Tf 1.2 TL 10 4780 Td " + 3_500 * line + b"ET", size=4800)
    )
    assert source.decoded.count("granted in part.") == 3_500


def test_a_hundred_thousand_words_on_one_line_are_refused() -> None:
    words = b"".join(b"1 0 0 1 %d 400 Tm (order) Tj " % (n % 600) for n in range(100_000))
    assert "pieces of text" in say_refusal(build_page(b"BT /F 8 Tf " + words + b"ET"))


def test_a_page_of_a_million_lines_is_refused() -> None:
    lines = b"0 0 m 9 9 l S " * 1_000_000
    assert "lines and pictures" in say_refusal(build_page(TEXT + lines))


def test_a_pattern_whose_tiles_hardly_differ_in_place_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_probe, "SECONDS", 1)
    tile = (
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .001/YStep .001"
    )
    pattern = write_stream(b"0 0 1 1 re f", tile + b"/Resources<<>>")
    drawn = TEXT + b"/Pattern cs /P scn 0 0 612 792 re f"
    raw = build_page(drawn, b"/Pattern<</P 6 0 R>>", 792, pattern)
    assert "does not get through its drawings" in say_refusal(raw)


def test_words_outside_all_measure_do_no_harm() -> None:
    far = b"BT /F 12 Tf 1 0 0 1 1e30 -1e30 Tm (far) Tj 0 0 0 0 0 0 Tm (flat) Tj ET"
    assert SENTENCE.decode() in read_pdf(build_page(TEXT + far)).decoded


@pytest.mark.parametrize("place", [b"999999999 700", b"-999999999 700", b"3e9 690", b"-3e9 -3e9"])
def test_words_miles_away_make_no_line_of_miles(place: bytes) -> None:
    far = b"BT /F 12 Tf 1 0 0 1 %b Tm (far) Tj ET" % place
    (page,) = read_pdf(build_page(TEXT + far)).pages
    assert max(len(line.text) for line in page.lines) < 1000
    assert any(line.text.strip().startswith(SENTENCE.decode()) for line in page.lines)


def test_a_page_of_miles_is_not_drawn() -> None:
    image = write_stream(
        zlib.compress(b"\0"),
        b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
        b"/Filter/FlateDecode",
    )
    page = build_page(b"612 0 0 792 0 0 cm /I Do", b"/XObject<</I 6 0 R>>", 14_000_000, image)
    assert "no text" in say_refusal(page)


def test_a_long_strip_of_a_page_is_drawn_coarser() -> None:
    """A web page printed as one page, with letters that are outlines: 16 feet long."""
    outlines = b"".join(b"%d %d 3 3 re f " % (n % 600, n) for n in range(400))
    assert "no text" in say_refusal(build_page(outlines, b"", 14_400))


def test_an_image_of_gigabytes_is_not_drawn() -> None:
    image = write_stream(
        zlib.compress(bytes(1_000_000)),
        b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8"
        b"/ColorSpace/DeviceRGB/Filter/FlateDecode",
    )
    page = build_page(b"q 612 0 0 792 0 0 cm /I Do Q", b"/XObject<</I 6 0 R>>", 792, image)
    assert "no text" in say_refusal(page)


def nest_forms(depth: int, calls: int) -> RawOrder:
    """Forms that each draw the next one `calls` times; the last draws the text."""
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<%b>>"
    forms = [
        write_stream(calls * b"/X Do ", head % (b"/XObject<</X %d 0 R>>" % (7 + level)))
        for level in range(depth - 1)
    ]
    forms.append(write_stream(TEXT, head % b"/Font<</F 5 0 R>>"))
    return build_page(b"/X Do", b"/XObject<</X 6 0 R>>", 792, *forms)


def test_nested_forms_are_read() -> None:
    assert SENTENCE.decode() in read_pdf(nest_forms(depth=5, calls=1)).decoded


def test_forms_that_multiply_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_probe, "SECONDS", 1)
    assert "does not get through its drawings" in say_refusal(nest_forms(depth=12, calls=10))


def test_a_form_that_draws_itself_twice_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_probe, "SECONDS", 1)
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    form = write_stream(b"/X Do /X Do", head)
    page = build_page(TEXT + b"/X Do", b"/XObject<</X 6 0 R>>", 792, form)
    assert "does not get through its drawings" in say_refusal(page)


def test_a_crowd_inside_a_form_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_probe, "SECONDS", 1)
    words = b"".join(b"1 0 0 1 %.2f 400 Tm (a) Tj " % (n * 37.31 % 600) for n in range(100_000))
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>"
    form = write_stream(b"BT /F 8 Tf " + words + b"ET", head)
    page = build_page(b"/X Do", b"/XObject<</X 6 0 R>>", 792, form)
    assert "does not get through its drawings" in say_refusal(page)


@each_row(dictionary=str.encode)
def test_forms_are_told_by_their_dictionary(dictionary: bytes, is_form: bool) -> None:
    assert has_forms(build_page(TEXT, b"", 792, write_stream(b"", dictionary)).data) is is_form


def test_thousands_of_notes_are_read() -> None:
    notes = 5000 * b"<</Type/Annot/Subtype/FreeText/Rect[10 10 90 20]/Contents(noted)>>"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Annots[%b]"
        b"/Resources<</Font<</F 5 0 R>>>>>>" % notes
    )
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    source = read_pdf(build(CATALOG, tree, page, write_stream(TEXT), FONT))
    assert source.decoded.count("noted") == 5000
