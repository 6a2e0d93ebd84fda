"""A copy of the program without an extension: all the rest imports, helps and builds as before."""

import ast
import importlib
import inspect
import pkgutil
import re
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import NoReturn

import pytest
from mkdocs.config.defaults import MkDocsConfig

from build_scripts import api
from build_scripts.__main__ import COMMANDS
from build_scripts.cli.registry import list_extension_commands, list_extensions
from tests.commands import run
from tests.shared import ORDERS, ROOT, copy_one_page

PACKAGE = ROOT / "build_scripts"
EXTENSIONS = PACKAGE / "extensions"


def _import_help_build(copies: Path) -> NoReturn:
    """Import all of the program that is in `copies`, print its help and build, in its process.

    What others made, MkDocs and the like, stays loaded; nothing of the whole program does.
    """
    for name in [one for one in sys.modules if one.partition(".")[0] == PACKAGE.name]:
        del sys.modules[name]
    plugins = dict(MkDocsConfig._schema)["plugins"]
    plugins.plugin_cache.clear()  # of tests that built in this process
    sys.path.insert(0, str(copies))
    package = importlib.import_module(PACKAGE.name)
    found = pkgutil.walk_packages(package.__path__, f"{PACKAGE.name}.")
    names = [one.name for one in found if one.name != f"{PACKAGE.name}.__main__"]
    for name in names:
        importlib.import_module(name)
    print(package.__file__, *names)
    program = importlib.import_module(f"{PACKAGE.name}.__main__")
    for arguments in (["--help"], ["build", "--quiet"]):
        sys.argv[1:] = arguments
        program.main()
    sys.exit()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of a court's specimens, built by the whole program."""
    home = tmp_path_factory.mktemp("archive")
    shutil.copy(ROOT / "mkdocs.yml", home)
    copy_one_page(home / "docs")
    shutil.copytree(ORDERS / "azd", home / "orders/azd")
    ended = run("build", "--quiet", cwd=home)
    assert ended.returncode in (0, 9), ended.stderr  # 9: built, without orders that are held back
    return home


@pytest.mark.build
@pytest.mark.parametrize("removed", [*list_extensions(), "all of them"])
def test_without_an_extension_the_rest_builds_the_same_site(
    archive: Path, tmp_path: Path, removed: str
) -> None:
    shutil.copytree(PACKAGE, tmp_path / "build_scripts")
    copied = tmp_path / "build_scripts" / "extensions"
    shutil.rmtree(copied if removed == "all of them" else copied / removed)

    sums = archive / "site" / "SHA256SUMS"
    before = sums.read_bytes()
    shutil.rmtree(archive / "site")
    ended = run(cwd=archive, prepare=partial(_import_help_build, tmp_path))
    assert ended.returncode in (0, 9), ended.stderr
    assert sums.read_bytes() == before

    imported, *helped = ended.stdout.splitlines()
    place, *modules = imported.split()
    assert Path(place).is_relative_to(tmp_path)
    kept = {one for one in list_extensions() if removed not in (one, "all of them")}
    parts = [one.split(".") for one in modules]
    assert {one[2] for one in parts if len(one) > 2 and one[1] == "extensions"} == kept

    listed = {line.split()[0] for line in helped if line.startswith("  ")}
    gone = {
        name
        for name, (package, _) in list_extension_commands().items()
        if removed in (package.split(".")[2], "all of them")
    }
    assert gone
    assert listed & set(COMMANDS) == set(COMMANDS) - gone


@pytest.mark.parametrize(
    "file", sorted(EXTENSIONS.rglob("*.py")), ids=lambda file: str(file.relative_to(EXTENSIONS))
)
def test_extensions_import_the_api_and_their_own_folder_alone(file: Path) -> None:
    own = f"build_scripts.extensions.{file.relative_to(EXTENSIONS).parts[0]}"
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("build_scripts"):
            is_api = node.module == "build_scripts" and [one.name for one in node.names] == ["api"]
            assert is_api or f"{node.module}.".startswith(f"{own}.")
        elif isinstance(node, ast.Import):
            assert not any(one.name.startswith("build_scripts") for one in node.names)


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
