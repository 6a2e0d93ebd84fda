"""A copy of the program without an extension: the rest imports and helps; without all, it builds."""

import ast
import importlib
import inspect
import pkgutil
import re
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from mkdocs.config.defaults import MkDocsConfig

from build_scripts import api
from build_scripts.__main__ import COMMANDS
from build_scripts.cli.registry import list_extension_commands, list_extensions
from tests.commands import run, succeed
from tests.shared import ORDERS, ROOT, begin_project

PACKAGE = ROOT / "build_scripts"
EXTENSIONS = PACKAGE / "extensions"


def _import_and_run(copies: Path, command: str) -> NoReturn:
    """Import the program that is in `copies`, all of it to build, and run commands in its process.

    What others made, MkDocs and the like, stays loaded; nothing of the whole program does.
    """
    for name in [one for one in sys.modules if one.partition(".")[0] == PACKAGE.name]:
        del sys.modules[name]
    plugins = dict(MkDocsConfig._schema)["plugins"]
    plugins.plugin_cache.clear()  # of tests that built in this process
    sys.path.insert(0, str(copies))
    package = importlib.import_module(PACKAGE.name)
    print(package.__file__)
    program = importlib.import_module(f"{PACKAGE.name}.__main__")
    if command != "--help":
        for one in pkgutil.walk_packages(package.__path__, f"{PACKAGE.name}."):
            importlib.import_module(one.name)
    sys.argv[1:] = command.split()
    program.main()
    sys.exit()


@pytest.mark.build
@pytest.mark.parametrize("removed", [*list_extensions(), "all of them"])
def test_without_an_extension_the_others_commands_are_there(tmp_path: Path, removed: str) -> None:
    """That nothing imports an extension, nor one another, is a contract of `lint-imports`."""
    shutil.copytree(PACKAGE, tmp_path / "build_scripts")
    copied = tmp_path / "build_scripts" / "extensions"
    shutil.rmtree(copied if removed == "all of them" else copied / removed)
    ended = succeed(prepare=partial(_import_and_run, tmp_path, "--help"))

    place, *helped = ended.stdout.splitlines()
    assert Path(place).is_relative_to(tmp_path)
    listed = {line.split()[0] for line in helped if line.startswith("  ")}
    gone = {
        name
        for name, (package, _) in list_extension_commands().items()
        if removed in (package.split(".")[2], "all of them")
    }
    assert gone
    assert listed & set(COMMANDS) == set(COMMANDS) - gone


@pytest.mark.build
def test_without_extensions_the_same_site_is_built(tmp_path: Path) -> None:
    home = begin_project(tmp_path / "archive")
    shutil.copytree(ORDERS / "azd", home / "orders/azd")
    shutil.copytree(PACKAGE, tmp_path / "build_scripts")
    shutil.rmtree(tmp_path / "build_scripts/extensions")
    sums = set()
    for prepare in (lambda: None, partial(_import_and_run, tmp_path, "build --quiet")):
        ended = run("build", "--quiet", cwd=home, prepare=prepare)
        assert ended.returncode in (0, 9), ended.stderr  # 9: without orders that are held back
        sums.add((home / "site/SHA256SUMS").read_bytes())
        shutil.rmtree(home / "site")
    assert len(sums) == 1


def test_extensions_import_the_api_and_their_own_folder_alone() -> None:
    files = sorted(EXTENSIONS.rglob("*.py"))
    assert len(files) > 50
    assert [found for file in files for found in _list_imports_of_others(file)] == []


def _list_imports_of_others(file: Path) -> Iterator[str]:
    """What a file of an extension imports of the program besides the API and its own folder."""
    own = f"build_scripts.extensions.{file.relative_to(EXTENSIONS).parts[0]}"
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("build_scripts"):
            is_api = node.module == "build_scripts" and [one.name for one in node.names] == ["api"]
            if not is_api and not f"{node.module}.".startswith(f"{own}."):
                yield f"{file}:{node.lineno}"
        elif isinstance(node, ast.Import) and "build_scripts" in ast.unparse(node):
            yield f"{file}:{node.lineno}"


def _list_imported(text: str, start: str) -> list[ast.alias]:
    nodes = ast.walk(ast.parse(text))
    found = (one for one in nodes if isinstance(one, ast.ImportFrom))
    return [name for one in found if (one.module or "").startswith(start) for name in one.names]


def test_every_name_of_the_api_is_documented_and_used() -> None:
    """It imports nothing but what extensions and its own functions use."""
    files = (file.read_text(encoding="utf-8") for file in EXTENSIONS.rglob("*.py"))
    nodes = (node for text in files for node in ast.walk(ast.parse(text)))
    found = (node for node in nodes if isinstance(node, ast.Attribute))
    used = {node.attr for node in found if ast.unparse(node.value) == "api"}
    for name in used:
        value = getattr(api, name)
        if inspect.isfunction(value) or inspect.isclass(value):
            assert value.__doc__, name
    source = inspect.getsource(api)
    body = source[source.index("\n\n\ndef ") :]
    for one in _list_imported(source, "build_scripts"):
        name = one.asname or one.name
        assert name in used or re.search(rf"\b{name}\b", body), f"nothing uses {name}"
