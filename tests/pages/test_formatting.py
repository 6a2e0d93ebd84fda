"""Values as pages print them."""

from build_scripts.pages.formatting import title_of
from tests.pages.conftest import describe


def test_a_paper_that_is_no_order_is_not_called_one() -> None:
    """An owner says that a complaint is public; its title is doubtful and left out."""
    assert title_of(describe(is_order=False)) == "Filing"
    assert title_of(describe(is_order=False, title="Complaint")) == "Complaint"
    assert title_of(describe()) == "Order"
