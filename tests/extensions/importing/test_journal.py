"""The journal keeps what a run did, survives a line cut off, and grows no further than it must."""

from pathlib import Path

import pytest

from build_scripts.extensions.importing.journal import DAY, Journal
from tests.extensions.importing.papers import Clock


def test_what_was_noted_is_there_for_the_next_run(tmp_path: Path) -> None:
    clock, place = Clock(), tmp_path / "imports/x.jsonl"
    journal = Journal(place, clock.now)
    journal.record_outcome("a", "added: cand/1/a.pdf")
    journal.note_request()
    journal.turn_page("q", "https://example.org/?cursor=2")
    journal.turn_page("r", "https://example.org/?cursor=9")
    journal.finish("r", "2031-03-04")
    next_run = Journal(place, clock.now)
    assert next_run.done == {"a": "added: cand/1/a.pdf"}
    assert next_run.asked == (clock.time,)
    assert next_run.pages == {"q": "https://example.org/?cursor=2"}
    assert next_run.finished == {"r": "2031-03-04"}
    clock.time += DAY + 1
    assert next_run.asked == Journal(place, clock.now).asked == ()


@pytest.mark.parametrize(
    "tail", [b'{"done": "b", "as', b"\xff\xfe", b"[" * 100_000, b'{"done": 5}']
)
def test_a_line_that_was_cut_off_counts_as_not_written(tmp_path: Path, tail: bytes) -> None:
    place = tmp_path / "x.jsonl"
    Journal(place, Clock().now).record_outcome("a", "x")
    with place.open("ab") as file:
        file.write(tail)
    journal = Journal(place, Clock().now)
    journal.record_outcome("c", "y")
    assert Journal(place, Clock().now).done == {"a": "x", "c": "y"}


def test_a_dry_run_keeps_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "x.jsonl", Clock().now, keeps=False)
    journal.record_outcome("a", "x")
    assert journal.done == {"a": "x"}
    assert list(tmp_path.iterdir()) == []
