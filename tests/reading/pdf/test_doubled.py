import pytest

from build_scripts.reading.pdf.doubled import drop_doubled
from build_scripts.reading.pdf.runs import LINE_END, Run
from tests.reading.pdf.made_runs import run


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([run("Filed", 100), run("May", 140)], ["Filed", "May"]),
        ([run("Filed", 100), run("Filed", 100)], ["Filed"]),
        ([run("Filed", 100), run("Filed", 100.8, 699.5)], ["Filed"]),  # printed again for bold
        ([run("Filed", 100), run("May", 140), run("Filed", 100)], ["Filed", "May"]),
        ([run("had", 100), run("had", 122)], ["had", "had"]),  # the second stands beside it
        ([run("No.", 100), run("No.", 100, 686)], ["No.", "No."]),  # the next line
        ([run("Filed", 100), run("filed", 100)], ["Filed", "filed"]),
        ([run("5", 100, size=12), run("5", 100, size=8)], ["5", "5"]),
        ([], []),
    ],
)
def test_what_is_printed_over_itself_is_read_once(runs: list[Run], expected: list[str]) -> None:
    assert [kept.text for kept in drop_doubled(runs)] == expected


def test_a_line_that_began_with_a_doubled_word_still_begins() -> None:
    runs = [run("Filed", 100), run("Filed", 100, before=LINE_END), run("May", 140)]
    assert [(kept.text, kept.before) for kept in drop_doubled(runs)] == [
        ("Filed", " "),
        ("May", LINE_END),
    ]
