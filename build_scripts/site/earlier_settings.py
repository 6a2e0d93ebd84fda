"""Archives of earlier versions: what in mkdocs.yml and docs/ this version reads otherwise.

The settings, files and values are rows of earlier_settings.toml. Version 1 is that of the program's
versions 0.1; from version 2 on, `format` in mkdocs.yml is the version of all that an archive keeps:
settings, corrections, ledgers and history.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from build_scripts.text.pattern_table import read_table

FORMAT = 2
"""The version of archives that this program writes and reads; older ones are upgraded to it."""
_TABLE = read_table(__package__, "earlier_settings.toml")
_SETTINGS = {row["at"]: row for row in _TABLE["settings"]}
_KEYS = {row["at"]: row["becomes"] for row in _TABLE["keys"]}
_PLUGIN = "plugins.orders-archive"


class Change(NamedTuple):
    """A change of mkdocs.yml: the characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str
    line: int
    what: str  # as a sentence for people


def find_changes(text: str) -> list[Change]:
    """Return the changes that the text of a mkdocs.yml needs, from its top to its end.

    Empty if it needs none, or if it is no YAML: whoever reads the settings reports that.
    """
    root = _compose(text)
    old_theme = dict(_walk(root)).get("theme.name") in _SETTINGS["theme.name"]["was"]
    skipped = () if old_theme else ("theme.",)
    return (root and _find(root, "", skipped, text)) or []


def upgrade_text(text: str) -> str:
    """Return the text of a mkdocs.yml as this version reads it, with the number of its format.

    All other lines, and comments, are as they were.
    """
    for change in reversed(find_changes(text)):
        text = text[: change.start] + change.text + text[change.end :]
    settings = _find_plugin(_compose(text))
    if isinstance(settings, yaml.MappingNode) and not settings.flow_style and settings.value:
        first = settings.value[0][0].start_mark
        if "format" not in {key.value for key, _ in settings.value}:
            text = (
                f"{text[: first.index]}format: {FORMAT}\n{' ' * first.column}{text[first.index :]}"
            )
    return text


def list_old_files(docs: Path) -> list[str]:
    """Return the files and folders that earlier versions wrote below `docs`, by their paths there.

    Empty if the list is missing that builds of version 1 wrote: what lies there is the owner's.
    """
    listing = docs / _TABLE["files"]["list"]
    try:
        bundles = json.loads(listing.read_text(encoding="utf-8"))["bundles"].values()
        written = {str(name) for _, names in bundles for name in names}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []
    named = [one for one in written if not one.startswith("/") and ".." not in one.split("/")]
    return sorted(one for one in {*named, *_TABLE["files"]["others"]} if (docs / one).exists())


def _compose(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None


def _list_parts(node: yaml.Node | None, at: str) -> list[tuple[str, yaml.Node, yaml.Node]]:
    """Return the parts of a setting: place, key and value; a list's items have the list's place."""
    if isinstance(node, yaml.MappingNode):
        return [(f"{at}.{key.value}".removeprefix("."), key, value) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [(at, item, item) for item in node.value]
    return []


def _walk(node: yaml.Node | None, at: str = "") -> Iterator[tuple[str, object]]:
    """Yield the place and the text of each setting."""
    if isinstance(node, yaml.ScalarNode):
        yield at, node.value
    for place, _, part in _list_parts(node, at):
        yield from _walk(part, place)


def _find_plugin(root: yaml.Node | None, at: str = "") -> yaml.Node | None:
    """Return the settings of the plugin."""
    for place, _, part in _list_parts(root, at):
        if place == _PLUGIN:
            return part
        if _PLUGIN.startswith(place) and (found := _find_plugin(part, place)):
            return found
    return None


def _find(node: yaml.Node, at: str, skipped: tuple[str, ...], text: str) -> list[Change] | None:
    """Return the changes of a setting, or None if it is to be removed."""
    row = {} if at.startswith(skipped) else _SETTINGS.get(at, {})
    value = dict(_walk(node)).get("path", getattr(node, "value", ""))
    if row and value in row.get("was", [value]):
        return [_replace(node, row["becomes"], at)] if "becomes" in row else None
    parts = _list_parts(node, at)
    found = [_find(part, place, skipped, text) for place, _, part in parts]
    if isinstance(node, yaml.SequenceNode) and parts and all(one is None for one in found):
        return None
    all_changes = []
    for (place, key, part), changes in zip(parts, found, strict=True):
        if place in _KEYS:
            all_changes.append(_replace(key, _KEYS[place], place))
        all_changes += _remove(key, part, place, text) if changes is None else changes
    return all_changes


def _replace(node: yaml.Node, new: str, at: str) -> Change:
    start, end = node.start_mark, node.end_mark
    return Change(start.index, end.index, new, start.line + 1, f"{at}: write “{new}”")


def _remove(key: yaml.Node, part: yaml.Node, at: str, text: str) -> list[Change]:
    """Return the removal of the lines of a setting; none if it shares its line with others."""
    start = text.rfind("\n", 0, key.start_mark.index) + 1
    if text[start : key.start_mark.index].strip(" -"):
        return []
    last = part
    while parts := [] if getattr(last, "flow_style", True) else _list_parts(last, ""):
        last = parts[-1][-1]
    end = text.find("\n", last.end_mark.index) + 1 or len(text)
    value = getattr(part, "value", "")
    told = f" ({value})" if isinstance(value, str) and value else ""
    return [Change(start, end, "", key.start_mark.line + 1, f"remove {at}{told}")]
