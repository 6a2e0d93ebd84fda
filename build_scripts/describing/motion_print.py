"""A motion's words as the order prints them, and in normal case: names keep their capitals."""

import json
import re
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, pairwise
from typing import NamedTuple

from build_scripts.describing.motions import find_head, find_motions, flatten, list_usual_words
from build_scripts.describing.opening import join_prose
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Span
from build_scripts.model.text.name_case import is_capitals, to_normal_case
from build_scripts.model.text.pattern import Pattern

# What stands in brackets between two words is passed over, unless the next word is in brackets too:
# hostile text is matched in one way only.
_BETWEEN = r"(?:(?:\s?[(\[][^()\[\]]{0,90}[)\]]){1,2}[\s|]+(?![(\[])|[\s|]+)"
# Behind the paper: "motion of the defendant to dismiss", "motion at docket 12 to dismiss".
_AMID = r"(?P<amid>\s(?:of|by|at)(?:\s[\w.&’'-]{1,30}){1,6}?(?=\s(?:to|for)\s))?"
_PAPER = Pattern(
    r"(?:motion|application|petition|request)s?\s(?=(?:to|for)\s)",
    accepts=["motions to strike"],
    refuses=["motion in limine"],
)
# A hyphen that ended a line before another column's words ("pre- and post-trial" is none), or a
# sign that no motion has.
_BROKEN_WORD = Pattern(
    r"\w-(?:\s(?!(?:and|or|to)\s)|[‘“\"'’]{1,2}\w)|©|(?<!\w)®|[~=<>{}\\^•]|[a-z]:\s|\bCircuit\sJudges\b",
    accepts=(
        "supplemental brief- A. parties",
        "order ap-‘‘heavy presumption",
        "petition to the © ROE",
        "Order of the provided services to Wren: district court",
        "petition for rehearing and Circuit Judges",
    ),
    refuses=("pre- and post-trial motions", "cross-motion", "motion to bar Acme® claims"),
)
# A word that joins two motions, or two things that one motion asks for.
_JOINT = Pattern(
    r"and|or|nor|&|and/or|\S+[,;:]",
    by="fullmatch",
    accepts=["and", "complaint;"],
    refuses=["android", "a.m."],
)
_JOINT_REACH = 5  # words before a repetition
_MOST_PRINTS = 20  # of one motion's words
_ACRONYM = 4  # letters, at most
_SHORT = 3  # letters of a word that titles may print small


class MotionPrint(NamedTuple):
    """A motion's words in normal case, and as printed where it is decided, None if nowhere."""

    motion: str
    printed: str | None


def read_print(wording: str, span: Span, clean: CleanOrder) -> MotionPrint:
    """Return how the order prints what it decides, of which `wording` has lost large letters.

    Running text shows which words are names ("exclude the report of Martin Roe"); where titles
    alone print the motion, the order's prose does.
    """
    words = list(map(re.escape, re.findall(r"[^\s|]+", wording)))
    paper = _PAPER.search(wording)
    if paper:
        words[wording.count(" ", 0, paper.start())] += _AMID
    pattern = rf"(?<!\w){_BETWEEN.join(words)}(?!\w)"
    text = clean.reading_text
    matches = islice(re.finditer(pattern, text, re.IGNORECASE), _MOST_PRINTS)
    prints = [_leave_out_amid(found) for found in matches]
    if not prints:
        return MotionPrint(wording, None)
    stated = re.search(pattern, text[span.start : span.end], re.IGNORECASE)
    printed = re.sub(r"[\s|]+", " ", stated[0]) if stated else prints[0]
    if not (wording.islower() or find_motions(wording)):
        return MotionPrint(wording, printed)  # no motion: worded as printed
    own = _leave_out_amid(stated) if stated else prints[0]
    running = next((one for one in prints if not _is_headline(one.split())), own)
    cased = flatten(running)
    if cased[1:].islower():
        return MotionPrint(_begin(cased), printed)
    text = join_prose(clean)
    named = islice(re.finditer(pattern, text, re.IGNORECASE), _MOST_PRINTS)
    prose = _Prose(text, " ".join(found[0] for found in named))
    return MotionPrint(_set_in_normal_case(cased, prose), printed)


def _leave_out_amid(found: re.Match[str]) -> str:
    """Return a motion's words in one line, without its movant and its entry."""
    amid = found.groupdict().get("amid") or ""
    return re.sub(r"[\s|]+", " ", found[0].replace(amid, "", 1))


def is_readable(motion: str, clean: CleanOrder) -> bool:
    """Return whether a motion's words are words: known ones, names, or printed more than once.

    Text that was read across columns, or twice over, makes words that no dictionary has.
    """
    if _BROKEN_WORD.search(motion) or _repeats_words(motion):
        return False
    small = {word for word in _list_words(motion.replace("-", " ")) if word.islower()}
    unknown = {word for word in small if len(word) >= _SHORT} - _read_vocabulary()
    unknown -= list_usual_words(motion)
    text = clean.reading_text.lower() if unknown else ""
    return all(_count_words(text)[word] - text.count(f"{word}-") > 1 for word in unknown)


def _repeats_words(motion: str) -> bool:
    """Return whether a motion repeats three words, as where two columns were read across.

    "to compel answers and to compel answers to interrogatories" joins two on purpose.
    """
    words = motion.lower().split()
    seen: set[tuple[str, ...]] = set()
    for place in range(len(words)):
        run = tuple(words[place : place + 3])
        joints = words[max(0, place - _JOINT_REACH) : place + 3]
        if run in seen and not any(_JOINT.fullmatch(word) for word in joints):
            return True
        if len(run) == 3:
            seen.add(run)
    return False


@cache
def _read_vocabulary() -> frozenset[str]:
    """Return the words that papers of many cases print in small letters."""
    found = files("build_scripts.describing") / "weights" / "vocabulary.json"
    return frozenset(json.loads(found.read_text(encoding="utf-8"))["words"].split())


class _Prose:
    """An order's prose without a motion's own name: it shows how words are spelled."""

    def __init__(self, text: str, own: str) -> None:
        self.text = text
        self._own = own
        self._own_words = Counter(_list_words(own))

    def count(self, word: str) -> int:
        """Return how often it prints a word, letter by letter."""
        return _count_words(self.text)[word] - self._own_words[word]

    def has(self, words: str) -> bool:
        """Return whether it prints these words."""
        return self.text.count(words) > self._own.count(words)


def _is_headline(words: list[str]) -> bool:
    return all(word[:1].isupper() for word in words if len(word) > _SHORT and word[0].isalpha())


def _set_in_normal_case(printed: str, prose: _Prose) -> str:
    words = printed.split()
    is_headline, is_shouted = _is_headline(words), is_capitals(printed)
    usual = list_usual_words(printed)
    names = _list_names(words, prose)
    numbered = words[1:] and words[1][0].isdigit()  # "Rule 19(a) motion"
    head = [word.lower() for word in words[: find_head(printed).count(" ") + 1]]
    head = head if find_head(printed) else [words[0] if numbered else _begin(words[0])]
    cased = head
    for word in words[len(head) :]:
        core = _core(word)
        is_small = not (is_capitals(word) or (is_headline and word[:1].isupper()))
        if is_small or re.fullmatch("[IVX]+", core):  # "Counts II and IV"
            cased.append(word)
        elif core not in names and (core.lower() in usual or _is_usually_small(core, prose)):
            cased.append(word.lower())
        elif not _is_word_of(core, prose):  # nobody knows: as a title has it
            return to_normal_case(printed, prose.text) if is_shouted else printed
        elif is_capitals(word) and len(core) > _ACRONYM and core.lower() in _read_vocabulary():
            cased.append(word.capitalize() if prose.count(core.capitalize()) else word.lower())
        elif is_shouted and not prose.count(core):
            cased.append(to_normal_case(word, prose.text))
        else:
            cased.append(word)
    return " ".join(cased)


def _begin(words: str) -> str:
    """Return words in small letters but for the first, if no paper prints that small: "January"."""
    first, gap, rest = words.partition(" ")
    small = first.lower()
    return f"{small if _core(small) in _read_vocabulary() else first}{gap}{rest.lower()}"


def _core(word: str) -> str:
    return re.sub(r"['’][sS]?$", "", word.strip(".,;:“”\"’'"))


def _list_names(words: list[str], prose: _Prose) -> frozenset[str]:
    """Return words that the prose prints with large letters in a row: "Fourth Amendment"."""
    names: set[str] = set()
    for one, other in pairwise(map(_core, words)):
        pair = f"{one.capitalize()} {other.capitalize()}"
        small = pair.lower()
        if (
            (one[:1] + other[:1]).isupper()
            and min(len(one), len(other)) > _SHORT
            and prose.has(pair)
            and (not prose.has(small))
        ):
            names.update({one, other})
    return frozenset(names)


def _is_word_of(word: str, prose: _Prose) -> bool:
    return not word.isalpha() or any(map(prose.count, (word, word.capitalize())))


def _is_usually_small(word: str, prose: _Prose) -> bool:
    return prose.count(word.lower()) * 2 > prose.count(word.capitalize())


@lru_cache(maxsize=8)
def _count_words(prose: str) -> Counter[str]:
    return Counter(_list_words(prose))


def _list_words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
