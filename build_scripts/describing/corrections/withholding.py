"""What an editor withholds, and what private data an editor lets stand: shapes of both lists."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import yaml

from build_scripts.describing.corrections.fields import FIELDS
from build_scripts.describing.corrections.shapes import (
    Shape,
    choice,
    day,
    one_of,
    record,
    refuse,
    several,
    text,
    whole_number,
)
from build_scripts.describing.corrections.yaml_text import line_of
from build_scripts.model.private_data import PrivateKind
from build_scripts.model.withholding import Allowance, WithheldPart, Withholding, Words

_LONGEST_PASSAGE = 20_000
# A description can't be without `is_order`: who withholds that withholds the order.
_FIELDS = [name for name in FIELDS if name != "is_order"]
_SHOWN = ["court", "docket_numbers", "date"]  # what an address tells of its order
_WORDS = {
    "words": text("words of the order, as it prints them", _LONGEST_PASSAGE),
    "occurrence": whole_number(),
    "page": whole_number(),
    "line": whole_number(),
}
_ABOUT = {"reason": text("why"), "by": text("who says so"), "date": day()}


def _build_withholding(values: Mapping[str, Any]) -> Withholding:
    what: WithheldPart = values["what"]
    wanted = {WithheldPart.PASSAGE: "words", WithheldPart.FIELD: "field"}.get(what)
    if wanted and wanted not in values:
        raise ValueError(f"`what: {what}` needs `{wanted}`: which {what} is withheld.")
    for name in values:
        part = _belongs_to(name)
        if part and part is not what:
            raise ValueError(f"`{name}` belongs to `what: {part}`, not to `what: {what}`.")
    words = _build_words(values) if what is WithheldPart.PASSAGE else None
    return Withholding(
        what,
        words=words,
        field=values.get("field", ""),
        shown=values.get("show", ()),
        **_list_about(values),
    )


def _belongs_to(name: str) -> WithheldPart | None:
    if name in _WORDS:
        return WithheldPart.PASSAGE
    return {"field": WithheldPart.FIELD, "show": WithheldPart.ORDER}.get(name)


def _build_allowance(values: Mapping[str, Any]) -> Allowance:
    if "words" not in values and "line" not in values:
        raise ValueError("`words` or `line` is missing: which private data may stay.")
    return Allowance(_build_words(values), values.get("kind"), **_list_about(values))


def _build_words(values: Mapping[str, Any]) -> Words:
    places = (values.get(name) for name in ("occurrence", "page", "line"))
    return Words(values.get("words", ""), *places)


def _list_about(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in _ABOUT if name in values}


def _one_or_several(item: Shape, what: str) -> Shape:
    """Named values, or a list of them, each with its line of the file."""
    numbered = Shape(
        item.expects,
        item.schema,
        lambda node: replace(item.read(node), corrections_line=line_of(node)),
    )
    listed = several(numbered, what)

    def read(node: yaml.Node) -> tuple[Any, ...]:
        if isinstance(node, yaml.MappingNode):
            return (numbered.read(node),)
        values: tuple[Any, ...] = listed.read(node)
        if not values:
            raise refuse(node, item.expects)
        return values

    schema = {"anyOf": [item.schema, {"type": "array", "items": item.schema, "minItems": 1}]}
    return Shape(item.expects, schema, read)


_WITHHELD = _one_or_several(
    record(
        "what is withheld: order, passage, field or original, and why",
        {
            "what": choice("what is withheld", WithheldPart),
            **_WORDS,
            "field": one_of("the name of a field", _FIELDS),
            "show": several(one_of("a field that may be told", _SHOWN), "fields that may be told"),
            **_ABOUT,
        },
        _build_withholding,
        ("what",),
    ),
    "what is withheld",
)
ALLOWED = _one_or_several(
    record(
        "private data that may stay: its kind, its words or the line it stands on",
        {"kind": choice("a kind of private data", PrivateKind), **_WORDS, **_ABOUT},
        _build_allowance,
    ),
    "private data that may stay",
)


def _read_withheld(node: yaml.Node) -> tuple[Withholding, ...]:
    if isinstance(node, yaml.ScalarNode):
        # Whatever is said in one word, or in none: the order stays out.
        return (Withholding(WithheldPart.ORDER, corrections_line=line_of(node)),)
    withheld: tuple[Withholding, ...] = _WITHHELD.read(node)
    return withheld


WITHHELD = Shape(_WITHHELD.expects, _WITHHELD.schema, _read_withheld)


def _build_public(values: Mapping[str, Any]) -> bool:
    if not values:
        raise ValueError("`by` or `reason` is missing: who says that it is public, and why.")
    return True


PUBLIC = record("who says that the paper may be published, and why", _ABOUT, _build_public)
