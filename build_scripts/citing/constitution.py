"""Articles and amendments of a constitution that is not named with them: "the Fourth Amendment"."""

import re
from collections.abc import Iterator, Sequence

from build_scripts.citing.mentions import Mention
from build_scripts.citing.states import name_state, state_pattern
from build_scripts.model.citation import CitationKind
from build_scripts.text.pattern import Pattern

# "Article III standing", where the order names that Article with its constitution.
_BARE_ARTICLE = Pattern(r"(?<!\w)Article\s(?P<number>I{1,3}|IV|VI{0,2})\b(?!,?\s(?:§|[Ss]ec|of))")
# "Art. IV, § 3, cl. 2", "article I, section 8". OCR reads "III" as "Ill".
_ARTICLE_SECTION = Pattern(
    rf"""
    (?<![\w.])(?:[Aa]rt\.|[Aa]rticle)\s(?P<number>I{{1,3}}|Ill?|IV|VI{{0,3}}|IX|XI{{0,2}}|X[IVX]{{1,4}}),?
    \s?(?:§\s?|[Ss]ec(?:tion|\.)\s)(?P<section>\d{{1,2}})(?!\d|\.\d)
    (?:,?\s?cl(?:ause|\.)\s?(?P<clause>\d{{1,2}}))?
    (?P<whose>,?\sof\s(?:the\s|our\s)?(?:(?P<state>{state_pattern()})\s|(?P<federal>United\sStates\s|U\.\s?S\.\s|[Ff]ederal\s))?
      (?:State\s)?Const(?:itution|\.))?
    (?!,?\sof\s(?:the|this|said)\s)
    """,
    re.VERBOSE,
)
_ORDINALS = """
    First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth
    Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth Twenty-First
""".split()  # fmt: skip
_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
_AMENDMENTS = Pattern(
    rf"(?<![\w-])(?P<list>(?:{'|'.join(_ORDINALS)})(?:(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)(?:the\s)?"
    rf"(?:{'|'.join(_ORDINALS)})){{0,5}})\sAmendments?\b",
    accepts=["the Fourth Amendment", "First, Fourth and Fifth Amendments"],
    refuses=[
        # and then no other amendment of that order is taken for the nation's
        "the Second Amendment to the Lease",
    ],
)
_EACH_ORDINAL = Pattern("|".join(sorted(_ORDINALS, key=len, reverse=True)))
_OF_CONTRACT = Pattern(
    rf"(?:{'|'.join(_ORDINALS)})\sAmendment\s(?:to|of)\s(?:the\s|that\s|this\s|its\s|their\s)?"
    r"(?!United\sStates|U\.\s?S\.|[Ff]ederal|Constitution|our\b)[A-Z]"
    r"|(?:Amended\sand\sRestated|Amendment\sNo\.)"
)


def find_bare_constitution(text: str, named: Sequence[Mention]) -> list[Mention]:
    """Return articles and amendments cited without their constitution, which the order tells.

    A bare article is the federal one where that was named; one with its section also where no
    state's constitution has that section in the order. Amendments are the federal ones where the
    order speaks of a constitution and no contract's amendments are numbered.
    """
    known = {m.normal_form for m in named if m.kind is CitationKind.CONSTITUTION}
    heads = {form.partition(",")[0] for form in known}
    found = [*_find_sections(text, known)]
    for match in _BARE_ARTICLE.finditer(text):
        article = f"U.S. Const. art. {match['number']}"
        if article in heads:
            found.append(_mention(*match.span(), article))
    if re.search(
        r"[Cc]onstitution|Const\.|\b\d{2,3}\sU\.\s?S\.\s\d", text
    ) and not _OF_CONTRACT.search(text):
        found += _find_amendments(text)
    return found


def _find_sections(text: str, known: set[str]) -> Iterator[Mention]:
    states = {form.partition(" Const.")[0] for form in known} - {"U.S."}
    for match in _ARTICLE_SECTION.finditer(text):
        number = {"Il": "II", "Ill": "III"}.get(match["number"], match["number"])
        place = f"Const. art. {number}, § {match['section']}"
        if match["clause"]:
            place += f", cl. {match['clause']}"
        if match["state"]:
            whose = name_state(match["state"])
        elif match["federal"] or (match["whose"] and not states):
            whose = "U.S."
        else:
            named = [
                one for one in sorted(states) if any(f.startswith(f"{one} {place}") for f in known)
            ]
            federal = re.fullmatch(r"I{1,3}|IV|VI{0,2}", number) and (
                not states or any(form.startswith("U.S. Const. art.") for form in known)
            )
            whose = named[0] if len(named) == 1 else "U.S." if federal else ""
        if whose == "U.S." and not re.search(r"Constitution|Const\.|Congress", text):
            continue  # an agreement has articles too
        if whose:
            yield _mention(*match.span(), f"{whose} {place}")


def _find_amendments(text: str) -> Iterator[Mention]:
    for match in _AMENDMENTS.finditer(text):
        ordinals = list(_EACH_ORDINAL.finditer(text, *match.span("list")))
        for index, ordinal in enumerate(ordinals):
            end = match.end() if index == len(ordinals) - 1 else ordinal.end()
            numeral = _NUMERALS[_ORDINALS.index(ordinal[0])]
            yield _mention(ordinal.start(), end, f"U.S. Const. amend. {numeral}")


def _mention(start: int, end: int, form: str) -> Mention:
    return Mention(CitationKind.CONSTITUTION, start, end, form, start, end, antecedent=form)
