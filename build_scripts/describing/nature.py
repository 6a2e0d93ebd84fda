"""The nature of the suit or proceeding, where the order prints it."""

import re

from build_scripts.describing.opening import LocatedBlock, find_opening, locate_body
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim
from build_scripts.model.text.name_case import is_capitals, to_normal_case
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.sentences import split_sentences

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_MOST_BLOCKS = 6  # prose blocks in which orders introduce the case
_LONGEST = 120
# A line of a docket or cover sheet.
_LABELLED = Pattern(
    r"^\W*(?:Nature\s+of\s+(?:Suit|Action|Proceeding|Case)|NOS|NATURE\s+OF\s+(?:SUIT|ACTION))"
    r"(?:\s+Code)?\s*[:.]\s*(?P<nature>[^|]{3,120}?)\s*$",
    accepts=["Nature of Suit: 440 Civil Rights: Other", "NOS: 550 Prisoner Civil Rights"],
    refuses=["the nature of the suit", "Nos. 12 and 13"],
    by="match",
)
# What brings a case before a court of appeals.
_BROUGHT = Pattern(
    r"""
    ^\W* (?:on\s+)? (?P<nature>
      petitions?\s+for\s+(?:panel\s+)?review\s+of\s+(?:an?\s+|the\s+)?
        (?:(?:final\s+)?(?:orders?|decisions?|rules?)\s+(?:of|by)\s+)?(?:the\s+)?
        (?P<agency>[A-Z][\w’'.&-]+(?:\s+(?:of|and|the|for|on|&|[A-Z][\w’'.&-]+)){0,9})
      | (?:cross-)?(?:application|petition)s?\s+for\s+enforcement\s+of\s+an?\s+order\s+of\s+the\s+
        [A-Z][\w’'.&-]+(?:\s+(?:of|and|the|for|&|[A-Z][\w’'.&-]+)){1,9}
      | (?:bankruptcy\s+)?appeals?\s+from\s+(?:an\s+order\s+of\s+|a\s+decision\s+of\s+)?the\s+
        (?:united\s+states\s+|u\.\s?s\.\s+)?
        (?:district|bankruptcy|tax|bankruptcy\s+appellate|court|patent|board|trademark)\b
        [\w\s,.’'-]{0,80}?
      | (?:petition\s+for\s+(?:a\s+)?)?writ\s+of\s+(?:certiorari|mandamus)\b
        (?:\s+to\s+[\w\s,.’'-]{1,80}?)?
    ) (?=\s*(?:$|[.;(]\s*(?:$|[A-Z(])|\s(?:D\.\s?C\.|Nos?\.|Agency|Case)\s))
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "On Petition for Review of an Order of the Board of Immigration Appeals",
        "Appeal from the United States Bankruptcy Court for the District of Delaware",
        "ON WRIT OF CERTIORARI TO THE UNITED STATES COURT OF APPEALS FOR THE NINTH CIRCUIT",
    ],
    refuses=["On Petition for Rehearing", "Appeal from the judgment entered May 3, 2011"],
    by="match",
)
_QUALITY = (
    r"(?:putative|consolidated|nationwide|pro\sse|prisoner|civil\srights|class|collective"
    r"|civil|diversity|employment(?:\sdiscrimination)?|patent(?:\sinfringement)?|copyright"
    r"(?:\sinfringement)?|trademark(?:\sinfringement)?|antitrust|securities(?:\s(?:fraud|class))?"
    r"|products?\sliability|personal\sinjury|wrongful\sdeath|maritime|admiralty|bankruptcy"
    r"|adversary|interpleader|qui\stam|declaratory\sjudgment|foreclosure|shareholder|derivative"
    r"|insurance(?:\scoverage)?|breach[-\s]of[-\s]contract|contract|ERISA|FOIA|Title\sVII"
    r"|data\sbreach|trade\ssecrets?|habeas(?:\scorpus)?|defamation|negligence|Bivens|tort"
    r"|medical\smalpractice|(?:Section|§)\s1983|wage[-\s]and[-\s]hour|immigration|Social\sSecurity)"
)
_SAID = Pattern(
    rf"""
    (?: ^(?:This|The\sinstant)\s(?:matter\s|case\s|action\s)?is\san?
      | \b(?:brings?|brought|filed|files|commenced)\s(?:this|the\s(?:instant|present)|th[ie]s)
      | ^(?:In|Before\sthe\sCourt\sin)\sthis | \bthe\s(?:instant|present) ) \s
    (?P<nature> (?:{_QUALITY},?\s){{1,4}}
      (?:action|(?:law)?suit|case|proceeding|appeal|petition) ) \b
    """,
    re.VERBOSE,
    accepts=[
        "filed this pro se civil rights action",
        "This is a putative class action",
        "In this patent infringement case",
        "filed this habeas corpus petition",
    ],
    refuses=["a class action may be brought", "this action", "the prior civil rights case"],
)
# A petition by the writ or the review that it asks for.
_ASKED = Pattern(
    r"""
    \b(?: (?:filed|files|brings?|brought|seeks)\s(?:this|an?|his|her|the\sinstant)\s
          (?:pro\sse\s|amended\s|first\s|second\s|timely\s){0,2}
          (?P<writ>petition\sfor\s(?:a\s)?writ\sof\s(?:habeas\scorpus|mandamus|error\scoram\snobis))
      | (?:petitions?|seeks?|petitioned)\s(?:this\scourt\s)?(?:for\s)?
          (?P<review>review\sof\s(?:an?\s|the\s)?(?:final\s)?(?:order|decision)\sof\s(?:the\s)?
          (?P<body>[A-Z][\w’'-]+(?:\s(?:of|and|the|[A-Z][\w’'-]+)){0,6})) ) \b
    """,
    re.VERBOSE,
    accepts=[
        "filed this petition for a writ of habeas corpus",
        "petitions for review of a final order of the Board of Immigration Appeals",
    ],
    refuses=[
        "filed a petition for rehearing",
        "seeks review of the judgment",
        "a writ of habeas corpus",
    ],
)
_ELSEWHERE = Pattern(
    r"\bv\.\s|\b(?:may|might|could|would|previously|earlier|another)\b",
    accepts=["In Roe v. Poe, the plaintiff ", "Roe might have ", "earlier "],
    refuses=["Jane Roe, proceeding pro se, "],
)


def find_nature(clean: CleanOrder) -> Claim[str] | None:
    """Return the kind of suit or proceeding in the printed words; None where none name it.

    A line "Nature of suit" comes first, then the line below a caption of a court of appeals ("On
    petition for review of …"), then what the first paragraphs call the case.
    """
    opening = find_opening(clean)
    for block in opening:
        match = _LABELLED.match(block.text)
        if match:
            nature = _word(match["nature"])
            return Claim(nature, block.span(*match.span("nature")), "the line “Nature of suit”")
    for block in opening:
        match = _BROUGHT.match(block.text)
        if match:
            nature = _word(match["nature"])
            return Claim(nature, block.span(*match.span("nature")), "the line below the caption")
    prose = [block for block in locate_body(clean) if block.kind in _PROSE][:_MOST_BLOCKS]
    return next((claim for block in prose if (claim := _read_prose(block))), None)


def _read_prose(block: LocatedBlock) -> Claim[str] | None:
    for sentence in split_sentences(block.text[:4000]):
        match = _SAID.search(sentence.text) or _ASKED.search(sentence.text)
        if match and not _ELSEWHERE.search(sentence.text[: match.start()]):
            kinds = match.groupdict()
            name = next(key for key in ("nature", "writ", "review") if kinds.get(key))
            words = match[name] if name != "review" else f"petition for {match[name]}"
            span = block.span(sentence.start + match.start(name), sentence.start + match.end(name))
            return Claim(_word(words), span, "what the order calls the case")
    return None


def _word(text: str) -> str:
    """Return the words in normal case, the first letter large: names keep theirs."""
    flat = re.sub(r"\s+", " ", text).strip(" ,;.")[:_LONGEST]
    if is_capitals(flat):
        flat = to_normal_case(flat, "")
    flat = re.sub(
        r"\b(?:Petitions?|Review|Order|Orders|Decision|Final|Appeals?|Writ|Application|Enforcement)\b"
        r"(?=\s(?:for|of|from|order|decision|to)\b)",
        lambda match: match[0].lower(),
        flat,
    )
    return flat[:1].upper() + flat[1:]
