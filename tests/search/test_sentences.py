import json

import pytest

from build_scripts.search.sentences import cut_sentences
from tests.shared import ROOT

# The browser's half is asked the same: search_ui/query.test.js.
CASES = json.loads((ROOT / "tests/search/sentence_cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_sentences(case):
    assert list(cut_sentences(case["text"])) == case["sentences"]
    assert " ".join(case["sentences"]) == case["text"]
