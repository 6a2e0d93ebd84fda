"""Raw orders are listed and read; nothing else is taken for one."""

import os
import socket
from contextlib import chdir
from pathlib import Path

import pytest

from build_scripts.archive.storage.new_orders import index_orders
from build_scripts.archive.storage.orders_folder import (
    list_order_paths,
    read_loose_file,
    read_raw_order,
)
from build_scripts.problems import ArchiveError, FindingCode, UnreadableOrderError


def test_orders_are_found_at_any_depth_and_other_files_passed_over(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "cand/1/a.md",
        "README.md",
        ".hidden.txt",
        "Thumbs.db",
        "desktop.ini",
        "~$order.docx",
        ".git/x.txt",
        "b.txt.yml",
        "b.txt.source.json",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list_order_paths(tmp_path) == ["b.txt", "cand/1/a.md"]


def test_a_link_to_a_file_that_is_missing_is_told(tmp_path: Path) -> None:
    """It was passed over without a word."""
    (tmp_path / "lost.txt").symlink_to("nowhere.txt")
    assert list_order_paths(tmp_path) == ["lost.txt"]
    assert index_orders(tmp_path) == {}
    with pytest.raises(UnreadableOrderError, match=r"The file that this link leads to can't be"):
        read_raw_order(tmp_path, "lost.txt")


def test_what_is_no_file_is_named_and_never_read(tmp_path: Path) -> None:
    """A pipe was passed over without a word: who had put it there found no order, and no reason."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to("pipe.txt")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as waiting, chdir(tmp_path):  # a socket's path is short
        waiting.bind("socket.txt")
    assert list_order_paths(tmp_path) == ["link.txt", "pipe.txt", "socket.txt", "zero.txt"]
    assert index_orders(tmp_path) == {}
    for name in ("link.txt", "pipe.txt", "socket.txt"):
        with pytest.raises(UnreadableOrderError, match="a pipe or a device"):
            read_raw_order(tmp_path, name)
    with pytest.raises(UnreadableOrderError, match="leaves the archive"):
        read_raw_order(tmp_path, "zero.txt")


def test_a_link_to_a_folder_is_reported_and_not_followed(tmp_path: Path) -> None:
    """Its orders were missing from the site without a word."""
    (tmp_path / "orders/cand").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    for place, target in (("outside", tmp_path / "elsewhere"), ("cand/loop", "..")):
        (tmp_path / "orders" / place).symlink_to(target)
    (tmp_path / "orders/bundle.zip.corrections").symlink_to(tmp_path / "elsewhere")
    assert list_order_paths(tmp_path / "orders") == ["cand/loop", "outside"]
    assert index_orders(tmp_path / "orders") == {}
    with pytest.raises(UnreadableOrderError, match="leaves the archive"):
        read_raw_order(tmp_path / "orders", "outside")
    with pytest.raises(UnreadableOrderError, match="a link to a folder"):
        read_raw_order(tmp_path / "orders", "cand/loop")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no folder of orders"):
        list_order_paths(tmp_path / "orders")


def test_a_raw_order_carries_its_digest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    raw = read_raw_order(tmp_path, "a.txt")
    assert raw.path == "a.txt"
    assert raw.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_can_not_be_read_is_a_finding(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableOrderError) as caught:
        read_loose_file(tmp_path / name)
    assert caught.value.finding.code is FindingCode.UNREADABLE_FILE


@pytest.mark.parametrize("sign", ["\r", "\n", "\u202e", "\u2067", "\u2028"])
def test_a_name_that_steers_a_terminal_is_refused_and_shown_without_it(
    tmp_path: Path, sign: str
) -> None:
    (tmp_path / f"a{sign}b.txt").write_text("ORDER")
    [path] = list_order_paths(tmp_path)
    with pytest.raises(UnreadableOrderError, match="control characters") as caught:
        read_raw_order(tmp_path, path)
    assert caught.value.finding.path == "a\N{REPLACEMENT CHARACTER}b.txt"
