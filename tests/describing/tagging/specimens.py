"""Five first pages, made up: a federal district's, an appeal, a matter, a state's, a letter."""

from build_scripts.model.source_text import SourceLine, SourcePage

PAGES = (
    """
                         UNITED STATES DISTRICT COURT
                        NORTHERN DISTRICT OF CALIFORNIA

 PELLWORTH INDUSTRIES, INC.,            )   Case No. 5:21-cv-01234-ABC
                    Plaintiff,          )
        v.                              )   ORDER GRANTING MOTION TO DISMISS
 ORVAL TREMONT, et al.,                 )
                    Defendants.         )

 The motion is granted. IT IS SO ORDERED.
 Dated: March 4, 2021
                                        ______________________
                                        ADA MERRIWEATHER
                                        United States District Judge
""",
    """
                    United States Court of Appeals
                        For the Seventh Circuit
 No. 20-1234
 LIONEL GRANDISON,
                                                  Plaintiff-Appellant,
                                  v.
 CITY OF MARLOW, INDIANA,
                                                  Defendant-Appellee.
             ARGUED MAY 4, 2021 - DECIDED JUNE 8, 2021
 Before FENWICK, Chief Judge, and OAKES and TARRANT, Circuit Judges.
 OAKES, Circuit Judge. Grandison sued the city. We affirm.
""",
    """
 IN THE UNITED STATES BANKRUPTCY COURT
 FOR THE DISTRICT OF DELAWARE
 In re:                               Chapter 11
 HALCYON MILLS LLC,                   Case No. 19-10123 (XYZ)
              Debtor.                 Re: Docket No. 12
 ORDER
 The motion is denied.
 Dated: January 5, 2020
""",
    """
 SUPREME COURT OF THE STATE OF NEW YORK
 COUNTY OF KINGS
 ----------------------------------------X
 ROSALIND QUIMBY,
                         Plaintiff,           Index No. 512345/2019
         -against-                            DECISION AND ORDER
 BAYLOR TRANSIT CORP.,
                         Defendant.
 ----------------------------------------X
 HON. PERCIVAL DUNMORE, J.S.C.:
 Dated: June 1, 2021
""",
    """
 Re: Wexler v. Tamsin, C.A. No. 2020-0123-QRS
 Dear Counsel:
 This letter decides the motion. It is denied.
 Very truly yours,
 /s/ Horatio Lindqvist
 Vice Chancellor
""",
)


def make_pages(text: str) -> tuple[SourcePage, ...]:
    """Make one page of the lines of a text."""
    lines = enumerate(text.strip("\n").split("\n"), 1)
    return (SourcePage(1, tuple(SourceLine(number, line) for number, line in lines)),)
