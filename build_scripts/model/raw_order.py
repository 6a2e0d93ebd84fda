"""Files of the orders folder: bytes and their source."""

from dataclasses import dataclass
from hashlib import sha256

_COMPANIONS = frozenset(
    {"readme.md", "readme.txt", "license", "license.txt", "license.md", "thumbs.db", "desktop.ini"}
)


def is_companion(name: str) -> bool:
    """Return whether a file of this name may be among orders without being one: hidden, a README, a
    desktop's own, or Word's note of who has a file open ("~$order.docx").
    """
    return name.startswith((".", "~$")) or name.lower() in _COMPANIONS


@dataclass(frozen=True, slots=True)
class SideFile:
    """An editor's or an importer's file on a raw order; `path` is POSIX, below the orders folder.

    `data` is None if the file is there and can't be read.
    """

    path: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class RawOrder:
    """One raw order as it came. `path` is POSIX, relative to the orders folder (as given for a file
    elsewhere), `sha256` the hexadecimal digest of `data`.
    """

    path: str
    data: bytes
    sha256: str
    corrections: SideFile | None = None
    provenance: SideFile | None = None

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> "RawOrder":
        """Make a raw order from its bytes; the digest is taken here, so that it always agrees."""
        return cls(path, data, sha256(data).hexdigest())
