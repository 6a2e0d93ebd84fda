"""The counts of notes' fields leave the text; a letter F behind a number of another kind stays."""

from build_scripts.cleaning import clean_order
from build_scripts.model.source_text import SourceFormat
from build_scripts.reading.layout_text import read_layout_text


def clean(text: str) -> str:
    order = clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))
    return " ".join(block.text for block in order.blocks)


def test_counts_from_zero_on_leave() -> None:
    text = "The tenant moves.\n0F\nShe says so. 1F\nThe landlord does not answer her 2F\nletter of May."
    assert (
        clean(text)
        == "The tenant moves. She says so. The landlord does not answer her letter of May."
    )


def test_other_numbers_stay() -> None:
    assert clean("Exhibits 4F and 5F are sealed, and 6F is not.").startswith("Exhibits 4F and 5F")
