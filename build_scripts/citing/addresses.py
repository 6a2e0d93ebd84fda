"""Public addresses of provisions: citeurl's addresses for what our own grammar found."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind

if TYPE_CHECKING:
    from citeurl.citator import Citator

_ADDRESSED = {
    CitationKind.STATUTE: ("general federal law", "state law"),
    CitationKind.REGULATION: ("general federal law",),
    CitationKind.RULE: ("general federal law",),
    CitationKind.CONSTITUTION: ("general federal law",),
}


def find_address(mention: Mention) -> str | None:
    """Return a public address for a provision (Cornell LII, a legislature's site), or None."""
    if mention.kind not in _ADDRESSED:
        return None
    return _look_up(mention.authority or mention.normal_form)


@lru_cache(maxsize=4096)
def _look_up(normal_form: str) -> str | None:
    citation = _citator().cite(normal_form, broad=False)
    return citation.URL if citation is not None else None


@cache
def _citator() -> "Citator":
    """Load citeurl's schemas, and citeurl itself, only when needed: many orders cite only cases."""
    from citeurl.citator import Citator

    return Citator(defaults=["general federal law", "state law"])
