"""Orders like an order, each with what they have in common."""

from dataclasses import dataclass

from build_scripts.model.description import MotionKind, Outcome


@dataclass(frozen=True, slots=True)
class SimilarOrder:
    """An order that an order is like, of another case, and why.

    `authorities` are those that both cite, by name, and `words` those that both use: first what
    tells most. `rulings` are what both decided on the same motions. `score` orders the list.
    """

    address: str
    score: float
    authorities: tuple[str, ...]
    words: tuple[str, ...]
    rulings: tuple[tuple[MotionKind, Outcome], ...]
