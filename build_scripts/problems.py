"""Errors and findings: exit codes, error classes, kinds of findings."""

import datetime
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ExitCode(IntEnum):
    """The exit code of `orders`."""

    OK = 0
    FINDINGS = 1  # `check` found a lost address, or with --strict anything; `verify` a difference
    USAGE = 2  # the command line is invalid (click's own code)
    BAD_INPUT = 3  # a file can't be read or written, or is no order
    DUPLICATE = 4  # `orders add`: the same bytes are in the archive already
    SITE_FAILED = 5  # MkDocs could not build the site
    WORDS_LOST = 6  # an order's words were not conserved: a defect of this program
    SERVICE_FAILED = 7  # a server that was asked (CourtListener, an authority) gave no good answer
    LEAKED = 8  # words that are private or withheld are in the site
    HELD_BACK = 9  # the site is built, without files that its owner must first review
    BUSY = 10  # another build of the archive is running
    INTERRUPTED = 130  # Ctrl-C


class FindingCode(StrEnum):
    """Every kind of finding; the value is what `orders check` prints."""

    EMPTY_FILE = "empty-file"
    BINARY_FILE = "binary-file"
    UNREADABLE_FILE = "unreadable-file"
    UNKNOWN_FORM = "unknown-form"
    MISSING_PROGRAM = "missing-program"
    DAMAGED_FILE = "damaged-file"
    ENCRYPTED_FILE = "encrypted-file"
    UNSAFE_ARCHIVE = "unsafe-archive"
    NOT_AN_ORDER = "not-an-order"
    WORDS_NOT_CONSERVED = "words-not-conserved"
    CONVERSION_FAILED = "conversion-failed"
    TRUNCATED = "truncated"
    MIXED_COLUMNS = "mixed-columns"
    GARBLED_TEXT = "garbled-text"
    UNREAD_PAGE = "unread-page"
    NO_COURT = "no-court"
    NO_CASE_NAME = "no-case-name"
    NO_DOCKET_NUMBER = "no-docket-number"
    NO_DATE = "no-date"
    NO_JUDGE = "no-judge"
    UNTIED_FOOTNOTE = "untied-footnote"
    DISAGREEMENT = "disagreement"
    IMPLAUSIBLE = "implausible"
    EMPTY_FIELD = "empty-field"
    DOUBTFUL_VALUE = "doubtful-value"
    SECOND_READER_DIFFERS = "second-reader-differs"
    DUPLICATE_ORDER = "duplicate-order"
    SAME_ADDRESS = "same-address"
    BAD_CORRECTIONS = "bad-corrections"
    CORRECTION_CHANGES_NOTHING = "correction-changes-nothing"
    OUTDATED_CORRECTION = "outdated-correction"
    STRAY_CORRECTIONS = "stray-corrections"
    BAD_SOURCE = "bad-source"
    WITHHELD = "withheld"
    PRIVATE_DATA = "private-data"
    BAD_REDACTION = "bad-redaction"
    SIDE_PARTS = "side-parts"
    SEALED = "sealed"
    HELD_BACK = "held-back"
    PUBLISHERS_PRINT = "publishers-print"
    DOUBTFUL_CITATION = "doubtful-citation"
    LOST_ADDRESS = "lost-address"


VALUE, NAME, REASON = "RIGHT VALUE", "YOUR NAME", "YOUR REASON"
PLACEHOLDERS = (VALUE, NAME, REASON)
"""Placeholders in a printed command for what only its reader can give; no command accepts them."""


CALL_PUBLIC = f'orders correct FILE --public --by "{NAME}" --note "{REASON}"'
WITHHOLD_WORDS = (
    f'orders withhold FILE --what passage --words "{VALUE}" --by "{NAME}" --reason "{REASON}"'
)
WITHHOLD_FILE = f'orders withhold FILE --what original --by "{NAME}" --reason "{REASON}"'


def set_field(field: str, *values: str) -> str:
    """Return the command that corrects `field` of FILE; without values its reader fills one in.

    Values are as a person types them for `orders correct --set`.
    """
    given = [shlex.quote(f"{field}={value}") for value in values if value]
    settings = " ".join(f"--set {one}" for one in given or [f'{field}="{VALUE}"'])
    return f'orders correct FILE {settings} --by "{NAME}"'


NOT_READ = frozenset(
    {
        FindingCode.EMPTY_FILE,
        FindingCode.BINARY_FILE,
        FindingCode.UNREADABLE_FILE,
        FindingCode.UNKNOWN_FORM,
        FindingCode.MISSING_PROGRAM,
        FindingCode.DAMAGED_FILE,
        FindingCode.ENCRYPTED_FILE,
        FindingCode.UNSAFE_ARCHIVE,
        FindingCode.WORDS_NOT_CONSERVED,
        FindingCode.CONVERSION_FAILED,
    }
)
"""Why a file became no order."""

KEPT_OFF = frozenset({FindingCode.HELD_BACK, FindingCode.SEALED})
"""Findings that keep an order off the site until its owner reviews it."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A message to a maintainer: which file, what is wrong, what to do next.

    `mend` is the command that does it, with FILE for the file: "orders correct FILE". `field` is
    the field of the order's description that may be wrong or missing; "" if it is about none.
    """

    path: str
    code: FindingCode
    message: str
    advice: str
    place: str = ""  # "page 3, line 12"
    mend: str = ""
    field: str = ""

    def command(self, file: str, by: str = "") -> str:
        """Return the command that fixes it, in shell syntax, or "" if there is none.

        `file` is the file's path; for an order's corrections, commands need the order. `by` is the
        name of the person who will run it, if it is known.
        """
        order = file
        if file.endswith((".yml", ".yaml")):  # those of a ZIP archive's order are in a folder
            order = file.rpartition(".")[0].replace(".corrections/", "/", 1)
        named = self.mend.replace(f'"{NAME}"', shlex.quote(by)) if by else self.mend
        order = f"./{order}" if order.startswith("-") else order  # else it is read as an option
        return named.replace("FILE", shlex.quote(order), 1)


class ArchiveError(Exception):
    """An error that ends the command; its message ends in what the user should do next."""

    exit_code = ExitCode.BAD_INPUT


class MissingExtraError(ArchiveError):
    """A requirement of `what` is not installed: it comes with one of the package's extras."""

    def __init__(self, what: str, extra: str) -> None:
        package = f"'orders-archive[{extra}]'"
        super().__init__(
            f"{what} needs more than is installed: pip install {package}, or with pipx: "
            f"pipx runpip orders-archive install {package}"
        )


@contextmanager
def require_extra(what: str, extra: str) -> Iterator[None]:
    """Raise MissingExtraError for an import within the block of a library that is not installed."""
    try:
        yield
    except ImportError as error:
        if (error.name or "").startswith("build_scripts"):
            raise
        raise MissingExtraError(what, extra) from error


class UnreadableOrderError(ArchiveError):
    """One raw order can't become a page; the finding gives the reason. The others go on."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.path}: {finding.message} {finding.advice}")
        self.finding = finding

    @classmethod
    def of(
        cls, path: str, message: str, advice: str, code: FindingCode = FindingCode.UNREADABLE_FILE
    ) -> "UnreadableOrderError":
        """Return the error with a finding of these words."""
        return cls(Finding(path, code, message, advice))


class WithheldOrderError(UnreadableOrderError):
    """An order's corrections file withholds it: nothing of it is published.

    `reason`, `by` and `date` are the file's entries, `shown` the fields that may still be
    published, `sha256` the digest of the file that it was written for; empty if not given.
    """

    def __init__(
        self,
        finding: Finding,
        reason: str = "",
        by: str = "",
        date: datetime.date | None = None,
        shown: tuple[str, ...] = (),
        sha256: str = "",
    ) -> None:
        super().__init__(finding)
        self.reason = reason
        self.by = by
        self.date = date
        self.shown = shown
        self.sha256 = sha256


class WordsLostError(ArchiveError):
    """Cleaning lost or invented words: the page is not made."""

    exit_code = ExitCode.WORDS_LOST


class SiteFailedError(ArchiveError):
    """MkDocs could not build the site."""

    exit_code = ExitCode.SITE_FAILED


class BuildRunningError(ArchiveError):
    """Another build of the archive is running, and its output must not be touched."""

    exit_code = ExitCode.BUSY


class LeakedWordsError(ArchiveError):
    """Words that are private or withheld are in a file of the site: it must not be published."""

    exit_code = ExitCode.LEAKED


class DuplicateOrderError(ArchiveError):
    """`orders add` got bytes that are in the archive already."""

    exit_code = ExitCode.DUPLICATE
