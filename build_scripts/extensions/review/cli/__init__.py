"""The commands of review, one per file, and their helpers."""
