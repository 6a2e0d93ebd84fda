"""Two tiny sites, and what the tool says of their difference."""

import gzip
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared import ROOT
from tests.tables import call, each_row, list_of
from tools.compare_sites.changes import Change, list_changes
from tools.compare_sites.comparison import compare_sites
from tools.compare_sites.page_facts import read_page
from tools.compare_sites.report import list_differences, summarise

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta name="generator" content="one"></head><body>
<nav><a href="{up}">Home</a></nav>
<h1 id="top">{title}</h1>
<p>Judge <b>not</b> stated
in this order.</p><ul><li>First<li>Second</ul>
<img src="{up}scale.png" alt="A scale"><script>let unseen = 1;</script></body></html>
"""


def write_site(folder: Path) -> Path:
    for place, up in (
        ("index.html", "./"),
        ("cases/index.html", "../"),
        ("gone/index.html", "../"),
    ):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(PAGE.format(title=place.split("/")[0], up=up), "utf-8")
    (folder / "orders.json").write_text('{"court": "cand", "judges": []}', "utf-8")
    (folder / "search.json.gz").write_bytes(gzip.compress(b'["larkspur"]', mtime=0))
    (folder / "pack.bin").write_bytes(b"\xff\x00")
    return folder


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write_site(tmp_path / "old")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The same site; each test changes it."""
    return write_site(tmp_path / "new")


def test_a_page_is_its_text_labels_links_anchors_and_head() -> None:
    page = PAGE.format(title="Cases", up="../")
    assert read_page("cases/index.html", page.encode()) == {
        "text": ["Home", "Cases", "Judge not stated in this order.", "First", "Second"],
        "labels": ["alt: A scale"],
        "links": ["", "scale.png"],
        "anchors": ["top"],
        "head": ["title: Cases", "language: en", "generator: one"],
    }


def test_a_link_is_the_same_from_any_page() -> None:
    near = read_page("a/index.html", b"<a href='../b/#x'>")["links"]
    far = read_page("index.html", b"<a href='b/index.html#x'>")["links"]
    assert near == far == ["b/#x"]
    assert read_page("a/index.html", b"<a href=https://example.org/y>")["links"] == [
        "https://example.org/y"
    ]


def test_laid_out_text_keeps_its_lines() -> None:
    page = b"<p>a\nb</p><pre><code>make site\n<b>make</b> test</code></pre>"
    assert read_page("index.html", page)["text"] == ["a b", "make site", "make test"]


def test_equal_sites_are_equal(old: Path, new: Path) -> None:
    comparison = compare_sites(old, new)
    assert comparison.equal
    assert list(list_differences(comparison)) == []
    counted, differing = summarise(comparison)
    assert counted == "In both sites: 3 pages, 3 other files."
    assert differing.startswith("Differing in what readers get: none; in mark-up alone: none;")


def test_markup_alone_is_no_difference(old: Path, new: Path) -> None:
    rewrite(new / "index.html", "<p>", '<p class="lead">\n')
    comparison = compare_sites(old, new)
    assert comparison.equal
    assert comparison.markup == ("index.html",)


def test_equal_changes_of_several_pages_are_one_line(old: Path, new: Path) -> None:
    for page in ("index.html", "cases/index.html"):
        rewrite(new / page, "stated", "identified")
    rewrite(new / "cases/index.html", '<h1 id="top">', '<h1 id="head">')
    rewrite(new / "cases/index.html", "../scale.png", "../scales.png")
    rewrite(new / "cases/index.html", "A scale", "Two scales")
    rewrite(new / "cases/index.html", "<meta", '<meta name="robots" content="noindex"><meta')
    comparison = compare_sites(old, new)
    said = list(summarise(comparison))
    assert "  Judge not stated → Judge not identified: 2 pages" in said
    assert "  top → head: cases/index.html" in said
    assert "  scale.png → scales.png: cases/index.html" in said
    assert "  alt: A scale → alt: Two scales: cases/index.html" in said
    assert "  added: robots: noindex: cases/index.html" in said
    assert [line for line in said if line and line[0] != " "][:-2] == [
        "anchors",
        "head",
        "labels",
        "links",
        "text",
    ]
    shown = list(list_differences(comparison))
    place = shown.index("index.html")
    assert shown[place : place + 4] == [
        "index.html",
        "  text",
        "    - Judge not stated",
        "    + Judge not identified",
    ]


def test_pages_and_files_that_came_and_went_are_named(old: Path, new: Path) -> None:
    (new / "gone/index.html").unlink()
    (new / "feed.xml").write_text("<feed/>")
    comparison = compare_sites(old, new)
    assert (comparison.added, comparison.removed) == (("feed.xml",), ("gone/index.html",))
    assert not comparison.equal


def test_data_files_are_compared_by_value(old: Path, new: Path) -> None:
    rewrite(new / "orders.json", ": ", ":")
    assert compare_sites(old, new).equal
    rewrite(new / "orders.json", "cand", "casd")
    (new / "search.json.gz").write_bytes(gzip.compress(b'["larkspur"]', mtime=1))
    (new / "pack.bin").write_bytes(b"\xff\x01")
    comparison = compare_sites(old, new)
    assert comparison.changed == {
        "orders.json": {"json files": [Change('"court": "cand",', '"court": "casd",')]},
        "pack.bin": {"bin files": [Change("2 bytes", "2 other bytes")]},
    }
    assert comparison.markup == ("search.json.gz",)


def test_digests_of_files_that_are_compared_themselves_are_no_difference(
    old: Path, new: Path
) -> None:
    (old / "SHA256SUMS").write_text(f"{'a1' * 32}  orders.csv\n")
    (new / "SHA256SUMS").write_text(f"{'b2' * 32}  orders.csv\n")
    assert compare_sites(old, new).equal
    (new / "SHA256SUMS").write_text(f"{'b2' * 32}  orders.json\n")
    assert list(compare_sites(old, new).changed) == ["SHA256SUMS"]


def test_what_is_ignored_is_no_difference(old: Path, new: Path) -> None:
    rewrite(new / "index.html", "stated", "identified")
    rewrite(new / "index.html", 'content="one"', 'content="two"')
    (new / "orders.json").unlink()
    ignored = [re.compile("stated|identified"), re.compile("^generator: .*")]
    assert compare_sites(old, new, ignored, ["*.json"]).equal
    assert not compare_sites(old, new, ignored[:1], ["*.json"]).equal


@each_row(changes=list_of(call(Change)))
def test_changes_are_as_small_as_a_person_would_say(
    old_lines: list[str], new_lines: list[str], changes: list[Change]
) -> None:
    assert list(list_changes(old_lines, new_lines)) == changes


def test_the_command_ends_with_one_where_sites_differ(old: Path, new: Path) -> None:
    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tools.compare_sites", *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    assert run(old, new).returncode == 0
    rewrite(new / "index.html", "stated", "identified")
    differing = run(old, new, "--summary")
    assert differing.returncode == 1
    assert differing.stdout.startswith(
        "text\n  Judge not stated → Judge not identified: index.html\n"
    )
    assert run(old, new, "--ignore", "stated|identified").returncode == 0
    nowhere = run(old, new / "nowhere")
    assert nowhere.returncode == 2
    assert "holds no built site" in nowhere.stderr
