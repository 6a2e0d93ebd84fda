"""What a researcher asks without knowing an order: the judged ones come first."""

import pytest

ORDERS = {
    "stay": "2025-07-08-order-granting-stay",
    "habeas": "memorandum-tolliver",
    "schedule": "case-management-scheduling-order",
    "trade secrets": "2025-02-11-order-granting-motion-to-dismiss",
    "seal": "order-on-administrative-motions-to-seal",
    "settlement": "order-deferring-ruling",
    "protective": "stipulated-protective-order",
    "respa": "2024-08-27-order-granting-summary-judgment",
    "remand": "order-remanding-case-sua-sponte",
    "renewed": "order-on-renewed-motion",
    "expedited": "2024-03-04-order-denying-expedited-discovery",
    "expert": "opinion-brightwater",
    "wrist": "report-and-recommendation",
    "gravel": "order-denying-preliminary-injunction",
    "mortgage": "2023-05-09-order-on-motion-to-dismiss",
    "transfer": "order-granting-motion-to-transfer",
    "moot": "judgment-lock-tenders",
    "foia": "opinion-anacostia-ledger",
}
# The search, and the orders that a librarian would put first: one of them is first, and all are
# found.
TOPICS = [
    ("stay pending arbitration", ["stay"]),
    ('stay arbitration "not a party"', ["stay"]),
    ("ineffective lawyer", ["habeas"]),
    ("habeas corpus prisoner", ["habeas"]),
    ('"writ of habeas corpus"', ["habeas"]),
    ("case management conference schedule", ["schedule"]),
    ("close of fact discovery", ["schedule"]),
    ("alternative dispute resolution", ["schedule"]),
    ("trade secrets leave to amend", ["trade secrets"]),
    ("breach of contract confidentiality agreement", ["trade secrets"]),
    ("seal documents presumption of access", ["seal"]),
    ('"compelling reasons" seal', ["seal"]),
    ("administrative motion to seal", ["seal"]),
    ("enforce settlement agreement", ["settlement"]),
    ("supplemental briefs settlement jurisdiction", ["settlement"]),
    ("Americans with Disabilities Act", ["settlement"]),
    ("protective order confidential source code", ["protective"]),
    ("stipulated protective order", ["protective"]),
    ("Real Estate Settlement Procedures Act damages", ["respa", "mortgage"]),
    ("damages letter summary judgment", ["respa"]),
    ("motion:summary-judgment", ["respa"]),
    ('motion:"summary judgment"', ["respa"]),
    ("diversity jurisdiction remov!", ["remand"]),
    ("remand sua sponte subject-matter jurisdiction", ["remand"]),
    ("cooperative corporation diversity", ["remand"]),
    ("discovery message board", ["expedited", "renewed"]),
    ("expedited discovery", ["expedited", "renewed"]),
    ("expedited discovery denied", ["expedited"]),
    ("discovery declaration investigator", ["renewed"]),
    ("disposition:denied discovery", ["expedited"]),
    ("expert testimony excluded", ["expert"]),
    ("Rule 702 expert", ["expert"]),
    ("pressure cooker product", ["expert"]),
    ("deliberate indifference medical", ["wrist"]),
    ("prisoner 1983 pro se", ["wrist"]),
    ("42 USC 1983", ["wrist"]),
    ("report and recommendation motion to dismiss", ["wrist"]),
    ("Clean Air Act citizen suit", ["gravel"]),
    ("preliminary injunction irreparable harm", ["gravel"]),
    ("motion:injunction disposition:denied", ["gravel"]),
    ("mortgage payments fraud", ["mortgage"]),
    ("unfair competition Cal. Bus. & Prof. Code § 17200", ["mortgage"]),
    ("forum selection clause", ["transfer"]),
    ("transfer venue", ["transfer"]),
    ("28 U.S.C. § 1404(a)", ["transfer"]),
    ("dismissed as moot petition for review", ["moot"]),
    ("Freedom of Information Act", ["foia"]),
    ("Vaughn affidavit privileged", ["foia"]),
    ("withheld pages privilege!", ["foia"]),
    ("5 USC 552", ["foia"]),
]


@pytest.mark.parametrize(("search", "judged"), TOPICS, ids=[search for search, _ in TOPICS])
def test_topic(specimens, search, judged):
    answer = specimens.engine.search(search, 18)
    paths = [hit.result["path"] for hit in answer.hits]
    wanted = [ORDERS[name] for name in judged]
    assert any(name in paths[0] for name in wanted), (answer.read_as, paths[:3])
    for name in wanted:
        assert any(name in path for path in paths)


def test_words_that_no_order_has_together_are_offered_apart(specimens):
    answer = specimens.engine.search('arbitration "pressure cooker" 28 USC 1404')
    assert answer.total == 0
    assert answer.did_you_mean == 'arbitration OR "pressure cooker" OR 28 USC 1404'
    assert specimens.engine.search(answer.did_you_mean).total > 1


def test_there_are_fifty():
    assert len(TOPICS) == 50
