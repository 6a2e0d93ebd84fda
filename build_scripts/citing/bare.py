"""Sections and rules without their code, resolved by context: "Section 631(a)", "Rule 12(b)(6)"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence

from build_scripts.citing.codes import TITLES_IN_WORDS
from build_scripts.citing.mentions import Mention
from build_scripts.citing.rules import RULE_LIST, read_rule_numbers
from build_scripts.citing.sections import SIGN, base_of, read_sections, stretch
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.states import STATES, state_pattern
from build_scripts.model.text.pattern import Pattern

# "§ 1635(a)", "Section 1983", "sections 631(a) and 632.7", "CIPA § 631(a)", "Title VII § 703".
_BARE_SECTION = Pattern(
    rf"(?<![\w§])(?:(?P<act>[A-Z][A-Z]{{2,7}})(?:’s|'s)?\s)?(?P<sign>{SIGN})\s?(?=\d)",
    accepts=["§ 1635(a)", "Section 1983", "sections 631(a) and 632.7", "CIPA § 631(a)"],
    refuses=["Section II", "the section on damages", "subsection 2"],
)
_BARE_RULE = Pattern(
    rf"(?<!\w)(?<!Local\s)(?<!Circuit\s)(?<!Court\s)(?P<federal>Federal\s)?Rules?\s(?P<list>{RULE_LIST})",
    accepts=["Rule 12(b)(6)", "Federal Rules 8 and 9(b)"],
    refuses=["Local Rule 7-1", "Circuit Rule 36-3", "Court Rule 9", "Rules of evidence"],
)
# Sections so well known that their number alone names the code.
_FAMOUS = {
    "1983": "42 U.S.C.",
    "1985": "42 U.S.C.",
    "1988": "42 U.S.C.",
    "1981": "42 U.S.C.",
    "922": "18 U.S.C.",
    "924": "18 U.S.C.",
    "3553": "18 U.S.C.",
    "1331": "28 U.S.C.",
    "1332": "28 U.S.C.",
    "1367": "28 U.S.C.",
    "1404": "28 U.S.C.",
    "1441": "28 U.S.C.",
    "1447": "28 U.S.C.",
    "2241": "28 U.S.C.",
    "2254": "28 U.S.C.",
    "2255": "28 U.S.C.",
}
# Articles of a state's code: "article 18.20, § 1(1)", "art. 38.22".
_BARE_ARTICLE = Pattern(
    r"(?<![\w.])(?P<sign>[Aa]rt(?:icles?|s?\.))\s(?P<number>\d{1,4}\.\d{1,4}(?:,\s§\s?\d[\w()]{0,12}[\w)])?)",
    accepts=["article 18.20, § 1(1)", "art. 38.22"],
    refuses=["Article III", "article 5"],
)
# Behind a number that is an agency's or a state's ("Rule 10b-5", "Rule 5-901", "Rule 4:26-4"), or
# that names a code of its own ("Rule 5 of the Rules of the Road").
_OF_OTHERS = Pattern(
    r"[a-z]\d?-\d|[-–:]\d|\s(?:of|in)\s(?:the\s)?(?!Fed|F\.|[Rr]ules\s(?:of|and)\b)(?:[A-Z][\w.’']{1,20}\s){0,4}Rules?\b"
    r"|\s(?:of|in)\s(?:the\s)?Rules\s(?:of\sthe\sRoad|of\sCourt|Governing)\b",
    accepts=["b-5", "a1-2", "-901", ":26-4", " of the Maryland Rules", " of the Rules of the Road"],
    refuses=["(b)(6)", ", 2022", " of the Federal Rules", " of the Rules of Evidence", " in 2019"],
    by="match",
)
# Rules that have no federal namesake: a bare "Rule 2" behind them is theirs.
_OTHER_RULES = Pattern(
    rf"\b(?:(?:{state_pattern()}|Inland|Navigation|Navigational|Collision"
    r"|Arbitration|Professional\sConduct|Disciplinary)\sR(?:ules|egulations)|COLREGS?|Rules\sof\sthe\sRoad)\b",
    accepts=["the Inland Navigation Rules", "COLREGS", "the Rules of the Road", "Tex. Rules"],
    refuses=["the Federal Rules", "the Local Rules", "Rule 12"],
)
# A paper of a federal court, or about one.
_OF_FEDERAL_COURT = Pattern(
    r"\bUNITED\s{1,3}STATES\s{1,3}(?:DISTRICT|BANKRUPTCY|COURT\sOF\sAPPEALS)"
    r"|\bUnited\sStates\s(?:District|Magistrate|Bankruptcy|Circuit)\sJudge|\bCircuit\sJudges?\b",
    accepts=["UNITED STATES DISTRICT COURT", "United States Magistrate Judge", "Circuit Judges"],
    refuses=[
        "the United States District Court",
        "SUPREME COURT OF NORTH CAROLINA",
        "Circuit Court",
    ],
)
# The only Federal Rules of Civil Procedure with a stop; another such rule is a local one.
_FEDERAL_DECIMALS = Pattern(
    r"(?:4\.1|5\.[12]|7\.1|16\.1|23\.[12]|44\.1|62\.1|65\.1|71\.1)\b",
    accepts=["7.1", "23.2", "65.1"],
    refuses=["7.2", "16.11"],
    by="match",
)
# Sections that imply their code if the order cites any section of that title.
_FAMOUS_IN_TITLE = {
    "35 U.S.C.": frozenset("101 102 103 112 116 120 154 256 271 282 283 284 285 286 287".split()),
    "11 U.S.C.": frozenset(
        "105 327 341 361 362 363 365 502 503 506 507 510 521 522 523 524 541 542 544 546 547 548"
        " 549 550 552 553 704 706 707 726 727 1102 1104 1107 1112 1121 1123 1125 1126 1129 1141"
        " 1306 1307 1322 1325 1328 1329".split()
    ),
}
# A definition for the whole order: "All further statutory references are to the Penal Code".
_ALL_SECTIONS = Pattern(
    r"\b(?:[Ss]ection|[Ss]tatut(?:ory|e)|[Cc]ode)s?(?:\s(?:and|or)\s[Rr]ule)?\s(?:section\s)?(?:references?|citations?)"
    r"(?:\s(?:herein|hereafter|in\sthis\s(?:opinion|order)),?)?"
    r"\s(?:are|is|will\sbe|shall\sbe|refer)\sto\s(?:sections\sof\s)?(?:the\s)?"
    r"(?:(?:California|Texas)\s)?(?P<code>Internal\sRevenue\sCode|Code\sof\s(?:Civil|Criminal)\sProcedure"
    r"|(?:[A-Z][a-z]{2,14}\s(?:(?:and|&)\s)?){1,4}Code|[Tt]itle\s\d{1,2}\sof\sthe\sUnited\sStates\sCode"
    r"|\d{1,2}\sU\.\s?S\.\s?C\.(?!\s§))",
    accepts=[
        "all section references are to the Internal Revenue Code",
        "Unless specified otherwise, section references are to the Bankruptcy Code",
        "All further statutory references are to the Penal Code.",
        "undesignated statutory references are to the Welfare and Institutions Code",
        "All statutory citations herein are to the Code of Civil Procedure",
    ],
    refuses=[
        "The section refers to the Bankruptcy Code",
        "all section references are to the Lease",
    ],
)
_ALL_RULES = Pattern(
    r"\b[Rr]ule\sreferences\s(?:are|will\sbe)\sto\s[^.;]{0,90}?the\s"
    r"(?P<set>(?:Tax\sCourt\sRules|Federal\sRules\sof\s(?:Bankruptcy|Civil|Criminal)\sProcedure))",
    accepts=[
        "all Rule references are to the Federal Rules of Bankruptcy Procedure",
        "Rule references are to the Tax Court Rules of Practice and Procedure",
    ],
    refuses=["all rule references are to the Local Rules"],
)
# A title named only in words counts as cited too.
_SPOKEN_OF = Pattern(
    r"\b(?P<code>Bankruptcy\sCode|Internal\sRevenue\sCode)\b",
    accepts=["under the Bankruptcy Code", "the Internal Revenue Code"],
    refuses=["the bankruptcy code", "Revenue Code"],
)
_OF_BANKRUPTCY = Pattern(
    r"\bUNITED\s{1,3}STATES\s{1,3}BANKRUPTCY\s{1,3}(?:COURT|APPELLATE)|\bUnited\sStates\sBankruptcy\s(?:Court|Judge|Appellate)",
    accepts=["UNITED STATES BANKRUPTCY COURT", "United States Bankruptcy Judge"],
    refuses=["the bankruptcy court", "Bankruptcy Code"],
)
_BANKRUPTCY_RULES = range(1001, 9038)
_EVIDENCE = ((101, 106), (201, 201), (301, 302), (401, 415), (501, 502), (601, 615), (701, 706))
_HEARSAY = ((801, 807), (901, 903), (1001, 1008), (1101, 1103))
_OF_EVIDENCE = frozenset(n for first, last in _EVIDENCE + _HEARSAY for n in range(first, last + 1))
"""The Federal Rules of Evidence: there is no Rule 845."""
_NAMED_SETS = {
    "Tax Court Rules": "Tax Ct. R.",
    "Federal Rules of Bankruptcy Procedure": "Fed. R. Bankr. P.",
    "Federal Rules of Civil Procedure": "Fed. R. Civ. P.",
    "Federal Rules of Criminal Procedure": "Fed. R. Crim. P.",
}
_TAX_COURT = Pattern(
    r"\A.{0,300}?UNITED\sSTATES\sTAX\sCOURT",
    re.DOTALL,
    accepts=["T.C. Memo. 2021-12\nUNITED STATES TAX COURT"],
    refuses=["UNITED STATES DISTRICT COURT", "review of the United States Tax Court"],
    by="match",
)
# Each article of Maryland's old code, each chapter of Massachusetts' counts from 1.
_OF_ARTICLE = Pattern(
    r"(?:art|ch)\. \d{1,3}[A-Z]?,$",
    accepts=["Md. Code, art. 27,", "Mass. Gen. Laws ch. 93A,"],
    refuses=["Md. Code, art. 27, § 410", "Tex. Code Crim. Proc."],
)
_RANGE = Pattern(
    r"(\d{2,5}[a-z]?)-\d{2,5}[a-z]?$",
    accepts=["2701-2712", "101a-102"],
    refuses=["2701", "1A-1", "53a-189(b)"],
    by="match",
)
# Under the Internal Revenue Code "section 1.183-2(b)" is one of its regulations.
_TREASURY_NUMBER = Pattern(
    r"\d{1,3}\.\d",
    accepts=["1.183-2(b)", "301.7701-1"],
    refuses=["183", "6213(a)"],
    by="match",
)
_OF_STATE = Pattern(
    rf"(?:{'|'.join(re.escape(state) for state in STATES)})\s(?:Ct\.\s)?R\.",
    accepts=["Tex. R. Civ. P.", "Mich. Ct. R."],
    refuses=["Fed. R. Civ. P.", "Tex. Penal Code"],
    by="match",
)
# Titles that Congress enacted as such (Office of the Law Revision Counsel): acts in the others have
# their own numbers ("section 502(a)" of ERISA is 29 U.S.C. § 1132(a)).
_ENACTED = frozenset("5 9 10 11 17 18 23 26 28 31 35 38 39 44 46 49".split())
# California's codes have subdivisions: "(§ 12022.53, subd. (b))".
_SUBDIVISION = Pattern(
    r",?\s\(?subd(?:s?\.|ivisions?)",
    accepts=[", subd. (b)", ", subdivision (b)"],
    refuses=[", subsection (b)", "(b)"],
    by="match",
)
_OF_CALIFORNIA = Pattern(
    r"^(?:Cal\.\s)?(?:Pen(?:al|\.)|Civ(?:il|\.)|Welf|Health|Veh|Fam|Prob|Evid|Gov|Lab|Bus|Ins|Educ|Corp|Code\sof\sCiv).*?(?:Code|Proc)",
    accepts=["Pen. Code", "Penal Code", "Cal. Civ. Code"],
    refuses=["Tex. Penal Code", "42 U.S.C."],
)
# A contract has no section 362: if the order cites only one title, its sections are of it.
_HUNDREDS = Pattern(
    r"[1-9]\d{2,3}[a-z]?",
    accepts=["362", "1325", "504a"],
    refuses=["12", "3.5", "1-207"],
    by="fullmatch",
)
_FARTHEST = 200  # coded sections before a bare one that are searched for its chapter
_SECTIONED = (CitationKind.STATUTE, CitationKind.REGULATION)


def find_bare_provisions(text: str, named: list[Mention]) -> list[Mention]:
    """Return the bare sections and rules that get a code from the provisions in `named`.

    A section takes the code last named with that section number, else the next one so named, else
    the code last named with sections near it. If nothing fits, it is no citation: it may be a
    section of a contract.
    """
    found = []
    of_tax_court = _TAX_COURT.match(text) is not None
    said = _ALL_SECTIONS.search(text)
    usual = _name_title(_squeeze(said["code"])) if said else "26 U.S.C." if of_tax_court else None
    of_bankruptcy = _OF_BANKRUPTCY.search(text) is not None
    spoken = {TITLES_IN_WORDS[_squeeze(match["code"])] for match in _SPOKEN_OF.finditer(text)}
    if of_bankruptcy:
        spoken.add("11 U.S.C.")
    statutes = _Coded(
        [m for m in named if m.kind in _SECTIONED and m.section], usual=usual, spoken=spoken
    )
    for match in _BARE_SECTION.finditer(text):
        plural = match["sign"] in ("§§", "ss") or match["sign"].lower().endswith("ns")
        for item in stretch(read_sections(text, match.end(), plural), match.start()):
            code = _code_for(statutes, item.number, item.start, text, item.end)
            if code:
                found.append(_bare(CitationKind.STATUTE, item.start, item.end, code, item.number))
    found += _find_bare_articles(text, statutes)
    rules = [m for m in named if m.kind is CitationKind.RULE and m.section]
    # the Rules of Evidence begin at 101
    coded = _Coded(
        [
            m
            for m in rules
            if m.code != "Fed. R. Evid." or not _rule_base(m).isdigit() or int(_rule_base(m)) >= 101
        ],
        _rule_base,
    )
    sets = frozenset(m.code for m in rules)
    of_states = {code for code in sets if code and _OF_STATE.match(code)}
    federal = _OF_FEDERAL_COURT.search(text) is not None or (
        not of_states and (bool(sets) or "U.S.C." in text)
    )
    said_rules = _ALL_RULES.search(text)
    of_bankruptcy = of_bankruptcy or "11 U.S.C." in statutes.codes
    usual_set = (
        _NAMED_SETS[_squeeze(said_rules["set"])]
        if said_rules
        else "Tax Ct. R."
        if of_tax_court
        else None
    )
    elsewhere = [match.start() for match in _OTHER_RULES.finditer(text)]
    at_home = sorted(m.start for m in rules if m.code not in of_states)

    def last(places: list[int], start: int) -> int:
        return places[index - 1] if (index := bisect_left(places, start)) else -1

    for match in _BARE_RULE.finditer(text):
        place = match.start()
        is_ours = last(elsewhere, place) <= last(at_home, place)
        is_federal = bool(match["federal"]) or (federal and is_ours)
        for item in stretch(read_rule_numbers(text, *match.span("list")), match.start()):
            others = _OF_OTHERS.match(text, item.end)
            if others and not others[0].startswith(" "):
                continue
            named_set = usual_set
            if of_bankruptcy and _read_base(item.number) in _BANKRUPTCY_RULES:
                named_set = named_set or "Fed. R. Bankr. P."
            code = _rule_set_for(coded, sets, item.number, item.start, is_federal, named_set)
            if code and not (others and code.startswith("Fed.")):
                found.append(_bare(CitationKind.RULE, item.start, item.end, code, item.number))
    return found


class _Coded:
    """Sections with their code in order of appearance, by their number without subdivisions."""

    def __init__(
        self,
        statutes: Sequence[Mention],
        base: Callable[[Mention], str] | None = None,
        usual: str | None = None,
        spoken: Collection[str] = (),
    ) -> None:
        base = base or _base_of_section
        self.all = statutes
        self.usual = usual  # the code that the order assigns to its bare sections
        cited = frozenset(mention.code for mention in statutes if mention.code)
        self.codes = cited | frozenset(spoken)
        named = [mention.code for mention in statutes if _OF_CALIFORNIA.search(mention.code or "")]
        self.of_california = named[0] if named else None
        only = next(iter(self.codes)) if len(self.codes) == 1 else ""
        self.only_title = only if only.removesuffix(" U.S.C.") in _ENACTED else None
        self._starts = [mention.start for mention in statutes]
        self._same: dict[str, tuple[list[int], list[Mention]]] = {}
        for mention in statutes:
            starts, mentions = self._same.setdefault(base(mention), ([], []))
            starts.append(mention.start)
            mentions.append(mention)

    def find_same(self, base: str, start: int) -> Mention | None:
        """Return the last section of that number before `start`, or the first after it."""
        starts, mentions = self._same.get(base, ([], []))
        return mentions[max(0, bisect_left(starts, start) - 1)] if mentions else None

    def find_near(self, base: str, start: int) -> Mention | None:
        """Return the last before `start` in the same chapter, among the `_FARTHEST` before it."""
        last = bisect_left(self._starts, start)
        before = self.all[max(0, last - _FARTHEST) : last]
        return next(
            (
                m
                for m in reversed(before)
                if _are_near(base, base_of(m.section or ""))
                and not _OF_ARTICLE.search(m.code or "")
            ),
            None,
        )


def _find_bare_articles(text: str, statutes: _Coded) -> Iterator[Mention]:
    by_article = _Coded([m for m in statutes.all if " art. " in m.normal_form])
    for match in _BARE_ARTICLE.finditer(text) if by_article.all else ():
        start, end = match.span()
        code = _code_for(by_article, re.split(r"[,(]", match["number"])[0], start)
        if isinstance(code, Mention):
            yield _bare(CitationKind.STATUTE, start, end, code, match["number"])


def _bare(kind: CitationKind, start: int, end: int, code: Mention | str, number: str) -> Mention:
    if isinstance(code, Mention):
        sign = (
            ""
            if kind is CitationKind.RULE
            else "art. "
            if code.normal_form.startswith(f"{code.code} art. ")
            else "§ "
        )
        kind, name = code.kind, code.code or ""
    else:
        sign, name = "" if kind is CitationKind.RULE else "§ ", code
    normal_form = f"{name} {sign}{number}"
    return Mention(kind, start, end, normal_form, code=name, section=number, antecedent=normal_form)


def _code_for(
    statutes: _Coded, number: str, start: int, text: str = "", end: int = 0
) -> Mention | str | None:
    base = base_of(number)
    return (
        statutes.find_same(base, start)
        or (statutes.find_same(first[1], start) if (first := _RANGE.match(base)) else None)
        or _usual_code(statutes, number)
        or _FAMOUS.get(base)
        or statutes.find_near(base, start)
        or next(
            (c for c in _FAMOUS_IN_TITLE if base in _FAMOUS_IN_TITLE[c] and c in statutes.codes),
            None,
        )
        or (statutes.of_california if _SUBDIVISION.match(text, end) else None)
        or (statutes.only_title if _HUNDREDS.fullmatch(base) else None)
    )


def _name_title(words: str) -> str:
    """Name a code printed in words as citations do: "title 18 of the United States Code"."""
    title = re.match(r"(?:[Tt]itle\s)?(\d{1,2})\s", words)
    return f"{title[1]} U.S.C." if title else TITLES_IN_WORDS.get(words, words)


def _usual_code(statutes: _Coded, number: str) -> str | None:
    if statutes.usual == "26 U.S.C." and _TREASURY_NUMBER.match(number):
        return "26 C.F.R."
    return statutes.usual


def _base_of_section(mention: Mention) -> str:
    """Return the first section of a range, which names it: "18 U.S.C. §§ 2701-2712"."""
    base = base_of(mention.section or "")
    first = _RANGE.match(base) if "§§" in mention.normal_form else None
    return first[1] if first else base


def _squeeze(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _are_near(one: str, other: str) -> bool:
    """Return whether sections are in one chapter: 2703 and 2711, 632.7 and 631, 1681s-2, 1681n."""
    form = r"(\d{3,5})(?:[a-z]{1,2}(?:-\d{1,2}[a-z]?)?)?(?:\.\d{1,2})?"
    numbers = [re.fullmatch(form, number) for number in (one, other)]
    if numbers[0] and numbers[1]:
        return abs(int(numbers[0][1]) - int(numbers[1][1])) <= 60
    stem = re.match(r"(\d+[a-z]?[-.:])", one)
    return stem is not None and other.startswith(stem[1])


def _rule_set_for(
    rules: _Coded,
    sets: frozenset[str | None],
    number: str,
    start: int,
    federal: bool,
    usual: str | None,
) -> str | None:
    value = _read_base(number)
    base = str(value)
    if same := rules.find_same(base, start):
        return same.code
    if usual and (usual != "Fed. R. Bankr. P." or value >= 1001):
        return usual
    if value <= 86 and "RCFC" in sets and "Fed. R. Civ. P." not in sets:
        return "RCFC"
    if 101 <= value <= 1103 and "Fed. R. Evid." not in sets:
        # "Tex. R. Evid. 404(b) … Rule 403": the rules of evidence that the order cites
        evidence = [code for code in sets if code and code.endswith(" R. Evid.")]
        if len(evidence) == 1:
            return evidence[0]
    if not federal:
        return None
    if "." in number and not _FEDERAL_DECIMALS.match(number):
        return None
    if value in _OF_EVIDENCE:
        return "Fed. R. Evid."
    if value <= 86 and "Fed. R. Crim. P." in sets and "Fed. R. Civ. P." not in sets:
        return "Fed. R. Crim. P."
    return "Fed. R. Civ. P." if value <= 86 else None


def _read_base(number: str) -> int:
    return int(re.split(r"[(.\s]", number, maxsplit=1)[0])


def _rule_base(mention: Mention) -> str:
    return re.split(r"[(.\s]", mention.section or "", maxsplit=1)[0]
