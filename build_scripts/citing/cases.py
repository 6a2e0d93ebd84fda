"""Cases by reporter, WL or LEXIS number: full citations and short forms.

eyecite's tokenizer finds volume, reporter and page. Name, pin cite, court and year are read here:
eyecite's own lose notes (`642 n.3`), take years from the next citation, and carry docket numbers in
a defendant's name.
"""

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, zip_longest

from eyecite.models import CitationToken, Edition, FullCaseCitation, Token
from eyecite.tokenizers import EXTRACTORS, Tokenizer, default_tokenizer
from reporters_db import EDITIONS

from build_scripts.citing.case_names import find_case_name, find_short_name, find_taxpayer_name
from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import (
    COURT_ALONE,
    PIN_ALONE,
    YEAR_BEFORE,
    read_court_and_year,
    read_pin,
)
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.cited_courts import find_cited_court
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

# eyecite's tokenizer, made faster, and with the same order of patterns in every run.
#
# eyecite gathers the patterns whose reporters a text names in a set of objects that are hashed by
# their printed form, once for every hit: a megabyte of initials ("A. A. A.") took 12 seconds, and
# the order of two patterns that match at one place changed from run to run. Then it looks for each
# of them, 140 for an opinion, in the whole text; here only around its reporter.
_PATTERNS = read_patterns(__package__, "cases.toml")
_RANKS = {id(extractor): rank for rank, extractor in enumerate(EXTRACTORS)}
_EVERYWHERE = [
    rank for rank, one in enumerate(EXTRACTORS) if one.flags & re.IGNORECASE or not one.strings
]
_AROUND = 200  # characters; a citation is shorter


class _OrderedTokenizer(Tokenizer):
    def extract_tokens(self, text: str) -> Generator[Token, None, None]:
        """Yield the matches of eyecite's patterns, pattern after pattern in eyecite's order."""
        stretches = {rank: [(0, len(text))] for rank in _EVERYWHERE} | _find_stretches(text)
        for rank in sorted(stretches):
            for start, end in stretches[rank]:
                for match in _match_between(EXTRACTORS[rank].compiled_regex, text, start, end):
                    yield EXTRACTORS[rank].get_token(match)

    @staticmethod
    def append_text(tokens: object, text: str) -> None:
        """Leave out the words between tokens: nobody asks for them."""
        del tokens, text


def _find_stretches(text: str) -> dict[int, list[tuple[int, int]]]:
    """Return where patterns can match, by their ranks: stretches of the text that do not touch."""
    words = list(_PATTERNS.PRINTED.finditer(text))
    ends = list(accumulate(len(word[0]) for word in words))  # in the text without blanks
    closed_up = "".join(word[0] for word in words)
    stretches: dict[int, list[tuple[int, int]]] = {}
    for place, extractors in default_tokenizer.case_sensitive_filter.iter(closed_up):
        word = bisect_right(ends, place)
        hit = words[word].end() - (ends[word] - place)
        for extractor in extractors:
            found = stretches.setdefault(_RANKS[id(extractor)], [])
            start, end = max(0, hit - _AROUND), min(len(text), hit + _AROUND)
            if found and found[-1][1] >= start:
                start = found.pop()[0]
            found.append((start, end))
    return stretches


def _match_between(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> list[re.Match[str]]:
    """Return matches that begin in a stretch; one that reaches its end is read on."""
    found = list(pattern.finditer(text, start, end))
    while found and found[-1].end() == end < len(text):
        end = min(len(text), 2 * end - start)
        found = list(pattern.finditer(text, start, end))
    return found


_tokenizer = _OrderedTokenizer()


def tokenize(text: str) -> list[Token]:
    """Return all eyecite tokens in the text (citations, "Id.", "supra", section signs)."""
    _, tokens = _tokenizer.tokenize(text)
    return [token for _, token in tokens]


# Boards and courts that name cases by one party.
_ONE_PARTY = (
    "T.C.",
    "T.C. Memo.",
    "T.C.M. (CCH)",
    "B.T.A.",
    "N.L.R.B.",
    "S.E.C.",
    "F.T.C.",
    "F.C.C.",
)
# Printed with the year first and the number after it: "T.C. Memo. 2007-309".
_YEARLY = ("T.C. Memo.",)
# "1 App. 9" is page 9 of the appendix, not the Ohio Appellate Reports.
_NO_REPORTERS = ("App.", "R.", "Rep.", "Tr.", "Ex.", "Op.")
_PERIODICAL_KINDS = {
    "Fed. Reg.": CitationKind.REGULATION,
    "FR": CitationKind.REGULATION,
    "Stat.": CitationKind.STATUTE,
}
_PRINTED_REPORTERS = {"FR": "Fed. Reg."}


@dataclass(frozen=True, slots=True)
class _Core:
    """Volume, reporter and page as printed, with the reporter's standard abbreviation."""

    volume: str
    reporter: str
    page: str
    short: bool
    source: str  # reporters, journals, laws
    start: int
    end: int
    page_start: int

    @property
    def normal_form(self) -> str:
        if self.reporter in _YEARLY:
            return f"{self.reporter} {self.volume}-{self.page}"
        return f"{self.volume} {self.reporter} {self.page}"


def find_cases(text: str) -> list[Mention]:
    """Return full and short case citations (and those of periodicals) in order.

    Parallel citations follow each other and share name, court and year. A short form's
    `normal_form` is its text until short forms are resolved; its `code` is volume and reporter.
    """
    bracketed = (
        _read_core(match, short=False) for match in _find_known(_PATTERNS.BRACKETED_PAGE, text)
    )
    listed = [*_read_cores(text), *bracketed]
    taken = {core.end for core in listed} | {core.start for core in listed}
    unlisted = (core for core in _read_unlisted(text) if not taken & {core.start, core.end})
    cores = sorted([*listed, *unlisted], key=lambda core: core.start)
    mentions: list[Mention] = []
    chain: list[Mention] = []
    for core, following in zip_longest(cores, cores[1:]):
        if chain and not _are_parallel(text, chain, core):
            mentions += _complete_chain(text, chain, mentions)
            chain = []
        limit = following.start if following else len(text)
        chain.append(_read_mention(text, core, limit, bool(chain)))
    return mentions + _complete_chain(text, chain, mentions)


def _are_parallel(text: str, chain: Sequence[Mention], core: _Core) -> bool:
    """Return whether only a gap separates `core` from the chain; in Michigan it is a semicolon."""
    end = chain[-1].end
    if _PATTERNS.GAP.fullmatch(text, end, core.start):
        return True
    michigan = " Mich. " in chain[-1].normal_form and core.reporter.startswith("N.W.")
    return michigan and text[end : core.start] == "; "


def _read_cores(text: str) -> Iterator[_Core]:
    # The reporters' own lists print straight apostrophes: "Fed. App'x".
    for token in tokenize(text.replace("’", "'")):
        if not isinstance(token, CitationToken) or "\n" in token.data:
            continue
        editions = token.exact_editions or token.variation_editions
        sources = {edition.reporter.source for edition in editions}
        if "reporters" in sources:
            source = "reporters"
        elif "journals" in sources or _PERIODICAL_KINDS.keys() & {e.short_name for e in editions}:
            source = "journals"
        else:
            continue
        groups = token.groups
        volume, page = groups.get("volume") or "", groups.get("page") or ""
        if not page or groups.get("reporter") in _NO_REPORTERS:
            continue
        reporter = _name_reporter(token, editions)
        page_start = token.start + token.data.rfind(page)
        end = token.end
        if reporter == "Fed. Reg." and (rest := _PATTERNS.PARTED_PAGE.match(text, end)):
            page, end = f"{page},{rest['rest']}", rest.end()
        start = token.start
        if reporter == "I.R.B.":
            source = "journals"
            if year := _PATTERNS.BULLETIN_YEAR.search(text, max(0, start - 6), start):
                start, volume = year.start(), f"{year[0]}{volume}"
        yield _Core(volume, reporter, page, token.short, source, start, end, page_start)


def _read_unlisted(text: str) -> Iterator[_Core]:
    for match in _PATTERNS.UNLISTED_LEXIS.finditer(text):
        yield _read_core(match, short=False)
    for match in _find_known(_PATTERNS.AT_PAGES, text):
        yield _read_core(match, short=True)


def _find_known(pattern: Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield a pattern's matches that are reporters of a list."""
    return (match for match in pattern.finditer(text) if match["reporter"] in EDITIONS)


def _read_core(match: re.Match[str], *, short: bool) -> _Core:
    parts = match["volume"], match["reporter"], match["page"]
    return _Core(*parts, short, "reporters", *match.span(), match.start("page"))


def _name_reporter(token: CitationToken, editions: Sequence[Edition]) -> str:
    """Return the standard abbreviation, choosing among editions by eyecite's own guess."""
    if len(editions) == 1:
        name = str(editions[0].short_name)
        return _PRINTED_REPORTERS.get(name, name)
    citation = FullCaseCitation(
        token, 0, exact_editions=token.exact_editions, variation_editions=token.variation_editions
    )
    citation.guess_edition()  # type: ignore[no-untyped-call]
    return str(citation.corrected_reporter())  # type: ignore[no-untyped-call]


def _read_mention(text: str, core: _Core, limit: int, parallel: bool) -> Mention:
    """Return a mention of core and pin cite; name, court and year come with the whole chain."""
    if core.short:
        page = PIN_ALONE.match(text, core.page_start, limit)
        end = page.end() if page else core.end
        kind, normal_form = CitationKind.SHORT, text[core.start : end]
        pin: str | None = page[0] if page else core.page
    else:
        pin, end = read_pin(text, core.end, limit)
        normal_form, kind = core.normal_form, CitationKind.CASE
        if core.source == "journals":
            kind = _PERIODICAL_KINDS.get(core.reporter, CitationKind.OTHER)
    return Mention(
        kind,
        core.start,
        end,
        normal_form,
        pin_cite=pin,
        code=f"{core.volume} {core.reporter}",
        parallel=parallel,
    )


def _complete_chain(text: str, chain: list[Mention], before: list[Mention]) -> list[Mention]:
    """Give all members of a parallel group its name, court, year and docket number."""
    if not chain:
        return []
    first, last = chain[0], chain[-1]
    floor = max(before[-1].scope_end if before else 0, text.rfind("\n", 0, first.start) + 1)
    if first.kind is CitationKind.SHORT:
        name, start = find_short_name(text, floor, first.start)
        head = replace(first, name=name, start=start, scope_start=start)
        return [head, *(replace(m, scope_start=start) for m in chain[1:])]
    printed = find_case_name(text, floor, first.start)
    name = printed.text
    closed = len(chain) > 1 and text[last.end : last.end + 1] in ("]", ")")
    end = last.end + closed
    after = read_court_and_year(text, end)
    reporter = (first.code or "").partition(" ")[2]
    alone = None if after else COURT_ALONE.match(text, end)
    court = find_cited_court(alone["court"]) if alone else None
    if court is None:
        alone = None
        court = find_cited_court((after.court if after else "") or printed.court, reporter)
    year = after.year if after else _year_before(text, first) or printed.year
    if year is None:
        year = _year_of_number(first.normal_form)
    is_case = first.kind is CitationKind.CASE
    start = printed.start
    if name is None and is_case and reporter in _ONE_PARTY:
        name, start = find_taxpayer_name(text, floor, first.start)
    gaps = (_PATTERNS.GAP.fullmatch(text, a.end, b.start) for a, b in pairwise(chain))
    docket_number = next((gap["docket"] for gap in gaps if gap and gap["docket"]), None)
    chain = _leave_out_blank_pages(chain, name)
    return [
        replace(
            member,
            name=name,
            court=court,
            year=year,
            docket_number=(printed.docket_number or docket_number) if is_case else None,
            scope_start=start,
            scope_end=after.end if after else alone.end() if alone else end,
        )
        for member in chain
    ]


def _leave_out_blank_pages(chain: list[Mention], name: str | None) -> list[Mention]:
    """Drop "600 U.S. ___" next to a parallel with a page: it identifies no case.

    Alone, the case's name identifies it; without a name it is nothing.
    """
    paged = [member for member in chain if member.normal_form[-1:].isalnum()]
    if paged:
        return [replace(paged[0], parallel=False), *paged[1:]]
    return [replace(chain[0], normal_form=f"{name}, {chain[0].normal_form}")] if name else []


def _year_of_number(normal_form: str) -> int | None:
    """Return the year that WL numbers and the Tax Court's memoranda begin with."""
    match = _PATTERNS.NUMBER_OF_YEAR.match(normal_form)
    return int(match["year"]) if match else None


def _year_before(text: str, first: Mention) -> int | None:
    match = YEAR_BEFORE.search(text, max(0, first.start - 40), first.start)
    return int(match["year"]) if match else None
