"""The sentence around a citation, as pages show it beside the order that cites."""

from build_scripts.citing import cite_order
from tests.citing.specimens import make_order
from tests.tables import each_row, read_rows


@each_row()
def test_sentence_around_a_citation(text: str, cited: str, sentence: str) -> None:
    clean = make_order(*text.split("\n\n"))
    found = next(c for c in cite_order(clean) if c.text == cited)
    assert clean.reading_text[slice(*found.sentence)] == sentence


def test_every_sentence_holds_its_citation() -> None:
    clean = make_order(
        *(row["text"] for row in read_rows(__file__, "test_sentence_around_a_citation"))
    )
    citations = cite_order(clean)
    assert len(citations) >= 5
    for one in citations:
        assert one.sentence[0] <= one.start < one.end <= one.sentence[1]
