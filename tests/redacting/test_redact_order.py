"""What leaves an order leaves it everywhere: text, lines, facts beside it, description, citations."""

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from build_scripts.convert.order import convert_order
from build_scripts.model.clean_order import RemovalReason
from build_scripts.model.order import Order
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.model.redaction import DEFAULT_POLICIES, PASSAGE, Policies, Redaction
from build_scripts.model.source_text import SourceFormat
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.withholding import PrivateKind, PrivatePolicy
from build_scripts.pages.originals import is_offered_whole
from build_scripts.pages.source_rows import pair_pages
from build_scripts.problems import FindingCode, WithheldOrderError
from build_scripts.site.withheld_words import look_through

TEXT = """UNITED STATES DISTRICT COURT
DISTRICT OF NEVADA

JANE ROE,
          Plaintiff,
     v.
DOE MILLS, INC.,
          Defendant.

Case No. 2:24-cv-00001-ABC-DEF

ORDER DENYING MOTION TO SEAL

Plaintiff wrote from ada.vale@
quillpress.example and called 702-555-
0142. The number 702-555-0142 is hers. See Roe v. Poe, 433 F.3d
1199, 1206 (9th Cir. 2006). Her passport number is X1234567; the clerk copied
X1234567 twice. Mr. Poe can be reached at (702) 555-0199.

The shelter at 12 Harrow Lane took her in.[1] The motion is DENIED.

IT IS SO ORDERED.

Dated: March 4, 2024

                                   MARA T. VALE
                                   United States District Judge
"""


def convert(
    text: str | bytes = TEXT,
    corrections: str = "",
    name: str = "order.txt",
    policies: Policies = DEFAULT_POLICIES,
) -> Order:
    data = text.encode() if isinstance(text, str) else text
    raw = RawOrder.from_bytes(name, data)
    if corrections:
        raw = replace(raw, corrections=SideFile(f"{name}.yml", corrections.encode()))
    return convert_order(raw, policies)


def list_strings(value: Any) -> list[str]:
    """Every text anywhere in an order, but for what is kept to prove that it is gone."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Redaction):
        value = replace(value, secrets=())
    if is_dataclass(value) and not isinstance(value, type):
        return [text for each in fields(value) for text in list_strings(getattr(value, each.name))]
    if isinstance(value, dict):
        return [text for pair in value.items() for text in list_strings(pair)]
    if isinstance(value, tuple | list | frozenset | set):
        return [text for each in value for text in list_strings(each)]
    return []


def holds(order: Order, words: str) -> bool:
    bare = normalize_alnum(words)
    return any(bare in normalize_alnum(text) for text in list_strings(order))


def test_private_words_leave_every_part_of_an_order() -> None:
    order = convert()
    for words in ("ada.vale@quillpress", "quillpress", "7025550142", "X1234567", "702-555-0199"):
        assert not holds(order, words), words
    assert (
        "wrote from [redacted: e-mail address] and called [redacted: telephone number]. The "
        in (order.clean.text)
    )
    assert order.citations[0].normal_form == "433 F.3d 1199"
    kinds = [each.kind for each in order.redaction.redacted]
    assert kinds.count(PrivateKind.TELEPHONE) == 3
    assert kinds.count(PrivateKind.EMAIL) == 1
    assert kinds.count(PrivateKind.PASSPORT) == 2


def test_what_left_is_recorded_by_kind_and_place() -> None:
    order = convert()
    recorded = [r for r in order.clean.removals if r.reason is RemovalReason.PRIVATE]
    assert [(r.text, r.page, r.line) for r in recorded] == [
        (each.kind, each.page, each.line) for each in order.redaction.redacted
    ]
    lines = {line.number: line.text for page in order.pages for line in page.lines}
    before = TEXT.splitlines()
    assert lines[14] == "Plaintiff wrote from █████████"
    assert lines[15] == "██████████████████ and called ████████"
    assert all(len(lines[n]) == len(line) for n, line in enumerate(before, start=1))


def test_the_two_sides_stay_beside_each_other() -> None:
    """Every line is in one row, and the stretches are the text, after words left."""
    order = convert()
    rows = [row for rows in pair_pages(order.clean, order.pages).values() for row in rows]
    stretches = "".join(stretch.text for row in rows for stretch in row.stretches)
    assert normalize_alnum(stretches) == normalize_alnum(order.clean.text)


def test_an_editor_lets_one_occurrence_stand() -> None:
    order = convert(corrections="allow: {kind: telephone number, words: (702) 555-0199}")
    assert "(702) 555-0199" in order.clean.text
    assert not holds(order, "7025550142")
    by_place = convert(corrections="allow: {kind: telephone number, page: 1, line: 18}")
    assert by_place.clean == order.clean
    second = convert(
        corrections="allow: {words: 702-555-0142, occurrence: 2, reason: she published it}"
    )
    assert second.clean.text.count("702-555-0142") == 1
    assert "called [redacted: telephone number]. The number 702-555-0142" in second.clean.text


def test_an_allowance_of_nothing_is_said() -> None:
    order = convert(corrections="\nallow: {words: nobody@example.org}")
    (finding,) = [f for f in order.findings if f.path == "order.txt.yml"]
    assert finding.code is FindingCode.CORRECTION_CHANGES_NOTHING
    assert finding.place == "line 2"


def test_policies_say_what_becomes_of_a_kind() -> None:
    policies = dict(DEFAULT_POLICIES)
    policies[PrivateKind.TELEPHONE] = PrivatePolicy.ALLOW
    policies[PrivateKind.EMAIL] = PrivatePolicy.FLAG
    order = convert(policies=policies)
    assert holds(order, "702-555-0142")
    assert holds(order, "ada.vale@quillpress.example")
    (finding,) = [f for f in order.findings if f.code is FindingCode.PRIVATE_DATA]
    assert finding.place == "page 1, line 14"
    assert "allow: {kind: e-mail address, page: 1, line: 14}" in finding.advice
    assert "quillpress" not in f"{finding.message} {finding.advice}"


def test_a_passage_is_withheld_wherever_it_stands() -> None:
    order = convert(
        corrections="withhold: {what: passage, words: THE SHELTER at 12 Harrow lane, reason: safety}"
    )
    assert "[withheld] took her in." in order.clean.text
    assert not holds(order, "12 Harrow Lane")
    (withheld,) = order.redaction.withholdings
    assert (withheld.reason, withheld.words) == ("safety", None)
    assert PASSAGE in [each.kind for each in order.redaction.redacted]


def test_a_passage_over_lines_and_in_the_title_leaves_the_description_too() -> None:
    withheld = (
        "withhold:\n- {what: passage, words: JANE ROE}\n- {what: passage, words: DOE MILLS}\n"
    )
    order = convert(corrections=withheld)
    assert not holds(order, "Jane Roe")
    assert not holds(order, "Doe Mills")
    assert order.description.case_name is None or "Roe" not in order.description.case_name.value


def test_one_occurrence_of_a_passage_is_withheld() -> None:
    order = convert(
        corrections="withhold: {what: passage, words: the number 702-555-0142 is hers}\n"
        "allow: {kind: telephone number, words: 702-555-0142}"
    )
    assert order.clean.text.count("702-555-0142") == 1
    assert "[withheld]." in order.clean.text


def test_a_passage_that_is_not_there_keeps_the_order_back() -> None:
    with pytest.raises(WithheldOrderError) as caught:
        convert(corrections="withhold: {what: passage, words: the other shelter}")
    assert caught.value.finding.place == "line 1"


def test_a_withheld_field_is_empty_and_silent() -> None:
    order = convert(corrections="withhold: {what: field, field: judges, reason: threats}")
    assert order.description.judges == ()
    assert order.description.withheld == ("judges",)
    assert not [f for f in order.findings if f.code is FindingCode.NO_JUDGE]


def test_facts_beside_the_text_lose_the_same_words() -> None:
    data = {
        "id": 1, "resource_uri": "https://www.courtlistener.com/api/rest/v3/opinions/1/",
        "absolute_url": "/opinion/1/roe-v-vale/",
        "html": "", "plain_text": TEXT.replace("JANE ROE", "ADA VALE"),
        "cluster": {"case_name": "Ada Vale v. Doe Mills, Inc.", "date_filed": "2024-03-04"},
    }  # fmt: skip
    order = convert(
        json.dumps(data), "withhold: {what: passage, words: Ada Vale}", name="order.json"
    )
    assert not holds(order, "Ada Vale")


NOTICE = (
    TEXT
    + """
2:24-cv-00001-ABC-DEF Notice has been electronically mailed to:

Tobias Q. Fenwick tfenwick@larkspur-law.example, docket@larkspur-law.example
"""
)


def test_a_notice_of_mailing_is_in_no_part_of_an_order() -> None:
    order = convert(NOTICE)
    for words in ("Tobias Q. Fenwick", "tfenwick@larkspur-law.example", "docket@larkspur"):
        assert not holds(order, words), words
    assert "tfenwicklarkspurlawexample" in {secret.bare for secret in order.redaction.secrets}


def test_an_order_without_private_words_is_the_same_object_all_through() -> None:
    order = convert(TEXT.partition("Plaintiff wrote")[0] + "The motion is DENIED.\n")
    assert order.redaction == Redaction()


COURTS_OWN = "vkd@nvd.uscourts.gov"


def test_a_courts_own_contacts_stay_and_its_original_is_offered() -> None:
    """As the reporter of decisions' address in every slip opinion of a supreme court."""
    start = TEXT.partition("Plaintiff wrote")[0]
    words = f"Letters go to {COURTS_OWN}. Call chambers at (702) 555-0199.\n\nDENIED.\n"
    order = convert(start + words)
    assert COURTS_OWN in order.clean.text
    assert "chambers at (702) 555-0199" in order.clean.text
    assert (order.redaction.redacted, order.redaction.secrets) == ((), ())
    assert is_offered_whole(replace(order, source=replace(order.source, format=SourceFormat.PDF)))


def test_others_contacts_beside_a_courts_leave() -> None:
    start = TEXT.partition("Plaintiff wrote")[0]
    words = (
        f"Call chambers at (702) 555-0199. Counsel is at 702-555-0142, ada@quillpress.example, or\n"
        f"through {COURTS_OWN}. The number again: (702) 555-0199.\n\nDENIED.\n"
    )
    order = convert(start + words)
    assert not holds(order, "7025550142")
    assert not holds(order, "quillpress")
    assert COURTS_OWN in order.clean.text
    assert order.clean.text.count("(702) 555-0199") == 2, "once a court's, it is the court's"
    source = replace(order.source, format=SourceFormat.PDF)
    assert not is_offered_whole(replace(order, source=source))


def test_a_courts_number_without_its_name_holds_no_order_back() -> None:
    """What one order tells of a court, another may print where no word says whose it is."""
    start = TEXT.partition("Plaintiff wrote")[0]
    one = convert(f"{start}Call chambers at (702) 555-0199.\n\nDENIED.\n", name="one.txt")
    two = convert(f"{start}He kept 702-555-0199.\n\nDENIED.\n", name="two.txt")
    assert two.redaction.secrets
    looked = look_through([one, two])
    assert looked.open == {}
    assert looked.words.spared == 1
