"""An order's published page, read back: every passage with its page and line."""

import pytest

from build_scripts.site.published.order_page import NotAnOrderError, Place, read_order_page
from tests.tables import each_row

PAGE = """
<h1>Larkspur v. Wren</h1><p class="order-title">Order</p><p class="order-line">N.D. Cal.</p>
<div class="order-text">
<details><p class="caption">LARKSPUR,</p></details>
<p id="p-1"><span class="line-mark" id="L1-3" data-line="3"></span>The motion
 <span class="line-mark" id="L1-4" data-line="4"></span>is <em>granted</em><sup id="fnref:1"><a
 class="footnote-ref" href="#fn:1">1</a></sup> today.</p>
<p class="page-break"><a class="page-mark" id="page-2" href="#at-ii"><span class="page-mark__word"
 id="at-ii">page </span>ii</a></p>
<h3 id="p-2">DISCUSSION</h3>
<blockquote><p id="p-3">It runs <a class="page-mark" id="page-3" href="#page-3"><span
 class="page-mark__word">sheet </span>3</a> over.</p></blockquote>
<table><tbody><tr><td>Dkt.</td><td>33</td></tr></tbody></table>
<div class="footnote"><ol><li id="fn:1"><p>A note.&#160;<a class="footnote-backref"
 href="#fnref:1">↩</a></p></li></ol></div>
</div>
<p class="cite-text"><em>Larkspur v. Wren</em>, No. 1<span class="cite-pin"
 data-lead=", slip op. at " data-first-page="i"></span> (N.D. Cal. 2025).</p>
"""


def test_passages_have_their_pages_and_lines() -> None:
    page = read_order_page(PAGE.encode(), "orders/x")
    assert [(one.anchor, one.text, one.places) for one in page.passages] == [
        ("", "LARKSPUR,", (Place(0, "i", 1, 0),)),
        # the mark of a note is no word; each line begins where its mark stands
        ("p-1", "The motion is granted today.", (Place(0, "i", 1, 3), Place(11, "i", 1, 4))),
        ("p-2", "DISCUSSION", (Place(0, "ii", 2, 0),)),
        # a page that bears no number goes by its sheet alone
        ("p-3", "It runs over.", (Place(0, "ii", 2, 0), Place(8, "", 3, 0))),
        ("", "Dkt. | 33", (Place(0, "", 3, 0),)),
        # a note stands on the page that marks it
        ("fn:1", "A note.", (Place(0, "i", 1, 0),)),
    ]
    assert page.passages[1].find_place(12).line == 4


@each_row()
def test_it_is_cited_as_its_page_says(page: str, citation: str) -> None:
    assert read_order_page(PAGE.encode(), "orders/x").cite(page) == citation


def test_another_page_is_no_order() -> None:
    with pytest.raises(NotAnOrderError, match="judges/roe"):
        read_order_page(b"<h1>Judges</h1>", "judges/roe")
