"""The text of one block with its emphasis, links, page marks and footnote marks, on one line.

Styles, citations and marks may cross each other. The text is cut wherever any of them begins or
ends, and each piece is written with everything that holds for it: no tag is ever closed inside
another. The dialect decides between HTML and Markdown.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise

from build_scripts.model.clean_order import Block
from build_scripts.model.source_text import Style, StyleSpan
from build_scripts.pages.escaping import drop_controls
from build_scripts.pages.markdown_text import escape_label, escape_text


@dataclass(frozen=True, slots=True)
class Dialect:
    """How plain text and emphasis are written.

    `escape` takes text, whether it is in a link, and whether a line begins with it; `emphasise`
    words, their styles, and the character written before them.
    """

    escape: Callable[[str, bool, bool], str]
    emphasise: Callable[[str, frozenset[Style], str], str]


@dataclass(frozen=True, slots=True)
class LinkedSpan:
    """Characters of a block that are a citation, with the text written around their words. If a
    mark or a cell's end cuts it, `rest` goes around all pieces but the first.
    """

    start: int
    end: int
    before: str
    after: str
    rest: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark between characters; `apart`: separated from words by spaces."""

    offset: int
    written: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """An empty element that may be anywhere, inside a link or emphasis too."""

    offset: int
    html: str


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    styles: frozenset[Style]
    link: LinkedSpan | None
    anchor: str = ""  # HTML before the text
    begins_link: bool = False


def write_line(
    dialect: Dialect,
    block: Block,
    links: Sequence[LinkedSpan] = (),
    marks: Sequence[Mark] = (),
    anchors: Sequence[Anchor] = (),
    *,
    within: tuple[int, int] | None = None,
) -> str:
    """Return the block's text as one line, in Markdown safe at the beginning of a line.

    `within` takes only the characters, marks and anchors of a table's cell. A mark at the very end
    of the block belongs to it.
    """
    text = block.text
    first, last = within or (0, len(text))
    links = tuple(_drop_overlaps(links))
    placed = sorted((_place(mark, text) for mark in marks), key=lambda place: place[:2])
    at: dict[int, str] = {}
    for anchor in anchors:
        at[anchor.offset] = at.get(anchor.offset, "") + anchor.html
    written: list[str] = []
    start = first
    for offset, apart, mark in placed:
        if not (first <= offset < last or offset == last == len(text)):
            continue
        written.append(
            _write_stretch(dialect, block, links, at, start, offset, at_start=start == first)
        )
        start = offset
        written.append(_set_apart(mark, "".join(written[-2:])) if apart else mark)
    written.append(_write_stretch(dialect, block, links, at, start, last, at_start=start == first))
    return "".join(written).strip()


def _place(mark: Mark, text: str) -> tuple[int, bool, str]:
    """Return where the mark goes: a page that begins inside a word is marked after the word."""
    offset = min(max(mark.offset, 0), len(text))
    if mark.apart and 0 < offset < len(text) and not text[offset - 1].isspace():
        while offset < len(text) and not text[offset].isspace():
            offset += 1
        while offset < len(text) and text[offset].isspace():
            offset += 1
    return offset, mark.apart, mark.written


def _set_apart(mark: str, written: str) -> str:
    before = "" if not written or written[-1].isspace() else " "
    return f"{before}{mark} "


def _drop_overlaps(links: Iterable[LinkedSpan]) -> Iterator[LinkedSpan]:
    end = 0
    for link in sorted(links, key=lambda link: (link.start, -link.end)):
        if link.start >= end and link.start < link.end:
            yield link
            end = link.end


def _write_stretch(
    dialect: Dialect,
    block: Block,
    links: Sequence[LinkedSpan],
    anchors: Mapping[int, str],
    start: int,
    end: int,
    *,
    at_start: bool,
) -> str:
    written: list[str] = []
    starts_line = at_start
    cut = _cut(block, links, anchors, start, end)
    for link, group in groupby(cut, key=lambda piece: piece.link):
        pieces = tuple(group)
        starts_line = starts_line and not (written and written[-1].strip())
        before = next(filter(None, reversed(written)), "")
        if link is None:
            written.append(
                _write_pieces(dialect, pieces, before, in_link=False, starts_line=starts_line)
            )
            continue
        inner = _write_pieces(dialect, pieces, "", in_link=True, starts_line=starts_line)
        words = inner.strip()
        lead = inner[: len(inner) - len(inner.lstrip())]
        trail = inner[len(inner.rstrip()) :] if words else ""
        whole = (link.before, link.after)
        opening, closing = whole if pieces[0].begins_link else link.rest or whole
        written.append(f"{lead}{opening}{words}{closing}{trail}" if words else inner)
    return "".join(written)


def _cut(
    block: Block, links: Sequence[LinkedSpan], anchors: Mapping[int, str], start: int, end: int
) -> Iterator[_Piece]:
    stretches = [(each.start, each.end) for each in links]
    stretches += [(each.start, each.end) for each in block.styles]
    bounds = {*anchors, *(bound for one in stretches if one[0] < one[1] for bound in one)}
    inside = sorted(bound for bound in bounds if start < bound < end)
    link_starts = [link.start for link in links]
    spans = sorted(block.styles, key=lambda span: span.start)
    open_spans: list[StyleSpan] = []
    begun = 0
    for left, right in pairwise((start, *inside, end)):
        while begun < len(spans) and spans[begun].start <= left:
            open_spans.append(spans[begun])
            begun += 1
        open_spans = [span for span in open_spans if right <= span.end]
        nearest = bisect_right(link_starts, left) - 1
        linked = nearest >= 0 and right <= links[nearest].end
        yield _Piece(
            text=block.text[left:right],
            styles=frozenset(span.style for span in open_spans),
            link=links[nearest] if linked else None,
            anchor=anchors.get(left, "") if left < right else "",
            begins_link=linked and left == links[nearest].start,
        )


def _write_pieces(
    dialect: Dialect, pieces: Iterable[_Piece], before: str, *, in_link: bool, starts_line: bool
) -> str:
    written = ""
    for styles, group in groupby(pieces, key=lambda piece: piece.styles):
        first, *others = group
        written += first.anchor  # before the emphasis, not in it
        starts_line = starts_line and not written.strip()
        escaped = dialect.escape(first.text, in_link, starts_line)
        for piece in others:
            escaped += piece.anchor
            begins = starts_line and not escaped.strip()  # only spaces precede it
            escaped += dialect.escape(piece.text, in_link, begins)
        written += _emphasise(dialect, escaped, styles, written[-1:] or before[-1:])
    return written


def _emphasise(dialect: Dialect, escaped: str, styles: frozenset[Style], before: str) -> str:
    words = escaped.strip()
    if not styles or not words:
        return escaped
    lead = escaped[: len(escaped) - len(escaped.lstrip())]
    trail = escaped[len(escaped.rstrip()) :]
    return lead + dialect.emphasise(words, styles, (before + lead)[-1:]) + trail


def _escape_html(text: str, in_link: bool, starts_line: bool) -> str:
    del in_link, starts_line
    return escape(drop_controls(text), quote=False)


def _emphasise_html(words: str, styles: frozenset[Style], before: str) -> str:
    del before
    for style, tag in _TAGS:
        if style in styles:
            words = f"<{tag}>{words}</{tag}>"
    return words


def _escape_markdown(text: str, in_link: bool, starts_line: bool) -> str:
    return escape_label(text) if in_link else escape_text(text, starts_line=starts_line)


def _emphasise_markdown(words: str, styles: frozenset[Style], before: str) -> str:
    """Write emphasis with asterisks; if they would run into others there is none."""
    stars = ("**" if Style.BOLD in styles else "") + ("*" if Style.ITALIC in styles else "")
    return f"{stars}{words}{stars[::-1]}" if before != "*" else words


_TAGS = ((Style.SUPERSCRIPT, "sup"), (Style.ITALIC, "em"), (Style.BOLD, "strong"))  # inner first
HTML = Dialect(_escape_html, _emphasise_html)
MARKDOWN = Dialect(_escape_markdown, _emphasise_markdown)
