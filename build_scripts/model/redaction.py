"""What was removed from an order because it is private or withheld."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_scripts.model.source_text import SidePart
from build_scripts.model.withholding import PrivateKind, PrivatePolicy, Withholding

MASK = "█"
"""Replaces each removed character in a line of the source: the others keep their columns."""

Policies = Mapping[PrivateKind, PrivatePolicy]
"""The treatment of each kind."""

FLAGGED = frozenset({PrivateKind.MINOR, PrivateKind.HOME_ADDRESS})
DEFAULT_POLICIES: Policies = {
    kind: PrivatePolicy.FLAG if kind in FLAGGED else PrivatePolicy.REDACT for kind in PrivateKind
}
"""Numbers, mail addresses and birth dates are removed; what needs an editor's eye is flagged."""

PASSAGE = "passage"
HIDDEN = "text under a redaction"
"""Kinds of removed words apart from private data."""


@dataclass(frozen=True, slots=True)
class RedactedWords:
    """The fact that words were removed, and their place; never the words."""

    kind: str  # of private data, PASSAGE or HIDDEN
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must be nowhere on the site, in the form of `normalize_alnum`.

    Kept to prove that; never published, never displayed. `printed` has them as the order prints
    them, which shows where a number is divided; "" if that is not known.
    """

    kind: str
    page: int
    line: int
    bare: str = field(repr=False)
    printed: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was removed from an order, place by place, and what an editor withholds of it.

    The withholdings are without the words of passages. `spared` are bare words, like those of
    secrets, that an editor allows somewhere in the order. `side_parts` are what its file contains
    and its pages do not show; `copied` if a copy of the pages has none of it.
    """

    redacted: tuple[RedactedWords, ...] = ()
    withholdings: tuple[Withholding, ...] = ()
    secrets: tuple[Secret, ...] = field(default=(), repr=False)
    spared: tuple[str, ...] = field(default=(), repr=False)
    side_parts: tuple[SidePart, ...] = ()
    copied: bool = False


NOTHING_REDACTED = Redaction()
