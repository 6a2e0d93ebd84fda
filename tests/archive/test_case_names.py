"""Whether two names are those of one case."""

import pytest

from build_scripts.archive.case_names import NameMatch, match_names


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Daigle v. Maine Med. Ctr.", "Daigle v. Maine Medical Center, Inc.", NameMatch.SAME),
        ("Alan Corp. v. Int’l Surplus Lines Ins. Co.",
         "The Alan Corporation v. International Surplus Lines Insurance Co.", NameMatch.SAME),
        # a name that many cases have
        ("United States v. Smith", "United States v. Smith", NameMatch.PART),
        # half of it
        ("Roe v. Heronson", "Heronson v. Plover", NameMatch.PART),
        # nothing in it tells a case from another
        ("In re Application of the United States", "In re United States", NameMatch.PART),
        ("Wren v. Finch", "Stork v. Egret", NameMatch.DIFFERENT),
        ("United States v. Wren", "United States v. Egret", NameMatch.DIFFERENT),
    ],
)  # fmt: skip
def test_names(one: str, other: str, expected: NameMatch) -> None:
    assert match_names(one, other) is expected
    assert match_names(other, one) is expected
