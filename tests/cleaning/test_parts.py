"""Writings behind an order's own text: separate opinions, attachments, forms, appendices."""

import json

import pytest

from build_scripts.model.clean_order import CleanOrder, PartKind
from tests.orders_from_text import clean_text

FRONT = """\
                  United States Court of Appeals
                        For the First Circuit

No. 09-1234

                               JANE ROE,
                          Plaintiff, Appellant,

                                   v.

                           ACME MILLS, INC.,
                          Defendant, Appellee.

     Dissent by Judge Doe

          POE, Circuit Judge. The plaintiff asks that we set aside the judgment
against her. We decline to do so, since the record is plain.
          Affirmed.
"""
DISSENT = """
          DOE, Circuit Judge, with whom MOE, Circuit Judge, joins,
dissenting. The record is less plain than the majority thinks, and so I
respectfully dissent.
"""
APPENDIX = """
                               APPENDIX A

     The contract says that the seller shall deliver the goods in good time.
"""


def list_parts(clean: CleanOrder) -> list[tuple[PartKind, str | None, str | None, str]]:
    return [
        (part.kind, part.author, part.document_number, clean.blocks[part.first].text[:24])
        for part in clean.parts
    ]


def test_a_dissent_begins_with_its_byline_and_not_with_the_list_in_the_front() -> None:
    clean = clean_text((FRONT + DISSENT + APPENDIX).encode())
    assert list_parts(clean) == [
        (PartKind.DISSENT, "DOE, Circuit Judge", None, "DOE, Circuit Judge, with"),
        (PartKind.APPENDIX, None, None, "APPENDIX A"),
    ]
    assert clean.parts[0].end == clean.parts[1].first
    assert clean.parts[1].end == len(clean.blocks)


def test_who_concurs_above_a_dissent_has_no_writing() -> None:
    votes = "\n          WREN, C.J., and KEEL and MOE, JJ., concurring.\n"
    clean = clean_text((FRONT + votes + DISSENT).encode())
    assert [each[:2] for each in list_parts(clean)] == [(PartKind.DISSENT, "DOE, Circuit Judge")]


def test_an_order_without_further_writings_has_no_parts() -> None:
    assert clean_text(FRONT.encode()).parts == ()


def test_the_form_says_where_a_dissent_begins_and_the_text_where_the_next() -> None:
    opinions = [
        {"type": "majority", "author": "POE, J.", "text": "POE, J.\nWe affirm the judgment below."},
        {
            "type": "concurring-in-part-and-dissenting-in-part",
            "author": "JUSTICE DOE",
            "text": "JUSTICE DOE, concurring and dissenting\nI join the opinion, but would not say "
            "so much of the statute as it does.\nJUSTICE MOE, dissenting\nI dissent.",
        },
    ]
    clean = clean_text(json.dumps({"casebody": {"opinions": opinions}}).encode())
    assert [(part.kind, part.author) for part in clean.parts] == [
        (PartKind.CONCURRENCE_AND_DISSENT, "JUSTICE DOE"),
        (PartKind.DISSENT, "JUSTICE MOE"),
    ]


def test_a_dissent_that_is_filed_alone_is_a_part_from_its_first_block() -> None:
    opinions = [{"type": "dissent", "author": "Doe, J.", "text": "I would reverse the judgment."}]
    clean = clean_text(json.dumps({"casebody": {"opinions": opinions}}).encode())
    assert [(part.kind, part.first, part.author) for part in clean.parts] == [
        (PartKind.DISSENT, 0, "Doe, J.")
    ]


CAPTION = """\
                     UNITED STATES DISTRICT COURT
                    NORTHERN DISTRICT OF CALIFORNIA

JANE ROE,                              Case No. 24-cv-00001-XYZ
              Plaintiff,
        v.
JOHN DOE,
              Defendant.

"""
ORDER = """\
     The motion to compel is granted. The defendant shall answer the complaint by the
tenth of May, and counsel shall file the attached form by that day.

Dated: April 3, 2024
                                        MARY MOE
                                        United States Magistrate Judge
"""
FORM = """\
                        CONSENT OR DECLINATION

     Please indicate below by checking one of the two boxes whether you consent to the
jurisdiction of a magistrate judge in this case.

☐  CONSENT to Magistrate Judge Jurisdiction

☐  DECLINE Magistrate Judge Jurisdiction

DATE: ______________          NAME: ______________
"""


def stamp(document: str, page: int, count: int) -> str:
    return (
        f"     Case 3:24-cv-00001-XYZ   Document {document}   Filed 04/03/24   "
        f"Page {page} of {count}\n\n"
    )


def test_a_blank_form_with_a_caption_of_its_own_is_a_part() -> None:
    clean = clean_text(f"{CAPTION}{ORDER}\f{CAPTION}{FORM}".encode())
    ((kind, _, number, first),) = list_parts(clean)
    assert (kind, number) == (PartKind.FORM, None)
    assert first == "UNITED STATES DISTRICT C"


def test_a_second_caption_that_is_no_form_is_no_part() -> None:
    clean = clean_text(f"{CAPTION}{ORDER}\f{CAPTION}{ORDER}".encode())
    assert clean.parts == ()


@pytest.mark.parametrize(
    ("second", "kind"),
    [(FORM, PartKind.FORM), (ORDER, PartKind.ATTACHMENT)],
)
def test_another_document_in_the_file_is_known_by_its_stamp(second: str, kind: PartKind) -> None:
    pages = [stamp("22", 1, 1) + CAPTION + ORDER, stamp("22-1", 1, 1) + CAPTION + second]
    clean = clean_text("\f".join(pages).encode())
    ((found, _, number, _),) = list_parts(clean)
    assert (found, number) == (kind, "22-1")


def test_an_order_that_was_filed_again_is_one_document() -> None:
    twice = [stamp("22", n, 2) + stamp("40-3", n + 7, 9) for n in (1, 2)]
    clean = clean_text(f"{twice[0]}{CAPTION}{ORDER}\f{twice[1]}{ORDER}".encode())
    assert clean.parts == ()
