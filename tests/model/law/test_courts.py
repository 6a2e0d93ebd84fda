import pytest

from build_scripts.model.law.court_table import (
    find_known_court,
    find_listed_court,
    is_appellate,
    load_court_table,
)
from build_scripts.model.law.courts import match_court


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


@pytest.mark.parametrize(
    ("text", "court_id"),
    [
        ("COURT OF APPEALS OF INDIANA", "indctapp"),
        ("IN THE COURT OF APPEALS OF THE STATE OF MISSISSIPPI", "missctapp"),
        ("Third District Court of Appeal State of Florida", "fladistctapp"),
        ("SUPREME COURT OF THE STATE OF NEW YORK, COUNTY OF KINGS", "nysupct"),
        ("In The Eleventh Court of Appeals", "texapp"),
        ("COMMONWEALTH OF MASSACHUSETTS\nAPPEALS COURT", "massappct"),
        ("IN THE CIRCUIT COURT OF COOK COUNTY, ILLINOIS", "illcirct"),
        ("IN THE COURT OF COMMON PLEAS OF ALLEGHENY COUNTY, PENNSYLVANIA", "pactcompl"),
        ("COURT OF COMMON PLEAS\nCUYAHOGA COUNTY, OHIO", "ohioctcompl"),
        ("Circuit Court, S.D. Ohio", "circtsdoh"),
        ("FOREIGN INTELLIGENCE SURVEILLANCE COURT", "fisc"),
        ("UNITED STATES TAX COURT", "tax"),
        ("United States Court of Federal Claims", "uscfc"),
        ("UNITED STATES COURT OF APPEALS FOR VETERANS CLAIMS", "cavc"),
        ("UNITED STATES JUDICIAL PANEL on MULTIDISTRICT LITIGATION", "jpml"),
        ("SUPERIOR COURT OF NEW JERSEY\nAPPELLATE DIVISION", "njsuperctappdiv"),
        ("SUPERIOR COURT OF NEW JERSEY\nLAW DIVISION ESSEX COUNTY", "njsuper"),
        (
            "State of New York\nSupreme Court, Appellate Division\nThird Judicial Department",
            "nyappdiv",
        ),
        (
            "IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA\nSECOND APPELLATE DISTRICT\nDIVISION SEVEN",
            "calctapp",
        ),
        ("COURT OF APPEALS OF OHIO\nEIGHTH APPELLATE DISTRICT\nCOUNTY OF CUYAHOGA", "ohioctapp"),
        ("STATE OF MICHIGAN\nCOURT OF APPEALS", "michctapp"),
        ("STATE OF MINNESOTA\nIN COURT OF APPEALS\nA19-0001", "minnctapp"),
        ("STATE OF LOUISIANA\nCOURT OF APPEAL, FIRST CIRCUIT", "lactapp"),
        ("IN THE SUPREME COURT OF TEXAS", "tex"),
        ("IN THE COURT OF CRIMINAL APPEALS\nOF TEXAS", "texcrimapp"),
        ("SUPERIOR COURT OF THE DISTRICT OF COLUMBIA", "supctdc"),
        ("DISTRICT OF COLUMBIA COURT OF APPEALS", "dc"),
        ("IN THE COURT OF CHANCERY OF THE STATE OF DELAWARE", "delch"),
        ("IN THE INTERMEDIATE COURT OF APPEALS\nOF THE STATE OF HAWAI‘I", "hawapp"),
        ("THE STATE OF SOUTH CAROLINA\nIn The Court of Appeals", "scctapp"),
        ("SUPREME COURT OF WISCONSIN", "wis"),
        ("STATE OF MAINE\nSUPERIOR COURT\nCUMBERLAND, ss.", "mesuperct"),
        ("VIRGINIA: IN THE CIRCUIT COURT OF FAIRFAX COUNTY", "vacc"),
        ("United States Court of Appeals\nFor the First Circuit", "ca1"),
        ("United States Court of Appeals for the Federal Circuit", "cafc"),
        ("DISTRICT COURT, CITY AND COUNTY OF DENVER, STATE OF COLORADO", "coldistct"),
        ("IN THE EIGHTH JUDICIAL DISTRICT COURT\nCLARK COUNTY, NEVADA", "nevdistct"),
        ("SUPERIOR COURT OF CALIFORNIA\nCOUNTY OF LOS ANGELES", "calsuperct"),
        (
            "IN THE UNITED STATES DISTRICT COURT FOR\nAlexandria Division\nTHE EASTERN DISTRICT OF VIRGINIA",
            "vaed",
        ),
        ("UNITED STATES DISTRICT COURT YT N= 4\nFOR THE EASTERN DISTRICT OF VIRGINIA jf", "vaed"),
        ("Supreme Court of Kansas", "kan"),
        ("MISSOURI COURT OF APPEALS WESTERN DISTRICT", "moctapp"),
        ("SUPREME COURT OF APPEALS OF WEST VIRGINIA", "wva"),
        ("Appellate Court of Maryland", "mdctspecapp"),
        ("United States Navy-Marine Corps Court of Criminal Appeals", "nmcca"),
        ("UNITED STATES ARMY COURT OF CRIMINAL APPEALS", "acca"),
        ("United States Court of Appeals for the Armed Forces", "armfor"),
        ("UNITED STATES BANKRUPTCY COURT\nSOUTHERN DISTRICT OF NEW YORK", "nysb"),
        ("SUPREME COURT OF THE UNITED STATES", "scotus"),
        ("BOARD OF IMMIGRATION APPEALS", "bia"),
        ("District Court of Guam", "gud"),
        ("SUPREME COURT OF GUAM", "guam"),
        ("COURT OF APPEALS\nNINTH DISTRICT OF TEXAS\nAT BEAUMONT", "texapp"),
        (
            "STATE OF NORTH CAROLINA\nCOUNTY OF WAKE\nIN THE GENERAL COURT OF JUSTICE\nSUPERIOR COURT DIVISION",
            "ncsuperct",
        ),
        ("UNITED STATES DISTRICT COURT\nDISTRICT OF NEVADA", "nvd"),
        ("Navajo Nation Supreme Court", "navajo"),
        ("SUPREME COURT OF THE NAVAJO NATION", "navajo"),
        ("IN THE SUPREME COURT OF THE STATE OF WASHINGTON", "wash"),
        ("IN THE COURT OF APPEALS OF THE STATE OF WASHINGTON\nDIVISION ONE", "washctapp"),
        ("Civil Court of the City of New York, Kings County", "nycivct"),
        ("UNITED STATES COURT OF INTERNATIONAL TRADE", "cit"),
        ("Commonwealth of Kentucky\nCourt of Appeals", "kyctapp"),
        (
            "UNITED STATES PATENT AND TRADEMARK OFFICE\nBEFORE THE PATENT TRIAL AND APPEAL BOARD",
            "ptab",
        ),
        ("THE STATE OF NEW HAMPSHIRE\nSUPREME COURT", "nh"),
        ("SUPREME COURT OF THE STATE OF NEW YORK\nAPPELLATE TERM, FIRST DEPARTMENT", "nyappterm"),
        ("ALABAMA COURT OF CRIMINAL APPEALS", "alacrimapp"),
        ("APPELLATE COURT OF ILLINOIS\nFIRST JUDICIAL DISTRICT", "illappct"),
        ("Court of Appeals of the State of New York", "ny"),
        ("Iowa District Court for Polk County", "iadistct"),
        ("UNITED STATES COURT OF APPEALS\nDISTRICT OF COLUMBIA CIRCUIT", "cadc"),
        # a county's department and a unit are no counties of the state
        ("CIRCUIT COURT OF COOK COUNTY, ILLINOIS\nCOUNTY DEPARTMENT, LAW DIVISION", "illcirct"),
        ("STATE OF VERMONT\nSUPERIOR COURT\nWashington Unit", "vtsuperct"),
        # the trial courts of states that courts-db has county by county, or not at all
        ("IN THE DISTRICT COURT OF HARRIS COUNTY, TEXAS", "texdistct"),
        ("19TH JUDICIAL DISTRICT COURT\nPARISH OF ORLEANS\nSTATE OF LOUISIANA", "ladistct"),
        ("IN THE CHANCERY COURT FOR DAVIDSON COUNTY, TENNESSEE", "tennchanct"),
        ("IN THE CIRCUIT COURT OF KANAWHA COUNTY, WEST VIRGINIA", "wvcirct"),
        # a judicial district is no federal one
        ("DISTRICT COURT OF THE FOURTH JUDICIAL DISTRICT OF THE STATE OF IDAHO", "iddistct"),
        # agencies that decide
        ("U.S. EQUAL EMPLOYMENT OPPORTUNITY COMMISSION\nOffice of Federal Operations", "eeoc"),
        ("UNITED STATES OF AMERICA\nBEFORE THE NATIONAL LABOR RELATIONS BOARD", "nlrb"),
        ("FINRA Dispute Resolution Services", "finra"),
    ],
)
def test_courts_as_their_papers_print_them(text: str, court_id: str) -> None:
    found = match_court(text)
    assert found
    assert found.court.court_id == court_id


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
    ("court_id", "name"),
    [
        # courts-db's name is that of the court until 1981
        ("texapp", "Court of Appeals of Texas"),
        # the board; the panel is another body
        ("tennworkcompapp", "Tennessee Workers' Compensation Appeals Board"),
    ],
)
def test_courts_go_by_their_own_names(court_id: str, name: str) -> None:
    court = find_known_court(court_id)
    assert court
    assert court.name == name


@pytest.mark.parametrize(
    ("line", "court_id"),
    [
        ("Monroe County Court of Quarter Sessions", "pennctqtrsess"),  # of the whole state
        ("Court of Appeals of Wisconsin", "wisctapp"),
        ("Court Square Partners", None),
    ],
)
def test_courts_that_courts_db_alone_knows(line: str, court_id: str | None) -> None:
    court = find_listed_court(line)
    assert (court.court_id if court else None) == court_id
