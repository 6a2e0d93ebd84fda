"""The commands of exporting, one per file, and their helpers."""
