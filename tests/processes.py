"""Programs that tests start: each ends with the block that starts it."""

import ctypes
import os
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

_PR_SET_PDEATHSIG = 1
_SECONDS_TO_END = 120


def end_with_parent() -> None:
    """Ask Linux to kill this process when the one that started it is gone, however it went."""
    with suppress(AttributeError):  # other systems have no prctl
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _prepare() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    end_with_parent()


@contextmanager
def start_process(command: Sequence[str | Path], **options: Any) -> Iterator[subprocess.Popen[Any]]:
    """Start a program; where it still runs at the block's end, end it and all that it started.

    SIGINT works in it though it is ignored here, as a shell has it ignored in a background job.
    """
    with subprocess.Popen(
        command, start_new_session=True, preexec_fn=_prepare, **options
    ) as process:
        try:
            yield process
            process.terminate()
            process.wait(_SECONDS_TO_END)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
