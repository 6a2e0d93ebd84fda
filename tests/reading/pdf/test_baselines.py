from build_scripts.reading.pdf.baselines import MOST_SEGMENTS, PrintedLine, group_lines
from build_scripts.reading.pdf.segments import Segment
from tests.reading.pdf.made_runs import segment
from tests.tables import call, each_row, list_of


def show(lines: list[PrintedLine]) -> list[list[str]]:
    """The lines' segments; raised ones with a caret."""
    return [["^" * each.raised + each.text for each in line.segments] for line in lines]


@each_row(segments=list_of(call(segment)))
def test_lines(segments: list[Segment], expected: list[list[str]]) -> None:
    assert show(group_lines(segments)) == expected


def test_a_line_takes_a_bounded_number_of_segments() -> None:
    crowd = [segment(".", float(x), 700) for x in range(0, 7 * MOST_SEGMENTS + 70, 7)]
    first, second = group_lines(crowd)
    assert len(first.segments) == MOST_SEGMENTS
    assert len(second.segments) == len(crowd) - MOST_SEGMENTS
