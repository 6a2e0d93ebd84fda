"""CourtListener's opinions and clusters: the best body, and the facts beside it."""

import json

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.source_text import SourceFormat, SourceText
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.service_json import read_json

ADDRESS = "http://www.courtlistener.com/api/rest/v3/opinions/1/"
PLAIN = "        ORDER\n\n    The motion of Jane Roe is denied.\n"
HTML = "<p>ORDER</p><p>The motion of Jane Roe is denied.</p>"


def read(source: object) -> SourceText:
    return read_json(json.dumps(source), "utf-8", "opinion.json")


@pytest.mark.parametrize(
    ("fields", "laid_out"),
    [
        ({"html_with_citations": HTML, "plain_text": PLAIN}, False),
        ({"html_with_citations": "", "html": None, "plain_text": PLAIN}, True),
        # a stub does not hide the whole text
        ({"html_with_citations": "<p>Order</p>", "plain_text": PLAIN}, True),
        # a converter's usage message does not hide it either
        ({"html": HTML * 3, "plain_text": "Usage: convert"}, False),
        ({"html_with_citations": f"<pre class='inline'>{PLAIN}</pre>"}, True),
        ({"html_with_citations": 7, "xml_harvard": f"<opinion>{HTML}</opinion>"}, False),
    ],
)
def test_the_best_body_is_read(fields: dict[str, object], laid_out: bool) -> None:
    source = read({"resource_uri": ADDRESS, **fields})
    assert source.format is SourceFormat.COURTLISTENER
    assert source.laid_out is laid_out
    assert "The motion of Jane Roe is denied." in clean_order(source).text


def test_facts_of_a_cluster_and_its_docket() -> None:
    facts = read(
        {
            "plain_text": PLAIN,
            "author_str": "",
            "cluster": {
                "case_name": "Roe v. Doe",
                "date_filed": "2010-06-09",
                "judges": "Calder, Wynn",
                "citations": [
                    {"volume": 1, "reporter": "F.4th", "page": "2", "type": 1},
                    {"volume": None, "reporter": "WL", "page": "3"},
                ],
                "docket": {
                    "docket_number": "5:17-cv-02540",
                    "court": "https://www.courtlistener.com/api/rest/v4/courts/cand/",
                },
            },
        }
    ).external
    assert facts.case_name == "Roe v. Doe"
    assert facts.date == "2010-06-09"
    assert facts.judges == ("Calder", "Wynn")
    assert facts.citations == ("1 F.4th 2",)
    assert facts.docket_numbers == ("5:17-cv-02540",)
    assert facts.court_id == "cand"


def test_the_slug_is_no_case_name() -> None:
    source = read(
        {"plain_text": PLAIN, "absolute_url": "/opinion/1/roe-v-doe/", "cluster": ADDRESS}
    )
    assert source.external.case_name == ""


def test_a_clusters_opinions_stand_below_their_types() -> None:
    source = read(
        {
            "case_name": "Roe v. Doe",
            "sub_opinions": [
                {
                    "type": "020lead",
                    "html": '<p>We <span class="star-pagination">*5</span> affirm.</p>',
                },
                {"type": "040dissent", "html": "<p>I dissent.</p>"},
                {"type": "030concurrence", "html": None},
            ],
        }
    )
    assert [b.text for b in clean_order(source).blocks] == ["We affirm.", "DISSENT", "I dissent."]
    assert source.external.case_name == "Roe v. Doe"


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


def test_a_clusters_own_opinion_stands_first_and_the_others_begin_parts() -> None:
    opinions = [
        {"type": "040dissent", "html": "<p>I dissent.</p>"},
        {"type": "020lead", "html": "<p>We affirm.</p>"},
    ]
    source = read({"sub_opinions": opinions})
    lines = [line for page in source.pages for line in page.lines if line.text]
    assert [(line.text, line.part) for line in lines] == [
        ("We affirm.", ""),
        ("DISSENT", "dissent"),
        ("I dissent.", ""),
    ]


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


def test_a_reports_pages_run_on_through_all_opinions() -> None:
    """A dissent that begins on the page where the lead opinion ends keeps its printed numbers."""
    star = '<span class="star-pagination">*{}</span>'.format
    source = read(
        {
            "sub_opinions": [
                {"type": "020lead", "html": f"<p>We {star(5)} affirm {star(6)} the order.</p>"},
                {"type": "040dissent", "html": f"<p>I dissent {star(7)} in part.</p>"},
                {"type": "030concurrence", "html": "<p>I concur.</p>"},
            ],
        }
    )
    pages = [
        (page.number, [line.text for line in page.lines if line.text]) for page in source.pages
    ]
    assert pages == [
        (4, ["We"]),
        (5, ["affirm"]),
        (6, ["the order.", "DISSENT", "I dissent"]),
        (7, ["in part.", "CONCURRENCE", "I concur."]),
    ]
    clean_order(source)


def test_opinions_set_as_papers_of_their_own_begin_a_page() -> None:
    opinions = [
        {"type": "020lead", "plain_text": PLAIN + "\f" + PLAIN},
        {"type": "040dissent", "plain_text": PLAIN},
    ]
    assert [page.number for page in read({"sub_opinions": opinions}).pages] == [1, 2, 3]
