"""What a document quotes."""

from build_scripts.citing import cite_order
from build_scripts.extensions.checking.briefs import attribute_quotations, list_quotations
from tests.orders_from_text import clean_text
from tests.tables import each_row, list_with_none


@each_row()
def test_quotations_stand_between_marks(text: str, quoted: list[str]) -> None:
    clean = clean_text(text)
    found = list_quotations(clean)
    assert [one.text for one in found] == quoted
    assert all(clean.reading_text[one.start : one.end] == one.text for one in found)


_TWOMBLY = "Bell Atl. Corp. v. Twombly, 550 U.S. 544 (2007)"
_IQBAL = "Ashcroft v. Iqbal, 556 U.S. 662 (2009)"
_A, _B = "“herons wade in the shallow water”", "“ostriches run over the dry land”"


@each_row(sources=list_with_none)
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
