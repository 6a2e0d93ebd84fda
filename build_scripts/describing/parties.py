"""Who the parties are: every name of the caption with its role and its side."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_scripts.describing.agreement import names_agree, shortens_each_word
from build_scripts.describing.caption import IN_RE, LITIGATION, PROCEEDING, drop_lead
from build_scripts.describing.caption_lines import VERSUS, join_party_lines, list_party_lines
from build_scripts.describing.caption_readings import ENDED
from build_scripts.describing.case_name_form import has_shape, judge_form
from build_scripts.describing.court import find_court
from build_scripts.describing.opening import LocatedBlock, find_opening, join_prose
from build_scripts.describing.party_list import NamedParty, list_names
from build_scripts.describing.party_name import shorten_party
from build_scripts.describing.party_roles import PrintedRole, iterate_roles
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, Party, PartyRole, Span
from build_scripts.model.law.party_words import NO_PARTY, names_entity
from build_scripts.model.law.states import full_name_pattern, is_sovereign, is_state
from build_scripts.model.text.dates import MONTH_IN_FULL
from build_scripts.model.text.name_case import to_normal_case
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(
    __package__,
    "parties.toml",
    month_in_full=MONTH_IN_FULL,
    state_in_full=full_name_pattern(),
)

_LONGEST = 20_000  # characters of a caption that are read
_MOST = 300  # parties
_IMPLAUSIBLE, _UNNAMED = 0.3, 0.6  # confidence
# Roles of a left side: behind another role, before a "v.", they begin the next caption.
_LEFT = frozenset((PartyRole.PLAINTIFF, PartyRole.PETITIONER, PartyRole.CROSS_APPELLANT))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Text between two "v."s: characters `start` to `end` of the caption's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Group:
    """Names with the role printed after (or before) them."""

    start: int
    end: int
    role: PrintedRole | None


def find_parties(clean: CleanOrder, case_name: Claim[str] | None) -> tuple[Claim[Party], ...]:
    """Return every party of the caption that gave the `case_name`, in printed order.

    Each occurs once for a role and side. The side counts the "v."s before it: 0 is the left. Where
    several captions follow each other (cases decided together), each begins again with side 0.
    What describes a party ("a Delaware corporation") is left out, "et al." is a flag of the name
    before it. A matter ("In re …") is no party unless a role follows its name.
    """
    lines = list_party_lines(find_opening(clean), case_name)
    if not lines:
        return ()
    text = join_party_lines(lines)[:_LONGEST]
    start = _find_start(text)
    prose = join_prose(clean)
    court = find_court(clean)
    court_name = court.value.name if court else ""
    claims: dict[Party, Claim[Party]] = {}
    for side, named, group in _list_sides(text, start):
        if side and _list_words(named.name) == _list_words(court_name):
            break  # the court's own line, printed below the parties
        name = re.sub(r"^[Tt]he\s+", "", to_normal_case(named.name, prose)).replace("'", "’")
        role = group.role
        party = Party(
            name, role.roles if role else (), role.printed if role else None, side, named.et_al
        )
        claims.setdefault(party, Claim(party, _locate(lines, group), "the caption"))
    found = _drop_below_caption(tuple(claims.values())[:_MOST])
    sure = _rate([claim.value for claim in found], case_name, prose, court_name)
    return tuple(replace(claim, confidence=sure) for claim in found)


def _drop_below_caption(claims: tuple[Claim[Party], ...]) -> tuple[Claim[Party], ...]:
    """Drop the names below the right side's last role if one of them is no name: a title, prose."""
    roles = [at for at, claim in enumerate(claims) if claim.value.side and claim.value.roles]
    end = roles[-1] + 1 if roles else len(claims)
    below = any(_PATTERNS.NO_PARTY.search(claim.value.name) for claim in claims[end:])
    return claims[:end] if below else claims


def begin_with_first_party(
    clean: CleanOrder, case_name: Claim[str] | None, parties: Sequence[Claim[Party]]
) -> Claim[str] | None:
    """Return the name with the first of its left side's parties (Bluebook rule 10.2.1).

    A left side has no beginning but what is above it, and a line that a tool put there hides the
    parties above. They are in the list, which reads the whole caption.
    """
    left, versus, right = case_name.value.partition(" v. ") if case_name else ("", "", "")
    named = [each.value for each in parties if each.value.side == 0]
    if case_name is None or not named or _is_named(named[0].name, left):
        return case_name
    later = next((one for one in named[1:] if _is_named(one.name, left)), None)
    follows = later is not None and bool(set(named[0].roles) & set(later.roles))
    if not follows and not (right and _is_piece(clean, case_name, left, named)):
        return case_name
    court = find_court(clean)
    short = shorten_party(named[0].name, join_prose(clean), court.value.name if court else "")
    name = f"{short}{versus}{right}"
    is_sound = has_shape(name, below=False) and judge_form(name) <= judge_form(case_name.value)
    if not is_sound or parties[0].confidence == _IMPLAUSIBLE:
        return case_name
    return replace(case_name, value=name, reason="the first of the caption's parties")


def _list_words(name: str) -> set[str]:
    return set(name.lower().split()) - {"of", "the"}


def _is_piece(clean: CleanOrder, case_name: Claim[str], left: str, named: Sequence[Party]) -> bool:
    """Return whether a left side is a piece of a later name, or who acts for a party: the caption
    has it after its first party, "by her next friend TAM" | "PENN; and".
    """
    first = named[0]
    may_lead = bool(first.roles) and re.search(r"[ .]", first.name) is not None  # no bare word
    if not may_lead or first.name.endswith(left) or is_sovereign(left) or is_state(left):
        return False
    printed = join_party_lines(list_party_lines(find_opening(clean), case_name)).casefold()
    is_later = printed.find(left.casefold(), len(first.name)) > 0
    return is_later and not any(one.name.startswith(left) for one in named)


def _is_named(name: str, side: str) -> bool:
    """Return whether a side of a case's name means this party."""
    person = name.split()[-1:] == side.split() and not names_entity(name)
    return person or shortens_each_word(side, name)


def _rate(
    parties: Sequence[Party], case_name: Claim[str] | None, prose: str, court_name: str
) -> float:
    """Return how sure a list is: as its case's name if that names the first party of each side.

    If one name is no party's, columns ran into each other or the caption into the text, and the
    whole list is doubtful.
    """
    sides = case_name.value.split(" v. ") if case_name else []
    shared = Counter(each.side for each in parties)
    if any(_is_no_party(each.name, sides, alone=shared[each.side] == 1) for each in parties):
        return _IMPLAUSIBLE
    for place, side in enumerate(sides if len(sides) == 2 else ()):
        first = next((each.name for each in parties if bool(each.side) == bool(place)), "")
        short = shorten_party(first, prose, court_name)
        if not first or not (_is_named(first, side) or shortens_each_word(side, short)):
            return _UNNAMED
    return (case_name.confidence if case_name else None) or _UNNAMED


def _is_no_party(name: str, sides: Sequence[str], *, alone: bool) -> bool:
    """Return whether a name is a citation, a title, counsel and the like.

    A lawyer or a house `alone` on its side, or one that names the case, is a party.
    """
    if _PATTERNS.NO_PARTY.search(name) or NO_PARTY.fullmatch(name):
        return True
    is_named = alone or any(names_agree(side, name) for side in sides)
    return not is_named and _PATTERNS.COUNSEL_OR_PLACE.search(name) is not None


def _find_start(text: str) -> int:
    """Return where the parties begin: after a label, the court's name, and the name of a matter."""
    start = len(text) - len(drop_lead(text))
    matter = IN_RE.match(text[start:])
    if matter is None:
        return start
    litigation = LITIGATION.search(text, start)
    if litigation:
        return litigation.end()
    if marriage := _PATTERNS.MARRIAGE.match(text, matter.end() + start):
        return marriage.end()
    role = next(iterate_roles(text[start:]), None)
    if role is None:
        return len(text)
    # A proceeding's name ends before the parties' begin: "… of the Complaint. Jane Roe, Petitioner"
    before = text[start : start + role.start]
    ended = list(ENDED.finditer(before))
    if ended:
        return start + ended[-1].end()
    if PROCEEDING.search(before):
        return start + role.end
    initials = _PATTERNS.INITIALS.match(text, start + matter.end())
    return initials.end() if initials else start + matter.end()


def _list_sides(text: str, start: int) -> Iterator[tuple[int, NamedParty, _Group]]:
    """Yield every name with its side and its group."""
    side = 0
    left_roles: set[PartyRole] = set()
    left_names: set[str] = set()
    for index, stretch in enumerate(_list_stretches(text, start)):
        side += 1 if index else 0
        groups = [
            (group, list_names(text[group.start : group.end]))
            for group in _split_at_roles(text, stretch)
        ]
        for place, (group, names) in enumerate(groups):
            roles = set(group.role.roles) if group.role else set()
            if not index:
                left_roles |= roles
                left_names |= {named.name.lower() for named in names}
            last = bool(index) and place == len(groups) - 1 and stretch.end < len(text)
            begins = _LEFT & roles and PartyRole.DEFENDANT not in roles
            if last and place and (left_roles & roles or begins):
                side = 0  # the next caption's left side
            for rank, named in enumerate(names):
                if last and rank and rank == len(names) - 1 and named.name.lower() in left_names:
                    side = 0
                yield side, named, group


def _list_stretches(text: str, start: int) -> Iterator[_Stretch]:
    small = list(_PATTERNS.SMALL_VERSUS.finditer(text, start))
    for versus in small or VERSUS.finditer(text, start):
        yield _Stretch(start, versus.start())
        start = versus.end()
    yield _Stretch(start, len(text))


def _split_at_roles(text: str, stretch: _Stretch) -> Iterator[_Group]:
    """Yield groups: a role closes the names before it, or opens those after it.

    Whose counsel one is ("Quillon, Esq., for the petitioner") ends the parties.
    """
    at = stretch.start
    waiting: PrintedRole | None = None
    for found in iterate_roles(text[stretch.start : stretch.end]):
        if _PATTERNS.COUNSEL_OF.search(text, at, stretch.start + found.start):
            return
        role = PrintedRole(
            found.start + stretch.start, found.end + stretch.start, found.printed, found.roles
        )
        if text[at : role.start].strip(" ,;.()"):
            yield _Group(at, role.start, waiting or role)
            waiting = role if waiting else None
        else:
            waiting = role
        at = role.end
    rest = text[at : stretch.end]
    if rest.strip(" ,;.()") and not _PATTERNS.BYLINE.match(rest):
        yield _Group(at, stretch.end, waiting)


def _locate(lines: tuple[LocatedBlock, ...], group: _Group) -> Span:
    """Return the blocks of a group, as a span of the reading text."""
    at = 0
    touched = []
    for line in lines:
        if at < group.end and group.start < at + len(line.text):
            first = line.offset + max(0, group.start - at)
            touched.append((first, line.offset + min(len(line.text), group.end - at)))
        at += len(line.text) + 1
    return Span(touched[0][0], touched[-1][1])
