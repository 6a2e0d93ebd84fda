"""How an order is cited: read once from its description, written in several forms."""
