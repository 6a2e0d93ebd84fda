"""Sections of acts cited by name: "Section 301 of the Labor Management Relations Act"."""

import re
from collections.abc import Iterator, Sequence

from build_scripts.citing.codes import make_provision
from build_scripts.citing.mentions import Mention
from build_scripts.citing.sections import SIGN, Item, base_of, read_sections, stretch
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.dates import MONTH_IN_FULL
from build_scripts.model.text.pattern import Pattern

_NAME_WORD = r"(?:[A-Z][\w’'.-]{1,24}|of|and|for|the|in|to|on|&)"
_ACT_BEHIND = Pattern(
    rf"\sof\s(?:the\s)?(?P<act>[A-Z][\w’'.-]{{1,24}}(?:,?\s{_NAME_WORD}){{0,8}}?\sAct)\b(?!\s[A-Z])"
    r"(?P<year>\sof\s(?:1[789]|20)\d\d)?",
    accepts=[" of the Sherman Act", " of the Securities Exchange Act of 1934"],
    refuses=[
        " of the Act",  # the act is named elsewhere
        " of the act",
    ],
    by="match",
)
# "section 25 of the act of August 27, 1894" is identified by its day; "the 1934 Act" by its year.
_ACT_OF_DAY = Pattern(
    r"\sof\s(?:the\s)?(?:(?P<act>[Aa]ct\sof\s(?:Congress\sof\s)?(?P<day>"
    + MONTH_IN_FULL
    + r"\s\d{1,2},\s?1[789]\d\d))|(?P<year>19[34]\d\sAct)\b)",
    accepts=[" of the act of August 27, 1894", " of the 1934 Act"],
    refuses=[" of the Act", " of the 1995 Act", " of the act of Congress"],
    by="match",
)
_SECTIONS = Pattern(
    rf"(?<![\w§.])(?P<sign>{SIGN})\s?(?=\d)",
    accepts=["Section 301 of the Labor Management Relations Act", "§§ 1 and 2 of the Sherman Act"],
    refuses=["Section II of this order", "subsection 3"],
)
# Acts known by their letters: "ERISA § 502(a)(3)", "INA § 240A(b)(1)".
_BY_LETTERS = Pattern(
    rf"(?<![\w.])(?P<act>ERISA|INA|FLSA|ADEA|ADA|FMLA|NLRA|LMRA|LHWCA|FDCPA|FCRA|TILA|RESPA|CERCLA|RCRA|NEPA|PLRA"
    rf"|IDEA|TCPA|CWA|CAA|ESA|APA|FTCA|OSHA|FISA|MPC|UCMJ|AWA)(?:[’']s)?\s(?:{SIGN}\s?(?=\d)|[Aa]rt(?:icle|\.)\s(?=\d))",
    accepts=["ERISA § 502(a)(3)", "INA § 240A(b)(1)", "UCMJ art. 120"],
    refuses=["ERISA at 502", "HOA § 3", "the ADA requires"],
)


def find_act_sections(text: str, named: Sequence[Mention]) -> list[Mention]:
    """Return sections of named acts; the normal form is "Sherman Act § 2".

    A section that `named` cites with its code is left to the finder of bare sections: "§ 1635(b) of
    the Truth in Lending Act" is 15 U.S.C. § 1635(b) if the order cites it so.
    """
    coded = {base_of(mention.section) for mention in named if mention.section}
    found: list[Mention] = []
    for match in _SECTIONS.finditer(text):
        items = read_sections(text, match.end(), plural=True)
        if not items or any(base_of(item.number) in coded for item in items):
            continue
        act = _ACT_BEHIND.match(text, items[-1].end) or _ACT_OF_DAY.match(text, items[-1].end)
        if act is None:
            continue
        code = _name_act(act)
        found += _list_provisions(stretch(items, match.start(), act.end()), code)
    for match in _BY_LETTERS.finditer(text):
        items = stretch(read_sections(text, match.end(), plural="§§" in match[0]), match.start())
        items = [item for item in items if base_of(item.number) not in coded]
        found += _list_provisions(items, match["act"])
    return found


def _list_provisions(items: Sequence[Item], code: str) -> Iterator[Mention]:
    for item in items:
        yield make_provision(CitationKind.STATUTE, item.start, item.end, code, item.number)


def _name_act(act: re.Match[str]) -> str:
    if day := act.groupdict().get("day"):
        return f"Act of {re.sub(r',(?=1)', ', ', day)}"
    return f"{act['act']}{act['year'] or ''}" if act["act"] else act["year"]
