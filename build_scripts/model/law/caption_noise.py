"""Print among a caption's names that is no name: docket numbers, stamps, courts, clerks, dates.

Columns that ran together leave it amid a name: "JANE ROE v. Civil Action No. 3:24-cv-326 STATE
FARM". It is masked in place, so that every offset in the text stays.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from build_scripts.model.law.docket_numbers import fold_minus
from build_scripts.model.law.party_words import BUSINESS_WORD
from build_scripts.model.law.states import abbreviation_pattern, full_name_pattern
from build_scripts.model.text.dates import MONTH
from build_scripts.model.text.pattern_table import read_patterns

MARK = "\x00"  # one for each character of noise
_FEWEST_LINES = 3  # with a number
_FEWEST_NUMBERED = 5  # numbers of lines that follow the one before

_PATTERNS = read_patterns(
    __package__,
    "caption_noise.toml",
    full_name=full_name_pattern(),
    abbreviated=abbreviation_pattern(),
    month=MONTH,
    business_word=BUSINESS_WORD,
)
NUMBERED = _PATTERNS.NUMBERED
CITATION = _PATTERNS.CITATION
AFTER_PARTY = _PATTERNS.AFTER_PARTY
NAMES_OFFICE = _PATTERNS.NAMES_OFFICE


def is_noise_line(text: str, *, of_party: bool = False, goes_on: bool = False) -> bool:
    """Return whether a printed line, its noise masked, contains no name.

    An agency's name is the heading of its own papers, except in the place `of_party`. A state is
    the court's, unless a name `goes_on` in it: "LAW CENTER OF" | "ALASKA, Case No. 3:31-cv-1".
    """
    rest = text.replace(MARK, " ")
    if any(
        (
            _PATTERNS.NOISE_LINE.match(rest.lstrip()),
            _PATTERNS.COUNSEL_LINE.match(rest),
            _PATTERNS.SCRAPS.fullmatch(rest.strip()),
        )
    ):
        return True
    if not of_party and _PATTERNS.AGENCY_HEADING.match(rest.lstrip()):
        return True
    return (
        MARK in text
        and not goes_on
        and bool(_PATTERNS.COURT_REST.fullmatch(rest))
        and not _PATTERNS.SOVEREIGN.match(rest)
    )


def is_title_rest(text: str) -> bool:
    """Return whether a line holds words of titles only, as the second line of a heading does."""
    return _PATTERNS.TITLE_REST.fullmatch(text.replace(MARK, " ")) is not None


def mark_venue(texts: list[str]) -> list[str]:
    """Mask what is above a party and is none.

    That is "STATE OF OHIO" over "COUNTY OF KINGS", a place of filing; either of them over a party,
    over its own name, a court's or an agency's, and below a court's; and the name of a clerk over
    the office.
    """
    marked = list(texts)
    # "KINGS COUNTY     20 CVS 7714": of a line that lost its layout the number is the other column.
    texts = [_mark_numbers(one) for one in texts]
    for at, (above, text) in enumerate(pairwise(["", *texts])):
        below = texts[at + 1] if at + 1 < len(texts) else ""
        named = _PATTERNS.CLERK_NAME.match(text) and _PATTERNS.CLERK_ONLY.match(below)
        if named or (_PATTERNS.CLERK_LINE.match(below) and not NAMES_OFFICE.search(text)):
            marked[at] = MARK * len(text)
        if _PATTERNS.COUNTY_ALONE.match(text) and _PATTERNS.DAYS_BELOW.match(below):
            marked[at] = MARK * len(text)
        if not (_PATTERNS.STATE_LINE.match(text) or _PATTERNS.COUNTY_LINE.match(text)):
            continue
        again = below.startswith(f"{text.strip()},") and len(text) > 1
        court = _PATTERNS.COURT.match(below.lstrip())
        # "COURT OF COMMON PLEAS" | "KINGS COUNTY, OHIO" | "JANE ROE"
        county = "county" in text.lower() and _PATTERNS.COURT.search(above)
        place = county and below and not _PATTERNS.AFTER_PARTY.match(below)
        if again or court or place or _PATTERNS.AGENCY_LINE.match(below):
            marked[at] = MARK * len(text)
        for end in range(at + 1, min(at + 4, len(texts))):
            if _PATTERNS.COUNTY_LINE.match(texts[end]):
                marked[at : end + 1] = [MARK * len(each) for each in texts[at : end + 1]]
        if _PATTERNS.BELOW_STATE.match(mark_noise(below)):
            marked[at] = MARK * len(text)
    return marked


@lru_cache(maxsize=1024)  # each reading of a caption's columns asks for many of the same lines
def _mark_numbers(text: str) -> str:
    return _PATTERNS.DOCKET_NUMBER.sub(lambda each: MARK * len(each[0]), text)


def mark_line_numbers(texts: list[str], *, pleading: bool = False) -> list[str]:
    """Mask the numbers at the beginning of at least three lines, a pleading's margin; of a paper
    that is known to have them (`pleading`) a single one too.
    """
    numbered = [_PATTERNS.LINE_NUMBER.match(text) for text in texts]
    if not pleading and sum(found is not None for found in numbered) < _FEWEST_LINES:
        return texts
    return [
        text if found is None else MARK * found.end() + text[found.end() :]
        for text, found in zip(texts, numbered, strict=True)
    ]


def has_line_numbers(texts: list[str]) -> bool:
    """Return whether lines are numbered in the margin: six numbers follow each other."""
    numbers = [int(found[0]) for text in texts if (found := _PATTERNS.LINE_NUMBER.match(text))]
    return sum(two == one + 1 for one, two in pairwise(numbers)) >= _FEWEST_NUMBERED


def find_sued(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the place of each judge or court that is a party, with rank and office, and of its
    name alone: "v. THE HONORABLE PAT POE, Judge of Kings County, Respondent".
    """
    for found in _PATTERNS.SUED.finditer(text):
        kind = "court" if found["court"] else "judge"
        yield (found.start("rank" if found["rank"] else kind), found.end()), found.span(kind)


def mark_noise(text: str) -> str:
    """Mask every character that belongs to no name with `MARK`; the length stays."""
    sued = [whole for whole, _ in find_sued(text)]
    for start, end in _iterate_noise(text):
        if any(start < stop and begin < end for begin, stop in sued):
            continue
        text = f"{text[:start]}{MARK * (end - start)}{text[end:]}"
    return text


def blank_noise(text: str) -> str:
    """Return the text with blanks in place of noise."""
    return mark_noise(text).replace(MARK, " ")


def _iterate_noise(text: str) -> Iterator[tuple[int, int]]:
    for found in _PATTERNS.DOCKET_NUMBER.finditer(fold_minus(text)):
        numbered = NUMBERED.search(text, max(0, found.start() - 40), found.start())
        if not numbered or _PATTERNS.OF_CASE.match(found[0]):
            yield found.span()
    if ruled := _PATTERNS.RULED_VERSUS.match(text):
        yield ruled.span("other")
    for found in _PATTERNS.STAMP.finditer(text):
        yield found.span()
    for found in _PATTERNS.DAY.finditer(text):
        if not _PATTERNS.DAY_OF.search(text, max(0, found.start() - 12), found.start()):
            yield found.span()
    for found in _PATTERNS.COURT.finditer(text):
        # In "Roe v. Superior Court of Kings County, Respondent" a court is a party.
        behind = text[found.end() : found.end() + 40]
        party = _PATTERNS.AFTER_PARTY.match(behind)
        before = text[max(0, found.start() - 12) : found.start()]
        named = _PATTERNS.AGAINST.search(before) or before.strip().lower() in ("", "the")
        of_name = _PATTERNS.OF_NAME.search(text, max(0, found.start() - 40), found.start())
        if not of_name and not (party and named):
            yield found.span()
    for found in _PATTERNS.BENCH.finditer(text):
        # A judge is a party if a role or a comma follows the name, not if the name ends the line.
        reach = max(0, found.start() - 12)
        sued = _PATTERNS.AGAINST.search(text, reach, found.start() + 1)
        behind, _, below = text[found.end() :].partition("\n")
        alone = _PATTERNS.AGAINST.search(text, reach, found.start()) and not behind.strip()
        if not (
            _PATTERNS.FOR_JUDGE.search(found[0])
            or (sued and behind.strip())
            or (alone and _PATTERNS.AFTER_PARTY.match(below))
        ):
            yield found.span()
    for found in _PATTERNS.TITLE.finditer(text):
        if not _PATTERNS.ABOUT.search(text, max(0, found.start() - 20), found.start()):
            yield found.span()
    for pattern in (
        _PATTERNS.OWN_CITATION,
        _PATTERNS.REPORTED,
        _PATTERNS.FOREIGN,
        _PATTERNS.BOX,
        _PATTERNS.SCRAPS_BEHIND,
    ):
        yield from (found.span() for found in pattern.finditer(text))
