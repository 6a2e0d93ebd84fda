"""Orders as word processors keep them: DOCX, ODT and RTF, written by pandoc."""

import json
from functools import cache

from build_scripts.model.clean_order import BlockKind
from build_scripts.reading.external.program import Program, run_program
from tools.evaluation.prose import KnownBlock, KnownOrder, Run, draw_from
from tools.evaluation.rendering import Rendering

PANDOC = Program("pandoc", "pandoc", seconds=120)
FORMS = ("docx", "odt", "rtf")


def render_word_file(order: KnownOrder, seed: int) -> Rendering:
    """Write an order as DOCX, ODT or RTF; pandoc is handed its own tree, so nothing is parsed."""
    form = FORMS[seed % len(FORMS)]
    chance = draw_from(seed)
    notes = {note.label: note.runs for note in order.notes}
    centred = chance.random() < 0.5
    head = [
        "UNITED STATES DISTRICT COURT",
        order.district.upper(),
        f"{order.plaintiff},",
        "Plaintiff,",
        "v.",
        f"{order.defendant},",
        "Defendant.",
        f"Case No. {order.docket}",
    ]
    blocks: list[object] = [_paragraph((Run(line),), {}) for line in head]
    blocks.append({"t": "Para", "c": [{"t": "Strong", "c": _inlines((Run(order.title),), {})}]})
    blocks += [_write_block(block, notes, centred) for block in order.blocks]
    tree = {"pandoc-api-version": _read_version(), "meta": {}, "blocks": blocks}
    arguments = ["--from", "json", "--to", form, "--standalone", "--output", "-"]
    data = run_program(PANDOC, arguments, json.dumps(tree).encode())
    return Rendering(f"word file ({form})", form, order, data)


@cache
def _read_version() -> list[int]:
    """The version of pandoc's tree that the installed pandoc takes."""
    tree = json.loads(run_program(PANDOC, ["--from", "markdown", "--to", "json"], b""))
    return list(tree["pandoc-api-version"])


def _write_block(block: KnownBlock, notes: dict[str, tuple[Run, ...]], bold: bool) -> object:
    if block.kind is BlockKind.HEADING:
        if bold:
            return {"t": "Para", "c": [{"t": "Strong", "c": _inlines(block.runs, notes)}]}
        return {"t": "Header", "c": [2, ["", [], []], _inlines(block.runs, notes)]}
    if block.kind is BlockKind.QUOTE:
        return {"t": "BlockQuote", "c": [_paragraph(block.runs, notes)]}
    if block.bullet:
        return {"t": "BulletList", "c": [[_paragraph(block.runs, notes)]]}
    return _paragraph(block.runs, notes)


def _paragraph(runs: tuple[Run, ...], notes: dict[str, tuple[Run, ...]]) -> dict[str, object]:
    return {"t": "Para", "c": _inlines(runs, notes)}


def _inlines(runs: tuple[Run, ...], notes: dict[str, tuple[Run, ...]]) -> list[object]:
    out: list[object] = []
    for run in runs:
        if run.mark:
            out.append({"t": "Note", "c": [_paragraph(notes[run.text], {})]})
            continue
        inlines: list[object] = []
        for at, piece in enumerate(run.text.split(" ")):
            if at:
                inlines.append({"t": "Space"})
            if piece:
                inlines.append({"t": "Str", "c": piece})
        out += [{"t": "Emph", "c": inlines}] if run.italic else inlines
    return out
