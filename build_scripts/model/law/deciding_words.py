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
_PATTERNS = read_patterns(
    __package__,
    "deciding_words.toml",
    active_verb=ACTIVE_VERB,
    passive_verb=PASSIVE_VERB,
    month_in_full=MONTH_IN_FULL,
)
ACTIVE = _PATTERNS["ACTIVE"]
ACTIVE_ITEM = _PATTERNS["ACTIVE_ITEM"]
ORDERED_GERUND = _PATTERNS["ORDERED_GERUND"]
PANEL_PAST = _PATTERNS["PANEL_PAST"]
NEXT_VERB = _PATTERNS["NEXT_VERB"]
PASSIVE = _PATTERNS["PASSIVE"]
RECOMMENDED = _PATTERNS["RECOMMENDED"]
PASSIVE_PAIR = _PATTERNS["PASSIVE_PAIR"]
PASSIVE_LIST = _PATTERNS["PASSIVE_LIST"]
WITHOUT_VERB = _PATTERNS["WITHOUT_VERB"]
JUDGMENT_WITHOUT_VERB = _PATTERNS["JUDGMENT_WITHOUT_VERB"]
PIECES = _PATTERNS["PIECES"]
WE_ORDER = _PATTERNS["WE_ORDER"]
AUXILIARY = _PATTERNS["AUXILIARY"]
SUBMITTED = _PATTERNS["SUBMITTED"]
LEAVE_TO_AMEND = _PATTERNS["LEAVE_TO_AMEND"]
MUST_BE = _PATTERNS["MUST_BE"]
ELLIPTIC = _PATTERNS["ELLIPTIC"]
CALENDAR = _PATTERNS["CALENDAR"]
ARGUED = _PATTERNS["ARGUED"]
PROPOSED = _PATTERNS["PROPOSED"]
CONDITION = _PATTERNS["CONDITION"]
DOUBTFUL = _PATTERNS["DOUBTFUL"]
COUNTERFACTUAL = _PATTERNS["COUNTERFACTUAL"]
QUOTED = _PATTERNS["QUOTED"]
INDEFINITE = _PATTERNS["INDEFINITE"]
RELATIVE = _PATTERNS["RELATIVE"]
ENTRY_SUBJECT = _PATTERNS["ENTRY_SUBJECT"]
ORDINAL_SUBJECT = _PATTERNS["ORDINAL_SUBJECT"]
ENTRY_OBJECT = _PATTERNS["ENTRY_OBJECT"]
CASE = _PATTERNS["CASE"]
RELIEF = _PATTERNS["RELIEF"]
OPINION = _PATTERNS["OPINION"]
ARGUMENT = _PATTERNS["ARGUMENT"]
APPEAL = _PATTERNS["APPEAL"]
BELOW = _PATTERNS["BELOW"]
BEFORE_BELOW = _PATTERNS["BEFORE_BELOW"]
AFTER_BELOW = _PATTERNS["AFTER_BELOW"]
NO_NOUN = _PATTERNS["NO_NOUN"]
COMMANDED = _PATTERNS["COMMANDED"]
NEXT_CLAUSE = _PATTERNS["NEXT_CLAUSE"]
FOLLOWING_MOTIONS = _PATTERNS["FOLLOWING_MOTIONS"]
COORDINATION = _PATTERNS["COORDINATION"]
AND = _PATTERNS["AND"]
REVIEWED_BELOW = _PATTERNS["REVIEWED_BELOW"]
RESULTS = _PATTERNS["RESULTS"]
VERB = _PATTERNS["VERB"]
VERBS = _PATTERNS["VERBS"]
ANSWERS = _PATTERNS["ANSWERS"]
PRONOUN = _PATTERNS["PRONOUN"]
ANSWERED_IN_PART = _PATTERNS["ANSWERED_IN_PART"]
EXCEPT = _PATTERNS["EXCEPT"]
SAME_MOTION = _PATTERNS["SAME_MOTION"]
AS_TO = _PATTERNS["AS_TO"]
RECOMMENDS = _PATTERNS["RECOMMENDS"]
SHOUTED = _PATTERNS["SHOUTED"]
OPTIONS = _PATTERNS["OPTIONS"]
