"""Names in capitals set in normal case, with the spelling of the order's own prose."""

import re
from collections import Counter
from functools import lru_cache

from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

_SMALL_WORDS = frozenset(
    "a an and as at but by de del der d/b/a dba for from in into la le nor of on or the to van von"
    " vs v. with".split()
)
# Words that stay in capitals.
_CAPITALS = frozenset(
    "LLC LLP LP PLC USA US UK NA PLLC LC II III IV VI VII VIII IX FSB AG SA NV BV AB KG SE DBA"
    " IBM ADM HSBC BMW TD PNC CVS AT&T IVC IQ MDL MTGLQ FTC SEC EEOC NLRB ECF UBS"
    " IBEW NECA AFL CIO AFSCME SEIU ACLU NAACP FDIC FAA EPA".split()
)
_FIXED = {
    word.upper(): word
    for word in (
        "Inc Corp Ltd Co Jr Sr Bros St Mt Dr Pty GmbH JPMorgan Mr Ms Wm Mgmt Mktg Svcs Blvd"
        " Bldg".split()
    )
}
# What distinguishes two people of one name, after the name; for patterns with re.IGNORECASE.
GENERATION_WORD = r"(?:jr|sr|ii|iii|iv)"
GENERATION_END = rf"(?:,?\s+{GENERATION_WORD}\b\.?)?"
_PATTERNS = read_patterns(__package__, "name_case.toml", generation_word=GENERATION_WORD)
GENERATION = _PATTERNS.GENERATION
_WORD = Pattern(r"[^\W_][\w.&'’/-]*", re.UNICODE, accepts=["AT&T", "O’Roe"], refuses=["___", "—"])


@lru_cache(maxsize=8)
def _spellings(prose: str) -> dict[str, str]:
    """Return the usual mixed-case spelling of every word of the prose that has one."""
    counts: dict[str, Counter[str]] = {}
    for printed, count in Counter(_WORD.findall(prose)).items():
        if printed.islower():
            continue
        word = printed.rstrip(".'’/-").removesuffix("'s").removesuffix("’s")
        if word and not word.isupper() and not word.islower() and not word[0].isdigit():
            counts.setdefault(word.upper(), Counter())[word] += count
    for match in _PATTERNS.ABBREVIATION.finditer(prose):
        counts.setdefault(match[0], Counter())[match[0]] += 1
    return {upper: spellings.most_common(1)[0][0] for upper, spellings in counts.items()}


def is_capitals(text: str) -> bool:
    """Return whether a text's letters are (almost) all capitals: "McDONALD" counts as capitals."""
    letters = sum(map(str.isalpha, text))
    return letters > 1 and sum(map(str.isupper, text)) >= 0.7 * letters


def _capitalise(word: str) -> str:
    if re.fullmatch(r"(?:[A-Z]\.-?)+[A-Z]?\.?", word):
        return word  # M.G., N.A., Q.W.-P.
    if 2 <= len(word) <= 5 and not re.search(r"[AEIOUYaeiouy]|[Nn][Gg]$", word):
        return word.upper()  # GP, DK, BNSF; "Ng" is a surname
    if re.fullmatch(r"[A-Z]&[A-Z]", word):
        return word
    if any(char.isdigit() for char in word) and all(len(part) < 6 for part in word.split("-")):
        return word  # MX1, 2031-QW1
    if prefixed := re.fullmatch(r"(Mac|Fitz|[Dd][ei]|[Ll][ae]|[Vv][ao]n)([A-Z]{2,})", word):
        return f"{prefixed[1]}{prefixed[2].capitalize()}"  # MacQUIMBY
    parts = re.split(r"([-–/*])", word.lower())
    cased = [
        part.upper() if part.upper() in _CAPITALS else part[:1].upper() + part[1:] for part in parts
    ]
    joined = "".join(cased)
    joined = re.sub(r"^(Mc)([a-z])", lambda match: match[1] + match[2].upper(), joined)
    return re.sub(r"^(O['’])([a-z])", lambda match: match[1] + match[2].upper(), joined)


def _normalise_word(word: str, first: bool, last: bool, spellings: dict[str, str]) -> str:
    core = word.strip(".,;:()[]")
    if not core or re.match(r"\d+-[A-Z]{2,4}-\d", core):  # a docket number
        return word
    bare = core.replace(".", "").upper()
    possessive = re.sub(r"['’]S$", "", core.upper())
    if not first and core.lower() in _SMALL_WORDS and not (last and len(core) == 1):
        cased = core.lower()
    elif bare in _FIXED and "." not in core:  # "J.R." are a person's initials
        cased = _FIXED[bare]
    elif core.upper() in _CAPITALS:
        cased = core.upper()
    elif core.upper() in spellings:
        cased = spellings[core.upper()]
    elif possessive != core.upper() and possessive in spellings:
        cased = spellings[possessive] + core[len(possessive) :].lower()
    else:
        cased = _capitalise(core)
    return word.replace(core, cased, 1)


def to_normal_case(text: str, prose: str) -> str:
    """Set a name in capitals in normal case, with the spellings of `prose`.

    Words in mixed case stay as printed; so do initials (M.G.), suffixes (LLC, N.A.), short words
    with digits (MX1), letters before a word in mixed case (QRA Records) and two letters alone (AW).
    """
    text = _PATTERNS.MISREAD_I.sub("I", text)
    if len(text) == 2 and text.isupper():
        return text  # a child's initials
    if letters := _PATTERNS.LETTERS_FIRST.match(text):
        return f"{letters[0]}{to_normal_case(text[letters.end() :], prose)}"
    spellings = _spellings(prose)
    words = text.split()
    firms = (
        at
        for at in range(len(words) - 2)
        if _PATTERNS.SPACED_LETTERS.fullmatch(" ".join(words[at : at + 3]))
    )
    kept = {place for at in firms for place in (at, at + 2)}
    return " ".join(
        _normalise_word(word, index == 0, index == len(words) - 1, spellings)
        if index not in kept and (is_capitals(word) or (len(word) == 1 and is_capitals(text)))
        else word
        for index, word in enumerate(words)
    )
