"""Files at addresses that the owner lists: one request each, one after the other."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from build_scripts import api
from build_scripts.extensions.importing.items import (
    Candidate,
    Listed,
    PassedOver,
    Session,
    name_file,
)

_PATTERNS = api.read_patterns(__package__, "addresses.toml")
SERVICE = "address"
FOLLOWS = 5
BETWEEN = 1.0  # seconds from one request to the next


def list_addresses(lines: Sequence[str], session: Session) -> Iterator[Listed]:
    """Yield the file at each address, once; blank lines and lines that begin with # are ignored.

    An address that is neither https nor of this machine is skipped.
    """
    for address in dict.fromkeys(line.strip() for line in lines):
        if not address or address.startswith("#"):
            continue
        if not api.is_safe(address):
            yield PassedOver(without_secrets(address), "only https is asked, without a password")
            continue
        key = without_secrets(address)
        yield Candidate(
            key,
            name_file(PurePosixPath(urlsplit(address).path).name),
            api.Origin(SERVICE, key, key),
            partial(fetch_file, address, session.pacing),
        )


def fetch_file(address: str, pacing: api.Pacing) -> bytes:
    """Fetch a file, after a pause. Raises ServiceError, for one larger than an order may be too."""
    pacing.sleep(BETWEEN)
    parts = urlsplit(address)
    host = api.Host(f"{parts.scheme}://{parts.netloc}", follows=FOLLOWS)
    reply = api.ask_patiently(
        lambda: api.send(host, address, {"Accept": "*/*"}, largest=api.LARGEST_ORDER),
        host.address,
        pacing,
    )
    return reply.data


def without_secrets(address: str) -> str:
    """Return an address that may be kept: without passwords, and without keys in its query."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "an address that can't be read"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = parts.query
    if any(_PATTERNS.SECRET.search(name) for name, _ in pairs):
        query = urlencode([pair for pair in pairs if not _PATTERNS.SECRET.search(pair[0])])
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, query, ""))
