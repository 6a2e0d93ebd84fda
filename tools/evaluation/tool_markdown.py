"""Markdown as PDF-to-Markdown tools write pleading paper: the line numbers among the text.

Three ways of one tool, a page each at random: the numbers of the page as a run of lines and the
text in whole paragraphs; a number before each printed line; the numbers inside whole paragraphs,
between the words that a printed line parted. Glued numbers ("9The") come in the last two.
"""

import random
import re
from collections import Counter
from dataclasses import dataclass, field

from build_scripts.model.clean_order import BlockKind
from tools.evaluation.composition import Setting, compose_body, compose_notes
from tools.evaluation.layout_text import measure_columns
from tools.evaluation.pagination import SetPage, list_page_starts, paginate
from tools.evaluation.prose import KnownOrder, draw_from
from tools.evaluation.rendering import Rendering
from tools.evaluation.typesetting import SetLine, Word

FORM = "tool Markdown"
HARD_BREAK = "  "
NUMBERS = 28


@dataclass(slots=True)
class _Sheet:
    """Lines written so far, and the line numbers in them by line of the file."""

    lines: list[str] = field(default_factory=list)
    numbers: Counter[tuple[int, int]] = field(default_factory=Counter)
    last: int = 0  # the number written last on this page

    def put(self, text: str = "", *values: int) -> None:
        self.lines.append(text)
        self.last = values[-1] if values else self.last
        for value in values:
            self.numbers[len(self.lines), value] += 1


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the tool does in one file."""

    glue: float  # how often a number is glued to the word after it
    bold_headings: bool  # else `##`
    raised: bool  # marks as <sup>, else glued to the word
    margin_name: bool
    stamp: bool
    escapes: bool
    links: bool
    ways: tuple[str, ...]


def render_tool_markdown(order: KnownOrder, seed: int) -> Rendering:
    """Write an order as such a tool would, by habits drawn by the seed."""
    chance = draw_from(seed)
    ways = chance.choice(
        (("before",), ("inside",), ("run", "before"), ("run", "before", "inside"), ("none",))
    )
    habits = _Habits(
        glue=chance.choice((0.0, 0.0, 0.15)),
        bold_headings=chance.random() < 0.6,
        raised=chance.random() < 0.7,
        margin_name=chance.random() < 0.5,
        stamp=chance.random() < 0.5,
        escapes=chance.random() < 0.5,
        links=chance.random() < 0.5,
        ways=ways,
    )
    setting = Setting(column=92.0, size=1, note_size=1, indent=8.0, quote_indent=8.0, tight=12.0)
    lines = compose_body(order, setting, measure_columns)
    notes = compose_notes(order, setting, measure_columns)
    height = NUMBERS * 24.0
    pages = paginate(lines, notes, height, 15 * 24.0, split_notes=False)
    sheet = _Sheet()
    for number, page in enumerate(pages, 1):
        _write_page(sheet, order, page, number, len(pages), habits, chance)
    return Rendering(
        FORM,
        " ".join(
            (
                "+".join(ways),
                f"glue {habits.glue}",
                "bold" if habits.bold_headings else "##",
                "<sup>" if habits.raised else "glued marks",
            )
        ),
        order,
        ("\n".join(sheet.lines) + "\n").encode(),
        sheet.numbers,
        by_line=True,
        page_starts=list_page_starts(pages),
        pages=len(pages),
    )


def _write_page(
    sheet: _Sheet,
    order: KnownOrder,
    page: SetPage,
    number: int,
    count: int,
    habits: _Habits,
    chance: random.Random,
) -> None:
    way = "run" if number == 1 and "run" in habits.ways else chance.choice(habits.ways)
    if habits.stamp:
        sheet.put(
            f"Case {order.docket} Document {order.document} Filed {order.filed} Page {number} of {count}"
        )
        sheet.put()
    if habits.margin_name and way != "none":
        sheet.put(f"United States District Court{HARD_BREAK}")
        sheet.put(order.district)
        sheet.put()
    printed = sheet.last = 0
    if way == "run":
        for value in range(1, NUMBERS + 1):
            sheet.put(f"{value}{HARD_BREAK}" if value < NUMBERS else f"{value}", value)
        sheet.put()
    elif number == 1 and way != "none":
        for printed in range(1, 4):
            sheet.put(f"{printed}{HARD_BREAK}", printed)
        sheet.put()
    if number == 1:
        printed = _write_caption(sheet, order, way, printed, habits)
    printed = _write_body(sheet, order, page, way, printed, habits, chance)
    if way in ("before", "inside"):
        for value in range(printed + 1, NUMBERS + 1):
            sheet.put(f"{value}{HARD_BREAK}", value)
        sheet.put()
    if page.notes:
        rule = r"\_" * 9 if habits.escapes else "_" * 9
        sheet.put(rule)
        _write_notes(sheet, page, habits)


def _write_caption(
    sheet: _Sheet, order: KnownOrder, way: str, printed: int, habits: _Habits
) -> int:
    numbered = way in ("before", "inside")

    def put(text: str, end: str = HARD_BREAK) -> None:
        nonlocal printed
        printed += 1
        if numbered:
            sheet.put(f"{printed} {text}{end}", printed)
        else:
            sheet.put(f"{text}{end}")

    put("UNITED STATES DISTRICT COURT")
    put(order.district.upper(), "")
    sheet.put()
    put(f"{order.plaintiff},")
    put("Plaintiff,")
    put("v.")
    put(f"{order.defendant},")
    put("Defendant.", "")
    sheet.put()
    put(f"Case No. [{order.docket}](#)" if habits.links else f"Case No. {order.docket}", "")
    sheet.put()
    printed += 1
    head = f"{printed} " if numbered else ""
    sheet.put(f"{head}**{order.title}**", *([printed] if numbered else []))
    sheet.put()
    return printed


def _write_body(
    sheet: _Sheet,
    order: KnownOrder,
    page: SetPage,
    way: str,
    printed: int,
    habits: _Habits,
    chance: random.Random,
) -> int:
    """The page's lines by block; every line on double-spaced paper has a number."""
    starts = _list_block_starts(order)
    paragraph: list[tuple[SetLine, int]] = []
    block: int | None = None
    for depth, line in page.lines:
        own = _block_of(starts, line.words[-1].index)
        if paragraph and own != block:
            _write_paragraph(sheet, order, block or 0, paragraph, way, habits, chance)
            paragraph = []
        block = own
        at = max(printed, int(depth / 24.0 + 0.25)) if way != "inside" else printed + 1
        if way == "before" and at > printed + 1 and not paragraph:
            for value in range(printed + 1, at):  # lines without text keep their numbers
                sheet.put(f"{value}{HARD_BREAK}", value)
            sheet.put()
        printed = at
        paragraph.append((line, printed))
    if paragraph:
        _write_paragraph(sheet, order, block or 0, paragraph, way, habits, chance)
    return printed


def _write_paragraph(
    sheet: _Sheet,
    order: KnownOrder,
    block: int,
    lines: list[tuple[SetLine, int]],
    way: str,
    habits: _Habits,
    chance: random.Random,
) -> None:
    kind = order.blocks[block].kind
    begins = lines[0][0].words[0].index in _list_block_starts(order)
    prefix = "> " if kind is BlockKind.QUOTE and way in ("run", "none") else ""
    if order.blocks[block].bullet and begins:
        prefix = "- "
    heading = kind is BlockKind.HEADING
    texts = [_write_words(line.words, habits) for line, _ in lines]
    if order.blocks[block].bullet and begins and way in ("run", "none"):
        texts[0] = texts[0].removeprefix("• ")
    if heading and (habits.bold_headings or way in ("before", "inside")):
        texts[0] = f"**{texts[0]}"
        texts[-1] = f"{texts[-1]}**"
    if way in ("run", "none"):
        mark = "## " if heading and not habits.bold_headings else prefix
        sheet.put(mark + " ".join(texts))
    elif way == "before":
        for at, ((_, printed), text) in enumerate(zip(lines, texts, strict=True)):
            end = HARD_BREAK if at + 1 < len(lines) else ""
            if printed <= sheet.last or printed > NUMBERS:  # a tight line between two numbers
                sheet.put(f"{text}{end}")
                continue
            sheet.put(f"{printed}{_part(text, habits, chance)}{text}{end}", printed)
    else:
        joined = ""
        values = []
        for (_, printed), text in zip(lines, texts, strict=True):
            if printed > NUMBERS:
                joined += f" {text}" if joined else text
                continue
            gap = " " if joined else ""
            joined += f"{gap}{printed}{_part(text, habits, chance) if not joined else ' '}{text}"
            values.append(printed)
        sheet.put(joined, *values)
    sheet.put()


def _part(text: str, habits: _Habits, chance: random.Random) -> str:
    """The blank between a number and its line; none where the tool glued them."""
    glued = chance.random() < habits.glue and re.match(r"[^\W\d_]|“", text)
    return "" if glued else " "


def _write_words(words: list[Word], habits: _Habits) -> str:
    written = []
    for word in words:
        text = ""
        for piece in word.pieces:
            raised = piece.face.raised and habits.raised
            text += f"<sup>{piece.text}</sup>" if raised else piece.text
        written.append(text)
    return " ".join(written)


def _write_notes(sheet: _Sheet, page: SetPage, habits: _Habits) -> None:
    note: list[str] = []
    for line in page.notes:
        first = line.words[0].pieces[0]
        if first.face.raised and note:
            sheet.put(" ".join(note))
            sheet.put()
            note = []
        if first.face.raised:
            label = f"<sup>{first.text}</sup> "
            rest = "".join(piece.text for piece in line.words[0].pieces[1:])
            note.append(label + " ".join([rest, *(word.text for word in line.words[1:])]))
        else:
            note.append(_write_words(line.words, habits))
    sheet.put(" ".join(note))
    sheet.put()


def _list_block_starts(order: KnownOrder) -> list[int]:
    starts = []
    index = 0
    for block in order.blocks:
        starts.append(index)
        index += len(block.text.split())
    return starts


def _block_of(starts: list[int], index: int) -> int:
    return max(at for at, start in enumerate(starts) if start <= index)
