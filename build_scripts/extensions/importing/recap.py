"""Papers of the RECAP archive, named as by its extension and the Internet Archive.

`gov.uscourts.cand.123.45.1.pdf`: PACER's court and case, document, attachment. The docket in the
same folder describes each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from build_scripts import api
from build_scripts.extensions.importing.dockets import (
    Docket,
    read_court_code,
    read_docket,
    write_number,
)
from build_scripts.extensions.importing.folder import iter_files
from build_scripts.extensions.importing.items import Candidate, Listed, PassedOver

SERVICE = "RECAP"
ATTACHMENT = "an attachment; --attachments takes those too"
SEALED = "the docket says that it is sealed"
_PATTERNS = api.read_patterns(__package__, "recap.toml")


@dataclass(frozen=True, slots=True)
class _Paper:
    raw: api.RawOrder
    court: str  # PACER's
    case: str
    number: tuple[str, str]


def list_recap(place: Path, attachments: bool = False) -> Iterator[Listed]:
    """Yield the papers of a folder, or of a ZIP archive, with their facts from the dockets there;
    attachments only if asked for. Raises UnreadableOrderError if a file is no ZIP archive.
    """
    papers: list[_Paper] = []
    dockets: dict[tuple[str, str], Docket] = {}
    for raw in iter_files(place) if place.is_dir() else _iter_archive(place):
        if isinstance(raw, PassedOver):
            yield raw
            continue
        name = PurePosixPath(raw.path).name
        if paper := _PATTERNS.PAPER.fullmatch(name):
            court, case = paper["court"].lower(), paper["case"]
            papers.append(_Paper(raw, court, case, (paper["document"], paper["attachment"])))
        elif docket := _find_docket(raw):
            dockets.setdefault(*docket)
        else:
            yield PassedOver(raw.path, "neither a paper of RECAP by its name, nor a docket")
    for one in sorted(papers, key=lambda one: (one.court, int(one.case), *map(int, one.number))):
        yield _list_paper(one, dockets.get((read_court_code(one.court), one.case)), attachments)


def _iter_archive(place: Path) -> Iterator[api.RawOrder | PassedOver]:
    raw = api.read_loose_file(place)
    expansion = api.expand_archive(raw)
    if expansion.orders == (raw,):
        raise api.UnreadableOrderError.of(
            raw.path, "It is no ZIP archive.", "Name a folder, or a ZIP."
        )
    yield from expansion.orders
    yield from (PassedOver(one.path, one.message) for one in expansion.findings)


def _find_docket(raw: api.RawOrder) -> tuple[tuple[str, str], Docket] | None:
    """Return a file's docket with its court and case (or those of the file's name), or None."""
    docket = read_docket(raw.data)
    if docket is None:
        return None
    named = _PATTERNS.DOCKET.match(PurePosixPath(raw.path).name)
    court = docket.court_id or (read_court_code(named["court"]) if named else "")
    return (court, docket.pacer_case or (named["case"] if named else "")), docket


def _list_paper(one: _Paper, docket: Docket | None, attachments: bool) -> Listed:
    document, attachment = one.number
    if attachment != "0" and not attachments:
        return PassedOver(one.raw.path, ATTACHMENT)
    known = docket or Docket(read_court_code(one.court), one.case, "", "")
    says, entry = known.tell((str(int(document)), str(int(attachment))))
    if entry.is_sealed:
        return PassedOver(one.raw.path, SEALED)
    key = f"gov.uscourts.{one.court}.{one.case}.{write_number(one.number)}"
    name = f"gov.uscourts.{one.court}.{one.case}.{document}.{attachment}.pdf"
    origin = api.Origin(SERVICE, key, description=entry.description, says=says)
    return Candidate(key, name, origin, partial(getattr, one.raw, "data"), True, label=one.raw.path)
