"""What a built site says of itself: every file with its digest, and what it was made of."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteManifest:
    """The manifest of a site.

    `files` has the sha256 of every file by its POSIX path below the site, but for the manifest
    itself. `made_from` has the sha256 of each input by name, and the site's address; `versions` has
    those of the programs and libraries that the bytes depend on.
    """

    files: Mapping[str, str]
    made_from: Mapping[str, str]
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FileChanges:
    """How a site's files differ from its manifest: sorted paths."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether each file is there as it was built, and no other."""
        return not (self.missing or self.changed or self.added)


def compare_files(manifest: SiteManifest, found: Mapping[str, str]) -> FileChanges:
    """Return how the files `found`, by path with their sha256, differ from the manifest's."""
    said = manifest.files
    return FileChanges(
        missing=tuple(sorted(said.keys() - found.keys())),
        changed=tuple(
            sorted(path for path in said.keys() & found.keys() if said[path] != found[path])
        ),
        added=tuple(sorted(found.keys() - said.keys())),
    )
