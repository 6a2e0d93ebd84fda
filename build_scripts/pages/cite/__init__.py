"""The citation of an order: read once from its description, written in several forms."""
