"""Judges' names and offices as orders print them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model.law.states import is_state
from build_scripts.model.text.name_case import GENERATION, GENERATION_WORD, to_normal_case
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns

# A judge's office; for use in patterns with re.VERBOSE | re.IGNORECASE. Referees, masters and
# commissioners decide without the title of judge; they are included.
OFFICE = r"""
    (?: (?:(?:united\s+states|u\.\s?s\.|senior|chief|acting|circuit|district|magistrate|bankruptcy
             |(?:circuit|county|district|probate|juvenile|bankruptcy)\s+court|workers[’']\s+compensation
             |associate|presiding|vice|special|trial|tax\s+court|superior\s+court|supreme\s+court
             |(?:administrative|veterans)(?:\s+(?:law|patent|appeals))?|county|probate|family(?:\s+court)?|appellate
             |military|board|disciplinary|immigration|senior\s+status|retired|municipal(?:\s+court)?|land\s+court|water|resident|court\s+of\s+appeals?|appeals
             |temporary(?:\s+appellate)?|supervisory|visiting|assigned|specially\s+assigned|lead|president
             |justice\s+court|common\s+pleas|orphans[’']\s+court|pro\s+tem(?:pore)?)\s+){0,4}
        (?: (?<!\sof\s)(?-i:[Jj]udges?|JUDGES?|[Jj]ustices?|JUSTICES?)\b(?!\s+advocate)
              (?:\s+pro\s+tem(?:pore)?\b)?
          | (?-i:[Rr]eferee|REFEREE|[Ss]urrogate|SURROGATE|[Cc]hancellor|CHANCELLOR
              |Registrar|REGISTRAR|(?:Special|SPECIAL)\s(?:[Mm]aster|MASTER)
              |(?:Court|COURT)\s(?:[Cc]ommissioner|COMMISSIONER)
              |Magistrate|MAGISTRATE|(?:Hearing|HEARING)\s(?:[Oo]fficer|OFFICER|[Ee]xaminer|EXAMINER)
              |(?:Master|MASTER)(?:\s(?:in|IN)\s(?:[Cc]hancery|CHANCERY))?
              |(?:Board|BOARD)\s(?:[Mm]embers?|MEMBERS?)
              |Jueza?\sPonente|(?:Appeals|APPEALS)\s(?:[Cc]ommissioner|COMMISSIONER))\b )
      | (?<=[,.]\s)(?:acting\s)?(?-i:
            (?:O\.\s(?=J\.)|(?:[CPSVA]{1,2}\.?\s?){0,2})(?:JJ?\.|J\.\sJ\.(?=,\sconcur))(?:\s?P\.(?:\s?T\.)?|\s(?:[Pp]ro|PRO)\s(?:[Tt]em|TEM)(?:pore|PORE)?\b|A\.D\.|S\.C\.|C\.C\.|T\.C\.|F\.C\.)?
              (?!\s[A-Z][a-z]+\s[A-Z][\w’'-]+,)
          | V\.\s?C\. | (?:District|Circuit|Chief|Senior)\sJJ?\.
          | (?:Js|[DM]J)\.
          | A\.?L\.?J\.? | [AS]?\.?U\.?S\.?[DMB]\.?J\.? | P\.?J\.?(?:A\.?D|Ch|Cv|F|E)\.?
        )(?=\W|$)
      | (?-i:U\.\s?S\.\s?[DMB]\.\s?J\.|[DM]\.J\.|A?\.?J\.S\.C\.|J\.C\.C\.|USDJ|USMJ|USBJ)(?!\w) )
    (?: \s+for\s+the\s+(?:\w+\s+){0,2}district\s+of\s+(?:[A-Z]\w+\s?){1,3})?
    (?: ,?\s*\(?sitting\s+by\s+designation\)?)?
"""
_PATTERNS = read_patterns(
    __package__, "judges.toml", office=OFFICE, generation_word=GENERATION_WORD
)
GENERATION_INSIDE = _PATTERNS.GENERATION_INSIDE
SENTENCE_END = _PATTERNS.SENTENCE_END
_MOST_NAME_WORDS = 6
# OCR reads "O. J." for "C. J.".
_OFFICES = {
    "C": "Chief",
    "O": "Chief",
    "P": "Presiding",
    "S": "Senior",
    "D": "District",
    "M": "Magistrate",
    "B": "Bankruptcy",
}
_SMALL_WORDS = frozenset({"for", "the", "of", "sitting", "by", "designation"})


@dataclass(frozen=True, slots=True)
class NamedJudge:
    """A name in normal case and the office printed with it."""

    name: str
    title: str | None

    @property
    def surname(self) -> str:
        """Return the last name in lower case, for matching "Roe" to "Jane Q. Roe"."""
        words = GENERATION.sub("", self.name).replace(",", "").split()
        return words[-1].lower() if words else self.name.lower()


def clean_name(printed: str) -> str | None:
    """Return a judge's name in normal case, with suffix, or None if the text contains no name."""
    text = _PATTERNS.MARKS.sub(" ", printed).strip(" ,;:.\t-–—")
    text = _PATTERNS.SCRAWL.sub("", text)
    text = re.sub(r"\b0\.(?=\s[A-Z])", "O.", text)  # OCR's middle initial
    text = re.sub(r"^X\s(?=\w+\s\S+\s)", "", text)  # the corner of New York's captions
    for _ in range(3):
        text = _PATTERNS.HONORIFIC.sub("", text).strip(" ,;:")
    text = GENERATION.sub(lambda match: f" {match['word']}.", text)
    text = re.sub(r"(?<=[a-z])-\s?(?=[a-z])|(?<=\bMc)-", "", text)  # broken at a line's end
    # OCR takes small capitals for both: "PoeRTEr".
    text = re.sub(
        r"\b(?!Ma?c)[A-Z][a-z]+(?:[A-Z]{2,}[a-z]+|(?<=[a-z]{4})[A-Z][a-z])\b",
        lambda word: word[0].capitalize(),
        text,
    )
    # "Remanded JANE Q. ROE": the words before a name in capitals.
    text = re.sub(r"^(?:[A-Z][a-z]+\s)+(?=[A-Z]{2}[A-Z.'’-]*(?:\s[A-Z][A-Z.'’-]*)+$)", "", text)
    text = re.sub(r"^(?:Synopsis|Opinion)\s(?=[A-Z])", "", text)
    text = re.sub(r"\b(II|III|IV)\.$", r"\1", re.sub(r"\s+", " ", text))
    # "ROE. ROE, Circuit Judge": heading and byline; "/s/ Jane Roe Jane Roe"
    text = re.sub(r"(?i)^(\w[\w .'’-]{2,40}?)\.? \1$", r"\1", text)
    words = text.split()
    # "… District of Michigan": a bench has no states; of judges' names Washington alone is one.
    if len(words) == 1 and is_state(text) and text.lower() != "washington":
        return None
    if not 1 <= len(words) <= _MOST_NAME_WORDS or _PATTERNS.NO_NAME.search(text):
        return None
    if not words[0][0].isupper() or not all(_PATTERNS.NAME_WORD.match(word) for word in words):
        return None
    # "Ennis stepped down" is no name.
    if any(map(_PATTERNS.SMALL_WORD.match, words)):
        return None
    if not re.search(r"[^\W\d_]{2}", text) or GENERATION.match(f" {text}"):
        return None
    if re.fullmatch(r"[B-DF-HJ-NP-TV-XZ]{3,4}", text):
        return None  # what a party is called for short
    name = re.sub(r"(?<=\w\s)a(?=\s[A-Z])", "A", to_normal_case(text, ""))  # an initial, no article
    return name if len(words[-1].strip(".")) > 1 else None


def clean_office(printed: str) -> str:
    """Return an office in the singular; words in capitals are set in title case."""
    text = re.sub(r"\s+", " ", printed).strip(" ,;:.")
    text = re.sub(r"^J\.\sJ$", "JJ", text)
    if re.fullmatch(r"J\.\s?P", text):
        return "Presiding Justice"
    if vice := re.fullmatch(r"V\.\s?([CP])\.\s?J", text):
        return f"Vice {_OFFICES[vice[1]]} Judge"
    if federal := re.fullmatch(r"(S\.?)?U\.?\s?S\.?\s?([DMB])\.?\s?J", text):
        return f"{'Senior ' if federal[1] else ''}United States {_OFFICES[federal[2]]} Judge"
    if re.fullmatch(r"(?i)J\.\s?(?:P\.\s?T|pro\stem(?:pore)?)", text):
        return "Judge Pro Tempore"
    if re.fullmatch(r"(?i)A\.?L\.?J|V\.?\s?C", text):
        return "Administrative Law Judge" if text[0] in "Aa" else "Vice Chancellor"
    if short := re.fullmatch(r"((?i:acting)\s)?([COPSDM])?\.?\s?J[Js]?", text):
        office = f"{_OFFICES.get(short[2], '')} Judge".strip()
        return f"Acting {office}" if short[1] else office
    if re.fullmatch(r"(?:[A-Z]\.\s?)+(?:[A-Z]|Ch|Cv)", text):
        return f"{text}."  # "J.S.C." is one office in New York, another in New Jersey
    text = re.sub(r"(?<=[a-z]\s)JJ?$", "Judge", text)
    text = re.sub(r"(?i)\b(judge|justice|member|commissioner)s\b", r"\1", text)
    return " ".join(
        word.lower()
        if word.lower().strip("(),") in _SMALL_WORDS
        else word.capitalize()
        if (word.isupper() or text.islower()) and "." not in word
        else word
        for word in text.split()
    )


def iterate_judges(text: str, offices: Pattern[str] = _PATTERNS.OFFICE) -> Iterator[NamedJudge]:
    """Yield each judge of a line in order: "Edder, Chief Judge, Roe and Poe, Circuit Judges" has
    three.
    """
    position = 0
    for office in offices.finditer(text):
        # Counsel's names end in the sentence before the bench's.
        chunk = SENTENCE_END.split(text[position : office.start()])[-1]
        chunk = GENERATION_INSIDE.sub(" ", chunk)
        for part in re.split(r",|;|\b(?:and|AND)\s|&|\s(?=(?:HON|Hon)\.)", chunk):
            name = clean_name(_PATTERNS.AMID.sub("", part))
            if name:
                yield NamedJudge(name, clean_office(office.group()))
        position = office.end()


def read_judge(name: str, office: str) -> NamedJudge | None:
    """Return the judge with a printed name and office, or None if the name is none."""
    cleaned = clean_name(name)
    return NamedJudge(cleaned, clean_office(office)) if cleaned else None
