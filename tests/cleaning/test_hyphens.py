"""A hyphen at a line end stays where it is the word's own."""

from build_scripts.cleaning.hyphens import HyphenRules, learn_hyphens
from tests.tables import each_row

RULES = {
    "set": HyphenRules(frozenset({"reliance", "claims-made"}), hyphenates=True),
    "unset": HyphenRules(frozenset(), hyphenates=False),
}


@each_row(rules=RULES.__getitem__)
def test_hyphens(rules: HyphenRules, last: str, first: str, broken: bool) -> None:
    assert rules.breaks_word(last, first) is broken


def test_an_order_teaches_whether_it_is_set_with_hyphenation() -> None:
    broken = ["the court found that the defendant had not shown any prej-", "udice of its own"] * 5
    assert learn_hyphens(broken).hyphenates
    assert not learn_hyphens(
        ["the court found that the defendant had shown no prejudice"] * 9
    ).hyphenates
