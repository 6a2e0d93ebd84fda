import pytest

from build_scripts.archive.outward_links import (
    find_case_address,
    search_for_citation,
    search_for_docket,
)


@pytest.mark.parametrize(
    ("citation", "path"),
    [
        ("433 F.3d 1199", "f3d/433/1199"),
        ("465 U.S. 783", "us/465/783"),
        ("104 S. Ct. 1482", "s-ct/104/1482"),
        ("79 L. Ed. 2d 804", "l-ed-2d/79/804"),
        ("20 F. Supp. 3d 5", "f-supp-3d/20/5"),
        ("12 F. App'x 3", "f-appx/12/3"),
        ("300 F.R.D. 4", "frd/300/4"),
    ],
)
def test_known_reporters(citation: str, path: str) -> None:
    assert find_case_address(citation) == f"https://www.courtlistener.com/c/{path}/"


@pytest.mark.parametrize(
    "citation",
    [
        "2030 WL 1234567",  # Westlaw's numbers lead nowhere on CourtListener
        "2017 U.S. Dist. LEXIS 83004",
        "433 F.3d at 1206",  # a short form has no first page
        "28 U.S.C. § 1331",
        "12 Nowhere Rep. 5",  # a reporter that nobody knows
        "Dkt. No. 7",
    ],
)
def test_no_guesses(citation: str) -> None:
    assert find_case_address(citation) is None


def test_a_search_for_a_citation_is_one_for_its_words_together() -> None:
    search = search_for_citation("12 F. App'x 3")
    assert search == "https://www.courtlistener.com/?type=o&q=%2212+F.+App%27x+3%22"


@pytest.mark.parametrize(
    ("printed", "court", "number"),
    [
        # as CourtListener numbers dockets: no initials, five digits
        ("5:17-cv-02540-HRL", "cand", "5%3A17-cv-02540"),
        ("No. C 06-0652 SBA", "cand", "06-cv-00652"),
        ("Case No. 22-cv-1985", "casd", "22-cv-01985"),
        # a court of appeals counts without a type; its zeros are its own
        ("No. 07-0012", "ca9", "07-0012"),
        ("20-12345", "nysb", "20-12345"),
        ("14-278, - F.Supp.3d -, -", "dcd", "14-278"),
        ("91-13018-H", "mad", "91-13018"),
    ],
)
def test_searches_for_federal_dockets(printed: str, court: str, number: str) -> None:
    search = f"https://www.courtlistener.com/?type=r&docket_number={number}&court={court}"
    assert search_for_docket(printed, court) == search


@pytest.mark.parametrize(
    ("printed", "court"),
    [
        ("A-1234-20T2", "nj"),
        ("20-cv-1234", "cal"),  # a state's docket is not among CourtListener's
        ("20-cv-1234", "unknown-court"),
        ("2021-NCSC-57", "cand"),
        ("17", "cand"),
    ],
)
def test_no_searches_that_find_nothing(printed: str, court: str) -> None:
    assert search_for_docket(printed, court) is None
