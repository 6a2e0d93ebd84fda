"""Papers of the case by name and pin: "Compl. ¶ 2", "Mot. at 7 n.1", "Smith Decl. ¶ 13"."""

import re

from build_scripts.citing.mentions import Mention
from build_scripts.citing.pins import PIN
from build_scripts.citing.record_pages import find_record_pages, make_paper
from build_scripts.model.law.states import state_pattern
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "papers.toml", pin=PIN, state=state_pattern())


def find_papers(text: str) -> list[Mention]:
    """Return citations of this case's papers by printed short name; pin cites are separate."""
    found = [
        _read(match)
        for match in _PATTERNS.APPENDIX.finditer(text)
        if not _PATTERNS.OF_COURT.search(text, max(0, match.start() - 24), match.start())
    ]
    for pattern in (_PATTERNS.WITH_PIN, _PATTERNS.LETTERS_WITH_PARAGRAPH):
        found += map(_read, pattern.finditer(text))
    found += find_record_pages(text)
    for pattern in (_PATTERNS.PAGE_AFTER, _PATTERNS.DEFINED):
        found += map(_read, pattern.finditer(text))
    for match in (*_PATTERNS.ALONE.finditer(text), *_PATTERNS.SENTENCE.finditer(text)):
        if match.groupdict().get("exhibit") or not _PATTERNS.NOT_ALONE.search(match["paper"]):
            found.append(make_paper(match, match["paper"], None))
    return found


def _read(match: re.Match[str]) -> Mention:
    pins = map(match.groupdict().get, ("pages", "paragraphs", "lines"))
    return make_paper(match, match["paper"], next(filter(None, pins)).strip())
