"""The published state of each order, its proof, and the line that a build adds to the log.

A state is JSON without blanks, the leaf of a Merkle tree:

    {"address":"orders/…","original":"9f2c…","words":"77ab…","facts":"5df6…","salt":"03aa…"}

`original` is the SHA-256 of the original as the site offers it, "" if it offers none. `words` is
that of `text` in the order's JSON. `facts` is that of the JSON, without blanks and without members
named `confidence`, of an object with the members from the one after `url` to `correction`. The salt
depends on the archive's key: a state that is withheld later can't be guessed from the log.

A withheld order has a leaf too: of the JSON at its address, whose `text` is "", and whose only fact
is what its page shows. Leaves are sorted by the SHA-256 of their addresses. Their digests are
published in tiles, so that an order's own data do not change with other orders.
"""

import datetime
import hmac
import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import chain
from typing import Any

import msgspec

from build_scripts.archive.storage.publication_log import OwnLog
from build_scripts.model.address_ledger import FormerAddress
from build_scripts.model.archive import Archive, ArchivedOrder
from build_scripts.model.order_extracts import digest_text
from build_scripts.model.page import DataFile, Keep, SiteChoices, make_anew
from build_scripts.model.publication_log import (
    COLUMNS,
    LogLine,
    Tile,
    cut_tiles,
    join_digests,
    make_checkpoint,
)
from build_scripts.site.data.json_lines import write_json_line
from build_scripts.site.data.record import present_facts

LOG, CHECKPOINT = "publication_log.csv", "publication_checkpoint.txt"
WITHHELD = "withheld.json"
"""The data at the address of an order that is withheld."""
MEMBER = "publication"
"""The member of an order's JSON that has what of its state no other member gives."""
TREE = "publication_tree"
"""The folder of the tiles, 0.bin and so on."""
ROOTS = f"{TREE}/roots.csv"
"""The root of each tile, and the SHA-256 of the address of its first leaf."""
_SALT = 32  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Publication:
    """The log with the line of this build, if it added one, and the tiles of all states."""

    log: OwnLog
    is_new: bool
    origin: str
    states: Mapping[str, dict[str, str]]  # of orders, withheld ones too, by their addresses
    tiles: tuple[Tile, ...]
    withheld: tuple[dict[str, Any], ...]  # the JSON of these, without `present`

    def present(self, address: str) -> dict[str, Any]:
        """Return the member of an order's JSON which with the others gives its state."""
        state = self.states[address]
        return {MEMBER: {"original": state["original"], "salt": state["salt"]}}

    def list_files(self) -> Iterator[DataFile]:
        """Yield the files of the site: the log, without the key, its checkpoint, the tiles, and the
        JSON of each withheld order.
        """
        for order in self.withheld:
            whole = {**order, **self.present(order["address"])}
            yield DataFile(f"{order['address']}/{WITHHELD}", partial(write_json_line, whole))
        for number, tile in enumerate(self.tiles):
            yield DataFile(f"{TREE}/{number}.bin", partial(b"".join, tile.digests))
        roots = "".join(f"{tile.first},{tile.root.hex()}\n" for tile in self.tiles)
        yield DataFile(ROOTS, f"first,root\n{roots}".encode)
        if self.log.lines:
            yield DataFile(LOG, lambda: write_lines(self.log.lines))
            checkpoint = make_checkpoint(self.origin, self.log.lines)
            yield DataFile(CHECKPOINT, checkpoint.text.encode)


def write_lines(lines: tuple[LogLine, ...]) -> bytes:
    """Return the log as a site has it."""
    return "".join([f"{','.join(COLUMNS)}\n", *(line.text for line in lines)]).encode()


def publish_states(
    archive: Archive,
    log: OwnLog,
    today: datetime.date,
    choices: SiteChoices,
    digest_original: Callable[[ArchivedOrder], str],
    keep: Keep = make_anew,
) -> Publication:
    """Return the archive's states, and the log with a line of `today` if they changed since its
    last line; a line is never older than the one before it. `digest_original` returns the SHA-256
    of an order's original as the site offers it, "" if it offers none.
    """
    key = log.key or secrets.token_hex(_SALT // 2)
    origin = choices.site_url.partition("://")[2].rstrip("/") or choices.site_name
    former = (one for one in archive.former_addresses if one.tombstone)
    withheld = tuple(_present_withheld(one, choices.site_url) for one in former)
    found_states = chain(
        (_find_state(one, digest_original, keep) for one in archive.orders),
        (_read_digests(one, "") for one in withheld),
    )
    states = {state["address"]: _salt(state, key) for state in found_states}
    tiles = tuple(cut_tiles({address: write_state(state) for address, state in states.items()}))
    found = len(archive.orders), len(withheld), join_digests([tile.root for tile in tiles]).hex()
    last = log.lines[-1] if log.lines else None
    is_new = (last.orders, last.withheld, last.root) != found if last else bool(states)
    if is_new:
        number, day = (last.number, max(today, last.date)) if last else (0, today)
        line = LogLine(number + 1, day, *found, last.digest if last else "")
        log = OwnLog((*log.lines, line), key)
    return Publication(log, is_new, origin, states, tiles, withheld)


def read_state(published: Mapping[str, Any]) -> dict[str, str]:
    """Return an order's state by its JSON. Raise as a missing or wrong member of it does."""
    own = published[MEMBER]
    return {**_read_digests(published, own["original"]), "salt": own["salt"]}


def write_state(value: object) -> bytes:
    """Return a state, the leaf of the tree, as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def _present_withheld(former: FormerAddress, site_url: str) -> dict[str, Any]:
    shown = {"withheld": msgspec.to_builtins(former.tombstone), "correction": None, "text": ""}
    url = f"{site_url.rstrip('/')}/{former.address}/" if site_url else None
    return {"address": former.address, "url": url, **shown}


def _read_digests(published: Mapping[str, Any], original: str) -> dict[str, str]:
    names = [*published]
    facts = names[names.index("url") + 1 : names.index("correction") + 1]
    said = {name: published[name] for name in facts}
    return _digest(published["address"], original, digest_text(published["text"]), said)


def _find_state(
    archived: ArchivedOrder, digest_original: Callable[[ArchivedOrder], str], keep: Keep
) -> dict[str, str]:
    def find() -> dict[str, str]:
        own = archived.alone
        words, facts = own.order.extracts.text_sha256, present_facts(own)
        return _digest(own.address, digest_original(own), words, facts)

    return keep(f"{archived.address}/state", lambda: archived.identity, dict[str, str], find)


def _digest(address: str, original: str, words: str, facts: Mapping[str, Any]) -> dict[str, str]:
    known = sha256(write_state(_drop_confidence(facts))).hexdigest()
    return {"address": address, "original": original, "words": words, "facts": known}


def _drop_confidence(value: Any) -> Any:
    """Leave out what a value's reading is worth: no fact, and written otherwise by JavaScript."""
    if isinstance(value, Mapping):
        return {k: _drop_confidence(one) for k, one in value.items() if k != "confidence"}
    return [_drop_confidence(one) for one in value] if isinstance(value, list) else value


def _salt(state: dict[str, str], key: str) -> dict[str, str]:
    salt = hmac.new(key.encode(), write_state(state), "sha256").hexdigest()[:_SALT]
    return {**state, "salt": salt}
