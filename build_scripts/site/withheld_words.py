"""The words that orders withhold, who may print them anyway, and which orders do so unasked.

Every string that was redacted, or that an editor withholds, is searched for as letters and digits
alone: in the orders before any page is made from them, in every file of the site before it is done.
Exceptions are

- strings that an editor allows in some order (`allow`, or a passage that is withheld on one page
  only), and a kind that the settings allow: they are meant to be read;
- the site's own words, such as the owner's mail address;
- words that a PDF hides under a box and an order prints openly: they can be read there anyway;
- very short words: they are everywhere, and nothing can be proved of them.

The words of a passage mean something else in another order, whose editor can allow them there: they
are then searched for in all others, and below the address of the order that withholds them.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from hashlib import sha256

from build_scripts.convert.fingerprint import fingerprint_program
from build_scripts.model.order import Order
from build_scripts.model.redaction import DEFAULT_POLICIES, HIDDEN, PASSAGE, Policies
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.matching import PhraseMatcher
from build_scripts.model.withheld_words import OpenWords, WithheldWords, WordsOwner, match_prints
from build_scripts.model.withholding import PrivatePolicy

FEWEST = 6  # letters and digits of a searchable string
IN_NAME = "its file's name"
IN_ORIGINAL = "the file as it came"
IN_RECORD = "what is said of it: title, case, corrections"

Recall = Callable[[str], frozenset[str]]
"""Returns, by the digest of a search, the digests of the orders in which it found nothing."""

ListWords = Callable[[Order], Iterable[str]]
"""Returns the words of an order's original file, if the site offers it as it came."""


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """The withheld words of orders, and, by path, the orders in which such words are open.

    `search` is a digest of the words and the program that searched; `passed` are the digests of the
    orders in which nothing was found, if requested.
    """

    words: WithheldWords
    open: Mapping[str, tuple[OpenWords, ...]]
    search: str
    passed: frozenset[str]


def look_through(
    orders: Sequence[Order],
    policies: Policies = DEFAULT_POLICIES,
    said: Iterable[str] = (),
    list_original: ListWords = lambda _: (),
    recall: Recall | None = None,
) -> LookedThrough:
    """Search all words of each order that the site would have for all that any order withholds.

    `said` are words of the site itself. Time is linear in the words, whatever the number of
    strings; each order's text is read once, and none if nothing is withheld. Orders in which the
    same search found nothing before are skipped: `recall`, if given, returns their digests.
    """
    let_stand = {
        kind.value for kind, policy in policies.items() if policy is not PrivatePolicy.REDACT
    }
    owners: dict[str, list[WordsOwner]] = {}
    spared = {normalize_alnum(words) for words in said}
    for order in orders:
        for secret in order.redaction.secrets:
            if secret.kind in let_stand:
                spared.add(secret.bare)
            owners.setdefault(secret.bare, []).append(WordsOwner(order.source.path, secret))
    long = {bare for bare in owners if len(bare) >= FEWEST}
    allowed = _list_allowed(orders, PhraseMatcher(long))
    shared = {
        bare
        for bare, paths in allowed.items()
        if all(one.secret.kind == PASSAGE and one.path not in paths for one in owners[bare])
    }
    spared |= allowed.keys() - shared
    search = name_search(long - spared, owners)
    known = recall(search) if recall and long - spared else frozenset()
    unknown = [order for order in orders if not known or order.digest not in known]
    found = _find_open(unknown, match_prints(long - spared, owners), list_original)
    for places in found.values():
        spared.update(
            bare for bare in places if all(one.secret.kind == HIDDEN for one in owners[bare])
        )
    wanted = frozenset(long - spared)
    words = WithheldWords(
        {bare: tuple(several) for bare, several in owners.items()},
        wanted,
        frozenset(shared & wanted),
        len(long & spared),
        len(owners) - len(long),
    )
    open_words = {
        path: tuple(
            OpenWords(_choose_owner(owners[bare], path), place)
            for bare, place in places.items()
            if bare in wanted and path not in allowed.get(bare, ())
        )
        for path, places in found.items()
    }
    asked = unknown if recall else ()
    passed = known | {order.digest for order in asked if order.source.path not in found}
    kept_back = {path: several for path, several in open_words.items() if several}
    return LookedThrough(words, kept_back, search, passed)


def name_search(phrases: Iterable[str], owners: Mapping[str, Sequence[WordsOwner]]) -> str:
    """Return a digest of a search for bare words: of them, their prints and the program."""
    prints = {bare: sorted({one.secret.printed for one in owners[bare]}) for bare in phrases}
    facts = (fingerprint_program(), sorted(prints.items()))
    return sha256(repr(facts).encode("utf-8", "surrogatepass")).hexdigest()


def _list_allowed(orders: Iterable[Order], matcher: PhraseMatcher) -> dict[str, set[str]]:
    allowed: dict[str, set[str]] = {}
    for order in orders:
        for spared in order.redaction.spared:
            for bare in matcher.find_within(spared):
                allowed.setdefault(bare, set()).add(order.source.path)
    return allowed


def _choose_owner(owners: Sequence[WordsOwner], path: str) -> WordsOwner:
    """Return the order itself, if it withholds the words elsewhere; else the first."""
    return next((one for one in owners if one.path == path), owners[0])


def _find_open(
    orders: Iterable[Order], matcher: PhraseMatcher, list_original: ListWords
) -> dict[str, dict[str, str]]:
    """Return, by the order's path and by bare words, the first place of the words in it."""
    found: dict[str, dict[str, str]] = {}
    if not matcher.count:
        return found
    for order in orders:
        for text, format_place in _list_texts(order, list_original):
            if matcher.may_stand_in(text):
                for start, _, bare in matcher.find(text):
                    found.setdefault(order.source.path, {}).setdefault(bare, format_place(start))
    return found


def _list_texts(
    order: Order, list_original: ListWords
) -> Iterator[tuple[str, Callable[[int], str]]]:
    """Yield all words of an order that reach the site, and a function for a character's place."""
    clean, pages = order.clean, order.pages
    yield clean.reading_text, lambda start: _format_place(*clean.map.find_line(start))
    lines = [(page.number, line) for page in pages for line in page.lines]
    ends: list[int] = []
    for _, line in lines:
        ends.append((ends[-1] if ends else 0) + len(line.text) + 1)

    def find_line(start: int) -> str:
        page, line = lines[bisect_right(ends, start)]
        return _format_place(page, line.number)

    yield "\n".join(line.text for _, line in lines), find_line
    for removal in clean.removals:
        yield removal.text, lambda _, at=removal: _format_place(at.page, at.line)  # type: ignore[misc]
    yield order.source.path, lambda _: IN_NAME
    record = (
        order.description,
        order.citations,
        order.findings,
        order.redaction.withholdings,
        clean.parts,
        clean.stamps,
    )
    yield "\n".join(_list_strings(record)), lambda _: IN_RECORD
    for text in list_original(order):
        yield text, lambda _: IN_ORIGINAL


def _format_place(page: int, line: int) -> str:
    return f"page {page}, line {line}"


def _list_strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _list_strings(each)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _list_strings(getattr(value, one.name))
