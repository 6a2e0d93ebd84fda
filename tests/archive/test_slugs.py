import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.archive.slugs import TITLE_LENGTH, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Order Denying Motion", "order-denying-motion"),
        ("Plaintiff's “Motion” — Int'l Law", "plaintiffs-motion-intl-law"),  # apostrophes close up
        ("García v. Müller", "garcia-v-muller"),
        ("Index", "index-page"),  # MkDocs would take it for the folder's own page
        ("命令", ""),
    ],
)
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
