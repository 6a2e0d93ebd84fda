"""Labeled citations are checked in any archive, also in one without orders."""

import re
from pathlib import Path

import pytest

from build_scripts.extensions.checking.answers import Standing
from tests.shared import begin_project
from tools.labeled_citations import main, read_labels

pytestmark = pytest.mark.build


def test_what_is_answered_as_labeled_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin_project(tmp_path)
    main([str(tmp_path / "mkdocs.yml")])
    printed = capsys.readouterr().out
    found = re.search(r"(?m)^(\d+) of (\d+), ", printed)
    assert found
    right, asked = map(int, found.groups())
    labels = read_labels()
    unknown = sum(label.standing is Standing.UNKNOWN for label in labels)
    assert (right, asked) == (unknown, len(labels))
    assert printed.count("\n") == asked - right + 1
