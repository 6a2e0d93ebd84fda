"""Public addresses of provisions: citeurl's addresses for what our own grammar found."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind

if TYPE_CHECKING:
    from citeurl.citator import Citator

_ADDRESSED = frozenset(
    {CitationKind.STATUTE, CitationKind.REGULATION, CitationKind.RULE, CitationKind.CONSTITUTION}
)
_SCHEMAS = ("general federal law", "state law")
"""citeurl's, in the order in which they are tried; those of states take long to load."""


def find_address(mention: Mention) -> str | None:
    """Return a public address for a provision (Cornell LII, a legislature's site), or None."""
    if mention.kind not in _ADDRESSED:
        return None
    return _look_up(mention.authority or mention.normal_form)


@lru_cache(maxsize=4096)
def _look_up(normal_form: str) -> str | None:
    tried = (_load_citator(schemas).cite(normal_form, broad=False) for schemas in _SCHEMAS)
    return next((found.URL for found in tried if found is not None), None)


@cache
def _load_citator(schemas: str) -> "Citator":
    """Load citeurl and some of its schemas on first use: many orders cite only cases."""
    from citeurl.citator import Citator

    templates = files("citeurl") / "templates" / f"{schemas}.yaml"
    citator = Citator(defaults=[])
    citator.load_yaml(templates.read_text("utf-8"))  # which citeurl leaves to the system
    return citator
