"""The page's script writes the same bytes as the program: one reference a row, by node."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts import theme
from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.cite.cite_section import view_citing
from build_scripts.pages.cite.reference import Reference, read_reference
from tests.pages.cite.test_forms import HOSTILE, URL

SCRIPTS = Path(theme.__file__).parent / "assets/javascripts"
WRITE = """\
import { readFileSync } from "node:fs";
import { FORMS } from "%s";
const references = JSON.parse(readFileSync(0));
const written = references.map((one) =>
  Object.fromEntries(Object.entries(FORMS).map(([ending, form]) => [ending, form.write(one)])),
);
process.stdout.write(JSON.stringify(written));
"""

VALUES: tuple[dict[str, object], ...] = (
    {},  # a district court's order: number, court, day, docket entry
    {"court": "ca9", "own_citations": ("14 F.3d 662",)},  # a report
    {"court": "nd", "own_citations": ("2031 ND 12",)},  # the court's own number
    {"own_citations": ("2031 WL 1234567",)},  # a database's
    {"docket_numbers": ("1:31-md-1", "1:31-cv-2")},
    {"case_name": None, "title": "Order to Show Cause"},
    *({missing: None} for missing in ("docket_numbers", "court", "date", "document_number")),
    *(
        {"case_name": name, "docket_numbers": (name,), "document_number": name}
        for name in (
            *HOSTILE,
            "Tab\there\u00a0and\u2028there",
            "\ufeff’’ \\{}~^&%$#_ \U0001f99c\x7f",
        )
    ),
)


@pytest.mark.skipif(not shutil.which("node"), reason="needs node: sh tests/install_programs.sh")
def test_the_script_and_the_program_write_the_same(
    archive_order: Callable[..., ArchivedOrder],
) -> None:
    urls = ("", URL, "https://example.org/a%20b/~{x}\\y/")
    sections = [
        view_citing(read_citation(archive_order(**values)), url)
        for values in VALUES
        for url in urls
    ]
    answer = subprocess.run(
        ["node", "--input-type=module", "-e", WRITE % (SCRIPTS / "reference_forms.js").as_uri()],
        input=json.dumps([json.loads(one.values) for one in sections]),
        capture_output=True,
        text=True,
        check=True,
    )
    written = json.loads(answer.stdout)
    assert len(written) == len(VALUES) * len(urls)
    for section, forms in zip(sections, written, strict=True):
        assert {form.suffix: form.text for form in section.forms} == forms


def test_the_script_names_every_value(archive_order: Callable[..., ArchivedOrder]) -> None:
    """A value that the program hands over under another name would be missing from the forms."""
    script = (SCRIPTS / "reference_forms.js").read_text(encoding="utf-8")
    assert read_reference(read_citation(archive_order())).key
    for name in Reference.__slots__:
        assert name in script, name
