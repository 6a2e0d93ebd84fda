from build_scripts.model.text.sentences import split_sentences
from tests.tables import each_row


@each_row()
def test_split_sentences(text: str, expected: list[str]) -> None:
    sentences = split_sentences(text)
    assert [each.text for each in sentences] == expected
    assert all(text[each.start : each.end] == each.text for each in sentences)
