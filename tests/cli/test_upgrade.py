"""An archive of an earlier version: what is told of it, and what `orders upgrade` makes of it.

`archive_of_0_1` was built by the program's version 0.1, of invented orders: one corrected and so moved,
one withheld, one with a withheld passage. Of what its build wrote into docs/ some files are kept.
"""

import shutil
from pathlib import Path

import pytest

from build_scripts.problems import ExitCode
from build_scripts.site.earlier_settings import find_changes, list_old_files, upgrade_text
from tests.commands import run, succeed
from tests.shared import ROOT
from tests.tables import each_row

ARCHIVE = Path(__file__).with_name("archive_of_0_1")
SECRET = "the secret root of Fernleigh"
MOVED = "orders/ord/3-22-cv-00731/2023-07-07-order-denying-motion-to-seal"
NOW_AT = "orders/ord/3-22-cv-00713/2023-07-07-order-denying-motion-to-seal"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return shutil.copytree(ARCHIVE, tmp_path / "archive")


def read_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


@pytest.mark.build
@pytest.mark.parametrize("command", ["check", "build", "addresses"])
def test_each_command_says_what_to_change(archive: Path, command: str) -> None:
    ended = run(command, cwd=archive)
    assert ended.returncode == ExitCode.BAD_INPUT
    assert ended.stderr.splitlines() == [
        "error: mkdocs.yml is of an earlier version of this program.",
        "  line 22: remove plugins.orders-archive.pairs (true)",
        "  line 25: write “Social Security number”, not “social-security number”",
        "  line 29: theme.name: write “orders”",
        "  line 30: remove theme.custom_dir (docs/templates)",
        "  line 32: remove theme.font (false)",
        "  line 33: remove theme.icon",
        "  line 35: remove theme.favicon (assets/favicon.svg)",
        "  line 36: remove theme.features",
        "  line 40: remove theme.palette",
        "  line 56: remove extra_css",
        "  line 57: remove extra_css (assets/stylesheets/archive.css)",
        "  line 58: remove extra_css (assets/stylesheets/search.css)",
        "  line 59: remove extra_css (assets/stylesheets/browse.css)",
        "  line 61: remove extra_javascript",
        "  line 62: remove extra_javascript.path (assets/javascripts/order_tables.js)",
        "  line 64: remove extra_javascript.path (assets/javascripts/cite_this_order.js)",
        "  line 66: remove extra_javascript.path (assets/javascripts/citation_cards.js)",
        "  line 68: remove extra_javascript.path (assets/javascripts/footnote_cards.js)",
        "  line 70: remove extra_javascript.path (assets/javascripts/paragraph_links.js)",
        "  line 78: remove markdown_extensions (build_scripts.publishing.printed_footnotes)",
        "  docs/: move away what earlier builds wrote there",
        "`orders upgrade` makes these changes, and keeps what was there.",
    ]
    assert read_files(archive) == read_files(ARCHIVE)


@pytest.mark.build
def test_an_upgraded_archive_has_lost_nothing(archive: Path) -> None:
    before = read_files(archive)
    succeed("upgrade", cwd=archive)
    after = read_files(archive)
    kept = {name: data for name, data in before.items() if after.get(name) == data}
    aside = {name: after[f"before-upgrade/{name}"] for name in before.keys() - kept.keys()}
    assert kept | aside == before
    assert {name for name in kept if not name.startswith("orders/")} == {
        "address_ledger.csv", "history.csv", "link_ledger.csv", "docs/about.md"
    }  # fmt: skip
    assert {name for name in before if name.startswith("orders/")} <= kept.keys()
    assert "Nothing to upgrade" in run("upgrade", cwd=archive).stdout

    succeed("build", cwd=archive)
    succeed("check", "--private", cwd=archive)
    site = read_files(archive / "site")
    assert not [name for name, data in site.items() if SECRET.encode() in data]
    history = (archive / "history.csv").read_text().splitlines()
    assert history[:7] == before["history.csv"].decode().splitlines()
    for line in before["address_ledger.csv"].decode().splitlines()[1:]:
        assert f"{line.split(',')[0]}/index.html" in site
    assert b"3:22-cv-00713" in site[f"{NOW_AT}/index.html"]
    assert NOW_AT.rsplit("/", 2)[1].encode() in site[f"{MOVED}/index.html"]
    withheld = site["orders/ord/3-21-cv-00412/2022-05-09-order-granting-motion-to-stay/index.html"]
    assert b"sealed by the court" in withheld
    assert b"Gorse Hill" not in withheld
    assert b"Hand-written." in site["about/index.html"]


@pytest.mark.build
def test_an_archive_of_a_newer_version_is_refused(archive: Path) -> None:
    run("upgrade", cwd=archive)
    settings = (archive / "mkdocs.yml").read_text()
    (archive / "mkdocs.yml").write_text(settings.replace("format: 2", "format: 3"))
    ended = run("check", cwd=archive)
    assert ended.returncode == ExitCode.SITE_FAILED
    assert "format 3, and this program reads formats up to 2. Install the version" in " ".join(
        ended.stderr.split()
    )


@each_row()
def test_settings_are_changed_line_by_line(settings: str, upgraded: str, why: str) -> None:
    assert upgrade_text(settings) == upgraded, why
    assert upgrade_text(upgraded) == upgraded
    assert find_changes(upgraded) == []


def test_this_version_has_nothing_to_upgrade() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert find_changes(settings) == []
    assert upgrade_text(settings) == settings


@pytest.mark.parametrize(
    "listing", ['{"bundles": {"a": ["", {"../../mine": [], "/etc/passwd": []}]}}', "[", "{}", "[1]"]
)
def test_a_list_of_files_leads_nowhere_else(tmp_path: Path, listing: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mine").touch()
    (tmp_path / "docs/.generated.json").write_text(listing)
    assert set(list_old_files(tmp_path / "docs")) <= {".generated.json"}
