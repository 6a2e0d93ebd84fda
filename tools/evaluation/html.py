"""Orders as HTML: a court's own page, and opinions as CourtListener keeps them."""

import random
import re
from html import escape

from build_scripts.model.clean_order import BlockKind
from tools.evaluation.prose import KnownBlock, KnownNote, KnownOrder, Run, draw_from
from tools.evaluation.rendering import Rendering

FORM = "HTML"
PAGE_WORDS = (180, 320)  # between two star pages


def render_html(order: KnownOrder, seed: int) -> Rendering:
    """Write an order as HTML of a variant drawn by the seed."""
    chance = draw_from(seed)
    variant = chance.choice(("court", "lawbox", "resource.org"))
    starts: list[int] = []
    write = {"court": _write_court, "lawbox": _write_lawbox, "resource.org": _write_resource}
    text = write[variant](order, chance, starts)
    return Rendering(
        FORM, variant, order, text.encode(), page_starts=tuple(starts), pages=len(starts) + 1
    )


def _write_court(order: KnownOrder, chance: random.Random, _: list[int]) -> str:
    """A court's page: headings, paragraphs, quotations, superscript links, notes at the end."""
    listed = chance.random() < 0.5
    out = [
        "<!DOCTYPE html>",
        f"<html><head><title>{escape(order.title)}</title></head><body>",
        '<p style="text-align:center">UNITED STATES DISTRICT COURT<br>',
        f"{escape(order.district.upper())}</p>",
        f"<p>{escape(order.plaintiff)},<br>Plaintiff,<br>v.<br>{escape(order.defendant)},<br>Defendant.</p>",
        f"<p>Case No. {order.docket}</p>",
        f"<p><b>{escape(order.title)}</b></p>",
    ]
    for block in order.blocks:
        words = _write_runs(block.runs, 'sup><a href="#fn{0}">{0}</a></sup', chance)
        tag = _tag(block)
        bullet = "• " if block.bullet else ""
        out.append(f"<{tag}>{bullet}{words}</{tag.split()[0]}>")
    if order.notes:
        out.append("<hr>")
    for note in order.notes:
        words = _write_runs(note.runs, "", chance)
        if listed:
            out.append(
                f'<div class="footnote" id="fn{note.label}"><sup>{note.label}</sup> <p>{words}</p></div>'
            )
        else:
            out.append(
                f'<p class="footnote" id="fn{note.label}"><sup>{note.label}</sup> {words}</p>'
            )
    return "\n".join([*out, "</body></html>"])


def _write_lawbox(order: KnownOrder, chance: random.Random, starts: list[int]) -> str:
    """Centred head, star pages as spans, marks in brackets."""
    page = chance.randint(40, 900)
    out = [
        "<div>",
        f"<center><h1>{escape(order.plaintiff)}, Plaintiff,<br>\nv.<br>\n{escape(order.defendant)}, Defendant.</h1></center>",
        f"<center>Case No. {order.docket}.</center>",
        f"<center><p><b>United States District Court, {escape(order.district)}.</b></p></center>",
        f"<center>{order.date}.</center>",
        f"<p><b>{escape(order.title)}</b></p>",
    ]
    index = 0
    next_page = chance.randint(*PAGE_WORDS)
    for block in order.blocks:
        length = len(block.text.split())
        tag = "blockquote" if block.kind is BlockKind.QUOTE else "p"
        star = None
        if index <= next_page < index + length and block.kind is not BlockKind.SIGNATURE:
            page += 1
            at = next_page - index
            star = (at, f'<span class="star-pagination">*{page}</span> ')
            starts.append(next_page)
            next_page += chance.randint(*PAGE_WORDS)
        words = _write_runs(block.runs, "sup>[{0}]</sup", chance, star)
        bullet = "• " if block.bullet else ""
        words = f"<b>{words}</b>" if block.kind is BlockKind.HEADING else words
        out.append(f"<{tag}>{bullet}{words}</{tag}>")
        index += length
    if order.notes:
        out.append("<h2>NOTES</h2>")
    for note in order.notes:
        words = _write_runs(note.runs, "", chance)
        out.append(f"<p>[{note.label}]  {words}</p>")
    return "\n".join([*out, "</div>"])


def _write_resource(order: KnownOrder, chance: random.Random, _: list[int]) -> str:
    """Numbered paragraphs in `div.num`, notes in `div.footnotes`."""
    out = [
        f'<p class="parties">{escape(order.plaintiff)}, Plaintiff,<br/>v.<br/>{escape(order.defendant)}, Defendant.</p>',
        f'<p class="docket">No. {order.docket}.</p>',
        f'<p class="court">United States District Court, {escape(order.district)}.</p>',
        f'<p class="date">{order.date}.</p>',
        f'<div class="prelims"><p class="indent">{escape(order.title)}</p></div>',
    ]
    number = 0
    for block in order.blocks:
        words = _write_runs(
            block.runs, 'a class="footnote" href="#fn{0}" id="fn{0}_ref">{0}</a', chance
        )
        bullet = "• " if block.bullet else ""
        if block.kind is BlockKind.QUOTE:
            out.append(f"<blockquote>{words}</blockquote>")
            continue
        number += 1
        out += [
            f'<div class="num" id="p{number}">',
            f'  <span class="num">{number}</span>',
            f'  <p class="indent">{bullet}{words}</p>',
            "</div>",
        ]
    if order.notes:
        out.append('<div class="footnotes">')
    out += [_write_resource_note(note, chance) for note in order.notes]
    return "\n".join([*out, "</div>" if order.notes else ""])


def _write_resource_note(note: KnownNote, chance: random.Random) -> str:
    words = _write_runs(note.runs, "", chance)
    return (
        f'<div class="footnote" id="fn{note.label}">\n'
        f'<a class="footnote" href="#fn{note.label}_ref">{note.label}</a>\n<p> {words}</p>\n</div>'
    )


def _tag(block: KnownBlock) -> str:
    if block.kind is BlockKind.HEADING:
        return "h2"
    return "blockquote" if block.kind is BlockKind.QUOTE else "p"


def _write_runs(
    runs: tuple[Run, ...],
    mark: str,
    chance: random.Random,
    star: tuple[int, str] | None = None,
) -> str:
    """Runs as HTML; `mark` is a tag with `{0}` for the label, `star` a page mark before a word."""
    out = []
    quote = chance.random() < 0.5
    place = _find_word(runs, star[0]) if star else -1
    offset = 0
    for run in runs:
        if run.mark:
            tag = mark.format(run.text)
            out.append(f"<{tag}>")
            continue
        cut = place - offset
        pieces = [run.text]
        if star and 0 <= cut < len(run.text):
            pieces = [run.text[:cut], run.text[cut:]]
        text = (star[1] if star else "").join(escape(piece, quote=quote) for piece in pieces)
        out.append(f"<i>{text}</i>" if run.italic else text)
        offset += len(run.text)
    return "".join(out)


def _find_word(runs: tuple[Run, ...], index: int) -> int:
    """The offset of a word in the runs' text without marks."""
    text = "".join(run.text for run in runs if not run.mark)
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    return starts[index]
