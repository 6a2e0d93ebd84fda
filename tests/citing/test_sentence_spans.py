"""The sentence around a citation, as pages show it beside the order that cites."""

import pytest

from build_scripts.citing import cite_order
from tests.citing.specimens import make_order

CASES = [
    # the sentence that the citation supports, where it stands alone
    (
        (
            "Leave is refused where it would be futile. See Foman v. Davis, 371 U.S. 178, 182 (1962). "
            "The motion is denied."
        ),
        "371 U.S. 178, 182",
        "Leave is refused where it would be futile. See Foman v. Davis, 371 U.S. 178, 182 (1962).",
    ),
    # no sentence ends in a name, or in the parentheses behind a citation
    (
        (
            "The rule is old. A forum needs more under Yahoo! Inc. v. La Ligue Contre Le Racisme, "
            "433 F.3d 1199 (9th Cir. 2006) (en banc) (per curiam. See the dissent). It is so ordered."
        ),
        "433 F.3d 1199",
        (
            "A forum needs more under Yahoo! Inc. v. La Ligue Contre Le Racisme, 433 F.3d 1199 "
            "(9th Cir. 2006) (en banc) (per curiam. See the dissent)."
        ),
    ),
    # a string of citations goes back to what it supports
    (
        (
            "Contacts count. Walden v. Fiore, 571 U.S. 277 (2014). Picot v. Weston, 780 F.3d 1206 "
            "(9th Cir. 2015). More follows."
        ),
        "780 F.3d 1206",
        (
            "Contacts count. Walden v. Fiore, 571 U.S. 277 (2014). Picot v. Weston, 780 F.3d 1206 "
            "(9th Cir. 2015)."
        ),
    ),
    # never over the end of a paragraph
    (
        "The court has jurisdiction.\n\n28 U.S.C. § 1331.",
        "28 U.S.C. § 1331",
        "28 U.S.C. § 1331.",
    ),
]


@pytest.mark.parametrize(("text", "cited", "sentence"), CASES)
def test_sentence_around_a_citation(text: str, cited: str, sentence: str) -> None:
    clean = make_order(*text.split("\n\n"))
    found = next(c for c in cite_order(clean) if c.text == cited)
    assert clean.reading_text[slice(*found.sentence)] == sentence


def test_every_sentence_holds_its_citation() -> None:
    clean = make_order(*(text for text, _, _ in CASES))
    citations = cite_order(clean)
    assert len(citations) >= 5
    for one in citations:
        assert one.sentence[0] <= one.start < one.end <= one.sentence[1]
