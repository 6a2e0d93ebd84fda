"""What readers and owners read is written in US English, and says no more than is known.

An archive of another court reads an order's silence as the court's: where the program found no
judge, the words say that none was identified, and never that the order names none.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from build_scripts.pages.i18n import read_english
from tests.shared import ROOT
from tests.tables import each_row

# A short list, of what British hands write first.
_BRITISH = re.compile(
    r"""
    recognis | organis(?:e|a) | normalis | summaris | capitalis | authoris | categoris | utilis
    | \bcolour | behaviour | favour | neighbour | honour | labour\b
    | \blicence | defence\b | offence\b | \bcentre | \bcatalogu(?:e|ing)\b | \bgrey\b | judgement
    | labelled | cancelled | travelled | \bper\scent\b | \d\s% | \}\s% | social-security\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"order states no|not stated|every ruling of the orders|perhaps no orders?\b", re.IGNORECASE
)
# Names of files, folders and fields that keep theirs, and the site's own classes.
_NAMES = re.compile(r"recognised\.(?:json|py|js)(?:\.gz)?|\bcatalogue/|\.?centred|aria-labelledby")
_DOCUMENTS = [
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "build_scripts/pages/theme").rglob("*.html")),
    *sorted(path for path in (ROOT / ".github/template").rglob("*.*") if path.is_file()),
    *sorted((ROOT / "build_scripts/cli/new_archive/hosts").iterdir()),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")),
    *(ROOT / name for name in ("orders/README.md", "mkdocs.yml")),
]


def list_messages() -> Iterator[tuple[str, str]]:
    for key, message in read_english().messages.items():
        forms = (message,) if isinstance(message, str) else message.values()
        yield from ((key, form) for form in forms)


@cache
def list_program_words() -> tuple[tuple[str, str], ...]:
    """Sentences that commands print: texts of the sources with two words or more, and --help.

    Patterns read what courts write, in any spelling, and are no words of the program.
    """
    words = []
    for path in sorted((ROOT / "build_scripts").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        silent = set(_list_silent(tree))
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
                continue
            if id(node) not in silent and " " in node.value.strip():
                words.append((f"{path.relative_to(ROOT)}:{node.lineno}", node.value))
    return tuple(words)


def _list_silent(tree: ast.Module) -> Iterator[int]:
    """Docstrings that no command shows, and the parts of patterns."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Pattern":
            yield from (id(one) for one in ast.walk(node) if isinstance(one, ast.Constant))
        body = getattr(node, "body", None)
        if not isinstance(body, list):
            continue
        decorators = " ".join(map(ast.unparse, getattr(node, "decorator_list", ())))
        if re.search(r"\.(?:command|group)\(", decorators):
            continue
        yield from (
            id(one.value)
            for one in body
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
        )


def find(pattern: re.Pattern[str], text: str) -> list[str]:
    return [match[0] for match in pattern.finditer(_NAMES.sub("", text))]


@pytest.mark.parametrize("pattern", [_BRITISH, _UNTRUE], ids=["spelling", "untrue"])
def test_messages_and_program_words(pattern: re.Pattern[str]) -> None:
    words = [*list_messages(), *list_program_words()]
    assert len(words) > 1500
    assert not {place: found for place, text in words if (found := find(pattern, text))}


def test_documents() -> None:
    texts = ((path, path.read_text("utf-8")) for path in _DOCUMENTS)
    assert not {path: found for path, text in texts if (found := find(_BRITISH, text))}


@each_row()
def test_what_is_taken_for_british(text: str, is_wrong: bool) -> None:
    assert bool(find(_BRITISH, text)) is is_wrong
