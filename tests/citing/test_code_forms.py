"""Forms that states, agencies and older statutes print their codes in."""

from build_scripts.model.citation import CitationKind
from tests.citing.specimens import cite
from tests.tables import each_row


@each_row(kind=CitationKind)
def test_codes_as_they_are_printed(text: str, kind: CitationKind, forms: list[str]) -> None:
    found = cite(f"The claim arises under {text}. It fails.")
    assert [(c.kind, c.normal_form) for c in found] == [(kind, form) for form in forms]
    assert found[0].start == len("The claim arises under ")


@each_row()
def test_constitutions_told_by_the_order(text: str, forms: list[str]) -> None:
    assert [c.normal_form for c in cite(text)] == forms


@each_row()
def test_bare_provisions_go_by_what_the_order_says(text: str, form: str) -> None:
    assert cite(text)[-1].normal_form == form
