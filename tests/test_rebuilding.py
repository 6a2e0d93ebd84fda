"""A build that takes over what did not change gives the site that a build from nothing gives.

Real MkDocs builds of six orders, compared byte by byte; some twenty seconds.
"""

import logging
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from build_scripts import rendering
from build_scripts.__main__ import commands
from build_scripts.mkdocs_plugin import ArchivePlugin
from tests.made_once import make_once
from tests.shared import ROOT, copy_hand_written_docs
from tools.bench.archive_orders import write_archive

pytestmark = pytest.mark.build

COUNT = 6


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An archive of a few orders, as a newcomer has it."""
    return make_project(tmp_path / "archive")


def make_project(home: Path) -> Path:
    home.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", home)
    copy_hand_written_docs(home / "docs")
    write_archive(home / "orders", COUNT)
    return home


@pytest.fixture(scope="session")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of that archive, built from nothing: once, since its bytes are always the same."""

    def make(folder: Path) -> None:
        build_site(make_project(folder / "archive"))

    return read_site(make_once(tmp_path_factory, "built from nothing", make) / "archive")


def build_site(home: Path, jobs: int = 1) -> None:
    config = load_config(str(home / "mkdocs.yml"), site_url="https://orders.example.org/archive/")
    plugin = config.plugins["orders-archive"]
    assert isinstance(plugin, ArchivePlugin)
    plugin.jobs = jobs
    build(config)


def read_site(home: Path) -> dict[str, bytes]:
    files = (path for path in (home / "site").rglob("*") if path.is_file())
    return {path.relative_to(home / "site").as_posix(): path.read_bytes() for path in files}


def build_from_nothing(home: Path) -> dict[str, bytes]:
    """Build a copy of the archive that knows nothing of earlier builds, and read its site."""
    fresh = home.with_name("fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(home, fresh, ignore=shutil.ignore_patterns("site", ".cache", ".site*"))
    build_site(fresh)
    return read_site(fresh)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The pages that builds rendered anew."""
    pages: list[str] = []
    render = rendering._render
    monkeypatch.setattr(
        rendering, "_render", lambda file, what: pages.append(file.src_uri) or render(file, what)
    )
    return pages


def test_a_build_after_changes_is_a_build_from_nothing(
    expected: dict[str, bytes], project: Path, rendered: list[str]
) -> None:
    """Over added, edited, removed, renamed and corrected orders, a template, a setting, a page."""
    build_site(project)
    assert len(rendered) > 40
    rendered.clear()
    build_site(project)
    assert rendered == []  # nothing changed, nothing is rendered
    assert read_site(project) == expected

    orders = sorted((project / "orders").rglob("*.txt"))
    changes = {
        "added": lambda: write_archive(project / "orders", COUNT + 3),
        "edited": lambda: orders[0].write_text(orders[0].read_text().replace("motion", "request")),
        "removed": orders[1].unlink,
        "renamed": lambda: orders[2].rename(orders[2].with_name("another name.txt")),
        "corrected": lambda: Path(f"{orders[3]}.yml").write_text("fields:\n  title: Order\n"),
        "template": lambda: _append(project / "docs/templates/partials/trail.html", "<!-- -->"),
        "setting": lambda: _replace(project / "mkdocs.yml", "charts: true", "charts: false"),
        "hand-written page": lambda: _append(project / "docs/about.md", "\nMore.\n"),
    }
    _change_and_compare(project, changes, ("added", "edited"))
    _change_and_compare(project, changes, ("removed", "renamed", "corrected"))
    _change_and_compare(project, changes, ("template", "setting", "hand-written page"))


def _change_and_compare(project: Path, changes: dict, names: tuple[str, ...]) -> None:
    for name in names:
        changes[name]()
    build_site(project)
    site, expected = read_site(project), build_from_nothing(project)
    assert site.keys() == expected.keys(), names
    assert [path for path in site if site[path] != expected[path]] == [], names


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


def _replace(path: Path, old: str, new: str) -> None:
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def test_processes_render_what_one_renders(expected: dict[str, bytes], project: Path) -> None:
    build_site(project, jobs=2)
    assert read_site(project) == expected


def test_mkdocs_by_itself_renders_the_same_pages(
    expected: dict[str, bytes], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where another plugin has to see every page."""
    monkeypatch.setattr("build_scripts.mkdocs_plugin.can_set_aside", lambda _config: False)
    build_site(project)
    assert read_site(project) == expected


def test_a_file_of_the_site_that_somebody_changed_is_made_again(
    expected: dict[str, bytes], project: Path
) -> None:
    build_site(project)
    site = project / "site"
    page = next((site / "orders").rglob("index.html"))
    page.write_text("something else")
    (site / "orders.csv").write_text("something else")  # the same file as that below docs/
    next((site / "orders").rglob("order.json")).unlink()
    next((project / ".cache" / "orders").rglob("*.*.*")).write_bytes(b"damaged")
    build_site(project)
    assert read_site(project) == expected
    next((project / ".cache" / "sites").glob("*.tsv")).write_text("damaged\n")
    build_site(project)
    assert read_site(project) == expected


def test_a_build_that_fails_leaves_the_site_as_it_was(
    expected: dict[str, bytes], project: Path
) -> None:
    build_site(project)
    _append(project / "docs/templates/main.html", "{% this is no template %}")
    with pytest.raises(Exception, match=r"template|tag"):
        build_site(project)
    assert read_site(project) == expected
    assert not [path for path in project.iterdir() if path.name.startswith(".site")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_can_not_be_written_is_said(project: Path) -> None:
    project.chmod(0o500)
    try:
        with pytest.raises((Abort, ConfigurationError)):
            build_site(project)
    finally:
        project.chmod(0o700)


@pytest.fixture
def loud() -> Iterator[None]:
    """The command quiets MkDocs' log for its process; here other tests come after it."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    yield
    logger.setLevel(level)


@pytest.mark.usefixtures("loud")
def test_a_build_of_what_did_not_change_is_said_to_stand(project: Path) -> None:
    """The command's own word: nothing is read but to see that nothing changed."""
    runner = CliRunner()
    command = ["build", "-f", str(project / "mkdocs.yml"), "-j1"]

    def run(*more: str) -> str:
        result = runner.invoke(commands, [*command, *more])
        assert result.exit_code == 0, result.output
        return " ".join(result.output.split())

    assert "6 orders" in run()
    expected = read_site(project)
    assert "Nothing changed" in run()
    assert "6 orders" in run("--anew")
    assert read_site(project) == expected
    changes = (
        lambda: _append(project / "docs/about.md", "\nMore.\n"),
        lambda: _replace(project / "mkdocs.yml", "charts: true", "charts: false"),
        lambda: (project / "site/index.html").write_text("somebody else's"),
        lambda: (project / "orders/new.txt.yml").write_text("fields: {}\n"),
    )
    for change in changes:
        change()
        assert "6 orders" in run()
        assert "Nothing changed" in run()
