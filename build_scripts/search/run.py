"""Execution of a search on the database."""

import operator
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial, reduce
from typing import Any

from build_scripts.search.database import locate_leaves
from build_scripts.search.excerpts import Excerpt, take_excerpts
from build_scripts.search.expressions import (
    Plan,
    drop_case,
    find_case,
    list_marked,
    list_name_words,
    list_own_keys,
    list_ranking_words,
    match_ranking_words,
    plan_names,
    plan_query,
)
from build_scripts.search.pins import NO_PINS, Pins
from build_scripts.search.query import (
    All,
    Key,
    Node,
    Phrase,
    Prefix,
    Query,
    Vocabulary,
    Word,
)
from build_scripts.search.query_parser import parse_query
from build_scripts.search.ranking import choose_short, score_name
from build_scripts.search.reading import read_back
from build_scripts.search.sql import write_select
from build_scripts.search.suggestions import loosen_nearness, suggest_words
from build_scripts.search.verification import holds_within
from build_scripts.text.deadline import check_time

_MOST_RANKED = 500
_MOST_NAMED = 200
_JOINS: dict[str, Callable[[set[int], set[int]], set[int]]] = {
    "and": operator.and_,
    "or": operator.or_,
    "not": operator.sub,
}

Blocks = Sequence[tuple[str, str]]


class Sort(StrEnum):
    """The order of results."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """A database, and functions that read the rest of it: results and texts by rank."""

    connection: sqlite3.Connection
    orders: int
    dated: int
    vocabulary: Vocabulary
    load_result: Callable[[int], dict[str, Any]]
    load_blocks: Callable[[int], Blocks]
    load_words: Callable[[], Sequence[tuple[str, int]]]
    load_pins: Callable[[int], Pins] = lambda _: NO_PINS
    kept: object = None  # objects that must live as long as the connection


@dataclass(frozen=True, slots=True)
class Hit:
    """An order that was found; `result` is its published result."""

    rank: int
    result: dict[str, Any]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The interpretation of a search, the number of orders found, the first of them, and advice."""

    read_as: str
    notes: tuple[str, ...]
    total: int
    hits: tuple[Hit, ...]
    did_you_mean: str  # the search with other words, "" if there is no suggestion


def run_search(
    index: SearchIndex,
    text: str,
    limit: int = 10,
    sort: Sort = Sort.RELEVANCE,
    chosen: Sequence[str] = (),
) -> Answer:
    """Run a search: every text has an answer. `chosen` are tokens of facets."""
    query = parse_query(text, index.vocabulary)
    ranks = find_ranks(index, plan_query(query, chosen))
    if not ranks and (numbered := drop_case(query)):
        query = numbered
        ranks = find_ranks(index, plan_query(query, chosen))
    ordered = _sort_ranks(index, query, ranks, sort)
    marked = list_marked(query)
    hits = tuple(
        Hit(rank, index.load_result(rank), take_excerpts(index.load_blocks(rank), marked))
        for rank in ordered[:limit]
    )
    meant = "" if ranks else _correct_words(index, query, text)
    return Answer(read_back(query), query.notes, len(ranks), hits, meant)


def find_ranks(index: SearchIndex, plan: Plan) -> list[int]:
    """Return the ranks of every order that a plan finds, ascending; exact."""
    if not _needs_texts(plan):
        sql, parameters = write_select(plan)
        return sorted(row[0] for row in index.connection.execute(sql, parameters))
    return sorted(_evaluate(index, plan))


def _needs_texts(plan: Plan) -> bool:
    (kind, value), *_ = plan.items()
    return kind == "within" or (kind in _JOINS and any(_needs_texts(part) for part in value))


def _evaluate(index: SearchIndex, plan: Plan) -> set[int]:
    (kind, value), *_ = plan.items()
    if kind == "within":
        candidates = find_ranks(index, {"and": plan["of"]})
        return {r for r in candidates if holds_within(plan, _list_texts(index, r))}
    if not _needs_texts(plan):
        return set(find_ranks(index, plan))
    return reduce(_JOINS[kind], (_evaluate(index, part) for part in value))


def _list_texts(index: SearchIndex, rank: int) -> list[str]:
    check_time()
    return [text for _, text in index.load_blocks(rank)]


def _sort_ranks(index: SearchIndex, query: Query, ranks: list[int], sort: Sort) -> list[int]:
    if sort is Sort.NEWEST:
        return ranks
    if sort is Sort.OLDEST:
        dated = [rank for rank in ranks if rank < index.dated]
        return [*reversed(dated), *(rank for rank in ranks if rank >= index.dated)]
    known = _find_known(index, query, set(ranks))
    rest = _rank_by_words(index, query, [rank for rank in ranks if rank not in known])
    return [*known, *rest]


def _find_known(index: SearchIndex, query: Query, found: set[int]) -> dict[int, None]:
    """Return the orders that the search names, best first."""
    known: dict[int, None] = {}
    for key in list_own_keys(query):
        for rank in find_ranks(index, {"n": f'"{key}"'}):
            if rank in found:
                known[rank] = None
    if names := plan_names(query):
        words = list_name_words(query)
        ranks = find_ranks(index, names)[:_MOST_NAMED]
        scored = [(-_score(index, rank, words), rank) for rank in ranks if rank in found]
        known |= dict.fromkeys(rank for _, rank in sorted(scored))
    return known


def _score(index: SearchIndex, rank: int, words: Sequence[str]) -> float:
    sql = "SELECT name, title FROM o WHERE rank = ?"
    name, title = index.connection.execute(sql, (rank,)).fetchone()
    return score_name(words, name, title)


def _rank_by_words(index: SearchIndex, query: Query, ranks: list[int]) -> list[int]:
    if not 1 < len(ranks) <= _MOST_RANKED:
        return ranks
    asked = list_ranking_words(query)
    words = match_ranking_words(choose_short(asked, partial(locate_leaves, index.connection)))
    if not words:
        return ranks
    sql = "SELECT rowid, bm25(x, 8, 8, 4, 4, 2, 0, 1) FROM x WHERE x MATCH ?"
    scores = dict(index.connection.execute(sql, (words,)))
    return sorted(ranks, key=lambda rank: (scores.get(rank, 0.0), rank))


def _correct_words(index: SearchIndex, query: Query, text: str) -> str:
    """Return the search with its unknown words replaced by the closest known ones; if all are
    known, the search for any of them.
    """
    corrected = text
    for leaf in list_marked(query):
        words = (leaf.text,) if isinstance(leaf, Word) else getattr(leaf, "words", ())
        for word in words:
            if word.isascii() and not find_ranks(index, {"n": f'"{word}"'}):
                meant = suggest_words(word, index.load_words())
                if not meant:
                    return ""
                corrected = _replace_word(corrected, word, meant[0])
    return _widen(index, query) if corrected == text else corrected


def _widen(index: SearchIndex, query: Query) -> str:
    """Return the case alone, if no order of its name has the given court and year; a nearness in
    other forms, if that finds any; else `_join_any`.
    """
    case = find_case(query)
    if case and (case.court or case.year):
        return case.printed
    loose = loosen_nearness(query)
    if loose and find_ranks(index, plan_query(parse_query(loose, index.vocabulary))):
        return loose
    return _join_any(query)


def _join_any(query: Query) -> str:
    """Return the search for any of its words, if each is known and no order has all; else ""."""
    parts = query.root.parts if isinstance(query.root, All) else ()
    plain = all(isinstance(p, Word | Phrase | Prefix | Key) and not p.field for p in parts)
    return " OR ".join(_write_leaf(part) for part in parts) if plain else ""


def _write_leaf(leaf: Node) -> str:
    if isinstance(leaf, Phrase):
        return f'"{leaf.printed}"'
    if isinstance(leaf, Prefix):
        return f"{leaf.text}*"
    return leaf.printed if isinstance(leaf, Key) else getattr(leaf, "text", "")


def _replace_word(text: str, word: str, meant: str) -> str:
    start = text.lower().find(word)
    return text if start < 0 else f"{text[:start]}{meant}{text[start + len(word) :]}"
