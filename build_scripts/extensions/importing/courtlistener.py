"""Orders from CourtListener: opinions, and papers of RECAP that are available.

One search lists twenty, with court, case, number, day, and the place of the file. Files come from
its storage, which its limits do not count. A paper without a file there comes as the data of the
API, which the archive reads as an order. As documented at
https://wiki.free.law/c/courtlistener/help/api/rest/v4/overview.
"""

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from build_scripts import api
from build_scripts.extensions.importing.addresses import fetch_file
from build_scripts.extensions.importing.dockets import read_docket_court, read_number, write_number
from build_scripts.extensions.importing.items import (
    Candidate,
    Listed,
    PassedOver,
    Session,
    name_file,
)

if TYPE_CHECKING:
    from build_scripts.extensions.importing.courtlistener_client import Client

SERVICE = "CourtListener"
OVERLAP = 60  # days: papers that arrive late are listed again
_STATUSES = "Published Unpublished Errata Separate In-chambers Relating-to Unknown".split()
_PATTERNS = api.read_patterns(__package__, "courtlistener.toml")
_RULINGS = (
    "order OR opinion OR judgment OR ruling OR decision OR decree OR memorandum OR findings OR "
    "mandate OR recommendation"
)
NO_RULING = "its docket entry tells of no ruling; --all takes it too"
NO_FILE = "it has no file there, and no name of one that can be asked for"
NO_ID = "the service's answer names no id of it"


@dataclass(frozen=True, slots=True)
class Wish:
    """A request to CourtListener: a docket, the decisions of a court or a judge, or a citation."""

    docket: int | None = None
    court: str = ""
    judge: str = ""
    since: datetime.date | None = None
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """CourtListener as a source: the client, where files are, what is taken besides rulings."""

    client: "Client"
    session: Session
    storage: str
    any_entry: bool = False
    attachments: bool = False


def list_wish(source: Source, wish: Wish) -> Iterator[Listed]:
    """Return the papers that CourtListener has for a wish. Raises ServiceError, ArchiveError."""
    if wish.docket is not None:
        return _list_docket(source, wish.docket)
    return _list_citation(source, wish.citation) if wish.citation else _list_court(source, wish)


# one docket


def _list_docket(source: Source, number: int) -> Iterator[Listed]:
    docket = source.client.fetch("dockets", number)
    facts = api.ExternalFacts(
        case_name=api.read_string(docket, "case_name", "case_name_full"),
        docket_numbers=_list_number(api.read_string(docket, "docket_number")),
        court_id=read_docket_court(docket),
    )
    if docket.get("clusters"):
        query = f"opinions of docket {number}"
        for page in _turn_pages(
            source, "opinion_search", _ask_opinions(q=f"docket_id:{number}"), query
        ):
            yield from (_list_opinion(source, one) for one in page)
    yield from _list_papers(source, number, facts, _ask_papers(source))


def _ask_papers(source: Source, **filters: Any) -> dict[str, Any]:
    rulings = f"(description:({_RULINGS}) OR short_description:({_RULINGS}))"
    words = {} if source.any_entry else {"q": rulings}
    return {"available_only": True, **words, **filters}


def _list_papers(
    source: Source, docket: int, facts: api.ExternalFacts, filters: dict[str, Any]
) -> Iterator[Listed]:
    asked = " AND ".join(filter(None, (f"docket_id:{docket}", filters.get("q", ""))))
    filters = {**filters, "q": asked, "order_by": "entry_date_filed asc"}
    named = " ".join(f"{name}={value}" for name, value in sorted(filters.items()))
    for page in _turn_pages(source, "recap_document_search", filters, f"papers {named}"):
        yield from (_list_paper(source, one, facts) for one in page)


def _list_paper(source: Source, paper: api.JsonObject, facts: api.ExternalFacts) -> Listed:
    number = read_number(paper, "id")
    shown = f"{', '.join(facts.docket_numbers)} document {read_number(paper, 'document_number')}"
    if not number:
        return PassedOver(shown, NO_ID)
    key = f"recap-document {number}"
    attachment = read_number(paper, "attachment_number") or "0"
    told = api.read_string(paper, "description")
    short = api.read_string(paper, "short_description")
    if attachment != "0" and not source.attachments:
        return PassedOver(key, "an attachment; --attachments takes those too")
    if paper.get("is_sealed") is True:
        return PassedOver(key, "CourtListener says that it is sealed")
    if not source.any_entry and not _PATTERNS.RULING.search(
        _PATTERNS.IN_BRACKETS.sub("", f"{told} {short}")
    ):
        return PassedOver(key, NO_RULING)
    address = _find_file(source, api.read_string(paper, "filepath_local"))
    if not address:
        return PassedOver(key, NO_FILE)
    says = replace(
        facts,
        date_filed=api.read_date(paper, "entry_date_filed"),
        document_number=write_number((read_number(paper, "document_number"), attachment)),
    )
    return Candidate(
        key,
        name_file(PurePosixPath(address).name),
        api.Origin(SERVICE, key, address, description=told or short, says=says),
        partial(fetch_file, address, source.session.pacing),
    )


# decisions of a court, or a judge


def _list_court(source: Source, wish: Wish) -> Iterator[Listed]:
    court = {"court": wish.court} if wish.court else {}
    named = f"court {wish.court} judge {wish.judge} since {wish.since}"
    query = f"opinions {named}"
    filters = _ask_opinions(**court)
    if wish.judge:
        filters["judge"] = wish.judge
    if since := source.session.find_start(query, wish.since, OVERLAP):
        filters["filed_after"] = since
    for page in _turn_pages(source, "opinion_search", filters, query):
        yield from (_list_opinion(source, one) for one in page)
    query = f"dockets {named}"
    filters = _ask_papers(source, **court)
    if wish.judge:
        filters["assigned_to"] = wish.judge
    if since := source.session.find_start(query, wish.since, OVERLAP):
        filters["entry_date_filed_after"] = since
    listing = {**filters, "order_by": "entry_date_filed asc"}
    for page in _turn_pages(source, "recap_search", listing, query):
        for docket in page:
            yield from _list_found(source, docket, filters)


def _list_found(
    source: Source, docket: api.JsonObject, filters: dict[str, Any]
) -> Iterator[Listed]:
    """Yield the papers of a docket that a search found: it lists three, and whether it has more."""
    facts = api.ExternalFacts(
        case_name=api.read_string(docket, "caseName", "case_name_full"),
        docket_numbers=_list_number(api.read_string(docket, "docketNumber")),
        court_id=read_docket_court(docket),
    )
    meta = docket.get("meta")
    more = docket.get("more_docs", meta.get("more_docs") if isinstance(meta, dict) else None)
    number = read_number(docket, "docket_id")
    if more and number:
        yield from _list_papers(source, int(number), facts, filters)
    else:
        yield from (
            _list_paper(source, one, facts) for one in api.read_objects(docket, "recap_documents")
        )


# opinions


def _ask_opinions(**filters: Any) -> dict[str, Any]:
    statuses = {f"stat_{name}": True for name in _STATUSES}
    return {**statuses, "order_by": "dateFiled asc", **filters}


def _list_citation(source: Source, citation: str) -> Iterator[Listed]:
    wanted = _fold(citation)
    found = False
    filters = _ask_opinions(citation=f'"{citation}"')
    for page in _turn_pages(source, "opinion_search", filters, f"citation {wanted}"):
        for one in page:
            if wanted in map(_fold, api.read_strings(one, "citation")):
                found = True
                yield _list_opinion(source, one)
    if not found:
        yield PassedOver(citation, "CourtListener has no opinion with this citation")


def _fold(citation: str) -> str:
    return "".join(citation.lower().split())


def _list_opinion(source: Source, cluster: api.JsonObject) -> Listed:
    """Return one decision: the file of its opinions if they have one, else their text."""
    number = read_number(cluster, "cluster_id")
    if not number:
        return PassedOver(api.read_string(cluster, "caseName") or "an opinion", NO_ID)
    key = f"cluster {number}"
    says = api.ExternalFacts(
        case_name=api.read_string(cluster, "caseName", "caseNameFull"),
        docket_numbers=_list_number(api.read_string(cluster, "docketNumber")),
        court_id=read_docket_court(cluster),
        date=api.read_date(cluster, "dateFiled"),
        judges=tuple(filter(None, map(str.strip, api.read_string(cluster, "judge").split(",")))),
        citations=api.read_strings(cluster, "citation"),
    )
    paths = {api.read_string(one, "local_path") for one in api.read_objects(cluster, "opinions")}
    address = _find_file(source, paths.pop()) if len(paths) == 1 else ""
    if address.lower().endswith(".pdf"):
        origin = api.Origin(SERVICE, key, address, says=says)
        fetch = partial(fetch_file, address, source.session.pacing)
        return Candidate(key, f"courtlistener-{number}.pdf", origin, fetch)
    path = api.read_string(cluster, "absolute_url")
    page = f"https://www.courtlistener.com{path}" if path.startswith("/opinion/") else ""
    origin = api.Origin(SERVICE, key, page, says=says)
    fetch = partial(_fetch_text, source.client, int(number), says)
    return Candidate(key, f"courtlistener-{number}.json", origin, fetch)


def _fetch_text(client: "Client", cluster: int, says: api.ExternalFacts) -> bytes:
    """Fetch the opinions of a decision as one object of the API, which is read as an order."""
    filters = {"cluster": cluster, "order_by": "id"}
    opinions = [one for page, _ in client.iterate_pages("opinions", filters) for one in page]
    if not opinions:
        raise api.GoneError("CourtListener has no text of its opinions")
    facts: Mapping[str, Any] = {
        "id": cluster,
        "case_name": says.case_name,
        "date_filed": says.date,
        "judges": ", ".join(says.judges),
        "docket": {"court_id": says.court_id, "docket_number": next(iter(says.docket_numbers), "")},
        "sub_opinions": opinions,
    }
    return json.dumps(facts, ensure_ascii=False, indent=1).encode(errors="replace")


# common to all


def _turn_pages(
    source: Source, kind: str, filters: dict[str, Any], query: str
) -> Iterator[Sequence[api.JsonObject]]:
    source.session.say(f"listing {query}")
    return source.session.turn_pages(query, partial(source.client.iterate_pages, kind, filters))


def _list_number(number: str) -> tuple[str, ...]:
    return (number,) if number else ()


def _find_file(source: Source, path: str) -> str:
    """Return the address of a file by its path in the storage, or "" if it is no path there."""
    plain = path and not path.startswith("/") and "://" not in path and ".." not in path
    return f"{source.storage.rstrip('/')}/{quote(path)}" if plain else ""
