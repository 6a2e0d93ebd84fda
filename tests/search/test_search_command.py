import json
import re
import shutil

import pytest

from build_scripts.problems import ExitCode
from tests.commands import run, succeed
from tests.shared import find_specimens
from tests.site_build.data.test_feeds import ATOM, check_atom
from tests.tables import as_tuples, each_row

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    home = tmp_path_factory.mktemp("archive")
    shutil.copytree(find_specimens() / "cand", home / "orders")
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(
        "site_name: Test\ntheme:\n  name: orders\n"
        "plugins:\n  - orders-archive:\n      search: true\n"
    )
    return home


def search(folder, *words):
    return run("search", "--config", folder / "mkdocs.yml", *words)


def test_json(folder):
    found = search(folder, "--json", "--limit", "2", '"good cause"', "/10", "discovery")
    assert found.returncode == 0, found.stderr
    answer = json.loads(found.stdout)
    assert list(answer) == ["read_as", "notes", "total", "results", "did_you_mean"]
    assert answer["read_as"] == "“good cause” within 10 words of discovery"
    first = answer["results"][0]
    assert list(first) == [
        "rank",
        "path",
        "address",
        "title",
        "case_name",
        "court",
        "date",
        "excerpts",
    ]
    assert (folder / "orders" / first["path"]).is_file()
    excerpt = first["excerpts"][0]
    marked = [excerpt["text"][start:end].lower() for start, end in excerpt["marks"]]
    assert "good cause" in marked


def test_a_person_reads_results_without_colours_in_a_pipe(folder):
    found = search(folder, "larkspur", "v", "does")
    assert found.stdout.startswith("Read as: case name larkspur v. does\n")
    assert "Larkspur Robotics, Inc. v. Does 1-8" in found.stdout
    assert "\x1b" not in found.stdout
    lines = found.stdout.splitlines()
    assert max(len(line) for line in lines if " " in line.strip()) <= 100
    assert [line for line in lines if re.fullmatch(r" {5}orders/cand/\S+/", line)]  # a page, whole


@each_row(words=as_tuples)
def test_any_input_is_answered(folder, words):
    found = search(folder, *words)
    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith("Read as: ")


def test_options_are_those_of_every_command(folder):
    """Also among words that begin with a hyphen."""
    found = run("search", "-discovery", "-f", folder / "mkdocs.yml", "-hearing", "motion", "-x")
    assert found.stdout.startswith("Read as: motion, not discovery, not hearing, not x\n")
    assert run("search", "-h").stdout == run("search", "--help").stdout
    assert "-f, --config FILE" in run("search", "-h").stdout
    misspelled = search(folder, "motion", "--jsn")
    assert misspelled.returncode == ExitCode.USAGE
    assert "Did you mean" in misspelled.stderr


def test_a_built_site_is_asked_until_an_order_changes(folder, tmp_path):
    home = tmp_path / "archive"
    shutil.copytree(folder, home)
    for _ in range(2):
        succeed("build", "-q", "-f", home / "mkdocs.yml")
    assert (home / "site/search/manifest.json").is_file()
    assert 'id="search-page"' in (home / "site/search/index.html").read_text(), "no docs/search.md"
    texts = list((home / "site/search").rglob("texts-*.bin"))
    for path in texts:
        path.unlink()
    broken = search(home, "discovery")  # only the site's own index misses its texts
    assert broken.returncode != 0
    assert "Build the site again" in broken.stderr
    (next((home / "orders").rglob("*.txt"))).unlink()
    assert search(home, "discovery").returncode == 0


def test_a_search_has_a_feed(folder, tmp_path):
    home = tmp_path / "archive"
    shutil.copytree(folder, home, ignore=shutil.ignore_patterns("site"))
    file = home / "docs/feeds/denied.xml"
    query = "outcome:denied"
    refused = search(home, query, "--feed", file)
    assert refused.returncode != 0
    assert "site_url" in refused.stderr
    with (home / "mkdocs.yml").open("a") as settings:
        settings.write("site_url: https://orders.example.org/archive/\n")
    assert "below" in search(home, query, "--feed", tmp_path / "denied.xml").stderr
    (home / "docs/mine.md").write_text("my page")
    assert "Let it end in .xml" in search(home, query, "--feed", home / "docs/mine.md").stderr
    assert (home / "docs/mine.md").read_text() == "my page"
    assert search(home, query, "--feed", file).returncode == 0
    feed = check_atom(file.read_bytes(), "https://orders.example.org/archive/feeds/denied.xml")
    found = json.loads(search(home, query, "--json", "--sort", "newest").stdout)["results"]
    assert found
    assert [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")] == [
        f"https://orders.example.org/archive/{one['address']}/" for one in found
    ]
