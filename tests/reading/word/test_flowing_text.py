"""Rows of word processors' tables on one line, with their cells."""

from build_scripts.reading.word.flowing_text import (
    FlowingText,
    Paragraph,
    Run,
    join_row,
    lay_out_lines,
)


def cell(text: str) -> list[Paragraph]:
    return [Paragraph(((Run(text),),))] if text else []


def test_a_row_is_one_line_and_knows_its_cells() -> None:
    row = join_row([cell("1984"), cell(""), cell("$65\tdue")])
    line = lay_out_lines(FlowingText(tuple(row), (), ()))[0].lines[0]
    assert line.text == "1984   $65    due"
    assert [line.text[c.start : c.end] for c in line.cells] == ["1984", "", "$65    due"]


def test_a_row_with_a_cell_of_several_paragraphs_is_set_cell_after_cell() -> None:
    row = join_row([[*cell("ROE,"), *cell("Plaintiff,")], cell("No. 1")])
    lines = [line for line in lay_out_lines(FlowingText(tuple(row), (), ()))[0].lines if line.text]
    assert [line.text for line in lines] == ["ROE,", "Plaintiff,", "No. 1"]
    assert not any(line.cells for line in lines)
