"""The whole story over folders: pure, independent of order, and one bad file stops nothing."""

import errno
import gzip
import re
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from build_scripts.cli import show
from build_scripts.convert import order as conversion
from build_scripts.model.archive import Archive
from build_scripts.model.page import DataFile, SiteChoices
from build_scripts.model.withholding import Tombstone
from build_scripts.problems import FindingCode, WithheldOrderError
from build_scripts.site import pipeline
from build_scripts.site.data_writer import write_data
from build_scripts.site.files import list_site_files
from build_scripts.site.outcome import list_warnings
from tests.shared import list_specimens


def read_files(archive: Archive, folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file that an archive offers, pages apart."""
    index = pipeline.index_shown(archive)
    loaded = {
        file.path: file.load()
        for file in list_site_files(index, folder, SiteChoices())
        if isinstance(file, DataFile)
    }
    written = {
        path: data if isinstance(data, bytes) else b"".join(data) for path, data in loaded.items()
    }
    with TemporaryDirectory() as whole:
        write_data(index, SiteChoices(), Path(whole))
        return written | {
            path.relative_to(whole).as_posix(): _unpack(path.read_bytes())
            for path in Path(whole).rglob("*")
            if path.is_file()
        }


def _unpack(data: bytes) -> bytes:
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


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
    assert ("motion.txt", FindingCode.HELD_BACK) in codes
    assert [order.order.source.path for order in archive.orders] == ["good.txt"]
    assert all(finding.message and finding.advice for finding in archive.findings)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("no such thing"), "RuntimeError: no such thing"),
        (OSError(errno.ENOSPC, "No space left on device"), "on device. Free some space there"),
    ],
)
def test_a_failure_of_the_program_is_a_finding_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    shutil.copy(list_specimens()[0], tmp_path / "a.txt")

    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr(conversion, "describe_order", fail)
    archive = pipeline.build_archive(tmp_path)
    (finding,) = archive.findings
    assert finding.code is FindingCode.CONVERSION_FAILED
    assert said in finding.message


def write_corrections(order: Path, text: str) -> None:
    order.with_name(f"{order.name}.yml").write_text(text, encoding="utf-8")


def test_corrections_beside_an_order_reach_its_page(tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    shutil.copy(list_specimens()[0], order)
    write_corrections(order, "fields: {title: Order of the Editor}\nby: A. Librarian\n")
    archive = pipeline.build_archive(tmp_path)
    assert archive.findings == ()
    description = archive.orders[0].order.description
    assert description.title is not None
    assert description.title.value == "Order of the Editor"
    assert "Order of the Editor" in show.show_page(order)
    assert show.show_object(order)["title"] == "Order of the Editor"


def test_an_order_with_bad_corrections_stands_by_its_own_claims(tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    shutil.copy(list_specimens()[0], order)
    whole = pipeline.build_archive(tmp_path).orders[0].order.description
    write_corrections(order, "fields: {titel: Order of the Editor, division: Elsewhere}\n")
    archive = pipeline.build_archive(tmp_path)
    (finding,) = archive.findings
    assert finding.code is FindingCode.BAD_CORRECTIONS
    assert finding.path == "order.txt.yml"
    assert archive.orders[0].order.description == whole


def test_a_build_warns_of_what_an_unusable_corrections_file_does(tmp_path: Path) -> None:
    """Whoever wrote it thinks it is in force; who meant to withhold an order needs no warning."""
    names = ("mistake.txt", "doubt.txt", "passage.txt", "meant.txt")
    for name, specimen in zip(names, list_specimens(), strict=False):
        shutil.copy(specimen, tmp_path / name)
    write_corrections(tmp_path / "mistake.txt", "fields: {titel: Order of the Editor}\n")
    write_corrections(tmp_path / "doubt.txt", "withold: {what: order}\nwithhold: {wat: order}\n")
    missing = "withhold: {what: passage, words: the wombat of Harrow Lane}\n"
    write_corrections(tmp_path / "passage.txt", missing)
    write_corrections(tmp_path / "meant.txt", "withhold: {what: order}\n")
    warnings = list(list_warnings(pipeline.build_archive(tmp_path), tmp_path))
    assert [line.partition(".txt")[0] for line in warnings] == ["doubt", "mistake", "passage"]
    assert all(re.search(r"orders (?:correct|show) \S+\.txt$", line) for line in warnings)


def test_a_withheld_order_and_its_copies_are_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "orders"
    folder.mkdir()
    withheld, other = list_specimens()[:2]
    for name, specimen in (("a.txt", withheld), ("copy.txt", withheld), ("other.txt", other)):
        shutil.copy(specimen, folder / name)
    whole = pipeline.build_archive(folder)
    case = whole.orders[0].order.description.case_name
    assert case is not None
    write_corrections(folder / "a.txt", "withhold: {what: order, reason: sealed}\n")
    archive = pipeline.build_archive(folder)
    assert [each.order.source.path for each in archive.orders] == ["other.txt"]
    assert {(each.path, each.code) for each in archive.findings} == {
        ("a.txt.yml", FindingCode.WITHHELD),
        ("copy.txt", FindingCode.WITHHELD),
    }
    left = read_files(archive, folder)
    assert not any(case.value.encode() in data for data in left.values())
    (gone,) = {each.address for each in whole.orders} - {each.address for each in archive.orders}
    assert not any(path.startswith(gone) for path in left)
    with pytest.raises(WithheldOrderError):
        show.show_page(folder / "a.txt")


def test_files_of_an_archive_are_corrected_and_withheld_one_by_one_or_all(tmp_path: Path) -> None:
    one, two = list_specimens()[:2]
    with zipfile.ZipFile(tmp_path / "bundle.zip", "w") as bundle:
        bundle.write(one, "in/one.txt")
        bundle.write(two, "two.txt")
    beside = tmp_path / "bundle.zip.corrections"
    (beside / "in").mkdir(parents=True)
    write_corrections(beside / "in/one.txt", "fields: {title: Order of the Editor}\n")
    write_corrections(beside / "two.txt", "withhold: {what: order}\n")
    archive = pipeline.build_archive(tmp_path)
    (kept,) = archive.orders
    assert kept.order.description.title is not None
    assert kept.order.description.title.value == "Order of the Editor"
    assert [each.path for each in archive.findings] == ["bundle.zip.corrections/two.txt.yml"]
    shown = show.show_object(Path(f"{tmp_path}/bundle.zip::in/one.txt"))
    assert shown["title"] == "Order of the Editor"
    write_corrections(tmp_path / "bundle.zip", "withhold: {what: order}\n")
    withheld = pipeline.build_archive(tmp_path)
    assert withheld.orders == ()
    assert {each.path for each in withheld.findings} == {"bundle.zip.yml"}


def test_an_order_stays_withheld_when_its_file_is_removed(tmp_path: Path) -> None:
    """Its corrections stay where they are; a copy of the bytes that they name is kept back too."""
    specimen = list_specimens()[0]
    (tmp_path / "a").mkdir()
    shutil.copy(specimen, tmp_path / "a/order.txt")
    published = pipeline.build_archive(tmp_path).address_ledger
    digest = sha256(specimen.read_bytes()).hexdigest()
    (tmp_path / "a/order.txt").unlink()
    write_corrections(tmp_path / "a/order.txt", f"withhold: {{what: order}}\nsha256: {digest}\n")
    archive = pipeline.build_archive(tmp_path, published=published)
    assert [each.code for each in archive.findings] == [FindingCode.WITHHELD]
    tombstones = [each.tombstone for each in archive.former_addresses if each.withheld]
    assert tombstones == [Tombstone()]
    shutil.copy(specimen, tmp_path / "copy.txt")
    archive = pipeline.build_archive(tmp_path, published=published)
    assert archive.orders == ()
    assert {each.path for each in archive.findings} == {"a/order.txt.yml", "copy.txt"}


def test_corrections_of_no_order_are_said(tmp_path: Path) -> None:
    shutil.copy(list_specimens()[0], tmp_path / "order.txt")
    (tmp_path / "order.yml").write_text("fields: {title: Lost}\n")
    (finding,) = pipeline.build_archive(tmp_path).findings
    assert (finding.path, finding.code) == ("order.yml", FindingCode.STRAY_CORRECTIONS)


def test_a_sealed_paper_is_held_back_until_an_editor_has_looked(tmp_path: Path) -> None:
    """Whoever looked at other bytes did not look at these."""
    text = list_specimens()[0].read_text(encoding="utf-8")
    order = tmp_path / "order.txt"
    order.write_text(f"FILED UNDER SEAL\n\n{text}", encoding="utf-8")
    archive = pipeline.build_archive(tmp_path)
    assert archive.orders == ()
    assert [(one.code, one.place) for one in archive.findings] == [
        (FindingCode.SEALED, "page 1, line 1")
    ]
    assert [one.path for one in archive.withheld] == ["order.txt"]
    write_corrections(order, "public: {by: A. Librarian, reason: unsealed in May}\n")
    assert len(pipeline.build_archive(tmp_path).orders) == 1
    write_corrections(order, f"public: {{by: A. Librarian}}\nsha256: {'0' * 64}\n")
    assert pipeline.build_archive(tmp_path).orders == ()
    write_corrections(order, "public: {}\n")
    assert pipeline.build_archive(tmp_path).orders == ()
