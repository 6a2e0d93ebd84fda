"""The process that converts hostile files, and the parent's handle on it.

The child bounds its own memory (RLIMIT_DATA: what it holds when warm, and 1 GB) and raises an
alarm in itself after the processor time that a file of its size may take, so that a slow place
shows where it is slow. The parent ends a child that does not answer within SILENCE, as one stuck
in a C library would not.
"""

import faulthandler
import json
import os
import resource
import select
import signal
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from tools.fuzz.convert import convert_bytes, name_defect
from tools.fuzz.specimens import list_specimens

SECONDS = 10  # of the processor, for a small file
SECONDS_A_MEGABYTE = 12
SILENCE = 180  # by the clock, on a machine that has other work
MEMORY = 1024**3
READY = b"ready\n"
ROOT = Path(__file__).resolve().parents[2]


class TooSlowError(Exception):
    """A file took more time than one of its size may."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`signature` is "" where all is well; `peak` is the child's largest resident size, in MB."""

    signature: str
    story: str
    seconds: float
    peak: int
    made: int


class Worker:
    """A child that converts files one by one; started anew when it dies."""

    def __init__(self, said: Path) -> None:
        """`said` is the file that gets what the child complains of."""
        self._child: subprocess.Popen[bytes] | None = None
        self._said = said

    def convert(self, data: bytes, name: str) -> Outcome:
        """Hand a file to the child; its end, or silence, is a defect too."""
        child = self._child or self._start()
        assert child.stdin is not None
        assert child.stdout is not None
        header = json.dumps(name).encode()
        child.stdin.write(struct.pack(">II", len(header), len(data)) + header + data)
        child.stdin.flush()
        started = time.monotonic()
        ready, _, _ = select.select([child.stdout], [], [], SILENCE)
        line = child.stdout.readline() if ready else b""
        seconds = time.monotonic() - started
        if line:
            return Outcome(**json.loads(line))
        self.end()
        said = self._said.read_bytes()[-6000:].decode("utf-8", "replace")
        signature = f"died with {child.returncode}" if ready else "hang outside Python"
        return Outcome(signature, said, seconds, 0, 0)

    def end(self) -> None:
        """End the child."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
            self._child = None

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._said.open("wb") as said:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "tools.fuzz.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                cwd=ROOT,
            )
        assert self._child.stdout is not None
        if self._child.stdout.readline() != READY:
            raise RuntimeError(self._said.read_text())
        return self._child


def serve() -> None:
    """Answer files from standard input with outcomes, a line of JSON each, until it ends."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # nothing that a library prints is taken for an answer
    for _, data in list_specimens("html", "layout", "pdf"):
        convert_bytes(data)
    warm = int(Path("/proc/self/statm").read_text().split()[5]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_DATA, (warm + MEMORY, warm + MEMORY))
    signal.signal(signal.SIGPROF, _raise_alarm)
    answers.write(READY)
    source = sys.stdin.buffer
    while len(header := source.read(8)) == 8:
        named, length = struct.unpack(">II", header)
        name = json.loads(source.read(named))
        data = source.read(length)
        answers.write(json.dumps(_convert(data, name)).encode() + b"\n")


def _convert(data: bytes, name: str) -> dict[str, object]:
    started = time.process_time()
    signature = story = ""
    made = 0
    faulthandler.dump_traceback_later(SILENCE - 1)
    allowed = SECONDS + SECONDS_A_MEGABYTE * len(data) / 1e6
    signal.setitimer(signal.ITIMER_PROF, allowed)
    try:
        made = convert_bytes(data, name)
    except BaseException as error:  # everything is of interest here
        defect = name_defect(error)
        signature, story = defect.signature, defect.story
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
    return {
        "signature": signature,
        "story": story,
        "seconds": time.process_time() - started,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "made": made,
    }


def _raise_alarm(_number: int, _frame: FrameType | None) -> None:
    raise TooSlowError


if __name__ == "__main__":
    serve()
