"""A citation's parts: of a case in a reporter, of a section in a code."""

import pytest

from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.citation_form import CaseForm, Provision
from tests.tables import as_tuples, each_row

K = CitationKind


@pytest.mark.unit
@each_row(kind=CitationKind, form=as_tuples)
def test_a_form_has_its_parts(
    kind: CitationKind, normal_form: str, form: CaseForm | Provision | None
) -> None:
    assert Citation(kind, normal_form, 0, 1, normal_form, normal_form).form == form


@pytest.mark.unit
def test_a_short_form_has_the_parts_of_what_it_refers_to() -> None:
    short = Citation(K.ID, "Id. at 5", 0, 8, "Id.", "Id.", antecedent="2017 WL 2391756")
    assert short.form == CaseForm("2017", "WL", "2391756")
    assert short.form.is_database
