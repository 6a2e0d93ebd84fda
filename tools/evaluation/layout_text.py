"""Text as `pdftotext -layout` writes it: place kept with blanks, pages parted by form feeds.

Variants: pleading paper with the numbers beside the lines or drifting off them, plain paper
double-spaced (9th Cir. memoranda), single-spaced, and justified with blanks (1st Cir.).
"""

import random
from collections import Counter
from dataclasses import dataclass

from tools.evaluation.composition import Setting, compose_body, compose_notes
from tools.evaluation.pagination import RULE_GAP, SetPage, list_page_starts, paginate
from tools.evaluation.prose import KnownOrder, draw_from
from tools.evaluation.rendering import Rendering
from tools.evaluation.typesetting import Face, SetLine

FORM = "layout text"
ROW = 12.0  # points of a single-spaced line
PAGE_ID = "PageID.<pageID> "


def measure_columns(text: str, _: Face) -> float:
    """All characters are one column wide."""
    return float(len(text))


@dataclass(slots=True)
class _Sheet:
    """A page in the making: lines by their depth in points."""

    rows: list[tuple[float, str]]

    def put(self, depth: float, text: str) -> None:
        self.rows.append((depth, text))


def render_layout_text(order: KnownOrder, seed: int) -> Rendering:
    """Write an order as layout text of a variant drawn by the seed."""
    chance = draw_from(seed)
    variant = chance.choice(("pleading", "pleading", "drifting", "double", "single", "justified"))
    numbered = variant in ("pleading", "drifting")
    pitch = 12.0 if variant == "single" else 24.0
    setting = Setting(
        column=float(chance.choice((84, 88, 92))) if numbered else float(chance.choice((66, 78))),
        size=1,
        note_size=1,
        pitch=pitch,
        tight=12.0,
        indent=float(chance.choice((6, 8))),
        quote_indent=float(chance.choice((6, 10))),
        align="justified" if variant == "justified" else "left",
        gap=12.0 if variant == "single" else 0.0,
        outer_align=chance.choice(("centred", "centred", "left")),
        list_style=chance.choice(("hanging", "first")),
        note_indent=float(chance.choice((0, 0, 6))),
        note_gap=float(chance.choice((0, 12))) if not numbered else 0.0,
        note_label_raised=chance.random() < 0.5,
    )
    lines = compose_body(order, setting, measure_columns)
    notes = compose_notes(order, setting, measure_columns)
    height = 28 * 24.0 if numbered else 52 * ROW
    pages = paginate(
        lines, notes, height, 16 * 24.0 if numbered else 26 * ROW, chance.random() < 0.5
    )
    stamp = chance.choice(("stamp", "page id", "none"))
    foot = chance.choice(("number", "docket"))
    written: list[str] = []
    numbers: Counter[tuple[int, int]] = Counter()
    line_number = 1
    for number, page in enumerate(pages, 1):
        text: list[str] = []
        if stamp != "none" and (numbered or variant == "double"):
            page_id = PAGE_ID if stamp == "page id" else ""
            text.append(
                f"Case {order.docket} Document {order.document} Filed {order.filed} "
                f"{page_id}Page {number} of {len(pages)}"
            )
            text.append("")
        body = _write_sheet(order, variant, setting, page, number == 1, height, chance)
        for row, value in body:
            if value is not None:
                numbers[line_number + len(text), value] += 1
            text.append(row)
        text += (
            ["", f"{'':{int(setting.column / 2) + 5}}{number}"] if number > 1 or numbered else []
        )
        if foot == "docket" and numbered:
            text.append(" " * int(setting.column - 12) + order.docket.split(":")[1])
        text.append("")
        line_number += len(text)
        written.append("\n".join(text) + "\n")
    return Rendering(
        FORM,
        f"{variant} {setting.align} column {setting.column} note {setting.note_label_raised}",
        order,
        "\f".join(written).encode(),
        numbers,
        by_line=True,
        page_starts=list_page_starts(pages),
        pages=len(pages),
    )


def _write_sheet(
    order: KnownOrder,
    variant: str,
    setting: Setting,
    page: SetPage,
    first: bool,
    height: float,
    chance: random.Random,
) -> list[tuple[str, int | None]]:
    """A page's lines, each with the line number printed on it."""
    sheet = _Sheet([])
    if first:
        _write_caption(sheet, order, setting, variant)
    for depth, line in page.lines:
        sheet.put(depth, _write_line(line))
    if page.notes:
        y = height - page.notes_height + RULE_GAP
        for note in page.notes:
            y += note.pitch + note.before
            _write_note_line(sheet, y, note)
    rows = sorted(sheet.rows, key=lambda row: row[0])
    if variant not in ("pleading", "drifting"):
        return [(row, None) for row in _space_out(rows)]
    drift = chance.choice((0.0, 7.0)) if variant == "drifting" else 0.0
    merged: list[tuple[float, str, int | None]] = [
        (depth + drift, text, None) for depth, text in rows
    ]
    for value in range(1, 29):
        at = 24.0 * value
        beside = next(
            (i for i, row in enumerate(merged) if abs(row[0] - at) <= 5 and row[2] is None), None
        )
        if beside is None:
            merged.append((at, "", value))
        else:
            merged[beside] = (merged[beside][0], merged[beside][1], value)
    merged.sort(key=lambda row: row[0])
    gutter = 5
    return [
        (
            (f"{value:>2}" if value is not None else "  ").ljust(gutter if text else 0) + text,
            value,
        )
        for _, text, value in merged
    ]


def _write_note_line(sheet: _Sheet, y: float, line: SetLine) -> None:
    """A raised label comes out on a line of its own, above the words that it stands beside."""
    label = line.words[0].pieces[0]
    if label.face.raised:
        sheet.put(y - 2, " " * int(line.x) + label.text)
        rest = "".join(piece.text for piece in line.words[0].pieces[1:])
        words = [rest, *(word.text for word in line.words[1:])]
        sheet.put(y, " " * (int(line.x) + len(label.text) + 2) + " ".join(words))
    else:
        sheet.put(y, _write_line(line))


def _space_out(rows: list[tuple[float, str]]) -> list[str]:
    """A blank line for each further row of space."""
    out: list[str] = []
    previous = rows[0][0] if rows else 0.0
    for depth, text in rows:
        blanks = max(0, round((depth - previous) / ROW) - 1)
        out.extend([""] * blanks)
        out.append(text)
        previous = depth
    return out


def _write_line(line: SetLine) -> str:
    words = [word.text for word in line.words]
    natural = " ".join(words)
    if line.align == "centred":
        return " " * round(line.x + (line.width - len(natural)) / 2) + natural
    if line.align == "justified" and len(words) > 1:
        spare = max(0, int(line.width) - len(natural))
        gaps = len(words) - 1
        each, extra = divmod(spare, gaps)
        natural = words[0]
        for at, word in enumerate(words[1:]):
            natural += " " * (1 + each + (1 if at < extra else 0)) + word
    return " " * int(line.x) + natural


def _write_caption(sheet: _Sheet, order: KnownOrder, setting: Setting, variant: str) -> None:
    pitch = 24.0 if variant in ("pleading", "drifting") else 12.0
    depth = 2 * pitch
    column = int(setting.column)
    for line in ("UNITED STATES DISTRICT COURT", order.district.upper()):
        sheet.put(depth, line.center(column).rstrip())
        depth += pitch
    depth += pitch
    half = column // 2
    left = [
        *_wrap(f"{order.plaintiff},", half - 6),
        " " * 20 + "Plaintiff,",
        " " * 8 + "v.",
        *_wrap(f"{order.defendant},", half - 6),
        " " * 20 + "Defendant.",
    ]
    right = ["Case No. " + order.docket, "", *_wrap(order.title, column - half - 4)]
    rows = max(len(left), len(right))
    left += [""] * (rows - len(left))
    right += [""] * (rows - len(right))
    for one, other in zip(left, right, strict=True):
        sheet.put(depth, f"{one:{half}}    {other}".rstrip())
        depth += pitch


def _wrap(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
