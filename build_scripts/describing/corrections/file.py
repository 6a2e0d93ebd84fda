"""What an editor wrote beside an order, read and checked.

A file with a mistake is used in no part: half a correction can be worse than none, and the order
then stands by its own claims until the file is mended. An order that its file withholds, or of
which it may mean to withhold a part, is not published at all.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import yaml

from build_scripts.describing.corrections.fields import ABOUT, FIELDS
from build_scripts.describing.corrections.shapes import suggest
from build_scripts.describing.corrections.withholding import ALLOWED, PUBLIC, WITHHELD
from build_scripts.describing.corrections.yaml_text import (
    MistakeError,
    is_nothing,
    iterate_pairs,
    line_of,
    name_kind,
    parse_yaml,
    read_text,
)
from build_scripts.model.raw_order import CorrectionsFile, RawOrder
from build_scripts.model.withholding import Allowance, WithheldPart, Withholding
from build_scripts.problems import Finding, FindingCode, WithheldOrderError
from build_scripts.text.pattern import Pattern

KEYS = ("fields", *ABOUT, "withhold", "allow", "public")
_LISTS = {"withhold": WITHHELD, "allow": ALLOWED, "public": PUBLIC}
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
        """Whether an editor says if it is an order, or that it is public whatever it is."""
        return self.is_public or "is_order" in self.values


NO_CORRECTIONS = Corrections("")


def read_corrections(raw: RawOrder) -> Corrections | None:
    """Read the corrections of a raw order; None where there are none.

    Raises WithheldOrderError where the file withholds the order, where it holds mistakes and
    speaks of withholding, and where it can't be read at all: nothing then says what may be
    published.
    """
    file = raw.corrections
    if file is None:
        return None
    if file.data is None:
        raise _withhold(file.path, "The corrections file can't be read, and may withhold the order")
    try:
        root = parse_yaml(file.data)
        mistakes: list[MistakeError] = []
        parts = _read_parts(root, mistakes)
    except MistakeError as mistake:
        mistakes, parts = [mistake], {}
    for each in parts.get("withhold", ()):
        if each.what is WithheldPart.ORDER:
            raise _withhold(
                file.path, "The corrections file withholds the order", each, parts.get("sha256", "")
            )
    mistakes += _list_contradictions(parts)
    if mistakes:
        if _may_withhold(file.data):
            raise _withhold(
                file.path,
                f"The corrections file speaks of withholding, and line {mistakes[0].line} can't be "
                f"used. {mistakes[0].message.rstrip('.')}",
            )
        return Corrections(file.path, findings=tuple(_report(file.path, each) for each in mistakes))
    return _build(file, raw.sha256, parts, root)


def read_withholdings(data: bytes) -> tuple[Withholding, ...]:
    """What a corrections file withholds, the whole order among it.

    Raises MistakeError for the first thing in the file that can't be used.
    """
    mistakes: list[MistakeError] = []
    parts = _read_parts(parse_yaml(data), mistakes)
    for mistake in (*mistakes, *_list_contradictions(parts)):
        raise mistake
    withheld: tuple[Withholding, ...] = parts.get("withhold", ())
    return withheld


def _may_withhold(data: bytes) -> bool:
    """Whether the word stands in the file, in whatever encoding; what is no text may hold it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return True
    return "\0" in text or bool(_WITHHOLDS.search(text))


def _read_parts(root: yaml.Node | None, mistakes: list[MistakeError]) -> dict[str, Any]:
    """The file's keys and values; what can't be used is added to `mistakes`."""
    parts: dict[str, Any] = {"fields": {}, "lines": {}}
    if root is None or is_nothing(root):
        return parts
    if not isinstance(root, yaml.MappingNode):
        raise MistakeError(
            line_of(root), f"Expected are names such as `fields:`, not {name_kind(root)}."
        )
    for name, key, value in iterate_pairs(root):
        try:
            if name in _LISTS:
                parts[name] = _LISTS[name].read(value)
            elif name == "fields":
                _read_fields(value, parts, mistakes)
            elif name in ABOUT:
                if not is_nothing(value) and read_text(value) != "":
                    parts[name] = ABOUT[name].read(value)
            else:
                raise MistakeError(line_of(key), _explain_unknown(name))
        except MistakeError as mistake:
            mistakes.append(MistakeError(mistake.line, _name(name, mistake.message)))
    return parts


def _read_fields(node: yaml.Node, parts: dict[str, Any], mistakes: list[MistakeError]) -> None:
    if is_nothing(node):
        return
    if not isinstance(node, yaml.MappingNode):
        raise MistakeError(
            line_of(node), f"Expected are fields such as `title:`, not {name_kind(node)}."
        )
    for name, key, value in iterate_pairs(node):
        try:
            if name not in FIELDS:
                raise MistakeError(line_of(key), _explain_unknown(name, inside=True))
            parts["fields"][name] = FIELDS[name].read(value)
            parts["lines"][name] = line_of(key)
        except MistakeError as mistake:
            mistakes.append(MistakeError(mistake.line, _name(name, mistake.message)))


def _list_contradictions(parts: Mapping[str, Any]) -> Iterator[MistakeError]:
    for each in parts.get("withhold", ()):
        if each.field in parts["fields"]:
            yield MistakeError(
                each.corrections_line,
                f"`{each.field}` is withheld here and corrected on line "
                f"{parts['lines'][each.field]}. Do one of the two.",
            )


def _name(name: str, message: str) -> str:
    known = name in FIELDS or name in KEYS
    return f"`{name}`: {message}" if known and f"`{name}`" not in message else message


def _explain_unknown(name: str, *, inside: bool = False) -> str:
    """What is wrong with a name, and the nearest right one in its right place."""
    shown = name[:60]
    here, there = (tuple(FIELDS), KEYS) if inside else (KEYS, tuple(FIELDS))
    if name in there and inside:
        return f"`{shown}` is no field: write it at the beginning of a line, not below `fields:`."
    if name in there:
        return f"`{shown}` is a field: write it below `fields:`, two blanks further in."
    near = get_close_matches(name.lower(), [*here, *there], 1, 0.6)
    if near and near[0] in FIELDS and not inside:
        return f"`{shown}` is not known. Did you mean `{near[0]}`, below `fields:`?"
    return f"`{shown}` is not known. {suggest(name, list(here))}"


def _build(
    file: CorrectionsFile, sha256: str, parts: Mapping[str, Any], root: yaml.Node | None
) -> Corrections:
    findings = []
    if not any(parts.get(name) for name in ("fields", *_LISTS)):
        findings.append(
            Finding(
                file.path,
                FindingCode.CORRECTION_CHANGES_NOTHING,
                "The corrections file corrects nothing.",
                "Write what is right below `fields:`, or remove the file.",
                mend="orders correct FILE",
            )
        )
    seen = parts.get("sha256")
    if seen and seen != sha256:
        findings.append(
            Finding(
                file.path,
                FindingCode.OUTDATED_CORRECTION,
                "The order's file changed since it was corrected: its sha256 is another. The "
                "corrections are still used.",
                f"Compare them with the new file; then set `sha256: {sha256}`.",
                f"line {_find_line(root, 'sha256')}",
            )
        )
    return Corrections(
        file.path,
        parts["fields"],
        parts["lines"],
        parts.get("note", ""),
        parts.get("by", ""),
        parts.get("date"),
        parts.get("withhold", ()),
        parts.get("allow", ()),
        parts.get("public", False) and seen in {None, sha256},  # nobody looked at other bytes
        tuple(findings),
    )


def _find_line(root: yaml.Node | None, name: str) -> int:
    pairs: Iterator[tuple[str, yaml.Node, yaml.Node]] = (
        iterate_pairs(root) if isinstance(root, yaml.MappingNode) else iter(())
    )
    return next((line_of(key) for each, key, _ in pairs if each == name), 1)


def _report(path: str, mistake: MistakeError) -> Finding:
    return Finding(
        path,
        FindingCode.BAD_CORRECTIONS,
        mistake.message,
        "Mend it: until then nothing of the file is used, and the order's page shows what the "
        "order says of itself.",
        f"line {mistake.line}",
        "orders correct FILE",
    )


def _withhold(
    path: str, why: str, said: Withholding | None = None, sha256: str = ""
) -> WithheldOrderError:
    finding = Finding(
        path,
        FindingCode.WITHHELD,
        f"{why}. Nothing of it is published.",
        "Mend or remove the file to publish the order again.",
    )
    if said is None:
        return WithheldOrderError(finding)
    return WithheldOrderError(finding, said.reason, said.by, said.date, said.shown, sha256)
