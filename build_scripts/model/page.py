"""The pages' output for the site."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that readers fetch as it is; `load` returns its bytes, in pieces if they are many."""

    path: str
    load: Callable[[], bytes | Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a page, for its table of contents."""

    anchor: str
    title: str
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class TemplatePage:
    """A page that one of the theme's templates writes from a view.

    `template` is below the theme's folder `pages/`. `make` gives the view, a frozen dataclass with
    the names that the template uses; its `sections`, if it has such, are the page's table of
    contents. `meta` is what the frame of every page needs: `search`, `above` (address and label of
    each page above it), `names_people`, `moved_to`. `markdown` gives the text of a page that has a
    Markdown file in docs/, an order's. `made_of` gives what the view depends on, as for `Keep`, if
    that is known without the view.
    """

    path: str
    title: str
    template: str
    make: Callable[[], object] = field(compare=False)
    meta: Mapping[str, Any] = field(default_factory=dict)
    markdown: Callable[[], str] | None = field(default=None, compare=False)
    made_of: Callable[[], object] | None = field(default=None, compare=False)


class Keep(Protocol):
    """Returns the result of `make`, or that of an earlier build that was made of the same.

    `name` is the result's own; `made_of` gives all that it depends on besides the program and the
    words of the interface, as values of the model's types. `kind` is the type of the result.
    """

    def __call__(
        self, name: str, made_of: Callable[[], object], kind: type[T], make: Callable[[], T]
    ) -> T:
        """Return the result."""


def make_anew(name: str, made_of: Callable[[], object], kind: type[T], make: Callable[[], T]) -> T:
    """Return the result of `make`: a `Keep` without a cache."""
    del name, made_of, kind
    return make()


class Deferred(Generic[T]):
    """A part of a view that is made, or taken from an earlier build, when a template asks for it.
    The arguments are those of `Keep`; `made_of` identifies the part before it is made.
    """

    def __init__(
        self, keep: Keep, name: str, made_of: object, kind: type[T], make: Callable[[], T]
    ) -> None:
        self.name, self.made_of = name, made_of
        self._find: Callable[[], T] = lambda: keep(name, lambda: made_of, kind, make)

    def __eq__(self, other: object) -> bool:
        """Return whether the other is made of the same."""
        if not isinstance(other, Deferred):
            return False
        return (self.name, self.made_of) == (other.name, other.made_of)

    def __hash__(self) -> int:
        """Return a hash that equal ones share."""
        return hash(self.name)

    def __repr__(self) -> str:
        """Return the part itself, as a view shows what it holds."""
        return repr(self.value)

    @cached_property
    def value(self) -> T:
        """Return the part."""
        return self._find()


ORDER = "order.json"
"""The file of an order's data, next to its page."""


class Chart(StrEnum):
    """The kinds of pictures; the value is the word of the setting."""

    YEARS = "years"  # orders over time
    OUTCOMES = "outcomes"  # rulings by motion or judge, and their outcomes


@dataclass(frozen=True, slots=True)
class SiteChoices:
    """The owner's choices of what to publish; each has a setting of the same name in mkdocs.yml."""

    source_view: bool | None = True  # pages of sources next to texts; None: below 2,000 orders
    compact: bool = False  # two files per order: its page and its original
    page_images: bool = False  # pictures of a PDF's pages next to its cleaned text
    site_url: str = ""  # the site's future address, "" if unknown
    site_name: str = "Orders Archive"
    archive_owner: str = ""  # who keeps the archive, "" if nobody is named
    feeds: bool = True  # Atom feeds; only if `site_url` is known
    indexable: bool = False  # search engines may list orders
    search: bool = False  # the files of the search, docs/search_format.md
    outward_links: bool = True  # links to other sites: CourtListener, codes, rules
    charts: frozenset[Chart] = frozenset(Chart)  # pictures of counts and citations
    parties: bool = True  # the list of parties, A-Z
    database: bool = True  # archive.sqlite.gz: everything in one database


DEFAULT_CHOICES = SiteChoices()
