"""Wording with which courts of this country decide: verbs, forms, and what decides nothing."""

from build_scripts.model.text.dates import MONTH_IN_FULL
from build_scripts.model.text.pattern_table import read_patterns

ACTIVE_VERB = (
    r"(?:grants?|den(?:y|ies)|defers?|stays?|dismiss(?:es)?|remands?|transfers?|affirms?|reverses?"
    r"|vacates?|overrules?|sustains?|approves?|allows?|rejects?|terminates?|quash(?:es)?|adopts?|accepts?|strikes"
    r"|finds?\s+(?:as\s+)?moot|reserves?(?=\s+(?:its\s+|a\s+)?(?:ruling|judgment|decision)\b)|sets?\s+aside|annuls?)"
)
PASSIVE_VERB = (
    r"(?:granted|denied|deferred|stayed|dismissed|remanded|transferred|affirmed|reversed|vacated"
    r"|overruled|sustained|approved|allowed|disallowed|stricken|rejected|refused|withdrawn|moot(?:ed)?"
    r"|terminated|reserved|continued(?!\s+in\s+(?:full\s+|force|effect|place))|held\s+in\s+abeyance|set\s+aside|annulled|unsealed"
    r"|taken\s+under\s+(?:advisement|submission))"
)
# The stems of all verbs of decision: a sentence without one decides nothing.
STEMS = tuple(
    "grant deny deni quash defer stay dismiss remand transfer affirm revers vacat overrul sustain"
    " approv allow withdr moot terminat submi advisement reserv refus reject abeyance continued"
    " aside annul unseal strik strick".split()
)
forms = read_patterns(
    __package__,
    "deciding_words.toml",
    active_verb=ACTIVE_VERB,
    passive_verb=PASSIVE_VERB,
    month_in_full=MONTH_IN_FULL,
)
DOUBTFUL = forms.DOUBTFUL
NOT_ADOPTED = forms.NOT_ADOPTED
SHOUTED = forms.SHOUTED
