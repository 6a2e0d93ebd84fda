"""Commands in a process to which the system refuses something: real causes, no doubles.

Its disk is full from a file on:
no file may grow beyond nothing then (RLIMIT_FSIZE, setrlimit(2)), which hits databases too.
"""

import ctypes
import os
import re
import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.commands import start

_CAPABILITIES_VERSION = 0x20080522
_OVERRIDE = 0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH


@dataclass(frozen=True, slots=True)
class Refused:
    """How a command ended: its exit code, what it said, and the files that it began to write."""

    code: int
    said: str
    written: tuple[str, ...]


def build_in_fork(home: Path, prepare: Callable[[], None], *options: str) -> Refused:
    """Run `orders build -j1` in the archive at `home`; `prepare` is called in its process before."""
    return run_in_fork(home, prepare, "build", "-j1", *options)


def run_in_fork(home: Path, prepare: Callable[[], None], *arguments: str) -> Refused:
    """Run another command of `orders` in the same way."""
    files, note = os.pipe()

    def watch() -> None:
        sys.addaudithook(_Notebook(home, note))
        prepare()

    running = start(*arguments, cwd=home, prepare=watch)
    os.close(note)
    with open(files, errors="replace") as written:  # noqa: PTH123 (a descriptor)
        names = tuple(written.read().splitlines())
    ended = running.finish()
    return Refused(ended.returncode, f"{ended.stdout}{ended.stderr}", names)


class _Notebook:
    """Notes each file that is opened to be written: below `home` by its path there, or whole."""

    def __init__(self, home: Path, note: int) -> None:
        self.home, self.note = f"{home}/", note

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if is_writing(event, arguments):
            path = str(arguments[0]).removeprefix(self.home)
            os.write(self.note, f"{path}\n".encode())


def is_writing(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether an audit event (https://docs.python.org/3/library/audit_events.html) tells of a file
    that is opened to be written, a database too.
    """
    if event == "sqlite3.connect":
        return True
    if event != "open" or not isinstance(arguments[0], str):
        return False
    return bool(int(arguments[2]) & (os.O_WRONLY | os.O_RDWR))  # type: ignore[call-overload]


def fill_disk_at(pattern: str) -> Callable[[], None]:
    """Return what makes the disk full as soon as a file whose path has `pattern` is written."""

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if is_writing(event, arguments) and re.search(pattern, str(arguments[0])):
            limit_files()

    return lambda: sys.addaudithook(watch)


def limit_files() -> None:
    """Let no file grow any more."""
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))


def heed_permissions() -> None:
    """Let permissions count for root, as they do for everybody else (capabilities(7))."""
    if os.geteuid() != 0:
        return
    system = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_VERSION, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; twice
    if system.capget(header, sets):
        raise OSError(ctypes.get_errno(), "capget failed")
    sets[0] &= ~_OVERRIDE
    if system.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capset failed")
