from build_scripts.model.law.caption_noise import blank_noise, is_noise_line, mark_noise
from tests.tables import each_row


@each_row()
def test_noise_is_no_name(text: str, kept: str) -> None:
    assert " ".join(blank_noise(text).split()) == kept
    assert len(mark_noise(text)) == len(text)


@each_row()
def test_lines_without_names(line: str, noise: bool) -> None:
    assert is_noise_line(mark_noise(line)) is noise
