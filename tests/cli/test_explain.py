"""`orders explain`: the candidates of a field, with what speaks for each."""

import re
from pathlib import Path

from tests.commands import run

ORDER = """UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA
SAN JOSE DIVISION

QUILL & LANTERN LTD., Plaintiff, v. OSTRICH FREIGHT INC., Defendant.

Case No. 5:31-cv-01234-ABC

ORDER DENYING MOTION TO STAY

The motion to stay is DENIED.

IT IS SO ORDERED.

Dated: March 4, 2031

Amelia B. Cartwright
United States Magistrate Judge
"""


def explain(tmp_path: Path, field: str) -> list[str]:
    (tmp_path / "order.txt").write_text(ORDER)
    return run("explain", "order.txt", field, cwd=tmp_path).stdout.splitlines()


def test_candidates_have_their_signals_and_weights(tmp_path: Path) -> None:
    first, *lines, last = explain(tmp_path, "judges")
    assert first.startswith("value: Amelia B. Cartwright (document: ")
    best = next(line for line in lines if line.startswith("candidate"))
    assert re.match(r"candidate 9\d%: Amelia B\. Cartwright \(", best)
    assert [line for line in lines if re.fullmatch(r"  \+\d\.\d\d  [a-z].*", line)]
    assert last.startswith("second reader: ")


def test_a_corrected_value_is_explained_with_what_it_outranks(tmp_path: Path) -> None:
    (tmp_path / "order.txt.yml").write_text("fields: {judges: [Jane Q. Roe]}\nby: A. Librarian\n")
    lines = explain(tmp_path, "judges")
    assert lines[0].startswith("value: Jane Q. Roe (editor: ")
    assert lines[1].startswith("outranked by editor: Amelia B. Cartwright (document: ")


def test_a_field_without_weights_says_so(tmp_path: Path) -> None:
    assert "No candidates: this field is not chosen by weights." in explain(tmp_path, "nature")
