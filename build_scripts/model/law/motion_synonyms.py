"""Other words for what motions ask for, as people type them."""

from collections.abc import Mapping
from types import MappingProxyType

from build_scripts.model.description import MotionKind
from build_scripts.model.text.pattern_table import read_table

MOTION_SYNONYMS: Mapping[MotionKind, tuple[str, ...]] = MappingProxyType(
    {
        MotionKind(name): tuple(words)
        for name, words in read_table(__package__, "motion_synonyms.toml").items()
    }
)
"""Words in small letters; each is of one kind."""
