import pytest

from build_scripts.describing.statutes_at_issue import find_statutes_at_issue
from tests.orders_from_text import clean_text

HEAD = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

LARKSPUR ROBOTICS, INC.,
          Plaintiff,
     v.                          Case No. 5:31-cv-01234-ABC
DOES 1-8,
          Defendants.
                    ORDER DENYING MOTION

"""


def statutes(sentence: str) -> list[str]:
    text = f"{HEAD}     {sentence} The Court has read the papers that both sides have filed.\n"
    clean = clean_text(text.encode())
    claims = find_statutes_at_issue(clean)
    for claim in claims:
        assert claim.evidence is not None
        assert clean.reading_text[claim.evidence.start : claim.evidence.end].strip()
    return [claim.value for claim in claims]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Larkspur brings claims under 18 U.S.C. § 1836(b).", ["18 U.S.C. § 1836(b)"]),
        # A row of sections of one title, and of another.
        (
            "Plaintiff Roe filed this civil rights action pursuant to 42 U.S.C. §§ 1981, 1983 and 1985(3).",
            ["42 U.S.C. § 1981", "42 U.S.C. § 1983", "42 U.S.C. § 1985(3)"],
        ),
        # An act that is cited beside its name is one statute; two acts are two.
        (
            (
                "Roe brought suit alleging violations of the Defend Trade Secrets Act (“DTSA”), "
                "18 U.S.C. § 1836 et seq., and the Stored Communications Act."
            ),
            ["18 U.S.C. § 1836 et seq.", "Stored Communications Act"],
        ),
        (
            "Roe asserts one claim for violation of Title VII of the Civil Rights Act of 1964.",
            ["Title VII of the Civil Rights Act of 1964"],
        ),
        ("Petitioner seeks a writ of habeas corpus under § 2254.", ["28 U.S.C. § 2254"]),
        ("Roe filed a complaint under Cal. Penal Code § 631.", ["Cal. Penal Code § 631"]),
        # Every count of a charge.
        (
            (
                "Roe was charged with conspiracy, in violation of 18 U.S.C. § 371 (Count 1), and with "
                "wire fraud, in violation of 18 U.S.C. § 1343 (Count 2)."
            ),
            ["18 U.S.C. § 371", "18 U.S.C. § 1343"],
        ),
        ("Defendant moves to reduce his sentence under 18 U.S.C. § 3582(c)(1)(A).",
         ["18 U.S.C. § 3582(c)(1)(A)"]),
        # Power to decide is no basis; nor are other cases, the law in general, and what might be.
        ("The Court has jurisdiction over the claims brought under 28 U.S.C. § 1331.", []),
        ("Plaintiff filed this action under 28 U.S.C. § 1332.", []),
        ("A claim under 42 U.S.C. § 1983 requires a person acting under color of law.", []),
        ("Plaintiff could have brought a claim under 42 U.S.C. § 1983.", []),
        ("In Roe v. Poe, the plaintiff brought a claim under 42 U.S.C. § 1983.", []),
        ("Plaintiff does not allege a violation of 18 U.S.C. § 1030.", []),
        ("The parties consented to a magistrate judge under 28 U.S.C. § 636(c).", []),
    ],
)  # fmt: skip
def test_what_the_case_rests_on(sentence: str, expected: list[str]) -> None:
    assert statutes(sentence) == expected
