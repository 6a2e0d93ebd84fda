"""No test waits for ever: its programs end with it, its waits hold under any policy and load."""

import ast
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests import commands, processes
from tests.processes import start_process
from tests.shared import ROOT

pytestmark = pytest.mark.slow

# Each with its reason, and the one file that may use it.
FORBIDDEN = {
    "wait_for_function": ("compiles text in the page, against its policy: tests.waiting", None),
    "Popen": ("may outlive the test: tests.processes", "tests/processes.py"),
}
WAITS = "import time; print(1, flush=True); time.sleep(60)"
STANDS_STILL = """
import sys, threading
from pathlib import Path
from tests.processes import start_process

def test_that_waits_for_ever():
    with start_process([sys.executable, "-c", "import time; time.sleep(900)"]) as process:
        Path(__file__).with_name("child").write_text(str(process.pid))
        threading.Event().wait()
"""


def list_calls(path: Path) -> set[str]:
    """The names of what a file calls."""
    calls = (
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    )
    return {getattr(call.func, "attr", getattr(call.func, "id", "")) for call in calls}


def test_tests_use_no_wait_that_may_never_end() -> None:
    paths = list((ROOT / "tests").rglob("*.py"))
    assert len(paths) > 200
    found = [
        f"{path.relative_to(ROOT)}: {name} {why}"
        for path in paths
        for name, (why, home) in FORBIDDEN.items()
        if name in path.read_text("utf-8") and name in list_calls(path) and path != ROOT / str(home)
    ]
    assert found == []


@pytest.fixture
def background() -> Iterator[None]:
    """SIGINT is ignored, as in a background job of a shell."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("background")
def test_programs_and_commands_hear_sigint_where_it_is_ignored() -> None:
    """Tests begin what they send signals to in these two ways alone."""
    with start_process([sys.executable, "-c", WAITS], stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == -signal.SIGINT
    command = commands.start("--help", prepare=partial(exec, WAITS, {}))
    assert os.read(command.pipes[0], 2) == b"1\n"
    command.send_signal(signal.SIGINT)
    assert "KeyboardInterrupt" in command.finish().stderr


def test_a_test_that_stands_still_is_ended_with_what_it_started(tmp_path: Path) -> None:
    (tmp_path / "test_still.py").write_text(STANDS_STILL)
    run = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist"),
            *("-c", ROOT / "pyproject.toml", "-o", "faulthandler_timeout=10", tmp_path),
        ],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert run.returncode == 1
    assert "in test_that_waits_for_ever" in run.stderr
    child = Path("/proc", (tmp_path / "child").read_text(), "cmdline")
    deadline = time.monotonic() + 60
    while child.exists() and child.read_bytes():  # what is dead, and not yet buried, has none
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_program_ends_with_its_block_though_it_refuses_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "_SECONDS_TO_END", 1)
    stubborn = "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(900)"
    with (
        pytest.raises(subprocess.TimeoutExpired),
        start_process([sys.executable, "-c", stubborn], stdout=subprocess.PIPE) as process,
    ):
        process.stdout.readline()
    assert process.returncode == -signal.SIGKILL
