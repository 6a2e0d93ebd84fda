"""One order after all per-order stages: the archive is built from these."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Description
from build_scripts.model.order_extracts import Extracts, extract
from build_scripts.model.provenance import Origin
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.redaction import NOTHING_REDACTED, Redaction
from build_scripts.model.source_text import SourceFormat, SourcePage
from build_scripts.model.withholding import WithheldOrder
from build_scripts.problems import Finding


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The source of an order, without its bytes."""

    path: str
    format: SourceFormat
    sha256: str
    service: str = ""  # that gave the file, if an importer fetched it
    fetched: str = ""  # the day, ISO

    @classmethod
    def from_raw(
        cls, raw: RawOrder, source_format: SourceFormat, origins: Sequence[Origin] = ()
    ) -> "SourceFile":
        """Keep the page's data of the raw order, and of the first of its sources."""
        given = origins[0] if origins else Origin("", "")
        return cls(raw.path, source_format, raw.sha256, given.giver, given.fetched)


@dataclass(frozen=True)
class Order:
    """An order after all per-order stages, with the findings on the way."""

    source: SourceFile
    clean: CleanOrder
    description: Description
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...] = ()
    pages: tuple[SourcePage, ...] = ()  # the lines that were read, without what was redacted
    redaction: Redaction = NOTHING_REDACTED

    @property
    def digest(self) -> str:
        """Return a digest of the whole order: it identifies whatever is made of it alone."""
        return sha256(repr(self).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def public_sha256(self) -> str:
        """Return the digest of its file, "" if words were removed from the order: whoever has all
        other words could try every number in their place until the digest is the same.
        """
        return self.source.sha256 if self.is_whole else ""

    @property
    def is_whole(self) -> bool:
        """Return whether no word was removed from it as private or withheld."""
        left = self.redaction
        removed = left.redacted or left.withholdings or left.secrets or self.extracts.is_masked
        return not removed

    @cached_property
    def extracts(self) -> Extracts:
        """Return what the whole archive needs of its text."""
        return extract(self.clean, self.citations)

    @property
    def specimen(self) -> bool:
        """Return whether it is a fictional order, written to demonstrate the archive."""
        return self.extracts.specimen

    @property
    def ocr_confidence(self) -> float | None:
        """Return OCR's confidence in its words, 0-100; None if the text was not recognised."""
        return self.extracts.ocr_confidence


@dataclass(frozen=True, slots=True)
class ConvertedFile:
    """The order of one file, or those of a ZIP archive, and the findings on them.

    `withheld` are the orders that corrections keep off the site. `seen` are the paths that
    corrections can belong to. `made_from` distinguishes the bytes of the file and of its
    corrections from all others; "" if it could not be read.
    """

    path: str
    orders: tuple[Order, ...] = ()
    findings: tuple[Finding, ...] = ()
    withheld: tuple[WithheldOrder, ...] = ()
    seen: tuple[str, ...] = ()
    made_from: str = ""
