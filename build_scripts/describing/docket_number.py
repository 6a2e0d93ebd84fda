"""Find the order's own docket numbers, parsed, without those of lower courts and related cases.

Each number of the front, of stamps and of page heads is a candidate of its own; its label, its
form and the lines around it decide whose it is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from build_scripts.describing.candidates import Candidate, read_weights, weigh
from build_scripts.describing.court import find_court, is_of_appeal
from build_scripts.describing.docket_lines import (
    ADVERSARY_LINE,
    RELATED_LINE,
    find_start_below,
    is_docket_line,
    is_panel_line,
)
from build_scripts.describing.opening import (
    MOST_BLOCKS,
    LocatedBlock,
    is_prose,
    keep_for_order,
    list_printed_lines,
    locate_body,
    order_by_row,
)
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.description import (
    Claim,
    Court,
    DocketNumber,
    Span,
    is_claim_confirmed,
)
from build_scripts.model.law.court_table import is_appellate
from build_scripts.model.law.docket_labels import Label, PrintedNumber, read_numbers
from build_scripts.model.law.docket_numbers import LONGEST_LINE, agree, parse_docket_number
from build_scripts.model.text.pattern_table import read_patterns

FIELD = "docket_numbers"
SURE = 0.5
WORTH_A_GUESS = 0.1
_LIKELY = 0.8
_SHORTEST = 4  # digits of a case's number that stands beside one with its kind
_FEW = 3  # digits of a department's number, printed next to a case's
_PROSE_LINES = 3
_NEAR = 4
_FAR = 20  # lines from the top
_LONGEST_LABEL = 60
_HEADS = (RemovalReason.RUNNING_HEAD, RemovalReason.FILED_STAMP, RemovalReason.ECF_STAMP)
_PATTERNS = read_patterns(__package__, "docket_number.toml")


_CALLS_CASES = (Label.CASE, Label.NUMBER)
_APPELLATE = "of an appellate court"
_SPEAKING = ("with the kind of case", "of a state's court", _APPELLATE)


Mention = tuple[DocketNumber, Span, frozenset[str]]
_OF_BELOW = "the stamp of a trial court, on an appeal"
_TRIAL_TYPES = ("cv", "cr", "bk", "ap")
_DOCKET_LINES = frozenset({"in the caption's docket", "on a docket line"})


def _tell_stamped(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions; a stamp's number may be among those of several captions below it."""
    stamped = any("agrees with the stamp" in signals for *_, signals in mentions)
    for number, span, signals in mentions:
        if stamped and "differs from the stamp" in signals and signals & _DOCKET_LINES:
            signals = signals - {"differs from the stamp"} | {"beside the stamped number"}
        yield number, span, signals


def list_own_numbers(clean: CleanOrder) -> tuple[tuple[DocketNumber, Span], ...]:
    """Return the front's numbers that are the order's own, with places, in printed order."""
    weights = read_weights(FIELD)
    return tuple(
        (number, span)
        for number, span, signals in _list_mentions(clean)
        if weigh(signals, weights) >= SURE
    )


# Numbers and initials are read from the same ones.
@keep_for_order
def _list_mentions(clean: CleanOrder) -> tuple[Mention, ...]:
    lines = _list_lines(clean)
    found = list(_read_front(clean, lines))
    weights = read_weights(FIELD)
    if not any(weigh(each[2], weights) >= SURE for each in found):
        # Of columns that were read across, printed lines alone are whole.
        printed = [
            line for line in list_printed_lines(clean) if _PATTERNS.NUMBER_LINE.match(line.text)
        ]
        found = [*_read_front(clean, tuple(printed[:_NEAR])), *found]
    return tuple(_tell_stamped(found))


def _list_lines(clean: CleanOrder) -> tuple[LocatedBlock, ...]:
    return order_by_row(
        line
        for index, line in enumerate(locate_body(clean)[:MOST_BLOCKS])
        if index < _PROSE_LINES or not is_prose(line.block)
    )


def _read_front(clean: CleanOrder, lines: tuple[LocatedBlock, ...]) -> Iterator[Mention]:
    court = find_court(clean)
    reviews = court.value if court and is_appellate(court.value.court_id) else None
    bankruptcy = bool(court and "Bankruptcy" in court.value.name)
    federal = bool(court and court.value.name.startswith(("United States C", "United States D")))
    own_panel = any(is_panel_line(line) for line in lines[:12])
    adversary = not own_panel and any(_PATTERNS.ADVERSARY.search(line.text) for line in lines)
    stamped = [parse_docket_number(stamp.docket_number) for stamp in clean.stamps[:1]]
    below = appellate_seen = False
    own: PrintedNumber | None = None
    announced, announced_at = None, 0
    found: list[PrintedNumber] = []
    count = 0
    above = ""
    for index, line in enumerate(lines):
        start_below = find_start_below(line, own_panel=own_panel, below=below)
        around = set(_observe_line(line, index))
        if RELATED_LINE.search(line.text):
            around.add("on a line of related cases")
        if adversary and not ADVERSARY_LINE.search(line.text):
            around.add("the main case beside an adversary's")
        is_docket = line.kind is BlockKind.DOCKET
        text = _break_lines(line)[:LONGEST_LINE]
        found = list(read_numbers(text, found[-1] if found else None))
        for printed in found:
            if printed.several and printed.label is not Label.NONE:
                announced, announced_at = printed, index
            if announced and _is_announced(printed, announced) and index - announced_at <= _NEAR:
                printed = replace(printed, label=announced.label, listed=True)
            if (
                (printed.label is Label.BANKRUPTCY and (bankruptcy or printed.form == _APPELLATE))
                or (
                    printed.label is Label.BELOW
                    and printed.form != "few digits"  # "SUPERIOR COURT NO. 1"
                    and court
                    and _is_named(text[: printed.start], court)
                )
            ):
                printed = replace(printed, label=Label.CASE)
            signals = around | set(_observe_number(text, printed, count))
            below = start_below is not None and printed.start >= start_below
            is_own = stamped and agree(printed.number, stamped[0])
            short = (printed.label is Label.OTHER and "digits" in printed.form) or (
                federal and printed.label is Label.CASE and printed.form == "few digits"
            )
            if (printed.label is Label.ENTRY or short) and not is_own:
                continue  # "Slip Op. 21-88", "Dept. 4"
            if not re.search("[1-9]", printed.number.text):
                continue  # of a form that was not filled in: "No. 0000"
            if own and index >= _FAR and printed.label is Label.NONE and not (is_docket or is_own):
                continue  # a list of other cases, in the text
            below = below and not is_own and not (is_docket and _is_next(printed, own))
            own = own if own or below else printed
            if printed.form == _APPELLATE:
                count += 1
                highest = reviews is not None and "Supreme" in reviews.name
                if below:
                    other = highest and own is not None and not _is_alike(printed, own)
                    signals.add(
                        "of the court below"
                        if other
                        else "of an appellate court, behind a court below"
                    )
                elif reviews and _is_reviewed(f"{above}\n{text[: printed.start]}", reviews):
                    signals.add("behind a trial court's name")
                if appellate_seen and not printed.listed:
                    signals.add("behind another appellate number")
                appellate_seen = appellate_seen or printed.label is not Label.BELOW
            elif appellate_seen and printed.form == "digits" and not printed.listed:
                signals.add("behind another appellate number")  # of an opinion: "No. 7412"
            elif (
                (reviews and _PATTERNS.OWN_BEHIND.match(text, printed.end))
                or (below and (reviews or court is None))
                or (court and _is_of_trial_court(printed.number, court))
            ):
                signals.add("of the court below")
            elif below:
                signals.add("of a court below, in a trial court's paper")
            elif reviews and _is_reviewed(f"{above}\n{text[: printed.start]}", reviews):
                signals.add("behind a trial court's name")
            else:
                count += printed.label in _CALLS_CASES or printed.form in _SPEAKING
            if stamped:
                signals.add(_compare(printed.number, stamped[0]))
            yield printed.number, line.span(printed.start, printed.end), frozenset(signals)
        # Of a caption's rows the left column is of other things.
        below = start_below is not None or (below and line.kind is BlockKind.PARTIES)
        above = line.text[-LONGEST_LINE:]
    yield from _read_bare(lines)


def _break_lines(line: LocatedBlock) -> str:
    """Return a block's text with line feeds where printed lines end: below a number of Louisiana's
    courts of appeal is a party, "23-123" | "JANE ROE", no judge's initials.
    """
    text = line.text
    for place in line.block.places[1:]:
        if text[place.offset - 1 : place.offset] == " ":
            text = f"{text[: place.offset - 1]}\n{text[place.offset :]}"
    return text


def _is_announced(printed: PrintedNumber, announced: PrintedNumber) -> bool:
    """Return whether a number in a caption's other column is one of those that "Nos." announces."""
    kinds = {(each.form, each.number.case_type) for each in (printed, announced)}
    return printed.label is Label.NONE and bool(printed.number.case_type) and len(kinds) == 1


def _is_next(printed: PrintedNumber, own: PrintedNumber | None) -> bool:
    """Return whether a number heads a further caption of consolidated appeals: "No. 20-99999"."""
    return (
        own is not None and printed.label is own.label is Label.NUMBER and _is_alike(printed, own)
    )


def _is_alike(one: PrintedNumber, other: PrintedNumber) -> bool:
    """Return whether two numbers have one form, digit by digit."""
    return re.sub(r"\d", "0", one.number.text) == re.sub(r"\d", "0", other.number.text)


def _compare(number: DocketNumber, stamped: DocketNumber) -> str:
    if agree(number, stamped):
        return "agrees with the stamp"
    # Consolidated appeals are stamped with one number.
    return "differs from the stamp" if stamped.case_type else "differs from an appeal's stamp"


def _is_of_trial_court(number: DocketNumber, court: Claim[Court]) -> bool:
    """Return whether a federal court above prints a district court's number: "1:31-cv-00412" below
    its own. The Second Circuit's ends with the kind of case: "31-9412-cv".
    """
    above = court.value.name.startswith(
        ("United States Court of Appeals", "Supreme Court of the U")
    )
    sure = is_claim_confirmed("court", court)
    return above and sure and _PATTERNS.KIND_FIRST.search(number.text) is not None


def _is_named(before: str, claim: Claim[Court]) -> bool:
    """Return whether the order's own trial court stands before a number: "Superior Court No."."""
    courts = _PATTERNS.TRIAL_COURT.finditer(before[-_LONGEST_LABEL:])
    named = [found[0].lower().replace("usdc", "district court") for found in courts]
    is_own = bool(named) and all(name in claim.value.name.lower() for name in named)
    return is_own and not is_appellate(claim.value.court_id)


def _is_reviewed(before: str, court: Court) -> bool:
    """Return whether a trial court's name, no part of the own court's, is before a number."""
    own, before = court.name.lower(), before.rsplit(";", 1)[-1]
    courts = (match.group().lower() for match in _PATTERNS.TRIAL_COURT.finditer(before))
    return bool(_PATTERNS.ACTION_NUMBER.search(before)) or any(each not in own for each in courts)


def _observe_line(line: LocatedBlock, index: int) -> Iterator[str]:
    yield "early" if index < 8 else "in the middle" if index < _FAR else "late"
    if line.kind is BlockKind.DOCKET:
        yield "in the caption's docket"
    elif is_docket_line(line):
        yield "on a docket line"
    if is_prose(line.block):
        yield "in prose"
    if line.kind in (BlockKind.REFERENCE, BlockKind.SIGNATURE, BlockKind.QUOTE):
        yield f"in a {line.kind}"


def _observe_number(text: str, printed: PrintedNumber, rank: int) -> Iterator[str]:
    yield f"label: {printed.label}"
    yield f"form: {printed.form}"
    if printed.listed:
        yield "goes on in a list"
    yield "the first number" if rank == 0 else "behind other numbers"
    if text[: printed.start].rstrip()[-1:] in ("(", "["):
        yield "in brackets"
    beside = text[: printed.start] + text[printed.end :]
    if len(re.sub(r"\W|\bnos?\b", "", beside, flags=re.IGNORECASE)) < 12:
        yield "alone on its line"
    elif printed.label is Label.NONE and printed.form == "year and serial":
        yield "a bare year and serial among words"


def _read_bare(lines: tuple[LocatedBlock, ...]) -> Iterator[Mention]:
    if _PATTERNS.BARE_COURT.search("\n".join(line.text[:LONGEST_LINE] for line in lines)):
        for line in lines:
            if match := _PATTERNS.BARE_NUMBER.match(line.text):
                span = line.span(*match.span("text"))
                yield DocketNumber(match["text"]), span, frozenset({"bare, as its court prints"})


def propose_docket_numbers(clean: CleanOrder) -> Iterator[Candidate[tuple[DocketNumber, ...]]]:
    """Yield each number that may be the order's, one by one: the most complete printing first."""
    # "1:00-cv-00000" is a form's: no case has the serial number 0.
    mentions = [
        each
        for each in _list_mentions(clean)
        if each[0].serial != 0 and not _is_cut_stamp(each[0], clean)
    ]
    for stamp in clean.stamps[:1]:
        stamped = parse_docket_number(stamp.docket_number)
        span = next((each[1] for each in mentions if agree(each[0], stamped)), None)
        reason = "ECF stamp, as in the caption" if span else "ECF stamp"
        yield Candidate(
            (stamped,),
            span,
            reason,
            frozenset({_OF_BELOW if _is_below(clean, stamped) else "the stamp"}),
        )
    seen: list[DocketNumber] = []
    for number, span, signals in mentions:
        if not any(agree(number, other) for other in seen):
            seen.append(number)
            yield Candidate((number,), span, "printed in the caption", signals)
    yield from _read_heads(clean)


def _is_cut_stamp(number: DocketNumber, clean: CleanOrder) -> bool:
    """Return whether a number is the beginning of a stamped one: "4:31-cv-07-7.7 1", misread."""
    if not (number.office and number.case_type):
        return False
    digits = re.sub(r"\D", "", number.text)
    stamped = (re.sub(r"\D", "", stamp.docket_number) for stamp in clean.stamps)
    return any(one != digits and one.startswith(digits) for one in stamped)


def _is_below(clean: CleanOrder, stamped: DocketNumber) -> bool:
    """Return whether a trial court stamped the mandate that it got from a court above."""
    front = "\n".join(line.text for line in locate_body(clean)[:MOST_BLOCKS])
    above = is_of_appeal(clean) or (not find_court(clean) and _PATTERNS.APPEAL_PANEL.search(front))
    return stamped.case_type in _TRIAL_TYPES and bool(above)


def _read_heads(clean: CleanOrder) -> Iterator[Candidate[tuple[DocketNumber, ...]]]:
    """Yield numbers that recur at the edges of pages, which cleaning removed."""
    for removal in clean.removals:
        related = RELATED_LINE.search(removal.text)
        if removal.reason in _HEADS and removal.page < 4 and not related:
            for printed in read_numbers(removal.text[:LONGEST_LINE], None):
                signals = {f"at a page's edge, {printed.form}", f"edge label: {printed.label}"}
                if removal.reason is RemovalReason.ECF_STAMP and _is_below(clean, printed.number):
                    signals.add(_OF_BELOW)
                yield Candidate((printed.number,), None, "at a page's edge", frozenset(signals))


def find_docket_numbers(clean: CleanOrder) -> tuple[Claim[DocketNumber], ...]:
    """Return the order's own docket numbers, each in its most complete printed form.

    The stamp of the electronic filing system prints office, type and initials and wins where it
    agrees with the caption in year, type and serial. Its span is the caption's.
    """
    weights = read_weights(FIELD)
    claims = [
        Claim(
            each.value[0],
            each.evidence,
            each.reason,
            confidence=round(weigh(each.signals, weights), 2),
        )
        for each in pool_dockets(propose_docket_numbers(clean))
    ]
    sure = tuple(claim for claim in claims if (claim.confidence or 0) >= SURE)
    if any(claim.value.case_type for claim in sure):
        # "GRANTING MOTION (DOCKET NUMBER 99)": a paper's, beside the case's.
        sure = tuple(claim for claim in sure if not _may_be_an_entry(claim))
    if any(sum(map(str.isdigit, claim.value.text)) >= _SHORTEST for claim in sure):
        # "Dept. | No. 4"
        sure = tuple(c for c in sure if not c.value.text.isdigit() or len(c.value.text) >= _FEW)
    guesses = (claim for claim in claims if (claim.confidence or 0) >= WORTH_A_GUESS)
    return sure or tuple(sorted(guesses, key=lambda claim: -(claim.confidence or 0))[:1])


def _may_be_an_entry(claim: Claim[DocketNumber]) -> bool:
    short = claim.value.text.isdigit() and len(claim.value.text) < _SHORTEST
    return short and (claim.confidence or 0) < _LIKELY


def pool_dockets(
    candidates: Iterator[Candidate[tuple[DocketNumber, ...]]],
) -> list[Candidate[tuple[DocketNumber, ...]]]:
    """Join the candidates that number one docket: the first printing, with the signals of all."""
    pooled: list[Candidate[tuple[DocketNumber, ...]]] = []
    for each in candidates:
        same = next((one for one in pooled if agree(one.value[0], each.value[0])), None)
        if same is None:
            pooled.append(each)
        else:
            # The Federal Circuit's stamp says "23-1160", its caption "2023-1160".
            one, other = same.value[0], each.value[0]
            value = (
                each.value if not one.case_type and len(other.text) > len(one.text) else same.value
            )
            signals = same.signals | each.signals
            pooled[pooled.index(same)] = replace(same, value=value, signals=signals)
    return pooled
