"""Read the Caselaw Access Project's case JSON: head matter and opinions, as law reports printed
them.

The project sets one paragraph a line. A footnote mark is a numeral alone on a line, between the
halves of its paragraph; notes are at the end of their opinion and begin "3 . ", with a
blank before the point.
"""

from collections.abc import Iterable, Iterator, Sequence

from build_scripts.model.source_text import ExternalFacts, LineKind, SourceFormat, SourceText
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.paragraphs import Flow, append_mark, begin_note, set_pages
from build_scripts.reading.service_json.json_object import (
    JsonObject,
    read_date,
    read_object,
    read_objects,
    read_string,
    read_strings,
)

_PATTERNS = read_patterns(__package__, "cap.toml")
LONGEST_HEADING = 80  # characters
MAIN_TYPES = frozenset(("majority", "head-matter"))


def is_cap(source: JsonObject) -> bool:
    """Return whether the object is a case of the Caselaw Access Project."""
    return "casebody" in source or ("head_matter" in source and "opinions" in source)


def read_cap(source: JsonObject, encoding: str, path: str) -> SourceText:
    """Read a case as static.case.law or the project's API gives it.

    `decoded` is the head matter and, for each opinion, its type if it is not the main one, its
    author if the text does not name him, and its text. The line with the type begins a part. Marks
    and labels of notes that are certain by their form are raised. Raises UnreadableOrderError for a
    case without text.
    """
    casebody = read_object(source, "casebody") or source
    body = read_object(casebody, "data") or casebody
    head = read_string(body, "head_matter")
    texts = [head]
    flows = _set_part(head)
    # The court's own opinion first: some cases list a dissent before it.
    opinions = sorted(read_objects(body, "opinions"), key=_is_separate)
    for opinion in opinions:
        text = read_string(opinion, "text")
        if not text:
            continue
        if _is_separate(opinion):
            kind = read_string(opinion, "type")
            heading = kind.replace("-", " ").upper()
            texts.append(heading)
            flows.append(Flow(heading, kind=LineKind.HEADING, heading_level=1, part=kind))
        author = read_string(opinion, "author").strip()
        if author and author not in text and author not in head:
            texts.append(author)
            flows.append(Flow(author))
        texts.append(text)
        flows.extend(_set_part(text))
    if not flows:
        raise UnreadableOrderError.of(
            path,
            "The case holds no text: `casebody` has neither head matter nor opinions.",
            "Fetch the case with its full text (`full_case=true`, or from static.case.law).",
        )
    pages, _ = set_pages(flows)
    return SourceText(
        SourceFormat.CAP, encoding, "\n\n".join(texts), pages, external=_read_facts(source, body)
    )


def _is_separate(opinion: JsonObject) -> bool:
    """Return whether an opinion is another writing than the court's own, by its type."""
    kind = read_string(opinion, "type")
    return bool(kind) and kind not in MAIN_TYPES


def _set_part(text: str) -> list[Flow]:
    """Set the head matter or one opinion: body, then its notes."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    flows: list[Flow] = []
    for part in _split_writings([line for line in lines if line]):
        first = _find_notes(part)
        labels = [label for line in part[first:] if (label := _read_note_label(line))]
        flows += _set_body(part[:first], frozenset(labels))
        flows += _set_notes(part[first:], part[:first])
    return flows


def _split_writings(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Split a text where its marks count from the start again: each writing has its own."""
    start = end = 0
    marked: set[str] = set()
    noted: set[str] = set()
    for index, line in enumerate(lines):
        mark = _PATTERNS.MARK.fullmatch(line)
        if mark and mark["label"] in noted and marked == noted:
            yield lines[start:end]
            start, marked, noted = end, set(), set()
        if mark:
            marked.add(mark["label"])
        elif (label := _read_note_label(line)) and label in marked:
            noted.add(label)
            end = index + 1
    yield lines[start:]


def _find_notes(lines: Sequence[str]) -> int:
    """Return where the notes begin: below all marks, and one of them answers to a mark."""
    marks = {
        index: mark["label"]
        for index, line in enumerate(lines)
        if (mark := _PATTERNS.MARK.fullmatch(line))
    }
    labels = frozenset(marks.values())
    last = max(marks, default=-1)
    for index, line in enumerate(lines):
        match = _PATTERNS.NOTE.match(line)
        if match is None or (match["bare"] and (index < last or match["label"] not in labels)):
            continue
        if any(_read_note_label(below) in labels for below in lines[index:]):
            return index
    return len(lines)


def _read_note_label(line: str) -> str | None:
    match = _PATTERNS.NOTE.match(line)
    return match["label"] if match else None


def _set_body(lines: Sequence[str], labels: frozenset[str]) -> list[Flow]:
    flows: list[Flow] = []
    marked = False
    for line in lines:
        mark = _PATTERNS.MARK.fullmatch(line)
        if mark and flows and mark["label"] in labels:
            flows[-1] = append_mark(flows[-1], mark["label"])
            marked = True
            continue
        joins = marked and _goes_on(flows[-1], line)
        flows.append(Flow(line, kind=LineKind.REST if joins else LineKind.PARAGRAPH))
        marked = False
    return flows


def _goes_on(above: Flow, line: str) -> bool:
    """Return whether the paragraph continues below its mark, as headings never do; a mark that ends
    a sentence seldom ends its paragraph too.
    """
    if line[:1].islower():
        return True
    words = above.text[: above.styles[0].start] if above.styles else above.text
    if len(words) < LONGEST_HEADING and not _PATTERNS.ENDED.search(words) and words.isupper():
        return False
    short = len(line) < LONGEST_HEADING and not _PATTERNS.ENDED.search(line)
    return not (short and (_PATTERNS.NUMBERED.match(line) or line.isupper()))


def _set_notes(lines: Iterable[str], above: Iterable[str]) -> list[Flow]:
    marks = {mark["label"] for line in above if (mark := _PATTERNS.MARK.fullmatch(line))}
    flows: list[Flow] = []
    for line in lines:
        match = _PATTERNS.NOTE.match(line)
        if match and not (match["bare"] and match["label"] not in marks):
            flows.append(begin_note(match["label"], line[match.end() :]))
        else:
            flows.append(Flow(line, in_note=True))
    return flows


def _read_facts(source: JsonObject, body: JsonObject) -> ExternalFacts:
    court = read_object(source, "court")
    number = read_string(source, "docket_number")
    citations = (read_string(item, "cite") for item in read_objects(source, "citations"))
    return ExternalFacts(
        case_name=read_string(source, "name_abbreviation", "name"),
        docket_numbers=(number,) if number else (),
        court_name=read_string(court, "name"),
        date=read_date(source, "decision_date"),
        judges=read_strings(body, "judges"),
        citations=tuple(dict.fromkeys(cite for cite in citations if cite)),
    )
