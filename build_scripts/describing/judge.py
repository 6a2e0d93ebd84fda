"""Who decided: signer, author and panel; else the initials in the docket number.

Each place that names judges proposes them, as they would fill the field: a signature its signer, a
"Before" line its panel with author and votes, minutes their judge. The likeliest is chosen.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from build_scripts.describing.candidates import AGREEMENT, Candidate, choose
from build_scripts.describing.caption_rows import list_sued
from build_scripts.describing.court import find_court, is_of_appeal
from build_scripts.describing.docket_initials import (
    AGREES,
    find_initials,
    match_initials,
    propose_initials,
    propose_name_of_initials,
)
from build_scripts.describing.judge_bylines import (
    find_bylines,
    find_bylines_of_lines,
    find_role_lines,
    find_synopsis_author,
)
from build_scripts.describing.judge_claims import (
    Bench,
    Place,
    keep_writers,
    merge,
    place,
    read_surname,
    restate,
    spell_titles,
)
from build_scripts.describing.judge_panels import (
    find_names_alone,
    find_panel,
    find_part_authors,
    find_votes,
    spell_as_authors,
)
from build_scripts.describing.judge_places import (
    LEGIBLE,
    find_front_judges,
    find_signatures,
    find_signatures_amid,
)
from build_scripts.describing.judge_roles import find_absent, find_majority, find_told_roles
from build_scripts.describing.opening import (
    MOST_BLOCKS,
    LocatedBlock,
    find_opening,
    list_printed_lines,
    locate_body,
    split_printed_lines,
)
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim, Judge, JudgeRole
from build_scripts.model.law.judge_forms import PANEL, RUN_ON_PANEL, forms
from build_scripts.model.law.judges import OFFICE, read_judge
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "judge.toml", office=OFFICE)

# Beside these, initials add nothing.
_SURE_PLACES = frozenset(
    {"signature", "signature in a line", "byline", "the panel's line", "delivered the opinion"}
)
_HEADS = frozenset(("an honorific", "the head names the judge"))
_USUAL_BENCH = 3
_CROWD = 4  # judges whom the head names so
_MOST_WORDS = 4  # of a usual name
_SIGNERS = 3  # that are asked one by one
_HEAD = 15  # lines that are the head where the opening is read as prose
# What speaks against a place speaks against its judges only where every place has it.
_DOUBTS = frozenset(
    {
        "words of a court below beside it",
        "counsel or clerk beside it",
        "in a long block",
        "an earlier signature",
        "office misread",
        "a surname alone",
        "in the head, on appeal",
    }
)
_LAST_BLOCKS = 8
_LAST_PRINTED = 6  # blocks at the end that are read line by line
_FRONT = 80  # blocks in which panel and author are named


def _split_lines(blocks: Iterable[LocatedBlock]) -> list[LocatedBlock]:
    """Return the printed lines of blocks, each a paragraph."""
    return [
        LocatedBlock(each.offset, replace(each.block, kind=BlockKind.PARAGRAPH))
        for block in blocks
        for each in split_printed_lines(block)
    ]


def _complete_visitor(claim: Claim[Judge], text: str) -> Claim[Judge]:
    """Return full name and office of a visiting judge, whom a footnote introduces."""
    for match in _PATTERNS.VISITOR.finditer(text):
        named = read_judge(match["name"], match["office"])
        if named and named.surname == read_surname(claim) and "designation" in (named.title or ""):
            return restate(claim, name=named.name, title=named.title)
    return claim


def _list_ends(clean: CleanOrder, lines: Sequence[LocatedBlock]) -> tuple[LocatedBlock, ...]:
    """Return the last blocks of the text and of its last footnote, which can go on in it."""
    noted = len(clean.blocks) < len(clean.map.located)
    notes = [LocatedBlock(*clean.map.located[-1])] if noted else []
    return (*lines[-_LAST_BLOCKS:], *notes)


def _list_benches(clean: CleanOrder) -> Iterator[Place]:
    """Yield every set of judges that may fill the field, with its signals."""
    lines = locate_body(clean)
    later = (at for at, line in enumerate(lines) if forms.LATER_COURT.match(line.text))
    lines = lines[: next(later, None)]
    opening = find_opening(clean)
    front = lines[:_FRONT]
    parts = find_part_authors(clean)
    printed = list_printed_lines(clean)
    last_lines = _split_lines(lines[-_LAST_PRINTED:])
    panel = find_panel(front) or find_panel(lines[-_FRONT:])
    seated = max(find_panel(printed), find_panel(last_lines), key=len)
    fuller = len(panel) < _USUAL_BENCH and len(seated) > max(1, len(panel))
    unbroken = fuller and seated[0].reason == "the panel's line"
    alone = not panel and (
        any("Circuit" in (each.value.title or "") for each in seated) or len(seated) > 2
    )
    if unbroken or alone:
        panel = seated
    signatures = find_signatures(lines[max(1, len(opening) - 2) :])
    # Counsel sign below a judge, without an office.
    signed = tuple(sorted(signatures, key=lambda each: "a mark of signing" in each.signals))
    signed = signed or tuple(find_signatures_amid(_list_ends(clean, lines)))
    signed = signed or tuple(
        each for each in find_signatures(last_lines) if " " in (each.claims[0].value.name or "")
    )
    bylines = tuple(find_bylines(lines)) or tuple(find_bylines_of_lines(printed))
    roles = tuple(find_role_lines(front))
    if not bylines and (panel or not signed):
        roles += tuple(find_synopsis_author(front))
    curiam = next((each.offset for each in lines if forms.PER_CURIAM.match(each.text)), None)
    seats = panel[0].evidence if panel else None
    written = keep_writers((*roles, *bylines), curiam, seats)
    signed = keep_writers(signed, curiam, seats) if panel else signed
    whole = bool(panel) and panel[0].reason == "the panel's line"
    # Beside a whole panel, printed lines that join someone are of prose.
    votes = tuple(find_votes(lines)) or tuple(() if whole else find_votes(last_lines))
    # New Mexico's reports print the votes below the parties, above counsel.
    votes = votes or tuple(
        find_votes(_split_lines(line for line in front if line.kind is BlockKind.PARTIES))
    )
    authors = merge(claim for each in written for claim in each.claims)
    votes = votes or find_names_alone(last_lines, {read_surname(claim) for claim in authors})
    end = lines[-1].offset if lines else 0
    everywhere = [*lines, *(LocatedBlock(*each) for each in clean.map.located if each[0] > end)]
    told = tuple(find_told_roles(everywhere))
    votes = (*votes, *find_majority(everywhere))
    absent = {judge.surname for judge in find_absent(everywhere)}
    own = tuple(claim for each in (*written, *signed) for claim in each.claims)
    panel = spell_as_authors(panel, own)
    told = spell_as_authors(told, panel)
    panel = tuple(each for each in panel if read_surname(each) not in absent)
    votes = tuple(each for each in votes if read_surname(each) not in absent)
    known = {read_surname(claim) for claim in (*panel, *authors, *votes)}
    parts = (*(each for each in told if read_surname(each) in known), *parts)
    if not panel:
        near = {line.offset for line in (*front, *_list_ends(clean, lines))}
        votes += tuple(
            each
            for each in told
            if read_surname(each) in known or (each.evidence and each.evidence.start in near)
        )
    if panel:
        members = {read_surname(claim) for claim in panel}
        # The judge below has a byline's form, but no seat on the panel.
        bench = [
            each for each in merge((*panel, *own, *votes, *parts)) if read_surname(each) in members
        ]
        seated = tuple(_complete_visitor(each, clean.reading_text) for each in bench)
        yield Place(seated, frozenset({panel[0].reason, f"a bench of {min(len(seated), 4)}"}))
        if votes:
            wider = merge((*panel, *authors, *votes, *parts))
            yield Place(wider, frozenset({"panel and votes", f"a bench of {min(len(wider), 4)}"}))
    if votes and authors:
        joined = merge((*authors, *votes, *parts))
        yield Place(joined, frozenset({"author and votes", f"a bench of {min(len(joined), 4)}"}))
    if len(votes) > 1:
        yield Place(merge((*votes, *parts)), frozenset({"votes alone"}))
    if votes and signed:
        joined = merge((*(claim for each in signed for claim in each.claims), *votes, *parts))
        yield Place(joined, frozenset({"signers and votes"}))
    if authors:
        signals = frozenset().union(*(each.signals for each in written))
        count = f"{min(len(authors), 3)} authors"
        yield Place(merge((*authors, *parts)), signals | {count})
    signers = merge(claim for each in reversed(signed) for claim in each.claims)
    is_board = len(signers) > 1 and all("an agency's office" in each.signals for each in signed)
    titles = [claim.value.title or "" for claim in signers]
    is_board |= len(titles) > 2 and all(titles) and any(map(_PATTERNS.PRESIDES.search, titles))
    for index, each in enumerate(() if is_board else signed[:_SIGNERS]):
        last = {"an earlier signature"} if index else set()
        yield Place(merge((*each.claims, *parts)), each.signals | last)
    if len(signers) > 1:
        board = {"a board signs", *(() if panel else ("a line of the bench's names",))}
        yield Place(signers, frozenset(board if is_board else {"several signers"}))
    head = lines[: max(len(opening) + 1, min(_HEAD, len(lines) // 2))]
    cells = [
        cell
        for line in head
        if line.kind is BlockKind.PARTIES
        for cell in split_printed_lines(line)
    ]
    on_appeal = is_of_appeal(clean)
    headed = (
        *find_front_judges(head, on_appeal=on_appeal),
        *find_front_judges(cells, on_appeal=on_appeal),
    )
    # A crowd of judges are parties: those of a county sued a governor.
    crowd = {read_surname(each.claims[0]) for each in headed if each.signals & _HEADS}
    for each in headed:
        if len(crowd) < _CROWD or not each.signals & _HEADS:
            yield Place(each.claims, each.signals)
    text_order = read_text_order(clean)
    if text_order and text_order.judge:
        named = read_judge(text_order.judge.text, text_order.office or "")
        if named:
            reason = "signed, in the docket text"
            yield place(named, JudgeRole.AUTHOR, text_order.judge.span, reason)


def _list_candidates(clean: CleanOrder, initials: Claim[str] | None) -> list[Candidate[Bench]]:
    head = list_sued(locate_body(clean)[:MOST_BLOCKS])
    sued = " ".join(clean.reading_text[name.start : name.end].casefold() for _, name in head)
    parties = {
        word
        for block in clean.blocks
        if block.kind is BlockKind.PARTIES
        # A caption that runs on holds its panel too.
        for line in takewhile(
            lambda line: not PANEL.match(line.text), split_printed_lines(LocatedBlock(0, block))
        )
        for word in re.findall(r"\w+", RUN_ON_PANEL.split(line.text)[0].lower())
    }
    pooled: dict[frozenset[str], Candidate[Bench]] = {}
    for bench in _list_benches(clean):
        # Nobody decides a case against himself; the head names him as the judge below, too.
        if len(bench.claims) == 1 and read_surname(bench.claims[0]) in sued.split():
            continue
        key = frozenset(read_surname(each) for each in bench.claims)
        signals = bench.signals | _observe(bench.claims, initials, parties)
        spans = (each.evidence for each in bench.claims)
        printed = (clean.reading_text[span.start : span.end] for span in spans if span)
        if any(map(_PATTERNS.MISREAD.search, printed)):
            signals |= {"odd letters in a name"}
        if LEGIBLE in signals and AGREES not in signals:
            continue
        # A caption names the master whom the court appointed in its case.
        if "a party's name" in signals and "Master" in (bench.claims[0].value.title or ""):
            continue
        first = pooled.get(key)
        if first:
            apart = {AGREEMENT} if first.evidence != bench.claims[0].evidence else set()
            signals = (signals | first.signals | apart) - (_DOUBTS & (signals ^ first.signals))
            bench = replace(bench, claims=merge((*first.value, *bench.claims)))
        evidence, reason = (first or bench.claims[0]).evidence, (first or bench.claims[0]).reason
        pooled[key] = Candidate(bench.claims, evidence, reason, signals)
    candidates = [_look_beside(key, each, pooled) for key, each in pooled.items()]
    named = any(each.signals & _SURE_PLACES for each in candidates)
    whole = [*propose_name_of_initials(clean, initials, pooled)] if initials and not named else []
    return [*candidates, *(whole or propose_initials(clean, initials, named=named))]


_PANELS = ("the panel's line", "a panel's line that breaks off", "a line of the bench's names")
_VOTES = ("author and votes", "votes alone", "signers and votes")


def _look_beside(
    key: frozenset[str],
    candidate: Candidate[Bench],
    pooled: Mapping[frozenset[str], Candidate[Bench]],
) -> Candidate[Bench]:
    """Add what other places print: a panel, or votes, of which the candidate has not all."""
    seen = set()
    for name, places in (
        ("a panel is printed", _PANELS),
        ("votes are printed", _VOTES),
        ("several sign", ("several signers", "a board signs")),
    ):
        if any(
            len(other) > 1 and not other <= key and each.signals & set(places)
            for other, each in pooled.items()
        ):
            seen.add(name)
    return replace(candidate, signals=candidate.signals | seen)


def _observe(
    bench: Sequence[Claim[Judge]], initials: Claim[str] | None, parties: set[str]
) -> set[str]:
    """Return signals of the names themselves."""
    names = [each.value.name or "" for each in bench]
    seen = set()
    if any(_PATTERNS.ODD_LETTERS.search(name) for name in names):
        seen.add("odd letters in a name")
    if len(names) == 1 and " " not in names[0]:
        seen.add("a surname alone")
    if any(parties.issuperset(re.findall(r"\w+", read_surname(each))) for each in bench):
        seen.add("a party's name" if len(names) == 1 else "a party's name among several")
    if any(len(name.split()) > _MOST_WORDS for name in names):
        seen.add("a long name")
    if initials:
        agrees = any(match_initials(name, initials.value) for name in names)
        seen.add(AGREES if agrees else "other than the initials")
    return seen


def _close_up(name: str | None, clean: CleanOrder) -> str | None:
    """Return a name whose word a stray blank or a line's end divides in one piece.

    The text prints the word whole elsewhere ("MAR LOWE", "Marlowe"), or a printed line begins
    after each of its hyphens ("MAR-LOWE").
    """
    for first, mark, rest in _PATTERNS.DIVIDED.findall(name or ""):
        joined, printed = f"{first}{rest}", rf"(?i)\b{first}-{rest}\b"
        ends = [
            any(place.offset == match.start() + len(first) + 1 for place in block.places)
            for block in (clean.blocks if mark == "-" else ())
            for match in re.finditer(printed, block.text)
        ]
        whole = rf"\b(?:{joined.capitalize()}|{joined.upper()})\b"
        if name and (re.search(whole, clean.reading_text) or (ends and all(ends))):
            name = name.replace(f"{first}{mark}{rest}", joined.capitalize())
    return name


def propose_judges(clean: CleanOrder) -> Iterator[Candidate[tuple[Judge, ...]]]:
    """Yield every set of judges that may have decided."""
    for each in _list_candidates(clean, find_initials(clean)):
        judges = tuple(claim.value for claim in each.value)
        yield Candidate(judges, each.evidence, each.reason, each.signals)


def find_judges(clean: CleanOrder) -> Bench:
    """Return the signer, or author and panel, author first; else a judge known by initials.

    A named judge carries the part of the docket's initials that agrees with the name.
    """
    initials = find_initials(clean)
    chosen = choose("judges", _list_candidates(clean, initials), key=id)
    if chosen is None:
        return ()
    best, confidence = chosen
    found = []
    court = find_court(clean)
    for each in spell_titles(best.value, court.value if court else None):
        name = each.value.name
        own = match_initials(name, initials.value) if initials and name else each.value.initials
        named = restate(each, name=_close_up(name, clean), initials=own)
        found.append(replace(named, confidence=round(confidence, 2)))
    if [one.value.role for one in found] == [JudgeRole.PANEL] and not is_of_appeal(clean):
        # "PRESENT: HON. JANE ROE, Justice": one judge of a court of first instance decides.
        only = found[0]
        found = [replace(only, value=replace(only.value, role=JudgeRole.AUTHOR))]
    return tuple(sorted(found, key=lambda claim: claim.value.role is not JudgeRole.AUTHOR))
