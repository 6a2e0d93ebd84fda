"""The commands of assistant, one per file, and their helpers."""
