"""A table's rows become one pattern a kind."""

from build_scripts.cleaning.furniture.phrases import Phrase, join_phrases

ROWS = (
    Phrase("stamp", "clerks", "FILED ‖ LODGED", "Filed", "(?-i:FILED|LODGED)"),
    Phrase("stamp", "clerks", "Received", "", "received"),
    Phrase("code", "forms", "JS-6", "JS", r"JS-\d"),
)


def test_rows_of_a_kind_are_one_pattern_with_all_examples() -> None:
    patterns = join_phrases(ROWS)
    assert list(patterns) == ["stamp", "code"]
    stamp = patterns["stamp"]
    assert stamp.accepts == ("FILED", "LODGED", "Received")
    assert all(stamp.fullmatch(text) for text in stamp.accepts)
    assert stamp.refuses == ("Filed",)
    assert not stamp.fullmatch("Filed")
