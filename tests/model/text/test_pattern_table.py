"""Tables of patterns beside the code: how a row is read, and that code asks for every name."""

import re
import tomllib
from inspect import getsource
from pathlib import Path

import pytest

from build_scripts.model.text import pattern_table
from build_scripts.model.text.pattern_table import Patterns, read_patterns, read_rows, read_table
from tests.model.text.listed_patterns import list_modules, list_patterns
from tests.shared import ROOT

PACKAGE = ROOT / "build_scripts"
TABLE = """\
[words]
number = ["no\\\\.", '\\s\\d+']

[CASE]
pattern = 'case\\s{{number}}'
accepts = ["CASE No. 5"]
refuses = ["case"]

[PRINTED]
pattern = '''
  Case | {{more}}
'''
cased = true
by = "match"
accepts = ["Case"]
refuses = ["case"]

[sign."it is filed"]
kind = "an order"
pattern = '^filed$'
flags = "m"
times = 2
accepts = ["so\\nfiled"]
refuses = ["filed May 3"]

[[short]]
kind = "Co."
pattern = '\\bCompany\\b'
accepts = ["Company"]
refuses = ["Companies"]
"""


@pytest.fixture(name="_table")
def _put_table(monkeypatch: pytest.MonkeyPatch) -> None:
    read_table.cache_clear()
    monkeypatch.setattr(pattern_table, "read_table", lambda *_: tomllib.loads(TABLE))


@pytest.mark.usefixtures("_table")
def test_rows_of_a_table_are_patterns() -> None:
    patterns = read_patterns("law", "a.toml", more="Matter")
    assert list(patterns) == ["CASE", "PRINTED"]
    assert patterns["CASE"].search("Case No. 12")
    assert patterns["CASE"].accepts == ("CASE No. 5",)
    assert patterns["PRINTED"].flags == re.VERBOSE
    assert patterns["PRINTED"].match("Matter")
    assert patterns["PRINTED"].by == "match"
    assert patterns.CASE is patterns["CASE"]
    with pytest.raises(AttributeError, match="no pattern CASES"):
        _ = patterns.CASES


@pytest.mark.usefixtures("_table")
def test_a_section_has_rows_with_names_or_without() -> None:
    [sign] = read_rows("law", "a.toml", "sign")
    assert (sign.name, sign.kind, sign.times) == ("it is filed", "an order", 2)
    assert sign.pattern.search("so\nfiled")
    [short] = read_rows("law", "a.toml", "short")
    assert (short.name, short.kind, short.times) == ("", "Co.", 1)


def test_code_asks_for_every_name_of_a_table() -> None:
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    asked = set(re.findall(r"\b[A-Z][A-Z_]+\b", code))
    assert [
        f"{path.name}: {name}" for path in _list_tables() for name in _list_names(path) - asked
    ] == []


def test_code_asks_for_no_name_that_its_table_lacks() -> None:
    tables = [
        (module, variable, table)
        for module in list_modules()
        for variable, table in vars(module).items()
        if isinstance(table, Patterns)
    ]
    assert len(tables) > 60
    assert [
        f"{module.__name__}: {name}"
        for module, variable, table in tables
        for name in re.findall(rf'\b{variable}(?:\.|\[")([A-Z_0-9]+)\b', getsource(module))
        if name not in table
    ] == []


def test_every_word_of_a_pattern_is_filled_in() -> None:
    assert [place for place, each in list_patterns().items() if "{{" in str(each.expression)] == []


def _list_tables() -> list[Path]:
    tables = sorted(
        path for path in PACKAGE.rglob("*.toml") if "\npattern = " in path.read_text("utf-8")
    )
    assert len(tables) > 30
    return tables


def _list_names(path: Path) -> set[str]:
    rows = tomllib.loads(path.read_text("utf-8")).items()
    return {name for name, row in rows if name.isupper() and isinstance(row, dict)}
