"""The command line in a process of its own: a fork of this one, which has loaded the program.

What a command prints, how it ends, where it is called and what it leaves are those of a command
that a shell begins; only the seconds are saved that Python takes to load the program, and to
compile its patterns and templates. `tests/test_main.py` begins one as a shell does.
"""

import gc
import logging
import os
import selectors
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from multiprocessing import forkserver
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType
from typing import Any, ClassVar, NoReturn
from weakref import WeakSet

import mkdocs.__main__
import mkdocs.plugins
import mkdocs.utils
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket
from markdown.util import get_installed_extensions
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.theme import Theme

from build_scripts.__main__ import COMMANDS, load_command, main
from build_scripts.cli.init import begin_archive
from build_scripts.convert.fingerprint import (
    fingerprint_conversion,
    fingerprint_program,
    name_rules,
)
from build_scripts.describing.corrections import models as _loaded_late  # noqa: F401
from build_scripts.pages.i18n import read_english
from build_scripts.problems import ExitCode
from build_scripts.site import assembly, script_bundles
from build_scripts.site.last_build import list_installed
from build_scripts.site.search_engine import SearchEngine
from tests import shipped_specimens
from tests.made_once import forget_stages, stages_forgotten
from tests.processes import end_with_parent
from tests.shared import ROOT

_PROGRAMS = {"orders": main, "mkdocs": mkdocs.__main__.cli}
_SEARCHES: WeakSet[SearchEngine] = WeakSet()
_make_search = SearchEngine.__init__


def _make_known_search(search: SearchEngine, *given: Any) -> None:
    _SEARCHES.add(search)
    _make_search(search, *given)


SearchEngine.__init__ = _make_known_search  # type: ignore[method-assign]


def _end_engines() -> None:
    """End V8 in the searches of this process; the next call of each starts it again.

    V8's engines share compiled code: when memory is short, one that a fork started would signal
    those that it inherited, whose threads it lacks, and crash (a damaged file made it so).
    """
    for search in _SEARCHES:
        search._started = None


class _Templates(FileSystemLoader):
    """Templates in folders; those in hidden folders, which MkDocs drops from the list anyway, are
    not listed: fourteen thousand icons of Material, a fifth of a small build's time.
    """

    def list_templates(self) -> list[str]:
        found = set()
        for place in self.searchpath:
            for folder, folders, names in os.walk(place):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {Path(folder, name).relative_to(place).as_posix() for name in names}
        return sorted(found)


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, kept in memory too: forks need not read them again."""

    known: ClassVar[dict[tuple[str, str], CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        template = (bucket.key, bucket.checksum)
        if self.known.get(template) is None:
            super().load_bytecode(bucket)
            self.known[template] = bucket.code
        bucket.code = self.known[template]


@cache
def _prepare_forks() -> None:
    """Load and compile here what each command would load and compile for itself."""
    for name in COMMANDS:
        load_command(name)
    for remember in (fingerprint_conversion, fingerprint_program, name_rules, read_english):
        remember()
    for remember in (list_installed, get_installed_extensions):
        remember()
    mkdocs.utils.entry_points = mkdocs.plugins.entry_points = cache(entry_points)  # type: ignore[attr-defined,assignment]
    compiled, make_environment = _Compiled(), Theme.get_env

    def get_env(theme: Theme) -> Environment:
        environment = make_environment(theme)
        environment.bytecode_cache, environment.loader = compiled, _Templates(theme.dirs)
        return environment

    Theme.get_env = get_env  # type: ignore[method-assign]
    assembly.shrink = script_bundles.shrink = cache(assembly.shrink)
    kinds = sorted(shipped_specimens.FOLDER.rglob("*.txt"))[::3]  # of each kind of court
    with TemporaryDirectory() as folder, stages_forgotten():
        begin_archive(Path(folder, "ours"), "Ours")
        for specimen in kinds:
            shutil.copy(specimen, f"{folder}/ours/orders")
        build(load_config(f"{folder}/ours/mkdocs.yml"))


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended, and what it printed."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(slots=True)
class Running:
    """A command at work."""

    pid: int
    pipes: tuple[int, int]

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal, as a terminal does."""
        os.kill(self.pid, number)

    def finish(self) -> Ended:
        """Wait for its end."""
        texts = {pipe: bytearray() for pipe in self.pipes}
        with selectors.DefaultSelector() as selector:
            for pipe in self.pipes:
                selector.register(pipe, selectors.EVENT_READ)
            while selector.get_map():
                for key, _ in selector.select():
                    piece = os.read(key.fd, 65536)
                    texts[key.fd] += piece
                    if not piece:
                        selector.unregister(key.fd)
                        os.close(key.fd)
        _, status = os.waitpid(self.pid, 0)
        out, err = (texts[pipe].decode("utf-8", "replace") for pipe in self.pipes)
        return Ended(os.waitstatus_to_exitcode(status), out, err)


def run(
    *arguments: object,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    prepare: Callable[[], None] | None = None,
    program: str = "orders",
) -> Ended:
    """Run `orders` with these arguments; `prepare` is called in its process before, which then
    takes nothing from conversions of other processes.
    """
    return start(*arguments, cwd=cwd, env=env, prepare=prepare, program=program).finish()


def succeed(*arguments: object, **given: Any) -> Ended:
    """Run a command as `run` does; it must succeed."""
    ended = run(*arguments, **given)
    assert ended.returncode == ExitCode.OK, ended.stdout + ended.stderr
    return ended


def build_with_mkdocs(folder: Path, *options: object, **env: str) -> None:
    """Run `mkdocs build` in a folder with these options; it must succeed."""
    succeed("build", *options, cwd=folder, env=env, program="mkdocs")


def start(
    *arguments: object,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    prepare: Callable[[], None] | None = None,
    program: str = "orders",
) -> Running:
    """Begin `orders` with these arguments; its environment is this one's with `env`."""
    _prepare_forks()
    _end_engines()
    out, out_there = os.pipe()
    err, err_there = os.pipe()
    pid = os.fork()
    if not pid:
        command = [program, *(str(one) for one in arguments)]
        _run_and_end(command, cwd, env or {}, (out_there, err_there), prepare)
    os.close(out_there)
    os.close(err_there)
    return Running(pid, (out, err))


def _run_and_end(
    command: list[str],
    cwd: Path,
    env: Mapping[str, str],
    pipes: tuple[int, int],
    prepare: Callable[[], None] | None,
) -> NoReturn:
    code = 70
    gc.freeze()  # what this process was given stays to its end
    try:
        for pipe, known in zip(pipes, (1, 2), strict=True):
            os.dup2(pipe, known)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdin = os.fdopen(0)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8")
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace")
        # What tests before set for themselves: the command has its own.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        end_with_parent()
        # The server of worker processes that a test before began is no child of this process.
        forkserver._forkserver._forkserver_pid = None  # type: ignore[attr-defined]
        logging.getLogger().handlers.clear()
        logging.getLogger("mkdocs").setLevel(logging.NOTSET)
        os.environ.update(env)
        os.chdir(cwd)
        sys.argv = command
        if prepare is not None:
            forget_stages()
            prepare()
        _PROGRAMS[command[0]]()
        code = 0
    except SystemExit as ended:
        code = int(ended.code or 0)
    except BaseException:
        traceback.print_exc()
        code = 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
