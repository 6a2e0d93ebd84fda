"""Opinions of the United States courts from GovInfo: collection USCOURTS.

A list names the cases that changed since a day, up to a thousand a request. A case's MODS record
lists its opinions with their facts: court, docket number, the day of each, the text of the docket.
So a case takes one request, and each opinion one for its PDF. As documented at
https://github.com/usgpo/api and https://api.govinfo.gov/docs.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import quote, urlencode, urlsplit

from build_scripts import api
from build_scripts.extensions.importing.addresses import without_secrets
from build_scripts.extensions.importing.dockets import read_court_code, tidy_case_name
from build_scripts.extensions.importing.items import Candidate, Limits, Listed, PassedOver

SERVICE = "GovInfo"
SIGN_UP = "https://www.govinfo.gov/api-signup"
PAGE = 1000  # cases a request, the most
OVERLAP = 2  # days
FOLLOWS = 3
LARGEST_RECORD = 64 * 1024 * 1024  # bytes
_PATTERNS = api.read_patterns(__package__, "govinfo.toml")


@dataclass(frozen=True, slots=True)
class Source:
    """GovInfo as a source: the key, the server, the court, and the first day."""

    limits: Limits
    key: str
    server: str
    court: str
    since: datetime.date

    @property
    def host(self) -> api.Host:
        """Return the server of the requests."""
        return api.Host(self.server, self.key, "key", SIGN_UP, follows=FOLLOWS)

    def ask(self, address: str, accept: str, largest: int = LARGEST_RECORD) -> api.Reply:
        """Make a request as soon as the limits allow. Raises ServiceError."""
        heads = {"X-Api-Key": self.key, "Accept": accept}
        return self.limits.ask(partial(api.send, self.host, address, heads, largest=largest))


def list_opinions(source: Source) -> Iterator[Listed]:
    """Yield the opinions of each case that changed. Raises ServiceError."""
    query = f"USCOURTS court {source.court} since {source.since}"
    for page in source.limits.session.turn_pages(query, partial(_iterate_pages, source, query)):
        for package in page:
            yield from _list_package(source, package)


def _iterate_pages(
    source: Source, query: str, address: str
) -> Iterator[tuple[tuple[api.JsonObject, ...], str]]:
    """Yield the pages of cases from an address on, each with that of the next; see `turn_pages`."""
    address = address or _begin(source, query)
    passed: set[str] = set()
    while address:
        passed.add(address)
        source.limits.session.say(f"listing {query}")
        page = api.take_reply(source.host, source.ask(address, "application/json"))
        if not isinstance(page, dict) or not isinstance(page.get("packages"), list):
            raise api.WrongAnswerError(
                "GovInfo's answer lists no packages, as its documentation says. Look whether this "
                "program is up to date; what came before is kept."
            )
        address = _find_next(source, page)
        yield api.read_objects(page, "packages"), "" if address in passed else address
        if address in passed:
            raise api.WrongAnswerError(
                "GovInfo's list leads back to a page of it that was read: it has no end. Run the "
                "command again later; what came before is kept."
            )


def _begin(source: Source, query: str) -> str:
    """Return the first page: changes since a day, or since shortly before the last full list."""
    since = source.limits.session.find_start(query, source.since, OVERLAP)
    asked = urlencode({"offsetMark": "*", "pageSize": PAGE, "courtCode": source.court})
    return f"{source.server}/collections/USCOURTS/{since}T00:00:00Z?{asked}"


def _find_next(source: Source, page: api.JsonObject) -> str:
    """Return the next page's address, at the configured server, and without anyone's key."""
    following = api.read_string(page, "nextPage")
    if not following:
        return ""
    parts = urlsplit(without_secrets(following))
    return f"{source.server}{parts.path}?{parts.query}"


def _list_package(source: Source, package: api.JsonObject) -> Iterator[Listed]:
    """Yield a case's opinions; one whose record did not change since they came is not requested."""
    name = api.read_string(package, "packageId")
    if not _PATTERNS.PACKAGE.fullmatch(name):
        yield PassedOver(name or "a case", "the service's answer names no id of it")
        return
    session, journal = source.limits.session, source.limits.session.journal
    key = f"package {name} {api.read_string(package, 'lastModified')}"
    if key in journal.done and not session.options.again:
        return
    try:
        record = source.ask(f"{source.server}/packages/{quote(name)}/mods", "application/xml").data
        listed = list(_read_record(source, name, api.parse_xml(record)))
    except (api.GoneError, api.UnreadableXmlError) as error:
        journal.fail(key)
        yield PassedOver(name, f"its record can't be read: {error}")
        return
    yield from listed
    if not any(one.key in journal.failed for one in listed):
        journal.record_outcome(key, "listed")


def _read_record(source: Source, package: str, record: api.Element) -> Iterator[Listed]:
    """Yield the opinions of a MODS record: https://www.loc.gov/standards/mods/."""
    named = _PATTERNS.PACKAGE.fullmatch(package)
    extensions = _children(record, "extension")
    about = next((one for one in extensions if any(_children(one, "courtCode"))), None)
    code = _read(about, "courtCode") or (named["court"] if named else "")
    number = _read(about, "caseNumber")
    if named and not number:  # "3:31-cv-00123" is 3_31-cv-00123 in a package's id
        number = named["number"].replace("_", ":", 1)
    title = next((_read(one, "title") for one in _children(record, "titleInfo")), "")
    title = tidy_case_name(_PATTERNS.OWN_NUMBER.sub("", title))
    facts = api.ExternalFacts(
        case_name=api.to_normal_case(title, "") if api.is_capitals(title) else title,
        docket_numbers=(number,) if number else (),
        court_id=read_court_code(code),
    )
    for item in _children(record, "relatedItem"):
        if item.attributes.get("type") != "constituent":
            continue
        told = list(_children(item, "extension"))
        granule = next(filter(None, (_read(one, "accessId") for one in told)), "")
        granule = granule or item.attributes.get("ID", "").removeprefix("id-")
        if not _PATTERNS.GRANULE.fullmatch(granule):
            yield PassedOver(
                f"{package}: {granule or 'an opinion'}", "its record names no id of it"
            )
            continue
        day = next((_read(one, "dateIssued") for one in _children(item, "originInfo")), "")
        if day and day < source.since.isoformat():
            continue
        text = next(filter(None, (_read(one, "docketText") for one in told)), "")
        says = replace(facts, date_filed=day[:10])
        page = f"https://www.govinfo.gov/app/details/{package}/{granule}"
        origin = api.Origin(SERVICE, granule, page, description=text, says=says)
        address = f"{source.server}/packages/{quote(package)}/granules/{quote(granule)}/pdf"
        yield Candidate(granule, f"{granule}.pdf", origin, partial(_fetch, source, address))


def _fetch(source: Source, address: str) -> bytes:
    return source.ask(address, "application/pdf", api.LARGEST_ORDER).data


def _children(element: api.Element, name: str) -> Iterator[api.Element]:
    elements = element.list_elements()
    return (each for each in elements if each.name.rpartition(":")[2] == name)


def _read(element: api.Element | None, name: str) -> str:
    """Return the text of a child, or "" if there is none."""
    found = next(_children(element, name), None) if element else None
    return found.read_text() if found else ""
