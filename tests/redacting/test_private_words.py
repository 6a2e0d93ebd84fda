"""How many private words are found, and how many that are none: over specimens, with floors."""

from collections import Counter

import pytest

from build_scripts.model.withholding import PrivateKind
from build_scripts.redacting.private_words import (
    find_private_words,
    mask_public_numbers,
    passes_luhn,
)
from tests.redacting.specimens import Specimen, list_specimens
from tests.tables import each_row

DEVELOPED = ("positives.txt", "flagged.txt", "negatives.txt")
LATER = ("blind_positives.txt", "blind_negatives.txt")


def find(specimen: Specimen) -> frozenset[tuple[str, str]]:
    return frozenset(
        (words.kind.value, specimen.text[words.start : words.end])
        for words in find_private_words(specimen.text, criminal=True)
    )


def measure(*names: str) -> tuple[float, float]:
    """Recall and precision."""
    counts: Counter[str] = Counter()
    for specimen in list_specimens(*names):
        found = find(specimen)
        counts["right"] += len(found & specimen.expected)
        counts["missed"] += len(specimen.expected - found)
        counts["false"] += len(found - specimen.expected)
    right = counts["right"]
    return right / (right + counts["missed"]), right / (right + counts["false"])


@each_row()
def test_each_kind(kind: str, text: str, words: list[str], why: str) -> None:
    found = find_private_words(text, criminal=True)
    assert {each.kind for each in found} <= {kind}, why
    assert [text[each.start : each.end] for each in found] == words, why


def test_the_specimens_are_many_and_of_every_kind() -> None:
    expected = [kind for each in list_specimens(*DEVELOPED[:2]) for kind, _ in each.expected]
    assert len(expected) >= 150
    assert set(expected) == set(PrivateKind)
    negatives = list(list_specimens("negatives.txt"))
    assert len(negatives) >= 300
    assert not any(each.expected for each in negatives)


def test_recall_and_precision_keep_their_floors() -> None:
    recall, precision = measure(*DEVELOPED, *LATER)
    assert recall >= 0.99
    assert precision >= 0.97


@pytest.mark.parametrize(
    "text", ["Nos. 212-555-0100 and 212-555-0101", "Case No. 219-09-9999", "18 U.S.C. § 1030"]
)
def test_what_looks_private_is_blanked_first(text: str) -> None:
    masked = mask_public_numbers(text)
    assert len(masked) == len(text)
    assert not any(character.isdigit() for character in masked.partition("§")[2] or masked[8:])


def test_a_check_digit_is_checked() -> None:
    assert passes_luhn("4111 1111 1111 1111")
    assert not passes_luhn("4111 1111 1111 1112")


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000, "1-" * 10_000, "a@" * 10_000, "a." * 10_000 + "@", "born " * 4_000,
     "A" * 20_000, "account no. " + "1 " * 10_000, "(415) " * 4_000, "tel " * 5_000,
     "No. " + "1," * 10_000, "x" * 10_000 + "@" + "y." * 5_000, "at 1:" * 4_000,
     "resides " * 2_500, "passport no no no " * 1_000, "1 A. " * 5_000],
)  # fmt: skip
def test_hostile_text_takes_no_long_time(text: str) -> None:
    """Twenty thousand characters that begin everything and end nothing; the suite's clock tells."""
    find_private_words(text, criminal=True)
