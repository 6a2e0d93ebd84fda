"""Twice the citations on one line make about twice the work, whatever they are."""

import pytest

from build_scripts.citing import cite_order
from tests.citing.specimens import make_order
from tests.measured_work import count_calls

pytestmark = pytest.mark.slow

_HEAD = "Calder v. Jones, 465 U.S. 783 (1984). "
_LINES = {
    "mixed": "Calder v. Jones, 465 U.S. 783, 788 (1984); Id. at 790; 28 U.S.C. § 1331; Dkt. No. 7. ",
    "back-references": "In Calder, it is. Calder, 465 U.S. at 789. Id. at 790. Calder, supra, at 5. ",
    "codes": "28 U.S.C. §§ 1331, 1332(a) and (d). Section 1331. Section 1390. Rule 12(b)(6). ",
    "parentheses": "(quoting 465 U.S. 783) (",
    "the record": "Dkt. Nos. 7, 8, 9-1. [12][13] Compl. ¶ 2. Id. ¶ 3. ",
    "dockets": "Roe v. Poe, No. 3:20-cv-01234 (N.D. Cal. Jan. 5, 2021). 2021-NCSC-57, ¶ 12. ",
}


def _count_steps(text: str) -> int:
    """Calls that citing makes; a step in a loop of its own makes some."""
    order = make_order(text)
    return count_calls(lambda: cite_order(order))


@pytest.mark.parametrize("name", _LINES)
def test_work_grows_with_the_text(name: str) -> None:
    line = _LINES[name]
    small, large = (_count_steps(_HEAD + line * (size // len(line))) for size in (8_000, 16_000))
    assert large < 2.5 * small
