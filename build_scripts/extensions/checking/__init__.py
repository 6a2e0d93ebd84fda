"""Checks quotations and citations against the orders of an archive.

It only compares: it guesses nothing and uses no model. The input is the search's index
(`site.search_files.open_search`, or `search.index.index_archive`) and authorities.json, so that
anyone with the published files can compute the same answers, as docs/checking.md describes.
"""

COMMANDS = {
    "citations": "Check a document's citations against the archive.",
    "quote": "Search the orders for a quotation, and print what differs.",
}
"""Each command with its sentence in `orders --help`."""
