"""The report of the last build: printed again, instead of building, if nothing changed since then.

A site is a function of its inputs, whose bytes are compared: the orders with their corrections,
docs/, the files beside them, the theme's own folders, all settings, the day, the program and
everything that is installed. Where something else may have a say (other plugins, hooks,
extensions of Markdown that read files, links), nothing is remembered. Nor is a build during which
an input changed, as the first one after an order came: it adds lines to the ledgers.
"""

import logging
import sqlite3
import warnings
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import distributions
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec
from mkdocs.config.defaults import MkDocsConfig

from build_scripts.archive.storage.folder_walk import identify_state, walk_files
from build_scripts.convert.batch import PASSING
from build_scripts.convert.cache import ConversionCache
from build_scripts.convert.fingerprint import fingerprint_conversion, fingerprint_program
from build_scripts.model.archive import Archive
from build_scripts.problems import ArchiveError
from build_scripts.site.page_writer import list_own_folders
from build_scripts.site.settings import ArchiveSettings, find_today

_SLOT = "last-build"
_State = tuple[int, int, int]


class BuildReport(msgspec.Struct, frozen=True):
    """What a build prints: its counts, how many orders it held back, and its warnings, each with
    the name of its logger.
    """

    counts: str
    has_findings: bool
    held_back: int
    warnings: tuple[tuple[str, str], ...]


class Inputs(NamedTuple):
    """What a site is made of but its files, as a digest; and the states of these files."""

    about: bytes
    states: dict[str, _State]

    def find_key(self) -> bytes:
        """Return what changes with anything else, and whenever somebody writes to a file."""
        return sha256(self.about + repr(self.states).encode()).digest()


class _Kept(msgspec.Struct, frozen=True):
    content: bytes  # the digest of the bytes of all input files
    site: bytes  # the digest of the states of the site's files
    report: BuildReport


class LastBuild:
    """The last build of an archive, by its cache; the lock of its builds is held."""

    def __init__(
        self, config: MkDocsConfig, settings: ArchiveSettings, cache: ConversionCache | None
    ) -> None:
        self._cache = cache if cache and cache.is_local else None
        self._config, self._settings = config, settings
        self._inputs = read_inputs(config, settings) if self._cache else None

    def find_report(self) -> BuildReport | None:
        """Return its report if its inputs and the files of its site are the same now."""
        if self._cache is None or self._inputs is None:
            return None
        found = self._cache.load_result(_SLOT, self._inputs.find_key())
        kept = msgspec.msgpack.decode(found, type=_Kept) if found else None
        is_same = (
            kept is not None
            and kept.site == _digest_states(self._settings.site_dir)
            and kept.content == digest_contents(self._inputs.states) != b""
        )
        return kept.report if kept and is_same else None

    def save(self, report: BuildReport, archive: Archive) -> None:
        """Remember a build that ended now, unless an input changed since it began, or a conversion
        failed that may succeed next time.
        """
        failed = any(one.code in PASSING for one in archive.findings)
        if self._cache is None or self._inputs is None or failed:
            return
        read = {str(self._settings.orders / path): one for path, one in archive.digests.items()}
        states, site = self._inputs.states, _digest_states(self._settings.site_dir)
        if not site or _list_states(self._config, self._settings) != states:
            return
        with suppress(UnicodeEncodeError):  # a warning with the name of a file that is no UTF-8
            content = digest_contents(states, read)
            packed = msgspec.msgpack.encode(_Kept(content, site, report))
            self._cache.save_result(_SLOT, self._inputs.find_key(), packed)


def read_inputs(config: MkDocsConfig, settings: ArchiveSettings) -> Inputs | None:
    """Return what identifies the inputs of a site; None if something else may change it, or if a
    file can't be read, which the build reports.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # MkDocs itself does not use it
        chosen = list(config.user_configs)
    ours = {Path(one.name).stem for one in files("markdown.extensions").iterdir()}
    others = {one.removeprefix("markdown.extensions.") for one in config.markdown_extensions} - ours
    if others or len(config.plugins) > 1 or config.hooks:
        return None
    try:
        msgspec.msgpack.encode((chosen, [dict(one.config) for one in config.plugins.values()]))
    except (TypeError, ValueError):  # a function or an object, which may be of any code
        return None
    except (OverflowError, RecursionError) as error:
        raise ArchiveError(
            f"{config.config_file_path} has a number that is too large, or a value that holds "
            "itself (& and *). Correct it there."
        ) from error
    about = (
        *(config.config_file_path, Path.cwd(), chosen, list_installed(), find_today()),
        *(fingerprint_program(), fingerprint_conversion()),
        *(sqlite3.sqlite_version, zlib.ZLIB_RUNTIME_VERSION),
    )
    states = _list_states(config, settings)
    digest = sha256(repr(about).encode("utf-8", "surrogatepass")).digest()
    return None if states is None else Inputs(digest, states)


@cache
def list_installed() -> list[str]:
    """List everything that is installed, once for a process: that takes a tenth of a second."""
    read = (one.metadata for one in distributions())
    return sorted(f"{one['Name']} {one['Version']}" for one in read)


def digest_contents(
    places: Iterable[str], known: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    """Return a digest of the bytes of files; b"" if one can't be read, which a build reports.

    `known` has the sha256 of files that were read already.
    """
    digest = sha256()
    try:
        for place in places:
            content = known.get(place)
            if content is None:
                with open(place, "rb") as file:  # noqa: PTH123 (of many)
                    content = file_digest(file, "sha256").hexdigest()
            digest.update(f"{content}\n".encode())
    except OSError:
        return b""
    return digest.digest()


def _list_states(config: MkDocsConfig, settings: ArchiveSettings) -> dict[str, _State] | None:
    """Return the states of a site's input files; None if one is a link, or can't be read."""
    folders = (settings.orders, settings.docs_dir, *list_own_folders(config))
    try:
        states = {str(one): identify_state(one) for one in settings.list_sources() if one.is_file()}
        for folder in folders:
            for _, entry in walk_files(folder):
                if not entry.is_file(follow_symlinks=False):
                    return None
                states[entry.path] = identify_state(entry)
    except OSError:
        return None
    return dict(sorted(states.items()))


def _digest_states(site: Path) -> bytes:
    """Return a digest of the states of a site's files; b"" if there is none, or a broken one."""
    try:
        states = sorted((path, identify_state(entry)) for path, entry in walk_files(site))
    except OSError:
        return b""
    return sha256(repr(states).encode()).digest()


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Collect one."""
        self.messages.append((record.name, record.getMessage()))


@contextmanager
def collect_warnings() -> Iterator[list[tuple[str, str]]]:
    """Yield a list to which warnings are added meanwhile, each with the name of its logger."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    try:
        yield handler.messages
    finally:
        logging.getLogger().removeHandler(handler)
