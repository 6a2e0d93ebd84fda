"""A new archive, begun and built by what a wheel installs, far from this repository."""

import re
import resource
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from build_scripts.__main__ import commands
from build_scripts.archive.storage.address_ledger import read_address_ledger
from build_scripts.archive.storage.history_log import read_history
from build_scripts.cli.init import FILES, HOSTS, add_specimens, begin_archive, list_specimens
from build_scripts.problems import ArchiveError, ExitCode
from tests.commands import run, succeed
from tests.shared import ORDERS, ROOT

ORDER = min((ORDERS / "cand").rglob("*.txt"))
PLACES = [*FILES.values(), *(place for host in HOSTS.values() for place in host["files"].values())]


def list_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_name_and_address_stand_where_they_belong(tmp_path: Path) -> None:
    begin_archive(tmp_path / "new", 'Orders of "Judge Roe"', "https://example.org/roe/")
    assert list_files(tmp_path / "new") == set(FILES.values())
    settings = (tmp_path / "new/mkdocs.yml").read_text()
    assert 'site_name: "Orders of \\"Judge Roe\\""' in settings
    assert 'site_url: "https://example.org/roe/"' in settings
    assert (tmp_path / "new/README.md").read_text().startswith('# Orders of "Judge Roe"\n')


def test_settings_are_few_lines_and_nothing_is_left_to_fill_in(tmp_path: Path) -> None:
    begin_archive(tmp_path, "New", hosts=list(HOSTS))
    assert len((tmp_path / "mkdocs.yml").read_text().splitlines()) <= 25
    for place in PLACES:
        text = (tmp_path / place).read_text(encoding="utf-8")
        assert not re.search(r"(?<!\$\{)\{[a-z]+\}", text), place


@pytest.mark.parametrize("place", dict.fromkeys(PLACES))
def test_nothing_that_is_there_is_changed(tmp_path: Path, place: str) -> None:
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place).write_text("mine")
    with pytest.raises(ArchiveError, match="exists already"):
        begin_archive(tmp_path, "New", hosts=list(HOSTS))
    assert list_files(tmp_path) == {place}
    assert (tmp_path / place).read_text() == "mine"


def test_a_host_is_added_to_an_archive_that_is_there(tmp_path: Path) -> None:
    begin_archive(tmp_path, "New", hosts=["github"])
    before = {place: (tmp_path / place).read_bytes() for place in list_files(tmp_path)}
    ended = CliRunner().invoke(commands, ["init", str(tmp_path), "--host", "gitlab"])
    assert ended.exit_code == 0
    assert list_files(tmp_path) - set(before) == {".gitlab-ci.yml"}
    assert {place: (tmp_path / place).read_bytes() for place in before} == before
    with pytest.raises(ArchiveError, match=r"gitlab-ci\.yml exists already"):
        CliRunner().invoke(
            commands, ["init", str(tmp_path), "--host", "gitlab"], catch_exceptions=False
        )


def test_the_next_line_can_be_pasted(tmp_path: Path) -> None:
    """A folder's name may have blanks."""
    said = succeed("init", "my archive", "--host", "none", cwd=tmp_path).stdout
    assert "Next: cd 'my archive', then " in said


def test_a_full_disk_leaves_nothing_of_a_new_archive(tmp_path: Path) -> None:
    """Half an archive refused the next try."""

    def fill_up() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1200, resource.RLIM_INFINITY))

    full = run("init", "new", cwd=tmp_path, prepare=fill_up)
    assert full.returncode == ExitCode.BAD_INPUT
    assert "new/" in full.stderr
    assert list_files(tmp_path) == set()
    succeed("init", "new", cwd=tmp_path)


def test_no_host_can_be_named(tmp_path: Path) -> None:
    ended = CliRunner().invoke(commands, ["init", str(tmp_path / "new"), "--host", "none"])
    assert ended.exit_code == 0, ended.output
    assert list_files(tmp_path / "new") == set(FILES.values())
    both = ["init", str(tmp_path / "both"), "--host", "none", "--host", "github"]
    refused = CliRunner().invoke(commands, both)
    assert refused.exit_code == ExitCode.USAGE
    assert "--host none goes with no other host" in refused.output
    assert not (tmp_path / "both").exists()


@pytest.mark.parametrize(("answer", "written"), [("netlify\n", {"netlify.toml"}), ("\n", set())])
def test_at_a_terminal_the_host_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: set[str]
) -> None:
    monkeypatch.setattr("build_scripts.cli.init._is_terminal", lambda: True)
    ended = CliRunner().invoke(commands, ["init", str(tmp_path / "new")], input=answer)
    assert ended.exit_code == 0, ended.output
    assert list_files(tmp_path / "new") == set(FILES.values()) | written


def test_the_specimens_are_those_that_are_listed() -> None:
    """`specimens.sha256` is written by: cd orders && sha256sum FILES."""
    shipped = {
        path.relative_to(ORDERS).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in ORDERS.rglob("*")
        if path.is_file() and path.name != "README.md"
    }
    assert list_specimens() == shipped


@pytest.fixture
def tried(tmp_path: Path) -> Path:
    """An archive of the specimens, with ledgers of years, and one order of the owner's."""
    begin_archive(tmp_path, "Tried")
    add_specimens(tmp_path / "orders")
    own = (tmp_path / "orders/own.txt", b"an order")
    own[0].write_bytes(own[1])
    digest = sha256(own[1]).hexdigest()
    lines = {
        "address_ledger.csv": [
            "cases/cand-3-31-cv-00132,moved,cases/cand-3-31-cv-00123,,,",
            f"orders/cand/3-31-cv-00123/order,published,,{digest},own.txt,cases/cand-3-31-cv-00123",
        ],
        "history.csv": [f"2031-03-04,added,own.txt,{digest},0.1.0-77ab12cd,"],
    }
    for ledger, own_lines in lines.items():
        text = (ROOT / ledger).read_text(encoding="utf-8")
        (tmp_path / ledger).write_text(text + "".join(f"{line}\n" for line in own_lines), "utf-8")
    return tmp_path


def test_specimens_leave_with_their_lines_and_nothing_else_does(tried: Path) -> None:
    ended = CliRunner().invoke(commands, ["init", str(tried), "--remove-specimens"])
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert list_files(tried / "orders") == {"README.md", "own.txt"}
    assert sorted(path.name for path in (tried / "orders").iterdir()) == ["README.md", "own.txt"]
    assert list(read_address_ledger(tried / "address_ledger.csv")) == [
        "cases/cand-3-31-cv-00132",
        "orders/cand/3-31-cv-00123/order",
    ]
    assert [event.file for event in read_history(tried / "history.csv")] == ["own.txt"]


def test_what_an_owner_changed_stays_and_is_named(tried: Path) -> None:
    orders = tried / "orders"
    corrected, changed, *_ = sorted((orders / "cand").rglob("*.txt"))
    Path(f"{corrected}.yml").write_text("by: A. Librarian\n")
    changed.write_text("mine")
    ended = CliRunner().invoke(commands, ["init", str(tried), "--remove-specimens"])
    assert ended.exit_code == 1
    kept = {corrected.relative_to(orders).as_posix(), changed.relative_to(orders).as_posix()}
    assert list_files(orders) == kept | {"README.md", "own.txt", f"{min(kept)}.yml"}
    assert {line.split(" stays")[0] for line in ended.stderr.splitlines()} == {
        f"orders/{path}" for path in kept
    }
    listed = read_address_ledger(tried / "address_ledger.csv").values()
    assert {one.file for one in listed} - {""} == kept | {"own.txt"}


@pytest.mark.build
def test_an_archive_that_was_begun_is_built_around_its_home_page(tmp_path: Path) -> None:
    """`tools.package_trial` does so with an installed wheel."""
    assert "my-archive" in succeed("init", "my-archive", "--specimens", cwd=tmp_path).stdout
    archive = tmp_path / "my-archive"
    assert list_files(archive / "orders") == {"README.md", *list_specimens()}
    succeed("init", "--remove-specimens", cwd=archive)
    shutil.copy(ORDER, archive / "orders")
    (archive / "docs/index.md").write_text(
        "# Judge Roe\n\nHer *orders*.\n\n## Since 2020\n\nAll.\n"
    )
    succeed("build", "--strict", cwd=archive)
    assert list(archive.glob("site/orders/*/*/*/index.html"))
    assert (archive / "site/about/index.html").is_file()
    assert "assistant" not in (archive / "site/search/index.html").read_text()  # unless it is set
    home = LexborHTMLParser((archive / "site/index.html").read_bytes())
    assert [node.text() for node in home.css("article h1")] == ["Judge Roe"]
    assert home.css_first("article em").text() == "orders"
    assert [node.attributes["id"] for node in home.css("article h2")][:2] == [
        "since-2020",
        "newest-orders",
    ]
    assert "#since-2020" in {node.attributes.get("href") for node in home.css("nav a")}


@pytest.mark.parametrize("given", [("--name", " "), ("--address", "example.org/orders")])
def test_what_every_later_build_would_refuse_begins_no_archive(
    tmp_path: Path, given: tuple[str, str]
) -> None:
    refused = run("init", "new", *given, cwd=tmp_path)
    assert refused.returncode == ExitCode.USAGE
    assert given[0] in refused.stderr
    assert not (tmp_path / "new").exists()
