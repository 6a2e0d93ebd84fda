"""Adding raw orders to the folder: their places, and what is refused."""

import shutil
from pathlib import Path

import pytest

from build_scripts.problems import DuplicateOrderError, UnreadableOrderError, WithheldOrderError
from build_scripts.site import adding, pipeline
from tests.shared import ORDERS, list_specimens


def test_an_order_is_added_beside_its_case_and_only_once(tmp_path: Path) -> None:
    specimen = ORDERS / "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
    target = adding.add_order(tmp_path, specimen)
    assert target == f"cand/3-23-cv-01234/{specimen.name}"
    with pytest.raises(DuplicateOrderError, match="3-23-cv-01234"):
        adding.add_order(tmp_path, specimen)
    with pytest.raises(UnreadableOrderError):
        adding.add_order(tmp_path, tmp_path / "missing.txt")


def test_an_order_is_added_with_its_corrections_and_not_where_they_withhold_it(
    tmp_path: Path,
) -> None:
    order = tmp_path / "order.txt"
    shutil.copy(list_specimens()[0], order)
    corrections = order.with_name("order.txt.yml")
    corrections.write_text("withhold: {what: order}\n")
    with pytest.raises(WithheldOrderError):
        adding.add_order(tmp_path / "orders", order)
    corrections.write_text("fields: {title: Order of the Editor}\n")
    added = tmp_path / "orders" / adding.add_order(tmp_path / "orders", order)
    assert added.with_name(f"{added.name}.yml").read_text() == (
        "fields: {title: Order of the Editor}\n"
    )
    assert pipeline.build_archive(tmp_path / "orders").findings == ()
