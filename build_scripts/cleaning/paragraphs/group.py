"""Lines that make one block."""

from dataclasses import dataclass, field

from build_scripts.cleaning.headings import Heading
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import BlockKind


@dataclass(slots=True)
class Group:
    """Lines that make one block, in the making."""

    kind: BlockKind
    lines: list[Line] = field(default_factory=list)
    heading: Heading | None = None
