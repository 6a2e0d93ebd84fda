"""Columns that a tool mixed line by line are parted; text of one column stays as it is."""

import textwrap
from itertools import zip_longest
from random import Random

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.cleaning.mixed_columns import part_mixed_columns
from build_scripts.describing import describe_order
from build_scripts.model.source_text import SourceFormat, SourceText
from build_scripts.reading.layout_text import read_layout_text
from tools.training.mixes import Form, Item, mix_paper, write_text

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
    assert part_mixed_columns(source) == (source, False)


def set_rows(text: str, gap: str, width: int = 56) -> str:
    """A page of two columns, each row of both a line."""
    lines = textwrap.wrap(text, width)
    longer = len(lines) * 6 // 10
    rows = zip_longest(lines[:longer], lines[longer:], fillvalue="")
    return "\n".join(f"{left}{gap}{right}".rstrip() for left, right in rows)


def test_columns_whose_rows_are_lines_are_parted() -> None:
    page = set_rows(" ".join([TEXT] * 2), "  ")
    assert len(list_whole(page)) >= len(SENTENCES) - 2
    assert not clean_order(read(page)).mixed_columns


def test_columns_that_cannot_be_parted_are_known_and_no_ruling_is_read() -> None:
    held = " The motion to dismiss is GRANTED. The motion for fees is DENIED. It is so ordered."
    page = set_rows(" ".join([TEXT] * 9), "  ")
    lines = page.split("\n")
    glued = [" ".join(line.split()) if number % 3 else line for number, line in enumerate(lines)]
    clean = clean_order(read("\n".join([*glued, held])))
    assert clean.mixed_columns
    description = describe_order(clean)
    assert description.rulings == ()
    assert description.disposition is None


CAPTION = (
    Item("court", "Court of Appeals of Elm, Second District."),
    Item(
        "parties", "Jane Q. ROE and Mary Roe, Plaintiffs-Appellants, v. DOE MILLS, INC., Defendant."
    ),
    Item("docket", "No. 31-0412."),
    Item("centred", "May 3, 2031."),
    Item("centred", "Only the Westlaw citation is currently available."),
)
MORE = (
    "Doe Mills sells feed to farms in the valley, and it rents the houses beside its mill.",
    "A foreman told the sisters in April that the rent would rise with the price of corn.",
    "Neither of them signed the paper that he left on the table under a jar of honey.",
    "The statute asks for a writing that names the sum, the house, and the first day of it.",
    "Because the paper names no house, nothing in it could bind the two who lived in this one.",
    "What the foreman said aloud adds no word to what the statute wants to see on paper.",
)


@pytest.mark.parametrize("justified", [False, True])
@pytest.mark.parametrize("shift", [-6.0, 0.0, 3.0, 6.0])
def test_captions_lines_beside_prose_stand_together(shift: float, justified: bool) -> None:
    form = Form(54.0, justified, True, False, 0.0, shift, 1.5, "  ", Random(7))  # noqa: S311
    prose = [*MORE, *SENTENCES]
    paragraphs = [prose[at::3] for at in range(3)] + [prose[::-1], prose[::2], prose[1::2]]
    items = [*CAPTION, *(Item("paragraph", " ".join(each)) for each in paragraphs)]
    pages = mix_paper("Roe v. Doe Mills, Inc., 12 F.4th 345 (2031)", items, form)
    text = " ".join(block.text for block in clean_order(read(write_text(pages))).blocks)
    assert "v. DOE MILLS, INC., Defendant." in text
    assert "No. 31-0412. May 3, 2031." in text
    assert sum(sentence in text for sentence in prose) >= len(prose) - 1


def test_numbers_between_the_lines_are_no_column() -> None:
    lines = textwrap.wrap(TEXT, 62)
    rows = [row for number, line in enumerate(lines) for row in (line, str(number % 28 + 1))]
    source = read("\n".join(rows))
    assert part_mixed_columns(source) == (source, False)


def test_notes_set_across_the_page_stay_below_both_columns() -> None:
    note = f"1 {' '.join(SENTENCES[:4])}"
    page = f"{set_rows(' '.join([TEXT] * 2), '  ')}\n{textwrap.fill(note, 120)}"
    assert " ".join(SENTENCES[:4]) in clean_order(read(page)).reading_text
