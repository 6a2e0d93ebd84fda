"""The search of programs: the site's scripts in V8, with files that a program gives them."""

import asyncio
import builtins
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.convert.order import convert_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.text.deadline import Deadline, TimeIsUpError
from build_scripts.pages.archive_index import build_index
from build_scripts.problems import ArchiveError, MissingExtraError
from build_scripts.site.search_engine import SearchEngine, open_archive_search, open_files_search
from build_scripts.site.search_files import publish_archive
from tests.tables import each_row

ORDER = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

QUILL LANTERN LTD., Plaintiff,
v.
OSTRICH FREIGHT, INC., Defendant.

Case No. 5:31-cv-01234-ABC

ORDER DENYING MOTION TO COMPEL

The 🦉 firm of André asks for windjammers. The motion to compel is DENIED.

IT IS SO ORDERED.

Dated: May 30, 2031
"""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    order = convert_order(RawOrder.from_bytes("order.txt", ORDER.encode()))
    archive = build_index(catalogue_orders([order])).archive
    made = {}
    for file in publish_archive(archive):
        content = file.load()
        made[file.path] = content if isinstance(content, bytes) else b"".join(content)
    return made


def make_engine(files: dict[str, bytes], asked: list[str] | None = None) -> SearchEngine:
    def load(path: str, start: int, size: int) -> bytes:
        if asked is not None:
            asked.append(path)
        try:
            return files[path][start:] if size < 0 else files[path][start : start + size]
        except KeyError:
            raise ArchiveError(f"There is no {path}.") from None

    return SearchEngine(json.loads(files["search/manifest.json"]), load)


@pytest.fixture(scope="module")
def engine(files: dict[str, bytes]) -> SearchEngine:
    return make_engine(files)


@each_row()
def test_marks_count_characters(engine: SearchEngine, query: str, marked: list[str]) -> None:
    answer = engine.search(query)
    spans = [
        one.text[start:end]
        for hit in answer.hits
        for one in hit.excerpts
        for start, end in one.marks
    ]
    assert spans == marked


def test_a_result_has_no_places_of_files(engine: SearchEngine) -> None:
    (hit,) = engine.search("windjammer").hits
    assert hit.result == engine.load_results([hit.rank])[0]
    assert hit.result["case_name"] == "Quill Lantern Ltd. v. Ostrich Freight, Inc."
    assert not {"text", "pins"} & set(hit.result)


@each_row()
def test_an_order_is_found_by_its_name(engine: SearchEngine, named: str, found: list[int]) -> None:
    assert engine.find_named(named) == found


def test_the_limit_is_the_number_of_results(engine: SearchEngine) -> None:
    assert [len(engine.search("", limit).hits) for limit in (0, 1, 30)] == [0, 1, 1]


def test_the_database_is_read_once_and_texts_when_they_are_shown(files: dict[str, bytes]) -> None:
    asked: list[str] = []
    engine = make_engine(files, asked)
    engine.search("windjammer", 0)
    assert not [path for path in asked if "texts" in path]
    pages = [path for path in asked if "chunk" in path]
    engine.search("windjammer", 1)
    assert [path for path in asked if "texts" in path]
    assert [path for path in asked if "chunk" in path] == pages


def test_a_missing_or_broken_file_is_reported_and_the_next_search_answers(
    files: dict[str, bytes],
) -> None:
    broken = dict(files)
    engine = make_engine(broken)
    (texts,) = (path for path in files if "texts-" in path)
    del broken[texts]
    with pytest.raises(ArchiveError, match="There is no search/"):
        engine.search("windjammer")
    broken[texts] = bytes(len(files[texts]))
    with pytest.raises(ArchiveError, match="Build the site again"):
        engine.search("windjammer")
    broken[texts] = files[texts]
    assert engine.search("windjammer").total == 1


def test_a_search_ends_at_its_deadline(engine: SearchEngine) -> None:
    deadline = Deadline(60)
    with deadline.hold():
        deadline.stop()
        with pytest.raises(TimeIsUpError):
            engine.search("windjammer")
    assert engine.search("windjammer").total == 1


def test_it_answers_in_every_thread_and_in_a_loop(files: dict[str, bytes]) -> None:
    engine = make_engine(files)

    async def ask() -> int:
        return engine.search("windjammer").total

    with ThreadPoolExecutor(4) as pool:
        assert pool.submit(asyncio.run, ask()).result() == 1  # this thread may run a loop already
        asked = ("windjammer", "zebra", "denied", "zebra")
        assert [one.total for one in pool.map(engine.search, asked)] == [1, 0, 1, 0]


def test_without_the_engine_the_extra_is_named(
    files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **more: Any) -> Any:
        if name == "py_mini_racer":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=r"orders-archive\[search\]"):
        make_engine(files).search("windjammer")


def test_an_archive_without_orders_answers() -> None:
    engine = open_archive_search(build_index(catalogue_orders([])).archive)
    assert engine.search("windjammer").total == 0
    assert engine.find("") == []


def test_the_same_files_give_the_same_answers(files: dict[str, bytes]) -> None:
    order = convert_order(RawOrder.from_bytes("order.txt", ORDER.encode()))
    published = publish_archive(build_index(catalogue_orders([order])).archive)
    assert open_files_search(published).search("motion") == make_engine(files).search("motion")
