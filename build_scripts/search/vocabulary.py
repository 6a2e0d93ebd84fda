"""The values of an archive's facets, as searches know them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, as in manifest.json; `names` are the keys of a court, or the
    synonyms of a motion.
    """

    id: str
    label: str
    count: int
    token: str
    short: str = ""
    names: tuple[str, ...] = ()


Vocabulary = dict[str, tuple[FacetValue, ...]]
"""The values of each facet: court, judge, disposition, motion, year."""
