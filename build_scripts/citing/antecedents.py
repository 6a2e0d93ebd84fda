"""Resolution of Id., short forms and supra to the authority they refer to (Bluebook rule 4)."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from build_scripts.citing.case_index import LONGEST_OPINION, CaseIndex
from build_scripts.citing.mentions import Mention
from build_scripts.citing.sections import GUIDELINE_NUMBER, base_of, correct_guideline_number
from build_scripts.citing.visibility import Visibility
from build_scripts.model.citation import AntecedentRule, CitationKind
from build_scripts.model.citation_form import read_case_form

_PROVISIONS = (CitationKind.STATUTE, CitationKind.REGULATION, CitationKind.RULE)
_PAGED = (CitationKind.CASE, CitationKind.SHORT, CitationKind.SUPRA, CitationKind.DOCKET)
_RULES = dict.fromkeys(
    (*_PROVISIONS, CitationKind.CONSTITUTION, CitationKind.GUIDELINE), AntecedentRule.CODE
)
"""The resolvers of kinds that need no citation before them; the others are resolved by name."""
USUAL_OPINION = 60  # pages: most opinions have no more
FARTHEST = 500  # citations before an Id. that are searched: it refers to the last one, or nearly


def resolve_antecedents(
    mentions: Sequence[Mention],
    index: CaseIndex,
    visibility: Visibility,
    flows: Sequence[int],
) -> list[Mention]:
    """Return the mentions with `authority` and `antecedent` filled in, in the same order.

    `flows` are the starts of the body and of each footnote. The body is read first, then each
    footnote: its Id. refers back within the footnote, then to the footnotes before, then to the
    body. The body's Id. never refers to a footnote.
    """
    resolved: list[Mention] = []
    reading: dict[int, list[Mention]] = {}
    for mention in mentions:
        number = max(0, bisect_right(flows, mention.start) - 1)
        earlier = islice(_earlier(reading, number), FARTHEST)
        previous = resolved[-1] if resolved else None
        done = _resolve(mention, previous, earlier, index, visibility)
        resolved.append(done)
        if (
            done.parallel
            and done.antecedent
            and previous is not None
            and previous.kind is CitationKind.SUPRA
            and previous.antecedent is None
            and reading.get(number)  # a supra in another note is no parallel
        ):
            resolved[-2] = reading[number][-1] = _tie(
                previous, done.antecedent, AntecedentRule.PARALLEL
            )
        reading.setdefault(number, []).append(done)
    return resolved


def _earlier(reading: dict[int, list[Mention]], number: int) -> Iterator[Mention]:
    """Yield the mentions that an Id. in flow `number` may refer to, the nearest first."""
    for flow in range(number, -1, -1):
        yield from reversed(reading.get(flow, []))


def _resolve(
    mention: Mention,
    previous: Mention | None,
    earlier: Iterator[Mention],
    index: CaseIndex,
    visibility: Visibility,
) -> Mention:
    if mention.parallel and previous is not None and _is_tied(previous):
        if mention.kind is CitationKind.SHORT:
            return _tie(mention, previous.authority, AntecedentRule.PARALLEL)
        return replace(mention, authority=previous.authority)
    if mention.parallel and previous is not None and mention.kind is CitationKind.OTHER:
        return replace(mention, authority=previous.authority)
    if mention.kind is CitationKind.CASE:
        return replace(mention, authority=index.authority_of(mention.normal_form))
    if mention.kind is CitationKind.SHORT:
        return _resolve_short(mention, index)
    if mention.kind is CitationKind.SUPRA:
        return _resolve_supra(mention, index)
    if mention.kind is CitationKind.ID:
        return _resolve_id(mention, earlier, index, visibility)
    rule = _RULES.get(mention.kind, AntecedentRule.NAME) if mention.antecedent else None
    return replace(mention, authority=mention.normal_form, antecedent_rule=rule)


def _is_tied(mention: Mention) -> bool:
    return mention.kind is CitationKind.CASE or mention.antecedent is not None


def _resolve_short(mention: Mention, index: CaseIndex) -> Mention:
    if mention.antecedent:
        return _tie(mention, mention.antecedent, AntecedentRule.NAME)
    if index.has(mention.normal_form):
        authority = index.authority_of(mention.normal_form)
        return _tie(mention, authority, AntecedentRule.VOLUME)
    page = _first_number(mention.pin_cite)
    if found := index.find_by_reporter(mention.code or "", page, mention.name):
        return _tie(mention, found, AntecedentRule.VOLUME)
    return _resolve_supra(mention, index)


def _resolve_supra(mention: Mention, index: CaseIndex) -> Mention:
    found = index.find_by_name(mention.name, mention.start) if mention.name else None
    return _tie(mention, found, AntecedentRule.NAME)


def _resolve_id(
    mention: Mention, earlier: Iterator[Mention], index: CaseIndex, visibility: Visibility
) -> Mention:
    if mention.section:
        return _resolve_id_section(mention, list(earlier))
    fallback: str | None = None
    named: str | None = None
    rule = AntecedentRule.ADJACENT
    for candidate in earlier:
        if _is_passed_over(candidate, mention, visibility):
            if named is None and candidate.kind is CitationKind.REFERENCE:
                named = candidate.authority
            continue
        authority = candidate.authority
        if _pin_fits(mention.pin_cite, candidate, index):
            if named and _is_page_of(mention.pin_cite, named, authority or "", index):
                return _tie(mention, named, AntecedentRule.NAMED_SINCE)
            return _tie(mention, authority, rule, candidate.code, candidate.section)
        rule = AntecedentRule.PAGE
        if fallback is None and not index.has(authority or "") and not candidate.section:
            fallback = authority
    return _tie(mention, fallback, AntecedentRule.NO_PAGE_FITS)


def _is_passed_over(candidate: Mention, mention: Mention, visibility: Visibility) -> bool:
    return (
        candidate.parallel
        or candidate.authority is None
        or candidate.kind in (CitationKind.REFERENCE, CitationKind.INTERNAL)
        or visibility.hides(candidate, mention.start)
        or visibility.is_history(candidate)
        or visibility.is_running_text(candidate)
    )


def _pin_fits(pin: str | None, candidate: Mention, index: CaseIndex) -> bool:
    """Return whether `pin` fits `candidate`: a page if it has pages, ¶ if it has none."""
    if pin is None:
        return True
    of_provision = candidate.kind in _PROVISIONS or (
        candidate.kind is CitationKind.ID and candidate.section is not None
    )
    paged_cfr = candidate.kind is CitationKind.REGULATION and not candidate.section
    if of_provision and not paged_cfr:
        return False
    authority = candidate.authority or ""
    is_case = index.has(authority)
    if "¶" in pin[:3] and candidate.kind is CitationKind.DOCKET:
        return False
    if "¶" in pin[:3]:
        return not is_case or "WL" in authority or bool(re.match(r"\d{4}[-\s]", authority))
    case = read_case_form(authority)
    is_database = case is not None and case.is_database
    if pin.startswith("*"):
        return not is_case or is_database
    page = _first_number(pin)
    if not is_case and "¶" in (candidate.pin_cite or "")[:3]:
        return False  # a paper cited by paragraph is not cited again by page
    if page is None or not is_case or is_database:
        return True
    return any(first <= page <= first + LONGEST_OPINION for first in index.first_pages(authority))


def _is_page_of(pin: str | None, named: str, cited: str, index: CaseIndex) -> bool:
    """Return whether a page is one of the case named since, and hardly one of the case cited.

    "It cites Calder. … Id. at 788" after a case at 185 F.R.D. 573: a name alone is no citation
    (Bluebook rule 4.1), but judges write Id. for the case under discussion.
    """
    page = _first_number(pin)
    if page is None or not index.has(named) or not index.has(cited) or named == cited:
        return False

    def is_near(authority: str) -> bool:
        return any(0 <= page - first <= USUAL_OPINION for first in index.first_pages(authority))

    return is_near(named) and not is_near(cited)


def _resolve_id_section(mention: Mention, earlier: list[Mention]) -> Mention:
    """Give "Id. § 2510(18)" the code last cited; one with a stop or hyphen like its own first."""
    section = mention.section or ""
    if re.fullmatch(GUIDELINE_NUMBER, section):
        form = f"U.S.S.G. § {correct_guideline_number(section)}"
        return replace(_tie(mention, form, AntecedentRule.SECTION), code="U.S.S.G.")
    nearest = next((m for m in earlier if m.kind is not CitationKind.REFERENCE), None)
    if nearest and nearest.kind is CitationKind.RECORD:
        # A contract's section; or a paragraph sign that OCR misread ("Dkt. 32. Id. § 1.").
        known = any(base_of(m.section or "") == section for m in earlier)
        if "§" in (nearest.pin_cite or "") or (re.fullmatch(r"\d{1,2}", section) and not known):
            return replace(_tie(mention, nearest.authority, AntecedentRule.ADJACENT), section=None)
    based = [m for m in earlier if m.code and m.section and m.kind not in _PAGED]
    shape = _shape(section)
    alike = [m for m in based if _shape(m.section or "") == shape]
    for candidate in (*alike, *based):
        code = candidate.code or ""
        sign = "" if " R." in code or "L.R." in code else "§ "
        form = f"{code} {sign}{section}"
        return replace(_tie(mention, form, AntecedentRule.SECTION), code=code)
    return _tie(mention, None, AntecedentRule.SECTION)


def _shape(section: str) -> str:
    """Return what joins a section's numbers: "2560.503-1" → ".", "53a-189" → "-"."""
    return re.sub(r"[^.:-]", "", base_of(section))[:1]


def _tie(
    mention: Mention,
    authority: str | None,
    rule: AntecedentRule,
    code: str | None = None,
    section: str | None = None,
) -> Mention:
    if authority is None:
        return replace(mention, authority=mention.normal_form, antecedent=None)
    return replace(
        mention,
        normal_form=authority,
        authority=authority,
        antecedent=authority,
        antecedent_rule=rule,
        code=mention.code or code,
        section=mention.section or section,
    )


def _first_number(pin: str | None) -> int | None:
    match = re.search(r"\d{1,3}(?:,\d{3})+|\d+", pin or "")  # "84 Fed. Reg. at 41,016"
    return int(match[0].replace(",", "")) if match else None
