from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.reading.html.elements import (
    find_mark,
    is_data_row,
    is_note,
    is_page_mark,
    is_set_apart,
    is_site_furniture,
    read_note_label,
    read_page_mark,
)
from tests.tables import each_row, none_if_empty


def parse(html: str, selector: str) -> LexborNode:
    node = LexborHTMLParser(html).css_first(selector)
    assert node is not None
    return node


@each_row()
def test_footnote_marks(html: str, tag: str, expected: str | None) -> None:
    node = parse(html, tag)
    assert find_mark(node, tag, node.attributes) == expected


@each_row(attributes=none_if_empty)
def test_notes(tag: str, attributes: dict[str, str | None], expected: bool, label: str) -> None:
    assert is_note(tag, attributes) is expected
    assert read_note_label(attributes) == label


@each_row()
def test_page_marks(html: str, tag: str, expected: bool, number: int | None, scheme: str) -> None:
    node = parse(html, tag)
    assert is_page_mark(tag, node.attributes) is expected
    assert read_page_mark(node) == (number, scheme)


@each_row(attributes=none_if_empty)
def test_what_is_centred(tag: str, attributes: dict[str, str | None], expected: bool) -> None:
    assert is_set_apart(tag, attributes) is expected


@each_row()
def test_what_the_site_put_around_an_order(html: str, selector: str, expected: bool) -> None:
    node = parse(html, selector)
    assert is_site_furniture(node, node.tag or "", node.attributes) is expected


@each_row()
def test_rows_of_short_cells_hold_data(cells: str, expected: bool) -> None:
    assert is_data_row(parse(f"<table><tr>{cells}</table>", "tr")) is expected
