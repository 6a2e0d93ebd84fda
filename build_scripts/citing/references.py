"""Cases cited by name alone: "In Yahoo!, the court applied the Calder test"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from build_scripts.citing.case_index import (
    LONGEST_OPINION,
    CaseIndex,
    is_common,
    short_names,
    sides,
)
from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.text.pattern_table import read_patterns

# Words that are names both of cases and of other things.
_AMBIGUOUS_WORDS = """
    west court will search application petition matter grand sealed warrant subpoena state
    plaintiff defendant act order rule motion young long strong
    general american national first federal california texas washington virginia florida york
    section title congress may march june july august april church house senate bank union
    insurance board commission department university hospital city county school district
    defendants plaintiffs government does doe unknown social security pacific southern northern
    eastern western central atlantic first second third great united global standard public royal
    metropolitan mutual liberty farmers home security
    cuban mexican chinese japanese german french british canadian european african asian indian
"""
_AMBIGUOUS = frozenset(_AMBIGUOUS_WORDS.split())
_PATTERNS = read_patterns(__package__, "references.toml")
_FARTHEST = 500  # citations of one name that are searched for the page of a pin cite


def find_references(
    text: str, clean: CleanOrder, mentions: Sequence[Mention], index: CaseIndex
) -> list[Mention]:
    """Return names that mean a case cited in full before, or in a footnote.

    A party of this very case counts as a case only with one of its pages, a common word never.
    Precision first.
    """
    parties = " ".join(b.text for b in clean.blocks if b.kind is BlockKind.PARTIES).lower()
    owners: dict[str, list[tuple[int, str]]] = {}
    for start, name, authority in index.named_cases():
        for form in short_names(name):
            if _can_stand_alone(form):
                owners.setdefault(form, []).append((start, authority))
        for form in _first_words(name, text):
            if form.lower() not in _AMBIGUOUS:
                owners.setdefault(form, []).append((start, authority))
    if not owners:
        return []
    names = "|".join(_full_name_patterns(index)) + "|" if index.named_cases() else ""
    names += "|".join(re.escape(form) for form in sorted(owners, key=lambda f: (-len(f), f)))
    pattern = re.compile(rf"(?<![\w.&’'-])(?:{names})(?![\w])")
    scopes = _join_scopes(mentions)
    body_end = len(clean.text)
    own = frozenset(form for form in owners if form.lower() in parties)
    return list(_read(text, pattern, owners, own, scopes, body_end, index))


def _join_scopes(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the ranges that citations take up with their names and parentheses, disjoint."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((m.scope_start, m.scope_end) for m in mentions):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _read(
    text: str,
    pattern: re.Pattern[str],
    owners: dict[str, list[tuple[int, str]]],
    own: frozenset[str],
    scopes: list[tuple[int, int]],
    body_end: int,
    index: CaseIndex,
) -> Iterator[Mention]:
    last_end = -1
    starts = [scope_start for scope_start, _ in scopes]
    for match in pattern.finditer(text):
        start, end = match.span()
        within = bisect_right(starts, start) - 1
        if within >= 0 and start < scopes[within][1]:
            continue
        before = text[max(0, start - 30) : start]
        if _PATTERNS.PERSON_AFTER.match(text, end) or before.endswith((" v. ", " vs. ", "v. ")):
            continue
        near = before.rpartition("\n")[2]
        pin = _PATTERNS.PIN_AFTER.match(text, end)
        in_row = last_end >= 0 and _PATTERNS.IN_ROW.fullmatch(text, last_end, start)
        is_full = " v. " in match[0]
        if not (
            pin
            or in_row
            or is_full
            or _PATTERNS.CASE_BEFORE.search(near)
            or _PATTERNS.CASE_AFTER.match(text, end)
            or _PATTERNS.ASIDE_AFTER.match(text, end)
        ):
            continue
        if _PATTERNS.PERSON_BEFORE.search(near):
            continue
        lead = re.search(r"([A-Z][\w’'.]*)\s$", near)
        if lead and lead[1] not in _SENTENCE_WORDS:
            continue
        authority = (
            _owner(owners[match[0]], pin, start, body_end, index)
            if match[0] in owners
            else (index.find_by_name(match[0], start))
        )
        if authority is None or (match[0] in own and not _is_page_of(pin, authority, index)):
            continue
        last_end = end
        yield Mention(
            CitationKind.SHORT if pin else CitationKind.REFERENCE,
            start,
            pin.end() if pin else end,
            authority,
            name=match[0],
            pin_cite=pin["pin"] if pin else None,
            authority=authority,
            antecedent=authority,
        )


def _of_page(
    cited: list[tuple[int, str]], pin: re.Match[str] | None, index: CaseIndex
) -> list[tuple[int, str]]:
    """Return, of several cases of one name, those with the page of the pin cite, else all."""
    return [each for each in cited if _is_page_of(pin, each[1], index)] or cited


def _is_page_of(pin: re.Match[str] | None, authority: str, index: CaseIndex) -> bool:
    """Return whether a party's name comes with a page of the case: "Moseley at 599"."""
    if pin is None:
        return False
    page = int(re.split(r"[-–]", pin["pin"], maxsplit=1)[0])
    return any(first <= page <= first + LONGEST_OPINION for first in index.first_pages(authority))


def _owner(
    cited: list[tuple[int, str]],
    pin: re.Match[str] | None,
    start: int,
    body_end: int,
    index: CaseIndex,
) -> str | None:
    """Return the case last cited under the name before `start`, else one in a footnote.

    If there are several, it is one that has the page of the pin cite. A name in the body may point
    forward to the footnote that cites the case.
    """
    last = bisect_left(cited, start, key=lambda each: each[0])
    before = _of_page(cited[max(0, last - _FARTHEST) : last], pin, index)
    if before:
        return before[-1][1]
    notes = bisect_left(cited, max(start, body_end), key=lambda each: each[0])
    if start < body_end and notes < len(cited):
        return cited[notes][1]
    return None


def _full_name_patterns(index: CaseIndex) -> list[str]:
    """Return patterns for "De Leon v. Comcar Industries" of a case cited with both its parties."""
    patterns = set()
    for _, name, _ in index.named_cases():
        parties = sides(name)
        if len(parties) == 2 and (word := re.match(r"[A-Z][\w’'-]+", parties[1])):
            patterns.add(
                rf"{re.escape(parties[0])}\sv\.\s{re.escape(word[0])}(?:\s[A-Z][\w’'&]*\.?){{0,4}}"
            )
    return sorted(patterns, key=lambda p: (-len(p), p))


def _can_stand_alone(form: str) -> bool:
    return len(form) >= 3 and form.lower().strip(".") not in _AMBIGUOUS and not form.isupper()


def _first_words(name: str, text: str) -> Iterator[str]:
    """Yield the first word or two of a longer party's name: "Kellogg", "Argus Leader", "KSR".

    A word that the order also prints in lower case is left out: "Food" names no case if food is
    mentioned.
    """
    parties = sides(name)
    # cases are named by their first party, unless that is a government
    for side in parties[:1] if short_names(parties[0]) else parties[1:]:
        words = side.split()
        if len(words) > 1 and re.fullmatch(r"[A-Z]\.", words[0]):
            words = words[1:]  # "M. Maropakis Carpentry, Inc."
        if len(words) < 2 or not _PATTERNS.NAME_WORD.fullmatch(words[0]) or is_common(words[0]):
            continue
        first, second = words[:2]
        if not _PATTERNS.COMPANY.search(side):
            continue  # persons are named by their last name
        if not re.search(rf"(?<!\w){re.escape(first.lower())}(?!\w)", text):
            yield first
        if len(words) > 2 and _PATTERNS.NAME_WORD.fullmatch(second) and not is_common(second):
            yield f"{first} {second}"


_SENTENCE_WORDS_WORDS = """
    In Under Like Unlike By The See As On Of And Our After Since While Cf. Both Though Although
    At So Here Hence Before Because With From To Following Applying Citing Quoting But Also Court
    Even Thus If When That
"""
_SENTENCE_WORDS = frozenset(_SENTENCE_WORDS_WORDS.split())
