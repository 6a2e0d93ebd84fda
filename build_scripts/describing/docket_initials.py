"""The judge's initials in a docket number, and whose they can be."""

import re

from build_scripts.describing.docket_number import list_own_numbers
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim
from build_scripts.model.law.docket_numbers import parse_docket_number
from build_scripts.model.law.judge_forms import forms
from build_scripts.model.text.name_case import GENERATION

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
    words = [word for word in re.split(r"[\s.,]+", GENERATION.sub("", name)) if word]
    letters = "".join(word[0].upper() for word in words)
    if not letters:
        return None
    surname = words[-1].upper()
    for part in initials.split("-"):
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
