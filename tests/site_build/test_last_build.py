"""A build in which nothing changed is not made: its site stays, and what was told is told again."""

import os
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.cli.opening import open_config
from build_scripts.problems import ExitCode
from build_scripts.site.last_build import digest_contents, read_inputs
from build_scripts.site.manifest import hash_site
from tests.commands import run
from tests.short_orders import write_orders
from tests.test_later_builds import EDITS, do_nothing, rewrite, write_into_the_site

pytestmark = pytest.mark.build

DAY = {"SOURCE_DATE_EPOCH": "1900000000"}
UNCHANGED = "Nothing changed since the last build."
SEALED = "FILED UNDER SEAL\n\n"


def build(home: Path, *options: str, day: dict[str, str] = DAY, code: int = ExitCode.OK) -> str:
    ended = run("build", "-j1", *options, cwd=home, env=day)
    assert ended.returncode == code, ended.stderr
    return ended.stderr


def describe(home: Path) -> bytes:
    config, plugin = open_config(home / "mkdocs.yml")
    inputs = read_inputs(config, plugin.find_settings(config))
    content = digest_contents(inputs.states) if inputs else b""
    return (
        inputs.about + content + repr(list(inputs.states)).encode() if inputs and content else b""
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive of seven orders, not built."""
    home = tmp_path / "archive"
    begin_archive(home, "Ours")
    write_orders(home / "orders", 0, 7)
    return home


def list_states(home: Path) -> dict[Path, int]:
    """The build makes each file of its site in a new folder."""
    return {path: path.stat().st_ino for path in [home / "site", *(home / "site").rglob("*")]}


def test_a_site_stays_and_its_warnings_are_told_again(home: Path) -> None:
    """After a build that found its ledgers as it left them: the first one writes them."""
    rewrite(home, "00002.txt", "UNITED STATES DIS", f"{SEALED}UNITED STATES DIS")
    assert UNCHANGED not in build(home, code=ExitCode.HELD_BACK)
    told = build(home, code=ExitCode.HELD_BACK)
    before = list_states(home)
    again = build(home, code=ExitCode.HELD_BACK)
    assert list_states(home) == before
    assert UNCHANGED in again
    assert "seal" in again.lower()
    first, second = (
        [line for line in said.splitlines() if line not in {"", UNCHANGED} and " s. " not in line]
        for said in (told, again)
    )
    assert first == second


def test_whatever_somebody_changed_is_built(home: Path) -> None:
    build(home)
    build(home)
    assert UNCHANGED in build(home)
    sums = hash_site(home / "site")
    page = home / "site/index.html"
    for change in (
        page.unlink,
        lambda: page.write_text("mine"),
        lambda: (home / "site/mine.html").write_text("mine"),
        lambda: (home / "site/link").symlink_to("nowhere"),
        lambda: (home / "site").rename(home / "elsewhere"),
    ):
        change()
        assert UNCHANGED not in build(home)
        assert hash_site(home / "site") == sums
        assert UNCHANGED in build(home)

    # Bytes count, where the state of a file is the same.
    place = home / "orders/00003.txt"
    facts = place.stat()
    rewrite(home, "00003.txt", "The motion is DENIED", "The motion is GONE!!")
    os.utime(place, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert place.stat().st_size == facts.st_size
    assert UNCHANGED not in build(home)

    # Another day counts, and another choice.
    build(home)
    assert UNCHANGED in build(home)
    assert UNCHANGED not in build(home, day={"SOURCE_DATE_EPOCH": "1900100000"})
    assert UNCHANGED not in build(home, "--strict")


def test_each_edit_changes_the_inputs(home: Path) -> None:
    found = describe(home)
    assert found
    known = {found}
    rewrite(home, "00004.txt", "Defendant moves.", "Plaintiff lives at the shelter at Harrow Lane.")
    for edit in EDITS:
        if edit is not write_into_the_site:
            edit(home)
            changed = describe(home)
            assert changed
            assert (changed in known) == (edit is do_nothing), edit.__name__
            known.add(changed)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - orders-archive", "  - search\n  - orders-archive"),
        ("theme:", "hooks: [own.py]\ntheme:"),
        ("theme:", "markdown_extensions: [pymdownx.snippets]\ntheme:"),
        ("theme:", "extra: {own: !!python/name:os.getcwd }\ntheme:"),
        ("theme:", "extra: {own: !!python/name:json.dumps }\ntheme:"),
    ],
)
def test_what_code_of_others_makes_is_not_remembered(home: Path, old: str, new: str) -> None:
    (home / "own.py").write_text("")
    rewrite(home, "./mkdocs.yml", old, new)
    assert describe(home) == b""


def test_links_are_not_remembered(home: Path) -> None:
    (home / "words.md").write_text("Words.\n")
    (home / "docs/words.md").symlink_to("../words.md")
    assert describe(home) == b""


def test_an_unreadable_file_is_not_remembered(home: Path) -> None:
    place = home / "orders/00001.txt"
    place.chmod(0)
    if os.access(place, os.R_OK):
        pytest.skip("the system lets this user read everything")
    assert describe(home) == b""
