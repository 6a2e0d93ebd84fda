"""Quotations of real orders: those made by rule, and lines as they are copied from the source."""

import random
import re
from collections import Counter

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.extensions.checking.answers import Match
from build_scripts.extensions.checking.finding import find_quotation
from build_scripts.model.archive import Archive
from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import ArchiveError
from build_scripts.site.search_engine import SearchEngine, open_archive_search
from tests.made_once import Convert
from tests.shared import SHARED, list_text_orders, needs_shared
from tools.made_quotations import make_quotations

pytestmark = needs_shared

_NUMBERED = re.compile(r"\s{0,60}\d{1,2}\s{1,12}(?=\S)")


@pytest.fixture(scope="module")
def archive(convert_once: Convert) -> Archive:
    services = sorted((SHARED / "corpus" / "cap-json").glob("*.json"))
    short = [path for path in services if path.stat().st_size < 30_000][::40]
    orders = []
    for path in [*list_text_orders(), *short]:
        try:
            raw = RawOrder.from_bytes(f"{path.parent.name}/{path.name}", path.read_bytes())
            orders.append(convert_once(raw))
        except ArchiveError:
            continue
    return catalogue_orders(orders)


@pytest.fixture(scope="module")
def real(archive: Archive) -> SearchEngine:
    return open_archive_search(archive)


def test_quotations_made_by_rule_are_answered_rightly(archive: Archive, real: SearchEngine) -> None:
    made = make_quotations(archive, size=120)
    answered = [(one, find_quotation(real, one.text)) for one in made]
    wrong = [one for one, answer in answered if not one.is_right(answer)]
    assert len(made) >= 100
    assert len(wrong) <= len(made) // 100, wrong
    false = {"altered", "invented"}
    assert not any(a.match is Match.EXACT for one, a in answered if one.kind in false)


def test_lines_copied_from_pleading_paper_with_their_numbers_are_found(
    real: SearchEngine,
) -> None:
    chance = random.Random(21)  # noqa: S311 (a sample, no secret)
    answers: Counter[Match] = Counter()
    for path in list_text_orders():
        lines = [line for line in path.read_text("utf-8", "replace").split("\n") if line.strip()]
        places = [
            at
            for at in range(len(lines) - 1)
            if all(_NUMBERED.match(line) and len(line.split()) > 8 for line in lines[at : at + 2])
        ]
        for at in chance.sample(places, min(4, len(places))):
            copied = "\n".join(lines[at : at + 2])
            answers[find_quotation(real, copied).match] += 1
    assert sum(answers.values()) >= 20
    assert answers[Match.EXACT] >= 0.9 * sum(answers.values())
