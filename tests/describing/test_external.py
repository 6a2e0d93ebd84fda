"""Facts beside the text outrank the document; real disagreements are said."""

import datetime
from dataclasses import replace

from build_scripts.describing.external import find_external_court
from build_scripts.describing.resolver import resolve_claims
from build_scripts.model.description import (
    Claim,
    ClaimSource,
    Court,
    Description,
    DocketNumber,
    Judge,
    OrderType,
    Span,
)
from build_scripts.model.source_text import ExternalFacts
from build_scripts.problems import Finding, FindingCode
from tests.describing.specimens import make_order
from tests.tables import as_instance, as_tuples, each_row, list_of_tuples

COURT = Court(
    "cand", "United States District Court for the Northern District of California", "N.D. Cal."
)
SPAN = Span(0, 4)


def describe(
    name: str | None = "Roe v. Doe Mills, Inc.",
    court: Court | None = COURT,
    date: datetime.date | None = datetime.date(2010, 6, 9),
    docket: DocketNumber | None = None,
    judge: str | None = None,
) -> Description:
    return Description(
        is_order=Claim(True, None, "specimen"),
        case_name=Claim(name, SPAN, "caption") if name else None,
        docket_numbers=(Claim(docket, SPAN, "caption"),) if docket else (),
        court=Claim(court, SPAN, "heading") if court else None,
        judges=(Claim(Judge(judge, None, None), SPAN, "signature"),) if judge else (),
        title=None,
        order_type=Claim(OrderType.ORDER, None, "specimen"),
        date=Claim(date, SPAN, "signature") if date else None,
        document_number=None,
    )


def merge_external(document: Description, facts: ExternalFacts) -> Description:
    return resolve_claims("a.json", make_order(), document, facts, None).description


def list_disagreements(
    path: str, document: Description, facts: ExternalFacts
) -> tuple[Finding, ...]:
    return resolve_claims(path, make_order(), document, facts, None).findings


@each_row()
def test_judges_are_called_as_their_court_calls_them(court: str, titles: list[str]) -> None:
    """The text of a report may not name its court: the record does."""
    document = describe(court=None)
    bench = (Judge("Wren", "Chief Judge", None), Judge("Penn", "Judge", None))
    judges = tuple(Claim(judge, SPAN, "the panel's line") for judge in bench)
    merged = merge_external(replace(document, judges=judges), ExternalFacts(court_id=court))
    assert [each.value.title for each in merged.judges] == titles


def test_nothing_external_changes_nothing() -> None:
    document = describe()
    assert merge_external(document, ExternalFacts()) == document
    assert list_disagreements("a.json", document, ExternalFacts()) == ()


def test_a_silent_document_takes_all_from_beside_the_text() -> None:
    facts = ExternalFacts(
        case_name="Roe v. Doe",
        docket_numbers=("No. 5:17-cv-02540-HRL",),
        court_name="United States Court of Appeals for the Ninth Circuit",
        date="2010-06-09",
        judges=("Before CALDER, Circuit Judge",),
        citations=("1 F.4th 2", "2010 WL 3"),
    )
    merged = merge_external(describe(None, None, None), facts)
    assert merged.case_name is not None
    assert merged.case_name.value == "Roe v. Doe"
    assert merged.case_name.source is ClaimSource.EXTERNAL
    assert merged.case_name.evidence is None
    assert merged.court is not None
    assert merged.court.value.court_id == "ca9"
    assert merged.date is not None
    assert merged.date.value == datetime.date(2010, 6, 9)
    assert [claim.value.serial for claim in merged.docket_numbers] == [2540]
    assert [claim.value.name for claim in merged.judges] == ["Calder"]
    assert [claim.value for claim in merged.own_citations] == ["1 F.4th 2", "2010 WL 3"]


@each_row()
def test_case_names_differ_only_in_substance(name: str, differs: bool) -> None:
    facts = ExternalFacts(case_name=name)
    merged = merge_external(describe(), facts)
    assert merged.case_name is not None
    assert merged.case_name.value == name
    assert merged.case_name.evidence == (None if differs else SPAN)
    assert bool(list_disagreements("a.json", describe(), facts)) is differs


@each_row()
def test_abbreviations_are_no_disagreement(one: str, other: str) -> None:
    assert list_disagreements("a.json", describe(one), ExternalFacts(case_name=other)) == ()


def test_a_disagreement_names_both_values_and_keeps_the_one_beside_the_text() -> None:
    facts = ExternalFacts(date="2011-01-31", court_id="ca9")
    findings = list_disagreements("a.json", describe(), facts)
    assert [finding.code for finding in findings] == [FindingCode.DISAGREEMENT] * 2
    assert "Ninth Circuit" in findings[0].message
    assert "Northern District" in findings[0].message
    assert "2011-01-31" in findings[1].message
    assert "2010-06-09" in findings[1].message
    merged = merge_external(describe(), facts)
    assert merged.date is not None
    assert merged.date.value == datetime.date(2011, 1, 31)


def test_one_docket_number_keeps_its_fuller_form() -> None:
    printed = DocketNumber("5:17-cv-02540-HRL", "5", 2017, "cv", 2540, "HRL")
    document = describe(docket=printed)
    facts = ExternalFacts(docket_numbers=("17-cv-2540",))
    assert [c.value for c in merge_external(document, facts).docket_numbers] == [printed]
    assert list_disagreements("a.json", document, facts) == ()


def test_another_docket_number_wins_with_a_finding() -> None:
    document = describe(docket=DocketNumber("17-cv-2540", None, 2017, "cv", 2540))
    facts = ExternalFacts(docket_numbers=("18-cv-7",))
    assert [c.value.serial for c in merge_external(document, facts).docket_numbers] == [7]
    assert len(list_disagreements("a.json", document, facts)) == 1


def test_judges_of_the_document_are_kept() -> None:
    merged = merge_external(describe(judge="Ann Wynn"), ExternalFacts(judges=("Calder, J.",)))
    assert [claim.value.name for claim in merged.judges] == ["Ann Wynn"]


@each_row(facts=as_instance(ExternalFacts))
def test_what_cannot_be_read_leaves_the_document_as_it_is(facts: ExternalFacts) -> None:
    merged = merge_external(describe(), facts)
    assert (merged.date, merged.court, merged.judges) == (
        describe().date,
        describe().court,
        (),
    )


@each_row(lines=as_tuples, judges=list_of_tuples)
def test_judges_beside_the_text(lines: tuple[str, ...], judges: list[tuple[str, str]]) -> None:
    merged = merge_external(describe(), ExternalFacts(judges=lines))
    assert [(c.value.name, c.value.role.value) for c in merged.judges] == judges


@each_row()
def test_a_service_names_the_division_that_sat(name: str, expected: str | None) -> None:
    court = find_external_court(ExternalFacts(court_name=name))
    assert (court.court_id if court else None) == expected


def test_a_docket_fills_what_the_text_does_not_print_and_no_more() -> None:
    facts = ExternalFacts(document_number="45", date_filed="2031-03-04")
    filled = merge_external(describe(), facts)
    assert filled.entry == "45"
    assert filled.date_filed is not None
    assert filled.date_filed.value == datetime.date(2031, 3, 4)
    printed = replace(describe(), document_number=Claim("12", SPAN, "stamp"))
    merged = merge_external(printed, facts)
    assert merged.entry == "12"
    assert [(one.field, one.claim.value) for one in merged.superseded] == [
        ("document_number", "45")
    ]
