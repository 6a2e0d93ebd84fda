from dataclasses import replace

from build_scripts.describing import describe_order
from build_scripts.describing.plausibility import list_oddities
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim
from tests.describing.specimens import CAPTION, SIGNATURE, Line, as_lines, make_order
from tests.tables import each_row

TITLE: Line = (BlockKind.TITLE, "ORDER DENYING MOTION TO SEAL")
BODY = "The motion to seal is denied, since no reason for it was given in the papers."


def list_messages(*lines: Line) -> list[str]:
    clean = make_order(*CAPTION, TITLE, *lines, *SIGNATURE)
    return [each.message for each in list_oddities("a.txt", clean, describe_order(clean))]


@each_row(lines=as_lines)
def test_what_is_odd_in_a_text(lines: tuple[Line, ...], said: str) -> None:
    assert any(said in message for message in list_messages(*lines))


def test_a_good_order_has_none() -> None:
    assert list_messages(BODY) == []


def test_a_name_with_a_stamp_in_it() -> None:
    clean = make_order(*CAPTION, TITLE, BODY, *SIGNATURE)
    found = describe_order(clean)
    odd = replace(
        found, case_name=Claim("March 16 v. Acme Insurance Co.", None, "", confidence=0.9)
    )
    (finding,) = list_oddities("a.txt", clean, odd)
    assert "March 16" in finding.message
    assert finding.mend.startswith("orders correct FILE --set case_name=")


def test_dispositive_words_without_a_ruling() -> None:
    clean = make_order(*CAPTION, TITLE, "The motion to seal is DENIED.", *SIGNATURE)
    found = replace(describe_order(clean), rulings=(), disposition=None)
    (finding,) = list_oddities("a.txt", clean, found)
    assert "no ruling was found" in finding.message
