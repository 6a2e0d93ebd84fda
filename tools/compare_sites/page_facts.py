"""What readers get of a page of HTML, as lines that can be compared."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

BASE = "http://site.invalid/"
UNSEEN = frozenset({"script", "style", "template", "head"})
INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q s samp small span strong"
    " sub sup time u var wbr".split()
)
SPOKEN = ("alt", "aria-label", "placeholder", "title")


def read_page(address: str, html: bytes) -> dict[str, list[str]]:
    """Return the page's lines by kind: text, labels, links, anchors, head.

    Links are addresses within the site, so that the same link is equal on any page.
    """
    tree = LexborHTMLParser(html)
    body = tree.body
    return {
        "text": list_lines(body) if body else [],
        "labels": [
            f"{name}: {' '.join(words.split())}"
            for node in tree.css(", ".join(f"[{name}]" for name in SPOKEN))
            for name in SPOKEN
            if (words := node.attributes.get(name))
        ],
        "links": [_place(address, link) for link in _list_links(tree)],
        "anchors": [node.attributes.get("id") or "" for node in tree.css("[id]")],
        "head": list(_list_head(tree)),
    }


def list_lines(node: LexborNode) -> list[str]:
    """Return the text below a node, a block a line, with single spaces."""
    text = "".join(_walk(node))
    return [line for raw in text.split("\n") if (line := " ".join(raw.split()))]


def _walk(node: LexborNode, is_laid_out: bool = False) -> Iterator[str]:
    """Yield the text below a node; a line break stands wherever a block begins or ends.

    Text that is laid out, as in <pre>, keeps its own.
    """
    is_laid_out = is_laid_out or node.tag == "pre"
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            words = child.text_content or ""
            yield words if is_laid_out else words.replace("\n", " ")
        elif child.tag not in UNSEEN:
            edge = "" if child.tag in INLINE else "\n"
            yield edge
            yield from _walk(child, is_laid_out)
            yield edge


def _list_links(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[href], [src], [action]"):
        for name in ("href", "src", "action"):
            if (link := node.attributes.get(name)) is not None:
                yield link


def _place(address: str, link: str) -> str:
    """Return where a link of the page at `address` leads, from the site's root."""
    target, fragment = urldefrag(urljoin(BASE + address, link))
    path = target.removeprefix(BASE).removesuffix("index.html")
    return f"{path}#{fragment}" if fragment else path


def _list_head(tree: LexborHTMLParser) -> Iterator[str]:
    if title := tree.css_first("head > title"):
        yield f"title: {' '.join(title.text().split())}"
    if language := (tree.root and tree.root.attributes.get("lang")):
        yield f"language: {language}"
    for node in tree.css("head > meta"):
        name = node.attributes.get("name") or node.attributes.get("property")
        if name := name or node.attributes.get("http-equiv"):
            yield f"{name}: {node.attributes.get('content') or ''}"
