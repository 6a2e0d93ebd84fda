"""The file an order came in, offered beside its page: as it is, or with private words masked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.clean_order import Removal, RemovalReason
from build_scripts.model.source_text import SourceFormat

# A notice of electronic mailing names people and their addresses.
PRIVATE_REASONS = frozenset({RemovalReason.MAILING_NOTICE})

# Forms whose lines are the lines of the file, so that a word can be masked where it stands.
_TEXT_FORMS = frozenset({SourceFormat.LAYOUT, SourceFormat.PLAIN, SourceFormat.MARKDOWN})
_SUFFIXES = {
    SourceFormat.MARKDOWN: "txt",  # ".md" would become a page
    SourceFormat.LAYOUT: "txt",
    SourceFormat.PLAIN: "txt",
    SourceFormat.PDF: "pdf",
    SourceFormat.SCAN: "pdf",
    SourceFormat.HTML: "html.txt",  # a court's markup and scripts must not run on this site
    SourceFormat.DOCX: "docx",
    SourceFormat.ODT: "odt",
    SourceFormat.RTF: "rtf",
    SourceFormat.DOC: "doc",
    SourceFormat.WPD: "wpd",
    SourceFormat.COURTLISTENER: "json",
    SourceFormat.CAP: "json",
}
_WORD = re.compile(r"\S")
MASK = "█"


@dataclass(frozen=True, slots=True)
class Original:
    """The original of one order as the site offers it.

    `path` is relative to the docs folder. `masked_lines` are the numbers of the lines, from 1,
    whose characters are masked in it: none where the file is offered as it came.
    """

    path: str
    masked_lines: frozenset[int] = frozenset()


def offer_original(archived: ArchivedOrder) -> Original | None:
    """Say which file is offered; None where private words stand in a form that can't be masked."""
    order = archived.order
    path = f"{archived.address}/original.{_SUFFIXES[order.source.format]}"
    private = frozenset(removal.line for removal in list_private(order.clean.removals))
    if not private:
        return Original(path)
    return Original(path, private) if order.source.format in _TEXT_FORMS else None


def list_private(removals: Iterable[Removal]) -> list[Removal]:
    """Return the removals whose words are never published."""
    return [removal for removal in removals if removal.reason in PRIVATE_REASONS]


def name_download(source_path: str) -> str:
    """Return the name a reader's copy gets: the one the raw order has in the archive's folder."""
    return source_path.rpartition("/")[2]


def mask_text(text: str) -> str:
    """Return `text` with a block in place of every character that is no blank."""
    return _WORD.sub(MASK, text)


def mask_lines(text: str, numbers: frozenset[int]) -> str:
    """Return `text` with the lines of these numbers, counted from 1 at line feeds, masked."""
    lines = text.split("\n")
    return "\n".join(
        mask_text(line) if number in numbers else line for number, line in enumerate(lines, start=1)
    )
