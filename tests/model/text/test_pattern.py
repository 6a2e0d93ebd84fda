"""Patterns keep what they promise: each is asked of its own examples."""

import ast
import re
from pathlib import Path

import pytest

from build_scripts.model.text.pattern import Pattern
from tests.model.text.listed_patterns import list_patterns
from tests.model.text.required_words import finds_only_with
from tests.shared import ROOT

PACKAGE = ROOT / "build_scripts"
# Made when they are needed, of names or labels of the order at hand, or of a table with its tests.
MADE_LATER = {
    "citing/record_names.py",
    "citing/references.py",
    "cleaning/footnote_marks.py",
    "cleaning/footnote_labels.py",
    "search/recognised.py",
}


def test_a_pattern_accepts_and_refuses_its_examples() -> None:
    wrong = [
        (place, text)
        for place, pattern in list_patterns().items()
        for accepted, texts in ((True, pattern.accepts), (False, pattern.refuses))
        for text in texts
        if bool(getattr(pattern, pattern.by)(text)) is not accepted
    ]
    assert wrong == []


def test_a_pattern_finds_nothing_without_the_words_that_it_needs() -> None:
    asking = {place: each for place, each in list_patterns().items() if each.needs}
    assert [place for place, each in asking.items() if not finds_only_with(each)] == []
    assert len(asking) > 30
    assert not finds_only_with(Pattern(r"motions?|orders?", needs=["motion"]))
    assert Pattern(r"motions?", re.IGNORECASE, needs=["motion"]).search("A MOTION")
    assert [*Pattern(r"motions?", needs=["motion"]).finditer("an order")] == []


def test_every_pattern_has_examples_of_both_sorts() -> None:
    lacking = [
        place
        for place, pattern in list_patterns().items()
        if not (pattern.accepts and pattern.refuses)
    ]
    assert lacking == []


def test_patterns_are_all_listed() -> None:
    """Nothing is compiled when a module is loaded: it would stand in no list, without examples."""
    compiled = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.name != "pattern.py" and "re.compile" in path.read_text("utf-8")
    }
    assert compiled == MADE_LATER
    for name in sorted(MADE_LATER):
        assert _compiled_on_loading(PACKAGE / name) == []
    assert len(list_patterns()) > 650


def _compiled_on_loading(path: Path) -> list[int]:
    """The lines of calls of `re.compile` outside functions."""
    tree = ast.parse(path.read_text("utf-8"))
    outside = [node for node in tree.body if not isinstance(node, ast.FunctionDef)]
    return [
        node.lineno
        for statement in outside
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]


def test_a_pattern_is_compiled_once_and_asked_as_re_asks() -> None:
    pattern = Pattern(r"(?P<digit>\d)x", re.IGNORECASE, accepts=["1X"], refuses=["x"])
    found = pattern.search("a1X2x")
    assert found is not None
    assert found["digit"] == "1"
    assert pattern.search.__self__ is pattern.sub.__self__  # type: ignore[attr-defined]
    assert pattern.sub("-", "a1X2x") == "a--"
    assert pattern.split("a1Xb", maxsplit=1) == ["a", "1", "b"]
    assert pattern.fullmatch("1x")
    assert not pattern.match("a1x")
    with pytest.raises(AttributeError):
        pattern.nothing  # noqa: B018
