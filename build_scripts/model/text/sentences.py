"""Sentences of legal prose with their places."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from build_scripts.model.text.dates import MONTHS
from build_scripts.model.text.pattern_table import read_patterns

# A full stop after one of these, in any case, ends no sentence; nor does one after an initial.
_ABBREVIATIONS = frozenset(
    """
    no nos dkt dkts doc docs inc co corp ltd bros mr mrs ms messrs dr drs hon vs fed civ crim cal
    app mot mots def defs pl pls compl am ex exs id cf al et etc st jr sr art sec supp cir ct rev
    stat tit ch pt para pp evid rul loc decl aff supra ass'n opp'n int'l seq dep't bus prof educ gov
    const amend cert den rec dckt dckts doct docts inst ent summ prelim inj recons mem resp stip
    ann rel atty attys asst
    """.split()
) | {month for month in MONTHS if len(month) < 5 and month not in ("may", "june", "july")}
_PATTERNS = read_patterns(__package__, "sentences.toml")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its offset in the text that was split."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Return the offset after its last character."""
        return self.start + len(self.text)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Split at full stops that end sentences; a record citation stays with its sentence."""
    sentences: list[Sentence] = []
    start = 0
    for match in _PATTERNS.END.finditer(text):
        stop = match.start() + 1
        head = text[max(start, stop - 12) : stop]
        bare = match.group().rstrip() == "."
        if bare and match.end() < len(text):
            found = _PATTERNS.LAST_WORD.search(head)
            word = found[0].replace("’", "'") if found else ""
            if len(word) == 1 or word.lower() in _ABBREVIATIONS or word in _list_of_names():
                continue  # the full stop belongs to the word before it
        piece = text[start : match.end()].rstrip()
        if piece:
            previous = sentences[-1] if sentences else None
            if previous and _PATTERNS.CITATION_ONLY.match(piece):
                sentences[-1] = Sentence(previous.start, text[previous.start : start + len(piece)])
            else:
                sentences.append(Sentence(start, piece))
        start = match.end()
    rest = text[start:].rstrip()
    if rest:
        sentences.append(Sentence(start, rest))
    return tuple(sentences)


@cache
def _list_of_names() -> frozenset[str]:
    """Return the abbreviations of case names and states in citations (tables T6 and T10)."""
    data = files("reporters_db").joinpath("data")
    tables = ("case_name_abbreviations.json", "state_abbreviations.json")
    return frozenset(
        word.removesuffix(".").rpartition(" ")[2]
        for table in tables
        for word in json.loads(data.joinpath(table).read_text(encoding="utf-8"))
        if word.endswith(".") or "'" in word  # "Ohio" is no abbreviation
    )
