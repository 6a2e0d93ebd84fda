"""The order's printed title, in title case, chosen among the lines that may be one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.describing.candidates import Candidate, choose
from build_scripts.describing.motion_print import is_readable
from build_scripts.describing.opening import (
    MOST_BLOCKS,
    LocatedBlock,
    find_opening,
    is_prose,
    join_prose,
    keep_for_order,
    locate_body,
    split_printed_lines,
)
from build_scripts.describing.own_citations import find_own_citations
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.description import Claim, Span
from build_scripts.model.law.title_words import (
    BEGUN_ABOVE,
    FORM_LABEL,
    LAST_WORD,
    LATER_NOUN,
    OPEN_END,
    TITLE_START,
    close_up,
    cut_title,
    to_title_case,
)
from build_scripts.model.text.dates import MONTH_IN_FULL
from build_scripts.model.text.name_case import is_capitals
from build_scripts.model.text.pattern_table import read_patterns

_MOST_CHARACTERS = 500
_MOST_LINES = 6  # of one title
_MOST_LOOSE_WORDS = 14  # of a title that is not in capitals
_MOST_PRINTED = 40  # lines of a block in which a title is sought
_FRONT = 16  # blocks in which a database prints where the case is reported
_FEW_WORDS = 4  # of a title that is one whatever its last word
_FULL_LINE = 55  # characters of a title's line that the page's width may have ended
_NO_TITLE_KINDS = frozenset(
    {
        BlockKind.COURT,
        BlockKind.DOCKET,
        BlockKind.PARTIES,
        BlockKind.SIGNATURE,
        BlockKind.TABLE,
    }
)
_NEAR = 200  # characters between a title and its label
_RULES = " -–—~|"
_LIKELY = 0.5
_MISREAD = 0.8  # confidence at most, where a word is none

_PATTERNS = read_patterns(__package__, "title.toml", month_in_full=MONTH_IN_FULL)
_NOUNS = ("order", "opinion", "memorandum", "judgment", "report", "minute", "findings")


def _goes_on(before: str, line: LocatedBlock) -> bool:
    """Return whether a line in capitals may be the rest of the title above it."""
    text = line.text
    if line.kind in _NO_TITLE_KINDS:
        return False
    if len(text) > 200 or _PATTERNS.NO_REST.match(text) or is_prose(line.block):
        return False
    if is_capitals(before):
        return is_capitals(_PATTERNS.REMARK.sub("", text))
    return bool(OPEN_END.search(before)) and text.istitle()


def propose_titles(clean: CleanOrder) -> Iterator[Candidate[str]]:
    """Yield every line or run of lines in the order's head that may be its title, as printed.

    Pleading paper prints the title's first line at the foot of its pages, and a text tool that
    first, above the court: the whole title is below.
    """
    lines = locate_body(clean)[:MOST_BLOCKS]
    court = next((line.offset for line in lines if line.kind is BlockKind.COURT), 0)
    proposed = list(_propose_printed(clean, lines))
    whole = [each.value.casefold() for each in proposed if _is_below(each, court)]
    running = _read_running_title(clean)
    for each in proposed:
        if running and _is_part(each.value, running):
            each = replace(each, value=running)
        if any(_is_label(each, other) for other in proposed):
            continue
        begun = each.value.casefold()
        if _is_below(each, court) or not any(title.startswith(begun) for title in whole):
            yield each


def _read_running_title(clean: CleanOrder) -> str | None:
    """Return the title that pages have at their foot, of several lines, without the page's number:
    a caption's other column breaks the title there.
    """
    foots = [each for each in clean.removals if each.reason is RemovalReason.RUNNING_HEAD]
    begun = next((at for at, each in enumerate(foots) if TITLE_START.match(each.text)), None)
    if begun is None:
        return None
    page = (each for each in foots[begun : begun + _MOST_LINES] if each.page == foots[begun].page)
    return _PATTERNS.PAGE_NUMBER.split(" ".join(each.text for each in page))[0].strip(_RULES)


def _is_part(title: str, running: str) -> bool:
    """Return whether a title of some words is the beginning or the end of a longer one."""
    words, whole = title.casefold().split(), running.casefold().split()
    ends = whole[: len(words)], whole[-len(words) :]
    return 1 < len(words) < len(whole) and words in ends


def _is_label(title: Candidate[str], other: Candidate[str]) -> bool:
    """Return whether a title is one word that a longer one near it begins with.

    Reporters print "OPINION" over the author's line and the judge's own heading below it, or above.
    """
    if title.evidence is None or other.evidence is None or "run on into prose" in other.signals:
        return False
    first, _, rest = other.value.partition(" ")
    longer = first == title.value and _PATTERNS.GOES_ON.match(rest.upper())
    return bool(longer) and abs(other.evidence.start - title.evidence.start) <= _NEAR


def _is_below(title: Candidate[str], offset: int) -> bool:
    return title.evidence is None or title.evidence.start >= offset


def _propose_printed(clean: CleanOrder, lines: Sequence[LocatedBlock]) -> Iterator[Candidate[str]]:
    opening = len(find_opening(clean))
    front = (line.text[:_MOST_CHARACTERS] for line in lines[:_FRONT])
    databased = any(map(_PATTERNS.DATABASE.match, front))
    seen = prose = 0
    for index, line in enumerate(lines):
        place = {
            f"in a {line.kind.value}",
            "in the opening" if index < opening else "behind the opening",
            "behind other titles" if seen else "the first",
        }
        if prose:
            place.add("behind prose" if prose == 1 else "far behind prose")
        prose += is_prose(line.block)
        # A publisher's, over any paper.
        label = line.text == "Opinion" and bool(find_own_citations(clean))
        noticed = index > 0 and lines[index - 1].text == "NOTICE:"
        label |= databased and (noticed or line.text in ("OPINION", "NOTICE:"))
        label |= len(line.text) < _MOST_CHARACTERS and bool(_PATTERNS.EVENT.match(line.text))
        if label or FORM_LABEL.search(line.text[-_MOST_CHARACTERS:]):
            continue
        read = [*_read_line(lines, index, place)]
        # A title's own block is one title, not its lines, unless it ends in a party's comma.
        whole = line.kind is BlockKind.TITLE and not line.text.endswith(",")
        if not (read and whole):
            read += _read_printed(lines, index, place)
        # What asks for more is no title: its other lines were lost.
        found = [each for each in read if not _asks_for_more(each.value)]
        seen += bool(found)
        yield from found
    for removal in clean.removals:
        if removal.reason is RemovalReason.RUNNING_HEAD and _PATTERNS.RUNNING_TITLE.match(
            removal.text
        ):
            signals = frozenset(
                {"the pages' running head", *(["behind other titles"] if seen else [])}
            )
            yield Candidate(removal.text.strip(), None, "the pages' running head", signals)
            break


def _asks_for_more(title: str) -> bool:
    """Return whether a title's end is missing: "ORDER GRANTING ACME, INC. dba" names no motion."""
    granting = _PATTERNS.GRANTING.search(title)
    return bool(OPEN_END.search(title)) or bool(
        granting and not _PATTERNS.ASKED_FOR.search(title, granting.end())
    )


def _read_line(
    lines: Sequence[LocatedBlock], index: int, place: set[str]
) -> Iterator[Candidate[str]]:
    line = lines[index]
    text = line.text
    label = _PATTERNS.PROCEEDINGS.match(text) if line.kind is BlockKind.TITLE else None
    start = label.end() if label else 0
    if label:
        # A minute order's form prints what it decides under "Proceedings:".
        place = {*place, "proceedings"}
    elif len(text) <= _MOST_CHARACTERS and LATER_NOUN.match(text):
        place = {*place, "its noun comes later"}
    elif len(text) > 2 * _MOST_CHARACTERS or not TITLE_START.match(close_up(text)):
        inside = _find_inside(text)
        run_on = is_prose(line.block) or len(text) > 2 * _MOST_CHARACTERS
        if inside and run_on:
            place = {*place, "run on into prose"}
        if not inside or (run_on and index > 2):
            cut = cut_title(text) if line.kind is BlockKind.TITLE else ""
            if cut and _looks_set(cut):
                yield _propose(lines, (index, 0), index, cut, {*place, "other words"})
            return
        start = inside.end()
        place = {*place, "inside a block"}
    printed = close_up(text[start : start + _MOST_CHARACTERS])
    first = (index, start)
    for above in range(index - 1, max(-1, index - 3), -1):
        if begun := BEGUN_ABOVE.search(lines[above].text):
            printed = f"{begun[0].strip()} {printed}"
            first = (above, begun.start())
        if begun or lines[above].kind is not BlockKind.PARTIES:  # of the caption's other column
            break
    printed = _PATTERNS.VERSUS_WITHIN.sub("", printed)
    cut = cut_title(printed)
    if line.kind is not BlockKind.TITLE and text.rstrip().endswith(","):  # of a party
        ends = [match.end() for match in LAST_WORD.finditer(cut)]
        cut = cut[: ends[-1]] if ends else cut
    if not cut or not _looks_set(cut):
        return
    if _PATTERNS.PARTY_WITHIN.search(cut):
        return
    if len(cut) < len(printed.rstrip(" *.:;,)")) - 3:
        yield _propose(lines, first, index, cut, {*place, "cut"})
        return
    last = index
    rest: set[str] = set()
    while (
        last + 1 < len(lines)
        and last + 1 - index < _MOST_LINES
        and _goes_on(printed, lines[last + 1])
        and (OPEN_END.search(printed) or not TITLE_START.match(lines[last + 1].text))
    ):
        full = len(lines[last].text) >= _FULL_LINE
        opens = OPEN_END.search(printed) or _PATTERNS.GOES_ON.match(lines[last + 1].text)
        asked = "open end" if opens else f"closed end{' of a full line' * full}"
        yield _propose(lines, first, last, cut_title(printed), {*place, *rest, f"goes on, {asked}"})
        last += 1
        printed = f"{printed} {lines[last].text}"
        rest = {f"joined, {asked}"}
    yield _propose(lines, first, last, cut_title(printed), {*place, *rest})


def _read_printed(
    lines: Sequence[LocatedBlock], index: int, place: set[str]
) -> Iterator[Candidate[str]]:
    """Yield a title on a printed line of a block that ran together, or at the end of one."""
    line = lines[index]
    places = line.block.places[:_MOST_PRINTED]
    ends = (*(each.offset for each in places[1:]), len(line.text))
    rows = [
        close_up(line.text[p.offset : end]).strip() for p, end in zip(places, ends, strict=False)
    ]
    taken = 0
    for rank, row in enumerate(rows if len(rows) > 1 else ()):
        if rank < taken:  # the rest of the title above
            continue
        at_end = _PATTERNS.AT_END.search(row)
        if TITLE_START.match(row) and is_capitals(row):
            printed, signal, taken = row, "on a printed line", rank + 1
            for below in rows[rank + 1 : rank + _MOST_LINES]:
                if not (OPEN_END.search(printed) and is_capitals(below)):
                    break
                printed = f"{printed} {below}"
                taken += 1
        elif at_end and is_capitals(at_end[0]):
            printed, signal = at_end[0], "at the end of a printed line"
        else:
            continue
        title = cut_title(printed)
        # Of more words the last has to end a title: "ORDER GRANTING IN PART AND DEFERRING".
        *_, last = (None, *LAST_WORD.finditer(title))
        whole = len(title.split()) < _FEW_WORDS or bool(last and last.end() == len(title))
        if title == printed.strip(" *.:;,)") and whole and not _PATTERNS.PARTY_WITHIN.search(title):
            first = (index, places[rank].offset)
            yield _propose(lines, first, index, title, {*place, signal})


def _find_inside(text: str) -> re.Match[str] | None:
    """Return the text right before a title within a block.

    After a blank alone only the first place counts: a later one is within a title's own words.
    """
    places = enumerate(_PATTERNS.INSIDE.finditer(text[:_MOST_CHARACTERS]))
    return next(
        (
            each
            for rank, each in places
            if (not rank or each[0].strip()) and TITLE_START.match(text[each.end() :])
        ),
        None,
    )


def _looks_set(title: str) -> bool:
    """Return whether a title is in capitals, or its words begin with capitals."""
    if _PATTERNS.NO_TITLE.match(title):
        return False
    if is_capitals(title):
        return True
    words = title.split()
    weighty = [word for word in words if word[0].isalpha() and len(word) > 3]
    capital = sum(word[0].isupper() for word in weighty)
    return len(words) <= 2 * _MOST_LOOSE_WORDS and capital >= 0.7 * len(weighty) > 0


def _propose(
    lines: Sequence[LocatedBlock], first: tuple[int, int], last: int, title: str, place: set[str]
) -> Candidate[str]:
    index, start = first
    head = lines[index]
    signals = {*place}
    words = len(title.split())
    noun = next((each for each in _NOUNS if each in title.lower()), "other")
    named = TITLE_START.match(title) or LATER_NOUN.match(title)
    signals.add(f"names a {noun}" if named else "no title's word")
    if not is_capitals(title):
        signals.add("mixed case")
        if words > _MOST_LOOSE_WORDS:
            signals.add("long in mixed case")
    signals.add("a word" if words == 1 else "few words" if words < 8 else "many words")
    if words > 40:
        signals.add("too many words")
    if OPEN_END.search(title):
        signals.add("ends openly")
    if _PATTERNS.NUMBERS.search(title):
        signals.add("has a date or number")
    below = lines[last + 1] if last + 1 < len(lines) else None
    above = lines[index - 1] if index else None
    if below and (is_prose(below.block) or below.kind is BlockKind.PARAGRAPH):
        signals.add("over prose")
    elif below and TITLE_START.match(below.text):
        signals.add("over another title")
    elif below:
        signals.add(f"over a {below.kind.value}")
    if above and above.kind in (BlockKind.DOCKET, BlockKind.PARTIES, BlockKind.REFERENCE):
        signals.add("below the caption")
    end = lines[last].span().end
    return Candidate(title, Span(head.span(start).start, end), "printed title", frozenset(signals))


@keep_for_order
def _choose_title(clean: CleanOrder) -> tuple[Candidate[str], float] | None:
    return choose("title", propose_titles(clean), str.casefold)


def find_printed_title(clean: CleanOrder) -> tuple[str, LocatedBlock] | None:
    """Return the printed title with its (first) block, if it is more likely right than wrong."""
    chosen = _choose_title(clean)
    if not chosen or chosen[1] < _LIKELY:
        return None
    best, _ = chosen
    if best.evidence is None:
        return None
    start = best.evidence.start
    line = next(each for each in locate_body(clean) if start < each.span().end)
    return best.value, line


def _leaves_words(clean: CleanOrder, title: str) -> bool:
    """Return whether the caption has a line with words of a title that this one has not: its lines
    were printed next to the parties', and a tool put them among these.
    """
    found = title.casefold()
    return any(
        _PATTERNS.LEFT_OVER.fullmatch(line.text) and line.text.casefold() not in found
        for block in find_opening(clean)
        if block.kind in (BlockKind.PARTIES, BlockKind.CENTRED)
        for line in split_printed_lines(block)
    )


def find_title(clean: CleanOrder) -> Claim[str] | None:
    """Return the title in title case ("Order Denying Motion to Stay"), else None."""
    text_order = read_text_order(clean)
    if text_order:
        title = text_order.title
        return Claim(to_title_case(title.text), title.span, "the docket text") if title else None
    chosen = _choose_title(clean)
    if not chosen:
        return None
    best, confidence = chosen
    once = _PATTERNS.TWICE.sub(r"\g<title>", best.value.lstrip("# "))
    once = once.rstrip(" )\\|") if "(" not in once else once
    cased = to_title_case(once, join_prose(clean)) if best.evidence else once
    # A letter misread: "Order of Dismlssal". A form that prints what it decides further below.
    readable = is_readable(best.value.lower(), clean) and not _PATTERNS.FOREIGN.search(best.value)
    formal = _PATTERNS.FORM.match(best.value) and _PATTERNS.LISTED.search(clean.reading_text)
    doubtful = not readable or formal or _leaves_words(clean, cased)
    sure = min(confidence, _MISREAD) if doubtful else confidence
    return Claim(cased, best.evidence, best.reason, confidence=round(sure, 2))
