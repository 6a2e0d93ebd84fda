"""The commands that tests run are forks of the tests' own process."""

import pytest
from py_mini_racer._context import context_count

from build_scripts.__main__ import COMMANDS, list_options, load_command
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


def test_each_option_that_takes_a_value_says_what_it_is() -> None:
    options = [(name, one) for name in COMMANDS for one in list_options(load_command(name))]
    assert ("import", "--storage") in [(name, one.opts[0]) for name, one in options]
    assert [(name, one.opts[0]) for name, one in options if not one.help] == []
