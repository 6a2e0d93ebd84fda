"""Two columns of prose are read one after the other; tables and captions as they stand."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from build_scripts.model.raw_order import RawOrder
from build_scripts.reading import read_order
from build_scripts.reading.pdf.printed_lines import split_text_columns
from build_scripts.reading.pdf.segments import Segment
from tests.reading.pdf.made_runs import segment
from tests.reading.pdf.written import write_pdf
from tests.tables import each_row

LEFT = "the tenant sent the letter in May and"
RIGHT = "we hold that the notice came too late"


def list_texts(segments: list[Segment]) -> list[str]:
    return [" ".join(one.text for one in piece) for piece in split_text_columns(segments)[0]]


def set_columns(left: str, right: str, rows: int) -> list[Segment]:
    return [
        one
        for row in range(rows)
        for one in (segment(left, 60, 700 - 12 * row), segment(right, 320, 700 - 12 * row))
    ]


def test_columns_between_a_running_head_and_a_note() -> None:
    head = segment("118 REPORTER OF DECISIONS, FICTIONAL SERIES, PAGE 982 OF THE VOLUME", 60, 740)
    note = segment(
        "*For other cases see the same topic in the digest, here and everywhere.", 60, 300
    )
    pieces, gutter = split_text_columns([head, *set_columns(LEFT, RIGHT, 20), note])
    assert [{one.text for one in piece} for piece in pieces] == [
        {head.text}, {LEFT}, {RIGHT}, {note.text},
    ]  # fmt: skip
    assert gutter is not None
    assert 60 < gutter < 320


def test_a_scan_has_a_segment_a_word() -> None:
    words = []
    for row in range(20):
        for text, start in ((LEFT, 60.0), (RIGHT, 320.0)):
            for word in text.split():
                words.append(segment(word, start, 700 - 12 * row))
                start += 6 * len(word) + 6
    assert [piece.split()[:3] for piece in list_texts(words)] == [
        LEFT.split()[:3],
        RIGHT.split()[:3],
    ]


@each_row()
def test_other_pages_are_one_piece(left: str, right: str, rows: int) -> None:
    pieces, gutter = split_text_columns(set_columns(left, right, rows))
    assert (len(pieces), gutter) == (1, None)


def test_a_column_that_a_caption_begins_is_a_column() -> None:
    caption = [segment("MARA T. VALE, Plaintiff and Appellee", 60, 700 - 12 * n) for n in range(13)]
    left = [segment(LEFT, 60, 544 - 12 * n) for n in range(7)]
    right = [segment(RIGHT, 320, 706 - 12 * n) for n in range(20)]
    pieces, _ = split_text_columns([*caption, *left, *right])
    assert [len(piece) for piece in pieces] == [20, 20]


@each_row()
def test_the_gutter_of_the_page_before_parts_few_lines(
    rows: int, known: float | None, expected: int
) -> None:
    pieces, _ = split_text_columns(set_columns(LEFT, RIGHT, rows), known)
    assert len(pieces) == expected


def test_a_print_in_two_columns_reads_as_sentences() -> None:
    lines = [f"the tenant of house {n} sent a letter that" for n in range(20)]
    others = [f"we hold of house {n} that a notice came" for n in range(20)]
    drawn = "BT /F1 9 Tf 12 TL 40 720 Td " + " ".join(f"({one}) Tj T*" for one in lines) + " ET "
    drawn += "BT /F1 9 Tf 12 TL 320 720 Td " + " ".join(f"({one}) Tj T*" for one in others) + " ET"
    source = read_order(RawOrder.from_bytes("print.pdf", write_pdf(drawn)))
    read = [line.text.strip() for line in source.pages[0].lines if line.text.strip()]
    assert read == [*lines, *others]


def test_the_last_page_of_a_print_reads_as_sentences() -> None:
    drawn = BytesIO()
    canvas = Canvas(drawn)
    canvas.setPageSize((612, 792))
    for rows in (20, 4):
        for row in range(rows):
            canvas.drawString(40, 720 - 14 * row, f"the tenant of house {row} sent a letter")
            canvas.drawString(320, 713 - 14 * row, f"we hold of house {row} that it came")
        canvas.showPage()
    canvas.save()
    _, last = read_order(RawOrder.from_bytes("print.pdf", drawn.getvalue())).pages
    read = [line.text.split()[0] for line in last.lines if line.text.strip()]
    assert read == ["the"] * 4 + ["we"] * 4
