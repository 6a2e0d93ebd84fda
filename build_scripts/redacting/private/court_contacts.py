"""Addresses and numbers of courts: they are public, and identify no person.

An address is a court's by its domain, a telephone number by the words right before it, if nobody
else is named between: "call chambers at …" is, "the clerk shall call counsel at …" is not.
"""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import PrivateWords

# The postal codes in the names of state courts' sites: flcourts.org, nccourts.org.
_STATE = (
    r"a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]"
    r"|ut|v[at]|w[aivy]"
)
_COURTS_HOST = Pattern(
    rf"""
    (?: [\w-]+ \. ){{0,5}}
    (?: (?: [\w-]{{0,30}}courts?[\w-]{{0,20}} | jud\d{{0,2}} | judicia(?:l|ry)
          | [\w-]{{0,20}}(?:supreme|appeals) )
        \. (?: [\w-]+ \. ){{0,3}} (?: gov | us | mil )
      | (?: {_STATE} | [\w-]{{0,30}}county | superior | supreme | circuit ){{1,2}}
        -?courts? \. (?:org|net) )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "cand.uscourts.gov",
        "supremecourt.gov",
        "courts.state.nh.us",
        "jud.ct.gov",
        "nycourts.gov",
        "flcourts.org",
        "harborcountycourts.org",
        "mail.superiorcourt.harbor.gov",
    ],
    refuses=[
        "usdoj.gov",
        "bop.gov",
        "courtside.com",
        "harborcourt.org",
        "larkspur-law.example",
        "courts.gov.example",
    ],
    by="fullmatch",
)
_COURTS_LINE = Pattern(
    r"""
    \b (?: (?-i:chambers) | chambers(?=[ ]of\b|[ ]?:)
      | clerk(?:['’]s|s['’])[ ]office | clerk[ ]of[ ](?:the[ ])?court | office[ ]of[ ]the[ ]clerk
      | (?:courtroom[ ]deputy|deputy[ ]clerk) (?:['’]s)?
      | court(?:house)?['’]?s?[ ](?:press|information|administration|administrator|help[ ]?line)
      | (?:public|press|media)[ ](?:information[ ])?office(?:r)? | reporter[ ]of[ ]decisions
      | (?:call|contact|telephone|phone|reach|write[ ]to|fax)(?:ing)?[ ]the[ ]
        (?:court|clerk(?![ ]of[ ](?!(?:the[ ])?court)))
      | (?:call|dial)(?:ing)?[ -]?in | (?:tele)?conference[ ](?:line|bridge|number) | bridge[ ]line
      | courtcall ) (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "write to chambers at",
        "Chambers of Judge Vale:",
        "the Clerk’s Office at",
        "call the Court at",
        "reach the clerk of the court at",
        "by dialing in to",
        "the Court's Public Information Office",
    ],
    refuses=[
        "Ada Chambers at",
        "call the clerk of the motel at",
        "The Court called",
        "her office at",
        "a conference on",
    ],
)
_SOMEBODY = Pattern(
    r"""
    \b (?: counsel | attorneys? | esq | llp | firm | plaintiffs? | defendants? | petitioners?
      | respondents? | appell(?:ant|ee)s? | debtors? | movants? | witness(?:es)? | victims?
      | part(?:y|ies) | inmates? | mr | mrs | ms | dr | his | hers? | him | their | them | my
      | cell | mobile | home | personal ) (?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["to counsel at", "Ms. Vale", "her cell", "Plaintiff’s"],
    refuses=["at the office", "by telephone at", "during business hours"],
)
_SENTENCE_END = Pattern(
    r"[.;?!]['”\"]?[ ]+(?=[A-Z])",
    accepts=["is denied. The", "at once; Counsel"],
    refuses=["No. 12", "tel. 702", "v.Doe"],
)
_FARTHEST = 120  # characters between the court's name and its number


def is_of_court(text: str, words: PrivateWords) -> bool:
    """Return whether an address or a number that was found in `text` is a court's."""
    if words.kind is PrivateKind.EMAIL:
        host = text[words.start : words.end].rpartition("@")[2].replace(" ", "")
        return _COURTS_HOST.fullmatch(host) is not None
    if words.kind is not PrivateKind.TELEPHONE:
        return False
    before = text[max(0, words.start - _FARTHEST) : words.start]
    sentence = _SENTENCE_END.split(before)[-1]
    lines = list(_COURTS_LINE.finditer(sentence))
    return bool(lines) and not _SOMEBODY.search(sentence, lines[-1].end())
