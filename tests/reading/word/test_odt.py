"""ODT files written by hand: what LibreOffice keeps beside the running text."""

from typing import Any

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceLine
from build_scripts.reading import read_order
from tests.orders_from_text import show_parts
from tests.tables import each_row, list_of_tuples
from tests.word_packages import make_odt

GRANTED = "<text:p>The motion to compel is granted.</text:p>"


def read_lines(data: bytes) -> list[SourceLine]:
    source = read_order(RawOrder.from_bytes("order.odt", data))
    return [line for page in source.pages for line in page.lines if line.text]


def clean(data: bytes) -> CleanOrder:
    return clean_order(read_order(RawOrder.from_bytes("order.odt", data)))


@each_row(lines=list_of_tuples)
def test_each_line(
    parts: dict[str, str],
    fields: list[str],
    lines: list[tuple[object, ...]],
    cleaned: dict[str, Any] | None,
) -> None:
    data = make_odt(**parts)
    assert [tuple(getattr(one, name) for name in fields) for one in read_lines(data)] == lines
    assert show_parts(clean(data), cleaned or ()) == (cleaned or {})


@each_row()
def test_words_in_odd_places_are_conserved(body: str) -> None:
    order = clean(make_odt(body.replace("dc:", "text:") + GRANTED))
    assert "The motion to compel is granted." in order.reading_text
