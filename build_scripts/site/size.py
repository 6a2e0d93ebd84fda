"""The size of a built site, since hosts set limits."""

from dataclasses import dataclass
from pathlib import Path

from build_scripts.archive.storage.folder_walk import walk_files

LARGEST_ON_GITHUB = 1_000_000_000
"""GitHub Pages publishes sites of up to 1 GB
(https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits)."""


@dataclass(frozen=True, slots=True)
class SiteSize:
    """Files of a folder, and their bytes."""

    files: int
    size: int

    @property
    def is_near_limit(self) -> bool:
        """Return whether the site reaches nine tenths of what GitHub Pages accepts."""
        return self.size >= LARGEST_ON_GITHUB * 9 // 10


def measure_site(folder: Path) -> SiteSize:
    """Return the size of all files below `folder`."""
    sizes = [entry.stat().st_size for _, entry in walk_files(folder) if entry.is_file()]
    return SiteSize(len(sizes), sum(sizes))


def format_size(size: int) -> str:
    """Return bytes in words for people: "812 bytes", "12 kB", "8.3 MB", "1.2 GB"."""
    if size < 1000:
        return f"{size} bytes"
    if size < 100_000:
        return f"{size / 1e3:.0f} kB"
    return f"{size / 1e9:.1f} GB" if size >= LARGEST_ON_GITHUB else f"{size / 1e6:.1f} MB"
