"""A folder as a bag, whose own files show whether a file was lost or changed (RFC 8493)."""

from collections.abc import Iterable, Mapping
from hashlib import file_digest
from pathlib import Path
from urllib.parse import quote

PAYLOAD = "data"

_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def close_bag(folder: Path, facts: Mapping[str, str]) -> None:
    """Write the tag files of a bag whose payload is in `folder`/data; `facts` go into bag-info.txt,
    before the payload's size. The same payload gives the same bytes.
    """
    payload = sorted(path for path in (folder / PAYLOAD).rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in payload)
    known = {**facts, "Payload-Oxum": f"{size}.{len(payload)}"}.items()
    (folder / "bagit.txt").write_text(_DECLARATION, encoding="utf-8", newline="\n")
    lines = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in known if value)
    (folder / "bag-info.txt").write_text(lines, encoding="utf-8", newline="\n")
    _write_manifest(folder, "manifest-sha256.txt", payload)
    tags = [folder / name for name in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")]
    _write_manifest(folder, "tagmanifest-sha256.txt", tags)


def _write_manifest(folder: Path, name: str, paths: Iterable[Path]) -> None:
    with (folder / name).open("w", encoding="utf-8", newline="\n") as manifest:
        for path in paths:
            with path.open("rb") as file:
                digest = file_digest(file, "sha256").hexdigest()
            below = path.relative_to(folder).as_posix()
            escaped = "".join(quote(sign) if sign in "\r\n%" else sign for sign in below)
            manifest.write(f"{digest}  {escaped}\n")
