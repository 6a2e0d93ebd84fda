"""Blocks of laid-out text: what its place makes a heading, what runs on, what begins anew."""

from typing import Any

import pytest

from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.margins import measure_margins
from build_scripts.cleaning.paragraphs import group_printed_lines
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.source_text import Style, StyleSpan
from tests.orders_from_text import clean_text, show_parts
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


def test_capitals_go_on_in_a_quotation() -> None:
    quoted = ("I UNDERSTAND THAT IT IS MY OWN DUTY", "TO VERIFY THAT FEES AS STATED HERE")
    texts = [*(FIRST * 3).splitlines(), "The form says:", *(f"          {each}" for each in quoted)]
    bold = {text: (StyleSpan(Style.BOLD, 10, len(text)),) for text in texts[-2:]}
    lines = [Line(at, text, styles=bold.get(text, ())) for at, text in enumerate(texts)]
    groups = group_printed_lines(lines, measure_margins(lines))
    assert groups[-1].kind is BlockKind.QUOTE


BODY = "The lease puts the duty to keep the slip in repair on the tenant, and the landlord has\n"
SPACED = f"{BODY}\nnot shown that the parties agreed on any other place, time or price for it by then.\n\n"


@pytest.mark.parametrize("label", ["b)", "b.", "(b)", "ii.", "FOUND: "])
def test_a_tight_line_that_hangs_belongs_to_its_item(label: str) -> None:
    item = f"{label} the wall that stands between the slips of the tenant and the sidewalk of the\n"
    hung = "     Fairwind Marina, where no boats lie.\n"
    text = SPACED * 3 + item + hung + "\n" + SPACED
    assert any(block.text.endswith("of the Fairwind Marina, where no boats lie.")
               for block in clean_text(text).blocks)  # fmt: skip


@each_row()
def test_whole_texts(text: str, parts: dict[str, Any]) -> None:
    assert show_parts(clean_text(text), parts) == parts
