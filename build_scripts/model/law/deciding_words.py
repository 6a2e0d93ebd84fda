"""Wording with which courts of this country decide: verbs, forms, and what decides nothing."""

from typing import TYPE_CHECKING

from build_scripts.model.text.dates import MONTH_IN_FULL
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

ADVERBS = (
    r"(?:hereby|thus|therefore|accordingly|now|also|further|respectfully|consequently|then|so|next"
    r"|finally|instead|only|each|all|both|likewise|otherwise|largely|partially|provisionally|conditionally|summarily"
    r"|unanimously|hence|accordingly,|in\s+all\s+(?:respects|things)"
    r"|sua\s+sponte|on\s+its\s+own\s+(?:motion|initiative))"
)
ACTIVE_VERB = (
    r"(?:grants?|den(?:y|ies)|defers?|stays?|dismiss(?:es)?|remands?|transfers?|affirms?|reverses?"
    r"|vacates?|overrules?|sustains?|approves?|allows?|rejects?|terminates?|quash(?:es)?|adopts?|accepts?|strikes"
    r"|finds?\s+(?:as\s+)?moot|reserves?(?=\s+(?:its\s+|a\s+)?(?:ruling|judgment|decision)\b)|sets?\s+aside|annuls?)"
)
PASSIVE_VERB = (
    r"(?:granted|denied|deferred|stayed|dismissed|remanded|transferred|affirmed|reversed|vacated"
    r"|overruled|sustained|approved|allowed|disallowed|stricken|rejected|refused|withdrawn|moot(?:ed)?"
    r"|terminated|reserved|continued|held\s+in\s+abeyance|set\s+aside|annulled|unsealed"
    r"|taken\s+under\s+(?:advisement|submission))"
)
GERUND = (
    r"(?:granting|denying|deferring|staying|dismissing|remanding|transferring|affirming"
    r"|reversing|vacating|overruling|sustaining|approving|allowing|terminating|striking)"
)
# The stems of all verbs of decision: a sentence without one decides nothing.
STEMS = tuple(
    "grant deny deni quash defer stay dismiss remand transfer affirm revers vacat overrul sustain"
    " approv allow withdr moot terminat submi advisement reserv refus reject abeyance continued"
    " aside annul unseal strik strick".split()
)
globals().update(
    read_patterns(
        __package__,
        "deciding_words.toml",
        adverbs=ADVERBS,
        active_verb=ACTIVE_VERB,
        passive_verb=PASSIVE_VERB,
        gerund=GERUND,
        month_in_full=MONTH_IN_FULL,
    )
)
if TYPE_CHECKING:  # the names in the table

    def __getattr__(name: str) -> Pattern[str]: ...
