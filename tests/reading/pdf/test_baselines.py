import pytest

from build_scripts.reading.pdf.baselines import MOST_SEGMENTS, PrintedLine, group_lines
from build_scripts.reading.pdf.segments import Segment
from tests.reading.pdf.made_runs import segment


def show(lines: list[PrintedLine]) -> list[list[str]]:
    """The lines' segments; raised ones with a caret."""
    return [["^" * each.raised + each.text for each in line.segments] for line in lines]


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        # two columns whose baselines differ by little
        ([segment("No. 5", 300, 701), segment("QUILL,", 72, 700)], [["QUILL,", "No. 5"]]),
        ([segment("one", 72, 700), segment("two", 72, 686)], [["one"], ["two"]]),
        # printed over another: a line of its own
        (
            [segment("Filed May 1", 72, 700), segment("FILED", 90, 699)],
            [["Filed May 1"], ["FILED"]],
        ),
        # a raised mark joins the word that it stands at
        ([segment("ordered.", 72, 700), segment("2", 121, 705, 7)], [["ordered.", "^2"]]),
        ([segment("2", 66, 705, 7), segment("See id.", 72, 700)], [["^2", "See id."]]),
        # raised, but far from any word: a gutter's number
        ([segment("7", 40, 702, 8), segment("The motion", 120, 700)], [["7", "The motion"]]),
        # as large as the line: no mark
        ([segment("7", 121, 705), segment("ordered.", 72, 700)], [["7"], ["ordered."]]),
        # long, small and above: a line of small print
        (
            [segment("See note", 72, 706, 7), segment("ordered.", 72, 700)],
            [["See note"], ["ordered."]],
        ),
        ([], []),
    ],
)
def test_lines(segments: list[Segment], expected: list[list[str]]) -> None:
    assert show(group_lines(segments)) == expected


def test_a_line_takes_a_bounded_number_of_segments() -> None:
    crowd = [segment(".", float(x), 700) for x in range(0, 7 * MOST_SEGMENTS + 70, 7)]
    first, second = group_lines(crowd)
    assert len(first.segments) == MOST_SEGMENTS
    assert len(second.segments) == len(crowd) - MOST_SEGMENTS
