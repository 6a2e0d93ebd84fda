"""Links between real orders: `--citation-links CORPUS`.

All of `courtlistener-json` is one archive: its links are compared with the service's own
`opinions_cited` where both ends are in the set. All of `cap-json` is another: a citation of a
decision's official report, by another decision of the set, should lead to its page, and to no
other.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.archive import catalogue_orders
from build_scripts.model.archive import Archive, ArchivedOrder, Link, LinkTarget
from build_scripts.model.citation import CitationKind
from build_scripts.model.order import Order
from build_scripts.site.pipeline import convert_folder
from tools.evaluation.citations_forms import fold_case

_ID = re.compile(r"/opinions/(\d+)/")


@dataclass
class Links:
    """What was compared, one line of words a link."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)  # one of several, none of them linked
    further: list[str] = field(default_factory=list)  # a link that the service has not
    wrong: list[str] = field(default_factory=list)


def compare_with_service(folder: Path, orders: Sequence[Order]) -> Links:
    """Links of CourtListener's opinions, the orders of a folder, against `opinions_cited`."""
    archive = catalogue_orders(orders)
    expected = list_links_of_service(folder)
    file_of = {each.address: each.order.source.path for each in archive.orders}
    linked, perhaps = _list_pairs(archive, file_of)
    result = Links()
    for pair in sorted(expected | linked):
        words = " → ".join(pair)
        if pair in expected:
            kind = result.found if pair in linked else result.missed
            (result.choices if pair in perhaps and pair not in linked else kind).append(words)
        else:
            result.further.append(words)
    return result


def list_links_of_service(folder: Path) -> set[tuple[str, str]]:
    """Pairs of files in a folder of which, as CourtListener knows, the first cites the second."""
    objects = {path.name: json.loads(path.read_bytes()) for path in folder.glob("*.json")}
    names = {_id_of(each["resource_uri"]): name for name, each in objects.items()}
    return {
        (name, names[cited])
        for name, each in objects.items()
        for cited in map(_id_of, each["opinions_cited"])
        if cited in names
    }


def compare_reports(folder: Path) -> Links:
    """Citations of official reports of decisions in the set, by other decisions of the set."""
    archive = catalogue_orders(convert_folder(folder).orders)
    owners: dict[str, set[str]] = defaultdict(set)
    for each in archive.orders:
        for claim in each.order.description.own_citations:
            owners[fold_case(claim.value)].add(each.address)
    result = Links()
    for each in archive.orders:
        for words, addresses, link in _list_reports(each, owners):
            if link is not None and link.target is LinkTarget.ARCHIVE:
                (result.found if link.url in addresses else result.wrong).append(words)
            elif link is not None and link.alternatives:
                result.choices.append(words)
            else:
                result.missed.append(words)
    return result


def _list_reports(
    each: ArchivedOrder, owners: dict[str, set[str]]
) -> Iterator[tuple[str, set[str], Link | None]]:
    for citation, link in zip(each.order.citations, each.links, strict=True):
        addresses = owners.get(fold_case(citation.normal_form), set()) - {each.address}
        if citation.kind is CitationKind.CASE and addresses:
            name = f"{citation.case_name}, {citation.normal_form} ({citation.year})"
            yield f"{each.order.source.path}: {name}", addresses, link


def _list_pairs(
    archive: Archive, file_of: dict[str, str]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    linked, perhaps = set(), set()
    for each in archive.orders:
        source = each.order.source.path
        for link in filter(None, each.links):
            if link.target is LinkTarget.ARCHIVE:
                linked.add((source, file_of[link.url]))
            perhaps |= {(source, file_of[address]) for address in link.alternatives}
    return linked, perhaps


def _id_of(address: str) -> str:
    match = _ID.search(address)
    return match[1] if match else ""


def print_links(corpus: Path) -> None:
    """Compare both sets and print counts, then every link that is not as expected."""
    service = corpus / "courtlistener-json"
    for name, links in (
        ("courtlistener-json", compare_with_service(service, convert_folder(service).orders)),
        ("cap-json", compare_reports(corpus / "cap-json")),
    ):
        print(
            f"{name}: {len(links.found)} found, {len(links.missed)} missed, "
            f"{len(links.choices)} a choice, {len(links.further)} further, {len(links.wrong)} wrong"
        )
        for what in ("missed", "choices", "further", "wrong"):
            for words in getattr(links, what):
                print(f"  {what}: {words}")
