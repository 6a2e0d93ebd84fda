"""What Id., short forms, supra, names and bare provisions go back to."""

from build_scripts.model.citation import ANTECEDENT_CONFIDENCE, AntecedentRule
from tests.citing.specimens import cite
from tests.shared import ROOT
from tests.tables import each_row

_IQBAL = "Ashcroft v. Iqbal, 556 U.S. 662, 678 (2009)."
_TWOMBLY = "Bell Atl. Corp. v. Twombly, 550 U.S. 544, 555 (2007)."

# text, the mention, its antecedent


@each_row()
def test_antecedents(text: str, mention: str, antecedent: str | None) -> None:
    found = {c.text: c.antecedent for c in cite(text)}
    assert found.get(mention) == antecedent


def test_an_id_with_nothing_before_it_stays_open() -> None:
    (citation,) = cite("Id. at 5.")
    assert (citation.antecedent, citation.normal_form) == (None, "Id. at 5")


def test_a_footnote_is_read_on_its_own() -> None:
    citations = cite(
        f"{_IQBAL} The rule is old. Id. at 679.", notes=[f"{_TWOMBLY} Id. at 556.", "Id. at 557."]
    )
    ids = [(c.text, c.antecedent) for c in citations if c.kind == "id"]
    assert ids == [
        ("Id. at 679", "556 U.S. 662"),
        ("Id. at 556", "550 U.S. 544"),
        ("Id. at 557", "550 U.S. 544"),
    ]


def test_a_citation_that_ends_a_block_quotation_is_passed_over() -> None:
    quote = "A claim needs facts. Bell Atl. Corp. v. Twombly, 550 U.S. 544, 555 (2007)."
    citations = cite(_IQBAL, quote, "Id. The rest follows.", quotes=[quote])
    assert [c.antecedent for c in citations if c.kind == "id"] == ["556 U.S. 662"]


def test_a_party_of_this_case_is_no_reference() -> None:
    text = f"{_TWOMBLY} In Twombly, the Court said so. Like Twombly court, we agree."
    assert not [c for c in cite(text, parties="Twombly v. Roe") if c.kind == "reference"]


@each_row()
def test_what_only_a_person_has_makes_no_reference(words: str, found: bool) -> None:
    references = [c for c in cite(f"{_TWOMBLY} {words}") if c.kind == "reference"]
    assert bool(references) is found


def test_parallels_of_a_short_form_share_its_authority() -> None:
    text = (
        "Will v. Mich. Dep’t of State Police, 491 U.S. 58, 109 S. Ct. 2304 (1989). "
        "Will, 491 U.S. at 71, 109 S. Ct. at 2312."
    )
    assert {c.authority for c in cite(text)} == {"491 U.S. 58"}


def test_id_goes_to_the_case_that_is_named_since_where_only_that_has_the_page() -> None:
    text = (
        "Identity matters. Columbia Ins. Co. v. Seescandy.com, 185 F.R.D. 573, 578 (N.D. Cal. 1999)."
        " Harm is alleged here, and the motion cites Calder. But the article's focal point was"
        " California. Id. at 788-89."
    )
    note = "Calder v. Jones, 465 U.S. 783 (1984)."
    found = [c for c in cite(text, notes=(note,)) if c.kind == "id"]
    assert [c.antecedent for c in found] == ["465 U.S. 783"]


def test_id_stays_with_the_case_cited_where_it_has_the_page_too() -> None:
    text = (
        "Calder v. Jones, 465 U.S. 783 (1984). Identity matters. Columbia Ins. Co. v."
        " Seescandy.com, 185 F.R.D. 573, 578 (N.D. Cal. 1999). Nothing in Calder is against it."
        " Id. at 579."
    )
    found = [c for c in cite(text) if c.kind == "id"]
    assert [c.antecedent for c in found] == ["185 F.R.D. 573"]


@each_row()
def test_short_forms_of_series_go_back_to_their_first_page(full: str, short: str) -> None:
    first, again = cite(f"The preamble is clear. {full}. It says so twice. {short}.")
    assert again.kind == "short"
    assert again.antecedent == first.normal_form


@each_row()
def test_cases_called_by_a_name(full: str, sentence: str, name: str | None) -> None:
    _, *rest = cite(f"It is so. {full}. {sentence}")
    assert [c.text for c in rest] == ([name] if name else [])


def test_id_passes_over_a_history_known_by_its_docket_number() -> None:
    text = (
        "It was so held in Roe v. Poe, No. 2:18-cv-1203, 2020 WL 7770012, at *4 (S.D. Ohio Dec. 30,"
        " 2020), aff'd, No. 21-3055, 2021 WL 5550077 (6th Cir. Nov. 29, 2021). Id."
    )
    assert cite(text)[-1].antecedent == "2020 WL 7770012"


def test_a_relator_names_the_case() -> None:
    text = "State ex rel. Plain Dealer v. Roe, 80 Ohio St. 3d 513 (1997). Plain Dealer controls it."
    *_, name = cite(text)
    assert (name.text, name.antecedent) == ("Plain Dealer", "80 Ohio St. 3d 513")


def test_id_goes_back_to_a_page_of_the_federal_register() -> None:
    notes = ("41 Fed. Reg. 50004, 50005 (1976).", "Id.", "Id. at 50004.")
    found = [c for c in cite("The agency gave notice.", notes=notes) if c.kind == "id"]
    assert [c.antecedent for c in found] == ["41 Fed. Reg. 50004"] * 2


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
