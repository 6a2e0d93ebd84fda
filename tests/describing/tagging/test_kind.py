"""How likely a paper is an order, by its words alone: invented papers."""

import pytest

from build_scripts.describing.tagging.kind import LEAST_ORDER, list_kind_features, rate_order

ORDER = """UNITED STATES DISTRICT COURT
PELLWORTH INDUSTRIES, INC., Plaintiff, v. TREMONT, Defendant.
ORDER
This matter is before the Court on the defendant's motion to dismiss. Having considered the briefs, the
court finds that the complaint states a claim. IT IS HEREBY ORDERED that the motion is DENIED.
SO ORDERED. Dated: March 4, 2021. United States District Judge"""
COMPLAINT = """PELLWORTH INDUSTRIES, INC., Plaintiff, v. TREMONT, Defendant.
COMPLAINT AND DEMAND FOR JURY TRIAL
Plaintiff, by and through its undersigned attorneys, alleges upon information and belief as follows.
Plaintiff resides in Marlow. WHEREFORE, plaintiff prays for judgment, damages and attorney fees.
Respectfully submitted, Attorneys for Plaintiff. Jury demanded."""


def test_an_order_is_told_from_a_complaint() -> None:
    assert rate_order(ORDER) >= LEAST_ORDER
    assert rate_order(COMPLAINT) < 0.5


@pytest.mark.parametrize("text", ["", "12 34", "IT is"])
def test_a_text_without_words_has_no_features(text: str) -> None:
    assert list_kind_features(text) == frozenset()
    assert 0 <= rate_order(text) <= 1


def test_words_are_of_the_beginning_or_of_the_end() -> None:
    text = f"Complaint {'x ' * 3000} granted"
    assert {"first complaint", "last granted"} <= list_kind_features(text)
    assert "last complaint" not in list_kind_features(text)
