"""An order as a Markdown file: its facts on top, its text as a person would type it, nothing else.

It is the source of the order's page in docs/, the readers' download, and the output of `orders
show`. A page's end is marked in brackets, `[p. 3]`; footnotes are `[^3]`; a citation is a link
where the authority is first cited and has an address.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import yaml

from build_scripts.model.archive import ArchivedOrder, Link, LinkTarget
from build_scripts.model.citation import BACK_REFERENCES, Citation
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder
from build_scripts.model.order_map import Run, WalkedBlock
from build_scripts.model.text.pattern import Pattern
from build_scripts.pages.body import name_part
from build_scripts.pages.citation_links import address_link
from build_scripts.pages.facts import Facts, read_facts
from build_scripts.pages.i18n import t
from build_scripts.pages.markdown_text import escape_text
from build_scripts.pages.spans import MARKDOWN, LinkedSpan, Mark, write_line

MARKDOWN_FILE = "order.md"
"""The file for readers to download, in the folder of the order's page."""
MADE_BY = {"made_by": "orders-archive"}
"""The first line of the front matter, by which a build recognizes its own files."""

_HEADING = 2  # level of the outermost heading; one deeper below the headings of parts
_NUMBERED = Pattern(
    r"(?P<number>\d{1,3})\.\s+",
    accepts=["1. The", "12.  x"],
    refuses=["1.5 x", "(1) x"],
    by="match",
)
_BULLET = Pattern(r"[•·▪◦*–-]\s+", accepts=["• A", "- b"], refuses=["-b", "a"], by="match")


def write_order_markdown(archived: ArchivedOrder, facts: Facts | None = None) -> str:
    """Return the file of an order; without `facts` its front matter is that of an order alone."""
    front = write_front_matter({**MADE_BY, **(facts or read_facts(archived))})
    return f"{front}\n{write_text(archived)}\n"


def write_text(archived: ArchivedOrder) -> str:
    """Return the order's text as Markdown."""
    clean = archived.order.clean
    links = _list_links(archived)
    blocks, tied = [], []
    for run in clean.map.walk():
        written = _join_blocks([(one.block, _write_block(clean, one, links)) for one in run.blocks])
        if run.key:
            tied.append(_write_note(run.key, list(written)))
        else:
            blocks += [_introduce(run), *written]
    return "\n\n".join(block for block in [*blocks, *tied] if block)


def _list_links(archived: ArchivedOrder) -> tuple[tuple[Citation, str], ...]:
    """Return the citations that are links, and their addresses: each authority once, since a reader
    of the plain text must read past them.
    """
    found: dict[str, tuple[Citation, str]] = {}
    for citation, link in zip(archived.order.citations, archived.links, strict=True):
        if link and link.url and citation.kind not in BACK_REFERENCES:
            found.setdefault(citation.authority, (citation, _address(link, archived.address)))
    return tuple(found.values())


def _address(link: Link, here: str) -> str:
    """Return a link's address, relative to the file's folder for another order's file."""
    if link.target is not LinkTarget.ARCHIVE:
        return address_link(link)
    folder, there = here.split("/")[:-1], link.url.split("/")
    while folder and there and folder[0] == there[0]:
        folder, there = folder[1:], there[1:]
    return "../" * len(folder) + "/".join(there) + ".md"


def _write_block(
    clean: CleanOrder, walked: WalkedBlock, links: Sequence[tuple[Citation, str]]
) -> str:
    offset, block, _, keys = walked
    marks = [
        Mark(mark.offset, f"[^{key}]" if key else escape_text(mark.label))
        for mark, key in zip(block.footnote_marks, keys, strict=True)
    ]
    before = ""
    if block.kind is BlockKind.HEADING and block.page_marks and not block.page_marks[0].offset:
        before = f"{_mark_page(clean, block.page_marks[0].page)}\n\n"
        block = replace(block, page_marks=block.page_marks[1:])
    marks += [Mark(one.offset, _mark_page(clean, one.page), apart=True) for one in block.page_marks]
    linked = [
        LinkedSpan(one.start - offset, one.end - offset, "[", f"]({address})")
        for one, address in links
        if offset <= one.start and one.end <= offset + len(block.text)
    ]
    if block.kind is BlockKind.TABLE:
        return _write_table(block, linked, marks)
    line = write_line(MARKDOWN, block, linked, marks)
    if block.kind is BlockKind.HEADING and line:
        closed = f"{line[:-1]}\\#" if line.endswith("#") else line  # a sign at its end is syntax
        outermost = _HEADING + bool(clean.parts)
        level = min(outermost - 1 + max(block.level, 1), 6)
        return f"{before}{'#' * level} {closed}"
    return f"> {line}" if block.kind is BlockKind.QUOTE and line else line


def _mark_page(clean: CleanOrder, page: int) -> str:
    label = clean.label_page(page)
    return f"[p. {label}]" if label else f"[sheet {page}]"


def _introduce(run: Run) -> str:
    """Return the name of a part, and the line above a note without a mark; "" for the order."""
    if run.note:
        return t("order_text.untied_note", label=escape_text(run.note.label))
    return f"## {escape_text(name_part(run.part))}" if run.part else ""


def _join_blocks(pairs: Iterable[tuple[Block, str]]) -> Iterator[str]:
    """Yield the blocks' Markdown: two quotations in a row are paragraphs of one, items a list."""
    for kind, group in groupby(pairs, key=lambda pair: pair[0].kind):
        members = [(block, line) for block, line in group if line]
        written = [line for _, line in members]
        if kind is BlockKind.QUOTE:
            yield "\n>\n".join(written)
        elif kind is BlockKind.LIST_ITEM:
            yield from _number_list([block.text for block, _ in members], written)
        else:
            yield from written


def _number_list(texts: Sequence[str], lines: Sequence[str]) -> list[str]:
    """Return list items as Markdown's own if they count from 1, or all begin with a bullet. Others
    keep their printed sign as text: Markdown would renumber them.
    """
    numbers = [match and int(match["number"]) for match in map(_NUMBERED.match, texts)]
    if numbers == list(range(1, len(texts) + 1)):
        return [line.replace("\\.", ".", 1) for line in lines]
    bullets = [_BULLET.match(text) for text in texts]
    if all(bullets):
        return ["- " + line.partition(" ")[2].lstrip() for line in lines]
    return list(lines)


def _write_table(block: Block, links: Sequence[LinkedSpan], marks: Sequence[Mark]) -> str:
    """Return a table; its first row becomes the head, which Markdown tables must have."""
    width = max(len(row) for row in block.rows)
    rows = [
        [
            write_line(MARKDOWN, block, links, marks, within=(cell.start, cell.end)).replace(
                "|", "\\|"
            )
            for cell in row
        ]
        + [""] * (width - len(row))
        for row in block.rows
    ]
    head, *rest = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * width, *rest])


def _write_note(key: str, blocks: Sequence[str]) -> str:
    first, *others = [_indent(block) for block in blocks if block] or [""]
    first = f"\n{first}" if first.startswith("    > ") else f" {first.removeprefix('    ')}"
    return "\n\n".join([f"[^{key}]:{first}", *others])


def _indent(block: str) -> str:
    return "\n".join(f"    {line}" for line in block.split("\n"))


def write_front_matter(values: Mapping[str, Any]) -> str:
    """Return `values` as a YAML block between `---` lines, every string quoted: bare, YAML would
    read 5:17 as 317, NO as false and 012 as 10.
    """
    body = yaml.dump(
        dict(values), Dumper=_QuotingDumper, allow_unicode=True, sort_keys=False, width=10**6
    )
    return f"---\n{body}---\n"


class _QuotingDumper(yaml.CSafeDumper):
    """Quotes strings that are values, by libyaml's writer, which takes a tenth of the time."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (asked for every value alike)
        """Write a list twice rather than as an anchor: people read this."""
        return True

    def represent_mapping(
        self, tag: str, mapping: Any, flow_style: bool | None = None
    ) -> yaml.MappingNode:
        """Represent a mapping, its keys unquoted."""
        node = super().represent_mapping(tag, mapping, flow_style)
        for key, _ in node.value:
            key.style = None
        return node


def _represent_quoted(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


_QuotingDumper.add_representer(str, _represent_quoted)
