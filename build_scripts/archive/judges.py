"""Identities of judges: which judges of different orders are one person, and why."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from build_scripts.archive.cases import court_of
from build_scripts.archive.slugs import slugify
from build_scripts.model.archive import JudgeJoin, JudgeVariant
from build_scripts.model.description import Judge
from build_scripts.model.order import Order

Words = tuple[str, ...]
"""A name in lower-case words without dots: ("howard", "r", "lloyd")."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LONGEST_SERVICE = 60
"""Years: no judge of the United States has sat for longer."""
# Offices of one court that one person never holds at one time; a title names one of them or none.
# Accepted: "Chief United States Magistrate Judge", "Senior District Judge". Refused: "Judge".
_OFFICES = ("magistrate", "bankruptcy", "district", "circuit")


@dataclass(frozen=True, slots=True)
class JudgeIdentity:
    """One judge: the page's name, and the displayed name."""

    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class _Sighting:
    court: str
    court_label: str
    words: Words  # the name in lower case, without dots and suffixes; () for initials
    initials: str
    printed: str
    office: str  # one of `_OFFICES`, or "" if the title names none
    year: int  # 0 where the order is undated

    @property
    def is_full(self) -> bool:
        return len(self.words) > 1

    @property
    def name(self) -> str:
        return " ".join(self.words)


def identify_judges(orders: Sequence[Order]) -> tuple[tuple[JudgeIdentity, ...], ...]:
    """Return the identity of every judge of every order, in their order.

    A full name is one judge wherever it is printed. A surname, a shorter form of a name ("Howard
    Lloyd" for "Howard R. Lloyd") or docket initials join a full name of the same court if exactly
    one fits; otherwise they stay separate, each in its court. To fit, it must have an office that
    the full name was seen with and be within one judge's service: a magistrate judge and a district
    judge of one surname are two.
    """
    sightings = [
        [_sight(claim.value, order) for claim in order.description.judges] for order in orders
    ]
    courts = _collect_full_names(chain(*sightings))
    offices: dict[tuple[str, Words], set[str]] = defaultdict(set)
    for one in chain(*sightings):
        if one.words and one.office:
            offices[one.court, one.words].add(one.office)
    keys = [
        [_find_key(sighting, courts.get(sighting.court, {}), offices) for sighting in several]
        for several in sightings
    ]
    labels = _choose_labels(sightings, keys)
    return tuple(tuple(JudgeIdentity(key, labels[key]) for key in several) for several in keys)


def _sight(judge: Judge, order: Order) -> _Sighting:
    court, day = order.description.court, order.description.day
    title = (judge.title or "").lower()
    return _Sighting(
        court=court_of(order),
        court_label=court.value.short_name if court else "court not identified",
        words=name_words(judge.name or ""),
        initials=re.sub(r"[^a-z]", "", (judge.initials or "").lower()),
        printed=_show(judge),
        office=next((office for office in _OFFICES if office in title), ""),
        year=day.year if day else 0,
    )


def name_words(name: str) -> Words:
    """Return a name in lower-case words, without dots and suffixes: what its spellings share."""
    words = tuple(slugify(word) for word in re.sub(r"[.,]", " ", name).split())
    return tuple(word for word in words if word and word not in _SUFFIXES)


@dataclass(slots=True)
class _Known:
    """The initials of a full name, its offices, and the years in which it was seen."""

    initials: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    first: int = 0  # year; 0 where no order is dated
    last: int = 0

    def add(self, sighting: _Sighting) -> None:
        own = "".join(word[0] for word in sighting.words)
        self.initials.update({own, sighting.initials} - {""})
        self.offices.update({sighting.office} - {""})
        if sighting.year:
            self.first = min(self.first or sighting.year, sighting.year)
            self.last = max(self.last, sighting.year)

    def may_be(self, sighting: _Sighting) -> bool:
        """Return whether office and time allow that the sighting is this judge."""
        if sighting.office and self.offices and sighting.office not in self.offices:
            return False
        if not (sighting.year and self.first):
            return True
        served = max(self.last, sighting.year) - min(self.first, sighting.year)
        return served <= _LONGEST_SERVICE


_FullNames = dict[Words, _Known]
"""The judges of one court by their distinct full names."""


def _list_fitting(names: _FullNames, sighting: _Sighting) -> list[Words]:
    if sighting.words in names:
        return [sighting.words]
    possible = [name for name, known in names.items() if known.may_be(sighting)]
    bearing = [name for name in possible if sighting.initials in names[name].initials]
    if not sighting.words:
        return bearing
    fitting = [name for name in possible if _is_shorter_form(sighting.words, name)]
    bearing = [name for name in fitting if name in bearing]
    return bearing if len(fitting) > 1 and bearing else fitting


def _collect_full_names(sightings: Iterable[_Sighting]) -> Mapping[str, _FullNames]:
    """Return each court's judges; the fullest spelling comes first, so that others can join it."""
    courts: dict[str, _FullNames] = defaultdict(dict)
    full = {sighting for sighting in sightings if sighting.is_full}
    for sighting in sorted(full, key=_rank):
        names = courts[sighting.court]
        fitting = _list_fitting(names, sighting)
        name = fitting[0] if len(fitting) == 1 else sighting.words
        names.setdefault(name, _Known()).add(sighting)
    return courts


def _rank(sighting: _Sighting) -> tuple[int, int, str, str, str, int]:
    words, name = sighting.words, sighting.name
    return -len(words), -len(name), name, sighting.initials, sighting.office, sighting.year


def _find_key(
    sighting: _Sighting, names: _FullNames, offices: Mapping[tuple[str, Words], set[str]]
) -> str:
    """Return the key of the judge, which is also the slug of the judge's page."""
    fitting = _list_fitting(names, sighting)
    if len(fitting) == 1:
        return slugify(" ".join(fitting[0]))
    if not (sighting.words or sighting.initials):
        return ""
    several = len(offices.get((sighting.court, sighting.words), ())) > 1
    office = sighting.office if several else ""
    return slugify(f"{sighting.name or sighting.initials} {sighting.court} {office}")


def _is_shorter_form(words: Words, full: Words) -> bool:
    """Return whether `words` is a truly shorter `full`: same surname, given names left out."""
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
    """Return the fullest printed form of each judge; forms without given names add their court."""
    forms: dict[str, set[tuple[bool, int, str]]] = defaultdict(set)
    for several, several_keys in zip(sightings, keys, strict=True):
        for sighting, key in zip(several, several_keys, strict=True):
            # A key that ends in the office distinguishes two judges of one surname.
            office = sighting.office if key.endswith(f"-{sighting.office}") else ""
            named = f"{sighting.printed}, {office} judge" if office else sighting.printed
            shown = named if sighting.is_full else f"{named} ({sighting.court_label})"
            forms[key].add((not sighting.is_full, -len(shown), shown))
    return {key: min(found)[2] for key, found in forms.items()}


def list_judge_joins(
    orders: Sequence[Order], judges: Sequence[tuple[JudgeIdentity, ...]]
) -> tuple[JudgeJoin, ...]:
    """Return the judges whose orders print more than one name, sorted by label. Spellings of one
    name are one variant, as most orders print it. `judges` are each order's identities.
    """
    printed: dict[JudgeIdentity, dict[str, Counter[tuple[str, str]]]] = defaultdict(dict)
    for order, identities in zip(orders, judges, strict=True):
        court = order.description.court
        place = court.value.short_name if court else "court not identified"
        for claim, identity in zip(order.description.judges, identities, strict=True):
            judge = claim.value
            form = (judge.initials or "").lower()
            form = " ".join(name_words(judge.name)) if judge.name else form
            if identity.slug and form:
                counts = printed[identity].setdefault(form, Counter())
                counts[_show(judge), place] += 1
    joins = (
        JudgeJoin(identity.slug, identity.label, _list_variants(identity.label, forms))
        for identity, forms in printed.items()
        if len(forms) > 1
    )
    return tuple(sorted(joins, key=lambda join: (join.label.casefold(), join.slug)))


def _show(judge: Judge) -> str:
    return " ".join((judge.name or judge.initials or "").split())


def _list_variants(
    label: str, forms: dict[str, Counter[tuple[str, str]]]
) -> tuple[JudgeVariant, ...]:
    full = " ".join(name_words(label))
    variants = []
    for form, counts in forms.items():
        shown = min(counts, key=lambda each: (-counts[each], each[0].isupper(), each))[0]
        places = ", ".join(sorted({place for _, place in counts}))
        variants.append(JudgeVariant(shown, counts.total(), _say_why(form, full, shown, places)))
    return tuple(sorted(variants, key=lambda one: (-one.orders, one.printed)))


def _say_why(form: str, full: str, shown: str, places: str) -> str:
    words = form.split()
    if form == full:
        return "the fullest name"
    if len(words) > 1:
        return f"a shorter form of it in {places}"
    if words[0] == full.split()[-1]:
        return f"the only judge of this surname and office in {places}"
    return f"the only judge in {places} whose dockets or name bear {shown}"
