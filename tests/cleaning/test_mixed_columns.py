"""Columns that a tool mixed line by line are parted; text of one column stays as it is."""

import textwrap
from itertools import zip_longest

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.cleaning.mixed_columns import part_mixed_columns
from build_scripts.model.source_text import SourceFormat, SourceText
from build_scripts.reading.layout_text import read_layout_text

SENTENCES = (
    "The tenant asked the landlord for the key of the house in a letter that was sent in May.",
    "He did not answer it. The court below found that the notice was too late by a week or so.",
    "Smith and Jones says that a tenant who pays the rent may stay until the term ends. We agree.",
    "An order of May 3 that is made without notice is void, and the clerk must strike it.",
    "It follows that the judgment cannot stand. The landlord may serve a new notice on her.",
    "That notice runs from June 1. Whether he pays the costs of the appeal is left to the court.",
    "We say nothing of the deposit, which neither party asks for in Claim 4 of its papers.",
    "The clerk will send a copy of this opinion to the court that heard the case first.",
    "The keeper of the gate on Elm Street, Mr. Roe, saw the tenant with two boxes of books.",
    "On cross-examination he could not say which day it was, nor whether the lamp was lit.",
    "Nothing in the lease forbids a tenant to take her own books out of a house by night.",
)
TEXT = " ".join(SENTENCES * 2)


def mix(text: str, every: int, width: int = 56) -> str:
    """A page of two columns as such a tool writes it: of every so many rows one is one line."""
    lines = textwrap.wrap(text, width)
    half = (len(lines) + 1) // 2
    rows = enumerate(zip_longest(lines[:half], lines[half:], fillvalue=""))
    mixed = [
        f"{left}  {right}" if right and number % every == 0 else f"{left}\n{right}"
        for number, (left, right) in rows
    ]
    return "\n".join(mixed)


def read(text: str) -> SourceText:
    return read_layout_text(text, "utf-8", SourceFormat.PLAIN)


def list_whole(text: str) -> list[str]:
    """The sentences that are whole in the blocks of a text."""
    blocks = " ".join(block.text for block in clean_order(read(text)).blocks)
    return [sentence for sentence in SENTENCES if sentence in blocks]


@pytest.mark.parametrize("every", [2, 3, 5, 99])
@pytest.mark.parametrize("width", [50, 56, 60])
def test_sentences_of_mixed_columns_are_whole_again(every: int, width: int) -> None:
    assert len(list_whole(mix(TEXT, every, width))) >= len(SENTENCES) - 2


def test_each_page_is_parted_by_itself() -> None:
    pages = (
        f"Roe v. Doe, 12 F.4th 345 (2031)\n\n{mix(TEXT, 3, width)}\n\n{number}\n\n"
        for number, width in ((1, 56), (2, 51))
    )
    assert len(list_whole("".join(pages))) >= len(SENTENCES) - 2


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(textwrap.wrap(TEXT, 72)),  # one column
        "\n".join(line.replace(" ", "  ") for line in textwrap.wrap(TEXT, 72)),  # … justified
        "\n".join(SENTENCES * 4),  # a paragraph a line
    ],
)
def test_text_of_one_column_stays(text: str) -> None:
    source = read(text)
    assert part_mixed_columns(source) is source
