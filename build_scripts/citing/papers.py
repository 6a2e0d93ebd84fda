"""Papers of the case by name and pin: "Compl. ¶ 2", "Mot. at 7 n.1", "Smith Decl. ¶ 13"."""

import re

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import PIN
from build_scripts.citing.record_pages import find_record_pages, make_paper
from build_scripts.model.law.states import state_pattern
from build_scripts.model.text.pattern_table import read_patterns

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
_PATTERNS = read_patterns(__package__, "papers.toml", paper=_PAPER, pin=PIN, state=state_pattern())
_WITH_PIN = _PATTERNS["WITH_PIN"]
_LETTERS_WITH_PARAGRAPH = _PATTERNS["LETTERS_WITH_PARAGRAPH"]
_DEFINED = _PATTERNS["DEFINED"]
_APPENDIX = _PATTERNS["APPENDIX"]
_OF_COURT = _PATTERNS["OF_COURT"]
_PAGE_BEHIND = _PATTERNS["PAGE_BEHIND"]
_ALONE = _PATTERNS["ALONE"]
_SENTENCE = _PATTERNS["SENTENCE"]
_NOT_ALONE = _PATTERNS["NOT_ALONE"]


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
