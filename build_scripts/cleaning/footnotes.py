"""Separate footnotes from the body by their labels and their place at a page's foot."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, takewhile, zip_longest
from statistics import median

from build_scripts.cleaning.footnote_labels import (
    LONE_LABEL,
    NoteLines,
    find_starts,
    goes_on_below,
    is_continued,
    list_bracketed_marks,
    read_label,
    without_label,
)
from build_scripts.cleaning.line_ends import (
    DECREES,
    ENDS_SENTENCE,
    LEADS_TO_DECREE,
    ends_sentence,
    goes_on,
    is_finished,
)
from build_scripts.cleaning.lines import Line, index_pages
from build_scripts.cleaning.margins import LONG_LINE, Margins
from build_scripts.cleaning.signature import is_signature_line
from build_scripts.model.source_text import LineKind, Style, StyleSpan
from build_scripts.model.text.pattern import Pattern

SHORT_OF_EDGE = 12  # columns: a line that ends further from the edge ends its paragraph
DRIFT = 3  # columns by which notes stand off the margin of larger type
SMALL = 0.95  # of the text's size: notes are set in 11 points below 12
_QUOTES = ("“", '"', "‘", "[", "(")
LONGEST_PAGE = 2  # times the usual length: a longer one is several, whose ends are not known
_VERSUS = Pattern(  # "Acme Inc." | "v. Roe" is no end and no beginning
    r"vs?\.\s", accepts=["v. Roe", "vs. Roe"], refuses=["visits the"], by="match"
)


def separate_footnotes(
    lines: Sequence[Line],
    margins: dict[int, Margins],
    rules: Collection[int],
    laid_out: bool,
    plain: bool = False,
) -> tuple[list[Line], list[NoteLines], list[Line]]:
    """Split the lines into the body's, the footnotes', and those that only mark continuation.

    In layout text a note runs from its label to the next label or the end of its page (a note
    that is not ended there goes on in the tight lines at the next page's foot); on spaced pages
    without line numbers the body may resume below a blank line. In Markdown a note is the
    paragraph that begins with a raised numeral, or with one below a drawn rule.
    `rules` holds the indexes of lines where a rule was drawn. In `plain` text, where every number
    stands at the margin, one alone on its line is a label only where a mark asks for it.
    """
    body: list[Line] = []
    notes: list[NoteLines] = []
    signs: list[Line] = []
    pages = index_pages(lines)
    largest_small = SMALL * _measure_size(lines)
    bracketed = list_bracketed_marks(lines)
    usual = median(len(indexes) for indexes in pages.values()) if pages else 0
    for page, indexes in pages.items():
        known = len(pages) > 1 and len(indexes) <= LONGEST_PAGE * usual
        small = _find_small_foot(lines, indexes, largest_small)
        starts = find_starts(
            lines, indexes, margins[page], rules, notes, laid_out, small, plain, bracketed
        )
        taken: set[int] = set()
        last_page = notes[-1].lines[-1].page if notes and notes[-1].lines else 0
        if laid_out and notes and not any(label == "" for label, _ in starts.values()):
            said = bool(signs) and signs[-1].page == last_page and goes_on_below(signs[-1])
            foot = _find_continuation(
                lines, indexes, min(starts, default=None), margins[page], last_page, said
            )
            if _is_ended(notes[-1]):
                foot = []
            below = _find_small_rest(lines, small, min(starts, default=None), margins[page])
            if below and _goes_on_in(notes[-1], lines[below[0]]):
                foot = below
            if foot and not any(DECREES.match(lines[index].text) for index in foot):
                notes[-1] = NoteLines(
                    notes[-1].label, (*notes[-1].lines, *(lines[index] for index in foot))
                )
                taken.update(foot)
        for start, next_start in zip_longest(starts, list(starts)[1:]):
            to_page_end = start in small or (
                laid_out and not _ends_at_blank(lines[start], margins[page])
            )
            part = _cut_note(lines, indexes, start, next_start, to_page_end)
            if laid_out and (len(pages) == 1 or plain):
                above = _find_above(lines, indexes, start, taken)
                part = _resume_body(lines, part, above, sure=known)
            label, first = starts[start]
            if plain and not laid_out:
                part = _keep_paragraph(lines, part, 1 if first else 2)
            part = _cut_at_decree(lines, part)
            signs += (lines[index] for index in part if is_continued(lines[index]))
            rest = [lines[i] for i in part[1:] if not (lines[i].blank or is_continued(lines[i]))]
            if label:
                notes.append(NoteLines(label, tuple(([first] if first else []) + rest)))
            else:  # the last note comes from the page before
                notes[-1] = NoteLines(notes[-1].label, (*notes[-1].lines, *rest))
                signs += [] if is_continued(lines[start]) else [lines[start]]
            taken.update(part)
        body.extend(lines[index] for index in indexes if index not in taken)
    return body, notes, signs


def take_footnotes(lines: Sequence[Line]) -> tuple[list[Line], list[NoteLines]]:
    """Split the lines of a structured form into the body's and the notes', by its marks."""
    body: list[Line] = []
    notes: list[tuple[str, list[Line]]] = []
    goes_to = body
    for line in lines:
        label = read_label(line) if line.kind is LineKind.NOTE else None
        if label:
            goes_to = [without_label(line, label)]
            notes.append((label.text, goes_to))
            continue
        if not (line.blank or line.in_note or line.kind is LineKind.REST):
            goes_to = body
        (body if line.blank else goes_to).append(line)
    return body, [NoteLines(label, tuple(of_note)) for label, of_note in notes]


def _cut_note(
    lines: Sequence[Line],
    indexes: Sequence[int],
    start: int,
    next_start: int | None,
    to_page_end: bool,
) -> list[int]:
    """Return the indexes of a note's lines, its label's first."""
    end = len(indexes) if next_start is None else bisect_left(indexes, next_start)
    part = list(indexes[bisect_left(indexes, start) : end])  # ascending: thousands of notes go by
    ends = (rank for rank, index in enumerate(part) if goes_on_below(lines[index]))
    part = part[: next(ends, len(part)) + 1]
    if to_page_end or goes_on_below(lines[part[-1]]):
        return part
    for rank, index in enumerate(part[1:], start=1):
        if lines[index].blank and (rank > 1 or not lines[start].blank):
            following = next((i for i in part[rank:] if not lines[i].blank), None)
            ended = ENDS_SENTENCE.search(lines[part[rank - 1]].content) is not None
            if following is None or ended or not lines[following].content[:1].islower():
                return part[:rank]
    return part


def _cut_at_decree(lines: Sequence[Line], part: list[int]) -> list[int]:
    """Return a note's lines above the court's command: no note holds one.

    The paragraph that leads to the command is the body's too.
    """
    end = next((rank for rank in range(1, len(part)) if DECREES.match(lines[part[rank]].text)), 0)
    if not end:
        return part
    leads = (rank for rank in range(1, end) if LEADS_TO_DECREE.match(lines[part[rank]].text))
    return part[: next(leads, end)]


def _keep_paragraph(lines: Sequence[Line], part: list[int], least: int) -> list[int]:
    """Return a note of text whose lines are paragraphs: one, and the quotations that it leads to.

    The body goes on below it: law reports' text has notes where their pages ended.
    """
    end = least
    while end < len(part) and (
        not ends_sentence(lines[part[end - 1]]) or lines[part[end]].content.startswith(_QUOTES)
    ):
        end += 1
    return part[:end]


def _measure_size(lines: Sequence[Line]) -> float:
    """Return the size of most of the text; 0 where the form has no sizes."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.content)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _find_small_foot(lines: Sequence[Line], indexes: Sequence[int], largest: float) -> list[int]:
    """Return the lines at a page's foot that are in smaller type than the text above them."""
    filled = [index for index in indexes if not lines[index].blank]
    foot = list(takewhile(lambda index: 0 < lines[index].size <= largest, reversed(filled)))
    return foot[::-1] if len(foot) < len(filled) else []


def _find_small_rest(
    lines: Sequence[Line], small: Sequence[int], before: int | None, margins: Margins
) -> list[int]:
    """Return the lines above a page's first label in its small foot; a quotation is indented."""
    rest = [index for index in small if before is None or index < before]
    at_margin = any(lines[index].indent <= margins.left + DRIFT for index in rest)
    return rest if at_margin else []


def _goes_on_in(note: NoteLines, line: Line) -> bool:
    """Return whether a note of the page before can continue in a line: in any, if unfinished."""
    if not _is_ended(note):
        return True
    return note.lines[-1].page == line.page - 1 and len(line.content) >= LONG_LINE


def raise_lone_marks(lines: Sequence[Line]) -> list[Line]:
    """Glue marks that stand on lines of their own to the lines above, as law reports' text has
    them: "to sign." | "1" | "However, the"; they count up from 1.
    """
    raised = list(lines)
    filled = [index for index, line in enumerate(lines) if not line.blank]
    expected = 1
    for above, index in pairwise(filled[:-1]):
        label = lines[index].content
        if label == str(expected) and not LONE_LABEL.fullmatch(lines[above].content):
            text = raised[above].text
            span = StyleSpan(Style.SUPERSCRIPT, len(text), len(text) + len(label))
            raised[above] = raised[above].with_text(text + label, (*raised[above].styles, span))
            raised[index] = raised[index].with_text("", ())
            expected += 1
    return raised


def _find_above(
    lines: Sequence[Line], indexes: Sequence[int], start: int, taken: Collection[int]
) -> Line | None:
    """Return the body's last line above a note."""
    rank = bisect_left(indexes, start)
    above = (i for i in reversed(indexes[:rank]) if i not in taken and not lines[i].blank)
    return next((lines[index] for index in above), None)


def _resume_body(
    lines: Sequence[Line], part: list[int], above: Line | None, *, sure: bool
) -> list[int]:
    """Return the lines of `part` that are the note's, in text that lost where its pages end.

    Where pages are known by stamps that may be feet, only what is `sure` counts: small letters. The
    note's last line ends a sentence. Below it the body continues in small letters, below a blank
    line, below a line that is short of its edge, or with an indented paragraph. A sentence of the
    body that was cut `above` the note must continue somewhere.
    """
    cut = above is not None and not is_finished(above)
    edge = max(len(lines[index].text) for index in part)
    first_end = len(part)
    last = 0
    for rank, index in enumerate(part[1:], start=1):
        line, before = lines[index], lines[part[last]]
        if line.blank:
            continue
        if ends_sentence(before):
            apart = rank - last > 1 or line.indent > before.indent
            short = len(before.text) < edge - SHORT_OF_EDGE
            if sure:
                if cut and goes_on(line):
                    return part[:rank]
                last = rank
                continue
            set_in = short and line.indent > lines[part[0]].indent
            if apart or set_in or (cut and (short or goes_on(line))):
                return part[:rank]
            first_end = min(first_end, rank)
        last = rank
    return part[:first_end] if cut and not sure else part


def _ends_at_blank(line: Line, margins: Margins) -> bool:
    """Return whether a tight note on a page with spaced lines ends at a blank (9th Cir.)."""
    return margins.spacing > 0 and line.printed is None


def _is_ended(note: NoteLines) -> bool:
    return bool(note.lines) and is_finished(note.lines[-1]) and ends_sentence(note.lines[-1])


def _find_continuation(
    lines: Sequence[Line],
    indexes: Sequence[int],
    before: int | None,
    margins: Margins,
    last_page: int,
    said: bool,
) -> list[int]:
    """The rest of a note at a page's foot: tight lines below a body that is set with space, what
    two blank lines part from a body that is tight too (one, where the page before `said` that the
    note goes on), or lines between a margin's numbers.
    """
    widest = 1 if margins.spacing > 0 or said else 2
    filled = [i for i in indexes if not lines[i].blank and (before is None or i < before)]
    numbered = {(lines[i].printed, i) for i in _list_numbered(lines, indexes)}
    foot: list[int] = []
    for index in reversed(filled):
        printed = lines[index].printed
        between = (
            printed is not None
            and (printed, index) not in numbered
            and lines[index].indent <= margins.left + DRIFT  # a quotation's stand further in
        )
        if foot and foot[0] - index > (max(widest, 2) if between else widest):
            break
        foot.insert(0, index)
    if len(foot) == 1 and not _can_be_rest(lines[foot[0]], margins):
        foot = []
    if 0 < len(foot) < len(filled):
        return foot
    if last_page != lines[indexes[0]].page - 1:
        return []
    # Nothing of the body begins in small letters below a line that is finished.
    for rank in range(len(filled) - 1, 0, -1):
        line = lines[filled[rank]]
        if (
            goes_on(line)
            and is_finished(lines[filled[rank - 1]])
            and not _VERSUS.match(line.content)
        ):
            return filled[rank:]
    return []


def _list_numbered(lines: Sequence[Line], indexes: Sequence[int]) -> Iterator[int]:
    """Yield the lines of a page with a number next to them: notes drift between two numbers."""
    last: int | None = None
    for index in indexes:
        if lines[index].printed not in (None, last):
            last = lines[index].printed
            yield index


def _can_be_rest(line: Line, margins: Margins) -> bool:
    """Return whether a line can be a note's rest: alone and tight at the margin, with an end."""
    return (
        ends_sentence(line)
        and line.indent <= margins.left + DRIFT
        and not is_signature_line(line, None)
    )
