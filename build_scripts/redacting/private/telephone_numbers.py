"""Telephone and fax numbers: by their shape, and shorter ones by the word before them."""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import Detector

_EXTENSION = r"(?:,?\s?(?:ext(?:ension)?\.?|x\.?|\#)\s?\d{1,6}\b)?"
_AREA, _EXCHANGE = r"[2-9]\d\d", r"[2-9]\d\d"
_SHAPED = Pattern(
    rf"""
    (?<![\w.$§/-]) (?<![\d:]-)
    (?:
      (?:\+?1[ .-]?)? (?:
          \( ?{_AREA}[ ]?\) [ ]?[-–.]?[ ]? {_EXCHANGE} [ ]?[-–. ]?[ ]? \d{{4}}
        | {_AREA} [ ]?(?P<sign>[-–.‑])[ ]? {_EXCHANGE} [ ]?(?:(?P=sign)|-)[ ]? \d{{4}}
        | {_AREA} / [ ]?{_EXCHANGE} [-–.] \d{{4}}
      )
      | \+1 [ .-]? {_AREA} [ .-]? {_EXCHANGE} [ .-]? \d{{4}}
      | 1-[2-9]\d\d-[2-9]\d\d-\d{{4}}
      | \+ (?!1\b)\d{{1,3}} [ .-]? (?:\(0\)[ ]?)? \d{{1,4}} (?:[ .-]?\d{{2,4}}){{2,4}}
    )
    {_EXTENSION} (?![\w–-]*\d)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "(415) 555-0123",
        "415-555-0123",
        "415.555.0123",
        "415/555-0123",
        "+1 415 555 0123",
        "1-800-555-0199 ext. 12",
        "415 – 555 – 0123",
        "(415)555-0123",
    ],
    refuses=[
        "115-555-0123",  # no such area
        "415-155-0123",
        "2415-555-0123",
        "415-555-01234",
    ],
)
_NAMED = Pattern(
    rf"""
    \b(?P<word> tel(?:ephone|\.)? | tele? | (?:cell(?:ular)?|mobile|home|work|smart)?[ ]?phone
      | fax | facsimile | cell | mobile | ph\. | pager | whatsapp
      | (?:call|dial|text|fax)(?:ed|ing|s)?(?=[ ]\(?\d) ) \b
    (?P<gap> [.:]? (?:[ ]?(?:number|nos?\.?|\#|line|facsimile|fax|or|and|at|is|was|ending|at:|to
      |the|phone|telephone|cell|conference|call|:|-|–)[.:]?){{0,5}} [ ]{{0,3}} )
    (?P<private> (?: (?:1[ .-])? \(?\d{{3}}\)? [ .–-]{{0,2}} \d{{3}} [ .–-]{{0,2}} \d{{4}}
      | {_EXCHANGE} [ ]?[-–.][ ]? \d{{4}}
      | \(?0\)?\d{{1,4}}\)? [ ] \d{{3,4}} [ ] \d{{3,4}} ) {_EXTENSION} ) (?![\w–-]*\d)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Telephone: 4155550123",
        "Tel. 555-0123",
        "Fax 415 555 0123",
        "called 555-0142",
        "phone number ending 555-0123",
        "telephone number is (0)20 7946 0958",
    ],
    refuses=["telephone conference on 555 pages", "phone number ending in 0123"],
    needs="tel phone fax facsimile cell mobile ph. pager whatsapp call dial text".split(),
)

TELEPHONE_NUMBERS = (
    Detector(PrivateKind.TELEPHONE, _SHAPED, by_shape=True),
    Detector(PrivateKind.TELEPHONE, _NAMED),
)
