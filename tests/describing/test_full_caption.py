import pytest

from build_scripts.describing.case_name import find_case_name
from build_scripts.describing.full_caption import find_full_caption
from tests.orders_from_text import clean_text

BODY = "\n\n     The motion to compel is denied, since the parties have not met about it yet.\n"


def caption(front: str) -> str | None:
    clean = clean_text((front + BODY).encode())
    claim = find_full_caption(clean, find_case_name(clean))
    return claim.value if claim else None


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

LARKSPUR ROBOTICS, INC.,
          Plaintiff,
     v.
DOES 1-8,
          Defendants.
""",
            "LARKSPUR ROBOTICS, INC., Plaintiff, v. DOES 1-8, Defendants.",
        ),
        (
            """UNITED STATES COURT OF APPEALS
FOR THE FIRST CIRCUIT

JANE ROE,

Plaintiff, Appellant,

v.

DOE MILLS, INC., ET AL.,

Defendants, Appellees.
""",
            "JANE ROE, Plaintiff, Appellant, v. DOE MILLS, INC., ET AL., Defendants, Appellees.",
        ),
    ],
)
def test_the_caption_on_one_line(front: str, expected: str) -> None:
    assert caption(front) == expected


def test_no_caption() -> None:
    assert caption("UNITED STATES DISTRICT COURT\nDISTRICT OF OREGON\n\nORDER\n") is None
