"""`orders review` prints its address, ends cleanly, and says what it lacks."""

import os
import re
import signal
import socket
import sys
from pathlib import Path

from build_scripts.problems import ExitCode
from tests.commands import run, start
from tests.review.conftest import folder, home

__all__ = ["folder", "home"]


def test_it_prints_its_address_and_ends_at_a_word(home: Path) -> None:
    running = start("review", "--no-open", "--by", "A. Librarian", cwd=home)
    said = b""
    while b"ends it.\n" not in said:
        piece = os.read(running.pipes[0], 4096)
        assert piece, running.finish()
        said += piece
    assert re.match(rb"10 doubtful values: http://127\.0\.0\.1:\d+/[\w-]{32}/\n", said)
    running.send_signal(signal.SIGINT)
    ended = running.finish()
    assert ended.returncode == ExitCode.OK, ended.stderr
    assert ended.stdout.endswith("0 answers written, 10 values left.\n")
    assert not ended.stderr


def test_a_port_that_is_taken_is_said_before_anything_is_read(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        taken = run("review", "--no-open", "--port", port, cwd=home)
    assert taken.returncode == ExitCode.BAD_INPUT
    assert f"Port {port} is taken" in taken.stderr


def test_an_extra_that_is_missing_is_said(home: Path) -> None:
    def hide() -> None:
        for name in [one for one in sys.modules if one.startswith("build_scripts.review")]:
            del sys.modules[name]
        sys.modules["uvicorn"] = None  # type: ignore[assignment]

    missing = run("review", "--no-open", cwd=home, prepare=hide)
    assert missing.returncode == ExitCode.BAD_INPUT
    assert "pip install 'orders-archive[review]'" in missing.stderr
