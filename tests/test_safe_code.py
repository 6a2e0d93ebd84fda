"""The package never runs what it reads: no eval, no pickle, no shell, no YAML that makes objects."""

import ast
from pathlib import Path

import pytest

from tests.shared import ROOT
from tests.tables import each_row

pytestmark = pytest.mark.slow

RUNS_DATA = frozenset({"eval", "exec", "compile", "__import__", "system", "popen", "literal_eval"})
UNPICKLES = frozenset({"pickle", "marshal", "shelve", "dill", "cloudpickle", "jsonpickle"})
SAFE_LOADERS = frozenset({"SafeLoader", "CSafeLoader", "_Loader"})
MAKES_OBJECTS = frozenset({"full_load", "unsafe_load", "UnsafeLoader", "FullLoader", "Loader"})


def find_dangers(source: str) -> list[str]:
    """What of a file's code would run, or make objects of, what it reads."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name.split(".")[0] for alias in node.names}
            module = (getattr(node, "module", None) or "").split(".")[0]
            found += [f"import {name}" for name in (names | {module}) & UNPICKLES]
        elif isinstance(node, ast.Attribute) and node.attr in MAKES_OBJECTS:
            found.append(node.attr)
        elif isinstance(node, ast.Call):
            found += _find_in_call(node)
    return found


def _find_in_call(node: ast.Call) -> list[str]:
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    owner = getattr(getattr(node.func, "value", None), "id", "")
    given = {keyword.arg: keyword.value for keyword in node.keywords}
    found = []
    if name in RUNS_DATA and owner != "re":
        found.append(f"{name}()")
    if owner == "yaml" and name == "load":
        loader = given.get("Loader") or (node.args[1] if len(node.args) > 1 else None)
        if getattr(loader, "id", getattr(loader, "attr", "")) not in SAFE_LOADERS:
            found.append("yaml.load()")
    if owner in UNPICKLES and name in {"load", "loads", "Unpickler"}:
        found.append(f"{owner}.{name}()")
    shell = given.get("shell")
    if shell is not None and not (isinstance(shell, ast.Constant) and shell.value is False):
        found.append("shell=True")
    return found


@each_row()
def test_the_check_sees_each_danger(source: str) -> None:
    assert find_dangers(source)


def test_the_check_lets_safe_code_pass() -> None:
    safe = "re.compile(x)\nyaml.load(x, Loader=yaml.SafeLoader)\nyaml.safe_load(x)\nrun([x], shell=False)"
    assert find_dangers(safe) == []


def test_the_package_runs_nothing_that_it_reads() -> None:
    files = sorted((ROOT / "build_scripts").rglob("*.py"))
    assert len(files) > 200
    found = {
        Path(path).relative_to(ROOT).as_posix(): dangers
        for path in files
        if (dangers := find_dangers(path.read_text(encoding="utf-8")))
    }
    # V8 runs the program's own script once; what is asked is handed to its functions.
    assert found == {"build_scripts/site/search_engine.py": ["eval()"]}
