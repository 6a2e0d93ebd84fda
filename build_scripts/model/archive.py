"""All orders together: addresses, links between them, groupings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

import msgspec

from build_scripts.model.address_ledger import NOTHING_PUBLISHED, AddressLedger, FormerAddress
from build_scripts.model.citation import CitationKind
from build_scripts.model.description import Description, MotionKind, Outcome, keep_confirmed
from build_scripts.model.history import NO_HISTORY, History
from build_scripts.model.order import Order
from build_scripts.model.subsequent_history import HistoryTie
from build_scripts.model.withheld_words import NOTHING_WITHHELD, WithheldWords
from build_scripts.model.withholding import WithheldOrder
from build_scripts.problems import NOT_READ, Finding


@dataclass(frozen=True, slots=True)
class SimilarOrder:
    """An order of another case that is similar to an order, and why.

    `authorities` are those that both cite, by name, and `words` those that both use: the weightiest
    first. `rulings` are those that both made on the same motions. `score` orders the list.
    """

    address: str
    score: float
    authorities: tuple[str, ...]
    words: tuple[str, ...]
    rulings: tuple[tuple[MotionKind, Outcome], ...]


class LinkTarget(StrEnum):
    """The kind of a link's target."""

    ARCHIVE = "archive"  # an order's page here
    CHOICE = "choice"  # one of several orders here, none certain: `Link.alternatives`
    COURTLISTENER = "courtlistener"
    OUTWARD = "outward"  # another public site: a code, a rule
    HERE = "here"  # a place on the order's own page: `Link.url` is "", `Link.anchor` the place
    SEARCH = "search"  # a search on CourtListener that may not find the case


@dataclass(frozen=True, slots=True)
class Link:
    """A resolved citation. `url` is an order's address for ARCHIVE, else an absolute URL.

    `anchor` is the place on the order's page that the pin cite names ("#page-4", "#L2-13",
    "#fn:3"), "" if the order has no such place. `alternatives` are addresses of orders here that
    the citation may mean; if nothing else is known of it, `url` is "" and the target CHOICE.
    """

    target: LinkTarget
    url: str
    anchor: str = ""
    alternatives: tuple[str, ...] = ()


class AuthorityKind(StrEnum):
    """The parts of a table of authorities; the value is the folder of their pages."""

    CASE = "cases"
    STATUTE = "statutes"
    RULE = "rules"
    REGULATION = "regulations"
    CONSTITUTION = "constitutions"
    OTHER = "other"


AUTHORITY_KINDS = {
    CitationKind.CASE: AuthorityKind.CASE,
    CitationKind.DOCKET: AuthorityKind.CASE,
    CitationKind.STATUTE: AuthorityKind.STATUTE,
    CitationKind.RULE: AuthorityKind.RULE,
    CitationKind.REGULATION: AuthorityKind.REGULATION,
    CitationKind.CONSTITUTION: AuthorityKind.CONSTITUTION,
    CitationKind.GUIDELINE: AuthorityKind.OTHER,
    CitationKind.OTHER: AuthorityKind.OTHER,
}
"""Kinds that are no authority are missing: the record is the case's own, back-references refer."""


class Mention(NamedTuple):
    """A citation of an order: `order` indexes `Archive.orders`, `citation` that order's."""

    order: int
    citation: int


@dataclass(frozen=True, slots=True)
class AuthorityPlace:
    """The place of an authority among all: `run` is a page's address below authorities/, `anchor`
    its place there.

    `source` is the reporter or the code as printed, "" for cases known by docket number alone and
    if several share a run; `part` the run's volumes, year, title, court or letter; `block` its part
    of the run if the run is longer than a page.
    """

    run: str
    anchor: str
    source: str
    part: str
    block: str


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority as the orders here cite it.

    `forms` are its spellings: a case's parallel citations, the one most used first; of a provision
    the section, then the subdivisions that are cited. `mentions` ascend; a parallel citation counts
    with its neighbour, once. `link` leads to the order here that it is (ARCHIVE), to those that it
    may be (CHOICE or `alternatives`), or to a public site.
    """

    kind: AuthorityKind
    slug: str  # unique in its kind
    forms: tuple[str, ...]
    case_name: str | None
    court: str | None  # court id, of a case
    year: int | None
    link: Link | None
    mentions: tuple[Mention, ...]
    place: AuthorityPlace = AuthorityPlace("other", "", "", "", "")
    has_page: bool = False  # of its own: many orders cite it
    orders: int = field(init=False)  # how many orders cite it

    def __post_init__(self) -> None:
        """Count the orders once: every page that names the authority needs it."""
        object.__setattr__(self, "orders", len({mention.order for mention in self.mentions}))

    @property
    def path(self) -> str:
        """Return its place below the site's root: "authorities/f3d/420-439#433-1199", or its own
        page if it has one: "authorities/cases/433-f-3d-1199".
        """
        if self.has_page:
            return f"authorities/{self.kind.value}/{self.slug}"
        return f"authorities/{self.place.run}#{self.place.anchor}"

    @property
    def address(self) -> str:
        """Return the same as an address: "authorities/f3d/420-439/#433-1199"."""
        page, sign, anchor = self.path.partition("#")
        return f"{page}/{sign}{anchor}"


@dataclass(frozen=True, slots=True)
class CitedBy:
    """An order here cites another order here; `mentions` ascend, parallel citations left out."""

    address: str  # of the citing order
    mentions: tuple[Mention, ...]


class OtherFile(NamedTuple):
    """A further file of an order's decision, which the site does not show."""

    path: str
    sha256: str
    citations: tuple[str, ...]  # where the decision is reported, by the file's own citation


@dataclass(frozen=True, slots=True)
class ArchivedOrder:
    """An order with its place in the archive.

    `address` is its page's path below the site's root, without slashes at the ends:
    "orders/cand/5-17-cv-02540/2017-05-31-order-denying-motion-for-expedited-discovery". `links` has
    one entry for each citation of `order.citations`, None if nothing is linked; `authorities`
    likewise, the place in `Archive.authorities`, None for the case's own record. `case_slugs` has
    the case's group for each docket number of the description, `judge_slugs` the judge's group for
    each judge; "" if a number or a name identifies nothing. `ties` are those in which it is the
    earlier order, the later one, or the source of the words; `similar` are similar orders of other
    cases, the nearest first. `other_files` contain the same decision: citations of it by them lead
    here. `stated` is the order's description without unconfirmed values; its own page and data show
    all values, with a mark.
    """

    address: str
    order: Order
    links: tuple[Link | None, ...]
    cited_by: tuple[CitedBy, ...]
    case_slugs: tuple[str, ...] = ()
    judge_slugs: tuple[str, ...] = ()
    authorities: tuple[int | None, ...] = ()
    ties: tuple[HistoryTie, ...] = ()
    similar: tuple[SimilarOrder, ...] = ()
    other_files: tuple[OtherFile, ...] = ()
    stated: Description = field(init=False)
    joined: bytes = field(init=False)  # a digest of `links` and `ties`

    def __post_init__(self) -> None:
        """Set the unconfirmed values aside once: every list needs it. Digest once what others give
        to it: a dozen results depend on it.
        """
        object.__setattr__(self, "stated", keep_confirmed(self.order.description))
        try:
            joined = msgspec.msgpack.encode((self.links, self.ties))
        except UnicodeEncodeError:  # half of a surrogate pair
            joined = repr((self.links, self.ties)).encode("utf-8", "surrogatepass")
        object.__setattr__(self, "joined", sha256(joined).digest())

    @property
    def alone(self) -> "ArchivedOrder":
        """Return the order without all that is not in `identity`."""
        return ArchivedOrder(self.address, self.order, self.links, (), ties=self.ties)

    @property
    def identity(self) -> tuple[object, ...]:
        """Return what identifies `alone`: equal ones give equal results."""
        return self.order.digest, self.address, self.joined

    @property
    def subsequent(self) -> tuple[HistoryTie, ...]:
        """Return the ties of later orders that act on it."""
        return tuple(tie for tie in self.ties if tie.earlier == self.address)

    @property
    def prior(self) -> tuple[HistoryTie, ...]:
        """Return the ties of its acts on earlier orders."""
        return tuple(tie for tie in self.ties if tie.later == self.address)

    @property
    def said(self) -> tuple[HistoryTie, ...]:
        """Return the ties that its own words state, about itself or others."""
        return tuple(tie for tie in self.ties if tie.said_by == self.address)


@dataclass(frozen=True, slots=True)
class Group:
    """Orders that share a facet's value; `slug` is its page's name, `members` index `orders`."""

    slug: str
    label: str
    members: tuple[int, ...]


class Facet(StrEnum):
    """A property that orders are listed by; the value is the folder of the facet's pages."""

    CASE = "cases"
    JUDGE = "judges"
    COURT = "courts"
    YEAR = "years"
    DISPOSITION = "dispositions"
    MOTION = "motions"  # the requests: an order is listed under each motion it rules on


_OF_SEVERAL = frozenset({Facet.CASE, Facet.JUDGE})


def has_own_page(facet: Facet, group: Group) -> bool:
    """Return whether a group has a page: a case or judge of one order has that order's page."""
    return facet not in _OF_SEVERAL or len(group.members) > 1


@dataclass(frozen=True, slots=True)
class JudgeVariant:
    """One name of a judge, how many orders print it, and the reason for joining it."""

    printed: str
    orders: int
    why: str


@dataclass(frozen=True, slots=True)
class JudgeJoin:
    """A judge with several names; `slug` and `label` are those of the judge's group."""

    slug: str
    label: str
    variants: tuple[JudgeVariant, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """The archive: orders sorted by address, one sorted list of groups per facet, findings."""

    orders: tuple[ArchivedOrder, ...]
    groups: Mapping[Facet, tuple[Group, ...]]
    findings: tuple[Finding, ...] = ()
    judge_joins: tuple[JudgeJoin, ...] = ()  # for review
    # By a case's slug, the address of a search for its docket on a public site.
    docket_searches: Mapping[str, str] = field(default_factory=dict)
    authorities: tuple[Authority, ...] = ()  # by kind, then in the order of look-up
    former_addresses: tuple[FormerAddress, ...] = ()  # sorted; none is an order's address now
    history: History = NO_HISTORY
    withheld: tuple[WithheldOrder, ...] = ()  # kept off the site; nothing here is of them
    withheld_words: WithheldWords = NOTHING_WITHHELD  # of these orders and of those held back
    # Every address ever published, those of `orders` included.
    address_ledger: AddressLedger = field(default_factory=lambda: NOTHING_PUBLISHED)

    @property
    def digests(self) -> dict[str, str]:
        """Return the sha256 of each order's file, by path."""
        return {one.order.source.path: one.order.source.sha256 for one in self.orders}

    @property
    def unread(self) -> list[str]:
        """Return the paths of files that could not be read, sorted."""
        return sorted({one.path for one in self.findings if one.code in NOT_READ} - {*self.digests})
