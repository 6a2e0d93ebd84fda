"""Try the package where nothing else is: `python -m tools.package_trial [--wheel FILE]`.

Builds the source package and from it the wheel, installs that into an empty environment of each
Python that this machine has (pip keeps what it fetched), with the locked packages, begins an archive
of the specimens there, builds it, and says how long each step took. Ends with 1 where a step fails.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
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
        for version, python in find_pythons():
            _try(version, python, wheel.resolve(), place / version)


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


def _try(version: str, python: Path, wheel: Path, place: Path) -> None:
    print(f"Python {version}")
    empty = (python, "-m", "venv", "--without-pip", place / "venv")
    _run("  empty environment", *empty, folder=place.parent)
    pip = (sys.executable, "-m", "pip", "--python", place / "venv/bin/python")
    install = (*pip, "install", "-q", "--disable-pip-version-check")
    locked = ("--no-compile", "--require-hashes", "-r", ROOT / "requirements.txt")
    _run("  locked packages", *install, *locked, folder=place)
    _run("  the wheel", *install, "--no-deps", wheel, folder=place)
    orders = place / "venv/bin/orders"
    _run(
        "  orders init my-archive --specimens",
        orders,
        "init",
        "my-archive",
        "--specimens",
        folder=place,
    )
    _run("  orders build", orders, "build", "--strict", "--quiet", folder=place / "my-archive")
    _run("  orders guide", orders, "guide", "hosting", folder=place)
    pages = list((place / "my-archive/site/orders").glob("*/*/*/index.html"))
    if not pages:
        sys.exit("no order has a page")


def _run(what: str, *command: str | Path, folder: Path) -> None:
    """Run a command that knows nothing of this checkout; print what it took."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    began, used = time.monotonic(), _count_processor()
    ended = subprocess.run(
        command, cwd=folder, env=kept, capture_output=True, text=True, check=False
    )
    print(
        f"{what}: {time.monotonic() - began:.1f} s, processor {_count_processor() - used:.1f} s",
        flush=True,
    )
    if ended.returncode:
        sys.exit(f"{what.strip()} failed:\n{ended.stdout[-3000:]}{ended.stderr[-3000:]}")


def _count_processor() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    main()
