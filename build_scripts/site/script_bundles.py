"""Scripts of many modules as one file each: a reader's browser requests one, not thirty. These and
style sheets are served without comments and indents, which only developers read.

Modules stay as they were written. Each becomes a function that returns its exports.
"""

import json
from collections.abc import Callable
from functools import cache
from posixpath import dirname, join, normpath

from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.pages.script_words import MODULES, write_script_words
from build_scripts.search.published import list_forms

BUNDLES = (
    "assets/javascripts/search/page.js",
    "assets/javascripts/search/check.js",
    "assets/javascripts/search/worker.js",
)
"""Modules that are served with all that they import."""

OF_BUNDLES = ("assets/javascripts/search/", "assets/search/")
"""Folders of modules that only bundles import."""

OF_PROGRAMS = ("assets/javascripts/search/command.js", "assets/javascripts/search/host.js")
"""Modules that only `orders search` and the assistant run."""

FORMS_MODULE = "assets/javascripts/search/query/forms.js"
_NO_FORMS = "export const FORMS = null;"

_PATTERNS = read_patterns(__package__, "script_bundles.toml")


def write_bundle(entry: str, read: Callable[[str], str]) -> str:
    """Return the module at `entry` with all that it imports, the words of the current language and
    what searches recognise; `read` returns a module without these, shrunk or as it was written.

    Raises ValueError if a module has no place for these.
    """

    def prepare(path: str) -> str:
        text = read(path)
        if path in MODULES:
            text = write_script_words(path, text)
        if path == FORMS_MODULE:
            if _NO_FORMS not in text:
                raise ValueError(f"{path} has no line {_NO_FORMS}")
            table = json.dumps(list_forms(), ensure_ascii=False, separators=(",", ":"))
            text = text.replace(_NO_FORMS, f"export const FORMS = {table};")
        return shrink(path, text) if path.startswith("assets/javascripts/") else text

    return bundle(entry, prepare)


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """Return the module at `entry` with all that it imports; `read` returns a module's text."""
    made: dict[str, tuple[str, list[str]]] = {}
    parts: list[str] = []

    def add(path: str) -> str:
        """Write a module, after those that it imports; return the name of its exports."""
        if path not in made:
            text, exported = _rewrite(read(path), lambda other: add(_resolve(path, other)))
            name, given = f"$module{len(made)}", ", ".join(exported)
            made[path] = name, exported
            parts.append(f"const {name} = (() => {{\n{text}\nreturn {{ {given} }};\n}})();\n")
        return made[path][0]

    whole = add(entry)
    exports = [one.split(":")[0] for one in made[entry][1]]
    if exports:
        parts.append(
            f"const {{ {', '.join(f'{one}: $own_{one}' for one in exports)} }} = {whole};\n"
        )
        parts.append(f"export {{ {', '.join(f'$own_{one} as {one}' for one in exports)} }};\n")
    return "".join(parts)


def _resolve(path: str, other: str) -> str:
    return normpath(join(dirname(path), other))


def _rewrite(text: str, name: Callable[[str], str]) -> tuple[str, list[str]]:
    """Return a module's text without imports and exports, and its exports: "outside: inside"."""
    exported: list[str] = []
    taken: list[str] = []
    imports, own, body = _part_module(text)
    for kind, listed, other in imports:
        pairs = [_part(one) for one in listed.split(",") if one.strip()]
        module = name(other)
        if kind == "import":
            taken.append(f"const {{ {', '.join(f'{a}: {b}' for a, b in pairs)} }} = {module};")
        else:
            exported += [f"{outside}: {module}.{inside}" for inside, outside in pairs]
    return "\n".join([*taken, body]), exported + own


@cache
def _part_module(text: str) -> tuple[list[tuple[str, str, str]], list[str], str]:
    """Return a module's imports, what it exports of its own, and the rest of its text."""
    imports = _PATTERNS.IMPORT.findall(text)
    body = _PATTERNS.IMPORT.sub("", text)
    exported: list[str] = []
    for listed in _PATTERNS.LISTED.findall(body):
        pairs = [_part(one) for one in listed.split(",") if one.strip()]
        exported += [f"{outside}: {inside}" for inside, outside in pairs]
    exported += [f"{one}: {one}" for one in _PATTERNS.NAMED.findall(body)]
    return imports, exported, _PATTERNS.NAMED.sub("", _PATTERNS.LISTED.sub("", body)).strip()


def _part(printed: str) -> tuple[str, str]:
    """Return (a, b) for `a as b`, and (a, a) for `a`."""
    first, _, second = printed.strip().partition(" as ")
    return first, second or first


def shrink(path: str, text: str) -> str:
    """Return the text of the style sheet or script at `path`, shorter and of the same meaning.

    No text within a script may run over lines.
    """
    comment = _PATTERNS.STYLE_COMMENT if path.endswith(".css") else _PATTERNS.SCRIPT_COMMENT
    return _PATTERNS.INDENT.sub("", comment.sub("", text)).lstrip("\n")
