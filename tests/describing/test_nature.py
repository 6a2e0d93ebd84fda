import pytest

from build_scripts.describing.nature import find_nature
from tests.orders_from_text import clean_text

DISTRICT = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

JANE ROE,
          Plaintiff,
     v.                          Case No. 5:31-cv-01234-ABC
DOE MILLS, INC.,
          Defendant.
                    ORDER DENYING MOTION
"""
APPEALS = """UNITED STATES COURT OF APPEALS
FOR THE NINTH CIRCUIT

No. 31-1234

JANE ROE, Petitioner,
v.
RICHARD POE, Attorney General, Respondent.
"""


def nature(head: str, line: str, sentence: str) -> str | None:
    text = f"{head}\n{line}\n\n     {sentence} The Court has read the papers of both sides.\n"
    claim = find_nature(clean_text(text.encode()))
    return claim.value if claim else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "On Petition for Review of an Order of the Board of Immigration Appeals",
            "Petition for review of an Order of the Board of Immigration Appeals",
        ),
        (
            "ON PETITION FOR REVIEW OF AN ORDER OF THE FEDERAL ENERGY REGULATORY COMMISSION",
            "Petition for review of an order of the Federal Energy Regulatory Commission",
        ),
        (
            "Appeal from the United States Bankruptcy Court for the District of Oregon",
            "Appeal from the United States Bankruptcy Court for the District of Oregon",
        ),
        ("On Petition for Rehearing", None),
        ("Argued March 4, 2031", None),
    ],
)
def test_below_the_caption_of_a_court_of_appeals(line: str, expected: str | None) -> None:
    found = nature(APPEALS, line, "Roe asks us to look again at what was decided against her.")
    assert (found or "").lower() == (expected or "").lower()


@pytest.mark.parametrize(
    ("line", "sentence", "expected"),
    [
        ("Nature of Suit: 440 Civil Rights: Other", "The motion is denied as it stands here today.",
         "440 Civil Rights: Other"),
        ("", "Plaintiff, a state prisoner, filed this pro se civil rights action in May of 2030.",
         "Pro se civil rights action"),
        ("", "This is a putative class action about the price of mill wheels in five states.",
         "Putative class action"),
        ("", "Roe, an inmate, filed a pro se petition for a writ of habeas corpus last summer.",
         "Petition for a writ of habeas corpus"),
        ("", "A class action may be brought where the members of the class are many.", None),
        ("", "Roe previously filed this civil rights action in another court of the state.", None),
        ("", "This action was removed from the superior court on the third day of May.", None),
    ],
)  # fmt: skip
def test_what_the_order_calls_the_case(line: str, sentence: str, expected: str | None) -> None:
    assert nature(DISTRICT, line, sentence) == expected
