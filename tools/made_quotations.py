"""Quotations made by rule from an archive's orders, with what a check must answer.

`python -m tools.made_quotations MKDOCS.YML` measures in a built archive how many of 300 are
answered rightly, and how long sixty take; `--wrong` prints those that are not.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from build_scripts.api import open_archive, read_index
from build_scripts.extensions.checking.answers import Match, QuotationAnswer
from build_scripts.extensions.checking.cli.checked import open_checking
from build_scripts.extensions.checking.finding import find_quotation
from build_scripts.model.archive import Archive

SEED = 21
SIZE = 300


@dataclass(frozen=True)
class Made:
    """A quotation, how it was made, what must be answered, and the order that it is of."""

    kind: str
    text: str
    match: Match
    address: str

    def is_right(self, answer: QuotationAnswer) -> bool:
        """Whether the answer is the one, and names the order where it names all that have it."""
        if answer.match is not self.match:
            return False
        if self.match is Match.ABSENT or answer.orders > len(answer.passages):
            return True
        return any(passage.address == self.address for passage in answer.passages)


@dataclass(frozen=True)
class _Source:
    """Words of one block of an order, or of two, and where their lines end among them."""

    address: str
    words: list[str]
    line_ends: list[int]


def make_quotations(archive: Archive, size: int = SIZE, seed: int = SEED) -> list[Made]:
    """Return `size` quotations, equally many of each kind as far as the orders have such places."""
    chance = random.Random(seed)  # noqa: S311 (a sample, no secret)
    makers: list[tuple[str, Callable[[_Source, random.Random], Made | None], str]] = [
        ("exact", _quote_exactly, ""),
        ("altered", _alter, ""),
        ("ellipsis", _leave_out, ""),
        ("bracketed", _put_in_brackets, ""),
        ("across pages", _quote_exactly, "pages"),
        ("line numbers", _number_lines, ""),
        ("footnote", _quote_exactly, "notes"),
        ("invented", _invent, ""),
    ]
    made: list[Made] = []
    for number, (kind, make, where) in enumerate(makers):
        wanted = (size * (number + 1)) // len(makers) - (size * number) // len(makers)
        found = 0
        for source in _list_sources(archive, chance, where):
            if found == wanted:
                break
            one = make(source, chance)
            if one is not None:
                made.append(Made(kind, one.text, one.match, one.address))
                found += 1
    return made


def _list_sources(archive: Archive, chance: random.Random, where: str) -> Iterator[_Source]:
    for _ in range(20_000):
        archived = chance.choice(archive.orders)
        clean = archived.order.clean
        first, last = 0, len(clean.blocks)
        if where == "notes":
            first, last = last, len(clean.map.located)
        if first >= last:
            continue
        block = clean.map.located[chance.randrange(first, last)][1]
        printed = block.text
        if where == "pages":
            turns = [
                here.offset
                for before, here in pairwise(block.places)
                if here.page != before.page and 40 <= here.offset < len(printed) - 40
            ]
            if not turns:
                continue
            printed = printed[max(0, turns[0] - 120) : turns[0] + 120].partition(" ")[2]
            printed = printed.rpartition(" ")[0]
        words = printed.split()
        if sum(word.isalpha() for word in words) >= 12:
            yield _Source(archived.address, words, [])


def _take(source: _Source, chance: random.Random, least: int = 6, most: int = 60) -> list[str]:
    size = chance.randint(least, min(most, len(source.words)))
    start = chance.randrange(len(source.words) - size + 1)
    return source.words[start : start + size]


def _quote_exactly(source: _Source, chance: random.Random) -> Made | None:
    words = _take(source, chance)
    if chance.random() < 0.5:  # as word processors and readers of PDFs leave them
        words = [word.replace("“", '"').replace("”", '"').replace("’", "'") for word in words]
        at = chance.randrange(len(words))
        if len(words[at]) > 6 and words[at].isalpha():
            words[at] = f"{words[at][:3]}-\n{words[at][3:]}"
    return _keep(" ".join(words), Match.EXACT, source)


def _alter(source: _Source, chance: random.Random) -> Made | None:
    words = _take(source, chance)
    places = [at for at, word in enumerate(words) if word.isalpha() and len(word) > 2]
    if not places:
        return None
    at = chance.choice(places)
    change = chance.choice(("swap", "leave out", "add"))
    others = [word for word in source.words if word.isalpha() and word.lower() != words[at].lower()]
    if change == "swap" and others:
        words[at] = chance.choice(others)
    elif change == "leave out" and 0 < at < len(words) - 1 and len(words) > 6:
        del words[at]
    else:
        words.insert(at, "hardly")
    return _keep(" ".join(words), Match.NEAR, source)


def _leave_out(source: _Source, chance: random.Random) -> Made | None:
    words = _take(source, chance, 12)
    start = chance.randint(4, len(words) - 6)
    end = start + chance.randint(1, len(words) - start - 4)
    sign = chance.choice((". . .", "…", "[. . .]", "[citation omitted]"))
    return _keep(" ".join((*words[:start], sign, *words[end:])), Match.MARKED, source)


def _put_in_brackets(source: _Source, chance: random.Random) -> Made | None:
    words = _take(source, chance, 10)
    if chance.random() < 0.5 and words[0][0].isalpha():
        first = words[0][0].swapcase()
        words[0] = f"[{first}]{words[0][1:]}"
    else:
        at = chance.randint(4, len(words) - 4)
        words[at] = chance.choice(("[the movant]", "[it]", "[their]"))
    return _keep(" ".join(words), Match.MARKED, source)


def _number_lines(source: _Source, chance: random.Random) -> Made | None:
    words = _take(source, chance, 12)
    number = chance.randint(1, 24)
    for at in range(8, len(words), 9):
        words[at] = f"{words[at]}\n{number}"
        number += 1
    return _keep(" ".join(words), Match.EXACT, source)


def _invent(source: _Source, chance: random.Random) -> Made | None:
    """Words of the order, in an order that nobody wrote."""
    words = _take(source, chance, 10)
    chance.shuffle(words)
    return _keep(" ".join(words), Match.ABSENT, source)


def _keep(text: str, match: Match, source: _Source) -> Made | None:
    """Brackets, ellipses and marks of the order's own would make another quotation of it."""
    own = " ".join(source.words)
    if any(sign in own for sign in "[]…*") or ". ." in own or ".." in own:
        return None
    return Made("", text, match, source.address)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print, by kind, how many were answered rightly."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("config", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print what is answered wrongly")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args(arguments)
    start = time.process_time()
    search = open_checking(chosen.config).search
    opened = time.process_time() - start
    archive = read_index(open_archive(chosen.config)).archive
    made = make_quotations(archive, seed=chosen.seed)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    start = time.process_time()
    for one in made:
        answer = find_quotation(search, one.text)
        asked[one.kind] += 1
        right[one.kind] += one.is_right(answer)
        if chosen.wrong and not one.is_right(answer):
            print(f"{one.kind}: {answer.match} instead of {one.match}: {one.text!r}")
            for passage in answer.passages[:1]:
                print(f"    {passage.text!r} {passage.differences}")
    spent = time.process_time() - start
    for kind, count in asked.items():
        print(f"{kind:>13}: {right[kind]} of {count}")
    print(
        f"{sum(right.values())} of {len(made)}; {spent / len(made) * 60:.2f} s of processor for 60,"
    )
    print(f"{opened:.2f} s to open {search.orders:,} orders")


if __name__ == "__main__":
    main()
