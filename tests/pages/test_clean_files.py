"""The text without its page: every word, and nothing of the site."""

import dataclasses
import html
import re

import yaml

from build_scripts.i18n import t
from build_scripts.model.archive import Archive
from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    Footnote,
    FootnoteMark,
    PageMark,
)
from build_scripts.pages.clean_files import (
    MARKDOWN,
    TEXT,
    list_clean_files,
    write_markdown,
    write_text,
)


def with_clean(archive: Archive, clean: CleanOrder) -> Archive:
    first = archive.orders[0]
    order = dataclasses.replace(first.order, clean=clean, citations=())
    changed = dataclasses.replace(first, order=order, links=(), authorities=())
    return dataclasses.replace(archive, orders=(changed,))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


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


def test_each_order_has_both_files(archive: Archive) -> None:
    files = {file.path: file for one in archive.orders for file in list_clean_files(one)}
    assert set(files) == {
        f"{one.address}/{name}" for one in archive.orders for name in (MARKDOWN, TEXT)
    }


def test_no_file_would_become_a_page(archive: Archive) -> None:
    assert not any(
        file.path.endswith((".md", ".markdown"))
        for one in archive.orders
        for file in list_clean_files(one)
    )


def test_plain_text_holds_notes_where_a_reader_looks_for_them(archive: Archive) -> None:
    text = write_text(with_clean(archive, NOTED).orders[0]).decode()
    assert text == (
        f"{t('order_text.specimen')}\n\nI. BACKGROUND\n\nThe motion[1]* asks for leave.[2]\n\n"
        "    [t]he court may\n\n[1] Dkt. No. 7.\n\n[2] Id. at 2.\n"
    )


def test_markdown_is_markdown_and_nothing_else(archive: Archive) -> None:
    _, facts, body = write_markdown(with_clean(archive, NOTED).orders[0]).decode().split("---\n")
    assert yaml.safe_load(facts)["title"] == "Order Denying Motion for Expedited Discovery"
    assert body == (
        "\n### I. BACKGROUND\n\nThe motion[^1]\\* asks for leave.[^2]\n\n> [t]he court may\n\n"
        "[^1]: Dkt. No. 7.\n\n[^2]: Id. at 2.\n"
    )


def test_every_word_of_an_order_is_in_both(archive: Archive) -> None:
    for archived in archive.orders:
        clean = archived.order.clean
        marks = [mark.label for _, block in clean.locate_blocks() for mark in block.footnote_marks]
        labels = [*marks, *(note.label for note in clean.footnotes)]
        expected = sorted(words_of(" ".join((clean.reading_text, *labels))))
        body = write_markdown(archived).decode().split("---\n", 2)[2]
        assert "<" not in body
        plain = html.unescape(body.replace("\\", ""))
        plain = re.sub("Footnote (.+), whose mark was not found in the text:", r"\1", plain)
        assert sorted(words_of(plain)) == expected
        text = write_text(archived).decode().removeprefix(t("order_text.specimen"))
        assert sorted(words_of(text)) == expected
