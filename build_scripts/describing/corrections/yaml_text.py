"""Corrections as YAML: parsed to nodes that know their lines, and to nothing else.

No Python object is ever made by YAML, and YAML's own guesses are not used: a scalar is the text as
it was typed, and the field it stands in says what it means. So 5:17 is no number of minutes, NO no
falsehood and 012 no ten. Anchors, aliases and tags have no use here and are refused: with them go
the known ways to make a small file large.
"""

from collections.abc import Iterator
from typing import Any

import yaml

LARGEST = 64 * 1024  # bytes; corrections are written by hand
_DEEPEST = 8
_NOTHING = frozenset({"", "~", "null"})
_KINDS = {yaml.ScalarNode: "a text", yaml.SequenceNode: "a list", yaml.MappingNode: "named values"}
_UNSEEN = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


class MistakeError(Exception):
    """Something in a corrections file that can't be used: what, and on which line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


def parse_yaml(data: bytes) -> yaml.Node | None:
    """Return the root node of a YAML file, None of an empty one; raises MistakeError."""
    if len(data) > LARGEST:
        raise MistakeError(1, f"The file has more than {LARGEST // 1024} kB.")
    try:
        node = _Loader(data).get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise MistakeError(line, f"It is no YAML: {error.problem or error.context}.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise MistakeError(1, "It is no text in UTF-8.") from error
    return node if isinstance(node, yaml.Node) else None


def line_of(node: yaml.Node) -> int:
    """The line a node begins on; 1 is the first."""
    return int(node.start_mark.line) + 1


def is_nothing(node: yaml.Node) -> bool:
    """Whether a value is left empty, or says null."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in _NOTHING


def read_text(node: yaml.Node) -> str | None:
    """A scalar as one line of text, or None where the node is a list or named values.

    Raises MistakeError for characters that nobody sees: they change how a line reads.
    """
    if not isinstance(node, yaml.ScalarNode):
        return None
    text = " ".join(str(node.value).split())
    if _UNSEEN.intersection(text) or not text.isprintable():
        raise MistakeError(line_of(node), "The text holds invisible characters. Type it anew.")
    return text


def iterate_pairs(node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """Each name of a mapping with its own node and its value's; raises where one comes twice."""
    seen: dict[str, int] = {}
    for key, value in node.value:
        name = read_text(key)
        if name is None:
            raise MistakeError(line_of(key), "A name is expected before the colon.")
        if name in seen:
            raise MistakeError(line_of(key), f"`{name}` stands on line {seen[name]} already.")
        seen[name] = line_of(key)
        yield name, key, value


def find_end(lines: list[str], node: yaml.Node) -> int:
    """The last line of a node: YAML counts comments and blank lines behind it to it."""
    last = node.end_mark.line if node.end_mark.column else node.end_mark.line - 1
    last = min(last, len(lines) - 1)
    while last > node.start_mark.line and lines[last].strip()[:1] in {"", "#"}:
        last -= 1
    return last


def end_line(text: str) -> str:
    """Return a text that ends its last line, if it has one."""
    return text if not text or text.endswith("\n") else f"{text}\n"


def name_kind(node: yaml.Node) -> str:
    """What a node is, in words for a message."""
    if is_nothing(node):
        return "nothing"
    text = read_text(node)
    return f"“{text[:60]}”" if text is not None else _KINDS[type(node)]


class _Loader(yaml.SafeLoader):
    """Composes nodes within bounds; constructs nothing."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Compose one node; refuse aliases, anchors, tags and depth."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise yaml.MarkedYAMLError(
                None,
                None,
                "anchors (& and *) are not used here; a text that begins so needs quotes",
                event.start_mark,
            )
        if getattr(event, "tag", None):
            raise yaml.MarkedYAMLError(
                None,
                None,
                "tags (!) are not used here; a text that begins so needs quotes",
                event.start_mark,
            )
        if self.depth >= _DEEPEST:
            raise yaml.MarkedYAMLError(None, None, "it is nested too deep", event.start_mark)
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1
