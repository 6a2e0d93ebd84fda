"""The parties' names in one stretch of a caption, each without what describes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.describing.party_name import names_entity
from build_scripts.model.law.party_words import BUSINESS_WORD, SUFFIX_WORD
from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.name_case import GENERATION
from build_scripts.model.text.pattern import Pattern

# A part that belongs to the name before it.
_SUFFIX = Pattern(
    rf"(?:{SUFFIX_WORD}|s\.?p\.?a|a\.?g|limited\s+(?:liability\s+)?(?:partnership|company)"
    r"|(?:local|lodge)\s(?:no\.\s)?\#?\d+|m\.?d|ph\.?d|esq)\.?",
    re.IGNORECASE,
    accepts=["Inc.", "LLC", "Jr.", "N.A.", "Local 16"],
    refuses=["Incline Mills", "Roe"],
    by="fullmatch",
)
_SUFFIX_AND = Pattern(
    rf"(?P<suffix>,\s*{SUFFIX_WORD}\b\.?),?\s+and\s+",
    re.IGNORECASE,
    accepts=[", Ltd. and Jane Roe"],
    refuses=[", Ltd.; Jane Roe", " Ltd. and Jane Roe"],
)
# No name: a date, a docket number, a matter.
_NO_NAME = Pattern(
    r"""
    """
    + MONTH_BEGUN
    + r"""\s\d{1,2}\b | \d{4}\W*$
    | (?:case\s|docket\s)?nos?\.\s | (?:d\.\s?c\.\s)?docket\b | .*\bin\s(?:re|the\smatter\sof)\b
    | (?:filed|decided|argued|submitted|before)\b
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["November 2", "No. 5", "In the Matter of Roe"],
    refuses=["Marchmont Mills", "Jane Roe"],
    by="match",
)
_SOVEREIGN = Pattern(
    r"(?:the\s+)?united\s+states(?:\s+of\s+america)?$",
    re.IGNORECASE,
    accepts=["United States of America", "the UNITED STATES"],
    refuses=["United States Steel Corp.", "State of Ohio"],
    by="match",
)
_ENDS_BUSINESS = Pattern(
    rf"\b{BUSINESS_WORD}\.?$",
    re.IGNORECASE,
    accepts=["Acme Co.", "BOLT, INC."],
    refuses=["Jane Roe", "Acme Co. of Ohio"],
)
# Where a name ends and its description begins, in the same part.
_DESCRIBED = Pattern(
    r"""
    (?:^|(?<![\s,])[\s,]+)
    (?: (?:both\s+|each\s+)?individually | for\s+(?:himself|herself|themselves|itself)
      | (?:and\s+)?(?:up)?on\s+behalf\s+of
      | by\s+(?:and\s+through|next\s+friend|(?:his|her|its|their)\s)
      | as\s+(?:an?\s|the\s|[\w-]+\s){0,3}(?:owner|trustee|administrat\w+|executor|executrix
          |guardian|representative|next|successor|assignee|receiver|mother|father|parent|members?|director
          |secretary|warden|state|governor|sheriff|commissioner|agent|subrogee)\b
      | d\.?/?b\.?/?a\b | a\.?/?[bk]\.?/?a\b | f\.?/?k\.?/?a\b | doing\s+business\s+as
      | (?:also|formerly)\s+known | in\s+(?:rem|personam|propria\s+persona|pro\s+per)\b
      | in\s+(?:his|her|their|its)\s+(?:official|individual|personal|representative|capacit)
      | (?:an?|the)\s+(?:[\w.-]+\s+){0,5}(?:corporation|company|partnership|individual|minor
          |municipal\w*|association|trust|citizen|person|natural|division|subdivision|agency|state
          |nation|entity|organization|resident|subsidiary|infant|married|single|widow)\b
      | inclusive\b | (?:personal\s+)?representative\b | (?:co-)?administrat(?:or|rix)\b
      | executor\b | executrix\b | deceased\b | successor\b | similarly\s+situated | all\s+others
      | et\s+ux\b | her\s+husband\b | his\s+wife\b | husband\s+and\s+wife\b | and\s+all\s+others
      | (?:her|his|its)\s+engines | etc\b | pro\s+se\b
      | \(\s*(?:an?\s|the\s|formerly|hereinafter|d/b/a) )
    .*$
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        " individually",
        " on behalf of",
        " d/b/a ",
        " as trustee of",
        " in his official",
        " a Delaware corporation",
        " (a corporation)",
    ],
    refuses=["Bank of America", "A. Roe"],
)
# An office behind a person's name.
_OFFICE = Pattern(
    r"(?:acting\s|former\s|deputy\s|assistant\s|chief\s|united\s+states\s|u\.s\.\s|state\s|district\s"
    r"|regional\s|the\s)*(?:warden|secretary|commissioner|director|attorney\s+general|governor"
    r"|sheriff|superintendent|trustee|collector|marshal|judge|clerk|administrator|president|mayor"
    r"|chairman|chairperson|treasurer|comptroller|postmaster|attorney|controller|officer|receiver"
    r"|chief\s+of\s+police|insurance\s+commissioner)\b",
    re.IGNORECASE,
    accepts=[
        "Warden",
        "Secretary of the Interior",
        "Attorney General of the United States",
        "Acting Commissioner of Social Security",
    ],
    refuses=["Jane Roe, Warden", "Wardens"],
    by="match",
)
_OF_OFFICE = Pattern(
    r"(?:united\s+states\s+|u\.s\.\s+|state\s+)?(?:department|dep['’]t|bureau|office|board|division"
    r"|social\s+security|homeland)\b",
    re.IGNORECASE,
    accepts=[
        "Department of Corrections",
        "Social Security Administration",
        "United States Bureau of Prisons",
    ],
    refuses=["Jane Roe", "Officer Poe"],
    by="match",
)
_ET_AL = Pattern(
    r"(?:(?<![,\s])[,\s]+)?\bet\.?\s?als?\b\.?"
    r"|(?<![,\s])[,\s]+(?:&|and)\s+(?:others|another|ors)\b\.?",
    re.IGNORECASE,
    accepts=["Jane Roe, et al.", "Roe and Others", "Poe et als."],
    refuses=["Alan Roe", "Roe and Poe"],
)
_PARENTHESIS = Pattern(
    r"\([^()]{0,200}\)",
    accepts=["Acme Corp. (a corporation)"],
    refuses=["Acme Corp. (a"],
)
_AND = Pattern(
    r"(\s+(?:and|AND|And)\s+)",
    accepts=["Jane Roe and John Poe", "ROE AND POE"],
    refuses=["Andrew Roe", "Sandy Poe"],
)
_MOST_WORDS = 24
_MOST_HALVES = 40


@dataclass(frozen=True, slots=True)
class NamedParty:
    """A name as printed, and whether "et al." follows it."""

    name: str
    et_al: bool = False


def list_names(text: str) -> tuple[NamedParty, ...]:
    """Return the names of a stretch between roles, in order, without descriptions of parties."""
    found: list[NamedParty] = []
    for chunk in text.split(";"):
        pieces = _ET_AL.split(_SUFFIX_AND.sub(r"\g<suffix>, and ", chunk))
        for index, piece in enumerate(pieces):
            found += (NamedParty(name) for name in _read_chunk(piece))
            if index < len(pieces) - 1 and found:
                found[-1] = NamedParty(found[-1].name, et_al=True)
    return tuple(found)


def _read_chunk(chunk: str) -> Iterator[str]:
    """Yield names separated by commas and "and"."""
    names: list[str] = []
    office = False
    for part in re.split(r",", chunk):
        piece = re.sub(r"^\s*(?:and|AND|And|&)\s+", "", part).strip(" .") if names else part.strip()
        if not piece:
            continue
        if names and _SUFFIX.fullmatch(piece):
            names[-1] = f"{names[-1]}, {part.strip()}"
            continue
        described = _DESCRIBED.search(piece)
        if described and not described.start():
            yield from _split_last(names)
            return
        if names and (_OFFICE.match(piece) or (office and _OF_OFFICE.match(piece))):
            office = True
            continue
        office = False
        names.append(_DESCRIBED.sub("", part).strip())
        if described and not _is_short_description(described[0]):
            break
    yield from _split_last(names)


def _is_short_description(text: str) -> bool:
    """Return whether further names may follow: "a California corporation" ends there."""
    return re.match(r"[\s,(]*(?:an?|the)\s", text, re.IGNORECASE) is not None


def _split_last(names: list[str]) -> Iterator[str]:
    for name in names:
        yield from (one for each in _split_and(name) if (one := _tidy(each)))


def _split_and(name: str) -> list[str]:
    """Return two parties joined by "and": a business by its end and another, or persons."""
    text = re.sub(r"^\s*(?:and|AND|And|&)\s+", "", name)
    pieces = _AND.split(text)
    halves = pieces[::2]
    if not 1 < len(halves) <= _MOST_HALVES:
        return [text]
    if all(_reads_as_person(half) for half in halves):
        return halves
    split: list[str] = [halves[0]]
    for joint, half in zip(pieces[1::2], halves[1:], strict=True):
        apart = (
            _ENDS_BUSINESS.search(split[-1])
            or re.match(r"does?\s+\d", half, re.IGNORECASE)
            or _SOVEREIGN.match(half)
        )
        if apart or (_reads_as_person(half) and names_entity(split[-1])):
            split.append(half)
        else:
            split[-1] = f"{split[-1]}{joint}{half}"
    return split


def _reads_as_person(name: str) -> bool:
    words = GENERATION.sub("", name).replace(",", " ").split()
    return 2 <= len(words) <= 4 and not names_entity(name) and all(w[0].isupper() for w in words)


def _tidy(name: str) -> str | None:
    """Return the name without bracketed descriptions and loose marks; None where none is left."""
    text = re.sub(r"\s+", " ", _PARENTHESIS.sub(" ", name)).strip(" ,;:()[]*†‡").lstrip(". ")
    text = (
        text
        if re.search(r"(?:\b\w|\b(?i:inc|co|corp|ltd|jr|sr|bros))\.$", text)
        else text.rstrip(".")
    )
    words = text.split()
    if not words or len(words) > _MOST_WORDS or _NO_NAME.match(text) or text.isdigit():
        return None
    if not any(word[0].isupper() or word[0].isdigit() for word in words):
        return None
    return re.sub(r"(\d)\s*[-–—]\s*(\d)", r"\1-\2", text)
