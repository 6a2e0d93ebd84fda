"""The state whose court made an order, as the order's opening names it.

Its provisions without a name are its own: "article I, section 10" in a court of Utah is of Utah's
constitution, where a federal court would mean the nation's.
"""

import re

from build_scripts.law.states import full_name_pattern, name_state
from build_scripts.text.pattern import Pattern

_OPENING = 1000  # characters: a syllabus' heading, a caption with its parties
_FEDERAL = Pattern(
    r"""
    \bUNITED\sSTATES\s(?:DISTRICT|BANKRUPTCY|TAX|CIRCUIT|COURT)\b
    | \bCOURT\sOF\sTHE\sUNITED\sSTATES\b
    | \bFOR\sTHE\s[A-Z]{5,8}\sCIRCUIT\b | \bFEDERAL\sCLAIMS\b
    | \b(?:NORTHERN|SOUTHERN|EASTERN|WESTERN|MIDDLE|CENTRAL|THE)\sDISTRICT\sOF\s
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "UNITED STATES DISTRICT COURT",
        "Supreme Court of the United States",
        "United States Court of Appeals for the Ninth Circuit",
        "FOR THE DISTRICT OF UTAH",
    ],
    refuses=[
        "IN THE SUPREME COURT OF THE STATE OF UTAH",
        "COURT OF APPEALS, FIRST DISTRICT OF TEXAS",
        "CIRCUIT COURT FOR THE ELEVENTH JUDICIAL CIRCUIT",
    ],
)
_KIND = (
    r"(?:supreme|superior|appellate|circuit|district|chancery|trial|court|courts"
    r"|civil\sappeals|criminal\sappeals|special\sappeals|common\spleas|appeals?)"
)
_STATE_COURT = Pattern(
    rf"""
    \b{_KIND}(?:\scourts?)?\s(?:of|for)\s(?:the\s)?(?:(?:state|commonwealth)\sof\s)?
      (?P<behind>{full_name_pattern()})\b(?!\s(?:county|parish))
    | \b(?<!west\s)(?P<before>{full_name_pattern()})\s
      (?:(?:supreme|superior|appellate|circuit|district|chancery|land|tax)\scourts?\b
        |courts?\sof\s(?:\w+\s)?(?:appeals?|chancery|common\spleas))
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "IN THE SUPREME COURT OF THE STATE OF UTAH",
        "Supreme Court of Pennsylvania",
        "COURT OF CRIMINAL APPEALS OF TEXAS",
        "WASHINGTON COURT OF APPEALS",
        "North Carolina Supreme Court",
        "Superior Court for the Commonwealth of Massachusetts",
    ],
    refuses=[
        "the court of Ms. Georgia",
        "Circuit Court of Washington County",
        "Virginia Woolf",
        "State of Ohio v. Roe",
    ],
)


def find_state_of_court(text: str) -> str:
    """Return the state whose court an order's opening names ("Utah", "Wash."); "" for none.

    An opening that names a federal court too is a federal court's that reviews a state's.
    """
    opening = text[:_OPENING]
    match = None if _FEDERAL.search(opening) else _STATE_COURT.search(opening)
    return name_state(match["behind"] or match["before"]) if match else ""
