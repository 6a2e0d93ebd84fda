"""Words that orders withhold, and the search for them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from build_scripts.model.redaction import Secret
from build_scripts.model.text.matching import PhraseMatcher


@dataclass(frozen=True, slots=True)
class WordsOwner:
    """An order that withholds words: `path` is the raw order's."""

    path: str
    secret: Secret


@dataclass(frozen=True, slots=True)
class WithheldWords:
    """The words that orders withhold, as bare words, and the orders that withhold them.

    `wanted` may be nowhere in the site except, if they are `shared`, in orders that allow them:
    these are searched for below the addresses of their owners alone. `spared` and `too_short` count
    what is not searched for.
    """

    owners: Mapping[str, tuple[WordsOwner, ...]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    wanted: frozenset[str] = field(default=frozenset(), repr=False)
    shared: frozenset[str] = field(default=frozenset(), repr=False)
    spared: int = 0
    too_short: int = 0

    def match(self) -> PhraseMatcher:
        """Return a search for the wanted words, as their orders print them."""
        return match_prints(self.wanted, self.owners)


def match_prints(
    wanted: Iterable[str], owners: Mapping[str, Sequence[WordsOwner]]
) -> PhraseMatcher:
    """Return a search for bare words as one of their owners prints them."""
    return PhraseMatcher(
        {bare: [one.secret.printed for one in owners.get(bare, ())] for bare in wanted}
    )


@dataclass(frozen=True, slots=True)
class OpenWords:
    """Words of `owner` that are open in an order: at `place`, "page 3, line 12" or the like."""

    owner: WordsOwner
    place: str


NOTHING_WITHHELD = WithheldWords()
