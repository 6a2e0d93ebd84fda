"""How courts print who decides: each row a printed form of some court, with fictional names."""

import pytest

from build_scripts.describing.guesses import LEAST_CONFIDENCE
from build_scripts.describing.judge import find_judges
from build_scripts.model.clean_order import BlockKind
from tests.describing.specimens import Line, make_order

S = BlockKind.SIGNATURE
APPEAL = (
    "The defendant appeals from the judgment of conviction that the trial court entered after a "
    "jury found him guilty of theft."
)
MOTION = (
    "The plaintiff moves for summary judgment upon the complaint and the defendant opposes the "
    "motion for reasons that follow here."
)
ABOVE = (
    "IN THE COURT OF APPEALS OF OHIO",
    "STATE OF OHIO, Plaintiff-Appellee, v. MAX DOE, Defendant-Appellant.",
    "Case No. 12 CA 34",
)
TRIAL = (
    "SUPERIOR COURT OF THE STATE OF MAINE",
    "JANE MOE, Plaintiff, v. PAT DOE, Defendant.",
    "Docket No. CV-12-34",
)


def read_surnames(head: tuple[str, ...], lines: list[Line]) -> list[str]:
    """The surnames of the judges whom the field shows."""
    found = find_judges(make_order(*head, *lines))
    if not found or (found[0].confidence or 0) < LEAST_CONFIDENCE:
        return []
    return sorted((claim.value.name or "").split()[-1] for claim in found)


@pytest.mark.parametrize(
    ("lines", "surnames"),
    [
        (["Panel consists of Justices Roe, Poe, and Loe.", APPEAL, "Jane Roe", "Justice"], "Roe Poe Loe"),  # panel justices TX
        (["Before Justices Roe, Poe, and Loe", "MEMORANDUM OPINION", "Memorandum Opinion by Justice Roe", APPEAL], "Roe Poe Loe"),  # before justices TX
        (["JUDGES:", "Hon. Jane A. Roe, P.J.", "Hon. Pat B. Poe, J.", "Hon. Sam C. Loe, J.", APPEAL], "Roe Poe Loe"),  # ohio judges hon
        (["ROE, P.J.", "{¶1} " + APPEAL, "Poe, J., and Loe, J., concur."], "Roe Poe Loe"),  # ohio concur
        (["ROE, J. — " + APPEAL, "WE CONCUR:"], "Roe"),  # wash
        ([APPEAL, "ROE, J.", "WE CONCUR:", "POE, P. J.", "LOE, J."], "Roe Poe Loe"),  # calif
        ([APPEAL, "Roe, Acting P. J.", "We concur:", "Poe, J.", "Loe, J."], "Roe Poe Loe"),  # calif acting
        (["BEFORE: ROE, J., POE, J., and LOE, J.*", "MEMORANDUM BY ROE, J.:", APPEAL], "Roe Poe Loe"),  # penn
        (["BEFORE: HONORABLE JANE ROE, Judge", "HONORABLE PAT POE, Judge", "HONORABLE SAM LOE, Senior Judge", "OPINION BY JUDGE ROE", APPEAL], "Roe Poe Loe"),  # pa cmwlth
        (["JANE ROE, J., delivered the opinion of the court, in which PAT POE, P.J., M.S., and SAM LOE, J., joined.", APPEAL], "Roe Poe Loe"),  # tenn
        (["ROE, Presiding Judge.", APPEAL, "Judgment affirmed. Poe, C. J., and Loe, J., concur."], "Roe Poe Loe"),  # georgia
        (["ROE, J.", APPEAL, "Affirmed.", "POE, C.J., and LOE, J., concur."], "Roe Poe Loe"),  # fla
        (["PER CURIAM.", "Affirmed.", "ROE, C.J., POE and LOE, JJ., concur."], "Roe Poe Loe"),  # fla2
        (["ROE, Judge.", APPEAL, "Judges POE and LOE concur."], "Roe Poe Loe"),  # nc
        (["Before ROE, P.J., POE and LOE, JJ.", "PER CURIAM: " + APPEAL], "Roe Poe Loe"),  # kansas
        (["Judge Jane Roe delivered the decision of the Court, in which Presiding Judge Pat Poe and Judge Sam Loe joined.", "R O E, Judge:", APPEAL], "Roe Poe Loe"),  # ariz
        (["Considered and decided by Roe, Presiding Judge; Poe, Judge; and Loe, Judge.", "NONPRECEDENTIAL OPINION", "ROE, Judge", APPEAL], "Roe Poe Loe"),  # minn
        (["Considered by Roe, P.J., and Poe and Loe, JJ.", "ROE, Presiding Judge.", APPEAL], "Roe Poe Loe"),  # iowa
        (["JUSTICE ROE delivered the judgment of the court, with opinion.", "Presiding Justice Poe and Justice Loe concurred in the judgment and opinion.", APPEAL], "Roe Poe Loe"),  # ill
        (["Justice Jane Roe delivered the Opinion of the Court.", APPEAL, "/S/ JANE ROE", "We concur:", "/S/ PAT POE", "/S/ SAM LOE"], "Roe Poe Loe"),  # mont
        (["BEFORE: ROE, POE, AND LOE, JUDGES.", "ROE, JUDGE: " + APPEAL, "ALL CONCUR."], "Roe Poe Loe"),  # ky
        (["Before Judges Roe and Poe.", "On appeal from the Superior Court of New Jersey, Law Division, Essex County.", APPEAL], "Roe Poe"),  # nj
        (["Before Judges Roe, Poe and Loe.", "The opinion of the court was delivered by ROE, J.A.D.", APPEAL], "Roe Poe Loe"),  # nj2
        (["Present: Roe, Poe, & Loe, JJ.", APPEAL], "Roe Poe Loe"),  # mass
        (["Roe, C. J., and Poe and Loe, Js.", "ROE, C. J. " + APPEAL], "Roe Poe Loe"),  # conn
        (["Roe, J.P., Poe, Loe, JJ.", APPEAL], "Roe Poe Loe"),  # ny
        (["JANE ROE, J.P. PAT POE SAM LOE, JJ.", "DECISION & ORDER", APPEAL, "ROE, J.P., POE and LOE, JJ., concur."], "Roe Poe Loe"),  # ny2
        (["PRESENT: HON. JANE A. ROE, Justice", APPEAL, "ENTER:", "HON. JANE A. ROE, J.S.C."], "Roe"),  # ny trial
        (["Hon. Jane A. Roe, J.S.C.", APPEAL, "Jane A. Roe, A.J.S.C."], "Roe"),  # ny trial2
        (["Roe, Judge.", APPEAL, "Poe, J., and Loe, J., concur."], "Roe Poe Loe"),  # ind
        (["Opinion by Judge Roe", "Judges Poe and Loe concur.", "Roe, Judge.", APPEAL], "Roe Poe Loe"),  # ind2
        (["ROE, C.J., POE, LOE, MOE, JJ.", "ROE, J.", APPEAL], "Roe Poe Loe Moe"),  # neb
        (["JUSTICE ROE: " + APPEAL, "POE, C.J., LOE and MOE, JJ., concur."], "Roe Poe Loe Moe"),  # sc
        (["Before ROE, Chief Justice; POE and LOE, Justices.", "ORDER", APPEAL], "Roe Poe Loe"),  # del
        (["Opinion by JUDGE ROE", "Poe and Loe, JJ., concur", APPEAL], "Roe Poe Loe"),  # colo
        (["(By: Roe, C.J., Poe and Loe, JJ.)", APPEAL], "Roe Poe Loe"),  # haw
        (["ROE, C.J., POE, LOE, MOE, AND DOE, JJ.", APPEAL], "Roe Poe Loe Moe Doe"),  # haw2
        (["Before: Roe, Chief Justice, Poe, Loe, and Moe, Justices.", "ROE, Justice.", APPEAL], "Roe Poe Loe Moe"),  # alaska
        (["(Court composed of Judge Jane Roe, Judge Pat Poe, Judge Sam Loe)", APPEAL], "Roe Poe Loe"),  # la
        (["Panel composed of Judges Jane Roe, Pat Poe, and Sam Loe", APPEAL], "Roe Poe Loe"),  # la2
        (["Before Division Two: Jane Roe, Presiding Judge, Pat Poe and Sam Loe, Judges", APPEAL], "Roe Poe Loe"),  # mo
        (["Before Roe, P.J., Poe and Loe, JJ.", APPEAL], "Roe Poe Loe"),  # wis
        (["PRESENT: Roe, C.J., Poe, Loe, JJ., and Moe, S.J.", "OPINION BY JUSTICE JANE ROE", APPEAL], "Roe Poe Loe Moe"),  # va
        (["Present: Judges Roe, Poe and Loe", "MEMORANDUM OPINION* BY JUDGE JANE A. ROE", APPEAL], "Roe Poe Loe"),  # va ct app
        (["Roe, Poe, Loe, JJ.", "Opinion by Roe, J.", APPEAL], "Roe Poe Loe"),  # md
        (["Before ROE, POE, and LOE, Appellate Military Judges", "ROE, Senior Judge:", APPEAL], "Roe Poe Loe"),  # mil
        (["MEMORANDUM FINDINGS OF FACT AND OPINION", "ROE, Judge: " + APPEAL], "Roe"),  # tax
        (["ROE, Special Trial Judge: " + APPEAL], "Roe"),  # tax2
        (["Before: Roe, Appellate Immigration Judge; Poe, Temporary Appellate Immigration Judge", APPEAL], "Roe Poe"),  # bia
        (["Before ROE, Chief Judge, POE and LOE, Circuit Judges.", "PER CURIAM.", APPEAL], "Roe Poe Loe"),  # fed
        (["Before: ROE, Chief Judge, and POE and LOE, Circuit Judges", "Opinion for the Court filed by Circuit Judge ROE.", APPEAL], "Roe Poe Loe"),  # d.c.
        ([APPEAL, (S, "IT IS SO ORDERED."), (S, "Dated: May 3, 2020"), (S, "_______"), (S, "Hon. Jane Roe"), (S, "United States District Court Judge")], "Roe"),  # dist
        ([APPEAL, "SO ORDERED, this 3rd day of May, 2020.", "s/ Jane Q. Roe", "JANE Q. ROE, Judge"], "Roe"),  # dist2
        ([APPEAL, "BY THE COURT:", "JANE Q. ROE, J."], "Roe"),  # dist3
        ([APPEAL, "BY THE COURT:", "/s/ Jane Q. Roe", "Jane Q. Roe", "United States District Judge"], "Roe"),  # dist4
        ([APPEAL + " IT IS SO ORDERED. Dated: May 3, 2020 JANE Q. ROE United States District Judge"], "Roe"),  # dist5
        ([APPEAL, "DONE and ORDERED in Miami, Florida, on May 3, 2020.", "JANE Q. ROE", "UNITED STATES DISTRICT JUDGE", "Copies to: counsel of record"], "Roe"),  # dist6
        (["VICE CHANCELLOR ROE", APPEAL, "Jane Roe, Vice Chancellor"], "Roe"),  # del ch
        ([APPEAL, "Jane Q. Roe", "Administrative Law Judge"], "Roe"),  # alj
        (["ROE, Judge.", APPEAL], "Roe"),  # cofc
        (["ROE, V.C.J.:", APPEAL, "CONCUR: Poe, C.J., Loe, Moe, JJ."], "Roe Poe Loe Moe"),  # ok
        (["OPINION BY JANE ROE, PRESIDING JUDGE:", APPEAL, "POE, J., and LOE, J., concur."], "Roe Poe Loe"),  # ok2
        (["ROE, Judge.", APPEAL, "AFFIRMED.", "Poe, P.J., and Loe and Moe, JJ., concur."], "Roe Poe Loe Moe"),  # ala
        (["JUDGE JANE ROE authored this Opinion, in which JUDGES PAT POE and SAM LOE concurred.", "ROE, Judge:", APPEAL], "Roe Poe Loe"),  # ut
        (["ROE, Judge", APPEAL, "Chief Judge POE and Judge LOE, CONCUR."], "Roe Poe Loe"),  # idaho
        ([APPEAL, "Roe, C.J.", "Poe, J.", "Loe, J."], "Roe Poe Loe"),  # nev
        (["BEFORE: JANE A. ROE, Chief Justice; PAT B. POE, Associate Justice; SAM C. LOE, Associate Justice.", "ROE, C.J.:", APPEAL], "Roe Poe Loe"),  # guam
        (["Before: ROE, P.J., and POE and LOE, JJ.", "PER CURIAM.", APPEAL, "/s/ Jane Roe", "/s/ Pat Poe", "/s/ Sam Loe"], "Roe Poe Loe"),  # mich
        (["PRESENT: Roe, C.J., Poe, Loe, JJ.", "ROE, C.J. " + APPEAL], "Roe Poe Loe"),  # vt
        ([APPEAL, "By the Court", "Pat Poe, Clerk of Court"], ""),  # clerk
        (["Appeal from Roe County Circuit Court", "(CV-19-900991)", "ROE, Judge.", APPEAL, "Poe, P.J., and Loe, J., concur."], "Roe Poe Loe"),  # ala: the author below the court below
        (["Appeal From Richland County", "Jane Q. Moe, Circuit Court Judge", "PER CURIAM: " + APPEAL, "ROE, C.J., and POE and LOE, JJ., concur."], "Roe Poe Loe"),  # sc: the judge below
        (["BEFORE: ROE, P.J., POE, J., and LOE, P.J.E.*", "MEMORANDUM BY POE, J.:", APPEAL], "Roe Poe Loe"),  # pa: president judge emeritus
        (["Case Remanded ORLA A. ROE, J., delivered the opinion of the court, in which PETER B. POE, C.J., and JANE C. LOE, J., joined. Pat Moe, Knoxville, Tennessee, for the appellant, and Sam Doe, Knoxville, Tennessee, for the appellee, who was the plaintiff at trial.", APPEAL, "ORLA A. ROE, JUDGE"], "Roe Poe Loe"),  # tenn: the line runs on into counsel
        ([APPEAL, "Judgment affirmed.", "By the Court (Roe, Poe &", "Loe, JJ.),", "Clerk"], "Roe Poe Loe"),  # mass: the court names its panel
        (["BEFORE", "Orla A. Roe, Vice Chairman", "Peter B. Poe, Member", "Jane C. Loe, Member", "FINAL ORDER", APPEAL], "Roe Poe Loe"),  # a federal board
        (["BY CHAIRMAN ROE AND MEMBERS POE AND LOE", APPEAL], "Roe Poe Loe"),  # a labor board
        (["REVIEW on the record by Commissioner Roe, Commissioner Poe, and Commissioner Loe at Richmond, Virginia.", APPEAL], "Roe Poe Loe"),  # a state commission
        (["Reviewing Panel: Members Roe and Poe.", APPEAL], "Roe Poe"),  # a state board
        (["BEFORE THE PATENT TRIAL AND APPEAL BOARD", "ACME MILLS, INC.,", "Petitioner, v. Patent 9,991,110 B2 Before ORLA A. ROE, PETER B. POE, and", "JANE C. LOE, Administrative Patent Judges.", APPEAL], "Roe Poe Loe"),  # a board's name is no panel
    ],
)  # fmt: skip
def test_panels_votes_and_bylines(lines: list[Line], surnames: str) -> None:
    assert read_surnames(ABOVE, lines) == sorted(surnames.split())


@pytest.mark.parametrize(
    ("lines", "surnames"),
    [
        (["CHAMBERS OF JANE Q. ROE UNITED STATES DISTRICT JUDGE", "LETTER ORDER", MOTION], "Roe"),  # chamb
        (["CIVIL MINUTES - GENERAL", "Present: The Honorable JANE Q. ROE, United States District Judge", MOTION], "Roe"),  # min
        (["JUDGE: Hon. Jane Q. Roe", "DEPUTY CLERK: Pat Poe", MOTION], "Roe"),  # min2
        (["HONORABLE JANE Q. ROE", "CLERK: Pat Poe", "Court Reporter: Sam Loe", MOTION], "Roe"),  # min3
        (["Below is an Order of the Court.", "JANE Q. ROE", "U.S. Bankruptcy Judge", "ORDER", MOTION], "Roe"),  # bankr
        ([MOTION, "SIGNED this 3rd day of May, 2019.", "JANE ROE", "JUDGE PRESIDING"], "Roe"),  # presiding below
        ([MOTION, "SIGNED: May 3, 2019", "_________", "JANE Q. ROE, PRESIDING JUDGE"], "Roe"),  # tx dist
        ([MOTION, "DONE AND ORDERED on May 3, 2019.", "Jane Q. Roe", "Circuit Court Judge"], "Roe"),  # circuit court judge
        ([MOTION, "Dated: May 3, 2019", "JANE ROE", "JUDGE OF THE SUPERIOR COURT"], "Roe"),  # superior court judge
        ([MOTION, "Dated: May 3, 2019", "Jane Q. Roe", "Justice, Superior Court"], "Roe"),  # justice superior
        ([MOTION, "Jane Q. Roe", "Justice of the Superior Court", "DATED: May 3, 2019"], "Roe"),  # mass
        ([MOTION, "BY THE COURT", "Roe, J."], "Roe"),  # ct
        ([MOTION, "Jane Q. Roe, J."], "Roe"),  # ct2
        ([MOTION, "/s/ Jane Q. Roe", "Hon. Jane Q. Roe, J.S.C."], "Roe"),  # nj
        ([MOTION, "JANE Q. ROE, P.J.Ch."], "Roe"),  # nj3
        ([MOTION, "JANE Q. ROE", "U.S. Administrative Law Judge"], "Roe"),  # alj
        ([MOTION, "Jane Q. Roe", "Workers' Compensation Judge"], "Roe"),  # wcj
        ([MOTION, "Jane Q. Roe, Commissioner"], "Roe"),  # commissioner
        ([MOTION, "Jane Q. Roe", "Hearing Officer"], "Roe"),  # hearing officer
        ([MOTION, "Jane Q. Roe", "Special Referee"], "Roe"),  # special referee
        ([MOTION, "SO ORDERED:", "Jane Q. Roe, Associate Circuit Judge"], "Roe"),  # assoc circuit
        ([MOTION, "Jane Q. Roe", "Chief U.S. Bankruptcy Judge"], "Roe"),  # chief bankr
        ([MOTION, "JANE Q. ROE", "United States Bankruptcy Judge"], "Roe"),  # bankr judge
        ([MOTION, "SO ORDERED:", "HON. JANE Q. ROE, U.S.D.J."], "Roe"),  # usdj
        ([MOTION, "Jane Q. Roe, U.S.M.J."], "Roe"),  # usdj2
        ([MOTION, "s/ Jane Q. Roe", "JANE Q. ROE, U.S.D.J."], "Roe"),  # usdj3
        (["MINUTE entry before the Honorable Jane Q. Roe: " + MOTION], "Roe"),  # entered by
        (["ORDER by Judge Jane Q. Roe granting 12 Motion for Extension of Time."], "Roe"),  # text only
        (["TEXT ORDER granting 12 Motion. So Ordered by Judge Jane Q. Roe on 5/3/2019."], "Roe"),  # text only2
        (["ORDER granting Motion. Signed by Magistrate Judge Jane Q. Roe on May 3, 2019. (abc)"], "Roe"),  # signed by
        (["BEFORE: HON. JANE Q. ROE", MOTION], "Roe"),  # before hon
        (["PRESENT: HON. JANE Q. ROE, J.S.C.", MOTION], "Roe"),  # present ny
        (["PRESENT: HON. JANE Q. ROE PART 12", "Justice", MOTION], "Roe"),  # present ny2
        (["2019 NY Slip Op 50000(U)", "Roe, J.", MOTION], "Roe"),  # ny slip
        (["Jane Q. Roe, J.", MOTION], "Roe"),  # ny slip2
        (["Assigned for All Purposes to Hon. Jane Moe Roe, Dept. 12", MOTION, "Dated: May 3, 2019"], "Roe"),  # assigned
        (["Judge: Jane Q. Roe", MOTION], "Roe"),  # judge colon
        (["HON. JANE Q. ROE, JUDGE PRESIDING DEPARTMENT NO. 12", MOTION], "Roe"),  # hon dept
        (["JANE Q. ROE", "JUDGE", "COURTHOUSE", "1 Main Street", MOTION], "Roe"),  # del super
        ([MOTION, "IT IS SO ORDERED.", "Jane Q. Roe, Judge"], "Roe"),  # del super2
        ([MOTION, "IT IS SO ORDERED.", "/s/ Jane Q. Roe", "Judge Jane Q. Roe"], "Roe"),  # del end
        (["ROE, VICE CHANCELLOR", MOTION], "Roe"),  # cav
        (["Judge Jane Q. Roe", "ORDER", MOTION], "Roe"),  # district judge roe opinion
        (["OPINION AND ORDER OF JUDGE JANE Q. ROE", MOTION], "Roe"),  # opinion and order of
        (["Civil Action No. 19-cv-00123", "Judge Jane Q. Roe", "ORDER", MOTION], "Roe"),  # colo
        (["ORDER", "Entered by Magistrate Judge Jane Q. Roe", MOTION], "Roe"),  # colo2
        (["Case No. 19 C 123", "Judge Jane Q. Roe", "MEMORANDUM OPINION AND ORDER", MOTION, "ENTERED:", "_________", "JANE Q. ROE", "United States District Judge"], "Roe"),  # il
        (["No. 19 C 123", "Hon. Jane Q. Roe", MOTION, "Date: May 3, 2019", "/s/ Jane Q. Roe"], "Roe"),  # il2
        (["Hon. Jane Q. Roe", "OPINION AND ORDER", MOTION, "s/Jane Q. Roe", "Jane Q. Roe", "United States District Judge"], "Roe"),  # mich
        (["District Judge Jane Q. Roe", "Magistrate Judge Sam Loe", MOTION, "s/Jane Q. Roe", "United States District Judge"], "Roe"),  # mich2
        (["JUDGE JANE Q. ROE", "OPINION & ORDER", MOTION], "Roe"),  # ohio
        (["Judge Jane Q. Roe", "Magistrate Judge Sam Loe", MOTION, "IT IS SO ORDERED.", "JANE Q. ROE", "UNITED STATES DISTRICT JUDGE"], "Roe"),  # ohio2
        (["JUDGE: Jane Q. Roe", "MAGISTRATE JUDGE: Sam Loe", MOTION, "JANE Q. ROE", "UNITED STATES DISTRICT JUDGE"], "Roe"),  # la
        ([MOTION, "SO ORDERED. JANE Q. ROE, District Judge."], "Roe"),  # scribd
        ([MOTION, "Dated: May 3, 2019 ______________ JANE Q. ROE UNITED STATES DISTRICT JUDGE"], "Roe"),  # tail table
        ([MOTION, "Dated: May 3, 2019                JANE Q. ROE", "United States District Judge"], "Roe"),  # tail 2
        ([MOTION, "May 3, 2019                    s/ Jane Q. Roe", "Date                   United States Magistrate Judge"], "Roe"),  # tail 3
        (["Appeal from the Superior Court, Pat Poe, Judge.", "PER CURIAM.", MOTION], ""),  # decoy below
        ([MOTION + " Officer Jane Roe arrested him.", "Pat Poe, for the State", "Sam Loe, for the defendant"], ""),  # decoy arrest
        ([MOTION, "Respectfully submitted,", "/s/ Pat Poe", "Attorney for Plaintiff"], ""),  # decoy attorney
        ([MOTION, "IT IS SO ORDERED.", "JANE Q. ROE", "United States District Judge", "Approved as to form:", "/s/ Pat Poe", "Attorney for Plaintiff"], "Roe"),  # approved
        ([MOTION, "Dated: May 1, 2019 /s/ Pat Poe", "Attorney for Plaintiff", "Dated: May 2, 2019 /s/ Sam Loe", "Attorney for Defendant", "PURSUANT TO STIPULATION, IT IS SO ORDERED.", "Dated: May 3, 2019", "Hon. Jane Q. Roe", "United States District Judge"], "Roe"),  # stipulated
        (["Judge Jane Q. Roe", MOTION, "JUDGE JANE Q. ROE", "Court of Workers' Compensation Claims"], "Roe"),  # tenn wc
        ([MOTION, "Jane Q. Roe", "Chair, Workers' Compensation Board"], ""),  # oath
        ([MOTION, "(Signed) Jane Q. Roe", "Special Trial Judge"], "Roe"),  # a tax court's typed signature
        ([MOTION, (BlockKind.QUOTE, "BY THE COURT, Roe, J.")], "Roe"),  # conn: one line
        ([MOTION, "JANE Q. ROE", "Veterans Law Judge Board of Veterans' Appeals"], "Roe"),  # an office with its board
        ([MOTION, "FOR THE COMMISSION:", "Jane Q. Roe's signature", "Jane Q. Roe, Director", "Office of Federal Operations"], "Roe"),  # an office on two lines
        ([MOTION, "JANE Q. ROE COMMISSIONER CONCURRING"], "Roe"),  # an office without a comma
        ([MOTION, "SO ORDERED.", "PAT Q. POE", "UNITED STATES DISTRICT WDGE"], "Poe"),  # a misread office
        ([MOTION, "Signed in Baton Rouge on May 3, 2019.", "S JUDGE PAT Q. POE", "UNITED STATES DISTRICT COURT MIDDLE DISTRICT OF LOUISIANA"], "Poe"),  # the court's name for an office
        ([MOTION, "SO ORDERED this day of May 2019.", "PAT Q. POE, J UNITED STATES DISTRICT COURT SOUTHERN DISTRICT OF GEORGIA"], "Poe"),  # the same in a line
        ([MOTION, "cla tc IT IS SO ORDERED. Dated: May 3, 2019 sir PAT Q. POE et tatsiD United States Magistrate Judge S d nr ee"], "Poe"),  # around it a seal's letters
        ([MOTION, "IT IS SO ORDERED. 18 Dated: May 3, 2019 19 20 PAT Q. POE 21 United States District Judge 22 23"], "Poe"),  # line numbers
        ([MOTION, "SO ORDERED", "Dated: May 3, 2019 Pat Q. Poe U.S. District Judge - 18 -"], "Poe"),  # a page's number
        (["The plan is reviewed by the state, whose rules bind the county that administers it and to which the federal statute leaves the PAT Q. POE, District Judge. details of that review.", MOTION], "Poe"),  # another column's byline
        (["SAM LOE, ESQ. 15 Main Street Townville Attorneys for Defendants Pat Q. Poe, U.S. District Judge:", MOTION], "Poe"),  # behind counsel
        (["Poe, D.J.:", MOTION], "Poe"),  # sdny
        (["Poe, Pat Q., J.", MOTION], "Poe"),  # the surname first
        ([MOTION, "SO ORDERED.", "PAT Q. POE", "United States District Judge", "Presented by:", "/s/ Sam Loe", "/s/ Jim Moe", "/s/ Kim Foe", "/s/ Tim Joe", "Attorneys for Plaintiff"], "Poe"),  # four of counsel sign below
        ([MOTION, "Before me are the plaintiff's motions. He came from Korea in April, as the Judges of that court said."], ""),  # no panel
        ([MOTION + " A notice under the FLSA, Judge Poe explained, is sent once the court has found that workers are alike."], ""),  # prose
    ],
)  # fmt: skip
def test_signatures_minutes_and_heads(lines: list[Line], surnames: str) -> None:
    assert read_surnames(TRIAL, lines) == sorted(surnames.split())
