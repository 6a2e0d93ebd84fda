"""Every address that the archive ever published, and what each one identifies."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from build_scripts.model.withholding import Tombstone, WithheldOrder


class AddressStatus(StrEnum):
    """What is at an address; the value is the ledger's word for it."""

    PUBLISHED = "published"  # the order itself
    MOVED = "moved"  # a page that leads to the order's new address
    REMOVED = "removed"  # by the owner: the order was taken out of the archive


@dataclass(frozen=True, slots=True)
class KnownAddress:
    """One address, without slashes at its ends: "orders/cand/5-17-cv-02540/2017-05-31-order", or
    the former page of a case, a judge or a court: "cases/cand-5-17-cv-02540".

    `sha256` and `file` (the raw order's path below the orders folder) identify its order: by its
    bytes, and by its path if the bytes were replaced; a page has neither. `leads_to` is the new
    address of what moved; of what was removed, the address that takes its place, "" for none.
    `listed_on` are the pages of its cases, judges and court that listed the order at this address:
    these orders identify such a page.
    """

    address: str
    status: AddressStatus
    leads_to: str
    sha256: str
    file: str
    listed_on: tuple[str, ...] = ()


AddressLedger: TypeAlias = Mapping[str, KnownAddress]
"""All of them, by address."""

NOTHING_PUBLISHED: AddressLedger = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """An address without a page now; `leads_to` is one that has a page, "" for none.

    If its order is withheld, `withheld` has by whom and why, `tombstone` the text for readers.
    """

    address: str
    leads_to: str
    withheld: WithheldOrder | None = None
    tombstone: Tombstone | None = None
