"""The archive in forms that other programs keep: passages, Parquet, BagIt, Datasette."""
