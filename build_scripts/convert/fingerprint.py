"""The program as one digest: earlier results are used only by the same program."""

import platform
import re
import subprocess
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from shutil import which

from build_scripts.model.raw_order import RawOrder

_HOME = Path(__file__).parents[1]
_DISTRIBUTION = "orders-archive"
_PROGRAMS = {"tesseract": "--version", "antiword": "", "wpd2text": "--version"}
_SECONDS = 20

CONVERTING = ("reading", "cleaning", "redacting", "describing", "citing", "model")
"""Packages that affect the conversion of one order."""
CONVERTING_FILES = ("convert/order.py", "problems.py")


@cache
def fingerprint_conversion() -> str:
    """Return a digest of everything but the order that affects the conversion of one raw order.

    The code of the stages, the versions of the libraries and of Python, and which external programs
    are installed. Any change of them gives another digest: a cache of converted orders is keyed by
    it, so that a changed rule never serves a stale page.
    """
    digest = sha256()
    for folder in CONVERTING:
        digest_sources(_HOME / folder, digest.update)
    for name in CONVERTING_FILES:
        digest.update((_HOME / name).read_bytes())
    for line in (*list_versions(), *(_ask_version(*program) for program in _PROGRAMS.items())):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def identify_file(raw: RawOrder, corrections: bytes) -> str:
    """Return a key of a file and of the bytes of all its corrections."""
    return sha256(raw.sha256.encode() + corrections).hexdigest()


@cache
def name_rules() -> str:
    """Return the name of the rules that describe an order: "0.2.0-77ab12cd".

    The version of this program and a digest of its rules' code. Machines, libraries and external
    programs are not part of it.
    """
    digest = sha256()
    for folder in CONVERTING:
        digest_sources(_HOME / folder, digest.update)
    return f"{name_release()}-{digest.hexdigest()[:8]}"


def name_release() -> str:
    """Return this program's version: "0.2.0"; "0" if it runs from a folder, not installed."""
    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:
        return "0"


@cache
def fingerprint_program() -> str:
    """Return a digest of the whole program's code and its libraries' versions."""
    digest = sha256()
    digest_sources(_HOME, digest.update)
    for line in list_versions():
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def digest_sources(folder: Path, update: Callable[[bytes], None]) -> None:
    """Feed the names and bytes of all files below `folder` to a digest, sorted by name."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            update(f"{path.relative_to(folder).as_posix()}\0".encode())
            update(path.read_bytes())


@cache
def list_versions() -> tuple[str, ...]:
    """List Python's version and those of the libraries that the program requires."""
    lines = [f"python {platform.python_version()}"]
    for requirement in sorted(requires(_DISTRIBUTION) or ()):
        if "extra ==" in requirement:
            continue
        (name,) = re.findall(r"^[\w.-]+", requirement)
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            lines.append(f"{name} missing")
    return tuple(lines)


def _ask_version(program: str, option: str) -> str:
    """Return a program's version output or, without any, whether the program is installed."""
    place = which(program)
    if place is None:
        return f"{program} missing"
    if not option:
        return f"{program} {Path(place).stat().st_size}"
    asked = subprocess.run([place, option], capture_output=True, timeout=_SECONDS, check=False)
    return f"{program} {(asked.stdout or asked.stderr)[:200]!r}"
