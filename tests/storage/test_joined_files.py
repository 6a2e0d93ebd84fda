"""Files of the whole archive: pieces are made once, copied afterwards, and never a stale one."""

import os
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.page import Piece
from build_scripts.storage.joined_files import JoinedFile, join_pieces


class Workshop:
    """Makes pieces, and remembers which."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.made: list[str] = []

    def join(self, versions: Sequence[str], made_by: str = "me") -> JoinedFile:
        return join_pieces(
            self.place, made_by, (Piece(one, partial(self.make, one)) for one in versions)
        )

    def make(self, version: str) -> bytes:
        self.made.append(version)
        return f"<{version}>\n".encode() * int(version, 16)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "joined" / "orders.csv")


def test_only_new_pieces_are_made(shop: Workshop) -> None:
    shop.join("123")
    joined = shop.join("3412")
    assert shop.made == ["1", "2", "3", "4"]
    whole = b"".join(joined.stream())
    assert whole == b"".join(shop.make(version) for version in "3412")
    assert joined.sha256 == sha256(whole).hexdigest()
    assert list(joined.read_pieces()) == [shop.make(version) for version in "3412"]


def test_another_program_makes_all_of_them(shop: Workshop) -> None:
    shop.join("12")
    shop.join("12", "another program")
    assert shop.made == ["1", "2", "1", "2"]


def test_a_file_that_somebody_changed_gives_nothing(shop: Workshop) -> None:
    shop.join("12")
    os.utime(shop.place)
    shop.join("12")
    assert shop.made == ["1", "2", "1", "2"]
    listed = shop.place.with_name("orders.csv.pieces")
    for damage in ("", "me\nx y z", listed.read_text()[:-1] + "x"):
        listed.write_text(damage)
        shop.made.clear()
        assert b"".join(shop.join("12").stream()) == b"<1>\n<2>\n<2>\n"
        assert shop.made == ["1", "2"]


def test_an_interruption_leaves_the_file_of_before(shop: Workshop) -> None:
    shop.join("12")

    def stop() -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        join_pieces(shop.place, "me", [Piece("1", bytes), Piece("5", stop)])
    shop.join("12")
    assert shop.made == ["1", "2"]


@given(st.lists(st.lists(st.sampled_from("123456789abc"), unique=True), max_size=5))
def test_joined_again_it_is_as_joined_anew(
    tmp_path_factory: pytest.TempPathFactory, turns: list[list[str]]
) -> None:
    shop = Workshop(tmp_path_factory.mktemp("joined") / "file")
    for versions in turns:
        found = b"".join(shop.join(versions).stream())
        assert found == b"".join(map(shop.make, versions))
