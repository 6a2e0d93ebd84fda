from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.search.query_parser import parse_query
from build_scripts.search.suggestions import count_edits, loosen_nearness, suggest_words

KNOWN = [
    ("discovery", 9),
    ("subpoena", 5),
    ("recovery", 4),
    ("motion", 8),
    ("notion", 8),
    ("stay", 3),
    ("say", 2),
]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("discovry", ("discovery",)),
        ("dicsovery", ("discovery",)),
        ("supoena", ("subpoena",)),
        ("otion", ("motion", "notion")),
        ("sty", ("say", "stay")),
        ("zzzzzzzz", ()),
    ],
)
def test_meant(word, meant):
    found = suggest_words(word, KNOWN)
    assert set(found) >= set(meant) if len(meant) > 1 else found == meant


def test_nearest_then_most_frequent_then_alphabet():
    assert suggest_words("cot", [("cat", 1), ("cut", 5), ("dot", 5)]) == ("cut", "dot", "cat")


def slow_edits(a, b):
    table = {}
    for i, j in product(range(len(a) + 1), range(len(b) + 1)):
        if not i or not j:
            table[i, j] = i + j
            continue
        table[i, j] = min(
            table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a[i - 1] != b[j - 1])
        )
        if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
            table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(a), len(b)]


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_edits_are_counted_as_by_the_whole_table(one, other):
    assert count_edits(one, other, 2) == min(slow_edits(one, other), 3)


@pytest.mark.parametrize(
    ("typed", "loose"),
    [
        ('"motion to dismiss" /s granted', "motion* dismiss /s grant*"),
        ('granting /p "motion to dismiss"', "grant* /p dismiss motion*"),
        ('"motion to dismiss" /10 moot', "motion* dismiss /10 moot"),
        ("motion /s granted", ""),
        ('"motion to dismiss"', ""),
        ('"to the" /s granted', ""),
    ],
)
def test_a_quotation_near_something_is_loosened(typed, loose):
    assert loosen_nearness(parse_query(typed, {})) == loose
