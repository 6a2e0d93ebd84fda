"""What is known of the citations of a brief."""

import pytest

from build_scripts.extensions.checking.answers import DocumentAnswer, Match, Standing
from build_scripts.extensions.checking.citations import CitationIndex, check_document
from build_scripts.extensions.checking.presenting import annotate, describe_citation
from tests.orders_from_text import clean_text

_BRIEF = """
    The privilege protects “what a client tells a lawyer in confidence.”  Heron Realty v. Ostrich
Supply Co., No. 3:24-cv-00123, slip op. at 2 (N.D. Cal. Mar. 4, 2024).  It is the same as “nobody
ever asked a heron so.”  Wren v. Finch, 433 F.3d 1199, 1206 (9th Cir. 2005).

    See Calder v. Jones, 465 U.S. 783, 789, 104 S. Ct. 1482 (1984) (“we hold that jurisdiction here is proper”).

    The court granted the motion.  See No. 3:24-cv-00123, ECF No. 8.  Nor does it help that Quill
moved later.  Marlow v. Ostrich Supply Co., No. 3:24-cv-00456 (N.D. Cal. May 6, 2024).  Heron Realty,
slip op. at 1, says that “a party that resists discovery must say why.”
"""


@pytest.fixture(scope="module")
def answer(citation_index: CitationIndex) -> DocumentAnswer:
    return check_document(citation_index, clean_text(_BRIEF))


def test_each_citation_has_its_standing(answer: DocumentAnswer) -> None:
    known = [(one.text.partition(",")[0], one.standing) for one in answer.citations]
    assert known == [
        ("Heron Realty v. Ostrich Supply Co.", Standing.HERE),
        ("Wren v. Finch", Standing.CITED),
        ("Calder v. Jones", Standing.UNKNOWN),
        ("No. 3:24-cv-00123", Standing.HERE),
        ("Marlow v. Ostrich Supply Co.", Standing.HERE),
    ]


def test_what_is_cited_otherwise_is_told(answer: DocumentAnswer) -> None:
    told = {
        one.text.partition(",")[0]: [
            (each.field, each.cited, each.here) for each in one.disagreements
        ]
        for one in answer.citations
        if one.disagreements
    }
    assert told == {
        "Wren v. Finch": [("year", "2005", "2006")],
        "Marlow v. Ostrich Supply Co.": [
            ("name", "Marlow v. Ostrich Supply Co.", "Quill Press v. Ostrich Supply Co.")
        ],
    }


def test_what_is_cited_here_is_counted_and_quoted(answer: DocumentAnswer) -> None:
    wren = answer.citations[1]
    assert (wren.orders, wren.times) == (2, 2)
    assert "Boilerplate objections" in wren.passages[-1].sentence
    assert describe_citation(wren).startswith(
        "cited here 2 times in 2 orders; year differs: cited as"
    )


def test_quotations_are_looked_for_in_what_is_cited(answer: DocumentAnswer) -> None:
    heron, wren, calder, *_ = answer.citations
    first = heron.quotations[0].answer
    assert first.match is Match.EXACT
    assert first.passages[0].address == heron.addresses[0]
    assert first.note == "Cited at 2; it stands at 1."
    assert wren.quotations[0].answer.match is Match.ABSENT
    assert calder.quotations[0].answer.match is Match.ABSENT


def test_notes_stand_behind_what_they_are_of(answer: DocumentAnswer) -> None:
    text = annotate(clean_text(_BRIEF), answer)
    assert "a lawyer in confidence.[^1]”" in text
    assert "[^1]: exact; Heron Realty v. Ostrich Supply Co." in text
    assert "465 U.S. 783, 789[^" in text
    assert answer.citations[2].text == "Calder v. Jones, 465 U.S. 783, 789, 104 S. Ct. 1482 (1984)"
    assert "hallucinat" not in text


def test_a_case_of_that_name_is_told_where_nobody_knows_the_number(
    citation_index: CitationIndex,
) -> None:
    brief = """    Heron Realty v. Ostrich Supply Co., 999 F.3d 999 (9th Cir. 2021), says so.  So does
Heron Realty v. Marlow, 998 F.3d 998 (9th Cir. 2021).
"""
    near, other = check_document(citation_index, clean_text(brief)).citations
    assert (near.standing, near.addresses) == (Standing.UNKNOWN, ())
    assert near.note.startswith(
        "A case of that name is here: Heron Realty v. Ostrich Supply Co., No."
    )
    assert near.note.rstrip(".") in describe_citation(near)
    assert (other.standing, other.note) == (Standing.UNKNOWN, "")


def test_what_is_counted_of_a_part_of_a_section_is_that_part(citation_index: CitationIndex) -> None:
    brief = "    See 28 U.S.C. § 1404(a).  See 28 U.S.C. § 1404(b).  See 28 U.S.C. § 1404.\n"
    answer = check_document(citation_index, clean_text(brief))
    other, part, whole = answer.citations
    assert (other.standing, other.orders) == (Standing.UNKNOWN, 0)
    assert (part.standing, part.orders) == (Standing.CITED, 1)
    assert part.note == "28 U.S.C. § 1404 as a whole: 2 times in 1 order."
    assert describe_citation(part).startswith("cited here in 1 order; 28 U.S.C. § 1404 as a whole")
    assert (whole.standing, whole.times, whole.note) == (Standing.CITED, 2, "")
