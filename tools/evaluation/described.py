"""One real order read, cleaned and described, without its citations, as fast as can be.

What was read of a file is kept below the user's cache folder, by the file's bytes and the code
that read it: OCR takes a minute where the rest takes a tenth of a second.
"""

import pickle
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from os import environ, getpid
from pathlib import Path
from typing import Any

from build_scripts.archive import catalogue_orders
from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.convert.order import SECOND_READER, describe_source
from build_scripts.describing.tagging import Use
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceText
from build_scripts.problems import (
    FindingCode,
    UnreadableOrderError,
    WithheldOrderError,
    WordsLostError,
)
from build_scripts.reading import read_order
from build_scripts.site.data.record import present_order

_CODE = Path(__file__).parents[2]
_IMPORT = re.compile(r"^\s*from (build_scripts[\w.]*) import", re.MULTILINE)


@dataclass(frozen=True)
class Described:
    """What the program makes of a file; without `order`, `refusal` says why there is none."""

    order: Order | None
    object: dict[str, Any]  # as `orders show --json` prints it, without citations
    refusal: str = ""
    lost: bool = False  # refused since cleaning did not conserve its words
    sealed: bool = False  # held back by itself; described all the same, as if confirmed

    @property
    def is_held_back(self) -> bool:
        """Whether a build asks before it publishes it, since it looks like no order."""
        findings = self.order.findings if self.order else ()
        return any(one.code is FindingCode.HELD_BACK for one in findings)


def follow_imports(folder: Path) -> set[Path]:
    """List the files below a folder, the program's files that these import, and their tables."""
    found: set[Path] = set()
    waiting = list(folder.rglob("*.py"))
    while waiting:
        path = waiting.pop()
        found.add(path)
        for name in _IMPORT.findall(path.read_text(encoding="utf-8")):
            place = _CODE.joinpath(*name.split("."))
            imported = place.with_suffix(".py") if not place.is_dir() else place / "__init__.py"
            if imported not in found:
                waiting.append(imported)
    return found | {table for path in found for table in path.parent.glob("*.toml")}


@cache
def _fingerprint_reading() -> str:
    digest = sha256()
    for path in sorted(follow_imports(_CODE / "build_scripts" / "reading")):
        digest.update(f"{path.relative_to(_CODE).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_kept(raw: RawOrder) -> SourceText:
    """Read an order, or take what the same code read of the same bytes before.

    Raises UnreadableOrderError as `read_order` does.
    """
    home = Path(environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "orders-archive-readings"
    name = sha256(f"{raw.sha256} {raw.path} {_fingerprint_reading()}".encode()).hexdigest()
    kept = home / name
    if kept.is_file():
        source: SourceText = pickle.loads(kept.read_bytes())  # noqa: S301 - our own
        return source
    source = read_order(raw)
    home.mkdir(parents=True, exist_ok=True)
    spare = kept.with_suffix(f".{getpid()}")
    spare.write_bytes(pickle.dumps(source))
    spare.replace(kept)
    return source


def describe_file(path: Path, second_reader: Use = SECOND_READER) -> Described:
    """Describe one file as a build does; a paper marked as sealed is described as if public."""
    raw = read_loose_file(path)
    try:
        source = read_kept(raw)
        sealed = False
        try:
            order = describe_source(raw, source, second_reader=second_reader)
        except WithheldOrderError:
            sealed = True
            order = describe_source(raw, source, confirmed=True, second_reader=second_reader)
    except UnreadableOrderError as error:
        return Described(None, {}, error.finding.message)
    except WordsLostError as error:
        return Described(None, {}, f"words lost: {error}", lost=True)
    return Described(order, present_order(catalogue_orders([order]).orders[0]), sealed=sealed)
