"""Settings of mkdocs.yml: what they change on the site, and what a wrong one is told."""

import html
import logging
import re
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from selectolax.lexbor import LexborHTMLParser

from build_scripts.problems import ExitCode
from build_scripts.site.mkdocs_plugin import ArchiveConfig
from build_scripts.site.settings import RepositoryOption
from tests.commands import run
from tests.shared import ROOT, begin_project
from tests.site.conftest import DROPPED as ORDER
from tests.tables import each_row

pytestmark = pytest.mark.build

PAGE = "orders/ord/3-21-cv-00417/2021-08-09-order-denying-motion-to-dismiss/index.html"


def make_project(folder: Path, **settings: str) -> Path:
    """A project of one order with these settings below the plugin's name."""
    begin_project(folder, pages="data.md", **settings)
    (folder / "orders/one.txt").write_text(ORDER, encoding="utf-8")
    return folder / "mkdocs.yml"


def build_site(
    folder: Path, site_url: str = "", command: Literal["build", "serve"] = "build", **settings: str
) -> Path:
    config = load_config(str(make_project(folder, **settings)))
    config.site_url = site_url
    config.plugins.on_startup(command=command, dirty=False)
    try:
        build(config)
    finally:  # MkDocs keeps the plugin for later builds of this process
        config.plugins.on_startup(command="build", dirty=False)
    return folder / "site"


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_what_is_not_set_is_quiet(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    site = build_site(tmp_path)
    page = read(site, PAGE)
    assert "noindex" in page
    assert "Something wrong" not in page
    assert "This archive is kept by" not in page
    assert "courtlistener.com/c/us/556/662/" in page
    assert not list(site.rglob("feed.*"))
    assert "application/atom+xml" not in read(site, "index.html")
    said = [record.getMessage() for record in caplog.records]
    assert len([one for one in said if "No feeds" in one]) == 1


def test_mkdocs_alone_says_what_was_not_read(tmp_path: Path) -> None:
    make_project(tmp_path)
    (tmp_path / "orders/broken.pdf").write_bytes(b"%PDF-1.4 broken")
    built = run("build", cwd=tmp_path, program="mkdocs")
    assert built.returncode == 0
    assert "orders: 1 order, 1 file not read, " in built.stderr


def test_owner_contact_and_indexing(tmp_path: Path) -> None:
    site = build_site(
        tmp_path,
        "https://orders.example.org/",
        archive_owner='"Quill & <Lantern> Library"',
        contact="clerk@example.org",
        indexable="true",
    )
    page = read(site, PAGE)
    assert "This archive is kept by Quill &amp; &lt;Lantern&gt; Library." in page
    mail, contact = re.findall(r'href="(mailto:[^"]*)"', page)
    assert contact == "mailto:clerk@example.org"  # at the foot of every page
    assert mail.startswith("mailto:clerk@example.org?subject=Problem%20with%20an%20order")
    assert f"https%3A//orders.example.org/{PAGE.removesuffix('index.html')}" in mail
    assert "noindex" not in page
    assert PAGE.removesuffix("index.html") in read(site, "sitemap.xml")
    assert "Disallow" not in read(site, "robots.txt")
    assert "Quill &amp; &lt;Lantern&gt; Library" in read(site, "feed.xml")


def test_names_are_printed_as_they_are_written(tmp_path: Path) -> None:
    """Templates of the theme print some settings as if they were HTML."""
    name = 'Smith & Sons <Archive> of "Orders"'
    config = load_config(str(make_project(tmp_path)))
    config.site_url = "https://orders.example.org/"
    config.site_name = config.site_description = name
    build(config)
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        tree = LexborHTMLParser(path.read_text("utf-8"))
        assert tree.css_first("archive, sons") is None, path
        title = tree.css_first("title")
        assert "<A" not in (title.html or "").removeprefix("<title>"), path
        if described := tree.css_first('meta[name="description"]'):
            assert described.attributes["content"], path
        for node in tree.css(".md-logo"):
            assert node.attributes["title"] == node.attributes["aria-label"] == name, path
    home = LexborHTMLParser(read(tmp_path / "site", "index.html"))
    assert name in home.css_first("title").text()
    assert home.css_first(".md-header__topic").text(strip=True) == name
    assert f"<title>{html.escape(name)}</title>" in read(tmp_path / "site", "feed.xml")


def test_where_orders_may_be_listed_only_what_stands_no_more_asks_not_to_be(
    tmp_path: Path,
) -> None:
    """Of three orders one moves, one is withheld, and one is no longer there."""
    leaving, withheld = (
        ORDER.replace("00417", number).replace("Harbor Light", name)
        for number, name in (("00418", "Tallow"), ("00419", "Wick"))
    )
    settings = make_project(tmp_path, indexable="true")
    orders = tmp_path / "orders"
    (orders / "leaving.txt").write_text(leaving, encoding="utf-8")
    (orders / "withheld.txt").write_text(withheld, encoding="utf-8")
    build(load_config(str(settings)))
    (orders / "leaving.txt").unlink()
    (orders / "withheld.txt.yml").write_text(
        "withhold: {what: order, reason: sealed, by: A. Librarian, date: 2026-03-02}\n"
    )
    (orders / "one.txt.yml").write_text('fields:\n  docket_numbers: ["3:21-cv-00471-TVB"]\n')
    build(load_config(str(settings)))
    site = tmp_path / "site"
    asking = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if '<meta name="robots" content="noindex">' in path.read_text("utf-8")
    }
    day = "2021-08-09-order-denying-motion-to-dismiss"
    former = [f"orders/ord/3-21-cv-0041{number}/{day}/" for number in (7, 8, 9)]
    pages = {f"{folder}index.html" for folder in former}
    sources = {f"{folder}source/index.html" for folder in former}
    judge = "judges/theodora-v-brandt/index.html"  # one order is left: the page leads there
    assert asking == {"404.html", judge, *pages, *sources}
    assert (site / "orders/ord/3-21-cv-00471" / day / "index.html").is_file()


def test_a_contact_on_the_web_is_a_link(tmp_path: Path) -> None:
    site = build_site(tmp_path, contact="https://example.org/corrections?a=1&b=2")
    assert 'href="https://example.org/corrections?a=1&amp;b=2"' in read(site, PAGE)


@each_row()
def test_a_repository_is_where_files_are_proposed(repository: str, add: str, edit: str) -> None:
    option = RepositoryOption().validate(repository)
    assert option is not None
    assert repository.startswith(option.address)
    assert option.address.endswith("/archive")
    assert (option.add, option.edit) == (option.address + add, option.address + edit)


def test_feeds_and_links_to_other_sites_can_be_left_out(tmp_path: Path) -> None:
    site = build_site(tmp_path, "https://orders.example.org/", feeds="false", outward_links="false")
    page = read(site, PAGE)
    assert "courtlistener.com" not in page
    assert "556 U.S. 662" in page
    assert not list(site.rglob("feed.*"))
    assert "application/atom+xml" not in read(site, "index.html")


def test_what_is_not_offered_is_not_named(tmp_path: Path) -> None:
    site = build_site(tmp_path, database="false")
    assert not (site / "archive.sqlite.gz").exists()
    assert "archive.sqlite.gz" not in read(site, "SHA256SUMS")
    assert 'href="../archive.sqlite.gz"' not in read(site, "data/index.html")
    assert 'href="../orders.csv"' in read(site, "data/index.html")


def test_a_site_at_work_lets_mkdocs_reload_it(tmp_path: Path) -> None:
    """`mkdocs serve` puts an inline script into each page, which the policy would stop."""
    site = build_site(tmp_path, "http://127.0.0.1:8000/", command="serve")
    assert "Content-Security-Policy" not in read(site, PAGE)
    assert not list(site.rglob("feed.*"))


@each_row()
def test_places_that_overlap_are_refused(tmp_path: Path, setting: str, within: str) -> None:
    """Also by MkDocs alone; nothing is written, and no order is lost."""
    settings = make_project(tmp_path)
    text = settings.read_text(encoding="utf-8")
    name = setting.partition(":")[0]
    text = re.sub(rf"(?m)^ *{name}:.*\n", "", text)
    under = "" if name == "site_dir" else "  - orders-archive:\n"
    text = text.replace(under, f"{under}      {setting}\n", 1) if under else f"{setting}\n{text}"
    settings.write_text(text, encoding="utf-8")
    files = sorted(tmp_path.rglob("*"))
    for command in ("build", "check"):
        refused = run(command, cwd=tmp_path)
        assert refused.returncode == ExitCode.BAD_INPUT
        assert f", within {within} (" in refused.stderr
    with pytest.raises(PluginError, match=f", within {within} "):
        build(load_config(str(settings)))
    assert sorted(tmp_path.rglob("*")) == files


@each_row()
def test_settings_that_python_refuses_are_a_message(
    tmp_path: Path, setting: str, message: str
) -> None:
    settings = make_project(tmp_path)
    text = settings.read_text(encoding="utf-8")
    text = re.sub(rf"(?m)^ *{setting.partition(':')[0]}:.*\n", "", text)
    under = "  - orders-archive:\n"
    settings.write_text(text.replace(under, f"{under}      {setting}\n"), encoding="utf-8")
    refused = run("build", cwd=tmp_path)
    assert refused.returncode in {ExitCode.SITE_FAILED, ExitCode.BAD_INPUT}
    assert message in refused.stderr
    assert "Traceback" not in refused.stderr


@each_row()
def test_a_setting_of_mkdocs_that_fails_later_is_a_message(
    tmp_path: Path, was: str, becomes: str, message: str
) -> None:
    settings = make_project(tmp_path)
    text = re.sub(r"(?m)^site_url:.*\n", "", settings.read_text(encoding="utf-8"))
    assert was in text
    settings.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    refused = run("build", cwd=tmp_path)
    assert refused.returncode in {ExitCode.SITE_FAILED, ExitCode.BAD_INPUT}
    assert message in " ".join(refused.stderr.split())
    assert "Traceback" not in refused.stderr


def test_settings_that_nest_too_deep_are_a_message(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: " + "[" * 50_000, encoding="utf-8")
    refused = run("check", cwd=tmp_path)
    assert refused.returncode == ExitCode.SITE_FAILED
    assert "mkdocs.yml is not valid" in refused.stderr


@each_row()
def test_a_setting_that_nobody_has_stops_the_build(tmp_path: Path, setting: str, near: str) -> None:
    """MkDocs warns of it, and published what the owner wanted otherwise."""
    settings = make_project(tmp_path)
    text = settings.read_text(encoding="utf-8")
    under = "  - orders-archive:\n"
    settings.write_text(text.replace(under, f"{under}      {setting}\n"), encoding="utf-8")
    line = text.partition(under)[0].count("\n") + 2
    for command in ("check", "build"):
        refused = run(command, cwd=tmp_path)
        assert refused.returncode == ExitCode.SITE_FAILED
        assert f"option '{setting.partition(':')[0]}': " in refused.stderr
        assert near.replace("LINE", str(line)) in refused.stderr
    with pytest.raises(Abort):
        load_config(str(settings))
    assert not (tmp_path / "site").exists()


def test_a_mistake_is_found_in_braces_and_in_what_the_settings_inherit(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    own, inherited = tmp_path / "mkdocs.yml", tmp_path / "base.yml"
    own.write_text("INHERIT: base.yml\n")
    begin = "site_name: Orders\n\nplugins: [{orders-archive: {%s}}]\n"
    for text, message in (
        (begin % "withold: x", "base.yml, line 3: no setting has this name."),
        (begin % "feeds: true, feeds: false", "base.yml, line 3: “feeds” is set on line 3"),
        ("extra: !!python/object/apply:os.mkdir [x]\n", "base.yml, line 1: the tag python/object"),
        ("INHERIT: mkdocs.yml\n", "mkdocs.yml is not valid"),
    ):
        inherited.write_text(text)
        refused = run("check", cwd=tmp_path)
        assert refused.returncode == ExitCode.SITE_FAILED
        assert message in refused.stderr
        assert "Traceback" not in refused.stderr
    assert not (tmp_path / "x").exists()


def test_a_tag_that_runs_a_program_is_refused(tmp_path: Path) -> None:
    settings, touched = make_project(tmp_path), tmp_path / "touched"
    text = settings.read_text(encoding="utf-8")
    attack = f"extra:\n  x: !!python/object/apply:os.mkdir [{touched}]\n"
    settings.write_text(text + attack, encoding="utf-8")
    refused = run("check", cwd=tmp_path)
    assert refused.returncode == ExitCode.SITE_FAILED
    line = text.count("\n") + 2
    assert f"line {line}: the tag python/object/apply:os.mkdir runs a program" in refused.stderr
    assert not touched.exists()


def test_files_that_the_settings_name_and_that_are_missing_are_warned_of(tmp_path: Path) -> None:
    settings = make_project(tmp_path)
    text = settings.read_text(encoding="utf-8")
    assert "  name: orders\n" in text
    theme = "  name: orders\n  favicon: icon.svg\n  logo: seal.svg\n"
    css = "extra_css: [ours.css, here.css, https://example.org/a.css]\n"
    text = text.replace("  name: orders\n", theme) + css
    settings.write_text(text, encoding="utf-8")
    (tmp_path / "docs/here.css").touch()
    told = run("build", cwd=tmp_path).stderr
    missing = "is in neither docs/ nor the theme"
    assert [one for one in ("icon.svg", "seal.svg", "ours.css") if f"{one} {missing}" in told] == [
        "icon.svg",
        "seal.svg",
        "ours.css",
    ]
    assert told.count(missing) == 3


@each_row()
def test_a_wrong_setting_is_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str, value: str
) -> None:
    config = make_project(tmp_path, **{name: value})
    with pytest.raises(Abort):
        load_config(str(config))
    assert f"option '{name}'" in caplog.text
    assert "<class" not in caplog.text


def test_a_setting_of_mkdocs_own_is_named_in_words_too(tmp_path: Path) -> None:
    settings = make_project(tmp_path)
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"(?m)^site_name:.*", "site_name: 2031", text), encoding="utf-8")
    refused = run("check", cwd=tmp_path)
    assert "'site_name': Write text in quotation marks, not a whole number." in refused.stderr


def test_another_theme_is_told_which_one_writes_the_pages(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = make_project(tmp_path)
    text = settings.read_text(encoding="utf-8")
    assert "  name: orders\n" in text
    settings.write_text(text.replace("  name: orders\n", "  name: material\n"), encoding="utf-8")
    with pytest.raises(Abort):
        build(load_config(str(settings)))
    assert "written by the theme `orders`" in caplog.text


def test_every_setting_is_documented_and_in_mkdocs_yml() -> None:
    documented = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    for name, _ in ArchiveConfig._schema:
        assert f"| `{name}` |" in documented, name
