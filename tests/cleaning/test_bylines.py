"""Bylines of separate writings: what begins one, what only speaks of one."""

import pytest

from build_scripts.cleaning.bylines import read_author, read_byline, read_title
from build_scripts.model.clean_order import PartKind

BOTH = PartKind.CONCURRENCE_AND_DISSENT


@pytest.mark.parametrize(
    ("text", "kind", "author"),
    [
        ("ROE, Circuit Judge, concurring:", PartKind.CONCURRENCE, "ROE, Circuit Judge"),
        ("Mr. Justice Roe, dissenting.", PartKind.DISSENT, "Mr. Justice Roe"),
        ("Justice ROE dissenting.", PartKind.DISSENT, "Justice ROE"),
        ("¶ 48 JANE Q. ROE, C.J. (dissenting). I would", PartKind.DISSENT, "JANE Q. ROE, C.J."),
        ("{¶ 60} DeRoe, Judge, dissenting.", PartKind.DISSENT, "DeRoe, Judge"),
        ("Roe, J. (concurring) — I also agree", PartKind.CONCURRENCE, "Roe, J."),
        (
            "ROE, Circuit Judge, with whom DOE, Senior Circuit Judge, joins (Dissenting).",
            PartKind.DISSENT,
            "ROE, Circuit Judge",
        ),
        (
            "JUSTICE ROE, with whom JUSTICE DOE joins, concurring in part and dissenting in part.",
            BOTH,
            "JUSTICE ROE",
        ),
        ("ROE, Circuit Judge, dissenting-in-part.", PartKind.DISSENT, "ROE, Circuit Judge"),
        (
            "ROE, Circuit Judge, respecting the denial of rehearing en banc:",
            PartKind.STATEMENT,
            "ROE, Circuit Judge",
        ),
        (
            "Statement of JUSTICE ROE respecting the denial of certiorari.",
            PartKind.STATEMENT,
            "JUSTICE ROE",
        ),
        ("Dissenting Opinion by Justice Roe", PartKind.DISSENT, "Justice Roe"),
        ("Dissent by Roe, J., which Doe, J., joins.", PartKind.DISSENT, "Roe, J."),
        (
            "Mr. Justice Roe delivered the following dissenting opinion:",
            PartKind.DISSENT,
            "Mr. Justice Roe",
        ),
    ],
)
def test_a_byline_tells_kind_and_author(text: str, kind: PartKind, author: str) -> None:
    byline = read_byline([text])
    assert byline is not None
    assert (byline.kind, byline.author) == (kind, author)


@pytest.mark.parametrize(
    "text",
    [
        "Justice Roe, dissenting, argued that the statute was void.",
        "Judge Roe concurs in part and dissents in part in a separate opinion.",
        "Justices ROE and DOE join in this dissenting opinion.",
        "Opinion by Senior Judge Roe, concurring in the judgment, at page 725.",
        "ROE, Circuit Judge:",
        "In a dissent, Judge Roe wrote that the rule was otherwise.",
        "The dissenting judge would affirm.",
    ],
)
def test_what_speaks_of_a_writing_is_no_byline(text: str) -> None:
    assert read_byline([text]) is None


def test_a_byline_runs_on_into_the_next_line_but_not_from_a_sentence() -> None:
    wrapped = ["ROE, Circuit Judge (Concurring in part; Dissenting", "in part). My view"]
    byline = read_byline(wrapped)
    assert byline is not None
    assert byline.kind is BOTH
    assert read_byline(["Affirmed.", "ROE, Circuit Judge, dissenting."]) is None


def test_a_marked_writings_author_is_a_bare_name_and_office_too() -> None:
    assert read_author(["DISSENT", "Roe, J.", "I dissent."]) == "Roe, J."
    assert read_author(["I dissent from the judgment."]) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("DISSENTING OPINION", PartKind.DISSENT),
        ("Concurring and Dissenting Opinion", BOTH),
        ("B. The Dissent", None),
        ("– Concurring Opinion Follows –", None),
    ],
)
def test_a_title_is_a_line_of_its_own(text: str, kind: PartKind | None) -> None:
    assert read_title(text) is kind
