"""Addresses and numbers of courts, and those of others beside them."""

import pytest

from build_scripts.redacting.private import find_personal_words, find_private_words


@pytest.mark.parametrize(
    ("text", "private", "why"),
    [
        ("pio@supremecourt.gov", [], "in every slip opinion of that court"),
        ("vkdcrd@cand.uscourts.gov", [], "a federal court's domain"),
        ("orders@courts.state.nh.us", [], "a state's"),
        ("orders@flcourts.org", [], "a state's, without its domain"),
        ("quentin.vale@usdoj.gov", ["quentin.vale@usdoj.gov"], "counsel for the government"),
        ("ada@harborcourt.org", ["ada@harborcourt.org"], "an inn, for all that is known"),
        ("Call chambers at (702) 555-0199.", [], "chambers"),
        ("the Clerk’s Office: (702) 555-0199", [], "a clerk's office"),
        ("Call-in: 1 (888) 555-0172, access code 5551234#", [], "a conference line"),
        ("Press Office (702) 555-0199", [], "a press office"),
        ("Counsel shall call chambers at (702) 555-0199.", [], "counsel, but before the court"),
        (
            "The Clerk’s Office called Ms. Vale at 702-555-0142.",
            ["702-555-0142"],
            "somebody between",
        ),
        ("Call chambers. His number is 702-555-0142.", ["702-555-0142"], "another sentence"),
        ("Ada Chambers, (702) 555-0142", ["(702) 555-0142"], "a name"),
        ("Call chambers about SSN 219-09-9999.", ["219-09-9999"], "no kind that a court has"),
    ],
)
def test_of_a_court_or_not(text: str, private: list[str], why: str) -> None:
    found = [text[words.start : words.end] for words in find_private_words(text)]
    assert found == private, why
    courts = [words for words in find_personal_words(text) if words.public]
    assert bool(courts) != bool(private), why
