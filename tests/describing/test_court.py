from build_scripts.describing.court import find_court
from build_scripts.model.clean_order import BlockKind, Removal, RemovalReason
from tests.describing.specimens import Line, as_lines, evidence_of, make_order
from tests.tables import each_row

C = BlockKind.COURT


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
    claim = find_court(clean)
    assert claim is None or (claim.confidence or 0) < 0.5


def test_a_reporter_of_appeals_has_no_decision_of_a_district_court() -> None:
    """Two columns that a tool mixed put a court that the text cites above the paper's own."""
    lines = [
        (C, "981 F.2d 9007"),
        (C, "United States District Court, E.D. Texas, affirmed"),
        (C, "by the United States Court of Appeals, Fifth Circuit"),
    ]
    cited, own = find_court(make_order(*lines[1:])), find_court(make_order(*lines))
    assert cited
    assert cited.value.court_id == "txed"
    assert own is None or own.value.court_id == "ca5"


def test_the_citation_at_the_head_of_a_reports_page_names_its_court() -> None:
    clean = make_order(
        "QUIMBY v. MARLOWE 9007",
        "Cite as 981 F.3d 9007 (6th Cir. 2031)",
        "United States District Court for the Northern District of Ohio, Penn, J.",
        "United States Court of Appeals, Sixth Circuit.",
    )
    claim = find_court(clean)
    assert claim
    assert claim.value.court_id == "ca6"


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


@each_row()
def test_a_front_that_names_no_court_in_words(line: str, expected: str | None) -> None:
    claim = find_court(make_order(line, "Jane Roe v. John Poe"))
    assert (claim.value.court_id if claim else None) == expected


def test_a_court_that_the_text_tells_of_is_not_the_orders() -> None:
    clean = make_order(
        "No. 45599-7-I.",
        "The City tests all who apply for its vacancies, and the appellants object to that policy.",
        "Supreme Court of Minnesota",
    )
    claim = find_court(clean)
    assert claim is None or (claim.confidence or 0) < 0.9


def test_an_agency_that_is_a_party_does_not_decide() -> None:
    clean = make_order(
        "U.S. EQUAL EMPLOYMENT OPPORTUNITY COMMISSION,",
        "Plaintiff,",
        (C, "UNITED STATES DISTRICT COURT"),
        (C, "DISTRICT OF NEW JERSEY"),
    )
    claim = find_court(clean)
    assert claim
    assert claim.value.court_id == "njd"


def test_the_district_of_columbia_is_a_party_and_the_state_of_a_reviewing_court_too() -> None:
    for party, court, expected in (
        (
            "DISTRICT OF COLUMBIA, et al., Appellants,",
            "District of Columbia Court of Appeals.",
            "dc",
        ),
        ("TEXAS ET AL. v. JANE ROE ET AL.", "SUPREME COURT OF THE UNITED STATES", "scotus"),
    ):
        claim = find_court(make_order(party, "No. 98-CV-99.", court, "Decided May 3, 1999."))
        assert claim
        assert claim.value.court_id == expected


@each_row(lines=as_lines)
def test_signs_tell_a_court_that_names_itself_nowhere(
    lines: tuple[Line, ...], expected: str | None
) -> None:
    claim = find_court(make_order(*lines))
    sure = claim if claim and (claim.confidence or 0) > 0.5 else None
    assert (sure.value.court_id if sure else None) == expected


def test_the_filing_systems_header_names_its_court() -> None:
    header = "Case 4:31-cv-09412 Document 7 Filed in TXSD on 05/02/31 Page 1 of 2"
    removal = Removal(RemovalReason.ECF_STAMP, header, 1, 0)
    claim = find_court(make_order("The motion is granted.", removals=(removal,)))
    assert claim
    assert claim.value.court_id == "txsd"
