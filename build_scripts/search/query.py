"""A query as a tree of what is to be found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any form, folded: lower case, a-z and 0-9; `field` is "" for the whole order."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in exactly this form and order; `printed` is the text as typed."""

    words: tuple[str, ...]
    printed: str
    field: str = ""
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words with this beginning."""

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
    """Values named by the words after `motion:`, `has:` and the like; () for none."""

    field: str
    printed: str
    labels: tuple[str, ...]
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """One ruling, on a motion of one of these kinds and with one of these outcomes."""

    motions: tuple[str, ...]
    outcomes: tuple[str, ...]
    tokens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dates:
    """Days from `first` to `last`, both included, ISO; None is open. `printed` reads well."""

    first: str | None
    last: str | None
    printed: str


@dataclass(frozen=True, slots=True)
class Case:
    """A case by its name, and by its court and year if they are next to the name.

    `parts` are the words as typed; `units` the search terms: for each the short form that names
    have, and the words that a text has instead. `words` is the whole name in short forms, for
    ranking. `court` is a court's short name, `tokens` those of the courts with that name.
    """

    printed: str
    words: tuple[str, ...]
    units: tuple[tuple[str, tuple[str, ...]], ...]
    parts: tuple[Word | Phrase, ...]
    court: str = ""
    tokens: tuple[str, ...] = ()
    year: str = ""


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
    """Both within `words` words, or in one "sentence" or "paragraph".

    Either may be first, unless they are `ordered`: then the left one is.
    """

    reach: int | str
    left: Node
    right: Node
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Words and phrases (one, or any of several) that occur so often in the order's text."""

    times: int
    part: Node


Leaf = Word | Phrase | Prefix | Key | Case | Choice | Decided | Dates | CitedHere
Node = Leaf | All | Any | Not | Near | AtLeast


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search; `notes` are sentences on what was left out.

    `root` is None if there is nothing to find; `blank` if nothing was typed.
    """

    root: Node | None
    notes: tuple[str, ...] = ()
    blank: bool = False


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet, as in manifest.json; `names` are the keys of a court."""

    id: str
    label: str
    count: int
    token: str
    short: str = ""
    names: tuple[str, ...] = ()


Vocabulary = dict[str, tuple[FacetValue, ...]]
"""The values of each facet: court, judge, disposition, motion, year."""
