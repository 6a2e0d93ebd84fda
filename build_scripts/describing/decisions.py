"""Sentences that decide: each verb of decision with what it decides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.describing.motions import PLACES, Motion, find_motions
from build_scripts.law.outcome_words import combine_outcomes, read_outcome
from build_scripts.model.description import Outcome
from build_scripts.text.pattern import Pattern

_ADVERBS = (
    r"(?:hereby|thus|therefore|accordingly|now|also|further|respectfully|consequently|then|so|next"
    r"|finally|instead|only|each|all|both|likewise|otherwise|largely|partially|provisionally|conditionally|summarily"
    r"|sua\s+sponte|on\s+its\s+own\s+(?:motion|initiative))"
)
_ACTIVE_VERB = (
    r"(?:grants?|den(?:y|ies)|defers?|stays?|dismiss(?:es)?|remands?|transfers?|affirms?|reverses?"
    r"|vacates?|overrules?|sustains?|approves?|allows?|rejects?|terminates?|quash(?:es)?|adopts?|accepts?|strikes"
    r"|reserves?(?=\s+(?:its\s+|a\s+)?(?:ruling|judgment|decision)\b)|sets?\s+aside|annuls?)"
)
_PASSIVE_VERB = (
    r"(?:granted|denied|deferred|stayed|dismissed|remanded|transferred|affirmed|reversed|vacated"
    r"|overruled|sustained|approved|allowed|disallowed|stricken|rejected|refused|withdrawn|moot(?:ed)?"
    r"|terminated|reserved|continued|held\s+in\s+abeyance|set\s+aside|annulled|unsealed"
    r"|taken\s+under\s+(?:advisement|submission))"
)
_GERUND = (
    r"(?:granting|denying|deferring|staying|dismissing|remanding|transferring|affirming"
    r"|reversing|vacating|overruling|sustaining|approving|allowing|terminating|striking)"
)
# The court speaks, in the present or the future; what it considered may stand between.
_ACTIVE = Pattern(
    rf"""
    (?<!district\s)(?<!trial\s)(?<!superior\s)(?<!bankruptcy\s)(?<!appellate\s)(?<!lower\s)
    (?<!circuit\s)(?<!supreme\s)
    (?: \b(?:the|this)\s+(?:court|panel|undersigned|board|commission|tribunal)\b
      | (?<![\w]\s)\bcourt\b (?=\s+(?-i:[A-Z])) | \bwe\b | \b(?-i:I)\b
      | \bhereby\b(?=\s+(?-i:[A-Z]{{4}})) | \bit\b(?=\s+(?:\w+\s+)?(?-i:[A-Z]{{5}}))
      | \bclerk(?:\s+of\s+(?:the\s+)?court)?(?=\s+(?:shall|will)\s+dismiss) )
    (?: ,\s+(?:having|upon|after|being|finding|for)\b(?:[^;.]|\.(?=\s?\d)){{1,240}}?,
        (?=\s+(?:(?:hereby|now)\s+)?(?-i:[A-Z]{{4}})) )?
    (?:\s*,?\s*
      (?:{_ADVERBS}|and|will|shall|must|do(?:es)?|would|orders?|(?:dis)?agrees?|finds)){{0,4}}
    \s*[,:]?\s*(?:\(?(?:1|a|i)[.)]\s*)?
    \b(?P<verb>{_ACTIVE_VERB})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "the Court hereby GRANTS",
        "we therefore affirm",
        "The Court will deny",
        "I grant",
        "The Court thus grants",
        "The Court, having read the papers (Doc. 5), the record, and the law, GRANTS",
        "the Court (1) GRANTS",
        "The Clerk of Court shall dismiss the complaint",  # Court of Federal Claims
        "Court GRANTS",
    ],
    refuses=[
        "the district court grants",
        "asks the Court to grant",
        "the Court granted",  # history
    ],
)
# The court's verb without the court: an item of "the Court:".
_ACTIVE_ITEM = Pattern(
    rf"""
    (?: ^\W{{0,3}}(?:\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s*)? (?:{_ADVERBS}\s+)?
      | [;:,]\s*(?:and\s+)?\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s*
      | \band\s+(?=(?-i:[A-Z]{{4}})) )
    (?P<verb>(?:grants|denies|defers|stays|dismisses|remands|transfers|affirms|reverses|vacates
      |overrules|sustains|approves|allows|rejects|terminates
      |reserves(?=\s+(?:ruling|judgment)))|{_GERUND})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["1. GRANTS the motion", "(a) Denying the motion"],
    refuses=["order granting the motion", "the Court grants"],
)
# "ORDERED granting the motion"; a clerk's "ORDER granting 12 Motion".
_ORDERED_GERUND = Pattern(
    rf"""
    (?: (?<!the\s)(?<!this\s)(?<!court['’]s\s)(?<!an\s)(?<!prior\s)
        (?:\b(?-i:ORDER(?:ED|S)?)|^\W*(?-i:Order(?=\s+(?-i:granting|denying))))
        (?:\s+(?:signed\s+)?by\s+(?:\w+\.?\s+){{1,6}}(?:on\s+[\d/]+)?)?
        [:,]?\s+(?:{_ADVERBS}\s+)? )
    (?P<verb>{_GERUND})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["IT IS ORDERED granting", "ORDER granting 12 Motion", "ORDERED, denying"],
    refuses=["the Order granting", "the court's order denying", "Decision and Order denying"],
)
# The summary by court staff tells in the past.
_PANEL_PAST = Pattern(
    rf"\bthe\s+panel\s+(?:{_ADVERBS}\s+)?(?P<verb>{_PASSIVE_VERB})\b",
    re.IGNORECASE,
    accepts=["The panel affirmed"],
    refuses=["The panel heard argument", "The district court affirmed"],
)
# A second verb behind the first.
_NEXT_VERB = Pattern(
    rf"""
    (?:[,;]\s*(?:and\s+)?|\band\s+|\bbut\s+|&\s*)
    (?:\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s*)? (?:(?:{_ADVERBS}|will)\s+){{0,2}}
    (?P<verb>{_ACTIVE_VERB}|{_PASSIVE_VERB}|{_GERUND})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["and DENIES", ", but reverse", "& DENIES", "; (2) DENIES"],
    refuses=["and the motion is granted", "The Court DENIES"],
)
_PASSIVE = Pattern(
    rf"""
    (?<!should\s)(?<!may\s)(?<!can\s)(?<!could\s)(?<!must\s)(?<!would\s)(?<!might\s)(?<!cannot\s)
    (?<!to\s)(?<!not\s) \b(?:is|are|be|stands?|(?<=\bthat\sthe\scase\s)was)\b
    (?:\s*,?\s*(?:and\s+)?(?:the\s+same\s+)?(?:{_ADVERBS}|is|are|shall\s+be)){{0,4}} \s*[,:]?\s*
    (?:\((?:a|1|i)\)\s*)?\b(?P<verb>{_PASSIVE_VERB})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["is DENIED", "is hereby granted", "be, and hereby is, DENIED", "will be granted"],
    refuses=[
        "was denied",  # history
        "should be granted",
        "may be granted",  # argument, law
    ],
)
# What a judge recommends.
_RECOMMENDED = Pattern(
    r"\b(?:should|must)(?=\s+be\s)",
    re.IGNORECASE,
    accepts=["should be granted"],
    refuses=["should dismiss"],
)
# A second verb for the same subject.
_PASSIVE_PAIR = Pattern(
    rf"""
    \w+ (?: \s+in\s+part
          | (?P<part>\s+(?:as\s+to|with\s+respect\s+to|insofar\s+as)\s[^.;]{{1,80}}?) )?
    ,?\s+(?:and|but)\s+(?:{_ADVERBS}\s+)?(?P<verb>{_PASSIVE_VERB})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["GRANTED IN PART and DENIED", "ALLOWED as to Count II and DENIED as to Count III"],
    refuses=["GRANTED. The motion to strike is DENIED", "GRANTED and Roe may reply"],
    by="match",
)
# "is (a) GRANTED as to damages; and (b) DENIED as to the rest".
_PASSIVE_LIST = Pattern(
    rf"\w+(?:[^.]|\.(?!\s+[A-Z])){{0,500}}?[;,\s]\s?(?:and\s+|but\s+)?\((?:b|2|ii)\)\s*(?P<verb>(?i:{_PASSIVE_VERB}))\b",
    accepts=["GRANTED as to the figures; (b) DENIED as to the base"],
    refuses=["GRANTED. (b) The motion is DENIED"],
    by="match",
)
# A motion's name and its outcome without a verb between: "Motion to strike: DENIED".
_WITHOUT_VERB = Pattern(
    r"""
    (?:(?<=[\w)\]])\s?[-–—:,.]{0,2}\s{1,4} | ^\W{0,6})
    (?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)(?<!hereby\s)(?<!\band\s)(?<!\bas\s)
    (?P<verb>(?-i:GRANTED|DENIED|OVERRULED|SUSTAINED|ALLOWED|DEFERRED|WITHDRAWN|MOOT
      |RESERVED|DISMISSED|TERMINATED|STAYED|REMANDED|REFUSED|APPROVED))\b
    | ^[^.;]{0,160}?(?<=[\w)\]:])\s{1,4}(?P<small>granted|denied|overruled|sustained
      |allowed|dismissed|refused|withdrawn|approved)
      (?:\s+(?:in\s+part|as\s+moot|with(?:out)?\s+(?:prejudice|costs?)))?[.,]?\W{0,4}$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["Motion to strike: DENIED", "Motion for costs (Doc. 4) GRANTED", "Petition denied."],
    refuses=[
        "The motion is DENIED here by the Court",
        "The motion granted in May tells nothing of it",
    ],
)
# A court of appeals' order in one sentence: "Order, Supreme Court, …, unanimously affirmed."
_JUDGMENT_WITHOUT_VERB = Pattern(
    r"""
    ^(?!\W*[†‡])\W*(?:unpublished\s+)?(?P<thing>(?:judgments?|opinions?|orders?|decrees?|decisions?|determinations?|awards?|convictions?|sentences?
      |rulings?|exceptions?|writs?|appeals?|petitions?|dismissals?)\b[^;]{0,400}?)
    (?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)(?<!\bbe)(?<!\bbeen)(?<!\bhereby)(?<!\bwhich)
    [\s,]+(?:unanimously\s+)?
    (?P<verb>affirmed|reversed|vacated|modified|dismissed|denied|granted|overruled|sustained|annulled|quashed
      |enforced|set\s+aside)
    (?P<tail>(?:\s+in\s+part)?(?:[,;]?\s*(?:and\s+|but\s+)?(?:(?:case|cause|matter)\s+)?
      (?:affirmed|reversed|vacated|remanded|modified|dismissed)(?:\s+in\s+part)?){0,3})
    (?=[.,;]|\s*$|\s+(?:with|without|on\s+the|for|at|in|as)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Judgment affirmed.",
        "JUDGMENT OF THE CIRCUIT COURT AFFIRMED. COSTS TO BE PAID BY APPELLANT.",
        "Order, Supreme Court, New York County (Roe, J.), unanimously affirmed, without costs.",
        "Exceptions overruled.",
        "Writ denied.",
        "Judgment reversed and cause remanded.",
    ],
    refuses=["The judgment is affirmed.", "Order entered May 3 was affirmed by the court"],
    by="match",
)
_PIECES = Pattern(
    r"(?:;|\.?—|\bis:)\s*",
    accepts=["Appeal as of Right; Judgment", "By the Court.—Judgment", "The entry is: Judgment"],
    refuses=["Judgment affirmed."],
)
# Nevada: "we ORDER the judgment of the district court AFFIRMED".
_WE_ORDER = Pattern(
    r"^.{0,120}?\bwe,?\s+(?:hereby\s+)?ORDER\s+(?:that\s+)?the\s+",
    accepts=["Accordingly, we ORDER the judgment"],
    refuses=["Accordingly, we order a new trial"],
    by="match",
)
_AUXILIARY = Pattern(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|court|we|judge|i|he|she|it|they|which|that|who)\b",
    re.IGNORECASE,
    accepts=["The motion was denied", "the trial court denied"],
    refuses=["Petition denied", "Application for leave to appeal"],
)
# A motion heard and not yet decided.
_SUBMITTED = Pattern(
    r"\b(?:takes?|taken|took)\s+(?P<what>[^.;]{0,120}?)\s*\bunder\s+(?:submission|advisement)\b"
    r"|\b(?:is|are|stands?)\s+(?:deemed\s+)?submitted\b(?!\s+(?:by|to|for|that))",
    re.IGNORECASE,
    accepts=[
        "takes the motion under submission",
        "is taken under advisement",
        "the matter stands submitted",
    ],
    refuses=["took the bench under protest"],
)
# Leave that goes with a dismissal.
_LEAVE_TO_AMEND = Pattern(
    r"\bleave\s+to\s+(?:re)?(?:amend\b|file\s+(?:an?\s+)?amended\b)",
    re.IGNORECASE,
    accepts=["but will allow Roe leave to file amended pleadings"],
    refuses=["leave to file a reply"],
)
_MUST_BE = Pattern(
    r"\bmust\sbe(?=\s+[A-Z]{6,}\b)|\bshould\sbe(?=\s+(?:affirmed|reversed),\s+with(?:out)?\s+costs)",
    accepts=["The judgment must be AFFIRMED", "should be affirmed, with costs"],  # New York
    refuses=["The judgment must be affirmed"],
)
# The verb of a last clause left out its "is".
_ELLIPTIC = Pattern(
    r"\band\s+(?:the\s+)?(?P<thing>petition|complaint|proceeding|action|appeal)\s+"
    r"(?P<verb>dismissed|granted|denied)\b",
    re.IGNORECASE,
    accepts=["…, and petition dismissed"],
    refuses=["and the petition is dismissed"],
)
# A motion named by its place among those before the court.
_ORDINAL = Pattern(
    r"\bthe\s+(?P<place>first|second|third|former|latter)\s*$",
    re.IGNORECASE,
    accepts=["and the second "],
    refuses=["and the second motion ", "seconds "],
)
# What is taken off the calendar.
_CALENDAR = Pattern(
    r"\b(?:(?:hearing|trial|conference|pretrial|motion|argument)s?\b(?:\s+and\s+\w+)?"
    r"(?:\s+dates?)?|dates?|deadlines?|schedul\w+)\b",
    re.IGNORECASE,
    accepts=["All hearing and trial dates presently scheduled"],
    refuses=["the judgment of the district court"],
)
# What somebody argues or asks for.
_ARGUED = Pattern(
    r"""
    \b(?:ask|request|urge|argue|contend|move|seek|want)(?:s|d|ed|ing)?\b [^.;]{0,80}
        \b(?:court|we|i)\b\s+(?:to|should|grant|den)\w*
    | \b(?:argue|contend|assert|maintain|insist|say|claim|submit)(?:s|ed)?\s+that\b [^,;]{0,160}
        \b(?:is|are|be)\s+(?:\w+\s+)?(?:granted|denied|dismissed|stayed|remanded|moot)\b
    | \b(?:asks?|asked|urges?|begs?|prays?|invites?|wants?|wishes)\s+
        (?:that\s+(?:we|the\s+court|this\s+court)|us\s+to|(?:the|this)\s+court\s+to)\b[^.;]{1,160}
    | \bsought\b[^.;]{0,80}\bcourt\s+to\s+\w+
    | \b(?:request|ask|move|pray)(?:s|ed|ing)?\b[^,.;]{0,120}
        \bbe\s+(?:granted|denied|dismissed|remanded|stayed)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "asks the Court to grant",
        "argues that the motion is DENIED by operation of law",
        "requests that the complaint be dismissed",
        "asks that we set aside the judgment",
    ],
    refuses=["For these reasons, the Court grants", "the request that is granted"],
)
# What happens only if something else does.
_CONDITION = Pattern(
    r"(?<!even\s)\b(?:if|unless|in\s+the\s+event|failing\s+which|or\s+else|should\s+(?:this|the)\s+court)\b[^.;]{1,240}",
    re.IGNORECASE,
    accepts=["if Roe fails to answer, the action will be DISMISSED"],
    refuses=["even if timely, the motion is DENIED", "the motion is DENIED"],
)
# What makes a sentence a condition, history or law, unless it sets its verb in capitals.
_DOUBTFUL = Pattern(
    r"""
    \b(?:if|when|whether|unless|where|once|until|before(?!\s+(?:the|this)\s+(?:\w+\s+)?court))\s+
        (?:the|a|an|this|such)\s+(?:\w+\s+){0,3}(?:court|motion|petition|complaint|claim|appeal)
    | ^\W*(?:on|in)\s+(?:january|february|march|april|may|june|july|august|september|october
        |november|december)\b
    | ^\W*(?:whenever|if|unless)\b
    | \bpreviously(?:\s+\w+){0,3}?\s+(?:grant|den|dismiss|stay|remand|vacat|affirm|revers)
    | \bearlier\s+order\b
    | \b(?:district|trial|magistrate|bankruptcy|lower)\s+(?:court|judge)\s+(?:\w+\s+)?
        (?:granted|denied|dismissed|ruled|held)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "If the motion is denied",
        "On May 3, 2021, Judge Roe granted",
        "the district court denied",
    ],
    refuses=["For these reasons, the Court grants"],
)
_QUOTED = Pattern(
    r"[“\"][^”\"]{25,1200}[”\"]",
    accepts=[
        "“the motion to dismiss is granted in its entirety”",
        '"the motion to compel is denied as moot"',
    ],
    refuses=[
        "“granted”",  # too short for another court's words
        "the motion is granted",
    ],
)
_INDEFINITE = Pattern(
    r"\b(?:an?|any|no|every|such|an?\s+\w+\s+or)\s+$",
    re.IGNORECASE,
    accepts=["grants any ", "such ", "an appeal or "],
    refuses=["grants the ", "Santa Ana "],
)
# "a motion that is denied" tells which.
_RELATIVE = Pattern(
    r"\b(?:that|which|who|whether|where|when)\s*$",
    re.IGNORECASE,
    accepts=["a petition for relief that "],
    refuses=["that petition "],
)
# The case itself.
_CASE = Pattern(
    r"""
    (?:the|this|these|both|all|said|plaintiffs?['’]?s?|petitioner['’]?s?|entire|amended|instant)\s+
    (?:[\w’'-]+\s+){0,4}? (?P<thing>complaint|actions?|cases?|petition|lawsuit|matter|proceeding
        |(?:counter|cross-?)?claims?|prayers?|libel|bill|indictment|information|charges?|appeals?|protests?|writ
        |adversary\s+proceeding)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["the complaint", "this action", "Plaintiff's claims", "the County’s counterclaim"],
    refuses=["a complaint", "the defendant"],
)
# What a court grants or denies without naming the motion.
_RELIEF = Pattern(
    r"""
    \b(?:(?:partial\s+)?summary\s+judgment(?:\s+(?:for|on|as\s+to)\b[^,.;]{0,60})?
      | (?:preliminary|permanent)\s+injunction | temporary\s+restraining\s+order
      | leave\s+to\s+\w+ | certiorari | rehearing | (?:discretionary\s+)?review | writ | relief
      | bail | permission\s+to\s+appeal | service\s+connection | benefits
      | default\s+judgment | certificate\s+of\s+appealability | directed\s+verdict
      | (?:preliminary|final)\s+approval)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["grant summary judgment for Acme on this claim", "leave to amend is denied"],
    refuses=["the motion is granted", "leave of court"],
)
_OPINION = Pattern(
    r"\b(?:opinion|disposition|memorandum|order)\b",
    re.IGNORECASE,
    accepts=["The opinion filed on October 7, 2013 "],
    refuses=["the witness"],
)
# What stands between a verb and a motion that it does not decide.
_ARGUMENT = Pattern(
    r"\b(?:argument|contention|assertion|theory|position|suggestion|invitation|reasons?\s+for)s?\b",
    re.IGNORECASE,
    accepts=["rejects Roe’s arguments that the validity of the objections"],
    refuses=["rejects the objections"],
)
# What boards of appeals sustain or deny.
_APPEAL = Pattern(
    r"\b(?:the|this|these|[’']s)\s+(?:(?!two|three|prior)\w+\s+)?"
    r"(?:appeals?|protests?|exceptions?|claims?)\b|^\W*(?:appeal|protest)\b",
    re.IGNORECASE,
    accepts=["the appeal", "Acme’s protest", "Appeal"],
    refuses=["an appeal", "appealing"],
)
_BELOW = Pattern(
    r"\b(?:judgments?|decisions?|orders?|convictions?|sentences?|rulings?|decree|approval|award"
    r"|dismissal|verdict|finding|conclusion|grant|denial|court)\b",
    re.IGNORECASE,
    accepts=["the judgment of the district court", "Roe's conviction"],
    refuses=["the hearing on May 3", "all dates"],
)
_NEXT_CLAUSE = Pattern(
    r"[.;:]|,?\s+and\s+(?:the|its|his|her|their|this|plaintiff|defendant|petitioner)",
    re.IGNORECASE,
    accepts=["; ", ", and the motion to strike"],
    refuses=[", and denied in part"],
)
# Between the motions of a list: "(Doc. 3), and Plaintiff's".
_COORDINATION = Pattern(
    r"""
    ^[”"]?\s{0,3}[,;:]?\s{0,3}(?:(?:and|&|as\s+well\s+as|along\s+with|together\s+with)\b)?\s{0,3}(?:\(?\w{1,2}\)\s{0,3})?
    (?:(?:the|his|her|its|their|both|also|individual|moving|similar|related|second|corresponding)\s{1,3}){0,3}
    (?:(?:[A-Z][\w.&-]{0,30}|plaintiffs?|defendants?|petitioners?|respondents?|government|state|debtors?)
       [’']?s?[’']?,?\s{1,3}(?:(?:and|of|the)\s{1,3})?){0,6}[“"]?$
    """,
    re.VERBOSE,
    accepts=[", and Plaintiff's ", ", ", " and the ", "; (2) the "],
    refuses=[" was filed, and the ", " opposed by the "],
    by="match",
)
_AND = Pattern(
    r"\band\b|&|\bas\s+well\b|\bwith\b|[;:]",
    re.IGNORECASE,
    accepts=[", and the", "&", "; the"],
    refuses=[", the", "Anderson’s"],
)
# What a court above does with a decision of a court, board, committee or referee below.
_REVIEWED = {
    "appro": Outcome.AFFIRMED,
    "susta": Outcome.AFFIRMED,
    "quash": Outcome.REVERSED,
}
_REVIEWED_BELOW = Pattern(
    r"^\w+\s+(?:the\s+)?(?:[\w’']+\s+){0,5}?(?:decision|determination|opinion|report|findings|results|order|ruling)\b",
    re.IGNORECASE,
    accepts=["approve the Committee’s determination", "quash the decision"],
    refuses=["approve the settlement", "quash the subpoena"],
    by="match",
)
_RESULTS = Pattern(
    r"\b(?:results|determination|decision)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
    accepts=["Commerce’s Remand Results "],
    refuses=["the objection to the results of the test of the water is "],
)
_LONGEST_GAP = 120
_SHORT = 90  # characters of a sentence that says no more than its outcome
_VERB = Pattern(
    rf"(?:{_ACTIVE_VERB}|{_PASSIVE_VERB}|{_GERUND})\b",
    re.IGNORECASE,
    accepts=["set aside", "GRANTS"],
    refuses=["the motion"],
    by="match",
)
# What a report recommends to the judge.
_RECOMMENDS = Pattern(
    rf"""
    \brecommend(?:s|ed|ing)?\b (?:\s+(?:that\s+)?(?:the\s+)?(?:district\s+)?(?:court|judge))?
    \s+(?P<verb>{_ACTIVE_VERB}|{_GERUND})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["recommends that the Court grant", "RECOMMENDS granting"],
    refuses=["recommends that the motion be granted"],
)
# A verb of decision in capitals decides wherever it stands.
SHOUTED = Pattern(
    r"\b(?:GRANT(?:S|ED|ING)?|DEN(?:Y|IES|IED|YING)|DISMISS(?:ES|ED)?|REMAND(?:S|ED)?|AFFIRM(?:ED)?"
    r"|REVERSED?|VACATED?|TRANSFER(?:S|RED)?|STAY(?:S|ED)?|DEFER(?:S|RED)?|OVERRUL(?:ES?|ED)"
    r"|SUSTAIN(?:S|ED)|ALLOW(?:S|ED))\b",
    accepts=["the motion is DENIED", "The Court GRANTS"],
    refuses=["the motion is denied", "GRANTOR"],
)
_REACH = 120  # characters behind a passive verb that can still qualify it

APPELLATE_OUTCOMES = frozenset(
    {Outcome.AFFIRMED, Outcome.REVERSED, Outcome.VACATED, Outcome.AFFIRMED_IN_PART}
)
_SENDING = frozenset({Outcome.REMANDED, Outcome.TRANSFERRED})
_CASE_OUTCOMES = frozenset(
    {Outcome.DISMISSED, Outcome.REMANDED, Outcome.TRANSFERRED, Outcome.STAYED}
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One outcome with what it decides.

    `motion` is the motion decided, its place counted from `start`; where there is none, `thing`
    words the case, the judgment below, or with `calendar` the hearing or dates that are vacated.
    `start` and `end` bound the clause in its sentence.
    """

    motion: Motion | None
    thing: str
    outcome: Outcome
    start: int
    end: int
    calendar: bool = False


def _read_outcomes(words: list[str], clause: str) -> Outcome | None:
    outcomes = [outcome for word in words if (outcome := read_outcome(word))]
    return combine_outcomes(outcomes, clause)


def _word_judgment_below(text: str) -> str:
    """What an appellate court affirms or reverses: "judgment finding Roe liable"."""
    text = re.sub(
        rf"^\W*(?:(?:and\s+)?(?:{_ACTIVE_VERB}|{_PASSIVE_VERB})\b\s*){{1,3}}(?:for\s+)?",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = re.split(
        r"[,;(]|\s+(?:but|because|for\s+the|is|are|was)\b|\s+and\s+(?:remand|revers|vacat)", text
    )[0]
    text = re.sub(
        r"^.*?\b(?:ordered|adjudged|decreed)\b,?\s+that\s+", "", text, flags=re.IGNORECASE
    )
    below = r"^\W*(?:the\s+)?(?:(?:district|trial|tax|bankruptcy)\s+court['’]s\s+)?(?:the\s+)?"
    return re.sub(below, "", text, flags=re.IGNORECASE).strip(" ,.;:")


def _is_list(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and bool(_COORDINATION.match(gap))


def _list_together(motions: tuple[Motion, ...], text: str, *, last: bool) -> tuple[Motion, ...]:
    """The motions that one verb decides: "the motion to compel (Doc. 3), … and the motion to seal".

    From the last one back before a passive, from the first one on behind an active verb.
    """
    if not motions:
        return ()
    steps = list(pairwise(motions))
    found = [motions[-1] if last else motions[0]]
    joined = False
    for one, other in reversed(steps) if last else steps:
        gap = text[one.close : other.start]
        if not _is_list(gap):
            break
        joined = joined or bool(_AND.search(gap))
        found.append(one if last else other)
        if last and not joined:
            # "Having read the motion to strike, the motion to seal is denied": no list.
            return tuple(found[:1])
    if not joined:
        return tuple(found[:1])
    return tuple(sorted(found, key=lambda each: each.start))


def list_subjects(text: str, outcome: Outcome, *, last: bool) -> list[tuple[Motion | None, str]]:
    """What `outcome` decides in `text`: the motions before a passive, else those behind the verb.

    A pair is a motion, or None and the words for the case.
    """
    motions = find_motions(text)
    sent = None if last or outcome not in _CASE_OUTCOMES else _CASE.search(text)
    if sent and (not motions or sent.end() <= motions[0].start):
        # "remand the case with instructions to grant the motion"
        return [(None, sent["thing"].lower())]
    if outcome in _SENDING and not last:
        motions = ()
    together = _list_together(motions, text, last=last)
    if together:
        if last and (_INDEFINITE.search(text[: together[0].start]) or _RELATIVE.search(text)):
            return []
        if together[0].wording == "petition" and outcome is Outcome.DISMISSED:
            return [(None, "petition")]
        return [(motion, "") for motion in together]
    cases = list(_CASE.finditer(text))
    if outcome is Outcome.WITHDRAWN:
        return [(None, "opinion")] if last and _OPINION.search(text) else []
    appeal = _APPEAL.search(text) if outcome in (Outcome.GRANTED, Outcome.DENIED) else None
    relief = _RELIEF.search(text)
    if appeal and not (relief and relief.start() < appeal.start()):
        return [(None, appeal[0].lower())]
    if cases and outcome in _CASE_OUTCOMES:
        return [(None, cases[-1 if last else 0]["thing"].lower())]
    if relief and outcome in (Outcome.GRANTED, Outcome.DENIED):
        return [(each, "") for each in find_motions(f"motion for {relief.group().strip()}")[:1]]
    place = _ORDINAL.search(text) if last else None
    if place:
        number = PLACES[place["place"].lower()]
        return [(Motion("motion", None, place.start(), place.end(), number), "")]
    return []


def _decide_clause(clause: str, words: list[str], start: int) -> Iterator[Decision]:
    outcome = _read_outcomes(words, clause)
    if outcome is None:
        return
    end = start + len(clause)
    stem = words[0][:5].lower()
    if stem in _REVIEWED and _REVIEWED_BELOW.match(clause):
        outcome = _REVIEWED[stem]
    if outcome in APPELLATE_OUTCOMES:
        yield Decision(None, _word_judgment_below(clause), outcome, start, end)
        return
    for motion, thing in list_subjects(clause, outcome, last=False):
        if motion is None or not _ARGUMENT.search(clause, 0, motion.start):
            yield Decision(motion, thing, outcome, start, end)


def _shares_object(piece: str, clause: str, following: str) -> bool:
    """Whether the next verb decides the same: "GRANTS IN PART and | DENIES IN PART the motion",
    "deny the motion in part and | grant it in part", "reverse and | remand".
    """
    bare = re.sub(r"\b(?:in\s+part|and|but)\b|,", "", piece, flags=re.IGNORECASE).split()
    if len(bare) <= 1:
        return True
    partly = re.search(r"\bin\s+part\b", clause, re.IGNORECASE)
    return bool(partly and re.search(r"\bin\s+part\b|\bit\b", following, re.IGNORECASE))


def _name_form(text: str) -> str:
    """The form of the verb at the start: verbs that go together share it."""
    verb = _VERB.match(text)
    word = verb[0].split()[0].lower() if verb else ""
    ends = ("ing", "ed", "s") if word != "dismiss" else ()
    return next((end for end in ends if word.endswith(end)), "")


def _decide_active(sentence: str, patterns: tuple[Pattern[str], ...]) -> Iterator[Decision]:
    matches = sorted(
        (match for pattern in patterns for match in pattern.finditer(sentence)),
        key=lambda match: match.start("verb"),
    )
    done = 0
    for match in matches:
        first = match.start("verb")
        if first < done:
            continue
        following = [each.start("verb") for each in matches if each.start("verb") > first]
        rest = sentence[first : min(following, default=len(sentence))]
        bounds = [0, *(verb.start("verb") for verb in _NEXT_VERB.finditer(rest)), len(rest)]
        words: list[str] = []
        previous: list[Decision] = []
        start = 0
        form = _name_form(rest)
        inner = [at for at in bounds[1:-1] if _name_form(rest[at:]) == form]
        bounds = [0, *inner, len(rest)]
        for begin, end in pairwise(bounds):
            verb = _VERB.match(rest, begin)
            words.append(verb[0] if verb else "")
            following_text = rest[end : end + 60]
            if following_text and _shares_object(rest[begin:end], rest[start:end], following_text):
                continue
            found = list(_decide_clause(rest[start:end], words, first + start))
            if previous and _LEAVE_TO_AMEND.search(rest[start:end]):
                # Leave to amend qualifies the decision before it.
                found = [replace(each, end=first + end) for each in previous]
                previous = []
            yield from previous
            previous = found
            words, start = [], end
        yield from previous
        done = first + 1


def _decide_passive(sentence: str) -> Iterator[Decision]:
    start = told = 0
    for match in _PASSIVE.finditer(sentence):
        # What qualifies the decision before is not this one's, unless the subject stands in it.
        start = told if find_motions(sentence[told : match.start()]) else start
        before = sentence[start : match.start()]
        after = _NEXT_CLAUSE.split(sentence[match.start("verb") :][:_REACH])[0]
        listed = _PASSIVE_LIST.match(sentence, match.start("verb"))
        pair = _PASSIVE_PAIR.match(after)
        words = [match["verb"], *([pair["verb"]] if pair else [])]
        words += [listed["verb"]] if listed else []
        outcome = _read_outcomes(words, after if pair else after.split(",")[0])
        end = match.start("verb") + len(after)
        if outcome in APPELLATE_OUTCOMES:
            subject = before.rsplit(", ", 1)[-1]
            calendar = _CALENDAR.search(subject) if outcome is Outcome.VACATED else None
            if calendar and not _BELOW.search(subject):
                yield Decision(None, subject.strip(), outcome, start, end, calendar=True)
            elif pair and pair["part"]:
                yield from _decide_parts(subject, after, match["verb"], start, end)
            elif outcome and _BELOW.search(before):
                yield Decision(None, _word_judgment_below(subject), outcome, start, end)
        elif match["verb"][:5].lower() in _REVIEWED and _RESULTS.search(before):
            below = _word_judgment_below(before.rsplit(", ", 1)[-1])
            yield Decision(None, below, _REVIEWED[match["verb"][:5].lower()], start, end)
        elif outcome:
            for decided in list_subjects(before, outcome, last=True):
                yield Decision(*decided, outcome, start, end)
        start, told = match.end(), end
    for match in _ELLIPTIC.finditer(sentence):
        outcome = read_outcome(match["verb"])
        if outcome:
            yield Decision(None, match["thing"].lower(), outcome, match.start(), match.end())


def _decide_parts(subject: str, after: str, verb: str, start: int, end: int) -> Iterator[Decision]:
    """The parts of a judgment that go different ways, each with what it concerns."""
    second = _PASSIVE_PAIR.match(after)
    if not second:
        return
    for word, part in ((verb, second["part"]), (second["verb"], after[second.end() :])):
        outcome = read_outcome(word)
        if outcome:
            below = f"{_word_judgment_below(subject)} {part.strip()}"
            yield Decision(None, below, outcome, start, end)


def _decide_without_verb(sentence: str) -> Iterator[Decision]:
    """A motion's name and its outcome: "Motion to strike (Doc. 4): DENIED", "Petition denied."."""
    start = 0
    for match in _WITHOUT_VERB.finditer(sentence):
        group = "verb" if match["verb"] else "small"
        before = sentence[start : match.start(group)]
        after = sentence[match.start(group) :][:_REACH]
        clause = _NEXT_CLAUSE.split(after)[0]
        outcome = _read_outcomes([match[group]], clause.split(",")[0])
        motions = find_motions(before)
        if outcome and not before.strip(" .:-(") and len(sentence) <= _SHORT:
            end = match.start(group) + len(clause)
            motion = None if outcome in _CASE_OUTCOMES else Motion("motion", None, 0, 0)
            yield Decision(motion, "" if motion else "case", outcome, start, end)
        elif outcome and motions and not _AUXILIARY.search(before[motions[0].start :]):
            if SHOUTED.search(before, motions[-1].end):
                continue
            for motion in _list_together(motions, before, last=True):
                end = match.start(group) + len(clause)
                yield Decision(motion, "", outcome, start, end)
        start = match.end(group)


def _decide_judgment(sentence: str) -> Iterator[Decision]:
    """What a court of appeals does in a clause without a verb: "…; judgment affirmed."."""
    start = 0
    for piece in _PIECES.split(sentence):
        at = sentence.index(piece, start)
        start = at + len(piece)
        ordered = _WE_ORDER.match(piece)
        match = _JUDGMENT_WITHOUT_VERB.match(piece[ordered.end() :] if ordered else piece)
        if not match or (
            match["verb"].islower() and re.search(r"\bcourt\s*$", match["thing"].rstrip(" ,"))
        ):
            continue
        words = re.findall(r"[a-z]{4,}", f"{match['verb']} {match['tail']}".lower())
        outcome = _read_outcomes(words, match[0])
        thing = match["thing"].split(",")[0].strip()
        if outcome and outcome not in APPELLATE_OUTCOMES and find_motions(thing):
            yield Decision(find_motions(thing)[0], "", outcome, at, start)
        elif outcome:
            yield Decision(None, thing.lower(), outcome, at, start)


def _decide_submission(sentence: str) -> Iterator[Decision]:
    """The motion that is heard and taken under submission."""
    for match in _SUBMITTED.finditer(sentence):
        what = match["what"] or ""
        motions = [each for each in find_motions(what) if each.kind]
        start = match.start("what") if motions else 0
        motions = motions or list(find_motions(sentence[: match.start()]))
        if motions:
            yield Decision(motions[-1], "", Outcome.DEFERRED, start, match.end())


# The stems of all verbs of decision: a sentence without one decides nothing.
_STEM = Pattern(
    r"grant|den[yi]|quash|defer|stay|dismiss|remand|transfer|affirm|revers|vacat|overrul|sustain|approv"
    r"|allow|withdr|moot|terminat|submi|advisement|reserv|refus|reject|abeyance|continued|aside"
    r"|annul|unseal|strik|strick",
    re.IGNORECASE,
    accepts=["The motion is DENIED.", "takes the matter under advisement"],
    refuses=["The defendant moves to compel.", "Roe filed a notice of appeal."],
)


# A form's line with nothing checked.
_OPTIONS = Pattern(
    r"\bgranted\W{1,6}denied\b",
    re.IGNORECASE,
    accepts=["is granted. denied. submitted.", "GRANTED / DENIED"],
    refuses=["granted and denied in part"],
)


def list_decisions(
    sentence: str, *, led: bool = False, recommended: bool = False
) -> tuple[Decision, ...]:
    """What a sentence decides; nothing for argument, history, conditions and quotations.

    `led`: the court's name stands above, as over the items of "the Court:". `recommended`: a
    report recommends, and what "should be granted" counts.
    """
    if not _STEM.search(sentence) or _OPTIONS.search(sentence):
        return ()
    # Blanked out, another court's words and a party's wishes decide nothing, and places stay.
    text = _QUOTED.sub(_blank, sentence)
    text = _CONDITION.sub(_blank, _ARGUED.sub(_blank, text))
    # "The judgment must be AFFIRMED" decides, in small letters it reasons.
    text = _MUST_BE.sub(lambda match: "is".ljust(len(match[0])), text)
    patterns = [_ACTIVE, _PANEL_PAST, _ORDERED_GERUND]
    if led:
        patterns.append(_ACTIVE_ITEM)
    if recommended:
        text = _RECOMMENDED.sub(_blank, text)
        patterns.append(_RECOMMENDS)
    found = (
        *_decide_active(text, tuple(patterns)),
        *_decide_passive(text),
        *(list(_decide_judgment(text)) or _decide_without_verb(text)),
        *_decide_submission(text),
    )
    if found and not recommended and _DOUBTFUL.search(text):
        found = tuple(each for each in found if SHOUTED.search(text, each.start, each.end))
    return found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
