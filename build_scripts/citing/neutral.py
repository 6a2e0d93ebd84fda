"""Public-domain citations, and cases known only by docket number."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from build_scripts.citing.case_names import find_case_name
from build_scripts.citing.mentions import Mention, find_next_start
from build_scripts.citing.pins import read_court_and_year, read_pin
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.cited_courts import find_cited_court
from build_scripts.model.law.neutral_citations import NEUTRAL, name_neutral_court
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "neutral.toml")


def find_neutral_citations(text: str, cases: Sequence[Mention] = ()) -> list[Mention]:
    """Return public-domain citations; their normal form keeps the court's own punctuation.

    A pin cite ends where the next of `cases` begins: "2021-NCSC-57, ¶ 12, 377 N.C. 384".
    """
    found = []
    for match in NEUTRAL.finditer(text):
        pin, end = read_pin(text, match.end(), find_next_start(cases, match.end(), text))
        floor = text.rfind("\n", 0, match.start()) + 1
        name = find_case_name(text, floor, match.start())
        found.append(
            Mention(
                CitationKind.CASE,
                match.start(),
                end,
                match[0],
                scope_start=name.start,
                name=name.text,
                court=name_neutral_court(match["court"]),
                year=int(match["year"]),
                pin_cite=pin,
            )
        )
    return found


def find_docket_citations(text: str, cases: Sequence[Mention] = ()) -> list[Mention]:
    """Return other cases cited by docket number, court and date without any reporter.

    A number inside the name of one of the sorted `cases` belongs to that citation.
    """
    found = [*_read_dockets(text), *_find_named_dockets(text)]
    return [docket for docket in found if not _is_part_of_case(docket, cases)]


def _is_part_of_case(docket: Mention, cases: Sequence[Mention]) -> bool:
    at = bisect_left(cases, docket.end, key=lambda case: case.start)
    return (
        at < len(cases) and cases[at].scope_start < docket.start and bool(cases[at].docket_number)
    )


def _find_named_dockets(text: str) -> Iterator[Mention]:
    """Yield "Satchell v. FedEx, No. C 03-2659 SI": a name and a docket number, nothing more."""
    for match in _PATTERNS.NAMED_DOCKET.finditer(text):
        floor = text.rfind("\n", 0, match.start()) + 1
        name = find_case_name(text, floor, match.start())
        if name.text is None or " v. " not in name.text:
            continue
        number = (match["number"] or match["bare"]).strip()
        yield Mention(
            CitationKind.DOCKET,
            *match.span(),
            f"{name.text}, No. {number}",
            scope_start=name.start,
            name=name.text,
            docket_number=number,
        )


def _read_dockets(text: str) -> Iterator[Mention]:
    for match in _PATTERNS.DOCKET.finditer(text):
        after = read_court_and_year(text, match.end())
        if after is None or (match["slip"] is None and find_cited_court(after.court) is None):
            continue
        floor = text.rfind("\n", 0, match.start()) + 1
        name = find_case_name(text, floor, match.start())
        if name.text is None and match["slip"] is None:
            continue
        number = match["number"].strip(" ,")
        # the entry is of that case, not of this one
        behind = None if match["entry"] else _PATTERNS.ENTRY_AFTER.match(text, after.end)
        entry = match["entry"] or (behind["entry"] if behind else None)
        yield Mention(
            CitationKind.DOCKET,
            match.start(),
            behind.end() if behind else match.end(),
            f"{name.text}, No. {number}" if name.text else f"No. {number}",
            scope_start=name.start,
            scope_end=behind.end() if behind else after.end,
            name=name.text,
            court=find_cited_court(after.court),
            year=after.year,
            pin_cite=match["pin"] or match["page"],
            docket_number=number,
            entries=(entry,) if entry else (),
        )
