"""What a value in a corrections file may look like: each shape reads it and describes it.

A shape is a reader and its JSON schema in one, so that the schema that editors see and the check
that the build makes are the same thing written once.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

import yaml

from build_scripts.describing.corrections.yaml_text import (
    MistakeError,
    is_nothing,
    iterate_pairs,
    line_of,
    name_kind,
    read_text,
)

_LONGEST_TEXT = 1000
_MOST_ITEMS = 200
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Shape:
    """`expects` ends the sentence "Expected is …"; `read` raises MistakeError with the line."""

    expects: str
    schema: Mapping[str, Any]
    read: Callable[[yaml.Node], Any]


def refuse(node: yaml.Node, expects: str) -> MistakeError:
    """The mistake of a value that has another shape."""
    return MistakeError(line_of(node), f"Expected is {expects}, not {name_kind(node)}.")


def suggest(word: str, known: list[str]) -> str:
    """Name the nearest known word as a question, else all of them."""
    near = get_close_matches(word.lower(), known, 1, 0.6)
    return f"Did you mean `{near[0]}`?" if near else f"Known are {', '.join(known)}."


def text(expects: str, longest: int = _LONGEST_TEXT) -> Shape:
    """A line of text; a number is taken as it was typed."""

    def read(node: yaml.Node) -> str:
        value = None if is_nothing(node) else read_text(node)
        if not value:
            raise refuse(node, expects)
        if len(value) > longest:
            raise MistakeError(line_of(node), f"The text has more than {longest} characters.")
        return value

    schema = {"type": ["string", "number"], "maxLength": longest, "description": expects}
    return Shape(expects, schema, read)


def matching(expects: str, pattern: str, convert: Callable[[str], Any]) -> Shape:
    """A text that `convert` turns into a value; ValueError from it says that it can't.

    `pattern` is for editors, in the schema; `convert` decides.
    """

    def read(node: yaml.Node) -> Any:
        value = None if is_nothing(node) else read_text(node)
        if value is None:
            raise refuse(node, expects)
        try:
            return convert(value)
        except ValueError as error:
            words = str(error) or f"Expected is {expects}, not {name_kind(node)}."
            raise MistakeError(line_of(node), words) from error

    schema = {"type": "string", "pattern": pattern, "description": expects}
    return Shape(expects, schema, read)


def _to_date(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("") from error


def day() -> Shape:
    """A day as 2017-05-31."""
    expects = "a day such as 2017-05-31"
    shape = matching(expects, r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", _to_date)
    return Shape(expects, {**shape.schema, "format": "date"}, shape.read)


def whole_number(lowest: int = 1) -> Shape:
    """A number from `lowest` on."""
    expects = f"a whole number from {lowest} on"

    def convert(value: str) -> int:
        if not (value.isascii() and value.isdecimal() and len(value) < 7 and int(value) >= lowest):
            raise ValueError("")
        return int(value)

    schema = {"type": "integer", "minimum": lowest, "description": expects}
    return Shape(expects, schema, matching(expects, "", convert).read)


def flag() -> Shape:
    """True or false."""
    expects = "true or false"

    def convert(value: str) -> bool:
        if value.lower() not in _TRUTH:
            raise ValueError("")
        return _TRUTH[value.lower()]

    return Shape(expects, {"type": "boolean"}, matching(expects, "", convert).read)


def choice(what: str, members: type[StrEnum]) -> Shape:
    """One of an enumeration's words; reads to its member."""
    words = one_of(what, [member.value for member in members])
    return Shape(what, words.schema, lambda node: members(words.read(node)))


def one_of(what: str, values: list[str]) -> Shape:
    """One of a list of words."""

    def read(node: yaml.Node) -> str:
        value = None if is_nothing(node) else read_text(node)
        if value is None:
            raise refuse(node, what)
        if value not in values:
            known = suggest(value, values)
            raise MistakeError(line_of(node), f"Expected is {what}, not “{value[:60]}”. {known}")
        return value

    return Shape(what, {"type": "string", "enum": values, "description": what}, read)


def several(item: Shape, what: str) -> Shape:
    """A list; `[]` says that there is none."""

    def read(node: yaml.Node) -> tuple[Any, ...]:
        if is_nothing(node):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise refuse(node, f"a list of {what}, each on a line of its own behind “- ”")
        if len(node.value) > _MOST_ITEMS:
            raise MistakeError(line_of(node), f"The list has more than {_MOST_ITEMS} entries.")
        return tuple(item.read(each) for each in node.value)

    schema = {"type": ["array", "null"], "items": item.schema, "maxItems": _MOST_ITEMS}
    return Shape(f"a list of {what}", schema, read)


def one_or_none(item: Shape) -> Shape:
    """A value, or null: the order has none. Reads to a tuple, as `several` does."""

    def read(node: yaml.Node) -> tuple[Any, ...]:
        return () if is_nothing(node) else (item.read(node),)

    return Shape(item.expects, {"anyOf": [item.schema, {"type": "null"}]}, read)


def record(
    what: str,
    shapes: Mapping[str, Shape],
    build: Callable[[Mapping[str, Any]], Any],
    required: tuple[str, ...] = (),
) -> Shape:
    """Named values; `build` gets those that are given and not null.

    ValueError from it says what is wrong with them together.
    """

    def read(node: yaml.Node) -> Any:
        if not isinstance(node, yaml.MappingNode):
            raise refuse(node, f"{what}: {', '.join(shapes)}")
        values = {}
        for name, key, value in iterate_pairs(node):
            if name not in shapes:
                known = suggest(name, list(shapes))
                raise MistakeError(line_of(key), f"`{name}` is not known here. {known}")
            if not is_nothing(value):
                values[name] = shapes[name].read(value)
        for name in required:
            if name not in values:
                raise MistakeError(line_of(node), f"`{name}` is missing: {shapes[name].expects}.")
        try:
            return build(values)
        except ValueError as error:
            raise MistakeError(line_of(node), str(error)) from error

    schema = {
        "type": "object",
        "description": what,
        "properties": {name: _nullable(name, shape, required) for name, shape in shapes.items()},
        "required": list(required),
        "additionalProperties": False,
    }
    return Shape(what, schema, read)


def either(one: Shape, other: Shape) -> Shape:
    """A text by the first shape, anything else by the second."""

    def read(node: yaml.Node) -> Any:
        return (one if isinstance(node, yaml.ScalarNode) else other).read(node)

    return Shape(f"{one.expects} or {other.expects}", {"anyOf": [one.schema, other.schema]}, read)


def _nullable(name: str, shape: Shape, required: tuple[str, ...]) -> Mapping[str, Any]:
    if name in required:
        return shape.schema
    return {"anyOf": [shape.schema, {"type": "null"}]}
