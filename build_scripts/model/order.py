"""One order after all per-order stages: what the archive is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from build_scripts.model.citation import Citation
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Description
from build_scripts.model.provenance import Origin
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.redaction import NOTHING_REDACTED, Redaction
from build_scripts.model.source_text import SourceFormat, SourcePage
from build_scripts.problems import Finding


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Where an order came from, without its bytes."""

    path: str
    format: SourceFormat
    sha256: str
    service: str = ""  # that gave the file, where an importer fetched it
    fetched: str = ""  # the day, ISO

    @classmethod
    def from_raw(
        cls, raw: RawOrder, source_format: SourceFormat, origins: Sequence[Origin] = ()
    ) -> "SourceFile":
        """Keep what the page says of the raw order, and of the first of its sources."""
        given = origins[0] if origins else Origin("", "")
        return cls(raw.path, source_format, raw.sha256, given.giver, given.fetched)


@dataclass(frozen=True, slots=True)
class Order:
    """An order after all per-order stages, with what was found wrong on the way."""

    source: SourceFile
    clean: CleanOrder
    description: Description
    citations: tuple[Citation, ...]
    findings: tuple[Finding, ...] = ()
    pages: tuple[SourcePage, ...] = ()  # the lines that were read, without what was redacted
    redaction: Redaction = NOTHING_REDACTED

    @property
    def digest(self) -> str:
        """A digest of the whole order: what is made of it and nothing else is known by it."""
        return sha256(repr(self).encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def specimen(self) -> bool:
        """Whether it is a fictional order, written to show what the archive does."""
        return self.clean.specimen

    @property
    def ocr_confidence(self) -> float | None:
        """How sure OCR is of its words, 0-100; None where the text was not recognised."""
        return self.clean.ocr_confidence
