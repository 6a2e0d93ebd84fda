"""Read and check an editor's file next to an order.

No part of a file with a mistake is used: half a correction can be worse than none, and the order
keeps its own claims until the file is corrected. An order that its file withholds, or of
which it may mean to withhold a part, is not published at all.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from build_scripts.describing.corrections.yaml_text import MistakeError, read_plain
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.withholding import Allowance, WithheldPart, Withholding
from build_scripts.problems import Finding, FindingCode, WithheldOrderError

# Where a file has mistakes, this anywhere in it keeps the order back.
_WITHHOLDS = Pattern(
    r"with[-_ ]?h?(?:old|eld)",
    re.IGNORECASE,
    accepts=["withhold:", "Withold", "with-hold", "withheld"],
    refuses=["within", "without", "width: old"],
)


@dataclass(frozen=True, slots=True)
class Corrections:
    """A corrections file: a tuple of values for each field that it sets, and its findings.

    Where a finding is a mistake, nothing is set. A judge given by name alone is a text.
    `withholdings` are of parts: what withholds the order raises.
    """

    path: str
    values: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    note: str = ""
    by: str = ""
    date: datetime.date | None = None
    withholdings: tuple[Withholding, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    is_public: bool = False  # an editor says so of a sealed paper, or of one that is no order
    findings: tuple[Finding, ...] = ()

    @property
    def tells_kind(self) -> bool:
        """Return whether an editor set whether it is an order, or made it public whatever it is."""
        return self.is_public or "is_order" in self.values


NO_CORRECTIONS = Corrections("")


def read_corrections(raw: RawOrder) -> Corrections | None:
    """Read the corrections of a raw order; None where there are none.

    Raises WithheldOrderError if the file withholds the order, if it holds mistakes and mentions
    withholding, and if it can't be read at all: then it is unknown what may be published.
    """
    file = raw.corrections
    if file is None:
        return None
    if file.data is None:
        raise _withhold(file.path, "The corrections file can't be read, and may withhold the order")
    corrections, sha256, mistakes = _read(file.path, file.data)
    for each in corrections.withholdings:
        if each.what is WithheldPart.ORDER:
            raise _withhold(
                file.path, "The corrections file withholds the order", each, sha256 or ""
            )
    if mistakes:
        if doubt := _doubt(file.data, mistakes[0]):
            raise _withhold(file.path, f"The corrections file {doubt}")
        return Corrections(file.path, findings=tuple(_report(file.path, each) for each in mistakes))
    return replace(
        corrections,
        is_public=corrections.is_public and sha256 in {None, raw.sha256},  # nobody looked at others
        findings=tuple(_list_findings(corrections, sha256, raw.sha256)),
    )


def read_withholdings(data: bytes) -> tuple[Withholding, ...]:
    """Return what a corrections file withholds, the whole order included.

    Raises MistakeError for the first thing in the file that can't be used.
    """
    corrections, _, mistakes = _read("", data)
    for mistake in mistakes:
        raise mistake
    return corrections.withholdings


def _doubt(data: bytes, mistake: MistakeError) -> str:
    """Return why a file with a mistake may withhold the order; "" if it has no such word."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        return "may withhold the order, but is no text in UTF-8: save it as UTF-8"
    if _WITHHOLDS.search(text):
        why = mistake.message.rstrip(".")
        return f"speaks of withholding, and line {mistake.line} can't be used. {why}"
    return ""


def _read(path: str, data: bytes) -> tuple[Corrections, str | None, list[MistakeError]]:
    """Return the file's content without keys that hold mistakes; the sha256 it was written for; and
    all mistakes.
    """
    # Few builds meet a corrections file: the others do without the time that models take to load.
    from build_scripts.describing.corrections.mistakes import check

    try:
        plain = read_plain(data)
    except MistakeError as mistake:
        return Corrections(path), None, [mistake]
    given_record, mistakes = check(plain)
    given = given_record.fields.model_fields_set if given_record.fields else ()
    lines = {name: plain.name_lines["fields", name] for name in given}
    values = {
        name: _list_values(getattr(given_record.fields, name))
        for name in sorted(given, key=lines.__getitem__)
    }
    withheld, allowed = (
        tuple(
            each.build_at(plain.lines.get((key, index)) or plain.lines[key,])
            for index, each in enumerate(getattr(given_record, key))
        )
        for key in ("withhold", "allow")
    )
    for each in withheld:
        if each.field in values:
            conflict = (
                f"`{each.field}` is withheld here and corrected on line {lines[each.field]}. "
            )
            mistakes.append(MistakeError(each.corrections_line, f"{conflict}Do one of the two."))
    lines["sha256"] = plain.name_lines.get(("sha256",), 1)
    about = given_record.note or "", given_record.by or "", given_record.date
    is_public = given_record.public is not None
    corrections = Corrections(path, values, lines, *about, withheld, allowed, is_public)
    return corrections, given_record.sha256, mistakes


def _list_values(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    several = value if isinstance(value, tuple) else (value,)
    return tuple(each.build() if hasattr(each, "build") else each for each in several)


def _list_findings(corrections: Corrections, seen: str | None, sha256: str) -> Iterator[Finding]:
    given_record = corrections
    if not (
        given_record.values
        or given_record.withholdings
        or given_record.allowances
        or given_record.is_public
    ):
        yield Finding(
            corrections.path,
            FindingCode.CORRECTION_CHANGES_NOTHING,
            "The corrections file corrects nothing.",
            "Write what is right below `fields:`, or remove the file.",
            mend="orders correct FILE",
        )
    if seen and seen != sha256:
        yield Finding(
            corrections.path,
            FindingCode.OUTDATED_CORRECTION,
            "The order's file changed since it was corrected: its sha256 is another. The "
            "corrections are still used.",
            f"Compare them with the new file; then set `sha256: {sha256}`.",
            f"line {corrections.lines['sha256']}",
            "orders correct FILE",
        )


def _report(path: str, mistake: MistakeError) -> Finding:
    return Finding(
        path,
        FindingCode.BAD_CORRECTIONS,
        mistake.message,
        "Fix it: until then nothing of the file is used, and the order's page shows what the "
        "order says of itself.",
        f"line {mistake.line}",
        "orders correct FILE",
    )


def _withhold(
    path: str, why: str, given_record: Withholding | None = None, sha256: str = ""
) -> WithheldOrderError:
    finding = Finding(
        path,
        FindingCode.WITHHELD,
        f"{why}. Nothing of it is published.",
        "Fix or remove the file to publish the order again.",
    )
    if given_record is None:
        return WithheldOrderError(replace(finding, mend="orders correct FILE"))
    return WithheldOrderError(
        finding, given_record.reason, given_record.by, given_record.date, given_record.shown, sha256
    )
