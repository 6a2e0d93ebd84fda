"""Searches made of pieces that mean something, at random: both halves must read them alike."""

import json
import random
import shutil
import subprocess

import pytest

from build_scripts.search.expressions import (
    list_ranking_words,
    match_ranking_words,
    plan_names,
    plan_query,
)
from build_scripts.search.query_parser import parse_query
from build_scripts.search.reading import read_back
from tests.search.test_query_cases import TABLE, VOCABULARY
from tests.shared import ROOT

pytestmark = pytest.mark.slow

PIECES = (
    *"good cause discovery the of v vs naïve İstanbul Ωmega straße ſtay 訴訟 Réal ½ x² zzall".split(),
    *("AND", "OR", "NOT", "&", "|", "-", "(", ")", '"', "“", "”", "’s", "'", "*", "!", "§", "¶"),
    *("/5", "/s", "/p", "w/10", "/0", "/999", "cited by here", "cited:here", "\u00a0", "\ufeff", "\t"),
    *("+5", "+s", "+p", "+0", "+999", "+5%", "atleast2(", "ATLEAST0(", "atleast999(x)", "atleast2"),
    *("outcome:", "has:", "outcome:granted", 'outcome:"granted in part"', "has:table", "has:(dissents"),
    *("judge:", "court:", "case:", "title:", "cites:", "docket:", "disposition:", "motion:"),
    *("before:", "after:", "year:", "2024", "2023-02-29", "0001", "2020-2024", "5/31/2024", "9999"),
    *("17-cv-2540", "C 17-02540 HRL", "433 F.3d 1199", "28 U.S.C. § 1404(a)", "Rule 12(b)(6)"),
    *("us", "U.S.", "v.", "in re", "Int'l", "Corp.", "association", "state", "ex parte", "O'Brien"),
    *("fifth circuit", "(5th Cir. 1999)", "ny court of appeals", "sdny", "N.Y.", "2011", "(1944)"),
    *("granted", "denied", "S-2780", "\u0301", "\u0345", "\u0334", "\u0901", "😀", "\x00", "non-moving"),
)  # fmt: skip
COUNT = 20_000

SCRIPT = """
import { readFileSync } from "node:fs";
await import("./search_ui/english.js");
const base = "./build_scripts/theme/assets/javascripts/search/query/";
await import("./search_ui/forms.js");
const { parseQuery } = await import(base + "query_parser.js");
const { planNames, planQuery, listRankingWords, matchRankingWords } =
  await import(base + "expressions.js");
const { readBack } = await import(base + "reading.js");
const { vocabulary, texts } = JSON.parse(readFileSync(0, "utf8"));
const read = texts.map((text) => {
  const query = parseQuery(text, vocabulary);
  const ranking = listRankingWords(query);
  const read = ranking.filter((one) => one.isRead).map((one) => one.match);
  const plans = [planQuery(query), planNames(query)];
  return [readBack(query), query.notes, plans, matchRankingWords(ranking), read];
});
process.stdout.write(JSON.stringify(read));
"""


@pytest.mark.skipif(not shutil.which("node"), reason="needs node: sh tests/install_programs.sh")
def test_both_halves_read_fuzzed_searches_alike():
    chance = random.Random(20240304)  # noqa: S311 (the same searches in every run)
    texts = [
        "".join(
            chance.choice(PIECES) + chance.choice((" ", " ", " ", "", "  "))
            for _ in range(chance.randint(1, 9))
        )
        for _ in range(COUNT)
    ]
    run = subprocess.run(
        ["node", "--input-type=module", "-e", SCRIPT],
        cwd=ROOT,
        input=json.dumps({"vocabulary": TABLE["vocabulary"], "texts": texts}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    for text, there in zip(texts, json.loads(run.stdout), strict=True):
        query = parse_query(text, VOCABULARY)
        ranking = list_ranking_words(query)
        here = [
            read_back(query),
            list(query.notes),
            [plan_query(query), plan_names(query)],
            match_ranking_words(ranking),
            [one.match for one in ranking if one.is_read],
        ]
        assert here == there, text
