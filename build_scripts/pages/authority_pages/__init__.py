"""The authorities that orders here cite: where each stands, who cites it in what words.

Only orders count: what papers cite that are no orders (motions, complaints) is not listed, as
everywhere on the site. Treatment is not guessed: signals and parentheticals stand as printed.
"""

from build_scripts.pages.authority_pages.pages import publish_authority_pages

__all__ = ["publish_authority_pages"]
