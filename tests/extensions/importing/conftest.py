"""An archive to import into, and a run of an import."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from build_scripts.extensions.importing.items import Listed, Options, Session
from build_scripts.extensions.importing.journal import Journal
from build_scripts.extensions.importing.run import Archive, Report, import_all, read_note
from build_scripts.model.provenance import Origin
from build_scripts.site.web.patience import Pacing
from tests.extensions.importing.papers import Clock
from tests.file_server import Site, serve

DAY = "2031-03-09"


@dataclass
class Home:
    """An archive's folder, and one import after the other into it."""

    folder: Path
    clock: Clock

    @property
    def orders(self) -> Path:
        return self.folder / "orders"

    @property
    def pacing(self) -> Pacing:
        return Pacing(sleep=self.clock.sleep, now=self.clock.now)

    def open_journal(self, keeps: bool = True) -> Journal:
        return Journal(self.folder / "journal.jsonl", self.clock.now, keeps)

    def run(
        self,
        list_all: Callable[[Session], Iterable[Listed]],
        report: Report | None = None,
        **options: Any,
    ) -> Report:
        report = report or Report()
        chosen = Options(**options)
        journal, archive = self.open_journal(not chosen.dry), Archive(self.orders)
        session = Session(
            journal, self.pacing, options=chosen, day=datetime.date.fromisoformat(DAY)
        )
        import_all(archive, list_all(session), session, report)
        return report

    def list_files(self) -> list[str]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    def read_origin(self, path: str) -> Origin:
        (origin,) = read_note(self.orders, path)
        return origin


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "archive/orders").mkdir(parents=True)
    return Home(tmp_path / "archive", Clock())


@pytest.fixture
def site(has: Any) -> Iterator[Site]:
    """A service on this machine, with what it `has`."""
    with serve(has.respond) as running:
        yield running
