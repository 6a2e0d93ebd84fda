"""Which judges of different orders are one person."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts.cataloguing.cases import court_of
from build_scripts.cataloguing.slugs import slugify
from build_scripts.model.description import Judge
from build_scripts.model.order import Order

Words = tuple[str, ...]
"""A name in lower-case words without dots: ("howard", "r", "lloyd")."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class JudgeIdentity:
    """One judge: the page's name, and how the name is shown."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A judge as one order shows them, and in which court."""

    court: str
    court_label: str
    words: Words  # the name in lower case, without dots and suffixes; () for initials
    initials: str
    printed: str

    @property
    def is_full(self) -> bool:
        return len(self.words) > 1

    @property
    def name(self) -> str:
        return " ".join(self.words)


def identify_judges(orders: Sequence[Order]) -> tuple[tuple[JudgeIdentity, ...], ...]:
    """Return the identity of every judge of every order, in their order.

    A full name is one judge wherever it stands. A surname, a shorter form of a name ("Howard
    Lloyd" beside "Howard R. Lloyd") or docket initials join a full name of the same court where
    exactly one fits; otherwise they stay apart, each in its court.
    """
    sightings = [
        [_sight(claim.value, order) for claim in order.description.judges] for order in orders
    ]
    courts = _collect_full_names(one for several in sightings for one in several)
    keys = [
        [_find_key(sighting, courts.get(sighting.court, _FullNames())) for sighting in several]
        for several in sightings
    ]
    labels = _choose_labels(sightings, keys)
    return tuple(tuple(JudgeIdentity(key, labels[key]) for key in several) for several in keys)


def _sight(judge: Judge, order: Order) -> _Sighting:
    court = order.description.court
    return _Sighting(
        court=court_of(order),
        court_label=court.value.citation_string if court else "court not stated",
        words=_name_words(judge.name or ""),
        initials=re.sub(r"[^a-z]", "", (judge.initials or "").lower()),
        printed=" ".join((judge.name or judge.initials or "").split()),
    )


def _name_words(name: str) -> Words:
    words = tuple(slugify(word) for word in re.sub(r"[.,]", " ", name).split())
    return tuple(word for word in words if word and word not in _SUFFIXES)


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)


@dataclass(slots=True)
class _FullNames:
    """The judges of one court: each distinct full name with the initials it goes by."""

    initials: dict[Words, set[str]] = field(default_factory=dict)

    def fitting(self, sighting: _Sighting) -> list[Words]:
        if not sighting.words:
            return [name for name, known in self.initials.items() if sighting.initials in known]
        if sighting.words in self.initials:
            return [sighting.words]
        return [name for name in self.initials if _is_shorter_form(sighting.words, name)]


def _collect_full_names(sightings: Iterable[_Sighting]) -> Mapping[str, _FullNames]:
    """Return each court's judges; the fullest spelling comes first, so that others can join it."""
    courts: dict[str, _FullNames] = defaultdict(_FullNames)
    full = {sighting for sighting in sightings if sighting.is_full}
    for sighting in sorted(full, key=lambda s: (-len(s.words), -len(s.name), s.name, s.initials)):
        names = courts[sighting.court]
        fitting = names.fitting(sighting)
        name = fitting[0] if len(fitting) == 1 else sighting.words
        known = names.initials.setdefault(name, set())
        known.update({_initials(sighting.words), sighting.initials} - {""})
    return courts


def _find_key(sighting: _Sighting, names: _FullNames) -> str:
    """Return the key of the judge, which is also the slug of the judge's page."""
    fitting = names.fitting(sighting)
    if len(fitting) == 1:
        return slugify(" ".join(fitting[0]))
    if not (sighting.words or sighting.initials):
        return ""
    return slugify(f"{sighting.name or sighting.initials} {sighting.court}")


def _is_shorter_form(words: Words, full: Words) -> bool:
    """Whether `words` is a truly shorter spelling of `full`: same surname, given names left out."""
    if words == full or words[-1] != full[-1] or len(words) > len(full):
        return False
    given, full_given = words[:-1], full[:-1]
    if not given:
        return True
    return all(
        any(_is_same_given(word, other) for other in full_given) for word in given
    ) and _is_same_given(given[0], full_given[0])


def _is_same_given(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _choose_labels(
    sightings: Sequence[Sequence[_Sighting]], keys: Sequence[Sequence[str]]
) -> Mapping[str, str]:
    """Return the fullest printed form of each judge; forms without given names say their court."""
    forms: dict[str, set[tuple[bool, int, str]]] = defaultdict(set)
    for several, several_keys in zip(sightings, keys, strict=True):
        for sighting, key in zip(several, several_keys, strict=True):
            shown = (
                sighting.printed
                if sighting.is_full
                else f"{sighting.printed} ({sighting.court_label})"
            )
            forms[key].add((not sighting.is_full, -len(shown), shown))
    return {key: min(found)[2] for key, found in forms.items()}
