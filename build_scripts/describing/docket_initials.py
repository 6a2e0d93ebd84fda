"""The judge's initials in a docket number, and whose they can be."""

import re
from collections.abc import Iterator, Mapping

from build_scripts.describing.candidates import Candidate
from build_scripts.describing.court import find_court, is_of_appeal
from build_scripts.describing.docket_number import list_own_numbers
from build_scripts.describing.judge_claims import Bench, merge, place
from build_scripts.describing.judge_places import find_nameless_office, is_signed_by_clerk
from build_scripts.describing.opening import locate_body
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, Judge, JudgeRole, Span
from build_scripts.model.law.docket_numbers import parse_docket_number
from build_scripts.model.law.judge_forms import forms
from build_scripts.model.law.judges import read_judge
from build_scripts.model.law.known_courts import BESIDE
from build_scripts.model.text.name_case import GENERATION

AGREES = "agrees with the docket's initials"
SPELLED = frozenset({"an honorific", AGREES})
_NOBODY = "NONE"  # printed where no district judge is assigned
_NAME_REACH = 24  # characters behind a number in which its judge's name stands


def find_docket_initials(clean: CleanOrder) -> Claim[str] | None:
    """Return the initials as printed ("HRL", "DMS-KSC"), the caption's before the stamp's.

    A stamp changes when a case is reassigned; the caption stays as the judge wrote it: none are
    returned where it has a judge's whole name.
    """
    for number, span in list_own_numbers(clean):
        if number.initials:
            return Claim(number.initials, span, "initials in the caption's docket number")
        if forms.IN_NUMBER.search(clean.reading_text[span.start : span.end + _NAME_REACH]):
            return None
    for stamp in clean.stamps:
        initials = parse_docket_number(stamp.docket_number).initials
        if initials:
            return Claim(initials, None, "initials in the ECF stamp")
    return None


def match_initials(name: str, initials: str) -> str | None:
    """Return the part of docket initials that a judge's name agrees with, else None.

    "HRL" of "Howard R. Lloyd"; "AB" of "André Birotte Jr."; "H" of "Marilyn L. Huff"; with a
    middle name that the order does not print, first and last letter must agree. Oregon's district
    takes two letters of the surname: "SI" of "Simon".
    """
    plain = GENERATION.sub("", name)
    divided = plain.replace("-", " ")
    if divided != plain and (found := match_initials(divided, initials)):
        return found  # "AMO" of "Araceli Marlowe-Oquin"
    words = [word for word in re.split(r"[\s.,]+", plain) if word]
    letters = "".join(word[0].upper() for word in words)
    if not letters:
        return None
    surname = words[-1].upper()
    for part in sorted(initials.split("-"), key=len, reverse=True):  # "W-DW": a division's letter
        upper = part.upper()
        ends = upper[0] == letters[0] and upper[-1] == letters[-1]
        of_surname = len(upper) == 2 and upper[0] == surname[0] and upper[1] in surname[1:]
        if (
            upper == letters[-1]
            or of_surname
            or (len(upper) > 1 and (ends or len(letters) == 1) and upper[-1] == letters[-1])
        ):
            return part
    return None


def find_initials(clean: CleanOrder) -> Claim[str] | None:
    """Return the docket's initials, if a trial court decided: on an appeal the number below has
    them. In "99-88C" the letter is the Court of Federal Claims' own.
    """
    found = None if is_of_appeal(clean) else find_docket_initials(clean)
    court = find_court(clean) if found else None
    if found and court and len(found.value) == 1 and court.value.court_id in BESIDE["coded"]:
        return None
    if found and found.evidence and len(found.value) == 1:
        printed = clean.reading_text[found.evidence.start : found.evidence.end]
        return found if printed.endswith(f"-{found.value}") else None
    return found


def propose_name_of_initials(
    clean: CleanOrder,
    initials: Claim[str],
    pooled: Mapping[frozenset[str], Candidate[Bench]],
) -> Iterator[Candidate[Bench]]:
    """Propose the judge whom the text names anywhere, with all of the docket's initials."""
    part = re.split(r"[-/ ]", initials.value)[0].upper()
    for match in forms.NAMED_ANYWHERE.finditer(clean.reading_text) if len(part) > 2 else ():
        named = read_judge(match["name"], "Judge")
        if named and "".join(word[0] for word in named.name.split()) == part:
            span = Span(match.start(), match.end())
            found = place(named, JudgeRole.AUTHOR, span, "a name of the docket's initials")
            known = pooled.get(frozenset({named.surname}))
            claims = merge((*(known.value if known else ()), *found.claims))
            yield Candidate(claims, span, found.claims[0].reason, SPELLED)
            return


def propose_initials(
    clean: CleanOrder, initials: Claim[str] | None, *, named: bool
) -> Iterator[Candidate[Bench]]:
    """Propose the docket's initials; of "ABC-DEF" the first is the judge, the second the
    magistrate.
    """
    office = find_nameless_office(locate_body(clean))
    parts = re.split(r"[-/ ]", initials.value) if initials else [_NOBODY]
    part = parts[-1 if office and "magistrate" in office else 0]
    if initials is None or part.upper() == _NOBODY:
        return
    unsigned = "a nameless office on pages" if clean.page_count else "a nameless office"
    observed = {
        "two judges' initials": len(parts) > 1,
        unsigned: bool(office),
        "the clerk signed": is_signed_by_clerk(locate_body(clean)),
        "initials beside names": named,
        "the extract ends early": clean.truncated,
    }
    signals = frozenset({initials.reason, *(name for name, seen in observed.items() if seen)})
    judge = Judge(None, None, part if office else initials.value)
    claim = Claim(judge, initials.evidence, initials.reason)
    yield Candidate((claim,), initials.evidence, initials.reason, signals)
