"""Phrases found by their letters and digits: where a number's digits may be parted."""

import pytest

from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.matching import PhraseMatcher
from tests.tables import each_row

pytestmark = pytest.mark.unit


@each_row()
def test_a_number_is_found_as_an_order_prints_it(printed: str, text: str, why: str) -> None:
    assert _find(printed, text), why


@each_row()
def test_digits_that_stand_otherwise_are_another_number(printed: str, text: str, why: str) -> None:
    assert not _find(printed, text), why


def test_without_a_print_digits_may_be_parted_anywhere() -> None:
    assert list(PhraseMatcher(["12345678"]).find("1 2 3 4 5 6 7 8"))
    assert list(PhraseMatcher({"12345678": [""]}).find("1 2 3 4 5 6 7 8"))


def test_any_of_several_prints_is_found() -> None:
    matcher = PhraseMatcher({"12345678": ["12345678", "account 12-345678"]})
    assert list(matcher.find("No. 12-345678"))


def _find(printed: str, text: str) -> bool:
    return any(PhraseMatcher({normalize_alnum(printed): [printed]}).find(text))
