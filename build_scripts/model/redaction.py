"""What was taken out of an order because it is private or withheld."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_scripts.model.private_data import PrivateKind, PrivatePolicy
from build_scripts.model.source_text import SidePart
from build_scripts.model.withholding import Withholding

MASK = "█"
"""Stands for each character that left a line of the source: the others keep their columns."""

Policies = Mapping[PrivateKind, PrivatePolicy]
"""What becomes of each kind."""

FLAGGED = frozenset({PrivateKind.MINOR, PrivateKind.HOME_ADDRESS})
DEFAULT_POLICIES: Policies = {
    kind: PrivatePolicy.FLAG if kind in FLAGGED else PrivatePolicy.REDACT for kind in PrivateKind
}
"""Numbers, addresses of mail and birth dates leave; what needs a reader's eye is flagged."""

PASSAGE = "passage"
HIDDEN = "text under a redaction"
"""Kinds of what leaves besides private data."""


@dataclass(frozen=True, slots=True)
class RedactedWords:
    """That words left, and where they stood; never the words."""

    kind: str  # of private data, PASSAGE or HIDDEN
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Secret:
    """Words that must stand nowhere on the site, as `normalize_alnum` leaves them.

    Kept to prove that; never published, never shown. `printed` holds them as the order prints them,
    which says where a number is parted; "" where that is not known.
    """

    kind: str
    page: int
    line: int
    bare: str = field(repr=False)
    printed: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Redaction:
    """What left an order, place by place, and what an editor withholds of it.

    The withholdings are without the words of passages. `spared` are bare words, like those of
    secrets, that an editor lets stand somewhere in the order. `side_parts` are what its file holds
    that its pages do not show; `copied` where a copy of the pages has none of it.
    """

    redacted: tuple[RedactedWords, ...] = ()
    withholdings: tuple[Withholding, ...] = ()
    secrets: tuple[Secret, ...] = field(default=(), repr=False)
    spared: tuple[str, ...] = field(default=(), repr=False)
    side_parts: tuple[SidePart, ...] = ()
    copied: bool = False


NOTHING_REDACTED = Redaction()
