"""The table of rulings: read as CSV, by a foreign reader, and beside the database and the JSON."""

import csv
import dataclasses
import json
import shutil
import subprocess
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from build_scripts.model.archive import Archive
from build_scripts.model.description import Claim, MotionKind, Outcome, Qualifier, Ruling, Span
from build_scripts.pages.evidence import list_evidence
from build_scripts.site.data.csv_tables import RULING_COLUMNS
from build_scripts.site.data.record import make_record
from tests.changed import put_first, redescribe
from tests.pages.conftest import FIRST
from tests.shared import ROOT
from tests.site_build.data.joined import join_files
from tests.site_build.data.test_archive_database import fill
from tests.tables import each_row, tuple_of

SITE = "https://orders.example.org/archive/"
RULING = Ruling(
    "motion to exclude the report of Martin Tiller, “the expert”",
    Outcome.DENIED,
    (Qualifier.AS_MOOT, Qualifier.WITHOUT_PREJUDICE),
    ("55", "57-1"),
    MotionKind.OTHER,
    "Pinecrest",
    'MOTION TO EXCLUDE THE REPORT\nOF MARTIN TILLER, "THE EXPERT"',
)


@pytest.fixture(scope="module")
def ruled(archive: Archive) -> Archive:
    """The archive, in which the first order rules on a second motion."""
    first = archive.orders[0]
    rulings = (
        *first.order.description.rulings,
        Claim(RULING, Span(0, 5), "a sentence that decides", confidence=0.93),
    )
    return put_first(archive, redescribe(first, rulings=rulings))


def read(archive: Archive, site_url: str = SITE) -> list[dict[str, str]]:
    data = join_files(archive, site_url)["rulings.csv"].decode()
    return list(csv.DictReader(StringIO(data, newline=""), strict=True))


def test_a_ruling_is_a_row(ruled: Archive) -> None:
    row = read(ruled)[1]
    assert tuple(row) == RULING_COLUMNS
    assert row == {
        "order": FIRST,
        "case_name": "Quill & Lantern Ltd. v. Ostrich Freight Inc.",
        "docket_number": "5:31-cv-01234-ABC",
        "court": "cand",
        "judges": "Amelia B. Cartwright",
        "date": "2031-03-04",
        "number": "2",
        "counted_as": "motion",
        "kind": "other",
        "motion": "motion to exclude the report of Martin Tiller, “the expert”",
        "printed": 'MOTION TO EXCLUDE THE REPORT OF MARTIN TILLER, "THE EXPERT"',
        "movant": "Pinecrest",
        "outcome": "denied",
        "qualifiers": "as moot; without prejudice",
        "entries": "55; 57-1",
        "confidence": "0.93",
        "confirmed": "true",
        "evidence": f"{SITE}{FIRST}/#evidence-ruling-2",
        "unconfirmed": "",
    }
    assert read(ruled, "")[1]["evidence"] == f"{FIRST}/#evidence-ruling-2"


@each_row(kind=MotionKind, qualifiers=tuple_of(Qualifier))
def test_motions_appeals_and_recommendations_are_counted_apart(
    archive: Archive, kind: MotionKind, qualifiers: tuple[Qualifier, ...], scope: str
) -> None:
    ruling = dataclasses.replace(RULING, kind=kind, qualifiers=qualifiers)
    claims = (Claim(ruling, None, "by hand"),)
    first = redescribe(archive.orders[0], rulings=claims)
    own = first.order.description.own_rulings
    assert own == (() if scope == "recommendation" else claims)
    assert read(put_first(archive, first))[0]["counted_as"] == scope


def test_evidence_is_an_anchor_of_the_page(ruled: Archive) -> None:
    described = ruled.orders[0].order.description
    assert "evidence-ruling-2" in {one.name for one in list_evidence(described)}
    assert read(ruled)[0]["evidence"] == ""  # the words of a ruling by hand are nowhere


def test_table_database_and_json_hold_the_same_rulings(ruled: Archive) -> None:
    rows = read(ruled)
    records = [make_record(archived, SITE) for archived in ruled.orders]
    assert len(rows) == sum(len(record.fields["rulings"]) for record in records) == 2
    database = fill(ruled)
    database.row_factory = None
    asked = "SELECT address, motion, printed, movant, outcome, confidence FROM rulings ORDER BY id"
    found = database.execute(asked).fetchall()
    told = [
        (record.address, one.motion, one.printed, one.movant, one.outcome, one.confidence)
        for record in records
        for one in record.fields["rulings"]
    ]
    assert found == told
    assert [(row["order"], row["motion"], row["outcome"]) for row in rows] == [
        (address, motion, outcome) for address, motion, _, _, outcome, _ in found
    ]


def test_another_program_reads_the_table(ruled: Archive, tmp_path: Path) -> None:
    program = shutil.which("sqlite3")
    if program is None:
        pytest.skip("no sqlite3 is installed")
    (tmp_path / "rulings.csv").write_bytes(join_files(ruled, SITE)["rulings.csv"])
    asked = [".import --csv rulings.csv rulings", ".mode json", "SELECT * FROM rulings;"]
    done = subprocess.run(
        [program, ":memory:"],
        cwd=tmp_path,
        input="\n".join(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    shown: list[dict[str, Any]] = json.loads(done.stdout)
    assert shown == read(ruled)


def test_the_page_on_data_names_every_column() -> None:
    page = (ROOT / "docs/data.md").read_text(encoding="utf-8")
    section = page.partition("## Rulings as a table")[2].partition("\n## ")[0]
    assert [name for name in RULING_COLUMNS if f"`{name}`" not in section] == []
