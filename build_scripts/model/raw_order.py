"""What lies in the orders folder: bytes and where they came from."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class CorrectionsFile:
    """What an editor wrote beside a raw order; `path` is POSIX, relative to the orders folder.

    `data` is None where the file is there and can't be read.
    """

    path: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class ProvenanceFile:
    """What an importer wrote beside a raw order; `path` and `data` as in `CorrectionsFile`."""

    path: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class RawOrder:
    """One raw order as it came.

    `path` is POSIX, relative to the orders folder (as given on the command line for a file
    elsewhere). `sha256` is the hexadecimal digest of `data`.
    """

    path: str
    data: bytes
    sha256: str
    corrections: CorrectionsFile | None = None
    provenance: ProvenanceFile | None = None

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> "RawOrder":
        """Make a raw order of its bytes; the digest is taken here, so that it can't disagree."""
        return cls(path, data, sha256(data).hexdigest())
