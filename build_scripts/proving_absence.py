"""The proof that what left an order stands in no file of the site.

Every string that was redacted, or that an editor withholds, is looked for in every file, as letters
and digits alone, in one pass over each. Four things are set apart, and counted:

- What an editor lets stand in some order (`allow`, or a passage that is withheld on one page only),
  and a kind that the settings let stand, is meant to be read: it is not looked for.
- What a PDF hides under a box and an order prints openly elsewhere is not looked for either.
- Words of a passage can stand in another order by themselves. They are then looked for below the
  address of the order that withholds them alone. A number or a mail address has no such excuse.
- Very short words stand everywhere; nothing can be proved of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from build_scripts.bare_words import Needles, strip_bare
from build_scripts.model.archive import Archive
from build_scripts.model.private_data import PrivatePolicy
from build_scripts.model.redaction import DEFAULT_POLICIES, HIDDEN, PASSAGE, Policies, Secret
from build_scripts.problems import LeakedWordsError
from build_scripts.storage.code_fingerprint import fingerprint_program
from build_scripts.storage.site_texts import SiteText, list_site_texts

FEWEST = 6  # letters and digits of what can be looked for
_MOST_NAMED = 10
NOTHING_PROVEN: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Leak:
    """One string that stands where it must not; `hint` is its beginning and how long it is."""

    file: str
    line: int
    kind: str
    hint: str
    order: str  # the raw order's path
    page: int
    order_line: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked for, where, and what was found."""

    search: str  # a digest of what was looked for, and by what program
    searched: int  # different strings
    files: int
    spared: int  # strings that an editor lets stand somewhere
    too_short: int
    leaks: tuple[Leak, ...]


@dataclass(frozen=True, slots=True)
class _Owner:
    """The order that a secret left first."""

    address: str
    path: str
    secret: Secret


def prove_absence(
    archive: Archive,
    folders: Iterable[Path],
    said: Iterable[str] = (),
    policies: Policies = DEFAULT_POLICIES,
    proven: Mapping[str, str] = NOTHING_PROVEN,
) -> Proof:
    """Look for everything that left an order in every file of `folders`.

    `said` are words of the site itself, such as the owner's mail address, which stand on every
    page. What is of a kind that `policies` let stand is not looked for: a notice of mailing leaves
    with its addresses, which other orders may print openly then. Files that are as they were when
    the same search, by its digest in `proven`, found nothing in them are not read again. Time is
    linear in the others, whatever the number of strings. Raises ArchiveError for a file that can't
    be read.
    """
    let_stand = {
        kind.value for kind, policy in policies.items() if policy is not PrivatePolicy.REDACT
    }
    owners: dict[str, list[_Owner]] = {}
    spared = {strip_bare(words) for words in said}
    for archived in archive.orders:
        redaction = archived.order.redaction
        spared.update(redaction.spared)
        for secret in redaction.secrets:
            if secret.kind in let_stand:
                spared.add(secret.bare)
            owner = _Owner(archived.address, archived.order.source.path, secret)
            owners.setdefault(secret.bare, []).append(owner)
    long = {bare for bare in owners if len(bare) >= FEWEST}
    spared |= _find_said_openly(archive, owners)
    wanted = Needles(long - spared)
    shared = _find_shared(archive, owners, long - spared)
    search = _name_search(owners, long - spared, shared)
    leaks: dict[tuple[str, str], Leak] = {}
    files = set()
    for folder in folders:
        passed = {name for name, known in proven.items() if known == search}
        files |= {(folder, name) for name in passed}
        for found in list_site_texts(folder, passed):
            files.add((folder, found.file))
            if not wanted.may_stand_in(found.text):
                continue
            for start, end, bare in wanted.find(found.text):
                for owner in owners[bare][:1] if bare not in shared else owners[bare]:
                    if bare not in shared or _is_below(found.file, owner.address):
                        leak = _make_leak(found, start, end, owner)
                        leaks.setdefault((found.file, bare), leak)
    return Proof(
        search,
        wanted.count,
        len(files),
        len(long & spared),
        len(owners) - len(long),
        tuple(leaks.values()),
    )


def _name_search(
    owners: Mapping[str, list[_Owner]], wanted: Iterable[str], shared: Iterable[str]
) -> str:
    told = [(bare, [owner.address for owner in owners[bare]]) for bare in sorted(wanted)]
    facts = (fingerprint_program(), told, sorted(shared))
    return sha256(repr(facts).encode("utf-8", "surrogatepass")).hexdigest()


def demand_absence(proof: Proof) -> None:
    """Raise LeakedWordsError, naming places and not words, where the proof fails."""
    if not proof.leaks:
        return
    named = "\n".join(f"  {line}" for line in list_leaks(proof.leaks[:_MOST_NAMED]))
    more = len(proof.leaks) - _MOST_NAMED
    rest = f"\n  and {more} more" if more > 0 else ""
    raise LeakedWordsError(
        f"Words that are private or withheld stand in the site. Do not publish it.\n{named}{rest}\n"
        "Withhold the words as a passage where they stand, or let them stand with `allow` in the "
        "order's corrections file. A file's own name is shown too: rename it."
    )


def list_leaks(leaks: Iterable[Leak]) -> Iterator[str]:
    """Yield a line on each leak."""
    for leak in leaks:
        yield (
            f"{leak.file}, line {leak.line}: {leak.kind} {leak.hint}, of {leak.order}, "
            f"page {leak.page}, line {leak.order_line}"
        )


def _find_said_openly(archive: Archive, owners: dict[str, list[_Owner]]) -> set[str]:
    """What a PDF hides in one place and an order prints in another: it is read there anyway."""
    hidden = Needles(
        bare for bare, having in owners.items() if all(o.secret.kind == HIDDEN for o in having)
    )
    if not hidden.count:
        return set()
    return {
        bare
        for archived in archive.orders
        for _, _, bare in hidden.find(archived.order.clean.reading_text)
    }


def _find_shared(
    archive: Archive, owners: dict[str, list[_Owner]], wanted: Iterable[str]
) -> set[str]:
    """Passages whose words another order's published text holds by itself."""
    passages = Needles(
        bare for bare in wanted if all(owner.secret.kind == PASSAGE for owner in owners[bare])
    )
    if not passages.count:
        return set()
    shared = set()
    for archived in archive.orders:
        for _, _, bare in passages.find(archived.order.clean.reading_text):
            if all(owner.address != archived.address for owner in owners[bare]):
                shared.add(bare)
    return shared


def _is_below(name: str, address: str) -> bool:
    return name.startswith((f"{address}/", f"{address}."))


def _make_leak(found: SiteText, start: int, end: int, owner: _Owner) -> Leak:
    words = found.text[start:end]
    secret = owner.secret
    return Leak(
        found.file,
        found.line + found.text.count("\n", 0, start),
        secret.kind,
        f"“{words[:2]}…” ({len(words)} characters)",
        owner.path,
        secret.page,
        secret.line,
    )
