from build_scripts.archive.outward_links import (
    find_case_address,
    search_for_citation,
    search_for_docket,
)
from tests.tables import each_row


@each_row()
def test_known_reporters(citation: str, path: str) -> None:
    assert find_case_address(citation) == f"https://www.courtlistener.com/c/{path}/"


@each_row()
def test_no_guesses(citation: str) -> None:
    assert find_case_address(citation) is None


def test_a_search_for_a_citation_is_one_for_its_words_together() -> None:
    search = search_for_citation("12 F. App'x 3")
    assert search == "https://www.courtlistener.com/?type=o&q=%2212+F.+App%27x+3%22"


@each_row()
def test_searches_for_federal_dockets(printed: str, court: str, number: str) -> None:
    search = f"https://www.courtlistener.com/?type=r&docket_number={number}&court={court}"
    assert search_for_docket(printed, court) == search


@each_row()
def test_no_searches_that_find_nothing(printed: str, court: str) -> None:
    assert search_for_docket(printed, court) is None
