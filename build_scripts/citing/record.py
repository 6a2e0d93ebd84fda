"""The record of the case itself by docket entry: "Dkt. No. 7", "[328][329]"."""

import re
from collections.abc import Iterator

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import PIN
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "record.toml", pin=PIN)


def find_record_entries(text: str) -> list[Mention]:
    """Return one mention for each cited entry; the first of a list includes its "ECF Nos."."""
    found: list[Mention] = []
    for match in _PATTERNS.CITED_ENTRY.finditer(text):
        # "ECF No. 1, ECF No. 2" was read as one list already
        if _is_entry(match) and not (found and match.start() < found[-1].end):
            found += _read_entries(text, match)
    found += _find_bracketed(text)
    found += _find_bracketed_pins(text)
    for match in _PATTERNS.HASHED.finditer(text):
        found.append(_entry_mention(match.start("sign"), match.end("entry"), match["entry"]))
    return found


def _is_entry(match: re.Match[str]) -> bool:
    system, word = match["system"].lower(), match["word"]
    if match["first"].startswith("0"):
        return False
    if system in ("docket", "document", "doc", "paper", "filing", "d.e.", "de") and not word:
        return system in ("de", "d.e.", "filing") and match["system"] not in ("de", "filing")
    return True


def _read_entries(text: str, match: re.Match[str]) -> Iterator[Mention]:
    begin, start, end = match.start(), match.start("first"), match.end("first")
    entry = ""
    while True:
        printed = text[start:end].replace("–", "-")
        # "19798-1, -2": the second attachment of the same entry
        entry = f"{entry.partition('-')[0]}{printed}" if printed.startswith("-") else printed
        if second := _split_range(text, match["word"] or match["system"], start, end):
            yield _entry_mention(begin, second - 1, text[start : second - 1])
            begin = start = second
            entry = text[start:end]
        more = _PATTERNS.MORE.match(text, end)
        tail = _PATTERNS.TAIL.match(text, end)
        pin = None
        if more is None and match["bracket"] and text[end : end + 1] == "]":
            end += 1  # "Doc. No. [55]"
        elif more is None and tail:
            end, pin = tail.end(), tail["pin"]
            more = _PATTERNS.MORE.match(text, end) if pin is None else None
        yield _entry_mention(begin, end, entry, pin)
        if more is None:
            return
        begin = start = more.start("entry")
        end = more.end("entry")


def _split_range(text: str, word: str, start: int, end: int) -> int | None:
    """Return where the second number of "Dkt. Nos. 169-170" begins; "No. 12-1" is an attachment."""
    match = _PATTERNS.RANGE.fullmatch(text, start, end)
    if match is None or not word.lower().rstrip(".").endswith("s"):
        return None
    first, last = match["first"], match["last"]
    if len(first) != len(last) or not 0 < int(last) - int(first) <= 40:
        return None
    return match.start("last")


def _find_bracketed(text: str) -> Iterator[Mention]:
    """Yield entries in brackets after words of the record, or after such brackets.

    A bracketed number in a quotation ("473 U.S. [159]") follows no such words.
    """
    last_end = -1
    for match in _PATTERNS.BRACKETED.finditer(text):
        named = not text[match.start() + 1].isdigit()
        near = text[max(0, match.start() - 90) : match.start()]
        near = near[near.rfind("\n") + 1 :]
        in_row = 0 <= match.start() - last_end <= 6 and last_end >= 0
        pin = _PATTERNS.PIN_AFTER.match(text, match.end())
        pinned = pin and not _PATTERNS.REPORTER_BEFORE.search(near)
        of_record = _PATTERNS.RECORD_WORDS.search(near) or _PATTERNS.ASKED_FOR.search(near)
        if not (named or in_row or pinned or of_record):
            continue
        if re.search(r"(?:\d\s|[A-Za-z]\.\s?|n\.\s?)$", near) and not (named or in_row or pinned):
            continue
        last_end = match.end()
        numbers = list(re.finditer(r"\d{1,4}(?:-\d{1,3})?", match["list"]))
        offset = match.start("list")
        for number in numbers:
            yield _entry_mention(offset + number.start(), offset + number.end(), number[0])


def _find_bracketed_pins(text: str) -> Iterator[Mention]:
    for match in _PATTERNS.BRACKETED_PINS.finditer(text):
        for each in _PATTERNS.EACH_WITH_PIN.finditer(match.string, *match.span("list")):
            yield _entry_mention(*each.span(), each["entry"], each["pin"])


def _entry_mention(start: int, end: int, entry: str, pin: str | None = None) -> Mention:
    pin = pin.strip() if pin else None
    form = f"Dkt. No. {entry}"
    return Mention(CitationKind.RECORD, start, end, form, pin_cite=pin, entries=(entry,))
