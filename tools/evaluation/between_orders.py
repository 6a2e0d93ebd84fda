"""What orders do to each other, and which are alike: `--between-orders CORPUS`.

`subsequent_history.csv` has the pairs of real orders of which a person read that one affirms,
vacates or amends the other; `similar.csv` says of pairs whether they are alike. Both name files.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from build_scripts.archive import catalogue_orders
from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.convert.order import convert_order
from build_scripts.model.archive import Archive
from build_scripts.model.order import Order
from build_scripts.site.pipeline import convert_folder

FOLDERS = ("cap-json", "courtlistener-json")
_LABELS = Path(__file__).parent
_FIRST = 3  # similar orders that were judged

Pair = tuple[str, str]


def read_corpus(corpus: Path) -> Iterator[Order]:
    """Yield the orders of the labels: two whole folders, and single files of others."""
    for folder in FOLDERS:
        yield from convert_folder(corpus / folder).orders
    single = {name for row in _read("subsequent_history.csv") for name in row[:2]}
    for name in sorted(one for one in single if not one.startswith(FOLDERS)):
        yield convert_order(read_loose_file(corpus / name))


def compare(archive: Archive) -> tuple[dict[str, list[str]], tuple[int, int]]:
    """Return the ties by what was found of them, and how many similar orders are alike, of how
    many that were judged.
    """
    files = {one.address: _name(one.order.source.path) for one in archive.orders}
    shown = {
        _name(other.path): files[one.address] for one in archive.orders for other in one.other_files
    }  # a decision that two files contain is one
    expected = {
        (shown.get(_name(row[0]), _name(row[0])), shown.get(_name(row[1]), _name(row[1]))): row[2]
        for row in _read("subsequent_history.csv")
    }
    found = {
        (files[tie.earlier], files[tie.later]): tie.kind.value
        for one in archive.orders
        for tie in one.subsequent
    }
    ties: dict[str, list[str]] = {"right": [], "other kind": [], "wrong": [], "missed": []}
    for pair, kind in sorted(found.items()):
        at = (
            "wrong" if pair not in expected else "right" if expected[pair] == kind else "other kind"
        )
        ties[at].append(f"{' → '.join(pair)}: {kind}")
    missed = sorted(expected.keys() - found.keys())
    ties["missed"] += (f"{' → '.join(pair)}: {expected[pair]}" for pair in missed)
    alike = {(_name(row[0]), _name(row[1])): row[2] == "yes" for row in _read("similar.csv")}
    judged = [
        alike[pair]
        for one in archive.orders
        for like in one.similar[:_FIRST]
        if (pair := (files[one.address], files[like.address])) in alike
    ]
    return ties, (sum(judged), len(judged))


def print_between(corpus: Path) -> None:
    """Print what was found and what not; no words of an order are printed."""
    ties, (alike, judged) = compare(catalogue_orders(read_corpus(corpus)))
    for what, pairs in ties.items():
        print(f"{what}: {len(pairs)}", *pairs, sep="\n  ")
    print(f"similar orders among the first {_FIRST}: {alike} of {judged} alike")


def _read(file: str) -> list[list[str]]:
    with (_LABELS / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))[1:]


def _name(path: str) -> str:
    return path.rpartition("/")[2]
