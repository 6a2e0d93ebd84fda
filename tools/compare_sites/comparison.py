"""Two folders of built sites → what was added, what is gone, what each file says otherwise."""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from tools.compare_sites.changes import Change, list_changes
from tools.compare_sites.page_facts import read_page

DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
"""Digests that data files give of other files say nothing: these are compared themselves."""


@dataclass(frozen=True)
class Comparison:
    """What differs between two sites; files are named from the site's root."""

    pages: int  # in both sites
    files: int  # in both sites, that are no pages
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: dict[str, dict[str, list[Change]]]  # file → kind → changes, none of them empty
    markup: tuple[str, ...]  # files whose bytes differ in nothing that is compared

    @property
    def equal(self) -> bool:
        """Whether readers get the same of both."""
        return not (self.added or self.removed or self.changed)


def compare_sites(
    old: Path,
    new: Path,
    ignored: Sequence[re.Pattern[str]] = (),
    skipped: Sequence[str] = (),
) -> Comparison:
    """Return what differs; what matches `ignored` is no difference, `skipped` names files."""
    before, after = (_list_files(site, skipped) for site in (old, new))
    both = sorted(before & after)
    changed: dict[str, dict[str, list[Change]]] = {}
    markup = []
    for name in both:
        one, other = (old / name).read_bytes(), (new / name).read_bytes()
        if one == other:
            continue
        if changes := _compare_file(name, one, other, ignored):
            changed[name] = changes
        else:
            markup.append(name)
    pages = sum(name.endswith(".html") for name in both)
    return Comparison(
        pages=pages,
        files=len(both) - pages,
        added=tuple(sorted(after - before)),
        removed=tuple(sorted(before - after)),
        changed=changed,
        markup=tuple(markup),
    )


def _list_files(site: Path, skipped: Sequence[str]) -> set[str]:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {name for name in names if not any(fnmatch(name, glob) for glob in skipped)}


def _compare_file(
    name: str, old: bytes, new: bytes, ignored: Sequence[re.Pattern[str]]
) -> dict[str, list[Change]]:
    before, after = _read(name, old), _read(name, new)
    if before is None or after is None:
        return {_say_kind(name): [Change(f"{len(old):,} bytes", f"{len(new):,} other bytes")]}
    found = {
        kind: list(
            list_changes(list(_strip(before[kind], ignored)), list(_strip(after[kind], ignored)))
        )
        for kind in before
    }
    return {kind: changes for kind, changes in found.items() if changes}


def _strip(lines: Sequence[str], ignored: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """Yield the lines without what is ignored; lines of nothing else are gone."""
    for line in lines:
        kept = line
        for pattern in ignored:
            kept = pattern.sub("", kept)
        if kept == line or kept.strip():
            yield kept


def _read(name: str, content: bytes) -> dict[str, list[str]] | None:
    """Return the lines of a file by kind, or None where it holds no text."""
    if name.endswith(".html"):
        return read_page(name, content)
    if name.endswith(".gz"):
        name, content = name.removesuffix(".gz"), gzip.decompress(content)
    try:
        text = content.decode("utf-8")
        if name.endswith(".json"):
            text = _spread(text)
        elif name.endswith(".jsonl"):
            text = "\n".join(map(_spread, text.splitlines()))
    except ValueError:
        return None
    return {_say_kind(name): DIGEST.sub("…", text).splitlines()}


def _spread(text: str) -> str:
    """Return JSON with a value a line."""
    return json.dumps(json.loads(text), indent=1, ensure_ascii=False)


def _say_kind(name: str) -> str:
    return f"{Path(name).suffix.lstrip('.') or Path(name).name} files"
