"""A page for every authority that orders here cite, lists of them, and both as data.

Only orders count: what papers cite that are no orders (motions, complaints) is not listed, as
everywhere on the site. Treatment is not guessed: signals and parentheticals stand as printed.
"""

from build_scripts.pages.authority_pages.authority_page import publish_authority
from build_scripts.pages.authority_pages.data_files import list_authority_files
from build_scripts.pages.authority_pages.index_pages import publish_authority_indexes
from build_scripts.pages.authority_pages.pages import publish_authority_pages

__all__ = [
    "list_authority_files",
    "publish_authority",
    "publish_authority_indexes",
    "publish_authority_pages",
]
