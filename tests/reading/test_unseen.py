"""Characters that nobody sees leave as a file is read; words, styles and cells keep their places."""

import pytest

from build_scripts.model.source_text import Style
from tests.orders_from_text import clean_text, read_text

SHOWN = "The motion of Jane Roe is GRANTED."


@pytest.mark.parametrize(
    "hidden",
    ["\u202e", "\u2066", "\u2069", "\u200b", "\ufeff", "\u061c", "\U000e0068\U000e0069", "\ufff9"],
    ids=ascii,
)
def test_what_turns_text_around_or_hides_in_it_leaves(hidden: str) -> None:
    clean = clean_text(
        f"ORDER\n\nThe motion of Ja{hidden}ne Roe is {hidden}GRAN{hidden}TED.{hidden}\n"
    )
    assert SHOWN in clean.text
    assert hidden[0] not in clean.text


@pytest.mark.parametrize(
    "kept", ["می\u200cخواهم", "👨\u200d👩\u200d👧", "pay\u00adment", "יצחק כהן"]
)
def test_what_letters_and_emoji_are_made_of_stays(kept: str) -> None:
    lines = [line.text for page in read_text(f"ORDER\n\n{kept}\n").pages for line in page.lines]
    assert kept in lines


def test_styles_keep_their_words() -> None:
    source = read_text("**ORDER**\n\n## I. FACTS\n\nSee \u202eRoe \u200b*v.* **Doe\u2069s** x.\n")
    (line,) = (line for page in source.pages for line in page.lines if "Doe" in line.text)
    assert line.text == "See Roe v. Does x."
    styled = {span.style: line.text[span.start : span.end] for span in line.styles}
    assert styled == {Style.ITALIC: "v.", Style.BOLD: "Does"}
