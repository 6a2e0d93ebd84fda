"""Forms that courts of one state or one time cite cases in: names, parallels, court and year."""

from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite
from tests.tables import as_tuples, each_row, list_with_none

# text; then each case: normal form, authority where it is a parallel's, name, court, year


@each_row(expected=list_with_none)
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
