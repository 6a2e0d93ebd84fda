"""A lock for builds: builds of an archive write the same pages, site and ledgers.

The lock is the system's own (flock), which is released when its process ends, however it ends. Its
file names the holder, and stays.
"""

import json
import os
import shlex
import socket
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from build_scripts.model.text.os_errors import with_filename
from build_scripts.problems import BuildRunningError


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that builds, as recorded in the lock's file."""

    command: str
    process: int
    machine: str
    since: str


class BuildLock:
    """The lock at `place`. Its holder may acquire it again, and must release it as often.

    `work` names the task that one process alone may do.
    """

    def __init__(self, place: Path, work: str = "build") -> None:
        self.place = place
        self._work = work
        self._lock = FileLock(place, thread_local=False, is_singleton=True)

    def acquire(self, wait: Callable[[str], None] | None = None) -> None:
        """Acquire the lock. If another process holds it, call `wait` with a message and wait.

        Without `wait`, raises BuildRunningError then. Raises OSError if the lock's file can't be
        written.
        """
        if self._lock.is_locked:
            self._lock.acquire()
            return
        self.place.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            if wait is None:
                raise BuildRunningError(
                    f"Another {self._work} of this archive is at work{self._describe_holder()}. "
                    "Wait for its end, or end it, and begin again. Its lock, "
                    f"{self.place}, goes with that process: there is nothing to remove."
                ) from error
            wait(f"Waiting for another {self._work} of this archive{self._describe_holder()}")
            self._lock.acquire()
        process = json.dumps(asdict(_name_this_process())) + "\n"
        with with_filename(self.place):
            self.place.write_text(process, encoding="utf-8")

    def __enter__(self) -> "BuildLock":
        """Acquire the lock. Raises as `acquire` does without `wait`."""
        self.acquire()
        return self

    def __exit__(self, *_: object) -> None:
        """Release the lock."""
        self.release()

    def release(self) -> None:
        """Release the lock, once; do nothing if it is not held."""
        self._lock.release()

    def _describe_holder(self) -> str:
        """Return a description of the holder, or "" if that process has not recorded it yet."""
        try:
            holder = Holder(**json.loads(self.place.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return ""
        here = holder.machine == socket.gethostname()
        machine = "" if here else f" on {holder.machine}"
        return f": `{holder.command}`, process {holder.process}{machine}, since {holder.since}"


def _name_this_process() -> Holder:
    program = Path(sys.argv[0])
    name = program.parent.name if program.stem == "__main__" else program.name
    return Holder(
        shlex.join([name, *sys.argv[1:]]),
        os.getpid(),
        socket.gethostname(),
        datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S %Z"),
    )
