"""Roles of parties whose letters OCR misread or set apart."""

from build_scripts.model.law.misread_roles import mend_role
from tests.tables import each_row


@each_row()
def test_mend_role(printed: str, mended: str) -> None:
    found = mend_role(printed)
    assert found == mended
    assert len(found) == len(printed)
