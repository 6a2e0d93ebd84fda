"""The history as a maintainer meets it: what a build will change, and what it wrote down."""

import datetime
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.archive.storage.history_log import read_history
from build_scripts.cli.changes import list_changes
from build_scripts.model.history import EventKind, History, HistoryEvent
from build_scripts.problems import ExitCode
from tests.commands import run, succeed
from tests.test_main import archive as archive

pytestmark = pytest.mark.build

FILE = "2024-03-04-order-denying-expedited-discovery.txt"


def test_a_correction_is_told_before_it_is_published_and_stands_on_the_page(archive: Path) -> None:
    """Two builds of one order; looking writes nothing."""
    log = archive / "history.csv"
    assert json.loads(run("changes", "--json", cwd=archive).stdout)["events"][0]["event"] == "added"
    assert not log.exists()
    run("build", cwd=archive)
    assert [event.kind for event in read_history(log)] == [EventKind.ADDED]
    assert run("changes", cwd=archive).stdout == "Nothing is said otherwise than before.\n"
    correction = 'fields: {title: "Order on Discovery"}\nby: A. Librarian\n'
    (archive / f"orders/{FILE}.yml").write_text(correction)
    told = run("changes", cwd=archive).stdout
    assert "New in the history: 1 corrected" in told
    assert "title: “Order Denying" in told
    assert "→ “Order on Discovery”" in told
    built = succeed("build", cwd=archive)
    assert "“Order on Discovery”" in built.stderr
    assert "history.csv has new lines: keep it with the orders" in built.stderr
    assert [event.kind for event in read_history(log)] == [EventKind.ADDED, EventKind.CORRECTED]
    (page,) = (archive / "site").glob("orders/*/*/*order-on-discovery/index.html")
    html = page.read_text(encoding="utf-8")
    for words in ("History", "added to this archive", "corrected by an editor"):
        assert words in html
    before = log.stat()
    run("build", cwd=archive)
    assert log.stat() == before  # nothing is new: not a byte is written


def test_a_file_that_can_not_be_read_is_named(archive: Path) -> None:
    (archive / "orders/empty.pdf").touch()
    told = run("changes", cwd=archive).stdout
    assert told.endswith("1 file not read; `orders check` says why:\n  empty.pdf\n")
    assert json.loads(run("changes", "--json", cwd=archive).stdout)["not_read"] == ["empty.pdf"]


def test_an_order_that_leaves_the_site_is_named(archive: Path) -> None:
    """“Nothing is said otherwise than before”, it said, and the next build had no page of it."""
    succeed("build", cwd=archive)
    (archive / f"orders/{FILE}").unlink()
    told = run("changes", cwd=archive).stdout
    assert "was published and leads nowhere: its order is not in the archive." in told
    (warning,) = json.loads(run("changes", "--json", cwd=archive).stdout)["warnings"]
    assert warning in told


def test_a_damaged_log_stops_a_build(archive: Path) -> None:
    (archive / "history.csv").write_text("<<<<<<< HEAD\n")
    result = run("build", cwd=archive)
    assert result.returncode == ExitCode.SITE_FAILED
    assert "history.csv, line 1" in result.stderr


def test_a_changed_outcome_is_shown_however_long_its_motion_is() -> None:
    """Of several values, only those that differ are shown."""
    motion = f"motion to strike the declaration of {'a witness and ' * 20}an expert"
    before = f"motion to seal: granted; {motion}: denied"
    ruled = {"rulings": (before, before.replace("denied", "granted in part"))}
    swapped = {"parties": ("Quill; Lantern", "Lantern; Quill")}
    event = HistoryEvent(datetime.date(2031, 3, 4), EventKind.CHANGED, "a.txt", "0" * 64, "1")
    events = tuple(replace(event, changes=one) for one in (ruled, swapped))
    first, second = list(list_changes(History((), events, {})))[1:]
    assert re.fullmatch(
        r"a\.txt: changed: rulings: “motion to strike .*….*: denied” → “motion .*: granted in part”",
        first,
    )
    assert second == "a.txt: changed: parties: “Quill”; “Lantern” → “Lantern”; “Quill”"
