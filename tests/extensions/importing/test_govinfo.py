"""GovInfo's opinions: each once, with what its record says, in as few requests as can be."""

import datetime
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from build_scripts.archive.storage.corrections_folder import attach_corrections
from build_scripts.archive.storage.orders_folder import read_raw_order
from build_scripts.convert.order import convert_order
from build_scripts.extensions.importing.govinfo import SERVICE, Source, list_opinions
from build_scripts.extensions.importing.items import Limits, Listed, Session
from build_scripts.extensions.importing.run import Report
from build_scripts.site.web.http_client import RefusedError, UnavailableError, WrongAnswerError
from build_scripts.site.web.patience import PausedError
from tests.extensions.importing.conftest import Home
from tests.extensions.importing.govinfo_site import KEY, Case, GovInfoSite
from tests.extensions.importing.papers import LOGIN, write_order
from tests.file_server import Answer, Site
from tests.tables import each_row

SINCE = datetime.date(2031, 1, 1)
Ask = Callable[..., Report]


@pytest.fixture
def has(home: Home) -> GovInfoSite:
    return GovInfoSite(home.clock)


@pytest.fixture
def ask(home: Home, site: Site) -> Ask:
    def run(key: str = KEY, an_hour: int = 1000, **options: Any) -> Report:
        def list_all(session: Session) -> Iterator[Listed]:
            limits = Limits(SERVICE, session, ((an_hour, 3600.0),))
            return list_opinions(Source(limits, key, site.address, "cand", SINCE))

        return home.run(list_all, **options)

    return run


def fill(has: GovInfoSite, cases: int, opinions: int = 1) -> None:
    for number in range(1, cases + 1):
        papers = {
            end: (
                f"2031-03-{end + 4:02}",
                "ORDER denying [30] motion",
                write_order(number, end + 4),
            )
            for end in range(opinions)
        }
        has.cases.append(Case("cand", f"3:31-cv-00{number:03}", opinions=papers))


@pytest.mark.parametrize("prefix", ["", "mods:"])
def test_opinions_in_as_few_requests_as_can_be(
    prefix: str, home: Home, has: GovInfoSite, ask: Ask
) -> None:
    fill(has, 4, 2)
    has.cases.append(Case("casd", "3:31-cv-00900", opinions={0: ("2031-03-04", "", b"")}))
    has.prefix = prefix
    report = ask()
    assert len(report.added) == 8
    assert len(has.asked) == 2 + 4 + 8  # two pages, a record a case, a PDF an opinion
    origin = home.read_origin("cand/3-31-cv-00002/USCOURTS-cand-3_31-cv-00002-1.pdf")
    assert origin.description == "ORDER denying [30] motion"
    assert origin.says.case_name == "Harbor Mills Inc v. Roe"
    raw = attach_corrections(home.orders, read_raw_order(home.orders, report.added[0]))
    said = convert_order(raw).description
    assert str(said.date_filed and said.date_filed.value) == "2031-03-04"
    again = ask()
    assert (again.added, again.skipped) == ([], [])
    assert len(has.asked) == 14 + 1  # the list alone: no case changed


def test_a_case_that_changed_is_read_again(has: GovInfoSite, site: Site, ask: Ask) -> None:
    fill(has, 2)
    ask()
    case = has.cases[1]
    case.opinions[1] = ("2031-03-08", "", write_order(2, 8))
    case.opinions[2] = ("2030-12-31", "before", write_order(2, 9))
    case.modified = "2031-03-08T00:00:00Z"
    before = len(site.asked)
    report = ask()
    assert report.added == ["cand/3-31-cv-00002/USCOURTS-cand-3_31-cv-00002-1.pdf"]
    assert report.known == 1
    assert "2031-03-07T00:00:00Z" in site.asked[before]
    assert len(site.asked) - before == 3


def test_an_interrupted_run_goes_on(home: Home, has: GovInfoSite, site: Site, ask: Ask) -> None:
    fill(has, 7)
    site.faults = [None] * 9 + [Answer(500, b"no")] * 15
    with pytest.raises(UnavailableError):
        ask()
    site.faults = []
    before = len(site.asked)
    ask()
    assert len([name for name in home.list_files() if name.endswith(".pdf")]) == 7
    assert "offsetMark=3" in site.asked[before]
    assert "LEAKED" not in "".join(site.asked) + (home.folder / "journal.jsonl").read_text()
    fetched = [path for path in site.asked if path.endswith("/pdf")]
    assert len(set(fetched)) == 7


def test_the_limit_of_an_hour_is_kept(home: Home, has: GovInfoSite, ask: Ask) -> None:
    fill(has, 4)
    has.an_hour = 5
    for _ in range(2):
        with pytest.raises(PausedError, match="5 requests in an hour"):
            ask(an_hour=5)
        home.clock.time += 3600
    ask(an_hour=5)
    assert has.refused == 0
    assert len([name for name in home.list_files() if name.endswith(".pdf")]) == 4


def test_a_record_that_is_made_ready_is_waited_for(
    home: Home, has: GovInfoSite, site: Site, ask: Ask
) -> None:
    fill(has, 1)
    site.faults = [None, Answer(503, {"message": "Please retry"}, {"Retry-After": "30"})]
    assert len(ask().added) == 1
    assert home.clock.sleeps == [30]


def test_what_fails_is_listed_until_it_comes(has: GovInfoSite, site: Site, ask: Ask) -> None:
    fill(has, 2)
    day, text, data = has.cases[0].opinions[0]
    has.cases[0].opinions[0] = (day, text, LOGIN)
    assert len(ask().added) == 1
    site.faults = [None, Answer(body=b"<mods><broken")]
    report = ask()
    assert "can't be read" in report.skipped[0][1]
    has.cases[0].opinions[0] = (day, text, data)
    assert len(ask().added) == 1


@each_row(answer=str.encode)
def test_answers_of_another_form_end_the_run(
    answer: bytes, what: str, has: GovInfoSite, site: Site, ask: Ask
) -> None:
    fill(has, 1)
    site.faults = [Answer(body=answer)]
    with pytest.raises(WrongAnswerError, match=what):
        ask()
    assert len(ask().added) == 1


def test_a_list_that_leads_back_to_itself_ends(has: GovInfoSite, site: Site, ask: Ask) -> None:
    """It took every request that the key may make."""
    fill(has, 1)
    there = "https://api.govinfo.gov/collections/USCOURTS/2031?offsetMark=again"
    site.faults = [Answer(body={"packages": [], "nextPage": there})] * 9
    with pytest.raises(WrongAnswerError, match="leads back"):
        ask()
    assert len(site.asked) == 2


def test_fields_of_other_types_are_told(has: GovInfoSite, site: Site, ask: Ask) -> None:
    fill(has, 1)
    odd = [
        {"packageId": 5},
        {},
        {"packageId": "../x"},
        {"packageId": has.cases[0].package, "lastModified": 7},
    ]
    site.faults = [Answer(body={"packages": [*odd, "x"], "nextPage": None})]
    report = ask()
    assert len(report.added) == 1
    assert [why for _, why in report.skipped] == ["the service's answer names no id of it"] * 3


def test_a_dry_run_writes_nothing(home: Home, has: GovInfoSite, site: Site, ask: Ask) -> None:
    fill(has, 4)
    assert len(ask(dry=True).added) == 4
    assert home.list_files() == []
    assert not [path for path in site.asked if path.endswith("/pdf")]


def test_the_key_is_refused_or_kept(home: Home, has: GovInfoSite, site: Site, ask: Ask) -> None:
    with pytest.raises(RefusedError, match="does not accept the key") as caught:
        ask(key="WrongKey")
    assert "WrongKey" not in str(caught.value)
    fill(has, 1)
    ask()
    assert all(KEY not in path for path in site.asked)
    for name in home.list_files():
        assert KEY.encode() not in (home.folder / name).read_bytes()
