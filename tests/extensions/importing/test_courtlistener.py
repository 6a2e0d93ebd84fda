"""CourtListener's orders: nothing lost, nothing twice, within its limits, in as few requests as can be."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from build_scripts.archive.storage.corrections_folder import attach_corrections
from build_scripts.archive.storage.orders_folder import read_raw_order
from build_scripts.convert.order import convert_order
from build_scripts.extensions.importing.courtlistener import SERVICE, Source, Wish, list_wish
from build_scripts.extensions.importing.items import Limits, Listed, Session
from build_scripts.extensions.importing.run import Report
from build_scripts.problems import ArchiveError
from build_scripts.site.web.courtlistener_api import Service
from build_scripts.site.web.http_client import (
    GoneError,
    RefusedError,
    ServiceError,
    UnavailableError,
    WrongAnswerError,
)
from build_scripts.site.web.patience import PausedError
from tests.extensions.importing.conftest import Home
from tests.extensions.importing.courtlistener_site import (
    API,
    TOKEN,
    CourtListenerSite,
    make_cluster,
    make_docket,
    make_paper,
)
from tests.extensions.importing.papers import LOGIN, MOTION, write_order, write_pdf
from tests.file_server import Answer, Site
from tests.tables import each_row

Ask = Callable[..., Report]


@pytest.fixture
def has(home: Home) -> CourtListenerSite:
    return CourtListenerSite(home.clock)


@pytest.fixture
def ask(home: Home, site: Site) -> Ask:
    from build_scripts.extensions.importing.courtlistener_client import Client  # loads a second

    def run(wish: Wish, report: Report | None = None, token: str = TOKEN, **more: Any) -> Report:
        options = {name: more.pop(name) for name in ("dry", "again") if name in more}

        def list_all(session: Session) -> Iterator[Listed]:
            limits = Limits(SERVICE, session, ((5, 60.0), (125, 86_400.0)))
            client = Client(Service(token, site.address), limits.ask)
            return list_wish(Source(client, session, site.address, **more), wish)

        return home.run(list_all, report, **options)

    return run


def fill(has: CourtListenerSite, count: int, docket: int = 123) -> None:
    make_docket(has, docket)
    for number in range(1, count + 1):
        make_paper(has, number, docket, write_order(docket, number))


def test_a_docket_in_as_few_requests_as_can_be(
    home: Home, has: CourtListenerSite, ask: Ask
) -> None:
    fill(has, 45)
    report = ask(Wish(docket=123))
    assert len(report.added) == 45
    assert len(has.asked) == 1 + 3  # the docket, and 45 papers in pages of twenty
    assert has.refused == 0
    path = "cand/3-31-cv-00123/gov.uscourts.cand.123.7.0.pdf"
    origin = home.read_origin(path)
    assert (origin.service, origin.id, origin.fetched) == (
        SERVICE,
        "recap-document 1007",
        "2031-03-09",
    )
    raw = attach_corrections(home.orders, read_raw_order(home.orders, path))
    said = convert_order(raw).description
    assert said.entry == "7"
    assert str(said.date_filed and said.date_filed.value) == "2031-03-05"
    again = ask(Wish(docket=123))
    assert (again.added, again.known) == ([], 45)


def test_what_is_no_ruling_is_not_fetched(has: CourtListenerSite, site: Site, ask: Ask) -> None:
    fill(has, 1)
    told = {
        2: {
            "description": "MOTION to Dismiss (Attachments: # 1 Proposed Order)",
            "short_description": "",
        },
        3: {"attachment_number": 1},
        4: {"is_sealed": True},
        5: {"filepath_local": None},
        6: {"filepath_local": "https://elsewhere.example/x.pdf"},
    }
    for number, more in told.items():
        make_paper(has, number, 123, write_pdf(MOTION), **more)
    make_paper(has, 7, 123, None)
    report = ask(Wish(docket=123))
    assert len(report.added) == 1
    assert [key for key, _ in report.skipped] == [f"recap-document {1000 + n}" for n in told]
    assert len([path for path in site.asked if path.startswith("/recap/")]) == 1
    taken = ask(Wish(docket=123), any_entry=True, attachments=True)
    assert {why.partition(":")[0] for _, why in taken.skipped} >= {"This may not be a court order"}


def test_the_limits_are_kept_over_days_and_nothing_is_asked_twice(
    home: Home, has: CourtListenerSite, site: Site, ask: Ask
) -> None:
    """Some 10,000 results: the runs of five days list them all, each page once."""
    make_docket(has, 123)
    for number in range(10_000):
        make_paper(
            has, number, 123, None, is_available=True, description="MOTION", short_description=""
        )
    days = 0
    seen: set[str] = set()
    while True:
        report = Report()
        try:
            ask(Wish(docket=123), report)
            break
        except PausedError:
            days += 1
            home.clock.time += 86_400
        finally:
            seen |= {key for key, _ in report.skipped}
    assert len(seen) == 10_000
    assert days == 4
    assert has.refused == 0
    searched = [path for path in site.asked if "/search/" in path]
    assert len(searched) == len(set(searched)) == 500
    assert len(has.asked) == 500 + (1 + days)  # the docket, once a run


def test_a_service_that_asks_to_wait(
    home: Home, has: CourtListenerSite, site: Site, ask: Ask
) -> None:
    fill(has, 1)
    site.faults = [Answer(429, {"detail": "throttled"}, {"Retry-After": "40"})]
    assert len(ask(Wish(docket=123)).added) == 1
    assert 40 in home.clock.sleeps
    site.faults = [Answer(429, {}, {"Retry-After": "85774"})]
    with pytest.raises(PausedError, match="24 hours"):
        ask(Wish(docket=123))


def test_an_interrupted_run_goes_on_at_its_page(
    home: Home, has: CourtListenerSite, site: Site, ask: Ask
) -> None:
    fill(has, 45)
    site.faults = [None] * 25 + [Answer(200, b"%PDF-1.7 half", cut=5)] * 99
    with pytest.raises(UnavailableError):
        ask(Wish(docket=123))
    site.faults = []
    first = len(site.asked)
    ask(Wish(docket=123))
    orders = [name for name in home.list_files() if name.endswith(".pdf")]
    assert len(orders) == 45
    assert "cursor" in next(path for path in site.asked[first:] if "/search/" in path)
    assert len({path for path in site.asked if path.startswith("/recap/")}) == 45


def test_what_failed_is_listed_until_it_comes(has: CourtListenerSite, ask: Ask) -> None:
    """A page in place of a paper is no reason to forget the paper."""
    fill(has, 25)
    paper = has.papers[0]["filepath_local"]
    data, has.files[paper] = has.files[paper], LOGIN
    assert len(ask(Wish(docket=123)).added) == 24
    has.files[paper] = data
    report = ask(Wish(docket=123))
    assert (len(report.added), report.known) == (1, 24)


def test_a_cursor_that_is_forgotten(has: CourtListenerSite, site: Site, ask: Ask) -> None:
    fill(has, 45)
    site.faults = [None] * 22 + [Answer(500, b"no")] * 5
    with pytest.raises(UnavailableError):
        ask(Wish(docket=123))
    has.era = 2
    report = ask(Wish(docket=123))
    assert (len(report.added), report.known) == (25, 20)


def test_a_judges_orders_and_only_what_came_since(
    home: Home, has: CourtListenerSite, site: Site, ask: Ask
) -> None:
    """Two dockets of three papers come with one search; the one of five is asked for its papers."""
    for docket, count in ((121, 3), (122, 2), (123, 5)):
        fill(has, count, docket)
    for paper, number in zip(has.papers, range(len(has.papers)), strict=True):
        paper["id"] = 2000 + number
    make_docket(has, 124, "casd")
    make_paper(has, 9, 124, write_pdf(write_order(124)), id=9)
    make_cluster(has, 125, write_pdf(write_order(125)))
    make_cluster(has, 126, write_pdf(write_order(126)), judge="Quill")
    wish = Wish(court="cand", judge="Poe", since=datetime.date(2031, 1, 1))
    report = ask(wish)
    assert len(report.added) == 11
    assert len(has.asked) == 3  # opinions, dockets, and the papers of one
    assert home.read_origin("cand/3-31-cv-00125/courtlistener-125.pdf").says.date == "2031-03-04"
    before = len(site.asked)
    assert ask(wish).known == 11
    assert "filed_after=2031-01-08" in site.asked[before]  # sixty days before it was finished
    before = len(site.asked)
    ask(wish, again=True)
    assert "filed_after=2031-01-01" in site.asked[before]


def test_a_citation_and_an_opinion_without_a_file(
    home: Home, has: CourtListenerSite, ask: Ask
) -> None:
    make_cluster(has, 125, None)
    text = {"id": 125, "type": "020lead", "plain_text": write_order(125).decode()}
    has.opinions[125] = [text]
    report = ask(Wish(citation="125 F.5th 1"))
    assert report.added == ["cand/3-31-cv-00125/courtlistener-125.json"]
    assert len(has.asked) == 2  # the search, and the text
    raw = attach_corrections(home.orders, read_raw_order(home.orders, report.added[0]))
    order = convert_order(raw)
    assert order.source.service == SERVICE
    assert [claim.value for claim in order.description.own_citations] == ["125 F.5th 1"]
    report = ask(Wish(citation="999 F.5th 1"))
    assert report.skipped == [("999 F.5th 1", "CourtListener has no opinion with this citation")]
    make_cluster(has, 127, None)
    assert "no text" in ask(Wish(citation="127 F.5th 1")).skipped[0][1]


def test_a_dry_run_lists_and_writes_nothing(
    home: Home, has: CourtListenerSite, site: Site, ask: Ask
) -> None:
    fill(has, 25)
    report = ask(Wish(docket=123), dry=True)
    assert len(report.added) == 25
    assert home.list_files() == []
    assert not [path for path in site.asked if path.startswith("/recap/")]


@each_row(answer=str.encode)
def test_answers_of_another_form_end_the_run(
    answer: bytes, what: str, has: CourtListenerSite, site: Site, ask: Ask
) -> None:
    fill(has, 1)
    site.faults = [None, Answer(body=answer)]
    with pytest.raises(WrongAnswerError, match=what):
        ask(Wish(docket=123))
    assert len(ask(Wish(docket=123)).added) == 1


def test_a_list_that_leads_back_to_itself_ends(
    has: CourtListenerSite, site: Site, ask: Ask
) -> None:
    fill(has, 1)
    there = "https://www.courtlistener.com/api/rest/v4/search/?cursor=again"
    page = {"count": 9, "next": there, "previous": None, "results": []}
    site.faults = [None, *[Answer(body=page)] * 9]
    with pytest.raises(WrongAnswerError, match="leads back"):
        ask(Wish(docket=123))
    assert len(site.asked) == 3


def test_fields_of_other_types_are_told_and_the_others_go_on(
    has: CourtListenerSite, ask: Ask
) -> None:
    fill(has, 6)
    changes: list[dict[str, Any]] = [
        {"id": "1001"},
        {"id": None},
        {"id": {"pk": 3}},
        {"document_number": "4"},
        {"entry_date_filed": 20310305},
        {"filepath_local": ["recap/x.pdf"]},
    ]
    for paper, change in zip(has.papers, changes, strict=True):
        paper.update(change)
    report = ask(Wish(docket=123))
    assert len(report.added) == 3
    assert [why for _, why in report.skipped] == [
        "the service's answer names no id of it",
        "the service's answer names no id of it",
        "it has no file there, and no name of one that can be asked for",
    ]


def test_a_token_that_is_refused_and_a_docket_that_is_not_there(ask: Ask) -> None:
    with pytest.raises(RefusedError, match="does not accept the token") as caught:
        ask(Wish(docket=123), token="f" * 40)
    assert "ffff" not in str(caught.value)
    with pytest.raises(GoneError):
        ask(Wish(docket=5))


def test_a_court_that_nobody_knows_is_told_before_anyone_is_asked(site: Site, ask: Ask) -> None:
    with pytest.raises(ArchiveError, match="no such list"):
        ask(Wish(court="nowhere"))
    assert site.asked == []


def test_the_token_goes_to_the_api_alone(
    has: CourtListenerSite, site: Site, ask: Ask, home: Home
) -> None:
    fill(has, 2)
    ask(Wish(docket=123))
    for path, heads in zip(site.asked, site.heads, strict=True):
        assert ("Authorization" in heads) == path.startswith(API)
    for name in home.list_files():
        assert TOKEN.encode() not in (home.folder / name).read_bytes()


def test_a_service_that_is_down(site: Site, ask: Ask) -> None:
    site.faults = [Answer(500, b"no")] * 9
    with pytest.raises(ServiceError, match="failed"):
        ask(Wish(docket=123))
    assert len(site.asked) == 5
