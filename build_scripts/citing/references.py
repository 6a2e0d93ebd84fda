"""Cases cited by name alone: "In Yahoo!, the court applied the Calder test"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from build_scripts.citing.case_index import (
    LONGEST_OPINION,
    CaseIndex,
    is_common,
    short_names,
    sides,
)
from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.text.pattern import Pattern

# Words that are names both of cases and of other things.
_AMBIGUOUS_WORDS = """
    west court will search application petition matter grand sealed warrant subpoena state
    plaintiff defendant act order rule motion young long strong
    general american national first federal california texas washington virginia florida york
    section title congress may march june july august april church house senate bank union
    insurance board commission department university hospital city county school district
    defendants plaintiffs government does doe unknown social security pacific southern northern
    eastern western central atlantic first second third great united global standard public royal
    metropolitan mutual liberty farmers home security
    cuban mexican chinese japanese german french british canadian european african asian indian
"""
_AMBIGUOUS = frozenset(_AMBIGUOUS_WORDS.split())
# After a name: what shows that a person or company is meant, not the case.
_PERSON_AFTER = Pattern(
    r"(?:['’]s?\s(?!(?:holding|reasoning|rule|test|rationale|analysis|framework|standard|requirement|teaching|definition|discussion|logic|progeny|mandate|formulation|dictate)s?\b)"
    r"|\s(?:v\.|vs\.|&|Inc|Corp|Co\.|Ltd|LLC|[A-Z][a-z]+(?<!Court)(?<!Plaintiffs)(?<!Opinion)\b)|-|,\s[JC]\.|\sDecl|\sDep)",
    accepts=["’s testimony", " v. Doe", " Inc.", " Smith", ", J.", " Decl."],
    refuses=["’s holding", "’s tests", " Court", " held", ", the court"],
    by="match",
)
# Words before a name that only a case can follow: "in Baxter", "under Twombly", "logic of Chavez".
_CASE_BEFORE = Pattern(
    r"""(?:\b(?:[Ii]n|[Uu]nder|[Uu]nlike|[Ll]ike|our|Our|[Ss]ee|[Cc]f\.|[Ss]ince|[Aa]fter|[Bb]efore|so-called|every|distinguish\w{2,3}
      |overrul\w{2,3}|displac(?:es|ed|ing)|abrogat\w{2,3}|appl(?:y|ying|ied)|follow(?:ing|ed)?|cit(?:e|es|ing|ed)|quot(?:es?|ing|ed)|decided|extend\w{0,3}
      |(?:logic|rationale|reasoning|holdings?|applicability|progeny|teachings?|framework|vernacular|light
        |meaning|reading|application|rule|wake|test|requirements?|dictates|authority|coattails|decisions?
        |analysis|facts|principles?)\s(?:of|in|from)
      |[Rr]el(?:y|ies|ying|ied|iance)(?:\sheavily)?\s(?:up)?on|use|invok\w{1,3}|[Aa]s
      |[Tt]urn(?:s|ing)?\s(?:next\s|now\s|first\s)?to|[Pp]ursuant\sto|[Cc]ontrary\sto|similar\sto|identical\sto
      |[Cc]ompare|[Cc]onsider(?:ing|s|ed)?|discuss(?:ed|es|ing)?(?:\sin)?|[Bb]oth(?:\sin)?|[Ee]ither|[Nn]either|[Uu]nder\sboth
      |(?:[Gg]uided|[Bb]ound|[Rr]equired|required|established|recogni[sz]ed|announced|adopted|articulated|set\s(?:out|forth)|abrogated|overruled|superseded
        |governed|controlled|foreclosed|described|defined|explained|identified|imposed)\s(?:by|in)
      |consistent\swith|accord(?:ance)?\swith|inconsistent\swith|conflicts?\swith|agree\swith|compar\w{1,5}\swith
      |(?:distinguish\w{0,5}|different|departs?|differs)\sfrom|reconsider|revisit|read|reads|misread\w{0,3}|misconstru\w{2,4}|undermin\w{1,3}|disapprov\w{1,3}
      |repudiat\w{1,3}|reaffirm\w{0,3}|endors\w{1,3}|embrac\w{1,3}|[Bb]ased\son|[Aa]part\sfrom|[Aa]side\sfrom|satisf(?:y|ies)|violat(?:e|es|ed))\s
      |\bpost-|\bpre-|\bunder\s(?:the\s)?)$""",
    re.VERBOSE,
    accepts=["In ", "under ", "the reasoning of ", "relied upon ", "post-"],
    refuses=["the ", "testified that ", "Baxter in"],
)
# Words after a name that only a case can have, wherever the name is.
_CASE_AFTER = Pattern(
    r"""(?:['’]s\s(?:holding|reasoning|rule|test|rationale|analysis|framework|standard|requirement|teaching
        |definition|discussion|logic|progeny|mandate|formulation|dictate)s?\b
      |(?:\s|/(?=[A-Z]))(?:[Cc]ourt|held|holds|(?:effects\s)?test|factors?|standard|analysis|index|doctrine|opinion|decision
      |panel|rule|framework|majority|dissent|concurrence|rationale|cases?|violation|material|hearing|claims?|warnings?
      |requires|forbids|precludes?|permits|allows|confirms|establishe[sd]|dictates|commands|explain(?:s|ed)|emphasized
      |rejected|abrogated|overruled|foreclosed|counsels|makes\s(?:clear|plain)|reasoned|concluded\sthat|ruled|upheld|adopted|distinguished|observed\sthat|reiterated|approach|line\sof|formulation|assumption|regime|motions?|evidence|progeny|set\sforth|sets\s(?:forth|out)
      |(?:so|also|likewise|itself|expressly|explicitly|specifically|clearly|correctly|recently|squarely|further|thus)\s(?:held|holds|requires|rejected|explained|says)
      |(?:does|did)\snot\s(?:hold|require|apply|govern|control|address|say|suggest|compel|disturb|change|help)
      |says|asks|applies|concern(?:s|ed)|address(?:es|ed)|dealt\swith|step\s(?:one|two)
      |error|exception|progeny|inquiry|prong|presumption|immunity|was\sa(?:lso)?\s(?:\w{1,15}\s)?(?:case|decision)
      |is\s(?:not\s)?(?:controlling|binding|dispositive|on\spoint|to\sthe\scontrary|good\slaw)|was\sdecided|teaches|instructs|forecloses|controls?|governs|compels|stands\sfor|is\s(?:distinguishable|inapposite|inapplicable|instructive|controlling)|involved|recogni[sz]e[sd]?|concede[sd]?|outlined|itself|“impose|[A-Z][a-z]+\sopinions
      |(?:should|must|can|cannot|may|would|will|does|did)\s(?:not\s)?(?:be\s)?(?:appl(?:y|ied)|controls?|governs?|read
        |follow(?:ed)?|extend(?:ed)?|distinguish(?:ed)?|overruled|limited)
      |both\s(?:involved|dealt|held|concerned)|and\sits\sprogeny|(?:is|was|remains)\s(?:no\slonger|still)\s(?:valid|good))\b)""",
    re.VERBOSE,
    accepts=[
        " court",
        "/Doe opinions",
        " held",
        " is distinguishable",
        " set forth",
        "’s holding",
        " should be applied",
        " does not require",
    ],
    refuses=[" testified", " drove", " courtesy"],
    by="match",
)
# "Golanty, like this case, concerned horses."
_ASIDE_AFTER = Pattern(
    r"(?:\s(?:and|or)\s[A-Z][\w’'-]{1,20}\scases\b|,\s(?:(?:un)?like\s(?:this|the)|by\scontrast|for\sexample|however,\sthe\s[Cc]ourt"
    r"|(?:an?|the|our|another)\s(?:\w{1,14}\s){0,2}(?:case|decision|opinion)|decided|which\s(?:held|holds|was\sdecided)"
    r"|(?:we|this\s[Cc]ourt|the\s[\w\s]{0,24}[Cc]ourt|the\s\w{1,10}\sCircuit)\s(?:held|said|ruled|explained"
    r"|stated|found|noted|concluded|reversed|affirmed|addressed|considered|rejected|observed|reasoned|emphasized))\b)",
    accepts=[
        ", like this case",
        ", by contrast",
        ", for example",
        ", an unpublished decision",
        ", the court held",
        ", the Fifth Circuit explained",
        " and Dennis cases",
    ],
    refuses=[", like a lamb", ", who", ", a man of sixty"],
    by="match",
)
# A further name in a row of names: "Patten, Naiden, and Blazek".
_IN_ROW = Pattern(
    r"(?:,\s|,?\s(?:and|or|with)\s(?:[Ii]n\s)?)",
    accepts=[", ", ", and ", " or In "],
    refuses=[" ", "; ", " and the "],
    by="fullmatch",
)
_PERSON_BEFORE = Pattern(
    r"\b(?:plaintiffs?|defendants?|petitioners?|respondents?|appell(?:ant|ee)s?|judge|justice|officers?"
    r"|agents?|detective|attorney|counsel|witness|debtor|inmate|by\sand\sbetween|doctor)\s$",
    re.IGNORECASE,
    accepts=["plaintiff ", "Judge ", "by and between "],
    refuses=["the ", "judges’ ", "judgement "],
)
_NAME_WORD = Pattern(
    r"(?!United|North|South|East|West|New|Old|San|Saint|Los|Las|Santa)[A-Z][\w’'-]{2,}",
    accepts=["Maropakis", "Wal-Mart"],
    refuses=["United", "San", "AT"],
    by="fullmatch",
)
_COMPANY = Pattern(
    r"\b(?:Inc|Corp|Co|Ltd|LLC|L\.L\.C|LLP|L\.P|P['’]ship|AG|S\.A|N\.V|Servs?|Media|Cent|Bros|Indus)\b",
    accepts=["Celotex Corp.", "Fair Oaks Media", "Roe & Co"],
    refuses=["Roe", "Corporate Oaks", "Income Trust"],
)
_FARTHEST = 500  # citations of one name that are searched for the page of a pin cite
_PIN_AFTER = Pattern(
    r"\sat\s(?P<pin>\d{1,4}(?:[-–]\d{1,4})?)(?=[,;.)])",
    accepts=[" at 570.", " at 12-13,"],
    refuses=[" at 570 days", " at trial"],
    by="match",
)


def find_references(
    text: str, clean: CleanOrder, mentions: Sequence[Mention], index: CaseIndex
) -> list[Mention]:
    """Return names that mean a case cited in full before, or in a footnote.

    A party of this very case counts as a case only with one of its pages, a common word never.
    Precision first.
    """
    parties = " ".join(b.text for b in clean.blocks if b.kind is BlockKind.PARTIES).lower()
    owners: dict[str, list[tuple[int, str]]] = {}
    for start, name, authority in index.named_cases():
        for form in short_names(name):
            if _can_stand_alone(form):
                owners.setdefault(form, []).append((start, authority))
        for form in _first_words(name, text):
            if form.lower() not in _AMBIGUOUS:
                owners.setdefault(form, []).append((start, authority))
    if not owners:
        return []
    names = "|".join(_full_name_patterns(index)) + "|" if index.named_cases() else ""
    names += "|".join(re.escape(form) for form in sorted(owners, key=lambda f: (-len(f), f)))
    pattern = re.compile(rf"(?<![\w.&’'-])(?:{names})(?![\w])")
    scopes = _join_scopes(mentions)
    body_end = len(clean.text)
    own = frozenset(form for form in owners if form.lower() in parties)
    return list(_read(text, pattern, owners, own, scopes, body_end, index))


def _join_scopes(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the ranges that citations take up with their names and parentheses, disjoint."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted((m.scope_start, m.scope_end) for m in mentions):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _read(
    text: str,
    pattern: re.Pattern[str],
    owners: dict[str, list[tuple[int, str]]],
    own: frozenset[str],
    scopes: list[tuple[int, int]],
    body_end: int,
    index: CaseIndex,
) -> Iterator[Mention]:
    last_end = -1
    starts = [scope_start for scope_start, _ in scopes]
    for match in pattern.finditer(text):
        start, end = match.span()
        within = bisect_right(starts, start) - 1
        if within >= 0 and start < scopes[within][1]:
            continue
        before = text[max(0, start - 30) : start]
        if _PERSON_AFTER.match(text, end) or before.endswith((" v. ", " vs. ", "v. ")):
            continue
        near = before.rpartition("\n")[2]
        pin = _PIN_AFTER.match(text, end)
        in_row = last_end >= 0 and _IN_ROW.fullmatch(text, last_end, start)
        is_full = " v. " in match[0]
        if not (
            pin
            or in_row
            or is_full
            or _CASE_BEFORE.search(near)
            or _CASE_AFTER.match(text, end)
            or _ASIDE_AFTER.match(text, end)
        ):
            continue
        if _PERSON_BEFORE.search(near):
            continue
        lead = re.search(r"([A-Z][\w’'.]*)\s$", near)
        if lead and lead[1] not in _SENTENCE_WORDS:
            continue
        authority = (
            _owner(owners[match[0]], pin, start, body_end, index)
            if match[0] in owners
            else (index.find_by_name(match[0], start))
        )
        if authority is None or (match[0] in own and not _is_page_of(pin, authority, index)):
            continue
        last_end = end
        yield Mention(
            CitationKind.SHORT if pin else CitationKind.REFERENCE,
            start,
            pin.end() if pin else end,
            authority,
            name=match[0],
            pin_cite=pin["pin"] if pin else None,
            authority=authority,
            antecedent=authority,
        )


def _of_page(
    cited: list[tuple[int, str]], pin: re.Match[str] | None, index: CaseIndex
) -> list[tuple[int, str]]:
    """Return, of several cases of one name, those with the page of the pin cite, else all."""
    return [each for each in cited if _is_page_of(pin, each[1], index)] or cited


def _is_page_of(pin: re.Match[str] | None, authority: str, index: CaseIndex) -> bool:
    """Return whether a party's name comes with a page of the case: "Moseley at 599"."""
    if pin is None:
        return False
    page = int(re.split(r"[-–]", pin["pin"], maxsplit=1)[0])
    return any(first <= page <= first + LONGEST_OPINION for first in index.first_pages(authority))


def _owner(
    cited: list[tuple[int, str]],
    pin: re.Match[str] | None,
    start: int,
    body_end: int,
    index: CaseIndex,
) -> str | None:
    """Return the case last cited under the name before `start`, else one in a footnote.

    If there are several, it is one that has the page of the pin cite. A name in the body may point
    forward to the footnote that cites the case.
    """
    last = bisect_left(cited, start, key=lambda each: each[0])
    before = _of_page(cited[max(0, last - _FARTHEST) : last], pin, index)
    if before:
        return before[-1][1]
    notes = bisect_left(cited, max(start, body_end), key=lambda each: each[0])
    if start < body_end and notes < len(cited):
        return cited[notes][1]
    return None


def _full_name_patterns(index: CaseIndex) -> list[str]:
    """Return patterns for "De Leon v. Comcar Industries" of a case cited with both its parties."""
    patterns = set()
    for _, name, _ in index.named_cases():
        parties = sides(name)
        if len(parties) == 2 and (word := re.match(r"[A-Z][\w’'-]+", parties[1])):
            patterns.add(
                rf"{re.escape(parties[0])}\sv\.\s{re.escape(word[0])}(?:\s[A-Z][\w’'&]*\.?){{0,4}}"
            )
    return sorted(patterns, key=lambda p: (-len(p), p))


def _can_stand_alone(form: str) -> bool:
    return len(form) >= 3 and form.lower().strip(".") not in _AMBIGUOUS and not form.isupper()


def _first_words(name: str, text: str) -> Iterator[str]:
    """Yield the first word or two of a longer party's name: "Kellogg", "Argus Leader", "KSR".

    A word that the order also prints in lower case is left out: "Food" names no case if food is
    mentioned.
    """
    parties = sides(name)
    # cases are named by their first party, unless that is a government
    for side in parties[:1] if short_names(parties[0]) else parties[1:]:
        words = side.split()
        if len(words) > 1 and re.fullmatch(r"[A-Z]\.", words[0]):
            words = words[1:]  # "M. Maropakis Carpentry, Inc."
        if len(words) < 2 or not _NAME_WORD.fullmatch(words[0]) or is_common(words[0]):
            continue
        first, second = words[:2]
        if not _COMPANY.search(side):
            continue  # persons are named by their last name
        if not re.search(rf"(?<!\w){re.escape(first.lower())}(?!\w)", text):
            yield first
        if len(words) > 2 and _NAME_WORD.fullmatch(second) and not is_common(second):
            yield f"{first} {second}"


_SENTENCE_WORDS_WORDS = """
    In Under Like Unlike By The See As On Of And Our After Since While Cf. Both Though Although
    At So Here Hence Before Because With From To Following Applying Citing Quoting But Also Court
    Even Thus If When That
"""
_SENTENCE_WORDS = frozenset(_SENTENCE_WORDS_WORDS.split())
