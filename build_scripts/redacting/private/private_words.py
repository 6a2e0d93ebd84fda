"""Words of a text that a detector takes for private."""

from dataclasses import dataclass

from build_scripts.model.private_data import PrivateKind


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """Characters `start` up to, not including, `end` of a text are private data of `kind`.

    `context` is where the words begin that told so: "DOB: " before a date. Those that are `public`
    only look so: a court's own address or number.
    """

    kind: PrivateKind
    start: int
    end: int
    context: int
    public: bool = False
