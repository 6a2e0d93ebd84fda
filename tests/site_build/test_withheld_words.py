"""What one order withholds and another prints: which rows of orders are let through, and which not."""

from dataclasses import replace

import pytest

from build_scripts.model.order import Order, SourceFile
from build_scripts.model.redaction import DEFAULT_POLICIES, HIDDEN, PASSAGE, Secret
from build_scripts.model.withholding import PrivateKind, PrivatePolicy
from build_scripts.site.withheld_words import IN_NAME, IN_ORIGINAL, IN_RECORD, look_through
from tests.redacting.test_redact_order import convert
from tests.tables import each_row

COURT = """UNITED STATES DISTRICT COURT
DISTRICT OF NEVADA

JANE ROE,
          Plaintiff,
     v.
DOE MILLS, INC.,
          Defendant.

Case No. 2:24-cv-000{number}-ABC-DEF

ORDER DENYING MOTION TO SEAL

{words}

The motion is DENIED.

Dated: March 4, 2024

                                   MARA T. VALE
                                   United States District Judge
"""
MAIL = "ada.vale@quillpress.example"
OWNER = f"Plaintiff wrote from {MAIL} about account number X12-345678."


def make(number: int, words: str, corrections: str = "") -> Order:
    text = COURT.format(number=number, words=words)
    return convert(text, corrections, f"{number}.txt")


def find_open(*orders: Order) -> dict[str, set[str]]:
    """By the order's number, where words stand in it that are withheld."""
    looked = look_through(orders)
    return {
        path.removesuffix(".txt"): {each.place for each in several}
        for path, several in looked.open.items()
    }


PASSAGE_WITHHELD = "withhold: {what: passage, words: the shelter at Harrow Lane}"
SHELTER = "She slept in the shelter at Harrow Lane."


@each_row()
def test_what_one_order_withholds_is_seen_in_another(words: str, why: str) -> None:
    owner, printing, other = make(11, OWNER), make(12, words), make(13, "Nothing is said.")
    assert printing.redaction.secrets == (), why
    assert find_open(owner, printing, other) == {"12": {"page 1, line 14"}}
    assert find_open(other, printing, owner) == {"12": {"page 1, line 14"}}, "in any order"


@each_row()
def test_what_is_no_such_word_or_leaves_by_itself_is_let_through(words: str, why: str) -> None:
    assert find_open(make(11, OWNER), make(12, words)) == {}, why


def test_a_withheld_passage_is_seen_wherever_it_is_printed() -> None:
    owner = make(11, SHELTER, PASSAGE_WITHHELD)
    assert find_open(owner, make(12, SHELTER)) == {"12": {"page 1, line 14"}}
    assert find_open(owner, make(12, SHELTER, PASSAGE_WITHHELD)) == {}
    both = make(12, SHELTER, "allow: {words: the shelter at Harrow Lane}")
    assert both.findings == make(12, SHELTER).findings, "the allowance is not idle"
    assert find_open(owner, both) == {}
    third = make(13, SHELTER)
    assert find_open(owner, both, third) == {"13": {"page 1, line 14"}}, "one editor said so of one"
    words = look_through([owner, both]).words
    assert words.shared == words.wanted == {"theshelteratharrowlane"}


def test_a_number_that_one_editor_lets_stand_is_looked_for_nowhere() -> None:
    printing = make(12, "Statements of X12 345678.", "allow: {words: Statements of X12 345678}")
    third = make(13, "Statements of X12 345678.")
    assert find_open(make(11, OWNER), printing, third) == {}
    assert look_through([make(11, OWNER), printing]).words.spared == 1


def test_a_passage_withheld_on_one_line_alone_may_stand() -> None:
    owner = make(11, SHELTER, PASSAGE_WITHHELD.replace("}", ", page: 1, line: 14}"))
    assert find_open(owner, make(12, SHELTER)) == {}


def test_hidden_words_that_an_order_prints_are_read_there_anyway() -> None:
    owner = make(11, "Nothing is said.")
    secret = Secret(HIDDEN, 1, 0, "theshelteratharrowlane")
    hiding = replace(owner, redaction=replace(owner.redaction, secrets=(secret,)))
    assert find_open(hiding, make(12, SHELTER)) == {}
    assert look_through([hiding, make(12, SHELTER)]).words.wanted == frozenset()
    assert look_through([hiding, make(12, "Nothing.")]).words.wanted == {"theshelteratharrowlane"}


def test_kinds_that_may_stand_words_of_the_site_and_short_words_are_not_looked_for() -> None:
    owner, printing = make(11, OWNER), make(12, "She wrote from ada vale, quillpress example.")
    policies = {**DEFAULT_POLICIES, PrivateKind.EMAIL: PrivatePolicy.ALLOW}
    assert look_through([owner, printing], policies).open == {}
    assert look_through([owner, printing], said=[f"mailto {MAIL}", MAIL]).open == {}
    assert look_through([owner, printing], said=["mailto"]).open
    short = make(11, "She is hers.", "withhold: {what: passage, words: hers}")
    looked = look_through([short, make(12, "It is hers.")])
    assert (looked.open, looked.words.too_short) == ({}, 1)


def test_every_word_that_reaches_the_site_is_asked() -> None:
    owner, other = make(11, OWNER), make(12, "Nothing is said.")
    named = replace(other, source=SourceFile("X12-345678.txt", other.source.format, "0"))
    assert [one.place for one in look_through([owner, named]).open["X12-345678.txt"]] == [IN_NAME]
    noted = make(12, "Nothing is said.", "fields: {title: Order on Account X12 345678}")
    assert find_open(owner, noted) == {"12": {IN_RECORD}}
    excused = make(12, "Nothing is said.", "note: of X12-345678\nfields: {title: Order}")
    assert find_open(owner, excused) == {"12": {IN_RECORD}}
    filed = look_through([owner, other], list_original=lambda one: [f"by {MAIL} of {one.source}"])
    assert filed.open["12.txt"][0].place == IN_ORIGINAL


def test_an_order_that_prints_its_own_withheld_words_elsewhere_owns_them() -> None:
    """A licence of six signs: too short for the rest of the order, long enough for the proof."""
    order = make(11, "His driver's license number D12345; later D12345 again.")
    (found,) = look_through([make(10, "Nothing."), order]).open["11.txt"]
    assert found.owner.path == "11.txt"
    assert found.owner.secret.kind == PrivateKind.LICENCE


class Unread(Order):
    """An order whose text nobody may read."""

    @property
    def clean(self) -> None:  # type: ignore[override]
        raise AssertionError

    @property
    def digest(self) -> str:
        return self.source.path


def forbid(order: Order) -> Order:
    unread = object.__new__(Unread)
    for name in ("source", "redaction"):
        object.__setattr__(unread, name, getattr(order, name))
    return unread


def test_nothing_is_read_where_nothing_is_withheld() -> None:
    assert look_through([forbid(make(12, "Nothing is said."))]).open == {}


def test_what_the_same_search_looked_through_is_not_read_again() -> None:
    owner, plain, printing = make(11, OWNER), make(12, "Nothing is said."), make(13, "x12345678")
    first = look_through([owner, plain, printing], recall=lambda _: frozenset())
    assert first.passed == {owner.digest, plain.digest}
    known = {first.search: frozenset({"12.txt", owner.digest})}

    def recall(search: str) -> frozenset[str]:
        return known.get(search, frozenset())

    again = look_through([owner, forbid(plain), printing], recall=recall)
    assert (again.open, again.search) == (first.open, first.search)
    more = make(14, "Write to bo@quillpress.example.")
    with pytest.raises(AssertionError):
        look_through([owner, forbid(plain), printing, more], recall=recall)


def test_owners_keep_the_place_and_kind() -> None:
    looked = look_through([make(11, SHELTER, PASSAGE_WITHHELD), make(12, SHELTER)])
    (found,) = looked.open["12.txt"]
    assert (found.owner.path, found.owner.secret.kind, found.owner.secret.line) == (
        "11.txt",
        PASSAGE,
        14,
    )
    assert "harrow" not in repr(looked).lower()
