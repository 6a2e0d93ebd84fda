"""A party's short name, as a lawyer cites it (Bluebook rule 10.2.1 and table T6)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from nameparser import HumanName

from build_scripts.describing.party_list import list_names
from build_scripts.model.law.party_words import NO_PARTY, SHORT_FORMS, names_entity, party_words
from build_scripts.model.text.name_case import GENERATION, is_capitals, to_normal_case
from build_scripts.model.text.pattern import fold

_MOST_PERSON_WORDS = 5
_REACH = 40  # characters beside a name in prose
_ARTICLES = frozenset({"al", "el"})  # of Arabic surnames: "Rami El Ali"


def _find_surname(name: str, prose: str) -> str:
    """Return a natural person's surname (rule 10.2.1(g)); initials and single names stay whole."""
    name = GENERATION.sub("", name)
    words = name.replace(",", " ").split()
    if len(words) == 1 or all(re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?\.?", word) for word in words):
        return name
    if re.fullmatch(r"(\w)\1*\.?", words[-1]):
        return name  # "Jane M.", "Jane QQ": whose surname is withheld
    printed = party_words.SURNAME_IN_CAPITALS.match(name)
    if printed and not is_capitals(name):
        return printed["surname"]
    last = HumanName(name).last or name
    if len(words) > 2 and last == words[-1] and words[-2].lower() in _ARTICLES:
        last = " ".join(words[-2:])
    # "Jose De Jesus Roe-Poe": the prose says how much of it is the surname.
    *before, surname = last.split()
    if before:
        joined = f"{before[-1]} ".lower()
        found = [each for each in _list_places(surname, prose) if not each.before.endswith(joined)]
        if len(found) > 1:
            return surname
    return last


def _is_person(name: str, prose: str) -> bool:
    """Return whether a name is a person's: no entity's word, no "the" before its last word."""
    words = GENERATION.sub("", name).replace(",", " ").split()
    if not 1 < len(words) <= _MOST_PERSON_WORDS:
        return False
    if words[0].lower() == "the":
        return False
    places = _list_places(words[-1].strip("."), prose)
    if any(party_words.ADDRESSED.search(each.before) for each in places):
        return True
    *_, other, _ = (word.lower() for word in words)
    if party_words.SURNAME_TOO.search(words[-1]) and not party_words.ENTITY.search(
        " ".join(words[:-1])
    ):
        # "Jane Q. Roe": an initial, or prose that says the last word alone, shows a person.
        joined = ("the ", f"{other} ")
        alone = [each for each in places if not each.before.endswith(joined)]
        return bool(re.fullmatch(r"\w\.?", other)) or (len(words) == 2 and len(alone) > 2)
    # "Agence France Presse (“AFP”)": persons have no initials for short.
    initials = "".join(word[0] for word in words).lower()
    if party_words.ENTITY.search(name) or any(
        (short := party_words.SHORT_NAME.match(each.behind)) and short[1] == initials
        for each in places
    ):
        return False
    in_capitals = party_words.SURNAME_IN_CAPITALS.match(name) and not is_capitals(name)
    if in_capitals or GENERATION.search(name):
        return True
    # Prose that says "the Collective", mostly, shows what "TAMALPAIS BAKERY COLLECTIVE" is; a
    # person's case is "the Roe court" now and then.
    words_before = [
        before[1]
        for each in places
        if not party_words.ABOUT_CASE.match(each.behind)
        and (before := party_words.WORD_BEFORE.search(each.before))
    ]
    apart = [word for word in words_before if word != other.strip(".")]
    return apart.count("the") * 2 <= len(apart)


@dataclass(frozen=True, slots=True)
class _Place:
    """The words before and after a word in prose, in small letters."""

    before: str
    behind: str


def _list_places(word: str, prose: str) -> list[_Place]:
    """Return every place where prose has the whole word, whatever its case."""
    folded, sought = fold(prose), word.lower()
    places = []
    at = folded.find(sought) if sought else -1
    while at >= 0:
        end = at + len(sought)
        place = _Place(folded[max(0, at - _REACH) : at], folded[end : end + _REACH])
        if not (place.before[-1:].isalnum() or place.behind[:1].isalnum()):
            places.append(place)
        at = folded.find(sought, end)
    return places


def _name_sovereign(name: str, court_name: str | None) -> str:
    """Return a state as party (rule 10.2.1(f)): "State" in its own courts, else its name alone.

    A text that names no court ("") is a state report's: federal orders name theirs.
    """
    match = party_words.STATE_AS_PARTY.match(name)
    if not match or court_name is None:
        return name
    place = re.sub(r"[’'‘ʻ]", "", match["place"]).lower()  # Hawai‘i
    own = court_name == "" or (place in court_name.lower() and "United States" not in court_name)
    return match["sovereign"].capitalize() if own else match["place"]


def _join_split_words(name: str, prose: str) -> str:
    """Join two pieces that OCR or kerning parted, if prose has the whole word: "EDUCA TION"."""
    words: list[str] = []
    for word in name.split():
        joined = f"{words[-1]}{word}" if words else ""
        parted = joined.strip(",.").isalpha() and not _list_places(word.strip(",."), prose)
        if parted and _list_places(joined.strip(",."), prose):
            words[-1] = joined
        else:
            words.append(word)
    return " ".join(words)


@lru_cache(maxsize=128)  # the readings of one caption have most sides in common
def shorten_party(side: str, prose: str, court_name: str | None = None) -> str:
    """Return one side of a caption as the short caption names it.

    `prose` gives the usual spelling of names printed in capitals; `court_name` identifies a state's
    own courts. The result is empty where the side holds no name.
    """
    relator = party_words.RELATOR.search(side)
    if relator:
        first = shorten_party(side[: relator.start()], prose, court_name)
        return f"{first} ex rel. {shorten_party(side[relator.end() :], prose, court_name)}"
    side = re.sub(r"[\s,]+et\W*$", "", side)  # what a line's end left of "et al."
    listed = list_names(side)
    # Layout leaves a blank in ranges: "DOES 1 -10".
    name = re.sub(r"(\d)\s*[-–—]\s*(\d)", r"\1-\2", listed[0].name if listed else "")
    # New York prints first names behind: "People v Roe (John)"; the services print ranks.
    name = re.sub(r"\s+\([A-Z][a-z]+\)$", "", party_words.HONORIFIC.sub("", name))
    officer = party_words.NAMED_OFFICER.match(name)
    name = officer["person"] if officer and not names_entity(officer["person"]) else name
    name = _join_split_words(name, prose)
    surname = _find_surname(name, prose) if _is_person(name, prose) else name
    is_bank = NO_PARTY.fullmatch(surname) and party_words.SURNAME_TOO.search(surname)
    name = name if is_bank else surname
    name = to_normal_case(name, prose).replace("'", "’")
    # Rule 10.2.1(d): no "The" as the first word of a party's name.
    name = re.sub(r"^The\s+", "", name)
    name = _name_sovereign(name, court_name)
    for pattern, short in SHORT_FORMS:
        name = pattern.sub(short, name)
    # Rule 6.1(a) closes up single capitals: "K. L. P."
    name = re.sub(r"(?<=[A-Z]\.)\s(?=(?:[A-Z]\.\s){0,4}[A-Z]\.$)", "", name)
    return re.sub(r"\s+", " ", name).strip(" ,;")
