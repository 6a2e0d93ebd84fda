"""Names in capitals are set as the order's own prose spells them."""

import pytest

from build_scripts.model.text.name_case import to_normal_case


@pytest.mark.parametrize(
    ("printed", "prose", "expected"),
    [
        ("ROE AND COMPANY", "", "Roe and Company"),
        ("CLIENT A", "Client A asks for a stay.", "Client A"),  # a pseudonym's letter
        ("A CITY OF MILLS", "", "A City of Mills"),
        ("CITY OF A PLACE", "", "City of a Place"),
        ("QVH HARBOR MLP", "It owes QVH Harbor MLP, LP (“Harbor”) rent.", "QVH Harbor MLP"),
        ("TLQ PARTNERS", "The maker (“TLQ”) moves to dismiss.", "TLQ Partners"),
        ("ROE PARTNERS", "Plaintiff ROE moves. The court GRANTS the motion.", "Roe Partners"),
    ],
)
def test_a_name_is_spelled_as_in_the_prose(printed: str, prose: str, expected: str) -> None:
    assert to_normal_case(printed, prose) == expected
