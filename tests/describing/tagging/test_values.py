"""Values from tagged pieces: the shipped model on five made-up first pages."""

import pytest

from build_scripts.describing.tagging import read_again
from build_scripts.describing.tagging.decoder import load_models, make_model
from build_scripts.describing.tagging.features import list_features
from build_scripts.describing.tagging.segments import list_segments
from build_scripts.describing.tagging.values import locate
from tests.citing.specimens import make_order
from tests.describing.tagging.specimens import PAGES, make_pages
from tests.tables import each_row


def test_columns_of_a_caption_are_pieces_that_know_their_neighbours() -> None:
    segments = list_segments(make_pages(PAGES[0]))
    texts = [each.text for each in segments]
    party = texts.index("PELLWORTH INDUSTRIES, INC.,")
    assert texts[party + 1] == "Case No. 5:21-cv-01234-ABC"
    assert segments[segments[party].below].text == "v."
    assert segments[segments[party + 1].below].text == "ORDER GRANTING MOTION TO DISMISS"


def test_features_are_the_same_each_time() -> None:
    segments = list_segments(make_pages(PAGES[1]))
    assert list_features(segments) == list_features(segments)


@each_row()
def test_values(number: int, field: str, expected: object) -> None:
    lines = [line for line in PAGES[number].split("\n") if line.strip()]
    reading = read_again(make_pages(PAGES[number]), make_order(*lines))
    assert reading.claims[field].value == expected


@pytest.mark.parametrize(("number", "expected"), [(0, "Ada Merriweather"), (3, "Percival Dunmore")])
def test_the_likeliest_judge_is_read(number: int, expected: str) -> None:
    lines = [line for line in PAGES[number].split("\n") if line.strip()]
    reading = read_again(make_pages(PAGES[number]), make_order(*lines))
    assert reading.claims["judges"].value.name == expected


def test_a_clerk_who_signs_is_no_judge() -> None:
    """The model takes each line for a judge's; the next says whose it is."""
    sure = make_model(
        {"labels": ["DATE", "JUDGE", "O"], "steps": {}, "features": {"JUDGE": {"capitals": 9}}}
    )
    models = {**load_models(), "signature": sure}
    for office, read in (("Clerk of Court", False), ("District Judge", True)):
        pages = make_pages(f"Filed in May.\nADA MERRIWEATHER\n{office}")
        claims = read_again(pages, make_order("Filed in May."), models=models).claims
        assert ("judges" in claims) is read


def test_words_are_located_whatever_parts_them() -> None:
    text = "In the matter of ROE  INDUSTRIES,\nINC., the motion is denied."
    span = locate(text, "ROE INDUSTRIES, INC.,")
    assert span
    assert text[span.start : span.end] == "ROE  INDUSTRIES,\nINC"
    assert locate(text, "DOE") is None
