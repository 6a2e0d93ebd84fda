"""Text as antiword and wpd2text write it: a paragraph a line, notes in square brackets."""

from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.reading.word.flowing_text import FlowingText, Note, Paragraph, Run, mark_note

_PATTERNS = read_patterns(__package__, "bracketed_notes.toml")
RULE_ABOVE_NOTES = "-----------------------"  # antiword's
LONG = 90  # characters: more than a printed line holds, so a paragraph


def read_bracketed_notes(text: str) -> FlowingText:
    """Separate notes from text, raise their marks, and join no line that is longer than print.

    A note begins with a bracketed number that counts on from the last note's and that is also
    within a line above; "[1]" in a quotation stays. It goes on to the next blank line. Short lines
    that follow each other stay together (a caption, an address).
    """
    lines = text.replace("\r\n", "\n").replace("\f", "\n").split("\n")
    body: list[str] = []
    notes: list[tuple[str, list[str]]] = []
    in_note = False
    marked: set[str] = set()
    for line in lines:
        note = _PATTERNS.NOTE.fullmatch(line)
        if note and note["label"] == str(len(notes) + 1) and note["label"] in marked:
            notes.append((note["label"], [note["words"]]))
            in_note = True
            continue
        in_note = in_note and bool(line.strip())
        if line.strip() == RULE_ABOVE_NOTES:
            continue
        (notes[-1][1] if in_note else body).append(line)
        marked.update(match["label"] for match in _PATTERNS.MARK.finditer(line))
    labels = {label for label, _ in notes}
    told = [
        Note(label, tuple(Paragraph(((Run(line),),)) for line in note)) for label, note in notes
    ]
    return FlowingText(tuple(_group_lines(body, labels)), tuple(told), ())


def _group_lines(lines: list[str], labels: set[str]) -> list[Paragraph]:
    """Return paragraphs of one long line, or of the short lines between blank ones."""
    groups: list[list[str]] = [[]]
    for line in lines:
        if not line.strip():
            groups.append([])
        elif len(line) > LONG or (groups[-1] and len(groups[-1][-1]) > LONG):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [
        Paragraph(tuple(_raise_marks(line, labels) for line in group)) for group in groups if group
    ]


def _raise_marks(line: str, labels: set[str]) -> tuple[Run, ...]:
    """Make "[1]" the raised label "1" where a note answers to it."""
    runs: list[Run] = []
    position = 0
    for match in _PATTERNS.MARK.finditer(line):
        if match["label"] in labels:
            runs += Run(line[position : match.start()]), mark_note(match["label"])
            position = match.end()
    return (*runs, Run(line[position:]))
