from build_scripts.describing.statutes_at_issue import find_statutes_at_issue
from tests.orders_from_text import clean_text
from tests.tables import each_row

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


@each_row()
def test_what_the_case_rests_on(sentence: str, expected: list[str]) -> None:
    assert statutes(sentence) == expected
