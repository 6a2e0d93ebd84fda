"""What ends a sentence and what begins an item."""

from build_scripts.cleaning.line_ends import ends_sentence, goes_on, is_finished, is_item
from build_scripts.cleaning.lines import Line
from tests.tables import each_row


@each_row()
def test_a_line_can_be_its_paragraphs_last(text: str, finished: bool) -> None:
    assert is_finished(Line(1, text)) is finished


def test_a_colon_ends_no_sentence() -> None:
    assert ends_sentence(Line(1, "The motion is denied."))
    assert not ends_sentence(Line(1, "The Court orders as follows:"))


@each_row()
def test_small_letters_go_on(text: str, rest: bool) -> None:
    assert goes_on(Line(1, text)) is rest


@each_row()
def test_items_of_lists(text: str, item: bool) -> None:
    assert is_item(Line(1, text)) is item
