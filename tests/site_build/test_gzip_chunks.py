"""Gzip files of chunks: any program unpacks them, and a kept chunk gives the same bytes."""

import gzip
import subprocess
from pathlib import Path

import pytest

from build_scripts.site.gzip_chunks import pack_chunk, write_chunks

PIECES = (b"The motion is DENIED.\n" * 400, b"", b"The motion is GRANTED.\n")


@pytest.mark.parametrize("kept", [frozenset[int](), frozenset({0, 2}), frozenset({0, 1, 2})])
def test_a_file_of_chunks_is_one_gzip_file(tmp_path: Path, kept: frozenset[int]) -> None:
    """Whichever chunks were compressed before."""
    place, anew = tmp_path / "kept.gz", tmp_path / "anew.gz"
    with write_chunks(place) as chunks:
        for number, piece in enumerate(PIECES):
            chunks.add(piece, pack_chunk(piece) if number in kept else b"")
    with write_chunks(anew) as chunks:
        for piece in PIECES:
            chunks.add(piece)
    assert gzip.decompress(place.read_bytes()) == b"".join(PIECES)
    assert place.read_bytes() == anew.read_bytes()
    subprocess.run(["gzip", "--test", str(place)], check=True)


def test_a_file_without_chunks_is_empty(tmp_path: Path) -> None:
    with write_chunks(tmp_path / "empty.gz"):
        pass
    assert gzip.decompress((tmp_path / "empty.gz").read_bytes()) == b""
