"""Words are conserved; a clean order that breaks the promise is refused."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.cleaning import clean_order
from build_scripts.cleaning.conservation import check_words
from build_scripts.model.clean_order import Block, BlockKind, Place
from build_scripts.problems import UnreadableOrderError, WordsLostError
from tests.orders_from_text import read_text

ORDER = """\
 1                 UNITED STATES DISTRICT COURT
 2   JANE ROE,                              Case No. 24-cv-00123-ABC
 3                  Plaintiff,
 4       v.                                 ORDER DENYING MOTION
 5   DOE CORP.,                             TO DISMISS
 6                  Defendant.
 7         The motion to dismiss is denied because the complaint states a claim.
"""


def test_a_lost_word_is_noticed() -> None:
    source = read_text(ORDER)
    clean = clean_order(source)
    kept = clean.blocks[:-1]
    with pytest.raises(WordsLostError, match="lost"):
        check_words(source, replace(clean, blocks=kept))


def test_a_made_up_word_is_noticed() -> None:
    source = read_text(ORDER)
    clean = clean_order(source)
    extra = Block(BlockKind.PARAGRAPH, "granted", (Place(0, 1, 1),))
    with pytest.raises(WordsLostError, match="made up"):
        check_words(source, replace(clean, blocks=(*clean.blocks, extra)))


def test_a_wrong_join_is_noticed() -> None:
    # the letters are the same, the words are not
    source = read_text(ORDER)
    clean = clean_order(source)
    blocks = tuple(replace(b, text=b.text.replace("the motion", "themotion")) for b in clean.blocks)
    blocks = tuple(replace(b, text=b.text.replace("The motion", "Themotion")) for b in blocks)
    with pytest.raises(WordsLostError, match="changed words"):
        check_words(source, replace(clean, blocks=blocks))


LINES = st.one_of(
    st.just(""),
    st.from_regex(r"[ ]{0,12}[0-9]{1,2}", fullmatch=True),
    st.sampled_from(
        [
            "        Plaintiff alleges that the defendant knew of the defect.1",
            "    v.",
            "                 Plaintiff,          Case No. 24-cv-00123-ABC",
            "UNITED STATES DISTRICT COURT",
            "        1",
            "         See id. at 3; 28 U.S.C. § 1331.",
            "Case 3:24-cv-00123-ABC Document 7 Filed 01/02/24 Page 1 of 2",
            "____________",
            "the plaintiff's re-",
            "liance upon the state-",
            "ment was not rea-",
            "*",
            "   * This disposition is not precedent.",
            "**ORDER**",
            "Act.<sup>1</sup> said",
            "<sup>1</sup> Calder v. Jones, 465 U.S. 783 (1984).",
            "\\_\\_\\_ &amp; [x](#)",
            "2023, Plaintiff filed 14 claims",
            "Notice has been electronically mailed to:",
            "I.   BACKGROUND",
            "\f",
        ]
    ),
    st.text(max_size=30),
)


@settings(max_examples=300)
@given(st.lists(LINES, min_size=1, max_size=60))
def test_words_are_conserved_on_any_text(lines: list[str]) -> None:
    """Over order-like lines in any order: cleaning checks its own promise and never breaks it."""
    text = "\n".join(lines).replace("\0", "")
    if not text.strip("\ufeff \n\f\r\t\x0b\x1c\x1d\x1e\x1f\x85\xa0"):
        return
    try:
        source = read_text(text.encode("utf-8", "replace"))
    except UnreadableOrderError:  # binary or foreign: not this test's subject
        return
    clean_order(source)


def test_star_pages_glued_to_words_lose_none() -> None:
    text = "The lease ended.\n\n*89On May 1 the boat left.\n\n*90The motion is denied.\n"
    assert "On May 1 the boat left." in clean_order(read_text(text)).text
