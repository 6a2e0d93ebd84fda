"""Bundle the page on which an order is tried: `python -m tools.try_page` writes `docs/try/`.

The next build makes `/try/` of it: the page, Python for browsers (Pyodide, from npm), PDFium for
browsers (from PyPI), and one archive of the program with the libraries of this environment, as far
as they are Python. All of it is served by the site itself. Needs npm; nothing of it is in the
package, and what it writes is in no repository.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
PLACE = ROOT / "docs" / "try"
PYODIDE = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
PLATFORM = "pyemscripten_2026_0_wasm32"  # what this Pyodide runs
PYTHON = "3.14"
LIBRARIES = (
    "babel",
    "citeurl",
    "courts-db",
    "eyecite",
    "jinja2",
    "markdown",
    "markupsafe",
    "nameparser",
    "pyspellchecker",
    "pyyaml",
    "reporters-db",
    "titlecase",
)
"""Libraries of the program that are Python, or go without what is compiled of them."""
_LEFT_OUT = ("/tests/", "/locale-data/", "/spellchecker/resources/", "/theme/assets/")
_KEPT = ("/locale-data/root.dat", "/locale-data/en.dat", "/resources/en.json.gz")
_COMPILED = (".so", ".pyd", ".pyc", ".exe", ".c", ".pyx", ".pyi")
_DAY = (1980, 1, 1, 0, 0, 0)  # of every file in the archive: the same files are the same bytes


def main() -> None:
    """Make the page's folder anew, and say how large it is."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir()
    bundle_page(PLACE)
    for path in sorted(PLACE.iterdir()):
        print(f"{path.stat().st_size:>10,}  {path.relative_to(ROOT)}")


def bundle_page(place: Path) -> None:
    """Write the page, and all that it fetches, into an empty folder.

    Raises CalledProcessError where npm or PyPI can't be reached.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _fetch_pyodide(folder, place)
        wheels = _fetch_wheels(folder)
        pdfium = next(path for path in wheels if path.name.startswith("pypdfium2"))
        shutil.copy(pdfium, place / "pdfium.zip")
        _bundle(place / "program.zip", [path for path in wheels if path is not pdfium])
    for path in sorted((HERE / "page").iterdir()):
        shutil.copy(path, place / path.name)


def _fetch_pyodide(folder: Path, place: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    npm = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    subprocess.run(npm, cwd=folder, check=True)
    for name in PYODIDE:
        shutil.copy(folder / "node_modules" / "pyodide" / name, place / name)


def _fetch_wheels(folder: Path) -> list[Path]:
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes")
    where = ("--only-binary=:all:", "--platform", PLATFORM, "--python-version", PYTHON)
    wanted = ("--requirement", str(HERE / "requirements.txt"), "--dest", str(folder))
    subprocess.run([*pip, *where, *wanted], check=True)
    return sorted(folder.glob("*.whl"))


def _bundle(place: Path, wheels: list[Path]) -> None:
    """Write the archive of all that is Python, or is small and built for browsers."""
    held = {**dict(_list_files()), **dict(_list_wheels(wheels))}
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for name, data in sorted(held.items()):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(entry, data)


def _list_files() -> Iterator[tuple[str, bytes]]:
    """The program's files and those of its libraries that are of use in a browser."""
    for library in LIBRARIES:
        for file in files(library) or ():
            if _is_wanted(str(file)):
                yield str(file), file.read_binary()
    for folder in ("build_scripts", "tools/try_page/in_browser"):
        for path in (ROOT / folder).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if path.is_file() and _is_wanted(name):
                yield name, path.read_bytes()


def _list_wheels(wheels: list[Path]) -> Iterator[tuple[str, bytes]]:
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if _is_wanted(name.removesuffix(".so")):  # built for browsers
                    yield name, archive.read(name)


def _is_wanted(name: str) -> bool:
    if name.startswith("..") or name.endswith(_COMPILED) or "__pycache__" in name:
        return False
    return not any(part in f"/{name}" for part in _LEFT_OUT) or name.endswith(_KEPT)


if __name__ == "__main__":
    main()
