"""The values of an archive's facets, as searches know them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet in manifest.json; `names` are a court's keys or a motion's synonyms."""

    id: str
    label: str
    count: int
    token: str
    short: str = ""
    names: tuple[str, ...] = ()


Vocabulary = dict[str, tuple[FacetValue, ...]]
"""The values of each facet: court, judge, disposition, motion, year."""
