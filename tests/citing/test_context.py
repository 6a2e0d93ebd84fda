"""Signals, parentheses and later history, as printed."""

from tests.citing.specimens import cite
from tests.tables import each_row


@each_row()
def test_signals(text: str, signal: str | None) -> None:
    assert [one.signal for one in cite(text) if one.normal_form == "556 U.S. 662"] == [signal]
