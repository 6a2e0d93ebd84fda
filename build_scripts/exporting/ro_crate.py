"""A copy of the site as a research object: what each of its files is (RO-Crate 1.1)."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_scripts.i18n import t
from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.facts import Facts, read_facts
from build_scripts.pages.head_data import describe_head

METADATA = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_NEVER = "1970-01-01"  # an archive without a dated order
_EXPORTS = ("datasette", "epub", "parquet", "passages")
_FORMS = {
    ".csv": "text/csv",
    ".csv.gz": "application/gzip",
    ".json": "application/json",
    ".json.gz": "application/gzip",
    ".jsonl.gz": "application/gzip",
    ".epub": "application/epub+zip",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".sqlite.gz": "application/gzip",
}


def write_crate(index: ArchiveIndex, choices: SiteChoices, folder: Path) -> None:
    """Write the metadata of a folder that holds the built site, and maybe exports beside it."""
    files = list(_list_files(folder))
    facts = [read_facts(index.order(place)) for place in index.list_orders()]
    addresses = [index.order(place).address for place in index.list_orders()]
    orders = [
        _describe_order(address, said) for address, said in zip(addresses, facts, strict=True)
    ]
    courts = {said["court_id"]: said["court"] for said in facts if "court_id" in said}
    days = [one["datePublished"] for one in orders if one["datePublished"]]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": choices.site_name,
        "description": t("exports.description"),
        "datePublished": max(days, default=_NEVER),
        "license": {"@id": "#public-domain"},
        "url": choices.site_url,
        "publisher": {"@id": "#owner"} if choices.archive_owner else None,
        "hasPart": [{"@id": one["@id"]} for one in (*files, *orders)],
    }
    graph: list[dict[str, Any]] = [
        {
            "@id": METADATA,
            "@type": "CreativeWork",
            "conformsTo": {"@id": _PROFILE},
            "about": {"@id": "./"},
        },
        root,
        {"@id": "#public-domain", "@type": "CreativeWork", "name": t("exports.license")},
        *([_name("#owner", choices.archive_owner)] if choices.archive_owner else []),
        *(_name(f"#court-{court}", name) for court, name in sorted(courts.items())),
        *files,
        *orders,
    ]
    graph = [{name: value for name, value in one.items() if value} for one in graph]
    written = json.dumps({"@context": _CONTEXT, "@graph": graph}, indent=1)
    (folder / METADATA).write_text(f"{written}\n", encoding="utf-8")


def _list_files(folder: Path) -> Iterator[dict[str, Any]]:
    """The files that hold the whole archive: those at the top, and what was exported beside it."""
    kept = [*folder.glob("*"), *(path for name in _EXPORTS for path in folder.glob(f"{name}/*"))]
    for path in sorted(path for path in kept if path.is_file()):
        form = next((_FORMS[end] for end in _FORMS if path.name.endswith(end)), "")
        if form:
            name = path.relative_to(folder).as_posix()
            size = str(path.stat().st_size)
            described = {"name": name, "encodingFormat": form, "contentSize": size}
            yield {"@id": name, "@type": "File", **described}


def _describe_order(address: str, said: Facts) -> dict[str, Any]:
    """An order's folder, with its page, its data and the file it came in."""
    return {
        "@id": f"{address}/",
        "@type": "Dataset",
        "name": ": ".join(filter(None, (said.get("case"), said["title"]))),
        "description": describe_head(said).description,
        "datePublished": said.get("date") or said.get("date_filed"),
        "identifier": said.get("docket_numbers"),
        "publisher": {"@id": f"#court-{said['court_id']}"} if "court_id" in said else None,
    }


def _name(identity: str, name: str) -> dict[str, Any]:
    return {"@id": identity, "@type": "Organization", "name": name}
