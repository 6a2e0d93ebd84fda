import datetime
from dataclasses import replace

import pytest

from build_scripts.describing import MistakeError, read_withholdings, write_withholding
from build_scripts.model.withholding import WithheldPart, Withholding, Words
from tests.tables import each_row

NEW = Withholding(
    WithheldPart.PASSAGE,
    'she said: "no" # really',
    "A. Librarian",
    datetime.date(2026, 3, 2),
    Words("12 Harrow Lane", None, 2, None),
)
DIGEST = "a" * 64


def forget_lines(withholdings: tuple[Withholding, ...]) -> list[Withholding]:
    return [replace(each, corrections_line=1) for each in withholdings]


@each_row()
def test_a_withholding_is_added_and_nothing_else_changes(text: str) -> None:
    """Read back, the file says what it said and the new; every comment is there still."""
    old = text.removeprefix("\ufeff")
    written = write_withholding(old, NEW, DIGEST)
    before = read_withholdings(old.encode())
    assert forget_lines(read_withholdings(written.encode())) == forget_lines((*before, NEW))
    for line in old.splitlines():
        _, sign, comment = line.partition("#")
        assert f"{sign}{comment}" in written
        if line and "withhold" not in line and "what" not in line:
            assert line.strip() in written
    assert (f"sha256: {DIGEST}" in written) is (not old.replace("# only a comment\n", ""))


def test_two_are_added_one_after_the_other() -> None:
    whole = Withholding(WithheldPart.ORDER, "sealed", shown=("court", "date"))
    written = write_withholding(write_withholding("", NEW, DIGEST), whole, DIGEST)
    assert forget_lines(read_withholdings(written.encode())) == [NEW, whole]


@pytest.mark.parametrize(
    "text", ["{note: x}", "withhold: order\n", "withhold:\n", "- a\n", "a: [\n"]
)
def test_what_can_not_be_added_to_is_refused(text: str) -> None:
    with pytest.raises(MistakeError):
        write_withholding(text, NEW, DIGEST)
