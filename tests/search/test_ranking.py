"""By which of its words a search ranks what it finds."""

import sqlite3

from build_scripts.search.database import create_tables, finish_tables, locate_leaves
from build_scripts.search.expressions import RankingWord
from build_scripts.search.ranking import choose_short

ORDERS = 3000


def test_a_list_is_as_long_as_its_leaves():
    connection = sqlite3.connect(":memory:")
    create_tables(connection)
    rows = ((n, "motion " * 40 + ("windjammer " if n == 7 else "stay ")) for n in range(ORDERS))
    connection.executemany("INSERT INTO x(rowid, text) VALUES(?, ?)", rows)
    finish_tables(connection)
    leaves = connection.execute("SELECT count(*) FROM x_data").fetchone()[0]
    assert leaves > 5
    motion, stay, windjammer, zebra = (
        locate_leaves(connection, word) for word in ("motion", "stay", "windjammer", "zebra")
    )
    assert leaves - 4 <= len(motion) <= leaves
    assert motion[-1] <= stay[0] <= windjammer[0]
    assert len(windjammer) == 1
    assert len(zebra) == 1  # in no order


LEAVES = {
    "motion": range(1, 10),
    "stay": range(20, 22),
    "windjammer": range(30, 31),
    "zebra": range(30, 31),
    "good": range(40, 42),
    "cause": range(50, 52),
}


def choose(*asked, read=()):
    words = [RankingWord(tuple(one.split()), one, one in read) for one in asked]
    return [one.match for one in choose_short(words, LEAVES.__getitem__)]


def test_the_shortest_lists_are_chosen_as_long_as_they_are_few_leaves():
    assert choose("motion") == []
    assert choose("stay") == ["stay"]
    assert choose("motion", "stay", "windjammer") == ["windjammer"]
    assert choose("stay", "zebra", "windjammer") == ["zebra", "windjammer"]  # on one leaf
    assert choose("good cause") == []


def test_what_the_search_has_read_costs_nothing():
    assert choose("good cause", read=["good cause"]) == ["good cause"]
    assert choose("good cause", "windjammer", read=["good cause"]) == ["good cause", "windjammer"]
    asked = ("good cause", "good", "zebra")
    assert choose(*asked, read=["good cause"]) == ["good cause", "zebra", "good"]
