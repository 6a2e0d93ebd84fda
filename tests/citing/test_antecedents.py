"""What Id., short forms, supra, names and bare provisions go back to."""

import pytest

from build_scripts.model.citation import ANTECEDENT_CONFIDENCE, AntecedentRule
from tests.citing.specimens import cite
from tests.shared import ROOT
from tests.tables import each_row

_IQBAL = "Ashcroft v. Iqbal, 556 U.S. 662, 678 (2009)."
_TWOMBLY = "Bell Atl. Corp. v. Twombly, 550 U.S. 544, 555 (2007)."

# text, the mention, its antecedent
_CASES = [
    # the authority cited just before
    (f"{_TWOMBLY} {_IQBAL} Id. at 679.", "Id. at 679", "556 U.S. 662"),
    # not one in a parenthetical (Bluebook rule 4.1)
    (
        f"{_IQBAL[:-1]} (quoting {_TWOMBLY[:-1]}). Id.",
        "Id.",
        "556 U.S. 662",
    ),
    # not subsequent history
    (
        "Roe v. Poe, 319 F.3d 119 (4th Cir. 2003), rev’d, 543 U.S. 50 (2004). Id. at 124.",
        "Id. at 124",
        "319 F.3d 119",
    ),
    # the record catches it too
    (f"{_IQBAL} He was there. Compl. ¶ 2. Id. ¶ 4.", "Id. ¶ 4", "Compl."),
    (f"{_IQBAL} See ECF No. 24-3. Id. at 8.", "Id. at 8", "Dkt. No. 24-3"),
    # but not a page that only the case has
    (
        f"{_IQBAL} The court has jurisdiction, 28 U.S.C. § 1331. Id. at 679.",
        "Id. at 679",
        "556 U.S. 662",
    ),
    # a star page after a database
    (
        "Roe v. Poe, No. 16-1, 2018 WL 3201784, at *9 (D.N.J. June 29, 2018). Id. at *10.",
        "Id. at *10",
        "2018 WL 3201784",
    ),
    # a section of the code cited before
    ("See 18 U.S.C. § 2510(1). Id. § 2510(18).", "Id. § 2510(18)", "18 U.S.C. § 2510(18)"),
    # short form by volume and reporter
    (f"{_IQBAL} {_TWOMBLY} Iqbal, 556 U.S. at 679.", "Iqbal, 556 U.S. at 679", "556 U.S. 662"),
    # a misprinted volume goes by its name
    (f"{_IQBAL} Iqbal, 565 U.S. at 679.", "Iqbal, 565 U.S. at 679", "556 U.S. 662"),
    # a database citation repeated is a short form
    (
        "Roe v. Poe, 2018 WL 3201784, at *9 (D.N.J. June 29, 2018). Roe, 2018 WL 3201784, at *2.",
        "2018 WL 3201784, at *2",
        "2018 WL 3201784",
    ),
    # Id. as machines read it, or without its stop
    (f"{_IQBAL} The rule is plain. ld. at 679.", "ld. at 679", "556 U.S. 662"),
    (f"{_IQBAL} The rule is plain. Jd. at 679.", "Jd. at 679", "556 U.S. 662"),
    (f"{_IQBAL} The rule is plain. Id, at 679.", "Id, at 679", "556 U.S. 662"),
    (f"{_IQBAL} The rule is plain (Id).", "Id", "556 U.S. 662"),
    # the record under review, as each court of appeals cites it
    (f"{_IQBAL} He sold it. R.38, PID 171. Id. PID 172.", "Id. PID 172", "R. 38"),
    (f"{_IQBAL} He sold it. ROA.123-25. Id. at 124.", "Id. at 124", "ROA"),
    (f"{_IQBAL} He sold it. J.A. 123. Id. at 124.", "Id. at 124", "J.A."),
    (f"{_IQBAL} He sold it. (CP 45.) Id.", "Id.", "CP"),
    (f"{_IQBAL} He sold it. N.T., 3/4/20, at 12. Id. at 13.", "Id. at 13", "N.T."),
    (
        f"{_IQBAL} So he says. Br. for Respondent 22. Id., at 24.",
        "Id., at 24",
        "Br. for Respondent",
    ),
    # papers by short titles
    (f"{_IQBAL} He left. Second MSJ at 5. Id. at 6.", "Id. at 6", "Second MSJ"),
    (f"{_IQBAL} He left. Smith Aff., Ex. F. Id. at 3.", "Id. at 3", "Smith Aff."),
    (f"{_IQBAL} He left. (Opp’n 5.) Id. at 6.", "Id. at 6", "Opp'n"),
    (
        f"{_IQBAL} He left. Def.’s Mem. Supp. Mot. Dismiss at 5. Id. at 6.",
        "Id. at 6",
        "Def.'s Mem. Supp. Mot. Dismiss",
    ),
    (f"{_IQBAL} He left (dkt. 175 at ¶ 13). Id. at ¶ 14.", "Id. at ¶ 14", "Dkt. No. 175"),
    # a contract's section is of no code
    ("See 18 U.S.C. § 2510(1). He paid. Lease § 3. Id. § 4.", "Id. § 4", "Lease"),
    # nor is a paragraph sign that a machine misread
    ("See 18 U.S.C. § 2422(a). Dkt. 32. He met them. Id. § 1.", "Id. § 1", "Dkt. No. 32"),
    # codes named in words are titles
    ("Bankruptcy Code § 523(a) says so. § 727 too.", "§ 727", "11 U.S.C. § 727"),
    (
        "Under the Bankruptcy Code it is stayed. Section 362(a).",
        "Section 362(a)",
        "11 U.S.C. § 362(a)",
    ),
    (
        "All further statutory references are to the Penal Code. He broke section 459.",
        "section 459",
        "Penal Code § 459",
    ),
    # a name that a sentence speaks of
    (f"{_TWOMBLY} The dissent misreads Twombly here.", "Twombly", "550 U.S. 544"),
    (f"{_TWOMBLY} We ask whether Twombly should be applied.", "Twombly", "550 U.S. 544"),
    (f"{_TWOMBLY} That is Twombly’s holding.", "Twombly", "550 U.S. 544"),
    (f"{_TWOMBLY} Turning to Twombly, it is not so.", "Twombly", "550 U.S. 544"),
    (f"{_TWOMBLY} Twombly, a leading decision, is not so.", "Twombly", "550 U.S. 544"),
    # older opinions repeat the volume with the page meant
    (
        "Roe v. Poe, 198 F.2d 679 (4th Cir. 1952). In the Roe case, 198 F.2d at pages 683-684.",
        "198 F.2d at pages 683-684",
        "198 F.2d 679",
    ),
    (
        "Roe v. Poe, 198 F.2d 679 (4th Cir. 1952). In that case, 198 F.2d 689.",
        "198 F.2d 689",
        "198 F.2d 679",
    ),
    # a number that no list of reporters has
    (
        "Roe v. Poe, 2017 TN Wrk. Comp. App. Bd. LEXIS 73, at *8 (Nov. 29, 2017). Id. at *9.",
        "Id. at *9",
        "2017 TN Wrk. Comp. App. Bd. LEXIS 73",
    ),
    # Massachusetts' district cites its docket so
    (f"{_IQBAL} He sued. D. 1 at ¶ 36. Id. ¶ 40.", "Id. ¶ 40", "Dkt. No. 1"),
    # a section with a subdivision is California's
    (
        "He robbed (Pen. Code, § 211) with a gun (§ 12022.53, subd. (b)).",
        "§ 12022.53",
        "Pen. Code § 12022.53",
    ),
    # papers by an order's own words
    (f"{_IQBAL} See 8/16/21 Order at 6-12. It said so. Id. at 13.", "Id. at 13", "8/16/21 Order"),
    (f"{_IQBAL} He asks it. See Fee Mot. at 2. Id. at 3.", "Id. at 3", "Fee Mot."),
    (f"{_IQBAL} He objected. Tr. pp. 121–22. Id. at 156.", "Id. at 156", "Tr."),
    # the name behind the court that decided
    (
        "Said the Supreme Court, in Roe v. Hester, 265 U.S. 57 (1924). As held in Hester, it is.",
        "Hester",
        "265 U.S. 57",
    ),
    # supra by name
    (f"{_TWOMBLY} See Twombly, supra, at 556.", "Twombly, supra, at 556", "550 U.S. 544"),
    # by name alone
    (f"{_TWOMBLY} In Twombly, the Court said so.", "Twombly", "550 U.S. 544"),
    # bare provisions by context
    (
        "See Cal. Penal Code § 631(a). Section 631(a) applies.",
        "Section 631(a)",
        "Cal. Penal Code § 631(a)",
    ),
    ("See Fed. R. Evid. 702. Under Rule 702 it is.", "Rule 702", "Fed. R. Evid. 702"),
    ("The Section 1983 claim fails.", "Section 1983", "42 U.S.C. § 1983"),
    # a rule below 101 is none of Evidence, whatever was named before
    (
        "See Fed. R. Evid. 9. Under Rule 12(b)(6) it is.",
        "Rule 12(b)(6)",
        "Fed. R. Civ. P. 12(b)(6)",
    ),
    # no such federal rule: it is some court's own
    ("28 U.S.C. § 1331. Under Rule 4.7 it is.", "Rule 4.7", None),
    # a paper named beside its entry
    ("ECF No. 12 (“Motion”). In the Motion he says so.", "Motion", "Dkt. No. 12"),
]


@pytest.mark.parametrize(("text", "mention", "antecedent"), _CASES)
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
