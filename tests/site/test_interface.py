"""The whole site in a language of its own: each word of the interface stands between signs.

What stands outside of them must be an order's: its text, its names, its numbers. So no sentence of
the site can hide in code, templates or scripts. Some seconds: a site of all specimens is built.
"""

import gzip
import json
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from courts_db import courts
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.commands import build_with_mkdocs
from tests.made_once import make_once
from tests.serving import serve_site
from tests.shared import ORDERS, ROOT, begin_project
from tests.site.test_search import finish

LANGUAGE = "eo"  # of the theme's languages one whose plurals are "one" and "other"
OPEN, CLOSE = "⟦", "⟧"
# The owner's own words in mkdocs.yml; names that no language changes.
NAMES = (
    *(
        "Orders Archive",
        "Harbor County Law Library",
        "Court orders are public documents.",
    ),
    *("Atom", "JSON", "Markdown", "BibTeX", "RIS", "CSL-JSON", "Bluebook", "SHA-256"),
    *("Material for MkDocs", "authorities.json.gz", "citations.csv.gz", "et seq."),
)

# A message in signs, the innermost first; a name that was cut lacks its last sign.
_SAID = re.compile(r"⟦[^⟦⟧]*(?:⟧|…|$)")
_LETTERS = re.compile(r"[A-Za-z]{2}")
_BETWEEN = re.compile(r"\s*(?:[;,:·()“”—|]|\s…|\sv\.(?:\s|…))\s*")
_YEAR = re.compile(r"\s(?:\d{4}|[A-Z][a-z]{2,4}\.? \d{1,2})$")  # behind a court: "(9th Cir. 2006)"

SPOKEN = ("aria-label", "title", "placeholder", "alt", "data-note")
# What an order, or a hand-written page, says in its own words, and what findings say of it.
OWN_WORDS = "pre, q, blockquote, .beside__clean, .footnote, code, script, style, .cite-text, li li"


def translate_english() -> str:
    """The English file with every text between signs."""
    sections = tomllib.loads((ROOT / "build_scripts/pages/i18n/en.toml").read_text("utf-8"))
    lines = []
    for section, messages in sections.items():
        lines.append(f"[{section}]")
        for key, message in messages.items():
            if section == "numbers":
                shown = json.dumps(message)
            elif isinstance(message, str):
                shown = json.dumps(f"{OPEN}{message}{CLOSE}", ensure_ascii=False)
            else:
                forms = (
                    f"{name} = {json.dumps(f'{OPEN}{form}{CLOSE}', ensure_ascii=False)}"
                    for name, form in message.items()
                )
                shown = f"{{ {', '.join(forms)} }}"
            lines.append(f"{json.dumps(key)} = {shown}")
    return "\n".join(lines)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in that language."""
    return make_once(tmp_path_factory, "spoken", _build) / "served/archive"


def _build(folder: Path) -> None:
    owner = {"archive_owner": "Harbor County Law Library", "contact": "clerk@example.org"}
    begin_project(folder, pages="all", language=LANGUAGE, **owner)
    (folder / "interface").mkdir()
    (folder / f"interface/{LANGUAGE}.toml").write_text(translate_english(), "utf-8")
    shutil.copytree(ORDERS, folder / "orders", dirs_exist_ok=True)
    site = folder / "served/archive"
    build_with_mkdocs(folder, "--site-dir", site, SITE_URL="https://example.org/archive/")


@pytest.fixture(scope="module")
def own_words(spoken: Path) -> frozenset[str]:
    """Everything that the site's data say of orders and authorities, text by text."""
    found: set[str] = set(NAMES)
    for court in courts:
        found |= {court["name"], court["citation_string"]}
    for path in spoken.rglob("order.json"):
        _gather(json.loads(path.read_text("utf-8")), found)
    for path in spoken.glob("orders/*/*/*/index.html"):
        page = LexborHTMLParser(path.read_bytes())
        found |= {node.text() for node in page.css(".cite-text, .cite-form")}
    _gather(json.loads(gzip.decompress((spoken / "authorities.json.gz").read_bytes())), found)
    return frozenset(piece for text in found for piece in cut(text))


def cut(text: str) -> list[str]:
    """A text's pieces, between signs: a title and a case's name may stand in one line."""
    line = " ".join(text.replace("↓", " ").split())
    pieces = (_YEAR.sub("", piece) for piece in _BETWEEN.split(line))
    return [piece.strip(" .…*↓✎").casefold() for piece in pieces]


def _gather(value: Any, found: set[str]) -> None:
    if isinstance(value, str):
        found.add(" ".join(value.split()))
    elif isinstance(value, list):
        for each in value:
            _gather(each, found)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in {"findings", "text", "citations", "source"}:
                _gather(each, found)
        for each in value.get("citations", ()):
            _gather({"name": each["case_name"], "form": each["normal_form"]}, found)
            _gather({"pin": each["pin_cite"], "text": each["text"]}, found)
        if isinstance(value.get("source"), dict):
            _gather(value["source"], found)


def unsaid(text: str, own_words: frozenset[str]) -> str:
    """What of a text is neither a message nor an order's own word; "" where all of it is."""
    rest = " ".join(text.split())
    while (less := _SAID.sub("|", rest)) != rest:
        rest = less
    strange = [one for one in cut(rest) if _LETTERS.search(one) and one not in own_words]
    if "…" in text:  # a name that was cut
        strange = [one for one in strange if not any(own.startswith(one) for own in own_words)]
    return " | ".join(strange)


def list_texts(tree: LexborHTMLParser, within: str) -> Iterator[str]:
    """Each line of text below some elements, emphasis and links in it, and what is only spoken."""
    for root in tree.css(within):
        for node in root.traverse(include_text=False):
            yield from (value for name in SPOKEN if (value := node.attributes.get(name)))
        yield from _list_lines(root)


def _list_lines(node: LexborNode) -> Iterator[str]:
    pieces = [one for one in node.iter(include_text=True) if one.tag == "-text"]
    if any(_LETTERS.search(piece.text(deep=False) or "") for piece in pieces):
        yield node.text(deep=True)
        return
    for child in node.iter(include_text=False):
        yield from _list_lines(child)


def drop_own_words(tree: LexborHTMLParser) -> None:
    """Take out what a court wrote, and findings: they are not the interface's."""
    start = tree.css_first("#text-of-the-order")
    node = start.next if start else None
    while node is not None and node.attributes.get("id") != "cite-this-order":
        following = node.next
        node.decompose()
        node = following
    heading = tree.css_first("#disagreements")
    if heading and heading.next:
        node = heading.next
        while node is not None and node.tag != "ul":
            node = node.next
        if node is not None:
            node.decompose()
    for node in tree.css(OWN_WORDS):
        node.decompose()


def list_kinds(site: Path) -> list[str]:
    """An address of each kind of page, and of each order."""
    firsts = [
        next(iter(sorted(site.glob(pattern)))).parent.relative_to(site).as_posix()
        for pattern in (
            "judges/[a-z]*/index.html",
            "courts/[a-z]*/index.html",
            "cases/[a-z]*/index.html",
            "years/2*/index.html",
            "dispositions/[a-z]*/index.html",
            "motions/[a-z]*/index.html",
            "authorities/us/[0-9]*/index.html",
        )
    ]
    indexes = ["judges", "courts", "cases", "years", "dispositions", "motions", "parties"]
    authorities = ["authorities", "authorities/cases", "authorities/other"]
    orders = [
        path.parent.relative_to(site).as_posix() for path in site.glob("orders/*/*/*/index.html")
    ]
    sources = [f"{address}/source" for address in orders]
    return [".", "quality", "changes", *indexes, *authorities, *firsts, *orders, *sources]


def test_every_word_of_the_pages_is_the_interfaces_or_an_orders(
    spoken: Path, own_words: frozenset[str]
) -> None:
    strange: dict[str, str] = {}
    said = 0
    for address in list_kinds(spoken):
        text = (spoken / address / "index.html").read_text("utf-8")
        said += text.count(OPEN)
        tree = LexborHTMLParser(text)
        drop_own_words(tree)
        for words in list_texts(tree, "article, .search-in-header, .search-link, .md-copyright"):
            if found := unsaid(words, own_words):
                strange.setdefault(found, f"{address}: {words.strip()[:120]}")
    assert said > 3000
    assert not strange, list(strange.items())[:40]


def test_the_page_for_wrong_addresses_and_the_search_without_script_speak_it(
    spoken: Path, own_words: frozenset[str]
) -> None:
    wrong = LexborHTMLParser((spoken / "404.html").read_text("utf-8"))
    texts = list(list_texts(wrong, "article"))
    assert sum(OPEN in text for text in texts) > 5
    assert not [text for text in texts if unsaid(text, own_words)]
    search = (spoken / "search/index.html").read_text("utf-8")
    for text in re.findall(r"<noscript>\s*<p>(.*?)</p>", search, re.DOTALL):
        assert not unsaid(re.sub(r"<[^>]+>", "", text), own_words)


def test_language_of_the_document_and_of_feeds(spoken: Path, own_words: frozenset[str]) -> None:
    for address in (".", "judges", "search"):
        text = (spoken / address / "index.html").read_text("utf-8")
        assert f'<html lang="{LANGUAGE}"' in text
    atom = "{http://www.w3.org/2005/Atom}"
    feeds = [ElementTree.parse(path) for path in spoken.rglob("feed.xml")]  # noqa: S314 - our own
    assert len(feeds) > 10
    for entry in (entry for feed in feeds for entry in feed.iter(f"{atom}entry")):
        for words in (entry.findtext(f"{atom}title"), entry.findtext(f"{atom}summary")):
            assert words
            assert not unsaid(words, own_words), words
        tags = [category.get("term") for category in entry.iter(f"{atom}category")]
        assert all(OPEN in tag for tag in tags), tags


READ = """(within) => {
  const texts = [];
  for (const root of document.querySelectorAll(within)) {
    for (const node of [root, ...root.querySelectorAll("*")]) {
      if (node.closest("code, time, .search-excerpt, .search-pages")) continue;
      for (const name of ["aria-label", "title", "placeholder"]) {
        if (node.getAttribute(name)) texts.push(node.getAttribute(name));
      }
      const holdsText = [...node.childNodes].some((one) => one.nodeType === Node.TEXT_NODE);
      if (holdsText && !texts.some((text) => text.node?.contains(node))) {
        texts.push({ node, said: node.textContent });
      }
    }
  }
  return texts.map((text) => text.said ?? text);
}"""


@pytest.fixture
def served(spoken: Path) -> Iterator[str]:
    with serve_site(spoken.parent) as address:
        yield address


def test_scripts_speak_it_too(
    spoken: Path, served: str, browser: Browser, own_words: frozenset[str]
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    searched = ("search/", "search/?q=motion+OR+discovery", "search/?q=xyzzyx+plugh&court=none")
    for address in searched:
        page.goto(served + address)
        finish(page)
        texts = page.evaluate(READ, "#search-page")
        assert sum(OPEN in text for text in texts) > 15, texts
        known = own_words | {
            "csv",
            "motion",
            "discovery",
            "xyzzyx",
            "plugh",
            "or",
            "xyzzyx or plugh",
        }
        assert not [one for text in texts if (one := unsaid(text, frozenset(known)))], address
    box = page.locator(".search-main input")
    box.fill("judge finch")
    page.goto(f"{served}judges/")
    filters = page.evaluate(READ, ".table-filter")
    assert not [text for text in filters if unsaid(text, own_words)]
    order = next(iter(sorted(spoken.glob("orders/*/*/*/index.html"))))
    page.goto(f"{served}{order.parent.relative_to(spoken).as_posix()}/")
    buttons = page.evaluate(READ, ".cite-actions, .cite-bar, .cite-linked, .paragraph-link")
    assert not problems
    assert sum(OPEN in text for text in buttons) >= 5, buttons
    link = page.locator(".paragraph-link").first
    assert OPEN in (link.get_attribute("aria-label") or "")
    page.goto(f"{served}orders/cand/5-17-cv-99999/")
    page.close()
    assert not problems
