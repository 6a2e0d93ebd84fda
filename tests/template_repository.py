"""What a template repository holds: an archive as `orders init --host github` begins it.

`python -m tests.template_repository` writes it anew into .github/template.
"""

import shutil
from pathlib import Path

from build_scripts.cli.init import begin_archive
from tests.shared import ROOT

FOLDER = ROOT / ".github" / "template"


def write_template(folder: Path) -> None:
    """Write it into a folder that is not there yet."""
    begin_archive(folder, "Orders Archive", hosts=["github"])


if __name__ == "__main__":
    shutil.rmtree(FOLDER, ignore_errors=True)
    write_template(FOLDER)
