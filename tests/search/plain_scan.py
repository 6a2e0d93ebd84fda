"""What searches must find, by reading every text: slow, and without any index.

Searches are made from the texts themselves, as a tree that this module both writes as a reader
would type it and answers on its own; the parser has no part in the answer.
"""

import random
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from build_scripts.search.recognised import is_common_word
from build_scripts.search.records import SearchRecord

Test = Callable[["Scanned"], bool]


@dataclass(frozen=True)
class Scanned:
    """An order's words, column by column."""

    record: SearchRecord
    columns: tuple[tuple[str, ...], ...]
    blocks: tuple[tuple[str, ...], ...]
    stems: frozenset[str]

    @cached_property
    def stem_counts(self) -> Counter[str]:
        """How often each stem stands in the order's text."""
        return Counter(map(stem, self.columns[0]))

    @cached_property
    def stemmed_blocks(self) -> list[list[str]]:
        """Its paragraphs, stem by stem."""
        return [list(map(stem, block)) for block in self.blocks]


@dataclass(frozen=True)
class Asked:
    query: str
    test: Test


def scan_records(records: list[SearchRecord]) -> list[Scanned]:
    return [_scan(record) for record in records]


def _scan(record: SearchRecord) -> Scanned:
    name = " ; ".join(filter(None, (record.case_name, *record.parties)))
    judge = " ; ".join(dict.fromkeys((*record.judges, *record.other_judge_names)))
    court = f"{record.court_id} {record.court_name} {record.court_short}"
    texts = (record.text, record.title, name, " ".join(record.dockets), judge, court)
    columns = tuple(tuple(cut_words(text)) for text in texts)
    stems = frozenset(stem(word) for column in columns for word in column)
    blocks = tuple(tuple(cut_words(text)) for _, text in record.blocks)
    return Scanned(record, columns, blocks, stems)


def cut_words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.findall(r"[^\W_]+", plain)


@cache
def stem(word: str) -> str:
    """Porter's stem: of SQLite's own tokenizer, since the rule is Porter's and not ours."""
    connection = _stemmer()
    connection.execute("DELETE FROM one")
    connection.execute("INSERT INTO one VALUES(?)", (word,))
    found = connection.execute("SELECT term FROM seen").fetchone()
    return found[0] if found else word


@cache
def _stemmer() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE one USING fts5(t, tokenize='porter unicode61')")
    connection.execute("CREATE VIRTUAL TABLE seen USING fts5vocab(one, row)")
    return connection


def list_searches(scanned: list[Scanned], count: int, seed: int) -> Iterator[Asked]:
    """Yield searches of every kind, made of words that stand in the texts."""
    chance = random.Random(seed)  # noqa: S311
    kinds = [
        _word,
        _phrase,
        _both,
        _either,
        _without,
        _near,
        _prefix,
        _field,
        _dates,
        _mixed,
        _paragraph,
        _ordered,
        _often,
    ]
    for number in range(count):
        yield kinds[number % len(kinds)](scanned, chance)


def answer(asked: Asked, scanned: list[Scanned]) -> list[int]:
    return [one.record.rank for one in scanned if asked.test(one)]


def _pick(scanned: list[Scanned], chance: random.Random) -> str:
    while True:
        one = chance.choice(scanned)
        word = chance.choice(one.columns[0] or ("court",))
        plain = re.fullmatch("(?!zz|vs$|rule$)[a-z]{2,}", word)
        if plain and not is_common_word(word):
            return word


def _word(scanned, chance):
    word = _pick(scanned, chance)
    return Asked(word, lambda one: stem(word) in one.stems)


def _phrase(scanned, chance):
    one = chance.choice([s for s in scanned if len(s.columns[0]) > 20])
    start = chance.randrange(len(one.columns[0]) - 6)
    words = one.columns[0][start : start + chance.randint(2, 6)]
    signs = chance.choice((" ", ". ", ", ", " § ", "-"))
    return Asked(f'"{signs.join(words)}"', lambda one: any(_holds(c, words) for c in one.columns))


def _holds(column, words):
    return any(column[at : at + len(words)] == tuple(words) for at in _places(column, words[0]))


def _places(column, word):
    return _list_places(column).get(word, ())


@cache
def _list_places(column: tuple[str, ...]) -> dict[str, list[int]]:
    """At which places of a column each of its words stands."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(column):
        places.setdefault(word, []).append(at)
    return places


def _both(scanned, chance):
    parts = [_word(scanned, chance) for _ in range(chance.randint(2, 3))]
    joint = chance.choice((" ", " AND ", " & "))
    return Asked(joint.join(p.query for p in parts), lambda one: all(p.test(one) for p in parts))


def _either(scanned, chance):
    parts = [chance.choice((_word, _phrase))(scanned, chance) for _ in range(2)]
    return Asked(" OR ".join(p.query for p in parts), lambda one: any(p.test(one) for p in parts))


def _without(scanned, chance):
    left, right = _either(scanned, chance), chance.choice((_word, _phrase))(scanned, chance)
    joint = chance.choice((" NOT ", " -", " AND NOT "))
    return Asked(f"{left.query}{joint}{right.query}", lambda o: left.test(o) and not right.test(o))


def _near(scanned, chance):
    one = chance.choice([s for s in scanned if len(s.columns[0]) > 60])
    start = chance.randrange(len(one.columns[0]) - 40)
    window = [
        w
        for w in one.columns[0][start : start + 30]
        if re.fullmatch("[a-z]{3,}", w) and w != "rule"
    ]
    left, right = (chance.choice(window or ["court"]) for _ in range(2))
    reach = chance.choice((1, 2, 3, 5, 10, 25))

    def test(one):
        return any(
            0 < abs(a - b) <= reach
            for column in one.columns
            for a in _places(column, left)
            for b in _places(column, right)
        )

    if left == right:
        return _word(scanned, chance)
    return Asked(f"{left} /{reach} {right}", test)


def _prefix(scanned, chance):
    start = _pick(scanned, chance)[: chance.randint(3, 6)]
    if len(start) < 3:
        return _word(scanned, chance)
    sign = chance.choice("*!")
    return Asked(
        start + sign,
        lambda one: any(
            w.startswith(start) for column in one.columns for w in _list_places(column)
        ),
    )


def _field(scanned, chance):
    one = chance.choice(scanned)
    place, field = chance.choice(((1, "title"), (2, "case"), (4, "judge"), (5, "court")))
    words = [w for w in one.columns[place] if w.isascii() and w.isalpha() and w != "vs"]
    if not words:
        return _word(scanned, chance)
    word = chance.choice(words)
    return Asked(f"{field}:{word}", lambda other: word in other.columns[place])


def _dates(scanned, chance):
    dated = [s.record.date for s in scanned if s.record.date]
    day = chance.choice(dated)
    part = chance.choice((day, day[:7], day[:4]))
    field = chance.choice(("before", "after", "year"))
    tests = {
        "before": lambda d: d[: len(part)] < part,
        "after": lambda d: d[: len(part)] > part,
        "year": lambda d: d[: len(part)] == part,
    }
    return Asked(
        f"{field}:{part}", lambda one: bool(one.record.date) and tests[field](one.record.date)
    )


def _mixed(scanned, chance):
    left, right = (
        chance.choice((_either, _near, _dates, _field))(scanned, chance) for _ in range(2)
    )
    nested = Asked(f"({left.query}) ({right.query})", lambda o: left.test(o) and right.test(o))
    third = _without(scanned, chance)
    return Asked(f"({nested.query}) OR ({third.query})", lambda o: nested.test(o) or third.test(o))


def _paragraph(scanned, chance):
    left, right = _pick(scanned, chance), _pick(scanned, chance)

    def test(one):
        return any(stem(left) in block and stem(right) in block for block in one.stemmed_blocks)

    return Asked(f"{left} /p {right}", test)


def _ordered(scanned, chance):
    one = chance.choice([s for s in scanned if len(s.columns[0]) > 60])
    start = chance.randrange(len(one.columns[0]) - 40)
    window = one.columns[0][start : start + 30]
    words = [w for w in window if re.fullmatch("[a-z]{3,}", w) and w not in ("rule", "vs")]
    left, right = (chance.choice(words or ["court"]) for _ in range(2))
    reach = chance.choice((1, 2, 5, 25, "p"))

    def test(one):
        if reach == "p":
            return any(
                stem(left) in block and stem(right) in block[block.index(stem(left)) + 1 :]
                for block in one.stemmed_blocks
            )
        text = one.columns[0]
        return any(0 < b - a <= reach for a in _places(text, left) for b in _places(text, right))

    return Asked(f"{left} +{reach} {right}", test)


def _often(scanned, chance):
    word, times = _pick(scanned, chance), chance.randint(1, 6)
    return Asked(f"atleast{times}({word})", lambda one: one.stem_counts[stem(word)] >= times)
