"""Conversion of raw orders: one, or a folder of them, with a cache."""
