"""The print around a citation: the signal before it, parentheses and later history after it.

Words are kept as printed; their meaning for the authority is not judged here.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern_table import read_patterns

# Words that introduce a case's earlier or later history (Bluebook table T8). Accepted: "aff’d",
# "cert. denied", "writ denied", "certif. denied", "transfer denied", "vacated", "pet. ref’d",
# "report and recommendation adopted", "on remand", "overruled on other grounds".
HISTORY_WORDS = r"""
    (?: and\s | as\s )?
    (?: aff['’]?(?:d|g)\.? | affirmed | affirming | rev['’](?:d|g) | reversed | reversing
      | vacated | vac['’]d | vacating | vac\. | remanded | on\sremand
      | after\sremand | appeal\safter\sremand
      | (?:cert\.?|certif\.|certiorari|certification|writs?|review|rev\.|transfer|allocatur
          |leave\sto\sappeal|appeal|app\.|perm\.\sapp\.|discretionary\sreview|disc\.\srev(?:\.|iew)|pet(?:ition|\.)
          |petition\sfor\scert\.
          |reh['’]g(?:\sen\sbanc)?|rehearing(?:\sen\sbanc)?|probable\sjurisdiction)
        \s(?:denied|granted|dismissed|docketed|filed|noted|ref['’]d|refused|den\.|withdrawn)
      | (?:opinion|order|judgment|decision|report|r(?:ep|ept)\.)\s(?:and\s\w{1,14}\.?\s)?
        (?:adopted|vacated|withdrawn|modified|amended|clarified)
      | overruled | overruling | abrogated | superseded | modified | amended | disapproved | adopted
      | rejected\sby | implied\soverruling )
"""
_PATTERNS = read_patterns(__package__, "context.toml", history_words=HISTORY_WORDS)
_LONGEST = 700  # characters of one pair of parentheses
_MOST = 4  # pairs in a row
_REACH = 260
_WITHOUT = (CitationKind.RECORD, CitationKind.REFERENCE)


def read_contexts(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the sorted mentions with signal, parenthetical and history filled in.

    Parallel citations share them. A later decision of the case printed without a name ("cert.
    denied, 543 U.S. 50") takes the name of the case whose history it is.
    """
    done = list(mentions)
    places: dict[int, int] = {}  # where a group's parentheses end, by its last member's index
    compared = False
    for first, last in _list_groups(mentions):
        head = mentions[first]
        if head.kind in _WITHOUT:
            continue
        start = head.scope_start
        found = _PATTERNS.SIGNAL.search(text, max(0, start - 24), start)
        if compared and found is None:
            # the "with" of "Compare Roe, …, with Doe, …"; and the "and" of a third case
            found = _PATTERNS.COUNTERPART.search(text, max(0, start - 8), start)
        signal = found["signal"] if found else None
        compared = (signal or "").lower() in ("compare", "with", "and")
        start = max(mentions[last].scope_end, mentions[last].end)
        parenthetical, end = _read_parentheses(text, start, head.kind)
        places[last] = end
        for index in range(first, last + 1):
            done[index] = replace(done[index], signal=signal, parenthetical=parenthetical)
    return _read_histories(text, done, places)


def _list_groups(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the first and last index of each citation with its parallels."""
    groups: list[tuple[int, int]] = []
    for index, mention in enumerate(mentions):
        if mention.parallel and groups and groups[-1][1] == index - 1:
            groups[-1] = (groups[-1][0], index)
        else:
            groups.append((index, index))
    return groups


def _read_parentheses(text: str, start: int, kind: CitationKind) -> tuple[str | None, int]:
    """Return the parentheses in a row at `start`, as printed, and where they end."""
    if kind not in (CitationKind.CASE, CitationKind.DOCKET) and (
        edition := _PATTERNS.EDITION.match(text, start + (text[start : start + 1] == " "))
    ):
        start = edition.end()
    end = skip_parentheses(text, start)
    return (text[start:end].strip() or None), end


def skip_parentheses(text: str, end: int) -> int:
    """Return the end of the parentheses in a row right after `end`."""
    for _ in range(_MOST):
        closing = _find_closing(text, end + (text[end : end + 1] == " "))
        if closing is None:
            break
        end = closing
    return end


def _find_closing(text: str, opening: int) -> int | None:
    if text[opening : opening + 1] != "(":
        return None
    depth = 0
    for match in re.finditer(r"[()\n]", text[opening : opening + _LONGEST]):
        depth += {"(": 1, ")": -1}.get(match[0], -_LONGEST)
        if depth < 0:
            return None
        if depth == 0:
            return opening + match.end()
    return None


def _read_histories(text: str, mentions: list[Mention], places: dict[int, int]) -> list[Mention]:
    """Read backwards: a history's own history is part of it."""
    groups = _list_groups(mentions)
    ends = dict(places)  # where a group ends with its history, by its last member's index
    by_start = {first: (first, last) for first, last in groups}
    followers: list[tuple[int, tuple[int, int]]] = []
    for first, last in reversed(groups):
        head = mentions[first]
        if head.kind is not CitationKind.CASE or last not in places:
            continue
        follower = by_start.get(_skip_enclosed(mentions, last, places[last]))
        if follower is None or mentions[follower[0]].kind is not CitationKind.CASE:
            continue
        later = mentions[follower[0]]
        if later.scope_start - places[last] > _REACH:
            continue
        lead = _PATTERNS.HISTORY.match(text[places[last] : later.scope_start])
        if lead is None:
            continue
        end = ends[follower[1]]
        history = text[places[last] + lead.start("history") : end].rstrip(" ,")
        ends[last] = end
        year = later.year if _PATTERNS.OF_ONE_YEAR.match(history) else None
        for index in range(first, last + 1):
            mentions[index] = replace(
                mentions[index], history=history, year=mentions[index].year or year
            )
        if later.name is None:
            followers.append((first, follower))
    for first, (start, last) in reversed(followers):
        for index in range(start, last + 1):
            mentions[index] = replace(mentions[index], name=mentions[first].name)
    return mentions


def _skip_enclosed(mentions: Sequence[Mention], last: int, end: int) -> int:
    """Return the index of the first mention after the parentheses of the group ending at `last`."""
    index = last + 1
    while index < len(mentions) and mentions[index].start < end:
        index += 1
    return index
