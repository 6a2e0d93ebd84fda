from build_scripts.model.law.caption_noise import (
    blank_noise,
    is_noise_line,
    mark_column,
    mark_noise,
)
from tests.tables import each_row


@each_row()
def test_noise_is_no_name(text: str, kept: str) -> None:
    assert " ".join(blank_noise(text).split()) == kept
    assert len(mark_noise(text)) == len(text)


@each_row()
def test_lines_without_names(line: str, noise: bool) -> None:
    assert is_noise_line(mark_noise(line)) is noise


def test_what_stands_right_of_a_rule_is_another_column() -> None:
    lines = ["JANE ROE, ) Appeal from the", ") Circuit Court", "Plaintiff, ) Kings County"]
    marked = [line.replace("\x00", "") for line in mark_column(lines)]
    assert [line.strip() for line in marked] == ["JANE ROE,", "", "Plaintiff,"]
    assert mark_column(lines[:2]) == lines[:2]  # two rules draw no column
