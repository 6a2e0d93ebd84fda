"""A value's mark leads to the words that say it."""

import dataclasses
import re

from build_scripts.model.archive import Archive
from build_scripts.model.description import Claim, Description, Span
from build_scripts.pages.body import render_body
from build_scripts.pages.evidence import Evidence, EvidenceMark, list_evidence, mark_field


def test_each_claim_with_evidence_has_an_anchor(archive: Archive) -> None:
    description = archive.orders[0].order.description
    assert description.court is not None
    assert list_evidence(description) == ()  # nothing made by hand has evidence
    shown = dataclasses.replace(description.court, evidence=Span(7, 20))
    evident = dataclasses.replace(description, court=shown)
    assert list_evidence(evident) == (Evidence("evidence-court", 7),)


def test_the_anchor_stands_before_the_words(archive: Archive) -> None:
    clean = archive.orders[0].order.clean
    start = clean.reading_text.index("Ninth Circuit")
    body = render_body(clean, (), (), evidence=[Evidence("evidence-x", start)]).html
    assert re.search(r'<span class="evidence-mark" id="evidence-x"></span>Ninth', body)


def test_a_value_with_evidence_has_a_mark_that_says_why() -> None:
    reason = 'a "quoted" <b>'
    described = Description(
        is_order=Claim(True, Span(0, 1), reason),
        title=Claim("x", Span(0, 1), reason),
        document_number=Claim("8", None, "ECF stamp"),
        statutes_at_issue=(Claim("x", None, reason), Claim("y", Span(2, 3), reason)),
    )
    assert mark_field(described, "title") == EvidenceMark("evidence-title", reason)
    assert mark_field(described, "document_number") is None  # a stamp is not in the text
    assert mark_field(described, "nature") is None
    assert mark_field(described, "is_order") is None  # a banner has no mark
    second = EvidenceMark("evidence-statute-2", reason)
    assert mark_field(described, "statutes_at_issue", 2) == second
