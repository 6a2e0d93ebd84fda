"""Try the package where nothing else is: `python -m tools.package_trial [--wheel FILE]`.

Builds the source package and from it the wheel, installs that into an empty environment of each
Python that this machine has (pip keeps what it fetched), with the locked packages, begins an archive
of the specimens there, builds it, and says how long each step took. Several Pythons are tried at
once, one a processor. Ends with 1 where a step fails.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13")
"""Those that the metadata names."""
_ASK = "import sys; print('%d.%d' % sys.version_info[:2])"


def main() -> None:
    """Build, install and use it; print a line a step."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, help="try this one instead of building it")
    wheel: Path | None = parser.parse_args().wheel
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if wheel is None:
            build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", place, ROOT)
            _run("sdist, and the wheel from it", *build, folder=ROOT)
            (wheel,) = place.glob("*.whl")
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.2f} MB")
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for _ in pool.map(partial(_try, wheel.resolve(), place), find_pythons()):
                pass


def find_pythons() -> Iterator[tuple[str, Path]]:
    """Yield each of `PYTHONS` that is on this machine: this one, on the path, or pyenv's."""
    for version in PYTHONS:
        beside = Path.home().glob(f".pyenv/versions/{version}.*/bin/python")
        for found in (sys.executable, which(f"python{version}"), *sorted(beside)):
            if found and _is(version, Path(found)):
                yield version, Path(found)
                break
        else:
            print(f"Python {version} is not here: left out")


def _is(version: str, python: Path) -> bool:
    asked = subprocess.run([python, "-c", _ASK], capture_output=True, text=True, check=False)
    return asked.stdout.strip() == version


def _try(wheel: Path, folder: Path, found: tuple[str, Path]) -> None:
    version, python = found
    place, of = folder / version, f"Python {version}:"
    empty = (python, "-m", "venv", "--without-pip", place / "venv")
    _run(f"{of} empty environment", *empty, folder=folder)
    pip = (sys.executable, "-m", "pip", "--python", place / "venv/bin/python")
    install = (*pip, "install", "-q", "--disable-pip-version-check")
    # The lock names all that is needed: pip need not look for it, and `check` finds what is missing.
    locked = ("--no-compile", "--no-deps", "--require-hashes", "-r", ROOT / "requirements.txt")
    _run(f"{of} locked packages", *install, *locked, folder=place)
    _run(f"{of} the wheel", *install, "--no-deps", wheel, folder=place)
    _run(f"{of} pip check", *pip, "check", "--disable-pip-version-check", folder=place)
    orders, archive = place / "venv/bin/orders", place / "my-archive"
    begin = (orders, "init", archive.name, "--specimens")
    _run(f"{of} orders init my-archive --specimens", *begin, folder=place)
    _run(f"{of} orders build", orders, "build", "--strict", "--quiet", folder=archive)
    _run(f"{of} orders guide", orders, "guide", "hosting", folder=place)
    if not list(archive.glob("site/orders/*/*/*/index.html")):
        sys.exit(f"{of} no order has a page")


def _run(what: str, *command: str | Path, folder: Path) -> None:
    """Run a command that knows nothing of this checkout; print what it took."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    began = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=folder, env=kept, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)  # as its own wait() would set it
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    processor = used.ru_utime + used.ru_stime
    took = time.monotonic() - began
    # In one piece: other threads print too.
    print(f"{what}: {took:.1f} s, processor {processor:.1f} s\n", end="", flush=True)
    if process.returncode:
        sys.exit(f"{what} failed:\n{text[-6000:]}")


if __name__ == "__main__":
    main()
