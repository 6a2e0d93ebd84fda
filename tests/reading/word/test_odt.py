"""ODT files written by hand: what LibreOffice keeps beside the running text."""

from typing import Any

from tests.orders_from_text import clean_text, list_lines, read_text, show_parts
from tests.tables import each_row, list_of_tuples
from tests.word_packages import make_odt

GRANTED = "<text:p>The motion to compel is granted.</text:p>"


@each_row(lines=list_of_tuples)
def test_each_line(
    parts: dict[str, str],
    fields: list[str],
    lines: list[tuple[object, ...]],
    cleaned: dict[str, Any] | None,
) -> None:
    data = make_odt(**parts)
    assert [
        tuple(getattr(one, name) for name in fields) for one in list_lines(read_text(data))
    ] == lines
    assert show_parts(clean_text(data), cleaned or ()) == (cleaned or {})


@each_row()
def test_words_in_odd_places_are_conserved(body: str) -> None:
    order = clean_text(make_odt(body.replace("dc:", "text:") + GRANTED))
    assert "The motion to compel is granted." in order.reading_text
