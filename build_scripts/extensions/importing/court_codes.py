"""Courts by the codes of PACER and GovInfo, which are CourtListener's with a few exceptions."""

from collections.abc import Mapping

from build_scripts import api

_OTHERS: Mapping[str, str] = {
    "azb": "arb",
    "cofc": "uscfc",
    "neb": "nebraskab",
    "nysb-mega": "nysb",
}
"""The mapping of CourtListener itself."""


def read_court_code(code: str) -> str:
    """Return the court's id, or "" if no court has the code."""
    plain = code.strip().lower()
    court_id = _OTHERS.get(plain, plain)
    return court_id if api.find_known_court(court_id) else ""
