"""A filing system's stamp that runs down beside the text leaves it; short lines of other kinds stay."""

from itertools import zip_longest

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.source_text import SourceFormat
from build_scripts.reading.layout_text import read_layout_text

STAMP = "ELECTRONICALLY FILED - 2031 Jan 13 3:27 PM - ROE"
TEXT = (
    "Present at the hearing were counsel for the tenant and counsel for the",
    "landlord, who did not answer the letter that the tenant sent in May, so",
    "that the court finds that the notice was too late and that a new one must",
    "be served before the landlord may ask for the key of the house again.",
) * 4


def clean(text: str) -> tuple[list[str], list[str]]:
    """The blocks' texts, and what left as a stamp."""
    order = clean_order(read_layout_text(text, "utf-8", SourceFormat.PLAIN))
    stamps = [r.text for r in order.removals if r.reason is RemovalReason.FILED_STAMP]
    return [block.text for block in order.blocks], stamps


def test_the_letters_of_an_upright_stamp_leave_the_text() -> None:
    letters = STAMP.replace(" ", "")
    rows = []
    for line, piece in zip_longest(TEXT, [letters[i : i + 3] for i in range(0, len(letters), 3)]):
        beside, *below = piece or " "
        rows += [f"{line}  {beside}" if line else beside, *below]
    blocks, stamps = clean("\n".join(rows) + "\nThe motion is granted.\n")
    assert " ".join(blocks) == " ".join([*TEXT, "The motion is granted."])
    assert "".join(stamps) == letters


def test_short_lines_that_say_nothing_of_filing_stay() -> None:
    rows = [
        row for line, letter in zip(TEXT, "ABCDEFGHIJKLMNOP", strict=True) for row in (line, letter)
    ]
    blocks, stamps = clean("\n".join(rows))
    assert "A" in " ".join(blocks).split() and not stamps  # noqa: PT018 (one fact)
