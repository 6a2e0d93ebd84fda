"""Blocks of laid-out text: what its place makes a heading, what runs on, what begins anew."""

import pytest

from build_scripts.model.clean_order import Block, BlockKind
from tests.orders_from_text import clean_text

FIRST = """\
      The boat left the harbor at dawn and returned three hours later with water in
the hold. Defendant moved to compel, and filed exhibits with its motion, but Plaintiff
has not answered them.
"""
SECOND = """\
      The agreement says nothing about winches, and the letters of the parties say
little more. Plaintiff purchased the vessel from a dealer in Oregon, who had it from
the manufacturer.
"""


def list_headings(text: str) -> list[str]:
    return [block.text for block in clean_text(text).blocks if block.kind is BlockKind.HEADING]


@pytest.mark.parametrize(
    "heading",
    [
        "      Leave to Amend\n",
        "Leave to Amend\n",
        (
            "      The Claim for Unjust Enrichment and the Claim for an Accounting Under\n"
            "         California Law\n"
        ),
    ],
)
def test_a_title_right_above_a_paragraph_is_a_heading(heading: str) -> None:
    title = " ".join(heading.split())
    assert list_headings(f"{FIRST}\n{heading}\n{SECOND}") == [title]


@pytest.mark.parametrize(
    "line",
    [
        "      28 U.S.C. § 1404(a)\n",
        "      Anderson v. Liberty Lobby\n",
        "      The motion is denied\n",  # a sentence
        "      Jane Q. Thistlewood, Esq.\n",
        "      OAKHURST, J.\n",
        "      [Hon. Marian T. Oakhurst]\n",
        "      Per Curiam\n",
        "      It is\n",
    ],
)
def test_names_citations_and_sentences_are_no_headings(line: str) -> None:
    assert list_headings(f"{FIRST}\n{line}\n{SECOND}") == []


def test_the_last_words_of_a_paragraph_are_no_heading() -> None:
    text = FIRST.rstrip("\n") + "\nIt Is\n" + SECOND
    assert list_headings(text) == []


def list_prose(text: str) -> list[Block]:
    return [block for block in clean_text(text).blocks if block.kind is BlockKind.PARAGRAPH]


def test_a_sentence_goes_on_below_a_short_line_of_a_page_that_mixes_spacings() -> None:
    tight = FIRST * 3
    spaced = (
        "      She argues that she suffered prejudice because one of the jurors who were\n\n"
        "called was excused and then replaced by an\n\n"
        "alternate juror, whom the parties had agreed on before the trial had begun there.\n"
    )
    last = list_prose(tight + "\n" + spaced)[-1]
    assert last.text.startswith("She argues")
    assert last.text.endswith("begun there.")


def test_what_stands_far_below_begins_a_paragraph() -> None:
    text = FIRST + "\n\n\n\nthe clerk shall close the file.\n"
    assert list_prose(text)[-1].text == "the clerk shall close the file."


def test_a_sentence_goes_on_over_a_form_feed() -> None:
    pages = FIRST.rsplit("has not", 1)
    text = pages[0] + "\n\f" + "has not" + pages[1] + SECOND * 2
    assert "Plaintiff has not answered them." in list_prose(text)[0].text
