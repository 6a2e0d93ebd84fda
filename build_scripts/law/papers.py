"""What papers print by which their kind is told: orders, motions, briefs, pleadings, letters."""

import re
from enum import StrEnum

from build_scripts.text.pattern import Pattern


class PaperKind(StrEnum):
    """What a paper is, as a finding names it."""

    ORDER = "an order"
    PROPOSED = "a proposed order"
    MOTION = "a motion"
    BRIEF = "a brief"
    PLEADING = "a complaint, an indictment or an answer"
    NOTICE = "a notice"
    DECLARATION = "a declaration"
    LETTER = "a letter"
    FORM = "a form"
    EXHIBIT = "an exhibit"
    TRANSCRIPT = "a transcript"
    DOCKET_SHEET = "a docket sheet"
    STIPULATION = "an agreement of the parties"
    OTHER = "no paper of a court"


_I, _M = re.IGNORECASE, re.MULTILINE
_OWNER = (
    r"(?:(?:the\s+)?[\w.,&’'() /-]{1,60}?(?:[’']s?|s[’'])\s+)?(?:(?:first|second|third|fourth"
    r"|amended|corrected|joint|unopposed|opposed|consent|agreed|verified|emergency|renewed|cross|class"
    r"|action|ex\s+parte|supplemental|notice\s+of\s+(?:motion\s+and)?|expedited|sealed|redacted"
    r"|original|combined|omnibus|partial|opening|initial|reply|answering|principal|superseding"
    r"|criminal|civil|third-party|petitioner|government|united\s+states|proposed|\[proposed\]"
    r"|pro\s+se|memorandum\s+in\s+support\s+of)[\s-]+){0,4}"
)
_TITLES: tuple[tuple[str, PaperKind, str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "titled as a motion",
        PaperKind.MOTION,
        (
            r"(?:motions?|applications?|requests?\s+(?:for|to)|petition\s+for\s+(?:writ|rehearing|leave"
            r"|review|permission|panel|a\s+writ))\b(?!\s+(?:is|are|was)\b)(?!.*\bORDER\b)"
        ),
        ("DEFENDANT'S MOTION TO DISMISS", "JOINT MOTION", "NOTICE OF MOTION AND MOTION TO STAY"),
        ("ORDER GRANTING MOTION TO DISMISS", "The motion is denied."),
    ),
    (
        "titled as a brief",
        PaperKind.BRIEF,
        (
            r"(?:briefs?\b|memorand(?:um|a)\s+(?:of\s+(?:points|law)|in\s+(?:support|opposition|reply))"
            r"|(?:reply|opposition|response|objections?|sur-?reply)\b(?!.*\bORDER\b)"
            r"|points\s+and\s+authorities)"
        ),
        ("MEMORANDUM OF POINTS AND AUTHORITIES", "BRIEF FOR APPELLANT", "OPPOSITION TO MOTION"),
        ("MEMORANDUM", "MEMORANDUM OPINION"),
    ),
    (
        "titled as a pleading",
        PaperKind.PLEADING,
        (
            r"(?:complaint|indictment|information|answer|counterclaims?|petition(?!\s+for\s+re)"
            r"|bill\s+of\s+(?:complaint|particulars)|interrogatories|accusation|statement\s+of\s+claim"
            r"|arrest\s+warrant|charging\s+document)\b(?!.*\bORDER\b)"
        ),
        ("COMPLAINT FOR DAMAGES", "SUPERSEDING INDICTMENT", "ANSWER TO COMPLAINT"),
        ("INFORMATIONAL NOTICE", "ORDER DISMISSING COMPLAINT"),
    ),
    (
        "titled as a notice",
        PaperKind.NOTICE,
        (
            r"(?:notice\s+(?:of|to|re)\b|entry\s+of\s+appearance|(?:release|request)\s+of\s+information|(?:news|press)\s+release"
            r"|media\s+advisory|certificate\s+of\s+interest|(?:joint\s+)?status\s+report|(?:proof|certificate|affidavit)\s+of"
            r"\s+(?:service|interested)|disclosure\s+statement|corporate\s+disclosure|civil\s+cover\s+sheet"
            r"|statement\s+of\s+(?:interest|non-?opposition)|witness\s+list|exhibit\s+list"
            r"|docketing\s+statement|briefing\s+(?:schedule|notice))"
        ),
        ("NOTICE OF APPEAL", "JOINT STATUS REPORT", "PROOF OF SERVICE"),
        ("NOTICE", "NOTICED MOTION"),
    ),
    (
        "titled as a declaration",
        PaperKind.DECLARATION,
        r"(?:declaration|affidavit|affirmation)\b(?!\s+of\s+(?:rights|service))",
        ("DECLARATION OF PAT LEE", "AFFIDAVIT"),
        ("DECLARATORY JUDGMENT",),
    ),
    (
        "titled as an exhibit",
        PaperKind.EXHIBIT,
        r"(?:exhibit|appendix|attachment|ex\.)\s+(?:no\.\s+)?[\w-]{1,3}\W*$",
        ("EXHIBIT A", "Attachment 12"),
        ("EXHIBIT LIST",),
    ),
    (
        "titled as a transcript",
        PaperKind.TRANSCRIPT,
        (
            r"(?:(?:official\s+|certified\s+|reporter[’']s\s+)?transcript\s+of|reporter[’']s\s+transcript"
            r"|deposition\s+of|oral\s+argument\s+before|proceedings\s+before\s+the\s+hon)"
        ),
        ("TRANSCRIPT OF PROCEEDINGS", "DEPOSITION OF PAT LEE"),
        ("ORDER ON TRANSCRIPT", "Deposition testimony"),
    ),
    (
        "titled as a form",
        PaperKind.FORM,
        (
            r"(?:subpoena|summons|writ\s+of\s+(?!habeas|mandamus|certiorari|error)|bill\s+of\s+costs"
            r"|search\s+(?:and\s+seizure\s+)?warrant|consent\s+to\s+(?:proceed|magistrate)"
            r"|waiver\s+of|financial\s+affidavit|jury\s+(?:instructions|questionnaire)|verdict\s+form"
            r"|proof\s+of\s+claim|application\s+for\s+(?:admission|pro\s+hac)|guidelines|local\s+rules?"
            r"|standing\s+procedures|checklist|instructions\s+(?:for|to))"
        ),
        ("SUBPOENA TO TESTIFY", "JURY INSTRUCTIONS", "BILL OF COSTS"),
        ("WRIT OF HABEAS CORPUS", "INSTRUCTION"),
    ),
    (
        "titled as an agreement",
        PaperKind.STIPULATION,
        r"(?:(?:stipulation|settlement\s+agreement|plea\s+agreement|agreement)\b(?!.*\bORDER\b))",
        ("STIPULATION OF DISMISSAL", "PLEA AGREEMENT"),
        ("STIPULATION AND ORDER",),
    ),
)
TITLE_SIGNS = tuple(
    (
        name,
        kind,
        Pattern(
            rf"^\W{{0,4}}{_OWNER}{words}",
            _I,
            accepts=list(accepts),
            refuses=list(refuses),
            by="match",
        ),
    )
    for name, kind, words, accepts, refuses in _TITLES
)

# Signs in the text: name, kind, pattern, how often it has to stand there.
TEXT_SIGNS: tuple[tuple[str, PaperKind, Pattern[str], int], ...] = (
    (
        "it orders",
        PaperKind.ORDER,
        Pattern(
            r"\bso\s+ordered\b|\bit\s+is\s+(?:\w+,?\s+){0,3}(?:ordered|adjudged|decreed)\b"
            r"|(?-i:\b(?:ORDERED|ORDERS)\b)|^\W*ordered\b|\bit\s+is\s+the\s+(?:\w+\s+)?order\b",
            _I | _M,
            accepts=["IT IS HEREBY ORDERED", "SO ORDERED", "the Court ORDERS"],
            refuses=["the court ordered that"],
        ),
        1,
    ),
    (
        "it decides an appeal",
        PaperKind.ORDER,
        Pattern(
            r"\bwe\s+(?:therefore\s+|accordingly\s+)?(?:affirm|reverse|vacate|remand|hold|conclude)\b"
            r"|^\W*(?:affirmed|reversed|vacated|remanded|dismissed)(?:[\s,]+(?:and|in\s+part|\w+ed)){0,4}\W*$"
            r"|\b(?:judge?ments?|orders?|decrees?)\s+(?:\w+\s+){0,2}(?:is\s+|are\s+)?(?:affirmed|reversed|vacated)",
            _I | _M,
            needs=["affirm", "revers", "vacat", "remand", "dismiss", "hold", "conclude"],
            accepts=["we affirm", "AFFIRMED.", "Judgment affirmed"],
            refuses=["the court affirmed the rule"],
        ),
        1,
    ),
    (
        "judgment for a party",
        PaperKind.ORDER,
        Pattern(
            r"\b(?:unanimously|so\s+far\s+as\s+appealed\s+from)\b.{0,40}\b(?:affirmed|reversed|modified)\b"
            r"|\bjudge?ment\s+(?:\w+\s+)?for\s+the\s+(?:plaintiff|defendant|respondent|petitioner|claimant)"
            r"|\bexceptions?\s+(?:overruled|sustained)\b|\b(?:bill|petition|appeal|writ|complaint|motion)\s+"
            r"(?:is\s+|was\s+)?(?:hereby\s+)?(?:dismissed|granted|denied|allowed|sustained|overruled)\b"
            r"|\bnew\s+trial\s+(?:granted|ordered|denied)\b|\bis\s+(?:hereby\s+)?(?:GRANTED|DENIED)\b",
            _I | re.DOTALL,
            needs=[
                "affirm",
                "reversed",
                "modified",
                "ment",
                "exception",
                "dismissed",
                "granted",
                "denied",
                "allowed",
                "sustained",
                "overruled",
                "ordered",
            ],
            accepts=["unanimously affirmed, without costs", "Exceptions overruled.", "IS DENIED"],
            refuses=["the motion should be denied"],
        ),
        1,
    ),
    (
        "the court speaks",
        PaperKind.ORDER,
        Pattern(
            r"\b(?:the|this)\s+court\s+(?:(?:hereby|therefore|thus|also|now|further|accordingly)\s+)?"
            r"(?:grants|denies|orders|finds|holds|concludes|agrees|is\s+(?:persuaded|satisfied)|rejects"
            r"|declines|adopts|accepts|turns|notes|sets|will\s+(?:grant|deny|address|dismiss))\b"
            r"|\bI\s+(?:find|conclude|hold|grant|deny|would\s+recommend|recommend)\b"
            r"|\bwe\s+(?:agree|disagree|find|reject|decline|turn|review|note|think|need\s+not)\b",
            _I,
            accepts=["The Court finds", "This Court therefore DENIES", "we agree"],
            refuses=["the Court should find"],
        ),
        2,
    ),
    (
        "the court is asked",
        PaperKind.BRIEF,
        Pattern(
            r"\b(?:this|the)\s+(?:honorable\s+)?court\s+(?:should|must|to\s+(?:grant|deny|enter))\b"
            r"|\brespectfully\s+(?:requests?|moves?|submits?|asks?|prays?|urges?)\b"
            r"|\bprays?\s+(?:that|for)\b|\b(?:we|I)\s+(?:respectfully\s+)?(?:request|urge|ask)\s+"
            r"(?:that\s+)?(?:the|this|your)\s+(?:court|honor)",
            _I,
            accepts=[
                "The Court should deny",
                "Plaintiff respectfully requests",
                "prays for relief",
            ],
            refuses=["The Court finds"],
        ),
        3,
    ),
    (
        "it alleges",
        PaperKind.PLEADING,
        Pattern(
            r"\b(?:up)?on\s+information\s+and\s+belief\b|\b(?:plaintiffs?|complainants?)\s+(?:re-?)?alleges?\b"
            r"|\bthe\s+grand\s+jury\s+(?:further\s+)?charges\b|\bincorporates?\s+by\s+reference\b"
            r"|\b(?:did\s+)?(?:knowingly|unlawfully|willfully)\s+(?:and\s+\w+\s+)?(?:combine|conspire|did)\b"
            r"|\bcontrary\s+to\s+the\s+form\s+of\s+the\s+statute\b|\ba\s+true\s+bill\b",
            _I,
            needs=[
                "information and belief",
                "allege",
                "grand jury",
                "by reference",
                "knowingly",
                "unlawfully",
                "willfully",
                "to the form of",
                "a true bill",
            ],
            accepts=["upon information and belief", "THE GRAND JURY CHARGES", "A TRUE BILL"],
            refuses=["the complaint alleges"],
        ),
        3,
    ),
    (
        "it prays for relief",
        PaperKind.PLEADING,
        Pattern(
            r"\bprayer\s+for\s+relief\b|\b(?:demand\s+for\s+)?jury\s+trial\s+(?:is\s+)?demand|\bdemands?\s+a"
            r"\s+(?:trial\s+by\s+)?jury|\bwherefore,?\s+(?:the\s+)?(?:plaintiffs?|defendants?|petitioners?"
            r"|appell\w+|respondents?|movants?|government|united\s+states)\b.{0,80}\b(?:pray|request"
            r"|ask|demand|move)",
            _I | re.DOTALL,
            needs=["prayer for", "jury", "wherefore"],
            accepts=["PRAYER FOR RELIEF", "JURY TRIAL DEMANDED", "WHEREFORE, Plaintiff prays"],
            refuses=["The complaint prays for damages."],
        ),
        1,
    ),
    (
        "it is sworn",
        PaperKind.DECLARATION,
        Pattern(
            r"\bunder\s+(?:the\s+)?(?:penalty|penalties)\s+of\s+perjury\b|\bbeing\s+(?:first\s+)?duly\s+sworn\b"
            r"|\bI,\s+[\w.\s]{3,40},\s+(?:hereby\s+)?declare\b|\bpersonal\s+knowledge\s+of\s+the\s+facts\b",
            _I,
            needs=["perjury", "duly sworn", "declare", "personal knowledge"],
            accepts=["I declare under penalty of perjury", "being duly sworn, deposes"],
            refuses=["a sworn officer"],
        ),
        1,
    ),
    (
        "a brief's tables",
        PaperKind.BRIEF,
        Pattern(
            r"\btable\s+of\s+(?:cited\s+)?authorities\b|\bcertificate\s+of\s+compliance\b"
            r"|\bstatement\s+of\s+(?:the\s+)?issues\s+(?:presented\s+)?for\s+review|\btype-volume\b"
            r"|\bsummary\s+of\s+(?:the\s+)?argument\b|\bpassim\b",
            _I,
            needs=[
                "authorities",
                "certificate of compliance",
                "statement of",
                "type-volume",
                "summary of",
                "passim",
            ],
            accepts=["TABLE OF AUTHORITIES", "CERTIFICATE OF COMPLIANCE", "SUMMARY OF ARGUMENT"],
            refuses=["table of contents"],
        ),
        1,
    ),
    (
        "dialogue",
        PaperKind.TRANSCRIPT,
        Pattern(
            r"(?:^|\s)(?:(?-i:THE\s+(?:COURT|WITNESS|CLERK|DEFENDANT)|M[RS]S?\.\s+[A-Z’'-]{2,20})\s*:\s"
            r"|(?-i:[QA])\.?\s{1,4}(?-i:[A-Z])[\w’']+\s\w+)",
            _I,
            accepts=["THE COURT: Good morning.", "MR. ROE: Yes.", "Q. Where were you"],
            refuses=["The Court: an institution", "A. Roe"],
        ),
        12,
    ),
    (
        "a letter's greeting",
        PaperKind.LETTER,
        Pattern(
            r"^\W*(?:dear\s+(?:\w+[.\s]*){1,6}[:,]|via\s+(?:ecf|e-?mail|fax|facsimile|hand|federal|first)"
            r"|(?:sincerely|(?:very\s+)?truly\s+yours|respectfully\s+yours)\b)",
            _I | _M,
            accepts=["Dear Judge Roe:", "VIA ECF", "Sincerely,", "Very truly yours,"],
            refuses=["Deere & Co.", "ORDER"],
        ),
        1,
    ),
    (
        "a docket's columns",
        PaperKind.DOCKET_SHEET,
        Pattern(
            r"\b(?:civil|criminal|bankruptcy|general)\s+docket\b.{0,60}\bcase\b|\bdate\s+filed\s+#?\s*docket"
            r"\s+text\b|\bdocket\s+text\b.{0,300}\b\d\d/\d\d/\d{4}\b",
            _I | re.DOTALL,
            needs=["docket"],
            accepts=["CIVIL DOCKET FOR CASE #: 1:20-cv-1", "Date Filed # Docket Text"],
            refuses=["the docket of the case"],
        ),
        1,
    ),
    (
        "a form's number",
        PaperKind.FORM,
        Pattern(
            r"(?:AO(?<=\bAO)\s?\d{2,3}[A-Z]?|Rev\.\s?\d{1,2}[/-]\d{2,4}|OMB\s+No|Form(?<=\bForm)\s+\d{1,4})\b",
            accepts=["AO 110 (Rev. 06/09)", "OMB No. 1", "Form 4"],
            refuses=["form of order", "AO Smith"],
        ),
        1,
    ),
    (
        "lines to fill in",
        PaperKind.FORM,
        Pattern(
            r"_{6,}|(?:\[\s?\]|☐|□)\s",
            accepts=["Name: __________", "[ ] Yes"],
            refuses=["a_b", "[ 5 ]"],
        ),
        6,
    ),
    (
        "a policy's words",
        PaperKind.OTHER,
        Pattern(
            r"\b(?:abstract|table\s+of\s+contents|all\s+rights\s+reserved|professor\s+of\s+law|law\s+review"
            r"|frequently\s+asked\s+questions|press\s+release|for\s+immediate\s+release|unsubscribe"
            r"|this\s+(?:article|essay|policy|handbook|manual|agreement))\b",
            _I,
            accepts=["FOR IMMEDIATE RELEASE", "This Article argues", "ALL RIGHTS RESERVED"],
            refuses=["the article"],
        ),
        2,
    ),
)
TAIL_SIGNS: tuple[tuple[str, PaperKind, Pattern[str]], ...] = (
    (
        "a judge signs",
        PaperKind.ORDER,
        Pattern(
            r"\b(?:united\s+states|u\.\s?s\.|chief|senior|presiding|associate|district|magistrate"
            r"|bankruptcy|circuit|superior\s+court|administrative\s+law|trial|county|the\s+honorable)\s+"
            r"(?:court\s+)?(?:judge|justice|[\w\s]{0,24}judge)\b|\bby\s+the\s+court\b|\bfor\s+the\s+court\b"
            r"|\b(?:JUDGE|JUSTICE|J\.\s?S\.\s?C|Referee|Special\s+Master|Chancellor)\b"
            r"|\b[CP]?J\.,?\s+(?:concur|not\s+participating)|\bconcur(?:s|red)?\b",
            _I,
            accepts=["United States District Judge", "BY THE COURT:", "Jane Roe, J., concurs"],
            refuses=["the judgment", "Attorney for Plaintiff"],
        ),
    ),
    (
        "counsel signs",
        PaperKind.BRIEF,
        Pattern(
            r"\b(?:attorneys?|counsel|solicitors?)\s+for\s+(?:the\s+)?(?:plaintiff|defendant|petitioner|respondent"
            r"|appell|debtor|movant|amic|intervenor|united\s+states|government|[A-Z])"
            r"|\bassistant\s+(?:united\s+states|u\.\s?s\.|state)\s+attorney\b|\bunited\s+states\s+attorney\b"
            r"|\b(?:state\s+)?bar\s+(?:no|number|id|\#)|\bS\.?B\.?N\.?\b|\bpro\s+hac\s+vice\b"
            r"|\bby\s+the\s+parties\s*:|\battorney\s+general\b|\bforeperson\b|\bpro\s+se\b\W*$",
            _I,
            accepts=[
                "Attorneys for Plaintiff",
                "Bar No. 123456",
                "Assistant United States Attorney",
            ],
            refuses=["the attorney said"],
        ),
    ),
    (
        "respectfully submitted",
        PaperKind.BRIEF,
        Pattern(
            r"\brespectfully\s+submitted\b(?!.{0,200}\bjudge\b)",
            _I | re.DOTALL,
            needs=["submitted"],
            accepts=["Respectfully submitted,\n\n/s/ Pat Lee"],
            refuses=["Respectfully submitted, Jane Roe, Magistrate Judge"],
        ),
    ),
    (
        "a certificate of service",
        PaperKind.NOTICE,
        Pattern(
            r"\b(?:certificate|proof)\s+of\s+service\b|\bI\s+hereby\s+certify\s+that\b",
            _I,
            needs=["service", "certify"],
            accepts=["CERTIFICATE OF SERVICE", "I hereby certify that on May 3"],
            refuses=["certified mail"],
        ),
    ),
    (
        "the signature's blanks",
        PaperKind.PROPOSED,
        Pattern(
            r"\bthis\s+day\s+of\b|\b(?:this|on\s+the)\s+[_\s]{2,}\s?day\s+of\b|\bday\s+of\s+_{2,}|\b(?:dated|date|entered|signed)"
            r"\s*(?:this)?\s*:?\s*_{3,}|(?<!_)_{5,}+\s{0,8}(?:the\s+)?(?:hon|united\s+states|u\.\s?s\.|judge"
            r"|district\s+judge|magistrate)|\b20_{1,}",
            _I,
            accepts=[
                "this ___ day of",
                "Dated: ________",
                "________\n\nUNITED STATES DISTRICT JUDGE",
            ],
            refuses=["this 3rd day of May", "Dated: May 3, 2020"],
        ),
    ),
    (
        "the date is empty",
        PaperKind.PROPOSED,
        Pattern(
            r"\b(?:dated|date|entered)\s*:?\s*(?:this\s+day\s+of\s*,?)?\s*(?:,?\s*20\d{0,2})?\s*\n\s*\n?"
            r"\s*(?:by\s+the\s+court|the\s+hon|hon\.|_|united\s+states|judge|(?-i:[A-Z][A-Z.]{2,20}\s[A-Z]))"
            r"|\bday\s+of\s*,\s*20",
            _I,
            accepts=["DATED:\n\nHONORABLE JANE ROE", "day of , 2018"],
            refuses=["Dated: May 3, 2020\n\nJANE ROE"],
        ),
    ),
    (
        "signed with a mark",
        PaperKind.ORDER,
        Pattern(
            r"/s/|\bs/\s?[A-Z]|\b(?:dated|entered|signed|date)\b.{0,30}\b(?:19|20)\d\d\b",
            _I | re.DOTALL,
            accepts=["/s/ Jane Roe", "Dated: May 3, 2020"],
            refuses=["Dated:", "and/or"],
        ),
    ),
    (
        "submitted by counsel",
        PaperKind.PROPOSED,
        Pattern(
            r"\b(?:presented|prepared|submitted|approved\s+as\s+to\s+form)\s*(?:and\s+\w+\s*)?by\s*:|\bapproved\s+as"
            r"\s+to\s+form\b",
            _I,
            accepts=["Presented by:", "APPROVED AS TO FORM"],
            refuses=["presented by the parties"],
        ),
    ),
)
LAW_REPORT_SIGNS: tuple[tuple[str, PaperKind, Pattern[str]], ...] = (
    (
        "counsel as a law report names them",
        PaperKind.ORDER,
        Pattern(
            r"[\w.)],\s(?:\([^)]{0,40}\)\s?)?for\s+(?:the\s+)?(?i:plaintiff|defendant|appell|petitioner"
            r"|respondent|complainant|claimant|people|state|commonwealth|prosecution)\w*(?:[-\s]\w+)?"
            r"(?:\.|,?\s+were\s+not\b|\s*$)",
            accepts=["B. R. Roe, for the plaintiffs.", "Nashville, TN, for Appellants."],
            refuses=["Attorneys for Plaintiff Jane Roe", "the motion for the plaintiffs was"],
        ),
    ),
    (
        "cited where it is reported",
        PaperKind.ORDER,
        Pattern(
            r"^\W*\d{1,4}\s(?:[A-Z][A-Za-z.]{0,9}\s?){1,3}(?:[2-4]d|[4-9]th)?\s?\d{1,4}\b"
            r"|^\W*(?:19|20)\d\d\s(?:WL|[A-Z]{2}\b(?:\sApp\b)?|LEXIS)\s\d",
            accepts=["[717 NYS2d 63]", "2019 WL 1234567", "2022 UT 5"],
            refuses=["28 days", "2020 Annual Report"],
        ),
    ),
)
HEAD_SIGNS: tuple[tuple[str, PaperKind, Pattern[str]], ...] = (
    *LAW_REPORT_SIGNS,
    (
        "a panel sits",
        PaperKind.ORDER,
        Pattern(
            r"^\W*(?:before|present|panel)\b.{0,300}\b(?:judges?|justices?|JJ?\.)|^\W*(?:PRESENT|Present)\s*:",
            re.IGNORECASE,
            needs=["before", "present", "panel"],
            accepts=["Before ROE, POE and LOE, Circuit Judges.", "Present: Hon. Jane Roe"],
            refuses=["Before the Court is a motion", "the judges present"],
        ),
    ),
    (
        "minutes of a court",
        PaperKind.ORDER,
        Pattern(
            r"^\W*(?:(?:civil|criminal|courtroom|court)\s+minutes?\b|(?-i:MINUTES?\b))"
            r"|\bminute\s+(?:order|entry)\b|\bcourt\s+action\s*:|\bcourtroom\s+(?:deputy|manager)",
            re.IGNORECASE,
            needs=["minute", "action", "courtroom"],
            accepts=["MINUTES CASE NUMBER: 1:18-CV-5", "COURTROOM MINUTES", "COURT ACTION: EP"],
            refuses=["the minutes", "Minutes of the board"],
            by="search",
        ),
    ),
)
# What others sign too.
WEAK = frozenset(
    {"signed with a mark", "a judge signs", "cited where it is reported", "a panel sits"}
)
PROPOSED_TITLE = Pattern(
    r"^\W{0,4}proposed\b|\[proposed\]|\(proposed\)",
    _I,
    accepts=["[PROPOSED] ORDER", "PROPOSED ORDER"],
    refuses=["ORDER ON PROPOSED SETTLEMENT"],
)
