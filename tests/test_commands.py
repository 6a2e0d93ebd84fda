"""The commands that tests run are forks of the tests' own process."""

import pytest
from py_mini_racer._context import context_count

from build_scripts.archive import catalogue_orders
from build_scripts.site.search_engine import open_archive_search
from tests.commands import run

pytestmark = pytest.mark.build


def test_no_engine_of_a_search_is_forked_and_the_search_answers_again() -> None:
    search = open_archive_search(catalogue_orders([]))
    assert search.find("") == []
    assert context_count()
    assert run("--version", prepare=lambda: print(context_count())).stdout.startswith("0\n")
    assert search.find("") == []
