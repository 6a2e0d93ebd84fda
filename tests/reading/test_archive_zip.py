"""ZIP archives: what is in them comes out, within limits, and nothing else does."""

import os
import struct
import warnings
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import FindingCode
from build_scripts.reading.archive_zip import Expansion, _unpack, _Unpacking, expand_archive
from build_scripts.reading.external import zip_container
from build_scripts.site import pipeline
from tests.shared import list_specimens
from tests.tables import each_row
from tests.word_packages import make_package


def expand(data: bytes) -> Expansion:
    return expand_archive(RawOrder.from_bytes("2024/outer.zip", data))


def list_codes(expansion: Expansion) -> list[tuple[str, FindingCode]]:
    return [(finding.path, finding.code) for finding in expansion.findings]


def test_each_file_is_an_order_with_its_own_path_and_digest() -> None:
    expansion = expand(make_package({"a.txt": b"one", "in/b.txt": b"two"}))
    assert expansion.orders == (
        RawOrder.from_bytes("2024/outer.zip/a.txt", b"one"),
        RawOrder.from_bytes("2024/outer.zip/in/b.txt", b"two"),
    )
    assert not expansion.findings


@pytest.mark.parametrize(
    "data",
    [
        b"An order.",
        b"%PDF-1.7",
        make_package({"[Content_Types].xml": b"", "word/document.xml": b"<w:document/>"}),
        make_package({"mimetype": b"", "content.xml": b"<office:document-content/>"}),
    ],
    ids=["text", "pdf", "docx", "odt"],
)
def test_other_files_are_their_own_only_order(data: bytes) -> None:
    raw = RawOrder.from_bytes("order", data)
    assert expand_archive(raw) == Expansion((raw,))


def test_what_systems_put_beside_the_files_is_passed_over() -> None:
    others = ("__MACOSX/._a", ".DS_Store", "in/Thumbs.db", "in/~$a.docx")
    data = make_package({**dict.fromkeys(others, b"x"), "a": b"x"})
    assert [order.path for order in expand(data).orders] == ["2024/outer.zip/a"]


@each_row()
def test_paths_that_escape_are_refused_and_the_others_go_on(name: str) -> None:
    expansion = expand(make_package({name: b"bad", "good.txt": b"good"}))
    assert [order.data for order in expansion.orders] == [b"good"]
    assert [finding.code for finding in expansion.findings] == [FindingCode.UNSAFE_ARCHIVE]
    path = expansion.findings[0].path
    assert path.isprintable()
    assert os.path.abspath(path).startswith(os.path.abspath("2024/outer.zip/"))  # noqa: PTH100


def test_the_second_file_of_a_name_is_refused() -> None:
    stream = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", b"one")
        archive.writestr("a.txt", b"two")
    expansion = expand(stream.getvalue())
    assert [order.data for order in expansion.orders] == [b"one"]
    assert list_codes(expansion) == [("2024/outer.zip/a.txt", FindingCode.UNSAFE_ARCHIVE)]


def test_symbolic_links_are_refused() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    expansion = expand(stream.getvalue())
    assert not expansion.orders
    assert list_codes(expansion) == [("2024/outer.zip/link.txt", FindingCode.UNSAFE_ARCHIVE)]


def test_archives_nest_twice_and_no_deeper() -> None:
    third = make_package({"c.txt": b"too deep"})
    second = make_package({"b.txt": b"two", "third.zip": third})
    expansion = expand(make_package({"second.zip": second, "a.txt": b"one"}))
    assert [order.path for order in expansion.orders] == [
        "2024/outer.zip/second.zip/b.txt",
        "2024/outer.zip/a.txt",
    ]
    assert list_codes(expansion) == [
        ("2024/outer.zip/second.zip/third.zip", FindingCode.UNSAFE_ARCHIVE)
    ]


def test_a_bomb_by_ratio_is_refused() -> None:
    expansion = expand(make_package({"bomb.txt": bytes(20_000_000), "good.txt": b"good"}))
    assert [order.data for order in expansion.orders] == [b"good"]
    assert "200 times" in expansion.findings[0].message


def test_a_bomb_by_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_container.ZipContainer.read_member, "__defaults__", (1000,))
    expansion = expand(make_package({"large.txt": b"x" * 1001}, zipfile.ZIP_STORED))
    assert list_codes(expansion) == [("2024/outer.zip/large.txt", FindingCode.UNSAFE_ARCHIVE)]


def test_a_bomb_of_many_files_is_refused() -> None:
    work = _Unpacking(room=2500)
    files = {f"{number}.txt": b"x" * 1000 for number in range(4)}
    _unpack(RawOrder.from_bytes("outer.zip", make_package(files)), 1, work)
    assert len(work.orders) == 2
    assert [finding.code for finding in work.findings] == [FindingCode.UNSAFE_ARCHIVE] * 2


def test_a_member_that_lies_about_its_size_is_caught() -> None:
    """The directory declares 10 bytes of 30 million: what comes out is not what was declared."""
    data = bytearray(make_package({"liar.txt": bytes(30_000_000)}))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(signature) + place
        data[start : start + 4] = struct.pack("<I", 10)
    expansion = expand(bytes(data))
    assert not expansion.orders
    assert len(expansion.findings) == 1


def test_a_password_is_told() -> None:
    data = bytearray(make_package({"secret.txt": b"secret"}))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + place] |= 1
    expansion = expand(bytes(data))
    assert list_codes(expansion) == [("2024/outer.zip/secret.txt", FindingCode.ENCRYPTED_FILE)]


def test_damage_is_told() -> None:
    whole = make_package({"a.txt": b"An order. " * 200, "b.txt": b"good"})
    broken = whole.replace(whole[45:55], bytes(10), 1)
    expansion = expand(broken)
    assert [order.data for order in expansion.orders] == [b"good"]
    assert list_codes(expansion) == [("2024/outer.zip/a.txt", FindingCode.DAMAGED_FILE)]
    assert list_codes(expand(whole[:-30])) == [("2024/outer.zip", FindingCode.DAMAGED_FILE)]


def test_an_empty_archive_is_told() -> None:
    assert list_codes(expand(make_package({}))) == [("2024/outer.zip", FindingCode.EMPTY_FILE)]


def test_a_folder_with_an_archive_gives_all_its_orders(tmp_path: Path) -> None:
    one, two = (path.read_bytes() for path in list_specimens()[:2])
    archive = make_package({"one.txt": one, "bad.txt": b"", "in/two.txt": two})
    (tmp_path / "orders.zip").write_bytes(archive)
    conversion = pipeline.convert_folder(tmp_path)
    assert [order.source.path for order in conversion.orders] == [
        "orders.zip/one.txt",
        "orders.zip/in/two.txt",
    ]
    assert [(finding.path, finding.code) for finding in conversion.findings] == [
        ("orders.zip/bad.txt", FindingCode.EMPTY_FILE)
    ]
