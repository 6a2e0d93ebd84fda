"""What a search asks: a tree of what is to be found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any form, folded: lower case, a-z and 0-9; `field` is "" for the whole order."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words exactly so, in this order; `printed` is how they were typed."""

    words: tuple[str, ...]
    printed: str
    field: str = ""
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin so."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """A docket number or citation; `field` is "docket" (only orders on it), "cites" or ""."""

    kind: str
    printed: str
    key: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Values of a facet that the words after `disposition:` or `motion:` name; () for none."""

    field: str
    printed: str
    labels: tuple[str, ...]
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """Days from `first` to `last`, both included, ISO; None is open. `printed` reads well."""

    first: str | None
    last: str | None
    printed: str


@dataclass(frozen=True, slots=True)
class CitedHere:
    """Orders that another order here cites."""


@dataclass(frozen=True, slots=True)
class All:
    """Every part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not the part."""

    part: Node


@dataclass(frozen=True, slots=True)
class Near:
    """Both within `words` words, or in one "sentence" or "paragraph"; either may be first."""

    reach: int | str
    left: Node
    right: Node


Leaf = Word | Phrase | Prefix | Key | Choice | Dates | CitedHere
Node = Leaf | All | Any | Not | Near


@dataclass(frozen=True, slots=True)
class Query:
    """A search as understood; `notes` are sentences on what was left out.

    `root` is None where nothing is to be looked for; `blank` where nothing was typed.
    """

    root: Node | None
    notes: tuple[str, ...] = ()
    blank: bool = False


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, as manifest.json lists it."""

    id: str
    label: str
    count: int
    token: str
    short: str = ""


Vocabulary = dict[str, tuple[FacetValue, ...]]
"""The values of each facet: court, judge, disposition, motion, year."""
