"""The whole stage: an order in, citations in order out."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite, make_order
from tests.tables import each_row, list_with_none

_BODY = (
    "The court looks to where the defendant aimed its acts. Yahoo! Inc. v. La Ligue Contre Le "
    "Racisme Et L'Antisemitisme, 433 F.3d 1199, 1205 (9th Cir. 2006) (en banc). The complaint says "
    "that the account was used from this district. Dkt. 1 Complaint at ¶ 5. In Yahoo!, the Ninth "
    "Circuit applied the so-called Calder effects test. Id. at 1206. The motion (Dkt. No. 7) is "
    "denied."
)
_NOTE = "Calder v. Jones, 465 U.S. 783, 104 S. Ct. 1482, 79 L.Ed.2d 804 (1984)."


def test_a_short_order_is_cited_whole() -> None:
    found = [(c.kind.value, c.text, c.normal_form, c.authority) for c in cite(_BODY, notes=[_NOTE])]
    yahoo, calder = "433 F.3d 1199", "465 U.S. 783"
    assert found == [
        ("case", "433 F.3d 1199, 1205", yahoo, yahoo),
        ("record", "Dkt. 1 Complaint at ¶ 5", "Dkt. No. 1", "Dkt. No. 1"),
        ("reference", "Yahoo!", yahoo, yahoo),
        ("reference", "Calder", calder, calder),
        ("id", "Id. at 1206", yahoo, yahoo),
        ("record", "Dkt. No. 7", "Dkt. No. 7", "Dkt. No. 7"),
        ("case", "465 U.S. 783", calder, calder),
        ("case", "104 S. Ct. 1482", "104 S. Ct. 1482", calder),
        ("case", "79 L.Ed.2d 804", "79 L. Ed. 2d 804", calder),
    ]


@each_row(expected=list_with_none)
def test_each_citation(
    texts: list[str],
    notes: list[str] | None,
    quotes: list[str] | None,
    parties: str | None,
    fields: list[str],
    expected: list[tuple[object, ...]],
) -> None:
    found = cite(*texts, notes=notes or (), quotes=quotes or (), parties=parties or "")
    assert [tuple(getattr(one, name) for name in fields) for one in found] == expected


def test_the_pin_cite_stands_apart_from_the_normal_form() -> None:
    by_text = {c.text: c for c in cite(_BODY, notes=[_NOTE])}
    assert by_text["Id. at 1206"].pin_cite == "1206"
    assert by_text["Id. at 1206"].antecedent == "433 F.3d 1199"
    assert by_text["Dkt. 1 Complaint at ¶ 5"].pin_cite == "¶ 5"
    assert by_text["Dkt. 1 Complaint at ¶ 5"].entries == ("1",)


def test_an_empty_order_cites_nothing() -> None:
    assert cite("The motion is denied.") == ()
    assert make_order().reading_text == ""
    assert cite() == ()


def test_the_caption_is_no_citation() -> None:
    # a case reported elsewhere prints its own citation beside its parties
    own = cite("See Calder v. Jones, 465 U.S. 783 (1984).", parties="Roe v. Poe, 24 F.4th 999")
    assert [c.normal_form for c in own] == ["465 U.S. 783"]


_FRAGMENTS = st.sampled_from(
    [
        "Calder v. Jones, 465 U.S. 783, 788, 104 S. Ct. 1482 (1984)",
        "Id. at 1206",
        "id. § 1332(a)",
        "Ibid.",
        "28 U.S.C. §§ 1331, 1332(a)",
        "Fed. R. Civ. P. 12(b)(6)",
        "tit. 10, §§ 7306-1.1(A), (B), 7306-2.6(A)",
        "28 U.S.C. § 1332(a), (d)",
        ", (B)",
        "Rules 8 and 9(b)",
        "Civ. L.R. 7-1(b)",
        "ECF Nos. 6, 16, 24",
        "motions [328][329]",
        "Compl. ¶¶ 2, 10",
        "Calder, supra, at 789",
        "465 U.S. at 789 n.3",
        "No. 3:23-cv-01234-MTO, slip op. at 2 (N.D. Cal. Mar. 4, 2024)",
        "2006 WL 1343597, at *2 (N.D. Cal. Mar. 6, 2006)",
        "(“quoting",
        "”)",
        "(",
        ")",
        "; see also",
        "Section 631(a)",
        "Cal. Penal Code §§ 631 & 632.7",
        "note 6 supra",
        "§",
        "v.",
        "In re",
        "____",
        "Calder",
    ]
)
_PARAGRAPHS = st.lists(
    st.lists(
        st.one_of(_FRAGMENTS, st.text(max_size=8).filter(lambda t: "\n" not in t)), max_size=9
    ).map(" ".join),
    max_size=4,
)


@settings(max_examples=150)
@given(paragraphs=_PARAGRAPHS, notes=_PARAGRAPHS)
@example(
    paragraphs=[],
    notes=[
        "Calder, supra, at 789",
        "2006 WL 1343597, at *2 (N.D. Cal. Mar. 6, 2006) 2006 WL 1343597, at *2 (N.D. Cal. 2006)",
    ],
)
def test_spans_equal_their_text_and_do_not_overlap(paragraphs: list[str], notes: list[str]) -> None:
    order = make_order(*paragraphs, notes=notes)
    citations = cite(*paragraphs, notes=notes)
    end = 0
    for citation in citations:
        assert citation.start >= end
        assert citation.text
        assert order.reading_text[citation.start : citation.end] == citation.text
        assert "\n" not in citation.text
        end = citation.end
        if citation.kind is CitationKind.CASE:
            assert citation.antecedent is None
