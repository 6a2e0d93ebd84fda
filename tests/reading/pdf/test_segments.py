from build_scripts.model.source_text import Style, StyleSpan
from build_scripts.reading.pdf.runs import ASKEW, LINE_END, Run
from build_scripts.reading.pdf.segments import gather_segments, split_segment
from tests.reading.pdf.made_runs import run
from tests.tables import call, each_row, list_of


@each_row(runs=list_of(call(run)))
def test_stretches_without_a_wide_gap(runs: list[Run], expected: list[str]) -> None:
    segments, across = gather_segments(runs, turn=0)
    assert [segment.text for segment in segments] == expected
    assert across == []


def test_what_is_set_across_the_page_is_told_apart() -> None:
    runs = [
        run("United", 10, turn=3, before=LINE_END),
        run("States", 50, turn=3),
        run("Court", 10, turn=3, before=LINE_END),
        run("Text.", 100, before=LINE_END),
        run("Copy", 10, turn=ASKEW),
    ]
    segments, across = gather_segments(runs, turn=0)
    assert [segment.text for segment in segments] == ["Text."]
    assert across == ["United States", "Court", "Copy"]


def test_a_blank_that_the_places_do_not_show_is_kept() -> None:
    (one, two), _ = gather_segments([run("out", 100), run("2", 119, 704, size=7)], turn=0)
    assert one.spaced
    assert not two.spaced


def test_styles_hold_the_blanks_within() -> None:
    runs = [
        run("See", 100),
        run("Quill", 122, italic=True),
        run("v.", 156, italic=True),
        run("Bolt", 172, italic=True, bold=True),
    ]
    ((segment,), _) = gather_segments(runs, turn=0)
    assert segment.text == "See Quill v. Bolt"
    assert segment.styles == [StyleSpan(Style.BOLD, 13, 17), StyleSpan(Style.ITALIC, 4, 17)]


@each_row()
def test_a_segment_is_parted_where_a_mark_stands(
    left: float, right: float, expected: list[str]
) -> None:
    ((whole,), _) = gather_segments([run("out.", 95), run("The", 125)], turn=0)
    assert [part.text for part in split_segment(whole, left, right)] == expected
