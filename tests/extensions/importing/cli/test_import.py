"""`orders import` as it is typed: what it says, writes, and leaves when it is stopped."""

import resource
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from urllib.request import OpenerDirector, Request

import pytest

from build_scripts.model.provenance import Origin, write_origins
from build_scripts.model.source_text import ExternalFacts
from build_scripts.problems import ExitCode
from build_scripts.site.web.patience import PATIENT
from tests import commands
from tests.extensions.importing.courtlistener_site import (
    TOKEN,
    CourtListenerSite,
    make_docket,
    make_paper,
)
from tests.extensions.importing.govinfo_site import KEY, Case, GovInfoSite
from tests.extensions.importing.papers import MOTION, Clock, write_order, write_pdf
from tests.extensions.importing.test_nef import MBOX
from tests.file_server import Answer, serve
from tests.shared import begin_project
from tests.tables import each_row

pytestmark = pytest.mark.build


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive without orders, and a drop folder beside it with an order and a motion."""
    home = begin_project(tmp_path / "archive")
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop/order.txt").write_bytes(write_order())
    (tmp_path / "drop/motion.txt").write_text(MOTION)
    return home


def list_files(archive: Path) -> list[str]:
    files = (path for path in archive.rglob("*") if path.is_file())
    return [path.relative_to(archive).as_posix() for path in files if path.name != "import.lock"]


def test_a_folder_from_the_command_line(archive: Path) -> None:
    before = list_files(archive)
    dry = commands.succeed("import", "folder", "../drop", "--dry-run", cwd=archive)
    assert "Would add 1 order:\n  cand/3-31-cv-00123/order.txt" in dry.stdout
    assert list_files(archive) == before
    ended = commands.succeed("import", "folder", "../drop", cwd=archive)
    assert "Added 1 order:\n  orders/cand/3-31-cv-00123/order.txt" in ended.stdout
    assert "Skipped 1: This may not be a court order" in ended.stdout
    assert "Would" not in ended.stdout
    again = commands.run("import", "folder", "../drop", cwd=archive).stdout
    assert again == (
        "Added 0 orders.\nHere already: 1.\n"
        "Settled by an earlier run: 1; --again takes them anew.\n"
    )
    assert "bad-source" not in commands.run("check", cwd=archive).stdout


def test_what_a_site_says_is_printed_as_text(archive: Path) -> None:
    """A page's title that would move the cursor, or name a color."""
    page = b"<html><title>\x1b[31mLog in [/red]\x07</title></html>"
    with serve(lambda *_: Answer(body=page)) as site:
        said = commands.run("import", "url", f"{site.address}/a.pdf", cwd=archive).stdout
    assert "[31mLog in [/red]" in said
    assert said.replace("\n", "").isprintable()


def test_addresses_from_a_list(archive: Path) -> None:
    with serve(lambda *_: Answer(body=write_order())) as site:
        (archive / "list.txt").write_text(f"# mine\n{site.address}/a.txt\n")
        ended = commands.run("import", "url", "list.txt", cwd=archive)
    assert "Added 1 order" in ended.stdout, ended
    lost = commands.run("import", "url", "nowhere.txt", cwd=archive)
    assert lost.returncode == ExitCode.BAD_INPUT
    assert "nowhere.txt is no address" in lost.stderr


def _ask_again_at_once() -> None:
    object.__setattr__(PATIENT, "first_pause", 0.0)  # it is frozen


@each_row(code=ExitCode)
def test_addresses_that_give_no_file_fail(
    archive: Path, addresses: list[str], code: ExitCode, why: str
) -> None:
    files = {"/order.txt": write_order(), "/motion.txt": MOTION.encode()}

    def respond(path: str, _: dict[str, str]) -> Answer:
        return Answer(body=files[path]) if path in files else Answer(404)

    with serve(respond) as site:
        asked = [f"{site.address}{one}" if one[0] == "/" else one for one in addresses]
        ended = commands.run("import", "url", *asked, cwd=archive, prepare=_ask_again_at_once)
    assert ended.returncode == code, (why, ended)
    assert ("No address gave a file" in ended.stderr) == (code != ExitCode.OK)


def test_notices_tell_of_orders_and_leave_nothing_of_themselves(archive: Path) -> None:
    commands.run("import", "folder", "../drop", cwd=archive)
    order = archive / "orders/cand/3-31-cv-00123/order.txt"
    order.write_bytes(
        b"Case 3:31-cv-00123-JQP   Document 45   Filed 03/05/31   Page 1 of 1\n\n" + write_order()
    )
    order.with_name("order.txt.source.json").unlink()
    (archive.parent / "mail.mbox").write_text(MBOX)
    before = list_files(archive)
    dry = commands.run("import", "nef", "../mail.mbox", "--dry-run", cwd=archive)
    assert "Would tell of 1 order" in dry.stdout, dry
    assert list_files(archive) == before
    ended = commands.succeed("import", "nef", "../mail.mbox", cwd=archive)
    assert "Told of 1 order:\n  orders/cand/3-31-cv-00123/order.txt\n" in ended.stdout
    assert "Skipped 1: no notice of electronic filing" in ended.stdout
    assert "secret" not in ended.stdout + order.with_name("order.txt.source.json").read_text()
    said = commands.run("show", "--json", order, cwd=archive).stdout
    assert '"date_filed":"2031-03-05"' in said.replace(" ", "")


def test_papers_of_recap_from_the_command_line(archive: Path) -> None:
    (archive.parent / "drop/gov.uscourts.cand.777.45.0.pdf").write_bytes(write_pdf(write_order()))
    ended = commands.run("import", "recap", "../drop", cwd=archive)
    assert "orders/cand/3-31-cv-00123/gov.uscourts.cand.777.45.0.pdf" in ended.stdout, ended
    assert "Skipped 2: neither a paper of RECAP by its name, nor a docket" in ended.stdout


def test_courtlistener_from_the_command_line(archive: Path) -> None:
    has = CourtListenerSite(Clock(time.time()))
    make_docket(has, 123)
    make_paper(has, 7, 123, write_pdf(write_order()))
    (archive / "token").write_text(TOKEN)
    asked = ("import", "courtlistener", "--docket", "123")
    with serve(has.respond) as site:
        there = ("--server", site.address, "--storage", site.address)
        for token in ({}, {"COURTLISTENER_TOKEN": "f" * 40}):
            ended = commands.run(*asked, *there, cwd=archive, env=token)
            code = ExitCode.SERVICE_FAILED if token else ExitCode.BAD_INPUT
            assert ended.returncode == code, ended
            assert "token" in ended.stderr
        ended = commands.succeed(*asked, *there, "--token-file", "token", cwd=archive)
        assert "Added 1 order" in ended.stdout
        assert "Requests to CourtListener: 2; of 125 in 24 hours, 3 are used." in ended.stdout
        assert TOKEN not in ended.stdout + ended.stderr
    assert not [
        name
        for name in list_files(archive)
        if TOKEN in (archive / name).read_text(errors="replace") and name != "token"
    ]
    for wrong in (("--court", "cand", "--docket", "5"), ()):
        assert (
            commands.run("import", "courtlistener", *wrong, cwd=archive).returncode
            == ExitCode.USAGE
        )
    plain = commands.run(
        *asked, "--storage", "http://example.org", "--token-file", "token", cwd=archive
    )
    assert "name the storage with https" in plain.stderr


def test_govinfo_from_the_command_line(archive: Path) -> None:
    has = GovInfoSite(Clock(time.time()))
    opinions = {0: ("2031-03-04", "ORDER", write_pdf(write_order()))}
    has.cases.append(Case("cand", "3:31-cv-00123", opinions=opinions))
    asked = ("import", "govinfo", "--court", "cand", "--since", "2031-01-01")
    with serve(has.respond) as site:
        there = ("--server", site.address)
        ended = commands.run(*asked, *there, cwd=archive)
        assert ended.returncode == ExitCode.BAD_INPUT, ended
        assert "--key-file" in ended.stderr
        ended = commands.run(*asked, *there, cwd=archive, env={"GOVINFO_API_KEY": KEY})
    assert ended.returncode == ExitCode.OK, ended
    assert "USCOURTS-cand-3_31-cv-00123-0.pdf" in ended.stdout
    assert "Requests to GovInfo: 3; of 1,000 in an hour, 3 are used." in ended.stdout
    plain = commands.run(
        *asked, "--server", "http://example.org", cwd=archive, env={"GOVINFO_API_KEY": KEY}
    )
    assert "named with https" in plain.stderr


def test_a_page_says_who_gave_its_file_and_no_more(archive: Path) -> None:
    order = archive / "orders/cand/order.txt"
    order.parent.mkdir(parents=True)
    order.write_bytes(write_order())
    (archive / "orders/cand/other.txt").write_bytes(write_order(124))
    says = ExternalFacts(court_id="cand", document_number="45")
    origin = Origin(
        "CourtListener",
        "hidden-id",
        "https://secret.example/roe",
        "2031-03-09",
        "",
        "Hushed",
        says,
    )
    order.with_name("order.txt.source.json").write_bytes(write_origins([origin]))
    folder = replace(origin, service="folder")
    order.with_name("other.txt.source.json").write_bytes(write_origins([folder]))
    commands.succeed("build", "-q", cwd=archive)
    (page,) = (archive / "site/orders").glob("cand/3-31-cv-00123/*/index.html")
    assert "From CourtListener, fetched Mar. 9, 2031" in page.read_text()
    (other,) = (archive / "site/orders").glob("cand/3-31-cv-00124/*/index.html")
    assert "fetched" not in other.read_text()
    built = [path for path in (archive / "site").rglob("*") if path.is_file()]
    assert not [path for path in built if "source.json" in path.name]
    for word in (b"secret.example", b"Hushed", b"hidden-id"):
        assert not [path for path in built if word in path.read_bytes()]


def test_a_full_disk_is_said_and_the_next_run_goes_on(archive: Path) -> None:
    def fill() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    ended = commands.run("import", "folder", "../drop", cwd=archive, prepare=fill)
    assert ended.returncode == ExitCode.BAD_INPUT, ended
    assert "File too large" in ended.stderr
    assert not [name for name in list_files(archive) if name.startswith("orders/")]
    assert "Added 1 order" in commands.run("import", "folder", "../drop", cwd=archive).stdout


def test_without_courtlisteners_client_it_is_said_what_to_install(archive: Path) -> None:
    def hide() -> None:
        sys.modules["courtlistener"] = None  # type: ignore[assignment]
        ours = ("courtlistener_client", "importing.courtlistener")
        for name in [name for name in sys.modules if name.endswith(ours)]:
            del sys.modules[name]

    ended = commands.run("import", "courtlistener", "--docket", "1", cwd=archive, prepare=hide)
    assert ended.returncode == ExitCode.BAD_INPUT, ended
    assert "pip install 'orders-archive[courtlistener]'" in ended.stderr


def test_ctrl_c_leaves_nothing_half_written(archive: Path) -> None:
    """The second file is asked for when it comes; the first is there, and told."""

    def interrupt_second() -> None:
        ask = OpenerDirector.open

        def ask_or_stop(opener: OpenerDirector, request: Request, **more: float) -> object:
            if request.full_url.endswith("/b.txt"):
                signal.raise_signal(signal.SIGINT)
            return ask(opener, request, **more)

        OpenerDirector.open = ask_or_stop  # type: ignore[method-assign]

    with serve(lambda path, _: Answer(body=write_order(int(path == "/b.txt")))) as site:
        addresses = [f"{site.address}/{name}.txt" for name in "abc"]
        asked = ("import", "url", *addresses)
        ended = commands.run(*asked, cwd=archive, prepare=interrupt_second)
        assert ended.returncode == ExitCode.INTERRUPTED, ended
        assert "Added 1 order" in ended.stdout
        assert not [
            name for name in list_files(archive) if "/." in f"{name}/" and ".cache" not in name
        ]
        rest = commands.run("import", "url", *addresses[:2], cwd=archive)
    assert "Added 1 order" in rest.stdout
    assert "Here already: 1" in rest.stdout
