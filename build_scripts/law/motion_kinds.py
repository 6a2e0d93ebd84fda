"""The kinds of motions, each by the words that tell it."""

import re

from build_scripts.model.description import MotionKind
from build_scripts.text.pattern import Pattern

# The kind that stands first in the wording names the motion: a "motion to stay pending arbitration"
# asks for a stay. Where two begin together, the one listed first.
KINDS: dict[MotionKind, Pattern[str]] = {
    MotionKind.EXPEDITED_DISCOVERY: Pattern(
        r"expedit\w+\s+discovery|early\s+discovery",
        re.IGNORECASE,
        accepts=["motion for expedited discovery", "application for early discovery"],
        refuses=["motion to compel discovery"],
    ),
    MotionKind.EXPEDITE: Pattern(
        r"\bexpedite\b",
        re.IGNORECASE,
        accepts=["motion to expedite the appeal"],
        refuses=["an expedited hearing"],
    ),
    MotionKind.IN_LIMINE: Pattern(
        r"in\s+limine",
        re.IGNORECASE,
        accepts=["motion in limine No. 3"],
        refuses=["motion to limit damages"],
    ),
    MotionKind.IN_FORMA_PAUPERIS: Pattern(
        r"in\s+forma\s+pauperis|\bIFP\b",
        re.IGNORECASE,
        accepts=["application to proceed in forma pauperis", "IFP motion"],
        refuses=["motion in proper form"],
    ),
    MotionKind.PARTIAL_SUMMARY_JUDGMENT: Pattern(
        r"partial\s+summary",
        re.IGNORECASE,
        accepts=["motion for partial summary judgment"],
        refuses=["motion for summary judgment"],
    ),
    MotionKind.SUMMARY_JUDGMENT: Pattern(
        r"summary\s+(?:judgment|adjudication)",
        re.IGNORECASE,
        accepts=["motion for summary judgment", "motion for summary adjudication"],
        refuses=["motion to strike the summary", "default judgment"],
    ),
    MotionKind.JUDGMENT_ON_THE_PLEADINGS: Pattern(
        r"judgment\s+on\s+the\s+pleadings",
        re.IGNORECASE,
        accepts=["motion for judgment on the pleadings"],
        refuses=["motion to amend the pleadings"],
    ),
    MotionKind.DEFAULT_JUDGMENT: Pattern(
        r"default",
        re.IGNORECASE,
        accepts=["motion for default judgment", "motion to set aside the default"],
        refuses=["motion for summary judgment"],
    ),
    MotionKind.JUDGMENT_AS_A_MATTER_OF_LAW: Pattern(
        r"judgment\s+as\s+a\s+matter",
        re.IGNORECASE,
        accepts=["motion for judgment as a matter of law"],
        refuses=["motion for summary judgment"],
    ),
    MotionKind.CLASS_CERTIFICATION: Pattern(
        r"class\s+certification|certify\s+(?:a\s+|the\s+)?class",
        re.IGNORECASE,
        accepts=["motion for class certification", "motion to certify the class"],
        refuses=["motion to certify for appeal"],
    ),
    MotionKind.DISMISS: Pattern(
        r"\bdismiss(?:al)?\b",
        re.IGNORECASE,
        accepts=["motion to dismiss", "motion for voluntary dismissal"],
        refuses=["the dismissed claims"],
    ),
    MotionKind.DENY: Pattern(
        r"\bto\s+deny\b",
        re.IGNORECASE,
        accepts=["motion to deny class allegations"],
        refuses=["the motion is denied"],
    ),
    MotionKind.COMPEL_ARBITRATION: Pattern(
        r"compel\w*\s+(?:\w+\s+)?arbitrat|for\s+arbitration",
        re.IGNORECASE,
        accepts=["motion to compel arbitration", "motion to compel individual arbitration"],
        refuses=["motion to compel discovery", "motion to vacate the arbitration award"],
    ),
    MotionKind.COMPEL: Pattern(
        r"\bcompel",
        re.IGNORECASE,
        accepts=["motion to compel production"],
        refuses=["motion for relief"],
    ),
    MotionKind.SEAL: Pattern(
        r"\bseal(?:ed|ing)?\b",
        re.IGNORECASE,
        accepts=["motion to seal", "administrative motion to file under seal"],
        refuses=["motion to unseal", "motion of Sealy Corp."],
    ),
    MotionKind.REMAND: Pattern(
        r"\bremand", re.IGNORECASE, accepts=["motion to remand"], refuses=["notice of removal"]
    ),
    MotionKind.RESTRAINING_ORDER: Pattern(
        r"restraining\s+order",
        re.IGNORECASE,
        accepts=["application for a temporary restraining order"],
        refuses=["motion for a protective order"],
    ),
    MotionKind.PRELIMINARY_INJUNCTION: Pattern(
        r"injuncti",
        re.IGNORECASE,
        accepts=["motion for a preliminary injunction", "motion for injunctive relief"],
        refuses=["motion for joinder"],
    ),
    MotionKind.QUASH: Pattern(
        r"\bquash",
        re.IGNORECASE,
        accepts=["motion to quash the subpoena"],
        refuses=["motion to squash"],
    ),
    MotionKind.STRIKE: Pattern(
        r"\bstrike", re.IGNORECASE, accepts=["motion to strike"], refuses=["the stricken complaint"]
    ),
    MotionKind.RECONSIDERATION: Pattern(
        r"reconsider|rehearing",
        re.IGNORECASE,
        accepts=["motion for reconsideration", "petition for rehearing en banc"],
        refuses=["motion for a hearing"],
    ),
    MotionKind.STAY: Pattern(
        r"\bstay\b",
        re.IGNORECASE,
        accepts=["motion to stay pending arbitration"],
        refuses=["the stayed case"],
    ),
    MotionKind.TRANSFER: Pattern(
        r"\btransfer",
        re.IGNORECASE,
        accepts=["motion to transfer venue"],
        refuses=["motion to change venue"],
    ),
    MotionKind.AMEND: Pattern(
        r"\bamend(?!ed)|\bto\s+supplement\b",
        re.IGNORECASE,
        accepts=["motion for leave to amend", "motion to supplement the record"],
        refuses=[
            "motion to dismiss the amended complaint",  # asks for something else
        ],
    ),
    MotionKind.SUPPRESS: Pattern(
        r"\bsuppress",
        re.IGNORECASE,
        accepts=["motion to suppress evidence"],
        refuses=["motion to support"],
    ),
    MotionKind.FEES: Pattern(
        r"\bfees?\b|\bcosts\b",
        re.IGNORECASE,
        accepts=["motion for attorney's fees", "bill of costs"],
        refuses=["motion to feed", "the cost"],
    ),
    MotionKind.SANCTIONS: Pattern(
        r"sanction", re.IGNORECASE, accepts=["motion for sanctions"], refuses=["motion for fees"]
    ),
    MotionKind.PROTECTIVE_ORDER: Pattern(
        r"protective\s+order",
        re.IGNORECASE,
        accepts=["motion for a protective order"],
        refuses=["motion to protect"],
    ),
    MotionKind.INTERVENE: Pattern(
        r"interven",
        re.IGNORECASE,
        accepts=["motion to intervene", "motion for intervention"],
        refuses=["motion to enter"],
    ),
    MotionKind.EXTENSION: Pattern(
        r"exten(?:d|sion)|continue|continuance",
        re.IGNORECASE,
        accepts=["motion for extension of time", "stipulation to continue the hearing"],
        refuses=["motion to exceed the page limit"],
    ),
    MotionKind.WITHDRAW_AS_COUNSEL: Pattern(
        r"withdraw|substitut\w+\s+of\s+counsel",
        re.IGNORECASE,
        accepts=["motion to withdraw as counsel", "request for substitution of counsel"],
        refuses=["motion to substitute a party"],
    ),
    MotionKind.JUDICIAL_NOTICE: Pattern(
        r"judicial\s+notice",
        re.IGNORECASE,
        accepts=["request for judicial notice"],
        refuses=["notice of motion"],
    ),
    MotionKind.APPOINT_COUNSEL: Pattern(
        r"appoint",
        re.IGNORECASE,
        accepts=["motion to appoint counsel"],
        refuses=["motion to disqualify counsel"],
    ),
    MotionKind.NEW_TRIAL: Pattern(
        r"new\s+trial",
        re.IGNORECASE,
        accepts=["motion for a new trial"],
        refuses=["motion to set trial"],
    ),
    MotionKind.GARNISHMENT: Pattern(
        r"garnish",
        re.IGNORECASE,
        accepts=["application for a writ of garnishment"],
        refuses=["application for a writ of mandamus"],
    ),
    MotionKind.SERVICE: Pattern(
        r"\bserv(?:e|ice)\b",
        re.IGNORECASE,
        accepts=["motion for alternative service", "application to serve by email"],
        refuses=["motion to dismiss the server"],
    ),
    MotionKind.HABEAS_CORPUS: Pattern(
        r"habeas|2254|2255",
        re.IGNORECASE,
        accepts=["petition for a writ of habeas corpus", "motion under § 2255"],
        refuses=["petition for a writ of mandamus"],
    ),
    MotionKind.SETTLEMENT: Pattern(
        r"settlement",
        re.IGNORECASE,
        accepts=["motion for approval of the settlement"],
        refuses=["motion to set trial"],
    ),
    MotionKind.CERTIFICATE_OF_APPEALABILITY: Pattern(
        r"certificate\s+of\s+appealability|\bCOA\b",
        re.IGNORECASE,
        accepts=["request for a certificate of appealability", "application for a COA"],
        refuses=["certificate of service"],
    ),
    MotionKind.LEAVE_TO_APPEAL: Pattern(
        r"\bappeal\b",
        re.IGNORECASE,
        accepts=["motion for leave to appeal", "motion to certify for interlocutory appeal"],
        refuses=["the appealed order"],
    ),
    MotionKind.SEVER: Pattern(
        r"\bsever",
        re.IGNORECASE,
        accepts=["motion to sever defendants"],
        refuses=["motion to persevere"],
    ),
    MotionKind.CONSOLIDATE: Pattern(
        r"\bconsolidat",
        re.IGNORECASE,
        accepts=["motion to consolidate cases"],
        refuses=["motion to coordinate"],
    ),
    MotionKind.RECUSE: Pattern(
        r"\brecus|disqualif",
        re.IGNORECASE,
        accepts=["motion to recuse", "motion to disqualify counsel"],
        refuses=["motion to qualify an expert"],
    ),
    MotionKind.RELEASE: Pattern(
        r"\brelease\b|\bbail\b|\bdetention\b",
        re.IGNORECASE,
        accepts=["motion for release on bond", "motion for bail", "motion for pretrial detention"],
        refuses=["motion against the bailiff"],
    ),
    MotionKind.REDUCE_SENTENCE: Pattern(
        r"sentence\s+reduction|reduc\w+\s+(?:\w+\s+)?sentence|compassionate",
        re.IGNORECASE,
        accepts=["motion to reduce his sentence", "motion for compassionate release"],
        refuses=["motion to vacate the sentence"],
    ),
    MotionKind.REOPEN: Pattern(
        r"\breopen",
        re.IGNORECASE,
        accepts=["motion to reopen the case"],
        refuses=["motion to open"],
    ),
    MotionKind.LEAVE_TO_FILE: Pattern(
        r"leave\s+to\s+file",
        re.IGNORECASE,
        accepts=["motion for leave to file a sur-reply"],
        refuses=["motion for leave of court"],
    ),
}
