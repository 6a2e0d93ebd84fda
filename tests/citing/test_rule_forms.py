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
