"""Clean order in, citations out."""
