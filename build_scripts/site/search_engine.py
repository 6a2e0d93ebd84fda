"""The search of an archive for programs: the site's scripts, run by V8 over the published files.

Whatever a browser answers, `orders search` and `orders mcp` answer too: the query language is
written once, in `pages/theme/assets/javascripts/search`. `host.js` there defines how files are
asked for.
"""

import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from build_scripts.model.archive import Archive
from build_scripts.model.page import DataFile
from build_scripts.model.text.deadline import check_time
from build_scripts.problems import ArchiveError, require_extra
from build_scripts.search.published import name_chunk
from build_scripts.site.database_file import MANIFEST, read_part
from build_scripts.site.script_bundles import write_bundle
from build_scripts.site.search_files import publish_archive, read_current

_SCRIPT = "assets/javascripts/search/command.js"
_SQLITE = "sqlite3.wasm"
_PAGES = "pages"
_PATIENCE = 1.0
"""Seconds between two checks whether a call's time is up."""

Load = Callable[[str, int, int], bytes]
"""Returns a published file by its path, or so many of its bytes from one on; -1 for all."""


class Sort(StrEnum):
    """The order of results."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of the text; `marks` are spans in it. `anchor` is its place on the order's page."""

    anchor: str
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An order that was found; `result` is its published result.

    `pages` has the number of hits by page, if the search is within this order.
    """

    rank: int
    result: dict[str, Any]
    excerpts: tuple[Excerpt, ...]
    pages: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The interpretation of a search, the number of orders found, the first of them, and advice."""

    read_as: str
    notes: tuple[str, ...]
    total: int
    hits: tuple[Hit, ...]
    did_you_mean: str  # the search with other words, "" if there is no suggestion


class SearchEngine:
    """The search of a published archive, for one call at a time; other threads wait.

    The first call starts the engine and loads the whole database. Every call raises ArchiveError
    if a file can't be read, MissingExtraError if the engine is not installed, TimeIsUpError at the
    deadline of the current work.
    """

    def __init__(self, manifest: dict[str, Any], load: Load) -> None:
        self._manifest = manifest
        self._home = f"search/{manifest['version']}"
        self._load = load
        self._started: tuple[object, Any] | None = None
        self._lock = Lock()

    def search(
        self,
        text: str,
        limit: int = 10,
        sort: Sort = Sort.RELEVANCE,
        chosen: Sequence[str] = (),
    ) -> Answer:
        """Run a search: every text has an answer. `chosen` are tokens of facets."""
        found = self._ask("search", text=text, limit=limit, sort=sort, chosen=chosen)
        return Answer(
            read_as=found["readAs"],
            notes=tuple(found["notes"]),
            total=found["total"],
            hits=tuple(map(_read_hit, found["hits"])),
            did_you_mean=found["didYouMean"],
        )

    def find(self, text: str) -> list[int]:
        """Return the ranks of every order that a search finds, newest first."""
        return list(self._ask("find", text=text))

    def find_named(self, text: str) -> list[int]:
        """Return the ranks of the orders with a docket number or report in the text; if there are
        none, of those with the text in their case's name.
        """
        return list(self._ask("named", text=text))

    def load_results(self, ranks: Sequence[int]) -> list[dict[str, Any]]:
        """Return the published results of some orders."""
        return list(self._ask("results", ranks=list(ranks)))

    @property
    def orders(self) -> int:
        """Return how many orders there are; their ranks are the numbers below."""
        return int(self._manifest["orders"])

    def find_token(self, token: str) -> list[int]:
        """Return the ranks of the orders with a key of `search.key_tokens`, newest first."""
        return list(self._ask("token", token=token)) if token.isascii() and token.isalnum() else []

    def write_citations(self, ranks: Sequence[int]) -> list[tuple[str, str, str]]:
        """Return the citation of some orders: its name, and what stands before and after a page."""
        return [(name, before, after) for name, before, after in self._ask("cite", ranks=ranks)]

    def check_quotation(self, text: str, meant: Sequence[int]) -> dict[str, Any]:
        """Look for a quotation, first in the orders `meant`; search/check/finding.js answers."""
        return dict(self._ask("quote", text=text, meant=meant))

    def find_mentions(self, form: str, ranks: Sequence[int], most: int) -> list[dict[str, Any]]:
        """Return places of a citation in the first orders that print it, as `check_quotation`."""
        return list(self._ask("mentions", form=form, ranks=ranks, most=most))

    def _ask(self, call: str, **asked: object) -> Any:
        with self._lock:
            started = self._started or _start()
            self._started = None  # an interrupted call leaves an engine that waits for files
            _, script = started
            script["ask"](call, json.dumps(asked))
            while True:
                for news in _wait(script):
                    if "answer" in news:
                        self._started = started
                        return news["answer"]
                    if "problem" in news:
                        problem = news["problem"].partition("\n")[0]  # without the calls
                        raise ArchiveError(
                            f"The search can't be read. {problem}. Build the site again."
                        )
                    number, path, start, size = news["file"]
                    content = self._load_file(path, start, size)
                    script["makeRoom"](number, len(content))[:] = content
                    script["give"](number)

    def _load_file(self, path: str, start: int, size: int) -> bytes:
        """Return a file that the scripts ask for. The database is one file with all its pages."""
        if path == _SQLITE:
            return _load_sqlite()
        if path == MANIFEST:
            pages = list(range(1, self._manifest["pages"] + 1))
            hot = {"hot": {"file": _PAGES, "pages": pages}, "hot_phrases": {"pages": []}}
            return json.dumps(self._manifest | hot).encode()
        if path == f"{self._home}/{_PAGES}":
            chunks = (name_chunk(number + 1) for number in range(self._manifest["pages"]))
            return b"".join(
                gzip.decompress(self._load(f"{self._home}/{name}", 0, -1)) for name in chunks
            )
        return self._load(path, start, size)


def open_site_search(site: Path, folder: Path, key: str = "") -> SearchEngine | None:
    """Open the search of a built site; return None if there is none, or orders changed since.

    `folder` holds the raw orders; `key` is that of the publication log.
    """
    manifest = read_current(site, folder, key)
    return SearchEngine(manifest, partial(read_part, site)) if manifest else None


def open_archive_search(archive: Archive) -> SearchEngine:
    """Return the search of an archive that is not published."""
    return open_files_search(publish_archive(archive))


def open_files_search(published: Iterable[DataFile]) -> SearchEngine:
    """Return the search of files that a build would publish."""
    made = {file.path: file.load for file in published}

    def load(path: str, start: int, size: int) -> bytes:
        loaded = made[path]()
        content = loaded if isinstance(loaded, bytes) else b"".join(loaded)
        return content[start:] if size < 0 else content[start : start + size]

    return SearchEngine(json.loads(load(MANIFEST, 0, -1)), load)


def _read_hit(found: dict[str, Any]) -> Hit:
    excerpts = (
        Excerpt(one["anchor"], one["text"], tuple((start, end) for start, end in one["marks"]))
        for one in found["excerpts"]
    )
    pages = tuple((one["page"], one["hits"]) for one in found["pages"])
    return Hit(found["rank"], found["result"], tuple(excerpts), pages)


def _start() -> tuple[object, Any]:
    """Start V8 with the search's script. Return V8, which runs as long as it is kept, and the
    functions of the script by name.

    Raises MissingExtraError if V8 is not installed.
    """
    with require_extra("Searching", "search"):
        from py_mini_racer import MiniRacer
    made: list[Any] = []
    # In a thread without an event loop it makes its own: it can be asked from every thread then.
    thread = Thread(target=lambda: made.append(MiniRacer()))
    thread.start()
    thread.join()
    return made[0], made[0].eval(_write_script())


@cache
def _write_script() -> str:
    theme = Path(str(files("build_scripts.pages.theme")))
    script = write_bundle(_SCRIPT, lambda path: (theme / path).read_text(encoding="utf-8"))
    script = script.replace("import.meta.url", '""')  # what is evaluated has no address
    return f"{script}search"


@cache
def _load_sqlite() -> bytes:
    packed = files("build_scripts.pages.theme") / f"assets/search/{_SQLITE}.gz"
    return gzip.decompress(packed.read_bytes())


def _wait(script: Any) -> list[dict[str, Any]]:
    """Return what the engine asks for or answers next. Raises TimeIsUpError at the deadline."""
    from py_mini_racer import JSTimeoutException

    promise = script["next"]()
    while True:
        check_time()
        try:
            return list(json.loads(promise.get(timeout=_PATIENCE)))
        except JSTimeoutException:
            continue
