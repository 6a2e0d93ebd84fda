"""Blanks that a text tool lost come back; other texts stay as they are."""

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.reading.lost_blanks import restore_blanks
from tests.tables import each_row

DAMAGED = """
Theplaintiffsmovedforanorderthatenforcesthejudgment.
Thedefendantsopposethemotionandaskforahearing.
Thecourthasreadthepapersofbothsides.
Therecordshowsthatthecountypaidnothing.
Onlythreeoftheofficerswerepresentatthemeeting.
Thewardenrefusedtoletthemreadtheirmail.
Noreasonwasgivenforthedelay.
Forthesereasonsthemotionisgranted.
Thepartiesshallfileareportwithinthirtydays.
"""


@each_row()
def test_blanks_come_back(printed: str, read: str) -> None:
    assert restore_blanks(f"{DAMAGED}{printed}").split("\n")[-1] == read


def test_a_text_that_lost_no_blanks_stays_as_it_is() -> None:
    text = "The factfinder read the caselaw (Pen.Code, § 12).\nQuillonv.Harrow\n"
    assert restore_blanks(text) == text


def test_a_second_column_stays_where_it_is() -> None:
    rows = f"{'PATQUILLON,Plaintiff,':33}No. 31-0412\n{'v.':33}ORDER"
    one, other = restore_blanks(f"{DAMAGED}{rows}").split("\n")[-2:]
    assert one.index("No.") == other.index("ORDER")


@given(st.lists(st.text(alphabet="aehrstnTEA,.;:'()§12 v", max_size=40), max_size=8))
def test_no_letter_changes(lines: list[str]) -> None:
    text = DAMAGED + "\n".join(lines)
    restored = restore_blanks(text)
    assert restored.replace(" ", "") == text.replace(" ", "")
    assert restored.count("\n") == text.count("\n")
