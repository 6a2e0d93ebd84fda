"""A new corrections file: every field with today's value, as comments that one takes away."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

import yaml

from build_scripts.model.description import (
    FIELDS,
    Court,
    Description,
    DocketNumber,
    Judge,
    Party,
    Ruling,
    list_values,
)
from build_scripts.model.partial_date import PartialDate


def write_template(
    name: str, sha256: str, description: Description, schema: str, today: datetime.date
) -> str:
    """Return the text of a corrections file that corrects nothing yet.

    `name` is the order's file, `schema` the address of the JSON schema relative to the file.
    Without its "# " a commented line is a correction that reads back to the value shown.
    """
    lines = [
        f"# yaml-language-server: $schema={schema}",
        f"# Corrections of {_show(name)}",
        "#",
        "# Below stands what the program found. Where it is wrong, take the “# ” away and write",
        "# what is right; leave the other lines as they are. A list is given whole.",
        "",
        "fields:",
        *(
            f"  # {line}"
            for field in FIELDS
            for line in _write_field(field, list_values(description, field))
        ),
        "",
        "# Why it was wrong and how you know; who you are. Both are shown on the order's page.",
        'note: ""',
        'by: ""',
        f"date: {today.isoformat()}",
        "# The file that you looked at. `orders check` says so when it is replaced.",
        f"sha256: {sha256}",
    ]
    return "\n".join(lines) + "\n"


def _write_field(field: str, values: Sequence[Any]) -> Iterator[str]:
    if not FIELDS[field].several:
        yield f"{field}: {write_scalar(values[0]) if values else 'null'}"
    elif not values:
        yield f"{field}: []"
    else:
        yield f"{field}:"
        for value in values:
            yield from _write_item(value)


def _write_item(value: Any) -> Iterator[str]:
    if not isinstance(value, Judge | Party | Ruling):
        yield f"  - {write_scalar(value)}"
        return
    parts = ((each.name, getattr(value, each.name)) for each in fields(value))
    filled = [(name, part) for name, part in parts if part not in {None, ""}]
    for index, (name, part) in enumerate(filled):
        yield f"  {' ' if index else '-'} {name}: {write_scalar(part)}"


def write_scalar(value: Any) -> str:
    """Return a value as YAML that reads back to it, on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case Court():
            return value.court_id
        case DocketNumber():
            return _quote(value.text)
        case datetime.date() | PartialDate():
            return value.isoformat()
        case int():
            return str(value)
        case list() | tuple():
            return f"[{', '.join(map(write_scalar, value))}]"
        case _:
            return str(value.value) if hasattr(value, "value") else _quote(str(value))


def write_typed(value: Any, *, whole: bool = True) -> str:
    """Return a value as `write_settings` takes it: a text as people type it, what has parts as YAML
    in braces, with all of them. Unless `whole`, a judge is a name alone, if there is one: a
    correction by name keeps what else is known of the judge.
    """
    match value:
        case Judge(name=str(name)) if name and not whole:
            return name
        case Judge() | Party() | Ruling():
            return write_record({each.name: getattr(value, each.name) for each in fields(value)})
        case DocketNumber():
            return value.text
        case str():
            return " ".join(value.split())
        case _:
            return write_scalar(value)


def write_record(parts: Mapping[str, Any]) -> str:
    """Return named values as YAML in braces; those that are empty are left out."""
    filled = (f"{name}: {write_scalar(part)}" for name, part in parts.items() if part)
    return f"{{{', '.join(filled)}}}"


def _quote(text: str) -> str:
    flat = " ".join(text.split())
    return str(
        yaml.dump(flat, default_style='"', allow_unicode=True, width=10**6, Dumper=yaml.SafeDumper)
    ).strip()


def _show(name: str) -> str:
    return "".join(character if character.isprintable() else "\ufffd" for character in name)
