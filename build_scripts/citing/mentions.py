"""The finders' output and the resolvers' input: a citation as printed, not yet resolved."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_scripts.model.citation import AntecedentRule, CitationKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation found at `start` to `end` of the reading text.

    `scope_start` to `scope_end` also includes the case's name and the court and year in
    parentheses, if there are any. `code` and `section` are a provision's two parts ("28 U.S.C.",
    "1332(a)"); a bare section or rule has no code yet. `name` is what precedes a short form or
    supra. `parallel` is true if it repeats the mention before it in another reporter.
    """

    kind: CitationKind
    start: int
    end: int
    normal_form: str
    name: str | None = None
    court: str | None = None
    year: int | None = None
    pin_cite: str | None = None
    docket_number: str | None = None
    entries: tuple[str, ...] = ()
    code: str | None = None
    section: str | None = None
    parallel: bool = False
    authority: str | None = None
    antecedent: str | None = None
    antecedent_rule: AntecedentRule | None = None
    signal: str | None = None
    parenthetical: str | None = None
    history: str | None = None
    scope_start: int = -1
    scope_end: int = -1

    def __post_init__(self) -> None:
        """Set the scope to the citation itself unless it is given."""
        if self.scope_start < 0:
            object.__setattr__(self, "scope_start", self.start)
        if self.scope_end < 0:
            object.__setattr__(self, "scope_end", self.end)


def find_next_start(mentions: Sequence[Mention], place: int, text: str) -> int:
    """Return the start of the first of the sorted `mentions` at or after `place`, or the end."""
    at = bisect_left(mentions, place, key=lambda mention: mention.start)
    return mentions[at].start if at < len(mentions) else len(text)


def keep_disjoint(layers: Iterable[Sequence[Mention]]) -> list[Mention]:
    """Merge finders' results in order of trust, without overlaps; return them sorted by start."""
    starts: list[int] = []
    kept: list[Mention] = []
    for layer in layers:
        for mention in layer:
            at = bisect_left(starts, mention.start)
            after_last = at == 0 or kept[at - 1].end <= mention.start
            before_next = at == len(kept) or mention.end <= kept[at].start
            if after_last and before_next:
                starts.insert(at, mention.start)
                kept.insert(at, mention)
    return kept
