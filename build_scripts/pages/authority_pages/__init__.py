"""The authorities that orders here cite: where to read each, and who cites it in what words.

Authorities that only papers other than orders cite are not listed. Treatment is not guessed:
signals and parentheticals are as printed.
"""

from build_scripts.pages.authority_pages.pages import publish_authority_pages

__all__ = ["publish_authority_pages"]
