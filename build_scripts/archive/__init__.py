"""The archive built from orders: addresses, links, groupings."""

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.archive.checked_cases import list_outward_cases

__all__ = ["catalogue_orders", "list_outward_cases"]
