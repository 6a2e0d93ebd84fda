"""The log of what was published: a line for each build that changed an order's state.

    number,date,orders,withheld,root,before
    1,2031-03-04,641,0,5df6…,
    2,2031-03-09,640,1,9f2c…,77ab…

`root` is that of the Merkle tree over the states of all orders, withheld ones too, which are sorted
by the SHA-256 of their addresses (RFC 9162, section 2.1, with SHA-256), `before` the SHA-256 of the
line before with its line end. The checkpoint of the log is that of a transparency log whose entries
are its lines (https://c2sp.org/tlog-checkpoint).
"""

import datetime
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

COLUMNS = ("number", "date", "orders", "withheld", "root", "before")


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the log; digests are hexadecimal, `before` of the first line is ""."""

    number: int
    date: datetime.date
    orders: int
    withheld: int  # pages which state that their order is withheld
    root: str
    before: str

    @property
    def leaves(self) -> int:
        """Return how many leaves the tree has."""
        return self.orders + self.withheld

    @property
    def text(self) -> str:
        """Return the line as the log has it, with its line end."""
        cells = (self.number, self.date.isoformat(), self.orders, self.withheld, self.root)
        return f"{','.join(map(str, cells))},{self.before}\n"

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the line: the `before` of the next."""
        return sha256(self.text.encode()).hexdigest()


def parse_line(cells: Sequence[str]) -> LogLine:
    """Return the line with these cells. Raise ValueError if it can't be one."""
    number, date, orders, withheld, root, before = cells
    day = datetime.date.fromisoformat(date)
    line = LogLine(int(number), day, int(orders), int(withheld), root, before)
    if line.text != f"{','.join(cells)}\n" or len(root) != _HEX or len(before) not in (0, _HEX):
        raise ValueError(f"“{','.join(cells)[:60]}” is no line of the log")
    return line


def find_breaks(lines: Sequence[LogLine]) -> Iterator[tuple[int, str]]:
    """Yield each line that does not follow from the one before: its place, from 1, and why."""
    for place, line in enumerate(lines):
        last = lines[place - 1] if place else None
        if line.number != place + 1:
            yield place + 1, f"its number is {line.number}: a line was removed or moved"
        elif line.before != (last.digest if last else ""):
            yield place + 1, "it does not follow from the line before: one of the two was changed"
        if last and line.date < last.date:
            yield place + 1, f"its day, {line.date}, is before that of the line before"


TILE = 256
"""How many leaves' digests a site has in one file."""


class Tile(NamedTuple):
    """The digests of leaves that follow each other, and the place of the first of these."""

    first: str
    digests: tuple[bytes, ...]

    @property
    def root(self) -> bytes:
        """Return the root over these leaves, as which the tile is in the tree over all."""
        return join_digests(self.digests)


def find_place(address: str) -> str:
    """Return what the leaf of an order is sorted by: a digest, which gives no name away."""
    return sha256(address.encode()).hexdigest()


def cut_tiles(leaves: Mapping[str, bytes]) -> Iterator[Tile]:
    """Yield the tiles of all leaves, which are given by address."""
    rest = iter(sorted((find_place(address), leaf) for address, leaf in leaves.items()))
    while some := tuple(islice(rest, TILE)):
        yield Tile(some[0][0], tuple(hash_leaf(leaf) for _, leaf in some))


def join_digests(digests: Sequence[bytes]) -> bytes:
    """Return the root of the tree over leaves with these digests, as RFC 9162 describes it, or over
    tiles with these roots: it is the same.
    """
    level = tuple(digests)
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        level = (*(_hash_node(*pair) for pair in pairs), *level[len(level) & ~1 :])
    return level[0] if level else sha256().digest()


def hash_leaf(leaf: bytes) -> bytes:
    """Return the digest of a leaf."""
    return sha256(b"\0" + leaf).digest()


def find_root(leaf: bytes, place: int, size: int, proof: bytes) -> bytes | None:
    """Return the root to which a proof leads (RFC 9162, section 2.1.3.2), or None for a proof that
    none of `size` leaves has at this place. Sites of version 0.2 have such proofs.
    """
    digest, last, width = hash_leaf(leaf), size - 1, sha256().digest_size
    if not 0 <= place <= last or len(proof) % width:
        return None
    for start in range(0, len(proof), width):
        other = proof[start : start + width]
        if last == 0:
            return None
        while place == last and not place & 1:  # alone at the end of its level
            place, last = place >> 1, last >> 1
        digest = _hash_node(other, digest) if place & 1 else _hash_node(digest, other)
        place, last = place >> 1, last >> 1
    return None if last else digest


def _hash_node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of a log: whose it is, how many lines it has, and the root over these."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """Return the checkpoint, which signatures may follow."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def make_checkpoint(origin: str, lines: Sequence[LogLine]) -> Checkpoint:
    """Return the checkpoint of a log with these lines."""
    root = join_digests([hash_leaf(line.text.encode()) for line in lines])
    return Checkpoint(origin, len(lines), root)


def parse_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint that a text begins with. Raise ValueError if it is none."""
    origin, size, root, *_ = text.split("\n")
    return Checkpoint(origin, int(size), b64decode(root, validate=True))


_HEX = 2 * sha256().digest_size
