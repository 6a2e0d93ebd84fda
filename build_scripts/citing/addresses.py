"""Public addresses of provisions: citeurl's addresses for what our own grammar found."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind

if TYPE_CHECKING:
    from citeurl.citator import Template

_ADDRESSED = frozenset(
    {CitationKind.STATUTE, CitationKind.REGULATION, CitationKind.RULE, CitationKind.CONSTITUTION}
)
_SCHEMAS = ("general federal law", "state law")
"""citeurl's, in the order in which they are tried."""


def find_address(mention: Mention) -> str | None:
    """Return a public address for a provision (Cornell LII, a legislature's site), or None."""
    if mention.kind not in _ADDRESSED:
        return None
    return _look_up(mention.authority or mention.normal_form)


@lru_cache(maxsize=4096)
def _look_up(normal_form: str) -> str | None:
    for schemas in _SCHEMAS:
        for name in _list_fitting(schemas, normal_form):
            if found := _make_template(schemas, name).cite(normal_form, broad=False):
                return found.URL
    return None


def _list_fitting(schemas: str, normal_form: str) -> Iterator[str]:
    """Yield the names of schemas, but for those of a state that the form does not name: to make all
    of them takes half a second.
    """
    for name, schema in _load_schemas(schemas).items():
        named = schema.get("meta", {}).get("name regex")
        if named is None or re.search(named, normal_form):
            yield name


@cache
def _make_template(schemas: str, name: str) -> "Template":
    from citeurl.citator import Template  # slow to load: many orders cite only cases

    schema = _load_schemas(schemas)[name]
    parent = schema.get("inherit")
    known = {parent: _make_template(schemas, parent)} if parent else {}
    made: Template = Template.from_dict(name, schema, inheritables=known)
    return made


@cache
def _load_schemas(schemas: str) -> dict[str, dict[str, Any]]:
    """Load some of citeurl's schemas by name, in their order."""
    import yaml  # slow to load

    text = (files("citeurl") / "templates" / f"{schemas}.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a fifth of the time, where it is there
    loaded: dict[str, dict[str, Any]] = loader(text).get_single_data()
    return loaded
