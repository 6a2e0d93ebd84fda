"""Text as a part of an address: lower-case ASCII words joined by dashes."""

import re
from functools import lru_cache

from build_scripts.model.text.folding import fold_to_ascii

TITLE_LENGTH = 60
"""Longest title part of an address, in characters: enough to distinguish orders of one day."""

_TAKEN_BY_INDEX_PAGES = frozenset({"index", "readme", "404"})
_APOSTROPHES = str.maketrans("", "", "'’‘`")


@lru_cache(maxsize=65536)  # courts and authorities that are cited often
def slugify(text: str, length: int = TITLE_LENGTH) -> str:
    """Return `text` as an address part of at most `length` characters, cut at a word: "García" is
    "garcia", "Int'l" is "intl"; "" if nothing is left. Names that MkDocs gives to folder pages
    ("index", "readme") get "-page" after them.
    """
    plain = fold_to_ascii(text[: length * 8].translate(_APOSTROPHES))
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) > length:
        cut = slug[: length + 1].rfind("-")
        slug = slug[: cut if cut > 0 else length]
    return f"{slug}-page" if slug in _TAKEN_BY_INDEX_PAGES else slug
