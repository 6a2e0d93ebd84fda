"""The check of a site's log of publications: its chain, and the proof of each order."""

from base64 import b64decode
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from build_scripts import api

LARGEST = 64 * 1024 * 1024  # bytes of a log
_DIGEST = 32  # bytes


@dataclass(frozen=True, slots=True)
class LogCheck:
    """The result: lines of the log, the newest's day, how many leaves it proves, faults."""

    lines: int
    day: str
    proved: int
    faults: tuple[str, ...]


class NoLogError(api.ArchiveError):
    """A site has no log of publications that can be read."""

    def __init__(self, site: Path) -> None:
        advice = "Build the site again, or name a whole copy of it."
        super().__init__(f"{site} has no log of publications that can be read. {advice}")


def read_lines(site: Path) -> tuple[api.LogLine, ...]:
    """Return the lines of a site's log. Raise ValueError if they can't be read, and OSError."""
    with (site / api.PUBLICATION_LOG).open("rb") as file:
        head, *rows = file.read(LARGEST).decode().removesuffix("\n").split("\n")
    if head != ",".join(api.LOG_COLUMNS):
        raise ValueError("it does not begin with the names of its columns")
    return tuple(api.parse_line(row.split(",")) for row in rows)


@dataclass(frozen=True, slots=True)
class Tree:
    """A site's tree over the states of its orders."""

    tiles: tuple[api.Tile, ...]
    root: bytes

    def find_tile(self, address: str) -> int:
        """Return the number of the tile that has an order's leaf, if any has."""
        return max(0, bisect(self.tiles, api.find_place(address), key=attrgetter("first")) - 1)

    def find_root(self, leaf: bytes, address: str) -> bytes | None:
        """Return the tree's root, None if a leaf is not where it should be."""
        is_there = api.hash_leaf(leaf) in self.tiles[self.find_tile(address)].digests
        return self.root if is_there else None


def read_tree(site: Path) -> Tree:
    """Return the tree of a site. Raise ValueError if it can't be read, and OSError."""
    _, *rows = (site / api.TREE_ROOTS).read_text(encoding="utf-8").splitlines()
    tiles, roots = [], []
    for number, row in enumerate(rows):
        with (site / api.TREE / f"{number}.bin").open("rb") as file:
            digests = tuple(iter(partial(file.read, _DIGEST), b""))
        first, root = row.split(",")
        tiles.append(api.Tile(first, digests))
        roots.append(tiles[-1].root)
        if roots[-1].hex() != root:
            raise ValueError(f"{number}.bin does not have the root that is said of it")
    return Tree(tuple(tiles), api.join_digests(roots))


def read_checkpoint(path: Path) -> api.Checkpoint:
    """Return the checkpoint in a file. Raise ArchiveError if it is none, or can't be read."""
    try:
        with path.open("rb") as file:
            return api.parse_checkpoint(file.read(LARGEST).decode())
    except (OSError, ValueError) as error:
        advice = f"Name a {api.CHECKPOINT} that was fetched from the site."
        raise api.ArchiveError(f"{path} can't be used as a checkpoint. {advice}") from error


def check_log(
    site: Path,
    files: Mapping[str, str],
    published: Iterable[tuple[str, Any]],
    own: Sequence[api.LogLine] = (),
    kept: api.Checkpoint | None = None,
) -> LogCheck | None:
    """Return whether the log of a site is whole and proves each of its orders, or None if it has no
    log and should have none: neither an `own` log nor a `kept` checkpoint is given.

    `files` are the SHA-256 of the site's files, by path, `published` the addresses and data of its
    orders, withheld ones too. Raises ArchiveError if the site's own checkpoint can't be used.
    """
    try:
        lines = read_lines(site)
    except FileNotFoundError:
        missing = LogCheck(0, "", 0, (f"the site has no {api.PUBLICATION_LOG}",))
        return missing if own or kept or api.CHECKPOINT in files else None
    except (OSError, ValueError) as error:
        return LogCheck(0, "", 0, (f"{api.PUBLICATION_LOG} can't be read: {error}",))
    if not lines:
        return LogCheck(0, "", 0, (f"{api.PUBLICATION_LOG} has no line",))
    last = lines[-1]
    checkpoints = [kept] if kept else []
    if api.CHECKPOINT in files:
        checkpoints.append(read_checkpoint(site / api.CHECKPOINT))
    known, faults = set[bytes](), [*_compare_logs(lines, own, checkpoints)]
    try:
        tree = read_tree(site)
    except FileNotFoundError:
        tree = Tree((), b"")  # each order has a proof of its own, in a site of version 0.2
    except (OSError, ValueError) as error:
        return LogCheck(len(lines), last.date.isoformat(), 0, (f"{api.TREE}: {error}",))
    faults += (f"line {place}: {why}" for place, why in api.find_breaks(lines))
    parts = ((path.rpartition("/"), digest) for path, digest in files.items())
    originals = {place[0]: one for place, one in parts if place[2].startswith("original.")}
    for address, value in published:
        if fault := _find_fault(address, value, last, tree, originals, known):
            faults.append(f"{address}: {fault}")
    if not faults and len(known) != last.leaves:
        counts = f"{last.orders} orders and {last.withheld} withheld ones"
        faults.append(f"line {last.number} counts {counts}, {len(known)} are here in all")
    return LogCheck(len(lines), last.date.isoformat(), len(known), tuple(faults))


def _compare_logs(
    lines: Sequence[api.LogLine], own: Sequence[api.LogLine], kept: Iterable[api.Checkpoint]
) -> Iterator[str]:
    """Yield how a site's log differs from the archive's own, and from checkpoints of it."""
    shared = min(len(lines), len(own))
    if own and lines[:shared] != tuple(own[:shared]):
        yield "its lines are not those of the archive's own log: one of the two was made anew"
    elif len(lines) < len(own):
        yield f"it ends with line {len(lines)}, the archive's own with {len(own)}: an older site"
    elif own and len(lines) > len(own):
        yield f"it has {len(lines)} lines, the archive's own {len(own)}: fetch the others back"
    for one in kept:
        if one.size > len(lines):
            yield f"it has {len(lines)} lines, a checkpoint {one.size}: lines are missing"
        elif api.make_checkpoint(one.origin, lines[: one.size]) != one:
            yield f"its first {one.size} lines are not those of a checkpoint: it was made anew"


def _find_fault(
    address: str,
    value: Any,
    last: api.LogLine,
    tree: Tree,
    originals: Mapping[str, str],
    known: set[bytes],
) -> str:
    """Return what is wrong with an order's proof, "" for nothing; add its leaf to those known."""
    try:
        state, own = api.read_state(value), value[api.PROOF]
        leaf = api.write_state(state)
        if "proof" in own:
            proof = b64decode(own["proof"], validate=True)
            root = api.find_root(leaf, own["place"], last.leaves, proof)
        else:
            root = tree.find_root(leaf, state["address"])
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        return "its data have no proof"
    if state["address"] != address:
        return "its data and its proof are those of another order"
    if root is None or root.hex() != last.root:
        return f"its words, facts or file are not those of line {last.number} of the log"
    if leaf in known:
        return "another order has the same proof"
    known.add(leaf)
    if state["original"] and state["original"] != originals.get(address):
        return "its original is not the one of the log"
    return ""
