"""`orders timestamp`: tokens of an authority on this machine, which OpenSSL makes."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from build_scripts.archive.storage.publication_log import write_log
from build_scripts.cli.init import begin_archive
from build_scripts.extensions.proving import tokens
from build_scripts.extensions.proving.tokens import FOLDER
from build_scripts.model.publication_log import LogLine
from build_scripts.problems import ExitCode
from build_scripts.site.data.publication import write_lines
from build_scripts.site.manifest import hash_site, write_manifest
from tests.commands import run
from tests.serving import QuietHandler, serve_here
from tests.timestamp_authority import answer, make_keys, make_token, openssl

pytestmark = [
    pytest.mark.build,
    pytest.mark.skipif(not shutil.which("openssl"), reason="OpenSSL is not installed"),
]

FIRST = LogLine(1, date(2026, 3, 4), 5, 0, "ab" * 32, "")
SECOND = LogLine(2, date(2026, 3, 9), 4, 1, "cd" * 32, FIRST.digest)
OTHER = LogLine(2, date(2026, 3, 9), 4, 1, "ef" * 32, FIRST.digest)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root, and an authority that it certifies."""
    folder = tmp_path_factory.mktemp("authority")
    make_keys(folder)
    return folder


@dataclass
class Authority:
    """Answers queries with `keys`; `answer` is sent in the place of a token if it is set."""

    keys: Path
    address: str = ""
    answer: bytes | None = None
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def authority(keys: Path) -> Iterator[Authority]:
    made = Authority(keys)

    class Handler(QuietHandler):
        def do_POST(self) -> None:
            made.asked.append(self.headers["Content-Type"])
            query = self.rfile.read(int(self.headers["Content-Length"]))
            self.reply(200, answer(made.keys, query) if made.answer is None else made.answer)

    with serve_here(Handler) as address:
        made.address = f"{address}/"
        yield made


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive with a log of two lines."""
    home = tmp_path / "archive"
    begin_archive(home, "Ours")
    write_log(home / "publication_log.csv", [FIRST, SECOND], "5a" * 16)
    return home


def stamp(home: Path, authority: Authority, *options: str) -> tuple[int, str]:
    ended = run("timestamp", "--authority", authority.address, *options, cwd=home)
    return ended.returncode, ended.stdout + " ".join(ended.stderr.split())


def publish(home: Path, *lines: LogLine) -> Path:
    """A site with this log and the tokens."""
    site = home / "site"
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    (site / "publication_log.csv").write_bytes(write_lines(lines))
    shutil.copytree(home / "docs/timestamps", site / "timestamps")
    return site


@pytest.fixture
def stamped(home: Path, authority: Authority, keys: Path) -> Path:
    """The same with a token of its second line."""
    code, said = stamp(home, authority, "--certificate", str(keys / "ca.pem"))
    assert code == ExitCode.OK, said
    assert "Line 2 of the log existed at 20" in said
    assert authority.asked == ["application/timestamp-query"]
    return home


def verify(home: Path, *options: str) -> tuple[int, str]:
    ended = run("timestamp", "--verify", "site", *options, cwd=home)
    return ended.returncode, ended.stdout


def test_a_token_proves_its_line_offline(stamped: Path, authority: Authority, keys: Path) -> None:
    publish(stamped, FIRST, SECOND)
    code, said = verify(stamped)
    assert code == ExitCode.OK
    assert said.startswith("line 2 existed at 20")
    assert said.endswith("1 token, 2 lines of the log.\n")
    assert verify(stamped, "--certificate", str(keys / "ca.pem"))[0] == ExitCode.OK
    assert len(authority.asked) == 1
    site = stamped / "site"
    (site / "line").write_text((site / "publication_log.csv").read_text().splitlines(True)[2])
    openssl(  # as docs/verifying.md has it
        site,
        "ts -verify -data line -in timestamps/2.tst -token_in -CAfile timestamps/authority.pem",
    )


def test_a_line_is_stamped_once(stamped: Path, authority: Authority) -> None:
    before = (stamped / "docs/timestamps/2.tst").read_bytes()
    code, said = stamp(stamped, authority)
    assert (code, len(authority.asked)) == (ExitCode.OK, 1)
    assert "Line 2 of the log has a token" in said
    assert (stamped / "docs/timestamps/2.tst").read_bytes() == before
    third = LogLine(3, date(2026, 3, 9), 4, 1, "ef" * 32, SECOND.digest)
    write_log(stamped / "publication_log.csv", [FIRST, SECOND, third], "5a" * 16)
    assert stamp(stamped, authority)[0] == ExitCode.OK  # the certificate is known
    publish(stamped, FIRST, SECOND, third)
    code, said = verify(stamped)
    assert code == ExitCode.OK
    assert [line[:6] for line in said.splitlines()[:2]] == ["line 2", "line 3"]


def rename(home: Path) -> None:
    (home / "site/timestamps/2.tst").rename(home / "site/timestamps/1.tst")


def lose_the_line(home: Path) -> None:
    (home / "site/publication_log.csv").write_bytes(write_lines((FIRST,)))


def make_anew(home: Path) -> None:
    (home / "site/publication_log.csv").write_bytes(write_lines((FIRST, OTHER)))


def date_later(home: Path) -> None:
    """The owner's day is after the authority's: both can't be true. The token is of this line."""
    late = LogLine(2, date(2999, 1, 1), 4, 1, "cd" * 32, FIRST.digest)
    (home / "docs/timestamps/2.tst").unlink()
    write_log(home / "publication_log.csv", [FIRST, late], "5a" * 16)


def damage(home: Path) -> None:
    place = home / "site/timestamps/2.tst"
    data = bytearray(place.read_bytes())
    data[-20] ^= 1  # of the signature
    place.write_bytes(data)


def empty(home: Path) -> None:
    (home / "site/timestamps/2.tst").write_bytes(b"")


def lose_the_certificate(home: Path) -> None:
    (home / "site/timestamps/authority.pem").unlink()


@pytest.mark.parametrize(
    ("attack", "said"),
    [
        (rename, "1.tst: it is a token of another line or another log"),
        (lose_the_line, "2.tst: the log has no such line"),
        (make_anew, "2.tst: it is a token of another line or another log"),
        (
            damage,
            "authority.pem signed it (a wrong signature)",
        ),
        (empty, "2.tst: it is no token"),
        (lose_the_certificate, "authority.pem is not there"),
    ],
)
def test_a_token_that_proves_nothing_is_named(stamped: Path, attack: object, said: str) -> None:
    publish(stamped, FIRST, SECOND)
    assert callable(attack)
    attack(stamped)
    code, told = verify(stamped)
    assert code == ExitCode.FINDINGS
    assert said in told
    assert any(said in fault for fault in verify_all(stamped / "site"))


def verify_all(site: Path, cwd: Path | None = None) -> list[str]:
    """What `orders verify` says of the tokens, where the archive's own folder is not there."""
    write_manifest(site, {}, {}, hash_site(site))
    ended = run("verify", "--json", str(site), cwd=cwd or site)
    told: list[str] = json.loads(ended.stdout)["tokens"]
    assert ended.returncode == ExitCode.FINDINGS
    return told


def test_verify_trusts_the_authority_that_the_archive_itself_keeps(
    stamped: Path, keys: Path
) -> None:
    """Who makes a site's log anew can give it an authority of their own."""
    publish(stamped, FIRST, SECOND)
    assert verify_all(stamped / "site") == []
    assert verify_all(stamped / "site", cwd=stamped) == []
    shutil.copy(keys / "stranger.pem", stamped / "docs/timestamps/authority.pem")
    (fault,) = verify_all(stamped / "site", cwd=stamped)
    assert fault.startswith("timestamps/2.tst: no authority of ")
    shown = run("verify", str(stamped / "site"), cwd=stamped).stdout
    assert f"\ntoken: {fault}\n" in f"\n{shown}"


def test_verify_misses_tokens_that_the_archive_has(stamped: Path) -> None:
    site = publish(stamped, FIRST, SECOND)
    (site / "timestamps/2.tst").unlink()
    said = "timestamps/2.tst: it is not in the site, the archive has it"
    assert verify_all(site, cwd=stamped) == [said]
    assert verify_all(site) == []


def test_verify_names_tokens_that_it_can_not_check(
    stamped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = publish(stamped, FIRST, SECOND)
    monkeypatch.setenv("PATH", "/nonexistent")
    (fault,) = verify_all(site)
    assert fault.startswith("timestamps can't be checked: The program openssl is not installed.")
    (site / "publication_log.csv").unlink()
    (fault,) = verify_all(site)
    assert fault.startswith("timestamps can't be checked: ")


def test_a_clock_that_runs_backwards_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = {FIRST: 10, SECOND: 9}
    (tmp_path / FOLDER).mkdir()
    for line in (FIRST, SECOND):
        (tmp_path / FOLDER / f"{line.number}.tst").touch()
    monkeypatch.setattr(
        tokens, "check_token", lambda _, line, __: datetime(2026, 3, times[line], tzinfo=UTC)
    )
    assert list(tokens.check_tokens(tmp_path, [FIRST, SECOND])) == [
        ("1.tst", "line 1 existed at 2026-03-10 00:00:00 UTC", ""),
        ("2.tst", "", "it is of 2026-03-09 00:00:00, before the token of an earlier line"),
    ]


def test_a_certificate_of_another_authority_trusts_nothing(stamped: Path, keys: Path) -> None:
    publish(stamped, FIRST, SECOND)
    code, said = verify(stamped, "--certificate", str(keys / "stranger.pem"))
    assert code == ExitCode.FINDINGS
    assert "stranger.pem signed it (self-signed certificate in certificate chain)" in said


def test_a_token_before_the_lines_own_day_is_not_kept(stamped: Path, authority: Authority) -> None:
    """The clock of this machine is ahead, or the authority's is behind: both can't be true."""
    date_later(stamped)
    code, said = stamp(stamped, authority)
    assert code == ExitCode.SERVICE_FAILED
    assert "before the day that the log gives" in said
    assert not (stamped / "docs/timestamps/2.tst").exists()


def test_a_day_after_the_authoritys_is_named(stamped: Path, keys: Path) -> None:
    date_later(stamped)
    late = LogLine(2, date(2999, 1, 1), 4, 1, "cd" * 32, FIRST.digest)
    (stamped / "docs/timestamps/2.tst").write_bytes(make_token(keys, late.text))
    publish(stamped, FIRST, late)
    code, said = verify(stamped)
    assert code == ExitCode.FINDINGS
    assert "before the day that the log gives" in said


def test_a_token_of_an_earlier_authority_stays_good(
    stamped: Path, authority: Authority, tmp_path: Path
) -> None:
    """The certificate of the second authority took the place of the first one's."""
    (tmp_path / "other").mkdir()
    make_keys(tmp_path / "other")
    third = LogLine(3, date(2026, 3, 9), 4, 1, "ef" * 32, SECOND.digest)
    (stamped / "publication_log.csv").unlink()
    write_log(stamped / "publication_log.csv", [FIRST, SECOND, third], "5a" * 16)
    authority.keys = tmp_path / "other"
    for _ in range(2):
        assert stamp(stamped, authority, "--certificate", f"{tmp_path}/other/ca.pem")[0] == 0
    kept = (stamped / "docs/timestamps/authority.pem").read_text()
    assert kept.count("BEGIN CERTIFICATE") == 2
    publish(stamped, FIRST, SECOND, third)
    assert verify(stamped)[0] == ExitCode.OK


def test_a_damaged_token_is_not_taken_for_one(stamped: Path, authority: Authority) -> None:
    """It said that the line has a token, and ended with 0."""
    (stamped / "docs/timestamps/2.tst").write_bytes(b"")
    code, said = stamp(stamped, authority)
    assert code == ExitCode.BAD_INPUT
    assert "2.tst: it is no token. Remove it, and run the command again." in said


def test_without_a_token_the_days_are_the_owners_word(home: Path) -> None:
    (home / "docs/timestamps").mkdir()
    publish(home, FIRST, SECOND)
    code, said = verify(home)
    assert code == ExitCode.OK
    assert "The days of the log are the owner's word." in said


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"", "it has no token"),
        (b"<html>Welcome</html>", "it has no token"),
        (b"0" * 100_000, "answers with more than 1 MB"),
    ],
)
def test_an_answer_that_is_no_token_is_not_kept(
    home: Path, authority: Authority, keys: Path, answer: bytes, said: str
) -> None:
    authority.answer = answer
    code, told = stamp(home, authority, "--certificate", str(keys / "ca.pem"))
    assert code == ExitCode.SERVICE_FAILED
    assert said in told
    assert not (home / "docs/timestamps").exists()


def test_an_answer_to_another_request_is_not_kept(
    home: Path, authority: Authority, keys: Path
) -> None:
    """An answer that was recorded earlier is of the same line, with the nonce of its request."""
    (keys / "line").write_text(SECOND.text)
    openssl(keys, "ts -query -data line -sha256 -cert -out earlier")
    authority.answer = answer(keys, (keys / "earlier").read_bytes())
    code, told = stamp(home, authority, "--certificate", str(keys / "ca.pem"))
    assert code == ExitCode.SERVICE_FAILED
    assert "its nonce is not the one that was sent" in told
    assert not (home / "docs/timestamps").exists()


def test_no_answer_is_said_to_be_kept(home: Path, authority: Authority, keys: Path) -> None:
    authority.address = "http://127.0.0.1:9/"
    code, told = stamp(home, authority, "--certificate", str(keys / "ca.pem"))
    assert code == ExitCode.SERVICE_FAILED
    assert "can't be reached" in told
    assert "kept" not in told


def test_a_token_of_a_stranger_is_not_kept(home: Path, authority: Authority, keys: Path) -> None:
    code, said = stamp(home, authority, "--certificate", str(keys / "stranger.pem"))
    assert code == ExitCode.SERVICE_FAILED
    assert "Nothing was kept of the answer" in said
    assert not (home / "docs/timestamps").exists()


def test_nobody_is_asked_silently(home: Path, authority: Authority) -> None:
    ended = run("timestamp", cwd=home)
    assert ended.returncode == 2
    assert "Name an authority with --authority" in ended.stderr
    code, said = stamp(home, authority)
    assert code == ExitCode.BAD_INPUT
    assert "Name the authority's root certificate with --certificate." in said
    assert authority.asked == []
    ended = run("timestamp", "--authority", "http://tsa.example/", "--certificate",
                "mkdocs.yml", cwd=home)  # fmt: skip
    assert "only https is" in ended.stderr


def test_without_openssl_it_says_what_to_install(
    home: Path, authority: Authority, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    code, said = stamp(home, authority, "--certificate", str(keys / "ca.pem"))
    assert code != ExitCode.OK
    assert "The program openssl is not installed. Install it" in said
