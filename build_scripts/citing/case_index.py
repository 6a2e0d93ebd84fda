"""The cases that an order cites in full, found by reporter and page or by name."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.party_words import SUFFIX_WORD
from build_scripts.model.text.pattern_table import read_patterns

# Parties too common to identify a case (Bluebook rule 10.9(a)(i)).
_COMMON_WORDS = """
    state people commonwealth united states us usa government of america city county doe roe john
    jane department dept commissioner secretary board in re matter estate ex parte the and court
    district university national american first
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_PATTERNS = read_patterns(__package__, "case_index.toml", suffix_word=SUFFIX_WORD)


_MOST_NAMES = 2000
LONGEST_OPINION = 400  # pages from an opinion's first page that its pin cites may reach


class CaseIndex:
    """Full case citations in order of appearance. Parallel citations share an authority."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._authorities: dict[str, str] = {}
        self._seen: set[tuple[str, str | None]] = set()
        self._by_name: dict[str, list[tuple[int, str]]] = {}  # start, authority
        self._namesakes: dict[str, list[tuple[int, str]]] = {}  # all cases that a name may mean
        self._by_code: dict[str, list[Mention]] = {}
        self._named: list[tuple[int, str, str]] = []  # start, name, authority
        self._pages: dict[str, list[int]] = {}
        head: Mention | None = None
        for mention in mentions:
            if mention.kind is CitationKind.DOCKET and mention.name:
                self._add_name(mention.start, mention.name, mention.normal_form)
            if _is_periodical(mention):
                self._authorities.setdefault(mention.normal_form, mention.normal_form)
                self._by_code.setdefault(mention.code or "", []).append(mention)
                if page := _first_page(mention):
                    self._pages.setdefault(mention.normal_form, [page])
            if mention.kind is not CitationKind.CASE:
                if not mention.parallel:
                    head = None
                continue
            if not mention.parallel or head is None:
                head = mention
            self._add(mention, head)

    def _add(self, mention: Mention, head: Mention) -> None:
        authority = self._authorities.get(head.normal_form, head.normal_form)
        self._authorities.setdefault(head.normal_form, authority)
        self._authorities.setdefault(mention.normal_form, authority)
        if (mention.normal_form, mention.name) not in self._seen:
            self._seen.add((mention.normal_form, mention.name))
            self._by_code.setdefault(mention.code or "", []).append(mention)
            if (page := _first_page(mention)) is not None:
                self._pages.setdefault(authority, []).append(page)
        if mention.name and not mention.parallel:
            self._add_name(mention.start, mention.name, authority)

    def _add_name(self, start: int, name: str, authority: str) -> None:
        self._named.append((start, name, authority))
        self._by_name.setdefault(name, []).append((start, authority))

    def authority_of(self, normal_form: str) -> str:
        """Return the normal form that represents the whole parallel group of `normal_form`."""
        return self._authorities.get(normal_form, normal_form)

    def has(self, normal_form: str) -> bool:
        """Return whether the order cites `normal_form` in full."""
        return normal_form in self._authorities

    def first_pages(self, authority: str) -> list[int]:
        """Return the first pages of a group in its reporters."""
        return self._pages.get(authority, [])

    def named_cases(self) -> list[tuple[int, str, str]]:
        """Return start, name and authority of every full citation that prints a name."""
        return self._named

    def find_by_reporter(self, code: str, page: int | None, name: str | None) -> str | None:
        """Return the authority that a short form such as "515 F.3d at 228" belongs to.

        Of several cases in one volume it is the one named, else the last that begins at or before
        the page.
        """
        cited = self._by_code.get(code, [])
        if page is not None:
            cited = [m for m in cited if (first := _first_page(m)) is None or first <= page]
        if name and len({self.authority_of(m.normal_form) for m in cited}) > 1:
            cited = [m for m in cited if m.name and names_match(name, m.name)] or cited
        if not cited:
            return None
        best = max(cited, key=lambda m: _first_page(m) or 0)
        return self.authority_of(best.normal_form)

    def find_by_name(self, name: str, start: int) -> str | None:
        """Return the authority last cited before `start` under a name like `name`, else a later."""
        if name not in self._namesakes:
            # Each name is compared once; a text with more names than an order has is hostile.
            self._namesakes[name] = sorted(
                cited
                for full, all_cited in islice(self._by_name.items(), _MOST_NAMES)
                if names_match(name, full)
                for cited in all_cited
            )
        matching = self._namesakes[name]
        before = bisect_right(matching, start, key=lambda cited: cited[0])
        return matching[max(0, before - 1)][1] if matching else None


def names_match(short: str, full: str) -> bool:
    """Return whether `short` ("Twombly", "State v. Fata") can be the case named `full`.

    Every party of `short` must be the beginning of, or a run of words in, a party of `full`; one
    typing error is allowed in longer names ("Wawskiewicz").
    """
    if " v. " in short:
        ours, theirs = sides(short), sides(full)
        return len(ours) == len(theirs) and all(
            _is_part(a, b) for a, b in zip(ours, theirs, strict=True)
        )
    return any(_is_part(short, side) for side in (*sides(full), full))


def sides(name: str) -> list[str]:
    """Return the parties of a case name; "In re X" has one."""
    return re.split(r"\s(?:v\.?|vs\.?)\s", name)


def short_names(name: str) -> list[str]:
    """Return the names that a text may use for the case: its parties, without common ones."""
    forms: list[str] = []
    procedural = _PATTERNS.PROCEDURAL.match(name)
    if procedural and (first := re.match(r"[A-Z][a-z]{4,}\b", name[procedural.end() :])):
        forms += [] if is_common(first[0]) else [first[0]]
    for side in sides(name[procedural.end() :] if procedural else name):
        bare = _PATTERNS.RELATOR.sub("", side.strip(" ,"))
        if _PATTERNS.GEOGRAPHIC_START.match(bare) or is_common(bare):
            continue
        forms.append(bare)
        shorter = _PATTERNS.SUFFIX.sub("", bare).strip(" ,")
        if shorter != bare and not is_common(shorter):
            forms.append(shorter)
            # a company's first word: "Erie" of Erie R.R. Co., "Kumho" of Kumho Tire Co.
            word, *rest = shorter.split()
            if len(word) >= 4 and len(rest) == 1 and not is_common(word):
                forms.append(word)
    return forms


def is_common(name: str) -> bool:
    """Return whether `name` is a party of too many cases, or no name at all."""
    words = [w.strip(".,'’").lower() for w in name.split()]
    return not any(len(w) > 2 and w not in _COMMON for w in words)


def _is_part(short: str, full: str) -> bool:
    a, b = _words(short), _words(full)
    if not a or not b:
        return False
    if any(b[i : i + len(a)] == a for i in range(len(b) - len(a) + 1)):
        return True
    joined_a, joined_b = " ".join(a), " ".join(b[: len(a)])
    return len(joined_a) >= 6 and SequenceMatcher(None, joined_a, joined_b).ratio() >= 0.88


def _words(name: str) -> list[str]:
    return [
        word
        for raw in name.replace("’", "'").lower().split()
        if (word := re.sub(r"[^\w&']", "", raw)) and word not in ("the", "of", "inc", "co")
    ]


def _is_periodical(mention: Mention) -> bool:
    """Return whether a full citation of volume and page is of no case: "84 Fed. Reg. 41012"."""
    if mention.kind in (CitationKind.CASE, CitationKind.SHORT) or not mention.code:
        return False
    return mention.normal_form.rpartition(" ")[0] == mention.code and not mention.section


def _first_page(mention: Mention) -> int | None:
    match = re.search(r"(\d+)$", mention.normal_form)
    return int(match[1]) if match else None
