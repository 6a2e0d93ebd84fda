"""Star pages leave the text and become its pages; database cites and notes' marks stay."""

from dataclasses import replace

from build_scripts.cleaning import clean_order
from build_scripts.model.source_text import ExternalFacts, SourceFormat
from build_scripts.reading.layout_text import read_layout_text
from tests.tables import as_tuples, each_row


@each_row()
def test_star_pages(text: str, cleaned: list[str], pages: list[int]) -> None:
    clean = clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))
    assert [block.text for block in clean.blocks] == cleaned
    marks = [mark.page for block in clean.blocks for mark in block.page_marks]
    assert [page for page in marks if page in pages] == pages


@each_row(own=as_tuples)
def test_pages_far_from_those_that_the_record_gives_are_none(
    own: tuple[str, ...], pages: list[int]
) -> None:
    source = read_layout_text("The *9 motion is *11 ripe.", "utf-8", SourceFormat.PLAIN)
    clean = clean_order(replace(source, external=ExternalFacts(citations=own)))
    assert [mark.page for mark in clean.blocks[0].page_marks if mark.page > 8] == pages


def test_the_page_number_above_a_mark_leaves_with_it() -> None:
    text = f"{PAGE}\n2\n[*2] went on\n{PAGE}\n3\n[*3] and ended in May of the year.\n"
    clean = clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))
    assert "[" not in clean.text
    assert {removal.text for removal in clean.removals} == {"2", "[*2]", "3", "[*3]"}


PAGE = "The tenant sent the letter in May, and the landlord kept it for 30 days or\n"
