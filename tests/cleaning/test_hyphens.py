"""A hyphen at a line end stays where it is the word's own."""

import pytest

from build_scripts.cleaning.hyphens import HyphenRules, learn_hyphens

SET = HyphenRules(frozenset({"reliance", "claims-made"}), hyphenates=True)
UNSET = HyphenRules(frozenset(), hyphenates=False)


@pytest.mark.parametrize(
    ("rules", "last", "first", "broken"),
    [
        (SET, "pay-", "ment", True),
        (SET, "mate-", "rials", True),  # both halves are words; set text breaks words
        (SET, "indemni-", "tor", True),  # the whole is rare, a half is no word
        (SET, "re-", "liance", True),  # the order spells it so elsewhere
        (SET, "claims-", "made", False),  # the order spells it so elsewhere
        (SET, "fact-", "finder", False),  # both are words, the whole is not
        (SET, "Frei-", "Pearson", False),  # names
        (UNSET, "year-", "long", False),  # word-processor orders break at the word's own hyphen
        (UNSET, "e-", "commerce", False),
        (UNSET, "user-", "facing", False),
        (UNSET, "exten-", "sion", True),  # "exten" is no word
        (UNSET, "com-", "plaint", True),  # "plaint" is hardly one beside "complaint"
        (UNSET, "con-", "tract", True),
        (UNSET, "land-", "lord", False),  # two current words
        (UNSET, "co-", "operate", False),
        (UNSET, "over-", "broad", False),  # in no word list as one word
        (UNSET, "2010-", "2012", False),
        (UNSET, "8:21-cv-01928-", "DOC-KES", False),
    ],
)
def test_hyphens(rules: HyphenRules, last: str, first: str, broken: bool) -> None:
    assert rules.breaks_word(last, first) is broken


def test_an_order_teaches_whether_it_is_set_with_hyphenation() -> None:
    broken = ["the court found that the defendant had not shown any prej-", "udice of its own"] * 5
    assert learn_hyphens(broken).hyphenates
    assert not learn_hyphens(
        ["the court found that the defendant had shown no prejudice"] * 9
    ).hyphenates
