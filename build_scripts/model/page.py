"""What publishing hands to storage."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A generated Markdown page; `path` is POSIX, relative to the docs folder."""

    path: str
    text: str
