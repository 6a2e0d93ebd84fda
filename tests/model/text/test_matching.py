"""Phrases found by their letters and digits: where a number's digits may be parted."""

import pytest

from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.matching import PhraseMatcher

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("printed", "text", "why"),
    [
        ("123-45-6789", "No. 123 45 6789", "the same groups, other signs"),
        ("123-45-6789", "No. 123456789.", "no groups"),
        ("123456789", "No. 123-45-6789.", "as nine digits usually are parted"),
        ("7025550142", "call (702) 555-0142", "as telephone numbers are"),
        ("12345678", "account 1234-\n5678 was", "over a line's end"),
        ("12,345", "of 12,345 members", "with the comma of its order"),
        ("X12-345678", "Statements of x12 345678", "letters and digits"),
        ("12345678", "1\0002\0003\0004\0005\0006\0007\0008\000", "in UTF-16"),
        ("12345678", '{"text":"of 12345678, and"}', "within a string of JSON"),
        ("12345678", r'{"text":"the \"account\":12345678, and"}', "a quotation mark within it"),
        ("ada@vale.example", "ada vale, [example]", "words are parted by any signs"),
    ],
)
def test_a_number_is_found_as_an_order_prints_it(printed: str, text: str, why: str) -> None:
    assert _find(printed, text), why


@pytest.mark.parametrize(
    ("printed", "text", "why"),
    [
        ("123-45-6789", "[1,2,3,4,5,6,7,8,9,10]", "a list of numbers in JSON"),
        ("123-45-6789", "pages 1 2 3 4 5 6 7 8 9", "the same of words"),
        ("123-45-6789", "[123,45,6789]", "three numbers in JSON"),
        ("123-45-6789", '["123", "45", "6789"]', "three strings"),
        ("123-45-6789", "123\x0345\x046789", "bytes that are no text"),
        ("12345678", "1\n2\n3\n4\n5\n6\n7\n8\n", "the numbers of empty lines"),
        ("12345678", "$12,345,678", "an amount"),
        ("12345678", "12-345678", "another number"),
        ("12345678", "1234-\n56-\n78", "ends of two lines"),
        ("123456", "0a1b2c3d4e5f60718293a4b5c6d7e8f9a123456b", "a digest"),
        ("123456", '{"bytes":123456,"pages":3}', "a number of the program, in JSON"),
        ("123456", '{"bytes": 123456\n}', "the same, indented"),
    ],
)
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
