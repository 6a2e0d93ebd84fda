"""The manifest of a built site, `manifest.json` in its folder.

    {
     "format": 1,
     "made_from": {"orders": "9f2c…", "mkdocs.yml": "77ab…"},
     "versions": {"mkdocs": "1.6.1", "orders-archive": "0.1.0", "python": "3.11"},
     "files": {"404.html": "0b1d…", "index.html": "52e1…"}
    }

Names are sorted and there is no date in it: the same site has the same manifest.
"""

import json
from collections.abc import Mapping
from hashlib import file_digest, sha256
from pathlib import Path

from build_scripts.model.site_manifest import SiteManifest
from build_scripts.problems import ArchiveError
from build_scripts.storage.atomic import write_atomically
from build_scripts.storage.folder_walk import walk_files
from build_scripts.storage.sha256 import SHA256

NAME = "manifest.json"
SIGNATURES = frozenset(f"{NAME}.{ending}" for ending in ("minisig", "sigstore.json", "sig", "asc"))
"""Files beside the manifest that sign it; they can't stand in it."""

LARGEST = 1024 * 1024 * 1024  # bytes: some eight million files
_FORMAT = 1


class ManifestError(ArchiveError):
    """A site's manifest is missing or can't be used; the message says what to do."""


def hash_site(site: Path) -> dict[str, str]:
    """Return the sha256 of every file of a site by path, sorted; one file is read at a time.

    The manifest, its signatures and a folder `.git` (of who publishes by Git) are passed over. A
    link, and what is neither file nor folder, is no file that a site has: its digest is "".
    Raises ArchiveError where the system refuses.
    """
    digests = {}
    try:
        for path, entry in walk_files(site):
            if not _is_of_site(path):
                continue
            if entry.is_file(follow_symlinks=False):
                with open(entry.path, "rb") as file:  # noqa: PTH123 (of a million)
                    digests[path] = file_digest(file, "sha256").hexdigest()
            else:
                digests[path] = ""
    except OSError as error:
        raise ArchiveError(
            f"{error.filename or site} can't be read: {error.strerror}. Mend its permissions."
        ) from error
    return dict(sorted(digests.items()))


def write_site_manifest(
    site: Path, made_from: Mapping[str, str], versions: Mapping[str, str]
) -> SiteManifest:
    """Write the manifest of a finished site; nothing in the folder may change afterwards."""
    manifest = SiteManifest(hash_site(site), made_from, versions)
    value = {
        "format": _FORMAT,
        "made_from": dict(sorted(made_from.items())),
        "versions": dict(sorted(versions.items())),
        "files": manifest.files,
    }
    text = json.dumps(value, ensure_ascii=True, indent=1)
    write_atomically(site / NAME, f"{text}\n".encode())
    return manifest


def read_site_manifest(site: Path) -> tuple[SiteManifest, str]:
    """Return the manifest of a site, and its own sha256. Raises ManifestError."""
    place = site / NAME
    try:
        with place.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise ManifestError(
            f"There is no {NAME} in {site}. Name the folder of a whole site, as it was published."
        ) from error
    except OSError as error:
        raise ManifestError(f"{place} can't be read: {error.strerror}.") from error
    if len(data) > LARGEST:
        raise _damage(place, f"it is larger than {LARGEST // 1024**3} GB")
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _damage(place, "it is no JSON") from error
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        raise _damage(place, f"it is not of format {_FORMAT}")
    names = ("files", "made_from", "versions")
    files, made_from, versions = (_read_texts(place, value.get(name), name) for name in names)
    for path, digest in files.items():
        if not SHA256.fullmatch(digest):
            raise _damage(place, f"“{digest[:70]}” is no sha256, of {path[:200]}")
    return SiteManifest(files, made_from, versions), sha256(data).hexdigest()


def _is_of_site(path: str) -> bool:
    return path != NAME and path not in SIGNATURES and not path.startswith(".git/")


def _read_texts(place: Path, value: object, name: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise _damage(place, f"`{name}` is missing or has another shape")
    return value


def _damage(place: Path, what: str) -> ManifestError:
    return ManifestError(f"{place} can't be used: {what}. Fetch the site's folder again.")
