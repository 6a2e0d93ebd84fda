"""Archives of earlier versions: parts of mkdocs.yml and docs/ with another meaning now.

The rows of earlier_settings.toml list them. Format 1 is that of the program's versions 0.1; from
format 2 on, `format` in mkdocs.yml is the version of all that an archive keeps: settings,
corrections, ledgers and history.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.text.pattern_table import read_table

FORMAT = 2
"""The version of archives that this program writes and reads; older ones are upgraded to it."""
_TABLE = read_table(__package__, "earlier_settings.toml")
_SETTINGS = {row["at"]: row for row in _TABLE["settings"]}
_PLUGIN = "plugins.orders-archive"


class Change(NamedTuple):
    """A change of a line of mkdocs.yml, which becomes `new`; `what` is a sentence for people."""

    line: int
    new: str
    what: str


class _Setting(NamedTuple):
    line: int
    indent: int
    is_item: bool  # of a list
    at: str  # "theme.palette"; an item of a list has the place of the list
    value: str


def find_changes(text: str) -> list[Change]:
    """Return the changes that the text of a mkdocs.yml needs, from its top to its end."""
    settings = list(_read_settings(text))
    old_theme = any((one.at, one.value) == ("theme.name", "material") for one in settings)
    lines = text.splitlines(keepends=True)
    changes: dict[int, Change] = {}
    removed: _Setting | None = None
    for one in settings:
        row = _SETTINGS.get(one.at, {"was": ()})
        if removed and one.indent + (one.is_item and not removed.is_item) > removed.indent:
            changes[one.line] = Change(one.line, "", "")
            continue
        removed = None
        if one.at.startswith(f"{_PLUGIN}.private_data"):
            for kind, new in _TABLE["private_data"].items():
                if f"{kind}:" in lines[one.line]:
                    line = lines[one.line].replace(f"{kind}:", f"{new}:")
                    changes[one.line] = Change(one.line, line, f"write “{new}”, not “{kind}”")
        elif one.value in row.get("was", [one.value]) and (
            old_theme or not one.at.startswith("theme.")
        ):
            new = row.get("becomes", "")
            line = lines[one.line].replace(one.value, new) if new else ""
            what = (
                f"{one.at}: write “{new}”"
                if new
                else f"remove {one.at} ({one.value})".replace(" ()", "")
            )
            changes[one.line] = Change(one.line, line, what)
            removed = None if new else one
    for one in settings:  # lists that are empty now
        below = (each for each in settings if f"{each.at}.".startswith(f"{one.at}."))
        items = [each.line for each in below if each != one]
        if (
            "." not in one.at + one.value
            and items
            and not any(changes.get(line, Change(0, "kept", "")).new for line in items)
        ):
            changes[one.line] = Change(one.line, "", f"remove {one.at}")
    return [changes[line] for line in sorted(changes)]


def upgrade_text(text: str) -> str:
    """Return the text of a mkdocs.yml for this version, with the number of its format.

    All other lines, and comments, are as they were.
    """
    lines = text.splitlines(keepends=True)
    for change in find_changes(text):
        lines[change.line] = change.new
    own = [one for one in _read_settings("".join(lines)) if one.at.startswith(f"{_PLUGIN}.")]
    if own and own[0].at != f"{_PLUGIN}.format":
        kept = [line for line in lines if line]
        kept.insert(own[0].line, f"{' ' * own[0].indent}format: {FORMAT}\n")
        return "".join(kept)
    return "".join(lines)


def list_old_files(docs: Path) -> list[str]:
    """Return the files and folders that earlier versions wrote below `docs`, by their paths there.

    Empty without the list that builds of format 1 wrote: the files there are then the owner's.
    """
    try:
        listing = (docs / _TABLE["files"]["list"]).read_text(encoding="utf-8")
        bundles = json.loads(listing)["bundles"].values()
        written = {str(name) for _, names in bundles for name in names}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []
    named = [one for one in written if not one.startswith("/") and ".." not in one.split("/")]
    return sorted(one for one in {*named, *_TABLE["files"]["others"]} if (docs / one).exists())


def _read_settings(text: str) -> Iterator[_Setting]:
    """Yield the settings of a text, a line each, as far as each has a line of its own."""
    above: list[tuple[int, str]] = []
    for number, line in enumerate(text.splitlines()):
        words = line.lstrip(" -")
        said = f"{words} ".partition(" #")[0].strip()
        if not said or said.startswith("#"):
            continue
        column, indent = len(line) - len(words), len(line) - len(line.lstrip(" "))
        key, colon, value = f"{said} ".partition(": ")
        while above and above[-1][0] >= column:
            above.pop()
        if colon:
            above.append((column, key))
        at = ".".join(name for _, name in above)
        yield _Setting(
            number, indent, column > indent, at, (value if colon else said).strip(" '\"")
        )
