"""A drop folder, searched once: files of any form, also in ZIP archives."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from build_scripts import api
from build_scripts.extensions.importing.items import Candidate, Listed, PassedOver

SERVICE = "folder"
_SHORT = 16  # digits of a digest: name and digest identify a file


def list_folder(folder: Path) -> Iterator[Listed]:
    """Yield each file below `folder`; skip what can't be read, or extracted from a ZIP.

    A source note next to a file goes with it. Raises ArchiveError if there is no folder.
    """
    for raw in iter_files(folder):
        if isinstance(raw, PassedOver):
            yield raw
            continue
        key = f"{raw.path} {raw.sha256[:_SHORT]}"
        name, origin = Path(raw.path).name, _find_origin(raw, key)
        give = partial(getattr, raw, "data")
        yield Candidate(key, name, origin, give, True, raw.corrections, raw.path)


def iter_files(folder: Path) -> Iterator[api.RawOrder | PassedOver]:
    """Yield the files below `folder`, those in ZIP archives by their own paths there."""
    for path in api.list_order_paths(folder):
        try:
            outer = api.attach_corrections(folder, api.read_raw_order(folder, path))
            expansion = api.expand_archive(outer)
        except api.UnreadableOrderError as error:
            yield PassedOver(path, error.finding.message)
            continue
        yield from expansion.orders
        yield from (PassedOver(one.path, one.message) for one in expansion.findings)


def _find_origin(raw: api.RawOrder, key: str) -> api.Origin:
    """Return the first source in the note next to a file, else the folder itself."""
    data = raw.provenance.data if raw.provenance else None
    try:
        return api.read_origins(data)[0] if data else api.Origin(SERVICE, key)
    except ValueError:
        return api.Origin(SERVICE, key)
