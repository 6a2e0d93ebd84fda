"""What a build holds is given back when it ends."""

import gc

from build_scripts.site.build_session import BuildSession


def test_what_a_build_holds_is_looked_through_again_when_it_ended() -> None:
    session = BuildSession()
    session.hold_archive()
    assert gc.get_freeze_count() > 0
    session.end()
    assert gc.get_freeze_count() == 0


def test_a_build_that_held_nothing_thaws_nothing() -> None:
    """The program's own modules stay spared while orders are converted."""
    gc.freeze()
    try:
        BuildSession().end()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
