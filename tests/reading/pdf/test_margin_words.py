from build_scripts.reading.external.tesseract import RecognisedWord
from build_scripts.reading.pdf.margin import join_lines


def word(text: str, line: int, block: int = 1) -> RecognisedWord:
    return RecognisedWord(
        text=text,
        confidence=90.0,
        left=0,
        top=0,
        width=10,
        height=10,
        block=block,
        paragraph=1,
        line=line,
    )


def test_words_of_a_recognised_line_are_one_text() -> None:
    words = (word("United", 1), word("States", 1), word("Northern", 2), word("District", 1, 2))
    assert join_lines(words) == ["United States", "Northern", "District"]
    assert join_lines(()) == []
