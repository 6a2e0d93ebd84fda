"""Checks quotations and citations against the orders of an archive.

All of it is comparing: nothing is guessed, no model is asked. What is asked is the search's index
(`site.search_files.open_search`, or `search.in_memory.index_archive`), so that whoever reads the
published files can give the same answers. docs/checking.md says how words are compared.
"""

from build_scripts.checking.answers import Difference, Match, Passage, QuotationAnswer
from build_scripts.checking.finding import find_quotation

__all__ = ["Difference", "Match", "Passage", "QuotationAnswer", "find_quotation"]
