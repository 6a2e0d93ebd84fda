"""The table of authorities on an order's page."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from build_scripts.archive.authorities import gather_authorities
from build_scripts.model.archive import Archive, ArchivedOrder, Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import BlockKind, CleanOrder, Footnote
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.authorities import arrange_authorities, wrap_citations
from build_scripts.pages.table_of_authorities import (
    AuthorityRow,
    AuthoritySection,
    read_cited_places,
    view_authorities,
)
from build_scripts.pages.views import PageLink
from tests.pages.conftest import FIRST, SECOND, block, cite, claim, describe, order
from tests.tables import as_tuples, each_row

K = CitationKind
Row = tuple[str, str, str]
Show = Callable[..., tuple[AuthoritySection, ...]]
YAHOO, WL = "433 F.3d 1199", "2030 WL 1234567"


def table_rows(sections: tuple[AuthoritySection, ...]) -> dict[str, list[Row]]:
    """The cells of each section's rows, as a reader sees them."""
    return {one.title: [show_row(row) for row in one.rows] for one in sections}


def show_row(row: AuthorityRow) -> Row:
    named = f"{row.case_name}, {row.words}" if row.case_name else row.words
    perhaps = "; ".join(one.label for one in row.perhaps)
    where = row.here or row.outward
    read = "; ".join(filter(None, (where and where.label, perhaps and f"perhaps {perhaps}")))
    return named, read, ", ".join(one.label for one in row.places).replace("\u00a0", " ")


@pytest.fixture
def show(archive: Archive) -> Callable[..., tuple[AuthoritySection, ...]]:
    """The table of an order of the given blocks, beside two others that cite."""

    def view(
        clean: CleanOrder, citations: tuple[Citation, ...], links: tuple[Link | None, ...] = ()
    ) -> tuple[AuthoritySection, ...]:
        links = links or (None,) * len(citations)
        orders = (archive.orders[0].order, order(clean, describe(), citations))
        all_links = (archive.orders[0].links, links)
        authorities, cited = gather_authorities(orders, all_links, 10)
        archived = ArchivedOrder(SECOND, orders[1], links, (), authorities=cited[1])
        first = replace(archive.orders[0], authorities=cited[0])
        whole = Archive((first, archived), archive.groups, authorities=authorities)
        table = arrange_authorities(archived, authorities)
        return view_authorities(table, read_cited_places(archived.order), build_index(whole))

    return view


def of_blocks(*texts: str, notes: tuple[tuple[str, str], ...] = ()) -> CleanOrder:
    footnotes = tuple(Footnote(label, (block(text),), True) for label, text in notes)
    return CleanOrder(tuple(map(block, texts)), footnotes, (), (), (), 1)


def test_each_authority_once_with_the_pages_where_it_stands(show: Show) -> None:
    clean = of_blocks(
        "*Yahoo! v. La Ligue*, 433 F.3d 1199 (9th Cir. 2006), at first.",
        "Then {page 2}again, id. at 1206, and id. at 1207. Twice {page 3}more, 433 F.3d at "
        "{page 4}1208.",
        notes=(("3", "See 433 F.3d at 1209."),),
    )
    page = show(
        clean,
        (
            cite(clean, YAHOO, K.CASE, YAHOO, case_name="Yahoo! v. La Ligue", year=2006),
            cite(clean, "id. at 1206", K.ID, YAHOO, antecedent=YAHOO),
            cite(clean, "id. at 1207", K.ID, YAHOO, antecedent=YAHOO),
            cite(clean, "433 F.3d at 1208", K.SHORT, YAHOO, antecedent=YAHOO),
            cite(clean, "433 F.3d at 1209", K.SHORT, YAHOO, antecedent=YAHOO),
        ),
    )
    name = "Yahoo! Inc. v. La Ligue Contre Le Racisme, 433 F.3d 1199 (9th Cir. 2006)"
    # the case's name and address are what the archive knows of it, from the other order
    assert table_rows(page) == {"Cases": [(name, "On CourtListener", "1, 2, 3–4, n.3")]}
    (row,) = page[0].rows
    assert [one.address for one in row.places] == ["#cite-1", "#cite-2", "#cite-4", "#cite-5"]
    assert (row.anchor, row.orders) == ("authority-1", 2)


def test_an_order_without_pages_counts_its_paragraphs(show: Show) -> None:
    clean = of_blocks("Nothing.", "Fed. R. Civ. P. 12(b)(6) here.", "And Rule 12(c) there.")
    page = show(
        clean,
        (
            cite(clean, "Fed. R. Civ. P. 12(b)(6)", K.RULE, "Fed. R. Civ. P. 12(b)(6)"),
            cite(clean, "Rule 12(c)", K.RULE, "Fed. R. Civ. P. 12(c)"),
        ),
    )
    assert table_rows(page) == {"Rules": [("Fed. R. Civ. P. 12(b)(6), (c)", "", "¶ 2, 3")]}


@each_row()
def test_words_before_the_first_mark_are_on_the_page_before(
    mark: int, places: str, show: Show
) -> None:
    clean = of_blocks(f"Rule 12(b). {{page {mark}}}Rule 12(c).")
    blocks = tuple(
        replace(one, places=(one.places[0]._replace(page=mark - 1), *one.places[1:]))
        for one in clean.blocks
    )
    page = show(
        replace(clean, blocks=blocks),
        (
            cite(clean, "Rule 12(b)", K.RULE, "Fed. R. Civ. P. 12(b)"),
            cite(clean, "Rule 12(c)", K.RULE, "Fed. R. Civ. P. 12(c)"),
        ),
    )
    assert table_rows(page)["Rules"][0][2] == places


@each_row(forms=as_tuples)
def test_a_provision_stands_once_with_its_subdivisions(
    forms: tuple[str, ...], shown: str, show: Show
) -> None:
    clean = of_blocks("; ".join(forms) + ".")
    after = 0
    citations = []
    for form in forms:
        citations.append(cite(clean, form, K.STATUTE, form, after=after))
        after = citations[-1].end
    assert [row[0] for row in table_rows(show(clean, tuple(citations)))["Statutes"]] == [shown]


def test_an_ambiguous_citation_is_a_choice(show: Show) -> None:
    clean = of_blocks("See No. 5:31-cv-01234, Dkt. No. 8.")
    citations = (
        cite(clean, "No. 5:31-cv-01234", K.DOCKET, "5:31-cv-01234"),
        cite(clean, "Dkt. No. 8", K.RECORD, "Dkt. No. 8"),
    )
    choice = Link(LinkTarget.CHOICE, "", alternatives=(FIRST, SECOND))
    sections = show(clean, citations, (choice, choice))
    assert [one.title for one in sections] == ["Cases", "This case's docket"]
    for (row,) in (one.rows for one in sections):
        first, second = row.perhaps
        assert first == PageLink(
            "Order Denying Motion for Expedited Discovery, Mar. 4, 2031", f"{FIRST}/"
        )
        assert second.address == f"{SECOND}/"
        assert (row.here, row.outward) == (None, None)
    archived = ArchivedOrder(SECOND, order(clean, describe(), citations), (choice, choice), ())
    authorities, cited = gather_authorities((archived.order,), (archived.links,), 10)
    table = arrange_authorities(replace(archived, authorities=cited[0]), authorities)
    for number, wrapping in enumerate(wrap_citations(archived, map(table.lead, range(2))), start=1):
        assert f'href="#authority-{number}"' in wrapping.first[0]
        assert f"authority-{number}" in {row.anchor for one in sections for row in one.rows}


def test_papers_of_the_record_are_counted_with_what_goes_back_to_them(
    show: Show,
) -> None:
    clean = of_blocks("{page 2}Dkt. No. 9. {page 3}Id. at 4. {page 4}Compl. ¶ 3; note 2 above.")
    page = show(
        clean,
        (
            cite(clean, "Dkt. No. 9", K.RECORD, "Dkt. No. 9"),
            cite(clean, "Id. at 4", K.ID, "Dkt. No. 9", antecedent="Dkt. No. 9"),
            cite(clean, "Compl. ¶ 3", K.SHORT, "Compl.", antecedent="Compl."),
            cite(clean, "note 2", K.INTERNAL, "note 2"),
        ),
    )
    papers = [("Compl.", "", "4"), ("Dkt. No. 9", "", "2, 3")]
    assert table_rows(page) == {"This case's docket": papers}


def test_parallel_forms_share_a_row_and_count_once(archive: Archive) -> None:
    archive_index = build_index(archive)
    first = archive.orders[0]
    table = arrange_authorities(first, archive.authorities)
    rows = table_rows(view_authorities(table, read_cited_places(first.order), archive_index))
    calder = "Calder v. Jones, 465 U.S. 783, 104 S. Ct. 1482, 79 L. Ed. 2d 804 (1984)"
    assert (calder, "On CourtListener", "n.1") in rows["Cases"]
    assert [row[0] for row in rows["This case's docket"]] == ["Dkt. No. 1", "Dkt. No. 7"]
    assert list(rows) == ["Cases", "Statutes", "Rules", "This case's docket"]
    assert rows["Statutes"][0][1] == "On law.cornell.edu"
    assert table.row_of[9] is table.row_of[10] is table.row_of[8]


def test_what_no_order_cites_but_this_paper_has_rows_of_its_own(archive: Archive) -> None:
    """A motion among the orders: the archive lists no authority for it alone."""
    clean = of_blocks("*Lark v. Tern*, 12 F.4th 34, 99 S. Ct. 5; id. at 36. Fed. R. Evid. 403.")
    lark = cite(clean, "12 F.4th 34", K.CASE, "12 F.4th 34", case_name="Lark v. Tern", year=2021)
    citations = (
        lark,
        cite(clean, "99 S. Ct. 5", K.CASE, "99 S. Ct. 5", authority="12 F.4th 34"),
        cite(clean, "id. at 36", K.ID, "12 F.4th 34", antecedent="12 F.4th 34"),
        cite(clean, "Fed. R. Evid. 403", K.RULE, "Fed. R. Evid. 403"),
    )
    paper = order(clean, replace(describe(), is_order=claim(False)), citations)
    authorities, cited = gather_authorities((paper,), ((None,) * 4,), 10)
    assert authorities == ()
    archived = ArchivedOrder(SECOND, paper, (None,) * 4, (), authorities=cited[0])
    table = arrange_authorities(archived, authorities)
    assert {place: row.number for place, row in table.row_of.items()} == {0: 1, 1: 1, 2: 1, 3: 2}
    page = view_authorities(table, read_cited_places(archived.order), build_index(archive))
    assert table_rows(page) == {
        "Cases": [("Lark v. Tern, 12 F.4th 34, 99 S. Ct. 5 (2021)", "", "¶ 1")],
        "Rules": [("Fed. R. Evid. 403", "", "¶ 1")],
    }
    assert not any(row.address for one in page for row in one.rows)


def test_a_citation_without_address_leads_to_who_else_cites_it(archive: Archive) -> None:
    """Of an order alone in citing it, the page would say nothing new: it stays plain."""
    clean = of_blocks("*Lark v. Ostrich Freight Inc.*, 2030 WL 1234567, and 2029 WL 7654321.")
    citations = (cite(clean, WL, K.CASE, WL), cite(clean, "2029 WL 7654321", K.CASE, "2029 WL 7"))
    orders = (archive.orders[0].order, order(clean, describe(), citations))
    authorities, cited = gather_authorities(orders, (archive.orders[0].links, (None, None)), 10)
    archived = ArchivedOrder(SECOND, orders[1], (None, None), (), authorities=cited[1])
    table = arrange_authorities(archived, authorities)
    known, alone = (
        one.first[0] for one in wrap_citations(archived, map(table.lead, range(2)), "../../../../")
    )
    assert 'href="../../../../authorities/wl/2030/#1234567"' in known
    assert "<a" not in alone
    assert 'id="cite-2"' in alone


def test_an_amendment_is_a_link_where_a_section_names_it_first() -> None:
    named, normal = "Fourth Amendment", "U.S. Const. amend. IV"
    said = f"The {named} protects papers; so the {named} applies."
    second = block("II. DISCUSSION", BlockKind.HEADING, 1)
    clean = CleanOrder((block(said), second, block(said)), (), (), (), (), 1)
    places = [one.start() for one in re.finditer(named, clean.reading_text)]
    citations = tuple(cite(clean, named, K.CONSTITUTION, normal, after=place) for place in places)
    links = (Link(LinkTarget.OUTWARD, "https://example.org/amendment-4/"),) * len(places)
    authorities, cited = gather_authorities((order(clean, describe(), citations),), (links,), 10)
    archived = ArchivedOrder(
        SECOND, order(clean, describe(), citations), links, (), authorities=cited[0]
    )
    table = arrange_authorities(archived, authorities)
    wrappings = wrap_citations(archived, map(table.lead, range(len(citations))))
    assert ["<a" in one.first[0] for one in wrappings] == [True, False, True, False]


def test_what_goes_back_to_the_link_before_it_is_no_stop_of_the_tab_key() -> None:
    said = "1 U.S. 1; Id. at 2; Compl.; Id. at 3; 2 U.S. 2; 1 U.S. 1."
    clean = CleanOrder((block(said), block("Id. at 4.")), (), (), (), (), 1)
    words = re.findall(r"\d U.S. \d|Id. at \d|Compl.", clean.reading_text)
    citations, after = [], 0
    for one in words:
        normal = "2 U.S. 2" if one == "2 U.S. 2" else "1 U.S. 1"
        citations.append(cite(clean, one, K.CASE, normal, after=after))
        after = citations[-1].end
    links = tuple(
        None
        if one == "Compl."
        else Link(LinkTarget.COURTLISTENER, f"https://x.org/{cited.normal_form[0]}")
        for one, cited in zip(words, citations, strict=True)
    )
    citing = order(clean, describe(), tuple(citations))
    authorities, cited = gather_authorities((citing,), (links,), 10)
    archived = ArchivedOrder(SECOND, citing, links, (), authorities=cited[0])
    table = arrange_authorities(archived, authorities)
    wrapped = [one.first[0] for one in wrap_citations(archived, map(table.lead, range(len(links))))]
    stops = [
        word
        for word, one in zip(words, wrapped, strict=True)
        if "<a" in one and "tabindex" not in one
    ]
    assert stops == ["1 U.S. 1", "2 U.S. 2", "1 U.S. 1", "Id. at 4"]


@pytest.mark.parametrize(
    ("name", "form"), [("<b>Lark</b> v. {{ x }}", "9 F.4th | 1"), ("*", "`[x](y)`")]
)
def test_names_and_forms_are_words_as_the_order_prints_them(name: str, form: str) -> None:
    clean = of_blocks("x")
    citation = Citation(K.CASE, "x", 0, 1, form, form, case_name=name)
    citing = order(clean, describe(), (citation,))
    authorities, cited = gather_authorities((citing,), ((None,),), 10)
    archived = ArchivedOrder(SECOND, citing, (None,), (), authorities=cited[0])
    whole = Archive((archived,), {}, authorities=authorities)
    table = arrange_authorities(archived, authorities)
    rows = table_rows(
        view_authorities(table, read_cited_places(archived.order), build_index(whole))
    )
    assert rows == {"Cases": [(f"{name}, {form}", "", "¶ 1")]}
