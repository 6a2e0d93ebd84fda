"""Papers of RECAP get what the docket beside them says."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from build_scripts.archive.storage.corrections_folder import attach_corrections
from build_scripts.archive.storage.orders_folder import read_raw_order
from build_scripts.convert.order import convert_order
from build_scripts.extensions.importing.dockets import read_court_code, read_docket, tidy_case_name
from build_scripts.extensions.importing.recap import list_recap
from build_scripts.problems import UnreadableOrderError
from tests.extensions.importing.conftest import Home
from tests.extensions.importing.papers import LOGIN, MOTION, write_order, write_pdf

XML = b"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE gov_uscourts_docket SYSTEM "docket.dtd">
<gov_uscourts_docket>
  <case_details>
    <court>cand</court>
    <docket_num>3:31-cv-00123</docket_num>
    <case_name>Harbor Mills, Inc. v Roe et al</case_name>
    <pacer_case_num>777</pacer_case_num>
    <assigned_to>Judge Somebody Else</assigned_to>
  </case_details>
  <document_list>
    <document doc_num="45" attachment_num="0">
      <date_filed>2031-03-05</date_filed>
      <long_desc>ORDER denying 30
        Motion to Dismiss. (Entered: 03/06/2031)</long_desc>
    </document>
    <document doc_num="46" attachment_num="0"><date_filed>0000-00-00</date_filed></document>
  </document_list>
</gov_uscourts_docket>
"""
JSON: dict[str, Any] = {
    "court": "https://www.courtlistener.com/api/rest/v4/courts/cand/",
    "pacer_case_id": "778",
    "docket_number": "3:31-cv-00124",
    "case_name": "Harbor Mills, Inc. v. Roe",
    "docket_entries": [
        {
            "entry_number": 7,
            "date_filed": "2031-03-07",
            "description": "ORDER",
            "recap_documents": [
                {"document_number": "7", "attachment_number": None, "description": "Order"},
                {"document_number": "7", "attachment_number": 1, "description": "Exhibit A"},
            ],
        },
        {"entry_number": 8, "recap_documents": [{"document_number": 8, "is_sealed": True}]},
    ],
}
ORDER = "ORDER\n\nThe motion to dismiss is DENIED.\n\nIT IS SO ORDERED.\n\nDated: March 4, 2031\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Papers of two cases with their dockets, one in each form, and what belongs to neither."""
    drop = tmp_path / "recap"
    drop.mkdir()
    papers = {
        "gov.uscourts.cand.777.45.0.pdf": write_pdf(ORDER),
        "gov.uscourts.cand.777.30.0.pdf": write_pdf(MOTION),
        "gov.uscourts.cand.777.46.0.pdf": LOGIN,
        "gov.uscourts.cand.777.docket.xml": XML,
        "gov.uscourts.cand.778.7.0_1.pdf": write_pdf(write_order(124, 7)),
        "gov.uscourts.cand.778.7.1.pdf": write_pdf(write_order(124, 8)),
        "gov.uscourts.cand.778.8.0.pdf": write_pdf(write_order(124, 9)),
        "778.json": json.dumps(JSON).encode(),
        "notes.txt": b"not mine",
    }
    for name, data in papers.items():
        (drop / name).write_bytes(data)
    return drop


@pytest.mark.parametrize("packed", [False, True])
def test_papers_are_put_where_their_docket_says(home: Home, folder: Path, packed: bool) -> None:
    place = Path(shutil.make_archive(str(folder), "zip", folder)) if packed else folder
    report = home.run(lambda *_: list_recap(place))
    assert report.added == [
        "cand/3-31-cv-00123/gov.uscourts.cand.777.45.0.pdf",
        "cand/3-31-cv-00124/gov.uscourts.cand.778.7.0.pdf",
    ]
    told = {key.rpartition("/")[2]: why for key, why in report.skipped}
    assert "attachment" in told["gov.uscourts.cand.778.7.1.pdf"]
    assert "sealed" in told["gov.uscourts.cand.778.8.0.pdf"]
    assert "Example Login" in told["gov.uscourts.cand.777.46.0.pdf"]
    assert "may not be a court order" in told["gov.uscourts.cand.777.30.0.pdf"]
    assert "neither" in told["notes.txt"]
    assert home.run(lambda *_: list_recap(place)).known == 2


def test_what_the_docket_says_is_claimed(home: Home, folder: Path) -> None:
    path, _ = home.run(lambda *_: list_recap(folder)).added
    origin = home.read_origin(path)
    assert origin.description == "ORDER denying 30 Motion to Dismiss. (Entered: 03/06/2031)"
    raw = attach_corrections(home.orders, read_raw_order(home.orders, path))
    said = convert_order(raw).description
    assert said.case_name is not None
    assert said.case_name.value == "Harbor Mills, Inc. v. Roe"
    assert [claim.value.text for claim in said.docket_numbers] == ["3:31-cv-00123"]
    assert said.entry == "45"
    assert (str(said.day), str(said.date_filed and said.date_filed.value)) == (
        "2031-03-04",
        "2031-03-05",
    )
    assert said.judges == ()  # the docket's judge need not be the order's


def test_attachments_when_asked_for(home: Home, folder: Path) -> None:
    report = home.run(lambda *_: list_recap(folder, attachments=True))
    assert "cand/3-31-cv-00124/gov.uscourts.cand.778.7.1.pdf" in report.added
    origin = home.read_origin("cand/3-31-cv-00124/gov.uscourts.cand.778.7.1.pdf")
    assert (origin.says.document_number, origin.description) == ("7-1", "Exhibit A")


def test_papers_without_a_docket_have_their_number_and_court(home: Home, folder: Path) -> None:
    for docket in (folder / "778.json", folder / "gov.uscourts.cand.777.docket.xml"):
        docket.unlink()
    report = home.run(lambda *_: list_recap(folder))
    assert "cand/no-docket/gov.uscourts.cand.777.45.0.pdf" in report.added
    assert home.read_origin("cand/no-docket/gov.uscourts.cand.777.45.0.pdf").says.court_id == "cand"


@pytest.mark.parametrize(
    "data",
    [
        b"<html>no</html>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><gov_uscourts_docket><case_details/></gov_uscourts_docket>',
        b"<gov_uscourts_docket>",
        b"<gov_uscourts_docket/>",
        b"{",
        b"[]",
        b"{}",
        b'{"docket_entries": 5}',
        b"{" * 100_000,
        b"%PDF-1.7",
        b"",
    ],
)
def test_what_is_no_docket(data: bytes) -> None:
    assert read_docket(data) is None


def test_fields_of_other_types_are_left_out() -> None:
    odd = {
        "docket_number": "3:31-cv-00123",
        "court": 5,
        "pacer_case_id": 777,
        "case_name": None,
        "docket_entries": [
            {"entry_number": True, "date_filed": 5},
            {"document_number": "9", "description": []},
        ],
    }
    docket = read_docket(json.dumps(odd).encode())
    assert docket is not None
    assert (docket.court_id, docket.pacer_case, docket.case_name) == ("", "777", "")
    assert list(docket.entries) == [("9", "0")]


def test_a_file_that_is_no_archive(tmp_path: Path, home: Home) -> None:
    (tmp_path / "a.zip").write_bytes(b"no")
    with pytest.raises(UnreadableOrderError, match="no ZIP archive"):
        home.run(lambda *_: list_recap(tmp_path / "a.zip"))


def test_codes_and_names() -> None:
    assert [read_court_code(code) for code in ("cand", "caDC", "cofc", "azb", "nowhere")] == [
        "cand", "cadc", "uscfc", "arb", "",
    ]  # fmt: skip
    assert tidy_case_name("Roe et al v Poe, et al.") == "Roe v. Poe"
