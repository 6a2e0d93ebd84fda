"""Facts from notices of electronic filing about orders that are here, written as claims."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from build_scripts import api
from build_scripts.extensions.importing.items import Options
from build_scripts.extensions.importing.notices import Notice, read_notices
from build_scripts.extensions.importing.run import Report, read_note

LARGEST = 1024 * 1024 * 1024  # bytes of a mailbox
_NOBODYS = "no order of this case with this number is here"


def read_mailbox(place: Path) -> tuple[list[Notice], int]:
    """Read a mailbox, a mail or a folder of mails, as `read_notices`. Raises ArchiveError."""
    notices: dict[Notice, None] = {}
    others = 0
    try:
        below = [file for file in sorted(place.rglob("*")) if not file.name.startswith(".")]
        for file in filter(Path.is_file, below) if place.is_dir() else (place,):
            if file.stat().st_size > LARGEST:
                raise api.ArchiveError(f"{file} has more than 1 GB. Split the mailbox.")
            found, rest = read_notices(file.read_bytes())
            notices.update(dict.fromkeys(found))
            others += rest
    except OSError as error:
        raise api.ArchiveError(api.describe_os_error(error)) from error
    return list(notices), others


def add_facts(
    folder: Path,
    orders: Sequence[api.Order],
    notices: Iterable[Notice],
    day: str,
    options: Options,
    report: Report,
) -> None:
    """Write each notice's facts next to the order of its case and number. `report` lists the
    notices whose order is not here: it may come. Raises OSError if the system refuses.
    """
    by_number: dict[str, list[tuple[api.DocketKey, api.Order]]] = {}
    for order in orders:
        for claim in order.description.docket_numbers:
            key = api.key_of_docket_number(claim.value)
            if key is not None and order.description.entry:
                by_number.setdefault(order.description.entry, []).append((key, order))
    for notice in notices:
        key, is_here = api.read_docket_key(notice.docket_number), False
        for known, order in by_number.get(notice.document_number, ()):
            court = order.description.court
            same = not court or not notice.court_id or court.value.court_id == notice.court_id
            if key is not None and same and key.agrees_with(known):
                is_here = True
                _add_facts(folder, order, notice, day, options, report)
        if not is_here:
            report.skipped.append((notice.shown, _NOBODYS))


def _add_facts(
    folder: Path, order: api.Order, notice: Notice, day: str, options: Options, report: Report
) -> None:
    path = order.source.path
    if not (folder / path).is_file():
        report.skipped.append((notice.shown, f"its order lies in a ZIP archive: {path}"))
        return
    says = api.ExternalFacts(
        court_id=notice.court_id,
        docket_numbers=(notice.docket_number,),
        date_filed=notice.date_filed,
        document_number=notice.document_number,
    )
    told = api.Origin(api.NOTICE, notice.shown, "", day, order.source.sha256, says=says)
    before = read_note(folder, path)
    if any((one.service, one.id) == (told.service, told.id) for one in before):
        report.known += 1
        return
    if not options.dry:
        api.write_provenance_file(folder, path, api.write_origins([*before, told]))
    report.added.append(path)
