"""A line of a megabyte, attacks all along it: read and written as text, its work linear."""

import markdown
import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.raw_order import RawOrder
from build_scripts.pages.spans import HTML, MARKDOWN, write_line
from build_scripts.reading import read_order
from tests.hostile.archive import write_order
from tests.measured_work import FACTOR, MOST_GROWTH, measure_growth

pytestmark = pytest.mark.slow

MEGABYTE = 1024 * 1024
PART = "The exhibit <script>alert('ran')</script> {{ x }} [a](javascript:alert(1)) holds words. "


def convert(line: str) -> CleanOrder:
    return clean_order(read_order(RawOrder.from_bytes("line.txt", write_order(3000, line))))


def test_a_megabyte_in_one_line_stays_text() -> None:
    line = PART * (MEGABYTE // len(PART) + 1)
    clean = convert(line)
    (block,) = (block for block in clean.blocks if len(block.text) > MEGABYTE // 2)
    assert block.text.count("<script>alert('ran')</script>") == line.count("<script>")
    source = write_line(MARKDOWN, block)[:100_000]
    rendered = markdown.markdown(source, extensions=["attr_list", "def_list"])
    for html in (write_line(HTML, block), rendered):
        assert "<script" not in html
        assert "<a" not in html
        told = html.replace("&#x27;", "'")
        assert (
            "&lt;script&gt;alert('ran')&lt;/script&gt; {{ x }} [a](javascript:alert(1)) holds"
            in told
        )


def test_its_work_is_linear() -> None:
    size = MEGABYTE // len(PART) // 4 // FACTOR
    assert measure_growth(lambda count: convert(PART * count), size) < MOST_GROWTH
