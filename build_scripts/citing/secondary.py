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
from build_scripts.model.text.pattern import Pattern

_NEWS = r"""
    (?: U\.\s?S\.\s?C\.\s?C\.\s?A\.\s?N\.?
      | U\.\s?S\.\s?Code\s(?:&\s)?Cong\.\s(?:&|and)\sAd(?:min)?\.\s?News )
"""
_CONGRESSIONAL_NEWS = Pattern(
    rf"""
    (?<!\d)(?P<year>19\d\d|20\d\d)\s{_NEWS},?\s
    (?:(?P<at>at\s|pp?\.\s)(?P<pin>\d{{1,5}}(?:[-–]\d{{1,5}})?)|(?P<page>\d{{1,5}}))
    """,
    re.VERBOSE,
    accepts=["1986 U.S.C.C.A.N. 3555", "1968 U.S.Code Cong. & Admin.News at 2178"],
    refuses=["86 U.S.C.C.A.N. 3555", "1986 U.S.C. § 12"],
)
_SERIES = Pattern(
    r"""
    (?<![\d.])(?P<volume>\d{1,4})\s
    (?: (?P<record>Cong\.\s?Rec\.) | (?P<nations>U\.\s?N\.\s?T\.\s?S\.)
      | (?P<treaties>U\.\s?S\.\s?T\.)
      | (?P<league>L\.\s?N\.\s?T\.\s?S\.) | (?P<materials>I\.\s?L\.\s?M\.)
      | (?P<general>Op\.\s?Att?[’']?y\.?\s?Gen\.) )
    ,?\s(?P<page>[HSED]?\d{1,3}(?:,\d{3})|[HSED]?\d{1,5})(?![\d,]*\d)
    """,
    re.VERBOSE,
    accepts=[
        "88 Cong. Rec. 9270",
        "131 Cong. Rec. S11,795",
        "1019 U.N.T.S. 175",
        "6 U.S.T. 2274",
        "37 I.L.M. 1",
        "6 Op. Att’y Gen. 326",
    ],
    refuses=["Cong. Rec. 9270", "6 U.S. 12", "6 Op. at 12"],
)
_SERIES_NAMES = {
    "record": "Cong. Rec.",
    "nations": "U.N.T.S.",
    "treaties": "U.S.T.",
    "league": "L.N.T.S.",
    "materials": "I.L.M.",
    "general": "Op. Att'y Gen.",
}
_RESTATEMENT = Pattern(
    r"""
    (?<!\w)Restatement\s\((?P<series>First|Second|Third|Fourth|SECOND|THIRD)\)\s(?:of|op|OF)\s(?:the\s)?
    (?P<subject>[A-Z][A-Za-z&’]{2,15}(?:\s(?:(?:of|and|the|&|in)\s){0,2}[A-Z][A-Za-z’]{2,15}){0,5}?)
    (?P<more>:\s[A-Z][A-Za-z’]{2,15}(?:\s(?:and\s)?[A-Z][A-Za-z’]{2,15}){0,4})?
    ,?\s(?:§{1,2}\s?|[Ss]ecs?\.\s|[Ss]ections?\s)?(?P<section>\d{1,4}[A-Z]{0,2}(?:\.\d{1,2})?)(?![\d.]*\d)
    """,
    re.VERBOSE,
    accepts=[
        "Restatement (Second) of Torts § 652B",
        "Restatement (Third) of the Law Governing Lawyers § 75",
        "Restatement (Second) of Contracts 237",  # the sign lost
    ],
    refuses=["a restatement of the claim", "Restatement (Second) of Torts"],
)
_FEDERAL_PRACTICE = Pattern(
    r"""
    (?:(?<!\w)(?:\d{1,2}[A-Z]{0,2}\s)?(?:Charles\s(?:A(?:lan|\.)\s)?|C\.\s?(?:A\.\s)?)?Wright[^;()\n]{0,70}?)?
    Federal\sPractice\s(?:and|&)\sProcedure(?::\s[A-Z][a-z]{2,14}(?:\s[A-Z][a-z]{1,14}){0,3})?(?:\s\dd)?
    ,?\s(?:§{1,2}\s?|[Ss]ec\.\s)(?P<section>\d{1,4}(?:\.\d{1,2})?)
    """,
    re.VERBOSE,
    accepts=[
        "13D Wright & Miller, Federal Practice and Procedure § 3567",
        "Charles Alan Wright et al., Federal Practice & Procedure: Evidence § 6235",
    ],
    refuses=["federal practice and procedure", "Wright v. Miller, 5 F.3d 12"],
)
_ENCYCLOPAEDIA = Pattern(
    r"""
    (?<![\w.])(?P<volume>\d{1,3}[A-Z]?)\s
    (?:(?P<corpus>C\.\s?J\.\s?S\.)|(?P<jurisprudence>Am\.\s?Jur\.(?P<second>\s?2d)?))
    ,?\s?(?P<title>[A-Z][A-Za-z’]{2,16}\.?(?:,?\s(?:(?:of|and|the|in|&)\s){0,2}[A-Z][A-Za-z’]{2,16}){0,4}),?\s
    (?:§{1,2}|[Ss]ec\.)\s?(?P<section>\d{1,4})
    """,
    re.VERBOSE,
    accepts=["45 C.J.S. Insurance § 854", "22 Am. Jur. 2d, False Pretenses, § 19"],
    refuses=["C.J.S. Insurance", "45 C.J.S. 854"],
)
# Rulings and manuals of agencies.
_AGENCY = Pattern(
    r"""
    (?<!\w)(?:
      (?:SSR|Soc(?:ial|\.)\sSec(?:urity|\.)\sRul(?:ing|\.))\s
        (?P<ruling>\d{2}-\d{1,2}(?:p|c|\([0-9a-z]\))?)
      | (?P<manual>MPEP|TMEP|TBMP)\s§{1,2}\s?
        (?P<section>\d{3,4}(?:\.\d{1,2}(?:\([a-z]\)){0,2})?)
      | (?:SEC\s)?Staff\sAccounting\sBulletin\sNo\.\s(?P<bulletin>\d{1,3})
      | (?:I\.?R\.?S\.?\s)?Notice\s
        (?P<notice>(?:19|20)\d\d-\d{1,3}|\d\d-\d{1,3}(?=,\s(?:19|20)\d\d-\d)) )
    (?![\w-])
    """,
    re.VERBOSE,
    accepts=[
        "SSR 16-3p",
        "Social Security Ruling 96-8p",
        "MPEP § 2106.04(a)",
        "TMEP § 1207.01",
        "Staff Accounting Bulletin No. 99",
        "Notice 2014-7",
    ],
    refuses=["Notice of Appeal", "Rev. Rul. 64-338", "the notice 2014"],
)
# A treatise by paragraph: "3 Collier on Bankruptcy ¶ 362.12", "2 Collier, Bankruptcy ¶ 1.01".
_COLLIER = Pattern(
    r"(?<!\w)(?:\d{1,2}\s)?Collier(?:\son|,)\sBankruptcy\s¶{1,2}\s?(?P<paragraph>\d{1,4}\.\d{2,3})(?:\[\d{1,2}\](?:\[[a-z]\])?)?",
    accepts=["3 Collier on Bankruptcy ¶ 362.12", "2 Collier, Bankruptcy ¶ 1.01"],
    refuses=["Collier County ¶ 362.12", "Collier on Bankruptcy"],
)
_REVENUE = Pattern(
    r"(?<!\w)Rev\.\s?(?P<what>Rul|Proc)\.\s?(?P<number>\d{2,4}[-–]\d{1,3})(?!\d)",
    accepts=["Rev. Rul. 64-338", "Rev. Proc. 2004-12"],
    refuses=["Rev. Stat. 64-338", "Rev. Rul. No. 5"],
)
# Committee reports of Congress.
_REPORT = Pattern(
    r"""
    (?<![\w.])(?P<house>S\.|H\.\s?R?\.?|Senate|House)\s?(?P<conference>Conf(?:erence|\.)\s)?R(?:ep\.|eport)
    \s?(?:No\.\s?)?(?P<number>\d{1,4}(?:[-–]\d{1,4})?)
    (?P<session>,\s\d{2,3}(?:th|st|d|nd|rd)\sCong\.,\s(?:\dd|1st|2d|2nd)\sSess\.)?
    """,
    re.VERBOSE,
    accepts=[
        "S. Rep. No. 99-541",
        "H.R. Rep. No. 103-827",
        "S.Rep. No. 1097, 90th Cong., 2d Sess.",
        "H.R. Conf. Rep. No. 104-458",
    ],
    refuses=["Police Report No. 12", "House report", "Rep. No. 12"],
)
_REPORT_YEAR = Pattern(
    r"[^();.]{0,60}\((?P<year>\d{4})\)",
    accepts=[", at 3 (1986)"],
    refuses=[". The court (1986)", ", at 3"],
    by="match",
)


def find_secondary_sources(text: str) -> list[Mention]:
    """Return them with their pin cites; the normal form of each kind is the Bluebook's."""
    found = [*_find_reports(text), *_find_news(text)]
    for match in _SERIES.finditer(text):
        name = next(_SERIES_NAMES[key] for key in _SERIES_NAMES if match[key])
        found.append(_with_pin(text, match, f"{match['volume']} {name} {match['page']}"))
    for match in _RESTATEMENT.finditer(text):
        subject = f"{match['subject']}{match['more'] or ''}"
        series = match["series"].capitalize()
        law = "the " if subject.startswith("Law ") else ""
        form = f"Restatement ({series}) of {law}{subject} § {match['section']}"
        found.append(_mention(match, form))
    for match in _FEDERAL_PRACTICE.finditer(text):
        form = f"Wright & Miller, Federal Practice and Procedure § {match['section']}"
        found.append(_mention(match, form))
    for match in _ENCYCLOPAEDIA.finditer(text):
        name = "C.J.S." if match["corpus"] else "Am. Jur. 2d" if match["second"] else "Am. Jur."
        form = f"{match['volume']} {name} {match['title']} § {match['section']}"
        found.append(_mention(match, form))
    found += (_mention(match, _name_ruling(match)) for match in _AGENCY.finditer(text))
    found += (
        _mention(match, f"Collier on Bankruptcy ¶ {match['paragraph']}")
        for match in _COLLIER.finditer(text)
    )
    for match in _REVENUE.finditer(text):
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
    for match in _REPORT.finditer(text):
        house = "S." if match["house"].startswith("S") else "H.R."
        conference = "Conf. " if match["conference"] else ""
        number = match["number"].replace("–", "-")
        form = f"{house} {conference}Rep. No. {number}{match['session'] or ''}"
        report = _with_pin(text, match, form)
        if dated := _REPORT_YEAR.match(text, report.end):
            year = dated["year"]
            form = f"{form} ({year})"
            report = replace(report, normal_form=form, year=int(year), scope_end=dated.end())
        yield report


def _find_news(text: str) -> Iterator[Mention]:
    """Yield pages of U.S.C.C.A.N.; "at" refers to what the order cites of that year."""
    cited: dict[str, str] = {}
    for match in _CONGRESSIONAL_NEWS.finditer(text):
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
