"""Headings right below each other are one heading, an outline's steps, or a list."""

from build_scripts.cleaning.headings import read_heading
from build_scripts.cleaning.lines import Line
from build_scripts.cleaning.paragraphs.group import Group
from build_scripts.cleaning.paragraphs.heading_runs import settle_headings
from build_scripts.model.clean_order import BlockKind
from tests.tables import each_row


def group(text: str, level: int = 0) -> Group:
    line = Line(1, text, heading_level=level)
    heading = read_heading(line, set_apart=True)
    kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
    return Group(kind, [line], heading)


@each_row()
def test_which_are_one(texts: list[str], joined: list[str]) -> None:
    settled = settle_headings([group(text) for text in texts])
    assert [" ".join(line.content for line in each.lines) for each in settled] == joined
    assert all(each.kind is BlockKind.HEADING for each in settled)


def test_a_list_of_exhibits_is_no_outline() -> None:
    settled = settle_headings([group("2. Amended Answer"), group("3. Reply"), group("The order.")])
    assert [each.kind for each in settled[:2]] == [BlockKind.LIST_ITEM] * 2
    marked = settle_headings([group("2. Amended Answer", 2), group("3. Reply", 2)])
    assert [each.kind for each in marked] == [BlockKind.HEADING] * 2


def test_what_is_quoted_in_capitals_is_none() -> None:
    assert group("“NO TRESPASSING”").heading is None
    assert group("THE “LEASE”").heading is not None


def test_names_in_a_list_are_no_lettered_headings() -> None:
    names = settle_headings([group("C. Leigh Roe"), group("Ada Poe"), group("R. Daniel Doe")])
    assert [each.kind for each in names] == [BlockKind.PARAGRAPH] * 3
    outline = settle_headings([group("A. Facts"), group("The boat."), group("C. Law")])
    assert [each.kind for each in outline[::2]] == [BlockKind.HEADING] * 2


def test_a_sentence_cut_behind_a_small_word_is_none() -> None:
    cut = group("4. On May 3, Keel and Tiller Executed a Lease and")
    settled = settle_headings([cut, group("Release of all claims.")])
    assert [(each.kind, len(each.lines)) for each in settled] == [(BlockKind.PARAGRAPH, 2)]
    assert settle_headings([group("EXHIBIT A"), group("The lease.")])[0].heading is not None
