"""The fields whose value is chosen among candidates, and what proposes them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from build_scripts.describing.candidates import Candidate
from build_scripts.describing.title import propose_titles
from build_scripts.model.clean_order import CleanOrder

Proposer = Callable[[CleanOrder], Iterable[Candidate[Any]]]

PROPOSERS: Mapping[str, Proposer] = {"title": propose_titles}
"""Field → its candidates. `tools.training` fits the field's weights to them."""
