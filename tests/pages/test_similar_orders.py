"""Orders like an order, at the end of its page, each with what both have in words."""

import html
import re
from dataclasses import replace

from build_scripts.model.archive import Archive, SimilarOrder
from build_scripts.model.description import MotionKind, Outcome
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.order_page import view_order
from tests.changed import put_first
from tests.pages.conftest import FIRST, SECOND

LIKE = SimilarOrder(
    SECOND,
    0.4,
    ("Yahoo! Inc. v. La Ligue", "18 U.S.C. § 2510"),
    ("cordless", "scanner"),
    ((MotionKind.DISMISS, Outcome.GRANTED),),
)


def view(archive: Archive, *like: SimilarOrder) -> tuple[str, ...]:
    first = replace(archive.orders[0], similar=like)
    index = build_index(put_first(archive, first))
    shown = view_order(index, 0)
    assert first.address == FIRST
    assert ("more-like-this" in {one.anchor for one in shown.sections}) == bool(like)
    return tuple(html.unescape(re.sub(r"<[^>]+>", "", reason)) for _, reason in shown.similar)


def test_each_says_what_both_have(archive: Archive) -> None:
    (reason,) = view(archive, LIKE)
    assert reason.split("; ") == [
        "both cite Yahoo! Inc. v. La Ligue, 18 U.S.C. § 2510",
        "motions to dismiss granted in both",
        "shared words: “cordless”, “scanner”",
    ]


def test_only_what_is_shared_is_said(archive: Archive) -> None:
    assert view(archive, replace(LIKE, authorities=(), rulings=())) == (
        "shared words: “cordless”, “scanner”",
    )
    assert view(archive) == ()
