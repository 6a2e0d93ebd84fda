"""Code, templates and scripts ask for messages that there are, with their places, and for all."""

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

from build_scripts.model.archive import AuthorityKind, Facet, LinkTarget
from build_scripts.model.clean_order import PageNumbers, PartKind, RemovalReason
from build_scripts.model.description import (
    JudgeRole,
    MotionKind,
    OrderType,
    Outcome,
    PartyRole,
    Qualifier,
)
from build_scripts.model.history import EventKind
from build_scripts.model.redaction import HIDDEN, PASSAGE
from build_scripts.model.source_text import SourceFormat
from build_scripts.model.subsequent_history import HistoryKind
from build_scripts.model.withholding import PrivateKind, WithheldPart
from build_scripts.pages.i18n import read_english
from build_scripts.pages.i18n.messages import CHOOSES, list_places
from build_scripts.pages.script_words import MODULES
from tests.shared import ROOT

MESSAGES = read_english().messages
SECTIONS = {key.partition(".")[0] for key in MESSAGES}

# Sections whose names are the values of a controlled vocabulary, asked for by `term`.


class _OtherReason(StrEnum):
    """Why words left that are of no kind of private data."""

    PASSAGE = PASSAGE
    HIDDEN = HIDDEN


VOCABULARIES = {
    "order_types": OrderType,
    "outcomes": Outcome,
    "done_by": HistoryKind,
    "does": HistoryKind,
    "qualifiers": Qualifier,
    "motions": MotionKind,
    "party_roles": PartyRole,
    "judge_roles": JudgeRole,
    "parts": PartKind,
    "removals": RemovalReason,
    "page_numbers": PageNumbers,
    "targets": LinkTarget,
    "authority_kinds": AuthorityKind,
    "facets": Facet,
    "facet": Facet,
    "events": EventKind,
    "source_kinds": SourceFormat,
    "withheld_parts": WithheldPart,
    "private": [*PrivateKind, *_OtherReason],
}
NUMBERED = ("months", "short_months")
# Asked for by a name that the code has: of a field, a facet, a column.
BY_NAME = {
    "browse",
    "columns",
    "corrections",
    "covered",
    "fields",
    "footer",
    "review_columns",
    "unstated",
    "withheld",
}

# accepted: t("home.title" · sayWith('page.feeds' · "facets." is none
_ASKED = re.compile(r"""["'](?P<key>[a-z_]+\.[a-z0-9_]+)["']""")
_CALL = re.compile(r"""\bsay(?:With)?\(\s*["'](?P<key>[a-z_.]+)["'](?P<rest>\)|,\s*\{)?""")


def list_python() -> list[Path]:
    return sorted((ROOT / "build_scripts").rglob("*.py"))


def list_templates() -> list[Path]:
    folders = ("build_scripts/pages/theme", "build_scripts/extensions")
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.html"))]


def list_scripts() -> list[Path]:
    return sorted((ROOT / "build_scripts/pages/theme/assets/javascripts").rglob("*.js"))


def list_calls(path: Path) -> Iterator[ast.Call]:
    text = path.read_text("utf-8")
    if "from build_scripts.pages.i18n import" not in text:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node


@cache
def list_constants(path: Path) -> tuple[str, ...]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    constants = (node.value for node in nodes if isinstance(node, ast.Constant))
    return tuple(value for value in constants if isinstance(value, str))


def list_asked() -> dict[str, str]:
    """Every text of the sources that looks like the name of a message, and where it stands."""
    asked = {}
    for path in list_python():
        asked |= {text: path.name for text in list_constants(path) if text in MESSAGES}
    for path in (*list_templates(), *list_scripts()):
        found = _ASKED.findall(path.read_text("utf-8"))
        asked |= {key: path.name for key in found if key.partition(".")[0] in SECTIONS}
    return asked


def test_every_message_asked_for_is_there() -> None:
    for path in list_python():
        for call in list_calls(path):
            named = call.func.id if isinstance(call.func, ast.Name) else ""
            first = call.args[0] if call.args else None
            if isinstance(first, ast.Constant) and named == "t":
                assert first.value in MESSAGES, f"{path.name}:{call.lineno}"
            if isinstance(first, ast.Constant) and named == "term":
                assert first.value in SECTIONS, f"{path.name}:{call.lineno}"
    for path in (*list_templates(), *list_scripts()):
        for match in _CALL.finditer(path.read_text("utf-8")):
            assert match["key"] in MESSAGES or match["key"].endswith("."), path.name
    missing = {key: place for key, place in list_asked().items() if key not in MESSAGES}
    assert not {key for key in missing if not key.endswith((".js", ".json", ".md", ".html"))}


def test_no_message_is_unused() -> None:
    asked = list_asked()
    known = {*VOCABULARIES, *NUMBERED, *BY_NAME, "numbers"}
    unused = [key for key in MESSAGES if key not in asked and key.partition(".")[0] not in known]
    assert not unused


def test_every_vocabulary_has_its_terms_and_no_others() -> None:
    for section, terms in VOCABULARIES.items():
        named = {key.partition(".")[2] for key in MESSAGES if key.startswith(f"{section}.")}
        assert named == {term.value for term in terms}, section
    for section in NUMBERED:
        named = {key.partition(".")[2] for key in MESSAGES if key.startswith(f"{section}.")}
        assert named == {str(number) for number in range(1, 13)}


def list_values(path: Path) -> Iterator[tuple[int, str, set[str]]]:
    """The line, the message and the named values of each call that says plainly what it asks for."""
    if path.suffix == ".py":
        for call in list_calls(path):
            first = call.args[0] if call.args else None
            if not (isinstance(call.func, ast.Name) and call.func.id == "t"):
                continue
            if isinstance(first, ast.Constant) and all(one.arg for one in call.keywords):
                yield call.lineno, str(first.value), {one.arg or "" for one in call.keywords}
        return
    tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
    for asked in tree.find_all(nodes.Call):
        named = getattr(asked.node, "attr", getattr(asked.node, "name", ""))
        first = asked.args[0] if asked.args else None
        if named != "t" or not isinstance(first, nodes.Const):
            continue
        if first.value in MESSAGES:  # "lang.t" is the theme's own
            yield asked.lineno, first.value, {one.key for one in asked.kwargs}


def test_calls_give_each_place_a_value() -> None:
    checked = 0
    for path in (*list_python(), *list_templates()):
        for line, key, given in list_values(path):
            message = MESSAGES[key]
            chooses = set() if isinstance(message, str) else {CHOOSES}
            assert given == list_places(message) | chooses, f"{path.name}:{line}"
            checked += 1
    assert checked > 280


def test_scripts_give_each_place_a_value() -> None:
    checked = 0
    for path in list_scripts():
        text = path.read_text("utf-8")
        for match in _CALL.finditer(text):
            rest = match["rest"]
            if rest is None or match["key"] not in MESSAGES:
                continue  # values made before
            given = set() if rest == ")" else set(list_names(text, match.end()))
            message = MESSAGES[match["key"]]
            chooses = set() if isinstance(message, str) else {CHOOSES}
            assert given == list_places(message) | chooses, f"{path.name}: {match['key']}"
            checked += 1
    assert checked > 60


def list_names(text: str, start: int) -> Iterator[str]:
    """The names of an object's values; `start` stands behind its opening brace."""
    depth = 0
    piece = ""
    for sign in text[start:]:
        if sign in ")]}" and depth == 0:
            break
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            yield piece.partition(":")[0].strip()
            piece = ""
        else:
            piece += sign
    if piece.strip():
        yield piece.partition(":")[0].strip()


def test_words_of_pages_and_of_the_search_come_separately() -> None:
    for path in list_scripts():
        place = path.relative_to(ROOT / "build_scripts/pages/theme").as_posix()
        is_search = "/search/" in place
        keys = [key for key in _ASKED.findall(path.read_text("utf-8")) if key in MESSAGES]
        prefix = "search_" if is_search else "script_"
        own = {"report_form.js": "report_form.", "publication.js": "publication_check."}
        prefix = own.get(path.name, prefix)
        if place not in MODULES:
            assert all(key.startswith(prefix) for key in keys), place
