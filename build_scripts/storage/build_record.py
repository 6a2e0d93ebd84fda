"""What the last whole build was made from and left behind: where both are the same, it stands.

The record lies in the cache, beside the site's index. Inputs are told by their bytes; the files of
the site, of which there can be a million, by their sizes and the moments they were written.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from build_scripts.storage.atomic import write_atomically
from build_scripts.storage.folder_walk import pass_over, walk_files


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """A build that ended well: digests of what it read and of what it left; how many orders it held
    back.
    """

    inputs: str
    site: str
    warnings: int
    held_back: int = 0


def read_build_record(place: Path) -> BuildRecord | None:
    """Return the record of the last build; None where there is none that can be read."""
    try:
        return BuildRecord(**json.loads(place.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def write_build_record(place: Path, record: BuildRecord) -> None:
    """Remember a build. Raises OSError."""
    write_atomically(place, (json.dumps(asdict(record), indent=1) + "\n").encode())


def digest_inputs(
    facts: Iterable[str], folders: Mapping[Path, frozenset[str]], files: Iterable[Path]
) -> str:
    """Return a digest of `facts` and of the bytes of files, by path.

    `folders` are read whole, but for hidden files and the paths, relative to each, that it gives:
    what builds wrote there. A file of `files` that is not there counts as that, and so does one of
    the folders that may not be read.
    """
    digest = sha256("\0".join(facts).encode("utf-8", "surrogateescape"))
    for folder, made in folders.items():
        found = walk_files(folder, hidden=False, refused=pass_over)
        for path in sorted(path for path, _ in found):
            if path not in made:
                digest.update(f"\n{path}\0".encode("utf-8", "surrogateescape"))
                digest.update(_digest_content(folder / path))
    for file in files:
        content = sha256(file.read_bytes()).hexdigest() if file.is_file() else "missing"
        digest.update(f"\n{file.name}\0{content}".encode())
    return digest.hexdigest()


def _digest_content(path: Path) -> bytes:
    try:
        return sha256(path.read_bytes()).digest()
    except PermissionError:
        return b"may not be read"


def digest_places(site: Path) -> str:
    """Return a digest of the names, sizes and times of writing of all files of a site."""
    digest = sha256()
    lines = []
    for path, entry in walk_files(site, hidden=False, refused=pass_over):
        found = entry.stat(follow_symlinks=False)
        lines.append(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n")
    for line in sorted(lines):
        digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
