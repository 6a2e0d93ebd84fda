"""Words are found in files of every form and size; see also tests/site_build/test_leak_scan.py."""

import gzip
import sqlite3
from pathlib import Path

import pytest

from build_scripts.problems import ArchiveError
from build_scripts.site import file_words
from build_scripts.site import texts as site_texts
from build_scripts.site.texts import list_site_texts
from tests.tables import each_row


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a kilobyte count as large."""
    for module in (site_texts, file_words):
        monkeypatch.setattr(module, "PIECE", 1000)
        monkeypatch.setattr(module, "SHARED", 100)


@pytest.mark.usefixtures("small_pieces")
def test_a_large_file_comes_in_pieces_that_overlap(tmp_path: Path) -> None:
    """Whatever is shorter than what two pieces share is whole in one, at its own line."""
    words = [f"word{number:04d}" for number in range(900)]
    (tmp_path / "orders.jsonl").write_text("\n".join(words))
    found = {}
    for text in list_site_texts(tmp_path):
        assert len(text.text) <= 1000
        for place, line in enumerate(text.text.split("\n")):
            if len(line) == 8:
                assert found.setdefault(line, text.line + place) == text.line + place
    assert found == {word: number for number, word in enumerate(words, start=1)}


@pytest.mark.usefixtures("small_pieces")
def test_a_large_text_of_two_bytes_a_letter_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("żółw " * 500, encoding="utf-16")
    assert any(text.text.count("żółw") == 500 for text in list_site_texts(tmp_path))


@pytest.mark.usefixtures("small_pieces")
def test_databases_are_read_by_row_and_by_byte_also_packed(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "archive.sqlite") as connection:
        connection.execute("CREATE TABLE orders (text)")
        connection.executemany("INSERT INTO orders VALUES (?)", [("word " * 900,), ("last",)])
        connection.commit()
    connection.close()
    data = (tmp_path / "archive.sqlite").read_bytes()
    (tmp_path / "packed.gz").write_bytes(gzip.compress(data))
    pages = tmp_path / "search/0"
    pages.mkdir(parents=True)
    for number, start in enumerate(range(0, len(data), 4096)):
        (pages / f"chunk-{number:05d}.gz").write_bytes(gzip.compress(data[start : start + 4096]))
    texts = list(list_site_texts(tmp_path))
    for name in ("archive.sqlite", "packed.gz", "search/0"):
        of_file = [text.text for text in texts if text.file == name]
        rows = [row for text in of_file for row in text.split("\n" + " " * 16)]
        assert "word " * 900 in rows
        assert "\nlast" in rows
        assert any("CREATE TABLE" in text for text in of_file)


@each_row()
def test_words_are_read_as_whoever_opens_the_file_reads_them(tmp_path: Path, written: str) -> None:
    (tmp_path / "page.html").write_text(f"<p>{written}</p>")
    assert any(text.text == "<p>Rosa Marlow</p>" for text in list_site_texts(tmp_path))


def test_a_folder_that_may_not_be_read_proves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder / "closed"))

    monkeypatch.setattr(site_texts, "walk_files", refuse)
    with pytest.raises(ArchiveError, match="closed can't be read"):
        list(list_site_texts(tmp_path))
