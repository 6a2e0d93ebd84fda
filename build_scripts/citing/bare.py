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
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(
    __package__,
    "bare.toml",
    sign=SIGN,
    rule_list=RULE_LIST,
    state=state_pattern(),
    states="|".join(re.escape(state) for state in STATES),
)
# Sections so well known that their number alone names the code.
_FAMOUS = {
    section: code
    for code, sections in (
        ("42 U.S.C.", "1981 1983 1985 1988"),
        ("18 U.S.C.", "922 924 3553"),
        ("28 U.S.C.", "1331 1332 1367 1404 1441 1447 2241 2254 2255"),
    )
    for section in sections.split()
}
# Sections that imply their code if the order cites any section of that title.
_FAMOUS_IN_TITLE = {
    "35 U.S.C.": frozenset("101 102 103 112 116 120 154 256 271 282 283 284 285 286 287".split()),
    "11 U.S.C.": frozenset(
        "105 327 341 361 362 363 365 502 503 506 507 510 521 522 523 524 541 542 544 546 547 548"
        " 549 550 552 553 704 706 707 726 727 1102 1104 1107 1112 1121 1123 1125 1126 1129 1141"
        " 1306 1307 1322 1325 1328 1329".split()
    ),
}
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
# Titles that Congress enacted as such (Office of the Law Revision Counsel): acts in the others have
# their own numbers ("section 502(a)" of ERISA is 29 U.S.C. § 1132(a)).
_ENACTED = frozenset("5 9 10 11 17 18 23 26 28 31 35 38 39 44 46 49".split())
_FARTHEST = 200  # coded sections before a bare one that are searched for its chapter
_SECTIONED = (CitationKind.STATUTE, CitationKind.REGULATION)


def find_bare_provisions(text: str, named: list[Mention]) -> list[Mention]:
    """Return the bare sections and rules that get a code from the provisions in `named`.

    A section takes the code last named with that section number, else the next one so named, else
    the code last named with sections near it. If nothing fits, it is no citation: it may be a
    section of a contract. Neither is a section of an act whose place in a code follows with another
    number: "Section 502(a), 29 U.S.C. § 1132(a)".
    """
    found = []
    of_tax_court = _PATTERNS.TAX_COURT.match(text) is not None
    said = _PATTERNS.ALL_SECTIONS.search(text)
    usual = _name_title(_squeeze(said["code"])) if said else "26 U.S.C." if of_tax_court else None
    of_bankruptcy = _PATTERNS.OF_BANKRUPTCY.search(text) is not None
    spoken = {
        TITLES_IN_WORDS[_squeeze(match["code"])] for match in _PATTERNS.SPOKEN_OF.finditer(text)
    }
    if of_bankruptcy:
        spoken.add("11 U.S.C.")
    statutes = _Coded(
        [m for m in named if m.kind in _SECTIONED and m.section], usual=usual, spoken=spoken
    )
    places = {mention.start: _base_of_section(mention) for mention in statutes.all}
    for match in _PATTERNS.BARE_SECTION.finditer(text):
        plural = match["sign"] in ("§§", "ss") or match["sign"].lower().endswith("ns")
        for item in stretch(read_sections(text, match.end(), plural), match.start()):
            follows = places.get(item.end + 2) if text[item.end : item.end + 2] == ", " else None
            code = _code_for(statutes, item.number, item.start, text, item.end)
            if code and follows in {None, base_of(item.number)}:
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
    of_states = {code for code in sets if code and _PATTERNS.OF_STATE.match(code)}
    federal = _PATTERNS.OF_FEDERAL_COURT.search(text) is not None or (
        not of_states and (bool(sets) or "U.S.C." in text)
    )
    said_rules = _PATTERNS.ALL_RULES.search(text)
    of_bankruptcy = of_bankruptcy or "11 U.S.C." in statutes.codes
    usual_set = (
        _NAMED_SETS[_squeeze(said_rules["set"])]
        if said_rules
        else "Tax Ct. R."
        if of_tax_court
        else None
    )
    elsewhere = [match.start() for match in _PATTERNS.OTHER_RULES.finditer(text)]
    at_home = sorted(m.start for m in rules if m.code not in of_states)

    def last(places: list[int], start: int) -> int:
        return places[index - 1] if (index := bisect_left(places, start)) else -1

    for match in _PATTERNS.BARE_RULE.finditer(text):
        place = match.start()
        is_ours = last(elsewhere, place) <= last(at_home, place)
        is_federal = bool(match["federal"]) or (federal and is_ours)
        for item in stretch(read_rule_numbers(text, *match.span("list")), match.start()):
            others = _PATTERNS.OF_OTHERS.match(text, item.end)
            if others and not others[0].startswith(" "):
                continue
            named_set = usual_set
            if of_bankruptcy and int(_base_of(item.number)) in _BANKRUPTCY_RULES:
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
        named = [
            mention.code
            for mention in statutes
            if _PATTERNS.OF_CALIFORNIA.search(mention.code or "")
        ]
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
                and not _PATTERNS.OF_ARTICLE.search(m.code or "")
            ),
            None,
        )


def _find_bare_articles(text: str, statutes: _Coded) -> Iterator[Mention]:
    by_article = _Coded([m for m in statutes.all if " art. " in m.normal_form])
    for match in _PATTERNS.BARE_ARTICLE.finditer(text) if by_article.all else ():
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
        or (statutes.find_same(first[1], start) if (first := _PATTERNS.RANGE.match(base)) else None)
        or _usual_code(statutes, number)
        or _FAMOUS.get(base)
        or statutes.find_near(base, start)
        or next(
            (c for c in _FAMOUS_IN_TITLE if base in _FAMOUS_IN_TITLE[c] and c in statutes.codes),
            None,
        )
        or (statutes.of_california if _PATTERNS.SUBDIVISION.match(text, end) else None)
        or (statutes.only_title if _PATTERNS.HUNDREDS.fullmatch(base) else None)
    )


def _name_title(words: str) -> str:
    """Name a code printed in words as citations do: "title 18 of the United States Code"."""
    title = re.match(r"(?:[Tt]itle\s)?(\d{1,2})\s", words)
    return f"{title[1]} U.S.C." if title else TITLES_IN_WORDS.get(words, words)


def _usual_code(statutes: _Coded, number: str) -> str | None:
    if statutes.usual == "26 U.S.C." and _PATTERNS.TREASURY_NUMBER.match(number):
        return "26 C.F.R."
    return statutes.usual


def _base_of_section(mention: Mention) -> str:
    """Return the first section of a range, which names it: "18 U.S.C. §§ 2701-2712"."""
    base = base_of(mention.section or "")
    first = _PATTERNS.RANGE.match(base) if "§§" in mention.normal_form else None
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
    value = int(_base_of(number))
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
    if "." in number and not _PATTERNS.FEDERAL_DECIMALS.match(number):
        return None
    if value in _OF_EVIDENCE:
        return "Fed. R. Evid."
    if value <= 86 and "Fed. R. Crim. P." in sets and "Fed. R. Civ. P." not in sets:
        return "Fed. R. Crim. P."
    return "Fed. R. Civ. P." if value <= 86 else None


def _base_of(number: str) -> str:
    return re.split(r"[(.\s]", number, maxsplit=1)[0]


def _rule_base(mention: Mention) -> str:
    return _base_of(mention.section or "")
