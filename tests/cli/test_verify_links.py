"""`orders verify-links` against a server that behaves as CourtListener's documentation says."""

import datetime
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from build_scripts.archive.storage.link_ledger import read_ledger, write_ledger
from build_scripts.cli import link_check
from build_scripts.cli.link_check import plan_lookups, split_batches
from build_scripts.model.link_ledger import CheckedCitation, LinkLedger, LookupOutcome
from build_scripts.problems import ArchiveError, ExitCode
from build_scripts.site.web import courtlistener_api
from build_scripts.site.web.courtlistener_api import Service, look_up_citations
from build_scripts.site.web.http_client import (
    RefusedError,
    ServiceError,
    TooMuchError,
    UnavailableError,
    WrongAnswerError,
)
from build_scripts.site.web.patience import PATIENT, Pacing, PausedError
from tests import commands
from tests.citation_lookup import TOKEN, Handler, Lookup, serve_lookup
from tests.shared import begin_project
from tests.tables import each_row

pytestmark = pytest.mark.build

O = LookupOutcome  # noqa: E741
DAY = datetime.date(2031, 3, 4)
SITE = "https://www.courtlistener.com"
CALDER = ("/opinion/111/calder-v-jones/", "Calder v. Jones")


@pytest.fixture
def lookup() -> Iterator[Lookup]:
    with serve_lookup() as running:
        yield running


class Clock:
    """Runs by its sleeps alone, and remembers them."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    def now(self) -> float:
        return 1_900_000_000 + sum(self.waits)


@pytest.fixture
def ask(lookup: Lookup, tmp_path: Path) -> Callable[..., LinkLedger]:
    """Verify links against the server; the ledger lies in `tmp_path`."""

    def run(*asked: str, **more: Any) -> LinkLedger:
        place = tmp_path / "link_ledger.csv"
        pacing = more.pop("pacing", Pacing(sleep=Clock().sleep))
        service = Service(more.pop("token", TOKEN), more.pop("server", lookup.address))
        ledger = read_ledger(place)
        answers = link_check.verify_links(service, asked, ledger, place, DAY, pacing=pacing, **more)
        assert read_ledger(place) == answers
        return answers

    return run


def fail(status: int, answer: Any = None, **heads: str) -> Callable[[Handler], bool]:
    """A fault: the request gets this answer instead of its own."""

    def answer_wrongly(handler: Handler) -> bool:
        handler.send(status, answer, **heads)
        return True

    return answer_wrongly


def drop(handler: Handler) -> bool:
    handler.drop()
    return True


def many(count: int) -> list[str]:
    return [f"{volume} F.3d {volume + 3}" for volume in range(1, count + 1)]


def test_every_outcome(lookup: Lookup, ask: Callable[..., LinkLedger]) -> None:
    lookup.cases["465 U.S. 783"] = [CALDER]
    lookup.cases["14 F.3d 44"] = [("/opinion/1/a/", "A v. B"), ("/opinion/2/c/", "C v. D")]
    lookup.unknown = {"F. Supp."}
    asked = ("465 U.S. 783", "14 F.3d 44", "12 F. App'x 3", "20 F. Supp. 5", "2 Nowhere Rep. 7")
    answers = ask(*asked)
    assert [answers[citation].outcome for citation in asked] == [
        O.FOUND, O.SEVERAL, O.NOT_FOUND, O.UNKNOWN_REPORTER, O.NOT_READ,
    ]  # fmt: skip
    url = f"{SITE}/opinion/111/calder-v-jones/"
    found = CheckedCitation("465 U.S. 783", O.FOUND, DAY, url, "Calder v. Jones")
    assert answers["465 U.S. 783"] == found
    (heads,) = lookup.heads
    assert heads["Authorization"] == f"Token {TOKEN}"


def test_requests_keep_both_limits(lookup: Lookup, ask: Callable[..., LinkLedger]) -> None:
    asked = many(600)
    answers = ask(*asked)
    assert [len(request) for request in lookup.requests] == [250, 250, 100]
    assert set(answers) == set(asked)
    long = ["1 " + "X" * 30_000 + " 1"] * 5
    for batch in split_batches(long + many(3)):
        assert len("; ".join(batch)) <= 64_000
    assert [len(batch) for batch in split_batches(long + many(3))] == [2, 2, 4]


def test_what_is_over_the_servers_limit_is_asked_again(
    lookup: Lookup, ask: Callable[..., LinkLedger]
) -> None:
    """A server of one's own may look up fewer a request; the rest has the status 429."""
    lookup.most = 40
    asked = many(100)
    answers = ask(*asked)
    assert [len(request) for request in lookup.requests] == [40, 40, 20]
    assert {answers[citation].outcome for citation in asked} == {O.NOT_FOUND}


def test_waits_as_long_as_it_is_told(lookup: Lookup, ask: Callable[..., LinkLedger]) -> None:
    """The server's own window: a client that came too early would be refused again."""
    clock, said = Clock(), []
    lookup.most, lookup.rate, lookup.window, lookup.now = 250, 60, 30.0, clock.now
    asked = many(500)
    pacing = Pacing(sleep=clock.sleep)
    ask(*asked, pacing=pacing, report=lambda done, total, what: said.append((done, total, what)))
    assert len(lookup.requests) == 2
    assert len(lookup.heads) == 3
    assert clock.waits == [30]
    assert said[0] == (0, 500, "Asking CourtListener")
    assert said[-1] == (500, 500, "")
    assert any(what.startswith("Waiting") for _, _, what in said)


@each_row(body=lambda body: body.encode() if isinstance(body, str) else body)
def test_every_way_to_say_wait(
    body: Any,
    heads: dict[str, str],
    expected: float,
    lookup: Lookup,
    ask: Callable[..., LinkLedger],
) -> None:
    def throttle(handler: Handler) -> bool:
        handler.date_time_string = lambda *_: heads["Date"] if "Date" in heads else now()  # type: ignore[method-assign]
        others = {name: value for name, value in heads.items() if name != "Date"}
        return fail(429, body, **others)(handler)

    lookup.faults = [throttle]
    clock = Clock()
    ask("465 U.S. 783", pacing=Pacing(sleep=clock.sleep))
    assert clock.waits == [expected]


def now() -> str:
    return datetime.datetime.now(datetime.UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")


def test_a_wait_of_hours_ends_the_run_and_keeps_the_answers(
    lookup: Lookup, ask: Callable[..., LinkLedger], tmp_path: Path
) -> None:
    lookup.faults = [lambda _: False, fail(429, {}, Retry_After="7200")]
    asked = many(300)
    with pytest.raises(PausedError, match=r"2 hours.*kept"):
        ask(*asked)
    assert set(read_ledger(tmp_path / "link_ledger.csv")) == set(asked[:250])


def test_a_server_that_always_says_wait_is_left(
    lookup: Lookup, ask: Callable[..., LinkLedger]
) -> None:
    lookup.faults = [fail(429, {}, Retry_After="1")] * 50
    clock = Clock()
    with pytest.raises(PausedError):
        ask("465 U.S. 783", pacing=Pacing(sleep=clock.sleep))
    assert len(clock.waits) == Pacing().most_waits


@pytest.mark.parametrize("fault", [drop, fail(500, {}), fail(503, b"busy")])
def test_a_passing_failure_is_asked_again(
    fault: Callable[[Handler], bool], lookup: Lookup, ask: Callable[..., LinkLedger]
) -> None:
    lookup.faults = [fault, fault]
    clock = Clock()
    assert ask("465 U.S. 783", pacing=Pacing(sleep=clock.sleep))
    assert clock.waits == [2, 4]


def test_goes_on_where_a_dropped_connection_ended_it(
    lookup: Lookup, ask: Callable[..., LinkLedger], tmp_path: Path
) -> None:
    asked = many(600)
    lookup.faults = [lambda _: False, lambda _: False, drop]
    with pytest.raises(UnavailableError, match=r"again.*kept"):
        ask(*asked, pacing=Pacing(retries=0))
    kept = read_ledger(tmp_path / "link_ledger.csv")
    assert set(kept) == set(asked[:500])
    ask(*(citation for citation in asked if citation not in kept))
    assert [len(request) for request in lookup.requests] == [250, 250, 100]


def test_a_request_that_is_too_large_is_halved(
    lookup: Lookup, ask: Callable[..., LinkLedger]
) -> None:
    lookup.faults = [fail(413, b"too large")] * 2
    asked = many(8)
    assert set(ask(*asked)) == set(asked)
    assert [len(request) for request in lookup.requests] == [2, 2, 4]
    lookup.faults = [fail(413, b"too large")]
    with pytest.raises(ServiceError, match="too large"):
        ask("9 U.S. 9")


@pytest.mark.parametrize("status", [401, 403])
def test_a_token_that_is_refused(
    status: int, lookup: Lookup, ask: Callable[..., LinkLedger], tmp_path: Path
) -> None:
    lookup.faults = [fail(status, {"detail": f"Invalid token {TOKEN}"})]
    with pytest.raises(RefusedError, match=r"token.*Copy it anew") as caught:
        ask("465 U.S. 783")
    assert TOKEN not in str(caught.value)
    assert len(lookup.heads) == 1  # asking again would change nothing
    assert not (tmp_path / "link_ledger.csv").exists()


def test_the_token_is_sent_to_no_other_server(
    lookup: Lookup, ask: Callable[..., LinkLedger]
) -> None:
    with serve_lookup() as other:
        lookup.faults = [
            fail(status, {}, Location=f"{other.address}/") for status in (301, 302, 303, 307, 308)
        ]
        for _ in range(5):
            with pytest.raises(RefusedError, match="sends the request on"):
                ask("465 U.S. 783")
        assert other.heads == []


@each_row(answer=lambda text: text.encode("latin-1"))
def test_wrong_answers_are_refused_and_not_recorded(
    answer: bytes,
    times: int | None,
    what: str,
    lookup: Lookup,
    ask: Callable[..., LinkLedger],
    tmp_path: Path,
) -> None:
    lookup.faults = [fail(200, answer * (times or 1))]
    with pytest.raises(WrongAnswerError, match=what):
        ask("465 U.S. 783")
    assert not (tmp_path / "link_ledger.csv").exists()


def test_a_server_that_knows_no_citation_at_all_is_not_believed(
    lookup: Lookup, ask: Callable[..., LinkLedger]
) -> None:
    lookup.faults = [fail(200, [])]
    with pytest.raises(WrongAnswerError, match="none of 20"):
        ask(*many(20))
    lookup.faults = [fail(200, {}), fail(200, [])]  # one citation may be of a form it cannot read
    for citation in ("2 Nowhere Rep. 7", "3 Nowhere Rep. 7"):
        assert ask(citation)[citation].outcome is O.NOT_READ


def test_limits_of_the_server_and_of_the_answer(
    lookup: Lookup, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = Service(TOKEN, lookup.address)
    with pytest.raises(RefusedError, match="no more than 64000 characters"):
        look_up_citations(service, "x" * 64_001)
    monkeypatch.setattr(courtlistener_api, "LARGEST_ANSWER", 100)
    lookup.faults = [fail(200, b" " * 101)]
    with pytest.raises(TooMuchError):
        look_up_citations(service, "465 U.S. 783")


def test_another_address_of_the_server(lookup: Lookup, ask: Callable[..., LinkLedger]) -> None:
    with pytest.raises(RefusedError, match="404"):
        ask("465 U.S. 783", server=f"{lookup.address}/elsewhere")


def test_nobody_listens(ask: Callable[..., LinkLedger]) -> None:
    with pytest.raises(UnavailableError, match="can't be reached"):
        ask("465 U.S. 783", server="http://127.0.0.1:9", pacing=Pacing(retries=0))


@each_row()
def test_no_service_of_that_kind(token: str, server: str) -> None:
    with pytest.raises(RefusedError) as caught:
        Service(token, server)
    assert token not in str(caught.value)


def test_a_service_does_not_print_its_token() -> None:
    assert TOKEN not in repr(Service(TOKEN))


def test_an_interruption_between_answer_and_file_loses_nothing(
    ask: Callable[..., LinkLedger],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries = []

    def interrupt_once(*arguments: Any) -> None:
        tries.append(1)
        if len(tries) == 2:
            raise KeyboardInterrupt
        write_ledger(*arguments)

    monkeypatch.setattr(link_check, "write_ledger", interrupt_once)
    asked = many(600)
    with pytest.raises(KeyboardInterrupt):
        ask(*asked)
    assert set(read_ledger(tmp_path / "link_ledger.csv")) == set(asked[:500])


def test_places_are_counted_in_characters(lookup: Lookup) -> None:
    """As eyecite counts them on the server: a typographic apostrophe is one."""
    text = "12 F. App’x 3; 465 U.S. 783"
    answers = look_up_citations(Service(TOKEN, lookup.address), text)
    assert text[answers[-1].start : answers[-1].end] == "465 U.S. 783"


def test_a_token_comes_from_a_file_or_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    assert link_check.read_token(file, {}) == TOKEN
    assert link_check.read_token(None, {"COURTLISTENER_TOKEN": TOKEN}) == TOKEN
    for missing in (None, tmp_path / "nowhere"):
        with pytest.raises(ArchiveError):
            link_check.read_token(missing, {})


def test_what_is_fresh_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = {"1 U.S. 1": 1, "2 U.S. 2": 5, "3 U.S. 3": 1, "4 U.S. 4": 9}
    monkeypatch.setattr(link_check, "count_outward_cases", lambda _: cases)
    half = DAY - datetime.timedelta(days=200)
    ledger = {
        "1 U.S. 1": CheckedCitation("1 U.S. 1", O.FOUND, half, f"{SITE}/opinion/1/x/", "X"),
        "3 U.S. 3": CheckedCitation("3 U.S. 3", O.NOT_FOUND, half),  # it may have come since
        "4 U.S. 4": CheckedCitation("4 U.S. 4", O.NOT_FOUND, DAY),
    }
    archive: Any = None
    assert plan_lookups(archive, ledger, DAY).asked == ("2 U.S. 2", "3 U.S. 3")
    assert plan_lookups(archive, ledger, DAY, refresh=True).asked[0] == "4 U.S. 4"
    assert len(plan_lookups(archive, ledger, DAY, refresh=True).asked) == 4


# the command line


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive with one order that cites three cases."""
    (begin_project(tmp_path) / "orders/order.txt").write_text(
        "UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\n\n"
        "QUILL MILLS, INC.,\n    Plaintiff,\nv.\nPLOVER OSTRICH,\n    Defendant.\n\n"
        "Case No. 5:31-cv-01234-ABC\n\nORDER DENYING MOTION TO DISMISS\n\n"
        "The motion is DENIED. See Calder v. Jones, 465 U.S. 783, 788 (1984). It is settled by\n"
        "Keeton v. Hustler Magazine, Inc., 465 U.S. 770, 775 (1984), and by Heron v. Wren, 12 F.3d\n"
        "9998 (9th Cir. 1993).\n\nIT IS SO ORDERED.\n\nDated: March 4, 2031\n"
    )
    return tmp_path


def start(archive: Path, *arguments: str, token: str | None = TOKEN) -> commands.Running:
    return commands.start(*arguments, cwd=archive, env={"COURTLISTENER_TOKEN": token or ""})


def finish(process: commands.Running) -> tuple[int, str]:
    ended = process.finish()
    assert TOKEN not in ended.stdout + ended.stderr
    return ended.returncode, " ".join((ended.stdout + ended.stderr).split())


def test_a_dry_run_asks_nothing(archive: Path, lookup: Lookup) -> None:
    code, said = finish(start(archive, "verify-links", "--dry-run", token=None))
    assert code == ExitCode.OK
    assert "12 F.3d 9998" in said
    assert "3 to ask for" in said
    assert lookup.heads == []


def test_a_run_and_the_builds_after_it(archive: Path, lookup: Lookup) -> None:
    lookup.cases["465 U.S. 783"] = [CALDER]
    lookup.cases["465 U.S. 770"] = [("/opinion/9/stork-v-egret/", "Stork v. Egret")]
    (archive / "token").write_text(TOKEN)
    arguments = ("verify-links", "--server", lookup.address, "--token-file", "token")
    code, said = finish(start(archive, *arguments, token=None))
    assert (code, "2 found, 1 not found" in said) == (ExitCode.OK, True), said
    code, said = finish(start(archive, *arguments, token=None))
    assert "0 to ask for" in said
    assert len(lookup.heads) == 1

    assert finish(start(archive, "build", "-q"))[0] == ExitCode.OK
    (page,) = (archive / "docs/orders").rglob("2031-03-04-*.md")
    assert f"({SITE}/opinion/111/calder-v-jones/)" in page.read_text()
    (page,) = (archive / "site/orders").glob("*/*/2031-03-04-*/index.html")
    text = page.read_text()
    assert f'href="{SITE}/opinion/111/calder-v-jones/"' in text
    assert "stork-v-egret" not in text
    shown = text[text.index('id="text-of-the-order"') : text.index('id="cite-this-order"')]
    assert shown.count('class="citation citation--search"') == 2
    code, said = finish(start(archive, "check", "--json"))
    assert "doubtful-citation" in said
    assert "Stork v. Egret" in said


@pytest.mark.parametrize(
    ("fault", "code", "what"),
    [
        (fail(401, {}), ExitCode.SERVICE_FAILED, "does not accept the token"),
        (fail(200, b"no"), ExitCode.SERVICE_FAILED, "is not JSON"),
        (fail(429, {}, Retry_After="9000"), ExitCode.SERVICE_FAILED, "asks to wait"),
    ],
)
def test_errors_say_what_to_do(
    fault: Callable[[Handler], bool], code: int, what: str, archive: Path, lookup: Lookup
) -> None:
    lookup.faults = [fault]
    got, said = finish(start(archive, "verify-links", "--server", lookup.address))
    assert (got, what in said, "Traceback" in said) == (code, True, False), said


def test_without_a_token_and_with_a_damaged_ledger(archive: Path) -> None:
    code, said = finish(start(archive, "verify-links", token=None))
    assert (code, "--token-file" in said) == (ExitCode.BAD_INPUT, True)
    (archive / "link_ledger.csv").write_text("citation,outcome,url,case_name,checked\nx\n")
    for command, expected in (
        ("verify-links", ExitCode.BAD_INPUT),
        ("check", ExitCode.BAD_INPUT),
        ("build", ExitCode.SITE_FAILED),
    ):
        code, said = finish(start(archive, command))
        assert (code, "link_ledger.csv, line 2" in said) == (expected, True), said


def test_ctrl_c_while_waiting(archive: Path, lookup: Lookup) -> None:
    """The first request is answered in part, the second told to wait: then comes Ctrl-C."""

    def interrupt(_: float) -> None:
        signal.raise_signal(signal.SIGINT)

    lookup.most = 2
    lookup.faults = [lambda _: False, fail(429, {}, Retry_After="600")]
    arguments = ("verify-links", "--server", lookup.address)
    token = {"COURTLISTENER_TOKEN": TOKEN}
    wait = partial(object.__setattr__, PATIENT, "sleep", interrupt)  # it is frozen
    code, said = finish(commands.start(*arguments, cwd=archive, env=token, prepare=wait))
    assert (code, "answers so far" in said) == (ExitCode.INTERRUPTED, True), said
    assert len(read_ledger(archive / "link_ledger.csv")) == 2
    assert finish(start(archive, "verify-links", "--server", lookup.address))[0] == ExitCode.OK
    assert len(read_ledger(archive / "link_ledger.csv")) == 3
