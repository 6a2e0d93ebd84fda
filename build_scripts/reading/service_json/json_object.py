"""JSON that a case-law service hands out: parsed once, read field by field without trust."""

import json
from collections.abc import Mapping

from build_scripts.model.partial_date import parse_any_date
from build_scripts.model.text.pattern import Pattern
from build_scripts.problems import UnreadableOrderError

JsonObject = Mapping[str, object]
# Lone halves of surrogate pairs, which JSON can write and no file can hold.
SURROGATES = Pattern("[\ud800-\udfff]", accepts=["\ud800", "a\udfff"], refuses=["a", "\U0001f600"])
SURROGATE_ESCAPE = "\\ud"


def parse_object(decoded: str, path: str) -> JsonObject:
    """Parse one JSON object, or a list of one; lone surrogates become U+FFFD. Raises
    UnreadableOrderError.
    """
    try:
        parsed: object = json.loads(decoded)
        if SURROGATE_ESCAPE in decoded.lower():
            whole = SURROGATES.sub("\ufffd", json.dumps(parsed, ensure_ascii=False))
            parsed = json.loads(whole)
    except json.JSONDecodeError as error:
        raise UnreadableOrderError.of(
            path,
            f"The JSON is broken at line {error.lineno}, column {error.colno}: {error.msg}.",
            "Fetch the file again; it may have been cut off.",
        ) from None
    except (RecursionError, ValueError):
        raise UnreadableOrderError.of(
            path,
            "The JSON is nested too deep or holds a number too long to be read.",
            "Fetch the file again from the service that made it.",
        ) from None
    if isinstance(parsed, list) and len(parsed) == 1:
        parsed = parsed[0]
    if isinstance(parsed, dict):
        return parsed
    raise UnreadableOrderError.of(
        path, "The JSON holds no single object.", "Save each opinion or case as a file of its own."
    )


def read_string(source: JsonObject, *names: str) -> str:
    """Return the first of the fields that is a string with something in it, else ""."""
    for name in names:
        value = source.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def read_object(source: JsonObject, name: str) -> JsonObject:
    """Return the field if it is an object, else an empty one."""
    value = source.get(name)
    return value if isinstance(value, dict) else {}


def read_objects(source: JsonObject, name: str) -> tuple[JsonObject, ...]:
    """Return the objects in the field if it is a list."""
    value = source.get(name)
    return (
        tuple(item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()
    )


def read_strings(source: JsonObject, name: str) -> tuple[str, ...]:
    """Return the strings in the field if it is a list."""
    value = source.get(name)
    if not isinstance(value, list):
        return ()
    return tuple(item.strip() for item in value if isinstance(item, str) and item.strip())


def read_date(source: JsonObject, *names: str) -> str:
    """Return an ISO date ("1865-11-03"), known to the day, month or year, or an empty string."""
    date = parse_any_date(read_string(source, *names)[:10])
    return date.isoformat() if date else ""
