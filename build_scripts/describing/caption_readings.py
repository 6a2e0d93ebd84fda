"""List every way in which the front can be read as a caption: who against whom, or in which matter.

A page whose columns were kept has one good reading. Text without layout has several: a name may
end where its printed line ends or continue below, and noise may end it or be in its middle. Each
reading has its observed signals; the choice is made elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_scripts.describing.caption import (
    ABBREVIATED_END,
    EX_PARTE,
    IN_RE,
    LABEL,
    LITIGATION,
    ROLE,
    Caption,
    cut_at_role,
)
from build_scripts.describing.caption_lines import VERSUS, goes_on, is_role_only
from build_scripts.describing.caption_rows import (
    COURT_GOES_ON,
    MATTER_START,
    NEXT_WORD,
    CaptionFront,
    CaptionRow,
    is_empty,
    read_front,
)
from build_scripts.describing.opening import NOTICE
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.law.caption_noise import CITATION, MARK, NUMBERED, is_title_rest
from build_scripts.model.law.party_words import names_entity
from build_scripts.model.law.states import state_pattern
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

_LABELLED = rf"[ ]*{MARK}{{6}}"  # the label of a docket number, masked
# After a name at the head of a law report's page: the state and the page number.
_PAGE = rf"(?:(?<!\sof)\s{state_pattern()})?\s\d{{2,4}}$"
_WORD_ABOVE = rf"([^\s{MARK}]+)[\s{MARK}]*$"
_WORD_BELOW = rf"[\s{MARK}]*([^\s{MARK}]+)"
_LONGEST_CITED = 160  # characters from a cited case's "v." to its reporter's page
_MOST_ANCHORS = 10
_MOST_TAKEN = 6  # rows of the right side
_MOST_SKIPPED = 4  # rows of noise among a side's own
_MOST_OWN_WORDS = 16
_SIDES_BELOW = 400  # characters below a matter in which its sides stand
_PATTERNS = read_patterns(__package__, "caption_readings.toml")
ENDED = _PATTERNS.ENDED
_ROLE_BEHIND = Pattern(
    rf"(?:{ROLE.expression}(?:\s+below)?[\s.,;:)-]*+){{1,8}}$".replace("(?P<role>", "(?:"),
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "JANE ROE, Plaintiff, ",
        "JOHN POE, Plaintiff and Appellant.",
        "Defendant Below, Appellant, ",
    ],
    refuses=["Plaintiff Jane Roe", "JANE ROE"],
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A caption as it may be read, and what was seen of it."""

    caption: Caption
    signals: frozenset[str]
    above: str = ""  # the word before the first side
    below: str = ""  # and the word after the second


@dataclass(frozen=True, slots=True)
class _Way:
    """How far a side goes: over its line's end, over blank lines, over noise."""

    reach: str
    bridged: bool

    def name(self) -> frozenset[str]:
        return frozenset((self.reach, *(("goes over noise",) if self.bridged else ())))


_AMONG_PROSE = frozenset(("within prose", "behind prose"))
_TIGHT, _NEAR, _FAR = "ends with its line", "goes to a blank line", "goes over blank lines"
_WAYS = tuple(_Way(reach, bridged) for reach in (_TIGHT, _NEAR, _FAR) for bridged in (False, True))


def iterate_readings(clean: CleanOrder) -> Iterator[Reading]:
    """Yield every reading of the front, nearest to the top first."""
    front = read_front(clean)
    sides = [*_iterate_sides(front)]
    yield from sides
    adversary = any("behind a debtor's case" in each.signals for each in sides)
    for rank, found in enumerate(MATTER_START.finditer(front.text)):
        if rank >= _MOST_ANCHORS:
            break
        start = found.start("phrase")
        if front.ends_versus(start) or _PATTERNS.CUT_ABOVE.search(front.text, 0, start):
            continue  # a side: "v." | "Estate of Jane Roe", "as representative of the" | "Estate"
        seen = _look_around(front, start, rank + 1)
        for how in _WAYS:
            reading = _read_matter(front, start, found.end("phrase"), how, seen)
            # The sides of an adversary proceeding name it, not its debtor's case.
            if reading and not (adversary and "a debtor's case with sides" in reading.signals):
                yield reading


def _iterate_sides(front: CaptionFront) -> Iterator[Reading]:
    found_readings: list[tuple[int, Reading]] = []
    anchors = 0
    for found in front.list_versus(front.text):
        # Another case, cited: in a sentence its reporter's page may be on the next line.
        in_prose = front.rows[front.find_row(found.start())].prose
        end = -1 if in_prose else front.text.find("\n", found.end())
        end = min(found.end() + _LONGEST_CITED, end if end >= 0 else len(front.text))
        if CITATION.search(front.text, found.end(), end):
            continue
        anchors += 1
        if anchors > _MOST_ANCHORS:
            break
        seen = _look_around(front, found.start(), anchors)
        each = (_read_sides(front, found.start(), found.end(), how, seen) for how in _WAYS)
        found_readings += [(anchors, one) for one in each if one]
    # A sentence has roles too, and is no caption.
    captions = [(rank, each) for rank, each in found_readings if not each.signals & _AMONG_PROSE]
    ruled = min((rank for rank, reading in captions if _has_role(reading)), default=None)
    whole = min(
        (rank for rank, each in captions if "a role on each side" in each.signals),
        default=_MOST_ANCHORS,
    )
    for rank, reading in found_readings:
        if ruled is not None and rank > ruled and "behind prose" in reading.signals:
            continue  # a case that a sentence cites
        added: set[str] = set()
        if _has_role(reading):
            added = {"the first with a role"} if rank == ruled else set()
        elif ruled not in (None, rank):
            added = {"another has roles"}
        if rank > whole:  # the next of consolidated cases
            added |= {"below a whole caption"}
        yield replace(reading, signals=reading.signals | added)


def _has_role(reading: Reading) -> bool:
    return bool(reading.signals & {"a role on the left", "a role on the right"})


def _look_around(front: CaptionFront, at: int, rank: int) -> frozenset[str]:
    """Return the signals of an anchor's row."""
    index = front.find_row(at)
    row = front.rows[index]
    seen = {"first of its kind"} if rank == 1 else set()
    if matter := MATTER_START.search(front.text[: front.starts[index]]):
        between = front.text[matter.end() : at]
        debtor = "debtor" in between.lower()
        own = ROLE.search(between) and len(between.split()) <= _MOST_OWN_WORDS
        seen.add(
            "behind a debtor's case"
            if debtor
            else "behind its own matter"
            if own
            else "behind a matter"
        )
    if row.block.kind is BlockKind.PARTIES:
        seen.add("in the caption's block")
    elif row.prose and index and front.rows[index - 1].block is row.block:
        seen.add("within prose")
    if LABEL.match(row.text.strip(MARK + " ")) or _PATTERNS.INNER_LABEL.search(row.text):
        seen.add("behind a label")
    above = {id(each.block): each.block for each in front.rows[:index] if each.prose}
    if any(each is not row.block and not NOTICE.search(each.text) for each in above.values()):
        seen.add("behind prose")
    return frozenset(seen)


def _runs_on(text: str) -> bool:
    kept = text.rstrip(MARK + " \n")
    return goes_on(kept) or bool(re.search(r"\w-$", kept))


def _is_rest(text: str) -> bool:
    """Return whether a line begins within a name: "OF CHILDREN, YOUTH, AND FAMILIES"."""
    return _PATTERNS.REST_OF_NAME.match(text) is not None


def _is_hollow(text: str) -> bool:
    return is_empty(text) or is_role_only(text.replace(MARK, " "))


def _is_ended(text: str) -> bool:
    """Return whether a full stop closes the name, and belongs to no word of it."""
    kept = text.rstrip(MARK + " \n")
    return kept.endswith(".") and not ABBREVIATED_END.search(kept)


def _ends_side(text: str) -> bool:
    """Return whether a line ends with a role: the text above belongs to another side or caption."""
    return bool(_ROLE_BEHIND.search(text.replace(MARK, " ").rstrip(" ,;")))


def _collect_left(front: CaptionFront, at: int, how: _Way) -> tuple[str, int]:
    """Return the text of the left side and where it begins."""
    index = front.find_row(at)
    start = front.starts[index]
    text = front.text[start:at]
    skipped = 0
    while index > 0 and not LABEL.match(text.lstrip(MARK + " ")):
        row = front.rows[index - 1]
        hollow = _is_hollow(text)
        # Who intervened stands below the first plaintiff, and is not the first party.
        intervened = "intervenor" in text.lower()
        joins = not hollow and _PATTERNS.LEFT_ROLE.match(row.text) is not None
        if row.empty:
            skipped += 1
            if skipped > _MOST_SKIPPED or not (hollow or how.bridged or intervened):
                break
        elif (row.prose and row.block is not front.rows[index].block) or (
            not hollow and _ends_side(row.text) and not (joins or _PATTERNS.OF_NAME.match(text))
        ):
            break
        elif not hollow and how.reach != _FAR:
            rest = _is_rest(text) or text.lstrip()[:1].islower()
            runs = _runs_on(row.text) or rest or joins
            tight = how.reach is _TIGHT and not _are_parties(row, front.rows[index])
            if not runs and (tight or front.rows[index].gap):
                break
        index -= 1
        start = front.starts[index]
        # Arkansas prints a role at the end of the line: "ACME CENTER PLAINTIFF" | "OF UTAH, INC.".
        of_name = not hollow and _PATTERNS.OF_NAME.match(text)
        amid = _ROLE_BEHIND.search(row.text) if of_name else None
        kept = row.text[: amid.start()] + MARK * len(amid[0]) if amid else row.text
        text = f"{kept}\n{text}"
    return text, start


def _are_parties(above: CaptionRow, below: CaptionRow) -> bool:
    """Return whether two rows are of one block of parties: who is named above is the first.

    A sentence, a scrap ("S5") and counsel in small letters above "JANE ROE," are no parties' rows;
    "JANE ROE" over "PAT POE" may be two, or one name.
    """
    return (
        above.block is below.block
        and above.block.kind is BlockKind.PARTIES
        and not _PATTERNS.SCRAP.fullmatch(above.text)
        and not _PATTERNS.CLOSED.search(above.print())
        and not (below.text.isupper() and _PATTERNS.MIXED.search(above.text))
        and not all(
            _PATTERNS.PERSON.fullmatch(row.text) and not names_entity(row.text)
            for row in (above, below)
        )
    )


def _is_below_role(front: CaptionFront, begin: int) -> bool:
    """Return whether another party's role is right above a side.

    "JANE ROE, | Plaintiff-Appellant, | JOHN POE, | Plaintiff-Appellee, v.": Roe is the first.
    """
    rows = front.rows[: front.find_row(begin)]
    above = next((row for row in reversed(rows) if not row.empty), None)
    return above is not None and above.block.kind is BlockKind.PARTIES and _is_hollow(above.text)


def _is_other_column(front: CaptionFront, index: int, text: str) -> bool:
    """Return whether the text after the "v." in a row is the other column's, the party below it.

    "v. Civil Action No. …"; "V. CONCLUSIONS OF LAW,"; "v. San Diego" below "Southern District of
    California,".
    """
    rows = [row for row in front.rows[index + 1 : index + 4] if not row.empty]
    if not rows or rows[0].prose or is_role_only(rows[0].text.replace(MARK, " ")):
        return False
    courts = (row.print() for row in front.rows[max(0, index - 3) : index] if row.empty)
    other = re.match(_LABELLED, text) or is_title_rest(text)
    return bool(other) or any(map(COURT_GOES_ON.search, courts))


def _collect_right(front: CaptionFront, at: int, how: _Way) -> tuple[str, int]:
    """Return the text of the right side and where it ends."""
    index = front.find_row(at)
    end = front.starts[index] + len(front.rows[index].text)
    text = front.text[at:end]
    if _is_other_column(front, index, text):
        text = MARK * len(text)
    skipped = taken = 0
    while index + 1 < len(front.rows) and taken < _MOST_TAKEN:
        row = front.rows[index + 1]
        filled = not _is_hollow(text)
        if filled and (
            ROLE.search(text.lstrip(" ,\n" + MARK), 1) or front.list_versus(text) or _is_ended(text)
        ):
            break
        if row.empty:
            skipped += 1
            below = front.rows[index + 2].text if index + 2 < len(front.rows) else ""
            if skipped > _MOST_SKIPPED or (filled and not how.bridged and not _is_rest(below)):
                break
        elif (row.prose and row.block is not front.rows[index].block) or (
            filled and MATTER_START.match(row.text)
        ):
            break
        elif filled and how.reach != _FAR:
            roles = is_role_only(row.text.replace(MARK, " "))
            runs = _runs_on(text) or _is_rest(row.text) or roles
            if not runs and (how.reach is _TIGHT or row.gap):
                break
        index += 1
        taken += not row.empty
        end = front.starts[index] + len(row.text)
        text = f"{text}\n{row.text}"
    return text, end


def _read_sides(
    front: CaptionFront, start: int, end: int, how: _Way, seen: frozenset[str]
) -> Reading | None:
    printed_left, begin = _collect_left(front, start, how)
    printed_right, stop = _collect_right(front, end, how)
    if front.list_versus(printed_left):
        return None  # a third party's "v."
    left, left_role = _name_left(printed_left, how)
    other = front.list_versus(printed_right)
    printed_right = printed_right[: other[0].start()] if other else printed_right
    right, right_role = _name_right(printed_right, how)
    if not left or not right:
        return None
    signals = {*seen, *how.name()}
    if _leaves_words(front, stop, stop + 1):
        signals.add("leaves words of its block")
    if _is_below_role(front, begin):
        signals.add("below another's role")
    if _is_joined(front, begin - 1):
        signals.add("goes on above")
    if _is_joined(front, stop):
        signals.add("goes on below")
    if not how.bridged and _is_cut(printed_left):
        signals.add("cut at noise")
    rows = front.rows[front.find_row(begin) : front.find_row(start) + 1]
    kinds = {row.block.kind for row in rows if not row.empty}
    if BlockKind.PARTIES in kinds and len(kinds) > 1:
        signals.add("begins in a block of another kind")
    if left_role:
        signals.add("a role on the left")
    if right_role:
        signals.add("a role on the right")
    if left_role and right_role:
        signals.add("a role on each side")
    if right_role or _PATTERNS.LISTED.search(right):
        signals.add("closed below")
    if "\n" not in printed_left + printed_right:
        signals.add("on one line")
        row = front.rows[front.find_row(start)]
        if not row.prose and len(row.text.split()) <= _MOST_OWN_WORDS and MARK not in row.text:
            signals.add("a line of its own")
    caption = Caption(None, left, right, front.locate(begin, stop))
    above = re.search(_WORD_ABOVE, front.text[max(0, begin - NEXT_WORD) : begin])
    below = re.match(_WORD_BELOW, front.text[stop : stop + NEXT_WORD])
    return Reading(
        caption, frozenset(signals), above[1] if above else "", below[1] if below else ""
    )


def _leaves_words(front: CaptionFront, last: int, first: int) -> bool:
    """Return whether the rows at a reading's edge are of one block, and both hold words."""
    if not 0 < first < len(front.text):
        return False
    above, below = (front.rows[front.find_row(at)] for at in (last, first))
    return above is not below and above.block is below.block and not (above.empty or below.empty)


def _is_joined(front: CaptionFront, at: int) -> bool:
    """Return whether words of names are on both sides of a line's end, and no mark between."""
    if not 0 < at < len(front.text) - 1:
        return False
    above, below = (front.rows[front.find_row(each)] for each in (at, at + 1))
    return (
        above is not below
        and not (above.empty or below.empty or above.prose != below.prose)
        and re.search(r"[^\W_]$", above.text.rstrip(MARK + " ")) is not None
        and re.match(r"[^\W_]", below.text.lstrip(MARK + " ")) is not None
        and not (
            is_role_only(below.text) or VERSUS.match(below.text) or VERSUS.search(above.text[-4:])
        )
    )


def _drop_edges(text: str) -> str:
    """Return the lines without the noise at their ends, which cuts no name: a column's rule."""
    return re.sub(rf"[{MARK} ]+(?=\n)", "", text)


def _drop_noise(text: str, how: _Way, last: bool) -> str:
    """Return the text without noise: the part beyond it, or all pieces together."""
    text = re.sub(rf"(?<=\w-)[{MARK} ]*\n\s*(?=\w)", "", _drop_edges(text))
    text = re.sub(r"[ \n]+(?=[.,;](?:\s|$))", "", text)
    if text.count(")") > text.count("("):
        text = re.sub(r"(?<=[\w.,])\)(?!\w)", "", text)  # a rule between columns
    if how.bridged:
        return re.sub(r"\s+", " ", text.replace(MARK, " ")).strip()
    pieces = [piece for piece in re.split(rf"{MARK}+", text) if not is_empty(piece)]
    piece = (pieces[-1] if last else pieces[0]) if pieces else ""
    return re.sub(r"\s+", " ", piece).strip()


def _name_left(text: str, how: _Way) -> tuple[str, bool]:
    label = LABEL.match(text) or _PATTERNS.INNER_LABEL.search(text)
    text = text[label.end() :] if label else text
    for ended in ENDED.finditer(text):
        if re.search(r"[^\W\d_]", text[ended.end() :]):
            text = MARK * ended.end() + text[ended.end() :]
    roles = list(ROLE.finditer(text.replace(MARK, " ")))
    # "In re Roe, Debtor. Acme Bank, Plaintiff, v. Roe": the plaintiff begins behind the debtor.
    frame = next((each for each in roles[:-1] if each["role"].lower().startswith("debtor")), None)
    if frame:
        text = MARK * frame.end() + text[frame.end() :]
    # What stands between the last role and "v." is the other column's.
    behind = _ROLE_BEHIND.search(text.replace(MARK, " "))
    cut = behind.start() if behind else roles[-1].start() if roles else len(text)
    name = _drop_noise(text[:cut], how, last=True)
    name = re.sub(
        r"^[xX]\s+(?!(?i:corp|inc|llc|ltd|co|holdings)\b)(?=[A-Z][A-Za-z])", "", name
    )  # the corner of New York's captions
    # A heading says the state that the party is: "STATE OF OHIO" | "STATE OF OHIO,".
    name = re.sub(r"^(.{5,60}?)[\s,]+\1(?!\w)", r"\1", name)
    matter = IN_RE.match(name)
    if matter and roles and not roles[0]["role"].lower().startswith("debtor"):
        # New York: "In the Matter of the Application of Roe, Petitioner, v. Poe"
        name = _PATTERNS.ASKED_BY.sub("", name[matter.end() :])
    named, second, _ = cut_at_role(name)
    return named, bool(roles or second or (label and ROLE.search(label[0])))


def _is_cut(text: str) -> bool:
    """Return whether noise separates words of names on one printed line."""
    return bool(re.search(rf"\w[,.]?\s*{MARK}[{MARK}\s]*[^\W_]", _drop_edges(text)))


def _name_right(text: str, how: _Way) -> tuple[str, bool]:
    lead = re.match(rf"[\s{MARK},.;:)]*", text)
    kept = text[lead.end() :] if lead else text
    flat = _drop_noise(kept, how, last=False)
    name, role, _ = cut_at_role(flat)
    page = re.search(
        _PAGE, name
    )  # a law report prints it behind the case's name at the page's head
    if page and not NUMBERED.search(name, max(0, page.start() - 40), page.start()):
        name = name[: page.start()]
    return name, role is not None or bool(ROLE.search(kept.replace(MARK, " ")))


def _read_matter(
    front: CaptionFront, start: int, behind: int, how: _Way, seen: frozenset[str]
) -> Reading | None:
    printed, stop = _collect_right(front, behind, how)
    phrase = front.text[start:behind].strip(" :")
    name, role = _name_right(VERSUS.split(printed)[0], how)
    if not name:
        return None
    litigation = LITIGATION.search(name)
    if litigation and not name[litigation.end() :].lower().startswith((" against", " of")):
        name = name[: litigation.end()]
    signals = {*seen, *how.name(), "a matter"}
    if role:
        signals.add("a role on the right")
    below = front.text[stop : stop + _SIDES_BELOW]
    cited_so = phrase.lower() == "ex parte" or _PATTERNS.MARRIAGE.match(name)
    if (VERSUS.search(printed) or VERSUS.search(below)) and not (litigation or cited_so):
        # Kentucky prints the roles in the other column.
        is_sued = any("plaintiff" in row.text.lower() for row in front.rows if not row.prose)
        adversary = is_sued and "debtor" in f"{printed} {below}".lower()
        signals.add("a debtor's case with sides" if adversary else "a matter with sides")
    if phrase.lower() == "re":
        first = printed.partition("\n")[0]
        if VERSUS.search(front.text[:stop]) or (MARK in first and is_empty(first)):
            return None  # "RE: Roe v. Poe", "Re: Dkt. No. 12", a subject below the sides
        signals.add("behind a label")
    if re.match(r"(?:in\s+)?re\b|matters?\b|in\s+the\s+[aim]", phrase, re.IGNORECASE):
        inner = IN_RE.match(name)
        bare = name[inner.end() :] if inner and EX_PARTE.match(name) is None else name
        matter = f"in re {bare}"
    else:
        matter = f"{phrase} {name}"
    caption = Caption(matter, None, None, front.locate(start, stop))
    return Reading(caption, frozenset(signals))
