"""Checks quotations and citations against the orders of an archive.

It only compares: it guesses nothing and uses no model. Quotations are compared by the site's own
script, run by the search's engine over published files and authorities.json, so that anyone with
these can compute the same answers, as docs/checking.md describes.
"""

COMMANDS = {
    "citations": "Check a document's citations against the archive.",
    "quote": "Search the orders for a quotation, and print what differs.",
}
