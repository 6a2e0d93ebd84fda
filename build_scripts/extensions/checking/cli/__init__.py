"""The commands of checking, one per file, and their helpers."""
