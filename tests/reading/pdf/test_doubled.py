from build_scripts.reading.pdf.runs import LINE_END, Run, drop_doubled
from tests.reading.pdf.made_runs import run
from tests.tables import call, each_row, list_of


@each_row(runs=list_of(call(run)))
def test_what_is_printed_over_itself_is_read_once(runs: list[Run], expected: list[str]) -> None:
    assert [kept.text for kept in drop_doubled(runs)] == expected


def test_a_line_that_began_with_a_doubled_word_still_begins() -> None:
    runs = [run("Filed", 100), run("Filed", 100, before=LINE_END), run("May", 140)]
    assert [(kept.text, kept.before) for kept in drop_doubled(runs)] == [
        ("Filed", " "),
        ("May", LINE_END),
    ]
