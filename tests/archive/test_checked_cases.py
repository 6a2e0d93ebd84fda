"""What later builds make of what CourtListener said."""

import datetime

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.archive.checked_cases import count_outward_cases
from build_scripts.model.archive import Archive, Link, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.description import DocketNumber
from build_scripts.model.link_ledger import CheckedCitation, LinkLedger, LookupOutcome
from build_scripts.problems import FindingCode
from tests.archive.conftest import make_citation, make_order
from tests.tables import each_row

K, O = CitationKind, LookupOutcome  # noqa: E741
DAY = datetime.date(2031, 3, 4)
SITE = "https://www.courtlistener.com"
CALDER = "465 U.S. 783"
PAGE = f"{SITE}/opinion/111/calder-v-jones/"
SEARCH = Link(LinkTarget.SEARCH, f"{SITE}/?type=o&q=%22465+U.S.+783%22")
BY_RULE = Link(LinkTarget.COURTLISTENER, f"{SITE}/c/us/465/783/")
CASE = DocketNumber("5:31-cv-01234-ABC", "5", 2031, "cv", 1234, "ABC")


def checked(citation: str, outcome: LookupOutcome, url: str = "", name: str = "") -> LinkLedger:
    return {citation: CheckedCitation(citation, outcome, DAY, url, name)}


def build(ledger: LinkLedger, *citations: Citation, **more: object) -> Archive:
    return catalogue_orders([make_order("citing", citations=citations, **more)], ledger)


@pytest.mark.parametrize(
    ("outcome", "url", "there", "link"),
    [
        (O.FOUND, PAGE, "Calder v. Jones", Link(LinkTarget.COURTLISTENER, PAGE)),
        (O.FOUND, PAGE, "", Link(LinkTarget.COURTLISTENER, PAGE)),  # no name speaks against none
        (O.FOUND, f"{SITE}/opinion/9/stork/", "Stork v. Egret", SEARCH),
        (O.SEVERAL, "", "", BY_RULE),
        (O.NOT_FOUND, "", "", SEARCH),
        (O.UNKNOWN_REPORTER, "", "", SEARCH),
        (O.NOT_READ, "", "", SEARCH),
    ],
)
def test_each_outcome_has_its_link(
    outcome: LookupOutcome, url: str, there: str, link: Link
) -> None:
    full = make_citation(K.CASE, CALDER, case_name="Calder v. Jones")
    short = make_citation(K.SHORT, "465 U.S. at 788", antecedent=CALDER, case_name="Calder")
    same = make_citation(K.ID, "Id.", antecedent=CALDER)
    archive = build(checked(CALDER, outcome, url, there), full, short, same)
    assert archive.orders[0].links == (link, link, link)
    doubtful = [f for f in archive.findings if f.code is FindingCode.DOUBTFUL_CITATION]
    assert len(doubtful) == (there == "Stork v. Egret")
    for finding in doubtful:
        assert "“Calder v. Jones”" in finding.message
        assert "“Stork v. Egret”" in finding.message


@each_row()
def test_one_case_in_other_letters(cited: str, there: str) -> None:
    ledger = checked(CALDER, O.FOUND, PAGE, there)
    archive = build(ledger, make_citation(K.CASE, CALDER, case_name=cited))
    assert archive.orders[0].links == (Link(LinkTarget.COURTLISTENER, PAGE),)


def test_what_was_not_asked_keeps_its_address() -> None:
    archive = build(checked("1 U.S. 1", O.NOT_FOUND), make_citation(K.CASE, CALDER))
    assert archive.orders[0].links == (BY_RULE,)


def test_a_page_of_a_parallel_form_is_better_than_a_search() -> None:
    parallel = make_citation(K.CASE, "104 S. Ct. 1482", authority=CALDER)
    ledger = {
        **checked(CALDER, O.NOT_FOUND),
        **checked("104 S. Ct. 1482", O.FOUND, PAGE, "Calder v. Jones"),
    }
    same = make_citation(K.ID, "Id.", antecedent=CALDER)
    archive = build(ledger, make_citation(K.CASE, CALDER), parallel, same)
    assert set(archive.orders[0].links) == {Link(LinkTarget.COURTLISTENER, PAGE)}


def test_westlaw_numbers_lead_to_the_docket_printed_with_them_or_nowhere() -> None:
    number = "3:30-cv-00777-MTO"
    with_docket = make_citation(K.CASE, "2030 WL 12345", docket_number=number, court="cacd")
    alone = make_citation(K.CASE, "2030 WL 54321", court="cacd")
    of_a_state = make_citation(K.CASE, "2030 WL 99", docket_number="30-cv-7", court="cal")
    links = build({}, with_docket, alone, of_a_state).orders[0].links
    query = "type=r&docket_number=3%3A30-cv-00777&court=cacd"
    assert links == (Link(LinkTarget.SEARCH, f"{SITE}/?{query}"), None, None)


def test_an_order_that_may_be_here_is_no_search() -> None:
    cited = make_citation(K.DOCKET, "5:31-cv-01234", court="cand", year=2031)
    archive = catalogue_orders(
        [
            make_order("a", dockets=(CASE,), date=DAY),
            make_order("b", dockets=(CASE,), date=datetime.date(2031, 6, 2)),
            make_order("citing", citations=(cited,)),
        ]
    )
    (link,) = next(order.links for order in archive.orders if order.order.citations)
    assert link is not None
    assert (link.target, link.url, len(link.alternatives)) == (LinkTarget.CHOICE, "", 2)


def test_what_is_here_is_neither_asked_nor_doubted() -> None:
    here = "700 F.4th 12"
    name = "Quill v. Ostrich"
    citations = (
        make_citation(K.CASE, here, case_name=name),
        make_citation(K.CASE, CALDER),
        make_citation(K.SHORT, "12 F.3d at 4", antecedent="12 F.3d 3"),
        make_citation(K.CASE, "2030 WL 12345"),
        make_citation(K.STATUTE, "28 U.S.C. § 1331"),
    )
    orders = [
        make_order("a", own=(here,), case=name),
        make_order("b", title="Other", citations=(make_citation(K.CASE, CALDER),)),
        make_order("citing", title="Last", citations=citations),
    ]
    archive = catalogue_orders(orders, checked(here, O.FOUND, PAGE, "Stork v. Egret"))
    assert count_outward_cases(archive) == {"12 F.3d 3": 1, CALDER: 2}
    assert FindingCode.DOUBTFUL_CITATION not in {finding.code for finding in archive.findings}
