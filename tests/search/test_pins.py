"""What a passage is cited by is what the data says of its place."""

import pytest

from build_scripts.model.order_map import OrderPlace
from build_scripts.search.pins import Pins, list_pins, read_pins
from tests.search.conftest import Searchable


def test_pins_say_what_the_data_says(specimens: Searchable) -> None:
    for archived in specimens.archive.orders:
        clean = archived.order.clean
        pins = list_pins(clean, ("", "", "", ""))
        assert read_pins(pins.present()) == pins
        for number, (offset, block) in enumerate(clean.map.located):
            for at in range(0, len(block.text), 40):
                pin, place = pins.locate(number, at), clean.map.place(offset + at)
                assert pin is not None
                assert pin.note == place.note
                if place.sheet:  # a form without pages can have the pages of a reporter
                    assert (pin.page, pin.sheet) == (place.page, place.sheet)


@pytest.mark.parametrize(
    ("first", "last", "cited"),
    [
        (("4", ""), ("4", ""), "A v. B, No. 1, slip op. at 4 (Mar. 4, 2024)."),
        (("4", ""), ("5", ""), "A v. B, No. 1, slip op. at 4-5 (Mar. 4, 2024)."),
        (("1198", ""), ("1201", ""), "A v. B, No. 1, slip op. at 1198-201 (Mar. 4, 2024)."),
        (("ii", ""), ("iv", ""), "A v. B, No. 1, slip op. at ii-iv (Mar. 4, 2024)."),
        (("4", "2"), ("4", "2"), "A v. B, No. 1, slip op. at 4 n.2 (Mar. 4, 2024)."),
        (("", ""), ("4", ""), "A v. B, No. 1 (Mar. 4, 2024)."),
    ],
)
def test_a_pin_is_cited_as_the_bluebook_has_it(
    first: tuple[str, str], last: tuple[str, str], cited: str
) -> None:
    pins = Pins(("A v. B", ", No. 1", " (Mar. 4, 2024).", ", slip op. at "))
    one, other = (OrderPlace(0, page, 1, 1, 0, note, "") for page, note in (first, last))
    assert pins.write_citation(one, other) == cited
