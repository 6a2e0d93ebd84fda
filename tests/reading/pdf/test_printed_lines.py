from build_scripts.model.source_text import Style, StyleSpan
from build_scripts.reading.pdf.printed_lines import lay_out_lines
from build_scripts.reading.pdf.segments import Segment
from tests.reading.pdf.made_runs import segment
from tests.tables import call, each_row, list_of

WHOLE = "The motion to compel is granted."


@each_row(segments=list_of(call(segment)))
def test_places_become_columns(segments: list[Segment], expected: list[str]) -> None:
    assert [line.text for line in lay_out_lines(segments)[0]] == expected


def test_a_raised_mark_stands_at_its_word() -> None:
    mark = segment("2", 72 + len(WHOLE) * 6, 705, 7)
    ((line,), _) = lay_out_lines([segment(WHOLE, 72), mark])
    assert line.text == WHOLE + "2"
    assert line.styles == (StyleSpan(Style.SUPERSCRIPT, len(WHOLE), len(WHOLE) + 1),)


def test_styles_move_with_their_column_and_end_with_the_line() -> None:
    heading = segment("ORDER ", 132, 686)
    heading.styles = [StyleSpan(Style.BOLD, 0, 6)]
    line = lay_out_lines([segment(WHOLE, 72), heading])[0][-1]
    assert line.text == " " * 10 + "ORDER"
    assert line.styles == (StyleSpan(Style.BOLD, 10, 15),)
