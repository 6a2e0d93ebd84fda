from build_scripts.describing.nature import find_nature
from tests.orders_from_text import clean_text
from tests.tables import each_row

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


@each_row()
def test_below_the_caption_of_a_court_of_appeals(line: str, expected: str | None) -> None:
    found = nature(APPEALS, line, "Roe asks us to look again at what was decided against her.")
    assert (found or "").lower() == (expected or "").lower()


@each_row()
def test_what_the_order_calls_the_case(line: str, sentence: str, expected: str | None) -> None:
    assert nature(DISTRICT, line, sentence) == expected
