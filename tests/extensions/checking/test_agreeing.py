"""Names of cases that are one, and the numbers that a text cites; the browser's half agrees."""

import json
from pathlib import Path

import pytest

from build_scripts.extensions.checking.citations import agree_names
from build_scripts.search.key_tokens import find_keys, plain_signs

TABLE = json.loads(Path(__file__).with_name("cited_cases.json").read_text(encoding="utf-8"))
"""Also run by search_ui/check.test.js."""


@pytest.mark.parametrize(("cited", "here", "agrees"), TABLE["names"])
def test_names_agree(cited: str, here: str, agrees: bool) -> None:
    assert agree_names(cited, here) is agrees


@pytest.mark.parametrize(("text", "expected"), TABLE["texts"])
def test_numbers_are_found(text: str, expected: list[list[str]]) -> None:
    keys = dict.fromkeys(one.key for one in find_keys(plain_signs(text)))
    assert list(keys) == [key for key, _, _ in expected]
