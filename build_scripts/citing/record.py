"""The record of the case itself by docket entry: "Dkt. No. 7", "[328][329]"."""

import re
from collections.abc import Iterator

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import PIN
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern import Pattern

_ENTRY = r"\d{1,5}(?:[-–]\d{1,3})?(?:\.\d{1,2})?"
_SYSTEM = r"""
    (?: (?:CM/)?ECF(?:\s?(?:Doc(?:ket|\.)?|Dkt\.?|Entry))? | NYSCEF(?:\sDoc\.)?
      | [Dd]kts?\.?(?:\s?[Ee]nt(?:ry|\.)?)? | [Dd]ocket(?:\s[Ee]ntr(?:y|ies))?
      | (?:R(?:ec)?\.\s?)?Docs?\. | Document | Doc
      | D\.?[EN]\.? | D\.I\.
      | (?:(?<=[(\[])|(?<=[.,;]\s)|(?<=[Ss]ee\s))D\.(?=\s?\d) | Entry(?=\sNo) | Filing | Paper )
"""
_NUMBER_WORD = r"(?:,?\s?(?:Items?\s)?(?:N[Oo]s?[.,]?|Numbers?|\#s?|Entry|Entries))"
# "Document 5 pages" and "Paper 3" have no "No.", so `_is_entry` refuses them.
_CITED_ENTRY = Pattern(
    rf"""
    (?<![\w.])(?<!Lod\.\s)(?P<system>{_SYSTEM})
    (?P<word>{_NUMBER_WORD})?
    :?\s?\#?(?P<bracket>\[)?
    (?P<first>{_ENTRY})(?![\d:]|[-–]\d|[-–]?[A-Za-z]{{2,}}-|\sFiled:?\s\d)
    """,
    re.VERBOSE,
    accepts=[
        "Dkt. No. 7",
        "Dkt. 1",
        "ECF 17",
        "ECF Nos. 63 & 64",
        "Docket No. 16",
        "Doc. # 3",
        "R. Doc. 24-3",
        "Paper No. 110",
        "DE 12",
        "Doc. 24-3",
    ],
    refuses=[
        "Docket No. 3:23-cv-01234",
        "Docket No. 04-5678",  # other cases' numbers
    ],
)
_MORE = Pattern(
    rf"(?:,\s?(?:and\s|&\s)?|;\s|\s?&\s?|\sand\s)(?:(?:Dkt\.|ECF)?\s?Nos?\.\s|\#)?"
    rf"(?P<entry>-\d{{1,3}}|{_ENTRY})"
    r"(?![\d:(]|[-–]\d|\s?[A-Z][\w.]{0,9}\s?\d|\sF\.|\sU\.|\sS\.|\sWL|\sat\s\*)",
    accepts=[" & 64", ", and 65", ", -2", ", No. 7"],
    refuses=[", 550 U.S. 544", " & 12:13", " at 4"],
    by="match",
)
_RANGE = Pattern(
    r"(?P<first>\d{2,5})[-–](?P<last>\d{2,5})",
    accepts=["169-170", "12-15"],
    refuses=["12-1", "169"],
    by="fullmatch",
)
# A name of the paper and a pin: "Dkt. 1 Complaint at ¶ 5", "ECF No. 12-1 at 3",
# "Dkt. 4, Ex. A at 2".
_TAIL = Pattern(
    rf"""
    (?= ,?\s?(?:Compl|Mot|Decl|Opp|Reply|Answer|\(|Ex|Att|at\s|pp?\.|¶|PageID) )
    (?: \s(?:Complaint|Compl\.|Mot(?:ion|\.)|Decl(?:aration|\.)|Opp['’]n|Reply|Answer) )?
    (?: ,?\s?\([^()]{{1,40}}\)(?=\s(?:at|¶)) )?
    (?: ,?\s(?:Ex(?:h?s?\.|hibits?)|Att(?:ach(?:ment|\.)|\.))\s?[A-Z0-9]{{1,3}}\b )?
    (?: ,?\s(?:at\s)?(?:p{{1,2}}\.\s?)?(?P<pin>(?:(?<=at\s)|(?<=\.\s)|(?=¶|PageID)){PIN}) )?
    """,
    re.VERBOSE,
    accepts=[" Complaint at ¶ 5", " at 3", ", Ex. A at 2"],
    refuses=[".", " of the motion", ", 550 U.S. 544"],
    by="match",
)
# Bracketed numbers after words of the record: "motions [328][329]", "Motion to Seal [3]", "[#2]".
_BRACKETED = Pattern(
    r"(?:(?<=\w)|(?<=[,;.:)\]”])|(?<=\s)|(?<=\())\[(?:\#\s?|(?:Dkt|Doc|ECF|Docket)\.?\s(?:Nos?\.\s|\#\s?)?)?"
    r"(?P<list>\d{1,4}(?:-\d{1,3})?(?:(?:,\s?|\s?&\s?|\sand\s)\#?\d{1,4}(?:-\d{1,3})?){0,9})(?:\]|(?=\[\d))",
    accepts=["motions [328][329]", "Motion to Seal [3]", "the motion [#2]", "motion [12, 13]"],
    refuses=["473 [U.S.]", "[12 days]", "[sic]"],
)
# Entries with their pins in brackets.
_ENTRY_WITH_PIN = rf"\d{{1,4}}(?:-\d{{1,3}})?,?\s(?:at\s(?=\d)|(?=¶)){PIN}"
_BRACKETED_PINS = Pattern(
    rf"\[(?P<list>{_ENTRY_WITH_PIN}(?:;\s{_ENTRY_WITH_PIN}){{0,9}})\.?\]",
    re.VERBOSE,
    accepts=["[328 ¶ 12; 331 at 4]", "[12-1 at 3.]"],
    refuses=["[12 days]", "[328]"],
)
_EACH_WITH_PIN = Pattern(
    rf"(?P<entry>\d{{1,4}}(?:-\d{{1,3}})?),?\s(?:at\s)?(?P<pin>{PIN})(?=;|$)",
    re.VERBOSE,
    accepts=["328 ¶ 12; 331 at 4"],
    refuses=["328", "12 days"],
)
# What can only follow an entry in brackets: "[18] ¶ 14", "[18] at 3".
_PIN_BEHIND = Pattern(
    r"(?:\sat\s(?=\d|¶)|\s(?=¶))",
    accepts=[" ¶ 14", " at 3"],
    refuses=[" at trial", " and 3", "."],
    by="match",
)
# "Defendants move to dismiss [18]": the requested relief names the motion.
_ASKED_FOR = Pattern(
    r"\bto\s(?:dismiss|strike|compel|remand|stay|amend|exclude|quash|transfer|intervene|seal)\s$",
    accepts=["Defendants move to dismiss ", "a motion to seal "],
    refuses=["to dismissal ", "to dismiss the claim "],
)
# A page in brackets, no entry: "473 U.S. [159] at 160".
_REPORTER_BEFORE = Pattern(
    r"(?:^|\d{1,4}\s[A-Z][\w.’' ]{0,16}\s)$",
    accepts=["473 U.S. ", ""],
    refuses=["the motion ", "12 exhibits "],
)
_HASHED = Pattern(
    r"\((?:See\s|see\s)?(?P<sign>\#)\s?(?P<entry>\d{1,4}(?:-\d{1,3})?)(?=[),;\s])",
    accepts=["(#12)", "(See # 24-3, the motion)"],
    refuses=["#12", "(# of pages)"],
)
_RECORD_WORDS = Pattern(
    r"\b(?:[Mm]otions?|MOTIONS?|[Oo]rders?|ORDERS?|[Cc]omplaint|COMPLAINT|[Aa]pplications?|APPLICATIONS?"
    r"|[Nn]otices?|NOTICES?|[Ss]tipulations?|[Oo]bjections?|[Oo]pposition|[Rr]epl(?:y|ies)|[Bb]riefs?"
    r"|[Rr]equests?|REQUESTS?|[Dd]eclarations?|[Rr]eport|[Pp]etition|[Jj]udgment|[Rr]esponses?"
    r"|[Ss]ubmissions?|[Dd]ocuments?|[Ff]ilings?|[Mm]inutes?|[Ss]eal|SEAL|[Ll]etter|[Ss]tatement|[Dd]ocket)\b",
    accepts=["the motion ", "ORDER", "Defendant’s Reply"],
    refuses=["motioned", "the lease"],
)


def find_record_entries(text: str) -> list[Mention]:
    """Return one mention for each cited entry; the first of a list includes its "ECF Nos."."""
    found: list[Mention] = []
    for match in _CITED_ENTRY.finditer(text):
        # "ECF No. 1, ECF No. 2" was read as one list already
        if _is_entry(match) and not (found and match.start() < found[-1].end):
            found += _read_entries(text, match)
    found += _find_bracketed(text)
    found += _find_bracketed_pins(text)
    for match in _HASHED.finditer(text):
        found.append(_entry_mention(match.start("sign"), match.end("entry"), match["entry"]))
    return found


def _is_entry(match: re.Match[str]) -> bool:
    system, word = match["system"].lower(), match["word"]
    if match["first"].startswith("0"):
        return False
    if system in ("docket", "document", "doc", "paper", "filing", "d.e.", "de") and not word:
        return system in ("de", "d.e.", "filing") and match["system"] not in ("de", "filing")
    return True


def _read_entries(text: str, match: re.Match[str]) -> Iterator[Mention]:
    begin, start, end = match.start(), match.start("first"), match.end("first")
    entry = ""
    while True:
        printed = text[start:end].replace("–", "-")
        # "19798-1, -2": the second attachment of the same entry
        entry = f"{entry.partition('-')[0]}{printed}" if printed.startswith("-") else printed
        if second := _split_range(text, match["word"] or match["system"], start, end):
            yield _entry_mention(begin, second - 1, text[start : second - 1])
            begin = start = second
            entry = text[start:end]
        more = _MORE.match(text, end)
        tail = _TAIL.match(text, end)
        pin = None
        if more is None and match["bracket"] and text[end : end + 1] == "]":
            end += 1  # "Doc. No. [55]"
        elif more is None and tail:
            end, pin = tail.end(), tail["pin"]
            more = _MORE.match(text, end) if pin is None else None
        yield _entry_mention(begin, end, entry, pin)
        if more is None:
            return
        begin = start = more.start("entry")
        end = more.end("entry")


def _split_range(text: str, word: str, start: int, end: int) -> int | None:
    """Return where the second number of "Dkt. Nos. 169-170" begins; "No. 12-1" is an attachment."""
    match = _RANGE.fullmatch(text, start, end)
    if match is None or not word.lower().rstrip(".").endswith("s"):
        return None
    first, last = match["first"], match["last"]
    if len(first) != len(last) or not 0 < int(last) - int(first) <= 40:
        return None
    return match.start("last")


def _find_bracketed(text: str) -> Iterator[Mention]:
    """Yield entries in brackets after words of the record, or after such brackets.

    A bracketed number in a quotation ("473 U.S. [159]") follows no such words.
    """
    last_end = -1
    for match in _BRACKETED.finditer(text):
        named = not text[match.start() + 1].isdigit()
        near = text[max(0, match.start() - 90) : match.start()]
        near = near[near.rfind("\n") + 1 :]
        in_row = 0 <= match.start() - last_end <= 6 and last_end >= 0
        pinned = _PIN_BEHIND.match(text, match.end()) and not _REPORTER_BEFORE.search(near)
        of_record = _RECORD_WORDS.search(near) or _ASKED_FOR.search(near)
        if not (named or in_row or pinned or of_record):
            continue
        if re.search(r"(?:\d\s|[A-Za-z]\.\s?|n\.\s?)$", near) and not (named or in_row or pinned):
            continue
        last_end = match.end()
        numbers = list(re.finditer(r"\d{1,4}(?:-\d{1,3})?", match["list"]))
        offset = match.start("list")
        for number in numbers:
            yield _entry_mention(offset + number.start(), offset + number.end(), number[0])


def _find_bracketed_pins(text: str) -> Iterator[Mention]:
    for match in _BRACKETED_PINS.finditer(text):
        for each in _EACH_WITH_PIN.finditer(match.string, *match.span("list")):
            yield _entry_mention(*each.span(), each["entry"], each["pin"])


def _entry_mention(start: int, end: int, entry: str, pin: str | None = None) -> Mention:
    pin = pin.strip() if pin else None
    form = f"Dkt. No. {entry}"
    return Mention(CitationKind.RECORD, start, end, form, pin_cite=pin, entries=(entry,))
