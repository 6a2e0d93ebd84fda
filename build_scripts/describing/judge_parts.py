"""Authors of the separate writings behind an opinion."""

from collections.abc import Iterator
from dataclasses import replace

from build_scripts.describing.judge_places import find_bylines, find_votes, iterate_bench
from build_scripts.describing.opening import LocatedBlock
from build_scripts.model.clean_order import CleanOrder, Part, PartKind
from build_scripts.model.description import Claim, Judge, JudgeRole, Span

ROLES = {
    PartKind.CONCURRENCE: JudgeRole.CONCURRING,
    PartKind.DISSENT: JudgeRole.DISSENTING,
    PartKind.CONCURRENCE_AND_DISSENT: JudgeRole.CONCURRING_AND_DISSENTING,
}
_BLOCKS = 6  # of a part, in which its author is printed


def find_part_authors(clean: CleanOrder) -> tuple[Claim[Judge], ...]:
    """Who wrote the writings whose kind is a vote, and who joined them."""
    return tuple(
        replace(claim, value=replace(claim.value, role=role))
        for part in clean.parts
        if (role := ROLES.get(part.kind))
        for claim in _list_writers(clean, part)
    )


def _list_writers(clean: CleanOrder, part: Part) -> Iterator[Claim[Judge]]:
    named = next(iterate_bench(part.author), None) if part.author else None
    if named:
        judge = Judge(named.name, named.title, None)
        yield Claim(judge, _locate(clean, part), f"author of a {part.kind}")
    lines = [LocatedBlock(*each) for each in clean.locate_blocks()[part.first : part.end]]
    for place in find_bylines(lines[:_BLOCKS]):
        yield from place.claims
    yield from find_votes(lines)


def _locate(clean: CleanOrder, part: Part) -> Span | None:
    """Where the author is printed; None where his byline runs over two blocks."""
    located = clean.locate_blocks()[part.first : min(part.end, part.first + _BLOCKS)]
    for offset, block in located:
        at = block.text.find(part.author or "")
        if at >= 0:
            return Span(offset + at, offset + at + len(part.author or ""))
    return None
