"""The commands of importing, one per file, and their helpers."""
