"""A built site's own records: SHA256SUMS, every file with its digest, and build.json.

SHA256SUMS is as `sha256sum --check` reads it; a backslash or line end in a name is written as GNU
coreutils do (https://www.gnu.org/software/coreutils/manual/html_node/md5sum-invocation.html).
build.json lists what the site was made of:

    {
     "format": 1,
     "made_from": {"orders": "9f2c…", "mkdocs.yml": "77ab…"},
     "versions": {"mkdocs": "1.6.1", "orders-archive": "0.2.0", "python": "3.11"}
    }

Names are sorted and there is no date in them: the same site has the same manifest.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from types import MappingProxyType

from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.archive.storage.folder_walk import identify_state, walk_files
from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import ArchiveError

SUMS = "SHA256SUMS"
BUILD = "build.json"
SIGNATURES = frozenset(f"{SUMS}.{ending}" for ending in ("minisig", "sigstore.json", "sig", "asc"))
"""Files next to the manifest that sign it; they can't be listed in it."""

LARGEST = 1024 * 1024 * 1024  # bytes: some eight million files
_FORMAT = 1
_LINE = Pattern(
    r"(?P<escaped>\\?)(?P<digest>[0-9a-f]{64}|)  (?P<path>.+)",
    accepts=[f"{'0a' * 32}  orders/a.html", f"\\{'0a' * 32}  a\\nb", "  a-link"],
    refuses=["0a1b  orders/a.html", f"{'0a' * 32} a.html", f"{'0A' * 32}  a.html"],
    by="fullmatch",
)


class ManifestError(ArchiveError):
    """A site's manifest is missing or can't be used; the message explains what to do."""


@dataclass(frozen=True, slots=True)
class FileChanges:
    """How a site's files differ from its manifest: sorted paths."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Return whether each file is there as it was built, and no other."""
        return not (self.missing or self.changed or self.added)


def compare_files(said: Mapping[str, str], found: Mapping[str, str]) -> FileChanges:
    """Return how the files `found` differ from those of the manifest, `said`: digests by path."""
    return FileChanges(
        missing=tuple(sorted(said.keys() - found.keys())),
        changed=tuple(
            sorted(path for path in said.keys() & found.keys() if said[path] != found[path])
        ),
        added=tuple(sorted(found.keys() - said.keys())),
    )


def hash_site(
    site: Path, taken: Mapping[str, tuple[object, str]] = MappingProxyType({})
) -> dict[str, str]:
    """Return the sha256 of every file of a site by path, sorted; one file is read at a time.

    `taken` has digests of files that were read already, by their places: each holds as long as the
    file is in the same state.
    The manifest, its signatures and a folder `.git` (of who publishes by Git) are skipped. A link,
    and an entry that is neither file nor folder, has the digest "": no site has any. Raises
    ArchiveError if the system refuses.
    """
    digests = {}
    try:
        for path, entry in walk_files(site):
            if path == SUMS or path in SIGNATURES or path.startswith(".git/"):
                continue
            state, digest = taken.get(entry.path, (None, ""))
            if state is not None and identify_state(entry) == state:
                digests[path] = digest
            elif entry.is_file(follow_symlinks=False):
                with open(entry.path, "rb") as file:  # noqa: PTH123 (of many)
                    digests[path] = file_digest(file, "sha256").hexdigest()
            else:
                digests[path] = ""
    except OSError as error:
        raise ArchiveError(
            f"{error.filename or site} can't be read: {error.strerror}. Fix its permissions."
        ) from error
    return dict(sorted(digests.items()))


def write_manifest(
    site: Path,
    made_from: Mapping[str, str],
    versions: Mapping[str, str],
    digests: Mapping[str, str],
) -> None:
    """Write the manifest of a finished site; nothing in the folder may change afterwards.

    `digests` are those of its files, by `hash_site`.
    """
    facts = {
        "format": _FORMAT,
        "made_from": dict(sorted(made_from.items())),
        "versions": dict(sorted(versions.items())),
    }
    data = (json.dumps(facts, indent=1) + "\n").encode()
    write_atomically(site / BUILD, data)
    listed = sorted({**digests, BUILD: sha256(data).hexdigest()}.items())
    lines = (_write_line(path, digest) for path, digest in listed)
    write_atomically(site / SUMS, (line.encode("utf-8", "surrogateescape") for line in lines))


def read_manifest(site: Path) -> tuple[dict[str, str], str]:
    """Return a manifest's digests by path, and its own sha256. Raises ManifestError."""
    place = site / SUMS
    try:
        with place.open("rb") as file:
            data = file.read(min(LARGEST, place.stat().st_size) + 1)  # allocated at once
    except FileNotFoundError as error:
        raise ManifestError(
            f"{site} has no {SUMS}. Name the folder of a whole site, as it was published."
        ) from error
    except OSError as error:
        raise ManifestError(f"{place} can't be read: {error.strerror}.") from error
    if len(data) > LARGEST:
        raise ManifestError(f"{place} can't be used: it is larger than {LARGEST // 1024**3} GB.")
    digests = {}
    text = data.decode("utf-8", "surrogateescape")
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise ManifestError(
                f"{place} can't be used: line {number} is no sha256 with a path. "
                "Fetch the site's folder again."
            )
        path = match["path"]
        if match["escaped"]:
            path = path.replace("\\n", "\n").replace("\\\\", "\\")
        digests[path] = match["digest"]
    return digests, sha256(data).hexdigest()


def read_made_from(site: Path) -> dict[str, str]:
    """Return what a site was made of, by its build.json; empty if that does not list it."""
    try:
        said = json.loads((site / BUILD).read_bytes())["made_from"]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _write_line(path: str, digest: str) -> str:
    if "\\" in path or "\n" in path:
        escaped = path.replace("\\", "\\\\").replace("\n", "\\n")
        return f"\\{digest}  {escaped}\n"
    return f"{digest}  {path}\n"
