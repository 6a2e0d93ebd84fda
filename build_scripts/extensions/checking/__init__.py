"""Checks quotations and citations against the orders of an archive.

It only compares: it guesses nothing and uses no model. The input is the search's index
(`site.search_files.open_search`, or `search.index.index_archive`) and authorities.json, so that
anyone with the published files can compute the same answers, as docs/checking.md describes.
"""

COMMANDS = {
    "citations": "Say what the archive knows of a document's citations.",
    "quote": "Look for a quotation in the orders, and say what differs.",
}
"""Each command with its sentence in `orders --help`."""
