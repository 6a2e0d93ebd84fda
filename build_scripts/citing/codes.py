"""Statutes, regulations, constitutions and sentencing guidelines cited with their code.

Our own grammar finds the spans, since each provision of a list must be a citation of its own
("28 U.S.C. §§ 1331, 1332(a)"), signs are lost ("42 USC 1983"), and state codes are many.
"""

import re
from collections.abc import Callable, Iterator

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import read_pin
from build_scripts.citing.sections import (
    GUIDELINE_NUMBER,
    SIGN,
    correct_guideline_number,
    is_range,
    read_sections,
    stretch,
)
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.states import name_state, state_pattern
from build_scripts.model.text.numbers import write_roman
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(
    __package__, "codes.toml", sign=SIGN, state=state_pattern(), guideline_number=GUIDELINE_NUMBER
)
# Codes that are a title of the United States Code.
TITLES_IN_WORDS = {"Bankruptcy Code": "11 U.S.C.", "Internal Revenue Code": "26 U.S.C."}


_Reader = Callable[[str, re.Match[str]], Iterator[Mention]]


def find_statutes(text: str) -> list[Mention]:
    """Return citations of codes, regulations, constitutions and guidelines, one per provision."""
    found: list[Mention] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            found += read(text, match)
    return found


def make_provision(
    kind: CitationKind,
    start: int,
    end: int,
    code: str,
    section: str,
    sign: str = "§",
    plural: bool = False,
) -> Mention:
    """Return a mention of one provision; its normal form is code, sign and section.

    `plural` means that several sections were announced ("§§"): "12-541" is then a range, else a
    section of a state's code.
    """
    if sign == "§" and is_range(section) and (plural or code.endswith((".S.C.", ".F.R."))):
        sign = "§§"
    normal_form = " ".join(part for part in (code, sign, section) if part)
    return Mention(kind, start, end, normal_form, code=code, section=section)


def _listed(
    text: str, match: re.Match[str], kind: CitationKind, code: str, sign: str = "§"
) -> Iterator[Mention]:
    """Yield one mention for each listed provision; the first includes the code."""
    printed = match["sign"] or ""
    plural = printed in ("§§", "ss", "ss.", "arts.", "pts.") or printed.lower().endswith(
        ("ns", "cs.")
    )
    for item in stretch(read_sections(text, match.end(), plural), match.start()):
        yield make_provision(kind, item.start, item.end, code, item.number, sign, plural)


def _read_as(kind: CitationKind, code: str) -> _Reader:
    """Return a reader of sections whose code is `code` filled in from the pattern."""

    def read(text: str, match: re.Match[str]) -> Iterator[Mention]:
        yield from _listed(text, match, kind, code.format(**match.groupdict()))

    return read


def _read_federal(text: str, match: re.Match[str]) -> Iterator[Mention]:
    title = match["title"]
    if match["cfr"]:
        part = (match["sign"] or "").lower().startswith("p")
        yield from _listed(
            text, match, CitationKind.REGULATION, f"{title} C.F.R.", "pt." if part else "§"
        )
    else:
        code = f"{title} U.S.C. App." if match["app"] or match["first"] else f"{title} U.S.C."
        yield from _listed(text, match, CitationKind.STATUTE, code)


def _read_of_title(text: str, match: re.Match[str]) -> Iterator[Mention]:
    for item in read_sections(text, match.start("first"), plural=False):
        kind, code = CitationKind.STATUTE, "U.S.C."
        if match["cfr"]:
            kind, code = CitationKind.REGULATION, "C.F.R."
        code = f"{match['title']} {code}"
        yield make_provision(kind, match.start(), match.end(), code, item.number)


def _read_code_last(text: str, match: re.Match[str]) -> Iterator[Mention]:
    code = "Fla. Stat." if match["florida"] else _tidy(match["code"])
    code = TITLES_IN_WORDS.get(code, code)
    if match["state"]:
        code = f"{name_state(match['state'].strip())} {code}"
    items = read_sections(text, match.start("list"), plural=True)
    for item in stretch(items, *match.span()):
        yield make_provision(CitationKind.STATUTE, item.start, item.end, code, item.number)


def _read_state(text: str, match: re.Match[str]) -> Iterator[Mention]:
    code = f"{name_state(match['state'])} {_tidy(match['code'])}"
    if match["title"]:
        code += f" {match['title'].strip(' ,').lower()},"
    yield from _listed(text, match, CitationKind.STATUTE, code, _tidy_sign(match["sign"]))


def _read_unnamed(text: str, match: re.Match[str]) -> Iterator[Mention]:
    code = _tidy(match["code"])
    yield from _listed(text, match, CitationKind.STATUTE, TITLES_IN_WORDS.get(code, code))


def _read_virginia(text: str, match: re.Match[str]) -> Iterator[Mention]:
    if _PATTERNS.OF_VIRGINIA.search(text):
        yield from _listed(text, match, CitationKind.STATUTE, "Va. Code")


def _read_lettered(text: str, match: re.Match[str]) -> Iterator[Mention]:
    letters = re.sub(r"[\s.]", "", match["code"])
    code = {
        "NCGS": "N.C. Gen. Stat.",
        "NCGSA": "N.C. Gen. Stat.",
        "IRC": "26 U.S.C.",
        "ORC": "Ohio Rev. Code",
        "RC": "Ohio Rev. Code",
        "MCL": "Mich. Comp. Laws",
        "MCLA": "Mich. Comp. Laws",
    }.get(letters, match["code"])
    yield from _listed(text, match, CitationKind.STATUTE, code)


def _read_treasury_last(_text: str, match: re.Match[str]) -> Iterator[Mention]:
    yield make_provision(CitationKind.REGULATION, *match.span(), "26 C.F.R.", match["section"])


def _read_massachusetts_session(_text: str, match: re.Match[str]) -> Iterator[Mention]:
    law = f"Mass. St. {match['year']}, ch. {match['chapter']}"
    if match["section"]:
        law += f", § {match['section']}"
    yield Mention(CitationKind.STATUTE, *match.span(), law)


def _read_maryland(text: str, match: re.Match[str]) -> Iterator[Mention]:
    of_city = _PATTERNS.ORDINANCE.search(text, max(0, match.start() - 70), match.start())
    if match["maryland"] or (_PATTERNS.MARYLAND.search(text) and not of_city):
        yield from _listed(text, match, CitationKind.STATUTE, f"Md. Code art. {match['article']},")


def _read_numbered(_text: str, match: re.Match[str]) -> Iterator[Mention]:
    code = f"{match['title']} {_tidy(match['code'])}"
    sign = "" if match["code"] == "ILCS" else "§"
    kind = CitationKind.REGULATION if match["code"] == "NYCRR" else CitationKind.STATUTE
    yield make_provision(kind, match.start(), match.end(), code, match["section"], sign)


def _read_public_law(_text: str, match: re.Match[str]) -> Iterator[Mention]:
    code = f"Pub. L. No. {match['number'].replace('–', '-')}"
    section = (match["section"] or "").rstrip(".-")
    end = match.end() - (len(match["section"] or "") - len(section))
    if section:
        yield make_provision(CitationKind.STATUTE, match.start(), end, code, section)
    else:
        yield Mention(CitationKind.STATUTE, match.start(), end, code)


def _read_session_law(text: str, match: re.Match[str]) -> Iterator[Mention]:
    pin, end = read_pin(text, match.end(), len(text))
    law = f"{match['volume']} Stat. {match['page']}"
    volume = f"{match['volume']} Stat."
    yield Mention(CitationKind.STATUTE, match.start(), end, law, pin_cite=pin, code=volume)


def _read_guideline(_text: str, match: re.Match[str]) -> Iterator[Mention]:
    for item in _PATTERNS.EACH_GUIDELINE.finditer(match["list"]):
        offset = match.start("list")
        start = match.start() if item.start() == 0 else offset + item.start()
        section = correct_guideline_number(item[0])
        yield make_provision(
            CitationKind.GUIDELINE, start, offset + item.end(), "U.S.S.G.", section
        )


def _read_constitution(_text: str, match: re.Match[str]) -> Iterator[Mention]:
    printed = match["whose"]
    whose = (
        "U.S." if re.sub(r"[\s.]", "", printed) in ("US", "UnitedStates") else name_state(printed)
    )
    part = "art." if match["part"].lower().startswith("art") else "amend."
    normal_form = f"{whose} Const. {part} {_to_roman(match['number'])}"
    if match["section"]:
        normal_form += f", § {match['section']}"
    if match["clause"]:
        normal_form += f", cl. {match['clause']}"
    yield Mention(CitationKind.CONSTITUTION, *match.span(), normal_form)


def _to_roman(number: str) -> str:
    return write_roman(int(number)).upper() if number.isdigit() else number


def _tidy(code: str) -> str:
    code = re.sub(r"\s?Supp\.\s?\d{4}$", "", code.replace("California Civil", "Civil"))
    code = re.sub(r"(?<=[a-z]{2}\.)(?=[A-Z])", " ", code)  # "Rev.Stat." is "Rev. Stat."
    return re.sub(r"\s+", " ", code).strip(" ,")


def _tidy_sign(sign: str) -> str:
    return "art." if sign.lower().startswith("art") else "ch." if sign == "ch." else "§"


_READERS: tuple[tuple[Pattern[str], _Reader], ...] = (
    (_PATTERNS.CONSTITUTION, _read_constitution),
    (_PATTERNS.FEDERAL, _read_federal),
    (_PATTERNS.OF_TITLE, _read_of_title),
    (_PATTERNS.CODE_LAST, _read_code_last),
    (_PATTERNS.NUMBERED_STATE, _read_numbered),
    (_PATTERNS.MASSACHUSETTS, _read_as(CitationKind.STATUTE, "Mass. Gen. Laws ch. {chapter},")),
    (_PATTERNS.CPLR, _read_as(CitationKind.STATUTE, "N.Y. C.P.L.R.")),
    (_PATTERNS.TREASURY, _read_as(CitationKind.REGULATION, "26 C.F.R.")),
    (_PATTERNS.TREASURY_LAST, _read_treasury_last),
    (_PATTERNS.ACQUISITION, _read_as(CitationKind.REGULATION, "48 C.F.R.")),
    (_PATTERNS.MASSACHUSETTS_SESSION, _read_massachusetts_session),
    (_PATTERNS.MARYLAND_ARTICLE, _read_maryland),
    (_PATTERNS.STATE, _read_state),
    (_PATTERNS.LETTERED, _read_lettered),
    (_PATTERNS.UNNAMED, _read_unnamed),
    (_PATTERNS.VIRGINIA, _read_virginia),
    (_PATTERNS.PUBLIC_LAW, _read_public_law),
    (_PATTERNS.SESSION_LAW, _read_session_law),
    (_PATTERNS.GUIDELINE, _read_guideline),
)
