"""Notices of electronic filing, as courts' systems mail them: case, number and day of an entry,
written as claims next to the order that is here.

The rest of a notice is not read: it names people and their mail addresses, and its links open
documents for anyone who follows them.
"""

import email
import email.policy
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from build_scripts import api
from build_scripts.extensions.importing.dockets import read_court_code
from build_scripts.extensions.importing.items import Options
from build_scripts.extensions.importing.run import Report, read_note

_PATTERNS = api.read_patterns(__package__, "nef.toml")
_SEPARATOR = api.Pattern(
    rb"^From [^\n]*\n",
    re.MULTILINE,
    accepts=[b"From x@example.org Fri Mar  4 09:54:26 2031\n"],
    refuses=[b"From: x@example.org\n", b">From x\n"],
)
_HEAD = api.Pattern(
    rb"[A-Za-z][A-Za-z-]{1,60}:[ \t]?[^\n]",
    accepts=[b"Return-Path: <x@example.org>", b"Subject:Activity in Case"],
    refuses=[b"<p>This is", b"U.S. District Court"],
    by="match",
)


@dataclass(frozen=True, slots=True)
class Notice:
    """An entry of a docket; `court_id` is "" if the notice does not name the court."""

    court_id: str
    docket_number: str
    document_number: str
    date_filed: str  # ISO

    @property
    def shown(self) -> str:
        """Return its name in a report."""
        return f"{self.docket_number}, document {self.document_number}"


def read_notices(data: bytes) -> tuple[list[Notice], int]:
    """Read a mailbox (mbox), a mail, or a notice saved as text or HTML.

    Returns its notices, each once, and the count of messages without any.
    """
    notices: dict[Notice, None] = {}
    others = 0
    for message in _split(data):
        found = list(_read(*message))
        notices.update(dict.fromkeys(found))
        others += not found
    return list(notices), others


def _split(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the text of each message, and all that may name its court."""
    separators = list(_SEPARATOR.finditer(data)) if data.startswith(b"From ") else []
    if separators:
        ends = [each.start() for each in separators[1:]] + [len(data)]
        for each, end in zip(separators, ends, strict=True):
            yield _read_mail(data[each.end() : end])
    elif _HEAD.match(data.lstrip()):
        yield _read_mail(data)
    else:
        text = data.decode("utf-8", "replace")
        yield (_strip_markup(text) if "<" in text else text), text


def _read_mail(data: bytes) -> tuple[str, str]:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = message.get_body(("html", "plain")) if isinstance(message, EmailMessage) else None
    except (IndexError, RecursionError):  # a broken head, or parts in parts: no court writes these
        return "", ""
    heads = ((name.lower(), value) for name, value in message.raw_items())
    senders = " ".join(str(value) for name, value in heads if name in ("from", "message-id"))
    try:
        text = body.get_content() if body is not None else ""
    except (LookupError, ValueError):  # an unknown charset
        text = (body.get_payload(decode=True) or b"").decode("utf-8", "replace") if body else ""  # type: ignore[union-attr]
    is_html = body is not None and body.get_content_type() == "text/html"
    return (_strip_markup(text) if is_html else text), f"{text} {senders}"


def _strip_markup(text: str) -> str:
    if api.is_too_nested(text):
        return ""
    root = LexborHTMLParser(text).body
    return root.text(separator="\n") if root else ""


def _read(text: str, whole: str) -> Iterator[Notice]:
    """Yield a notice for each case; one filed in several cases names each with its own number."""
    filed = _PATTERNS.FILED.search(text)
    if not _PATTERNS.TITLE.search(text) or not filed:
        return
    try:
        day = date(int(filed["year"]), int(filed["month"]), int(filed["day"])).isoformat()
    except ValueError:
        return
    host = _PATTERNS.HOST.search(whole)
    court = read_court_code(host["court"]) if host else ""
    case = ""
    for row in _PATTERNS.ROW.finditer(text):
        value = row["value"]
        if row["name"].lower().startswith("case"):
            case = value
        elif case and value.isdecimal():
            yield Notice(court, case, value, day)
            case = ""


LARGEST = 1024 * 1024 * 1024  # bytes of a mailbox
_NOBODYS = "no order of this case with this number is here"


def read_mailbox(place: Path) -> tuple[list[Notice], int]:
    """Read a mailbox, a mail or a folder of mails, as `read_notices`. Raises ArchiveError."""
    notices: dict[Notice, None] = {}
    others = 0
    try:
        below = [file for file in sorted(place.rglob("*")) if not file.name.startswith(".")]
        for file in filter(Path.is_file, below) if place.is_dir() else (place,):
            if file.stat().st_size > LARGEST:
                raise api.ArchiveError(f"{file} has more than 1 GB. Split the mailbox.")
            found, rest = read_notices(file.read_bytes())
            notices.update(dict.fromkeys(found))
            others += rest
    except OSError as error:
        raise api.ArchiveError(api.describe_os_error(error)) from error
    return list(notices), others


def add_facts(
    folder: Path,
    orders: Sequence[api.Order],
    notices: Iterable[Notice],
    day: str,
    options: Options,
    report: Report,
) -> None:
    """Write each notice's facts next to the order of its case and number. `report` lists the
    notices whose order is not here: it may come. Raises OSError if the system refuses.
    """
    by_number: dict[str, list[tuple[api.DocketKey, api.Order]]] = {}
    for order in orders:
        for claim in order.description.docket_numbers:
            key = api.key_of_docket_number(claim.value)
            if key is not None and order.description.entry:
                by_number.setdefault(order.description.entry, []).append((key, order))
    for notice in notices:
        key, is_here = api.read_docket_key(notice.docket_number), False
        for known, order in by_number.get(notice.document_number, ()):
            court = order.description.court
            same = not court or not notice.court_id or court.value.court_id == notice.court_id
            if key is not None and same and key.agrees_with(known):
                is_here = True
                _add_facts(folder, order, notice, day, options, report)
        if not is_here:
            report.skipped.append((notice.shown, _NOBODYS))


def _add_facts(
    folder: Path, order: api.Order, notice: Notice, day: str, options: Options, report: Report
) -> None:
    path = order.source.path
    if not (folder / path).is_file():
        report.skipped.append((notice.shown, f"its order lies in a ZIP archive: {path}"))
        return
    says = api.ExternalFacts(
        court_id=notice.court_id,
        docket_numbers=(notice.docket_number,),
        date_filed=notice.date_filed,
        document_number=notice.document_number,
    )
    told = api.Origin(api.NOTICE, notice.shown, "", day, order.source.sha256, says=says)
    before = read_note(folder, path)
    if any((one.service, one.id) == (told.service, told.id) for one in before):
        report.known += 1
        return
    if not options.dry:
        api.write_provenance_file(folder, path, api.write_origins([*before, told]))
    report.added.append(path)
