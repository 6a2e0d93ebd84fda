"""Proofs of what was published: the check of a copy, times by an outside authority, and a
certificate of one order.
"""

COMMANDS = {
    "certificate": "Print a certificate of one published order, to be signed.",
    "timestamp": "Prove by an outside clock when orders were published.",
    "verify": "Check a published site against its manifest and the orders.",
}
