import pytest

from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Fed. R. Civ. Pro. 9(b)", ["Fed. R. Civ. P. 9(b)"]),
        ("rule 56(c) of the Federal Rules of Civil Procedure", ["Fed. R. Civ. P. 56(c)"]),
        ("Rule 52 Fed.R.Civ.P.", ["Fed. R. Civ. P. 52"]),
        (
            "Federal Rule of Civil Procedure (“Fed. R. Civ. P.”) 12(b)(6)",
            ["Fed. R. Civ. P. 12(b)(6)"],
        ),
        ("Federal Rules 12(b)(6) and 56", ["Fed. R. Civ. P. 12(b)(6)", "Fed. R. Civ. P. 56"]),
        ("Federal Rule 901(b)(1)", ["Fed. R. Evid. 901(b)(1)"]),
    ],
)
def test_rules_as_they_are_printed(text: str, forms: list[str]) -> None:
    found = cite(f"They move under {text} here.")
    assert [(c.kind, c.normal_form) for c in found] == [(CitationKind.RULE, f) for f in forms]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        # a bare rule follows the rules that were named last
        ("The Inland Navigation Rules bind both. Rule 2 and Rule 34 were broken.", []),
        ("Rule 5 of the Rules of the Road was broken.", []),
        ("Fed. R. Civ. P. 12(b)(1). It broke the COLREGS, Rule 5. Under Fed. R. Civ. P. 8, Rule 9(b)",
         ["Fed. R. Civ. P. 12(b)(1)", "Fed. R. Civ. P. 8", "Fed. R. Civ. P. 9(b)"]),
        # numbers that the federal sets lack
        ("See Rule 845 and Rule 5-901 and Rule 4:26-4.", []),
        ("Rule 803(6) and Rule 56(c)", ["Fed. R. Evid. 803(6)", "Fed. R. Civ. P. 56(c)"]),
    ],
)  # fmt: skip
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


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("(Docket Item Nos. 79, 80.)", ["79", "80"]),
        ("(Doc. No. [55])", ["55"]),
        ("[Dkt, No. 37]", ["37"]),  # a comma for the stop: a slip of OCR
        ("(Docket Entry NO. 16)", ["16"]),
    ],
)
def test_docket_entries_as_they_are_printed(text: str, entries: list[str]) -> None:
    found = cite(f"The motion {text} is denied.")
    assert [entry for c in found for entry in c.entries] == entries
    assert all(c.text.count("[") == c.text.count("]") for c in found)
