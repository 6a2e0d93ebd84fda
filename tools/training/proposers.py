"""The fields whose value is chosen among candidates, and what proposes them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from build_scripts.describing.candidates import Candidate
from build_scripts.describing.case_name import propose_case_names
from build_scripts.describing.court import propose_courts
from build_scripts.describing.dates import propose_dates, propose_dates_filed
from build_scripts.describing.docket_number import pool_dockets, propose_docket_numbers
from build_scripts.describing.judge import propose_judges
from build_scripts.describing.order_type import propose_order_types
from build_scripts.describing.paper_kind import propose_paper_kinds
from build_scripts.describing.title import propose_titles
from build_scripts.model.clean_order import CleanOrder

Proposer = Callable[[CleanOrder], Iterable[Candidate[Any]]]


PROPOSERS: Mapping[str, Proposer] = {
    "case_name": propose_case_names,
    "court": propose_courts,
    "date": propose_dates,
    "date_filed": propose_dates_filed,
    "judges": propose_judges,
    "docket_numbers": lambda clean: pool_dockets(propose_docket_numbers(clean)),
    "order_type": propose_order_types,
    "paper_kind": propose_paper_kinds,
    "title": propose_titles,
}
"""Field → its candidates. `tools.training` fits the field's weights to them."""

ONE_BY_ONE = frozenset({"docket_numbers"})
"""Fields of several values whose candidates are one value each: a part of the whole is right."""
