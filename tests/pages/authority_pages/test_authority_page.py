"""One authority's page: what it is, where it leads, who cites it and in what words."""

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.catalogue.catalogue import catalogue_orders
from build_scripts.model.citation import CitationKind
from build_scripts.model.description import DocketNumber
from build_scripts.pages.authority_pages.citing_orders import MENTIONS
from build_scripts.pages.paging import ROWS
from tests.pages.authority_pages.conftest import (
    CALDER,
    CALDER_NAME,
    RULE,
    cite_calder,
    make_order,
    publish,
    write_clean,
)
from tests.pages.conftest import cite
from tests.shared import ROOT, copy_hand_written_docs

K = CitationKind
PAGE = "authorities/cases/465-u-s-783.md"
DOCKET = DocketNumber("5:31-cv-01234", "5", 2031, "cv", 1234)


def test_a_case_with_its_parallels_where_it_leads_and_who_cites_it() -> None:
    clean = write_clean(
        "The effects test is older. See Calder v. Jones, 465 U.S. 783, 789, 104 S. Ct. 1482 "
        "(1984) (libel). It stands."
    )
    sentence = (clean.text.index("See"), clean.text.index(" It stands"))
    calder = cite_calder(
        clean, sentence=sentence, pin_cite="789", signal="See", parenthetical="(libel)"
    )
    parallel = dataclasses.replace(
        cite_calder(clean, "104 S. Ct. 1482"), normal_form="104 S. Ct. 1482", sentence=sentence
    )
    text = publish(make_order(0, clean, (calder, parallel)))[PAGE]
    assert "\n# *Calder v. Jones*, 465 U.S. 783 (1984)\n" in text
    assert "Also cited as\n:   104 S. Ct. 1482\n" in text
    assert "Court\n:   Supreme Court of the United States\n" in text
    assert (
        "[On CourtListener](https://www.courtlistener.com/c/US/465/783/)" in text
        or "[On CourtListener](https://www.courtlistener.com/c/us/465/783/)" in text
    )
    assert "1 mention in 1 order</span>, 2031\n" in text
    address = "../../orders/cand/no-docket/2031-03-01-order-0.md"
    assert f"### [Order 0]({address})" in text
    assert "*Lark 0 v. Finch* · N.D. Cal. · Mar. 1, 2031 · 1 mention" in text
    assert f"> “See Calder v. Jones, [<mark>465 U.S. 783</mark>]({address}#cite-1), 789" in text
    assert "pin cite 789 · signal “See” · parenthetical “(libel)”\n{.mention-facts}" in text
    assert "By year" not in text


def test_the_page_is_not_in_the_search_and_has_no_table_of_contents() -> None:
    clean = write_clean("Calder, 465 U.S. 783.")
    text = publish(make_order(0, clean, (cite_calder(clean),)))[PAGE]
    front = yaml.safe_load(text.split("---\n")[1])
    assert front == {
        "title": "Calder v. Jones, 465 U.S. 783 (1984)",
        "authority": PAGE.removesuffix(".md"),
        "above": {"authorities/": "Authorities", "authorities/cases/": "Cases"},
        "search": {"exclude": True},
        "hide": ["toc"],
    }


def test_a_title_in_any_signs_reads_back_from_the_front_matter() -> None:
    for name in ('A "B" \\ v. C: {d} #e', "Ш v. 漢 😀", "A\x7fB v. C\ufeff"):
        clean = write_clean("Calder, 465 U.S. 783.")
        calder = dataclasses.replace(cite_calder(clean), case_name=name)
        text = publish(make_order(0, clean, (calder,)))[PAGE]
        title = yaml.safe_load(text.split("---\n")[1])["title"]
        assert title == f"{name}, 465 U.S. 783 (1984)"


def test_years_are_counted_newest_first_and_the_undated_last() -> None:
    clean = write_clean("Calder, 465 U.S. 783. Again 465 U.S. 783.")
    twice = (cite_calder(clean), cite_calder(clean, after=20))
    last = make_order(4, clean, twice[:1])
    undated = dataclasses.replace(
        last, description=dataclasses.replace(last.description, date=None)
    )
    text = publish(
        make_order(0, clean, twice),
        make_order(1, clean, twice[:1]),
        make_order(3, clean, twice[:1]),
        undated,
    )[PAGE]
    rows = [line.split("<")[0] for line in text.splitlines() if "<meter" in line]
    assert rows == ["| 2032 | 1 | 1 ", "| 2031 | 2 | 3 ", "| undated | 1 | 1 "]
    assert '<meter class="year-bar" min="0" max="3" value="3" aria-hidden="true"></meter>' in text
    assert "5 mentions in 4 orders</span>, 2031–2032" in text
    days = [text.index(f"[Order {number}]") for number in (1, 3, 0, 4)]
    assert days == sorted(days)


def test_subdivisions_are_counted_and_shown_beside_each_mention() -> None:
    clean = write_clean("Under Rule 12(b)(6) and Rule 12(b)(1) and Rule 12.")
    citations = tuple(
        cite(clean, f"Rule {number}", K.RULE, f"Fed. R. Civ. P. {number}")
        for number in ("12(b)(6)", "12(b)(1)")
    )
    whole = cite(clean, "Rule 12", K.RULE, RULE, after=40)
    text = publish(make_order(0, clean, (*citations, whole)))["authorities/rules/fed-r-civ-p-12.md"]
    assert "\n# Fed. R. Civ. P. 12\n" in text
    assert "Cited as\n:   Fed. R. Civ. P. 12(b)(1) (1) · Fed. R. Civ. P. 12(b)(6) (1)\n" in text
    assert "Rule 12(b)(6): cited as Fed. R. Civ. P. 12(b)(6)" in text
    assert "3 mentions in 1 order" in text


def test_many_mentions_are_cut_and_counted() -> None:
    clean = write_clean(*(f"Sentence {number}: 465 U.S. 783." for number in range(9)))
    starts = [start for start, _ in clean.locate_blocks()]
    citations = tuple(cite_calder(clean, after=start) for start in starts)
    text = publish(make_order(0, clean, citations))[PAGE]
    assert text.count("<mark>") == MENTIONS == 5
    assert "[and 4 more mentions](../../orders/cand/no-docket/2031-03-01-order-0.md#cite-6)" in text


def test_many_citing_orders_are_split_into_pages() -> None:
    clean = write_clean("Calder, 465 U.S. 783.")
    orders = [make_order(number, clean, (cite_calder(clean),)) for number in range(2 * ROWS + 5)]
    pages = publish(*orders)
    mine = [path for path in pages if path.startswith(PAGE.removesuffix(".md"))]
    assert mine[:2] == [PAGE, "authorities/cases/465-u-s-783/2.md"]
    counts = [pages[path].count("### ") for path in mine]
    assert sum(counts) == len(orders)
    assert all(ROWS // 4 < count <= ROWS for count in counts[:-1])
    shown = [line for path in mine for line in pages[path].splitlines() if line.startswith("### ")]
    assert len(set(shown)) == len(orders)
    assert "[2](../../authorities/cases/465-u-s-783/2.md)" in pages[PAGE]
    assert "[1](../../../authorities/cases/465-u-s-783.md)" in pages[mine[1]]
    assert "By year" not in pages[mine[1]]


def test_orders_that_say_much_make_pages_short(tmp_path: Path) -> None:
    """Built by MkDocs with the theme around them: pages of long sentences under 100 kB of HTML."""
    words = " ".join(["the defendant’s reply brief says nothing of personal jurisdiction,"] * 6)
    clean = write_clean(*(f"Under 465 U.S. 783, {words} {part}." for part in range(5)))
    starts = [start for start, _ in clean.locate_blocks()]
    citations = tuple(cite_calder(clean, after=start) for start in starts)
    pages = publish(*(make_order(number, clean, citations) for number in range(60)))
    mine = {path: text for path, text in pages.items() if path.startswith(PAGE[:-3])}
    assert sum(text.count("### ") for text in mine.values()) == 60
    copy_hand_written_docs(tmp_path / "docs")
    for path, text in mine.items():
        target = tmp_path / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    settings = load_config(
        str(ROOT / "mkdocs.yml"),
        docs_dir=str(tmp_path / "docs"),
        site_dir=str(tmp_path / "site"),
        plugins=[],
    )
    build(settings)
    folder = tmp_path / "site" / PAGE.removesuffix(".md")
    sizes = [path.stat().st_size for path in folder.rglob("index.html")]
    assert len(sizes) == len(mine) > 1
    assert 50_000 < max(sizes) < 100_000


def test_an_order_here_and_orders_it_may_be_are_linked() -> None:
    clean = write_clean("Quill, No. 5:31-cv-01234 (N.D. Cal. 2031).")
    number = "No. 5:31-cv-01234"
    citing = cite(clean, number, K.DOCKET, number, court="cand", year=2031)
    numbered = {"docket_numbers": (DOCKET,), "date": datetime.date(2031, 3, 4)}
    first = make_order(0, write_clean("So ordered."), (), **numbered)
    second = make_order(1, write_clean("So ordered again."), (), **numbered)
    page = "authorities/cases/cand-5-31-cv-01234-2031.md"
    sure = publish(first, make_order(5, clean, (citing,)))
    (path,) = (path for path in sure if path.endswith("-0.md"))
    assert "In this archive\n:   Mar. 4, 2031: [Order 0](" in sure[path]
    perhaps = publish(first, second, make_order(5, clean, (citing,)))[page]
    assert "Perhaps one of these orders here\n:   Mar. 4, 2031: [Order 0](" in perhaps
    assert ":   Mar. 4, 2031: [Order 1](" in perhaps


def test_an_order_that_is_none_is_not_shown() -> None:
    clean = write_clean("Calder, 465 U.S. 783.")
    motion = make_order(0, clean, (cite_calder(clean),))
    claim = dataclasses.replace(motion.description.is_order, value=False)
    description = dataclasses.replace(motion.description, is_order=claim)
    motion = dataclasses.replace(motion, description=description)
    assert PAGE not in publish(motion)
    assert "Order 0" not in publish(motion, make_order(1, clean, (cite_calder(clean),)))[PAGE]


def test_hostile_words_stay_words(
    render: Callable[[str], str], words: Callable[[str], list[str]]
) -> None:
    """In the name, the form, the sentence and what is printed with a citation."""
    evil = '_x_ [a](b) <img src=x onerror=alert(1)> {.c} | "q" &amp;'
    clean = write_clean(f"{evil} See 465 U.S. 783 {evil}")
    calder = dataclasses.replace(
        cite_calder(clean, signal=evil, parenthetical=evil, pin_cite=evil),
        case_name=evil,
        normal_form=evil,
        authority=evil,
    )
    pages = publish(make_order(0, clean, (calder,), case_name=evil, title=evil))
    (path,) = (path for path in pages if path.startswith("authorities/cases/") and "x-a" in path)
    rendered = render(pages[path].split("---\n", 2)[2])
    assert "<img" not in rendered
    shown = " ".join(words(rendered))
    assert shown.count(evil) == 9
    listing = render(pages["authorities/cases/index.md"].split("---\n", 2)[2])
    assert "<img" not in listing
    assert evil in " ".join(words(listing))


def test_two_builds_are_the_same_and_do_not_mind_the_order() -> None:
    clean = write_clean("Calder, 465 U.S. 783.")
    orders = [make_order(number, clean, (cite_calder(clean),)) for number in range(4)]
    assert publish(*orders) == publish(*reversed(orders))
    (calder,) = catalogue_orders(orders).authorities
    assert (calder.case_name, calder.forms) == (CALDER_NAME, (CALDER,))
