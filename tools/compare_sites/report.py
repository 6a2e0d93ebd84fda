"""What differs → the lines that a person reads: file by file, and by kind of change."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from tools.compare_sites.changes import Change
from tools.compare_sites.comparison import Comparison

LONGEST = 160  # characters of a change that are shown
SAID = 40  # changes of a kind that the summary lists; the rest it counts


def list_differences(comparison: Comparison) -> Iterator[str]:
    """Yield the files added and removed, then a diff of each that differs."""
    yield from _list_names("Added", comparison.added)
    yield from _list_names("Removed", comparison.removed)
    for name, kinds in comparison.changed.items():
        yield name
        for kind, changes in kinds.items():
            yield f"  {kind}"
            for change in changes:
                yield from (f"    - {_cut(words)}" for words in [change.old] if words)
                yield from (f"    + {_cut(words)}" for words in [change.new] if words)
        yield ""


def _list_names(title: str, names: Iterable[str]) -> Iterator[str]:
    if names:
        yield title
        yield from (f"  {name}" for name in names)
        yield ""


def summarise(comparison: Comparison) -> Iterator[str]:
    """Yield the changes by kind, those of most files first, and how much was compared."""
    for kind, files in sorted(_group(comparison).items()):
        yield kind
        for change, names in sorted(files.items(), key=lambda row: (-len(row[1]), row[0].old))[
            :SAID
        ]:
            where = _count(names) if len(names) > 1 else next(iter(names))
            yield f"  {_say(change)}: {where}"
        if len(files) > SAID:
            yield f"  and {len(files) - SAID} other changes"
        yield ""
    yield f"In both sites: {comparison.pages} pages, {comparison.files} other files."
    yield (
        f"Differing in what readers get: {_count(comparison.changed)};"
        f" in mark-up alone: {_count(comparison.markup)};"
        f" added: {_count(comparison.added)}; removed: {_count(comparison.removed)}."
    )


def _group(comparison: Comparison) -> dict[str, dict[Change, set[str]]]:
    """Return the files of each change, by kind."""
    groups: dict[str, dict[Change, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, kinds in comparison.changed.items():
        for kind, changes in kinds.items():
            for change in changes:
                groups[kind][change].add(name)
    return groups


def _say(change: Change) -> str:
    if not change.old:
        return f"added: {_cut(change.new)}"
    if not change.new:
        return f"removed: {_cut(change.old)}"
    return f"{_cut(change.old)} → {_cut(change.new)}"


def _count(names: Iterable[str]) -> str:
    counts = Counter(name.endswith(".html") for name in names)
    said = [(counts[True], "page"), (counts[False], "file")]
    words = [f"{number} {unit}{'s' * (number != 1)}" for number, unit in said if number]
    return " and ".join(words) or "none"


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} …"
