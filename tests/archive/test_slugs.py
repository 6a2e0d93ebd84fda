from hypothesis import given
from hypothesis import strategies as st

from build_scripts.archive.slugs import TITLE_LENGTH, slugify
from tests.tables import each_row


@each_row()
def test_slugs(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_long_title_is_cut_at_a_word() -> None:
    slug = slugify(
        "Order Granting in Part and Denying in Part Plaintiffs Motion for Attorneys Fees"
    )
    assert slug == "order-granting-in-part-and-denying-in-part-plaintiffs-motion"


@given(st.text())
def test_a_slug_is_always_an_address_part(text: str) -> None:
    slug = slugify(text)
    assert len(slug) <= TITLE_LENGTH
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in slug)
    assert slugify(slug) == slug
