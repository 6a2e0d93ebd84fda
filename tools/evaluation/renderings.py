"""Clean prose rendered in every form, read and cleaned again: the table by form."""

import json
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import ArchiveError
from build_scripts.reading import read_order
from tools.evaluation.html import render_html
from tools.evaluation.layout_text import render_layout_text
from tools.evaluation.measure import Counts, measure
from tools.evaluation.pleading_pdf import render_pleading_pdf
from tools.evaluation.prose import KnownOrder, write_order
from tools.evaluation.rendering import Rendering
from tools.evaluation.scan import render_scan
from tools.evaluation.slip_opinion_pdf import render_slip_opinion_pdf
from tools.evaluation.tool_markdown import render_tool_markdown
from tools.evaluation.word_file import render_word_file

Render = Callable[[KnownOrder, int], Rendering]
# Each form's renderer and its part of all renderings; scans are slow and counted apart.
FORMS: tuple[tuple[str, Render, float], ...] = (
    ("pleading PDF", render_pleading_pdf, 0.24),
    ("slip opinion PDF", render_slip_opinion_pdf, 0.18),
    ("layout text", render_layout_text, 0.20),
    ("tool Markdown", render_tool_markdown, 0.18),
    ("HTML", render_html, 0.12),
    ("word file", render_word_file, 0.08),
)
SCANS = 0.016  # of all renderings
DIGITAL = "all born digital"


@dataclass(frozen=True, slots=True)
class Result:
    """A rendering, what came out of it, and how good that is."""

    rendering: Rendering
    clean: CleanOrder | None
    counts: Counts


def clean_rendering(rendering: Rendering) -> Result:
    """Read and clean a rendering, and measure; an error of the program is counted as one."""
    raw = RawOrder.from_bytes("order", rendering.data)
    try:
        clean = clean_order(read_order(raw))
    except ArchiveError:
        words = len(rendering.order.words)
        return Result(rendering, None, Counts(renderings=1, failed=1, words=words, edits=words))
    return Result(rendering, clean, measure(rendering, clean))


def plan_renderings(seed: int, count: int, scans: int | None = None) -> list[tuple[int, int]]:
    """Which renderings make up about `count`: each form's place in `FORMS` and its own seed."""
    plan = [
        (rank, 1_000_000 * seed + 100_000 * rank + at)
        for rank, (_, _, share) in enumerate(FORMS)
        for at in range(round(share * count))
    ]
    of_scans = max(1, round(SCANS * count)) if scans is None else scans
    return plan + [(len(FORMS), 1_000_000 * seed + 900_000 + at) for at in range(of_scans)]


def render_and_measure(planned: tuple[int, int]) -> tuple[str, bool, Counts]:
    """Render one order, clean it, and measure: the form, whether it is a scan, and the counts."""
    rank, seed = planned
    render = FORMS[rank][1] if rank < len(FORMS) else render_scan
    rendering = render(write_order(seed), seed)
    return rendering.form, rendering.ocr, clean_rendering(rendering).counts


def measure_renderings(seed: int, count: int, scans: int | None = None) -> dict[str, Counts]:
    """Counts by form, and "all born digital"; the same for the same seed. Uses all processors."""
    table: dict[str, Counts] = {}
    with ProcessPoolExecutor() as pool:
        measured = pool.map(render_and_measure, plan_renderings(seed, count, scans))
        for form, ocr, counts in measured:
            table.setdefault(form, Counts()).add(counts)
            if not ocr:
                table.setdefault(DIGITAL, Counts()).add(counts)
    return table


def print_renderings(seed: int, count: int, as_json: bool) -> None:
    """Print the table by form."""
    table = measure_renderings(seed, count)
    if as_json:
        print(json.dumps({form: show_counts(counts) for form, counts in table.items()}, indent=2))
        return
    head = (
        "form",
        "files",
        "pages",
        "prec.",
        "recall",
        "word err.",
        "made up",
        "breaks",
        "notes",
        "joined",
        "title",
        "kinds",
    )
    print(f"{head[0]:<20}" + "".join(f"{name:>10}" for name in head[1:]))
    for form, counts in table.items():
        shown = show_counts(counts)
        row = [
            str(counts.renderings) + (f" (-{counts.failed})" if counts.failed else ""),
            str(counts.pages),
            *(f"{shown[key]:.4f}" for key in ("precision", "recall", "word_error")),
            str(counts.made_up),
            *(f"{shown[key]:.4f}" for key in ("break_f1", "tied", "joined", "titles", "kinds")),
        ]
        print(f"{form:<20}" + "".join(f"{cell:>10}" for cell in row))


def show_counts(counts: Counts) -> dict[str, float]:
    """A form's counts as the shares that floors are set on."""
    return {
        "files": counts.renderings,
        "failed": counts.failed,
        "pages": counts.pages,
        "precision": counts.precision,
        "recall": counts.recall,
        "word_error": counts.word_error,
        "made_up": counts.made_up,
        "break_f1": counts.break_f1,
        "tied": counts.tied,
        "joined": counts.joined,
        "titles": counts.titles_right / max(1, counts.renderings),
        "kinds": counts.kinds_right / max(1, counts.kinds),
    }
