"""Fields set in a corrections file by a command, with all that stands there kept, comments too."""

import datetime
from collections.abc import Iterable, Mapping, Sequence

import yaml

from build_scripts.describing.corrections.fields import FIELDS
from build_scripts.describing.corrections.shapes import suggest
from build_scripts.describing.corrections.template import LISTS, write_scalar
from build_scripts.describing.corrections.yaml_text import (
    MistakeError,
    end_line,
    find_end,
    is_nothing,
    iterate_pairs,
    parse_yaml,
)
from build_scripts.text.pattern import Pattern

# What YAML needs no quotation marks for.
_PLAIN = Pattern(
    r"[\w.-]+",
    accepts=["true", "2017-05-31", "cand"],
    refuses=["Roe v. Doe", "cand: x", ""],
    by="fullmatch",
)


def write_settings(
    text: str,
    settings: Mapping[str, Sequence[str]],
    *,
    by: str = "",
    note: str = "",
    public_sha256: str = "",
    today: datetime.date,
) -> str:
    """Return the text of a corrections file with fields set, and who says so and why.

    Each field has the values that it is given, as a person types them: of a field that holds one
    the last counts, "" says that there is none; one in braces or brackets is YAML as it is.
    `public_sha256` is the file that somebody looked at and calls public. Raises MistakeError where
    a field is unknown, where the text can't be read, and where it has a shape in which nothing can
    be set: a root or `fields` in braces.
    """
    for field, values in settings.items():
        if field not in FIELDS:
            raise MistakeError(1, f"`{field}` is no field. {suggest(field, list(FIELDS))}")
        text = _set(text, ("fields", field), _write_values(field, values))
    if public_sha256:
        said = (("by", by), ("reason", note))
        named = [f"{name}: {write_scalar(value)}" for name, value in said if value]
        text = _set(text, ("public",), f"{{{', '.join([*named, f'date: {today}'])}}}")
        text = _set(text, ("sha256",), public_sha256)
    for name, value in (("note", note), ("by", by)):
        if value:
            text = _set(text, (name,), write_scalar(value))
    return _set(text, ("date",), today.isoformat())


def _write_values(field: str, values: Sequence[str]) -> str:
    given = [_write_value(value) for value in values if value.strip()]
    if field not in LISTS:
        return given[-1] if given else "null"
    if len(given) == 1 and given[0].startswith("["):
        return given[0]
    return f"[{', '.join(given)}]"


def _write_value(value: str) -> str:
    flat = " ".join(value.split())
    return flat if flat[0] in "{[" or _PLAIN.fullmatch(flat) else write_scalar(flat)


def _set(text: str, names: Sequence[str], value: str) -> str:
    """Set a value at the root or one level below, on a line of its own."""
    root = parse_yaml(text.encode())
    *above, name = names
    if root is None:
        return end_line(text) + (f"{above[0]}:\n  " if above else "") + f"{name}: {value}\n"
    pairs = _list_pairs(root)
    lines = text.splitlines(keepends=True)
    if not above:
        return _replace(lines, pairs, name, value, len(lines), 0)
    head = next((each for each in pairs if each[0] == above[0]), None)
    if head is None:
        return f"{end_line(text)}{above[0]}:\n  {name}: {value}\n"
    _, key, held = head
    first = key.start_mark.line + 1
    if is_nothing(held):
        return _replace(lines, (), name, value, first, 2)
    return _replace(lines, _list_pairs(held), name, value, first, held.start_mark.column)


def _list_pairs(node: yaml.Node) -> list[tuple[str, yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise MistakeError(node.start_mark.line + 1, "It has a form in which nothing can be set.")
    return list(iterate_pairs(node))


def _replace(
    lines: list[str],
    pairs: Iterable[tuple[str, yaml.Node, yaml.Node]],
    name: str,
    value: str,
    otherwise: int,
    indent: int,
) -> str:
    """Return the lines with one pair written anew, or added before the line `otherwise`."""
    first = last = otherwise
    for each, key, held in pairs:
        if each == name:
            first = key.start_mark.line
            last = first + 1 if is_nothing(held) else find_end(lines, held) + 1
    before = [*lines[: first - 1], end_line(lines[first - 1])] if first else []
    return "".join((*before, f"{' ' * indent}{name}: {value}\n", *lines[last:]))
