"""Marks of sealed papers: what holds an order back, and what only speaks of seals."""

import pytest

from build_scripts.describing import find_seal_mark
from build_scripts.model.source_text import SourceLine, SourcePage


def read_page(text: str, number: int = 1) -> SourcePage:
    lines = enumerate(text.splitlines(), start=1)
    return SourcePage(number, tuple(SourceLine(line, words) for line, words in lines))


def mark_of(*pages: str) -> str | None:
    found = find_seal_mark([read_page(text, number) for number, text in enumerate(pages, 1)])
    return found.text if found else None


@pytest.mark.parametrize(
    "line",
    [
        "FILED UNDER SEAL",
        "*** SEALED ***",
        "                         UNDER SEAL",
        "Filed Under Seal Pursuant to Protective Order",
        "FILED UNDER SEAL PURSUANT TO 18 U.S.C. § 3509",
        "Plaintiff,            )    FILED UNDER SEAL",
        "Filed under seal: December 5, 2031*",
        "**SEALED ORDER**",
        "REDACTED VERSION",
        "[REDACTED] PUBLIC VERSION",
        "[PUBLIC REDACTED VERSION OF ORDER]",
        "REDACTED – FOR PUBLIC INSPECTION",
        "ORDER [REDACTED]",
        "CONFIDENTIAL - FILED UNDER SEAL",
        "SEALED BY ORDER OF THE COURT",
    ],
)
def test_a_mark_that_stands_alone_is_one(line: str) -> None:
    assert mark_of(f"UNITED STATES DISTRICT COURT\n\n{line}\n\nORDER\n\nThe motion is granted.")


@pytest.mark.parametrize(
    "text",
    [
        "ORDER GRANTING MOTION TO SEAL",
        "ORDER ON ADMINISTRATIVE MOTION TO FILE UNDER SEAL",
        "ORDER GRANTING ADMINISTRATIVE MOTION\nTO FILE DOCUMENTS\nUNDER SEAL",
        "ORDER REGARDING EXHIBITS\nFILED UNDER SEAL",
        "ORDER REGARDING SEALED DOCUMENTS",
        "ORDER ON MOTION TO UNSEAL",
        "In re Sealed Case, 676 F.2d 793",
        "[REDACTED]",
        "SEALED BID PROTEST",
        "The exhibits shall be filed under seal.",
        "and the plaintiff asks that they be\nsealed\nuntil trial.",
        "Opinion originally filed under seal on September 6, 2031",
        "Filed Under Seal: November 20, 2031\nReissued: December 5, 2031",
        "FILED UNDER SEAL\n\nUNSEALED ON MAY 3, 2031",
        "KNOW ALL MEN … under my hand and seal",
    ],
)
def test_what_speaks_of_seals_is_none(text: str) -> None:
    assert mark_of(f"UNITED STATES DISTRICT COURT\n\n{text}\n\nThe motion is granted.") is None


def test_the_head_and_foot_of_later_pages_count_and_their_text_does_not() -> None:
    body = "\n".join(f"Line {number} of the order." for number in range(1, 12))
    assert mark_of("ORDER", f"SEALED\n{body}") == "SEALED"
    assert mark_of("ORDER", f"{body}\nREDACTED VERSION") == "REDACTED VERSION"
    assert mark_of("ORDER", f"{body}\n\nSEALED\n\n{body}") is None


def test_where_a_mark_stands_is_said() -> None:
    found = find_seal_mark([read_page("ORDER"), read_page("\nSEALED\n\nmore", 2)])
    assert found is not None
    assert (found.page, found.line) == (2, 2)
