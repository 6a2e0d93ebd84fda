from build_scripts.describing.appellants import find_appellant
from build_scripts.describing.rulings import find_rulings
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim, Party, PartyRole
from tests.describing.specimens import make_order

LINES = ("The court has read the briefs.", "For these reasons, the judgment is AFFIRMED.")


def party(
    name: str, role: PartyRole | None, printed: str | None = None, side: int = 0
) -> Claim[Party]:
    return Claim(Party(name, (role,) if role else (), printed, side), None, "test", confidence=0.95)


def find(*parties: Claim[Party], lines: tuple[str, ...] = LINES) -> str | None:
    return find_appellant(parties, make_order(*lines))


def test_who_has_the_role_appeals() -> None:
    appellee = party("Alder County", PartyRole.APPELLEE, "Defendant-Appellee", side=1)
    wren = party("Jo Wren", PartyRole.APPELLANT, "Plaintiff-Appellant")
    assert find(wren, appellee) == "Jo Wren"
    several = party("Jo Wren", PartyRole.APPELLANT, "Plaintiffs-Appellants")
    assert find(several, appellee) == "Jo Wren et al."
    other = party("Lee Harrow", PartyRole.APPELLANT, "Plaintiffs-Appellants")
    assert find(several, other, appellee) == "Jo Wren and Lee Harrow"


def test_a_plaintiff_in_error_appeals() -> None:
    below = party("Harrow County", PartyRole.DEFENDANT, "Defendant in Error", side=1)
    assert find(party("Jo Wren", PartyRole.PLAINTIFF, "Plaintiff in Error"), below) == "Jo Wren"


def test_where_both_sides_appeal_nobody_is_named() -> None:
    wren = party("Jo Wren", PartyRole.APPELLANT, "Plaintiff-Appellant")
    assert find(wren, party("Harrow", PartyRole.CROSS_APPELLANT, side=1)) is None
    assert find(wren, party("Harrow", PartyRole.APPELLANT, "Defendant-Appellant", side=1)) is None
    assert find(wren, lines=("Wren appeals the order. Harrow cross-appeals the award.",)) is None
    assert find(wren, lines=("Wren and Harrow both appeal from the order.",)) is None


def test_prose_says_who_appeals_where_no_role_does() -> None:
    bare = party("Jo Wren", None)
    assert (
        find(bare, lines=("While Plaintiffs appeal from this dismissal, we affirm.",))
        == "Plaintiffs"
    )
    assert find(bare, lines=("Jo Wren, pro se, appeals from the order.",)) == "Jo Wren"
    assert find(bare, lines=("The claim was dismissed, and Jo Wren appealed.",)) == "Jo Wren"
    lines = ("They were married in Harrow County. Jo Wren appeals from the decree.",)
    assert find(bare, lines=lines) == "Jo Wren"
    assert find(bare, lines=("Jo Wren petitions for review of that order.",)) == "Jo Wren"
    assert find(bare, lines=("Wren appeals from the order. Harrow cross-appeals.",)) is None
    assert find(bare, lines=("Wren appeals the order, and Defendants appeal the award.",)) is None
    assert find(bare) is None


def test_a_petitioner_below_is_not_who_appeals_where_prose_names_another() -> None:
    wren = party("Jo Wren", PartyRole.PETITIONER, "Petitioner")
    harrow = party("Harrow", None, "Respondent", side=1)
    assert find(wren, harrow) == "Jo Wren"
    assert find(wren, harrow, lines=("Harrow appeals the order that freed her.",)) == "Harrow"


def test_a_caption_that_could_not_be_parted_shows_the_side() -> None:
    caption = (
        BlockKind.PARTIES,
        "Jo Wren et al., Plaintiffs-Appellees, v. Harrow, Defendant-Appellant.",
    )
    assert find_appellant((), make_order(caption, *LINES)) == "Defendant"
    both = (BlockKind.PARTIES, "Wren, Plaintiff-Appellant, v. Harrow, Defendant-Appellant.")
    assert find_appellant((), make_order(both, *LINES)) is None


def test_an_appeal_is_its_appellants() -> None:
    wren = party("Jo Wren", PartyRole.APPELLANT, "Plaintiff-Appellant")
    assert [each.value.movant for each in find_rulings(make_order(*LINES), (wren,))] == ["Jo Wren"]
    motion = make_order("The motion to strike is DENIED.")
    assert [each.value.movant for each in find_rulings(motion, (wren,))] == [None]


def test_a_memorandum_decision_names_the_petitioner_by_the_role() -> None:
    lines = ("Petition for writ of certiorari.", "Jo WREN, petitioner, Denied. v. HARROW.")
    assert find_appellant((), make_order(*lines)) == "Petitioner"


def test_a_case_that_is_sent_back_by_a_court_above_was_appealed() -> None:
    caption = (BlockKind.PARTIES, "Jo Wren, Plaintiff-Appellant, v. Harrow, Defendant-Appellee.")
    court = (BlockKind.COURT, "United States Court of Appeals for the Second Circuit")
    last = "ORDERED that this matter is remanded to the district court for findings."
    (claim,) = find_rulings(make_order(court, caption, last))
    assert (claim.value.motion, claim.value.movant) == ("appeal", "Plaintiff")


def test_a_courts_own_order_is_not_appealed() -> None:
    court = (BlockKind.COURT, "United States Court of Appeals for the Sixth Circuit")
    last = "The order withholding the mandate in this appeal is VACATED."
    (claim,) = find_rulings(make_order(court, last))
    assert claim.value.motion == "order withholding the mandate in this appeal"
