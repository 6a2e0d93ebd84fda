"""The scan for leaks: words removed from an order may be in no file of the site.

`withheld_words.py` decides which words are searched for and which are exempt: orders that print
such words are not published. So the scan finds only words that came by another way: a page written
by hand, a file of the theme, another plugin, a defect of this program. `name_causes` returns the
orders without which the site is then built.
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from build_scripts.model.archive import Archive
from build_scripts.model.redaction import Secret
from build_scripts.model.withheld_words import OpenWords, WithheldWords, WordsOwner
from build_scripts.problems import LeakedWordsError
from build_scripts.site.texts import SiteText, WrittenDatabase, list_site_texts

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Leak:
    """One string where it must not be; `hint` is its beginning and its length."""

    file: str
    line: int
    kind: str
    hint: str
    order: str  # the raw order's path
    page: int
    order_line: int

    @property
    def owner(self) -> WordsOwner:
        """Return the order that withholds the words, without them."""
        return WordsOwner(self.order, Secret(self.kind, self.page, self.order_line, ""))


@dataclass(frozen=True, slots=True)
class LeakReport:
    """The words and files of a scan, and its results."""

    searched: int  # different strings
    files: int
    spared: int  # strings that an editor allows somewhere
    too_short: int
    leaks: tuple[Leak, ...]
    matched: frozenset[str] = frozenset()  # files with such words, permitted or not
    passed: frozenset[str] = frozenset()  # digests of files' parts without them


def scan_for_leaks(
    archive: Archive,
    folders: Iterable[Path],
    known: Container[str] = (),
    passed: Container[str] = (),
    written: WrittenDatabase | None = None,
) -> LeakReport:
    """Search every file of `folders` for the words that the archive's orders withhold.

    Takes time linear in their size, whatever the number of strings. Files in which the same search
    matched nothing before are `known`, digests of files and parts `passed`; `written` is the
    archive's database, if this build wrote it: `list_site_texts` takes them.
    Raises ArchiveError for a file that can't be read.
    """
    words = archive.withheld_words
    addresses = {one.order.source.path: one.address for one in archive.orders}
    wanted = words.match()
    leaks: dict[tuple[str, str], Leak] = {}
    files = set()
    matched = set()
    parts: set[str] = set()
    with_words: set[str] = set()
    for folder in folders:
        for found in list_site_texts(folder, known, passed, written):
            files.add((folder, found.file))
            parts.update(found.parts)
            if found.data and wanted.may_stand_in(found.data):  # none of a part that passed
                for start, end, bare in wanted.find(found.text):
                    matched.add(found.file)
                    with_words.update(found.parts)
                    for owner in _list_owners(words, bare, found.file, addresses):
                        leaks.setdefault((found.file, bare), _make_leak(found, start, end, owner))
    return LeakReport(
        wanted.count,
        len(files),
        words.spared,
        words.too_short,
        tuple(leaks.values()),
        frozenset(matched),
        frozenset(parts - with_words),
    )


def _list_owners(
    words: WithheldWords, bare: str, file: str, addresses: Mapping[str, str]
) -> Iterable[WordsOwner]:
    """Return the owners who forbid the words in a file."""
    owners = words.owners[bare]
    if bare not in words.shared:
        return owners[:1]
    return [one for one in owners if one.path in addresses and _is_below(file, addresses[one.path])]


def name_causes(
    leaks: Iterable[Leak], archive: Archive, given: Collection[str]
) -> dict[str, tuple[OpenWords, ...]]:
    """Return the orders without which a site has no leaks, each with the words that leaked; none if
    a leak is no order's.

    A file below an order's address is of that order. Words in a file of all orders, and in none of
    an order, are attributed to the order that withholds them, unless the file is one of `given`,
    which the site was built from.
    """
    paths = {one.address: one.order.source.path for one in archive.orders}
    published = set(paths.values())
    causes: dict[str, list[OpenWords]] = {}
    explained: set[WordsOwner] = set()
    shared: list[Leak] = []
    for leak in leaks:
        place = PurePosixPath(leak.file)
        above = (str(one) for one in (place.with_suffix(""), *place.parents))
        path = next((paths[one] for one in above if one in paths), None)
        if path is None:
            shared.append(leak)
        else:
            explained.add(leak.owner)
            causes.setdefault(path, []).append(_open(leak))
    for leak in shared:
        if leak.owner in explained:
            continue  # it came from there
        if leak.file in given or leak.order not in published:
            return {}
        causes.setdefault(leak.order, []).append(_open(leak))
    return {path: tuple(dict.fromkeys(several)) for path, several in causes.items()}


def _open(leak: Leak) -> OpenWords:
    return OpenWords(leak.owner, f"{leak.file}, line {leak.line}")


def require_no_leaks(report: LeakReport) -> None:
    """Raise LeakedWordsError if the scan found anything. The message lists places, never words."""
    if not report.leaks:
        return
    named = "\n".join(f"  {line}" for line in list_leaks(report.leaks[:_MOST_NAMED]))
    more = len(report.leaks) - _MOST_NAMED
    rest = f"\n  and {more} more" if more > 0 else ""
    raise LeakedWordsError(
        f"Words that are private or withheld are in the site. Do not publish it.\n{named}{rest}\n"
        "Take them out of these files, or let them stand: `allow: {words: …}` in the order's "
        "corrections file. A file's own name is shown too: rename it."
    )


def list_leaks(leaks: Iterable[Leak]) -> Iterator[str]:
    """Yield a line on each leak."""
    for leak in leaks:
        yield (
            f"{leak.file}, line {leak.line}: {leak.kind} {leak.hint}, of {leak.order}, "
            f"page {leak.page}, line {leak.order_line}"
        )


def _is_below(name: str, address: str) -> bool:
    return name.startswith((f"{address}/", f"{address}."))


def _make_leak(found: SiteText, start: int, end: int, owner: WordsOwner) -> Leak:
    words = found.text[start:end]
    secret = owner.secret
    return Leak(
        found.file,
        found.count_before() + found.line + found.text.count("\n", 0, start),
        secret.kind,
        f"“{words[:2]}…” ({len(words)} characters)",
        owner.path,
        secret.page,
        secret.line,
    )
