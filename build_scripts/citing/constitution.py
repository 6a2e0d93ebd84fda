"""Articles and amendments cited without their constitution: "the Fourth Amendment"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.law.states import full_name_pattern, name_state, state_pattern
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

# Sections that each article of the federal constitution has; the others have none.
_FEDERAL_SECTIONS = {"I": 10, "II": 4, "III": 3, "IV": 4}
_ORDINALS = """
    First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth
    Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth Twenty-First
""".split()  # fmt: skip
_PATTERNS = read_patterns(
    __package__,
    "constitution.toml",
    state=state_pattern(),
    ordinals="|".join(_ORDINALS),
    full_name=full_name_pattern(),
)
_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
_EACH_ORDINAL = Pattern(
    "|".join(sorted(_ORDINALS, key=len, reverse=True)),
    accepts=["First, Fourth and Fifth", "Twenty-First"],
    refuses=["fourth", "Two"],
)


# Provisions without a name are of the court's own state: "article I, section 10" in a court of Utah
# is of Utah's constitution; in a federal court, of the federal one.
_OPENING = 1000  # characters: a syllabus' heading, a caption with its parties


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
    for match in _PATTERNS.BARE_ARTICLE.finditer(text):
        article = f"U.S. Const. art. {match['number']}"
        if article in heads and constitutions.is_federal(match):
            found.append(_mention(*match.span(), article))
    if re.search(
        r"[Cc]onstitution|Const\.|\b\d{2,3}\sU\.\s?S\.\s\d", text
    ) and not _PATTERNS.OF_CONTRACT.search(text):
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
        found = [(match.end(), *self._read(match)) for match in _PATTERNS.NAMED.finditer(text)]
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
            or _PATTERNS.OF_COURTS.match(self._text, match.end()) is not None
            or self._find_last(match.start()) == "U.S."
        )

    def find_jurisdiction(self, match: re.Match[str], number: str, place: str) -> str:
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
    for match in _PATTERNS.ARTICLE_SECTION.finditer(text):
        number = {"Il": "II", "Ill": "III"}.get(match["number"], match["number"])
        place = f"Const. art. {number}, § {match['section']}"
        if match["clause"]:
            place += f", cl. {match['clause']}"
        whose = constitutions.find_jurisdiction(match, number, place)
        if whose == "U.S." and not re.search(r"Constitution|Const\.|Congress", text):
            continue  # an agreement has articles too
        if whose:
            yield _mention(*match.span(), f"{whose} {place}")


def _find_amendments(text: str) -> Iterator[Mention]:
    for match in _PATTERNS.AMENDMENTS.finditer(text):
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
    match = None if _PATTERNS.FEDERAL.search(opening) else _PATTERNS.STATE_COURT.search(opening)
    return name_state(match["behind"] or match["before"]) if match else ""
