"""What the package says of itself that only a release knows: where its repository is.

`REPOSITORY=https://github.com/OWNER/NAME make dist` has the README's links and pictures lead to the files of
this version there; without it they stay as they are, and the package names no address.
"""

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:)([^)]+)\)")
_PAGES = {
    "Homepage": "",
    "Documentation": "/blob/{tag}/docs/start.md",
    "Source": "",
    "Issues": "/issues",
    "Changelog": "/blob/{tag}/CHANGELOG.md",
}


class PackageMetadata(MetadataHookInterface):
    """Adds the readme, and addresses where the repository is named."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Put both into the package's metadata."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        if repository := os.environ.get("REPOSITORY", ""):
            tag = f"v{metadata['version']}"
            text = _LINK.sub(lambda found: _lead(found, repository, tag), text)
            metadata["urls"] = {
                name: repository + path.format(tag=tag) for name, path in _PAGES.items()
            }
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def _lead(found: re.Match[str], repository: str, tag: str) -> str:
    picture, words, path = found.groups()
    return f"{picture}[{words}]({repository}/{'raw' if picture else 'blob'}/{tag}/{path})"
