"""Orders in, archive out: addresses, links, groupings."""
