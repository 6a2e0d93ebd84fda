"""`orders guide`: the manual comes with the program."""

import pytest
from click.testing import CliRunner

from build_scripts.__main__ import commands
from build_scripts.problems import ArchiveError
from tests.shared import ROOT


def test_every_page_is_listed_and_printed() -> None:
    pages = {path.stem: path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")}
    listed = CliRunner().invoke(commands, ["guide"]).output.splitlines()
    assert [line.split()[0] for line in listed] == sorted(pages)
    assert "hosting         Hosting" in listed
    for asked in ("hosting", "hosting.md", "docs/hosting.md"):
        assert CliRunner().invoke(commands, ["guide", asked]).output == pages["hosting"] + "\n"


def test_a_page_that_is_not_there_is_said() -> None:
    with pytest.raises(ArchiveError, match="no page nothing"):
        CliRunner().invoke(commands, ["guide", "nothing"], catch_exceptions=False)
