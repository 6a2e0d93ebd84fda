"""A citation's parts: of a case in a reporter, of a section in a code."""

import pytest

from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.citation_form import CaseForm, Provision

K = CitationKind


@pytest.mark.unit
@pytest.mark.parametrize(
    ("kind", "normal_form", "form"),
    [
        (K.CASE, "195 F. Supp. 3d 1098", CaseForm("195", "F. Supp. 3d", "1098")),
        (K.CASE, "2022-NCSC-1", CaseForm("2022", "NCSC", "1")),  # hyphens part it too
        (K.CASE, "477 U.S. 317 (1986)", CaseForm("477", "U.S.", "317")),  # the year is no part
        (K.CASE, "465 U.S. ___", None),  # no page is known yet
        (K.DOCKET, "No. 5:17-cv-02540", None),
        (K.STATUTE, "28 U.S.C. § 1331", Provision("28", "U.S.C.", "1331")),
        (K.RULE, "Fed. R. Civ. P. 12(b)(6)", Provision("", "Fed. R. Civ. P.", "12(b)(6)")),
        (K.CONSTITUTION, "U.S. Const. amend. IV", Provision("", "U.S. Const.", "amend. IV")),
        (K.STATUTE, "100 Stat. 1848", Provision("", "Stat.", "100 1848")),  # no title, a volume
    ],
)
def test_a_form_has_its_parts(
    kind: CitationKind, normal_form: str, form: CaseForm | Provision | None
) -> None:
    assert Citation(kind, normal_form, 0, 1, normal_form, normal_form).form == form


@pytest.mark.unit
def test_a_short_form_has_the_parts_of_what_it_refers_to() -> None:
    short = Citation(K.ID, "Id. at 5", 0, 8, "Id.", "Id.", antecedent="2017 WL 2391756")
    assert short.form == CaseForm("2017", "WL", "2391756")
    assert short.form.is_database
