"""Proofs of what was published: times by an outside authority, and a certificate of one order."""

COMMANDS = {
    "certificate": "Print a certificate of one published order, to be signed.",
    "timestamp": "Ask an authority for the time of the newest publication, or check its tokens.",
}
"""Each command with its sentence in `orders --help`."""
