"""Forms that courts of one state or one time cite cases in: names, parallels, court and year."""

import pytest

from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite
from tests.tables import as_tuples, each_row

# text; then each case: normal form, authority where it is a parallel's, name, court, year
_FORMS = [
    (
        (
            "(People v. Mickelson, 59 Cal.2d 448, 450 [30 Cal.Rptr. 18, 380 P.2d 658]; "
            "People v. Suite (1980) 101 Cal.App.3d 680, 688 [161 Cal.Rptr. 825].)"
        ),
        [
            ("59 Cal. 2d 448", "59 Cal. 2d 448", "People v. Mickelson", "cal", None),
            ("30 Cal. Rptr. 18", "59 Cal. 2d 448", "People v. Mickelson", "cal", None),
            ("380 P.2d 658", "59 Cal. 2d 448", "People v. Mickelson", "cal", None),
            ("101 Cal. App. 3d 680", "101 Cal. App. 3d 680", "People v. Suite", "calctapp", 1980),
            ("161 Cal. Rptr. 825", "101 Cal. App. 3d 680", "People v. Suite", "calctapp", 1980),
        ],
    ),
    (
        "See Colquitt v. Rowland, 265 Ga. 905, 906-907 (1), (2) (463 SE2d 491) (1995).",
        [
            ("265 Ga. 905", "265 Ga. 905", "Colquitt v. Rowland", "ga", 1995),
            ("463 S.E.2d 491", "265 Ga. 905", "Colquitt v. Rowland", "ga", 1995),
        ],
    ),
    (
        "People v Aldrich, 246 Mich App 101, 114; 631 NW2d 67 (2001).",
        [
            ("246 Mich. App. 101", "246 Mich. App. 101", "People v Aldrich", "michctapp", 2001),
            ("631 N.W.2d 67", "246 Mich. App. 101", "People v Aldrich", "michctapp", 2001),
        ],
    ),
    (
        "Tinch v. City of Dayton, 77 F.3d 483 (Table), 1996 WL 77445, at *1 (6th Cir. 1996).",
        [
            ("77 F.3d 483", "77 F.3d 483", "Tinch v. City of Dayton", "ca6", 1996),
            ("1996 WL 77445", "77 F.3d 483", "Tinch v. City of Dayton", "ca6", 1996),
        ],
    ),
    (
        "Sheldon Tauber, 24 T.C. 179, 185 (1955).",
        [("24 T.C. 179", "24 T.C. 179", "Sheldon Tauber", "tax", 1955)],
    ),
    (
        "United States v. Walker River Irr. Dist., 9 Cir., 1939, 104 F.2d 334.",
        [("104 F.2d 334", "104 F.2d 334", "United States v. Walker River Irr. Dist.", "ca9", 1939)],
    ),
    (
        "United States v. Storer Broadcasting Co., 1956, 351 U.S. 192, 202.",
        [
            ("351 U.S. 192", "351 U.S. 192", "United States v. Storer Broadcasting Co.", "scotus",
             1956),
        ],
    ),
    (
        "Watson v. State Farm Fire & Cas. Ins. Co., 95-1119 (La.1/16/96); 666 So.2d 607, 609-610.",
        [
            ("666 So. 2d 607", "666 So. 2d 607", "Watson v. State Farm Fire & Cas. Ins. Co.", "la",
             1996),
        ],
    ),
    (
        "Minneman v. State (1982), Ind., 441 N.E.2d 673, 679.",
        [("441 N.E.2d 673", "441 N.E.2d 673", "Minneman v. State", None, None)],
    ),
    (
        "Slaughter-House Cases, 16 Wall. 36, 72 (1873).",
        [("16 Wall. 36", "16 Wall. 36", "Slaughter-House Cases", "scotus", 1873)],
    ),
    (
        "In the Matter of the Application of Miller, 162 Cal. 687 (1912).",
        [
            ("162 Cal. 687", "162 Cal. 687", "In the Matter of the Application of Miller", "cal",
             1912),
        ],
    ),
    (
        "In re Air Crash Disaster on March 20, 1969, 544 F.2d 270 (6th Cir. 1976).",
        [
            ("544 F.2d 270", "544 F.2d 270", "In re Air Crash Disaster on March 20, 1969", "ca6",
             1976),
        ],
    ),
    (
        "5. Finally, in Marcello v. Bonds, 349 U.S. 302 (1955), the Court agreed.",
        [("349 U.S. 302", "349 U.S. 302", "Marcello v. Bonds", "scotus", 1955)],
    ),
    (
        "¶ 18 Abuelhawa v. United States, 556 U.S. 816 (2009), governs.",
        [("556 U.S. 816", "556 U.S. 816", "Abuelhawa v. United States", "scotus", 2009)],
    ),
    (
        "(Rotunno v. Roe, 1999). Mansfield v. Sherman, 81 Me., 365 (17 Atl. Rep. 300).",
        [("17 A. 300", "17 A. 300", "Mansfield v. Sherman", None, None)],
    ),
    (
        "Koestler v. Pollard, 162 Wis. 2d 797 (Ct. App. 1991).",
        [("162 Wis. 2d 797", "162 Wis. 2d 797", "Koestler v. Pollard", "wisctapp", 1991)],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), _FORMS)
def test_forms_of_states_and_times(text: str, expected: list[tuple[object, ...]]) -> None:
    cases = [c for c in cite(text) if c.kind is CitationKind.CASE]
    found = [(c.normal_form, c.authority, c.case_name, c.court, c.year) for c in cases]
    assert found == expected


@each_row()
def test_docket_numbers_are_split_off(text: str, name: str, docket_number: str | None) -> None:
    cases = cite(text)
    assert {(c.kind, c.case_name, c.docket_number) for c in cases} == {
        (CitationKind.CASE, name, docket_number)
    }


def test_a_provision_joined_to_a_case_is_no_part_of_its_name() -> None:
    text = "Under 18 U.S.C. § 2516(2) and Commonwealth v. Birdseye, 543 Pa. 251 (1996), it fails."
    assert [c.case_name for c in cite(text)] == [None, "Commonwealth v. Birdseye"]


def test_a_nickname_is_no_name() -> None:
    for text in (
        "It was held in the Second Larch Case, 117 F. 670.",
        "The Larch Case (117 F. 670).",
    ):
        assert cite(text)[0].case_name is None


def test_a_case_without_a_name_takes_that_of_its_full_citation() -> None:
    text = "Saunders, 526 F.3d 142, 149 (4th Cir. 2008). Saunders v. Branch Banking, 526 F.3d 142."
    assert cite(text)[0].case_name == "Saunders v. Branch Banking"


@each_row()
def test_an_id_passes_over_later_history(history: str) -> None:
    text = f"Roe v. Doe, 700 F.2d 12, 14 (5th Cir. 1983), {history}. It holds so. Id. at 15."
    first, later, back = cite(text)
    assert (first.history, later.case_name, back.antecedent) == (
        history,
        "Roe v. Doe",
        "700 F.2d 12",
    )


def test_a_court_that_vacated_in_prose_is_no_history() -> None:
    text = "The court vacated the award under Roe v. Doe, 700 F.2d 12 (5th Cir. 1983). Id. at 15."
    assert cite(text)[1].antecedent == "700 F.2d 12"


@each_row(expected=as_tuples)
def test_names_courts_and_years(text: str, expected: tuple[object, ...]) -> None:
    case = next(citation for citation in cite(text) if citation.kind is CitationKind.CASE)
    assert (case.normal_form, case.case_name, case.court, case.year) == expected


def test_a_neutral_citation_gives_its_year_to_the_reporter_before_it() -> None:
    first, second = cite("State v. Roe, 278 N.C. App. 990, 2021-NCCOA-990 (unpublished).")
    assert (first.year, second.year) == (2021, 2021)


def test_a_bulletin_s_issue_is_part_of_its_volume() -> None:
    assert [c.normal_form for c in cite("See 2014-4 I.R.B. 445.")] == ["2014-4 I.R.B. 445"]


def test_new_york_prints_the_year_in_brackets() -> None:
    (case,) = cite("A judge may reopen (People v Mendoza, 82 NY2d 415, 421 [1993]).")
    assert (case.case_name, case.year, case.court) == ("People v Mendoza", 1993, "ny")
