"""The authorities that orders here cite: where to read each, and who cites it in what words.

Only orders count: authorities that only other papers cite (motions, complaints) are not listed, as
everywhere on the site. Treatment is not guessed: signals and parentheticals are as printed.
"""

from build_scripts.pages.authority_pages.pages import publish_authority_pages

__all__ = ["publish_authority_pages"]
