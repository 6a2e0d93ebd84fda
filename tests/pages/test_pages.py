"""The whole site, built by MkDocs with the settings that are shipped."""

from pathlib import Path

import pytest

from build_scripts.model.archive import Archive, AuthorityKind, Facet, has_own_page
from build_scripts.model.page import DEFAULT_CHOICES
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.home import view_home
from tests.pages.rendered import render_pages

pytestmark = pytest.mark.build


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, archive: Archive) -> dict[str, str]:
    return render_pages(archive, tmp_path_factory.mktemp("archive"))


def test_every_order_and_group_has_a_page(pages: dict[str, str], archive: Archive) -> None:
    addresses = {archived.address for archived in archive.orders}
    groups = {
        f"{facet.value}/{group.slug}"
        for facet in Facet
        for group in archive.groups[facet]
        if has_own_page(facet, group)
    }
    indexes = {
        "",
        "accessibility",
        "changes",
        "parties",
        "quality",
        "coverage",
        "data-files",
        *(facet.value for facet in Facet),
    }
    sources = {f"{address}/source" for address in addresses}
    authorities = {address for address in pages if address.startswith("authorities")}
    assert authorities >= {one.path.partition("#")[0] for one in archive.authorities}
    assert authorities >= {f"authorities/{kind.value}" for kind in AuthorityKind}
    assert set(pages) == addresses | sources | groups | indexes | authorities


def test_an_empty_archive_is_a_site(tmp_path: Path) -> None:
    pages = render_pages(Archive((), dict.fromkeys(Facet, ())), tmp_path)
    assert "There are no orders here yet" in pages[""]
    assert "None yet." in pages["judges"]


def test_rows_of_a_table_are_newest_first(archive: Archive) -> None:
    newest = view_home(build_index(archive), DEFAULT_CHOICES).newest
    assert [str(line.day) for line in newest] == ["2031-06-02", "2031-03-04", "None"]


def test_a_row_of_a_table_as_readers_get_it(pages: dict[str, str]) -> None:
    assert (
        '<td><time datetime="2031-06-02">June\u00a02,\u00a02031</time></td>' in pages["courts/cand"]
    )
    assert "<td>undated</td>" in pages["years/undated"]
