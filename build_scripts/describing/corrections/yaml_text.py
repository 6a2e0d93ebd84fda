"""Parse corrections from YAML to nodes with their lines, and to plain values.

No Python object is ever made by YAML, and YAML's own guesses are not used: a scalar is the text as
it was typed, and its field decides what it means. So 5:17 is no number of minutes, NO no
falsehood and 012 no ten. Anchors, aliases and tags have no use here and are refused: with them go
the known ways to make a small file large.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

LARGEST = 64 * 1024  # bytes; corrections are written by hand
_DEEPEST = 8
_TWO_VERSIONS = (
    "Git left two versions here: keep one, and remove the other with the lines that begin with "
    "<<<<<<<, ======= and >>>>>>>."
)
_NOTHING = frozenset({"", "~", "null"})
_UNSEEN = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)

Path = tuple[str | int, ...]


class MistakeError(Exception):
    """Something in a corrections file that can't be used: what, and on which line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


@dataclass(slots=True)
class Plain:
    """A file's values (texts, None, lists and named values), and the place of each.

    `lines` and `name_lines` are, by the path to a value, the lines of it and of its name.
    `mistakes` have the path to what is wrong, its line, and the words for it.
    """

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    name_lines: dict[Path, int] = field(default_factory=dict)
    mistakes: list[tuple[Path, int, str]] = field(default_factory=list)


def parse_yaml(data: bytes) -> yaml.Node | None:
    """Return the root node of a YAML file, None of an empty one; raises MistakeError."""
    if len(data) > LARGEST:
        raise MistakeError(1, f"The file has more than {LARGEST // 1024} kB.")
    try:
        node = _Loader(data).get_single_node()
    except yaml.MarkedYAMLError as error:
        for number, text in enumerate(data.splitlines(), 1):
            if text.startswith(b"<<<<<<< "):
                raise MistakeError(number, _TWO_VERSIONS) from error
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise MistakeError(line, f"It is no YAML: {error.problem or error.context}.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise MistakeError(1, "It is no text in UTF-8.") from error
    return node if isinstance(node, yaml.Node) else None


def read_plain(data: bytes) -> Plain:
    """Return the values of a YAML file; raises MistakeError where it is none."""
    root, plain = parse_yaml(data), Plain()
    plain.value = {} if root is None else _convert(root, (), plain)
    return plain


def _convert(node: yaml.Node, path: Path, plain: Plain) -> Any:
    plain.lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_convert(each, (*path, index), plain) for index, each in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return None if is_nothing(node) else _read_text(node, path, plain)
    values: dict[str, Any] = {}
    for key, held in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            plain.mistakes.append((path, line, "A name is expected before the colon."))
            continue
        name = _read_text(key, path, plain)
        place = (*path, name)
        if name in values:
            first = plain.name_lines[place]
            plain.mistakes.append((place, line, f"`{name}` stands on line {first} already."))
        else:
            plain.name_lines[place] = line
            values[name] = _convert(held, place, plain)
    return values


def _read_text(node: yaml.Node, path: Path, plain: Plain) -> str:
    """Return a scalar as one line of text, without invisible characters."""
    text = " ".join(str(node.value).split())
    if _UNSEEN.intersection(text) or not text.isprintable():
        line, mistake = node.start_mark.line + 1, "The text holds invisible characters."
        plain.mistakes.append((path, line, f"{mistake} Type it anew."))
    return text


def is_nothing(node: yaml.Node) -> bool:
    """Return whether a value is empty or null."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NOTHING


class _Loader(yaml.SafeLoader):
    """Composes nodes within bounds; constructs nothing."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Compose one node; refuse aliases, anchors, tags and depth."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        why = ""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            why = "anchors (& and *) are not used here; a text that begins so needs quotes"
        elif getattr(event, "tag", None):
            why = "tags (!) are not used here; a text that begins so needs quotes"
        elif self.depth >= _DEEPEST:
            why = "it is nested too deep"
        if why:
            raise yaml.MarkedYAMLError(None, None, why, event.start_mark)
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1
