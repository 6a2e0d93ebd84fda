"""Proofs of what was published: times by an outside authority, and a certificate of one order."""

COMMANDS = {
    "certificate": "Print a certificate of one published order, to be signed.",
    "timestamp": "Prove by an outside clock when orders were published.",
}
"""Each command with its sentence in `orders --help`."""
