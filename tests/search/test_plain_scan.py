"""Every phrase, boolean and field search finds exactly what reading every text finds."""

import pytest

from tests.search.plain_scan import answer, list_searches, scan_records

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", range(3))
def test_specimens(specimens, seed):
    check(specimens, 150, seed)


def test_real_orders(real_orders):
    check(real_orders, 330, 11)


def check(searchable, count, seed):
    scanned = scan_records(searchable.records)
    found_any = 0
    for asked in list_searches(scanned, count, seed):
        found = searchable.engine.find(asked.query)
        assert found == answer(asked, scanned), asked.query
        found_any += 0 < len(found) < len(scanned)
    assert found_any > count / 2  # searches that find everything or nothing prove little
