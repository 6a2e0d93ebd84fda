"""The archive in forms that other programs keep: passages, Parquet, BagIt, Datasette."""

COMMANDS = {"export": "Write the archive in forms that other programs keep."}
