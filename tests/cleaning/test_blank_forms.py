"""A form that nobody filled in is told by its title and its open places."""

import pytest

from build_scripts.cleaning.blank_forms import is_blank_form, is_form_title
from build_scripts.model.clean_order import Block, BlockKind, Place


def make_block(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text, (Place(0, 1, 1),))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("CONSENT OR DECLINATION TO MAGISTRATE JUDGE JURISDICTION", True),
        ("[PROPOSED] ORDER", True),
        ("INSTRUCTIONS FOR FILING", True),
        ("NOTICE OF AVAILABILITY OF MAGISTRATE JUDGE", True),
        ("JOINT CASE MANAGEMENT STATEMENT [FORM]", True),
        ("CONSENT DECREE", False),
        ("ORDER APPROVING THE FORM OF NOTICE", False),
        ("ORDER ON CONSENT", False),
        ("ORDER DENYING MOTION TO COMPEL", False),
    ],
)
def test_titles_of_forms(text: str, title: bool) -> None:
    assert is_form_title(make_block(text)) is title


@pytest.mark.parametrize(
    ("texts", "blank"),
    [
        (["☐ CONSENT", "☐ DECLINE", "DATE:"], True),
        (["[ ] GRANTED", "[ ] DENIED", "DATED: ________"], True),
        (["DATE:", "NAME:", "COUNSEL FOR (OR “PRO SE”):"], False),  # nothing is drawn
        (["☒ CONSENT", "DATE:", "NAME:"], False),  # somebody chose
        (["entitle the surety [ ] to reimbursement"] * 3, False),  # an omission
        (["☐ CONSENT", "☐ DECLINE", "The Court finds as follows:"], False),  # a sentence
        (["☐ CONSENT", "Dated: May 3, 2022", "The Court finds as follows:"], False),
    ],
)
def test_open_places(texts: list[str], blank: bool) -> None:
    assert is_blank_form([make_block(text) for text in texts]) is blank
