"""Sections of acts cited by name: "Section 301 of the Labor Management Relations Act"."""

import re
from collections.abc import Iterator, Sequence

from build_scripts.citing.codes import make_provision
from build_scripts.citing.mentions import Mention
from build_scripts.citing.sections import SIGN, Item, base_of, read_sections, stretch
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.dates import MONTH_IN_FULL
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "acts.toml", month_in_full=MONTH_IN_FULL, sign=SIGN)


def find_act_sections(text: str, named: Sequence[Mention]) -> list[Mention]:
    """Return sections of named acts; the normal form is "Sherman Act § 2".

    A section that `named` cites with its code is left to the finder of bare sections: "§ 1635(b) of
    the Truth in Lending Act" is 15 U.S.C. § 1635(b) if the order cites it so.
    """
    coded = {base_of(mention.section) for mention in named if mention.section}
    found: list[Mention] = []
    for match in _PATTERNS.SECTIONS.finditer(text):
        items = read_sections(text, match.end(), plural=True)
        if not items or any(base_of(item.number) in coded for item in items):
            continue
        end = items[-1].end
        act = _PATTERNS.ACT_AFTER.match(text, end) or _PATTERNS.ACT_OF_DAY.match(text, end)
        if act is None:
            continue
        code = _name_act(act)
        found += _list_provisions(stretch(items, match.start(), act.end()), code)
    for match in _PATTERNS.BY_LETTERS.finditer(text):
        items = stretch(read_sections(text, match.end(), plural="§§" in match[0]), match.start())
        items = [item for item in items if base_of(item.number) not in coded]
        found += _list_provisions(items, match["act"])
    return found


def _list_provisions(items: Sequence[Item], code: str) -> Iterator[Mention]:
    for item in items:
        yield make_provision(CitationKind.STATUTE, item.start, item.end, code, item.number)


def _name_act(act: re.Match[str]) -> str:
    if day := act.groupdict().get("day"):
        return f"Act of {re.sub(r',(?=1)', ', ', day)}"
    return f"{act['act']}{act['year'] or ''}" if act["act"] else act["year"]
