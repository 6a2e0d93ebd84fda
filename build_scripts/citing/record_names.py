"""Names that an order gives to papers of its record: `ECF No. 12 ("Motion")`."""

import re
from collections.abc import Sequence

from build_scripts.citing.mentions import Mention
from build_scripts.model.citation import CitationKind
from build_scripts.model.text.pattern import Pattern

# One or two names.
_GIVEN_NAMES = Pattern(
    r"""
    \)?,?\s?\((?:the\s|hereinafter,?\s)?[“"](?P<name>[A-Z][\w’'. ]{1,30}?),?[”"]
    (?:,?\s(?:or|and)\s(?:the\s)?[“"](?P<other>[A-Z][\w’'. ]{1,30}?),?[”"])?\)
    """,
    re.VERBOSE,
    accepts=[" (“Motion”)", ", (the “FAC”)", ") (“Opposition” or “Opp’n”)"],
    refuses=[" (Motion)", " (“the motion”)", " “Motion”"],
    by="match",
)
# The name must be used as a name: with an article or a possessive before it.
_DETERMINER = r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Tt]his|[\w.]{2,20}[’'])"


def find_record_names(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return later mentions by name alone of papers that the order named next to their entry."""
    entries: dict[str, tuple[int, str]] = {}
    for mention in mentions:
        if mention.kind is CitationKind.RECORD and mention.entries:
            given = _GIVEN_NAMES.match(text, mention.end)
            for name in (given["name"], given["other"]) if given else ():
                if name:
                    entries.setdefault(name, (mention.end, mention.normal_form))
    if not entries:
        return []
    names = "|".join(re.escape(name) for name in sorted(entries, key=lambda n: (-len(n), n)))
    pattern = re.compile(
        rf"(?<!\w){_DETERMINER}s?\s(?P<name>{names})(?!\w|\s[A-Z]|\sof\s[A-Z]|\sto\s[A-Z])"
    )
    found = []
    for match in pattern.finditer(text):
        defined_at, authority = entries[match["name"]]
        if match.start() > defined_at:
            span = match.span("name")
            kind = CitationKind.REFERENCE
            found.append(Mention(kind, *span, authority, authority=authority, antecedent=authority))
    return found
