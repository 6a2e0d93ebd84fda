"""The files of all orders are written in stretches, which are kept."""

import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from build_scripts.site.data_writer import _Stretches

LINES = {f"orders/cand/{number}/a": b'{"number": %d}\n' % number for number in range(100)}


def write(lines: Mapping[str, bytes], path: Path, kept: dict[object, Any]) -> int:
    """Write a file; return how many stretches were not `kept` before."""
    before = len(kept)

    def keep(name: str, made_of: Callable[[], object], kind: type, make: Callable[[], Any]) -> Any:
        return kept.setdefault((name, made_of(), kind), make())

    file = _Stretches(path, keep)
    for address, line in sorted(lines.items()):
        file.add(address, len(line), line, partial(bytes, line))
    file.close()
    return len(kept) - before


def test_the_stretches_are_one_file_that_every_program_unpacks(tmp_path: Path) -> None:
    """Some browsers take a file for broken in which another one follows."""
    for lines in (LINES, dict(list(LINES.items())[:1]), {}):
        write(lines, tmp_path / "a.gz", {})
        reader = zlib.decompressobj(16 + zlib.MAX_WBITS)
        data = reader.decompress((tmp_path / "a.gz").read_bytes())
        assert data == b"".join(line for _, line in sorted(lines.items()))
        assert reader.eof
        assert reader.unused_data == b""


def test_an_order_more_or_less_makes_its_own_stretches_anew(tmp_path: Path) -> None:
    kept: dict[object, Any] = {}
    assert write(LINES, tmp_path / "a.gz", kept) > 5
    for address in LINES:
        less = {one: line for one, line in LINES.items() if one != address}
        assert write(less, tmp_path / "a.gz", kept) <= 2
    assert write({**LINES, "orders/cand/55/b": b"{}\n"}, tmp_path / "a.gz", kept) <= 2
    assert write(LINES, tmp_path / "a.gz", kept) == 0
