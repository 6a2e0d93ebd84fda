"""Corrections files: what is read, what is refused and how it is said, what becomes of claims."""

import datetime
import re
import textwrap
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.describing import (
    Corrections,
    describe_order,
    list_findings,
    list_settled,
    read_corrections,
    resolve_claims,
    write_template,
)
from build_scripts.describing.corrections.models import FieldValues, describe_schema
from build_scripts.describing.resolver import Resolution
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import (
    FIELDS,
    Claim,
    ClaimSource,
    Description,
    DocketNumber,
    Guess,
    Judge,
    JudgeRole,
    MotionKind,
    Outcome,
    Party,
    PartyRole,
    Qualifier,
    list_confidences,
    read_field,
)
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.model.source_text import ExternalFacts
from build_scripts.model.withholding import Allowance, PrivateKind, WithheldPart, Withholding, Words
from build_scripts.problems import FindingCode, WithheldOrderError
from tests.describing.specimens import CAPTION, SIGNATURE, Line, make_order
from tests.shared import ROOT
from tests.tables import as_tuples, each_row, list_of_tuples

CLEAN = make_order(
    *CAPTION,
    (BlockKind.TITLE, "ORDER DENYING MOTION TO SEAL"),
    "The motion to seal (Dkt. No. 9) is DENIED.",
    *SIGNATURE,
)
DOCUMENT = describe_order(CLEAN)


def read(text: str | bytes | None, data: bytes = b"order") -> Corrections | None:
    written = text.encode() if isinstance(text, str) else text
    raw = RawOrder.from_bytes("a/order.txt", data)
    return read_corrections(replace(raw, corrections=SideFile("a/order.txt.yml", written)))


NOTHING_BESIDE = ExternalFacts()


def resolve(
    text: str, external: ExternalFacts = NOTHING_BESIDE, clean: CleanOrder = CLEAN
) -> Resolution:
    document = DOCUMENT if clean is CLEAN else describe_order(clean)
    return resolve_claims("a/order.txt", clean, document, external, read(text))


def values(description: Description, field: str) -> list[Any]:
    return [claim.value for claim in read_field(description, field)]


def mistakes(text: str) -> list[tuple[str, str]]:
    corrections = read(text)
    assert corrections is not None
    assert corrections.values == {}
    assert {each.code for each in corrections.findings} == {FindingCode.BAD_CORRECTIONS}
    assert all(each.path == "a/order.txt.yml" and each.advice for each in corrections.findings)
    return [(each.place, each.message) for each in corrections.findings]


def test_an_order_without_corrections_has_none() -> None:
    assert read_corrections(RawOrder.from_bytes("order.txt", b"order")) is None


def test_every_field_of_a_description_can_be_corrected() -> None:
    assert list(FieldValues.model_fields) == list(FIELDS)
    others = {each.name for each in fields(Description)} - set(FIELDS)
    assert others == {"superseded", "correction", "withheld", "guesses", "confirmed"}


def test_the_schema_has_every_field() -> None:
    assert list(describe_schema()["definitions"]["FieldValues"]["properties"]) == list(FIELDS)


def test_a_value_of_every_type_is_read() -> None:
    text = """
fields:
  is_order: false
  case_name: Roe v. Doe Mills, Inc.
  docket_numbers: [5:17, 3:24-cv-00017-ABC]
  court: ca9
  division: null
  judges:
    - Ann B. Calder
    - {name: Xenia Y. Zola, title: Circuit Judge, role: dissenting}
  parties:
    - {name: Jane Roe, roles: [plaintiff]}
    - {name: Doe Mills, roles: [defendant, counter-claimant], side: 1, et_al: true}
  title: "Order: Sealing"
  order_type: minute order
  date: 2024-03-04
  date_filed: 2024-03-05
  document_number: 012
  page_count: 12
  rulings:
    - motion: motion to dismiss
      outcome: granted in part
      qualifiers: [with leave to amend]
      entries: [7, 12-1]
      movant: Defendant Doe
  disposition: granted in part
  disposition_qualifiers: [with leave to amend]
  own_citations: [433 F.3d 1199]
  full_caption: JANE ROE, Plaintiff, v. DOE MILLS, INC., Defendant.
  nature: 440 Civil rights
  statutes_at_issue: [42 U.S.C. § 1983]
note: The page with the
  signature is torn.
by: A. Librarian
date: 2026-01-02
"""
    read_ = read(text)
    assert read_ is not None
    assert read_.findings == ()
    assert {FIELDS[name].type for name in read_.values} == {one.type for one in FIELDS.values()}
    assert (read_.note, read_.by, read_.date) == (
        "The page with the signature is torn.", "A. Librarian", datetime.date(2026, 1, 2),
    )  # fmt: skip
    resolution = resolve(text)
    assert resolution.findings == ()
    got = resolution.description
    assert values(got, "is_order") == [False]
    # YAML's own guesses (317 for 5:17, 10 for 012) are not taken.
    assert values(got, "docket_numbers") == [
        DocketNumber("5:17"),
        DocketNumber("3:24-cv-00017-ABC", "3", 2024, "cv", 17, "ABC"),
    ]
    assert values(got, "document_number") == ["012"]
    assert [court.name for court in values(got, "court")] == [
        "United States Court of Appeals for the Ninth Circuit"
    ]
    assert values(got, "division") == []
    assert values(got, "judges")[1] == Judge(
        "Xenia Y. Zola", "Circuit Judge", None, JudgeRole.DISSENTING
    )
    assert values(got, "parties")[1] == Party(
        "Doe Mills", (PartyRole.DEFENDANT, PartyRole.COUNTER_CLAIMANT), None, 1, True
    )
    (ruling,) = values(got, "rulings")
    assert (ruling.outcome, ruling.entries, ruling.kind) == (
        Outcome.GRANTED_IN_PART, ("7", "12-1"), MotionKind.DISMISS,
    )  # fmt: skip
    assert all(
        claim.source is ClaimSource.EDITOR for field in FIELDS for claim in read_field(got, field)
        if field != "disposition_qualifiers"
    )  # fmt: skip


def test_the_corrected_value_stands_and_the_displaced_one_is_kept() -> None:
    before = values(DOCUMENT, "judges")
    got = resolve("fields: {judges: [Quentin R. Vale]}\nby: Me\n").description
    assert got.correction is not None
    assert (got.correction.fields, got.correction.by) == (("judges",), "Me")
    assert [(each.field, each.claim.value, each.outranked_by) for each in got.superseded] == [
        ("judges", before[0], ClaimSource.EDITOR)
    ]
    assert got.title == DOCUMENT.title


def test_a_judge_given_by_name_keeps_office_and_role() -> None:
    (before,) = values(DOCUMENT, "judges")
    surname = before.name.split()[-1]
    (after,) = values(resolve(f"fields: {{judges: [A. {surname}]}}").description, "judges")
    assert after == Judge(f"A. {surname}", before.title, before.initials, before.role)
    (bare,) = values(resolve(f"fields: {{judges: [name: A. {surname}]}}").description, "judges")
    assert (bare.title, bare.initials) == (None, None)


def test_corrected_rulings_give_a_new_disposition() -> None:
    text = """
fields:
  rulings:
    - {motion: motion to seal, outcome: dismissed, qualifiers: [without prejudice]}
"""
    got = resolve(text).description
    assert got.disposition is not None
    assert got.disposition.value is Outcome.DISMISSED
    assert got.disposition.source is ClaimSource.EDITOR
    assert got.disposition_qualifiers == (Qualifier.WITHOUT_PREJUDICE,)
    assert got.correction is not None
    assert got.correction.fields == ("rulings", "disposition", "disposition_qualifiers")


def make_ruled(*rulings: str, caption: tuple[Line, ...] = CAPTION) -> CleanOrder:
    return make_order(*caption, (BlockKind.TITLE, "ORDER ON MOTIONS"), *rulings, *SIGNATURE)


ONE = make_ruled("The motion to seal (Dkt. No. 9) is DENIED.")
TWO = make_ruled(
    "The motion to compel (Dkt. No. 9) is DENIED.", "The motion to strike (Dkt. No. 8) is GRANTED."
)
SEAL, COMPEL, STRIKE = (
    ("motion to seal", "denied"),
    ("motion to compel", "denied"),
    ("motion to strike", "granted"),
)


@each_row(clean={"one": ONE, "two": TWO}.__getitem__, rulings=list_of_tuples)
def test_rulings_and_disposition_follow_each_other_or_a_finding_says_what_contradicts(
    clean: CleanOrder,
    fields: str,
    rulings: list[tuple[str, str]],
    disposition: str | None,
    says: str,
    mends: str,
) -> None:
    resolution = resolve(f"fields: {fields}", clean=clean)
    got = resolution.description
    assert [(each.motion, each.outcome.value) for each in values(got, "rulings")] == rulings
    if disposition:
        assert values(got, "disposition") == [disposition]
    found = [each for each in resolution.findings if each.code is FindingCode.DISAGREEMENT]
    assert bool(found) is bool(says)
    for finding in found:
        assert says in finding.message
        assert mends in finding.command("a/order.txt.yml")
        assert finding.command("a/order.txt.yml").startswith("orders correct a/order.txt --set ")


def make_named(plaintiff: str, *others: str) -> CleanOrder:
    """An order whose caption names a plaintiff, others beside it, and Does."""
    names = ((BlockKind.PARTIES, each) for each in (f"{plaintiff},", *others))
    return make_ruled("The motion is DENIED.", caption=(*CAPTION[:3], *names, *CAPTION[4:]))


@each_row(others=as_tuples)
def test_a_corrected_name_renames_the_party_that_it_refutes(
    plaintiff: str, others: tuple[str, ...], name: str, parties: list[str]
) -> None:
    resolution = resolve(f"fields: {{case_name: {name!r}}}", clean=make_named(plaintiff, *others))
    got = values(resolution.description, "parties")
    assert [each.name for each in got] == parties
    assert [each.side for each in got] == [0, 1]
    assert got[0].roles == (PartyRole.PLAINTIFF,)
    assert FindingCode.DISAGREEMENT not in {each.code for each in resolution.findings}


@each_row()
def test_parties_that_contradict_the_case_s_name_are_found(fields: str, says: str) -> None:
    resolution = resolve(f"fields: {fields}")
    found = [one for one in resolution.findings if one.code is FindingCode.DISAGREEMENT]
    assert [says in one.message for one in found] == ([True] if says else [])


def test_a_correction_that_changes_nothing_is_said_and_not_shown() -> None:
    assert DOCUMENT.date is not None
    resolution = resolve(f"fields:\n  title: New\n  date: {DOCUMENT.date.value}\n")
    (finding,) = resolution.findings
    assert finding.code is FindingCode.CORRECTION_CHANGES_NOTHING
    assert finding.place == "line 3"
    assert resolution.description.correction is not None
    assert resolution.description.correction.fields == ("title",)
    assert resolution.description.date == DOCUMENT.date


def test_a_named_person_who_says_the_same_confirms_it() -> None:
    assert DOCUMENT.date is not None
    weighed = replace(
        DOCUMENT,
        date=replace(DOCUMENT.date, confidence=0.6),
        disposition_qualifiers=(Qualifier.SUA_SPONTE,),
    )
    said = read(f"fields: {{date: {DOCUMENT.date.value}, disposition: denied}}\nby: A. Librarian\n")
    facts = ExternalFacts(date="2011-01-31")
    told = resolve_claims("a/order.txt", CLEAN, weighed, NOTHING_BESIDE, said)
    assert told.findings == ()
    assert told.description.confirmed == ("date", "disposition")
    assert told.description.correction is None
    assert told.description.date == replace(
        DOCUMENT.date, source=ClaimSource.EDITOR, confidence=None
    )
    assert "date" not in list_confidences(told.description)
    assert told.description.disposition_qualifiers == (Qualifier.SUA_SPONTE,)  # follow nothing new
    assert list_settled(told.description) == ("date", "disposition")
    # A service that says otherwise is outranked by the same words.
    differing = resolve_claims("a/order.txt", CLEAN, weighed, facts, said)
    assert differing.description.date is not None
    assert differing.description.date.value == DOCUMENT.date.value
    assert differing.findings == ()


def test_nobody_is_asked_again_for_what_an_editor_says_is_not_there() -> None:
    bare = make_order((BlockKind.TITLE, "ORDER"), "The motion is DENIED.")
    document = describe_order(bare)
    asked = {each.field for each in list_findings("a", bare, document)}
    assert {"court", "judges"} <= asked
    said = read("fields: {court: null, judges: []}\nby: A. Librarian\n")
    told = resolve_claims("a/order.txt", bare, document, NOTHING_BESIDE, said)
    assert told.findings == ()
    left = {each.field for each in list_findings("a", bare, told.description)}
    assert left == asked - {"court", "judges"}


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "note: x\n", "fields:\n", "fields: {}\nby: A\n"]
)
def test_a_file_that_corrects_nothing_is_said(text: str) -> None:
    resolution = resolve(text)
    assert [each.code for each in resolution.findings] == [FindingCode.CORRECTION_CHANGES_NOTHING]
    assert resolution.description == DOCUMENT


def test_a_file_that_changed_since_is_said() -> None:
    digest = RawOrder.from_bytes("x", b"order").sha256
    text = f"fields:\n  title: New\nsha256: {digest}\n"
    assert resolve(text).findings == ()
    (finding,) = resolve(text.replace(digest, "0" * 64)).findings
    assert finding.code is FindingCode.OUTDATED_CORRECTION
    assert finding.place == "line 3"
    assert digest in finding.advice


def test_a_text_of_more_than_1000_characters_is_named_with_its_line() -> None:
    ((place, message),) = mistakes("fields:\n  title: " + "x" * 1001)
    assert place == "line 2"
    assert "more than 1000 characters" in message


@each_row()
def test_mistakes_are_named_with_their_line(
    text: str, times: int | None, line: int, says: str
) -> None:
    ((place, message),) = mistakes(text * (times or 1))
    assert place == f"line {line}"
    assert says in message


def test_all_mistakes_of_a_file_are_listed_and_nothing_of_it_is_used() -> None:
    text = "fields:\n  title: New\n  judges: Roe\n  cuort: cand\nby: [x]\n"
    assert [place for place, _ in mistakes(text)] == ["line 3", "line 4", "line 5"]
    assert resolve(text).description == DOCUMENT
    text = "fields:\n  parties:\n  - nam: Roe\n    side: '+1'\n  - name: Doe\n    et_al: 1\nby: A\nby: B\n"
    assert [place for place, _ in mistakes(text)] == ["line 3", "line 4", "line 6", "line 8"]
    assert resolve(text).description == DOCUMENT


@pytest.mark.parametrize(
    "text",
    [
        "withhold: {what: order, reason: sealed}\n",
        "withhold:\n",
        "withhold: false\nfields: {title: x}\n",
        "withold: order\n",
        "with_hold: order\n",
        "withheld: yes\n",
        "fields:\n  withhold: order\n",
        "withhold: : [\n",
        "withhold: x\nwithhold: y\n",
        "fields: [\nnote: withhold this",
        "withhold: order\n".encode("utf-16"),
        b"\xff\xff\xff",
        None,
    ],
)
def test_what_withholds_or_may_withhold_keeps_the_order_back(text: str | bytes | None) -> None:
    with pytest.raises(WithheldOrderError) as caught:
        read(text)
    assert caught.value.finding.code is FindingCode.WITHHELD
    assert caught.value.finding.path == "a/order.txt.yml"
    assert "Nothing of it is published" in caught.value.finding.message


def test_a_note_that_speaks_of_withholding_withholds_nothing() -> None:
    assert resolve("fields: {title: New}\nnote: A page was withheld by the clerk.\n").findings == ()


def test_parts_that_are_withheld_are_read() -> None:
    text = """
withhold:
  - what: passage
    words: the shelter at
      12 Harrow Lane
    page: 2
    occurrence: 1
    reason: safety of a witness
    by: A. Librarian
    date: 2026-03-02
  - {what: field, field: parties}
  - {what: original}
"""
    corrections = read(text)
    assert corrections is not None
    assert corrections.findings == ()
    assert corrections.withholdings == (
        Withholding(
            WithheldPart.PASSAGE, "safety of a witness", "A. Librarian",
            datetime.date(2026, 3, 2), Words("the shelter at 12 Harrow Lane", 1, 2), "", 3,
        ),
        Withholding(WithheldPart.FIELD, field="parties", corrections_line=11),
        Withholding(WithheldPart.ORIGINAL, corrections_line=12),
    )  # fmt: skip


def test_private_data_that_may_stay_is_read() -> None:
    one = read("allow: {kind: telephone number, page: 2, line: 14}\n")
    assert one is not None
    assert one.findings == ()
    assert one.allowances == (Allowance(Words("", None, 2, 14), PrivateKind.TELEPHONE),)
    several = read("allow:\n- {words: clerk@court.example, reason: printed by the court}\n")
    assert several is not None
    assert several.allowances == (
        Allowance(
            Words("clerk@court.example"), reason="printed by the court", corrections_line=2
        ),
    )  # fmt: skip


def test_the_guides_examples_are_read() -> None:
    guide = (ROOT / "docs/corrections.md").read_text(encoding="utf-8")
    examples = re.findall(r"^    ((?:withhold|allow):.*\n(?:     .*\n)*)", guide, re.MULTILINE)
    whole, parts, shown, allowed = (textwrap.dedent(f"    {each}") for each in examples)
    for text in (whole, shown):
        with pytest.raises(WithheldOrderError) as caught:
            read(text)
        assert caught.value.reason == "sealed by the court"
    assert caught.value.shown == ("court", "docket_numbers", "date")
    for text in (parts, allowed):
        corrections = read(text)
        assert corrections is not None
        assert corrections.findings == ()
        assert corrections.withholdings or corrections.allowances


def test_who_withholds_an_order_and_why_is_handed_on() -> None:
    with pytest.raises(WithheldOrderError) as caught:
        read(
            "withhold:\n- {what: original}\n- {what: order, reason: sealed, by: Me, date: 2026-01-02}\n"
        )
    error = caught.value
    assert (error.reason, error.by, error.date) == ("sealed", "Me", datetime.date(2026, 1, 2))


@each_row()
def test_a_mistake_in_withholding_keeps_the_order_back(text: str, says: str) -> None:
    with pytest.raises(WithheldOrderError) as caught:
        read(text)
    assert says in caught.value.finding.message


def test_a_file_in_another_encoding_keeps_the_order_back_and_says_which_is_wanted() -> None:
    with pytest.raises(WithheldOrderError) as caught:
        read("fields: {title: Décision}".encode("latin-1"))
    assert "is no text in UTF-8: save it as UTF-8" in caught.value.finding.message


@each_row()
def test_a_mistake_in_what_may_stay_allows_nothing(text: str, says: str) -> None:
    ((place, message),) = mistakes(text)
    assert place == "line 1"
    assert says in message


_WORDS = st.sampled_from(
    [*FIELDS, "fields", "withhold", "allow", "what: ", "words: ", "line: 1", "note", "by", "date", ": ", "\n", "\n  ", "\n    - ", "[", "]",
     "{", "}", ", ", "'", '"', "#", "&a", "*a", "!!str ", "---\n", "2024-02-30", "denied", "null"]
)  # fmt: skip


@given(st.binary(max_size=200) | st.lists(_WORDS, max_size=40).map("".join).map(str.encode))
def test_whatever_is_in_the_file_it_is_read_or_refused(data: bytes) -> None:
    """Nothing else is raised, nothing half is used, and what says "withhold" is held back."""
    try:
        corrections = read(data)
    except WithheldOrderError:
        return
    assert corrections is not None
    bad = any(each.code is FindingCode.BAD_CORRECTIONS for each in corrections.findings)
    assert not (bad and corrections.values)
    assert not (bad and b"withhold" in data)
    resolve_claims("a", CLEAN, DOCUMENT, NOTHING_BESIDE, corrections)


def uncomment(template: str) -> str:
    """What an editor has who takes every "# " before a field away."""
    head, fields_, tail = template.partition("fields:\n")
    return head + fields_ + tail.replace("  # ", "  ")


def test_a_new_file_corrects_nothing_and_holds_every_field_of_today() -> None:
    today = datetime.date(2026, 1, 2)
    digest = RawOrder.from_bytes("x", b"order").sha256
    template = write_template("order.txt", digest, DOCUMENT, "../docs/s.json", today)
    assert template.startswith("# yaml-language-server: $schema=../docs/s.json\n")
    untouched = read(template)
    assert untouched is not None
    assert untouched.values == {}
    resolution = resolve(uncomment(template))
    assert {each.code for each in resolution.findings} == {FindingCode.CORRECTION_CHANGES_NOTHING}
    assert len(resolution.findings) == len(FIELDS)
    assert resolution.description == DOCUMENT


def test_an_editor_settles_what_the_sources_differ_in() -> None:
    facts = ExternalFacts(case_name="Wynn v. Calder", date="2011-01-31")
    differing = resolve("fields: {title: New}", facts).findings
    assert [each.code for each in differing] == [FindingCode.DISAGREEMENT] * 2
    resolution = resolve("fields: {case_name: Roe v. Wynn, date: 2012-01-01}", facts)
    assert resolution.findings == ()
    kept = [
        (each.claim.source, each.outranked_by)
        for each in resolution.description.superseded
        if each.field == "date"
    ]
    assert kept == [
        (ClaimSource.DOCUMENT, ClaimSource.EXTERNAL),
        (ClaimSource.EXTERNAL, ClaimSource.EDITOR),
    ]


def test_findings_are_silent_where_an_editor_looked() -> None:
    unsigned = make_order(
        *CAPTION, (BlockKind.TITLE, "ORDER DENYING MOTION TO SEAL"), "The motion is DENIED.",
        *SIGNATURE[:2], (BlockKind.SIGNATURE, "HON. XENIA Y. ZOLA"), SIGNATURE[3],
    )  # fmt: skip
    document = describe_order(unsigned)
    assert FindingCode.DISAGREEMENT in {
        each.code for each in list_findings("a", unsigned, document)
    }
    corrections = read("fields: {judges: [Quentin R. Vale]}")
    settled = resolve_claims("a", unsigned, document, ExternalFacts(), corrections).description
    assert list_findings("a", unsigned, settled) == ()


def test_a_guess_at_a_withheld_field_goes_with_it() -> None:
    """`orders check` would show what nobody may see."""
    guess = Guess("title", Claim("Order on the Shelter", None, "a specimen", confidence=0.4))
    doubted = replace(DOCUMENT, title=None, guesses=(guess,))
    withheld = read("withhold: {what: field, field: title}\n")
    told = resolve_claims("a/order.txt", CLEAN, doubted, NOTHING_BESIDE, withheld)
    assert told.description.guesses == ()
