"""Secondary sources, and what legislatures, treaties and agencies print in series.

Restatements, treatises by section, encyclopaedias, committee reports, the Congressional Record,
U.S.C.C.A.N., treaty series, opinions of attorneys general, revenue rulings.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import read_pin
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "secondary.toml")
_SERIES_NAMES = {
    "record": "Cong. Rec.",
    "nations": "U.N.T.S.",
    "treaties": "U.S.T.",
    "league": "L.N.T.S.",
    "materials": "I.L.M.",
    "general": "Op. Att'y Gen.",
}


def find_secondary_sources(text: str) -> list[Mention]:
    """Return them with their pin cites; the normal form of each kind is the Bluebook's."""
    found = [*_find_reports(text), *_find_news(text)]
    for match in _PATTERNS.SERIES.finditer(text):
        name = next(_SERIES_NAMES[key] for key in _SERIES_NAMES if match[key])
        found.append(_with_pin(text, match, f"{match['volume']} {name} {match['page']}"))
    for match in _PATTERNS.RESTATEMENT.finditer(text):
        subject = f"{match['subject']}{match['more'] or ''}"
        series = match["series"].capitalize()
        law = "the " if subject.startswith("Law ") else ""
        form = f"Restatement ({series}) of {law}{subject} § {match['section']}"
        found.append(_mention(match, form))
    for match in _PATTERNS.FEDERAL_PRACTICE.finditer(text):
        form = f"Wright & Miller, Federal Practice and Procedure § {match['section']}"
        found.append(_mention(match, form))
    for match in _PATTERNS.ENCYCLOPAEDIA.finditer(text):
        name = "C.J.S." if match["corpus"] else "Am. Jur. 2d" if match["second"] else "Am. Jur."
        form = f"{match['volume']} {name} {match['title']} § {match['section']}"
        found.append(_mention(match, form))
    found += (_mention(match, _name_ruling(match)) for match in _PATTERNS.AGENCY.finditer(text))
    found += (
        _mention(match, f"Collier on Bankruptcy ¶ {match['paragraph']}")
        for match in _PATTERNS.COLLIER.finditer(text)
    )
    for match in _PATTERNS.REVENUE.finditer(text):
        number = match["number"].replace("–", "-")
        found.append(_mention(match, f"Rev. {match['what']}. {number}"))
    return found


def _name_ruling(match: re.Match[str]) -> str:
    if match["ruling"]:
        return f"SSR {match['ruling']}"
    if match["manual"]:
        return f"{match['manual']} § {match['section']}"
    if match["bulletin"]:
        return f"SEC Staff Accounting Bulletin No. {match['bulletin']}"
    return f"I.R.S. Notice {match['notice']}"


def _find_reports(text: str) -> Iterator[Mention]:
    """Yield committee reports; the normal form has house, number, session and year as printed."""
    for match in _PATTERNS.REPORT.finditer(text):
        house = "S." if match["house"].startswith("S") else "H.R."
        conference = "Conf. " if match["conference"] else ""
        number = match["number"].replace("–", "-")
        form = f"{house} {conference}Rep. No. {number}{match['session'] or ''}"
        report = _with_pin(text, match, form)
        if dated := _PATTERNS.REPORT_YEAR.match(text, report.end):
            year = dated["year"]
            form = f"{form} ({year})"
            report = replace(report, normal_form=form, year=int(year), scope_end=dated.end())
        yield report


def _find_news(text: str) -> Iterator[Mention]:
    """Yield pages of U.S.C.C.A.N.; "at" refers to what the order cites of that year."""
    cited: dict[str, str] = {}
    for match in _PATTERNS.CONGRESSIONAL_NEWS.finditer(text):
        year = match["year"]
        if match["page"]:
            form = f"{year} U.S.C.C.A.N. {match['page']}"
            cited[year] = form
            yield _with_pin(text, match, form)
            continue
        before = cited.get(year)
        kind = CitationKind.SHORT if before else CitationKind.OTHER
        form = before or f"{year} U.S.C.C.A.N."
        yield Mention(kind, *match.span(), form, pin_cite=match["pin"], antecedent=before)


def _with_pin(text: str, match: re.Match[str], form: str) -> Mention:
    pin, end = read_pin(text, match.end(), len(text))
    return Mention(CitationKind.OTHER, match.start(), end, form, pin_cite=pin)


def _mention(match: re.Match[str], form: str) -> Mention:
    return Mention(CitationKind.OTHER, *match.span(), form)
