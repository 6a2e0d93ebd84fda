"""A build's bytes hang on nothing but orders, settings and versions; the manifest lists them."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from build_scripts.site.manifest import BUILD, SUMS, hash_site, read_made_from, read_manifest
from tests.commands import succeed
from tests.shared import ROOT, begin_project
from tests.site.conftest import DROPPED, SITE_URL, print_order

SPECIMENS = (
    "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt",
    "cand/3-23-cv-01234/2025-02-11-order-granting-motion-to-dismiss.txt",
    "ca9/23-55917/2025-05-14-memorandum-tolliver-v-brandvold.txt",
    "ca9/23-55917/2025-05-14-memorandum-tolliver-v-brandvold.txt.yml",
)

# Python reads this before anything else: folders are listed backwards.
BACKWARDS = """\
import os
listdir, scandir = os.listdir, os.scandir

class Backwards:
    def __init__(self, path):
        with scandir(path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))
    def __iter__(self): return self
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass

os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
os.scandir = lambda path=".": Backwards(path)
"""


def make_project(folder: Path) -> None:
    """An archive with an order of its own text, a PDF with pictures of its pages, and a ZIP."""
    begin_project(folder, *SPECIMENS, pages="all", page_images="true")
    print_order(folder / "orders/printed.pdf")
    with zipfile.ZipFile(folder / "orders/bundle.zip", "w") as bundle:
        bundle.writestr(zipfile.ZipInfo("inner/dropped.txt"), DROPPED)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a first build; the project around it has the ledgers that the build wrote."""
    folder = tmp_path_factory.mktemp("here") / "archive"
    make_project(folder)
    succeed("build", "-q", cwd=folder, env={"SITE_URL": SITE_URL})
    return folder / "site"


def test_another_machine_builds_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Another path, day, time zone, locale, hash seed, order of listing, and times of files; by
    MkDocs itself. Two builds of five orders."""
    there = tmp_path / "an other place" / "ärchive"
    make_project(there)
    for ledger in built.parent.glob("*.csv"):
        shutil.copyfile(ledger, there / ledger.name)
    for file in (*there.rglob("orders/**/*"), *there.rglob("docs/**/*")):
        os.utime(file, (981_173_106, 981_173_106))
    (tmp_path / "python").mkdir()
    (tmp_path / "python/sitecustomize.py").write_text(BACKWARDS)
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"],
        cwd=there,
        env={
            **os.environ,
            "SITE_URL": SITE_URL,
            "TZ": "America/Los_Angeles",
            "PYTHONHASHSEED": "4242",
            "LC_ALL": "C",
            "SOURCE_DATE_EPOCH": "1000000000",
            "PYTHONPATH": os.pathsep.join((str(tmp_path / "python"), str(ROOT))),
        },
        check=True,
    )
    elsewhere = there / "site"
    mine, theirs = hash_site(built), hash_site(elsewhere)
    assert len(mine) > 150
    assert {path for path in mine.keys() | theirs.keys() if mine.get(path) != theirs.get(path)} == (
        set()
    )
    assert (built / SUMS).read_bytes() == (elsewhere / SUMS).read_bytes()


def test_the_manifest_lists_every_file_and_what_it_was_made_from(built: Path) -> None:
    listed, _ = read_manifest(built)
    assert listed == hash_site(built)
    found = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert found - set(listed) == {SUMS}
    made_from = read_made_from(built)
    assert set(made_from) >= {"orders", "mkdocs.yml", "site_url", "address_ledger.csv"}
    versions = json.loads((built / BUILD).read_bytes())["versions"]
    assert {"python", "sqlite", "mkdocs", "orders-archive"} <= set(versions)
    assert "tesseract" not in versions  # no order here was a scan
