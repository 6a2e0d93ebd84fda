"""What may leave an order, what an editor lets stand, and where a passage stands."""

from typing import Any

from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from build_scripts.model.withholding import Allowance, PrivateKind, Words
from build_scripts.redacting.candidates import (
    find_passage,
    find_phrase,
    is_criminal,
    list_candidates,
    take_allowed,
)
from tests.tables import as_instance, call, each_row, list_of_tuples


def make(*blocks: tuple[BlockKind, str]) -> CleanOrder:
    """An order of blocks, each on a line of its own of the first page."""
    made = (Block(kind, text, (Place(0, 1, n),)) for n, (kind, text) in enumerate(blocks, 1))
    return CleanOrder(tuple(made), (), (), (), (), 1)


def prose(*texts: str) -> CleanOrder:
    return make(*((BlockKind.PARAGRAPH, text) for text in texts))


@each_row()
def test_criminal_cases_are_told_by_their_caption(
    docket: str, parties: str, criminal: bool, why: str
) -> None:
    clean = make((BlockKind.PARTIES, parties), (BlockKind.DOCKET, docket))
    assert is_criminal(clean) is criminal, why


@each_row(kind=PrivateKind)
def test_what_must_stand_nowhere(
    kind: PrivateKind, words: str, context: str, phrase: str, why: str
) -> None:
    assert find_phrase(kind, words, context) == phrase, why


def allow(words: dict[str, Any], kind: str | None = None) -> Allowance:
    return Allowance(Words(**words), PrivateKind(kind) if kind else None)


TWO = ("Call 702-555-0142 or ada@quill.example.", "Again 702-555-0142.")


@each_row(allowance=call(allow), allowed=set)
def test_what_an_editor_lets_stand(allowance: Allowance, allowed: set[int], why: str) -> None:
    places, idle = take_allowed(list_candidates(prose(*TWO)), [allowance])
    assert places == allowed, why
    assert idle == ([] if allowed else [allowance]), why


@each_row(words=as_instance(Words), pieces=list_of_tuples)
def test_passages_are_found(words: Words, pieces: list[tuple[int, int, int]], why: str) -> None:
    clean = prose("The shelter took her in.", "Took her in again.")
    assert find_passage(clean, words) == pieces, why
