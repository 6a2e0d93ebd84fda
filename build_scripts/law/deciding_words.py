"""How courts of this country say that they decide: verbs, forms, and what decides nothing."""

import re

from build_scripts.text.dates import MONTH_IN_FULL
from build_scripts.text.pattern import Pattern

ADVERBS = (
    r"(?:hereby|thus|therefore|accordingly|now|also|further|respectfully|consequently|then|so|next"
    r"|finally|instead|only|each|all|both|likewise|otherwise|largely|partially|provisionally|conditionally|summarily"
    r"|sua\s+sponte|on\s+its\s+own\s+(?:motion|initiative))"
)
ACTIVE_VERB = (
    r"(?:grants?|den(?:y|ies)|defers?|stays?|dismiss(?:es)?|remands?|transfers?|affirms?|reverses?"
    r"|vacates?|overrules?|sustains?|approves?|allows?|rejects?|terminates?|quash(?:es)?|adopts?|accepts?|strikes"
    r"|reserves?(?=\s+(?:its\s+|a\s+)?(?:ruling|judgment|decision)\b)|sets?\s+aside|annuls?)"
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
# The court speaks, in the present or the future; what it considered may stand between.
ACTIVE = Pattern(
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
      (?:{ADVERBS}|and|will|shall|must|do(?:es)?|would|orders?|(?:dis)?agrees?|finds)){{0,4}}
    \s*[,:]?\s*(?:\(?(?:1|a|i)[.)]\s*)?
    \b(?P<verb>{ACTIVE_VERB})\b
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
ACTIVE_ITEM = Pattern(
    rf"""
    (?: ^\W{{0,3}}(?:\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s*)? (?:{ADVERBS}\s+)?
      | [;:,]\s*(?:and\s+)?\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s*
      | \band\s+(?=(?-i:[A-Z]{{4}})) )
    (?P<verb>(?:grants|denies|defers|stays|dismisses|remands|transfers|affirms|reverses|vacates
      |overrules|sustains|approves|allows|rejects|terminates
      |reserves(?=\s+(?:ruling|judgment)))|{GERUND})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["1. GRANTS the motion", "(a) Denying the motion"],
    refuses=["order granting the motion", "the Court grants"],
)
# "ORDERED granting the motion"; a clerk's "ORDER granting 12 Motion".
ORDERED_GERUND = Pattern(
    rf"""
    (?: (?<!the\s)(?<!this\s)(?<!court['’]s\s)(?<!an\s)(?<!prior\s)
        (?:\b(?-i:ORDER(?:ED|S)?)|^\W*(?-i:Order(?=\s+(?-i:granting|denying))))
        (?:\s+(?:signed\s+)?by\s+(?:\w+\.?\s+){{1,6}}(?:on\s+[\d/]+)?)?
        [:,]?\s+(?:{ADVERBS}\s+)? )
    (?P<verb>{GERUND})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["IT IS ORDERED granting", "ORDER granting 12 Motion", "ORDERED, denying"],
    refuses=["the Order granting", "the court's order denying", "Decision and Order denying"],
)
# The summary by court staff tells in the past.
PANEL_PAST = Pattern(
    rf"\bthe\s+panel\s+(?:{ADVERBS}\s+)?(?P<verb>{PASSIVE_VERB})\b",
    re.IGNORECASE,
    accepts=["The panel affirmed"],
    refuses=["The panel heard argument", "The district court affirmed"],
)
# A second verb behind the first.
NEXT_VERB = Pattern(
    rf"""
    (?:[,;]\s*(?:and\s+)?|\band\s+|\bbut\s+|&\s*)
    (?:\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s*)? (?:(?:{ADVERBS}|will)\s+){{0,2}}
    (?P<verb>{ACTIVE_VERB}|{PASSIVE_VERB}|{GERUND})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["and DENIES", ", but reverse", "& DENIES", "; (2) DENIES"],
    refuses=["and the motion is granted", "The Court DENIES"],
)
PASSIVE = Pattern(
    rf"""
    (?<!should\s)(?<!may\s)(?<!can\s)(?<!could\s)(?<!must\s)(?<!would\s)(?<!might\s)(?<!cannot\s)
    (?<!to\s)(?<!not\s) \b(?:is|are|be|stands?|(?<=\bthat\sthe\scase\s)was)\b
    (?:\s*,?\s*(?:and\s+)?(?:the\s+same\s+)?(?:{ADVERBS}|is|are|shall\s+be)){{0,4}} \s*[,:]?\s*
    (?:\((?:a|1|i)\)\s*)?\b(?P<verb>{PASSIVE_VERB})\b
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
RECOMMENDED = Pattern(
    r"\b(?:should|must)(?=\s+be\s)",
    re.IGNORECASE,
    accepts=["should be granted"],
    refuses=["should dismiss"],
)
# A second verb for the same subject.
PASSIVE_PAIR = Pattern(
    rf"""
    \w+ (?: \s+in\s+part
          | (?P<part>\s+(?:as\s+to|with\s+respect\s+to|insofar\s+as)\s[^.;]{{1,80}}?) )?
    ,?\s+(?:and|but)\s+(?:{ADVERBS}\s+)?(?P<verb>{PASSIVE_VERB})\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["GRANTED IN PART and DENIED", "ALLOWED as to Count II and DENIED as to Count III"],
    refuses=["GRANTED. The motion to strike is DENIED", "GRANTED and Roe may reply"],
    by="match",
)
# "is (a) GRANTED as to damages; and (b) DENIED as to the rest".
PASSIVE_LIST = Pattern(
    rf"\w+(?:[^.]|\.(?!\s+[A-Z])){{0,500}}?[;,\s]\s?(?:and\s+|but\s+)?\((?:b|2|ii)\)\s*(?P<verb>(?i:{PASSIVE_VERB}))\b",
    accepts=["GRANTED as to the figures; (b) DENIED as to the base"],
    refuses=["GRANTED. (b) The motion is DENIED"],
    by="match",
)
# A motion's name and its outcome without a verb between: "Motion to strike: DENIED".
WITHOUT_VERB = Pattern(
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
JUDGMENT_WITHOUT_VERB = Pattern(
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
PIECES = Pattern(
    r"(?:;|\.?—|\bis:)\s*",
    accepts=["Appeal as of Right; Judgment", "By the Court.—Judgment", "The entry is: Judgment"],
    refuses=["Judgment affirmed."],
)
# Nevada: "we ORDER the judgment of the district court AFFIRMED".
WE_ORDER = Pattern(
    r"^.{0,120}?\bwe,?\s+(?:hereby\s+)?ORDER\s+(?:that\s+)?the\s+",
    accepts=["Accordingly, we ORDER the judgment"],
    refuses=["Accordingly, we order a new trial"],
    by="match",
)
AUXILIARY = Pattern(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|court|we|judge|i|he|she|it|they|which|that|who)\b",
    re.IGNORECASE,
    accepts=["The motion was denied", "the trial court denied"],
    refuses=["Petition denied", "Application for leave to appeal"],
)
# A motion heard and not yet decided.
SUBMITTED = Pattern(
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
LEAVE_TO_AMEND = Pattern(
    r"\bleave\s+to\s+(?:re)?(?:amend\b|file\s+(?:an?\s+)?amended\b)",
    re.IGNORECASE,
    accepts=["but will allow Roe leave to file amended pleadings"],
    refuses=["leave to file a reply"],
)
MUST_BE = Pattern(
    r"\bmust\sbe(?=\s+[A-Z]{6,}\b)|\bshould\sbe(?=\s+(?:affirmed|reversed),\s+with(?:out)?\s+costs)",
    accepts=["The judgment must be AFFIRMED", "should be affirmed, with costs"],  # New York
    refuses=["The judgment must be affirmed"],
)
# The verb of a last clause left out its "is".
ELLIPTIC = Pattern(
    r"\band\s+(?:the\s+)?(?P<thing>petition|complaint|proceeding|action|appeal)\s+"
    r"(?P<verb>dismissed|granted|denied)\b",
    re.IGNORECASE,
    accepts=["…, and petition dismissed"],
    refuses=["and the petition is dismissed"],
)
# A motion named by its place among those before the court.
ORDINAL = Pattern(
    r"\bthe\s+(?P<place>first|second|third|former|latter)\s*$",
    re.IGNORECASE,
    accepts=["and the second "],
    refuses=["and the second motion ", "seconds "],
)
# What is taken off the calendar.
CALENDAR = Pattern(
    r"\b(?:(?:hearing|trial|conference|pretrial|motion|argument)s?\b(?:\s+and\s+\w+)?"
    r"(?:\s+dates?)?|dates?|deadlines?|schedul\w+)\b",
    re.IGNORECASE,
    accepts=["All hearing and trial dates presently scheduled"],
    refuses=["the judgment of the district court"],
)
# What somebody argues or asks for.
ARGUED = Pattern(
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
CONDITION = Pattern(
    r"(?<!even\s)\b(?:if|unless|in\s+the\s+event|failing\s+which|or\s+else|should\s+(?:this|the)\s+court)\b[^.;]{1,240}",
    re.IGNORECASE,
    accepts=["if Roe fails to answer, the action will be DISMISSED"],
    refuses=["even if timely, the motion is DENIED", "the motion is DENIED"],
)
# What makes a sentence a condition, history or law, unless it sets its verb in capitals.
DOUBTFUL = Pattern(
    r"""
    \b(?:if|when|whether|unless|where|once|until|before(?!\s+(?:the|this)\s+(?:\w+\s+)?court))\s+
        (?:the|a|an|this|such)\s+(?:\w+\s+){0,3}(?:court|motion|petition|complaint|claim|appeal)
    | ^\W*(?:on|in)\s+"""
    + MONTH_IN_FULL
    + r"""\b
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
QUOTED = Pattern(
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
INDEFINITE = Pattern(
    r"\b(?:an?|any|no|every|such|an?\s+\w+\s+or)\s+$",
    re.IGNORECASE,
    accepts=["grants any ", "such ", "an appeal or "],
    refuses=["grants the ", "Santa Ana "],
)
# "a motion that is denied" tells which.
RELATIVE = Pattern(
    r"\b(?:that|which|who|whether|where|when)\s*$",
    re.IGNORECASE,
    accepts=["a petition for relief that "],
    refuses=["that petition "],
)
# A motion by its entry alone: "ECF No. 12 is GRANTED", "the Court DENIES Doc. 15".
_ENTRY = (
    r"(?:ecf|dkts?|docs?|docket)\b\.?\s*(?:entry\s+)?(?:nos?\.?\s*)?\#?\s*"
    r"\d{1,4}(?:(?:,\s?|\s?&\s?|\s?and\s|,\s?and\s)\d{1,4}){0,9}"
)
ENTRY_SUBJECT = Pattern(
    rf"(?:^|,|;|\b(?:that|and|accordingly|therefore))\s*(?:the\s+)?(?P<entry>{_ENTRY}),?\s*$",
    re.IGNORECASE,
    accepts=["Accordingly, ECF No. 12 ", "and Docs. 12 and 15 "],
    refuses=["the answer (ECF No. 12) ", "as said in ECF No. 12 "],
)
ENTRY_OBJECT = Pattern(
    rf"^\w+\s+(?:the\s+)?(?P<entry>{_ENTRY})",
    re.IGNORECASE,
    accepts=["GRANTS Doc. 12"],
    refuses=["GRANTS the motion, Doc. 12"],
    by="match",
)
# The case itself.
CASE = Pattern(
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
RELIEF = Pattern(
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
OPINION = Pattern(
    r"\b(?:opinion|disposition|memorandum|order)\b",
    re.IGNORECASE,
    accepts=["The opinion filed on October 7, 2013 "],
    refuses=["the witness"],
)
# What stands between a verb and a motion that it does not decide.
ARGUMENT = Pattern(
    r"\b(?:argument|contention|assertion|attempt|theory|position|suggestion|invitation|reasons?\s+for)s?\b",
    re.IGNORECASE,
    accepts=["rejects Roe’s arguments that the validity of the objections"],
    refuses=["rejects the objections"],
)
# What boards of appeals sustain or deny.
APPEAL = Pattern(
    r"\b(?:the|this|these|[’']s)\s+(?:(?!two|three|prior)\w+\s+)?"
    r"(?:appeals?|protests?|exceptions?|claims?)\b|^\W*(?:appeal|protest)\b",
    re.IGNORECASE,
    accepts=["the appeal", "Acme’s protest", "Appeal"],
    refuses=["an appeal", "appealing"],
)
BELOW = Pattern(
    r"\b(?:judgments?|decisions?|orders?|convictions?|sentences?|rulings?|decree|approval|award"
    r"|dismissal|verdict|finding|conclusion|grant|denial|court)\b",
    re.IGNORECASE,
    accepts=["the judgment of the district court", "Roe's conviction"],
    refuses=["the hearing on May 3", "all dates"],
)
NEXT_CLAUSE = Pattern(
    r"[.;:]|,?\s+and\s+(?:the|its|his|her|their|this|plaintiff|defendant|petitioner)",
    re.IGNORECASE,
    accepts=["; ", ", and the motion to strike"],
    refuses=[", and denied in part"],
)
# "The following motions are DENIED: Motion to Strike (Doc. 3); Motion to Stay (Doc. 4)."
FOLLOWING_MOTIONS = Pattern(
    r"\bfollowing\s+(?:\w+\s+){0,2}(?:motions|applications|requests|objections)\s*$",
    re.IGNORECASE,
    accepts=["the following motions ", "The following pending motions "],
    refuses=["the following motion to strike "],
)
# Between the motions of a list: "(Doc. 3), and Plaintiff's".
COORDINATION = Pattern(
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
AND = Pattern(
    r"\band\b|&|\bas\s+well\b|\bwith\b|[;:]",
    re.IGNORECASE,
    accepts=[", and the", "&", "; the"],
    refuses=[", the", "Anderson’s"],
)
REVIEWED_BELOW = Pattern(
    r"^\w+\s+(?:the\s+)?(?:[\w’']+\s+){0,5}?(?:decision|determination|opinion|report|findings|results|order|ruling)\b",
    re.IGNORECASE,
    accepts=["approve the Committee’s determination", "quash the decision"],
    refuses=["approve the settlement", "quash the subpoena"],
    by="match",
)
RESULTS = Pattern(
    r"\b(?:results|determination|decision)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
    accepts=["Commerce’s Remand Results "],
    refuses=["the objection to the results of the test of the water is "],
)
VERB = Pattern(
    rf"(?:{ACTIVE_VERB}|{PASSIVE_VERB}|{GERUND})\b",
    re.IGNORECASE,
    accepts=["set aside", "GRANTS"],
    refuses=["the motion"],
    by="match",
)
# What a report recommends to the judge.
RECOMMENDS = Pattern(
    rf"""
    \brecommend(?:s|ed|ing)?\b (?:\s+(?:that\s+)?(?:the\s+)?(?:district\s+)?(?:court|judge))?
    \s+(?P<verb>{ACTIVE_VERB}|{GERUND})\b
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
# The stems of all verbs of decision: a sentence without one decides nothing.
STEMS = tuple(
    "grant deny deni quash defer stay dismiss remand transfer affirm revers vacat overrul sustain"
    " approv allow withdr moot terminat submi advisement reserv refus reject abeyance continued"
    " aside annul unseal strik strick".split()
)
# A form's line with nothing checked.
OPTIONS = Pattern(
    r"\bgranted\W{1,6}denied\b",
    re.IGNORECASE,
    accepts=["is granted. denied. submitted.", "GRANTED / DENIED"],
    refuses=["granted and denied in part"],
)
