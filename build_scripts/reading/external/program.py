"""A run of one external program within limits; every wrapper in this package uses it."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from build_scripts.model.text.folding import print_line
from build_scripts.problems import ArchiveError

MEGABYTE = 1024 * 1024
FILE_BLOCK = 512  # bytes, in which POSIX counts the size of files
STDERR_SHOWN = 300  # characters of the program's own complaint


class ProgramError(ArchiveError):
    """An external program gave no result; the message ends in what to do next."""


class MissingProgramError(ProgramError):
    """The program is not installed; `package` is the Debian package that contains it."""

    def __init__(self, program: str, package: str) -> None:
        super().__init__(
            f"The program {program} is not installed. "
            f"Install it (Debian, Ubuntu: apt-get install {package}) and build again."
        )
        self.program = program
        self.package = package


class ProgramFailedError(ProgramError):
    """The program refused the file, or broke a limit."""


@dataclass(frozen=True, slots=True)
class Program:
    """A program, and the limits of one run."""

    name: str
    package: str  # of Debian and Ubuntu
    seconds: int = 60  # wall clock
    output_bytes: int = 64 * MEGABYTE
    memory_bytes: int = 0  # of address space; 0: the program limits itself, by its arguments


def run_program(program: Program, arguments: Sequence[str], data: bytes, name: str = "") -> bytes:
    """Run a program over `data` and return its standard output.

    The data is its standard input or, if `name` is given, a file in its private temporary folder.
    No shell reads the arguments, and only the search path is passed on. The run ends, with all its
    children, after `program.seconds`. Raise MissingProgramError, and ProgramFailedError if the
    program fails or breaks a limit.
    """
    executable = which(program.name)
    if executable is None:
        raise MissingProgramError(program.name, program.package)
    with tempfile.TemporaryDirectory(prefix="orders-") as place:
        folder = Path(place)
        (folder / (name or "input")).write_bytes(data)
        code = _run(program, [executable, *arguments], folder, name)
        output = folder / "stdout"
        if code == -signal.SIGXFSZ or output.stat().st_size > program.output_bytes:
            raise ProgramFailedError(
                f"{program.name} wrote more than {program.output_bytes // MEGABYTE} MB. "
                "Convert the file by hand, or leave it out."
            )
        if code != 0:
            with (folder / "stderr").open("rb") as lines:
                complaint = print_line(lines.read(4 * STDERR_SHOWN).decode("utf-8", "replace"))
            raise ProgramFailedError(
                f"{program.name} could not read the file (exit code {code}): "
                f"{complaint[:STDERR_SHOWN].rstrip('.!') or 'it does not say why'}. "
                "Open the file in its own program and save it anew, or fetch it again."
            )
        return output.read_bytes()


def _run(program: Program, command: list[str], folder: Path, name: str) -> int:
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LC_ALL": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",  # tesseract: orders run in parallel, not pages
    }
    source = os.devnull if name else str(folder / "input")
    with (
        Path(source).open("rb") as stdin,
        (folder / "stdout").open("wb") as stdout,
        (folder / "stderr").open("wb") as stderr,
        subprocess.Popen(
            _limit(command, program),
            stdin=stdin,
            stdout=stdout,
            stderr=stderr,
            cwd=folder,
            env=environment,
            process_group=0,
        ) as process,
    ):
        try:
            return process.wait(program.seconds)
        except subprocess.TimeoutExpired:
            raise ProgramFailedError(
                f"{program.name} did not end within {program.seconds} seconds. "
                "Convert the file by hand, or leave it out."
            ) from None
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)  # the program and every child it started


def _limit(command: list[str], program: Program) -> list[str]:
    """Wrap the command in a shell that limits files and memory before it becomes the program: set
    from outside, limits could miss a child that the program starts at once.
    """
    limits = ["ulimit -c 0", f"ulimit -f {program.output_bytes // FILE_BLOCK + 1}"]
    if program.memory_bytes:
        limits.append(f"ulimit -v {program.memory_bytes // 1024}")
    quiet = "; ".join(f"{limit} 2>/dev/null" for limit in limits)
    return ["/bin/sh", "-c", f'{quiet}; exec "$@"', "sh", *command]
