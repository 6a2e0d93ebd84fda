"""Find what the action, the charge or the motion rests on, if the order names it."""

import re
from collections.abc import Iterator

from build_scripts.describing.opening import LocatedBlock, locate_body
from build_scripts.describing.statute_names import NamedStatute, read_statutes
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import Claim
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.sentences import split_sentences

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_MOST_BLOCKS = 20  # prose blocks in which orders say what the case is
_MOST = 20
_LONGEST_SENTENCE = 3000  # characters that are read of one
_CLAIM = (
    r"(?:actions?|(?:law)?suits?|claims?|complaints?|causes?\sof\saction|petitions?|counterclaims?"
    r"|cases?|proceedings?|applications?|motions?|appeals?|counts?|violations?|habeas\scorpus)"
)
_GAP = r"[^.;:?!“”\"]{0,140}?"
# Each ends where the statutes begin.
_BASES = (
    Pattern(
        rf"""\b(?:brings?|brought|files?|filed|commenced?|instituted|asserts?|asserted|asserting
          |alleg(?:es?|ed|ing)|raises?|raised|pleads?|pleaded|pursues?|bringing) \b
          (?<!suits\sasserting)(?<!claims\sasserting) {_GAP}
          \b{_CLAIM}\b {_GAP} \b(?:under|pursuant\sto|of|arising\sunder|based\s(?:up)?on) \s""",
        re.VERBOSE,
        accepts=[
            "Roe brings claims under ",
            "filed this civil rights action pursuant to ",
            "brought suit alleging a violation of her rights under ",
            "asserts violations of ",
        ],
        refuses=[
            "has jurisdiction under ",
            "A claim under § 1983 requires",
            "claims asserting rights under ",
        ],
    ),
    Pattern(
        rf"""\b(?:is|are|was)\san?\s {_GAP} \b{_CLAIM}\b {_GAP}
          \b(?:arising\sunder|under|pursuant\sto) \s""",
        re.VERBOSE,
        accepts=["This is a class action arising under "],
        refuses=["This is a class action. Under ", "This is the law under "],
    ),
    Pattern(
        rf"""\b(?:actions?|suits?|petitions?|complaints?|habeas\scorpus|applications?)\s
          (?:is\s|was\s)?(?:brought|filed|arising|arises|instituted)\s {_GAP}
          \b(?:under|pursuant\sto)\s""",
        re.VERBOSE,
        accepts=["petition for a writ of habeas corpus filed under ", "This action arises under "],
        refuses=["The petition was filed late.", "the action under "],
    ),
    Pattern(
        rf"""\b(?:charged|indicted|convicted|pleaded\sguilty|pled\sguilty|convictions?)\b {_GAP}
          \b(?:in\sviolation\sof|under)\s""",
        re.VERBOSE,
        accepts=["was charged with possession of a firearm in violation of "],
        refuses=["was charged with fraud. Under ", "in violation of "],
    ),
    Pattern(
        rf"""\b(?:moves?|moved|petitions?|petitioned|seeks?|[Ss]eeking|applies|applied)\b {_GAP}
          \b(?:under|pursuant\sto)\s""",
        re.VERBOSE,
        accepts=["moves for summary judgment pursuant to ", "seeks review under "],
        refuses=["moves for leave to amend", "removed under "],
    ),
)
# A charge's next count.
_FURTHER_COUNT = Pattern(
    r"\bin\sviolation\sof\s",
    accepts=["(Count 1), and introducing merchandise, in violation of 18 U.S.C. § 545"],
    refuses=["violates 18 U.S.C. § 545", "in violation of"],
)
_CHARGE = Pattern(
    r"\b(?:charged|indicted|convicted|pl(?:eaded|ed)\sguilty|convictions?)\b",
    accepts=["was charged with", "pled guilty to"],
    refuses=["in charge of", "charges"],
)
# Sentences about another power, another case or what might be.
_ELSEWHERE = Pattern(
    r"""
    \bjurisdiction | \bconsent(?:ed)?\b | \bv\.\s | \bvs\.\s | \bSee\b | \bvenue\b
      | \b(?:may|might|could|can|would|cannot|must|should|if|whether|when|to\sstate)\b
      | \b(?:not|never|no\slonger|fails?|failed|without|nor)\b | \bEx\sparte\b | \bIn\s[A-Z]\w+,
      | \b(?:previously|earlier|another|prior)\b
    """,
    re.VERBOSE,
    accepts=[
        "We have jurisdiction under",
        "consented",
        "See Roe v. Poe",
        "could have brought a claim",
        "did not bring",
        "In Roe, the plaintiff",
    ],
    refuses=["Roe filed this action under", "In this action"],
)
# Title 28 sections that give a court power or say how to sue, and found no claim: jurisdiction,
# venue, removal, appeals, magistrate judges, fees and costs.
_NO_BASIS = Pattern(
    r"""^28\sU\.S\.C\.\s§\s (?!1346|1350)
    (?: 636 | 12\d\d | 13[3-6]\d | 139\d | 140\d | 14[45]\d | 1631 | 1746 | 19[12]\d | 2[01]\d\d
      | 2253 | 2263 ) (?!\d)""",
    re.VERBOSE,
    accepts=["28 U.S.C. § 1331", "28 U.S.C. § 636(c)"],
    refuses=[
        "28 U.S.C. § 1346(b)",  # Federal Tort Claims Act
        "28 U.S.C. § 1350",  # Alien Tort Statute
        "28 U.S.C. § 2254",
    ],
    by="match",
)


def find_statutes_at_issue(clean: CleanOrder) -> tuple[Claim[str], ...]:
    """Return the statutes that the order names as the basis of the action, charge or motion.

    Each once, in printed order. Only sentences of the first paragraphs are read in which somebody
    sues, is charged or moves under something; grants of jurisdiction and statutes of other cases
    are skipped.
    """
    claims: dict[str, Claim[str]] = {}
    prose = [block for block in locate_body(clean) if block.kind in _PROSE][:_MOST_BLOCKS]
    for block in prose:
        for statute in _read_block(block):
            if not _NO_BASIS.match(statute.text):
                span = block.span(statute.start, statute.end)
                claims.setdefault(statute.text, Claim(statute.text, span, "what the case rests on"))
    return tuple(claims.values())[:_MOST]


def _read_block(block: LocatedBlock) -> Iterator[NamedStatute]:
    if "§" not in block.text and not re.search(r"U\.?\s?S\.?\s?C|Act\b|[Ss]ection", block.text):
        return
    for sentence in split_sentences(block.text):
        for end in _list_ends(sentence.text[:_LONGEST_SENTENCE]):
            for each in read_statutes(sentence.text, end):
                yield NamedStatute(
                    each.text, each.start + sentence.start, each.end + sentence.start
                )


def _list_ends(sentence: str) -> tuple[int, ...]:
    """Return where the words end after which a sentence may name what the case rests on."""
    ends: set[int] = set()
    for basis in _BASES:
        match = basis.search(sentence)
        while match:
            ends.add(match.end())
            match = basis.search(sentence, match.end())
    charge = _CHARGE.search(sentence)
    if charge:
        ends.update(each.end() for each in _FURTHER_COUNT.finditer(sentence, charge.end()))
    elsewhere = _ELSEWHERE.search(sentence)
    return tuple(sorted(end for end in ends if not elsewhere or end < elsewhere.end()))
