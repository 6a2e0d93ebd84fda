import pytest

from build_scripts.describing.docket_initials import match_initials
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.describing.judge import find_judges
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim, Judge, JudgeRole
from build_scripts.model.law.judges import clean_name
from tests.describing.specimens import Line, evidence_of, make_order, stamp
from tests.tables import each_row

S = BlockKind.SIGNATURE
D = BlockKind.DOCKET
AUTHOR, PANEL = JudgeRole.AUTHOR, JudgeRole.PANEL


def show(claims: tuple[Claim[Judge], ...]) -> list[tuple[str | None, str | None, JudgeRole]]:
    """Show the claims that are more likely right than wrong: the others leave the field empty."""
    return [
        (each.value.name, each.value.title, each.value.role)
        for each in claims
        if each.confidence is not None and each.confidence >= LEAST_CONFIDENCE
    ]


@each_row()
def test_clean_name(printed: str, expected: str | None) -> None:
    assert clean_name(printed) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # a signature over two blocks
        (
            (
                (S, "Dated: May 2, 2017"),
                (S, "HOWARD R. LORD"),
                (S, "United States Magistrate Judge"),
            ),
            [("Howard R. Lord", "United States Magistrate Judge", AUTHOR)],
        ),
        # signature and typed name, office below
        (
            ((S, "/s/Brian R. Martins"), (S, "HON. BRIAN R. MARTINS"), (S, "U.S. DISTRICT JUDGE")),
            [("Brian R. Martins", "U.S. District Judge", AUTHOR)],
        ),
        # a byline of law reports
        (("DAVID G. LARK, District Judge.",), [("David G. Lark", "District Judge", AUTHOR)]),
        (("EDDER, Chief Judge: This case is old.",), [("Edder", "Chief Judge", AUTHOR)]),
        # a panel, its author by surname, a separate writing
        (
            (
                "Before: Ruth R. Cliff, Dan P. Coll, and Ken K. Lee, Circuit Judges.",
                "Opinion by Judge Lee; Partial Concurrence and Partial Dissent by Judge Coll",
                "LEE, Circuit Judge:",
            ),
            [
                ("Ken K. Lee", "Circuit Judge", AUTHOR),
                ("Ruth R. Cliff", "Circuit Judge", PANEL),
                ("Dan P. Coll", "Circuit Judge", JudgeRole.CONCURRING_AND_DISSENTING),
            ],
        ),
        # two offices in one line
        (
            ("Before: Edder, Chief Judge, Sent and Rand, Circuit Judges.",),
            [
                ("Edder", "Chief Judge", PANEL),
                ("Sent", "Circuit Judge", PANEL),
                ("Rand", "Circuit Judge", PANEL),
            ],
        ),
        # per curiam: a panel without an author; an initial is no "J."
        (
            ("Before William J. Bauer and STRAND, Circuit Judges.", "PER CURIAM:"),
            [("William J. Bauer", "Circuit Judge", PANEL), ("Strand", "Circuit Judge", PANEL)],
        ),
        (
            ("JUSTICE SOTO delivered the opinion of the Court.",),
            [("Soto", "Justice", AUTHOR)],
        ),
        # civil minutes
        (
            ("Present: The Honorable ANDRÉ BIRD JR., United States District Judge",),
            [("André Bird Jr.", "United States District Judge", AUTHOR)],
        ),
        # a reporter's caption that runs on holds its panel, which is no party; the last of the
        # bench sits by designation
        (
            (
                (
                    BlockKind.PARTIES,
                    (
                        "Ann FORD, Plaintiff, v. Pat POE, Defendant. Decided: May 3, 2007. Before"
                        " WINSLOW and SOTO, Circuit Judges, and C. SAM LOE, Senior Circuit Judge."
                    ),
                ),
            ),
            [
                ("Winslow", "Circuit Judge", PANEL),
                ("Soto", "Circuit Judge", PANEL),
                ("C. Sam Loe", "Senior Circuit Judge", PANEL),
            ],
        ),
        # an arbitration's panel, above the words with which each signs
        (
            (
                (
                    "Ann Ford - Public Arbitrator, Presiding Chairperson Pat Poe - Non-Public Arbitrator"
                    " I, the undersigned Arbitrator, do hereby affirm that I executed this award."
                ),
            ),
            [("Ann Ford", "Public Arbitrator", PANEL), ("Pat Poe", "Non-Public Arbitrator", PANEL)],
        ),
        # an office of an agency, signed by its director
        (
            ("Ann Q. Ford’s signature Ann Q. Ford, Director Office of Federal Operations",),
            [("Ann Q. Ford", "Director", AUTHOR)],
        ),
        # a byline glued to the counsel before it, and one with a comma for its full stop
        (
            (
                (
                    "Roe & Poe, PLLC, Townville, for Amicus Curiae, the Mills Federation.SOTO, Justice: This"
                    " case is old."
                ),
            ),
            [("Soto", "Justice", AUTHOR)],
        ),
        (("SOTO, J,", "The plaintiff appeals."), [("Soto", "Judge", AUTHOR)]),
        # the number of the page runs into the signature
        (
            ("The motion is denied. -14-ANDRÉ Q. BIRD CHIEF UNITED STATES DISTRICT JUDGE",),
            [("André Q. Bird", "Chief United States District Judge", AUTHOR)],
        ),
        # the judge below, and the clerk
        (
            (
                "Appeal from the United States District Court for the Northern District of Ohio",
                "Jeffrey S. Wright, District Judge, Presiding",
                "MOLLY C. DWIGHT, CLERK",
            ),
            [],
        ),
        # counsel sign too
        (((S, "/s/ Ann Ford"), (S, "Attorney for Plaintiff")), []),
        # a judge whom the prose names did not decide this
        (("This action is assigned to the Honorable Nat M. Cousin.",), []),
    ],
)
def test_find_judges(
    lines: tuple[Line, ...], expected: list[tuple[str | None, str | None, JudgeRole]]
) -> None:
    assert show(find_judges(make_order("Front line", *lines))) == expected


def test_footnote_completes_a_visiting_judge() -> None:
    clean = make_order(
        "Before: FLETCH, Circuit Judge, and SILVA, District Judge.",
        notes=(
            (
                "The Honorable Rose O. Silva, United States District Judge for the District of "
                "Arizona, sitting by designation."
            ),
        ),
    )
    silva = find_judges(clean)[1].value
    assert silva.name == "Rose O. Silva"
    assert silva.title == (
        "United States District Judge for the District of Arizona, sitting by designation"
    )


def test_caption_initials_before_stamp_initials() -> None:
    clean = make_order((D, "Case No. 24-cv-06185-NX"), stamps=(stamp("5:24-cv-06185-EKX"),))
    (claim,) = find_judges(clean)
    assert (claim.value.name, claim.value.initials) == (None, "NX")
    assert evidence_of(clean, claim) == "24-cv-06185-NX"


def test_initials_of_the_court_below_are_no_judge() -> None:
    assert find_judges(make_order((D, "No. 21-16352"), (D, "D.C. No. 4:20-cv-02861-JSX"))) == ()


def test_an_order_signed_by_the_clerk_has_no_judge() -> None:
    clean = make_order(
        (D, "Case No. 24-cv-06185-NX"),
        (S, "Mark B. Bushel"),
        (S, "Clerk, United States District Court"),
    )
    assert show(find_judges(clean)) == []


def test_signature_span_covers_name_and_office() -> None:
    clean = make_order("Front", (S, "ANN B. CRUZ"), (S, "United States District Judge"))
    (claim,) = find_judges(clean)
    assert evidence_of(clean, claim) == "ANN B. CRUZ\n\nUnited States District Judge"


@each_row()
def test_match_initials(name: str, initials: str, expected: str | None) -> None:
    assert match_initials(name, initials) == expected
