"""Words that papers of many courts print."""

import pytest

from build_scripts.describing.motion_print import is_readable
from tests.describing.specimens import make_order
from tools.training.vocabulary import list_common_words


def test_words_of_few_courts_and_words_that_scans_cut_are_left_out() -> None:
    """Many courts print "efendants", and many more "defendants"."""
    papers = [
        *((f"court {number}", "defendants deny the claim") for number in range(60)),
        *((f"court {number}", "efendants deny") for number in range(6)),
        *((f"court {number}", "the ledger") for number in range(6)),
        *[("court 1", "quillwort")] * 9,  # one court, however often
    ]
    assert set(list_common_words(papers)) == {"defendants", "deny", "the", "claim", "ledger"}


@pytest.mark.parametrize("word", ["aaggee", "aiver", "efendants"])
def test_what_scans_make_of_words_is_not_shown(word: str) -> None:
    order = make_order("The motion is denied.")
    assert not is_readable(f"motion for {word}", order)
    assert is_readable("motion for waiver of the fee", order)
