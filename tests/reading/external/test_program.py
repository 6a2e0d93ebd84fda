"""One run of a program: its result, its limits, and what is said when it fails."""

import tempfile
from pathlib import Path

import pytest

from build_scripts.reading.external.program import (
    MissingProgramError,
    Program,
    ProgramFailedError,
    run_program,
)

SHELL = Program("sh", "dash", seconds=100, output_bytes=1024)


def test_data_reaches_the_program_on_its_standard_input() -> None:
    assert run_program(Program("cat", "coreutils"), [], b"An order.") == b"An order."


def test_data_reaches_the_program_as_a_file_of_the_given_name() -> None:
    assert run_program(Program("cat", "coreutils"), ["a.doc"], b"x", "a.doc") == b"x"


def test_the_temporary_folder_is_private_and_removed() -> None:
    said = run_program(SHELL, ["-c", "pwd; stat -c %a ."], b"").decode().split()
    assert said[0].startswith(tempfile.gettempdir())
    assert said[1] == "700"
    assert not Path(said[0]).exists()


def test_arguments_are_not_read_by_a_shell() -> None:
    echo = Program("echo", "coreutils")
    assert run_program(echo, ["$HOME;`id`"], b"") == b"$HOME;`id`\n"


def test_the_environment_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SECRET", "seen")
    assert b"seen" not in run_program(Program("env", "coreutils"), [], b"")


def test_a_missing_program_names_its_package() -> None:
    with pytest.raises(MissingProgramError, match="apt-get install no-such-package"):
        run_program(Program("no-such-program", "no-such-package"), [], b"")


def test_a_program_that_hangs_is_ended_with_its_children() -> None:
    slow = Program("sh", "dash", seconds=1)
    with pytest.raises(ProgramFailedError, match="within 1 seconds"):
        run_program(slow, ["-c", "sleep 60 & sleep 60"], b"")


def test_a_program_that_writes_without_end_is_ended() -> None:
    with pytest.raises(ProgramFailedError, match="wrote more than"):
        run_program(Program("yes", "coreutils", seconds=100, output_bytes=1024 * 1024), [], b"")


def test_memory_is_bounded() -> None:
    small = Program("sh", "dash", seconds=100, memory_bytes=64 * 1024 * 1024)
    with pytest.raises(ProgramFailedError, match="exit code"):
        run_program(small, ["-c", "head -c 200M /dev/zero | tail -c 190M >/dev/null"], b"")


def test_a_failure_says_what_the_program_said() -> None:
    with pytest.raises(ProgramFailedError, match=r"exit code 3\): no order here"):
        run_program(SHELL, ["-c", "echo no order here >&2; exit 3"], b"")
