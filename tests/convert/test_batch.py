"""Many files: with a cache, in several processes and on a cluster the result is the same."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from py_mini_racer._context import context_count

from build_scripts.archive import catalogue_orders
from build_scripts.archive.storage.orders_folder import list_order_paths
from build_scripts.convert import batch as converting
from build_scripts.convert import executors
from build_scripts.convert.batch import (
    SERIAL_UNCACHED,
    ConversionOptions,
    convert_files,
    iter_entries_used,
)
from build_scripts.convert.cache import ConversionCache
from build_scripts.convert.executors import open_executor
from build_scripts.model.order import ConvertedFile
from build_scripts.problems import ArchiveError, FindingCode
from build_scripts.site.search_engine import open_archive_search
from tests.processes import start_process
from tests.short_orders import write_orders
from tools.bench.archive_orders import write_archive

pytestmark = pytest.mark.build

COUNT = 12
FIELDS = ("source", "description", "citations", "findings", "clean", "pages")


@pytest.fixture(autouse=True)
def few_files_go_to_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a real archive's files they are more than 30."""
    monkeypatch.setattr(converting, "ALONE_FILES", 5)


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("orders")
    write_archive(folder, 1)
    write_orders(folder, 1, COUNT)
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def expected(orders: Path) -> list[object]:
    """Each file, converted here, one after the other."""
    return show(convert_files(orders, list_order_paths(orders), SERIAL_UNCACHED))


def show(files: Iterable[ConvertedFile]) -> list[object]:
    """All that files hold, wherever their texts lie."""
    return [
        (
            [[getattr(order, field) for field in FIELDS] for order in file.orders],
            *(file.path, file.findings, file.withheld, file.seen),
        )
        for file in files
    ]


def test_the_cache_gives_what_converting_gives(
    orders: Path, expected: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = list_order_paths(orders)
    options = ConversionOptions(ConversionCache(str(tmp_path), "rules 1"))
    assert show(convert_files(orders, paths, options)) == expected
    monkeypatch.setattr(converting, "convert_file", None)  # nobody converts anything now
    assert show(convert_files(orders, paths, options)) == expected
    assert len(list(iter_entries_used(orders, options.cache))) == COUNT + 1


def test_a_changed_order_alone_is_converted_again(
    orders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "orders"
    shutil.copytree(orders, folder)
    options = ConversionOptions(ConversionCache(str(tmp_path / "cache"), "rules 1"))
    convert_files(folder, list_order_paths(folder), options)
    one, other, third = list_order_paths(folder)[:3]
    (folder / one).write_text((folder / one).read_text().replace("Dated:", "DATED:"))
    (folder / f"{other}.yml").write_text("fields: {title: Order}\n")
    (folder / third).rename(folder / "renamed.txt")
    converted = []
    convert = converting.convert_file
    monkeypatch.setattr(
        converting,
        "convert_file",
        lambda f, path, *rest: converted.append(path) or convert(f, path, *rest),
    )
    files = convert_files(folder, list_order_paths(folder), options)
    assert converted == sorted([one, other, "renamed.txt"])
    monkeypatch.undo()
    assert show(files) == show(convert_files(folder, list_order_paths(folder), SERIAL_UNCACHED))


def test_processes_give_what_one_gives_though_one_is_killed(
    orders: Path, expected: list[object]
) -> None:
    """A worker is killed when the first files are there: what it had is done again."""
    from multiprocessing import active_children

    killed = []

    def kill_one(done: int, _total: int, path: str) -> None:
        if not killed and done and path:
            killed.extend(active_children()[:1])
            os.kill(killed[0].pid, signal.SIGKILL)

    options = ConversionOptions(open_executor=partial(open_executor, 2), workers=2)
    paths = list_order_paths(orders)
    assert show(convert_files(orders, paths, options, kill_one)) == expected
    assert killed


def test_processes_inherit_no_engine_of_a_search() -> None:
    """V8 crashes in a process that is forked from one in which it runs."""
    search = open_archive_search(catalogue_orders([]))
    assert search.find("") == []
    with open_executor(1) as pool:
        assert pool.submit(context_count).result() == 0 < context_count()


def test_a_file_that_ends_its_process_is_a_finding_and_the_others_go_on(
    orders: Path, expected: list[object]
) -> None:
    paths = list_order_paths(orders)
    options = ConversionOptions(open_executor=partial(_open_deadly, "007"), workers=2)
    files = convert_files(orders, paths, options)
    (deadly,) = [place for place, path in enumerate(paths) if path.endswith("007.txt")]
    (finding,) = files[deadly].findings
    assert finding.code is FindingCode.CONVERSION_FAILED
    assert "process" in finding.message
    good = [place for place in range(len(paths)) if place != deadly]
    assert show(files[place] for place in good) == [expected[place] for place in good]


class _Deadly:
    """An executor like a pool of processes of which a file takes too much."""

    def __init__(self, name: str) -> None:
        self.name = name

    def map(self, work: object, batches: list[tuple[str, ...]]) -> Iterator[object]:
        for batch in batches:
            if any(path.endswith(f"{self.name}.txt") for path, *_ in batch):
                raise converting.BrokenExecutor("a process ended")
            yield work(batch)


class _open_deadly:  # noqa: N801 (stands where a function stands)
    def __init__(self, name: str) -> None:
        self.executor = _Deadly(name)

    def __enter__(self) -> _Deadly:
        return self.executor

    def __exit__(self, *_: object) -> None:
        return None


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """A scheduler and two workers on this machine: processes of Dask's own commands."""
    dask = [sys.executable, "-m", "dask"]
    quiet = ["--no-dashboard", "--host", "127.0.0.1"]
    with ExitStack() as started:
        scheduler = started.enter_context(
            start_process(
                [*dask, "scheduler", "--port", "0", *quiet], stderr=subprocess.PIPE, text=True
            )
        )
        place = ""
        for line in scheduler.stderr:
            if found := re.search(r"Scheduler at:\s+tcp://(?P<place>[\d.:]+)", line):
                place = found["place"]
                break
        alone = ["--nthreads", "1", "--no-nanny"]
        workers = [
            started.enter_context(
                start_process(
                    [*dask, "worker", f"tcp://{place}", *alone, *quiet], stderr=subprocess.DEVNULL
                )
            )
            for _ in range(2)
        ]
        _wait_for_workers(place, 2)
        yield f"dask://{place}", [*workers, scheduler]
        for process in (*workers, scheduler):
            process.kill()


def _wait_for_workers(place: str, count: int) -> None:
    from distributed import Client

    with Client(f"tcp://{place}") as client:
        client.wait_for_workers(count, timeout=240)


def test_a_cluster_gives_what_one_process_gives_though_workers_end(
    orders: Path,
    expected: list[object],
    cluster: tuple[str, list[subprocess.Popen[str]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two real workers of Dask, which fetch the orders from a ZIP archive as from an object store.

    One is killed when the first files are there, then the other, then the scheduler.
    """
    address, workers = cluster
    packed = shutil.make_archive(str(tmp_path / "store"), "zip", orders)
    (tmp_path / "here").mkdir()
    here = shutil.copytree(orders, tmp_path / "here" / "orders")
    paths = list_order_paths(here)
    options = ConversionOptions(
        open_executor=partial(open_executor, 2, address, patience=60),
        workers=2,
        place=f"zip://::file://{packed}",
    )
    killed = []

    def kill_one(done: int, _total: int, path: str) -> None:
        if not killed and done and path:
            workers[0].kill()
            killed.append(path)

    assert show(convert_files(here, paths, options, kill_one)) == expected
    assert killed
    assert workers[1].poll() is None

    monkeypatch.setattr(converting, "ALONE_FILES", 0)
    paths = paths[:3]
    (here / f"{paths[1]}.yml").write_text("withhold: {reason: sealed}\n")
    with pytest.raises(ArchiveError, match=rf"can't fetch {paths[1]}\.yml from zip://"):
        convert_files(here, paths, options)
    (here / f"{paths[1]}.yml").unlink()
    (here / paths[0]).write_text("Another order here than there.")
    with pytest.raises(ArchiveError, match=rf"{paths[0]}, .* otherwise than they lie here.*Copy"):
        convert_files(here, paths, options)

    workers[1].kill()
    monkeypatch.setattr(executors, "_LOOK_EVERY", 0.5)
    half_minutes = SimpleNamespace(monotonic=count(1, 30).__next__)
    with monkeypatch.context() as at_once:
        at_once.setattr(executors, "time", half_minutes)
        with pytest.raises(ArchiveError, match="All workers went away"):
            convert_files(here, paths, options)

    def end_scheduler(cluster: Any, future: object) -> object:
        workers[2].kill()
        return wait(cluster, future)

    wait = executors._Cluster._wait_for
    monkeypatch.setattr(executors._Cluster, "_wait_for", end_scheduler)
    with pytest.raises(ArchiveError, match="The scheduler went away"):
        convert_files(here, paths, options)


def test_a_cluster_that_does_not_answer_is_said() -> None:
    with (
        pytest.raises(ArchiveError, match=r"No Dask scheduler answers at 127\.0\.0\.1:9"),
        open_executor(2, "dask://127.0.0.1:9", patience=0.5),
    ):
        pass
