import pytest

from build_scripts.describing.case_name import find_case_name, propose_case_names
from build_scripts.describing.case_name_form import has_shape, judge_support
from build_scripts.describing.party_name import shorten_party
from build_scripts.model.clean_order import BlockKind
from tests.describing.specimens import Line, evidence_of, make_order
from tests.tables import each_row

COURT, PARTIES = BlockKind.COURT, BlockKind.PARTIES


@each_row()
def test_shorten_party(side: str, prose: str, expected: str) -> None:
    assert shorten_party(side, prose) == expected


@each_row()
def test_sovereign(court_name: str | None, expected: str) -> None:
    assert shorten_party("STATE OF OHIO", "", court_name) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # one block a caption line
        (
            ((PARTIES, "ANN FORD,"), (PARTIES, "Plaintiff,"), (PARTIES, "v."), (PARTIES, "X LLC,")),
            "Ford v. X LLC",
        ),
        # all in one block
        (((PARTIES, "ANN FORD, et al., Plaintiffs, v. X LLC, Defendant."),), "Ford v. X LLC"),
        # a plain-text opinion: no block is marked
        (
            (
                "United States Court of Appeals",
                "No. 96-7170",
                "Acme Security Co., Inc., et al.,",
                "Appellants/Cross-Appellees",
                "v.",
                "Bolt Insurance Company,",
                "Appellee/Cross-Appellant",
                "Before: Edder, Chief Judge.",
            ),
            "Acme Security Co. v. Bolt Insurance Co.",
        ),
        # a proceeding is the whole name, whatever parties follow
        (
            (
                (PARTIES, "In re: FERN KITCHEN DATA BREACH LITIGATION,"),
                (PARTIES, "AVA KIRK, Plaintiff-Appellant, v. FERN KITCHEN, INC., Defendant."),
            ),
            "In re Fern Kitchen Data Breach Litigation",
        ),
        # an adversary proceeding is named by its adversaries
        (
            ((PARTIES, "In re JANE ROE, Debtor. ACME BANK, Plaintiff, v. JANE ROE, Defendant."),),
            "Acme Bank v. Roe",
        ),
        (((PARTIES, "IN THE MATTER OF JANE ROE, Debtor"),), "In re Roe"),
        # the docket number and the court ran into the caption
        (
            (
                (PARTIES, "IN THE UNITED STATES COURT OF APPEALS FOR THE TENTH CIRCUIT ROY TRIP,"),
                (PARTIES, "Petitioner - Appellant,"),
                (PARTIES, "v. No. 06-6248 ERIC FRANK, Warden,"),
            ),
            "Trip v. Frank",
        ),
        # civil minutes
        (
            ((PARTIES, "Title United States of America v. Kim A. Aikins Page 1 of 1"),),
            "United States v. Aikins",
        ),
        # the label of civil minutes is none of a party's name
        (
            ((PARTIES, "TITLE GUARANTY COMPANY, Plaintiff, v. JANE ROE, Defendant."),),
            "Title Guaranty Co. v. Roe",
        ),
        # a ship's mark is no "v."
        (
            ((PARTIES, "ACME DREDGING COMPANY v. M/V A.V. HEROINE, et al."),),
            "Acme Dredging Co. v. M/V A.V. Heroine",
        ),
        # the second "v." belongs to a third-party complaint
        (
            ((PARTIES, "ACME CORP. v. BOLT INC. v. CORD LTD. Third-Party Defendant"),),
            "Acme Corp. v. Bolt Inc.",
        ),
        # an initial is no "v." where a small one parts the sides
        (
            (
                (PARTIES, "Silas V. QUIMBY, Petitioner, Appellant,"),
                (PARTIES, "v."),
                (PARTIES, "Paul V. ROE, Respondent, Appellee."),
            ),
            "Quimby v. Roe",
        ),
        # law reports set all parties as one line
        (
            (
                (
                    PARTIES,
                    (
                        f"Silas QUIMBY; {'Alma B. Cruz; ' * 60}Hollis Roe, Plaintiffs-Appellants, v. "
                        "ACME DREDGING COMPANY; Bolt Inc., Defendants-Appellees."
                    ),
                ),
            ),
            "Quimby v. Acme Dredging Co.",
        ),
        # a board or a court over a role is a party, not a heading
        (
            (
                (PARTIES, "ACME DREDGING COMPANY,"),
                (PARTIES, "Petitioner,"),
                (PARTIES, "v."),
                (PARTIES, "NATIONAL LABOR RELATIONS BOARD,"),
                (PARTIES, "Respondent."),
                (BlockKind.HEADING, "ON PETITION FOR REVIEW OF AN ORDER"),
            ),
            "Acme Dredging Co. v. National Labor Relations Board",
        ),
        # "Vs" without a full stop, before the other column
        (
            (
                (PARTIES, "Tam Quillon,"),
                (PARTIES, "Plaintiff,"),
                (PARTIES, "Vs Case No: 13-12345 Hon. Pat Q. Loe"),
                (PARTIES, "Bryn Marlowe, et al,"),
                (PARTIES, "Defendants"),
            ),
            "Quillon v. Marlowe",
        ),
        # the number of the docket was read badly: the party is below it
        (
            (
                (PARTIES, "QUILLON DREDGING COMPANY,"),
                (PARTIES, "v. Civil Action No. 3:19-cv-12345 N6l)>"),
                (PARTIES, "MARLOWE MILLS, INC."),
            ),
            "Quillon Dredging Co. v. Marlowe Mills, Inc.",
        ),
        # initials are not the end of a name; a footnote's mark is not a party
        (
            (
                (PARTIES, "J.R., Plaintiff,"),
                (PARTIES, "v."),
                (PARTIES, "[1] Bryn MARLOWE, Defendant."),
            ),
            "J.R. v. Marlowe",
        ),
        # a law report's page behind the name
        (
            ("QUILLON v. MARLOWE 525", "Cite as 999 F.Supp.2d 525 (S.D.N.Y. 2002)"),
            "Quillon v. Marlowe",
        ),
        # numbers of a docket with a minus sign for a hyphen
        (
            (
                (PARTIES, "TAM QUILLON,"),
                (PARTIES, "Plaintiff,"),
                (PARTIES, "v. Case No. 5:19−cv−12345−ABC−DEF"),
                (PARTIES, "BRYN MARLOWE,"),
                (PARTIES, "Defendant."),
            ),
            "Quillon v. Marlowe",
        ),
        # an advocate's office that ends with a state's name is no person
        (
            ((PARTIES, "Title: Patients Rights California, et al. -v- Marlowe Mills, Inc."),),
            "Patients Rights California v. Marlowe Mills, Inc.",
        ),
        # Ninth Circuit: the city of the court below stands behind the "v."
        (
            (
                (PARTIES, "TAM QUILLON,"),
                (PARTIES, "Plaintiff-Appellant,"),
                (PARTIES, "Southern District of California,"),
                (PARTIES, "v. San Diego"),
                (PARTIES, "MARLOWE MILLS, INC.,"),
                (PARTIES, "Defendant-Appellee."),
            ),
            "Quillon v. Marlowe Mills, Inc.",
        ),
        # the corner of New York's captions; a guardian; what a person is called
        (
            (
                (PARTIES, "X TAM Q., by Bryn QUILLON,"),
                (PARTIES, "Plaintiff,"),
                (PARTIES, "-against-"),
                (PARTIES, "WILLIAM EDWARD (“BILL”) MARLOWE, Mayor, Defendant."),
            ),
            "Tam Q. v. Marlowe",
        ),
        # a general order's title is no word of its matter
        (("IN RE OFFICE HOURS GENERAL ORDER PAT POE Chief Judge",), "In re Office Hours"),
    ],
)
def test_find_case_name(lines: tuple[Line, ...], expected: str) -> None:
    claim = find_case_name(make_order(*lines))
    assert claim
    assert claim.value == expected


def test_court_of_the_state_shortens_the_state() -> None:
    clean = make_order(
        (COURT, "SUPREME COURT OF OHIO"),
        (PARTIES, "STATE OF OHIO, Appellee, v. JANE ROE, Appellant."),
    )
    claim = find_case_name(clean)
    assert claim
    assert claim.value == "State v. Roe"
    assert evidence_of(clean, claim) == "STATE OF OHIO, Appellee, v. JANE ROE, Appellant."


def test_cited_cases_are_no_caption() -> None:
    clean = make_order("See Roe v. Wade, 410 U.S. 113 (1973).", "Notes of the clerk")
    assert find_case_name(clean) is None


@pytest.mark.parametrize(
    "lines",
    [
        # words of the paper between the sides of a caption that ran together
        ((PARTIES, "ANN FORD, Plaintiff,"), "CIVIL ACTION FILE", "v.", "RICHARD POE, Defendant."),
        ("UNITED STATES OF AMERICA,", "v.", "INTRODUCTION", "Ann Ford was arrested."),
        # the heading names the court, not a party
        ("Criminal Court of the City of New York,", "v", "Silas Quimby, Defendant."),
        # what an arbitration is between stands on other lines
        ("In the Matter of the Arbitration Between:",),
    ],
)
def test_what_names_no_party_is_no_case_name(lines: tuple[Line, ...]) -> None:
    claim = find_case_name(make_order(*lines))
    words = ("File", "Introduction", "Court", "Arbitration")
    assert claim is None or not any(word in claim.value for word in words)


@each_row()
def test_names_have_a_shape(name: str, below: bool, expected: bool) -> None:
    assert has_shape(name, below=below) is expected


@each_row()
def test_sentences_support_a_name(name: str, prose: str, expected: str) -> None:
    signals = judge_support(name, prose)
    assert f"its sides in the text: {expected}" in signals
    assert ("a side is called a party" in signals) is ("plaintiff" in prose)


@pytest.mark.parametrize(
    ("lines", "signal"),
    [
        # the prose has the whole name, of which a line is a piece
        (
            (
                (PARTIES, "MARLOWE OPPORTUNITY"),
                (PARTIES, "COMMISSION, Plaintiff,"),
                (PARTIES, "v."),
                (PARTIES, "QUILLON, Defendant."),
                "The Marlowe Opportunity Commission brought this action against Quillon.",
            ),
            "the text has more of a side",
        ),
        # and no mark ends the line above
        (
            (
                (PARTIES, "MARLOWE HOUSING"),
                (PARTIES, "COMMISSION, Plaintiff,"),
                (PARTIES, "v."),
                (PARTIES, "QUILLON, Defendant."),
            ),
            "goes on above",
        ),
    ],
)
def test_a_piece_of_a_name_is_noticed(lines: tuple[Line, ...], signal: str) -> None:
    proposed = list(propose_case_names(make_order(*lines)))
    pieces = [each for each in proposed if each.value == "Commission v. Quillon"]
    assert pieces
    assert all(signal in each.signals for each in pieces)


def test_label_of_a_court_s_site_is_no_name() -> None:
    claim = find_case_name(make_order((PARTIES, "OSCN Found Document:QUIMBY v. ROE")))
    assert claim
    assert claim.value == "Quimby v. Roe"


def test_paper_without_text_has_no_name() -> None:
    assert find_case_name(make_order()) is None
