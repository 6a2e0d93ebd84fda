from collections.abc import Callable

import pytest

from build_scripts.model.source_text import LineKind, Style, StyleSpan
from build_scripts.reading.html.lines import FARTHEST_PAGE, FRONT_ENDS, LineGatherer
from tests.orders_from_text import read_text
from tests.tables import as_tuples, each_row

FRONT = "word " * (FRONT_ENDS // 5 + 1)


def gather(walk: Callable[[LineGatherer], None]) -> LineGatherer:
    lines = LineGatherer()
    walk(lines)
    lines.end_block()
    return lines


def list_texts(lines: LineGatherer) -> list[str]:
    return [flow.text for flow in lines.flows]


@each_row(pieces=as_tuples)
def test_runs_of_blanks_are_one(pieces: tuple[str, ...], expected: list[str]) -> None:
    lines = gather(lambda lines: [lines.add_text(piece) for piece in pieces] and None)
    assert list_texts(lines) == expected


def test_emphasis_goes_on_over_a_break_and_stays_open_in_itself() -> None:
    def walk(lines: LineGatherer) -> None:
        lines.switch(Style.BOLD, on=True)
        lines.add_text("One")
        lines.switch(Style.BOLD, on=True)
        lines.switch(Style.BOLD, on=False)
        lines.break_line()
        lines.add_text("two")
        lines.switch(Style.BOLD, on=False)
        lines.add_text(" three")

    one, two = gather(walk).flows
    assert one.styles == (StyleSpan(Style.BOLD, 0, 3),)
    assert two.styles == (StyleSpan(Style.BOLD, 0, 3),)
    assert two.kind is LineKind.REST


@pytest.mark.parametrize(
    ("marks", "pages"),
    [
        ([(284, "")], [283, 284]),  # what stands above the first mark is of the page before
        ([(284, ""), (285, "")], [283, 284, 285]),
        ([(284, ""), (12, "")], [283, 284, 284]),  # never back
        ([(284, ""), (284 + FARTHEST_PAGE + 1, "")], [283, 284, 284]),  # another report's
        ([(284, "1"), (285, "2")], [283, 284, 284]),
        ([(284, ""), (None, "")], [283, 284, 284]),
        ([(1, "")], [1, 1]),
    ],
)
def test_page_marks(marks: list[tuple[int | None, str]], pages: list[int]) -> None:
    def walk(lines: LineGatherer) -> None:
        for number, report in marks:
            lines.add_text("words ")
            lines.begin_page(f"*{number}", number, report)
        lines.add_text("last")

    lines = gather(walk)
    # A mark that begins no page does not part the line.
    assert sorted({flow.page for flow in lines.flows}) == sorted(set(pages))
    assert " ".join(list_texts(lines)).split() == ["words"] * len(marks) + ["last"]
    assert len(lines.asides) == len(marks)


@each_row()
def test_a_note_s_label_is_its_first_word_or_named_by_its_element(
    named: str, words: str, expected: str, added: list[str]
) -> None:
    def walk(lines: LineGatherer) -> None:
        lines.begin_note(named)
        lines.add_text(words)
        lines.end_note()

    lines = gather(walk)
    assert lines.flows[0].text == expected
    assert lines.added == added


def test_above_the_text_a_table_sets_out_a_caption() -> None:
    assert not LineGatherer().takes_rows


@each_row()
def test_headings(
    level: int, centred: int, bold: bool, words: str, front: bool, expected: int
) -> None:
    def walk(lines: LineGatherer) -> None:
        if front:
            lines.add_text(FRONT)
            lines.end_block()
        lines.level, lines.centred = level, centred
        if bold:
            lines.switch(Style.BOLD, on=True)
        lines.add_text(words)
        if bold:
            lines.switch(Style.BOLD, on=False)

    assert gather(walk).flows[-1].heading_level == expected


def test_blank_lines_part_paragraphs_where_no_element_does() -> None:
    text = "<center>Jane ROE<br>v. DOE CORP.</center>\n\nThe motion\nis denied.\n\nSo ordered.\n"
    source = read_text(text)
    assert [line.text for line in source.pages[0].lines if line.text][-2:] == [
        "The motion is denied.",
        "So ordered.",
    ]
