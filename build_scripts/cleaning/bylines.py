"""Bylines of separate writings: who concurs, dissents, or makes a statement, as printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.cleaning.line_ends import ENDED
from build_scripts.model.clean_order import PartKind
from build_scripts.model.law.judges import OFFICE
from build_scripts.model.text.name_case import GENERATION_END
from build_scripts.model.text.pattern import Pattern, holds_any

# A first word may begin small, as OCR gives it; a further one begins with a capital.
_NAME_WORD = r"(?:(?-i:[A-ZÀ-Þ])[\w.'’-]{0,30}|de|la|van|von|der)"
_NAME = rf"[^\W\d_][\w.'’-]{{0,30}}(?:[ ]{_NAME_WORD}){{0,4}}{GENERATION_END}"
_JUSTICE = (
    r"(?:mr\.?[ ]|mrs\.?[ ]|ms\.?[ ])?(?:(?:chief|presiding|senior|associate|president)[ ])?"
    r"(?:justices?|judges?)"
)
# What a writing does; only these words may stand in its byline, so that "Justice Roe, dissenting,
# argued that" is none.
_VOTE_WORDS = (
    r"in|part|parts|the|judgment|result|only|and|to|with|separately|specially|from|of|denial|order"
    r"|respecting|rehearing|hearing|reconsideration|en|banc|petition|for|a|writ|certiorari|review"
    r"|leave|appeal|stay|application|remand|opinion|decision|court|disposition|denying|granting"
    r"|concurring|concurrence|dissenting|dissent|grant|dismissal|majority|this|motion|as|[ivx]{1,4}"
    r"|on|other|grounds|i{1,3}-[a-d]|[a-d]"
)
_VOTE = rf"""
    (?<!\bthis\s)(?<!\bthe\s)(?<!\bhis\s)(?<!\bher\s)(?<!\ba\s)(?<!\bin\s)
    (?P<how> (?:(?:specially|separately|partially|partly|also|reluctantly)[ ,-]{{1,2}})?
       (?:concurring|dissenting|respecting[ ]the|statement[ ]respecting)
       (?:[\s,;/-]{{1,2}}(?:{_VOTE_WORDS})\b){{0,16}} )
"""
_MARKED = r"(?:\s?[*†‡\d]{1,3})?"
# The byline of a separate writing.
_BYLINE = Pattern(
    rf"""
    \W{{0,3}} (?:\d{{1,3}}[.\s\]}}]{{0,3}})?
    (?P<author> {_JUSTICE}[ ]{_NAME} | {_NAME},[ ](?:{OFFICE}) ) {_MARKED}
    (?: ,?[ ] (?:(?:with[ ])?(?:whom|which)|joined[ ]by|and|joining) \b [^:;—()]{{1,200}}? )?
    [,\s]{{0,2}} [(\[]? \s? {_VOTE} \s? [)\]]? {_MARKED}
    (?: \s?[.:;—–] | \s? - \s | \s*$ | (?<=[)\]]) )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "ROE, Circuit Judge, concurring:",
        "Mr. Justice Roe, dissenting.",
        "Justice ROE dissenting.",
        "¶ 48 ROE, C.J. (dissenting).",
        "Roe, Circuit Judge, with whom Doe, Circuit Judge, joins (Dissenting).",
        "Sanders, J. (concurring) — I also agree",
        ("JUSTICE ROE, with whom JUSTICE DOE joins, concurring in part and dissenting in part."),
    ],
    refuses=["Justice Roe, dissenting, argued that", "Judge Roe concurs in part", "In a dissent"],
    by="match",
)
_DELIVERED = Pattern(
    rf"""
    \W{{0,3}} (?P<author> {_JUSTICE}[ ]{_NAME} | {_NAME},[ ](?:{OFFICE}) ) ,?[ ]
    (?:delivered|filed)[ ](?:the[ ]following|a|this|his|her)[ ]
    (?P<how> (?:separate[ ]|specially[ ]|partial(?:ly)?[ ])?(?:concurring|dissenting)
       (?:[ ](?:in[ ]part[ ])?and[ ](?:concurring|dissenting))?(?:[ ]in[ ]part)? )
    [ ]opinion \s? [.:]
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["Mr. Justice Roe delivered the following dissenting opinion:"],
    refuses=["Mr. Justice Roe delivered the opinion of the Court."],
    by="match",
)
_LED = Pattern(
    rf"""
    \W{{0,3}}
    (?P<kind>
       (?:(?:partial|concurring|dissenting|separate)[ ](?:(?:in[ ]part[ ])?(?:and|&)[ ])?){{0,3}}
       (?:in[ ]part[ ])? (?:opinion|concurrence|dissent|statement)
       (?:[ ](?:and|&)[ ](?:partial[ ])?(?:concurrence|dissent))? ) [ ]
    (?:by|of) \s? :? [ ]
    (?P<author> {_JUSTICE}[ ]{_NAME} | {_NAME},[ ](?:{OFFICE}) )
    (?: ,?[ ] (?:in[ ]which|which|with[ ]whom|joined[ ]by) \b [^:;—()]{{1,160}}? )?
    (?: [,\s]{{1,2}} {_VOTE} )? {_MARKED} [.:;]? \s*
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "Dissenting Opinion by Justice Roe",
        "Dissent by Roe, J., which Doe, J., joins.",
        "CONCURRENCE BY ROE, J.",
        "Statement of Justice ROE respecting the denial of certiorari.",
        "Opinion of ROE, J., concurring in part",
    ],
    refuses=["Opinion by Senior Judge Roe, concurring in part, at page 725"],
    by="fullmatch",
)
# A title of such a writing, on a line of its own.
_TITLE = Pattern(
    r"""
    \W{0,3} (?:(?:special(?:ly)?|partial(?:ly)?|separate)\s+)?
    (?: (?:concurring|dissenting)(?:\s+in\s+part)?
          (?:\s*(?:and|/|&)\s*(?:concurring|dissenting)(?:\s+in\s+part)?)?(?:\s+opinion)?
      | concurrence | dissent | statement ) \W{0,3}
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["DISSENTING OPINION", "Concurring and Dissenting Opinion", "DISSENT"],
    refuses=["B. The Dissent", "– Concurring Opinion Follows –"],
    by="fullmatch",
)
_AUTHOR = Pattern(
    rf"\W{{0,3}}(?P<author>{_JUSTICE}[ ]{_NAME}|{_NAME},[ ](?:{OFFICE}))\W{{0,3}}",
    re.VERBOSE | re.IGNORECASE,
    accepts=["Sanders, J.", "JUSTICE DONOHUE", "CLAY, Circuit Judge,"],
    refuses=["Judge Roe erred.", "Sanders, Esq."],
    by="fullmatch",
)
# One of these stands in every byline and title.
VOTES = ("concur", "dissent", "respecting", "statement")
LONGEST = 400  # characters in which a byline ends
SHORT = 120  # a line so short may go on in the next block


@dataclass(frozen=True, slots=True)
class Byline:
    """The content of a byline."""

    kind: PartKind
    author: str | None


def name_kind(words: str) -> PartKind | None:
    """Return the kind of a writing from the name in its form or title, None for the court's own.

    Accepted: "dissent", "concurring-in-part-and-dissenting-in-part", "concurrenceinpart" (which
    CourtListener defines as both), "addendum"; refused: "majority", "plurality", "on-the-merits".
    """
    text = words.lower()
    concurs, dissents = "concur" in text, "dissent" in text
    if (concurs and dissents) or text == "concurrenceinpart":
        return PartKind.CONCURRENCE_AND_DISSENT
    if dissents:
        return PartKind.DISSENT
    if concurs:
        return PartKind.CONCURRENCE
    if "respecting" in text or "statement" in text:
        return PartKind.STATEMENT
    return PartKind.APPENDIX if text in ("addendum", "appendix") else None


def read_byline(texts: Sequence[str]) -> Byline | None:
    """Return the byline with which the first of the texts begins; it may continue in the second."""
    text = texts[0]
    tries = [text]
    if len(text) < SHORT and len(texts) > 1 and (not ENDED.search(text) or _AUTHOR.fullmatch(text)):
        tries.append(f"{text} {texts[1]}")
    for words in tries:
        if not holds_any(words[:LONGEST], VOTES):
            continue
        match = _BYLINE.match(words[:LONGEST]) or _DELIVERED.match(words[:LONGEST])
        if match and (kind := name_kind(match["how"])):
            return Byline(kind, _strip(match["author"]))
        led = _LED.fullmatch(words) if len(words) < LONGEST else None
        if led and (kind := name_kind(f"{led['kind']} {led['how'] or ''}")):
            return Byline(kind, _strip(led["author"]))
    return None


def read_author(texts: Sequence[str]) -> str | None:
    """Return the author of a writing that the form marks: a byline or a bare name and office."""
    for index, text in enumerate(texts):
        if byline := read_byline(texts[index : index + 2]):
            return byline.author
        if len(text) < SHORT and (match := _AUTHOR.fullmatch(text)):
            return _strip(match["author"])
    return None


def read_title(text: str) -> PartKind | None:
    """Return the kind of a separate writing if the text is nothing but its title."""
    if len(text) > SHORT or not _TITLE.fullmatch(text):
        return None
    return name_kind(text)


def _strip(author: str) -> str:
    return author.strip(" ,:;")
