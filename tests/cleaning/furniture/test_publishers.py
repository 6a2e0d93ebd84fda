"""What a publisher wrote leaves its print of an order; the court's words stay, and all others' prints.

The forms are those of real prints; parties, judges and headnotes are made up.
"""

from build_scripts.model.clean_order import CleanOrder, RemovalReason
from tests.orders_from_text import clean_text
from tests.tables import each_row

CAPTION = """JANE ROE, Plaintiff,
v.
ACME MILLS, INC., Defendant.

Case No. 16-cv-01234-ABC

"""
ORDER = """ORDER DENYING MOTION TO DISMISS

MARA T. VALE, United States District Judge

Before the Court is Defendant's motion to dismiss. The motion is DENIED for the reasons below.

{first}A complaint states a claim where it tells who burned the mill. Plaintiff tells it.

IT IS SO ORDERED.
"""


def left(clean: CleanOrder) -> str:
    """The publisher's words that left, and what services print."""
    reasons = (RemovalReason.PUBLISHER, RemovalReason.CHROME)
    return "\n".join(one.text for one in clean.removals if one.reason in reasons)


@each_row()
def test_what_the_publisher_wrote_leaves_and_the_courts_words_stay(
    publisher: str,
    head: str,
    own: str,
    counsel: str,
    foot: str,
    first: str,
    leaves: list[str],
    stays: list[str],
) -> None:
    """`own` are the publisher's words between the caption and the order, `first` those in it."""
    order = ORDER.format(first=first)
    clean = clean_text(head + CAPTION + own + counsel + order + foot)
    assert clean.publisher is not None
    assert (clean.publisher.publisher, clean.publisher.unended) == (publisher, None)
    assert [words for words in leaves if words in clean.reading_text] == []
    assert [words for words in leaves if words not in left(clean)] == []
    stays = [*stays, "ACME MILLS, INC.", "ORDER DENYING MOTION TO DISMISS", "MARA T. VALE"]
    assert [words for words in stays if words not in clean.reading_text] == []
    assert "The motion is DENIED" in clean.reading_text
    assert "A complaint states a claim where it tells who burned the mill" in clean.reading_text


@each_row()
def test_an_order_that_speaks_of_publishers_is_the_courts_own(words: str) -> None:
    text = f"UNITED STATES DISTRICT COURT\nDISTRICT OF NEVADA\n\n{CAPTION}{ORDER.format(first='')}"
    clean = clean_text(text.replace("Before the Court is", f"{words}\n\nBefore the Court is"))
    assert clean.publisher is None
    assert not any(one.reason is RemovalReason.PUBLISHER for one in clean.removals)


@each_row()
def test_words_whose_end_cannot_be_told_stay_and_are_named(own: str) -> None:
    clean = clean_text(f"{CAPTION}The motion is denied.\n\n{own}")
    assert clean.publisher is not None
    assert clean.publisher.unended is not None
    assert "A mill is a building." in clean.reading_text
    assert not any(one.reason is RemovalReason.PUBLISHER for one in clean.removals)
