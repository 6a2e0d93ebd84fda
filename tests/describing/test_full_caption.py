from build_scripts.describing.case_name import find_case_name
from build_scripts.describing.full_caption import find_full_caption
from tests.orders_from_text import clean_text
from tests.tables import each_row

BODY = "\n\n     The motion to compel is denied, since the parties have not met about it yet.\n"


def caption(front: str) -> str | None:
    clean = clean_text((front + BODY).encode())
    claim = find_full_caption(clean, find_case_name(clean))
    return claim.value if claim else None


@each_row()
def test_the_caption_on_one_line(front: str, expected: str) -> None:
    assert caption(front) == expected


def test_no_caption() -> None:
    assert caption("UNITED STATES DISTRICT COURT\nDISTRICT OF OREGON\n\nORDER\n") is None
