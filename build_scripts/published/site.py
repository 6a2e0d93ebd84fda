"""A site as a whole: its orders, its search, its data files, each read when it is asked for."""

import csv
import io
import json
from functools import cached_property, lru_cache
from typing import Any

from build_scripts.checking import CitationIndex, QuotationIndex
from build_scripts.problems import ExitCode
from build_scripts.published.order_page import PublishedPage, read_order_page
from build_scripts.published.site_files import MissingFileError, SiteError, SiteFiles, unpack
from build_scripts.search.expressions import list_own_keys, plan_query
from build_scripts.search.published import FORMAT
from build_scripts.search.query_parser import parse_query
from build_scripts.search.run import SearchIndex, find_ranks
from build_scripts.site.data_writer import AUTHORITIES
from build_scripts.site.database_file import MANIFEST
from build_scripts.site.search_files import open_index

_ORDER_PARTS = 4
"""Parts of an order's address: "orders", court, docket number, day and title."""

_MOST_LISTED = 6


class UnknownOrderError(SiteError):
    """No order goes by that name, or several do."""

    exit_code = ExitCode.BAD_INPUT


class PublishedSite:
    """What a built site says; `files` are read once each."""

    def __init__(self, files: SiteFiles) -> None:
        self._files = files
        self.load_order = lru_cache(maxsize=64)(self._load_order)

    def renew(self) -> "PublishedSite":
        """Return this site, or the one that was published since in its place, opened anew."""
        try:
            files = self._files.reopen()
            now = files.load(MANIFEST)
        except (
            SiteError
        ):  # it is being published, or can't be reached: what was read is answered from
            return self
        return self if now == self._read_manifest else PublishedSite(files)

    @cached_property
    def _read_manifest(self) -> bytes:
        return self._files.load(MANIFEST)

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What the search says of itself. Raises SiteError where the site has none of ours."""
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
    def index(self) -> SearchIndex:
        """The search; all its files are read the first time: some 5 kB an order."""
        return open_index(self.manifest, self._load_packed)

    @cached_property
    def quotations(self) -> QuotationIndex:
        """What quotations are looked for in."""
        return QuotationIndex(self.index)

    @cached_property
    def checking(self) -> CitationIndex:
        """What citations of a document are looked for in."""
        return CitationIndex(self.quotations, lambda: self._load_packed(AUTHORITIES, 0, -1))

    @cached_property
    def rulings(self) -> tuple[dict[str, str], ...]:
        """The lines of rulings.csv."""
        return _read_rows(self._load_packed("rulings.csv", 0, -1).decode("utf-8", "replace"))

    @cached_property
    def authorities(self) -> tuple[dict[str, Any], ...]:
        """The objects of authorities.json."""
        return tuple(json.loads(self._load_packed(AUTHORITIES, 0, -1)))

    def load_text(self, path: str) -> str:
        """Return a file that is text. Raises SiteError."""
        return self._files.load(path).decode("utf-8", "replace")

    def _load_order(self, address: str) -> PublishedPage:
        """Return an order's page. Raises SiteError where there is none at the address."""
        return read_order_page(self._files.load(f"{address}/index.html"), address)

    def load_data(self, address: str) -> dict[str, Any]:
        """Return an order's JSON. Raises SiteError where there is none at the address."""
        try:
            return dict(json.loads(self._files.load(f"{address}/order.json")))
        except MissingFileError:  # a compact archive's lie together
            _, court, _, name = address.split("/")
            year = name[:4] if name[:4].isdigit() else "undated"
            orders = json.loads(self._files.load(f"orders/{court}/{year}.json"))
            found = next((one for one in orders if one["address"] == address), None)
            if found is None:
                raise
            return dict(found)

    def find_order(self, named: str) -> str:
        """Return the address of the order that an address, a docket number, a citation or a
        case's name says.

        Raises UnknownOrderError where there is none, or several: the message lists them.
        """
        if address := _read_address(named, self._files.place):
            return address
        ranks = self._find_by_number(named)
        if not ranks:
            query = parse_query(f"case:({named})", self.index.vocabulary)
            ranks = find_ranks(self.index, plan_query(query))
        results = [self.index.load_result(rank) for rank in ranks[:_MOST_LISTED]]
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

    def _find_by_number(self, named: str) -> list[int]:
        """The orders that have one of the docket numbers or reports that are named."""
        keys = list_own_keys(parse_query(named, self.index.vocabulary))
        found = [set(find_ranks(self.index, {"n": f'"{key}"'})) for key in keys]
        return sorted(set().union(*found))

    def find_citations(self, authority: str) -> tuple[dict[str, str], ...]:
        """Return the lines of citations.csv that cite an authority, by its path."""
        head, *lines = self._citations
        named = f",{authority},"
        rows = _read_rows("\n".join((head, *(line for line in lines if named in line))))
        return tuple(row for row in rows if row["authority_path"] == authority)

    @cached_property
    def _citations(self) -> list[str]:
        """citations.csv line by line; no cell of it has a break."""
        text = self._load_packed("citations.csv.gz", 0, -1).decode("utf-8", "replace")
        return text.split("\n")

    def _load_packed(self, path: str, start: int, size: int) -> bytes:
        return unpack(self._files.load(path, start, size), path)


def _read_address(named: str, place: str) -> str:
    """An order's address on the site, where `named` is one, with or without the site's own."""
    path = named.strip().removeprefix(place).partition("#")[0].strip("/")
    parts = path.removesuffix("/index.html").split("/")
    whole = len(parts) == _ORDER_PARTS and parts[0] == "orders" and ".." not in parts
    return "/".join(parts) if whole else ""


def _read_rows(text: str) -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader(io.StringIO(text, newline="")))
