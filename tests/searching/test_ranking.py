"""By which of its words a search ranks what it finds."""

import sqlite3

from build_scripts.searching.database import count_leaves, create_tables, finish_tables
from build_scripts.searching.ranking import choose_short

ORDERS = 3000


def test_a_list_is_as_long_as_its_leaves():
    connection = sqlite3.connect(":memory:")
    create_tables(connection)
    rows = ((n, "motion " * 40 + ("windjammer " if n == 7 else "stay ")) for n in range(ORDERS))
    connection.executemany("INSERT INTO x(rowid, text) VALUES(?, ?)", rows)
    finish_tables(connection)
    leaves = connection.execute("SELECT count(*) FROM x_data").fetchone()[0]
    assert leaves > 5
    assert leaves - 4 <= count_leaves(connection, "motion") <= leaves
    assert count_leaves(connection, "windjammer") == 1
    assert count_leaves(connection, "zebra") == 1  # in no order


def test_the_shortest_lists_are_chosen_as_long_as_they_are_few_leaves():
    leaves = {"motion": 9, "stay": 3, "windjammer": 1, "good": 2, "cause": 2}
    asked = [((word,), word) for word in ("motion", "stay", "windjammer")]
    phrase = (("good", "cause"), "good cause")
    assert choose_short(asked, leaves.__getitem__) == [asked[2], asked[1]]
    assert choose_short([asked[0]], leaves.__getitem__) == []
    assert choose_short([phrase, asked[1]], leaves.__getitem__) == [asked[1]]
    assert choose_short([phrase], leaves.__getitem__) == [phrase]
