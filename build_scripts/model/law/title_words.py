"""The words of a printed title: where one begins, where it ends, and its case."""

import re

from titlecase import titlecase

from build_scripts.model.text.dates import MONTH_BEGUN
from build_scripts.model.text.name_case import is_capitals, to_normal_case
from build_scripts.model.text.pattern import Pattern

_ADJECTIVE = r"""
    (?: proposed | (?:(?:second|third|fourth|first|further)\s+)?amended | corrected | revised
      | joint | agreed
      | unopposed | stipulated | consent | final | partial | interim | interlocutory | preliminary
      | initial | emergency | ex\s+parte | redacted | sealed | public | tentative | civil
      | criminal | administrative | general | standing | special | procedural | published
      | unpublished | per\s+curiam | supplemental | recommended | omnibus | text(?:[-\s]only)?
      | paperless | electronic | summary | temporary | restraining | protective | scheduling
      | case\s+management | pre-?trial | trial | discovery | confidentiality | slip | letter | bench
      | default | permanent | revised | short | oral | virtual | minute | transfer | remand
      | show\s+cause | in\s+chambers | in\s+camera | nunc\s+pro\s+tunc | certified | nonprecedential
      | non-precedential | not\s+for\s+publication | qualified | hipaa | mediation | referral
      | dispositive | plea | detention | release | unsealing | transport | commitment | garnishment
      | disclosure | preservation | reassignment | related\s+case | conditional | docket | judicial
      | declaratory
      | (?:chief\s+)?(?:magistrate\s+|bankruptcy\s+|district\s+)?judge['’]s | court['’]s
      | referee['’]s | special\s+master['’]s | commission['’]s | board['’]s | (?:attorney|judges)
    )"""
_NOUN = r"""
    (?: orders? | opinions? | memorand(?:um|a) | judge?ments? | decisions? | rulings? | decree
      | findings? | report (?=\s+(?:and|&|of)\b) | recommendations? | stipulations? | stipulated
      | minutes | minute\s+(?:entry|order) | errat(?:a|um) | mandate | writ\s+of
      | suggestion\s+of\s+remand | injunction | award(?=\W*$) | endorsement | dispositional\s+order
      | entry(?!\s+of\s+appearance)
      | resolution | determination | conclusions\s+of\s+law | reasons\s+for | verdict
      | scheduling\s+conference | case\s+management\s+conference | status\s+conference )"""
TITLE_START = Pattern(
    rf"""
    ^(?!\W*slip\s+opinion\)\s+october)
    [\W_]{{0,4}} (?:the\s+)? (?:[\[(]?{_ADJECTIVE}[\])]?[\s:;–—,-]{{1,4}}(?:(?:and|&)\s+)?){{0,5}}
    [\[(]?{_NOUN}\b
    (?!\s+(?:(?:written\s+)?by(?!\s+(?:consent|stipulation|default|confession|agreement))
       |for\s+the\s+court\s+(?:filed|by)|filed|delivered|in\s+council|below|appealed|under\s+review
       |entered|dated?)\b|['’]s\b)
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "MEMORANDUM*",
        "ORDER DENYING MOTION FOR EXPEDITED DISCOVERY",
        "DECISION AND ORDER",
        "REPORT AND RECOMMENDATION",
        "[PROPOSED] ORDER",
        "(IN CHAMBERS) ORDER",
        "MAGISTRATE JUDGE'S FINDINGS",
        "SECOND AMENDED SCHEDULING ORDER",
        "FINAL DECLARATORY JUDGMENT",
        "JUDGMENT BY DEFAULT",
    ],
    refuses=[
        "Opinion by Judge Loe",
        "ORDER IN COUNCIL of 1783",  # in prose
        "PROPOSED INTERVENOR",
        "Judgment entered March 3, 2020",
        "OPINIONS BELOW",
        "REPORT CARD",
        "(Slip Opinion) OCTOBER TERM, 2011",  # the head of the Supreme Court's pages
    ],
    by="match",
)
# A title in capitals whose noun comes later: "EXPEDITED HEARING ORDER DENYING RELIEF".
LATER_NOUN = Pattern(
    r"^\W{0,3}(?:(?!(?:THE|OF|FOR|FROM|TO|BY|ON|IN|V|VS|MOTION|MOTIONS|APPEAL|PETITION|NOTICE|APPLICATION"
    r"|REQUEST|IT|IS|ARE|SO|THIS|HEREBY|BE|COURT)\b)[A-Z][A-Z’'/&-]*\s){1,5}"
    r"(?:ORDERS?|OPINION|DECISION|JUDGMENT|DECREE|RULING|DETERMINATION|MINUTES)\b",
    accepts=["EXPEDITED HEARING ORDER DENYING RELIEF", "COMPENSATION ORDER", "INITIAL DECISION"],
    refuses=[
        "MOTION FOR ORDER",
        "IT IS SO ORDERED",
        "THE COURT'S ORDER",
        "Expedited hearing order",
    ],
    by="match",
)
# Words that are letterspaced when they are alone: "O R D E R".
_SPACED = Pattern(
    r"(?<!\S)[A-Z&](?:\s[A-Z&]){2,}(?!\S)",
    accepts=["O R D E R", "MEMORANDUM A N D ORDER"],
    refuses=["A. B. ROE", "ORDER", "J P"],
)
_SPACED_WORDS = Pattern(
    r"MEMORANDUM|OPINION|ORDER|JUDGMENT|DECISION|RULING|REPORT|RECOMMENDATION|AND|&|OF|THE|COURT"
    r"|MINUTE|ENTRY|FINAL|AMENDED|SUMMARY|DECREE|ON|MOTION|CONCLUSIONS|LAW|FINDINGS|FACT",
    accepts=["MEMORANDUMANDORDER"],
    refuses=["JPM"],
)
_TITLE_WORD = (
    r"(?:AND|ORDER|OPINION|MEMORANDUM|JUDGMENT|DECISION|MOTION|DISMISS|OF|ON|TO|And|Order)\b"
)
# What follows a title in one block.
_BEHIND = Pattern(
    rf"""
    (?<!\s)\s++ (?:
        (?:(?:united\s+states|u\.s\.|chief|senior|presiding|associate|district|magistrate
             |bankruptcy|circuit|administrative\s+law)\s+){{0,4}}
        (?:judge|justice|(?:the\s+)?hon(?:orable\b|\.))\s+(?-i:[A-Z])
      | \(?(?-i:(?!{_TITLE_WORD})[A-Z][\w.’'-]*\s){{0,3}}(?-i:(?!{_TITLE_WORD})[A-Z][\w’'-]+),\s
        (?:(?:chief|senior|district|magistrate|circuit|presiding|associate)\s+){{0,3}}
        (?:judge|justice|[cp]?\.?\s?j\.)(?!['’\w])
      | (?-i:(?:(?!{_TITLE_WORD})[A-Z][A-Z.’'-]*\s){{1,4}})
        (?=(?:(?:chief|senior|u\.s\.|united\s+states|district|magistrate)\s+){{1,3}}(?-i:Judge))
      | (?:(?:dated|filed|entered|decided|date)\b:?\s*)?\(?
        {MONTH_BEGUN}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}
      | (?:dated|filed|entered|decided)\s*:
      | (?:case|civil\s+action|cause|docket|file|index|criminal|cr(?:im)?\.|civ\.)\s+n(?:o|umber)\b
      | \d:\d\d-[a-z]{{2}}-\d
      | (?<=opinion\s)(?:affirmed|reversed|vacated|dismissed|remanded)\b
      | per\s+curiam\b | before\s*: | by\s+the\s+court\b | for\s+the\s+court\b
      | it\s+is\s+(?:hereby\s+|so\s+|therefore\s+)?ordered | whereas\b | and\s+now\b
      | (?:this|the)\s+(?:matter|cause|court|case|action|appeal)\s+(?:is|has|was|having|c[ao]mes?)\b
      | on\s+this\s+\d | ¶\s?1\b
      | (?:upon|after)\s+(?:consideration|review|considering)\b
      | pursuant\s+to\s+the\s+(?:court|parties)
      | (?:I|1|A)\.\s+(?-i:[A-Z]) | (?:introduction|background)\s*$
      | [A-Z][\w’'. ]{{2,40}},\s+
        (?:plaintiff|defendant|petitioner|respondent|appell\w+|debtor)s?[,.]
      | (?:plaintiffs?|defendants?|petitioners?|respondents?|appell(?:ant|ee)s?)[,.]?\s+(?:v|vs)\.
      | :\s | page\s+\d+\s+of\s+\d | \d+\s+of\s+\d+$
    )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=[
        "MEMORANDUM OPINION JUDGE JANE Q. ROE",
        "ORDER Hon. Jane Roe",
        "OPINION Jane Q. Roe, Chief Judge",
        "ORDER Dated: May 3, 2020",
        "OPINION PER CURIAM",
        "ORDER Case No. 5",
        "GENERAL ORDER JANE Q. ROE Chief District Judge",
        "MINUTES CASE NUMBER: 1:18-CV-5",
        "ORDER : JANE ROE, Governor",  # the rule between a caption's columns
        "MEMORANDUM AND ORDER ROE, J.",
        "ORDER IT IS HEREBY ORDERED",
        "OPINION AND ORDER ¶1 The appellant has filed",
    ],
    refuses=["ORDER REFERRING THE CASE TO MEDIATION", "MAGISTRATE JUDGE'S REPORT"],
)
# The last word of a title that runs on into the names of parties.
LAST_WORD = Pattern(
    r"\b(?:order|opinion|judgment|recommendations?|dismiss|motions?|compel|remand|stay|seal|fees|costs"
    r"|complaint|conference|injunction|case|action|evidence|trial|discovery|cause|sanctions|prejudice"
    r"|appeal|hearing|default|amend|petition|limine|class|certification|memorandum|decision|plea|relief|counsel)\b"
    r"(?!\s+(?:of|to|and|for|in|on|by|with|from|as|&))",
    re.IGNORECASE,
    accepts=["ORDER ADOPTING REPORT AND RECOMMENDATION ROE COUNTY", "Show Cause Order"],
    refuses=["ORDER OF", "FINDINGS OF FACT"],
)
# A title split by the columns of a caption: its first words end the line above its last.
BEGUN_ABOVE = Pattern(
    r"\b(?:(?:MEMORANDUM|OPINION|DECISION|STIPULATION|FINDINGS|JUDGMENT|RULING|REPORT|ORDER)"
    r"(?:,?\s(?:OF\s)?(?:OPINION|DECISION|FACT|LAW|FINDINGS|CONCLUSIONS)){0,4}\s(?:AND|&))\s*$",
    accepts=["RELATING TO D.T., MEMORANDUM DECISION AND", "STIPULATION AND"],
    refuses=["ROE AND", "the memorandum and"],
)
# Words that require more: what follows belongs to the title.
OPEN_END = Pattern(
    r"(?:\b(?:a|an|and|as|at|by|for|from|in|into|its|nor|of|on|or|regarding|re|the|their|to|under"
    r"|upon|with|without|before|after|until|through|between|dated|since|granting|denying|motion\s+to|setting|compelling|dismissing|adopting|part"
    r"|no|nos|dkts?|ecf|united\s+states|hearing\s+and)|\w['’]s?|[&,(/;:–—-])[\s.]*$",
    re.IGNORECASE,
    accepts=["ORDER GRANTING MOTION TO", "MEMORANDUM AND", "ORDER: KEEL’S", "OPINION &"],
    refuses=["ORDER", "MEMORANDUM OPINION AND ORDER"],
)
# What a form prints after its title.
_BEHIND_TITLE = Pattern(
    r"(?<!\s)\s*(?:(?:\[\d{1,4}\]?\s*){2,40}(?:\(filed\s+[\d/]+\)\s*)?|\(filed\s+[\d/]+\)\s*)$",
    re.IGNORECASE,
    accepts=["ORDER [328][329] (Filed 06/12/2019)", "ORDER (Filed 1/2/20)"],
    refuses=[
        "ORDER GRANTING MOTION TO SEAL [80]",  # the motion's own entry
        "ORDER (Filed Under Seal)",
    ],
)
# The notice of the Second Circuit below its title.
_SUMMARY_ORDER = Pattern(
    r"^\W*(?P<title>summary\s+order)\s+rulings\b",
    re.IGNORECASE,
    accepts=["SUMMARY ORDER RULINGS BY SUMMARY ORDER DO NOT HAVE PRECEDENTIAL EFFECT"],
    refuses=["SUMMARY ORDER", "RULINGS BY SUMMARY ORDER"],
    by="match",
)
_SMALL_WORDS = frozenset(
    "a an and as at but by for from if in into nor of on or per re the to via vs with"
    " without".split()
)
_SMALL_IN_CAPITALS = frozenset({*_SMALL_WORDS, "dba", "d/b/a", "et", "al.", "v.", "aka", "de", "s"})


def _keep(word: str, **_kwargs: object) -> str | None:
    """Return a word that title case leaves as printed (Roman numerals, initials), or None."""
    bare = word.strip("().,;:[]")
    if re.fullmatch(r"(?:I{1,3}|IV|VI{0,3}|IX|X)", bare) or re.fullmatch(r"(?:[A-Z]\.){2,}", bare):
        return word
    return None


def to_title_case(text: str, prose: str = "") -> str:
    """Return a printed title in title case: small words lower, names as `prose` spells them."""
    if is_capitals(text):
        text = to_normal_case(text, prose)
    cased: str = titlecase(text, callback=_keep)  # type: ignore[no-untyped-call]
    words = cased.split()
    return " ".join(
        word.lower() if 0 < index < len(words) - 1 and word.lower() in _SMALL_WORDS else word
        for index, word in enumerate(words)
    )


def close_up(text: str) -> str:
    """Return letterspaced words as whole words: "O R D E R" is "ORDER"."""

    def join(match: re.Match[str]) -> str:
        letters = re.sub(r"\s", "", match[0])
        words = _SPACED_WORDS.findall(letters)
        return " ".join(words) if "".join(words) == letters else match[0]

    return _SPACED.sub(join, text)


def cut_title(text: str) -> str:
    """Remove what follows the title from its end: a judge, a date, a docket number, prose."""
    text = re.sub(r"\s+", " ", re.sub(r"[*†‡]+|(?<=[A-Za-z])\d{1,2}$", "", close_up(text))).strip()
    summary = _SUMMARY_ORDER.match(text)
    if summary:
        return summary["title"]
    for match in _BEHIND.finditer(text):
        if not OPEN_END.search(text[: match.start()]):
            text = text[: match.start()]
            break
    text = _BEHIND_TITLE.sub("", _cut_at_lower_case(text))
    # New York's captions end with a rule of hyphens and an "X".
    return re.sub(r"^[\s_)|:;,.–—-]+|(?:\s+[xX])?[\s_|:;,.–—=-]*$", "", text)


def _cut_at_lower_case(text: str) -> str:
    """Cut a title in capitals where words in lower case begin."""
    words = text.split()
    mixed = [_is_mixed(word) for word in words]
    if not words or mixed[0]:
        return text
    for index, word in enumerate(words):
        small = word.lower().strip("(),.;:[]") in _SMALL_IN_CAPITALS
        behind = mixed[index + 1 : index + 4]
        asked = OPEN_END.search(" ".join(words[:index]))  # "ORDER RE Motion to Redeem"
        if mixed[index] and not small and not asked and sum(behind) >= min(2, len(behind)):
            return " ".join(words[:index])
    return text


def _is_mixed(word: str) -> bool:
    return any(char.islower() for char in word) and not is_capitals(word)
