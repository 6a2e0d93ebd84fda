"""Other words for motions: each is of one kind, and as people type it."""

from collections import Counter

from build_scripts.model.description import MotionKind
from build_scripts.model.law.motion_synonyms import MOTION_SYNONYMS


def test_a_synonym_is_of_one_motion_and_no_motion_s_name() -> None:
    words = Counter(word for some in MOTION_SYNONYMS.values() for word in some)
    assert [word for word, times in words.items() if times > 1] == []
    assert {one.value for one in MotionKind} & words.keys() == set()
    assert all(word == word.lower().strip() for word in words)
