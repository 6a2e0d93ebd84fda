"""A site as a whole: its orders, its search, its data files, each read on first use."""

import csv
import io
import json
import re
from functools import cached_property, lru_cache
from typing import Any

from build_scripts.problems import ExitCode
from build_scripts.search.published import FORMAT
from build_scripts.site.data_writer import AUTHORITIES
from build_scripts.site.database_file import MANIFEST
from build_scripts.site.published.order_page import PublishedPage, read_order_page
from build_scripts.site.published.site_files import MissingFileError, SiteError, SiteFiles, unpack
from build_scripts.site.search_engine import SearchEngine

_ORDER_PARTS = 4
"""Parts of an order's address: "orders", court, docket number, day and title."""

_MOST_LISTED = 6


class UnknownOrderError(SiteError):
    """No order, or more than one, has that name."""

    exit_code = ExitCode.BAD_INPUT


class PublishedSite:
    """The content of a built site; each of its `files` is read once."""

    def __init__(self, files: SiteFiles) -> None:
        self._files = files
        self.place = files.place
        self.load_order = lru_cache(maxsize=64)(self._load_order)

    def renew(self) -> "PublishedSite":
        """Return this site, or the newly opened one if another was published in its place."""
        try:
            files = self._files.reopen()
            now = files.load(MANIFEST)
        except (
            SiteError
        ):  # it is being published, or can't be reached: keep answering from the files already read
            return self
        return self if now == self._read_manifest else PublishedSite(files)

    @cached_property
    def _read_manifest(self) -> bytes:
        return self._files.load(MANIFEST)

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """Return the search's manifest. Raises SiteError if this program did not build the site."""
        try:
            manifest = json.loads(self._read_manifest)
            known = manifest["format"] == FORMAT
        except MissingFileError:
            raise SiteError(
                f"{self._files.place} is no archive's site: it has no {MANIFEST}."
            ) from None
        except (ValueError, LookupError, TypeError) as error:
            raise SiteError(f"{self._files.place}{MANIFEST} can't be read: {error}.") from error
        if not known:
            raise SiteError(f"{self._files.place} was built by another version of this program.")
        return dict(manifest)

    @cached_property
    def search(self) -> SearchEngine:
        """Return the search; its first use reads the whole database: some 5 kB an order."""
        return SearchEngine(self.manifest, self._files.load)

    @cached_property
    def rulings(self) -> tuple[dict[str, str], ...]:
        """Return the rows of rulings.csv."""
        return _read_rows(self._load_packed("rulings.csv").decode("utf-8", "replace"))

    @cached_property
    def authorities(self) -> tuple[dict[str, Any], ...]:
        """Return the objects of authorities.json."""
        return tuple(json.loads(self.load_authorities()))

    def load_authorities(self) -> bytes:
        """Return authorities.json as it is written. Raises SiteError."""
        return self._load_packed(AUTHORITIES)

    def load_text(self, path: str) -> str:
        """Return a text file's content. Raises SiteError."""
        return self._files.load(path).decode("utf-8", "replace")

    def _load_order(self, address: str) -> PublishedPage:
        return read_order_page(self._files.load(f"{address}/index.html"), address)

    def load_data(self, address: str) -> dict[str, Any]:
        """Return an order's JSON. Raises SiteError if there is none at the address."""
        try:
            return dict(json.loads(self._files.load(f"{address}/order.json")))
        except MissingFileError:  # in a compact archive, all of them are in one place
            _, court, _, name = address.split("/")
            year = name[:4] if name[:4].isdigit() else "undated"
            orders = json.loads(self._files.load(f"orders/{court}/{year}.json"))
            found = next((one for one in orders if one["address"] == address), None)
            if found is None:
                raise
            return dict(found)

    def find_order(self, named: str) -> str:
        """Return the address of the order with an address, a docket number, a citation or a case's
        name.

        Raises UnknownOrderError if there is none, or several: the message lists them.
        """
        if address := _read_address(named, self._files.place):
            return address
        ranks = self.search.find_named(named)
        results = self.search.load_results(ranks[:_MOST_LISTED])
        if len(ranks) == 1:
            return str(results[0]["address"])
        if not ranks:
            raise UnknownOrderError(f"No order here goes by “{named}”. Search for words of it.")
        listed = "; ".join(
            ", ".join(filter(None, (one["case_name"], one["title"], one["date"], one["address"])))
            for one in results
        )
        raise UnknownOrderError(
            f"{len(ranks)} orders here go by “{named}”. Name one by its address: {listed}"
            f"{'; and others' if len(ranks) > len(results) else ''}."
        )

    def find_citations(self, authority: str) -> tuple[dict[str, str], ...]:
        """Return the rows of citations.csv that cite an authority, by its path."""
        head, *lines = self._citations
        named = f",{authority},"
        rows = _read_rows("\n".join((head, *(line for line in lines if named in line))))
        return tuple(row for row in rows if row["authority_path"] == authority)

    @cached_property
    def _citations(self) -> list[str]:
        """Return citations.csv line by line; no cell of it has a break."""
        text = self._load_packed("citations.csv.gz").decode("utf-8", "replace")
        return text.split("\n")

    def _load_packed(self, path: str) -> bytes:
        return unpack(self._files.load(path), path)


def _read_address(named: str, place: str) -> str:
    """Return an order's address on the site if `named` is one: alone, or behind the site's place
    or its public address, which tables of a site in a folder have.
    """
    path = re.split("[#?]", named.strip().removeprefix(place))[0].strip("/")
    parts = path.removesuffix("/index.html").split("/")
    if "://" in path:
        parts = parts[-_ORDER_PARTS:]
    whole = len(parts) == _ORDER_PARTS and parts[0] == "orders" and ".." not in parts
    return "/".join(parts) if whole else ""


def _read_rows(text: str) -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader(io.StringIO(text, newline="")))
