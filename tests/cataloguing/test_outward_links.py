import pytest

from build_scripts.cataloguing.outward_links import find_case_address


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
