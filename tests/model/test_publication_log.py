import datetime
from collections.abc import Sequence
from hashlib import sha256

import pytest

from build_scripts.model.publication_log import (
    TILE,
    LogLine,
    cut_tiles,
    find_breaks,
    find_root,
    hash_leaf,
    join_digests,
    make_checkpoint,
    parse_checkpoint,
    parse_line,
)
from tests.tables import each_row

pytestmark = pytest.mark.unit

LEAVES = (
    *("", "00", "10", "2021", "3031", "40414243"),
    *("5051525354555657", "606162636465666768696a6b6c6d6e6f"),
)
ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
"""Of the first 0 to 8 leaves, as Certificate Transparency's own tests have them."""


@pytest.mark.parametrize("size", range(len(ROOTS)))
def test_the_tree_is_that_of_certificate_transparency(size: int) -> None:
    leaves = [bytes.fromhex(leaf) for leaf in LEAVES[:size]]
    assert join_digests([hash_leaf(leaf) for leaf in leaves]).hex() == ROOTS[size]


@pytest.mark.parametrize("size", [0, 1, TILE - 1, TILE, TILE + 1, 2 * TILE + 3, 5 * TILE, 1500])
def test_the_roots_of_tiles_have_the_root_of_all_leaves(size: int) -> None:
    leaves = {f"orders/{number:05}": str(number).encode() for number in range(size)}
    tiles = list(cut_tiles(leaves))
    ordered = sorted(
        (sha256(address.encode()).hexdigest(), leaf) for address, leaf in leaves.items()
    )
    digests = tuple(hash_leaf(leaf) for _, leaf in ordered)
    assert sum((tile.digests for tile in tiles), ()) == digests
    assert [tile.first for tile in tiles] == [place for place, _ in ordered[::TILE]]
    assert join_digests([tile.root for tile in tiles]) == join_digests(digests)


def prove(leaves: Sequence[bytes], place: int) -> bytes:
    """Return a leaf's inclusion proof, as version 0.2 published it."""
    level, proof = [hash_leaf(leaf) for leaf in leaves], b""
    while len(level) > 1:
        proof += b"".join(level[place ^ 1 : (place ^ 1) + 1])  # none at the end of a level
        level = [join_digests(level[start : start + 2]) for start in range(0, len(level), 2)]
        place >>= 1
    return proof


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 9, 33])
def test_a_proof_leads_to_the_root_from_its_own_place_alone(size: int) -> None:
    leaves = [str(number).encode() for number in range(size)]
    root = join_digests([hash_leaf(leaf) for leaf in leaves])
    for place, leaf in enumerate(leaves):
        proof = prove(leaves, place)
        assert find_root(leaf, place, size, proof) == root
        wrong = (
            (b"x", place, size, proof),
            (leaf, place, size, proof + bytes(32)),
            (leaf, place, size, proof + b"x"),
            (leaf, size, size, proof),
            (leaf, -1, size, proof),
        )
        for each in wrong:
            assert find_root(*each) != root
        others = [other for other in range(size) if other != place]
        assert all(find_root(leaf, other, size, proof) != root for other in others)


def chain(*days: int) -> list[LogLine]:
    lines: list[LogLine] = []
    for number, day in enumerate(days, 1):
        before = lines[-1].digest if lines else ""
        root = sha256(str(number).encode()).hexdigest()
        lines.append(LogLine(number, datetime.date(2031, 3, day), 5, 0, root, before))
    return lines


def test_a_chain_has_no_breaks_and_reads_back() -> None:
    lines = chain(4, 4, 9)
    assert list(find_breaks(lines)) == []
    assert [parse_line(line.text.rstrip("\n").split(",")) for line in lines] == lines


def test_days_that_run_backwards_are_found() -> None:
    found = list(find_breaks(chain(4, 9, 5)))
    assert found == [(3, "its day, 2031-03-05, is before that of the line before")]


@each_row()
def test_what_is_no_line_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_line(row.split(","))


def test_a_checkpoint_reads_back_before_signatures() -> None:
    made = make_checkpoint("example.org/archive", chain(4, 9))
    assert made.text.startswith("example.org/archive\n2\n")
    assert parse_checkpoint(f"{made.text}\n— example.org/archive Az3g\n") == made
    for text in ("", "example.org\n", "example.org\nx\nAA==\n", "example.org\n1\n?\n"):
        with pytest.raises(ValueError, match=r"."):
            parse_checkpoint(text)
