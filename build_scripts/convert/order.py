"""The stages for one raw order, and for one file, which may contain many."""

from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

from build_scripts.archive.storage.corrections_folder import (
    attach_corrections,
    name_corrected,
    read_all_corrections,
)
from build_scripts.archive.storage.orders_folder import read_raw_order
from build_scripts.cleaning import clean_order
from build_scripts.convert.fingerprint import identify_file
from build_scripts.describing import (
    NO_CORRECTIONS,
    Corrections,
    describe_order,
    find_seal_mark,
    list_findings,
    list_settled,
    read_corrections,
    resolve_claims,
)
from build_scripts.describing.tagging import (
    NOTHING_READ,
    Use,
    join_reading,
    list_differences,
    read_again,
)
from build_scripts.model.order import ConvertedFile, Order, SourceFile
from build_scripts.model.provenance import Origin, join_facts, read_origins
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.model.redaction import DEFAULT_POLICIES, Policies
from build_scripts.model.source_text import SourceText
from build_scripts.model.text.os_errors import describe_os_error
from build_scripts.model.withholding import WithheldOrder
from build_scripts.problems import (
    CALL_PUBLIC,
    Finding,
    FindingCode,
    UnreadableOrderError,
    WithheldOrderError,
    WordsLostError,
)
from build_scripts.reading import read_order
from build_scripts.reading.archive_zip import expand_archive
from build_scripts.redacting import redact_order

SECOND_READER = Use.FILL


def convert_order(
    raw: RawOrder, policies: Policies = DEFAULT_POLICIES, *, confirmed: bool = False
) -> Order:
    """Read, clean, redact and describe one raw order, and find its citations.

    `policies` are the treatment of private data, by kind. Raise WithheldOrderError if its
    corrections withhold it, and if it prints that it is sealed, or the redacted version of a sealed
    paper, and neither its corrections nor `confirmed` mark it as public; UnreadableOrderError for a
    file that is no readable order, WordsLostError if cleaning did not conserve its words.
    """
    from build_scripts.citing import cite_order  # slow to load: most builds convert nothing

    corrections = read_corrections(raw)
    source = read_order(raw)
    origins, findings = read_provenance(raw)
    source = replace(source, external=join_facts(source.external, origins))
    order = describe_source(raw, source, corrections, policies, confirmed=confirmed)
    return replace(
        order,
        source=SourceFile.from_raw(raw, source.format, origins),
        citations=cite_order(order.clean),
        findings=(*order.findings, *findings),
    )


def read_provenance(raw: RawOrder) -> tuple[tuple[Origin, ...], tuple[Finding, ...]]:
    """Return the recorded sources of a raw order, and findings on its provenance file.

    A source recorded for other bytes is not used: the file was replaced.
    """
    if raw.provenance is None:
        return (), ()
    try:
        if raw.provenance.data is None:
            raise ValueError("it can't be read, or is too large")
        origins = read_origins(raw.provenance.data)
    except ValueError as error:
        return (), (_report_provenance(raw.provenance, f"it is not used: {error}"),)
    used = tuple(one for one in origins if one.sha256 in ("", raw.sha256))
    if len(used) == len(origins):
        return used, ()
    return used, (_report_provenance(raw.provenance, "it tells of another file than this one"),)


def describe_source(
    raw: RawOrder,
    source: SourceText,
    corrections: Corrections | None = None,
    policies: Policies = DEFAULT_POLICIES,
    *,
    confirmed: bool = False,
    second_reader: Use = SECOND_READER,
) -> Order:
    """Return an order without its citations, from its read lines. Raise as `convert_order` does."""
    told = corrections or NO_CORRECTIONS
    mark = None if confirmed or told.is_public else find_seal_mark(source.pages)
    if mark is not None:
        what = f"Marked “{mark.text}”, so it is not published."
        advice = (
            "If it is public, say so. If not, take it away; `orders withhold` says what else to do."
        )
        place = f"page {mark.page}, line {mark.line}"
        raise WithheldOrderError(
            Finding(raw.path, FindingCode.SEALED, what, advice, place, CALL_PUBLIC)
        )
    cleaned = clean_order(source)
    redacted = redact_order(
        raw.path, source, cleaned, told.withholdings, told.allowances, policies, told.path
    )
    clean = redacted.clean
    document = describe_order(clean)
    reading = NOTHING_READ
    if second_reader is not Use.NOTHING and not clean.is_unreadable:
        court = document.court.value.name if document.court else None
        reading = read_again(redacted.pages, clean, court)
    if second_reader is Use.FILL:
        document = join_reading(document, reading)
    resolution = resolve_claims(raw.path, clean, document, redacted.external, corrections)
    description = resolution.description
    settled = list_settled(description)
    differing = list_differences(raw.path, document, reading, settled)
    return Order(
        source=SourceFile.from_raw(raw, source.format),
        clean=clean,
        description=description,
        citations=(),
        findings=(
            *list_findings(
                raw.path,
                clean,
                description,
                others=reading.claims,
                kind_is_set=told.tells_kind,
                is_public=told.is_public,
            ),
            *resolution.findings,
            *differing,
            *redacted.findings,
        ),
        pages=redacted.pages,
        redaction=redacted.redaction,
    )


def convert_file(
    folder: Path, path: str, policies: Policies = DEFAULT_POLICIES, raw: RawOrder | None = None
) -> ConvertedFile:
    """Convert the file at `path` below `folder`, all orders in it if it is a ZIP archive.

    `raw` is the file if it was read already. Never raise for a fault of the file: that becomes a
    finding. The corrections of a ZIP archive itself can withhold all of its orders.
    """
    made_from = ""
    try:
        outer = attach_corrections(folder, raw or read_raw_order(folder, path))
        made_from = identify_file(outer, read_all_corrections(folder, path))
        expansion = expand_archive(outer)
    except UnreadableOrderError as error:
        return ConvertedFile(path, (), (error.finding,), seen=(path,), made_from=made_from)
    except Exception as error:  # one bad order never stops the others
        failure = _report_failure(path, error)
        return ConvertedFile(path, (), (failure,), seen=(path,), made_from=made_from)
    orders: list[Order] = []
    findings = list(expansion.findings)
    withheld: list[WithheldOrder] = []
    seen: list[str] = []
    for raw in expansion.orders:
        seen.append(raw.path)
        try:
            _refuse_parts(outer, raw)
            orders.append(convert_order(attach_corrections(folder, raw), policies))
        except WithheldOrderError as error:
            findings.append(error.finding)
            withheld.append(_note_withheld(raw.path, error, raw.sha256))
            seen.append(path)
        except UnreadableOrderError as error:
            findings.append(error.finding)
        except WordsLostError as error:
            advice = "Its page was not made. Report the file, or correct its text by hand."
            lost = Finding(raw.path, FindingCode.WORDS_NOT_CONSERVED, str(error), advice)
            findings.append(lost)
        except Exception as error:  # as above
            findings.append(_report_failure(raw.path, error))
    return ConvertedFile(
        path, tuple(orders), tuple(findings), tuple(withheld), tuple(seen), made_from
    )


def read_orphaned(folder: Path, place: str) -> tuple[Finding, WithheldOrder] | None:
    """Read corrections at `place` whose order is missing; return None if they withhold no order.

    An order that was withheld stays so when its file is removed, and so do copies of its bytes.
    """
    path = name_corrected(place)
    raw = attach_corrections(folder, RawOrder.from_bytes(path, b""))
    try:
        read_corrections(raw)
    except WithheldOrderError as error:
        return error.finding, _note_withheld(path, error)
    return None


def _report_provenance(file: SideFile, what: str) -> Finding:
    return Finding(
        file.path,
        FindingCode.BAD_SOURCE,
        f"This file says where an order came from; {what}.",
        "Import the order again, or remove this file.",
    )


def _note_withheld(path: str, error: WithheldOrderError, *digests: str) -> WithheldOrder:
    known = frozenset(digest for digest in (*digests, error.sha256) if digest)
    return WithheldOrder(path, known, error.reason, error.by, error.date, error.shown)


def _refuse_parts(outer: RawOrder, raw: RawOrder) -> None:
    """Raise WithheldOrderError if the corrections of a ZIP archive withhold anything of it.

    They can't name the order in it to withhold a part of.
    """
    corrections = read_corrections(outer)
    if corrections and corrections.withholdings and outer.path != raw.path:
        raise WithheldOrderError(
            Finding(
                corrections.path,
                FindingCode.WITHHELD,
                "The corrections of a ZIP archive withhold a part of an order, and can't say of "
                "which. Nothing of the archive is published.",
                f"Write it into the corrections of the file itself: those of {raw.path}.",
            )
        )


def _report_failure(path: str, error: Exception) -> Finding:
    if isinstance(error, OSError) and error.errno is not None:  # not the file's fault
        refused = f"The system refused something: {describe_os_error(error, gettempdir())}"
        return Finding(path, FindingCode.CONVERSION_FAILED, refused, "Then run the command again.")
    return Finding(
        path,
        FindingCode.CONVERSION_FAILED,
        f"The program failed on this file: {type(error).__name__}: {error}.",
        "Report what this says of it.",
        mend="orders show FILE",
    )
