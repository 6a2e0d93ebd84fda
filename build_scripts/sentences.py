"""Sentences of legal prose, each at its place."""

import re
from dataclasses import dataclass

from build_scripts.text.pattern import Pattern

# A full stop after one of these ends no sentence.
_ABBREVIATION = Pattern(
    r"""
    (?: \b(?: no|nos|dkt|dkts|doc|docs|inc|co|corp|ltd|bros|mr|mrs|ms|dr|hon|v|vs|fed|r|civ|crim|p
          | cal|app|mot|mots|def|defs|pl|pls|compl|am|ex|exs|id|e\.g|i\.e|cf|al|et|etc|st|jr|sr|art
          | sec|supp|cir|ct|rev|stat|tit|ch|pt|para|pp|u\.s|s|f|l|evid|rul|loc|decl|aff|supra|n
          | jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|ass['’]n|opp['’]n|int['’]l|dep['’]t
          | bus|prof|educ|gov|const|amend|cert|den|d\.i )
      | \b[A-Z] )\.$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_END = Pattern(r"[.?!][\"”’')\]]*(?:\s+(?=[\"“‘'(\[A-Z¶§])|$)")
# Record citations that follow a sentence belong to it: "… motion to dismiss. ECF No. 23."
_CITATION_ONLY = Pattern(
    r"^[\[(]?\s*(?:see(?:\s+also)?\s+)?(?:ecf|dkt|docket|doc|paper|d\.i)\b[^a-z]{0,6}",
    re.IGNORECASE,
    by="match",
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its offset in the text that was split."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split at full stops that end sentences; a record citation stays with its sentence."""
    sentences: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        stop = match.start() + 1
        head = text[max(start, stop - 12) : stop]
        bare = match.group().rstrip() == "."
        if bare and match.end() < len(text) and _ABBREVIATION.search(head):
            continue
        piece = text[start : match.end()].rstrip()
        if piece:
            previous = sentences[-1] if sentences else None
            if previous and _CITATION_ONLY.match(piece):
                sentences[-1] = Sentence(previous.start, text[previous.start : start + len(piece)])
            else:
                sentences.append(Sentence(start, piece))
        start = match.end()
    rest = text[start:].rstrip()
    if rest:
        sentences.append(Sentence(start, rest))
    return tuple(sentences)
