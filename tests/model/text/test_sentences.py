import pytest

from build_scripts.model.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The motion is denied. The case is closed.",
            ["The motion is denied.", "The case is closed."],
        ),
        # abbreviations end no sentence
        (
            "See Dkt. No. 13. The Court grants Acme, Inc. Leave is given.",
            ["See Dkt. No. 13.", "The Court grants Acme, Inc. Leave is given."],
        ),
        # nor do words of a case's name, unless they are written out
        (
            "See Klaxon Co. v. Stentor Elec. Mfg. Co., 313 U.S. 487. It sits in Ohio. The court agrees.",
            [
                "See Klaxon Co. v. Stentor Elec. Mfg. Co., 313 U.S. 487.",
                "It sits in Ohio.",
                "The court agrees.",
            ],
        ),
        (
            "It is DENIED AS TO ALL. THE CASE IS CLOSED.",
            ["It is DENIED AS TO ALL.", "THE CASE IS CLOSED."],
        ),
        # the citation behind a sentence belongs to it
        (
            "Before the Court is a motion to dismiss. ECF No. 23. The Court denies it.",
            ["Before the Court is a motion to dismiss. ECF No. 23.", "The Court denies it."],
        ),
        # but what only begins like one is a sentence of its own
        (
            "The mill closed in May. Paper mills upstream stayed. Docket entries show it.",
            [
                "The mill closed in May.",
                "Paper mills upstream stayed.",
                "Docket entries show it.",
            ],
        ),
        (
            "The motion is denied. See also Dkt. Nos. 12, 14. (Docket Entry No. 7.)",
            ["The motion is denied. See also Dkt. Nos. 12, 14. (Docket Entry No. 7.)"],
        ),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("", []),
    ],
)
def test_split_sentences(text: str, expected: list[str]) -> None:
    sentences = split_sentences(text)
    assert [each.text for each in sentences] == expected
    assert all(text[each.start : each.end] == each.text for each in sentences)
