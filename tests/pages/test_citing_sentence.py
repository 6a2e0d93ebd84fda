"""The sentence around a citation, as a citing order is shown on another page."""

import re
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.archive import ArchivedOrder
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import CleanOrder
from build_scripts.pages.citing_sentence import LONGEST, quote_citing_sentences
from tests.pages.conftest import FIRST, block, describe, order

PAGE = "authorities/cases/433-f-3d-1199.md"
LINK = f"../../{FIRST}.md"


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


def test_the_sentence_stands_as_printed_with_the_citation_marked() -> None:
    cited = archive(
        "Discovery opens later. *See Lark v. Tern*, 433 F.3d 1199, 1206 (9th Cir. 2006) "
        "(quoting *Calder*). A third.",
        "433 F.3d 1199, 1206",
        sentences=("See Lark v. Tern, 433 F.3d 1199, 1206 (9th Cir. 2006) (quoting Calder).",),
    )
    (shown,) = quote_citing_sentences(cited, [0], PAGE)
    assert shown.markdown == (
        f"“*See Lark v. Tern*, [<mark>433 F.3d 1199, 1206</mark>]({LINK}#cite-1) "
        "(9th Cir. 2006) (quoting *Calder*).”"
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
    shown = quote_citing_sentences(cited, [2, 0, 1], PAGE)
    assert [one.positions for one in shown] == [(0, 1), (2,)]
    assert shown[0].markdown.count("<mark>") == 2
    assert f"[<mark>Id. at 789</mark>]({LINK}#cite-2)" in shown[0].markdown


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
    (shown,) = quote_citing_sentences(cited, [0], PAGE)
    assert shown.markdown == f"“See [<mark>465</mark>]({LINK}#cite-1)”"


def test_hostile_words_stay_words(render: Callable[[str], str]) -> None:
    text = "<script>alert(1)</script> [x](javascript:y) *465 U.S. 783 {: #evil } | `a`"
    cited = archive(text.replace("*", ""), "465 U.S. 783")
    (shown,) = quote_citing_sentences(cited, [0], PAGE)
    page = render(f"- {shown.markdown}")
    assert "<script" not in page
    assert "javascript:y)" in page
    assert 'id="evil"' not in page
    assert page.count("<a ") == 1


WORDS = st.lists(st.sampled_from(["court", "a", "jurisdiction", "§ 5", "x" * 90]), max_size=120)


@given(WORDS, WORDS, WORDS)
def test_every_citation_is_marked_once_in_words_of_the_sentence(
    before: list[str], between: list[str], behind: list[str]
) -> None:
    """Long sentences are cut between words, near their citations."""
    text = " ".join([*before, "465 U.S. 783", *between, "433 F.3d 1199", *behind])
    shown = quote_citing_sentences(archive(text, "465 U.S. 783", "433 F.3d 1199"), [0, 1], PAGE)
    assert [place for one in shown for place in one.positions] == [0, 1]
    for one in shown:
        plain = re.sub(r"\[<mark>(.*?)</mark>\]\([^)]*\)", r"\1", one.markdown)
        words = plain.removeprefix("“").removesuffix("”")
        kept = words.removeprefix("… ").removesuffix(" …")
        assert f" {kept} " in f" {text} "
        assert len(kept) <= LONGEST
        assert words.startswith("… ") or text.startswith(kept)
        assert words.endswith(" …") or text.endswith(kept)
