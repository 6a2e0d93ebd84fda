"""Shards built apart and joined give the site that one build gives, byte for byte.

Real builds of fifteen orders, some in processes beside each other; some twenty seconds.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.structure.files import File

from build_scripts import rendering
from build_scripts.model.archive import Facet
from build_scripts.model.shard import Shard, read_shard
from build_scripts.problems import ArchiveError
from tests import commands
from tests.shared import ROOT, copy_hand_written_docs
from tests.test_rebuilding import read_site
from tools.bench.archive_orders import write_archive

pytestmark = pytest.mark.build

COUNT = 15
ORDERS = [sys.executable, "-m", "build_scripts", "build", "-q", "-j1"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive, and the site that one build makes of it, in the folder "whole" beside it."""
    place = tmp_path_factory.mktemp("sharding")
    for name in ("archive", "whole"):
        clone(place / name)
    run("--anew", home=place / "whole")
    return place / "archive"


def clone(folder: Path) -> None:
    """Make the archive's folder, as a newcomer has it."""
    folder.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", folder)
    copy_hand_written_docs(folder / "docs")
    write_archive(folder / "orders", COUNT)


def run(*more: str, home: Path) -> None:
    subprocess.run([*ORDERS, *more], cwd=home, check=True)


def test_two_shards_at_one_time_joined_are_one_build(home: Path) -> None:
    """Each renders about half of the orders' and the authorities' pages, the last build the rest."""
    processes = [
        subprocess.Popen([*ORDERS, "--shard", f"part={place}/2"], cwd=home) for place in (1, 2)
    ]
    assert [process.wait() for process in processes] == [0, 0]
    assert not (home / "site").exists()
    assert not list((home / ".cache/shards").iterdir())
    assert not (home / "docs/index.md").exists()
    told = home / "rendered.txt"
    render = rendering._render

    def tell(file: File, what: rendering.Rendering) -> rendering.Rendered:
        with told.open("a") as list_of_paths:
            list_of_paths.write(f"{file.src_uri}\n")
        return render(file, what)

    def watch() -> None:  # in the build's own process
        rendering._render = tell

    ended = commands.run("build", "-q", "-j1", "--join", cwd=home, prepare=watch)
    assert ended.returncode == 0, ended.stderr
    rendered = told.read_text().splitlines()
    assert rendered
    assert not [path for path in rendered if path.startswith("orders/")]
    assert read_site(home) == read_site(home.with_name("whole"))


def test_shards_of_courts_meet_in_a_cache_that_machines_share(home: Path, tmp_path: Path) -> None:
    """Each in a clone of its own; one page of the store is damaged, and made again."""
    courts = sorted(path.stem for path in (home.with_name("whole") / "docs/courts").glob("*.md"))
    courts.remove("index")
    assert len(courts) > 1
    clones = [tmp_path / name for name in (*courts[:2], "joining")]
    for place in clones:
        clone(place)
        settings = (place / "mkdocs.yml").read_text()
        assert "  - orders-archive:\n" in settings
        (place / "mkdocs.yml").write_text(
            settings.replace(
                "  - orders-archive:\n", f"  - orders-archive:\n      cache: {tmp_path}/shared\n"
            )
        )
    for court, place in zip(courts, clones[:2], strict=False):
        run("--shard", f"court={court}", home=place)
    entries = sorted(path for path in (tmp_path / "shared/made").rglob("*") if path.is_file())
    assert len(entries) > 10
    entries[0].write_bytes(entries[0].read_bytes()[:-1])
    entries[1].write_bytes(b"")
    run("--join", home=clones[2])
    joined, whole = read_site(clones[2]), read_site(home.with_name("whole"))
    assert joined.pop("manifest.json") != whole.pop("manifest.json")  # of mkdocs.yml too
    assert joined == whole


def test_what_names_no_shard_is_refused(home: Path) -> None:
    for words, said in (
        ("clerk=x", "court=cand,year=2017"),
        ("part=3/2", "part=1/4"),
        ("court=nowhere", "No order stands in courts/nowhere"),
    ):
        ended = commands.run("build", "-q", "-j1", "--shard", words, cwd=home)
        assert ended.returncode != 0
        assert said in " ".join(ended.stderr.split())
    assert commands.run("build", "--shard", "part=1/2", "--join", cwd=home).returncode == 2


def test_conditions_of_a_shard() -> None:
    shard = read_shard("court=cand, year=2017")
    assert shard == Shard({Facet.COURT: "cand", Facet.YEAR: "2017"})
    assert read_shard("part=2/3") == Shard(place=2, parts=3)
    parts = [Shard(place=place, parts=3) for place in (1, 2, 3)]
    for number in range(50):
        assert sum(part.holds_name(f"orders/{number}") for part in parts) == 1
    for words in ("", "court", "court=", "part=0/2", "part=x", "part=1", "page=1"):
        with pytest.raises(ArchiveError):
            read_shard(words)
