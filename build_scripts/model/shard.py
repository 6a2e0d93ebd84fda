"""A part of an archive that one process, or one machine, builds by itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from zlib import crc32

from build_scripts.model.archive import Facet
from build_scripts.problems import ArchiveError

PART = "part"
_FACETS = {
    "court": Facet.COURT,
    "year": Facet.YEAR,
    "judge": Facet.JUDGE,
    "case": Facet.CASE,
    "disposition": Facet.DISPOSITION,
    "motion": Facet.MOTION,
}
_NOTHING: Mapping[Facet, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Shard:
    """The orders that stand in one group of each of some facets, or one of some equal parts.

    `groups` has the slug of each facet's group, as its page has it: the court "cand" of
    /courts/cand/. A part, `place` of `parts` (from 1), is of orders and of authorities.
    """

    groups: Mapping[Facet, str] = field(default_factory=lambda: _NOTHING)
    place: int = 1
    parts: int = 1

    @property
    def start(self) -> float:
        """Where among the orders a build of it begins to convert, from 0 to 1: others begin
        elsewhere, and each takes over what the others converted.
        """
        if self.parts > 1:
            return (self.place - 1) / self.parts
        return crc32(repr(sorted(self.groups.items())).encode()) / 2**32

    def holds_name(self, name: str) -> bool:
        """Whether what is known by `name` is of this part; each name is of one part alone."""
        return crc32(name.encode("utf-8", "surrogatepass")) % self.parts == self.place - 1


def read_shard(text: str) -> Shard:
    """Return what "court=cand,year=2017" or "part=1/4" names. Raises ArchiveError."""
    groups: dict[Facet, str] = {}
    place, parts = 1, 1
    for condition in text.split(","):
        name, _, value = (word.strip() for word in condition.partition("="))
        if name == PART:
            place, parts = _read_part(value, text)
        elif name in _FACETS and value:
            groups[_FACETS[name]] = value
        else:
            known = ", ".join((*_FACETS, PART))
            raise ArchiveError(
                f"{text!r} names no shard: write conditions as court=cand,year=2017 or part=1/4. "
                f"Known: {known}."
            )
    return Shard(groups, place, parts)


def _read_part(value: str, text: str) -> tuple[int, int]:
    place, _, parts = value.partition("/")
    if not (place.isdecimal() and parts.isdecimal() and 1 <= int(place) <= int(parts)):
        raise ArchiveError(f"{text!r} names no shard: of four parts the first is part=1/4.")
    return int(place), int(parts)
