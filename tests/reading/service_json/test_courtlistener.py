"""CourtListener's opinions and clusters: the best body, and the facts beside it."""

import json

import pytest

from build_scripts.model.source_text import SourceText
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.service_json import read_json

ADDRESS = "http://www.courtlistener.com/api/rest/v3/opinions/1/"
PLAIN = "        ORDER\n\n    The motion of Jane Roe is denied.\n"


def read(source: object) -> SourceText:
    return read_json(json.dumps(source), "utf-8", "opinion.json")


@pytest.mark.parametrize(
    "source",
    [
        {"resource_uri": ADDRESS},
        {"sub_opinions": [ADDRESS], "case_name": "Roe v. Doe"},
        {"docket_number": "1", "docket_entries": []},
        {"html": "", "plain_text": None},
    ],
)
def test_an_object_without_text_is_refused(source: object) -> None:
    with pytest.raises(UnreadableOrderError, match="holds no opinion's text"):
        read(source)


def test_lone_surrogates_become_replacement_characters_in_every_field() -> None:
    """JSON can write half a pair, which no page can hold; whole pairs are characters."""
    source = read(
        {
            "plain_text": PLAIN + "\ud800 \U0001d11e",
            "cluster": {"citations": [{"volume": "\udfff", "reporter": "F.3d", "page": "2"}]},
        }
    )
    assert source.external.citations == ("\ufffd F.3d 2",)
    assert "\ufffd \U0001d11e" in source.decoded
