"""Paragraphs that a court numbers itself are known by their numbers, which count up."""

import pytest

from build_scripts.model.order_map import number_paragraphs
from tests.tables import as_tuples, each_row

TEXT = "The motion is denied."


@pytest.mark.parametrize("form", ["¶ {}. ", "¶{} ", "{{¶ {}}} ", "[¶ {}] ", "[{}]   ", "{{{}}} "])
def test_every_form(form: str) -> None:
    texts = ["OPINION", *(f"{form.format(number)}{TEXT}" for number in (1, 2, 3)), TEXT]
    assert number_paragraphs(texts) == {1: 1, 2: 2, 3: 3}


@each_row(numbers=as_tuples)
def test_numbers_that_do_not_count_up_are_none(numbers: tuple[int, ...]) -> None:
    assert number_paragraphs([f"[{number}] {TEXT}" for number in numbers]) == {}
