"""Gzip files of chunks that are compressed by themselves (RFC 1951, RFC 1952): a chunk that did not
change need not be compressed again. Any program unpacks such a file as one.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_HEADER = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
"""No name, no date: the same content gives the same bytes."""
_LEVEL = 6
_LAST_BLOCK = b"\x03\0"
"""An empty block that ends the compressed data."""


def pack_chunk(data: bytes) -> bytes:
    """Return data compressed as a chunk that refers to none before it."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)


class ChunkedFile:
    """A gzip file while its chunks are written."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._sum, self._size = file, 0, 0
        file.write(_HEADER)

    def add(self, data: bytes, chunk: bytes = b"") -> None:
        """Write data; `chunk` is what `pack_chunk` returned for it, if that is known."""
        self._sum = zlib.crc32(data, self._sum)
        self._size += len(data)
        self._file.write(chunk or pack_chunk(data))

    def close(self) -> None:
        """Write the end."""
        end = (self._sum, self._size % 2**32)
        self._file.write(_LAST_BLOCK + b"".join(one.to_bytes(4, "little") for one in end))


@contextmanager
def write_chunks(path: Path) -> Iterator[ChunkedFile]:
    """Open a gzip file for chunks."""
    with path.open("wb") as file:
        chunks = ChunkedFile(file)
        yield chunks
        chunks.close()
