"""Fronts as the courts of this country print them, without layout: the number and the court."""

import pytest

from build_scripts.describing.court import find_court
from build_scripts.describing.docket_number import find_docket_numbers
from tests.describing.specimens import make_order

PROSE = (
    "This matter comes before the Court on the motion of the plaintiff, which was filed in May and"
    " which the defendant opposes."
)


# "/" parts the lines.
@pytest.mark.parametrize(
    ("front", "number", "court_id"),
    [
        (
            (
                "IN THE COURT OF APPEALS OF INDIANA / Case No. 19A-CR-1234 / Roe v. State / "
                "Appeal from the Marion Superior Court / Trial Court Cause No. 49G01-1801-F1-1234"
            ),
            "19A-CR-1234",
            "indctapp",
        ),
        (
            (
                "Court of Appeals / Ninth District of Texas at Beaumont / NO. 09-19-00123-CV / "
                "JANE ROE, Appellant / V. / JOHN POE, Appellee / On Appeal from the 60th District"
                " Court / Jefferson County, Texas / Trial Cause No. B-201,234"
            ),
            "09-19-00123-CV",
            "texapp",
        ),
        (
            (
                "In The Eleventh Court of Appeals / No. 11-18-00123-CR / JOHN POE, Appellant / V."
                " / THE STATE OF TEXAS, Appellee / On Appeal from the 70th District Court Ector "
                "County, Texas / Trial Court Cause No. A-18-1234-CR"
            ),
            "11-18-00123-CR",
            "texapp",
        ),
        (
            (
                "SUPERIOR COURT OF NEW JERSEY / APPELLATE DIVISION / DOCKET NO. A-1234-18T1 / "
                "JANE ROE, / Plaintiff-Appellant, / On appeal from the Superior Court of New "
                "Jersey, Law Division, Essex County, Docket No. L-1234-17."
            ),
            "A-1234-18T1",
            "njsuperctappdiv",
        ),
        (
            (
                "IN THE COURT OF APPEALS OF TENNESSEE AT NASHVILLE / JANE ROE v. JOHN POE / "
                "Appeal from the Circuit Court for Davidson County / No. 18C1234 Joseph Poe, "
                "Judge / No. M2019-00123-COA-R3-CV"
            ),
            "M2019-00123-COA-R3-CV",
            "tennctapp",
        ),
        (
            (
                "STATE OF MINNESOTA / IN COURT OF APPEALS / A19-0123 / State of Minnesota, "
                "Respondent, / vs. / John Poe, Appellant. / Filed December 2, 2019 / Hennepin "
                "County District Court / File No. 27-CR-18-12345"
            ),
            "A19-0123",
            "minnctapp",
        ),
        (
            (
                "Third District Court of Appeal / State of Florida / Opinion filed May 6, 2020. /"
                " No. 3D19-1234 / Lower Tribunal No. 18-12345 / Jane Roe, Appellant,"
            ),
            "3D19-1234",
            "fladistctapp",
        ),
        (
            (
                "SUPREME COURT OF THE STATE OF NEW YORK / COUNTY OF KINGS / JANE ROE, Plaintiff, "
                "/ -against- / Index No. 512345/2019 / JOHN POE, Defendant. / Mot. Seq. No. 001 /"
                " DECISION AND ORDER"
            ),
            "512345/2019",
            "nysupct",
        ),
        (
            (
                "IN THE COURT OF CHANCERY OF THE STATE OF DELAWARE / JANE ROE, Plaintiff, / v. / "
                "C.A. No. 2019-0123-JTL / ACME CORP., Defendant."
            ),
            "2019-0123-JTL",
            "delch",
        ),
        (
            (
                "IN THE SUPERIOR COURT OF THE STATE OF DELAWARE / JANE ROE, / Plaintiff, / v. / "
                "C.A. No. N19C-01-123 ABC / JOHN POE, / Defendant."
            ),
            "N19C-01-123 ABC",
            "delsuperct",
        ),
        (
            (
                "SUPREME COURT OF ARIZONA / JANE ROE, Appellant, v. JOHN POE, Appellee. / No. "
                "CV-19-0123-PR / Filed March 2, 2020 / Appeal from the Superior Court in Maricopa"
                " County / No. CV2017-012345"
            ),
            "CV-19-0123-PR",
            "ariz",
        ),
        (
            (
                "IN THE ARIZONA COURT OF APPEALS / DIVISION ONE / STATE OF ARIZONA, Appellee, / "
                "v. / JOHN POE, Appellant. / No. 1 CA-CR 19-0123 / Appeal from the Superior Court"
                " in Maricopa County / No. CR2018-012345-001"
            ),
            "1 CA-CR 19-0123",
            "arizctapp",
        ),
        (
            "IN THE SUPREME COURT OF OHIO / State ex rel. Roe v. Poe / Case No. 2019-0123",
            "2019-0123",
            "ohio",
        ),
        (
            (
                "COURT OF APPEALS OF OHIO / EIGHTH APPELLATE DISTRICT / COUNTY OF CUYAHOGA / "
                "STATE OF OHIO, Plaintiff-Appellee, No. 108123 / v. / JOHN POE, "
                "Defendant-Appellant. / Criminal Appeal from the Cuyahoga County Court of Common "
                "Pleas / Case No. CR-18-123456-A"
            ),
            "108123",
            "ohioctapp",
        ),
        (
            (
                "IN THE COURT OF APPEALS OF THE STATE OF WASHINGTON / STATE OF WASHINGTON, No. "
                "79123-4-I / Respondent, / v. DIVISION ONE / JOHN POE, UNPUBLISHED OPINION"
            ),
            "79123-4-I",
            "washctapp",
        ),
        (
            (
                "IN THE SUPERIOR COURT OF PENNSYLVANIA / COMMONWEALTH OF PENNSYLVANIA v. JOHN POE"
                " Appellant No. 1234 EDA 2019 / Appeal from the Judgment of Sentence Entered "
                "March 2, 2019 / In the Court of Common Pleas of Philadelphia County Criminal "
                "Division at No(s): CP-51-CR-0001234-2017"
            ),
            "1234 EDA 2019",
            "pasuperct",
        ),
        (
            (
                "IN THE COMMONWEALTH COURT OF PENNSYLVANIA / Jane Roe, Petitioner / v. : No. 123 "
                "C.D. 2019 / Workers' Compensation Appeal Board (Acme), Respondent"
            ),
            "123 C.D. 2019",
            "pacommwct",
        ),
        (
            (
                "APPELLATE COURT OF ILLINOIS / FIRST DISTRICT / 2020 IL App (1st) 190001-U / No. "
                "1-19-0001 / Order filed May 1, 2020 / Appeal from the Circuit Court of Cook "
                "County. / No. 17 CR 12345"
            ),
            "1-19-0001",
            "illappct",
        ),
        (
            (
                "STATE OF WISCONSIN / IN COURT OF APPEALS / DISTRICT IV / Appeal No. "
                "2019AP1234-CR Cir. Ct. No. 2018CF123"
            ),
            "2019AP1234-CR",
            "wisctapp",
        ),
        (
            (
                "SUPREME COURT OF THE STATE OF HAWAII / SCWC-19-0000123 / STATE OF HAWAI‘I v. "
                "JOHN POE / CERTIORARI TO THE INTERMEDIATE COURT OF APPEALS (CAAP-17-0000123; CR."
                " NO. 1PC1-17-0123)"
            ),
            "SCWC-19-0000123",
            "haw",
        ),
        (
            "IN THE COURT OF APPEALS OF GEORGIA / A20A1234. ROE v. POE.",
            "A20A1234",
            "gactapp",
        ),
        (
            (
                "IN THE COURT OF APPEALS OF NORTH CAROLINA / No. COA19-123 / Filed: 3 March 2020 "
                "/ Wake County, Nos. 17 CRS 1234-35"
            ),
            "COA19-123",
            "ncctapp",
        ),
        (
            (
                "MISSOURI COURT OF APPEALS / WESTERN DISTRICT / JOHN POE, Appellant, / v. / "
                "WD81234 / STATE OF MISSOURI"
            ),
            "WD81234",
            "moctapp",
        ),
        (
            "COMMONWEALTH OF MASSACHUSETTS / APPEALS COURT / 19-P-123 / COMMONWEALTH vs. JOHN POE.",
            "19-P-123",
            "massappct",
        ),
        (
            "SJC-12345 / COMMONWEALTH vs. JOHN POE.",
            "SJC-12345",
            None,
        ),
        (
            (
                "STATE OF MICHIGAN / COURT OF APPEALS / PEOPLE OF THE STATE OF MICHIGAN, / "
                "Plaintiff-Appellee, / v / No. 345678 / Wayne Circuit Court / LC No. "
                "17-001234-01-FC / JOHN POE,"
            ),
            "345678",
            "michctapp",
        ),
        (
            (
                "Commonwealth of Kentucky / Court of Appeals / NO. 2019-CA-001234-MR / JOHN POE "
                "APPELLANT / APPEAL FROM FAYETTE CIRCUIT COURT v. HONORABLE JANE ROE, JUDGE "
                "ACTION NO. 17-CI-01234"
            ),
            "2019-CA-001234-MR",
            "kyctapp",
        ),
        (
            (
                "STATE OF LOUISIANA / COURT OF APPEAL / FIRST CIRCUIT / NUMBER 2019 CA 0123 / "
                "JANE ROE VERSUS JOHN POE"
            ),
            "2019 CA 0123",
            "lactapp",
        ),
        (
            (
                "IN THE SUPREME COURT OF THE STATE OF MONTANA / DA 19-0123 / 2020 MT 12 / JANE "
                "ROE, Plaintiff"
            ),
            "DA 19-0123",
            "mont",
        ),
        (
            (
                "IN THE SUPREME COURT, STATE OF WYOMING / 2020 WY 12 / OCTOBER TERM, A.D. 2019 / "
                "JOHN POE, Appellant / v. S-19-0123"
            ),
            "S-19-0123",
            "wyo",
        ),
        (
            (
                "IN THE SUPREME COURT OF THE STATE OF NEVADA / JOHN POE, Appellant, vs. THE STATE"
                " OF NEVADA, Respondent. No. 78123"
            ),
            "78123",
            "nev",
        ),
        (
            (
                "COLORADO COURT OF APPEALS 2020COA12 / Court of Appeals No. 18CA1234 / City and "
                "County of Denver District Court No. 17CV1234 / Honorable Jane Roe, Judge"
            ),
            "18CA1234",
            "coloctapp",
        ),
        (
            (
                "DISTRICT COURT, CITY AND COUNTY OF DENVER, STATE OF COLORADO / 1437 Bannock "
                "Street, Denver, Colorado 80202 / Plaintiff: JANE ROE / Case Number: 2019CV31234 "
                "/ Courtroom: 209"
            ),
            "2019CV31234",
            "coldistct",
        ),
        (
            (
                "SUPERIOR COURT OF CALIFORNIA / COUNTY OF LOS ANGELES / JANE ROE, Plaintiff, / "
                "Case No.: 19STCV12345 / vs. / Hearing Date: May 1, 2020"
            ),
            "19STCV12345",
            "calsuperct",
        ),
        (
            (
                "IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA / SECOND APPELLATE DISTRICT / "
                "DIVISION SEVEN / THE PEOPLE, Plaintiff and Respondent, v. JOHN POE, Defendant "
                "and Appellant. / B123456 / (Los Angeles County Super. Ct. No. BA123456)"
            ),
            "B123456",
            "calctapp",
        ),
        (
            (
                "UNITED STATES TAX COURT / JANE ROE, Petitioner v. COMMISSIONER OF INTERNAL "
                "REVENUE, Respondent / Docket No. 12345-19S."
            ),
            "12345-19S",
            "tax",
        ),
        (
            "In the United States Court of Federal Claims / No. 19-123C / (Filed: March 2, 2020)",
            "19-123C",
            "uscfc",
        ),
        (
            (
                "UNITED STATES COURT OF APPEALS FOR VETERANS CLAIMS / NO. 19-1234 / JOHN POE, "
                "APPELLANT,"
            ),
            "19-1234",
            "cavc",
        ),
        (
            (
                "UNITED STATES BANKRUPTCY COURT / SOUTHERN DISTRICT OF NEW YORK / In re: ACME "
                "CORP., Debtor. / Chapter 11 / Case No. 19-12345 (MFW)"
            ),
            "19-12345 (MFW)",
            "nysb",
        ),
        (
            (
                "UNITED STATES JUDICIAL PANEL on MULTIDISTRICT LITIGATION / IN RE: ACME PRODUCTS "
                "LIABILITY LITIGATION / MDL No. 2345"
            ),
            "2345",
            "jpml",
        ),
        (
            (
                "UNITED STATES COURT OF APPEALS / FOR THE FOURTH CIRCUIT / No. 19-1234 / JANE "
                "ROE, Plaintiff - Appellant, / v. / Appeal from the United States District Court "
                "for the District of Maryland, at Baltimore. Jane Poe, District Judge. "
                "(1:18-cv-01234-JKB)"
            ),
            "19-1234",
            "ca4",
        ),
        (
            (
                "UNITED STATES COURT OF APPEALS FOR THE FIFTH CIRCUIT / No. 19-12345 Summary "
                "Calendar / UNITED STATES OF AMERICA, / USDC No. 3:18-CR-123-1"
            ),
            "19-12345",
            "ca5",
        ),
        (
            (
                "UNITED STATES DISTRICT COURT / DISTRICT OF NEVADA / JANE ROE, Plaintiff, / v. / "
                "Case No. 2:19-cv-01234-APG-BNW / JOHN POE, Defendant."
            ),
            "2:19-cv-01234-APG-BNW",
            "nvd",
        ),
        (
            (
                "UNITED STATES DISTRICT COURT SOUTHERN DISTRICT OF NEW YORK ------x JANE ROE, "
                "Plaintiff, -against- 19 Civ. 1234 (LGS) JOHN POE, Defendant. ------x OPINION AND"
                " ORDER"
            ),
            "19 Civ. 1234 (LGS)",
            "nysd",
        ),
        (
            (
                "UNITED STATES DISTRICT COURT / NORTHERN DISTRICT OF ILLINOIS / EASTERN DIVISION "
                "/ JANE ROE, ) / Plaintiff, ) No. 19 C 1234 / v. ) Judge Jane Poe"
            ),
            "19 C 1234",
            "ilnd",
        ),
        (
            (
                "UNITED STATES DISTRICT COURT / DISTRICT OF MASSACHUSETTS / JANE ROE v. JOHN POE "
                "/ Civil Action No. 19-cv-12345-ADB"
            ),
            "19-cv-12345-ADB",
            "mad",
        ),
        (
            (
                "IN THE UNITED STATES DISTRICT COURT FOR THE WESTERN DISTRICT OF PENNSYLVANIA / "
                "JANE ROE, / CIVIL DIVISION / 2:19cv1234 / Electronic Filing"
            ),
            "2:19cv1234",
            "pawd",
        ),
        (
            (
                "UNITED STATES FOREIGN INTELLIGENCE SURVEILLANCE COURT / WASHINGTON, D.C. / IN RE"
                " APPLICATION / Docket Number: BR 13-109"
            ),
            "BR 13-109",
            "fisc",
        ),
        (
            (
                "STATE OF CONNECTICUT SUPERIOR COURT / DOCKET NO. HHD-CV-19-6123456-S / JANE ROE "
                "/ J.D. OF HARTFORD / v. / JOHN POE / MARCH 2, 2020"
            ),
            "HHD-CV-19-6123456-S",
            "connsuperct",
        ),
        (
            (
                "STATE OF VERMONT / SUPERIOR COURT CIVIL DIVISION / Washington Unit Docket No. "
                "123-4-19 Wncv / Roe v. Poe"
            ),
            "123-4-19 Wncv",
            "vtsuperct",
        ),
        (
            (
                "IN THE CIRCUIT COURT OF COOK COUNTY, ILLINOIS / COUNTY DEPARTMENT, CHANCERY "
                "DIVISION / JANE ROE, Plaintiff, / Case No. 2019 CH 01234"
            ),
            "2019 CH 01234",
            "illcirct",
        ),
        (
            (
                "IN THE CIRCUIT COURT OF THE ELEVENTH JUDICIAL CIRCUIT IN AND FOR MIAMI-DADE "
                "COUNTY, FLORIDA / CASE NO. 2019-012345-CA-01"
            ),
            "2019-012345-CA-01",
            "flacirct",
        ),
        (
            (
                "IN THE SUPREME COURT OF NORTH CAROLINA / 2022-NCSC-1 / No. 123A20 / Filed 11 "
                "February 2022"
            ),
            "123A20",
            "nc",
        ),
        (
            "IN THE SUPREME COURT OF IOWA / No. 19-0123 / Filed May 1, 2020",
            "19-0123",
            "iowa",
        ),
        (
            (
                "No. 123,456 / IN THE COURT OF APPEALS OF THE STATE OF KANSAS / STATE OF KANSAS, "
                "Appellee, v. JOHN POE, Appellant."
            ),
            "123,456",
            "kanctapp",
        ),
        (
            (
                "STATE OF NEW YORK SUPREME COURT, APPELLATE DIVISION Third Judicial Department / "
                "Decided and Entered: March 5, 2020 528123 / In the Matter of JANE ROE"
            ),
            "528123",
            "nyappdiv",
        ),
        (
            (
                "Roe v Poe / 2020 NY Slip Op 12345(U) / March 5, 2020 / Supreme Court, Kings "
                "County / Docket Number: 512345/2019 / Judge: Jane Poe"
            ),
            "512345/2019",
            "nysupct",
        ),
        (
            (
                "STATE OF MAINE / CUMBERLAND, ss. / SUPERIOR COURT / CIVIL ACTION / DOCKET NO. "
                "CV-19-123"
            ),
            "CV-19-123",
            "mesuperct",
        ),
        (
            (
                "2020 UT 12 / IN THE SUPREME COURT OF THE STATE OF UTAH / ROE v. POE / No. "
                "20190123 / Heard May 1, 2020"
            ),
            "20190123",
            "utah",
        ),
        (
            (
                "IN THE SUPREME COURT OF MISSISSIPPI / NO. 2019-CA-00123-SCT / JANE ROE v. JOHN "
                "POE / DATE OF JUDGMENT: 01/02/2019 / COURT FROM WHICH APPEALED: HINDS COUNTY "
                "CIRCUIT COURT"
            ),
            "2019-CA-00123-SCT",
            "miss",
        ),
        (
            (
                "THE STATE OF SOUTH CAROLINA / In The Court of Appeals / The State, Respondent, /"
                " v. / John Poe, Appellant. / Appellate Case No. 2018-001234 / Appeal From "
                "Richland County"
            ),
            "2018-001234",
            "scctapp",
        ),
        (
            (
                "ALABAMA COURT OF CRIMINAL APPEALS / CR-19-0123 / John Poe v. State of Alabama / "
                "Appeal from Mobile Circuit Court (CC-18-1234)"
            ),
            "CR-19-0123",
            "alacrimapp",
        ),
        (
            (
                "STATE OF RHODE ISLAND / Supreme Court / No. 2019-123-Appeal. (PC 17-1234) / Jane"
                " Roe :"
            ),
            "2019-123-Appeal",
            "ri",
        ),
        (
            (
                "IN THE OREGON COURT OF APPEALS / STATE OF OREGON, Plaintiff-Respondent, v. JOHN "
                "POE, Defendant-Appellant. / Multnomah County Circuit Court 17CR12345; A167123"
            ),
            "A167123",
            "orctapp",
        ),
    ],
)
def test_a_front_tells_number_and_court(front: str, number: str, court_id: str | None) -> None:
    clean = make_order(*front.split(" / "), PROSE)
    sure = [claim for claim in find_docket_numbers(clean) if (claim.confidence or 0) >= 0.5]
    assert [claim.value.text for claim in sure] == [number]
    court = find_court(clean)
    known = court.value.court_id if court and (court.confidence or 0) >= 0.5 else None
    assert known == court_id
