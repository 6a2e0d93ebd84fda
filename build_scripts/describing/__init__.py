"""Clean order in, description out: one file a field."""
