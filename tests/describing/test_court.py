import pytest

from build_scripts.describing.court import find_court, match_court
from build_scripts.describing.court_table import is_appellate, load_court_table
from build_scripts.model.clean_order import BlockKind, Removal, RemovalReason
from tests.describing.specimens import evidence_of, make_order

C = BlockKind.COURT


@pytest.mark.parametrize(
    ("text", "court_id", "name"),
    [
        # a caption in capitals, division behind it
        (
            "UNITED STATES DISTRICT COURT NORTHERN DISTRICT OF CALIFORNIA SAN JOSE DIVISION",
            "cand",
            "United States District Court for the Northern District of California",
        ),
        # as law reports abbreviate
        (
            "United States District Court, W.D. New York.",
            "nywd",
            "United States District Court for the Western District of New York",
        ),
        # a district of two words that no direction precedes
        (
            "United States District Court, D. New Jersey.",
            "njd",
            "United States District Court for the District of New Jersey",
        ),
        # the capital is its own district, not "District of District of Columbia"
        (
            "IN THE UNITED STATES DISTRICT COURT FOR THE DISTRICT OF COLUMBIA",
            "dcd",
            "United States District Court for the District of Columbia",
        ),
        # words after the state are no part of its name
        (
            "UNITED STATES DISTRICT COURT CENTRAL DISTRICT OF CALIFORNIA CIVIL MINUTES",
            "cacd",
            "United States District Court for the Central District of California",
        ),
        # the bankruptcy court of a district is another court
        (
            "UNITED STATES BANKRUPTCY COURT FOR THE DISTRICT OF DELAWARE",
            "deb",
            "United States Bankruptcy Court for the District of Delaware",
        ),
        (
            "UNITED STATES BANKRUPTCY APPELLATE PANEL OF THE NINTH CIRCUIT",
            "bap9",
            "United States Bankruptcy Appellate Panel of the Ninth Circuit",
        ),
        (
            "UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT",
            "ca9",
            "United States Court of Appeals for the Ninth Circuit",
        ),
        (
            "United States Court of Appeals FOR THE DISTRICT OF COLUMBIA CIRCUIT",
            "cadc",
            "United States Court of Appeals for the District of Columbia Circuit",
        ),
        (
            "SUPREME COURT OF THE UNITED STATES",
            "scotus",
            "Supreme Court of the United States",
        ),
        ("UNITED STATES TAX COURT", "tax", "United States Tax Court"),
        (
            "United States Court of Federal Claims.",
            "uscfc",
            "United States Court of Federal Claims",
        ),
        # state courts, named either way round
        ("SUPREME COURT OF MISSOURI en banc", "mo", "Supreme Court of Missouri"),
        ("Indiana Supreme Court", "ind", "Indiana Supreme Court"),
        # a state's district court of appeal is no federal district court
        (
            "District Court of Appeal of Florida, Fourth District.",
            "fladistctapp",
            "Florida District Courts of Appeal",
        ),
    ],
)
def test_match_court(text: str, court_id: str, name: str) -> None:
    found = match_court(text)
    assert found
    assert (found.court.court_id, found.court.name) == (court_id, name)


@pytest.mark.parametrize(
    "text",
    [
        "UNITED STATES DISTRICT COURT",  # the kind of court, not which
        "the district court granted the motion",
        "ORDER OF THE COURT",
    ],
)
def test_no_court(text: str) -> None:
    assert match_court(text) is None


def test_heading_over_two_blocks_is_one_span() -> None:
    clean = make_order((C, "UNITED STATES DISTRICT COURT"), (C, "DISTRICT OF ARIZONA"))
    claim = find_court(clean)
    assert claim
    assert claim.value.court_id == "azd"
    assert evidence_of(clean, claim) == "UNITED STATES DISTRICT COURT\n\nDISTRICT OF ARIZONA"


def test_court_below_is_a_decoy() -> None:
    clean = make_order(
        (C, "UNITED STATES COURT OF APPEALS"),
        (C, "FOR THE NINTH CIRCUIT"),
        "Appeal from the United States District Court",
        "for the Northern District of California",
    )
    claim = find_court(clean)
    assert claim
    assert claim.value.court_id == "ca9"


def test_court_below_alone_names_no_court() -> None:
    clean = make_order(
        "Appeal from the United States District Court for the District of Oregon",
        "for the District of Oregon",
    )
    assert find_court(clean) is None


def test_margin_name_is_the_last_resort() -> None:
    removal = Removal(
        RemovalReason.MARGIN_NAME,
        "United States District Court Northern District of California",
        1,
        12,
    )
    claim = find_court(make_order("Text.", removals=(removal,)))
    assert claim
    assert claim.value.court_id == "cand"
    assert claim.evidence is None


def test_table_holds_every_district_and_circuit() -> None:
    table = load_court_table()
    assert len(table.circuits) == 13
    current = {"almd", "cand", "dcd", "gud", "ilnd", "laed", "nmid", "nysd", "prd", "vid", "wvsd"}
    assert current <= {court.court_id for court in table.districts.values()} | {"nmid"}
    assert table.districts["Southern", "west virginia"].citation_string == "S.D.W. Va."
    assert table.districts["", "maryland"].citation_string == "D. Md."


@pytest.mark.parametrize(
    ("court_id", "expected"),
    [("ca9", True), ("scotus", True), ("bap9", True), ("mo", True), ("cand", False)],
)
def test_is_appellate(court_id: str, expected: bool) -> None:
    assert is_appellate(court_id) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("138 U.S. 109", "scotus"),
        ("[77 AD3d 1234]", "nyappdiv"),
        ("98 Cal.App.4th 12", "calctapp"),
        ("[717 NYS2d 63]", None),  # a reporter of several courts
        ("410 U.S. 113, 120", None),
        ("Superior Court Geographical Area No. 14 at Hartford", "connsuperct"),
        ("Superior Court, Judicial District of Danbury", "connsuperct"),
        ("Fourth Dist., Div. Two.", "calctapp"),
        ("Fourth District, where the mill stands.", None),
        ("Supreme Court, Appellate Division, Third Judicial Department", "nyappdiv"),
        ("Appellate Division of the mill", None),
    ],
)
def test_a_front_that_names_no_court_in_words(line: str, expected: str | None) -> None:
    claim = find_court(make_order(line, "Jane Roe v. John Poe"))
    assert (claim.value.court_id if claim else None) == expected
