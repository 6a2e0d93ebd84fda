"""How courts print the docket entries that they rule on: each form through the real stages."""

import pytest

from build_scripts.describing import describe_order
from build_scripts.model.clean_order import BlockKind
from tests.orders_from_text import clean_text, list_texts

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


@pytest.mark.parametrize(
    ("citation", "entries"),
    [
        ("(Dkts. 12, 15 and 18)", "12 15 18"),
        ("(Doc. Nos. 45 & 47)", "45 47"),
        ("(ECF Nos. 12–14)", "12 13 14"),
        ("(Docs. 12; 15)", "12 15"),
        ("(D.I. 12; D.I. 14)", "12 14"),
        ("[12]", "12"),
        ("[12; 15]", "12 15"),
        ("[12 and 15]", "12 15"),
        ("[12], [15]", "12 15"),
        ("(# 12)", "12"),
        ("(##12, 13)", "12 13"),
        ("(filing 33)", "33"),
        ("(Filing Nos. 33, 35)", "33 35"),
        ("(R. 45, 47)", "45 47"),
        ("(R. 12, Mot. to Dismiss, PageID# 45–60)", "12"),
        ("(Rec. Docs. 45 & 46)", "45 46"),
        ("(Dckt. No. 12)", "12"),
        ("(Dkt. # 12)", "12"),
        ("(Dkt. Entry 12)", "12"),
        ("(Doc. #: 12)", "12"),
        ("[DE-12]", "12"),
        ("[Doc. Nos. 12, 14]", "12 14"),
        ("(Clerk’s No. 12)", "12"),
        ("(Court File No. 12)", "12"),
        (", D. 12,", "12"),
        (", ECF No. 12,", "12"),
        ("at Docket 12", "12"),
    ],
)
def test_a_citation_behind_the_name_is_read(citation: str, entries: str) -> None:
    conclusion = f"Defendants' motions to dismiss {citation} are GRANTED."
    assert _list_entries("ORDER", "", conclusion) == {*entries.split()}


@pytest.mark.parametrize(
    ("title", "introduction", "conclusion", "entries"),
    [
        # named with their entries at the beginning, by name alone at the end
        (
            "ORDER",
            (
                "Before the Court are Plaintiff's Motion to Compel (Doc. 12) and Defendant's Motion for\n"
                "Protective Order (Doc. 15)."
            ),
            "The Motion to Compel is GRANTED. The Motion for Protective Order is DENIED.",
            "12 15",
        ),
        (
            "ORDER",
            (
                "Plaintiff has moved to compel answers (Doc. 12), and Defendant has moved for a\n"
                "protective order (Doc. 15)."
            ),
            "The motion to compel is GRANTED. The motion for protective order is DENIED.",
            "12 15",
        ),
        # all of them together
        (
            "ORDER",
            (
                "Before the Court are Plaintiff's Motion to Compel (Doc. 12) and Defendant's Motion for\n"
                "Protective Order (Doc. 15)."
            ),
            "Both motions are DENIED.",
            "12 15",
        ),
        # two of a kind
        (
            "ORDER",
            (
                "Before the Court are Defendant Westerly's Motion to Dismiss (Doc. 12) and Defendant\n"
                "Bolt's Motion to Dismiss (Doc. 15)."
            ),
            "The Motions to Dismiss are GRANTED.",
            "12 15",
        ),
        # two of a kind, told by who moves
        (
            "ORDER",
            (
                "Before the Court are Plaintiff's Motion for Summary Judgment (Doc. 12) and Defendant's\n"
                "Motion for Summary Judgment (Doc. 15)."
            ),
            "Defendant's Motion for Summary Judgment is GRANTED.",
            "15",
        ),
        # each party's entry stands before the name
        (
            "ORDER",
            "",
            "Quimby's (Doc. 12) and Bolt's (Doc. 15) Motions to Amend are DENIED.",
            "12 15",
        ),
        # the entries alone
        ("ORDER", "", "Accordingly, ECF No. 12 is GRANTED and ECF No. 15 is DENIED.", "12 15"),
        ("ORDER", "", "Accordingly, the Court GRANTS Doc. 12 and DENIES Doc. 15.", "12 15"),
        # entries that end the sentence
        ("ORDER", "", "The motions to amend are DENIED. (See ECF Nos. 12, 15.)", "12 15"),
        # a list that the verb leads to
        (
            "ORDER",
            "",
            (
                "The following motions are DENIED: Motion to Compel Acme Ltd. to Answer (Doc. 12);\n"
                "Motion to Stay (Doc. 15)."
            ),
            "12 15",
        ),
        # the clerk's task tells
        (
            "OPINION AND ORDER",
            "",
            (
                "The motions to dismiss are GRANTED. The Clerk of Court is respectfully directed to\n"
                "terminate the motions at ECF Nos. 12 and 15 and to close the case."
            ),
            "12 15",
        ),
        ("ORDER", "", "The motion to amend is DENIED. This Order disposes of Docket No. 12.", "12"),
        # below or within the title
        ("ORDER DENYING MOTION TO AMEND", "Re: Dkt. No. 33", "The motion is DENIED.", "33"),
        ("ORDER DENYING MOTIONS TO AMEND", "[Re: ECF 45, 46]", "The motions are DENIED.", "45 46"),
        ("ORDER DENYING MOTIONS TO AMEND", "(Docs. 45, 46)", "The motions are DENIED.", "45 46"),
        ("ORDER", "Related Docket Entry: 45", "The motion to amend is DENIED.", "45"),
        ("ORDER GRANTING MOTION [DOC. 12]", "", "The motion is GRANTED.", "12"),
        ("ORDER ON MOTIONS TO AMEND (DOCS. 12, 15)", "", "The motions are GRANTED.", "12 15"),
    ],
)
def test_entries_that_stand_elsewhere_are_found(
    title: str, introduction: str, conclusion: str, entries: str
) -> None:
    assert _list_entries(title, introduction, conclusion) == {*entries.split()}


@pytest.mark.parametrize(
    "conclusion",
    [
        "The motion to amend is DENIED. The defendants had answered by June (ECF No. 9).",
        "The motion to amend is DENIED. Court File No. 19-cv-4321 stays open.",
        "The motion to amend is DENIED under Fed. R. 45.",
    ],
)
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
