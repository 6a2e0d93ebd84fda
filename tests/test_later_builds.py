"""A later build takes what did not change from the cache; its bytes are those of one from nothing."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.problems import ExitCode
from build_scripts.site.manifest import hash_site
from build_scripts.site.texts import list_site_texts
from tests.commands import run
from tests.short_orders import ORDER, write_orders

pytestmark = pytest.mark.build

SEALED = "the shelter at Harrow Lane"
CITING = """\
See Quill Press No. 101, Inc. v. Harbor Light Books LLC, No. 3:11-cv-00101-TVB (D. Or.); Harbor
Light Books LLC v. Tern Books, Inc., 2009 WL 1234567, at *3 (D. Or. May 4, 2009).
"""
CHECKED = """\
citation,outcome,url,case_name,checked
556 U.S. 662,found,https://www.courtlistener.com/opinion/1/ashcroft/,Ashcroft v. Iqbal,2031-03-04
"""
UNLISTED = """\
fields: {is_order: false}
public: {reason: It is open., by: A. Vale, date: 2031-03-04}
"""
TEMPLATE = "{% macro history(events) %}<p>Another template.</p>{% endmacro %}\n"


def build(home: Path, code: int = ExitCode.OK) -> str:
    """Build, and return what was said."""
    environment = {"SOURCE_DATE_EPOCH": "1900000000"}
    ended = run("build", "--quiet", "-j1", cwd=home, env=environment)
    assert ended.returncode == code, ended.stderr
    return ended.stderr


def find_difference(home: Path, kept: str = "results") -> set[str]:
    """The files of the site that one without what was `kept`, with the same ledgers, has otherwise."""
    fresh = home.parent / "fresh" / home.name
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(home, fresh, ignore=shutil.ignore_patterns("site", kept))
    shutil.rmtree(fresh / "docs/orders")
    build(fresh)
    later, first = hash_site(home / "site"), hash_site(fresh / "site")
    assert len(later) > 100
    return {path for path in later.keys() | first.keys() if later.get(path) != first.get(path)}


def list_results(home: Path) -> list[Path]:
    return [path for path in (home / ".cache/orders/results").rglob("*") if path.is_file()]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An archive of seven orders that cite each other, built."""
    home = tmp_path / "archive"
    begin_archive(home, "Ours")
    write_orders(home / "orders", 0, 7)
    rewrite(home, "00004.txt", "Defendant moves.", f"Plaintiff lives at {SEALED}.")
    rewrite(home, "00006.txt", "Defendant moves.", CITING)
    build(home)
    return home


def rewrite(home: Path, name: str, old: str, new: str) -> None:
    place = home / name if "/" in name else home / "orders" / name
    text = place.read_text()
    assert old in text
    place.write_text(text.replace(old, new))


def add(home: Path) -> None:
    write_orders(home / "orders", 8, 9)


def remove(home: Path) -> None:
    (home / "orders/00003.txt").unlink()


def correct(home: Path) -> None:
    (home / "orders/00002.txt.yml").write_text("fields: {title: Order on a Stay}\nby: A. Vale\n")


def withhold_words(home: Path) -> None:
    (home / "orders/00004.txt.yml").write_text(f"withhold: {{what: passage, words: {SEALED}}}\n")


def withhold(home: Path) -> None:
    (home / "orders/00005.txt.yml").write_text("withhold: {what: order, reason: safety}\n")


def change_setting(home: Path) -> None:
    rewrite(home, "./mkdocs.yml", 'archive_owner: ""', "archive_owner: The Keepers")


def change_template(home: Path) -> None:
    place = home / "overrides/pages/macros/history.html"
    place.parent.mkdir(parents=True)
    place.write_text(TEMPLATE)
    rewrite(home, "./mkdocs.yml", "name: orders", "name: orders\n  custom_dir: overrides")


def change_message(home: Path) -> None:
    (home / "interface").mkdir(exist_ok=True)
    (home / "interface/en.toml").write_text('[cite]\ntitle = "How to cite it"\n')


def rename_judge(home: Path) -> None:
    rewrite(home, "00001.txt", "THEODORA V. BRANDT", "THEODORA VALE BRANDT")


def cite(home: Path) -> None:
    values = {"number": 177, "before": 176, "year": 12, "motion": "STAY", "entry": 9}
    text = ORDER.format(**values, page=670, day=3)
    (home / "orders/citing.txt").write_text(text.replace("Defendant moves.", CITING))


def write_a_page(home: Path) -> None:
    (home / "docs/about.md").write_text("# All about us\n\nWords.\n")


def quote_otherwise(home: Path) -> None:
    rewrite(home, "00002.txt", "that is plausible on its face", "that is not merely possible")


def unlist_a_cited_paper(home: Path) -> None:
    (home / "orders/00001.txt.yml").write_text(UNLISTED)


def name_a_judge_in_an_unlisted_paper(home: Path) -> None:
    """It adds no row and no authority: the judge's group alone has a fuller name."""
    values = {"number": 155, "before": 254, "year": 14, "motion": "SEAL", "entry": 5}
    text = ORDER.format(**values, page=671, day=4)
    (home / "orders/fuller.txt").write_text(text)
    judge = "{name: Theodora V. Brandt Jr., title: United States District Judge}"
    said = UNLISTED.replace("false}", f"false, judges: [{judge}]}}")
    (home / "orders/fuller.txt.yml").write_text(said)


def check_a_link(home: Path) -> None:
    (home / "link_ledger.csv").write_text(CHECKED)


def give_authorities_pages(home: Path) -> None:
    rewrite(home, "./mkdocs.yml", "format: 2", "format: 2\n      authority_page_from: 3")


def write_into_the_site(home: Path) -> None:
    """Its files are those of the cache."""
    page = min((home / "site/orders").glob("*/*/*/index.html"))
    with page.open("a") as file:
        file.write("<!-- by hand -->")


def do_nothing(home: Path) -> None:
    del home


EDITS: tuple[Callable[[Path], None], ...] = (
    *(add, remove, correct, withhold_words, withhold, change_setting, change_template),
    *(change_message, rename_judge, cite, write_a_page, quote_otherwise, unlist_a_cited_paper),
    *(name_a_judge_in_an_unlisted_paper, check_a_link, give_authorities_pages),
    *(write_into_the_site, do_nothing),
)


@pytest.mark.slow
def test_each_build_after_an_edit_is_that_from_nothing(home: Path) -> None:
    """Two builds an edit; each edit once, in an order drawn. At last no conversion is kept either."""
    drawn = random.Random(30)  # noqa: S311 (which edit comes next is no secret)
    for edit in drawn.sample(EDITS, len(EDITS)):
        edit(home)
        build(home)
        assert find_difference(home) == set(), edit.__name__
    assert find_difference(home, ".cache") == set()


def test_what_did_not_change_is_not_made_again(home: Path) -> None:
    """Each process draws other numbers for sets; none of them, and no place in memory, counts.
    Nor is a result removed whose file needs no writing.
    """
    before = {path: path.stat().st_mtime_ns for path in list_results(home)}
    assert len(before) > 50
    environment = {"SOURCE_DATE_EPOCH": "1900000000", "PYTHONHASHSEED": "30"}
    command = (sys.executable, "-m", "build_scripts", "build", "--quiet", "-j1")
    subprocess.run(command, cwd=home, env={**os.environ, **environment}, check=True)
    assert {path: path.stat().st_mtime_ns for path in list_results(home)} == before


def test_what_is_withheld_later_comes_from_no_result(home: Path) -> None:
    """Neither a passage nor a whole order, in which another passage was public."""
    assert any(SEALED in text.text for text in list_site_texts(home / "site"))
    before = {path: path.read_bytes() for path in list_results(home)}
    withhold_words(home)
    withhold(home)
    build(home)
    texts = [text.text for text in list_site_texts(home / "site")]
    assert not [text for text in texts if SEALED in text or "QUILL PRESS NO. 105" in text]
    after = {path: path.read_bytes() for path in list_results(home)}
    assert before.keys() - after.keys()  # those of the order that is gone
    assert {path for path in before.keys() & after.keys() if before[path] == after[path]}


def test_damaged_results_are_made_again(home: Path) -> None:
    sums = hash_site(home / "site")
    results = list_results(home)
    assert len(results) > 50
    for number, path in enumerate(results):
        data = path.read_bytes()
        path.write_bytes([b"", data[:40], data[:-1] + b"x", b"x" + data[1:]][number % 4])
    assert build(home) == ""
    assert hash_site(home / "site") == sums
