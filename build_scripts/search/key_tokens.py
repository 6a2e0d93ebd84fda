"""One token for a docket number or a citation, however it is written.

`433 F.3d 1199` is `433f3d1199`, `5:17-cv-02540-HRL` is `dk17cv2540`: a search for it is one
look-up. The tokenizer of words leaves tokens unchanged: letters and digits of ASCII only.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.citation_form import read_case_form
from build_scripts.model.description import DocketNumber
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.search.recognised import (
    KeyPattern,
    compact,
    complete_docket_type,
    find_reporter,
    list_patterns,
)

OWN = "own"
"""Ends the token of an order's own docket or report; the tokens of what it cites lack it."""


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A docket number or citation at `start` up to `end` of a typed text."""

    start: int
    end: int
    kind: str  # docket, section, constitution, report
    printed: str
    key: str


def find_keys(text: str) -> tuple[FoundKey, ...]:
    """Find docket numbers and citations in a search, in order of place, without overlaps.

    `text` has plain quotes, hyphens and single blanks (`plain_signs`). An earlier form takes
    precedence over a later one.
    """
    found: list[FoundKey] = []
    whole = text.strip()
    for form in list_patterns():
        for match in form.pattern.finditer(text):
            at = bisect_left(found, match.end(), key=lambda one: one.start)
            if at and found[at - 1].end > match.start():
                continue
            if key := _write_key(form, match, alone=match[0] == whole):
                found.insert(at, FoundKey(match.start(), match.end(), form.kind, match[0], key))
    return tuple(found)


def plain_signs(text: str) -> str:
    """Replace curly quotes, dashes and odd blanks with plain ones, each by one character."""
    return text.translate(_PLAIN)


_PLAIN = {
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′`"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys([*range(32), 0x7F, 0x85, 0xA0, *range(0x2000, 0x200E), 0x2028, 0x2029], " "),
    **dict.fromkeys([0x202F, 0x205F, 0x3000, 0xFEFF], " "),
}


def _write_key(form: KeyPattern, match: re.Match[str], alone: bool) -> str:
    if form.kind == "docket":
        parts = match.groupdict()
        return write_docket_key(parts["year"], parts.get("type") or "", parts["serial"])
    if form.kind == "constitution":
        return compact(match[0])
    if form.kind == "section":
        parts = match.groupdict()
        title = (parts.get("title") or "").lstrip("0")
        code = form.code or compact(parts.get("code") or "")
        return f"{title}{code}{_write_section(parts['section'])}"
    reporter = find_reporter(match["reporter"], alone)
    return f"{match['volume'].lstrip('0')}{reporter}{match['page'].lstrip('0')}" if reporter else ""


def write_docket_key(year: str, case_type: str, serial: str) -> str:
    """Return a docket's token: its year's two digits, type if any, number without leading zeros."""
    return f"dk{year[-2:]}{complete_docket_type(case_type)}{serial.lstrip('0') or '0'}"


def _write_section(section: str) -> str:
    signs = section.lower().replace("(", "z").replace(".", "x").replace("-", "y")
    return compact(signs)


def list_docket_keys(number: DocketNumber) -> tuple[str, ...]:
    """Return the tokens of an order's own docket number; a search may leave out the type."""
    if number.year is None or number.serial is None:
        found = find_keys(plain_signs(number.text))
        keys = [one.key for one in found if one.kind == "docket"] or [write_odd_docket(number.text)]
    else:
        year, serial = f"{number.year % 100:02d}", str(number.serial)
        keys = [write_docket_key(year, number.case_type or "", serial)]
        keys.append(write_docket_key(year, "", serial))
    return tuple(dict.fromkeys(f"{key}{OWN}" for key in keys if key != "dk"))


def write_odd_docket(text: str) -> str:
    """Return the token of a docket number of no known form: "S-2780" is dks2780."""
    return f"dk{compact(text)}"


def list_report_keys(text: str) -> tuple[str, ...]:
    """Return the tokens of the places, separated by ";", where the order itself is reported."""
    keys = (_write_report(plain_signs(part).strip()) or compact(part) for part in text.split(";"))
    return tuple(f"{key}{OWN}" for key in keys if key)


def list_citation_keys(citation: Citation) -> tuple[str, ...]:
    """Return the tokens of what an order cites: the thing itself and its outer levels.

    Mentions of this case's own record have none.
    """
    keys: list[str] = []
    for printed in (citation.docket_number, citation.normal_form):
        if printed and (printed == citation.docket_number or citation.kind is CitationKind.DOCKET):
            keys += [k.key for k in find_keys(plain_signs(printed)) if k.kind == "docket"]
    if citation.kind is not CitationKind.RECORD and citation.kind is not CitationKind.DOCKET:
        keys += list_authority_keys(citation.normal_form)
    return tuple(dict.fromkeys(keys))


_PATTERNS = read_patterns(__package__, "key_tokens.toml")


def _write_report(text: str) -> str:
    """Return the token of a report with the reporter's name in searches; "" for others."""
    if _PATTERNS.NEUTRAL.fullmatch(text):
        return compact(text)
    case = read_case_form(text)
    page = compact(case.page) if case and case.text == text else ""
    if case is None or not page.isdigit():
        return ""
    reporter = find_reporter(case.reporter) or compact(case.reporter)
    return f"{case.volume.lstrip('0')}{reporter}{page.lstrip('0')}"


def list_authority_keys(normal_form: str) -> tuple[str, ...]:
    """Return the tokens of a normal form, from the innermost level outwards.

    A form without report, section and article (a paper of the record, a treatise) has none.
    """
    text = plain_signs(normal_form)
    if " Const. " in text:
        parts = text.split(",")
        return tuple(compact(",".join(parts[:n])) for n in range(len(parts), 0, -1))
    if report := _write_report(text):
        return (report,)
    match = _PATTERNS.SECTION.match(text)
    if match is None:
        return ()
    code = compact(match["code"])
    levels = match["section"].split("(")
    sections = [_write_section("(".join(levels[:n])) for n in range(len(levels), 0, -1)]
    keys = [f"{code}{section}" for section in sections]
    if match["code"].startswith("Fed. R."):
        keys += [f"rule{section}" for section in sections]
    return tuple(keys)
