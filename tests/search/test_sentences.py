import pytest

from build_scripts.search.sentences import cut_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The motion is denied. It is late.", ["The motion is denied.", "It is late."]),
        ("See Larkspur v. Does, No. 7. Id. at 3.", ["See Larkspur v. Does, No. 7.", "Id. at 3."]),
        (
            "Fed. R. Civ. P. 26(d) says so. So be it!",
            ["Fed. R. Civ. P. 26(d) says so.", "So be it!"],
        ),
        ("“It is moot.” The Court agrees.", ["“It is moot.”", "The Court agrees."]),
        ("Why? Because. (See above.) Done", ["Why?", "Because.", "(See above.)", "Done"]),
        ("1.5 percent. 2 days", ["1.5 percent.", "2 days"]),
        ("", [""]),
    ],
)
def test_sentences(text, sentences):
    assert list(cut_sentences(text)) == sentences
    assert " ".join(sentences) == text
