"""ZIP containers of any origin, read in memory and within limits; nothing is unpacked to disk."""

import zipfile
import zlib
from io import BytesIO

MEGABYTE = 1024 * 1024
MOST_MEMBERS = 5000
LARGEST_MEMBER = 200 * MEGABYTE  # unpacked
LARGEST_RATIO = 200  # unpacked to packed; XML of a word processor reaches 60
FREE_OF_RATIO = 4 * MEGABYTE  # a small file may be all blanks
SYMLINK = 0o120000
Member = zipfile.ZipInfo
FILE_TYPE = 0o170000


class ContainerError(Exception):
    """The container, or one member, can't be read; the message gives the reason."""


class DamagedContainerError(ContainerError):
    """Truncated, or no ZIP file at all."""


class EncryptedMemberError(ContainerError):
    """A password is needed."""


class UnsafeMemberError(ContainerError):
    """A member that only an attack or an accident would make."""


class ZipContainer:
    """A ZIP file in memory."""

    def __init__(self, data: bytes) -> None:
        """Read the directory; raise DamagedContainerError and UnsafeMemberError."""
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise DamagedContainerError(f"its directory can't be read ({error})") from error
        if len(self._file.infolist()) > MOST_MEMBERS:
            raise UnsafeMemberError(f"it holds more than {MOST_MEMBERS} files")

    def list_members(self) -> list[Member]:
        """Return all members but folders, in the directory's order; `orig_filename` is a name as
        the directory has it.
        """
        return [info for info in self._file.infolist() if not info.is_dir()]

    def read_member(self, member: Member, most: int = LARGEST_MEMBER) -> bytes:
        """Return a member of at most `most` bytes; declared sizes are checked, then the output's.

        Raise EncryptedMemberError, UnsafeMemberError, DamagedContainerError.
        """
        if member.flag_bits & 1:
            raise EncryptedMemberError("it needs a password")
        if member.file_size > most:
            raise UnsafeMemberError(f"it would unpack to more than {most // MEGABYTE} MB")
        limit = min(most, max(FREE_OF_RATIO, member.compress_size * LARGEST_RATIO))
        if member.file_size > limit:
            raise UnsafeMemberError(f"it would unpack to over {LARGEST_RATIO} times its size")
        try:
            with self._file.open(member) as stream:
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
        return next((one for one in self.list_members() if one.orig_filename == name), None)


def is_link(member: Member) -> bool:
    """Return whether a member is a symbolic link."""
    return (member.external_attr >> 16) & FILE_TYPE == SYMLINK
