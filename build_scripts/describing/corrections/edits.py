"""Write corrections into a file by a command; keep all that the file holds, comments too."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import yaml

from build_scripts.describing.corrections.file import read_corrections, read_withholdings
from build_scripts.describing.corrections.template import write_record, write_scalar
from build_scripts.describing.corrections.yaml_text import MistakeError, is_nothing, parse_yaml
from build_scripts.model.description import FIELDS
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.withholding import Withholding
from build_scripts.problems import FindingCode, WithheldOrderError

# What YAML needs no quotation marks for.
_PLAIN = Pattern(
    r"[\w.-]+",
    accepts=["true", "2017-05-31", "cand"],
    refuses=["Roe v. Doe", "cand: x", ""],
    by="fullmatch",
)

_ABOUT = frozenset({"note", "by", "date", "sha256"})  # what is said of what else stands there


def edit_corrections(
    raw: RawOrder, edit: Callable[[str], str], begun: str = "", *, off: bool = False
) -> str:
    """Return the text of an order's corrections after an edit, read back; nothing is written.

    If the order has none, the edit begins with the text `begun`. Raises MistakeError if they can't
    be read or have mistakes then, and WithheldOrderError if they withhold the order, unless that is
    meant: `off`.
    """
    known = raw.corrections
    try:
        text = begun if known is None else (known.data or b"").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MistakeError(1, "It is no text in UTF-8.") from error
    if known and known.data is None:
        raise MistakeError(1, "It can't be read. Fix its permissions.")
    text = edit(text)
    try:
        file = SideFile(known.path if known else "", text.encode())
        read = read_corrections(replace(raw, corrections=file))
    except WithheldOrderError:
        if not off:
            raise
        return text
    for finding in read.findings if read else ():
        if finding.code is FindingCode.BAD_CORRECTIONS:
            raise MistakeError(1, finding.message)
    return text


def write_settings(
    text: str,
    settings: Mapping[str, Sequence[str]],
    *,
    unset: Sequence[str] = (),
    by: str = "",
    note: str = "",
    public_sha256: str = "",
    today: datetime.date,
) -> str:
    """Return the text of a corrections file with fields set or removed, and who did it.

    Each field has the values that it is given, as a person types them: of a field that holds one
    the last counts, "" or "none" says that there is none; a field of several values has them apart
    or between semicolons, as the program shows them, and one in braces or brackets is YAML as is.
    Those of `unset` leave, each with its lines. `public_sha256` is the file that somebody looked at
    and calls public. Raises MistakeError where a field is unknown, or one to take away is not
    there, where the text can't be read, and where it has a shape in which nothing can be set: a
    root or `fields` in braces.
    """
    from build_scripts.describing.corrections.models import suggest

    for field in (*unset, *settings):
        if field not in FIELDS:
            raise MistakeError(1, f"`{field}` is no field. {suggest(field, list(FIELDS))}")
    for field in unset:
        text = _unset(text, field)
    for field, values in settings.items():
        text = _set(text, field, _write_values(field, values), below="fields")
    if public_sha256:
        entry = write_record({"by": by, "reason": note, "date": today})
        text = _set(text, "public", entry)
        text = _set(text, "sha256", public_sha256)
    for name, value in (("note", note), ("by", by)):
        if value:
            text = _set(text, name, write_scalar(value))
    return _set(text, "date", today.isoformat())


def says_nothing(text: str) -> bool:
    """Return whether a readable corrections file corrects, withholds and allows nothing."""
    pairs = _list_pairs(parse_yaml(text.encode()))
    return all(key.value in _ABOUT or is_nothing(held) for key, held in pairs)


def write_withholding(text: str, withholding: Withholding, sha256: str) -> str:
    """Return the text of a corrections file with one withholding more.

    `text` is "" for a file that is not there yet; the new one notes the order's `sha256`. Raises
    MistakeError where the text can't be read, or has a shape to which nothing can be added: a root
    in braces, `withhold` as one word.
    """
    words = withholding.words
    item = write_record(
        {
            "what": withholding.what,
            "words": words and words.text,
            "page": words and words.page,
            "line": words and words.line,
            "occurrence": words and words.occurrence,
            "field": withholding.field,
            "show": withholding.shown,
            "reason": withholding.reason,
            "by": withholding.by,
            "date": withholding.date,
        }
    )
    root = parse_yaml(text.encode())
    held = next((held for key, held in _list_pairs(root) if key.value == "withhold"), None)
    if held is not None:
        return _add_item(text, held, item)
    digest = f"sha256: {sha256}\n" if root is None else ""
    return f"{_end_line(text)}withhold:\n  - {item}\n{digest}"


def add_withholding(text: str, withholding: Withholding, sha256: str) -> str:
    """Return what `write_withholding` does, once it is seen to read back as it is meant.

    Blanks of the reason and the name are kept as a corrections file keeps them.
    Raises MistakeError where it does not, and where the text holds mistakes.
    """
    reason, by = (" ".join(one.split()) for one in (withholding.reason, withholding.by))
    withholding = replace(withholding, reason=reason, by=by)
    before = read_withholdings(text.encode())
    written = write_withholding(text, withholding, sha256)
    after = read_withholdings(written.encode())
    if [replace(one, corrections_line=1) for one in after] != [
        replace(one, corrections_line=1) for one in (*before, withholding)
    ]:
        raise MistakeError(1, "It would not read back as it is meant.")
    return written


def _write_values(field: str, values: Sequence[str]) -> str:
    several = FIELDS[field].several
    if several:
        values = [one for value in values for one in _part_values(value)]
    given = [
        _write_value(value, takes_yaml=several)
        for value in values
        if value.strip() not in ("", "none")
    ]
    if not several:
        return given[-1] if given else "null"
    if len(given) == 1 and given[0].startswith("["):
        return given[0]
    return f"[{', '.join(given)}]"


def _part_values(value: str) -> list[str]:
    return [value] if value.lstrip()[:1] in ("{", "[") else value.split(";")


def _write_value(value: str, *, takes_yaml: bool) -> str:
    """Return a value as YAML: a title may begin with a bracket; records may be YAML already."""
    flat = " ".join(value.split())
    is_yaml = takes_yaml and flat[0] in "{["
    return flat if is_yaml or _PLAIN.fullmatch(flat) else write_scalar(flat)


def _list_pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    if node is None:
        return []
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise MistakeError(node.start_mark.line + 1, "It has a form to which nothing can be added.")
    return list(node.value)


def _set(text: str, name: str, value: str, below: str = "") -> str:
    """Set a value at the root, or `below` one of its names, on a line of its own."""
    pairs = _list_pairs(parse_yaml(text.encode()))
    place, indent = len(text), ""
    if below:
        key, holder = next((pair for pair in pairs if pair[0].value == below), (None, None))
        if key is None or holder is None:
            return f"{_end_line(text)}{below}:\n  {name}: {value}\n"
        place, indent = _find_end(text, key), "  "
        pairs = []
        if not is_nothing(holder):
            pairs, indent = _list_pairs(holder), " " * holder.start_mark.column
    for key, held in pairs:
        if key.value == name:
            end = _find_end(text, held)
            return f"{text[: key.start_mark.index]}{name}: {value}\n{text[end:]}"
    return f"{_end_line(text[:place])}{indent}{name}: {value}\n{text[place:]}"


def _unset(text: str, field: str) -> str:
    """Take a field away with its lines; comments above and below it stay."""
    pairs = _list_pairs(parse_yaml(text.encode()))
    holder = next((held for key, held in pairs if key.value == "fields"), None)
    fields = [] if holder is None or is_nothing(holder) else _list_pairs(holder)
    for key, held in fields:
        if key.value == field:
            start = key.start_mark.index - key.start_mark.column
            return text[:start] + text[_find_end(text, held) :]
    known = ", ".join(key.value for key, _ in fields)
    content = f"It corrects {known}." if known else "It corrects nothing."
    raise MistakeError(1, f"`{field}` is not corrected here. {content}")


def _add_item(text: str, held: yaml.Node, item: str) -> str:
    """Add to a list as it is written, or make a list of the one withholding that is there."""
    start, end, indent = held.start_mark.index, held.end_mark.index, " " * held.start_mark.column
    if not isinstance(held, yaml.CollectionNode):
        raise MistakeError(held.start_mark.line + 1, "The order is withheld already.")
    head, is_list = text[:start], isinstance(held, yaml.SequenceNode)
    if is_list and held.flow_style:
        return f"{text[: end - 1]}, {item}]{text[end:]}"
    end = _find_end(text, held)
    there = _end_line(text[start:end])
    if held.flow_style:
        head, indent = f"{head.rstrip(' ')}\n  ", "  "
    if not is_list:
        there = "- " + there.replace("\n", "\n  ").removesuffix("  ")
    return f"{head}{there}{indent}- {item}\n{text[end:]}"


def _find_end(text: str, node: yaml.Node) -> int:
    """Return where a node's last line ends; YAML counts comments and blanks after it to it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return text.find("\n", node.end_mark.index - 1) + 1 or len(text)


def _end_line(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
