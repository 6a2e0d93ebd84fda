"""What a document quotes."""

import pytest

from build_scripts.citing import cite_order
from build_scripts.extensions.checking.briefs import attribute_quotations, list_quotations
from tests.orders_from_text import clean_text
from tests.tables import each_row


@each_row()
def test_quotations_stand_between_marks(text: str, quoted: list[str]) -> None:
    clean = clean_text(text)
    found = list_quotations(clean)
    assert [one.text for one in found] == quoted
    assert all(clean.reading_text[one.start : one.end] == one.text for one in found)


_TWOMBLY = "Bell Atl. Corp. v. Twombly, 550 U.S. 544 (2007)"
_IQBAL = "Ashcroft v. Iqbal, 556 U.S. 662 (2009)"
_CELOTEX = "Celotex Corp. v. Catrett, 477 U.S. 317 (1986)"
_SAYING = "no bird of the marsh ever waded or flew anywhere at all"
_A, _B = "“herons wade in the shallow water”", "“ostriches run over the dry land”"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (f"The court said that {_A[:-1]}.” {_IQBAL}.", ["556 U.S. 662"]),
        (f"The court said that {_A}, {_IQBAL}, and then left.", ["556 U.S. 662"]),
        (f"In {_TWOMBLY}, the court wrote: {_A[:-1]}.” {_IQBAL}, goes further.", ["550 U.S. 544"]),
        (f"In {_TWOMBLY}, the court wrote: {_A[:-1]}.” {_IQBAL}.", ["550 U.S. 544"]),
        (f"In {_TWOMBLY}, the court wrote: {_A[:-1]}.” See also {_IQBAL}.", ["550 U.S. 544"]),
        (
            f"In {_TWOMBLY}, it held that {_A}, and in {_IQBAL}, that {_B}.",
            ["550 U.S. 544", "556 U.S. 662"],
        ),
        (
            f"{_TWOMBLY}, held that {_A}; {_IQBAL}, held that {_B}.",
            ["550 U.S. 544", "556 U.S. 662"],
        ),
        (
            f"It is settled that {_A}, {_TWOMBLY}, and that {_B}, {_IQBAL}.",
            ["550 U.S. 544", "556 U.S. 662"],
        ),
        (f"In {_TWOMBLY}, the court wrote: {_A[:-1]}.” Id. at 570. {_IQBAL}.", ["550 U.S. 544"]),
        (
            f"It must show {_A}, {_TWOMBLY}, and rest on {_B[:-1]}.” {_IQBAL}.",
            ["550 U.S. 544", "556 U.S. 662"],
        ),
        (f"It held: “herons wade, as {_CELOTEX}, has it.” {_IQBAL}.", ["556 U.S. 662"]),
        (f"{_TWOMBLY} ({_A}). {_IQBAL} ({_B}).", ["550 U.S. 544", "556 U.S. 662"]),
        (
            f"Under Rule 12(b)(6) a court asks whether {_A[:-1]}.” {_IQBAL}.",
            ["556 U.S. 662"],
        ),
        (
            f"In {_TWOMBLY}, the court wrote: {_A[:-1]}. They fly.” {_IQBAL}.",
            ["550 U.S. 544"],
        ),
        (
            f"{_TWOMBLY}, is so. It wrote: {_A[:-1]}.” In {_IQBAL}, {_SAYING}.",
            [None],
        ),
        (
            f"{_TWOMBLY}, says so. Others say that {_A[:-1]}.” {_CELOTEX}. {_IQBAL}.",
            ["477 U.S. 317"],
        ),
        (f"As {_CELOTEX}, has it, {_A[:-1]}.” Nothing more was said.", ["477 U.S. 317"]),
        (f"Nobody knows who said {_A[:-1]}.”\n\n    {_IQBAL}, is of another matter.", [None]),
    ],
)  # fmt: skip
def test_a_quotation_is_of_the_decision_that_its_sentence_names(
    text: str, sources: list[str | None]
) -> None:
    clean = clean_text(f"    {text}")
    citations = cite_order(clean)
    found = attribute_quotations(clean, list_quotations(clean), citations)
    named = [one and (one.antecedent or one.normal_form) for one in found]
    assert named == sources


def test_a_paragraph_set_off_is_of_what_leads_to_it() -> None:
    text = f"""    In {_TWOMBLY}, the
court wrote of herons and of ostriches what is still the law:

            Herons wade in the shallow water, and they have waded there for as
            long as anybody can remember.

    {_IQBAL}, is of another matter.
"""
    clean = clean_text(text)
    quoted = list_quotations(clean)
    assert [one.is_block for one in quoted] == [True]
    (source,) = attribute_quotations(clean, quoted, cite_order(clean))
    assert source
    assert source.normal_form == "550 U.S. 544"
