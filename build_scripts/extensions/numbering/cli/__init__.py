"""The commands of numbering, one per file."""
