"""Words that no order has, and words that motions go by: what they are read as."""

import pytest

from tests.tables import each_row


@each_row()
def test_a_slip_of_the_hand_is_corrected(specimens, typed, read_as, note):
    answer = specimens.engine.search(typed)
    assert (answer.read_as, answer.notes[-1]) == (read_as, note)
    assert answer.total
    assert answer.did_you_mean == ""


@each_row()
def test_any_other_is_offered_if_it_finds_orders(specimens, typed, offered):
    answer = specimens.engine.search(typed)
    assert answer.total == 0
    assert answer.did_you_mean.lower() == offered.lower()
    assert not offered or specimens.engine.search(offered).total


def test_a_word_that_an_order_has_is_no_slip(specimens):
    """Wren is a party here, however near it is to "when"."""
    assert specimens.engine.search("wren").read_as == "wren"
    assert specimens.engine.search("wren subpena").read_as == "wren and subpoena"


@pytest.mark.parametrize(
    "typed", ["sealing", "redact", "redaction", "motion:sealing", "motion:redact"]
)
def test_motions_go_by_synonyms(specimens, typed):
    sealed = set(specimens.engine.find("motion:seal"))
    assert sealed
    assert sealed <= set(specimens.engine.find(typed))
    assert specimens.engine.search(typed).read_as.endswith("rulings on motions to seal")


@pytest.mark.parametrize(
    "typed", ['"redact"', "redact NOT zebra", "title:redact", "redact exhibits"]
)
def test_synonyms_are_of_what_is_typed_alone(specimens, typed):
    assert "motions to seal" not in specimens.engine.search(typed).read_as
