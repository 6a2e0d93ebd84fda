"""The whole story over folders: pure, independent of order, and one bad file stops nothing."""

import shutil
from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.cataloguing import catalogue_orders
from build_scripts.problems import DuplicateOrderError, FindingCode, UnreadableOrderError
from build_scripts.publishing import publish_pages
from build_scripts.storage.docs_folder import MANIFEST
from tests.shared import ORDERS, list_specimens


def read_tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_two_builds_of_the_same_orders_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        pipeline.write_archive(pipeline.build_archive(ORDERS), ORDERS, tmp_path / name)
    one = read_tree(tmp_path / "one")
    assert one == read_tree(tmp_path / "two")
    assert len(one) > 60
    assert MANIFEST in one


def test_the_pages_do_not_depend_on_the_order_of_the_files() -> None:
    conversion = pipeline.convert_folder(ORDERS)
    forward = catalogue_orders(conversion.orders)
    backward = catalogue_orders(tuple(reversed(conversion.orders)))
    assert list(publish_pages(forward)) == list(publish_pages(backward))


def test_one_bad_order_never_stops_the_others(tmp_path: Path) -> None:
    shutil.copy(list_specimens()[0], tmp_path / "good.txt")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.4 pretending to be text")
    (tmp_path / "bytes.txt").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "motion.txt").write_text(
        "UNITED STATES DISTRICT COURT\nDISTRICT OF NEVADA\n\nJANE ROE,\nPlaintiff,\nv.\n"
        "DOE CORP.,\nDefendant.\n\nCase No. 2:24-cv-00001-ABC-DEF\n\n"
        "PLAINTIFF'S MOTION TO COMPEL\n\nPlaintiff moves to compel answers.\n"
    )
    archive = pipeline.build_archive(tmp_path)
    codes = {(finding.path, finding.code) for finding in archive.findings}
    assert ("empty.txt", FindingCode.EMPTY_FILE) in codes
    assert ("scan.txt", FindingCode.UNREADABLE_FILE) in codes
    assert ("bytes.txt", FindingCode.BINARY_FILE) in codes
    assert ("motion.txt", FindingCode.NOT_AN_ORDER) in codes
    assert "good.txt" in {order.order.source.path for order in archive.orders}
    assert all(finding.message and finding.advice for finding in archive.findings)


def test_a_failure_of_the_program_is_a_finding_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(list_specimens()[0], tmp_path / "a.txt")

    def fail(_: object) -> None:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(pipeline, "describe_order", fail)
    archive = pipeline.build_archive(tmp_path)
    (finding,) = archive.findings
    assert finding.code is FindingCode.CONVERSION_FAILED
    assert "RuntimeError: no such thing" in finding.message


def test_an_order_is_added_beside_its_case_and_only_once(tmp_path: Path) -> None:
    specimen = ORDERS / "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
    target = pipeline.add_order(tmp_path, specimen)
    assert target == f"cand/3-23-cv-01234/{specimen.name}"
    with pytest.raises(DuplicateOrderError, match="3-23-cv-01234"):
        pipeline.add_order(tmp_path, specimen)
    with pytest.raises(UnreadableOrderError):
        pipeline.add_order(tmp_path, tmp_path / "missing.txt")
