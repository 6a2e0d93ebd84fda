"""A form that nobody filled in is told by its title and its open places."""

from build_scripts.cleaning.blank_forms import is_blank_form, is_form_title
from build_scripts.model.clean_order import Block, BlockKind, Place
from tests.tables import each_row


def make_block(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, (Place(0, 1, 1),))


@each_row()
def test_titles_of_forms(text: str, title: bool) -> None:
    assert is_form_title(make_block(text)) is title


@each_row()
def test_open_places(texts: list[str], blank: bool) -> None:
    assert is_blank_form([make_block(text) for text in texts]) is blank
