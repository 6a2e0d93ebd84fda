"""What a passage is cited by is what the data says of its place."""

from itertools import accumulate

from build_scripts.model.order_map import OrderPlace
from build_scripts.search.pins import Pins, list_pins
from tests.search.conftest import Searchable
from tests.tables import as_tuples, each_row


def test_pins_have_the_place_of_every_line(specimens: Searchable) -> None:
    for archived in specimens.archive.orders:
        clean = archived.order.clean
        pins = list_pins(clean, ("", "", "", ""))
        for flat, (_, block) in zip(pins.lines, clean.map.located, strict=True):
            steps = [flat[at : at + 4] for at in range(0, len(flat), 4)]
            offsets = accumulate(step[0] for step in steps)
            sheets = accumulate(step[1] for step in steps)
            lines = ((step[2], step[3] or None) for step in steps)
            read = [(*place, *line) for *place, line in zip(offsets, sheets, lines, strict=True)]
            assert read == [
                (one.offset, one.page, one.line, one.printed_line) for one in block.places
            ]


@each_row(first=as_tuples, last=as_tuples)
def test_a_pin_is_cited_as_the_bluebook_has_it(
    first: tuple[str, str], last: tuple[str, str], cited: str
) -> None:
    pins = Pins(("A v. B", ", No. 1", " (Mar. 4, 2024).", ", slip op. at "))
    one, other = (OrderPlace(0, page, 1, 1, 0, note, "") for page, note in (first, last))
    assert pins.write_citation(one, other) == cited
