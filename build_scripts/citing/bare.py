"""Sections and rules without their code, told by context: "Section 631(a)", "Rule 12(b)(6)"."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from build_scripts.citing.mentions import Mention
from build_scripts.citing.rules import RULE_LIST, read_rule_numbers
from build_scripts.citing.sections import SIGN, base_of, read_sections
from build_scripts.model.citation import CitationKind

# "§ 1635(a)", "Section 1983", "sections 631(a) and 632.7", "CIPA § 631(a)", "Title VII § 703".
_BARE_SECTION = re.compile(
    rf"(?<![\w§])(?:(?P<act>[A-Z][A-Z]{{2,7}})(?:’s|'s)?\s)?(?P<sign>{SIGN})\s?(?=\d)"
)
_BARE_RULE = re.compile(
    rf"(?<!\w)(?<!Local\s)(?<!Circuit\s)(?P<federal>Federal\s)?Rules?\s(?P<list>{RULE_LIST})"
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
_BARE_ARTICLE = re.compile(
    r"(?<![\w.])(?P<sign>[Aa]rt(?:icles?|s?\.))\s(?P<number>\d{1,4}\.\d{1,4}(?:,\s§\s?\d[\w()]{0,12}[\w)])?)"
)
# The only Federal Rules of Civil Procedure with a stop; another such rule is a local one.
_FEDERAL_DECIMALS = re.compile(r"(?:4\.1|5\.[12]|7\.1|16\.1|23\.[12]|44\.1|62\.1|65\.1|71\.1)\b")
_FARTHEST = 200  # coded sections that a bare one looks back over for its chapter
_SECTIONED = (CitationKind.STATUTE, CitationKind.REGULATION)


def find_bare_provisions(text: str, named: list[Mention]) -> list[Mention]:
    """Return bare sections and rules that the provisions in `named` give a code to.

    A section takes the code last named with that section number, else the next one so named,
    else the code last named with sections near it. Where nothing fits it is no citation: it may
    be a section of a contract.
    """
    found = []
    statutes = _Coded([m for m in named if m.kind in _SECTIONED and m.section])
    for match in _BARE_SECTION.finditer(text):
        plural = match["sign"] in ("§§", "ss") or match["sign"].lower().endswith("ns")
        for index, item in enumerate(read_sections(text, match.end(), plural)):
            start = match.start() if index == 0 else item.start
            code = _code_for(statutes, item.number, start)
            if code:
                found.append(_bare(CitationKind.STATUTE, start, item.end, code, item.number))
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
    federal = bool(rules) or "U.S.C." in text or "UNITED STATES DISTRICT COURT" in text.upper()
    for match in _BARE_RULE.finditer(text):
        for index, (number_start, end, number) in enumerate(
            read_rule_numbers(text, *match.span("list"))
        ):
            start = match.start() if index == 0 else number_start
            code = _rule_set_for(coded, sets, number, start, federal or bool(match["federal"]))
            if code:
                found.append(_bare(CitationKind.RULE, start, end, code, number))
    return found


class _Coded:
    """Sections with their code in order of appearance, by their number without subdivisions."""

    def __init__(
        self, statutes: Sequence[Mention], base: Callable[[Mention], str] | None = None
    ) -> None:
        base = base or (lambda mention: base_of(mention.section or ""))
        self.all = statutes
        self._starts = [mention.start for mention in statutes]
        self._same: dict[str, tuple[list[int], list[Mention]]] = {}
        for mention in statutes:
            starts, mentions = self._same.setdefault(base(mention), ([], []))
            starts.append(mention.start)
            mentions.append(mention)

    def find_same(self, base: str, start: int) -> Mention | None:
        """Return the last of that number before `start`, else the first behind it."""
        starts, mentions = self._same.get(base, ([], []))
        return mentions[max(0, bisect_left(starts, start) - 1)] if mentions else None

    def find_near(self, base: str, start: int) -> Mention | None:
        """Return the last before `start` in the same chapter, among the `_FARTHEST` before it."""
        last = bisect_left(self._starts, start)
        before = self.all[max(0, last - _FARTHEST) : last]
        return next(
            (m for m in reversed(before) if _are_near(base, base_of(m.section or ""))), None
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
            "" if kind is CitationKind.RULE else "art. " if " art. " in code.normal_form else "§ "
        )
        kind, name = code.kind, code.code or ""
    else:
        sign, name = "" if kind is CitationKind.RULE else "§ ", code
    normal_form = f"{name} {sign}{number}"
    return Mention(
        kind, start, end, normal_form, start, end, code=name, section=number, antecedent=normal_form
    )


def _code_for(statutes: _Coded, number: str, start: int) -> Mention | str | None:
    base = base_of(number)
    return statutes.find_same(base, start) or _FAMOUS.get(base) or statutes.find_near(base, start)


def _are_near(one: str, other: str) -> bool:
    """Whether two sections stand in one chapter: 2703 and 2711, 632.7 and 631, 1681s-2, 1681n."""
    form = r"(\d{3,5})(?:[a-z]{1,2}(?:-\d{1,2}[a-z]?)?)?(?:\.\d{1,2})?"
    numbers = [re.fullmatch(form, number) for number in (one, other)]
    if numbers[0] and numbers[1]:
        return abs(int(numbers[0][1]) - int(numbers[1][1])) <= 60
    stem = re.match(r"(\d+[a-z]?[-.:])", one)
    return stem is not None and other.startswith(stem[1])


def _rule_set_for(
    rules: _Coded, sets: frozenset[str | None], number: str, start: int, federal: bool
) -> str | None:
    base = re.split(r"[(.\s]", number, maxsplit=1)[0]
    value = int(base)
    if same := rules.find_same(base, start):
        return same.code
    if not federal:
        return None
    if "." in number and not _FEDERAL_DECIMALS.match(number):
        return None
    if 101 <= value <= 1103 and value not in (230, 251):
        return "Fed. R. Evid."
    if value <= 86 and "Fed. R. Crim. P." in sets and "Fed. R. Civ. P." not in sets:
        return "Fed. R. Crim. P."
    return "Fed. R. Civ. P." if value <= 86 else None


def _rule_base(mention: Mention) -> str:
    return re.split(r"[(.\s]", mention.section or "", maxsplit=1)[0]
