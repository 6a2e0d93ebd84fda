import json
import shutil
import subprocess
import sys

import pytest

from tests.shared import ROOT


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    home = tmp_path_factory.mktemp("archive")
    shutil.copytree(ROOT / "orders" / "cand", home / "orders")
    (home / "docs").mkdir()
    (home / "mkdocs.yml").write_text(
        "site_name: Test\nplugins:\n  - orders-archive:\n      search: true\n"
    )
    return home


def search(folder, *words):
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "build_scripts",
            "search",
            "--config",
            str(folder / "mkdocs.yml"),
            *words,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_json(folder):
    run = search(folder, "--json", "--limit", "2", '"good cause"', "/10", "discovery")
    assert run.returncode == 0, run.stderr
    answer = json.loads(run.stdout)
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
    run = search(folder, "larkspur", "v", "does")
    assert run.stdout.startswith("Read as: larkspur and v and does\n")
    assert "Larkspur Robotics, Inc. v. Does 1-8" in run.stdout
    assert "\x1b" not in run.stdout
    assert max(map(len, run.stdout.splitlines())) <= 100


@pytest.mark.parametrize(
    "words",
    [(), ("",), ('"',), ("(((", "AND"), ("-fees",), ("-hearing",), ("☃",), ("/5",), ("before:x",)],
)
def test_any_input_is_answered(folder, words):
    run = search(folder, *words)
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith("Read as: ")


def test_unknown_words_find_nothing_and_are_corrected(folder):
    answer = json.loads(search(folder, "--json", "discovry").stdout)
    assert (answer["total"], answer["results"], answer["did_you_mean"]) == (0, [], "discovery")


def test_a_built_site_is_asked_until_an_order_changes(folder, tmp_path):
    home = tmp_path / "archive"
    shutil.copytree(folder, home)
    for _ in range(2):
        build = [
            sys.executable,
            "-m",
            "build_scripts",
            "build",
            "-q",
            "-f",
            str(home / "mkdocs.yml"),
        ]
        subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    assert (home / "site/search/manifest.json").is_file()
    texts = list((home / "site").rglob("search.json.gz"))
    for path in texts:
        path.unlink()
    broken = search(home, "discovery")  # only the site's own index misses its texts
    assert broken.returncode != 0
    assert "Build the site again" in broken.stderr
    (next((home / "orders").rglob("*.txt"))).unlink()
    assert search(home, "discovery").returncode == 0
