"""What may leave an order, what an editor lets stand, and where a passage stands."""

import pytest

from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Place
from build_scripts.model.private_data import PrivateKind
from build_scripts.model.withholding import Allowance, Words
from build_scripts.redacting.candidates import (
    find_passage,
    find_phrase,
    is_criminal,
    list_candidates,
    take_allowed,
)
from tests.tables import as_instance, each_row, list_of_tuples


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


TWO = ("Call 702-555-0142 or ada@quill.example.", "Again 702-555-0142.")


@pytest.mark.parametrize(
    ("allowance", "allowed", "why"),
    [
        (Allowance(Words("702-555-0142")), {0, 2}, "each of the same words"),
        (Allowance(Words("(702) 555 0142", occurrence=2)), {2}, "the second, whatever its print"),
        (Allowance(Words(line=1)), {0, 1}, "all on a line"),
        (Allowance(Words(line=1), PrivateKind.EMAIL), {1}, "one kind on a line"),
        (Allowance(Words(), PrivateKind.TELEPHONE), {0, 2}, "a kind"),
        (Allowance(Words("Call 702-555-0142 or")), {0, 2}, "words around it"),
        (Allowance(Words("bo@quill.example")), set(), "others"),
        (Allowance(Words(page=2)), set(), "another page"),
    ],
)
def test_what_an_editor_lets_stand(allowance: Allowance, allowed: set[int], why: str) -> None:
    places, idle = take_allowed(list_candidates(prose(*TWO)), [allowance])
    assert places == allowed, why
    assert idle == ([] if allowed else [allowance]), why


@each_row(words=as_instance(Words), pieces=list_of_tuples)
def test_passages_are_found(words: Words, pieces: list[tuple[int, int, int]], why: str) -> None:
    clean = prose("The shelter took her in.", "Took her in again.")
    assert find_passage(clean, words) == pieces, why
