"""Stand-ins for compiled libraries that nobody builds for browsers; imported before the program.

Each does what one order needs of the library, and no more: few strings in one text, one page's
elements. What draws pictures has none: a page that has to be looked at says so.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any
from xml.dom import Node

import html5lib
import titlecase  # noqa: F401 (it goes without `regex`, as long as there is none)
import yaml


class PicturesNeededError(Exception):
    """The paper has to be looked at, and nothing here can draw it."""


def put_in_place() -> None:
    """Let the program import the stand-ins under the libraries' names."""
    _add("ahocorasick", Automaton=_Automaton)
    kinds = ModuleType("MatchKind", "")
    kinds.LeftmostFirst = 0  # type: ignore[attr-defined]
    _add("ahocorasick_rs", AhoCorasick=_Phrases, BytesAhoCorasick=_Phrases, MatchKind=kinds)
    _add("selectolax")
    _add("selectolax.lexbor", LexborHTMLParser=_Tree, LexborNode=_Element)
    # eyecite imports these for what is not asked of it here.
    sys.modules["regex"] = re
    _add("fast_diff_match_patch")
    _add("lxml", html=_add("lxml.html"), etree=_add("lxml.etree"))
    limits = _add("pikepdf.settings", set_qpdf_limits=lambda **_: {})
    _add("pikepdf", settings=limits, open=_refuse_objects, PikepdfError=ValueError)
    yaml.CSafeDumper = yaml.SafeDumper  # type: ignore[assignment, misc]
    drawing = {name: _add(f"PIL.{name}", __getattr__=_name_picture) for name in _DRAWING}
    _add("PIL", **drawing)


def _refuse_objects(*_: Any, **__: Any) -> None:
    """Say that what a PDF holds besides its pages is not examined here."""
    raise ValueError


_DRAWING = ("Image", "ImageChops", "ImageFilter")


def _add(name: str, **members: Any) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = []
    vars(module).update(members)
    sys.modules[name] = module
    return module


class _NamesItself(type):
    def __getattr__(cls, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return cls


class _Picture(metaclass=_NamesItself):
    """Whatever Pillow has: it can be named, in annotations and lists, and does nothing."""

    def __init__(self, *_: object, **__: object) -> None:
        raise PicturesNeededError


def _name_picture(name: str) -> type:
    return getattr(_Picture, name)


class _Automaton:
    """Words with values, all looked for in one text, as pyahocorasick does."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._values

    def add_word(self, word: str, value: Any) -> None:
        self._values[word] = value

    def get(self, word: str, *default: Any) -> Any:
        return self._values.get(word, *default)

    def make_automaton(self) -> None:
        pass

    def iter(self, text: str) -> Iterator[tuple[int, Any]]:
        for word, value in self._values.items():
            if (at := text.find(word)) >= 0:  # who asks wants to know which, not where
                yield at + len(word) - 1, value


class _Phrases:
    """Phrases found wherever they stand, as ahocorasick_rs does."""

    def __init__(self, phrases: Iterable[Any], kind: object = None) -> None:
        del kind
        self._phrases = list(phrases)

    def find_matches_as_indexes(
        self, text: Any, overlapping: bool = False
    ) -> list[tuple[int, int, int]]:
        del overlapping
        found = []
        for number, phrase in enumerate(self._phrases):
            at = text.find(phrase)
            while at >= 0:
                found.append((number, at, at + len(phrase)))
                at = text.find(phrase, at + 1)
        return sorted(found, key=lambda match: match[2])


class _Element:
    """A node of a page, as selectolax has it."""

    def __init__(self, node: Any) -> None:
        self._node = node

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Element) and other._node is self._node

    def __hash__(self) -> int:
        return id(self._node)

    @property
    def tag(self) -> str:
        kinds = {Node.TEXT_NODE: "-text", Node.COMMENT_NODE: "-comment"}
        return kinds.get(self._node.nodeType) or str(self._node.nodeName)

    @property
    def attributes(self) -> dict[str, str | None]:
        return dict(self._node.attributes.items()) if self._node.attributes else {}

    @property
    def first_child(self) -> "_Element | None":
        return _wrap(self._node.firstChild)

    @property
    def next(self) -> "_Element | None":
        return _wrap(self._node.nextSibling)

    @property
    def parent(self) -> "_Element | None":
        return _wrap(self._node.parentNode)

    @property
    def text_content(self) -> str | None:
        return self._node.data if self._node.nodeType == Node.TEXT_NODE else None

    def text(self, *, deep: bool = True) -> str:
        del deep
        return "".join(node.data for node in _walk(self._node) if node.nodeType == Node.TEXT_NODE)

    def css(self, selector: str) -> "list[_Element]":
        """The elements of "tag, tag, .class", or of "tag:not(tag tag)": those in no other."""
        one, _, outer = selector.partition(":not(")
        wanted = {each.strip() for each in one.split(",")}
        return [
            _Element(node)
            for node in _walk(self._node)
            if node.nodeType == Node.ELEMENT_NODE
            and node is not self._node
            and not wanted.isdisjoint(_name(node))
            and not (outer and _is_within(node.parentNode, wanted))
        ]

    def css_first(self, selector: str) -> "_Element | None":
        return next(iter(self.css(selector)), None)


class _Tree:
    """A page, read as browsers read it."""

    def __init__(self, html: str) -> None:
        self._document = html5lib.parse(html, treebuilder="dom", namespaceHTMLElements=False)

    @property
    def body(self) -> _Element | None:
        return _wrap(next(iter(self._document.getElementsByTagName("body")), None))

    def strip_tags(self, tags: Iterable[str]) -> None:
        unread = frozenset(tags)
        for node in [each for each in _walk(self._document) if each.nodeName in unread]:
            node.parentNode.removeChild(node)


def _wrap(node: Any) -> _Element | None:
    return _Element(node) if node is not None else None


def _walk(root: Any) -> Iterator[Any]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.childNodes))


def _name(node: Any) -> set[str]:
    return {node.nodeName, *(f".{each}" for each in node.getAttribute("class").split())}


def _is_within(node: Any, names: set[str]) -> bool:
    while node is not None and node.nodeType == Node.ELEMENT_NODE:
        if node.nodeName in names:
            return True
        node = node.parentNode
    return False
