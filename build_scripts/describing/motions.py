"""Read motions: their printed wording, and the kind that distinguishes them."""

import re
from dataclasses import dataclass, replace

from build_scripts.model.description import MotionKind
from build_scripts.model.law.motion_kinds import KINDS
from build_scripts.model.text.dates import MONTH_IN_FULL
from build_scripts.model.text.pattern_table import read_patterns, read_table
from build_scripts.model.text.sentences import split_sentences

# Papers that are a kind by themselves.
_PAPER_KINDS = (("objection", MotionKind.OBJECTION), ("stipulation", MotionKind.STIPULATION))
_USUAL_WORDS = frozenset(" ".join(read_table(__package__, "motion_words.toml").values()).split())
# Any paper that asks for something.
_PAPER = (
    r"(?:cross-?|counter-?|letter[-\s])?(?:motions?(?!\s+(?:practice|schedul\w+|calendar))|applications?(?!\s+of\s+(?:\d|§|(?:the\s+)?(?:(?:rule|section)s?(?!\s(?-i:[A-Z]))|(?:statute|doctrine|law|act|code)(?!\s(?:(?-i:[A-Z])|firm|office)))\b))|petitions?|(?<!\bby\s)(?<!\bat\sthe\s)requests?(?!\s+(?:the|that|an?|this|of\s+(?:one|any|a)\s+(?:of\s+(?:our|its|the)\s+(?:judges|members)|member|judge))\b)|stipulations?|objections?"
    r"|demurrers?|exceptions|exception(?=\s+of)|suggestions?(?=\s+for\s+(?:a\s+)?rehearing)|special\s+appearances?|pleas?(?=\s+(?:to\s+the|in\s+(?:bar|abatement)))|prayers?|bills?\s+of\s+costs)"
)
_ADJECTIVES = (
    r"(?:(?:ex\s+parte|renewed|joint|unopposed|opposed|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|amended|emergency|partial"
    r"|cross|administrative|omnibus|special|consent|stipulated|oral|agreed|contested|preliminary|dispositive|expedited|corrected)[-\s]+){0,3}"
)
_MOST_NUMBERS = 40
_PLACES_IN_LIMINE = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_PATTERNS = read_patterns(
    __package__,
    "motions.toml",
    adjectives=_ADJECTIVES,
    paper=_PAPER,
    places_in_limine="|".join(_PLACES_IN_LIMINE),
    month_in_full=MONTH_IN_FULL,
)


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion's wording, its kind, and its place in the text that names it.

    `kind` is None for "the motion", without saying which.
    """

    wording: str
    kind: str | None
    start: int
    end: int
    movant: str | None = None
    numbers: tuple[int, ...] = ()  # "motions in limine 1, 3 and 5"
    close: int = 0  # where its entry, its numbers and who filed it end
    entries: tuple[str, ...] = ()  # of the docket, where the text was searched for them


REVIEW = "petition for review"


def classify_motion(wording: str) -> str | None:
    """Return the kind of a motion, its own first words if none is listed, None for "motion"."""
    if re.match(rf"{_ADJECTIVES}objections?\b", wording, re.IGNORECASE):
        return MotionKind.OBJECTION  # whatever it objects to
    found = [
        (match.start(), kind)
        for kind, pattern in KINDS.items()
        if (match := pattern.search(wording))
    ]
    if found:
        return min(found, key=lambda pair: pair[0])[1]
    if _PATTERNS.REVIEW.search(wording):
        return REVIEW
    asked = re.sub(
        rf"^.*?{_PAPER}\s*(?:of\s.{{1,80}}?\s(?=to\s))?", "", wording, flags=re.IGNORECASE
    )
    if _PATTERNS.RULE_ALONE.match(asked):
        return None
    words = asked.split()
    named = " ".join([word.lower() for word in words if len(word) > 3][:2])
    paper = next((kind for stem, kind in _PAPER_KINDS if stem in wording.lower()), None)
    return paper or named or None


def ask_for(relief: str) -> str:
    """Return what asks for relief that an order grants or denies without a word of the asking."""
    relief = _PATTERNS.WINNER.sub("", relief).replace("leave to so ", "leave to ")
    petitioned = re.match(
        r"(?:writ|certiorari|rehearing|(?:discretionary )?review)\b", relief, re.IGNORECASE
    )
    requested = re.match(r"relief$|service connection|benefits", relief, re.IGNORECASE)
    paper = "petition" if petitioned else "request" if requested else "motion"
    return f"{paper} for {relief}"


def are_others_entries(wording: str, behind: str) -> bool:
    """Return whether entries behind a motion's name are those of a motion it is about, or of
    briefs.
    """
    return bool(_PATTERNS.OF_MOTION.search(wording) or _PATTERNS.OF_PAPERS.search(behind))


def cut_behind(text: str) -> str:
    """Return a clause of a sentence on several motions without the entries that follow it."""
    return _PATTERNS.CLOSED.split(text)[0]


def find_head(wording: str) -> str:
    """Return what a motion's words begin with, and name nobody: its paper and its verb."""
    head = rf"{_ADJECTIVES}{_PAPER}(?:\s+for\s+leave)?(?:\s+to\s+[\w-]+)?"
    found = re.match(head, wording, re.IGNORECASE)
    return found[0] if found else ""


def list_usual_words(wording: str) -> frozenset[str]:
    """Return the small words of a motion, and those that decide its kind."""
    found = (pattern.search(wording) for pattern in KINDS.values())
    matched = " ".join(match[0] for match in found if match)
    return _USUAL_WORDS | frozenset(re.findall(r"[\w-]+", matched.lower()))


def flatten(printed: str) -> str:
    """Return a motion's words in one line, without text in brackets; "Rule 24(b)" keeps its own."""
    brackets = (
        r"(?<!\) and)\s\([^()]*\)|(?<![\d)])(?<!\d[a-z])(?<!and )\([^()]*\)"
        r"|\((?!\w{1,4}\))[^()]*\)|\s?\[[^\[\]]*\]"
    )
    text = re.sub(r"(?<=[a-z]{3})\d{1,3}(?!\S)", "", re.sub(brackets, "", printed))  # a note's mark
    text = re.sub(r"[\s|]+", " ", text).strip(' ,.;:*“”"')
    return _PATTERNS.NO_END.sub("", text)


def word_motion(printed: str) -> str:
    """Return a motion's wording as a key: one line, small letters where a title had capitals."""
    words = flatten(printed).split()
    return " ".join(
        word.lower()
        if (word.isupper() or word.istitle()) and not re.search(r"\d|\.\w", word)
        else word
        for word in words
    )


_REACH = 90  # characters before a motion's name in which its movant stands
_MOST_NAMES = 7  # words of a movant with large letters, of which none is missing
_ONE_WORD = 12  # characters, at which a text that is cut at its beginning has its next word
_SIDES = frozenset("plaintiff plaintiffs defendant defendants petitioner respondent".split())


def _find_movant(before: str, after: str) -> str | None:
    near = before.rstrip('“"')[-_REACH:]
    match = _PATTERNS.MOVANT.search(near)
    if match and (
        len(re.findall("[A-Z][a-z]", match["movant"])) > _MOST_NAMES
        or (len(before) - _REACH > 0 and match.start() < _ONE_WORD)
    ):
        name = _name_movant(match["movant"])
        # Of "Roe, the Board of Regents of the University, Poe, and Loe’s" the beginning is missing.
        return None if name and match["movant"].startswith(name) else name
    match = match or _PATTERNS["FILED_BY"].match(after[:_REACH])
    filed = None if match else _PATTERNS.FILED.search(before)
    if filed:
        return find_mover(f"{before[: filed.start()]} ")
    return _name_movant(match["movant"]) if match else None


def find_mover(before: str) -> str | None:
    """Return who moves, by the words before the verb: "Acme Corp. now" moves to dismiss."""
    near = before[-_REACH:]
    sentences = split_sentences(near)
    near = near[sentences[-1].start :] if sentences else ""
    match = _PATTERNS.MOVER.search(near)
    # Of "Roe, and Poe jointly" the beginning is missing, and so it is after another name, and of
    # "the tenants and applicants appealed".
    ahead = before[: len(before) - len(near) + match.start()] if match else ""
    cut = re.search(r"[A-Z][\w.]+,\s$|\bthe\s[a-z]+s\sand\s$", ahead) or (
        match and "jointly" in match[0] and ahead.endswith("and ")
    )
    return _name_movant(match["movant"]) if match and not cut else None


def _name_movant(printed: str) -> str | None:
    *before, last = re.split(r", (?:the |(?=(?:Plaintiff|Defendant)s?\b))", printed)
    listed = _PATTERNS.LEADING.sub("", before[-1]).strip(" ,.;") if before else ""
    if listed and not any(side in last.lower() for side in _SIDES):
        return None  # of "Roe Mills, the County of Alder, and Poe" the beginning may be missing
    name = _PATTERNS.LEADING.sub("", last).strip(" ,.;")
    name = re.sub(r"(?:\s(?:and|of|the))+$", "", name)
    name = re.sub(r"[’']s?$|[’']s(?=\s(?:and|&)\s)", "", name)
    name = name.capitalize() if name.isupper() and name.lower() in _SIDES else name
    return None if not name or _PATTERNS.NO_MOVANT.search(name) else name


def _find_numbers(text: str, start: int, end: int) -> tuple[tuple[int, ...], int]:
    """Return the numbers of the motion that begins at `start`, and where they end."""
    placed = _PATTERNS.PLACED.search(text, start, end)
    if placed:
        return (_PLACES_IN_LIMINE.index(placed["place"].lower()) + 1,), end
    match = _PATTERNS.NUMBERS.search(text, start, end + 60)
    if not match or match.start() > end or (match.end() > end and match.start("numbers") > end + 8):
        return (), end
    numbers: list[int] = []
    for part in re.finditer(
        r"0{0,2}(\d{1,2})(?:\s?(?:-|–|to|through)\s?0{0,2}(\d{1,2}))?", match["numbers"]
    ):
        first, last = int(part[1]), int(part[2] or part[1])
        numbers += range(first, min(last, first + _MOST_NUMBERS) + 1)
    return tuple(dict.fromkeys(numbers)), max(end, match.end())


# Sides of a case, which parties' names can stand for.
_ONE_SIDE = frozenset(
    "plaintiff defendant petitioner respondent appellant appellee debtor government state".split()
)
_OPPOSED = frozenset(("plaintiff", "defendant"))
_LEVELS = frozenset("city county state federal".split())
_LIGHT = frozenset("the and of moving mr mrs ms dr".split())


def list_movant_words(movant: str) -> frozenset[str]:
    """Return what distinguishes a movant: "Defendant Alder County" → defendant, alder, county."""
    words = re.findall(r"[^\W_]+", movant.lower())
    folded = (
        word.removesuffix("s") if word.removesuffix("s") in _ONE_SIDE else word for word in words
    )
    return frozenset(word for word in folded if word not in _LIGHT)


def _is_short_for(short: str, name: str) -> bool:
    """Return whether "HSD" is short for "Harrow School District"."""
    initials = ("".join(re.findall(form, name)).upper() for form in (r"\b[A-Z]", r"\b\w"))
    return short.isupper() and len(short) > 1 and any(each.endswith(short) for each in initials)


def are_two_movants(one: str | None, other: str | None) -> bool:
    """Return whether two movants can't be one: two sides, or two names.

    A side and a name can be one party, and a shorter name, or its initials, is the longer one.
    """
    if not (one and other):
        return False
    words, others = list_movant_words(one), list_movant_words(other)
    levels = (words & _LEVELS, others & _LEVELS)
    if all(levels) and not levels[0] & levels[1]:
        return True
    sides = (words & _OPPOSED, others & _OPPOSED)
    if all(sides) and not sides[0] & sides[1]:
        return True  # "plaintiffs", "defendant Wren"
    if words <= others or others <= words or _is_short_for(one, other) or _is_short_for(other, one):
        return False
    return (words <= _ONE_SIDE) == (others <= _ONE_SIDE)


def _cut_long(match: re.Match[str], text: str) -> str:
    """Return a motion's words; those that are too long end before their last joint, and those that
    end amid a list of parties or claims before it.
    """
    if text.startswith(",", match.end()):
        motion = _PATTERNS.PARTIES_LISTED.sub("", match["motion"])
        goes_on = _PATTERNS.LIST_GOES_ON.match(text, match.end())
        return _PATTERNS.THINGS_LISTED.sub(r"\g<things>", motion) if goes_on else motion
    if not re.match(r"\w\w", text[match.end() - 1 : match.end() + 1]):
        return match["motion"]
    joints = [*_PATTERNS.JOINT.finditer(match["motion"])]
    return match["motion"][: joints[-1].start()] if joints else match["motion"]


def _set_in_brackets(amid: re.Match[str]) -> str:
    """Return an entry amid a motion's name in brackets, as long as it was."""
    return f" ({amid['entry']})".ljust(len(amid[0]))


def _name_amid(amid: re.Match[str]) -> str:
    """Return who filed a motion right behind it and without a comma, as long as it was."""
    return f" {amid['by']}{(amid['name'] or '')[1:]}".ljust(len(amid[0]))


def find_motions(text: str) -> tuple[Motion, ...]:
    """Return every motion that a text names, with its place and, where printed, its movant."""
    motions: list[Motion] = []
    text = _PATTERNS.ENTRY_AMID.sub(_set_in_brackets, text)
    text = _PATTERNS.MOVED_AMID.sub(_name_amid, text)
    text = _PATTERNS.FILED_AMID.sub(lambda match: " " * len(match[0]), text)
    for match in _PATTERNS.MOTION.finditer(text):
        run_on = _PATTERNS.RUN_ON.match(match["motion"])
        printed = flatten(run_on["title"] if run_on else _cut_long(match, text))
        moved_by = _PATTERNS.MOVED_BY.match(printed)
        if moved_by and (
            moved_by.end() < len(printed) or not _PATTERNS.ASKS_THAT.match(text, match.end())
        ):
            printed = f"{moved_by['paper']}{printed[moved_by.end() :]}"
        wording = word_motion(printed)
        if not wording:
            continue
        numbers, end = _find_numbers(text, match.start(), match.end())
        belonging = _PATTERNS.BELONGING.match(text, end)
        motions.append(
            Motion(
                wording,
                classify_motion(wording),
                match.start(),
                match.end(),
                _name_movant(moved_by["movant"])
                if moved_by
                else _find_movant(
                    text[motions[-1].end if motions else 0 : match.start()], text[match.end() :]
                )
                or ("parties" if wording.startswith("joint ") and "parties" in text else None),
                numbers,
                belonging.end() if belonging else end,
            )
        )
    return tuple(part for motion in motions for part in _list_parts(motion, text))


def _list_parts(motion: Motion, text: str) -> list[Motion]:
    """Return a motion; of "motions to strike the answer, for a stay, and to sever" all three.

    A second part alone asks for what a listed kind of motion asks for; of several parts one does.
    """
    plural = _PATTERNS.PLURAL.match(text, motion.start)
    if not plural:
        return [motion]
    part = _PATTERNS.PART.search(text, plural.end() + 1, motion.end)
    end = part.start() if part else motion.end
    parts: list[re.Match[str]] = []
    while part := _PATTERNS.PART.match(text, parts[-1].end() if parts else end):
        parts.append(part)
    asked = [classify_motion(f"motion {each['asked']}") in KINDS for each in parts]
    if not (all(asked) or (any(asked) and len(parts) > 1)):
        return [motion]
    wording = word_motion(flatten(text[motion.start : end]))
    first = replace(motion, wording=wording, kind=classify_motion(wording), end=end)
    found = [first if end == motion.end else replace(first, numbers=(), close=end)]
    for part in parts:
        wording = word_motion(f"{plural['paper']} {flatten(part['asked'])}")
        belonging = _PATTERNS.BELONGING.match(text, part.end())
        close = belonging.end() if belonging else part.end()
        kind, start = classify_motion(wording), part.start("asked")
        found.append(Motion(wording, kind, start, part.end(), motion.movant, (), close))
    return found if parts else [motion]
