"""No test waits for ever: its programs end with it, its waits hold under any policy and load."""

import ast
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.processes import start_process
from tests.shared import ROOT

pytestmark = pytest.mark.slow

# Each with its reason, and the one file that may use it.
FORBIDDEN = {
    "wait_for_function": ("compiles text in the page, against its policy: tests.waiting", None),
    "Popen": ("may outlive the test: tests.processes", "tests/processes.py"),
}
SIGNALED = [
    "tests/test_owner_docs.py::test_every_step_of_the_first_ten_minutes_is_as_it_says",
    "tests/extensions/review/cli/test_review.py::test_it_prints_its_address_and_ends_at_a_word",
    "tests/cli/test_verify_links.py::test_ctrl_c_while_waiting",
    "tests/extensions/importing/cli/test_import.py::test_ctrl_c_leaves_nothing_half_written",
]
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
        if name in list_calls(path) and path != ROOT / str(home)
    ]
    assert found == []


def ask_pytest(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pytest as a background job of a shell does: SIGINT is ignored."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_IGN),
    )


def test_tests_that_send_signals_end_where_sigint_is_ignored() -> None:
    run = ask_pytest(*SIGNALED)
    assert run.returncode == 0, run.stdout[-3000:]
    assert f"{len(SIGNALED)} passed" in run.stdout


def test_a_test_that_stands_still_is_ended_with_what_it_started(tmp_path: Path) -> None:
    (tmp_path / "test_still.py").write_text(STANDS_STILL)
    run = ask_pytest(
        "-c", str(ROOT / "pyproject.toml"), "-o", "faulthandler_timeout=3", str(tmp_path)
    )
    assert run.returncode == 1
    assert "in test_that_waits_for_ever" in run.stderr
    child = Path("/proc", (tmp_path / "child").read_text(), "cmdline")
    deadline = time.monotonic() + 60
    while child.exists() and child.read_bytes():  # what is dead, and not yet buried, has none
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_program_ends_with_its_block_though_it_refuses_to() -> None:
    stubborn = "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(900)"
    with (
        pytest.raises(subprocess.TimeoutExpired),
        start_process([sys.executable, "-c", stubborn], stdout=subprocess.PIPE) as process,
    ):
        process.stdout.readline()
    assert process.returncode == -signal.SIGKILL
