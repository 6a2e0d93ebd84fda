"""What an archive knows of the authorities that a document cites, and of the words it quotes."""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from build_scripts import api
from build_scripts.extensions.checking.answers import (
    CitationAnswer,
    Disagreement,
    DocumentAnswer,
    Passage,
    QuotationAnswer,
    QuotedWords,
    Standing,
)
from build_scripts.extensions.checking.briefs import attribute_quotations, list_quotations
from build_scripts.extensions.checking.finding import find_quotation, read_passage

_PATTERNS = api.read_patterns(__package__, "citations.toml")
_MOST_PASSAGES = 3
_MOST_HERE = 200
_CASES = frozenset({api.CitationKind.CASE, api.CitationKind.DOCKET})
_UNKEYED = frozenset({api.CitationKind.RECORD, api.CitationKind.INTERNAL})
_HEAD = frozenset(
    {api.BlockKind.COURT, api.BlockKind.PARTIES, api.BlockKind.DOCKET, api.BlockKind.TITLE}
)
_RANKS = (Standing.UNKNOWN, Standing.CITED, Standing.HERE)
_REACH, _APART = 160, 30
"""Characters after a citation that may contain its court and date, and before their parenthesis."""
_NEAR = 12
"""Characters between a docket's number and the "ECF No. 8" after it."""

Key = tuple[object, ...]


class CitationIndex:
    """The orders of an archive, and the authorities that they cite, from authorities.json."""

    def __init__(self, search: api.SearchEngine, load_authorities: Callable[[], bytes]) -> None:
        self.search = search
        self._load_authorities = load_authorities

    @cached_property
    def _lines(self) -> bytes:
        return self._load_authorities()

    @cached_property
    def _ranks(self) -> dict[str, int]:
        results = self.search.load_results(range(self.search.orders))
        return {result["address"]: rank for rank, result in enumerate(results)}

    def find_authority(self, form: str) -> dict[str, Any] | None:
        """Return the entry of authorities.json with one of an authority's forms, or None."""
        at = self._lines.find(json.dumps(form, ensure_ascii=False).encode(errors="replace"))
        if at < 0:
            return None
        start, end = self._lines.rfind(b"\n", 0, at) + 1, self._lines.find(b"\n", at)
        found: dict[str, Any] = json.loads(self._lines[start:end].rstrip(b","))
        return found

    def cite(self, rank: int) -> str:
        """Return an order's citation, or its case's name."""
        (cited,) = self.search.write_citations([rank])
        return "".join(cited) or str(self.load_result(rank)["case_name"])

    def load_result(self, rank: int) -> dict[str, Any]:
        """Return an order's published result."""
        (result,) = self.search.load_results([rank])
        return result

    def find_address(self, address: str | None) -> list[int]:
        """Return the rank of the order at an address, or an empty list."""
        rank = self._ranks.get(address) if address else None
        return [] if rank is None else [rank]


def check_document(index: CitationIndex, clean: api.CleanOrder) -> DocumentAnswer:
    """Return what the archive knows of every citation of a document but its own record's, and check
    the quotations. Citations of one thing under one name, court and year are one answer.
    """
    citations = _add_dockets(clean, api.cite_order(clean))
    groups: dict[Key, list[api.Citation]] = {}
    keys: dict[int, Key] = {}  # by a citation's start
    known: dict[str, Key] = {}
    for citation in citations:
        key: Key | None = None
        if citation.kind in api.BACK_REFERENCES:
            key = known.get(citation.antecedent or "")
        elif citation.kind not in _UNKEYED:
            told = (citation.case_name, citation.court, citation.year, *citation.entries)
            key = (citation.normal_form, *told)
            if citation.authority != citation.normal_form:  # another report of the one before
                key = known.get(citation.authority, key)
            known[citation.normal_form] = key
            known.setdefault(citation.authority, key)
        if key is not None:
            groups.setdefault(key, []).append(citation)
            keys[citation.start] = key
    answers = {key: _check(index, clean.reading_text, group) for key, group in groups.items()}
    quoted: dict[Key | None, list[QuotedWords]] = {}
    quotations = [one for one in list_quotations(clean) if not one.is_short]
    for quotation, source in zip(
        quotations, attribute_quotations(clean, quotations, citations), strict=True
    ):
        key = keys.get(source.start) if source else None
        answer = _check_quotation(index, quotation.text, source, answers[key] if key else None)
        words = QuotedWords(quotation.start, quotation.end, answer)
        quoted.setdefault(key, []).append(words)
    return DocumentAnswer(
        tuple(
            replace(answer, quotations=tuple(quoted.get(key, ())))
            for key, answer in answers.items()
        ),
        tuple(quoted.get(None, ())),
    )


def _add_dockets(clean: api.CleanOrder, citations: Sequence[api.Citation]) -> list[api.Citation]:
    """Return the citations, and for other cases those that consist of a docket number, with the
    entry after it: "No. 3:24-cv-00123, ECF No. 8".
    """
    starts = [citation.start for citation in citations]
    heads = (block.text for block in clean.blocks if block.kind in _HEAD)
    own = {found.key for text in heads for found in api.find_keys(api.plain_signs(text))}
    made: dict[int, api.Citation] = {}
    for offset, block in clean.map.located:
        for found in api.find_keys(api.plain_signs(block.text)) if block.kind not in _HEAD else ():
            start, end = offset + found.start, offset + found.end
            at = bisect_right(starts, end)
            if found.kind != "docket" or found.key[2:].isdigit() or found.key in own:
                continue
            entry = citations[at] if at < len(citations) else None
            is_told = entry and entry.docket_number and entry.start - end <= _APART
            if is_told or (at and citations[at - 1].end > start):
                continue
            is_beside = entry and entry.entries and entry.start - end <= _NEAR
            entries = entry.entries if entry and is_beside else ()
            end = entry.end if entry and is_beside else end
            text = clean.reading_text[start:end]
            made[at if is_beside else -1 - len(made)] = api.Citation(
                api.CitationKind.DOCKET,
                text,
                start,
                end,
                f"No. {found.printed}",
                f"No. {found.printed}",
                docket_number=found.printed,
                entries=entries,
                sentence=entry.sentence if entry and is_beside else (start, end),
            )
    rest = [one for at, one in enumerate(citations) if at not in made]
    return sorted((*rest, *made.values()), key=lambda one: one.start)


def _check(index: CitationIndex, text: str, group: Sequence[api.Citation]) -> CitationAnswer:
    """Return what the archive knows of what citations name; of parallel ones, the best known."""
    api.check_time()
    first = group[0]
    forms = {one.normal_form: one for one in reversed(group) if one.kind is first.kind}
    looked = [_look_up(index, text, forms[form]) for form in reversed(forms)]
    best = max(looked, key=lambda one: _RANKS.index(one.standing))
    last = first
    for one in group[1:]:
        if one.kind is first.kind and one.authority == first.authority and one.start > last.end:
            last = one if one.start - last.end <= _APART else last
    mentions = tuple((one.start, one.end) for one in group)
    return replace(best, text=_print(text, first, last), mentions=mentions)


def _look_up(index: CitationIndex, text: str, citation: api.Citation) -> CitationAnswer:
    answer = CitationAnswer(
        text=citation.text,
        kind=citation.kind.value,
        case_name=citation.case_name or "",
        court=citation.court or "",
        year=citation.year,
        mentions=(),
    )
    section = api.name_section(citation.normal_form)
    is_case = citation.kind in _CASES
    named = (
        [citation.normal_form, citation.authority] if is_case else [section, citation.normal_form]
    )
    authority = next((found for form in named if (found := index.find_authority(form))), None)
    if authority and citation.kind not in _CASES and section != citation.normal_form:
        # sections are counted; for a part of one only the orders are known
        orders = len(
            index.search.find_token(next(iter(api.list_authority_keys(citation.normal_form)), ""))
        )
        times = api.count(authority["mentions"], "time")
        answer = replace(
            answer,
            standing=Standing.CITED if orders else Standing.UNKNOWN,
            authority=authority["path"],
            orders=orders,
            passages=tuple(_list_passages(index, citation)),
            note=f"{section} as a whole: {times} in {api.count(authority['orders'], 'order')}.",
        )
    elif authority:
        differing = list_disagreements(
            citation, authority["case_name"] or "", authority["court"] or "", authority["year"]
        )
        answer = replace(
            answer,
            standing=Standing.CITED,
            authority=authority["path"],
            orders=authority["orders"],
            times=authority["mentions"],
            disagreements=tuple(differing) if citation.kind in _CASES else (),
            passages=tuple(_list_passages(index, citation)),
        )
    ranks, note = _find_here(index, citation, text) if citation.kind in _CASES else ([], "")
    if not ranks and authority and citation.kind in _CASES:
        ranks = index.find_address(authority["in_archive"])
    if not ranks and answer.standing is Standing.UNKNOWN and not note:
        note = answer.note or _find_namesake(index, citation)
    if not ranks:
        return replace(answer, note=note or answer.note)
    result = index.load_result(ranks[0])
    year = int(result["date"][:4]) if result["date"] else None
    differing = list_disagreements(citation, result["case_name"], _court_of(result), year)
    return replace(
        answer,
        standing=Standing.HERE,
        addresses=tuple(index.load_result(rank)["address"] for rank in ranks),
        here=index.cite(ranks[0]),
        disagreements=tuple(differing),
    )


def _print(text: str, citation: api.Citation, last: api.Citation) -> str:
    """Return a citation with the name before it, and court and year after its last report."""
    printed, name = text[citation.start : last.end], citation.case_name
    if name and citation.kind in _CASES and not printed.startswith(name):
        printed = f"{name}, {printed}"
    behind = text[last.end : last.end + _REACH]
    if citation.kind in _CASES and behind.startswith(" (") and ")" in behind:
        printed += behind[: behind.index(")") + 1]
    return printed


def _list_passages(index: CitationIndex, citation: api.Citation) -> Iterator[Passage]:
    """Yield sentences of the newest orders that cite the same authority."""
    tokens = api.list_authority_keys(citation.normal_form)
    ranks = index.search.find_token(tokens[0]) if tokens else []
    return map(
        read_passage, index.search.find_mentions(citation.normal_form, ranks, _MOST_PASSAGES)
    )


def _find_here(index: CitationIndex, citation: api.Citation, text: str) -> tuple[list[int], str]:
    """Return the orders here that a case's citation names, by report, else by docket, court, day
    and entry; if there is none, a message about the docket.
    """
    for key in api.list_authority_keys(citation.normal_form):
        if ranks := index.search.find_token(f"{key}{api.OWN_KEY}")[:_MOST_HERE]:
            name = citation.case_name
            fitting = [
                rank
                for rank in ranks
                if not name or agree_names(name, index.load_result(rank)["case_name"])
            ]
            return fitting or ranks, ""
    printed = citation.docket_number or ""
    number = api.read_docket_key(printed)
    if number is None:
        return [], ""
    tokens = api.list_docket_keys(api.parse_docket_number(printed))
    found = {rank for token in tokens for rank in index.search.find_token(token)}
    of_docket = []
    for rank in sorted(found)[:_MOST_HERE]:
        result = index.load_result(rank)
        keys = filter(None, map(api.read_docket_key, result["docket"]))
        if any(key.agrees_with(number) for key in keys):
            of_docket.append((rank, result))
    fitting = [rank for rank, result in of_docket if _is_meant(result, citation, text)]
    if citation.entries:
        entries = {rank: _read_entry(index, rank) for rank in fitting}
        named = [rank for rank in fitting if entries[rank] in citation.entries]
        fitting = named or [rank for rank in fitting if not entries[rank]]
    if fitting or not of_docket:
        return fitting, ""
    verb = "is" if len(of_docket) == 1 else "are"
    orders = api.count(len(of_docket), "order")
    return [], f"{orders} of its docket {verb} here, not this one."


def _find_namesake(index: CitationIndex, citation: api.Citation) -> str:
    """Return a message about an order here with the name of a case of unknown report, or ""."""
    name = citation.case_name or ""
    words = [word for word in api.shorten_name(name) if not api.is_extra(word)]
    found = [set(index.search.find_token(api.name_token(word))) for word in words]
    for rank in sorted(set.intersection(*found)) if found else ():
        result = index.load_result(rank)
        if agree_names(name, result["case_name"]):
            return f"A case of that name is here: {index.cite(rank)}"
    return ""


def _is_meant(result: dict[str, Any], citation: api.Citation, text: str) -> bool:
    """Return whether an order of a docket is of the cited court and day."""
    if citation.court and _court_of(result) != citation.court:
        return False
    behind = text[citation.end : citation.end + _REACH]
    opened, closed = behind.find("("), behind.find(")")
    told = behind[opened:closed] if opened <= _APART else ""
    day = next((day for *_, day in api.iterate_dates(told)), None)
    if day is not None and citation.year in (None, day.year):
        return bool(result["date"]) and day.isoformat().startswith(result["date"])
    return citation.year is None or result["date"][:4] == str(citation.year)


def _read_entry(index: CitationIndex, rank: int) -> str:
    """Return an order's entry number on the docket, or "" if it is not known."""
    ((_, _, after),) = index.search.write_citations([rank])
    found = _PATTERNS.ENTRY.search(after)
    return found["entry"] if found else ""


def _court_of(result: dict[str, Any]) -> str:
    court: str = result["address"].split("/")[1]
    return "" if court == "unknown-court" else court


def _check_quotation(
    index: CitationIndex, text: str, source: api.Citation | None, answer: CitationAnswer | None
) -> QuotationAnswer:
    """Look for a quotation, first in the order that is cited for it."""
    addresses = answer.addresses if answer else ()
    ranks = [rank for address in addresses for rank in index.find_address(address)]
    found = find_quotation(index.search, text, meant=ranks)
    if not addresses or not found.passages or source is None:
        return found
    passage = next((one for one in found.passages if one.address in addresses), None)
    if passage is None:
        return replace(found, note="It stands in another order than the one cited.")
    pages = _PATTERNS.PAGES.match(source.pin_cite or "")
    if pages and passage.page.isdigit() and passage.last_page.isdigit() and passage.citation:
        first, last = pages["first"], pages["last"] or pages["first"]
        last = first[: len(first) - len(last)] + last
        if int(passage.page) > int(last) or int(passage.last_page) < int(first):
            return replace(found, note=f"Cited at {source.pin_cite}; it stands at {passage.page}.")
    return found


_PATTERNS = api.read_patterns(__package__, "citations.toml")
_LEADS = frozenset({"in", "re", "ex", "parte", "rel", "matter"})
_STATE = frozenset({"state", "people", "commw"})
_STATES = _STATE.union(*map(api.shorten_name, api.STATES))


def list_disagreements(
    citation: api.Citation, name: str, court: str, year: int | None
) -> Iterator[Disagreement]:
    """Yield what is cited differently; a part that either leaves open disagrees with nothing."""
    if citation.case_name and name and not agree_names(citation.case_name, name):
        yield Disagreement("name", citation.case_name, name)
    if citation.court and court and citation.court != court:
        yield Disagreement("court", _name_court(citation.court), _name_court(court))
    if citation.year and year and citation.year != year:
        yield Disagreement("year", str(citation.year), str(year))


def agree_names(cited: str, here: str) -> bool:
    """Return whether both can name one case: each cited party has a word in common with a party of
    the other name, and two parties with two. "United States", "State" and the like match only
    themselves: "State" matches "People" and a state's name.
    """
    one, other = (
        [_list_distinctive(side) for side in _PATTERNS.VERSUS.split(name)] for name in (cited, here)
    )
    if len(one) == len(other) == 2:
        return any(all(map(_agree_parties, one, sides)) for sides in (other, other[::-1]))
    return all(any(_agree_parties(side, each) for each in other) for side in one)


def _list_distinctive(side: str) -> set[str]:
    words = {word for word in api.shorten_name(side) if word not in _LEADS}
    return {word for word in words if not api.is_extra(word)} or words


def _agree_parties(one: set[str], other: set[str]) -> bool:
    if (one <= _STATE or other <= _STATE) and one | other <= _STATES:
        return True
    return bool(one & other - _STATE)


def _name_court(court_id: str) -> str:
    court = api.find_known_court(court_id)
    return court.citation_string if court and court.citation_string else court_id
