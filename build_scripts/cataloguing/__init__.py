"""Orders in, archive out: addresses, links, groupings."""

from build_scripts.cataloguing.catalogue import catalogue_orders

__all__ = ["catalogue_orders"]
