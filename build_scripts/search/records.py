"""The data that search keeps of each order, newest first."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from build_scripts.model.archive import Archive, ArchivedOrder, Facet, Group
from build_scripts.model.citation import CitationKind
from build_scripts.model.clean_order import BlockKind, PartKind
from build_scripts.model.description import Court, JudgeRole, Outcome
from build_scripts.model.law.court_table import find_state, list_other_names
from build_scripts.model.law.motion_synonyms import MOTION_SYNONYMS
from build_scripts.model.order import Order
from build_scripts.model.page import Keep, make_anew
from build_scripts.search.case_names import name_sovereign, shorten_name
from build_scripts.search.key_tokens import list_citation_keys, list_docket_keys, list_report_keys
from build_scripts.search.pins import NO_PINS, Pins, list_pins
from build_scripts.search.recognised import FacetValue, Vocabulary, list_fixed_values

_FILLERS = frozenset({"of", "for", "the", "in", "and", "at", "state"})
_COMMON = frozenset(
    {"us", "ct", "app", "sup", "super", "dist", "cir", "div", "n", "s", "e", "w", "m", "c", "d"}
)
"""Short words that many courts share: alone they name none."""


def write_court_keys(spellings: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of a court with these names."""
    keys: dict[str, None] = {}
    for spelling in spellings:
        words = shorten_name(spelling)
        keys |= dict.fromkeys(list_typed_keys(words))
        keys |= dict.fromkeys(list_typed_keys([word for word in words if word != "ct"]))
    return tuple(keys)


def list_typed_keys(words: Sequence[str]) -> list[str]:
    """Return a court's typed words as keys, also sorted; "United States" is the Supreme Court."""
    told = [word for word in words if word not in _FILLERS]
    plain = [word for word in told if word != "us"]
    keys = _write_keys(told) if told == ["us"] or {"us", "sup"} <= set(told) else []
    return keys if _COMMON.issuperset(plain) else [*keys, *_write_keys(plain)]


def _write_keys(words: Sequence[str]) -> list[str]:
    return ["".join(words), " ".join(sorted(set(words)))]


Cite = Callable[[ArchivedOrder], tuple[str, str, str, str]]
"""Returns a citation in four pieces: name, text before a pin, text after it, and the text that
introduces the pin ("" if no page can be cited).
"""

LocatedTexts = tuple[tuple[str, str], ...]
"""Anchor and text of each block."""

FACETS = {
    "court": Facet.COURT,
    "judge": Facet.JUDGE,
    "disposition": Facet.DISPOSITION,
    "motion": Facet.MOTION,
    "year": Facet.YEAR,
}


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """The search data of one order, at its place in the archive.

    `rank` is its place from the newest to the oldest, undated ones last. `values` has, for each
    facet, the places of the order's values in the vocabulary.
    """

    rank: int
    address: str
    path: str
    title: str
    case_name: str
    parties: tuple[str, ...]
    dockets: tuple[str, ...]
    court_id: str
    court_name: str
    court_short: str
    judges: tuple[str, ...]
    other_judge_names: tuple[str, ...]
    date: str  # ISO, "" for none
    disposition: str
    reported: tuple[str, ...]
    blocks: LocatedTexts  # those of footnotes last
    cites: tuple[str, ...]  # names and normal forms of what it cites
    tokens: tuple[str, ...]  # keys and facets
    values: Mapping[str, tuple[int, ...]]
    pins: Pins = NO_PINS
    sovereign: tuple[str, ...] = ()  # a state's name as the first party, in short words
    words: str = ""  # each word of its text, once; "" if they were not listed

    @property
    def text(self) -> str:
        """Return every word of its blocks, in order."""
        return "\n\n".join(text for _, text in self.blocks)


def list_vocabulary(archive: Archive) -> Vocabulary:
    """Return the values of each facet: by label, years from the latest."""
    vocabulary: Vocabulary = {}
    courts = {
        claim.value.court_id: claim.value
        for archived in archive.orders
        if (claim := archived.stated.court)
    }
    synonyms = {one.value.replace(" ", "-"): words for one, words in MOTION_SYNONYMS.items()}
    for name, groups in _list_groups(archive).items():
        values = [
            FacetValue(
                f"{FACETS[name].value}/{group.slug}",
                group.label,
                len(group.members),
                f"zz{name}{place}",
                *(_name_court(courts.get(group.slug)) if name == "court" else ("",)),
                *((synonyms.get(group.slug, ()),) if name == "motion" else ()),
            )
            for place, group in enumerate(groups)
        ]
        vocabulary[name] = tuple(values)
    return vocabulary


def _name_court(court: Court | None) -> tuple[str, tuple[str, ...]]:
    if court is None:
        return "", ()
    names = (court.court_id, court.name, court.citation_string, *list_other_names(court.court_id))
    return court.citation_string, write_court_keys(names)


def _list_groups(archive: Archive) -> dict[str, list[Group]]:
    listed = {}
    for name, facet in FACETS.items():
        groups = list(archive.groups.get(facet, ()))
        if name == "year":
            groups.sort(key=lambda group: (group.slug.isdigit(), group.slug), reverse=True)
        listed[name] = groups
    return listed


def rank_orders(archive: Archive) -> tuple[int, ...]:
    """Return the places of listed orders, newest first; undated ones last, by address.

    A month or year sorts as text: before all its days.
    """
    orders = archive.orders
    days = [str(each.stated.day or "") for each in orders]
    listed = (index for index, one in enumerate(orders) if one.order.description.is_listed)
    by_address = sorted(listed, key=lambda index: orders[index].address)
    return tuple(sorted(by_address, key=days.__getitem__, reverse=True))


class TextRecord(NamedTuple):
    """What a search record has of an order's text and citations alone."""

    blocks: LocatedTexts
    words: str
    pins: Pins
    cites: tuple[str, ...]
    keys: tuple[str, ...]
    presence: tuple[str, ...]


def _read_text(archived: ArchivedOrder, cite: Cite) -> TextRecord:
    own = replace(archived.alone, other_files=archived.other_files)
    clean = own.order.clean
    texts = [block.text for _, block in clean.map.located]
    return TextRecord(
        tuple(zip(clean.map.anchors, texts, strict=True)),
        " ".join(dict.fromkeys(word for text in texts for word in text.split())),
        list_pins(clean, cite(own)),
        _list_cited(own.order),
        _list_keys(own),
        tuple(_list_presence(own)),
    )


def iter_records(
    archive: Archive, cite: Cite = lambda _: ("", "", "", ""), keep: Keep = make_anew
) -> Iterator[SearchRecord]:
    """Yield each order's record, in order of rank, made one at a time."""
    members: dict[str, list[list[int]]] = {}
    for name, groups in _list_groups(archive).items():
        members[name] = [[] for _ in archive.orders]
        for place, group in enumerate(groups):
            for member in group.members:
                members[name][member].append(place)
    vocabulary = list_vocabulary(archive)
    for rank, index in enumerate(rank_orders(archive)):
        values = {name: tuple(places[index]) for name, places in members.items()}
        archived = archive.orders[index]
        text = keep(
            f"{archived.address}/search",
            lambda one=archived: (one.identity, one.other_files),  # type: ignore[misc]
            TextRecord,
            partial(_read_text, archived, cite),
        )
        yield _record_order(rank, archived, text, values, vocabulary)


def _record_order(
    rank: int,
    archived: ArchivedOrder,
    text: TextRecord,
    values: Mapping[str, tuple[int, ...]],
    vocabulary: Vocabulary,
) -> SearchRecord:
    order, said = archived.order, archived.stated
    court = said.court.value if said.court else None
    judges = dict.fromkeys(c.value.name or c.value.initials or "" for c in said.judges)
    known = (vocabulary["judge"][place].label for place in values["judge"])
    initials = (claim.value.initials or "" for claim in said.judges)
    joined = (re.sub("['’]", "", one) for one in judges)  # "OBrien" is how many type O'Brien
    disposition = [vocabulary["disposition"][place].label for place in values["disposition"]]
    return SearchRecord(
        rank=rank,
        address=archived.address,
        path=order.source.path,
        title=said.title.value if said.title else "",
        case_name=said.name,
        sovereign=name_sovereign(said.case_name.value, find_state(court.court_id))
        if said.case_name and court
        else (),
        parties=tuple(dict.fromkeys(claim.value.name for claim in said.parties)),
        dockets=tuple(dict.fromkeys(claim.value.text for claim in said.docket_numbers)),
        court_id=court.court_id if court else "",
        court_name=court.name if court else "",
        court_short=said.court_short,
        judges=tuple(filter(None, judges)),
        other_judge_names=tuple(dict.fromkeys(filter(None, (*known, *initials, *joined)))),
        date=said.day.isoformat() if said.day else "",
        disposition=disposition[0] if said.disposition and disposition else "",
        reported=tuple(claim.value for claim in said.own_citations),
        blocks=text.blocks,
        pins=text.pins,
        words=text.words,
        cites=text.cites,
        tokens=(
            *text.keys,
            "zzall",
            *(["zzcitedhere"] if archived.cited_by else []),
            *(vocabulary[name][place].token for name, places in values.items() for place in places),
            *text.presence,
            *_list_rulings(archived, values, vocabulary),
        ),
        values=values,
    )


def _list_cited(order: Order) -> tuple[str, ...]:
    cited: dict[str, None] = {}
    for citation in order.citations:
        if citation.kind is not CitationKind.RECORD:
            name = citation.case_name or ""
            cited[f"{name} {citation.normal_form}".strip()] = None
    return tuple(cited)


def _list_keys(archived: ArchivedOrder) -> tuple[str, ...]:
    order = archived.order
    keys: dict[str, None] = {}
    for number in order.description.docket_numbers:
        keys |= dict.fromkeys(list_docket_keys(number.value))
    reports = (claim.value for claim in order.description.own_citations)
    elsewhere = (cited for other in archived.other_files for cited in other.citations)
    for report in (*reports, *elsewhere):
        keys |= dict.fromkeys(list_report_keys(report))
    for citation in order.citations:
        keys |= dict.fromkeys(list_citation_keys(citation))
    return tuple(keys)


def _list_presence(archived: ArchivedOrder) -> Iterator[str]:
    order, said = archived.order, archived.stated
    parts = {part.kind for part in order.clean.parts}
    roles = {claim.value.role for claim in said.judges}
    both = PartKind.CONCURRENCE_AND_DISSENT in parts or JudgeRole.CONCURRING_AND_DISSENTING in roles
    blocks = (block.kind for _, block in order.clean.map.located)
    has = {
        "appendix": PartKind.APPENDIX in parts,
        "attachments": PartKind.ATTACHMENT in parts,
        "concurrence": both or PartKind.CONCURRENCE in parts or JudgeRole.CONCURRING in roles,
        "corrections": said.correction is not None,
        "dissent": both or PartKind.DISSENT in parts or JudgeRole.DISSENTING in roles,
        "footnotes": bool(order.clean.footnotes),
        "rulings": bool(said.rulings),
        "scan": order.ocr_confidence is not None,
        "statement": PartKind.STATEMENT in parts,
        "tables": BlockKind.TABLE in blocks,
    }
    return (value.token for value in list_fixed_values()["has"] if has[value.label])


def _list_rulings(
    archived: ArchivedOrder, values: Mapping[str, tuple[int, ...]], vocabulary: Vocabulary
) -> Iterator[str]:
    """Return each ruling's outcome, and its motion followed by the number of the outcome."""
    motions = [vocabulary["motion"][place] for place in values["motion"]]
    # By address: labels are the site's words ("Motions to dismiss"), in its language.
    tokens = {motion.id.rpartition("/")[2]: motion.token for motion in motions}
    outcomes = {value.label: value.token for value in list_fixed_values()["outcome"]}
    found: dict[str, None] = {}
    for claim in archived.stated.own_rulings:
        if claim.value.outcome is Outcome.NONE:
            continue
        token = outcomes[claim.value.outcome.value]
        found[token] = None
        if motion := tokens.get(claim.value.kind.value.replace(" ", "-")):
            found[f"{motion}o{token.removeprefix('zzoutcome')}"] = None
    return iter(found)
