"""The caption's sides: who against whom, as printed."""

from dataclasses import dataclass

from build_scripts.model.description import Span
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "caption.toml")
ROLE = _PATTERNS.ROLE
IN_RE = _PATTERNS.IN_RE
EX_PARTE = _PATTERNS.EX_PARTE
LITIGATION = _PATTERNS.LITIGATION
PROCEEDING = _PATTERNS.PROCEEDING
ABBREVIATED_END = _PATTERNS.ABBREVIATED_END
LABEL = _PATTERNS.LABEL


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption in parts, as printed: a matter ("In re …"), or two sides."""

    matter: str | None
    left: str | None
    right: str | None
    span: Span


def _strip_name(text: str) -> str:
    """Take off what parts names; a full stop that belongs to the name stays: "N.A.", "Inc."."""
    stripped = text.strip(" ,;")
    return stripped if ABBREVIATED_END.search(stripped) else stripped.rstrip(".")


def cut_at_role(text: str) -> tuple[str, str | None, str]:
    """Return the name before the first role, the role, and what follows it."""
    match = ROLE.search(text)
    if not match:
        return _strip_name(text), None, ""
    before = _strip_name(text[: match.start()])
    if not before:
        # The role stands in front: "Plaintiff Robert Roe".
        name, _, rest = cut_at_role(text[match.end() :].lstrip(" :"))
        return name, match["role"], rest
    return before, match["role"], text[match.end() :]


def drop_lead(text: str) -> str:
    """Return a caption without the text before the parties; its noise is blanked."""
    return _PATTERNS.LEAD.sub("", LABEL.sub("", text))
