"""Layout text keeps its columns, line numbers and form feeds."""

from build_scripts.model.source_text import SourceFormat
from build_scripts.reading.layout_text import read_layout_text
from tests.tables import each_row


def test_form_feeds_part_pages_and_lines_keep_their_file_numbers() -> None:
    source = read_layout_text("one\ntwo\n\fthree\n\f", "utf-8", SourceFormat.LAYOUT)
    assert [page.number for page in source.pages] == [1, 2]
    lines = [(line.number, line.text) for page in source.pages for line in page.lines if line.text]
    assert lines == [(1, "one"), (2, "two"), (3, "three")]


def test_tabs_become_blanks_to_the_next_stop() -> None:
    source = read_layout_text("7\tPlaintiff", "utf-8", SourceFormat.LAYOUT)
    assert source.pages[0].lines[0].text == "7       Plaintiff"


def test_marks_of_characters_that_are_blank_are_blanks() -> None:
    source = read_layout_text("PAT QUILLON,(cid:9) )(cid:10)", "utf-8", SourceFormat.PLAIN)
    assert source.pages[0].lines[0].text == "PAT QUILLON,  )"


@each_row()
def test_a_line_that_is_doubled_is_read_once(printed: str, read: str) -> None:
    source = read_layout_text(printed, "utf-8", SourceFormat.PLAIN)
    assert source.pages[0].lines[0].text.split() == read.split()
    assert source.decoded.split() == read.split()


@each_row()
def test_short_lines_are_doubled_as_the_long_ones_are(long: int, printed: str, read: str) -> None:
    decoded = "\n".join([*["DDIISSTTRRIICCTT"] * long, printed])
    source = read_layout_text(decoded, "utf-8", SourceFormat.PLAIN)
    assert source.pages[0].lines[-1].text.split() == read.split()


@each_row()
def test_words_whose_small_capitals_are_cut_off_are_joined(printed: str, read: str) -> None:
    decoded = f"N ORTHERN D ISTRICT OF C EDAR\nC HIEF J UDGE P OE\n{printed}"
    source = read_layout_text(decoded, "utf-8", SourceFormat.PLAIN)
    assert source.pages[0].lines[-1].text == read
    assert read_layout_text(printed, "utf-8", SourceFormat.PLAIN).decoded == printed


def test_blanks_that_are_doubled_throughout_are_read_once() -> None:
    line = "the  order  of  the  court  below  and  its  reasons"
    columns = "PIP  QUILLON,      )   No.  31-0412"
    laid_out = "\n".join([line] * 10 + [columns] * 5)
    lines = read_layout_text(laid_out, "utf-8", SourceFormat.PLAIN).pages[0].lines
    assert lines[0].text == line.replace("  ", " ")
    assert lines[-1].text == "PIP QUILLON,      )   No. 31-0412"
    # Where nothing is wider, two blanks may be all that parts the columns.
    (page,) = read_layout_text("\n".join([line] * 10), "utf-8", SourceFormat.PLAIN).pages
    assert page.lines[0].text == line


def test_one_blank_at_a_break_sets_no_line_in() -> None:
    flush = "ORDER GRANTING THE MOTION TO\n DISMISS\n" + "The motion is granted.\n" * 20
    lines = read_layout_text(flush, "utf-8", SourceFormat.PLAIN).pages[0].lines
    assert lines[1].text == "DISMISS"
    indented = flush + "    A new paragraph.\n" * 3
    lines = read_layout_text(indented, "utf-8", SourceFormat.PLAIN).pages[0].lines
    assert lines[1].text == " DISMISS"
