"""The table that the browser's half runs too."""

import json
from pathlib import Path

import pytest

from build_scripts.search.expressions import (
    list_name_words,
    list_own_keys,
    list_ranking_words,
    match_ranking_words,
    plan_query,
)
from build_scripts.search.query import FacetValue
from build_scripts.search.query_parser import parse_query
from build_scripts.search.reading import read_back

TABLE = json.loads((Path(__file__).parent / "query_cases.json").read_text())
VOCABULARY = {
    facet: tuple(FacetValue(**value) for value in values)
    for facet, values in TABLE["vocabulary"].items()
}


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["query"][:40])
def test_case(case):
    query = parse_query(case["query"], VOCABULARY)
    assert read_back(query) == case["read_as"]
    assert list(query.notes) == case["notes"]
    assert plan_query(query, case.get("chosen", ())) == case["plan"]
    assert list(list_own_keys(query)) == case["own_keys"]
    assert list(list_name_words(query)) == case["name_words"]
    assert match_ranking_words(list_ranking_words(query)) == case["rank_by"]
