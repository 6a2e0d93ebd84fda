"""Orders in, archive out: addresses, links, groupings."""

from build_scripts.catalogue.catalogue import catalogue_orders
from build_scripts.catalogue.checked_cases import list_outward_cases
from build_scripts.catalogue.removal_counts import count_removals

__all__ = ["catalogue_orders", "count_removals", "list_outward_cases"]
