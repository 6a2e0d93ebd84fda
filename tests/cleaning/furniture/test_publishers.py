"""What a publisher wrote leaves its print of an order; the court's words stay, and all others' prints.

The forms are those of real prints; parties, judges and headnotes are made up.
"""

from typing import NamedTuple

import pytest

from build_scripts.model.clean_order import CleanOrder, RemovalReason
from tests.orders_from_text import clean_text
from tests.tables import each_row

CAPTION = """JANE ROE, Plaintiff,
v.
ACME MILLS, INC., Defendant.

Case No. 16-cv-01234-ABC

"""
ORDER = """ORDER DENYING MOTION TO DISMISS

MARA T. VALE, United States District Judge

Before the Court is Defendant's motion to dismiss. The motion is DENIED for the reasons below.

{first}A complaint states a claim where it tells who burned the mill. Plaintiff tells it.

IT IS SO ORDERED.
"""


class Print(NamedTuple):
    """A publisher's form: what stands above the caption, around the order, and below it."""

    publisher: str
    head: str
    own: str  # the publisher's words between caption and order
    counsel: str
    foot: str
    first: str = ""
    leaves: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()


PRINTS = {
    "Westlaw": Print(
        "Westlaw",
        "2017 WL 1234567\nOnly the Westlaw citation is currently available.\n\n"
        "United States District Court, D. Nevada.\n\n",
        "Synopsis\n\nBackground: Owner of mill sued neighbor for damages. Neighbor moved to dismiss.\n\n"
        "Holdings: The District Court, Vale, J., held that:\n\n[1] complaint told enough, and\n\n"
        "[2] mill was a building.\n\nMotion denied.\n\nWest Headnotes (2)\n\n"
        "[1]  Federal Civil Procedure   Mills and millers\n\n"
        "To survive, a pleader must tell who burned what.\n\n170Ak1831 Determination of motion\n\n"
        "2 Cases that cite this headnote\n\n[2]  Judgment   Buildings\n\nA mill is a building.\n\n",
        "Attorneys and Law Firms\n\nPat Lee, Lee & Loe, Reno, NV, for Plaintiff.\n\n",
        "All Citations\n\n250 F.Supp.3d 1, 2017 WL 1234567\n\n"
        "End of Document © 2017 Thomson Reuters. No claim to original U.S. Government Works.\n",
        "[1] ",
        ("Background:", "Holdings:", "To survive, a pleader", "A mill is a building", "170Ak1831",
         "cite this headnote", "Attorneys and Law Firms", "All Citations", "250 F.Supp.3d 1", "[1]"),
        ("Pat Lee, Lee & Loe", "2017 WL 1234567"),
    ),
    "Westlaw of before 2010": Print(
        "Westlaw",
        "Slip Copy, 2007 WL 7654321 (D.Nev.)\n\nUnited States District Court, D. Nevada.\n\n",
        "West Headnotes\n\n[1] KeyCite Citing References for this Headnote\n\n"
        "170A Federal Civil Procedure\n\n170Ak673 k. Claim for Relief in General. Most Cited Cases\n\n"
        "To survive, a pleader must tell who burned what.\n\n",
        "Pat Lee, Lee & Loe, Reno, NV, for Plaintiff.\n\n",
        "© 2007 Thomson/West. No Claim to Orig. U.S. Govt. Works.\n",
        "",
        ("KeyCite", "Most Cited Cases", "To survive, a pleader", "Thomson/West"),
        ("Pat Lee, Lee & Loe",),
    ),
    "Lexis": Print(
        "Lexis",
        "Roe v. Acme Mills, Inc., 2017 U.S. Dist. LEXIS 12345\n\n"
        "United States District Court for the District of Nevada\n\n",
        "Prior History: Roe v. Acme Mills, Inc., 2016 U.S. Dist. LEXIS 1\n\nCore Terms\n\n"
        "mill, burned, pleading, miller\n\nCase Summary\n\nProcedural Posture\n\nThe owner sued.\n\n"
        "Overview\n\nThe court found that the owner told enough.\n\nOutcome\n\nMotion denied.\n\n"
        "LexisNexis® Headnotes\n\nCivil Procedure > Pleadings > Mills > General Overview\n\n"
        "HN1[⬇] Pleadings, Mills\n\nTo survive, a pleader must tell who burned what.\n\n",
        "Counsel: For Jane Roe, Plaintiff: Pat Lee, Lee & Loe, Reno, NV.\n\n"
        "Judges: MARA T. VALE, United States District Judge.\n\nOpinion by: MARA T. VALE\n\nOpinion\n\n",
        "End of Document\n",
        "HN1[⬆] ",
        ("Core Terms", "mill, burned, pleading", "The owner sued", "told enough",
         "Civil Procedure > Pleadings", "To survive, a pleader", "HN1"),
        ("Counsel: For Jane Roe", "Judges: MARA T. VALE", "Opinion by: MARA T. VALE"),
    ),
    "Lexis on paper": Print(
        "Lexis",
        "Copyright (c) 2005 LEXIS-NEXIS, a division of Reed Elsevier Inc.\n\n"
        "UNITED STATES DISTRICT COURT FOR THE DISTRICT OF NEVADA\n\n",
        "CORE TERMS: mill, burned\n\nCASE SUMMARY:\n\nPROCEDURAL POSTURE: The owner sued.\n\n"
        "LexisNexis(R) Headnotes\n\nHN1 To survive, a pleader must tell who burned what.\n\n",
        "COUNSEL: Pat Lee, Reno, NV, for Plaintiff.\n\nJUDGES: MARA T. VALE\n\nOPINION\n\n",
        "",
        "[HN1] ",
        ("mill, burned", "The owner sued", "To survive, a pleader", "HN1"),
        ("COUNSEL: Pat Lee",),
    ),
    "Google Scholar": Print(
        "Google Scholar",
        "Read How cited\n\n1 F.Supp.3d 2 (2017)\n\nUnited States District Court, D. Nevada.\n\n",
        "", "Pat Lee, for Plaintiff.\n\n",
        "Save trees - read court opinions online on Google Scholar.\n",
        leaves=("How cited", "Save trees"), stays=("Pat Lee",),
    ),
    "Casetext": Print(
        "Casetext",
        "From Casetext: Smarter Legal Research\n\nUNITED STATES DISTRICT COURT\n"
        "DISTRICT OF NEVADA\n\n",
        "Summary\n\nholding that a pleader must tell who burned what\n\n"
        "Summary of this case from Doe v. Loe\n\nSee 2 Summaries\n\n",
        "Opinion\n\n", "",
        leaves=("Smarter", "holding that a pleader", "Doe v. Loe", "See 2 Summaries"),
    ),
    "Justia": Print(
        "Justia",
        "Justia › US Law › Case Law\n\nUNITED STATES DISTRICT COURT\nDISTRICT OF NEVADA\n\n",
        "Justia Opinion Summary\n\nThe owner of a mill sued. The court denied the motion.\n\n",
        "", "",
        leaves=("Justia", "The owner of a mill sued"),
    ),
    "Bloomberg Law": Print(
        "Bloomberg Law",
        "Bloomberg Law ®\n\nUNITED STATES DISTRICT COURT\nDISTRICT OF NEVADA\n\n",
        "BNA Headnotes\n\nFEDERAL PROCEDURE\n\n[1] A pleader must tell who burned what.\n\n",
        "", "© 2017 The Bureau of National Affairs, Inc. All Rights Reserved. Terms of Service\n",
        leaves=("A pleader must tell", "Bureau of National"),
    ),
    "FindLaw": Print(
        "FindLaw", "FindLaw Caselaw Nevada\n\nUnited States District Court, D. Nevada.\n\n", "", "", "",
        leaves=("FindLaw",),
    ),
    "vLex": Print(
        "vLex", "UNITED STATES DISTRICT COURT\nDISTRICT OF NEVADA\n\n", "", "",
        "Id. vLex: VLEX-812345\n\n© Copyright 2021, vLex. All Rights Reserved.\n", leaves=("VLEX",),
    ),
    "a casebook": Print(
        "a casebook", "UNITED STATES DISTRICT COURT\nDISTRICT OF NEVADA\n\n", "", "",
        "Notes and Questions\n\n1. Would it be otherwise had the mill stood on a hill?\n\n"
        "2. Who burned it?\n",
        leaves=("Notes and Questions", "Would it be otherwise", "Who burned it?"),
    ),
}  # fmt: skip


def left(clean: CleanOrder) -> str:
    """The publisher's words that left, and what services print."""
    reasons = (RemovalReason.PUBLISHER, RemovalReason.CHROME)
    return "\n".join(one.text for one in clean.removals if one.reason in reasons)


@pytest.mark.parametrize("name", PRINTS)
def test_what_the_publisher_wrote_leaves_and_the_courts_words_stay(name: str) -> None:
    form = PRINTS[name]
    order = ORDER.format(first=form.first)
    clean = clean_text(form.head + CAPTION + form.own + form.counsel + order + form.foot)
    assert clean.publisher is not None
    assert (clean.publisher.publisher, clean.publisher.unended) == (form.publisher, None)
    assert [words for words in form.leaves if words in clean.reading_text] == []
    assert [words for words in form.leaves if words not in left(clean)] == []
    stays = (*form.stays, "ACME MILLS, INC.", "ORDER DENYING MOTION TO DISMISS", "MARA T. VALE")
    assert [words for words in stays if words not in clean.reading_text] == []
    assert "The motion is DENIED" in clean.reading_text
    assert "A complaint states a claim where it tells who burned the mill" in clean.reading_text


@each_row()
def test_an_order_that_speaks_of_publishers_is_the_courts_own(words: str) -> None:
    text = f"UNITED STATES DISTRICT COURT\nDISTRICT OF NEVADA\n\n{CAPTION}{ORDER.format(first='')}"
    clean = clean_text(text.replace("Before the Court is", f"{words}\n\nBefore the Court is"))
    assert clean.publisher is None
    assert not any(one.reason is RemovalReason.PUBLISHER for one in clean.removals)


@each_row()
def test_words_whose_end_cannot_be_told_stay_and_are_named(own: str) -> None:
    clean = clean_text(f"{CAPTION}The motion is denied.\n\n{own}")
    assert clean.publisher is not None
    assert clean.publisher.unended is not None
    assert "A mill is a building." in clean.reading_text
    assert not any(one.reason is RemovalReason.PUBLISHER for one in clean.removals)
