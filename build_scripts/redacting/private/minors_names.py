"""Full names that may be a minor's, by the word next to them: an editor has to check.

Initials may stay: Fed. R. Civ. P. 5.2(a)(3).
"""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import Detector

_NAME = r"[A-Z][a-zà-öø-ÿ'’-]{1,20}[ ](?:[A-Z]\.[ ])?[A-Z][a-zà-öø-ÿ'’-]{1,20}"
_BEFORE = Pattern(
    r"\b(?:minor|infant|juvenile|underage)[ ](?:child|children|son|daughter|plaintiff|victim"
    rf"|defendant|student|boy|girl)?,?[ ]?(?:named[ ]|identified[ ]as[ ])?(?P<private>{_NAME})",
    accepts=[
        "her minor son, Peter Vale",
        "the minor child Peter Vale",
        "the infant plaintiff, Peter Vale",
    ],
    refuses=["the minor child, P.V.", "a minor party", "a minor change of Peter Vale"],
)
_BEHIND = Pattern(
    r"\b(?P<private>[A-Z][\w'’-]{1,20}[ ](?:[A-Z]\.[ ])?[A-Z][\w'’-]{1,20}),?[ ]"
    r"(?:an?[ ](?:infant|minor)\b|(?:minor|infant)[ ]child\b)",
    accepts=["Peter Vale, a minor", "PETER VALE, a minor by and through"],
    refuses=["P.V., a minor", "Peter Vale, a minority owner", "the plaintiff, a minor"],
)
_INVENTED = Pattern(
    r"\b(?:Doe\d*|Roe|Poe|Child|Court|Minor|Plaintiff|Defendant)\b",
    re.IGNORECASE,
    accepts=["John Doe", "Jane Doe2", "The Court"],
    refuses=["Peter Vale", "Ada Doerr", "Quentin Courtney"],
)


def _is_real(name: str) -> bool:
    return not _INVENTED.search(name)


MINORS_NAMES = (
    Detector(PrivateKind.MINOR, _BEFORE, takes=_is_real),
    Detector(PrivateKind.MINOR, _BEHIND, takes=_is_real),
)
