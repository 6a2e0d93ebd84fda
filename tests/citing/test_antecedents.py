"""What Id., short forms, supra, names and bare provisions go back to."""

from build_scripts.model.citation import ANTECEDENT_CONFIDENCE, AntecedentRule
from tests.citing.specimens import cite
from tests.shared import ROOT
from tests.tables import each_row

_TWOMBLY = "Bell Atl. Corp. v. Twombly, 550 U.S. 544, 555 (2007)."

# text, the mention, its antecedent


@each_row()
def test_antecedents(text: str, mention: str, antecedent: str | None) -> None:
    found = {c.text: c.antecedent for c in cite(text)}
    assert found.get(mention) == antecedent


@each_row()
def test_what_only_a_person_has_makes_no_reference(words: str, found: bool) -> None:
    references = [c for c in cite(f"{_TWOMBLY} {words}") if c.kind == "reference"]
    assert bool(references) is found


@each_row()
def test_short_forms_of_series_go_back_to_their_first_page(full: str, short: str) -> None:
    first, again = cite(f"The preamble is clear. {full}. It says so twice. {short}.")
    assert again.kind == "short"
    assert again.antecedent == first.normal_form


@each_row()
def test_cases_called_by_a_name(full: str, sentence: str, name: str | None) -> None:
    _, *rest = cite(f"It is so. {full}. {sentence}")
    assert [c.text for c in rest] == ([name] if name else [])


@each_row()
def test_a_citation_says_by_what_it_was_tied(text: str, mention: str, rule: str | None) -> None:
    found = next(one for one in cite(text) if mention.startswith(one.text))
    assert (found.antecedent is None) == (rule is None)
    assert found.antecedent_rule == rule


def test_the_page_on_data_tells_of_every_rule() -> None:
    page = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    section = page.partition("### What short forms go back to")[2].partition("\n#")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    for rule in AntecedentRule:
        (row,) = (one for one in rows if one.startswith(f"| `{rule.value}` |"))
        assert row.endswith("too few |") == (rule not in ANTECEDENT_CONFIDENCE)
