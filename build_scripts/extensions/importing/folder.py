"""A drop folder, searched once: files of any form, also in ZIP archives."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path, PurePosixPath

from build_scripts import api
from build_scripts.extensions.importing.items import Candidate, Listed, PassedOver

SERVICE = "folder"
_MADE_HERE = "It is an archive, or its site. Name the folder of its orders"
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
    """Yield the files below `folder`, those in ZIP archives by their own paths there.

    An archive of this program, or a site that it built, is one thing to pass over: most of what is
    in it was made of orders.
    """
    is_made_here = cache(_is_made_here)
    told = set()
    for path in api.list_order_paths(folder):
        places = [folder / place for place in reversed(PurePosixPath(path).parents)]
        if made := next(filter(is_made_here, places), None):
            if made not in told:
                told.add(made)
                yield PassedOver(str(made), _MADE_HERE)
            continue
        try:
            outer = api.attach_corrections(folder, api.read_raw_order(folder, path))
            expansion = api.expand_archive(outer)
        except api.UnreadableOrderError as error:
            yield PassedOver(path, error.finding.message)
            continue
        yield from expansion.orders
        yield from (PassedOver(one.path, one.message) for one in expansion.findings)


def _is_made_here(place: Path) -> bool:
    """Return whether a folder is an archive, or a site that was built from one."""
    settings = place / "mkdocs.yml"
    if settings.is_file():
        return b"orders-archive" in settings.read_bytes()
    return (place / "corrections.schema.json").is_file()


def _find_origin(raw: api.RawOrder, key: str) -> api.Origin:
    """Return the first source in the note next to a file, else the folder itself."""
    data = raw.provenance.data if raw.provenance else None
    try:
        return api.read_origins(data)[0] if data else api.Origin(SERVICE, key)
    except ValueError:
        return api.Origin(SERVICE, key)
