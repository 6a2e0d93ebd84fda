"""An order's Markdown file: its facts, its text as a person would type it, and nothing else."""

import dataclasses
import html
import re

import markdown
import yaml

from build_scripts.archive import catalogue_orders
from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.model.archive import Archive, ArchivedOrder, Link, LinkTarget
from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    Footnote,
    FootnoteMark,
    PageMark,
    Part,
    PartKind,
)
from build_scripts.model.source_text import CellSpan
from build_scripts.pages.order_markdown import write_order_markdown, write_text
from tests.made_once import Convert
from tests.shared import list_specimens
from tests.tables import as_tuples, each_row

MOST = 0.1
"""Of a file's text, the part that may be neither the order's words nor the blanks around them."""


def with_clean(archive: Archive, clean: CleanOrder) -> ArchivedOrder:
    first = archive.orders[0]
    order = dataclasses.replace(first.order, clean=clean, citations=())
    return dataclasses.replace(first, order=order, links=(), authorities=())


def of_blocks(archive: Archive, *blocks: Block, **more: object) -> str:
    clean = CleanOrder(blocks, (), (), (), (), 1, **more)  # type: ignore[arg-type]
    return write_text(with_clean(archive, clean))


def items(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.LIST_ITEM, text, ()) for text in texts)


NOTED = CleanOrder(
    blocks=(
        Block(BlockKind.HEADING, "I. BACKGROUND", (), level=1, page_marks=(PageMark(0, 2),)),
        Block(
            BlockKind.PARAGRAPH,
            "The motion* asks for leave.",
            (),
            page_marks=(PageMark(4, 3),),
            footnote_marks=(FootnoteMark(10, "1"), FootnoteMark(27, "2")),
        ),
        Block(BlockKind.QUOTE, "[t]he court may", ()),
    ),
    footnotes=(
        Footnote("1", (Block(BlockKind.PARAGRAPH, "Dkt. No. 7.", ()),), tied=True),
        Footnote("2", (Block(BlockKind.PARAGRAPH, "Id. at 2.", ()),), tied=True),
    ),
    removals=(),
    joins=(),
    stamps=(),
    page_count=3,
    specimen=True,
)


def test_a_file_is_front_matter_and_markdown(archive: Archive) -> None:
    text = write_order_markdown(with_clean(archive, NOTED))
    before, facts, body = text.split("---\n")
    assert before == ""
    front = yaml.safe_load(facts)
    assert next(iter(front.items())) == ("made_by", "orders-archive")
    assert front["title"] == "Order Denying Motion for Expedited Discovery"
    assert front["docket_number"] == "5:31-cv-01234-ABC"
    assert body == (
        "\n[p. 2]\n\n## I. BACKGROUND\n\nThe [p. 3] motion[^1]\\* asks for leave.[^2]\n\n"
        "> [t]he court may\n\n[^1]: Dkt. No. 7.\n\n[^2]: Id. at 2.\n"
    )


def test_nothing_in_it_is_html_or_a_list_of_attributes(archive: Archive) -> None:
    for archived in archive.orders:
        body = write_text(archived)
        assert "<" not in body
        assert "{" not in body


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_every_word_of_an_order_is_there_once(archive: Archive) -> None:
    for archived in archive.orders:
        clean = archived.order.clean
        marks = [mark.label for _, block in clean.map.located for mark in block.footnote_marks]
        labels = [*marks, *(note.label for note in clean.footnotes)]
        expected = sorted(words_of(" ".join((clean.reading_text, *labels))))
        plain = html.unescape(write_text(archived).replace("\\", ""))
        plain = re.sub(r"\]\(\S+\)|\[p\. \d+\]", "", plain)
        plain = re.sub("Footnote (.+), whose mark was not found in the text:", r"\1", plain)
        assert sorted(words_of(plain)) == expected


def test_an_authority_is_linked_where_it_is_first_cited(archive: Archive) -> None:
    text = write_text(archive.orders[0])
    yahoo = "https://www.courtlistener.com/c/f3d/433/1199/"
    assert text.count(f"]({yahoo})") == 1
    assert f"433 F.3d 1199 (9th Cir. 2006)]({yahoo})" in text
    assert "*Id.* at 1206" in text  # goes back: no link
    assert text.count("courtlistener.com") == 2  # of parallel citations one


def test_another_order_is_linked_as_a_file_that_plain_mkdocs_finds(archive: Archive) -> None:
    assert "[Dkt. No. 8](2031-03-04-order-denying-motion-for-expedited-discovery.md)" in (
        write_text(archive.orders[1])
    )
    elsewhere = Link(LinkTarget.ARCHIVE, "orders/ord/3-21-cv-00417/2021-08-09-order")
    moved = dataclasses.replace(archive.orders[1], links=(elsewhere, None))
    assert "](../../ord/3-21-cv-00417/2021-08-09-order.md)" in write_text(moved)


@each_row(texts=as_tuples)
def test_lists(archive: Archive, texts: tuple[str, ...], written: str) -> None:
    assert of_blocks(archive, *items(*texts)) == written


def test_a_table_has_its_first_row_as_head(archive: Archive) -> None:
    rows = ((CellSpan(0, 1), CellSpan(2, 3)), (CellSpan(4, 7),))
    assert of_blocks(archive, Block(BlockKind.TABLE, "A B x|y", (), rows=rows)) == (
        "| A | B |\n| --- | --- |\n| x\\|y |  |"
    )


def test_parts_stand_below_their_names(archive: Archive) -> None:
    blocks = (
        Block(BlockKind.HEADING, "FACTS", (), level=1),
        Block(BlockKind.QUOTE, "One.", ()),
        Block(BlockKind.QUOTE, "Other.", ()),
    )
    parts = (Part(PartKind.DISSENT, 2, 3, author="Oakhurst, Circuit Judge"),)
    assert of_blocks(archive, *blocks, parts=parts) == (
        "### FACTS\n\n> One.\n\n## Dissent: Oakhurst, Circuit Judge\n\n> Other."
    )


def test_plain_markdown_reads_it_back(archive: Archive) -> None:
    """With the extensions that MkDocs turns on by itself, and footnotes."""
    text = write_text(archive.orders[0])
    page = markdown.markdown(text, extensions=["tables", "fenced_code", "toc", "footnotes"])
    shown = html.unescape(re.sub("<[^>]*>", "", page))
    for block in archive.orders[0].order.clean.blocks:
        for words in block.text.split():
            assert words in shown or words in {"1.", "2."}  # a list counts for itself
    assert page.count("<blockquote>") == 2
    assert '<div class="footnote">' in page


def test_little_in_it_is_neither_facts_nor_the_orders_words(convert_once: Convert) -> None:
    """Measured on the largest specimen; without its links on every one."""
    sizes = {}
    for path in list_specimens():
        (archived,) = catalogue_orders([convert_once(read_loose_file(path))]).orders
        clean = archived.order.clean
        body = write_text(archived)
        labels = "".join(m.label for _, b in clean.map.located for m in b.footnote_marks)
        own = len((clean.reading_text + labels).encode())
        links = sum(len(found) for found in re.findall(r"\]\(\S*\)", body)) + body.count("](")
        size = len(body.encode())
        sizes[size] = (size - own) / size
        assert size - own - links < 0.04 * size, path.name
    assert len(sizes) > 15
    assert sizes[max(sizes)] <= MOST
