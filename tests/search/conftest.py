"""Archives to search: the specimens, and some of the real orders where they are at hand."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.convert.batch import ConversionOptions
from build_scripts.convert.cache import ConversionCache
from build_scripts.model.archive import Archive
from build_scripts.model.raw_order import RawOrder
from build_scripts.pages.archive_index import build_index
from build_scripts.problems import ArchiveError
from build_scripts.search.records import SearchRecord, iter_records
from build_scripts.site.pipeline import build_archive
from build_scripts.site.search_engine import SearchEngine, open_archive_search
from tests.made_once import Convert, make_once
from tests.shared import LACKS_SHARED, SHARED, WHY_SKIPPED, find_specimens, list_text_orders


@dataclass(frozen=True)
class Searchable:
    archive: Archive
    records: list[SearchRecord]
    engine: SearchEngine


def make_searchable(archive: Archive) -> Searchable:
    archive = build_index(archive).archive  # groups are called as on the site
    records = list(iter_records(archive))
    return Searchable(archive, records, open_archive_search(archive))


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive of the specimens, converted by the first process that asks for it."""

    def build(cache: Path) -> Archive:
        options = ConversionOptions(ConversionCache(str(cache), "this run"))
        return build_archive(find_specimens(), options=options)

    return build(make_once(tmp_path_factory, "specimens", build))


@pytest.fixture(scope="session")
def specimens(archive: Archive) -> Searchable:
    return make_searchable(archive)


def _list_service_orders() -> list[Path]:
    found = []
    for folder in ("cap-json", "courtlistener-json"):
        paths = sorted((SHARED / "corpus" / folder).glob("*.json"))
        found += [path for path in paths if path.stat().st_size < 30_000][::4][:30]
    return found


@pytest.fixture(scope="session")
def real_orders(convert_once: Convert) -> Searchable:
    """The real orders in text forms and 60 short ones of the services: converted in seconds."""
    if LACKS_SHARED:
        pytest.skip(WHY_SKIPPED)
    orders = []
    for path in [*list_text_orders(), *_list_service_orders()]:
        raw = RawOrder.from_bytes(f"{path.parent.name}/{path.name}", path.read_bytes())
        try:
            orders.append(convert_once(raw))
        except ArchiveError:
            continue
    return make_searchable(catalogue_orders(orders))
