"""A word of a megabyte holds no citation, and takes no minutes; nor do thousands of initials."""

import pytest

from build_scripts.citing import cite_order
from build_scripts.citing.long_words import LONGEST, blank_long_words
from build_scripts.model.citation import Citation
from tests.citing.specimens import make_order
from tests.measured_work import MOST_GROWTH, measure_growth

pytestmark = pytest.mark.slow


def test_only_long_words_are_blanked_and_nothing_moves() -> None:
    text = f"See 433 F.3d 1199. {'x' * LONGEST} {'&' * (LONGEST + 1)}\nId."
    blanked = blank_long_words(text)
    assert blanked == text.replace("&", " ")


@pytest.mark.parametrize("unit", ["&", "a", "-", "1-", "(", ".", "A. "])
def test_work_does_not_grow_with_the_square_of_a_word(unit: str) -> None:
    def cite(size: int) -> tuple[Citation, ...]:
        text = f"See Roe v. Doe, 433 F.3d 1199 (9th Cir. 2006). {unit * size} See 28 U.S.C. § 1331."
        return cite_order(make_order(text))

    assert measure_growth(cite, 2_000) < MOST_GROWTH
    found = [citation.normal_form for citation in cite(16_000)]
    assert found == ["433 F.3d 1199", "28 U.S.C. § 1331"]
