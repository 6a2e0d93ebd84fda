"""Notices of electronic filing, as courts' systems mail them: case, number and day of an entry.

The rest of a notice is not read: it names people and their mail addresses, and its links open
documents for anyone who follows them.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage

from selectolax.lexbor import LexborHTMLParser

from build_scripts import api
from build_scripts.extensions.importing.dockets import read_court_code

_PATTERNS = api.read_patterns(__package__, "notices.toml")
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
