"""Markdown-ish text as PDF-to-Markdown tools write it: markup becomes styles, words stay.

Block structure is not parsed: a Markdown parser would take pleading line numbers for lists and
indented quotations for code. Only what such tools write inline is understood.
"""

import re
from collections.abc import Iterator
from html import unescape

from build_scripts.model.source_text import (
    LineKind,
    Markup,
    SourceFormat,
    SourceLine,
    SourcePage,
    SourceText,
    Style,
    StyleSpan,
    clip_styles,
)
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.paragraphs import TAG_STYLES

_PATTERNS = read_patterns(__package__, "markdown_text.toml")
STAR_STYLES = {1: (Style.ITALIC,), 2: (Style.BOLD,)}  # more stars are both


def read_markdown_text(decoded: str, encoding: str) -> SourceText:
    """Read tool-written Markdown: escapes, emphasis, superscripts, links, headings, quotations.

    Emphasis may run over line ends, never over a blank line; a star without a partner is a star.
    Link targets with words and tag names are kept as `markup`.
    """
    pages = []
    markup: list[Markup] = []
    number = 1
    for index, page_text in enumerate(decoded.split("\f"), start=1):
        lines: list[SourceLine] = []
        paragraph: list[tuple[int, str]] = []
        for text in page_text.split("\n"):
            if text.strip():
                paragraph.append((number, text))
            else:
                lines.extend(_read_paragraph(paragraph, markup))
                paragraph = []
                lines.append(SourceLine(number, ""))
            number += 1
        number -= 1
        lines.extend(_read_paragraph(paragraph, markup))
        pages.append(SourcePage(index, tuple(lines)))
    return SourceText(SourceFormat.MARKDOWN, encoding, decoded, tuple(pages), tuple(markup))


def _read_paragraph(paragraph: list[tuple[int, str]], markup: list[Markup]) -> list[SourceLine]:
    """Read the lines between two blank ones; match emphasis pairs over all of them."""
    inline = [list(_find_inline(text)) for _, text in paragraph]
    partnered = _pair_stars([text for _, text in paragraph], inline)
    open_styles: set[Style] = set()
    return [
        _read_line(number, text, inline[index], partnered[index], open_styles, markup)
        for index, (number, text) in enumerate(paragraph)
    ]


def _find_inline(text: str) -> Iterator[re.Match[str]]:
    """Yield every piece of inline syntax; search only where one can begin."""
    position = 0
    while begin := _PATTERNS.SYNTAX.search(text, position):
        match = _PATTERNS.INLINE.match(text, begin.start())
        position = match.end() if match else begin.end()
        if match:
            yield match


def _pair_stars(texts: list[str], inline: list[list[re.Match[str]]]) -> list[frozenset[int]]:
    """Return for each line the positions of the stars that open or close an emphasis."""
    partnered: list[set[int]] = [set() for _ in texts]
    open_stars: dict[str, tuple[int, int]] = {}
    for index, text in enumerate(texts):
        for match in inline[index]:
            stars = match["stars"]
            if stars is None:
                continue
            before = text[match.start() - 1 : match.start()]
            after = text[match.end() : match.end() + 1]
            closes = bool(before.strip()) and not (stars[0] == "_" and after.isalnum())
            opens = bool(after.strip()) and not (stars[0] == "_" and before.isalnum())
            if stars in open_stars and closes:
                opener_line, opener_place = open_stars.pop(stars)
                partnered[opener_line].add(opener_place)
                partnered[index].add(match.start())
            elif opens:
                open_stars[stars] = (index, match.start())
    return [frozenset(places) for places in partnered]


def _read_line(
    number: int,
    text: str,
    inline: list[re.Match[str]],
    partnered: frozenset[int],
    open_styles: set[Style],
    markup: list[Markup],
) -> SourceLine:
    """Read one line; `open_styles` holds what earlier lines of the paragraph left open."""
    quoted = _PATTERNS.QUOTED.match(text)
    start = quoted.end() if quoted else 0
    heading = _PATTERNS.HEADING.match(text, start)
    start = heading.end() if heading else start
    out: list[str] = []
    length = 0
    spans: list[StyleSpan] = []
    begins = dict.fromkeys(open_styles, 0)

    def put(piece: str) -> None:
        nonlocal length
        out.append(piece)
        length += len(piece)

    def switch(style: Style, on: bool) -> None:
        if on:
            begins.setdefault(style, length)
            open_styles.add(style)
        elif style in begins:
            spans.append(StyleSpan(style, begins.pop(style), length))
            open_styles.discard(style)

    position = start
    for match in inline:
        put(text[position : match.start()])
        position = match.end()
        if match["escaped"]:
            put(match["escaped"])
        elif match["entity"]:
            put(_decode_entity(match["entity"], number, markup))
        elif match["tag"] or match["comment"]:
            tag = match[0]
            if any(character.isalnum() for character in tag):
                markup.append(Markup(tag, number))
            name = "" if match["comment"] else tag.strip("</>").split()[0].lower()
            if name in TAG_STYLES:
                switch(TAG_STYLES[name], on=not tag.startswith("</"))
        elif match["label"] is not None:
            put(match["label"].replace("\\", ""))
            if any(character.isalnum() for character in match["target"]):
                markup.append(Markup(match["target"], number))
        elif match.start() in partnered:
            for style in STAR_STYLES.get(len(match["stars"]), (Style.BOLD, Style.ITALIC)):
                switch(style, on=style not in begins)
        else:
            put(match["stars"])
    put(text[position:])
    joined = "".join(out)
    line = joined.rstrip().removesuffix("\\").rstrip()
    spans.extend(StyleSpan(style, begin, len(line)) for style, begin in begins.items())
    spans.sort(key=lambda s: (s.start, s.end))
    kind = LineKind.HEADING if heading else LineKind.QUOTE if quoted else LineKind.PRINTED
    return SourceLine(
        number,
        line,
        clip_styles(spans, 0, len(line)),
        kind,
        len(heading["marks"]) if heading else 0,
    )


def _decode_entity(entity: str, number: int, markup: list[Markup]) -> str:
    """Decode `&amp;`; its letters are markup, since the character has none of them."""
    character = unescape(entity).replace("\xad", "")
    if character.isalnum():
        return entity  # a letter written as an entity would change the count of letters
    markup.append(Markup(entity, number))
    return " " if character == "\xa0" else character
