"""The commands of `orders`, one per file, and their helpers."""
