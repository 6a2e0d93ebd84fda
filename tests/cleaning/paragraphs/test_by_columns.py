"""Blocks of laid-out text: what its place makes a heading, what runs on, what begins anew."""

import pytest

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import measure_margins
from build_scripts.cleaning.paragraphs import group_printed_lines
from build_scripts.model.clean_order import Block, BlockKind
from build_scripts.model.source_text import Style, StyleSpan
from tests.orders_from_text import clean_text
from tests.tables import each_row

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


@each_row()
def test_a_title_right_above_a_paragraph_is_a_heading(heading: str) -> None:
    title = " ".join(heading.split())
    assert list_headings(f"{FIRST}\n{heading}\n{SECOND}") == [title]


@each_row()
def test_names_citations_and_sentences_are_no_headings(line: str) -> None:
    assert list_headings(f"{FIRST}\n{line}\n{SECOND}") == []


def test_the_last_words_of_a_paragraph_are_no_heading() -> None:
    text = FIRST.rstrip("\n") + "\nIt Is\n" + SECOND
    assert list_headings(text) == []


def test_capitals_go_on_in_a_quotation() -> None:
    quoted = ("I UNDERSTAND THAT IT IS MY OWN DUTY", "TO VERIFY THAT FEES AS STATED HERE")
    texts = [*(FIRST * 3).splitlines(), "The form says:", *(f"          {each}" for each in quoted)]
    bold = {text: (StyleSpan(Style.BOLD, 10, len(text)),) for text in texts[-2:]}
    lines = [Line(at, text, styles=bold.get(text, ())) for at, text in enumerate(texts)]
    groups = group_printed_lines(lines, measure_margins(lines))
    assert groups[-1].kind is BlockKind.QUOTE


def test_an_office_at_a_sentences_end_is_no_signature() -> None:
    text = (
        FIRST.rstrip("\n")
        + " The Court adopts what was written by the\nUnited States Magistrate Judge,\n"
    )
    assert not [b for b in clean_text(text).blocks if b.kind is BlockKind.SIGNATURE]


def test_a_part_set_in_has_paragraphs() -> None:
    part = (
        "            The lease was signed in May by the harbor master, who had read it,\n"
        "      and by the buyer of the boat, who had not; nobody told them of the water\n"
        "      that stood in the hold of the boat when it came back that day at noon.\n"
    )
    blocks = clean_text(f"{FIRST * 3}\n{part}").blocks
    assert blocks[-1].kind is BlockKind.PARAGRAPH
    assert blocks[-1].text.startswith("The lease was signed")


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


BODY = "The lease puts the duty to keep the slip in repair on the tenant, and the landlord has\n"
SPACED = f"{BODY}\nnot shown that the parties agreed on any other place, time or price for it by then.\n\n"
LAST = "The tenant answers that he never saw the letter of the harbor master, who kept\n"


def test_a_sentence_goes_on_behind_a_label_at_a_pages_head() -> None:
    head = "[*2]  Fairwind Marina's list of slips, which he says is not what was agreed on by the\n"
    text = SPACED * 2 + LAST + "\n\f" + head + "\nparties in May.\n\n" + SPACED * 2
    assert "who kept Fairwind Marina's list of slips" in " ".join(b.text for b in list_prose(text))
    assert any("who kept Fairwind Marina's" in block.text for block in list_prose(text))


def test_a_sentence_goes_on_below_a_short_line_at_its_paragraphs_own_spacing() -> None:
    tight = FIRST * 4
    spaced = f"{BODY}\nshown no letter to the Harbor Commission of the county or to\n\nFairwind Marina by then.\n"
    last = list_prose(tight + "\n" + spaced)[-1]
    assert last.text.endswith("or to Fairwind Marina by then.")


@pytest.mark.parametrize("label", ["b)", "b.", "(b)", "ii.", "FOUND: "])
def test_a_tight_line_that_hangs_belongs_to_its_item(label: str) -> None:
    item = f"{label} the wall that stands between the slips of the tenant and the sidewalk of the\n"
    hung = "     Fairwind Marina, where no boats lie.\n"
    text = SPACED * 3 + item + hung + "\n" + SPACED
    assert any(block.text.endswith("of the Fairwind Marina, where no boats lie.")
               for block in clean_text(text).blocks)  # fmt: skip


def test_two_first_lines_below_each_other_are_no_quotation() -> None:
    one = "      178. Both tenants were told of the rent.\n\n"
    other = (
        "      179. On or about May 3, 2031, the tenant was asked for the second time by the\n\n"
    )
    rest = "Harbor Commission for the rent of the slip.\n\n"
    kinds = {block.kind for block in clean_text(SPACED * 2 + one + other + rest + SPACED).blocks}
    assert kinds == {BlockKind.PARAGRAPH}


def test_lines_that_nobody_wrapped_are_paragraphs() -> None:
    """A text saved from a page of the web, below a caption that was laid out."""
    caption = (
        "JANE ROE,                            Case No. 1:31-cv-00123\n         Plaintiff,\n" * 3
    )
    whole = (
        "Plaintiff sues the harbor for the loss of her boat, which sank at its berth while the crew "
        "that the harbor had hired was painting the pier. She asks for its value."
    )
    below = "The harbor moves to dismiss. It says that the crew was not its own."
    prose = list_prose(f"{caption}\n{whole}\n\n{below}\n")
    assert [block.text for block in prose][-2:] == [whole, below]
