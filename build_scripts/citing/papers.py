"""Papers of the case by name and pin: "Compl. ¶ 2", "Mot. at 7 n.1", "Smith Decl. ¶ 13"."""

import re

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import PIN
from build_scripts.citing.record_pages import find_record_pages, make_paper
from build_scripts.model.law.states import state_pattern
from build_scripts.model.text.pattern import Pattern

# The party whose paper it is, and which of several: "Def.’s", "Pls.’", "First Am.", "Notice of".
_WHOSE = r"""
    (?:Pl|Def|Resp|Pet|Gov|Opp|Defs|Pls|Plaintiff|Defendant|Plaintiffs|Defendants|Government
      |Petitioner|Respondent|Appellant|Appellee|Ap(?:pellan|l)?t|Aplee|State|Debtor|Trustee)\.?(?:[’']?s?[’']?)\.?
"""
_WHICH = r"""
    (?:First|Second|Third|Fourth|Verified|Consolidated|Corrected|Am(?:ended|\.)|Consol\.|Renewed
      |Suppl(?:emental|\.)|Class\sAction|Reply|Not(?:ice|\.)\sof|Cross-
      |Mem(?:o|orandum|\.)?\s(?:of|in)(?:\sLaw)?)
"""
# A paper's own word, no sentence's first: "Fee Mot.", "Valerdi Opp’n", "8/16/21 Order".
_OWN_WORD = r"""
    (?:(?!(?:See|But|The|In|Cf|Id|Accord|And|Also|With|Compare|Per|As|His|Her|Their|This|That|Its|An?|To|Of|On
        |However|Thus|Moreover|Here|If|When|While|At|By|For|From|Under|E)\b)[A-Z][\w’'&-]{1,20}
      |\d{1,2}/\d{1,2}/\d{2,4})
"""
_KIND = r"""
    (?:Compl(?:aint)?\b\.?|Mot(?:ion)?\b\.?(?:\s(?:to\sDismiss|for\sSumm\.\sJ\.))?|Cross-Mot\.
      |Opp(?:[’']n|osition|o?\b\.)|Repl(?:y|ies)\b|Resp(?:onse|\.)|Ans(?:wer|\.)|Aff\.|Removal\b
      |Mem(?:o(?:randum)?)?\b\.?(?:\sOp(?:inion\b|\.))?|Br(?:ief|\.)|Pet(?:ition|\.)|Statement
      |(?:(?:Local\s)?(?:Civ(?:il|\.)\s)?(?:R(?:ule|\.)\s)?56\.[12]\s)?(?:Counter)?[Ss]t(?:mt|ate)\.(?:\sof\sFacts)?
      |(?:R(?:ule|\.)\s)?56\.[12]|S\.O\.F\.|SOF|Stip(?:ulation|\.)|Counterclaim
      |Order|R\s?&\s?R|F\s?&\s?R|Ruling|Obj(?:ection)?s?\.?|RFJN\b|Not(?:ice|\.)\sof\sRemoval)
"""
# A paper's subject, in the shortest words: "Mot. Summ. J.", "Mem. in Supp. of Mot. to Dismiss".
_ABOUT = r"""
    (?:\s(?:(?:in|to|of|for|re)\s){0,2}(?:Supp(?:ort\b|\.)|Opp(?:[’']n\b|\.)|Mot(?:ion\b|\.)|Summ(?:ary\b|\.)
      |J(?:udgment\b|\.)|Part(?:ial\b|\.)|Dismiss\b|Compel\b|Remand\b|Strike\b|Stay\b|Seal\b|Law\b|Facts\b
      |Br(?:ief\b|\.)|Compl(?:aint\b|\.)|Resp(?:onse\b|\.)|Mem\.|Class\b|Cert(?:ification\b|\.)|Prelim\.|Inj\.
      |P\.\s?&\s?A\.|Leave\b|Am(?:end\b|\.)|Exclude\b|Transfer\b|Lim(?:ine\b|\.)|Obj(?:ections?\b|s?\.)
      |Stmt\.|Admis\.|Interrogs\.|Jury\b|Trial\b)){0,7}
"""
_SWORN = r"""
    (?:[A-Z][\w’'-]{1,24}\s(?:Suppl?\.\s|Reply\s)?
      (?:Decl(?:aration|\.)|Dep(?:osition|o|\.)|Aff(?:idavit|\.)|Tr\.|R(?:eport|[ep]?p?t\.))
      |Decl\.|Exh?\.\s[A-Z0-9]{1,3}|Hr[’']?g\sTr\.|Trial\sTr\.|Tr\.)
"""
_LETTERS = r"""
    (?:F\.?A\.?C\.?|S\.?A\.?C\.?|T\.?A\.?C\.?|CAC|SCAC|FACC|MTD|MTC|MSJ|MPA|MJP|SUF|SSUF|PSR|NOR
      |RJN|(?:[A-Z]{2,5}\s|Pet\.\s)?(?<!Ct\.\s)App\.|\d{1,2}\sApp\.|J\.?A\.?|[A-Z]\.R\.|\d{1,2}\sR\.R\.)
"""
_PAPER = (
    rf"(?:(?:(?:{_WHOSE}|{_WHICH})\s){{0,4}}(?:(?:{_OWN_WORD}\s){{0,2}}{_KIND}{_ABOUT}|{_LETTERS})"
    rf"|(?:(?:{_WHOSE}|Suppl?\.|Second|Third|Am\.)\s)?{_SWORN})"
)
_PARAGRAPHS = r"¶{1,2}\s?\d[\d,\ –-]{0,40}\d|¶{1,2}\s?\d{1,4}"
_WITH_PIN = Pattern(
    rf"""
    (?<![\w.])(?P<paper>{_PAPER})
    (?:,?\s(?:Exh?s?\.|Att\.)\s?[A-Z0-9]{{1,3}})?
    ,?\s?(?:\((?:ECF|Dkt|Doc)[^()]{{1,24}}\)\s?)?
    (?:(?:at\s|(?=pp?\.\s|pgs?\.\s)|Vol\.\s(?:[IVX]{{1,4}}|\d{{1,2}}),?\s(?:at\s)?(?=pp?\.))(?P<pages>(?:pgs?\.\s)?{PIN})
      |(?P<paragraphs>{_PARAGRAPHS})
      |(?P<lines>\d{{1,4}}:\d{{1,2}}(?:[-–]\d{{1,4}}(?::\d{{1,2}})?)?))
    """,
    re.VERBOSE,
    accepts=[
        "Compl. ¶ 2",
        "FAC ¶¶ 2, 10",
        "Mot. at 7 n.1",
        "Opp’n at 3",
        "Def.’s Mem. at 5",
        "Mem. Op. at 3-4",  # the court below's
        "Smith Decl., Ex. A at 4",
        "Tr. 12:4-9",
        "Tr. p. 147",
        "Appellant’s App. Vol. 2 p. 12",
        "8/16/21 Order at 6-12",
        "Fee Mot. at 2",
    ],
    refuses=["the motion at issue", "Reply 2 days later"],
)
# Papers that an order gives letters: "AC ¶ 40", "PSOF at ¶¶ 3-7". In a neutral citation a number
# separates court and paragraph ("2014 COA 113, ¶ 9").
_LETTERS_WITH_PARAGRAPH = Pattern(
    rf"(?<![\w.’'-])(?<!\d\s)(?P<paper>[A-Z]{{2,6}})\s(?:at\s)?(?P<paragraphs>{_PARAGRAPHS})",
    accepts=["AC ¶ 40", "PSOF at ¶¶ 3-7"],
    refuses=[
        "2014 COA 113, ¶ 9",  # a neutral citation
        "AC at 40",
    ],
)
# A name given in parentheses and cited at once: "(“Def.’s Statement”) ¶¶ 1-2".
_DEFINED = Pattern(
    rf"[“\"](?P<paper>[A-Z][\w’'.&\ ]{{1,40}})[”\"]\),?\s(?P<paragraphs>{_PARAGRAPHS})",
    accepts=["(“Def.’s Statement”) ¶¶ 1-2"],
    refuses=["(“Def.’s Statement”) at 5", "(the “Motion”)"],
)
# The Supreme Court prints no "at" for a joint appendix: "1 App. 7-9", "App. 20".
_APPENDIX = Pattern(
    r"""
    (?<![\w.])
    (?P<paper>(?:\d{1,2}\s)?App\.(?:\sto\sPet\.\sfor\sCert\.)?)\s
    (?P<pages>\d{1,4}a?(?:[-–]\d{1,4}a?)?)(?=[,;.)\s](?!\s?\d|Cir\.|Dist\.))
    """,
    re.VERBOSE,
    accepts=["1 App. 7-9,", "App. 20.", "App. to Pet. for Cert. 12a."],
    refuses=["Cal.App. 7", "App. A"],
)
# Before "App.": a court's or a reporter's name ("Tex. Crim. App. 2010", "Ill. App. 612").
_OF_COURT = Pattern(
    rf"(?:(?:Ct|Crim|Civ|Cr|Dist|Div|Term)\.|(?<!\w){state_pattern()})\s$",
    accepts=["Tex. Crim. ", "Ill. ", "Ct. "],
    refuses=["See ", "Villa "],
)
# A page without "at" after a cut word: "(Opp’n 5.)", "(Pls.’ Resp. to Mot. to Dismiss 5-6)".
_PAGE_BEHIND = Pattern(
    rf"""
    (?:(?<=\()|(?<=;\s)|(?<=[.”"]\s)|(?<=[Ss]ee\s))
    (?P<paper>{_PAPER})(?:(?<=\.)|(?<=[’']n)|(?<=Dismiss)|(?<=Compel)|(?<=Remand)|(?<=Strike))\s(?P<pages>\d{{1,3}}(?:[-–]\d{{1,3}})?(?:,\s\d{{1,3}}(?:[-–]\d{{1,3}})?){{0,5}})
    (?=\s?(?:[;()]|\.\)|\.\s[A-Z]|\.$))
    """,
    re.VERBOSE,
    accepts=[
        "(Opp’n 5.)",
        "; Appellee Br. 5 (“Roe",
        "(Pls.’ Resp. to Mot. to Dismiss 5-6)",
        "See Def.’s Br. 12; ",
    ],
    refuses=["(Motion 5)", "Br. 12 of the court"],
)
# A paper named alone in a citation: "(See generally Compl.; Mot.)", "; Opp’n."
_ALONE = Pattern(
    rf"""
    (?:(?<=\()|(?<=;\s)|(?<=[.”"]\s))
    (?:[Ss]ee\s(?:also\s|generally\s)?|see,?\se\.g\.,\s)?
    (?P<paper>{_PAPER})(?P<exhibit>,?\s(?:Exh?s?\.|Exhibit|Att\.)\s[A-Z0-9]{{1,3}}\b)?
    (?=\s?(?:[;)\]]|\.[)\]]|\.\s[A-Z]|\.?$))
    """,
    re.VERBOSE,
    accepts=[
        "(See generally Compl.)",
        "(Mot.; Opp’n)",
        "; Opp’n.",
        "He left. Smith Aff., Ex. F. He",
    ],
    refuses=["the Complaint alleges", "(the motion)"],
)
# The same as a sentence of its own: "MTC. Defendant responded", "Oppo. The deadline".
_SENTENCE = Pattern(
    rf"(?<=[.”\"]\s)(?:See\s)?(?P<paper>{_PAPER})(?<=\.)(?=\s[A-Z][a-z]+\s[a-z])",
    re.VERBOSE,
    accepts=["denied. Opp. The deadline passed", "denied.” Resp. Defendant responded"],
    refuses=["denied. The deadline passed", "Opp. The deadline passed"],
)
_NOT_ALONE = Pattern(
    r"(?:Order|Ruling|R\s?&\s?R|F\s?&\s?R|App\.|Tr\.|Exh?\.\s\w+|Motion|Response|Answer|Brief|Petition|Statement|Reply|Opposition"
    r"|Complaint|Objections?|Memorandum|Removal|^Memo?\.?)$",
    accepts=[
        "Motion",
        "App.",
        "Ex. A",
        "Mem.",  # a decision's, after its citation
        "Mem",
    ],
    refuses=["Mot.", "Opp’n", "Smith Decl.", "Def.’s Mem."],
)


def find_papers(text: str) -> list[Mention]:
    """Return citations of this case's papers by printed short name; pin cites are separate."""
    found = [
        _read(match)
        for match in _APPENDIX.finditer(text)
        if not _OF_COURT.search(text, max(0, match.start() - 24), match.start())
    ]
    for pattern in (_WITH_PIN, _LETTERS_WITH_PARAGRAPH):
        found += map(_read, pattern.finditer(text))
    found += find_record_pages(text)
    for pattern in (_PAGE_BEHIND, _DEFINED):
        found += map(_read, pattern.finditer(text))
    for match in (*_ALONE.finditer(text), *_SENTENCE.finditer(text)):
        if match.groupdict().get("exhibit") or not _NOT_ALONE.search(match["paper"]):
            found.append(make_paper(match, match["paper"], None))
    return found


def _read(match: re.Match[str]) -> Mention:
    pins = map(match.groupdict().get, ("pages", "paragraphs", "lines"))
    return make_paper(match, match["paper"], next(filter(None, pins)).strip())
