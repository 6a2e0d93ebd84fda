"""`orders explain`: the candidates of a field, with what speaks for each."""

import re
from pathlib import Path

from build_scripts.cli.init import begin_archive
from build_scripts.problems import ExitCode
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
    judge = "Amelia B. Cartwright, United States Magistrate Judge"
    assert first.startswith(f"value: {judge} (document: ")
    best = next(line for line in lines if line.startswith("candidate"))
    assert re.match(rf"candidate 9\d%: {judge} \(", best)
    assert [line for line in lines if re.fullmatch(r"  \+\d\.\d\d  [a-z].*", line)]
    assert last.startswith("second reader: ")


def test_a_corrected_value_is_explained_with_what_it_outranks(tmp_path: Path) -> None:
    (tmp_path / "order.txt.yml").write_text("fields: {judges: [Jane Q. Roe]}\nby: A. Librarian\n")
    lines = explain(tmp_path, "judges")
    assert lines[0].startswith("value: Jane Q. Roe, United States Magistrate Judge (editor: ")
    assert lines[1].startswith("outranked by editor: Amelia B. Cartwright, United States")


def test_values_with_parts_are_written_as_on_the_pages(tmp_path: Path) -> None:
    assert explain(tmp_path, "rulings")[0].startswith("value: motion to stay: Denied (document: ")
    parties = explain(tmp_path, "parties")
    assert parties[0].startswith("value: Quill & Lantern Ltd. (Plaintiff) (document: ")
    assert explain(tmp_path, "is_order")[0].startswith("value: yes (document: ")


def test_a_field_without_weights_says_so(tmp_path: Path) -> None:
    assert "No candidates: this field is not chosen by weights." in explain(tmp_path, "nature")


def test_private_data_is_redacted_as_the_archive_says(tmp_path: Path) -> None:
    """By -f, or in its folder; a file that is missing is no other archive's."""
    begin_archive(tmp_path / "archive", "Ours")
    settings = tmp_path / "archive/mkdocs.yml"
    allowed = "  - orders-archive:\n      private_data: {telephone number: allow}\n"
    text, changed = re.subn(r"  - orders-archive:?\n", allowed, settings.read_text())
    assert changed == 1
    settings.write_text(text)
    (tmp_path / "order.txt").write_text(ORDER.replace("IT IS SO", "Call (415) 555-0199. IT IS SO"))
    assert "555-0199" not in run("show", "order.txt", cwd=tmp_path).stdout
    assert "555-0199" in run("show", "order.txt", "-f", settings, cwd=tmp_path).stdout
    assert "555-0199" in run("show", "../order.txt", cwd=tmp_path / "archive").stdout
    for command in (
        ("show", "order.txt"),
        ("explain", "order.txt", "title"),
        ("verify", "archive"),
    ):
        refused = run(*command, "-f", "missing.yml", cwd=tmp_path)
        assert refused.returncode == ExitCode.BAD_INPUT
        assert "There is no missing.yml here" in refused.stderr
