"""The archive built from orders: addresses, links, groupings."""

from build_scripts.archive.catalogue import catalogue_orders

__all__ = ["catalogue_orders"]
