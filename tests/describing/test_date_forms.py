"""How courts print when they decided: each row a printed form, all of one date."""

import datetime

import pytest

from build_scripts.describing.dates import find_date
from build_scripts.describing.guesses import LEAST_CONFIDENCE
from tests.describing.specimens import Line, make_order

PROSE = (
    "The plaintiff filed this action on March 3, 2018, and the defendants moved to dismiss it on "
    "June 4, 2018, for want of jurisdiction."
)
TRIAL = (
    "UNITED STATES DISTRICT COURT",
    "DISTRICT OF MAINE",
    "JANE ROE, Plaintiff, v. PAT POE, Defendant.",
    "Case No. 2:18-cv-00123",
)
ABOVE = ("COURT OF APPEALS", "JANE ROE, Appellant, v. PAT POE, Appellee.", "No. 18-1234")


@pytest.mark.parametrize(
    "lines",
    [
        [*TRIAL, "ORDER", PROSE, PROSE, "Dated: May 3, 2019", "JANE Q. LOE", "United States District Judge"],  # dated
        [*TRIAL, "ORDER", PROSE, PROSE, "DATED this 3rd day of May, 2019.", "JANE Q. LOE", "United States District Judge"],  # dated this
        [*TRIAL, "ORDER", PROSE, PROSE, "SO ORDERED this 3rd day of May, 2019."],  # so ordered this
        [*TRIAL, "ORDER", PROSE, PROSE, "SO ORDERED.", "May 3, 2019", "JANE Q. LOE"],  # so ordered sep
        [*TRIAL, "ORDER", PROSE, PROSE, "JANE Q. LOE", "United States District Judge", "May 3, 2019"],  # signed date below
        [*TRIAL, "ORDER", PROSE, PROSE, "May 3, 2019", "Date", "JANE Q. LOE"],  # date under
        [*TRIAL, "ORDER", PROSE, PROSE, "DONE AND ORDERED in Chambers at Portland, Maine, this 3rd day of May, 2019."],  # done
        [*TRIAL, "ORDER", PROSE, PROSE, "ENTERED: May 3, 2019"],  # entered
        [*TRIAL, "ORDER", PROSE, PROSE, "ENTER: This 3rd day of May, 2019."],  # enter
        ["CIVIL MINUTES - GENERAL", "Case No. CV 18-123 Date May 3, 2019", "Title: Roe v. Poe", PROSE, "The hearing set for June 10, 2019 at 10:00 a.m. is vacated."],  # minute date
        ["MINUTE ORDER", "DATE: May 3, 2019 TIME: 9:00 a.m.", PROSE],  # minute date2
        ["DATE: 05/03/2019 TIME: 01:30:00 PM DEPT: C-62", "JUDICIAL OFFICER PRESIDING: Jane Loe", PROSE],  # minute date3
        [*TRIAL, "ORDER", "Hearing: April 20, 2019, 9:00 a.m.", PROSE, "IT IS SO ORDERED.", "DATED: May 3, 2019"],  # hearing ruled
        [*ABOVE, "Argued: January 9, 2019", "Decided: May 3, 2019", PROSE],  # argued decided
        [*ABOVE, "Argued January 9, 2019 — Decided May 3, 2019", PROSE],  # argued decided inline
        [*ABOVE, "Submitted January 9, 2019", "Filed May 3, 2019", PROSE],  # submitted filed
        [*ABOVE, "Opinion filed May 3, 2019.", "Appeal from the Circuit Court for Leon County. Pat Loe, Judge.", PROSE],  # opinion filed
        [*ABOVE, "Delivered and Filed: May 3, 2019", PROSE],  # delivered
        [*ABOVE, "Memorandum Opinion Filed May 3, 2019", PROSE],  # memo filed tx
        [*ABOVE, "RENDERED: MAY 3, 2019; 10:00 A.M.", "NOT TO BE PUBLISHED", PROSE],  # rendered
        [*ABOVE, "AT KNOXVILLE", "Assigned on Briefs January 9, 2019", "FILED 05/03/2019", PROSE],  # tn session
        [*ABOVE, "January 9, 2019 Session", PROSE, "FILED May 03 2019 Clerk of the Courts"],  # tn session2
        [*ABOVE, "Decided and Entered: May 3, 2019", "Calendar Date: March 20, 2019", PROSE],  # ny
        [*ABOVE, "Argued - March 20, 2019", "DECISION & ORDER", PROSE, "ENTERED: MAY 3, 2019"],  # ny2
        [*ABOVE, "FILED: May 3, 2019", "Appeal from the Order Entered September 12, 2018", PROSE],  # pa
        [*ABOVE, "Appeal from the Judgment of Sentence September 12, 2018", "FILED MAY 03, 2019", PROSE, "Judgment Entered.", "Date: 5/3/2019"],  # pa2
        [*ABOVE, "Argued January 9, 2019 – Decided May 3, 2019", PROSE],  # nj
        [*ABOVE, "Submitted January 9, 2019 – Decided May 3, 2019", "On appeal from the Superior Court", PROSE],  # nj2
        [*ABOVE, "Date of Judgment Entry on Appeal: May 3, 2019", PROSE],  # ohio
        [*ABOVE, "Suffolk. January 9, 2019. – May 3, 2019.", "Civil action commenced in the Superior Court Department on March 5, 2018.", PROSE],  # mass
        [*ABOVE, "JUDGMENT ENTRY", "Released: May 3, 2019", PROSE],  # ohio2
        [*ABOVE, "DECISION", "Rendered on May 3, 2019", PROSE],  # ohio3
        [*ABOVE, "OPINION FILED: May 3, 2019", "SUBMITTED ON BRIEFS: January 9, 2019", PROSE],  # wis
        [*ABOVE, "DATED AND FILED", "May 3, 2019", "Sam T. Moe Clerk", PROSE],  # wis2
        [*ABOVE, "Filed May 3, 2019", "Affirmed", PROSE, "Hennepin County District Court File No. 27-CV-17-1234"],  # minn
        [*ABOVE, "UNPUBLISHED", "May 3, 2019", PROSE],  # mich
        [*ABOVE, "May 3, 2019", PROSE],  # fla
        [*ABOVE, "Filed 5/3/19", PROSE],  # cal
        [*ABOVE, "Filed 5/3/19 P. v. Poe CA4/1", "NOT TO BE PUBLISHED IN OFFICIAL REPORTS", PROSE],  # cal2
        [*ABOVE, "FILED: May 3, 2019", PROSE],  # wash
        [*ABOVE, "May 3, 2019", "In the Court of Appeals of Georgia", PROSE],  # ga
        [*ABOVE, "Filed: 3 May 2019", "Appeal by defendant from judgment entered 12 September 2018 by Judge Pat Loe", PROSE, "Heard in the Court of Appeals 9 January 2019."],  # nc
        [*ABOVE, "Argued January 9—officially released May 3, 2019", PROSE],  # conn
        [*ABOVE, "Judgment Rendered: MAY 03 2019", PROSE],  # la
        [*ABOVE, "Rel: May 3, 2019", "Notice: This opinion is subject to formal revision", PROSE],  # ala
        [*ABOVE, "Filed May 3, 2019", "Appeal from the Iowa District Court for Polk County", PROSE],  # ia
        [*ABOVE, "Filed: May 3, 2019", "Argued: January 9, 2019", PROSE],  # md
        [*ABOVE, "Submitted on Briefs: January 9, 2019", "Decided: May 3, 2019", "Filed:", PROSE],  # mont
        ["U.S. Department of Justice", "Board of Immigration Appeals", "Date: MAY - 3 2019", PROSE],  # bia
        ["No. 17–1234. Argued January 9, 2019—Decided May 3, 2019", PROSE],  # scotus
        ["T.C. Memo. 2019-50", "Docket No. 1234-18. Filed May 3, 2019.", PROSE],  # tax
        ["In the United States Court of Federal Claims", "No. 18-123C", "(Filed: May 3, 2019)", PROSE],  # claims
        ["Roe v. Poe", "2019 WL 1234567", "Filed 05/03/2019", PROSE, "© 2019 Thomson Reuters."],  # westlaw
        ["JANE ROE, Plaintiff, v. PAT POE, Defendant.", "Case No. 18-123.", "United States District Court, D. Maine.", "May 3, 2019.", PROSE],  # scholar
        ["Roe v. Poe, No. 18-1234 (1st Cir. 2019)", ABOVE[1], "Decided: May 3, 2019", PROSE],  # justia
        ["May 3, 2019", "Dear Counsel:", PROSE, "Very truly yours,", "Jane Loe"],  # letter
        [*TRIAL, "SCHEDULING ORDER", "Discovery closes on August 1, 2019. Dispositive motions are due by September 2, 2019. Trial is set for December 9, 2019 at 9:00 a.m.", "Dated: May 3, 2019"],  # sched
        [*TRIAL, "ORDER", PROSE, PROSE, "SO ORDERED this third day of May, 2019."],  # words
        [*TRIAL, "ORDER", PROSE, PROSE, "Signed at Houston, Texas on May 3, 2019."],  # at place on
        [*TRIAL, "ORDER", PROSE, PROSE, "SIGNED on this the 3rd day of May, 2019."],  # signed
        [*TRIAL, "ORDER", PROSE, PROSE, "Dated: New York, New York May 3, 2019"],  # place dated
        [*TRIAL, "ORDER", PROSE, PROSE, "Dated: New York, New York", "May 3, 2019"],  # place dated2
        [*TRIAL, "ORDER", PROSE, PROSE, "Dated at Burlington, in the District of Vermont, this 3rd day of May, 2019."],  # place dated3
        [*TRIAL, "ORDER", PROSE, PROSE + " IT IS SO ORDERED. Dated: May 3, 2019. JANE Q. LOE United States District Judge"],  # run on
        [*ABOVE, "Issued: May 3, 2019", "DECISION", PROSE],  # issued
        [*TRIAL, "ORDER", PROSE, PROSE, "Dated: May 3, 2019", "I certify that this order was mailed on May 6, 2019."],  # mailed decoy
        [*TRIAL, "REPORT AND RECOMMENDATION", PROSE, "Objections are due by May 17, 2019.", "RESPECTFULLY RECOMMENDED this 3rd day of May, 2019."],  # rr
        [*ABOVE, "Boise, January 2019 Term", "Opinion Filed: May 3, 2019", PROSE],  # id
        [*ABOVE, "Filed May 3, 2019", "Argued January 9, 2019", PROSE],  # ut
        [*ABOVE, "Argued and submitted January 9, 2019; decision of Court of Appeals affirmed May 3, 2019", PROSE],  # or
        [*ABOVE, "No. 7300 – May 3, 2019", PROSE],  # ak
        [*ABOVE, "DATE OF JUDGMENT: 09/12/2018", "TRIAL JUDGE: HON. PAT LOE", "DISPOSITION: AFFIRMED - 05/03/2019", "MOTION FOR REHEARING FILED:", PROSE],  # ms
        [*ABOVE, "Argued January 9, 2019 Decided May 3, 2019", PROSE],  # dc
        [*ABOVE, "03-MAY-2019 08:12 AM", PROSE],  # hi
        [*TRIAL, "ORDER", PROSE, "Judgment shall enter.", "By the Court, (Loe, J.)", "Entered: May 3, 2019."],  # date: enter judgment
        [*TRIAL, "ORDER", PROSE, "Date: 5/3/2019 SO ORDERED."],  # so ordered date first
    ],
)  # fmt: skip
def test_the_date_of_decision_in_every_printed_form(lines: list[Line]) -> None:
    found = find_date(make_order(*lines))
    assert found
    assert found.value == datetime.date(2019, 5, 3)
    assert (found.confidence or 0) >= LEAST_CONFIDENCE
