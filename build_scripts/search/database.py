"""The database of a search: written once per build, read by every search. docs/search_format.md."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from build_scripts.search.case_names import (
    court_token,
    fold_words,
    list_initials,
    name_token,
    shorten_name,
)
from build_scripts.search.records import SearchRecord

LoadPage = Callable[[int], bytes]
"""Returns a page by its number, from 1."""

_INNER = (2, 5)  # of an index, of a table


def list_hot_pages(
    connection: sqlite3.Connection, load: LoadPage
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the pages for every search, and those that only phrases and nearness need.

    Hot are all inner pages, FTS5's lists of the first term of each leaf (`…_idx`), its settings,
    and the first leaf of its data, which records the layout of its pieces and nothing else.
    """
    roots = connection.execute(
        "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY rootpage"
    ).fetchall()
    common: set[int] = {1}
    phrases: set[int] = set()
    for name, root in roots:
        inner, leaves = _walk(root, load)
        wanted = {root, *inner}
        if name.endswith(("_data", "_idx", "_config")):
            wanted |= set(leaves[:1] if name.endswith("_data") else leaves)
        (phrases if name.startswith("x_") else common).update(wanted)
    return tuple(sorted(common)), tuple(sorted(phrases - common))


def _walk(root: int, load: LoadPage) -> tuple[list[int], list[int]]:
    """Return inner pages and leaves of a tree, leaves from left to right."""
    inner, level = [], [root]
    while level:
        children = [child for number in level for child in _iter_children(number, load(number))]
        if not children:
            break
        inner += level
        level = children
    return inner, level


def _iter_children(number: int, page: bytes) -> Iterator[int]:
    head = 100 if number == 1 else 0
    if page[head] not in _INNER:
        return
    cells = int.from_bytes(page[head + 3 : head + 5])
    for cell in range(cells):
        place = head + 12 + 2 * cell
        start = int.from_bytes(page[place : place + 2])
        yield int.from_bytes(page[start : start + 4])
    yield int.from_bytes(page[head + 8 : head + 12])


PAGE_SIZE = 32768
"""Bytes of a page, and of the file that contains it."""

_LEAF = 32500
"""Bytes of a leaf of FTS5's own: it fits into a page without spilling."""

_SPACER = 2 * (PAGE_SIZE - _LEAF)
"""Bytes of a row without meaning, after those by which FTS5 finds its lists: a leaf does not fit
into their page any more, so that every search reads a page of 100 bytes instead of 20 KB.
"""
_SPACER_ROW = 11  # FTS5's own are 1 and 10, leaves begin far above

_WORDS_KEPT = 20_000

_SCHEMA = """
CREATE VIRTUAL TABLE x USING fts5(title, name, docket, judge, court, cites, text, content='',
  columnsize=0, detail=full, tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE n USING fts5(words, content='',
  columnsize=0, detail=none, tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE m USING fts5(name, title, docket, judge, court, content='',
  columnsize=0, detail=full, prefix='3', tokenize="unicode61 remove_diacritics 2");
CREATE TABLE o (rank INTEGER PRIMARY KEY, name TEXT, title TEXT, docket TEXT, reported TEXT);
CREATE TABLE days (day TEXT PRIMARY KEY, first INTEGER, count INTEGER) WITHOUT ROWID;
"""


def create_tables(connection: sqlite3.Connection) -> None:
    """Create the empty tables; for a new database whose `page_size` can still be set."""
    connection.execute(f"PRAGMA page_size={PAGE_SIZE}")
    connection.execute("PRAGMA auto_vacuum=0")
    connection.executescript(_SCHEMA)
    for table in ("x", "n", "m"):
        connection.execute(f"INSERT INTO {table}({table}, rank) VALUES('pgsz', {_LEAF})")


def fill_tables(connection: sqlite3.Connection, records: Iterable[SearchRecord]) -> None:
    """Insert the records, which come in order of rank, one at a time."""
    day, first, on_day = "", 0, 0
    for record in records:
        insert_record(connection, record)
        if record.date != day:
            _insert_day(connection, day, first, on_day)
            day, first, on_day = record.date, record.rank, 0
        on_day += 1
    _insert_day(connection, day, first, on_day)
    connection.commit()


def insert_record(connection: sqlite3.Connection, record: SearchRecord) -> None:
    """Insert one order into every table but `days`."""
    docket = "; ".join(record.dockets)
    judge = "; ".join(dict.fromkeys((*record.judges, *record.other_judge_names)))
    court = "; ".join(filter(None, (record.court_id, record.court_name, record.court_short)))
    name = "; ".join(filter(None, (record.case_name, *record.parties)))
    columns = (record.title, name, docket, judge, court)
    text = record.text
    named = [*map(name_token, dict.fromkeys(_list_name_words(record)))]
    named += [court_token(record.court_id)] if record.court_id else []
    words = record.words or text  # of these the table has no places: once is enough
    connection.execute(
        "INSERT INTO x(rowid, title, name, docket, judge, court, cites, text) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        (record.rank, *columns, " zz ".join(record.cites), text),
    )
    connection.execute(
        "INSERT INTO n(rowid, words) VALUES(?, ?)",
        (record.rank, "\n".join((*columns, words, *record.tokens, *named))),
    )
    connection.execute(
        "INSERT INTO m(rowid, name, title, docket, judge, court) VALUES(?, ?, ?, ?, ?, ?)",
        (record.rank, name, record.title, docket, judge, court),
    )
    connection.execute(
        "INSERT INTO o VALUES(?, ?, ?, ?, ?)",
        (record.rank, record.case_name, record.title, docket, "; ".join(record.reported)),
    )


def _list_name_words(record: SearchRecord) -> Iterator[str]:
    for name in (record.case_name, *record.parties, record.title):
        yield from fold_words(name)
        yield from shorten_name(name)
    for name in (record.case_name, *record.parties):
        yield from list_initials(name)
    yield from record.sovereign


def _insert_day(connection: sqlite3.Connection, day: str, first: int, count: int) -> None:
    if day:
        connection.execute("INSERT INTO days VALUES(?, ?, ?)", (day, first, count))


def finish_tables(connection: sqlite3.Connection) -> None:
    """Merge each table into one piece: fewest reads, same bytes for the same records."""
    for table in ("x", "n", "m"):
        connection.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
        connection.execute(
            f"INSERT INTO {table}_data(id, block) VALUES(?, zeroblob(?))", (_SPACER_ROW, _SPACER)
        )
    connection.commit()
    connection.execute("VACUUM")


def list_words(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """Yield the 20,000 most frequent words of three letters or more, with their orders."""
    connection.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab('main', 'x', 'row')")
    try:
        yield from connection.execute(
            "SELECT term, doc FROM temp.seen WHERE length(term) BETWEEN 3 AND 30 "
            "AND term NOT GLOB '*[^a-z]*' AND substr(term, 1, 2) <> 'zz' "
            "ORDER BY doc DESC, term LIMIT ?",
            (_WORDS_KEPT,),
        )
    finally:
        connection.execute("DROP TABLE temp.seen")
