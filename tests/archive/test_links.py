import datetime
from dataclasses import replace

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.archive.links import find_anchor
from build_scripts.model.archive import Archive, CitedBy, Link, LinkTarget, Mention
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    Footnote,
    FootnoteMark,
    PageMark,
    Place,
)
from build_scripts.model.description import DocketNumber
from build_scripts.model.order import Order
from tests.archive.conftest import make_citation, make_order
from tests.tables import as_tuples, each_row

K = CitationKind
MARCH, JUNE = datetime.date(2031, 3, 4), datetime.date(2031, 6, 2)
CASE = DocketNumber("5:31-cv-01234-ABC", "5", 2031, "cv", 1234, "ABC")
OTHER = DocketNumber("3:31-cr-00007", "3", 2031, "cr", 7)
FIRST = "orders/cand/5-31-cv-01234/2031-03-04-order"
SECOND = "orders/cand/5-31-cv-01234/2031-06-02-order"


def link(*citations: Citation, text: str = "", **citing: object) -> tuple[Link | None, ...]:
    """The links of an order that cites, beside two orders of one case."""
    values = {"dockets": (OTHER,), "date": datetime.date(2032, 1, 1), **citing}
    archive = catalogue_orders(
        [
            make_order("a", dockets=(CASE,), date=MARCH, document="8", own=("700 F.4th 12",)),
            make_order("b", dockets=(CASE,), date=JUNE, document="21"),
            make_order("citing", text=text, citations=citations, **values),
        ]
    )
    return next(o.links for o in archive.orders if o.order.source.path == "citing.txt")


def archived(address: str) -> Link:
    return Link(LinkTarget.ARCHIVE, address)


def docket_search(number: str, court: str = "cand") -> Link:
    number = number.replace(":", "%3A")
    query = f"type=r&docket_number={number}&court={court}"
    return Link(LinkTarget.SEARCH, f"https://www.courtlistener.com/?{query}")


def courtlistener(path: str) -> Link:
    return Link(LinkTarget.COURTLISTENER, f"https://www.courtlistener.com/c/{path}/")


@each_row()
def test_docket_citations(number: str, text: str, address: str | None) -> None:
    citation = make_citation(K.DOCKET, number, docket_number=number, year=2031, court="cand")
    expected = archived(address) if address else docket_search(number)
    assert link(citation, text=text) == (expected,)


def test_another_court_with_the_same_number_is_not_linked() -> None:
    text = "5:31-cv-01234 (C.D. Cal. Mar. 4, 2031)"
    number = "5:31-cv-01234"
    found = link(make_citation(K.DOCKET, number, court="cacd"), text=text)
    assert found == (docket_search(number, "cacd"),)
    assert link(make_citation(K.DOCKET, number), text=text, court="cacd") == found


def test_a_report_of_an_order_here_and_its_parallels_stay_here() -> None:
    links = link(
        make_citation(K.CASE, "700 F.4th 12"),
        make_citation(K.CASE, "104 S. Ct. 1482", authority="700 F.4th 12"),
        make_citation(K.ID, "Id.", antecedent="700 F.4th 12"),
    )
    assert links == (archived(FIRST),) * 3


def test_cases_elsewhere_lead_to_courtlistener_each_by_its_own_form() -> None:
    links = link(
        make_citation(K.CASE, "465 U.S. 783"),
        make_citation(K.CASE, "104 S. Ct. 1482", authority="465 U.S. 783"),
        make_citation(K.CASE, "2030 WL 1234567"),
        make_citation(K.SHORT, "465 U.S. at 789", antecedent="465 U.S. 783"),
        make_citation(K.ID, "Id.", antecedent="2030 WL 1234567"),
        make_citation(K.SUPRA, "supra"),
    )
    assert links == (
        courtlistener("us/465/783"),
        courtlistener("s-ct/104/1482"),
        None,
        courtlistener("us/465/783"),
        None,
        None,
    )


def test_codes_lead_where_the_citation_says_and_only_over_http() -> None:
    links = link(
        make_citation(K.STATUTE, "28 U.S.C. § 1331", outward_url="https://example.org/28/1331"),
        make_citation(K.ID, "Id.", antecedent="28 U.S.C. § 1331"),
        make_citation(K.RULE, "Rule 9", outward_url="javascript:alert(1)"),
    )
    code = Link(LinkTarget.OUTWARD, "https://example.org/28/1331")
    assert links == (code, code, None)


def test_record_citations_lead_to_the_order_of_the_same_case() -> None:
    record = make_citation(K.RECORD, "Dkt. No. 8", entries=("8",))
    assert link(record, dockets=(CASE,)) == (archived(FIRST),)
    assert link(record) == (None,)  # entry 8 of another case
    attachment = make_citation(K.RECORD, "Dkt. No. 8-1", entries=("8-1",))
    assert link(attachment, dockets=(CASE,)) == (None,)  # an exhibit is not the order


def test_an_order_never_leads_to_itself() -> None:
    own = make_citation(K.RECORD, "Dkt. No. 30", entries=("30",))
    assert link(own, dockets=(CASE,), document="30") == (None,)
    reported = make_citation(K.CASE, "701 F.4th 1")
    assert link(reported, own=("701 F.4th 1",)) == (courtlistener("f4th/701/1"),)


def test_who_cites_whom() -> None:
    record = make_citation(K.RECORD, "Dkt. No. 8", entries=("8",))
    archive: Archive = catalogue_orders(
        [
            make_order("a", dockets=(CASE,), date=MARCH, document="8"),
            make_order("b", dockets=(CASE,), date=JUNE, citations=(record, record)),
        ]
    )
    assert archive.orders[0].cited_by == (CitedBy(SECOND, (Mention(1, 0), Mention(1, 1))),)
    assert archive.orders[1].cited_by == ()


def choice(*addresses: str) -> Link:
    return Link(LinkTarget.CHOICE, "", alternatives=addresses)


def test_what_fits_two_orders_is_a_choice_and_cites_neither() -> None:
    number = "5:31-cv-01234"
    citation = make_citation(K.DOCKET, number, docket_number=number, year=2031, court="cand")
    assert link(citation, text=f"{number} (N.D. Cal. 2031)") == (choice(FIRST, SECOND),)
    record = make_citation(K.RECORD, "Dkt. No. 8", entries=("8",))
    archive = catalogue_orders(
        [
            make_order("a", dockets=(CASE,), date=MARCH, document="8"),
            make_order("b", dockets=(CASE,), date=JUNE, document="8"),
            make_order("c", dockets=(CASE,), date=JUNE, title="Last", citations=(record,)),
        ]
    )
    last = next(o for o in archive.orders if o.order.citations)
    assert last.links == (choice(FIRST, SECOND),)
    assert all(not order.cited_by for order in archive.orders)


def test_decisions_on_one_page_are_told_apart_by_name() -> None:
    page = "14 F.3d 44"
    shared = {"court": "cacd", "own": (page,), "date": MARCH}

    def links(*citations: Citation) -> tuple[Link | None, ...]:
        archive = catalogue_orders(
            [
                make_order("a", case="Wren v. Heron Mills, Inc.", title="Wren", **shared),
                make_order("b", case="Finch v. Plover", title="Finch", **shared),
                make_order("citing", citations=citations, date=JUNE),
            ]
        )
        return next(o.links for o in archive.orders if o.order.citations)

    (named,) = links(make_citation(K.CASE, page, case_name="Wren v. Heron Mills", year=2031))
    assert named is not None
    assert (named.target, named.url.rpartition("-")[2]) == (LinkTarget.ARCHIVE, "wren")
    for unsure in (
        make_citation(K.CASE, page),
        make_citation(K.CASE, page, case_name="Stork v. Egret"),
    ):
        (link,) = links(unsure)
        assert link is not None
        assert link.target is LinkTarget.COURTLISTENER
        assert len(link.alternatives) == 2


def test_a_case_is_found_by_name_court_and_year() -> None:
    def links(name: str, year: int, case: str) -> Link | None:
        citation = make_citation(K.CASE, "2031 WL 77", case_name=name, court="cacd", year=year)
        archive = catalogue_orders(
            [
                make_order("a", court="cacd", case=case, date=MARCH),
                make_order("citing", citations=(citation,), date=JUNE),
            ]
        )
        return next(o.links[0] for o in archive.orders if o.order.citations)

    full = "Daigleton v. Maine Medical Center, Inc."
    found = links("Daigleton v. Me. Med. Ctr.", 2031, full)
    assert found is not None
    assert found.target is LinkTarget.ARCHIVE
    assert links("Daigleton v. Me. Med. Ctr.", 2030, full) is None
    # so many cases have this name that it decides nothing
    assert links("United States v. Heronson", 2031, "United States v. Heronson") is None


@each_row(kind=CitationKind)
def test_links_land_on_the_pin_cite(pin: str | None, kind: CitationKind, anchor: str) -> None:
    places = (Place(0, 1, 1), Place(4, 2, 5, printed_line=5))
    block = Block(
        BlockKind.PARAGRAPH, "One. Two.", places,
        page_marks=(PageMark(4, 2),), footnote_marks=(FootnoteMark(4, "1"),),
    )  # fmt: skip
    note = Footnote("1", (Block(BlockKind.PARAGRAPH, "Note.", (Place(0, 2, 9),)),), tied=True)
    clean = CleanOrder((block,), (note,), (), (), (), page_count=2)
    citation = make_citation(kind, "form", pin_cite=pin)
    assert find_anchor(citation, kind, _hold(clean)) == anchor


@each_row()
def test_a_pin_cite_counts_printed_pages_behind_a_cover_sheet(pin: str, anchor: str) -> None:
    places = (Place(0, 1, 1), Place(4, 2, 5, printed_line=5))
    block = Block(BlockKind.PARAGRAPH, "One. Two.", places, page_marks=(PageMark(4, 2),))
    clean = CleanOrder((block,), (), (), (), (), page_count=2, page_labels=("", "1"))
    assert find_anchor(make_citation(K.DOCKET, "f", pin_cite=pin), K.DOCKET, _hold(clean)) == anchor


def test_a_report_s_printed_pages_are_found_by_the_report() -> None:
    clean = replace(_print_at(2, 3), page_labels=("982", "983", "984"))
    short = make_citation(K.SHORT, "36 S.W. 982", pin_cite="984", antecedent="36 S.W. 982")
    assert find_anchor(short, K.CASE, _hold(clean)) == "#at-984"


def _hold(clean: CleanOrder) -> Order:
    return replace(make_order("a"), clean=clean)


def _print_at(*pages: int) -> CleanOrder:
    """An order in which those pages begin, note 6 on the last."""
    text = "x" * len(pages)
    marks = tuple(PageMark(at, page) for at, page in enumerate(pages))
    block = Block(
        BlockKind.PARAGRAPH, text, (Place(0, 1, 1),),
        page_marks=marks, footnote_marks=(FootnoteMark(len(text), "6"),),
    )  # fmt: skip
    note = Footnote("6", (Block(BlockKind.PARAGRAPH, "Note.", (Place(0, 2, 9),)),), tied=True)
    return CleanOrder((block,), (note,), (), (), (), page_count=0)


@each_row(pages=as_tuples)
def test_a_reporter_s_pages_are_found_where_the_order_marks_them(
    form: str, pin: str, pages: tuple[int, ...], anchor: str
) -> None:
    short = make_citation(K.SHORT, form, pin_cite=pin, antecedent=form)
    assert find_anchor(short, K.CASE, _hold(_print_at(*pages))) == anchor


@each_row()
def test_references_to_the_order_itself_lead_within_its_page(place: str, anchor: str) -> None:
    citation = make_citation(K.INTERNAL, place)
    order = replace(
        make_order("a", citations=(citation,), dockets=(CASE,), date=MARCH),
        clean=_print_at(13, 14),
    )
    (archived_order,) = catalogue_orders([order]).orders
    expected = Link(LinkTarget.HERE, "", anchor) if anchor else None
    assert (archived_order.links, archived_order.cited_by) == ((expected,), ())


@each_row()
def test_a_paragraph_that_the_court_numbered_is_found(pin: str, anchor: str) -> None:
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, f"{{¶ {number}}} The lease ended.", (Place(0, 1, number),))
        for number in (1, 2, 3)
    )
    clean = CleanOrder(blocks, (), (), (), (), page_count=0)
    citation = make_citation(K.CASE, "2031-Ohio-7", pin_cite=pin)
    assert find_anchor(citation, K.CASE, _hold(clean)) == anchor
