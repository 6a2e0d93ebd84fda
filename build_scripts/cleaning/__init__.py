"""Source text in, clean order out: furniture leaves with a record, prose is joined."""
