"""One run of an import: each listed file is fetched, checked, and stored in its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_scripts import api
from build_scripts.extensions.importing.items import Candidate, Listed, PassedOver, Session

MOST_FAILURES = 3  # of the service, one file after the other: then the service itself is down
_WEB_PAGE = api.Pattern(
    rb"\s*<(?:!doctype\s+html|html\b|head\b)",
    re.IGNORECASE,
    accepts=[b"<!DOCTYPE html>", b"\n<html lang=en>"],
    refuses=[b"%PDF-1.7", b"<opinion>"],
    by="match",
)
_TITLE = api.Pattern(
    rb"<title[^<>]{0,200}>([^<>]{1,200})<",
    re.IGNORECASE,
    accepts=[b"<title>PACER Login</title>"],
    refuses=[b"<title></title>"],
)


@dataclass(slots=True)
class Report:
    """The result of a run: `added` paths, `skipped` keys with why, `known` files of earlier runs.

    `failed` counts the skipped ones that gave no file.
    """

    added: list[str] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)
    known: int = 0
    refused_before: int = 0
    failed: int = 0

    def fail(self, name: str, why: str) -> None:
        """List a file that did not come."""
        self.skipped.append((name, why))
        self.failed += 1


class Archive:
    """The contents of the orders folder: its files by their bytes, its sources by their names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, str] | None = None
        self._ids = {
            (origin.service, origin.id)
            for path, is_there in api.iter_provenance(folder)
            if is_there
            for origin in read_note(folder, path)
        }

    @property
    def files(self) -> dict[str, str]:
        """Return the path of each file by its digest; computed on first use."""
        if self._files is None:
            self._files = api.index_orders(self.folder)
        return self._files

    def knows(self, service: str, key: str) -> bool:
        """Return whether the archive has the file with this key of this service."""
        return (service, key) in self._ids

    def take(self, raw: api.RawOrder, path: str, origin: api.Origin) -> None:
        """Add a file that was written."""
        self.files[raw.sha256] = path
        self._ids.add((origin.service, origin.id))


def read_note(folder: Path, path: str) -> tuple[api.Origin, ...]:
    """Return the sources in the note next to an order; none if none can be read."""
    file = api.read_provenance_file(folder, path)
    try:
        return api.read_origins(file.data) if file and file.data else ()
    except ValueError:
        return ()


def import_all(
    archive: Archive, listed: Iterable[Listed], session: Session, report: Report
) -> None:
    """Import the listed files; one that is no order, or does not come, is reported, in `report`
    also at an interruption. Raises ServiceError if the service gives no more, OSError if the system
    refuses.
    """
    journal, options, failures = session.journal, session.options, 0
    for one in listed:
        if isinstance(one, PassedOver):
            report.fail(one.key, one.why)
            continue
        if archive.knows(one.origin.service, one.origin.id):
            report.known += 1
            continue
        if one.key in journal.done and not options.again:
            report.refused_before += 1
            continue
        if options.dry and not one.is_here:
            report.added.append(one.shown)
            continue
        session.say(one.shown)
        try:
            data = one.fetch()
            failures = 0
        except api.PausedError:
            raise
        except api.GoneError as error:
            report.fail(one.shown, str(error))
            journal.record_outcome(one.key, f"refused: {error}")
            continue
        except api.ServiceError as error:
            journal.fail(one.key)
            failures += isinstance(error, api.UnavailableError)
            if failures == MOST_FAILURES:
                raise
            report.fail(one.shown, str(error))
            continue
        if why := _describe_wrong_form(one, data):
            journal.fail(one.key)
            report.fail(one.shown, why)
            continue
        _place(archive, one, data, session, report)


def _place(archive: Archive, one: Candidate, data: bytes, session: Session, report: Report) -> None:
    journal, options = session.journal, session.options
    raw = api.RawOrder.from_bytes(one.name, data)
    fetched = one.origin.fetched or session.day.isoformat()
    origin = replace(one.origin, fetched=fetched, sha256=raw.sha256)
    if there := archive.files.get(raw.sha256):
        says_more = origin.giver or origin.says != api.NOTHING_SAID
        if says_more and not options.dry and not read_note(archive.folder, there):
            api.write_provenance_file(archive.folder, there, api.write_origins([origin]))
        why = f"the same file is in the archive already, as {there}"
        ours = api.read_corrections_file(archive.folder, there)
        if one.corrections and one.corrections.data != (ours and ours.data):
            why += "; the corrections next to it differ from those there, and were not taken"
        report.skipped.append((one.shown, why))
        journal.record_outcome(one.key, why)
        return
    provenance = api.SideFile("", api.write_origins([origin]))
    raw = replace(raw, corrections=one.corrections, provenance=provenance)
    try:
        if options.dry:
            path = f"{api.judge_place(raw, options.any_paper)}/{one.name}"
        else:
            path = api.place_order(
                archive.folder, raw, options.any_paper, archive.files, rename=True
            )
    except api.UnreadableOrderError as error:
        why = error.finding.message
    except api.ArchiveError as error:
        why = str(error)
    except OSError:
        raise
    except Exception as error:  # one bad file never stops the others
        why = f"the program failed on it: {type(error).__name__}: {error}"
    else:
        archive.take(raw, path, origin)
        journal.record_outcome(one.key, f"added: {path}")
        report.added.append(path)
        return
    report.skipped.append((one.shown, why))
    journal.record_outcome(one.key, f"refused: {why}")


def _describe_wrong_form(one: Candidate, data: bytes) -> str:
    """Return the message that a web page came in a paper's place, or "" if none did."""
    if not data:
        return "the file is empty"
    if not one.name.lower().endswith(".pdf") or not _WEB_PAGE.match(data[:2000]):
        return ""
    title = _TITLE.search(data[:20_000])
    named = " ".join(title[1].decode("utf-8", "replace").split()) if title else ""
    what = f"a web page, “{named}”," if named else "a web page"
    return f"{what} came in place of the PDF, as from a service that asks for a login"
