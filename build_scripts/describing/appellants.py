"""Who appeals, as the caption's roles show it, or the sentence that brings the appeal."""

from collections.abc import Sequence

from build_scripts.describing.motions import find_mover, list_movant_words
from build_scripts.describing.opening import find_opening, locate_body
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import Claim, Party, PartyRole, is_claim_confirmed
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "appellants.toml")
_CROSS = frozenset({PartyRole.CROSS_APPELLANT, PartyRole.CROSS_APPELLEE})
_LONGEST_MEMORANDUM = 4000  # characters
_FIRST_BLOCKS = 25  # in which an opinion names who appeals


def find_appellant(parties: Sequence[Claim[Party]], clean: CleanOrder) -> str | None:
    """Return who appeals or petitions, or None if both sides do or nothing shows it."""
    named = [each.value for each in parties if is_claim_confirmed("parties", each)]
    own = [each for each in named if _appeals(each) or PartyRole.PETITIONER in each.roles]
    lines = (*find_opening(clean), *locate_body(clean)[:_FIRST_BLOCKS])
    crossed = any(_CROSS & set(each.value.roles) for each in parties)
    crossed = crossed or any(_PATTERNS.CROSS.search(line.text) for line in lines)
    if crossed or len({each.side for each in own}) > 1:
        return None
    # A petitioner below can be who answers: prose names who appeals.
    petitioned = not any(map(_appeals, own))
    if not own or (petitioned and _names_appeal(clean)):
        return _find_side(clean) or _find_in_prose(clean) or _find_petitioner(clean)
    names = list(dict.fromkeys(each.name for each in own))
    several = any(each.et_al or _PATTERNS.SEVERAL.search(each.role_printed or "") for each in own)
    if len(names) > 2 or (several and len(names) == 1):
        return f"{names[0]} et al."
    return " and ".join(names)


def _appeals(party: Party) -> bool:
    in_error = _PATTERNS.IN_ERROR.match(party.role_printed or "")
    return PartyRole.APPELLANT in party.roles or bool(in_error)


def _find_side(clean: CleanOrder) -> str | None:
    """Return the one side that the caption calls "Defendants-Appellants", whatever their names."""
    caption = " ".join(line.text for line in find_opening(clean))
    sides = {found["side"].capitalize() for found in _PATTERNS.SIDE.finditer(caption)}
    return sides.pop() if len(sides) == 1 else None


def _find_petitioner(clean: CleanOrder) -> str | None:
    """Return "Petitioner" of a memorandum decision: its columns may mix the lines of the name."""
    text = clean.reading_text
    found = _PATTERNS.PETITIONER.search(text) if len(text) <= _LONGEST_MEMORANDUM else None
    return found["side"].capitalize() if found else None


def _names_appeal(clean: CleanOrder) -> bool:
    """Return whether prose names an appeal: who petitions for review has the petitioner's role."""
    first = locate_body(clean)[:_FIRST_BLOCKS]
    found = (each[0] for block in first for each in _PATTERNS.APPEALS.finditer(block.text))
    return any("appeal" in each.lower() for each in found)


def _find_in_prose(clean: CleanOrder) -> str | None:
    """Return who "appeals from the judgment", if it is one side and no other appeals too."""
    found: list[str] = []
    for block in locate_body(clean)[:_FIRST_BLOCKS]:
        movers = (
            find_mover(block.text[: each.start()])
            for each in _PATTERNS.APPEALS.finditer(block.text)
        )
        found += (each for each in movers if each and not _PATTERNS.NO_NAME.search(each))
    longest = max(found, key=len, default=None)
    words = list_movant_words(longest or "")
    return longest if all(list_movant_words(each) <= words for each in found) else None
