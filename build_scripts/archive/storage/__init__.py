"""The only code that reads or writes the archive's files."""
