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
    is_range,
    mend_guideline_number,
    read_sections,
    stretch,
)
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.states import name_state, state_pattern
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.roman import write_roman

_FEDERAL = Pattern(
    rf"""
    (?<![\d.-])(?P<title>\d{{1,2}})\s?
    (?: (?P<usc>(?P<first>App\.?\s?)?(?:U\.?\s?S\.?\s?C\.?(?:\s?[AS]\.)?
          |United\sStates\sCode|U\.\s?S\.\s?Code)
        (?P<app>,?\s?App(?:\.|endix))?)
      | (?P<cfr>C\.?\s?F\.?\s?R\.?-?) )
    ,?\s?(?P<sign>{SIGN}|[Pp](?:ar)?ts?\.?)?\s?(?=\d)
    """,
    re.VERBOSE,
    accepts=[
        "28 U.S.C. § 1331",
        "42 USC 1983",
        "46 U.S.C.App. § 183",
        "40 U.S.C. s 270b",
        "12 C.F.R. § 226.23",
        "6 C.F.R. pt. 27",
        "29 U.S.C. section 1854",
        "18 U.S.C.A. § 3553",
    ],
    refuses=["28 U.S. 1331", "U.S.C. § 1331", "128 U.S.C. § 1"],
)
# "§ 1331 of Title 28", "Section 1997e(e) of Title 42 of the United States Code".
# "Section 62.3, Title 33, C.F.R.".
_OF_TITLE = Pattern(
    rf"{SIGN}\s?(?P<first>\d[\w.()-]{{0,30}}?)(?:\sof|,)\s[Tt]itle\s(?P<title>\d{{1,2}})"
    r"(?:,?\s(?:of\sthe\s)?(?:(?:United\sStates|U\.\s?S\.)\s?Code|(?P<cfr>C\.\s?F\.\s?R\.|Code\sof\sFederal\sRegulations)))?"
    r"(?!,?\sof\sthe\s(?!United|U\.|Code))",
    accepts=[
        "§ 1331 of Title 28",
        "Section 1997e(e) of Title 42 of the United States Code",
        "Section 62.3, Title 33, C.F.R.",
    ],
    refuses=["Section 12 of Title 5 of the Municipal Code", "Section 7 of the title"],
)
# Florida puts the code last: "§ 934.03(2)(c), Fla. Stat. (2008)", "section 934.215, Florida
# Statutes"; others do in prose: "section 1908 of the Code of Civil Procedure", "§ 187 of the
# Penal Code".
_CODE_LAST = Pattern(
    rf"(?<![\w§]){SIGN}\s?(?P<list>\d[\w.()-]{{0,30}}?(?:(?:,\s(?:and\s)?|\sand\s)\d[\w.()-]{{0,30}}?){{0,4}}),?\s"
    r"(?:(?P<florida>Fla(?:\.|,)\s?Stats?(?:\.|utes)?|Florida\sStatutes)"
    r"|of\sthe\s(?P<state>California\s|Texas\s|Ohio\s)?(?P<code>(?:(?!Uniform|Model|Internal)[A-Z][a-z]{2,14}\s(?:(?:and|&)\s[A-Z][a-z]{2,14}\s)?){1,3}Code"
    r"|Code\sof\s(?:Civil|Criminal)\sProcedure)(?!\sof))",
    accepts=[
        "§ 934.03(2)(c), Fla. Stat. (2008)",
        "section 934.215, Florida Statutes",
        "section 1908 of the Code of Civil Procedure",
        "§ 187 of the Penal Code",
    ],
    refuses=[
        "section 301 of the Uniform Commercial Code",
        "section 12 of the Lease",
        "§ 523 of the code",
    ],
)
# OCR put the sign first: "§11 U.S.C. 1306" is read by _FEDERAL after its sign.
_CODE_WORD = r"(?:Code|Codes|Stats?\.?|Statutes?|Laws?|Proc\.?|Ann\.?|Rev\.|Procedure|L\.|Act)"
_STATE = Pattern(
    rf"""
    (?<![\w.])(?P<state>{state_pattern()})\s?
    (?P<code>(?:(?:[A-Z][\w.’']{{0,14}}(?:,?\s|(?<=\.)(?=[A-Z]))|(?:&|and|of|the)\s)){{0,6}}?
      {_CODE_WORD}(?:\s?Ann\.?|,\s?Art\.|,?\s(?:Cts|Crim|Est|Fam|Health|Ins|Real\sProp|Lab)[\w.&\s]{{0,20}}?(?=\s§))?)
    ,?\s?(?P<title>[Tt]it(?:\.|le)\s?\d{{1,3}}[a-z]?,?\s?)?(?P<sign>{SIGN}|[Aa]rts?\.|[Aa]rticle|ch\.)\s?(?=\d)
    """,
    re.VERBOSE,
    accepts=[
        "Cal. Penal Code §§ 631 & 632.7",
        "Cal Bus. & Prof. Code § 17200",
        "N.C. Gen. Stat. § 1-52",
        "N.J. Stat. Ann. § 2A:14-2(a)",
        "Tex. Code Crim. Proc. art. 18.20",
    ],
    refuses=["California § 3", "Cal. 4th 12"],
)
# A word of a code's name; a stop ends only abbreviations, not "the Act. Vehicle Code § 1".
_CODE_NAME_WORD = (
    r"(?!Model|Uniform)(?:(?:Pub|Bus|Prof|Gov|Gen|Rev|Civ|Pen|Veh|Welf|Inst|Saf|Ins|Lab|Prob|Fam|Ed|Educ"
    r"|Corp|Com|Elec|Evid|Agr|Agric|Sts|Hy|Util|Res|Proc|Fin|Harb|Nav|Mil|Vet|Unemp|Crim|Comm|Loc|Nat|Occ"
    r"|Transp|Hum|Prop|Est|Bev|Admin)\.|[A-Z][a-z’']{2,14})"
)
# State codes without a state in their text: "Penal Code § 631", "General Statutes § 53a-189".
_UNNAMED = Pattern(
    rf"""
    (?<![\w.])(?<!Model\s)(?<!Uniform\s)
    (?P<code>(?:(?:Pen(?:al|\.)|Civil|Civ\.|Bus(?:iness|\.)\s(?:and|&)\sProf(?:essions|\.)|Labor|Lab\.
      |Evid(?:ence|\.)|Gov(?:ernment|['’]t|\.)|Health\s(?:and|&)\sSafety|Veh(?:icle|\.)
      |Fam(?:ily|\.)|Corp(?:orations|\.)|Ins(?:urance|\.)|Prob(?:ate|\.)
      |(?:Code\sof\s)?Civ(?:il|\.)\sProc(?:edure|\.)|Welf\.\s&\sInst\.|Educ?(?:ation|\.)
      |Rev\.\s&\sTax\.|Pub(?:lic|\.)\sUtil(?:ities|\.)|Internal\sRevenue|Bankruptcy)\sCode
      |Code\s(?:of\s)?Civ(?:il|\.)\sProc(?:edure|\.)
      |(?!(?:The|This|That|Under|Former|See|In|By|And|Cal|California|Section|Rule)\b){_CODE_NAME_WORD}\s
        (?:(?:{_CODE_NAME_WORD}|&|and)\s){{0,4}}?Code
      |CEQA\sGuidelines|Cts\.\s(?:&|and)\sJud\.\s?Proc\.(?:\sArt(?:icle|\.))?
      |(?:Penal|Exec(?:utive|\.)|Gen(?:eral|\.)\sBus(?:iness|\.)|Civil\sRights|Labor|Real\sProp(?:erty|\.)
      |Dom(?:estic|\.)\sRel(?:ations|\.)|Insurance|Public\sHealth)\sLaw
      |(?:Gen(?:eral|\.)|Rev(?:ised|\.))\sSt(?:at(?:utes|\.)|\.)))
    ,?\s?(?P<sign>{SIGN})\s?(?=\d)
    """,
    re.VERBOSE,
    accepts=[
        "Penal Code § 631",
        "General Statutes § 53a-189",
        "Code of Civil Procedure section 425.16",
        "Real Property Law § 12",
    ],
    refuses=["Model Penal Code § 2.02", "Uniform Probate Code § 1-201", "the Code § 3"],
)
# Virginia's courts call their code "Code" alone: "Code § 19.2-306.1(A)".
_VIRGINIA = Pattern(
    r"(?:(?<=[;,(]\s)|(?<=[(“])|(?<=[a-z]{5}\.\s)|(?<=\b[Ss]ee\s)|(?<=\b[oi][fn]\s)|(?<=\b[tb][oy]\s)|(?<=\band\s)"
    rf"|(?<=nder\s)|(?<=\bthat\s)|(?<=oting\s)|^)Code\s(?P<sign>{SIGN})\s?(?=\d{{1,2}}(?:\.\d{{1,2}})?-\d)",
    accepts=["Code § 19.2-306.1(A)", "Code §§ 18.2-63, -67.3"],
    refuses=["Code § 523", "the code § 18.2-63", "Ind. Code § 35-42"],
)
_OF_VIRGINIA = Pattern(
    r"(?<!West\s)Virginia|(?<!W\.\s)Va\.",
    accepts=["the Court of Appeals of Virginia", "280 Va. 641"],
    refuses=["West Virginia", "W. Va. Code"],
)
# Codes known by their letters, which need no sign.
_LETTERED = Pattern(
    rf"""
    (?<![\w.])
    (?P<code>N\.?C\.?G\.?S\.?A?|R\.?C\.?W\.?|O\.?R\.?S\.?|A\.?R\.?S\.?|K\.?S\.?A\.?|O\.?C\.?G\.?A\.?
      |R\.?S\.?A\.?|N\.?R\.?S\.?|K\.?R\.?S\.?|M\.?C\.?L\.?A?|T\.?C\.?A\.?|R\.?S\.?Mo\.?|C\.?R\.?S\.?
      |N\.?J\.?S\.?A\.?|La\.?\sR\.?S\.?|C\.?C\.?P\.?|I\.?R\.?C\.?|O\.?R\.?C\.?
      |R\.C\.(?=\s\d{{3,4}}\.\d)|U\.?C\.?C\.?)
    ,?\s?(?P<sign>{SIGN})?\s?(?=\d)
    """,
    re.VERBOSE,
    accepts=["N.C.G.S. § 1-52", "RCW 9A.36.011", "UCC § 2-207", "I.R.C. § 183"],
    refuses=["NCGSX § 1", "I.R.C. at length", "KSA"],
)
_NUMBERED_STATE = Pattern(
    rf"(?<![\d.])(?P<title>\d{{1,3}})\s(?P<code>ILCS|P\.\s?S\.|L\.\s?P\.\s?R\.\s?A\.|O\.\s?S\.(?:\s?Supp\.\s?\d{{4}})?|NYCRR|Pa\.?\s?(?:Cons\.?\s?Stat\.?(?:\sAnn\.?)?|C\.?S\.?A?\.?)"
    rf"|Del\.?\sC(?:ode|\.)?(?:\sAnn\.?)?|V\.?S\.?A\.?|Okla\.?\sStat\.?|M\.?R\.?S\.?A?\.?),?\s?"
    rf"(?:{SIGN})?\s?(?P<section>\d[\d/.()\w-]{{0,24}}[\w)])",
    accepts=[
        "735 ILCS 5/2-619",
        "42 Pa. Cons. Stat. § 5524",
        "10 Del. C. § 8119",
        "22 NYCRR 130-1.1",
    ],
    refuses=["42 Pa. Super. 12", "5 Del. 12"],
)
# "Mass. Gen. Laws ch. 93A, § 9", "M.G.L. c. 93A, § 11", "G. L. c. 231, § 59H".
_MASSACHUSETTS = Pattern(
    rf"(?<![\w.])(?:Mass(?:\.|achusetts)\s?Gen(?:\.|eral)\s?L(?:aws|\.)(?:\sAnn\.)?|General\sLaws|M\.?\s?G\.?\s?L\.?(?:\s?A\.?)?|G\.\s?L\.),?\s"
    rf"(?:ch(?:apter|\.)?|c\.)\s?(?P<chapter>\d{{1,3}}[A-Z]{{0,2}}),?\s?(?P<sign>{SIGN})\s?(?=\d)",
    accepts=["Mass. Gen. Laws ch. 93A, § 9", "M.G.L. c. 93A, § 11", "G. L. c. 231, § 59H"],
    refuses=["Gen. L. § 12", "Mass. Gen. Laws ch. 93A"],
)
# "N.Y. C.P.L.R. 3211(a)(7)", "CPLR § 302(a)(1)".
_CPLR = Pattern(
    rf"(?<![\w.])(?:N\.\s?Y\.\s?)?C\.?\s?P\.?\s?L\.?\s?R\.?\s(?P<sign>{SIGN}|[Rr]ule)?\s?(?=\d{{2,5}})",
    accepts=["N.Y. C.P.L.R. 3211(a)(7)", "CPLR § 302(a)(1)", "CPLR Rule 3211"],
    refuses=["CPLR 5", "the CPLR"],
)
_TREASURY = Pattern(
    r"(?<!\w)Treas(?:\.|ury)\s?Reg(?:\.|ulation)s?\s(?P<sign>§{1,2})\s?(?=\d)",
    accepts=["Treas. Reg. § 1.183-2(b)", "Treasury Regulations § 301.7701-1"],
    refuses=["Treasury Regulations require", "Treas. Reg. 1.183"],
)
# The Federal Acquisition Regulation: "FAR 2.101", "FAR § 52.233-1(c)".
# The Tax Court puts the regulations' name last: "Sec. 1.183-2(b), Income Tax Regs."
_TREASURY_LAST = Pattern(
    rf"(?<![\w§]){SIGN}\s?(?P<section>\d{{1,3}}\.\d[\w.-]{{0,14}}(?:\([0-9A-Za-z]{{1,5}}\)){{0,6}}),\s"
    r"(?:Temporary\s|Proposed\s|Proced\.\s)?(?:(?:Income|Estate|Gift|Excise|Employment)\sTax\s|Proced\.\s&\sAdmin\.\s)Regs?\.",
    accepts=["Sec. 1.183-2(b), Income Tax Regs.", "§ 301.7701-1, Proced. & Admin. Regs."],
    refuses=["Sec. 183(b), Income Tax Regs.", "Sec. 1.183-2(b) applies"],
)
_ACQUISITION = Pattern(
    r"(?<![\w.])FAR\s(?P<sign>§{1,2})?\s?(?=[1-9]\d?\.\d{3})",
    accepts=["FAR 2.101", "FAR § 52.233-1(c)"],
    refuses=["FAR 2", "AFAR 2.101", "far 2.101"],
)
# Massachusetts' session laws: "St. 1975, c. 592, § 1". Maryland's old code: "Article 27, § 410".
_MASSACHUSETTS_SESSION = Pattern(
    r"(?<!\w)St\.\s(?P<year>1[789]\d\d|20\d\d),\sc\.\s(?P<chapter>\d{1,4})(?:,\s§{1,2}\s?(?P<section>\d[\w-]{0,6}))?",
    accepts=["St. 1975, c. 592, § 1", "St. 1852, c. 312"],
    refuses=["Main St. 1975", "St. Louis"],
)
_MARYLAND_ARTICLE = Pattern(
    rf"(?<!\w)(?:(?P<maryland>(?:Md\.?|Maryland)\s(?:Ann\.\s)?Code[^;§]{{0,40}}?,\s))?[Aa]rt(?:\.|icle)\s(?P<article>\d{{1,3}}[A-Z]?),\s(?P<sign>{SIGN})\s?(?=\d)",
    accepts=["Article 27, § 410", "Md. Ann. Code, art. 66B, § 4.08"],
    refuses=["Article III, § 2", "Article 27"],
)
_MARYLAND = Pattern(
    r"(?:\bMd\.\s?|Maryland\s)(?:Ann\.\s)?Code|Annotated\sCode\sof\s(?:the\sPublic\sGeneral\sLaws\sof\s)?Maryland",
    accepts=[
        "Md. Code",
        "Maryland Ann. Code",
        "Annotated Code of Maryland",
        "Annotated Code of the Public General Laws of Maryland",
    ],
    refuses=["Maryland law", "Ann. Code"],
)
_ORDINANCE = Pattern(
    r"Ordinance[^\n]{0,60}$",
    accepts=["Baltimore City Ordinance No. 12, "],
    refuses=["Ordinance No. 12.\nMd. Code, ", "the ordinance"],
)
# Codes that are a title of the United States Code.
TITLES_IN_WORDS = {"Bankruptcy Code": "11 U.S.C.", "Internal Revenue Code": "26 U.S.C."}
_PUBLIC_LAW = Pattern(
    r"(?:Pub(?:lic|\.)\s?L(?:aw|\.))\s?(?:No\.\s?)?(?P<number>\d{2,3}[-–]\d{1,4})"
    r"(?:,\s§{1,2}\s?(?P<section>\d[\w.()-]{0,20}))?",
    accepts=["Pub. L. No. 104-134", "Public Law 107-56, § 213", "Pub. L. 91-508"],
    refuses=["Public Law", "No. 104-134"],
)
# Session laws: "82 Stat. 197", "108 Stat. 4922, 4925".
_SESSION_LAW = Pattern(
    r"(?<![\w.])(?P<volume>\d{1,3})\s(?P<code>Stat\.)\s(?P<page>\d{1,5})(?![\d-])",
    accepts=["82 Stat. 197", "108 Stat. 4922, 4925"],
    refuses=["Gen. Stat. 197", "Pub. Stat. 82"],
)
_GUIDELINE = Pattern(
    r"(?:(?:(?<!\w)(?:U\.?\s?S\.?\s?S\.?\s?G\.?|U\.S\.\sSentencing\sGuidelines|Sentencing\sGuidelines|Guidelines?"
    r"|guidelines?)(?:\sManual)?,?\s?)"
    rf"(?:{SIGN}\s?)?|(?<!\w)(?<![Ii]d\.\s)(?<![Ii]d\.,\s){SIGN}\s?)(?P<list>{GUIDELINE_NUMBER}(?:(?:,\s?(?:and\s)?|\sand\s){GUIDELINE_NUMBER}){{0,6}})",
    accepts=[
        "U.S.S.G. § 2D1.1(b)(1)",
        "USSG Manual § 5H1.2",
        "U.S.S.G. Secs. 4B1.1, 4B1.2",
        "(“USSG”) § 3E1.1",
        "§ 4A1.1(a)",  # alone: no other code is counted like this
        "section 3E1.1",
        "§ 2Dl.l(b)(2)",  # OCR reads “1” as “l”
    ],
    refuses=["2D1.1", "Id. § 3E1.1", "§ 1331"],
)
_EACH_GUIDELINE = Pattern(
    GUIDELINE_NUMBER,
    accepts=["2D1.1(b)(1), 4B1.2"],
    refuses=["1331", "9A1.1"],
)
_ROMAN = r"[IVXLC]{1,8}(?!\w)|\d{1,2}"
_CONSTITUTION = Pattern(
    rf"""
    (?<![\w.])(?P<whose>U\.?\s?S\.?|United\sStates|{state_pattern()})\s?Const(?:\.|itution),?\s
    (?P<part>[Aa]rt(?:icle|\.)|[Aa]m(?:end(?:ment|s?\.)|dts?\.))\s?(?P<number>{_ROMAN})
    (?:,?\s?(?:§{{1,2}}|[Ss]ec(?:tion|\.))\s?(?P<section>\d{{1,2}}))?
    (?:,?\s?cl(?:ause|\.)\s?(?P<clause>\d{{1,2}}))?
    """,
    re.VERBOSE,
    accepts=[
        "U.S. Const. art. III, § 2, cl. 1",
        "U. S. Const., Amdt. 14, §1",
        "Cal. Const. art. I, § 7",
        "Mass. Const. amend. XLVIII",
    ],
    refuses=["the Constitution", "U.S. Const. preamble", "art. III, § 2"],
)


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
    if _OF_VIRGINIA.search(text):
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
    of_city = _ORDINANCE.search(text, max(0, match.start() - 70), match.start())
    if match["maryland"] or (_MARYLAND.search(text) and not of_city):
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
    for item in _EACH_GUIDELINE.finditer(match["list"]):
        offset = match.start("list")
        start = match.start() if item.start() == 0 else offset + item.start()
        section = mend_guideline_number(item[0])
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
    (_CONSTITUTION, _read_constitution),
    (_FEDERAL, _read_federal),
    (_OF_TITLE, _read_of_title),
    (_CODE_LAST, _read_code_last),
    (_NUMBERED_STATE, _read_numbered),
    (_MASSACHUSETTS, _read_as(CitationKind.STATUTE, "Mass. Gen. Laws ch. {chapter},")),
    (_CPLR, _read_as(CitationKind.STATUTE, "N.Y. C.P.L.R.")),
    (_TREASURY, _read_as(CitationKind.REGULATION, "26 C.F.R.")),
    (_TREASURY_LAST, _read_treasury_last),
    (_ACQUISITION, _read_as(CitationKind.REGULATION, "48 C.F.R.")),
    (_MASSACHUSETTS_SESSION, _read_massachusetts_session),
    (_MARYLAND_ARTICLE, _read_maryland),
    (_STATE, _read_state),
    (_LETTERED, _read_lettered),
    (_UNNAMED, _read_unnamed),
    (_VIRGINIA, _read_virginia),
    (_PUBLIC_LAW, _read_public_law),
    (_SESSION_LAW, _read_session_law),
    (_GUIDELINE, _read_guideline),
)
