"""Files at addresses: each asked for once, over https or on this machine, and looked at."""

from collections.abc import Iterator
from itertools import count
from types import SimpleNamespace

import pytest

from build_scripts import api
from build_scripts.extensions.importing import addresses
from build_scripts.extensions.importing.addresses import list_addresses, without_secrets
from build_scripts.extensions.importing.items import name_file
from build_scripts.extensions.importing.run import Report
from build_scripts.site.web import http_client
from build_scripts.site.web.http_client import ServiceError, UnavailableError
from build_scripts.site.web.patience import PausedError
from tests.extensions.importing.conftest import Home
from tests.extensions.importing.papers import LOGIN, MOTION, write_order, write_pdf
from tests.file_server import Answer, Site, serve
from tests.tables import each_row

PAPERS = {
    "/a.pdf": write_pdf(write_order()),
    "/files/b%20c.txt?id=5": write_order(124),
    "/show?key=SECRET&doc=7": write_pdf(write_order(125)),
    "/motion.pdf": write_pdf(MOTION),
    "/login.pdf": LOGIN,
}


def respond(path: str, heads: dict[str, str]) -> Answer:
    del heads
    return Answer(body=PAPERS[path]) if path in PAPERS else Answer(404, b"no such file")


@pytest.fixture
def site() -> Iterator[Site]:
    with serve(respond) as running:
        yield running


def fetch(home: Home, site: Site, *paths: str, **options: bool) -> Report:
    lines = [f"{site.address}{path}" for path in paths]
    return home.run(lambda session: list_addresses(lines, session), **options)


def test_each_address_is_asked_once(home: Home, site: Site) -> None:
    report = fetch(home, site, *PAPERS, "/a.pdf", "/gone.pdf")
    assert [path.split("/")[-1] for path in report.added] == ["a.pdf", "b-c.txt", "show"]
    told = dict(report.skipped)
    assert "may not be a court order" in told[f"{site.address}/motion.pdf"]
    assert "Example Login" in told[f"{site.address}/login.pdf"]
    assert "404" in told[f"{site.address}/gone.pdf"]
    assert len(site.asked) == len(PAPERS) + 1
    assert all(pause == addresses.BETWEEN for pause in home.clock.sleeps)
    again = fetch(home, site, *PAPERS, "/gone.pdf")
    assert (again.added, again.known, again.refused_before) == ([], 3, 2)
    assert site.asked[len(PAPERS) + 1 :] == ["/login.pdf"]  # it may come when it is asked again


def test_no_secret_of_an_address_is_kept(home: Home, site: Site) -> None:
    (added,) = fetch(home, site, "/show?key=SECRET&doc=7").added
    assert home.read_origin(added).address == f"{site.address}/show?doc=7"
    for name in home.list_files():
        assert b"SECRET" not in (home.folder / name).read_bytes()


def test_a_dry_run_asks_nothing(home: Home, site: Site) -> None:
    report = fetch(home, site, *PAPERS, dry=True)
    assert (len(report.added), site.asked, home.list_files()) == (len(PAPERS), [], [])


@each_row()
def test_what_is_no_safe_address_is_passed_over(line: str, home: Home) -> None:
    report = home.run(lambda session: list_addresses(["", "# a list", line], session))
    ((key, why),) = report.skipped
    assert "only https" in why
    assert "pw" not in key


def test_a_request_is_followed_where_it_is_safe(home: Home, site: Site) -> None:
    site.faults = [Answer(302, heads={"Location": "/a.pdf"})]
    assert len(fetch(home, site, "/old").added) == 1
    assert site.asked == ["/old", "/a.pdf"]
    for place in ("http://example.org/x", "file:///etc/passwd", "ftp://example.org/", "", "//["):
        site.faults = [Answer(302, heads={"Location": place})]
        ((_, why),) = fetch(home, site, "/other").skipped
        assert "sends the request on" in why
    site.faults = [Answer(302, heads={"Location": "/round"})] * 9
    ((_, why),) = fetch(home, site, "/round").skipped
    assert "sends the request on" in why


@each_row()
def test_a_redirect_into_a_private_network_is_refused(
    home: Home, site: Site, host: str, why: str
) -> None:
    site.faults = [Answer(302, heads={"Location": f"https://{host}/a.pdf"})]
    ((_, told),) = fetch(home, site, "/old").skipped
    assert "a private network, and is not followed. If you trust it, name it yourself" in told, why
    assert site.asked == ["/old"]


def test_an_answer_that_comes_too_slowly_ends(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte a minute had no end."""
    passed = count(0, 10 * http_client.TIMEOUT)
    monkeypatch.setattr(http_client, "time", SimpleNamespace(monotonic=lambda: next(passed)))
    host = http_client.Host(site.address)
    with pytest.raises(UnavailableError, match="too slow"):
        http_client.send(host, f"{site.address}/a.pdf", {})


def test_a_connection_that_is_cut_is_tried_again(home: Home, site: Site) -> None:
    site.faults = [Answer(200, PAPERS["/a.pdf"], cut=100), Answer(503, b"busy")]
    assert len(fetch(home, site, "/a.pdf").added) == 1
    assert home.clock.sleeps == [addresses.BETWEEN, 2, 4]


def test_a_site_that_asks_to_wait_is_waited_for(home: Home, site: Site) -> None:
    site.faults = [
        Answer(429, heads={"Retry-After": "40"}),
        Answer(503, heads={"Retry-After": "9"}),
    ]
    assert len(fetch(home, site, "/a.pdf").added) == 1
    assert home.clock.sleeps == [addresses.BETWEEN, 40, 9]
    site.faults = [Answer(429, heads={"Retry-After": "7200"})]
    with pytest.raises(PausedError, match="2 hours"):
        fetch(home, site, "/files/b%20c.txt?id=5")


def test_a_site_that_is_not_there_ends_the_run(home: Home) -> None:
    lines = [f"http://127.0.0.1:9/{number}.pdf" for number in range(9)]
    with pytest.raises(UnavailableError, match="can't be reached"):
        home.run(lambda session: list_addresses(lines, session))
    assert len(home.clock.sleeps) == 3 * (1 + 4)  # three files, four tries more each


def test_a_file_that_has_no_end(home: Home, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "LARGEST_ORDER", 100)
    ((_, why),) = fetch(home, site, "/a.pdf").skipped
    assert "more than 1 MB" in why


def test_a_secret_goes_to_no_other_server(site: Site) -> None:
    with serve(respond) as other:
        host = http_client.Host(site.address, "SECRET", follows=3)
        site.faults = [Answer(302, heads={"Location": f"{other.address}/a.pdf"})]
        with pytest.raises(ServiceError, match="goes to no other"):
            http_client.send(host, f"{site.address}/x", {"X-Api-Key": "SECRET"})
        assert other.heads == []


@each_row()
def test_an_address_is_kept_without_its_secrets(address: str, kept: str) -> None:
    assert without_secrets(address) == kept


@each_row()
def test_a_file_has_a_plain_name(printed: str, name: str) -> None:
    assert name_file(printed) == name
