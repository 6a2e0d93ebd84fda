from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite
from tests.tables import each_row


@each_row()
def test_rules_as_they_are_printed(text: str, forms: list[str]) -> None:
    found = cite(f"They move under {text} here.")
    assert [(c.kind, c.normal_form) for c in found] == [(CitationKind.RULE, f) for f in forms]


@each_row()
def test_bare_rules_in_a_federal_paper(text: str, forms: list[str]) -> None:
    found = cite(f"UNITED STATES DISTRICT COURT\n\nThe statute is 28 U.S.C. § 1331. {text}")
    assert [c.normal_form for c in found if c.kind is CitationKind.RULE] == forms


def test_bare_rules_of_a_state_court_are_not_federal() -> None:
    text = (
        "SUPREME COURT OF NORTH CAROLINA\n\nA motion under N.C. R. Civ. P. 60(b) is heard as one under"
        " Fed. R. Civ. P. 60(b). We review an order under Rule 12(b)(6) anew; 28 U.S.C. § 1331."
    )
    forms = [c.normal_form for c in cite(text) if c.kind is CitationKind.RULE]
    assert forms == ["N.C. R. Civ. P. 60(b)", "Fed. R. Civ. P. 60(b)"]


def test_a_state_that_is_named_behind_a_bare_rule_keeps_it() -> None:
    text = "Under Tex. R. Evid. 404(b) and Rules 403 and 404 of the Texas Rules of Evidence."
    forms = [c.normal_form for c in cite(text) if c.kind is CitationKind.RULE]
    assert forms == ["Tex. R. Evid. 404(b)", "Tex. R. Evid. 403", "Tex. R. Evid. 404"]


@each_row()
def test_docket_entries_as_they_are_printed(text: str, entries: list[str]) -> None:
    found = cite(f"The motion {text} is denied.")
    assert [entry for c in found for entry in c.entries] == entries
    assert all(c.text.count("[") == c.text.count("]") for c in found)
