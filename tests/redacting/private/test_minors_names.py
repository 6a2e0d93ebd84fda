"""Full names that a word beside them says to be a minor's."""

from build_scripts.redacting.private.minors_names import MINORS_NAMES
from tests.redacting.private.found import list_found
from tests.tables import each_row


@each_row()
def test_minors_names(text: str, words: list[str], why: str) -> None:
    assert list_found(MINORS_NAMES, text) == words, why
