"""Captions of several courts, each taken apart to court, parties, docket, title, reference."""

import pytest

from build_scripts.model.clean_order import BlockKind, CleanOrder
from tests.orders_from_text import clean_text, list_texts

PROSE = (
    "        Plaintiff moves to compel further answers to its first set of interrogatories, which\n"
    "the defendant has answered in part. The court has read the papers and heard the parties.\n"
    "The motion is denied because the parties did not meet and confer as the rule requires.\n"
)

# The text of a PDF without its layout
NAMING = """\
IN THE UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF ARIZONA

Helen Quince, et al.,  No. CV-31-00185-TUC-QRS
Plaintiffs,  ORDER
v.
Tam C Medlar, et al.,
Defendants.

A Scheduling Conference was conducted before the Honorable Ursula V. Wren
on August 25, 2031, with attorneys Orla Penn, Amy Zell, and Ardis Vale for
Plaintiffs; attorneys Karl Usher and Maria Quill for Defendant Medlar; attorney
Lisa  Anne  Plum  for  Defendant  The  Orchard  School; and attorneys Justin Vine
and John Calder for Intervenor Legislator Defendants.  Accordingly, pursuant to Rule 16(b)
of the Federal Rules of Civil Procedure,

IT IS HEREBY ORDERED:
"""

TWO_COLUMNS = """\
                     UNITED STATES DISTRICT COURT
                    EASTERN DISTRICT OF CALIFORNIA

QUINCE ORCHARDS, INC., a California          No. 2:24-cv-00321-QRS
corporation,
               Plaintiff,
                                             ORDER DENYING MOTION TO
      v.                                     COMPEL FURTHER ANSWERS TO
                                             INTERROGATORY NO.
MEDLAR FARMS LLC,                            11
               Defendant.                    (Doc. No. 14)
"""

# A rule of brackets between the columns, drawn a character a line
BRACKETS = """\
                     UNITED STATES DISTRICT COURT
                     CENTRAL DISTRICT OF CALIFORNIA

QUINCE ORCHARDS, INC.,               )     Case No. CV 24-00321 QRS (TUVx)
                                     )
               Plaintiff,            )     ORDER GRANTING MOTION FOR
                                     )     LEAVE TO AMEND
      v.                             )
                                     )
MEDLAR FARMS LLC,                    )
               Defendant.            )
"""

# A title in capitals with a small word in it goes on over the party column's rows
SMALL_WORD = """\
                     UNITED STATES DISTRICT COURT
                     CENTRAL DISTRICT OF CALIFORNIA

QUINCE.COM, INC. dba                       Case No. 8:24-cv-00321 QRS (TUVx)
QUINCE ORCHARDS,
               Plaintiff,                  ORDER GRANTING
                                           QUINCE.COM, INC. dba QUINCE
      v.                                   ORCHARDS’ APPLICATION FOR A
                                           PRELIMINARY INJUNCTION
MEDLAR FARMS LLC,
               Defendant.
"""

# Lower docket numbers below their label, set in differently in the right column
APPELLATE = """\
                    FOR PUBLICATION

   UNITED STATES COURT OF APPEALS
       FOR THE NINTH CIRCUIT

QUINCE ORCHARDS, INC.,                     No. 24-50321
               Plaintiff-Appellant,
                                             D.C. No.
 v.                                       2:23-cv-00321-
                                             QRS
MEDLAR FARMS LLC,
               Defendant-Appellee.           OPINION

         Appeal from the United States District Court
            for the Central District of California
          Quentin R. Stone, District Judge, Presiding

              Argued and Submitted June 3, 2024
                    Pasadena, California

Before: Ursula V. Wren and Xavier Y. Zell, Circuit Judges.
"""

MINUTES = """\
                          UNITED STATES DISTRICT COURT
                        CENTRAL DISTRICT OF CALIFORNIA

                           CIVIL MINUTES - GENERAL

Case No.: CV 24-00321 QRS (TUVx)                        Date: February 12, 2025

Title:   Quince Orchards, Inc. v. Medlar Farms LLC

Present: The Honorable QUENTIN R. STONE, United States District Judge

              Ann Usher                                   N/A
            Deputy Clerk                             Court Reporter

Proceedings:       [In Chambers] Order Denying Defendant’s Application to
                   Seal (Dkt. No. 19)

"""

# A tool that keeps two blanks between cells, and no columns
RAGGED = """\
UNITED STATES DISTRICT COURT
WESTERN DISTRICT OF WASHINGTON
AT SEATTLE

QUINCE ORCHARDS, INC., et al.  No.  31-cv-00321
  Plaintiffs,
                  ORDER GRANTING STIPULATED
  v.        MOTION FOR ATTORNEY’S FEES
          AND COSTS
MEDLAR STATE DEPARTMENT
OF ORCHARDS AND VINES; MEDLAR  (DKT. 34)
BANK, N.A.,
  Defendants.

I.  INTRODUCTION

This matter comes before the Court upon the Parties’ Stipulated Motion for Attorney’s
Fees and Costs.
"""

# Maryland draws the rule between the columns with asterisks
STARRED = """\
IN THE UNITED STATES DISTRICT COURT
FOR THE DISTRICT OF MARYLAND

RUTH Q. QUINCE, et al.,   *

  Plaintiffs,  *

  v.  *    Civil Action No. 8:31-cv-02415-QRS

MEDLAR FARMS LLC, et al.,              *

Defendants.             *
  ***
MEMORANDUM OPINION

This matter comes before the Court upon the motion of the Defendants to dismiss the complaint.
"""

# Counsel's address stands above the court on papers that counsel drew up
COUNSEL_FIRST = """\
Ann Usher (SBN 123456)
USHER & VALE LLP
1 Main Street, Fresno, California

                     UNITED STATES DISTRICT COURT
                    EASTERN DISTRICT OF CALIFORNIA

QUINCE ORCHARDS, INC.,                       No. 2:24-cv-00321-QRS
               Plaintiff,
      v.                                     ORDER
MEDLAR FARMS LLC,
               Defendant.
"""


def clean(caption: str) -> CleanOrder:
    return clean_text(f"{caption}\n{PROSE}")


PARTIES = ["Plaintiff,", "v.", "MEDLAR FARMS LLC,", "Defendant."]


@pytest.mark.parametrize(
    ("caption", "docket", "title"),
    [
        (
            TWO_COLUMNS,
            ["No. 2:24-cv-00321-QRS"],
            ["ORDER DENYING MOTION TO COMPEL FURTHER ANSWERS TO INTERROGATORY NO. 11"],
        ),
        (
            BRACKETS,
            ["Case No. CV 24-00321 QRS (TUVx)"],
            ["ORDER GRANTING MOTION FOR LEAVE TO AMEND"],
        ),
        (
            SMALL_WORD,
            ["Case No. 8:24-cv-00321 QRS (TUVx)"],
            [
                (
                    "ORDER GRANTING QUINCE.COM, INC. dba QUINCE ORCHARDS’ APPLICATION FOR A "
                    "PRELIMINARY INJUNCTION"
                )
            ],
        ),
        (COUNSEL_FIRST, ["No. 2:24-cv-00321-QRS"], ["ORDER"]),
    ],
)
def test_district_captions(caption: str, docket: list[str], title: list[str]) -> None:
    order = clean(caption)
    assert list_texts(order, BlockKind.DOCKET) == docket
    assert list_texts(order, BlockKind.TITLE) == title
    assert list_texts(order, BlockKind.PARTIES)[-4:] == PARTIES
    assert list_texts(order, BlockKind.COURT)[0] == "UNITED STATES DISTRICT COURT"


def test_the_entry_ruled_on_is_a_reference() -> None:
    assert list_texts(clean(TWO_COLUMNS), BlockKind.REFERENCE) == ["(Doc. No. 14)"]


def test_an_appellate_caption_keeps_lower_numbers_apart() -> None:
    order = clean(APPELLATE)
    assert list_texts(order, BlockKind.DOCKET) == ["No. 24-50321", "D.C. No. 2:23-cv-00321-QRS"]
    assert list_texts(order, BlockKind.TITLE) == ["OPINION"]
    front = list_texts(order, BlockKind.CENTRED)
    assert (
        "Appeal from the United States District Court for the Central District of California"
        in front
    )
    assert "Before: Ursula V. Wren and Xavier Y. Zell, Circuit Judges." in front


def test_a_court_and_a_day_below_the_parties_are_no_parties() -> None:
    text = (
        "                    JANE ROE, Plaintiff,\n                             v.\n"
        "                    KEEL, INC., Defendant.\n\n                     No. 2:11-cv-245.\n\n"
        "          United States District Court, N.D. Indiana, Hammond Division.\n\n"
        "                    February 10, 2031.\n\n                         OPINION\n\n"
        "     The motion of the defendant says that the sum is too small for this court to hear it.\n"
    )
    kinds = {block.text: block.kind for block in clean_text(text).blocks}
    assert kinds["United States District Court, N.D. Indiana, Hammond Division."] is BlockKind.COURT
    assert kinds["February 10, 2031."] is BlockKind.CENTRED


def test_a_notice_above_the_court_stays_above_it() -> None:
    first, second, *_ = clean(APPELLATE).blocks
    assert (first.text, first.kind) == ("FOR PUBLICATION", BlockKind.CENTRED)
    assert second.kind is BlockKind.COURT


def test_a_caption_without_columns_is_cut_at_its_gaps() -> None:
    order = clean(RAGGED)
    assert list_texts(order, BlockKind.DOCKET) == ["No. 31-cv-00321"]
    assert list_texts(order, BlockKind.PARTIES) == [
        "QUINCE ORCHARDS, INC., et al.",
        "Plaintiffs,",
        "v.",
        "MEDLAR STATE DEPARTMENT OF ORCHARDS AND VINES; MEDLAR BANK, N.A.,",
        "Defendants.",
    ]
    assert list_texts(order, BlockKind.TITLE) == [
        "ORDER GRANTING STIPULATED MOTION FOR ATTORNEY’S FEES AND COSTS"
    ]
    assert "AT SEATTLE" in list_texts(order, BlockKind.COURT)


def test_a_title_goes_on_with_words_of_titles_only() -> None:
    order = clean(RAGGED.replace("AND COSTS", "FINAL JUDGMENT"))
    title = "ORDER GRANTING STIPULATED MOTION FOR ATTORNEY’S FEES FINAL JUDGMENT"
    assert list_texts(order, BlockKind.TITLE) == [title]


def test_one_wide_gap_does_not_make_columns_of_a_ragged_caption() -> None:
    """Minnesota's district: the number's gap is wide, those before the title are of two blanks."""
    text = """\
UNITED STATES DISTRICT COURT
DISTRICT OF MINNESOTA

Ada Quince, by her guardians Orla and             Civ. No. 31-0412 (QRS/TUV)
Tam Quince; Amy Medlar; and
Karl Penn; and on behalf of others
similarly situated,

ORDER ON PLAINTIFFS’
  Plaintiffs,
MOTION TO COMPEL REGARDING

v.  PLAINTIFFS’ THIRD SET OF
REQUESTS FOR DOCUMENTS
Emma Harrow Wren, in her capacity as
Commissioner of Orchards,
      Defendant.

"""
    order = clean_text(text + PROSE)
    title = (
        "ORDER ON PLAINTIFFS’ MOTION TO COMPEL REGARDING PLAINTIFFS’ THIRD SET OF"
        " REQUESTS FOR DOCUMENTS"
    )
    assert list_texts(order, BlockKind.TITLE) == [title]
    assert list_texts(order, BlockKind.DOCKET) == ["Civ. No. 31-0412 (QRS/TUV)"]


def test_what_is_left_of_a_rule_is_the_parties_and_the_rule_alone_is_nothing() -> None:
    """New York's districts, of a tool that kept some blanks."""
    text = """\
UNITED STATES DISTRICT COURT
SOUTHERN DISTRICT OF NEW YORK
---------------------------------------------------------------------- X
03/26/2031
   :
QUINCE FERRIES    :
AUTHORITY, et al.,   :
   :
        Plaintiffs,   :  31-cv-0412 (QRS)
   :
    -v-   :  ORDER
   :
TAM MEDLAR, et al.   :
   :
                  Defendants.   :
   :
----------------------------------------------------------------------  X

"""
    order = clean_text(text + PROSE)
    parties = [text.removesuffix(" :") for text in list_texts(order, BlockKind.PARTIES)]
    assert [each for each in parties if each != ":"] == [
        "QUINCE FERRIES AUTHORITY, et al.,",
        "Plaintiffs,",
        "-v-",
        "TAM MEDLAR, et al.",
        "Defendants.",
    ]
    assert list_texts(order, BlockKind.TITLE) == ["ORDER"]
    assert list_texts(order, BlockKind.DOCKET) == ["31-cv-0412 (QRS)"]


def test_a_titles_short_last_row_is_centred_below_it() -> None:
    text = """\
          IN THE CIRCUIT COURT FOR THE COUNTY OF QUIMBY

QUINCE ORCHARDS, INC.,
                    Plaintiff,
v                                    Case No. 21-188034-CB
                                     Hon. Ursula V. Wren
MEDLAR FARMS CO.,
                    Defendant.

   OPINION AND ORDER REGARDING DEFENDANT'S MOTION FOR SUMMARY
                                      DISPOSITION

"""
    clean = clean_text(text + PROSE)
    assert list_texts(clean, BlockKind.TITLE) == [
        "OPINION AND ORDER REGARDING DEFENDANT'S MOTION FOR SUMMARY DISPOSITION"
    ]


def test_a_rule_of_asterisks_is_no_part_of_a_caption() -> None:
    order = clean(STARRED)
    assert list_texts(order, BlockKind.DOCKET) == ["Civil Action No. 8:31-cv-02415-QRS"]
    assert list_texts(order, BlockKind.PARTIES) == [
        "RUTH Q. QUINCE, et al.,",
        "Plaintiffs,",
        "v.",
        "MEDLAR FARMS LLC, et al.,",
        "Defendants.",
    ]


def test_a_minute_orders_form_is_read_by_its_labels() -> None:
    order = clean(MINUTES)
    assert list_texts(order, BlockKind.DOCKET) == ["Case No.: CV 24-00321 QRS (TUVx)"]
    assert list_texts(order, BlockKind.PARTIES) == [
        "Title: Quince Orchards, Inc. v. Medlar Farms LLC"
    ]
    assert list_texts(order, BlockKind.TITLE) == [
        "CIVIL MINUTES - GENERAL",
        "Proceedings: [In Chambers] Order Denying Defendant’s Application to Seal (Dkt. No. 19)",
    ]


def test_proceedings_on_several_lines_are_one_title() -> None:
    listed = """\
Proceedings:       PRETRIAL CONFERENCE
                   STATUS CONFERENCE RE: SETTLEMENT
                   HEARING ON MOTIONS IN LIMINE
"""
    start = MINUTES.index("Proceedings:")
    order = clean(f"{MINUTES[:start]}{listed}\n")
    *_, title = list_texts(order, BlockKind.TITLE)
    assert title.split(":", 1)[1].split() == listed.split(":", 1)[1].split()


def test_a_notice_in_prose_is_above_the_courts_name() -> None:
    notice = """\
                  NOT TO BE PUBLISHED IN OFFICIAL REPORTS

California Rules of Court, rule 8.1115(a), prohibits courts and parties from citing or relying on
opinions not certified for publication or ordered published, except as specified by rule 8.1115(b).

           IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA
                       FOURTH APPELLATE DISTRICT
                             DIVISION THREE

QUINCE ORCHARDS, INC.,
     Plaintiff and Appellant,                      G058812
            v.                                     (Super. Ct. No. 30-2018-00991122)
MEDLAR FARMS LLC,                                  O P I N I O N
     Defendant and Respondent.

"""
    order = clean(notice)
    assert list_texts(order, BlockKind.COURT) == [
        "IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA",
        "FOURTH APPELLATE DISTRICT",
        "DIVISION THREE",
    ]
    assert list_texts(order, BlockKind.PARTIES)[0] == "QUINCE ORCHARDS, INC.,"


def test_what_stands_above_the_court_is_no_party() -> None:
    order = clean(COUNSEL_FIRST)
    assert list_texts(order, BlockKind.PARTIES)[0] == "QUINCE ORCHARDS, INC.,"
    assert "USHER & VALE LLP" in " ".join(list_texts(order, BlockKind.CENTRED))


def test_text_without_a_caption_has_none() -> None:
    order = clean_text(PROSE)
    assert {block.kind for block in order.blocks} == {BlockKind.PARAGRAPH}


def test_a_sentence_of_many_names_below_the_caption_is_prose() -> None:
    """A wide blank after a sentence's end parts no columns."""
    order = clean_text(NAMING)
    assert list_texts(order, BlockKind.PARTIES)[-1] == "Defendants."
    first, *_ = list_texts(order, BlockKind.PARAGRAPH)
    assert first.startswith("A Scheduling Conference")
    assert first.endswith(
        "Accordingly, pursuant to Rule 16(b) of the Federal Rules of Civil Procedure,"
    )


def test_a_brace_between_the_columns_is_a_rule() -> None:
    """The pieces of a tall brace stand at its ends and its middle (4th Cir.)."""
    paper = """\
UNITED STATES COURT OF APPEALS
            FOR THE FOURTH CIRCUIT

MARGIT LINDQVIST; OLA              │
LINDQVIST,
             Plaintiffs-Appellants,
                                   │ No. 08-9373
               v.
TALLOW AND WICK, INCORPORATED,
              Defendant-Appellee.
                                   │

       Appeal from the United States District Court
     for the Eastern District of Virginia, at Alexandria.
         Basil M. Hollis, Senior District Judge.

               Argued: October 29, 2009
"""
    clean = clean_text(paper + "\n" + PROSE)
    assert list_texts(clean, BlockKind.DOCKET) == ["No. 08-9373"]
    assert list_texts(clean, BlockKind.PARTIES)[:2] == [
        "MARGIT LINDQVIST; OLA LINDQVIST,",
        "Plaintiffs-Appellants,",
    ]
    assert "│" not in clean.text
    assert (
        "Appeal from the United States District Court for the Eastern District of Virginia, "
        "at Alexandria. Basil M. Hollis, Senior District Judge."
    ) in list_texts(clean, BlockKind.CENTRED)


def test_proceedings_without_layout_go_on_while_their_words_do() -> None:
    printed = (
        "UNITED STATES DISTRICT COURT\nCENTRAL DISTRICT OF CALIFORNIA\nCIVIL MINUTES - GENERAL\n"
        "Case No.: CV 30-00123 OP (QRx) Date: February 12, 2031\nTitle: Tam Quillon v. Harrow, Inc.\n"
        "Present: The Honorable ORLA PENN, United States District Judge\n"
        "Proceedings: [In Chambers] Order Denying Defendant’s Application to\n"
        "Seal (Dkt. No. 19)\n"
        "Defendant has filed an application to seal its papers on the motion for summary judgment.\n"
    )
    titles = [block.text for block in clean_text(printed).blocks if block.kind is BlockKind.TITLE]
    assert titles[-1] == (
        "Proceedings: [In Chambers] Order Denying Defendant’s Application to Seal (Dkt. No. 19)"
    )
