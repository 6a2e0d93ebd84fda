"""The log of what was published: a line for each build that changed an order's state.

    number,date,orders,withheld,root,before
    1,2031-03-04,641,0,5df6…,
    2,2031-03-09,640,1,9f2c…,77ab…

`root` is that of the Merkle tree over the states of all orders, those of withheld ones last (RFC
9162, section 2.1, with SHA-256), `before` the SHA-256 of the line before with its line end. The
checkpoint of the log is that of a transparency log whose entries are its lines
(https://c2sp.org/tlog-checkpoint).
"""

import datetime
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

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


class MerkleTree:
    """The tree over `leaves`, as RFC 9162 describes it."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        level = [hash_leaf(leaf) for leaf in leaves]
        self._levels = [level]
        while len(level) > 1:
            pairs = zip(level[::2], level[1::2], strict=False)
            level = [*(_hash_node(*pair) for pair in pairs), *level[len(level) & ~1 :]]
            self._levels.append(level)

    @property
    def root(self) -> bytes:
        """Return the root; that of no leaves is the digest of nothing."""
        top = self._levels[-1]
        return top[0] if top else sha256().digest()

    def prove(self, place: int) -> bytes:
        """Return the inclusion proof of a leaf: the digests from the leaf's neighbor upwards."""
        proof = b""
        for level in self._levels[:-1]:
            proof += b"".join(level[place ^ 1 : (place ^ 1) + 1])  # none at the end of a level
            place >>= 1
        return proof


def hash_leaf(leaf: bytes) -> bytes:
    """Return the digest of a leaf."""
    return sha256(b"\0" + leaf).digest()


def find_root(leaf: bytes, place: int, size: int, proof: bytes) -> bytes | None:
    """Return the root to which a proof leads (RFC 9162, section 2.1.3.2), or None for a proof that
    none of `size` leaves has at this place.
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
    root = MerkleTree([line.text.encode() for line in lines]).root
    return Checkpoint(origin, len(lines), root)


def parse_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint that a text begins with. Raise ValueError if it is none."""
    origin, size, root, *_ = text.split("\n")
    return Checkpoint(origin, int(size), b64decode(root, validate=True))


_HEX = 2 * sha256().digest_size
