"""Sentences that orders are put together from: written for this project, parties fictional.

Authorities are real and correctly cited; rules and statutes are quoted as they stand. `_words_` are
set in italics. `{day}`, `{small}`, `{number}`, `{year}`, `{amount}`, `{entry}` are filled at random,
so that numbers of the text come to stand where line numbers stand. Footnotes go where prose.py
puts them.
"""

FACTS = """
Plaintiff sells marine hardware through {small} stores and a website that it opened in {year}.
On May {day}, {year}, Defendant sent {small} invoices and withheld {amount} from the final payment.
The parties signed the supply agreement on March {day}, {year}, and extended it for {day} months.
Between {year} and 2021 the price of a standard cleat rose from ${small} to $28.50, or about {day} percent.
Defendant answered {small} of the 25 interrogatories and objected to the others. (Dkt. No. {entry} at {small}.)
The complaint pleads {small} claims, of which only claims 1, 4 and 7 concern the lease.
The warehouse at 28 Harbor Street holds {number} pallets, each marked with a lot number from 1 to 28.
According to the declaration, page {day} of the manual warned that the winch can fail after {number} cycles.
Counsel met on June {day} and again on June 28, but they agreed on nothing beyond a schedule.
The invoice of {day} April {year} lists {small} shackles, 12 blocks and 300 feet of line.
Plaintiff's witness testified that she counted 1, 2, and then 3 alarms before the power went out.
Ms. Aldergate wrote to Mr. Thistlewood that the shipment was “{day} days late and {small} crates short.”
In {year}, Dr. Penhallow inspected units 14 through 28 and found cracks in {small} of them.
Defendant moved to compel on July {day}, {year}, and filed exhibits A through F with its motion. (ECF No. {entry}.)
The policy covers losses up to {amount} for each occurrence and {amount} in the aggregate.
The agreement says nothing about winches, and the parties' e-mails say little more.
Defendant denies every one of these allegations and calls the complaint a “fishing expedition.”
Neither party has explained why the amended schedule, to which both agreed, could not be kept.
The boat left the harbor at 5:17 a.m. and returned {small} hours later with water in the hold.
About {number} customers complained; the company refunded {amount} to those who asked before August {day}.
Plaintiff purchased the vessel from a dealer in Oregon, who had it from the manufacturer.
""".strip().splitlines()

LAW = """
A complaint must contain “sufficient factual matter, accepted as true, to ‘state a claim to relief that is plausible on its face.’” _Ashcroft v. Iqbal_, 556 U.S. 662, 678 (2009) (quoting _Bell Atl. Corp. v. Twombly_, 550 U.S. 544, 570 (2007)).
A motion under Rule 12(b)(6) “tests the legal sufficiency of a claim.” _Navarro v. Block_, 250 F.3d 729, 732 (9th Cir. 2001).
Leave to amend is freely given unless amendment would be futile. _Foman v. Davis_, 371 U.S. 178, 182 (1962); Fed. R. Civ. P. 15(a)(2).
The Court has jurisdiction under 28 U.S.C. § 1331 and supplemental jurisdiction under 28 U.S.C. § 1367.
Summary judgment is proper where no genuine dispute of material fact remains. _Celotex Corp. v. Catrett_, 477 U.S. 317, 322–23 (1986).
A dispute is genuine only if a reasonable jury could find for the other side. _Anderson v. Liberty Lobby, Inc._, 477 U.S. 242, 248 (1986).
Under Rule 26, the scope of discovery has limits that 28 pages of argument do not change.
Due process requires “minimum contacts” with the forum. _Int'l Shoe Co. v. Washington_, 326 U.S. 310, 316 (1945).
A preliminary injunction is an extraordinary remedy. _Winter v. Nat. Res. Def. Council, Inc._, 555 U.S. 7, 24 (2008).
The power to stay proceedings is incidental to the power to control the docket. _Landis v. N. Am. Co._, 299 U.S. 248, 254 (1936).
Standing requires an injury that is concrete and particularized. _Spokeo, Inc. v. Robins_, 578 U.S. 330, 339 (2016).
See _Lujan v. Defs. of Wildlife_, 504 U.S. 555, 560–61 (1992); _see also_ 42 U.S.C. § 1983.
_Id._ at {number}.
_Twombly_, 550 U.S. at 555.
But _Calder v. Jones_, 465 U.S. 783 (1984), asks where the harm was felt, not where the parties live.
The four factors are familiar. _eBay Inc. v. MercExchange, L.L.C._, 547 U.S. 388, 391 (2006).
Expert testimony must rest on a reliable foundation. _Daubert v. Merrell Dow Pharms., Inc._, 509 U.S. 579, 597 (1993).
The rule of 17 C.F.R. § 240.10b-5 does not reach a dispute over the price of rope.
Civil Local Rule 7-2 and Rule 15 of the Federal Rules of Civil Procedure set the form of a motion.
State law governs the contract. _Erie R.R. Co. v. Tompkins_, 304 U.S. 64, 78 (1938).
""".strip().splitlines()

REASONS = """
The Court is not persuaded.
Plaintiff's first argument fails because the lease expired {small} years before the suit was filed.
Defendant replies that the {day}-day period began on the date of mailing, but it cites no authority for that reading.
That is enough at this stage, and the Court need not decide whether count {small} would survive alone.
Even if the notice came {day} days late, the delay harmed no one, since the goods lay unclaimed until September {day}.
The request is overbroad: it asks for all documents of {small} custodians from {year} to the present.
A party that waits {number} days to object has waived the objection, and Defendant waited longer than that.
The record supports only the lesser figure of {amount}, which paragraphs 9 to {day} of the declaration set out.
This reading also fits the structure of the agreement, which treats winches and anchors alike.
None of the cases that Defendant cites concerned a self-governing association of harbor pilots.
The well-pleaded allegations, taken as true, show a course of dealing over {small} seasons.
For the same reasons, the claim under section {number} of the code is dismissed with leave to amend.
Whatever the merits of that view, it was not raised below, and the Court does not reach it.
Counsel conceded as much at the hearing, as page 14 of the transcript shows.
The burden of reviewing {number} e-mails is slight when {amount} is at stake.
Plaintiff may try again, but the third complaint must say who promised what, and when.
""".strip().splitlines()

# Paragraphs that begin with a number or with another thing that looks like a margin's.
NUMBER_FIRST = """
28 U.S.C. § 1404(a) governs the request to transfer, and the parties agree that it does.
12 of the 40 exhibits were filed under seal, and nobody has moved to unseal them.
2021 was the first year in which the company made a profit from winches.
3 factors weigh against a stay, and 1 weighs in its favor.
15 U.S.C. § 1125(a) forbids false designations of origin, which is what count 2 alleges.
1 witness, the harbor master, saw the collision from the pier.
42 U.S.C. § 1983 creates no rights of its own; it gives a remedy for rights found elsewhere.
""".strip().splitlines()

# A sentence that leads to a quotation, and what is quoted.
QUOTES = (
    (
        "The rule draws the line in plain words:",
        "Parties may obtain discovery regarding any nonprivileged matter that is relevant to any party's claim or defense and proportional to the needs of the case, considering the importance of the issues at stake in the action, the amount in controversy, the parties' relative access to relevant information, the parties' resources, the importance of the discovery in resolving the issues, and whether the burden or expense of the proposed discovery outweighs its likely benefit.",
        "Fed. R. Civ. P. 26(b)(1).",
    ),
    (
        "Congress has said when an action may be moved:",
        "For the convenience of parties and witnesses, in the interest of justice, a district court may transfer any civil action to any other district or division where it might have been brought or to any district or division to which all parties have consented.",
        "28 U.S.C. § 1404(a).",
    ),
    (
        "Section 12 of the agreement provides:",
        "Either party may end this agreement on 28 days' written notice. The notice must name the goods concerned, state the reasons, and be sent to the address in Section 4. A party that ends the agreement before March 15 of any year owes the other 12 percent of the price of all goods then ordered.",
        "(Compl. Ex. B at 14.)",
    ),
    (
        "The lease puts the duty on the tenant:",
        "Tenant shall keep the slip, the cleats, and all lines in good repair, shall inspect them every 30 days, and shall report any damage to Landlord within 5 days. If Tenant fails to do so, Landlord may make the repair and charge Tenant its cost plus 10 percent.",
        "(Dkt. No. 21-3 at 7.)",
    ),
    (
        "The harbor master wrote on the same day:",
        "I counted 14 boats at the outer pier, of which 9 had lines across the channel. I asked the owners to move them by 6 p.m. and told them that a fine of $250 would follow. By nightfall only 2 had done so.",
        "(Aldergate Decl. ¶ 11.)",
    ),
)

# A sentence that leads to a list, and the items.
LISTS = (
    (
        "The Court orders as follows:",
        (
            "Defendant shall produce the documents listed in Request 14 by June {day}, {year}.",
            "Plaintiff shall serve its amended complaint within {day} days of this order.",
            "The parties shall file a joint statement of at most 5 pages, which says what remains in dispute and why they could not settle it.",
            "All other requests are denied.",
        ),
    ),
    (
        "Three questions are left for trial:",
        (
            "whether the notice of {year} reached Defendant before the agreement ended;",
            "whether the {small} crates that never arrived were lost at sea, as the carrier's log suggests, or were never loaded; and",
            "what damages, if any, followed.",
        ),
    ),
    (
        "The motion asks for the following:",
        (
            "an accounting of all sales after January 1, {year};",
            "the return of {small} molds and of the drawings for them, wherever they may now be kept; and",
            "costs of {amount}.",
        ),
    ),
)

NOTES = """
The parties refer to this agreement as the “2019 Agreement.” The Court does the same.
28 U.S.C. § 1367(a) also reaches claims that involve the joinder of additional parties.
Plaintiff withdrew claims 3 and 5 at the hearing. (Dkt. No. {entry} at 12.)
_Hanna v. Plumer_, 380 U.S. 460, 465 (1965), is not to the contrary.
See Fed. R. Evid. 702. The proponent bears the burden by a preponderance of the evidence, and the Court held a hearing of {small} hours on the question before it ruled.
The Court uses first names because several witnesses share a surname; no disrespect is meant.
Defendant's brief runs to 28 pages, 3 more than Civil Local Rule 7-2(b) allows. Counsel shall keep to the limit in the future or seek leave in advance.
Page references are to the numbers that the filing system printed at the top of each page.
A winch is a drum turned by a crank; a windlass is a winch with a horizontal axle.
The parties have consented to the jurisdiction of a magistrate judge under 28 U.S.C. § 636(c). (Dkt. Nos. 9, 14.)
""".strip().splitlines()

# Headings by rank: the outermost, and those below them.
OUTER_HEADINGS = (
    "BACKGROUND",
    "LEGAL STANDARD",
    "DISCUSSION",
    "ANALYSIS",
    "FACTUAL ALLEGATIONS",
    "PROCEDURAL HISTORY",
    "JURISDICTION AND VENUE",
)
INNER_HEADINGS = (
    "The Supply Agreement",
    "Personal Jurisdiction",
    "Breach of Contract",
    "Whether the Notice Was Timely",
    "Defendant's Motion to Compel",
    "Leave to Amend",
    "The Claim for Unjust Enrichment and the Claim for an Accounting Under California Law",
    "Attorney's Fees and Costs",
)

# Words of the sentences that a typesetter may break, with the places.
BREAKS = """
agree-ment dis-cov-ery juris-dic-tion par-ties pro-ceed-ings trans-fer no-tice com-plaint
plead-ing amend-ment de-fen-dant plain-tiff al-le-ga-tions in-voices dec-la-ra-tion sched-ule
ex-pla-na-tion ware-house cus-tomers ag-gre-gate oc-cur-rence in-ter-rog-a-to-ries ex-hib-its
pre-lim-i-nary in-junc-tion ex-traor-di-nary rem-edy tes-ti-mony foun-da-tion fa-mil-iar
con-ve-nience wit-nesses im-por-tance con-tro-versy res-o-lu-tion re-sources dam-ages reason-able
struc-ture as-so-ci-a-tion over-broad doc-u-ments cus-to-di-ans ob-jec-tion para-graphs par-tic-u-lar-ized
""".split()
