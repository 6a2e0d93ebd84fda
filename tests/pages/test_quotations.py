"""The sentence around a citation, as a citing order is shown on another page."""

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import CleanOrder
from build_scripts.pages.quotations import LONGEST, Quotation, Words, quote_citing_sentences
from tests.pages.conftest import FIRST, block, describe, order

LINK = f"{FIRST}/"


def archive(text: str, *cited: str, sentences: tuple[str, ...] = ()) -> ArchivedOrder:
    """An order of one paragraph; `sentences` are those around `cited`, else the whole."""
    clean = CleanOrder((block(text),), (), (), (), (), 1)
    plain = clean.reading_text
    citations = []
    place = 0
    for index, words in enumerate(cited):
        start = plain.index(words, place)
        place = start + len(words)
        around = sentences[index] if sentences else plain
        first = plain.index(around)
        span = (first, first + len(around))
        kind = CitationKind.CASE
        citations.append(Citation(kind, words, start, place, words, words, sentence=span))
    return ArchivedOrder(FIRST, order(clean, describe(), tuple(citations)), (), ())


def quote(cited: ArchivedOrder, positions: list[int]) -> tuple[Quotation, ...]:
    return quote_citing_sentences(cited, positions)


def read(quotation: Quotation) -> str:
    return "".join(one.text for one in quotation.words)


def list_marked(quotation: Quotation) -> dict[str, str]:
    """The words of each citation that is marked, by its address."""
    return {one.address: one.text for one in quotation.words if one.address}


def test_the_sentence_stands_as_printed_with_the_citation_marked() -> None:
    cited = archive(
        "Discovery opens later. *See Lark v. Tern*, 433 F.3d 1199, 1206 (9th Cir. 2006) "
        "(quoting *Calder*). A third.",
        "433 F.3d 1199, 1206",
        sentences=("See Lark v. Tern, 433 F.3d 1199, 1206 (9th Cir. 2006) (quoting Calder).",),
    )
    (shown,) = quote(cited, [0])
    assert shown.words == (
        Words("See Lark v. Tern", emphasised=True, address=""),
        Words(", ", emphasised=False, address=""),
        Words("433 F.3d 1199, 1206", emphasised=False, address=f"{LINK}#cite-1"),
        Words(" (9th Cir. 2006) (quoting ", emphasised=False, address=""),
        Words("Calder", emphasised=True, address=""),
        Words(").", emphasised=False, address=""),
    )
    assert shown.positions == (0,)


def test_citations_of_one_sentence_share_it_and_overlapping_sentences_are_one() -> None:
    text = "The test is settled, 465 U.S. 783. Id. at 789. Nothing else was argued, id. at 790."
    cited = archive(
        text,
        "465 U.S. 783",
        "Id. at 789",
        "id. at 790",
        sentences=(
            "The test is settled, 465 U.S. 783.",
            "The test is settled, 465 U.S. 783. Id. at 789.",
            "Nothing else was argued, id. at 790.",
        ),
    )
    shown = quote(cited, [2, 0, 1])
    assert [one.positions for one in shown] == [(0, 1), (2,)]
    assert list_marked(shown[0]) == {
        f"{LINK}#cite-1": "465 U.S. 783",
        f"{LINK}#cite-2": "Id. at 789",
    }


def test_a_citation_that_runs_into_another_block_is_marked_where_it_begins() -> None:
    clean = CleanOrder((block("See 465"), block("U.S. 783 there.")), (), (), (), (), 1)
    citation = Citation(
        CitationKind.CASE,
        "465\n\nU.S. 783",
        4,
        17,
        "465 U.S. 783",
        "465 U.S. 783",
        sentence=(0, 24),
    )
    cited = ArchivedOrder(FIRST, order(clean, describe(), (citation,)), (), ())
    (shown,) = quote(cited, [0])
    assert read(shown) == "See 465"
    assert list_marked(shown) == {f"{LINK}#cite-1": "465"}


WORDS = st.lists(st.sampled_from(["court", "a", "jurisdiction", "§ 5", "x" * 90]), max_size=120)


@given(WORDS, WORDS, WORDS)
def test_every_citation_is_marked_once_in_words_of_the_sentence(
    before: list[str], between: list[str], behind: list[str]
) -> None:
    """Long sentences are cut between words, near their citations."""
    text = " ".join([*before, "465 U.S. 783", *between, "433 F.3d 1199", *behind])
    shown = quote(archive(text, "465 U.S. 783", "433 F.3d 1199"), [0, 1])
    assert [place for one in shown for place in one.positions] == [0, 1]
    for one in shown:
        words = read(one)
        kept = words.removeprefix("… ").removesuffix(" …")
        assert f" {kept} " in f" {text} "
        assert len(kept) <= LONGEST
        assert words.startswith("… ") or text.startswith(kept)
        assert words.endswith(" …") or text.endswith(kept)
