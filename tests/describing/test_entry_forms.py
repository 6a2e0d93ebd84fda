"""How courts print the docket entries that they rule on: each form through the real stages."""

from build_scripts.describing import describe_order
from build_scripts.model.clean_order import BlockKind
from tests.orders_from_text import clean_text, list_texts
from tests.tables import each_row

_CAPTION = """\
                     UNITED STATES DISTRICT COURT
                          DISTRICT OF KANSAS

HOLLIS QUIMBY,                       )
                                     )
               Plaintiff,            )
                                     )    Case No. 1:21-cv-04321-ABC
v.                                   )
                                     )
WESTERLY BARGE COMPANY,              )
                                     )
               Defendant.            )

"""
_BACKGROUND = "                        BACKGROUND\n" + 7 * (
    "\n     The plaintiff bought a bakery in May and sold it to a neighbor in the fall. The buyer\n"
    "paid half of the price when the lease was signed and was to pay the rest in the next year.\n"
)
_SIGNATURE = """

     Dated: June 3, 2021

                                   ALMA B. CRUZ
                                   United States District Judge
"""


def _list_entries(title: str, introduction: str, conclusion: str) -> set[str]:
    """The entries of all rulings of an order with this title, beginning and end."""
    parts = (
        f"                        {title}",
        f"     {introduction}" if introduction else "",
        _BACKGROUND,
        "                        CONCLUSION",
        f"     {conclusion}",
    )
    clean = clean_text(_CAPTION + "\n\n".join(part for part in parts if part) + _SIGNATURE)
    return {entry for ruling in describe_order(clean).rulings for entry in ruling.value.entries}


@each_row()
def test_a_citation_behind_the_name_is_read(citation: str, entries: str) -> None:
    conclusion = f"Defendants' motions to dismiss {citation} are GRANTED."
    assert _list_entries("ORDER", "", conclusion) == {*entries.split()}


@each_row()
def test_entries_that_stand_elsewhere_are_found(
    title: str, introduction: str, conclusion: str, entries: str
) -> None:
    assert _list_entries(title, introduction, conclusion) == {*entries.split()}


@each_row()
def test_other_numbers_are_no_entries(conclusion: str) -> None:
    assert not _list_entries("ORDER", "", conclusion)


def test_a_first_sentence_in_capitals_is_prose() -> None:
    clean = clean_text(
        f"{_CAPTION}                        ORDER\n\n"
        "     Before the Court is Defendant Westerly Barge Company's Motion for Summary Judgment\n"
        f"(Doc. 12) and Plaintiff's Motion to Strike (Doc. 15).\n\n{_BACKGROUND}{_SIGNATURE}"
    )
    assert list_texts(clean, BlockKind.PARAGRAPH)[0].startswith("Before the Court")
    assert not list_texts(clean, BlockKind.REFERENCE)


def test_an_entry_in_a_footnote_is_the_motions() -> None:
    """Courts of Louisiana cite the record in footnotes."""
    note = "\n\n     ____________________\n     1 R. Doc. 12.\n     2 R. Doc. 15.\n"
    conclusion = "Accordingly, Defendant's motion to dismiss is DENIED."
    introduction = (
        "Before the Court is Defendant's motion to dismiss.1 Plaintiff opposes the motion.2" + note
    )
    assert _list_entries("ORDER", introduction, conclusion) == {"12"}
