"""What became of an order, at the head of its page and at that of the order that did it."""

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.model.archive import Archive
from build_scripts.model.quoted_words import QuotedWords
from build_scripts.model.subsequent_history import HistoryKind, HistoryTie, KnownBy
from tests.pages.conftest import FIRST, SECOND
from tests.pages.rendered import render_pages

WORDS = (QuotedWords("The Court VACATES <its> Order (ECF No. 8).", 3, "4", 4, 13),)
TIE = HistoryTie(
    FIRST, SECOND, HistoryKind.VACATED, KnownBy.ENTRY, SECOND, WORDS, "evidence-history-1"
)


@pytest.fixture(scope="module")
def pages(archive: Archive, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of an archive whose second order vacates the first, as a third one says too."""
    third = next(one.address for one in archive.orders if one.address not in {FIRST, SECOND})
    told = replace(TIE, kind=HistoryKind.AMENDED, said_by=third)
    orders = tuple(replace(one, ties=(TIE, told)) for one in archive.orders)
    return render_pages(replace(archive, orders=orders), tmp_path_factory.mktemp("history"))


def to_text(marked: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", marked)).split())


def read_lines(page: str) -> list[str]:
    (listed,) = re.findall(r'<ul class="became">.*?</ul>', page, re.DOTALL)
    return [to_text(line) for line in re.findall(r"<li>.*?</li>", listed, re.DOTALL)]


def test_the_earlier_order_quotes_the_later_one(pages: dict[str, str]) -> None:
    vacated, amended = read_lines(pages[FIRST])
    assert vacated.startswith("Vacated by")
    assert "“The Court VACATES <its> Order (ECF No. 8).” page 4, line 13" in vacated
    assert amended.startswith("Amended by")
    assert ", according to " in amended
    assert f"/{SECOND.rpartition('/')[2]}/#evidence-history-1" in pages[FIRST]


def test_the_later_order_leads_to_its_own_words(pages: dict[str, str]) -> None:
    vacates, _ = read_lines(pages[SECOND])
    assert vacates.startswith("Vacates")
    assert "“" not in vacates
    assert '<span class="evidence-mark" id="evidence-history-1">' in pages[SECOND]


def test_a_page_lists_the_orders_that_later_ones_changed(pages: dict[str, str]) -> None:
    listed = pages["later-history"]
    rows = [to_text(row) for row in re.findall(r'<ul class="became">.*?</ul>', listed, re.DOTALL)]
    assert [row.split(" by ")[0] for row in rows] == ["Vacated", "Amended"]
    assert "“The Court VACATES <its> Order (ECF No. 8).” page 4, line 13" in rows[0]
    assert f'href="../{FIRST}/"' in listed


def test_no_page_lists_orders_that_were_left_as_they_were(archive: Archive, tmp_path: Path) -> None:
    kept = replace(TIE, kind=HistoryKind.AFFIRMED)
    orders = tuple(replace(one, ties=(kept,)) for one in archive.orders)
    assert "later-history" not in render_pages(replace(archive, orders=orders), tmp_path)


def test_a_tie_that_no_words_name_is_unconfirmed(archive: Archive, tmp_path: Path) -> None:
    inferred = replace(TIE, known_by=KnownBy.COURT)
    orders = tuple(replace(one, ties=(inferred,)) for one in archive.orders)
    pages = render_pages(replace(archive, orders=orders), tmp_path)
    for address in (FIRST, SECOND):
        (line,) = read_lines(pages[address])
        assert " unconfirmed" in line
    assert "unconfirmed" in pages["later-history"]
