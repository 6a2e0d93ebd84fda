"""Articles and amendments cited without their constitution: "the Fourth Amendment"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.states import full_name_pattern, name_state, state_pattern
from build_scripts.model.text.pattern import Pattern

# "Article III standing", if the order names that Article with its constitution.
_BARE_ARTICLE = Pattern(
    r"(?<!\w)Article\s(?P<number>I{1,3}|IV|VI{0,2})\b(?!,?\s(?:§|[Ss]ec|of))",
    accepts=["Article III standing"],
    refuses=["Article III, § 2", "Article III of the Lease"],
)
# What every court writes of federal judges: "Article III standing", "an Article III court".
_OF_COURTS = Pattern(
    r"(?:[’']s)?\s(?:standing|courts?|judges?|judiciary|jurisdiction|cases?|case-or-|tribunals?|limits?)\b",
    accepts=[" standing", "’s case-or-controversy requirement", " courts"],
    refuses=[" of the Utah Constitution", " standings"],
    by="match",
)
_ARTICLE_SECTION = Pattern(
    rf"""
    (?<![\w.])(?:[Aa]rt\.|[Aa]rticle)\s(?P<number>I{{1,3}}|Ill?|IV|VI{{0,3}}|IX|XI{{0,2}}|X[IVX]{{1,4}}),?
    \s?(?:§\s?|[Ss]ec(?:tion|\.)\s)(?P<section>\d{{1,2}})(?!\d|\.\d)
    (?:,?\s?cl(?:ause|\.)\s?(?P<clause>\d{{1,2}}))?
    (?P<whose>,?\sof\s(?:(?:the|this|(?P<our>[Oo]ur))\s(?:own\s)?)?
      (?:(?P<state>{state_pattern()})(?:[’']s)?\s|(?P<federal>United\sStates\s|U\.\s?S\.\s|[Ff]ederal\s))?
      (?P<of_state>[Ss]tate(?:[’']s)?\s)?[Cc]onst(?:itution|\.))?
    (?!,?\sof\s(?:the|this|said)\s)
    """,
    re.VERBOSE,
    accepts=[
        "Art. IV, § 3, cl. 2",
        "article I, section 8",
        "Article Ill, § 2",  # as OCR reads it
        "article I, section 10 of our state constitution",
        "art. I, § 7 of the Wisconsin Constitution",
    ],
    refuses=["Article IV, § 3 of the Agreement", "article 18.20, § 1", "Article III standing"],
)
# Where an order names a constitution: later provisions without a name are of the last one named.
_NAMED = Pattern(
    rf"""
    (?<![\w.])(?:
      (?: (?P<federal>[Ff]ederal|U\.\s?S\.|United\sStates) | (?P<state>{state_pattern()}) )
        (?:[’']s?)?\s(?:State\s)?(?:[Cc]onstitution\b|Const\b[.,])
      | [Cc]onstitution\sof\s(?:the\s)?(?:(?:State|Commonwealth)\sof\s)?
        (?: (?P<of_federal>United\sStates) | (?P<of_state>{state_pattern()}) )(?!\w)
      | (?P<ours>[Oo]ur)\s(?:own\s)?[Cc]onstitution\b
      | (?P<own>[Ss]tate(?:[’']s)?\s[Cc]onstitution)\b )
    """,
    re.VERBOSE,
    accepts=[
        "the Utah Constitution",
        "Wash. Const.",
        "Pa. Const, art. I, § 5",  # as databases print it
        "our state constitution",
        "our Constitution",
        "the Constitution of the State of Washington",
        "the United States Constitution",
        "the federal constitution",
    ],
    refuses=["the Constitution", "constitutional", "the constitution of the board"],
)
# Sections that each article of the federal constitution has; the others have none.
_FEDERAL_SECTIONS = {"I": 10, "II": 4, "III": 3, "IV": 4}
_ORDINALS = """
    First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth
    Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth Twenty-First
""".split()  # fmt: skip
_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
_AMENDMENTS = Pattern(
    rf"(?<![\w-])(?P<list>(?:{'|'.join(_ORDINALS)})(?:(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)(?:the\s)?"
    rf"(?:{'|'.join(_ORDINALS)})){{0,5}})\sAmendments?\b",
    accepts=["the Fourth Amendment", "First, Fourth and Fifth Amendments"],
    refuses=["the Amendment", "the fourth amendment", "Fourth Amended Complaint"],
)
_EACH_ORDINAL = Pattern(
    "|".join(sorted(_ORDINALS, key=len, reverse=True)),
    accepts=["First, Fourth and Fifth", "Twenty-First"],
    refuses=["fourth", "Two"],
)
# A contract's amendments are numbered too: if one is named, no amendment of that order counts as
# the federal constitution's.
_OF_CONTRACT = Pattern(
    rf"(?:{'|'.join(_ORDINALS)})\sAmendment\s(?:to|of)\s(?:the\s|that\s|this\s|its\s|their\s)?"
    r"(?!United\sStates|U\.\s?S\.|[Ff]ederal|Constitution|our\b)[A-Z]"
    r"|(?:Amended\sand\sRestated|Amendment\sNo\.)",
    accepts=[
        "the Second Amendment to the Lease",
        "First Amendment of that Agreement",
        "the Amended and Restated Note",
        "Amendment No. 3",
    ],
    refuses=[
        "the First Amendment to the United States Constitution",
        "the Fourth Amendment of our Constitution",
        "the Fourth Amendment to exclude",
    ],
)


# Provisions without a name are of the court's own state: "article I, section 10" in a court of Utah
# is of Utah's constitution; in a federal court, of the federal one.
_OPENING = 1000  # characters: a syllabus' heading, a caption with its parties
_FEDERAL = Pattern(
    r"""
    \bUNITED\sSTATES\s(?:DISTRICT|BANKRUPTCY|TAX|CIRCUIT|COURT)\b
    | \bCOURT\sOF\sTHE\sUNITED\sSTATES\b
    | \bFOR\sTHE\s[A-Z]{5,8}\sCIRCUIT\b | \bFEDERAL\sCLAIMS\b
    | \b(?:NORTHERN|SOUTHERN|EASTERN|WESTERN|MIDDLE|CENTRAL|THE)\sDISTRICT\sOF\s
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "UNITED STATES DISTRICT COURT",
        "Supreme Court of the United States",
        "United States Court of Appeals for the Ninth Circuit",
        "FOR THE DISTRICT OF UTAH",
    ],
    refuses=[
        "IN THE SUPREME COURT OF THE STATE OF UTAH",
        "COURT OF APPEALS, FIRST DISTRICT OF TEXAS",
        "CIRCUIT COURT FOR THE ELEVENTH JUDICIAL CIRCUIT",
    ],
)
_KIND = (
    r"(?:supreme|superior|appellate|circuit|district|chancery|trial|court|courts"
    r"|civil\sappeals|criminal\sappeals|special\sappeals|common\spleas|appeals?)"
)
_STATE_COURT = Pattern(
    rf"""
    \b{_KIND}(?:\scourts?)?\s(?:of|for)\s(?:the\s)?(?:(?:state|commonwealth)\sof\s)?
      (?P<behind>{full_name_pattern()})\b(?!\s(?:county|parish))
    | \b(?<!west\s)(?P<before>{full_name_pattern()})\s
      (?:(?:supreme|superior|appellate|circuit|district|chancery|land|tax)\scourts?\b
        |courts?\sof\s(?:\w+\s)?(?:appeals?|chancery|common\spleas))
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "IN THE SUPREME COURT OF THE STATE OF UTAH",
        "Supreme Court of Pennsylvania",
        "COURT OF CRIMINAL APPEALS OF TEXAS",
        "WASHINGTON COURT OF APPEALS",
        "North Carolina Supreme Court",
        "Superior Court for the Commonwealth of Massachusetts",
    ],
    refuses=[
        "the court of Ms. Georgia",
        "Circuit Court of Washington County",
        "Virginia Woolf",
        "State of Ohio v. Roe",
    ],
)


def find_bare_constitution(text: str, named: Sequence[Mention]) -> list[Mention]:
    """Return articles and amendments without their constitution, with the one that the order means.

    A bare article is the federal one if that was named; one with its section also if no state's
    constitution is meant: see `_Constitutions`. Amendments are the federal ones if the order
    mentions a constitution and no contract's amendments are numbered.
    """
    known = {m.normal_form for m in named if m.kind is CitationKind.CONSTITUTION}
    heads = {form.partition(",")[0] for form in known}
    constitutions = _Constitutions(text, known)
    found = [*_find_sections(text, constitutions)]
    for match in _BARE_ARTICLE.finditer(text):
        article = f"U.S. Const. art. {match['number']}"
        if article in heads and constitutions.is_federal(match):
            found.append(_mention(*match.span(), article))
    if re.search(
        r"[Cc]onstitution|Const\.|\b\d{2,3}\sU\.\s?S\.\s\d", text
    ) and not _OF_CONTRACT.search(text):
        found += _find_amendments(text)
    return found


class _Constitutions:
    """The constitution that an order means when it names none.

    In a state's court, and after a state's constitution, an article is federal only if the federal
    constitution was named last: opinions of Utah and of Washington, which set both side by side,
    had "article I, section 10" of their own taken for the federal one.
    """

    def __init__(self, text: str, known: Set[str]) -> None:
        self._text = text
        self._known = known
        self._home = find_state_of_court(text)
        found = [(match.end(), *self._read(match)) for match in _NAMED.finditer(text)]
        names = {whose for _, whose, _ in found} | {f.partition(" Const.")[0] for f in known}
        states = names - {"U.S.", ""}
        own = self._home or (next(iter(states)) if len(states) == 1 else "")
        self._places = [end for end, _, _ in found]
        self._names = [own if is_own else whose for _, whose, is_own in found]
        self._own = own
        # An opinion without its heading is a federal court's if it mostly names the federal
        # constitution: a state's may be in a parenthetical.
        of_states = len(self._names) - self._names.count("U.S.")
        is_national = not self._home and self._names.count("U.S.") >= 3 * of_states
        self._usual = "U.S." if is_national else ""
        self._has_states = bool(states or self._home or any(is_own for _, _, is_own in found))

    def _read(self, match: re.Match[str]) -> tuple[str, bool]:
        """Return the constitution that is named, and whether it is the state's own."""
        if match["federal"] or match["of_federal"]:
            return "U.S.", False
        if match["own"] or match["ours"]:
            is_own = bool(match["own"] or self._home)
            return "" if is_own else "U.S.", is_own
        return name_state(match["state"] or match["of_state"]), False

    def is_federal(self, match: re.Match[str]) -> bool:
        """Return whether a bare article is the federal one, if the order names that one."""
        return (
            not self._has_states
            or _OF_COURTS.match(self._text, match.end()) is not None
            or self._find_last(match.start()) == "U.S."
        )

    def find_whose(self, match: re.Match[str], number: str, place: str) -> str:
        """Return "U.S." or the state of an article with its section; "" if it is unknown."""
        if match["state"]:
            return name_state(match["state"])
        if match["federal"]:
            return "U.S."
        if match["of_state"] or (match["our"] and self._home):
            return self._own
        is_possible = int(match["section"]) <= _FEDERAL_SECTIONS.get(number, 0)
        if not self._has_states:
            return "U.S." if is_possible else ""
        states = {form.partition(" Const.")[0] for form in self._known} - {"U.S."}
        cited = [one for one in states if any(_is_in(f, f"{one} {place}") for f in self._known)]
        is_cited = any(_is_in(form, f"U.S. {place}") for form in self._known)
        if len(cited) == 1 and not is_cited:
            return cited[0]
        last = self._find_last(match.start())
        if last == "U.S." or (is_cited and not cited and not self._home):
            return "U.S." if is_possible else ""
        return last

    def _find_last(self, place: int) -> str:
        """Return the constitution named last; that of another state's court, or of a state in a
        federal court, counts for the paragraph in which it is named.
        """
        index = bisect_right(self._places, place) - 1
        if index < 0:
            return self._usual
        name = self._names[index]
        is_near = "\n\n" not in self._text[self._places[index] : place]
        return name if is_near or name in {"U.S.", self._home} else self._usual


def _is_in(form: str, place: str) -> bool:
    """Return whether one place is part of another: "§ 1, cl. 2" of "§ 1", but "§ 10" not."""
    return form == place or form.startswith(f"{place}, ")


def _find_sections(text: str, constitutions: _Constitutions) -> Iterator[Mention]:
    for match in _ARTICLE_SECTION.finditer(text):
        number = {"Il": "II", "Ill": "III"}.get(match["number"], match["number"])
        place = f"Const. art. {number}, § {match['section']}"
        if match["clause"]:
            place += f", cl. {match['clause']}"
        whose = constitutions.find_whose(match, number, place)
        if whose == "U.S." and not re.search(r"Constitution|Const\.|Congress", text):
            continue  # an agreement has articles too
        if whose:
            yield _mention(*match.span(), f"{whose} {place}")


def _find_amendments(text: str) -> Iterator[Mention]:
    for match in _AMENDMENTS.finditer(text):
        ordinals = list(_EACH_ORDINAL.finditer(text, *match.span("list")))
        for index, ordinal in enumerate(ordinals):
            end = match.end() if index == len(ordinals) - 1 else ordinal.end()
            numeral = _NUMERALS[_ORDINALS.index(ordinal[0])]
            yield _mention(ordinal.start(), end, f"U.S. Const. amend. {numeral}")


def _mention(start: int, end: int, form: str) -> Mention:
    return Mention(CitationKind.CONSTITUTION, start, end, form, antecedent=form)


def find_state_of_court(text: str) -> str:
    """Return the state whose court an order's opening names ("Utah", "Wash."), or "" if none.

    An opening that also names a federal court is that of a federal court reviewing a state's.
    """
    opening = text[:_OPENING]
    match = None if _FEDERAL.search(opening) else _STATE_COURT.search(opening)
    return name_state(match["behind"] or match["before"]) if match else ""
