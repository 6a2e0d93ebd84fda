"""Dockets stored with papers of the RECAP archive: what each entry is, and when it was filed.

Two formats are read: the Internet Archive's `gov.uscourts.cand.123.docket.xml`, and JSON as
CourtListener's API and Juriscraper write it: a docket with its entries, each with its documents.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from build_scripts import api

Number = tuple[str, str]  # numbers of a document and its attachment: ("45", "0")
_PATTERNS = api.read_patterns(__package__, "dockets.toml")
_CODES = {"azb": "arb", "cofc": "uscfc", "neb": "nebraskab", "nysb-mega": "nysb"}
"""Courts whose code in PACER and GovInfo is not CourtListener's, by CourtListener's own mapping."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document on a docket."""

    date_filed: str = ""
    description: str = ""
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class Docket:
    """A docket: CourtListener's id of its court, its number in PACER and its number as printed."""

    court_id: str
    pacer_case: str
    number: str
    case_name: str
    entries: Mapping[Number, Entry] = field(default_factory=dict)

    def tell(self, number: Number) -> tuple[api.ExternalFacts, Entry]:
        """Return the docket's facts about a document, and its entry."""
        entry = self.entries.get(number, Entry())
        says = api.ExternalFacts(
            case_name=self.case_name,
            docket_numbers=(self.number,) if self.number else (),
            court_id=self.court_id,
            date_filed=entry.date_filed,
            document_number=write_number(number),
        )
        return says, entry


def read_court_code(code: str) -> str:
    """Return the court's id, or "" if no court has the code."""
    plain = code.strip().lower()
    court_id = _CODES.get(plain, plain)
    return court_id if api.find_known_court(court_id) else ""


def write_number(number: Number) -> str:
    """Return "45", or "45-1" for its first attachment, as stamps print it."""
    document, attachment = number
    return document if attachment in ("", "0") else f"{document}-{attachment}"


def tidy_case_name(name: str) -> str:
    """Return "Harbor Mills, Inc. v. Roe" for "Harbor Mills, Inc. v Roe et al"."""
    return _PATTERNS.VERSUS.sub("v.", _PATTERNS.ET_AL.sub("", " ".join(name.split())))


def read_docket(data: bytes) -> Docket | None:
    """Return the docket in a file's bytes, or None if they are none or name no court and case."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith(b"<"):
        return _read_xml(data)
    if not start.startswith(b"{"):
        return None
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return _read_json(read) if isinstance(read, dict) else None


def _read_xml(data: bytes) -> Docket | None:
    try:
        root = api.parse_xml(data, named_type=True)
    except api.UnreadableXmlError:
        return None
    details = root.find("case_details")
    if root.name != "gov_uscourts_docket" or details is None:
        return None
    entries = {}
    for document in root.list_all("document"):
        number = (
            document.attributes.get("doc_num", ""),
            document.attributes.get("attachment_num", "0"),
        )
        told = document.read_text("long_desc") or document.read_text("short_desc")
        entries[number] = Entry(_read_day(document.read_text("date_filed")), told)
    return Docket(
        read_court_code(details.read_text("court")),
        details.read_text("pacer_case_num"),
        details.read_text("docket_num"),
        tidy_case_name(details.read_text("case_name")),
        entries,
    )


def _read_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:  # 0000-00-00 if the day is not known
        return ""


def _read_json(read: api.JsonObject) -> Docket | None:
    listed = api.read_objects(read, "docket_entries")
    number = api.read_string(read, "docket_number")
    if not listed and not number:
        return None
    return Docket(
        read_docket_court(read),
        read_number(read, "pacer_case_id"),
        number,
        tidy_case_name(api.read_string(read, "case_name", "case_name_full")),
        dict(_iter_entries(listed)),
    )


def read_docket_court(read: api.JsonObject) -> str:
    """Return the court of a docket's object: its id, or the address that ends in it."""
    address = _PATTERNS.COURT_ADDRESS.fullmatch(api.read_string(read, "court"))
    return read_court_code(
        address["id"]
        if address
        else api.read_string(read, "court_id") or api.read_string(read, "court")
    )


def _iter_entries(listed: tuple[api.JsonObject, ...]) -> Iterator[tuple[Number, Entry]]:
    for one in listed:
        day, told = api.read_date(one, "date_filed"), api.read_string(one, "description")
        number = read_number(one, "document_number") or read_number(one, "entry_number")
        if number:
            yield (number, "0"), Entry(day, told)
        for document in (
            *api.read_objects(one, "recap_documents"),
            *api.read_objects(one, "attachments"),
        ):
            named = (
                read_number(document, "document_number") or number,
                read_number(document, "attachment_number") or "0",
            )
            own = api.read_string(document, "description", "short_description")
            sealed = document.get("is_sealed") is True
            yield named, Entry(day, told if named[1] == "0" and told else own, sealed)


def read_number(source: api.JsonObject, name: str) -> str:
    """Return the field, written as a number or as text, as digits, or "" if it has none."""
    value = source.get(name)
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return text.strip() if text.strip().isdecimal() else ""
