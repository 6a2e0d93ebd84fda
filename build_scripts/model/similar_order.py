"""Similar orders, each with what they have in common."""

from dataclasses import dataclass

from build_scripts.model.description import MotionKind, Outcome


@dataclass(frozen=True, slots=True)
class SimilarOrder:
    """An order of another case that is similar to an order, and why.

    `authorities` are those that both cite, by name, and `words` those that both use: the weightiest
    first. `rulings` are those that both made on the same motions. `score` orders the list.
    """

    address: str
    score: float
    authorities: tuple[str, ...]
    words: tuple[str, ...]
    rulings: tuple[tuple[MotionKind, Outcome], ...]
