"""List the sentences of an order that hold rulings: introduction, conclusion, announcements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise

from build_scripts.describing.decisions import list_decisions
from build_scripts.describing.opening import LocatedBlock, find_opening, locate_body
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Span
from build_scripts.model.law.deciding_words import SHOUTED
from build_scripts.model.law.docket_entries import list_entries
from build_scripts.model.law.ruling_places import places
from build_scripts.model.text.check_boxes import clear_check_boxes, is_checked_option, is_option
from build_scripts.model.text.sentences import Sentence, split_sentences

_INTRODUCTION_BLOCKS = 7
_CONCLUSION_BLOCKS = 8
_LONGEST_HEADING = 60
_LAST_LINES = 8
_SHORTEST_SENTENCE = 60
_SHORTEST_CUT = 12
_CUT_REACH = 40  # characters above and below a cut
_WIDEST_GAP = 4
_PROSE = (BlockKind.PARAGRAPH, BlockKind.QUOTE)
_LONGEST_BARE = 80
_LEAD_REACH = 160  # characters at a block's edge that command or lead to items
_QUOTED_BLOCKS = 3  # of other words, after what leads to them
_NAME_REACH = 300  # characters before a bare outcome in which its motion is named
_RULING_KINDS = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.HEADING,
        BlockKind.CENTRED,
        BlockKind.SIGNATURE,
        BlockKind.TABLE,
    }
)
# What is said once of the items below: "the following motions are DENIED:".
_TO_ACTIVE = {
    "granted": "GRANTS",
    "denied": "DENIES",
    "moot": "DENIES AS MOOT",
    "stricken": "STRIKES",
    "overruled": "OVERRULES",
    "sustained": "SUSTAINS",
}


class Weight(IntEnum):
    """How much a place in the order counts for its outcome."""

    PASSING = 0  # in the middle, in small letters: counts only where nothing else decides
    MIDDLE = 1
    INTRODUCTION = 2
    CONCLUSION = 3
    TITLE = 4


@dataclass(frozen=True, slots=True)
class RulingSentence:
    """A sentence that may decide, with its block and weight."""

    block: LocatedBlock
    sentence: Sentence
    weight: Weight
    lead: str = ""  # of an item: the words that lead to it, "The Court"
    recommends: bool = False  # a report that recommends to a judge
    of_part: bool = False  # an item that decides a part of the motion named above the items

    @property
    def text(self) -> str:
        """The sentence's text."""
        return self.sentence.text

    @property
    def span(self) -> Span:
        """The sentence's place in the reading text."""
        return self.block.span(
            self.sentence.start, min(self.sentence.end, len(self.block.block.text))
        )


def _find_conclusion(blocks: list[LocatedBlock]) -> int | None:
    for index in range(len(blocks) - 1, -1, -1):
        if places.CONCLUSION_HEADING.match(blocks[index].text[:_LONGEST_HEADING]):
            return index
    return None


def _count_introduction(blocks: list[LocatedBlock]) -> int:
    """Return how many blocks come before the first heading that opens another part."""
    for index, block in enumerate(blocks[:_INTRODUCTION_BLOCKS]):
        opens = block.kind is BlockKind.HEADING and not places.INTRODUCTION_HEADING.search(
            block.text
        )
        if opens and index > 0:
            return index
    return min(len(blocks), _INTRODUCTION_BLOCKS)


def _may_rule(line: LocatedBlock) -> bool:
    return line.kind in _RULING_KINDS or (
        line.kind is BlockKind.QUOTE
        and bool(places.ITEM.match(line.text) or places.COMMAND.search(line.text[:_LEAD_REACH]))
    )


def _is_sentence(line: LocatedBlock) -> bool:
    """Return whether a line before the first prose holds a sentence: "The petition is DENIED."."""
    centred = line.kind is BlockKind.CENTRED and re.search(r"\b(?:is|are)\b.*\.$", line.text)
    if not centred and line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    whole = line.text.endswith(".") or len(line.text) >= _SHORTEST_SENTENCE
    # "Application granted. The conference is adjourned." decides in its first sentence, and names
    # what, as "Denied." does not.
    first = next((each.text for each in split_sentences(line.text)), "")
    decides = whole and (list_decisions(line.text) or (" " in first and list_decisions(first)))
    brings = places.BEFORE_COURT.search(line.text) or (whole and places.COMMAND.search(line.text))
    return bool(decides) or bool(brings)


def _join_cut(body: tuple[LocatedBlock, ...]) -> list[LocatedBlock]:
    """Join what badly converted text has cut in a sentence: "… Motion for Summary", "Judgment is".

    The blanks between keep the places of the reading text.
    """
    joined: list[LocatedBlock] = []
    for line in body:
        above = joined[-1] if joined else None
        if above and line.kind in _PROSE:
            gap = line.offset - above.offset - len(above.text)
            item = above.kind is BlockKind.HEADING and places.ITEM.match(above.text)
            item = item and places.GOES_ON.search(f"{above.text}\n{line.text[:_LEAD_REACH]}")
            prose = above.kind in (*_PROSE, BlockKind.LIST_ITEM)
            cut = prose and len(above.text) >= _SHORTEST_CUT and places.CUT.search(above.text)
            part = places.CUT_PART.search(f"{above.text[-_CUT_REACH:]}\n{line.text[:_CUT_REACH]}")
            begun = places.ANEW.match(line.text) or places.ITEM.match(line.text)
            anew = begun and not places.CITED.search(f"{above.text[-_CUT_REACH:]}\n{line.text[:8]}")
            if (cut or part or item) and 0 < gap <= _WIDEST_GAP and not anew:
                kind = BlockKind.PARAGRAPH if part or item else above.kind
                text = f"{above.text}{' ' * gap}{line.text}"
                joined[-1] = replace(above, block=replace(above.block, kind=kind, text=text))
                continue
        joined.append(line)
    return joined


def _find_last_words(body: list[LocatedBlock]) -> int:
    """Return the index of the first block after which no paragraph decides: quotations above it
    are other rulings' words.
    """
    last = range(len(body) - 1, max(-1, len(body) - _LAST_LINES - 1), -1)
    decides = (i for i in last if _may_rule(body[i]) and list_decisions(body[i].text))
    return next(decides, max(-1, len(body) - _LAST_LINES - 1)) + 1


def _find_notes(body: list[LocatedBlock]) -> int:
    """Return the index of the first of the notes that a reporter prints after an opinion.

    Each begins with its number, "1 ." or "[1]", or they have a heading; a row of fewer than two,
    or of paragraphs without numbers, is text.
    """
    marks = {i: mark for i, line in enumerate(body) if (mark := places.NOTE.match(line.text))}
    for index, mark in marks.items():
        behind = sum(each > index for each in marks)
        listed = mark["number"] == "1" and behind and 2 * behind >= len(body) - index - 1
        if index and (mark["heading"] or listed):
            return index
    return len(body)


def _list_blocks(clean: CleanOrder) -> list[LocatedBlock]:
    opening = find_opening(clean)
    first = next((i for i, line in enumerate(opening) if _is_sentence(line)), len(opening))
    body = _join_cut(locate_body(clean)[first:])
    heads = [index for index, line in enumerate(body) if places.REPORTED.search(line.text)]
    body = body[heads[0] :] if heads else body  # above it another case ends
    body = body[: _find_notes(body)]
    last_words = _find_last_words(body)
    blocks = [
        line
        for index, line in enumerate(body)
        if _may_rule(line)
        # Slip opinions close with an indented line.
        or (index >= last_words and line.kind is BlockKind.QUOTE and list_decisions(line.text))
    ]
    ends = (
        i for i, block in enumerate(blocks) if i and places.SEPARATE_OPINION.match(block.text[:120])
    )
    return _leave_out_options(blocks[: next(ends, len(blocks))])


def _leave_out_options(blocks: list[LocatedBlock]) -> list[LocatedBlock]:
    """Leave out what a form lists to be checked where no box is left: none of it is decided."""
    kept, listed = [], False
    for block in blocks:
        listed = listed and not places.OPTIONS_END.search(block.text)
        listed = listed or places.TO_CHECK.search(block.text) is not None
        if not listed or clear_check_boxes(block.text) != block.text:
            kept.append(block)
    return kept


def _weigh(clean: CleanOrder) -> list[tuple[LocatedBlock, Weight]]:
    blocks = _list_blocks(clean)
    conclusion = _find_conclusion(blocks)
    # An extract breaks off in the middle: its last lines conclude nothing.
    tail = len(blocks) if clean.truncated else max(len(blocks) - _CONCLUSION_BLOCKS, 0)
    if conclusion is not None and conclusion > 0:
        tail = min(tail, conclusion)
    introduction = _count_introduction(blocks)
    weighed, concludes = [], False
    for index, block in enumerate(blocks):
        if block.kind in (BlockKind.HEADING, BlockKind.CENTRED) and index:
            # A panel's "ORDER" may stand before its amended "OPINION".
            concludes = bool(places.CONCLUSION_HEADING.match(block.text[:_LONGEST_HEADING]))
        weight = Weight.INTRODUCTION if index < introduction else Weight.MIDDLE
        weight = Weight.CONCLUSION if index >= tail or concludes else weight
        weighed.append((block, weight))
    return weighed


def _join_lines(weighed: list[tuple[LocatedBlock, Weight]]) -> list[tuple[LocatedBlock, Weight]]:
    """Join lines that end the sentence above them: "The motion is:" "☒ GRANTED".

    The block that they end carries their words; its place stays.
    """
    joined: list[tuple[LocatedBlock, Weight]] = []
    lead: int | None = None
    for block, weight in weighed:
        ends = (
            places.BARE.match(block.text) if joined and len(block.text) <= _LONGEST_BARE else None
        )
        if ends and places.NAMES_MOTION.search(joined[-1][0].text[-_NAME_REACH:]):
            above, own = joined[-1]
            text = f"{above.text.rstrip(' .:')}: {block.text}"
            joined[-1] = (replace(above, block=replace(above.block, text=text)), max(own, weight))
        elif not is_option(block.text):
            joined.append((block, weight))
            lead = len(joined) - 1 if block.text.endswith((":", " is", " be", " are")) else None
        elif lead is not None and is_checked_option(block.text):
            above, own = joined[lead]
            text = f"{above.text} {block.text}"
            joined[lead] = (replace(above, block=replace(above.block, text=text)), max(own, weight))
        elif lead is None:
            joined.append((block, weight))
    return joined


def _is_report(clean: CleanOrder) -> bool:
    titles = [line.text for line in find_opening(clean)]
    reports = any(map(places.REPORTS.search, titles))
    return reports and not any(map(places.ADOPTS.search, titles))


def list_ruling_sentences(clean: CleanOrder) -> tuple[RulingSentence, ...]:
    """Return the sentences of introduction, conclusion, middle and footnotes.

    Of the middle those weigh more that end a section, stand under the court's command or set their
    verb of decision in capitals; of the footnotes, where courts dispose of leave to proceed in
    forma pauperis and the like, only the latter are taken.
    """
    return (*_list_body_sentences(clean), *_list_note_sentences(clean))


def _list_note_sentences(clean: CleanOrder) -> Iterator[RulingSentence]:
    for offset, block in clean.map.located[len(clean.blocks) :]:
        line = LocatedBlock(offset, block)
        sentences = split_sentences(block.text)
        for index, sentence in enumerate(sentences):
            # In small letters notes tell of other cases: only a motion with its entry counts.
            cited = list_entries(sentence.text) and list_decisions(sentence.text)
            if cited:
                yield RulingSentence(line, sentence, Weight.MIDDLE)
            elif SHOUTED.search(sentence.text):
                # "Roe asks for leave to … We GRANT her application.": what, stands just before.
                start = sentences[max(0, index - 1)].start
                joined = Sentence(start, block.text[start : sentence.end])
                yield RulingSentence(line, joined, Weight.MIDDLE)


def _part_orders(text: str) -> tuple[Sentence, ...]:
    """Return sentences; each part between semicolons in a row of orders is one."""
    parted = []
    for sentence in split_sentences(text):
        cuts = [0, *(cut.end() for cut in places.BETWEEN_ORDERS.finditer(sentence.text)), None]
        pieces = ((start, sentence.text[start:end]) for start, end in pairwise(cuts))
        parted += [Sentence(sentence.start + (start or 0), piece) for start, piece in pieces]
    return tuple(parted)


def _read_rows(table: LocatedBlock) -> tuple[Sentence, ...]:
    """Return a motions table's rows, each as a sentence: "Motion to strike (Doc. 4): DENIED"."""
    rows = []
    for row in table.block.rows:
        cells = [table.text[cell.start : cell.end].strip() for cell in row]
        filled = [cell.upper() if places.BARE.match(cell) else cell for cell in cells if cell]
        if filled:
            rows.append(Sentence(row[0].start, ": ".join(filled)))
    return tuple(rows)


def _list_quotations(text: str) -> list[tuple[int, int]]:
    """List where quotations begin and end, in one pass: a page can be one long paragraph."""
    forms = ["“[^“”]*”", r"‘(?:(?!\.’)[^‘])*\.’"]
    forms += ['"[^"]*"'] if text.count('"') % 2 == 0 else []
    return sorted(found.span() for form in forms for found in re.finditer(form, text))


def _list_body_sentences(clean: CleanOrder) -> Iterator[RulingSentence]:
    recommends = _is_report(clean)
    joined = _join_lines(_weigh(clean))
    lead, opened, commanded, quoted = "", "", False, -1
    for index, (block, weight) in enumerate(joined):
        if index <= quoted and weight < Weight.CONCLUSION:
            weight = Weight.PASSING
        quoted = index + _QUOTED_BLOCKS if places.QUOTES.search(block.text) else quoted
        item = bool(places.ITEM.match(block.text)) or block.kind is BlockKind.LIST_ITEM
        commanded = bool(places.COMMAND.search(block.text)) or (commanded and item)
        own = lead if item or block.text[:1].islower() or block.text[:4].isupper() else ""
        ends_section = index + 1 < len(joined) and joined[index + 1][0].kind is BlockKind.HEADING
        text = clear_check_boxes(block.text)
        table = block.kind is BlockKind.TABLE
        sentences = _read_rows(block) if table else _part_orders(text)
        quotations = _list_quotations(block.text)
        for sentence in sentences:
            while quotations and quotations[0][1] <= sentence.start:
                quotations.pop(0)
            if quotations and quotations[0][0] < sentence.start:
                continue  # amid a quotation of several sentences
            own_weight = weight
            if weight is Weight.MIDDLE:
                strong = (
                    SHOUTED.search(sentence.text)
                    or places.SECTION_ENDING.search(sentence.text)
                    or (
                        ends_section
                        and sentence is sentences[-1]
                        and places.SECTION_END.search(sentence.text)
                    )
                )
                own_weight = Weight.MIDDLE if strong else Weight.PASSING
                if clean.truncated and not strong:
                    continue
            if commanded and weight < Weight.CONCLUSION and not clean.truncated:
                own_weight = Weight.CONCLUSION
            mark = places.OPENS_ITEM.match(sentence.text) if opened else None
            if mark:  # "The motion to dismiss is: | (a) GRANTED as to Count I; | (b) DENIED …"
                sentence = Sentence(sentence.start, f"{opened} {sentence.text[mark.end() :]}")
            following = places.FOLLOWING.search(lead) if item else None
            if following and following["verb"].lower() in _TO_ACTIVE:
                verb = _TO_ACTIVE[following["verb"].lower()]
                sentence = Sentence(sentence.start, f"The Court {verb} {sentence.text}")
            yield RulingSentence(block, sentence, own_weight, own, recommends, bool(mark))
        if places.OPENED.search(block.text):
            opened = block.text.rstrip(" :,—–-")
        elif not places.OPENS_ITEM.match(block.text):
            opened = ""
        if places.LEADS.search(block.text[-_LEAD_REACH:]):
            lead = (
                block.text[-_LEAD_REACH:]
                if places.FOLLOWING.search(block.text)
                or places.LED.search(block.text[-_LEAD_REACH:])
                else ""
            )
        elif not item:
            lead = ""
