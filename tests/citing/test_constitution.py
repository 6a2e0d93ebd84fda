"""Whose article an order means: a state's court speaks of its own constitution first."""

import pytest

from build_scripts.citing.constitution import find_state_of_court
from tests.citing.specimens import cite

UTAH = "IN THE SUPREME COURT OF THE STATE OF UTAH\n\n"
NATION = "The United States Constitution grants it. "
FEDERAL = "UNITED STATES DISTRICT COURT FOR THE DISTRICT OF UTAH\n\n"


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        # taught by opinions of state courts on a contracts clause of their own
        (
            f"{UTAH}The clause of the Utah Constitution is older.\n\nSee article I, section 10.",
            ["Utah Const. art. I, § 10"],
        ),
        (
            f"{UTAH}Our constitution guards juries. Article I, section 10 says so.",
            ["Utah Const. art. I, § 10"],
        ),
        (
            f"{UTAH}That is article I, section 10 of our constitution.",
            ["Utah Const. art. I, § 10"],
        ),
        (
            "Article I, section 10 of our state constitution grants it; see Wash. Const. art. I, § 7.",
            ["Wash. Const. art. I, § 10", "Wash. Const. art. I, § 7"],
        ),
        # nothing tells which
        (f"{UTAH}The Constitution forbids it: article I, section 10.", []),
        ("Our state constitution differs. Article I, section 10 is plain.", []),
        (
            "The Utah Constitution is older.\n\nCongress may lay taxes. Article I, section 8.",
            [],
        ),
        # the nation's, as the order says
        (
            f"{UTAH}Our constitution is older. The federal Constitution agrees: art. I, § 10.",
            ["U.S. Const. art. I, § 10"],
        ),
        (
            f"{UTAH}Our constitution knows article I, section 10 of the United States Constitution.",
            ["U.S. Const. art. I, § 10"],
        ),
        (
            f"{UTAH}U.S. Const. art. I, § 10 and Utah Const. art. I, § 18 forbid it: article I, § 18.",
            ["U.S. Const. art. I, § 10", "Utah Const. art. I, § 18", "Utah Const. art. I, § 18"],
        ),
        # an opinion without heading, that names a state's constitution once, in passing
        (
            f"{NATION * 3}See Roe (construing the Iowa Constitution).\n\nArticle I, section 8 is it.",
            ["U.S. Const. art. I, § 8"],
        ),
        # no such section is the nation's
        ("The Constitution speaks. Article I, section 24 is one.", []),
        # a federal court, whose constitution is the nation's
        (
            f"{FEDERAL}The Constitution forbids it: article I, section 10.",
            ["U.S. Const. art. I, § 10"],
        ),
        (
            f"{FEDERAL}Our Constitution says so in article I, section 10.",
            ["U.S. Const. art. I, § 10"],
        ),
    ],
)
def test_an_article_with_its_section(text: str, forms: list[str]) -> None:
    assert [citation.normal_form for citation in cite(text)] == forms


@pytest.mark.parametrize(
    ("words", "is_linked"),
    [
        ("She has no Article III standing.", True),
        ("An Article III court may not.", True),
        ("Article III’s case-or-controversy requirement binds no state.", True),
        ("The judges take their power from Article III.", False),
    ],
)
def test_what_is_said_of_federal_courts_stays_federal(words: str, is_linked: bool) -> None:
    text = (
        f"{UTAH}U.S. Const. art. III, § 2 is no bar. The Utah Constitution has no such words.\n\n"
        f"{words}"
    )
    bare = [one for one in cite(text) if one.text == "Article III"]
    assert [one.normal_form for one in bare] == ["U.S. Const. art. III"] * is_linked


@pytest.mark.parametrize(
    ("opening", "state"),
    [
        ("IN THE SUPREME COURT OF THE STATE OF UTAH", "Utah"),
        ("Supreme Court of New Jersey", "N.J."),
        ("WASHINGTON COURT OF APPEALS\nDIVISION TWO", "Wash."),
        ("COURT OF APPEALS OF NORTH CAROLINA", "N.C."),
        ("Superior Court of West Virginia", "W. Va."),
        ("UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA", ""),
        ("SUPREME COURT OF THE UNITED STATES\n\nCertiorari to the Supreme Court of Utah", ""),
        ("State of Ohio v. Roe", ""),
        (f"{'A long opinion. ' * 70}The Supreme Court of Utah has held otherwise.", ""),
    ],
)
def test_the_state_of_a_court(opening: str, state: str) -> None:
    assert find_state_of_court(opening) == state
