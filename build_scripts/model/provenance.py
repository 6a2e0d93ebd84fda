"""The source of an order's file, and that service's facts on it: `FILE.source.json`.

    {"sources": [{"service": "CourtListener", "id": "recap-document 45", "address": "https://…",
      "fetched": "2031-03-04", "sha256": "…", "description": "ORDER granting …",
      "says": {"court_id": "cand", "docket_numbers": ["3:31-cv-00123"], "document_number": "45"}}]}

Written by `orders import`, kept next to the order, and never published as a file. The first source
gave the file; others describe it, as notices of electronic filing do. What is empty is left out.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlsplit

from build_scripts.model.source_text import ExternalFacts

LARGEST = 1024 * 1024  # bytes
NOTICE = "notice of electronic filing"  # a service that gives no file
_STRINGS = ("service", "id", "address", "fetched", "sha256", "description")
NOTHING_SAID = ExternalFacts()
_LISTS = frozenset({"docket_numbers", "judges", "citations"})


@dataclass(frozen=True, slots=True)
class Origin:
    """One source of a file: its service, its name there, its address, the day it was fetched.

    `sha256` is that of the file that it describes. `description` is the docket's own text on it.
    """

    service: str
    id: str
    address: str = ""
    fetched: str = ""  # ISO: 2031-03-04
    sha256: str = ""
    description: str = ""
    says: ExternalFacts = NOTHING_SAID

    @property
    def giver(self) -> str:
        """Return the giver of the file for readers: a service, a site; "" for a folder."""
        try:
            site = urlsplit(self.address).hostname or ""
        except ValueError:
            site = ""
        return {"address": site, "folder": "", NOTICE: ""}.get(self.service, self.service)


def read_origins(data: bytes) -> tuple[Origin, ...]:
    """Read the sources of a file. Raise ValueError, with the fault, for anything else."""
    try:
        read = json.loads(data)
    except RecursionError:
        raise ValueError("it is nested too deep") from None
    sources = read.get("sources") if isinstance(read, dict) else None
    if not isinstance(sources, list) or not sources:
        raise ValueError("it lists no sources")
    return tuple(map(_read_origin, sources))


def write_origins(origins: Sequence[Origin]) -> bytes:
    """Write what `read_origins` reads, for people to read; what is empty is left out."""
    sources = [
        {name: getattr(origin, name) for name in _STRINGS if getattr(origin, name)}
        | {"says": _list_facts(origin.says)}
        for origin in origins
    ]
    return f"{json.dumps({'sources': sources}, ensure_ascii=False, indent=2)}\n".encode(
        errors="replace"
    )


def join_facts(own: ExternalFacts, origins: Sequence[Origin]) -> ExternalFacts:
    """Return the facts that come with the file, completed by its sources' facts."""
    facts = _list_facts(own)
    for origin in origins:
        facts = _list_facts(origin.says) | facts
    return ExternalFacts(**facts)


def _list_facts(says: ExternalFacts) -> dict[str, Any]:
    return {
        each.name: getattr(says, each.name)
        for each in fields(ExternalFacts)
        if getattr(says, each.name)
    }


def _read_origin(source: object) -> Origin:
    if not isinstance(source, dict):
        raise ValueError("a source is no object")
    strings = {name: _read_text(source, name) for name in _STRINGS}
    if not strings["service"]:
        raise ValueError("a source names no service")
    says = source.get("says", {})
    if not isinstance(says, dict):
        raise ValueError("says is no object")
    return Origin(**strings, says=_read_facts(says))


def _read_facts(says: dict[str, object]) -> ExternalFacts:
    known = {each.name for each in fields(ExternalFacts)}
    if unknown := sorted(says.keys() - known):
        raise ValueError(f"says has no {unknown[0]}")
    read: dict[str, Any] = {
        name: _read_list(says, name) if name in _LISTS else _read_text(says, name) for name in says
    }
    return ExternalFacts(**read)


def _read_text(source: dict[str, object], name: str) -> str:
    value = source.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text")
    return value


def _read_list(source: dict[str, object], name: str) -> tuple[str, ...]:
    value = source[name]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"{name} is no list of texts")
    return tuple(value)
