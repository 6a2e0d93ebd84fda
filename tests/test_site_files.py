"""What a bundle is made from is all in its version: of two archives, those of one version are alike.

The orders are the shipped specimens and made-up ones in cases of four, which cite each other, share
judges, motions and authorities; archives are drawn from them at random. Some fifteen seconds.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.catalogue import catalogue_orders
from build_scripts.model.archive import Archive
from build_scripts.model.order import Order
from build_scripts.model.page import Bundle, DataFile, SiteChoices
from build_scripts.pages import paging
from build_scripts.pipeline import convert_folder
from build_scripts.site.files import list_bundles
from tests.pages.many_orders import make_many
from tests.shared import ORDERS

pytestmark = pytest.mark.build

CHOICES = SiteChoices(site_url="https://orders.example.org/", database=False)


@pytest.fixture(scope="module")
def pool() -> list[Order]:
    made = [archived.order for archived in make_many(60).orders]
    return [*convert_folder(ORDERS).orders, *made]


def offer(orders: Sequence[Order]) -> dict[str, Bundle]:
    """Return the bundles of an archive of these orders, by name."""
    kept = Path("unused")  # "data" is the whole archive's, of another version each time
    bundles = list(list_bundles(catalogue_orders(orders), ORDERS, CHOICES, kept))
    named = {bundle.name: bundle for bundle in bundles}
    assert len(named) == len(bundles)
    return named


@pytest.mark.parametrize("database", [False, True])
def test_joined_again_from_pieces_a_file_is_as_from_nothing(
    pool: list[Order], tmp_path: Path, *, database: bool
) -> None:
    choices = replace(CHOICES, database=database)
    draw = random.Random(7)  # noqa: S311 (nothing is secret)
    for turn in range(4):
        archive = catalogue_orders(draw.sample(pool, 50 + turn))
        again, anew = (
            read_data(archive, choices, tmp_path / name) for name in ("kept", f"new-{turn}")
        )
        assert again == anew
        assert len(again) == 5 + database


def read_data(archive: Archive, choices: SiteChoices, kept: Path) -> dict[str, bytes]:
    bundle = next(iter(list_bundles(archive, ORDERS, choices, kept, "me")))
    assert bundle.name == "data"
    files = [one for one in bundle.make() if isinstance(one, DataFile)]
    loaded = {file.path: file.load() for file in files}
    return {
        path: data if isinstance(data, bytes) else b"".join(data) for path, data in loaded.items()
    }


def make(bundle: Bundle) -> list[tuple[str, str | bytes]]:
    return [
        (one.path, (one.version or one.load()) if isinstance(one, DataFile) else one.text)
        for one in bundle.make()
    ]


def compare(one: dict[str, Bundle], other: dict[str, Bundle]) -> tuple[int, int]:
    """Return how many bundles have one version in both archives, and how many are in both."""
    same = 0
    for name in one.keys() & other.keys():
        assert bool(one[name].version) == bool(other[name].version), name
        if one[name].version and one[name].version == other[name].version:
            assert make(one[name]) == make(other[name]), name
            same += 1
    return same, len(one.keys() & other.keys())


@pytest.mark.parametrize("seed", range(5))
def test_bundles_of_one_version_are_alike(
    pool: list[Order], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where lists are short they are cut into pages, and a long docket is cut too."""
    monkeypatch.setattr(paging, "ROWS", 8)
    monkeypatch.setattr(paging, "CHARACTERS", 8 * 520)
    monkeypatch.setattr("build_scripts.pages.order_page.IN_CASE", 2)
    draw = random.Random(seed)  # noqa: S311 (nothing is secret)
    orders = draw.sample(pool, 50)
    more = draw.choice([order for order in pool if order not in orders])
    before, after = offer(orders), offer([*orders, more])
    same, both = compare(before, after)
    assert same > both * 0.6, (same, both)
    fewer = draw.sample(orders, 35)
    compare(before, offer(fewer))


def test_one_order_more_changes_few_pages_of_orders() -> None:
    """Those of its case, of what it cites, of the orders near it in time: not all that share a
    judge, a motion or an authority with it.
    """
    made = [archived.order for archived in make_many(240).orders]
    before, after = offer(made[:-1]), offer(made)
    pages = [name for name in before if name.startswith("orders/") and name.endswith(".md")]
    changed = [name for name in pages if before[name].version != after[name].version]
    assert len(pages) == 239
    assert len(changed) <= 3 + 2 * 5, changed


def test_what_an_order_says_changes_its_bundles(pool: list[Order]) -> None:
    """A title, as an editor corrects it, is on each page that lists the order."""
    first, *others = pool
    title = first.description.title
    assert title is not None
    said = replace(first.description, title=replace(title, value="Another Title"))
    changed = replace(first, description=said)
    compare(offer(pool), offer([changed, *others]))
