"""The parties' names in one stretch of a caption, each without what describes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from build_scripts.describing.caption import ABBREVIATED_END
from build_scripts.model.law.party_words import (
    BUSINESS_WORD,
    SUFFIX_WORD,
    names_entity,
    party_words,
)
from build_scripts.model.law.short_words import list_short_words
from build_scripts.model.law.states import full_name_pattern, is_sovereign, is_state
from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.name_case import GENERATION, is_capitals
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(
    __package__,
    "party_list.toml",
    suffix_word=SUFFIX_WORD,
    month_begun=MONTH_BEGUN,
    business_word=BUSINESS_WORD,
    state_in_full=full_name_pattern(),
)
_MOST_WORDS = 24
_MOST_HALVES = 40
_JOINTS = frozenset(("in", "for"))  # in no person's name
_COMMA = "\N{SINGLE LOW-9 QUOTATION MARK}"  # for one that parts no names
_LONG_NAME = 8  # words: one party's name seldom has more


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A name as printed, and whether "et al." follows it."""

    name: str
    et_al: bool = False


def list_names(text: str) -> tuple[NamedParty, ...]:
    """Return the names of a stretch between roles, in order, without descriptions of parties."""
    found: list[NamedParty] = []
    text = party_words.RELATOR.sub("ex rel. ", text)
    text = _PATTERNS.ANOTHER.sub(_end_description, text)
    for chunk in _PATTERNS.BETWEEN.split(_PATTERNS.LEAD.sub("", text)):
        pieces = _PATTERNS.ET_AL.split(_PATTERNS.SUFFIX_AND.sub(r"\g<suffix>, and ", chunk))
        for index, piece in enumerate(pieces):
            found += (NamedParty(name) for name in _read_chunk(piece))
            if index < len(pieces) - 1 and found:
                found[-1] = NamedParty(found[-1].name, et_al=True)
    return tuple(found)


def _end_description(joint: re.Match[str]) -> str:
    """Return a mark between parties instead of an "and", unless an office goes on, or words of
    which only a business's name shows that a person follows.
    """
    if joint["last"] and not _PATTERNS.DOING_BUSINESS.search(joint.string, 0, joint.start()):
        return joint[0]
    return joint[0] if joint["name"] and _PATTERNS.OFFICE.match(joint["name"]) else "; "


def _read_chunk(chunk: str) -> Iterator[str]:
    """Yield names separated by commas and "and"."""
    inverted = _PATTERNS.SURNAME_FIRST.fullmatch(chunk.strip(" ,"))
    if inverted and not _is_office("", inverted["given"], ""):
        chunk = f"{inverted['given']} {inverted['surname']}"
    whole, rest = _take_whole_name(chunk.strip())
    names = [whole] if whole else []
    office = ""  # of the last name, where the part before is one
    parts = re.split(r",(?!\d{3}\b)", _keep_matters(_drop_places(rest)))  # "$41,320.00"
    for part, behind in zip_longest(parts, parts[1:], fillvalue=""):
        part = part.replace(_COMMA, ",")
        piece = re.sub(r"^\s*(?:and|AND|And|&)\s+", "", part).strip(" .") if names else part.strip()
        if not piece:
            continue
        joined = piece != part.strip(" .")
        heads = not names and piece.lower().startswith("the ")  # "The Marlowe Company"
        described = _PATTERNS.DESCRIBED.search(piece, len("the") if heads else 0)
        ending = piece[: described.start()].strip() if described else part.strip()
        if names and _belongs_to(names[-1], piece, ending):
            # "…, a program of Wren Mills, Inc., …": the suffix is of what describes.
            names[-1] = names[-1] if office else f"{names[-1]}, {ending}"
        elif names and is_state(piece) and _PATTERNS.SUFFIX.fullmatch(behind.strip(" .")):
            names[-1] = f"{names[-1]}, {piece}"  # "Guild of Harrow, Ohio, Inc."
        elif joined and party_words.STATE_AS_PARTY.match(piece):
            office = ""  # "Jane Wren, Governor of Ohio, and the State of Ohio"
            names.append(piece)
            continue
        elif names and is_state(piece) and (office or _has_place(names[-1])):
            continue
        elif (
            names
            and _is_office(names[-1], piece, office)
            and not (described and piece[:3] == "as ")
        ):
            office = office or piece
            continue
        elif described and not described.start():
            break
        elif names and _is_nickname(names[-1], piece):
            continue
        else:
            office = ""
            names.append(ending)
        # Behind "a California corporation" further names may follow.
        if described and not re.match(r"(?i)[\s,(]*(?:an?|the)\s", described[0]):
            break
    for name in names:
        halves = [name] if whole and name.startswith(whole) else _split_and(name)
        yield from filter(None, map(_tidy, halves))


def _drop_places(chunk: str) -> str:
    """Return a chunk without where organizations are: "Wren State Bank, Harrow, Kansas"."""
    return _PATTERNS.PLACE.sub(
        lambda found: found["name"] if names_entity(found["name"]) else found[0], chunk
    )


def _keep_matters(chunk: str) -> str:
    """Return a chunk in which commas of an agency's matters are other signs: "Secretary of Health,
    Education and Welfare" is one office.
    """
    for comma in re.finditer(r",\s+", chunk):
        if matters := party_words.MATTERS.match(chunk, comma.end()):
            kept = matters[0].replace(",", _COMMA)
            chunk = f"{chunk[: matters.start()]}{kept}{chunk[matters.end() :]}"
    return chunk


def _has_place(name: str) -> bool:
    """Return whether a state after a name is where it is; in a list of states each is a party."""
    return names_entity(name) and not (is_sovereign(name) or is_state(name))


def _take_whole_name(chunk: str) -> tuple[str, str]:
    """Return a name whose commas and "and" are its own, or "", and what follows it."""
    for pattern in (party_words.FIRM, party_words.UNION, party_words.MATTERS):
        if found := pattern.match(chunk):
            return found[0].strip(" ,"), chunk[found.end() :]
    return "", chunk


def _belongs_to(name: str, piece: str, ending: str) -> bool:
    """Return whether a part goes on with a name: "Inc."; "DIRECTOR", "DIVISION OF FISHERIES"."""
    if _PATTERNS.SUFFIX.fullmatch(ending.rstrip(".")):
        return True
    of_office = is_sovereign(piece) or _PATTERNS.OF_OFFICE.match(piece)
    return bool(of_office and _PATTERNS.OFFICE.fullmatch(name))


def _is_office(name: str, piece: str, office: str) -> bool:
    """Return whether a part is an office or a service of a name, or what has the `office` before:
    "Secretary", "Harrow Retirement System".
    """
    body = names_entity(piece) or (piece.count(" ") > 1 and not _may_be_person(piece))
    bare = _PATTERNS.OFFICE.fullmatch(office) and not _PATTERNS.ENDS_BUSINESS.search(piece)
    of_office = bool(
        _PATTERNS.OF_OFFICE.match(piece)
        or _PATTERNS.MUNICIPAL.match(piece)
        or (bare and body and not is_sovereign(piece))
    )
    serves = _PATTERNS.SERVICE.fullmatch(piece) and party_words.HONORIFIC.match(name)
    return bool(_PATTERNS.OFFICE.match(piece) or (office and of_office) or serves)


def _is_nickname(name: str, piece: str) -> bool:
    """Return whether a part is what a person is called: "JANE WREN, Sunny"."""
    return piece.isalpha() and piece.istitle() and is_capitals(name) and _may_be_person(name)


def _split_and(name: str) -> list[str]:
    """Return the parties that "and" joins, one for each; a name with an "and" of its own is one."""
    text = re.sub(r"^\s*(?:and|AND|And|&)\s+", "", name)
    one, _, other = text.partition(" & ")
    if _may_be_person(one) and _may_be_person(other) and one.split()[-1] == other.split()[-1]:
        return [one, other]  # "Jane Roe & Pat Roe"
    if couple := _PATTERNS.COUPLE.fullmatch(text):
        return [f"{couple['one']} {couple['surname']}", couple["other"]]
    pieces = _PATTERNS.AND.split(text)
    halves = pieces[::2]
    if not 1 < len(halves) <= _MOST_HALVES:
        return [text]
    if all(map(_may_be_person, halves)):
        return _share_surname(halves)
    split: list[str] = [halves[0]]
    for place in range(2, len(pieces), 2):
        joint, half = pieces[place - 1 : place + 1]
        rest = "".join(pieces[place:])
        one = split[-1]
        if _are_two(one, half, rest) or (joint.islower() and _differ_by_capitals(one, half)):
            split.append(half)
        else:
            split[-1] = f"{split[-1]}{joint}{half}"
    return split


def _share_surname(persons: list[str]) -> list[str]:
    """Add the last one's surname to who has none: "Jane Q. and John ROE"; "Jane Q. and John R."."""
    *_, surname = persons[-1].split()
    shared = not _ends_with_initial(persons[-1])
    return [
        f"{person} {surname}" if shared and _ends_with_initial(person) else person
        for person in persons
    ]


def _are_two(one: str, other: str, rest: str) -> bool:
    """Return whether "and" joins two parties; `rest` is the other and all that follows it."""
    is_company = party_words.INCORPORATED.search(rest) and _is_long_business(rest)
    is_place = party_words.SECOND_PLACE.match(other) and not party_words.ENDS_WITH_PLACE.search(one)
    is_long = len(f"{one} {other}".split()) > _LONG_NAME
    repeats = len(one.split()) > 2 and other.lower().startswith(f"{one.lower()} ")
    return bool(
        _PATTERNS.ENDS_BUSINESS.search(one)
        or _PATTERNS.NUMBERED.match(other)
        or _PATTERNS.SOVEREIGN.match(one)
        or party_words.STATE_AS_PARTY.match(one)
        or _PATTERNS.SOVEREIGN.match(other)
        or repeats  # "QUIMBY RIGHTS LEAGUE AND QUIMBY RIGHTS LEAGUE FUND"
        or (_may_be_person(other) and names_entity(one) and not is_state(other))
        or (_may_be_person(one) and party_words.STATE_AS_PARTY.match(other))
        # "… and the Environmental Quality Board"
        or (other[:4].lower() == "the " and is_long)
        or (is_company and (_may_be_person(one) or party_words.JOINS_BUSINESS.search(one)))
        or (is_place and (_may_be_person(one) or (names_entity(one) and " of " in other.lower())))
    )


def _differ_by_capitals(one: str, other: str) -> bool:
    """Return whether capitals end at a small "and", or it joins an organization to an officer:
    "FRIENDS OF HARROW and Quillon Mills", "BOARD OF WATER and CHIEF ROE".
    """
    words = other.split()
    if not is_capitals(one) or not words[0][0].isupper():
        return False
    if not is_capitals(other):
        return words[0][1:2].islower()
    again = words[1:] and words[0] in one.split()
    return names_entity(one) and bool(again or party_words.OFFICER.match(other))


def _is_long_business(name: str) -> bool:
    """Return whether a company's name has two words or more: no person's "and Sons, Inc."."""
    words = [word.strip(",.") for word in name.split()]
    return len([word for word in words if not _PATTERNS.SUFFIX.fullmatch(word)]) > 1


def _may_be_person(name: str) -> bool:
    if party_words.INITIALS.fullmatch(name):
        return True
    words = GENERATION.sub("", name).replace(",", " ").split()
    joined = any(word.lower() in _JOINTS for word in words)
    capitalized = all(word[0].isupper() for word in words)
    return 2 <= len(words) <= 4 and capitalized and not joined and not names_entity(name)


def _ends_with_initial(name: str) -> bool:
    return re.search(r"\s\w\.?$", name) is not None


def _tidy(name: str) -> str:
    """Return the name without bracketed descriptions and loose marks, "" where it names nobody."""
    text = re.sub(r"\s+", " ", _PATTERNS.PARENTHESIS.sub(" ", name))
    if re.match(r"[\s,;]*[(\[]", text):  # a citation's or a remark's
        return ""
    text = text.strip(" ,;:()[]*†‡-–—").lstrip(". ")
    if corner := re.match(r"[xX]\s(?=[A-Z][A-Za-z])", text):  # of New York's captions
        rest = text[corner.end() :]
        text = text if _PATTERNS.SUFFIX.match(rest) else rest
    text = re.sub(r"(?<=[A-Z]{2})-\s(?=[A-Z]{2})", "", text)  # divided at a line's end
    text = text if _ends_abbreviated(text) else text.rstrip(".")
    words = text.split()
    if not words or len(words) > _MOST_WORDS or _PATTERNS.NO_NAME.match(text) or text.isdigit():
        return ""
    if not any(word[0].isupper() or word[0].isdigit() for word in words):
        return ""
    return re.sub(r"(\d)\s*[-–—]\s*(\d)", r"\1-\2", text)


def _ends_abbreviated(name: str) -> bool:
    """Return whether a full stop is of the name: "N.A.", "Inc.", "Farm Labor Comm."."""
    if ABBREVIATED_END.search(name):
        return True
    *_, last = name.split() or [""]
    short = normalize_alnum(last)
    return last.endswith(".") and list_short_words().get(short) == short
