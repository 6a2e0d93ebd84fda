"""The parties' names in one stretch of a caption, each without what describes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.describing.party_name import ends_with_initial, names_entity
from build_scripts.model.law.party_words import BUSINESS_WORD, SUFFIX_WORD, party_words
from build_scripts.model.law.states import full_name_pattern, is_sovereign, is_state
from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.name_case import GENERATION
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


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A name as printed, and whether "et al." follows it."""

    name: str
    et_al: bool = False


def list_names(text: str) -> tuple[NamedParty, ...]:
    """Return the names of a stretch between roles, in order, without descriptions of parties."""
    found: list[NamedParty] = []
    for chunk in text.split(";"):
        pieces = _PATTERNS.ET_AL.split(_PATTERNS.SUFFIX_AND.sub(r"\g<suffix>, and ", chunk))
        for index, piece in enumerate(pieces):
            found += (NamedParty(name) for name in _read_chunk(piece))
            if index < len(pieces) - 1 and found:
                found[-1] = NamedParty(found[-1].name, et_al=True)
    return tuple(found)


def _read_chunk(chunk: str) -> Iterator[str]:
    """Yield names separated by commas and "and"."""
    names: list[str] = []
    office = False
    lists = (each.match(chunk.strip()) for each in (party_words.FIRM, party_words.MATTERS))
    if whole := next(filter(None, lists), None):  # commas are of the name
        names.append(whole[0].strip(" ,"))
        chunk = chunk.strip()[whole.end() :]
    for part in re.split(r",", chunk):
        piece = re.sub(r"^\s*(?:and|AND|And|&)\s+", "", part).strip(" .") if names else part.strip()
        if not piece:
            continue
        described = _PATTERNS.DESCRIBED.search(piece)
        ending = piece[: described.start()].strip() if described else part.strip()
        if names and _PATTERNS.SUFFIX.fullmatch(ending.rstrip(".")):
            names[-1] = f"{names[-1]}, {ending}"
            if described and not _is_short_description(described[0]):
                break
            continue
        if names and is_state(piece) and (office or _PATTERNS.MUNICIPAL.search(names[-1])):
            continue
        if names and is_sovereign(piece) and _PATTERNS.OFFICE.fullmatch(names[-1]):
            names[-1] = f"{names[-1]}, {piece}"  # "ATTORNEY GENERAL, STATE OF HARROW"
            continue
        if described and not described.start():
            yield from _split_last(names)
            return
        if names and (
            _PATTERNS.OFFICE.match(piece) or (office and _PATTERNS.OF_OFFICE.match(piece))
        ):
            office = True
            continue
        office = False
        names.append(_PATTERNS.DESCRIBED.sub("", part).strip())
        if described and not _is_short_description(described[0]):
            break
    yield from _split_last(names)


def _is_short_description(text: str) -> bool:
    """Return whether further names may follow: "a California corporation" ends there."""
    return re.match(r"[\s,(]*(?:an?|the)\s", text, re.IGNORECASE) is not None


def _split_last(names: list[str]) -> Iterator[str]:
    for name in names:
        yield from (one for each in _split_and(name) if (one := _tidy(each)))


def _split_and(name: str) -> list[str]:
    """Return two parties joined by "and": a business by its end and another, or persons."""
    text = re.sub(r"^\s*(?:and|AND|And|&)\s+", "", name)
    pieces = _PATTERNS.AND.split(text)
    halves = pieces[::2]
    if not 1 < len(halves) <= _MOST_HALVES:
        return [text]
    if all(_reads_as_person(half) for half in halves):
        # "Jane Q. and John ROE" share their surname; "Jane Q. and John R." have none.
        *_, surname = halves[-1].split()
        shared = not ends_with_initial(halves[-1])
        return [
            f"{half} {surname}" if shared and ends_with_initial(half) else half for half in halves
        ]
    split: list[str] = [halves[0]]
    for place in range(2, len(pieces), 2):
        joint, half = pieces[place - 1 : place + 1]
        apart = (
            _PATTERNS.ENDS_BUSINESS.search(split[-1])
            or re.match(r"does?\s+\d", half, re.IGNORECASE)
            or _PATTERNS.SOVEREIGN.match(half)
            or (len(split[-1].split()) > 2 and half.lower().startswith(f"{split[-1].lower()} "))
            or (_reads_as_person(split[-1]) and _is_business("".join(pieces[place:])))
        )
        if apart or (_reads_as_person(half) and names_entity(split[-1]) and not is_state(half)):
            split.append(half)
        else:
            split[-1] = f"{split[-1]}{joint}{half}"
    return split


def _is_business(name: str) -> bool:
    """Return whether a name is a company's of two words or more: no person's "and Sons, Inc."."""
    named = _PATTERNS.ENDS_BUSINESS.search(name)
    return named is not None and len(name[: named.start()].split()) > 1


def _reads_as_person(name: str) -> bool:
    if party_words.INITIALS.fullmatch(name):
        return True
    words = GENERATION.sub("", name).replace(",", " ").split()
    return 2 <= len(words) <= 4 and not names_entity(name) and all(w[0].isupper() for w in words)


def _tidy(name: str) -> str | None:
    """Return the name without bracketed descriptions and loose marks; None where none is left."""
    text = (
        re.sub(r"\s+", " ", _PATTERNS.PARENTHESIS.sub(" ", name))
        .strip(" ,;:()[]*†‡")
        .lstrip("-–—. ")
    )
    text = re.sub(r"^[xX]\s(?=[A-Z][A-Za-z])", "", text)  # the corner of New York's captions
    text = re.sub(r"(?<=[A-Z]{2})-\s(?=[A-Z]{2})", "", text)  # divided at a line's end
    text = (
        text
        if re.search(r"(?:\b\w|\b(?i:inc|co|corp|ltd|jr|sr|bros))\.$", text)
        else text.rstrip(".")
    )
    words = text.split()
    if not words or len(words) > _MOST_WORDS or _PATTERNS.NO_NAME.match(text) or text.isdigit():
        return None
    if not any(word[0].isupper() or word[0].isdigit() for word in words):
        return None
    return re.sub(r"(\d)\s*[-–—]\s*(\d)", r"\1-\2", text)
