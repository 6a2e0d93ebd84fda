"""The commands of proving, one per file."""
