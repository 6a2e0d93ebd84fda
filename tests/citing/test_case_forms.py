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


@each_row()
def test_an_id_passes_over_later_history(history: str) -> None:
    text = f"Roe v. Doe, 700 F.2d 12, 14 (5th Cir. 1983), {history}. It holds so. Id. at 15."
    first, later, back = cite(text)
    assert (first.history, later.case_name, back.antecedent) == (
        history,
        "Roe v. Doe",
        "700 F.2d 12",
    )


@each_row(expected=as_tuples)
def test_names_courts_and_years(text: str, expected: tuple[object, ...]) -> None:
    case = next(citation for citation in cite(text) if citation.kind is CitationKind.CASE)
    assert (case.normal_form, case.case_name, case.court, case.year) == expected
