"""`orders verify`: a site that was built, and what may become of it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from build_scripts.model.page import DataFile, SiteChoices
from build_scripts.problems import ExitCode
from build_scripts.site import pipeline
from build_scripts.site.data_writer import write_data
from build_scripts.site.files import list_site_files
from build_scripts.site.finishing import list_inputs, list_versions
from build_scripts.site.manifest import hash_site, write_manifest
from tests.commands import run
from tests.shared import list_specimens

pytestmark = pytest.mark.build


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "compact"])
def made(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Orders, and a site of what readers can fetch of them; pages are made by MkDocs elsewhere."""
    home = tmp_path_factory.mktemp("made")
    (home / "orders").mkdir()
    for specimen in list_specimens()[:2]:
        shutil.copy(specimen, home / "orders")
    archive = pipeline.build_archive(home / "orders")
    choices = SiteChoices(compact=request.param)
    index = pipeline.index_shown(archive, choices)
    for file in list_site_files(index, home / "orders", choices):
        if isinstance(file, DataFile):
            place = home / "site" / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            loaded = file.load()
            place.write_bytes(loaded if isinstance(loaded, bytes) else b"".join(loaded))
    write_data(index, choices, home / "site")
    site = home / "site"
    made_from = list_inputs(home / "orders", "", ())
    write_manifest(site, made_from, list_versions(archive), hash_site(site))
    return home


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(made, tmp_path / "project")


def verify(project: Path, code: ExitCode) -> dict[str, dict[str, list[str]]]:
    result = run("verify", "site", "--orders", "orders", "--json", cwd=project)
    assert result.returncode == code, result.stderr
    return json.loads(result.stdout)  # type: ignore[no-any-return]


def test_a_whole_copy_differs_in_nothing(project: Path) -> None:
    found = verify(project, ExitCode.OK)
    assert found["same"]
    assert found["orders"]["published"] == 2
    assert found["orders"]["unchanged_since_build"]
    said = run("verify", "site", cwd=project).stdout
    assert "The orders were not compared" in said
    assert said.endswith("Nothing differs.\n")


def _find_data(project: Path) -> tuple[Path, dict[str, Any]]:
    """The data of an order, and the file that holds it."""
    site = project / "site"
    data = min((*site.glob("orders/*/*/*/order.json"), *site.glob("orders/*/*.json")))
    found = json.loads(data.read_bytes())
    return data, found[0] if isinstance(found, list) else found


def lose_a_file(project: Path) -> tuple[str, str, str]:
    (project / "site/orders.csv").unlink()
    return "files", "missing", "orders.csv"


def change_a_file(project: Path) -> tuple[str, str, str]:
    with (project / "site/orders.csv").open("a") as file:
        file.write(" ")
    return "files", "changed", "orders.csv"


def add_a_file(project: Path) -> tuple[str, str, str]:
    (project / "site/.hidden").mkdir()
    (project / "site/.hidden/x.html").write_text("<script>")
    return "files", "added", ".hidden/x.html"


def add_an_order(project: Path) -> tuple[str, str, str]:
    shutil.copy(list_specimens()[2], project / "orders/new.txt")
    return "orders", "missing", "new.txt"


def remove_an_order(project: Path) -> tuple[str, str, str]:
    _, order = _find_data(project)
    (project / "orders" / order["source"]["path"]).unlink()
    return "orders", "unknown", order["address"]


def withhold_an_order(project: Path) -> tuple[str, str, str]:
    data, order = _find_data(project)
    (project / "orders" / f"{order['source']['path']}.yml").write_text("withhold: {what: order}\n")
    return "orders", "withheld", data.relative_to(project / "site").as_posix()


@pytest.mark.parametrize(
    "spoil",
    [lose_a_file, change_a_file, add_a_file, add_an_order, remove_an_order, withhold_an_order],
)
def test_each_difference_is_named(
    project: Path, spoil: Callable[[Path], tuple[str, str, str]]
) -> None:
    part, kind, path = spoil(project)
    found = verify(project, ExitCode.FINDINGS)
    assert not found["same"]
    assert path in found[part][kind]
    other = "orders" if part == "files" else "files"
    kinds = ("missing", "changed", "added", "unknown", "withheld")
    assert not any(found[other].get(each) for each in kinds)
    said = run("verify", "site", "--orders", "orders", cwd=project).stdout
    assert path in said
    assert said.endswith("The site differs.\n")


def test_what_is_no_site_is_an_error(tmp_path: Path) -> None:
    result = run("verify", ".", cwd=tmp_path)
    assert result.returncode == ExitCode.BAD_INPUT
    assert "SHA256SUMS" in result.stderr
