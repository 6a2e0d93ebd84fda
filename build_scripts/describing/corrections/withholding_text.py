"""A withholding written into a corrections file, with all that stands there kept, comments too."""

import yaml

from build_scripts.describing.corrections.template import write_scalar
from build_scripts.describing.corrections.yaml_text import (
    MistakeError,
    end_line,
    find_end,
    iterate_pairs,
    parse_yaml,
)
from build_scripts.model.withholding import Withholding

_KEY = "withhold"


def write_withholding(text: str, withholding: Withholding, sha256: str) -> str:
    """Return the text of a corrections file with one withholding more.

    `text` is "" for a file that is not there yet; the new one notes the order's `sha256`. Raises
    MistakeError where the text can't be read, or has a shape to which nothing can be added: a root
    in braces, `withhold` said in one word.
    """
    item = _write_item(withholding)
    root = parse_yaml(text.encode())
    if root is None:
        return f"{end_line(text)}withhold:\n  - {item}\nsha256: {sha256}\n"
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise MistakeError(1, "It has a form to which nothing can be added.")
    for name, _, value in iterate_pairs(root):
        if name == _KEY:
            return _add_item(text, value, item)
    return f"{end_line(text)}withhold:\n  - {item}\n"


def _write_item(withholding: Withholding) -> str:
    words = withholding.words
    values = {
        "what": withholding.what,
        "words": words.text if words else None,
        "page": words.page if words else None,
        "line": words.line if words else None,
        "occurrence": words.occurrence if words else None,
        "field": withholding.field or None,
        "show": list(withholding.shown) or None,
        "reason": withholding.reason or None,
        "by": withholding.by or None,
        "date": withholding.date,
    }
    written = (
        f"{name}: {_write_value(value)}" for name, value in values.items() if value is not None
    )
    return f"{{{', '.join(written)}}}"


def _write_value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return write_scalar(value)


def _add_item(text: str, value: yaml.Node, item: str) -> str:
    """Add to a list as it is written, or make a list of the one withholding that is there."""
    lines = text.splitlines(keepends=True)
    first, column = value.start_mark.line, value.start_mark.column
    if isinstance(value, yaml.SequenceNode) and not value.flow_style:
        last = find_end(lines, value)
        lines[last] = end_line(lines[last])
        return "".join((*lines[: last + 1], f"{' ' * column}- {item}\n", *lines[last + 1 :]))
    if isinstance(value, yaml.SequenceNode):
        line, end = value.end_mark.line, value.end_mark.column - 1  # of its "]"
        lines[line] = f"{lines[line][:end]}, {item}{lines[line][end:]}"
        return "".join(lines)
    if not isinstance(value, yaml.MappingNode):
        raise MistakeError(first + 1, "The order is withheld already.")
    last = find_end(lines, value)
    lines[last] = end_line(lines[last])
    before, there = lines[first][:column], [lines[first][column:], *lines[first + 1 : last + 1]]
    indented = [f"    {line.removeprefix(' ' * column)}" for line in there[1:]]
    opened = f"{before.rstrip()}\n" if before.strip() else ""
    added = f"  - {item}\n"
    return "".join(
        (*lines[:first], opened, f"  - {there[0]}", *indented, added, *lines[last + 1 :])
    )
