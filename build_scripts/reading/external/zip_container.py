"""ZIP containers of any origin, read in memory and within limits; nothing is unpacked to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

MEGABYTE = 1024 * 1024
MOST_MEMBERS = 5000
LARGEST_MEMBER = 200 * MEGABYTE  # unpacked
LARGEST_RATIO = 200  # unpacked to packed; XML of a word processor reaches 60
FREE_OF_RATIO = 4 * MEGABYTE  # a small file may be all blanks
SYMLINK = 0o120000
FILE_TYPE = 0o170000


class ContainerError(Exception):
    """The container, or one member, can't be read; the message gives the reason."""


class DamagedContainerError(ContainerError):
    """Truncated, or no ZIP file at all."""


class EncryptedMemberError(ContainerError):
    """A password is needed."""


class UnsafeMemberError(ContainerError):
    """A member that only an attack or an accident would make."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in a container, by its declared sizes in bytes; `index` is its rank there."""

    index: int
    name: str
    size: int
    packed_size: int
    encrypted: bool
    symlink: bool


class ZipContainer:
    """A ZIP file in memory."""

    def __init__(self, data: bytes) -> None:
        """Read the directory; raise DamagedContainerError and UnsafeMemberError."""
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise DamagedContainerError(f"its directory can't be read ({error})") from error
        self._infos = self._file.infolist()
        if len(self._infos) > MOST_MEMBERS:
            raise UnsafeMemberError(f"it holds more than {MOST_MEMBERS} files")

    def list_members(self) -> Iterator[Member]:
        """List all members but folders, in the directory's order."""
        for index, info in enumerate(self._infos):
            if not info.is_dir():
                yield Member(
                    index,
                    info.orig_filename,
                    info.file_size,
                    info.compress_size,
                    bool(info.flag_bits & 1),
                    (info.external_attr >> 16) & FILE_TYPE == SYMLINK,
                )

    def read_member(self, member: Member, most: int = LARGEST_MEMBER) -> bytes:
        """Return a member of at most `most` bytes; declared sizes are checked, then the output's.

        Raise EncryptedMemberError, UnsafeMemberError, DamagedContainerError.
        """
        if member.encrypted:
            raise EncryptedMemberError("it needs a password")
        if member.size > most:
            raise UnsafeMemberError(f"it would unpack to more than {most // MEGABYTE} MB")
        limit = min(most, max(FREE_OF_RATIO, member.packed_size * LARGEST_RATIO))
        if member.size > limit:
            raise UnsafeMemberError(f"it would unpack to over {LARGEST_RATIO} times its size")
        try:
            with self._file.open(self._infos[member.index]) as stream:
                data = stream.read(limit + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise DamagedContainerError(f"it can't be unpacked ({error})") from error
        if len(data) > limit:
            raise UnsafeMemberError("it unpacks to more than it declares")
        return data

    def find_member(self, name: str) -> Member | None:
        """Return the member of that name, or None."""
        return next((member for member in self.list_members() if member.name == name), None)
