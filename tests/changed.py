"""Copies of orders and archives with a few other values."""

from dataclasses import replace
from typing import Any

from build_scripts.model.archive import Archive, ArchivedOrder


def change_order(archived: ArchivedOrder, **values: Any) -> ArchivedOrder:
    """A copy whose order has other values."""
    return replace(archived, order=replace(archived.order, **values))


def redescribe(archived: ArchivedOrder, **claims: Any) -> ArchivedOrder:
    """A copy whose order has other claims in its description."""
    return change_order(archived, description=replace(archived.order.description, **claims))


def put_first(archive: Archive, first: ArchivedOrder) -> Archive:
    """A copy whose first order is another one."""
    return replace(archive, orders=(first, *archive.orders[1:]))
