"""The whole site, built by MkDocs with the settings that are shipped."""

import dataclasses
import re
import shutil
from functools import partial
from hashlib import sha256
from pathlib import Path
from urllib.parse import urljoin

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from build_scripts.model.archive import Archive, AuthorityKind, Facet
from build_scripts.model.page import DataFile
from build_scripts.pages.cite.cite_files import list_cite_files
from build_scripts.pages.clean_files import list_clean_files
from build_scripts.pages.data_files import offer_order, sum_files
from build_scripts.pages.originals import offer_original
from build_scripts.pages.pages import publish_pages
from tests.pages.joined import join_files

pytestmark = pytest.mark.build

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = 'Order "on" <img src=x onerror=alert(1)> & more'

BY_HAND = (
    "about.md",
    "corrections.md",
    "corrections.schema.json",
    "data.md",
    "design.md",
    "fields.md",
    "hosting.md",
    "how_it_works.md",
    "running.md",
    "search_format.md",
    "settings.md",
    "verifying.md",
)


def build_site(archive: Archive, folder: Path) -> Path:
    """Build the archive's pages and the hand-written ones; MkDocs' warnings end it."""
    docs, site = folder / "docs", folder / "site"
    docs.mkdir()
    for kept in ("assets", "templates"):
        shutil.copytree(ROOT / "docs" / kept, docs / kept)
    for written_by_hand in BY_HAND:
        shutil.copy(ROOT / "docs" / written_by_hand, docs)
    for page in publish_pages(archive):
        path = docs / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
    own = (
        file
        for archived in archive.orders
        for file in (
            *list_cite_files(archived),
            *list_clean_files(archived),
            offer_order(archived),
        )
    )
    for file in own:
        (docs / file.path).parent.mkdir(parents=True, exist_ok=True)
        (docs / file.path).write_bytes(file.load())
    data = [
        DataFile(path, sha256(whole).hexdigest(), partial(bytes, whole))
        for path, whole in join_files(archive).items()
    ]
    for file in (*data, sum_files(data)):
        (docs / file.path).parent.mkdir(parents=True, exist_ok=True)
        (docs / file.path).write_bytes(file.load())
    (docs / "archive.sqlite").write_bytes(b"the database")
    for archived in archive.orders:
        if original := offer_original(archived):
            (docs / original.path).write_bytes(b"the original")
    settings = load_config(
        str(ROOT / "mkdocs.yml"),
        docs_dir=str(docs),
        site_dir=str(site),
        strict=True,
        plugins=["search"],
    )
    build(settings)
    return site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, hostile_archive: Archive) -> Path:
    return build_site(hostile_archive, tmp_path_factory.mktemp("archive"))


def pages_of(site: Path) -> dict[str, str]:
    return {
        path.parent.relative_to(site).as_posix().removeprefix("."): path.read_text("utf-8")
        for path in site.rglob("index.html")
    }


def test_every_order_and_group_has_a_page(site: Path, hostile_archive: Archive) -> None:
    addresses = {archived.address for archived in hostile_archive.orders}
    groups = {
        f"{facet.value}/{group.slug}" for facet in Facet for group in hostile_archive.groups[facet]
    }
    indexes = {
        "",
        "about",
        "changes",
        "corrections",
        "data",
        "design",
        "fields",
        "hosting",
        "how_it_works",
        "running",
        "search_format",
        "settings",
        "verifying",
        "parties",
        "quality",
        *(facet.value for facet in Facet),
    }
    sources = {f"{address}/source" for address in addresses}
    authorities = {"authorities", *(f"authorities/{kind.value}" for kind in AuthorityKind)}
    authorities |= {authority.path for authority in hostile_archive.authorities}
    assert len(authorities) > 10
    assert set(pages_of(site)) == addresses | sources | groups | indexes | authorities


def test_every_link_leads_to_a_page_and_every_anchor_exists(site: Path) -> None:
    pages = pages_of(site)
    for address, page in pages.items():
        here = f"http://site/{address}/" if address else "http://site/"
        for href in re.findall(r'<a [^>]*href="([^"]*)"', page):
            target, _, anchor = urljoin(here, href).partition("#")
            if not target.startswith("http://site/"):
                continue
            name = target.removeprefix("http://site/").strip("/")
            assert name in pages or (site / name).is_file(), f"{address}: {href}"
            if anchor:
                assert f'id="{anchor}"' in pages[name], f"{address}: {href}"


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    for address, page in pages_of(site).items():
        ids = re.findall(r'\sid="([^"]*)"', page)
        assert len(ids) == len(set(ids)), address


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for address, page in pages_of(site).items():
        fetched = re.findall(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=\"([^\"]*)\"", page)
        assert not [url for url in fetched if url.startswith(("http:", "https:", "//"))], address


def test_a_title_with_markup_stays_text_everywhere(site: Path) -> None:
    for address, page in pages_of(site).items():
        assert "<img" not in page, address
    assert "<img" not in (site / "search" / "search_index.json").read_text("utf-8")


def test_no_mail_address_reaches_the_site(site: Path) -> None:
    for page in site.rglob("*"):
        if page.suffix in {".html", ".json", ".xml"}:
            assert "quill@example.com" not in page.read_text("utf-8"), page


def test_an_empty_archive_is_a_site(tmp_path: Path) -> None:
    site = build_site(Archive((), dict.fromkeys(Facet, ())), tmp_path)
    assert "There are no orders here yet" in (site / "index.html").read_text("utf-8")
    assert "None yet." in (site / "judges" / "index.html").read_text("utf-8")


def test_publishing_twice_gives_the_same_pages(archive: Archive) -> None:
    first, second = ([(page.path, page.text) for page in publish_pages(archive)] for _ in range(2))
    assert first == second
    assert len({path for path, _ in first}) == len(first)


def test_rows_of_a_table_are_newest_first(archive: Archive) -> None:
    pages = {page.path: page.text for page in publish_pages(archive)}
    rows = [line for line in pages["index.md"].splitlines() if line.startswith("| ")][2:]
    assert [row.split(" | ")[0] for row in rows] == [
        '| <time datetime="2031-06-02">June\u00a02,\u00a02031</time>',
        '| <time datetime="2031-03-04">Mar.\u00a04,\u00a02031</time>',
        "| undated",
    ]


@pytest.fixture(scope="module")
def hostile_archive(archive: Archive) -> Archive:
    """The archive with an order whose title and case name are markup, and so are authorities."""
    *others, last = archive.orders
    description = last.order.description
    claim = dataclasses.replace(description.is_order, value=HOSTILE)
    order = dataclasses.replace(
        last.order, description=dataclasses.replace(description, title=claim, case_name=claim)
    )
    groups = {
        **archive.groups,
        Facet.JUDGE: tuple(
            dataclasses.replace(group, label=HOSTILE) for group in archive.groups[Facet.JUDGE]
        ),
    }
    named = [dataclasses.replace(one, case_name=HOSTILE) for one in archive.authorities]
    return dataclasses.replace(
        archive,
        orders=(*others, dataclasses.replace(last, order=order)),
        groups=groups,
        authorities=tuple(named),
    )
