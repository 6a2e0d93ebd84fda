"""The scan for leaks: what it finds in a site, in which forms of files."""

import gzip
import json
import sqlite3
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zlib import crc32

import pytest
from PIL import Image, PngImagePlugin
from reportlab.pdfgen.canvas import Canvas

from build_scripts.archive import catalogue_orders
from build_scripts.model.archive import Archive
from build_scripts.model.order import Order
from build_scripts.model.redaction import DEFAULT_POLICIES, Policies
from build_scripts.model.withholding import PrivateKind, PrivatePolicy
from build_scripts.problems import ArchiveError, LeakedWordsError
from build_scripts.site import texts
from build_scripts.site.data.archive_database import OF_ORDERS
from build_scripts.site.leak_scan import LeakReport, require_no_leaks, scan_for_leaks
from build_scripts.site.manifest import hash_site
from build_scripts.site.texts import digest_readings
from build_scripts.site.withheld_words import look_through
from tests.pages.rendered import list_pages
from tests.redacting.test_redact_order import NOTICE, convert

NUMBER = "702-555-0142"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return join([convert(NOTICE, "withhold: {what: passage, words: took her in}")])


def join(orders: list[Order], policies: Policies = DEFAULT_POLICIES, *said: str) -> Archive:
    words = look_through(orders, policies, said).words
    return replace(catalogue_orders(orders), withheld_words=words)


def scan(archive: Archive, folder: Path) -> LeakReport:
    return scan_for_leaks(archive, (folder,))


def write_pdf(path: Path) -> None:
    canvas = Canvas(str(path))
    canvas.drawString(72, 700, f"Call {NUMBER} now")
    canvas.save()


def write_picture(path: Path) -> None:
    facts = PngImagePlugin.PngInfo()
    facts.add_text("Comment", f"of {NUMBER}", zip=True)
    Image.new("L", (8, 8)).save(path, pnginfo=facts)


def write_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:t>702-555</w:t><w:t>-0142</w:t> {'x' * 500}")


def write_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE orders (text TEXT)")
    connection.execute("INSERT INTO orders VALUES (?)", ("x " * 2500 + NUMBER + "x" * 5000,))
    connection.commit()
    connection.close()


def write_search(path: Path) -> None:
    """The search's database, a page a file, with the number over two of them."""
    database = path.with_suffix(".db")
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA page_size=512")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    connection.execute("CREATE TABLE texts (text TEXT)")
    connection.execute("INSERT INTO texts VALUES (?)", (f" {NUMBER}" * 200,))
    connection.commit()
    connection.close()
    data = database.read_bytes()
    database.unlink()
    folder = path.parent / "search/3f9c"
    folder.mkdir(parents=True)
    for number in range(0, len(data), 512):
        chunk = gzip.compress(data[number : number + 512])
        (folder / f"chunk-{number // 512:05}.gz").write_bytes(chunk)


FORMS = {
    "page.html": lambda path: path.write_text("<p>(702) 555<b>&#45;</b>0142</p>"),
    "entities.html": lambda path: path.write_text("&#55;&#48;&#50;-555-0142"),
    "attribute.html": lambda path: path.write_text('<a href="tel:%37025550142">call</a>'),
    "mail.html": lambda path: path.write_text("ada.vale&#64;quillpress.example"),
    "notice.html": lambda path: path.write_text("<i>tfenwick</i>@larkspur-law.example"),
    "passage.txt": lambda path: path.write_text("The shelter Took\nher “in”."),
    "data.json": lambda path: path.write_text(json.dumps({"a": ["702.555.0142"]})),
    "escaped.json": lambda path: path.write_text('"\\u0037025550142"'),
    "texts-00000.bin": lambda path: path.write_bytes(
        gzip.compress(b'[["p-1", "x"]]') + gzip.compress(f'["{NUMBER}"]'.encode())
    ),
    "feed.xml": lambda path: path.write_text(f"<title>{NUMBER}</title>"),
    "chart.svg": lambda path: path.write_text(f"<svg><title>{NUMBER}</title></svg>"),
    "original.pdf": write_pdf,
    "page-1.png": write_picture,
    "original.docx": write_zip,
    "archive.sqlite": write_database,
    "search": write_search,
    "702-555-0142.html": lambda path: path.write_text("a file's name"),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_string_is_found_in_every_form_of_file(
    name: str, archive: Archive, tmp_path: Path
) -> None:
    assert scan(archive, tmp_path).leaks == ()
    FORMS[name](tmp_path / name)
    report = scan(archive, tmp_path)
    assert {leak.file.partition("/")[0] for leak in report.leaks} == {name}
    with pytest.raises(LeakedWordsError) as caught:
        require_no_leaks(report)
    assert name in str(caught.value)
    assert "555" not in str(caught.value).replace("702-555-0142.html", "")
    assert "quillpress" not in str(caught.value)


def test_what_was_published_of_the_order_has_none(archive: Archive, tmp_path: Path) -> None:
    for page in list_pages(archive):
        target = tmp_path / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        words = repr(page.make()) + (page.markdown() if page.markdown else "")
        target.write_text(words)
    report = scan(archive, tmp_path)
    assert report.searched >= 6
    assert report.leaks == ()
    require_no_leaks(report)


def test_digits_that_only_meet_are_no_find(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("17025550142\n7025550142000\n702" + " " * 40 + "5550142\n")
    assert scan(archive, tmp_path).leaks == ()


def test_the_place_is_named_by_line_and_the_order_by_its_own(
    archive: Archive, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(f"\n\nCall {NUMBER}.\n")
    (leak,) = scan(archive, tmp_path).leaks
    assert (leak.file, leak.line, leak.order, leak.page) == ("a.txt", 3, "order.txt", 1)
    assert (leak.kind, leak.hint) == ("telephone number", "“70…” (12 characters)")


def test_what_an_editor_lets_stand_is_not_looked_for(tmp_path: Path) -> None:
    order = convert(corrections=f"allow: {{words: {NUMBER}, occurrence: 2}}")
    (tmp_path / "a.txt").write_text(NUMBER)
    report = scan(join([order]), tmp_path)
    assert report.leaks == ()
    assert report.spared == 1


def test_the_owners_own_address_may_stand_on_every_page(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ada.vale@quillpress.example")
    assert scan(archive, tmp_path).leaks
    orders = [one.order for one in archive.orders]
    owned = join(orders, DEFAULT_POLICIES, "ada.vale@quillpress.example")
    assert not scan(owned, tmp_path).leaks


def test_a_passage_that_another_order_may_say_is_looked_for_in_its_own_place(
    tmp_path: Path,
) -> None:
    one = convert(corrections="withhold: {what: passage, words: took her in}")
    text = NOTICE.replace("2:24-cv-00001", "2:24-cv-00002")
    two = convert(text, "allow: {words: took her in}", name="two.txt")
    archive = join([one, two])
    (tmp_path / "a.txt").write_text("The shelter took her in.")
    assert scan(archive, tmp_path).leaks == ()
    address = next(a.address for a in archive.orders if a.order.source.path == "order.txt")
    place = tmp_path / address / "index.html"
    place.parent.mkdir(parents=True)
    place.write_text("The shelter took her in.")
    (leak,) = scan(archive, tmp_path).leaks
    assert leak.file == f"{address}/index.html"


def test_very_short_words_are_counted_and_not_proved(tmp_path: Path) -> None:
    order = convert(corrections="withhold: {what: passage, words: hers}")
    (tmp_path / "a.txt").write_text("hers")
    report = scan(join([order]), tmp_path)
    assert report.too_short == 1
    assert report.leaks == ()


def test_a_kind_that_the_settings_let_stand_is_not_looked_for(
    archive: Archive, tmp_path: Path
) -> None:
    """A notice of mailing leaves whatever they say, and its addresses may stand elsewhere."""
    (tmp_path / "page.html").write_text(f"<p>{NUMBER}</p>")
    assert scan(archive, tmp_path).leaks
    stands = {**DEFAULT_POLICIES, PrivateKind.TELEPHONE: PrivatePolicy.ALLOW}
    assert not scan(join([one.order for one in archive.orders], stands), tmp_path).leaks


def test_what_was_searched_before_is_not_read_again(archive: Archive, tmp_path: Path) -> None:
    """A program's bytes are never read, so they are not known as a page's; a word may be in two
    pages of the search's database, so these are known together."""
    for name in ("a.html", "b.html", "c.js", "search/0123abcd/chunk-1.gz"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(gzip.compress(f"{NUMBER} in {name}".encode()))
    readings = digest_readings(hash_site(tmp_path))
    assert readings.keys() == {"a.html", "b.html", "search/0123abcd"}
    report = scan_for_leaks(archive, (tmp_path,), known={"a.html", "search/0123abcd"})
    assert report.matched == {"b.html"}
    assert report.files == 4
    chunk = tmp_path / "search/0123abcd/chunk-2.gz"
    chunk.write_bytes(gzip.compress(b""))
    again = digest_readings(hash_site(tmp_path))
    assert again["search/0123abcd"] != readings["search/0123abcd"]
    assert again["a.html"] == readings["a.html"]


def test_a_line_of_all_orders_is_passed_over_where_it_passed_as_the_orders_own_file(
    archive: Archive, tmp_path: Path
) -> None:
    lines = [f'{{"address":"orders/{n}","text":"{NUMBER}"}}\n' for n in range(3)]
    (tmp_path / "orders").mkdir()
    for number, line in enumerate(lines):
        (tmp_path / f"orders/{number}.json").write_text(line)
    readings = digest_readings(hash_site(tmp_path))
    (tmp_path / "orders.jsonl.gz").write_bytes(gzip.compress("".join(lines).encode()))
    passed = {readings["orders/0.json"], readings["orders/2.json"]}
    (leak,) = scan_for_leaks(archive, (tmp_path,), readings, passed).leaks
    assert (leak.file, leak.line) == ("orders.jsonl.gz", 2)
    assert not scan_for_leaks(archive, (tmp_path,), readings, set(readings.values())).leaks


def test_rows_of_an_order_in_which_nothing_was_found_are_passed_over(
    archive: Archive, tmp_path: Path
) -> None:
    """The parts that passed are told, for the next search; those with words never are."""
    rows = ["address,text\n", "orders/a,Doe\norders/a,Roe\n", f"orders/b,{NUMBER}\n"]
    place = tmp_path / "citations.csv.gz"
    place.write_bytes(gzip.compress("".join(rows).encode()))
    report = scan_for_leaks(archive, (tmp_path,))
    assert report.passed == {sha256(part.encode()).hexdigest() for part in rows[:2]}
    ((file, line),) = ((leak.file, leak.line) for leak in report.leaks)
    assert (file, line) == ("citations.csv.gz", 4)
    assert scan_for_leaks(archive, (tmp_path,), (), report.passed).leaks == report.leaks
    place.write_bytes(gzip.compress("".join(rows[:2]).encode()))
    again = scan_for_leaks(archive, (tmp_path,), (), report.passed)
    assert (again.leaks, again.passed) == ((), report.passed)


def pack_stretches(parts: Sequence[str]) -> bytes:
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    packed = (packer.compress(part.encode()) + packer.flush(zlib.Z_FULL_FLUSH) for part in parts)
    data = b"".join(packed) + packer.flush()
    return b"\x1f\x8b\x08" + bytes(6) + b"\xff" + data[10:]  # as a build writes it


def test_stretches_that_passed_are_not_unpacked_and_lines_are_counted_all_the_same(
    archive: Archive, tmp_path: Path
) -> None:
    lines = [f'{{"address":"orders/{number}","text":"Roe"}}\n' for number in range(9)]
    lines[7] = lines[7].replace("Roe", NUMBER)
    stretches = ["".join(lines[start : start + 3]) for start in (0, 3, 6)]
    place = tmp_path / "orders.jsonl.gz"
    place.write_bytes(pack_stretches(stretches))
    report = scan_for_leaks(archive, (tmp_path,))
    assert len(report.passed) == 8 + 2  # lines and stretches
    for passed in (report.passed, ()):
        (leak,) = scan_for_leaks(archive, (tmp_path,), (), passed).leaks
        assert (leak.file, leak.line) == ("orders.jsonl.gz", 8)
    place.write_bytes(pack_stretches([stretches[0], stretches[1].replace("Roe", NUMBER, 1)]))
    (leak,) = scan_for_leaks(archive, (tmp_path,), (), report.passed).leaks
    assert leak.line == 4
    place.write_bytes(pack_stretches(stretches)[:-30])
    with pytest.raises(ArchiveError, match="can't be read"):
        scan_for_leaks(archive, (tmp_path,), (), report.passed)


@pytest.mark.parametrize("size", [1, 3, 64])
def test_a_stretch_that_has_the_sign_of_an_end_within_is_read_whole(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stored bytes stand in the file as they are; blocks of it may end anywhere."""
    monkeypatch.setattr(texts, "SHARED", size)
    packer = zlib.compressobj(0, wbits=-zlib.MAX_WBITS)
    data = b"orders/a,1\n\0\0\xff\xff\norders/b,2\n"
    packed = packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH) + b"\3\0"
    ending = crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")
    head = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
    (tmp_path / "citations.csv.gz").write_bytes(head + packed + ending)
    assert gzip.decompress((tmp_path / "citations.csv.gz").read_bytes()) == data
    found = list(texts.list_site_texts(tmp_path))
    assert b"".join(text.data for text in found[1:]) == data
    passed = {part for text in found for part in text.parts}
    assert {text.data for text in list(texts.list_site_texts(tmp_path, (), passed))[1:]} == {b""}


def pack_database(place: Path, *said: str, case: str = "") -> None:
    with closing(sqlite3.connect(place.with_suffix(""))) as made:
        for table in {*OF_ORDERS} - {"texts", "parties"}:
            made.execute(f"CREATE TABLE {table} (address TEXT)")
        made.execute("CREATE TABLE cases (path TEXT, case_name TEXT)")
        made.execute("INSERT INTO cases VALUES ('cases/a', ?)", (case,))
        made.execute("CREATE TABLE texts (address TEXT PRIMARY KEY, text TEXT)")
        made.execute("CREATE TABLE parties (id INTEGER PRIMARY KEY, address TEXT, name TEXT)")
        for address in said:
            made.execute("INSERT INTO texts VALUES (?, ?)", (f"orders/{address}", address * 3000))
            made.executemany(
                "INSERT INTO parties (address, name) VALUES (?, ?)",
                [(f"orders/{address}", "Roe"), (f"orders/{address}", address)],
            )
        made.commit()
    place.write_bytes(gzip.compress(place.with_suffix("").read_bytes()))
    place.with_suffix("").unlink()


def test_rows_that_a_build_wrote_are_asked_for_by_their_orders(
    archive: Archive, tmp_path: Path
) -> None:
    """An order whose rows have no digest is always read, as every row is that is no order's."""
    site, own, sealed = tmp_path / "site", tmp_path / "own.sqlite", f"b {NUMBER} "
    place = site / "archive.sqlite.gz"
    site.mkdir()
    pack_database(place, "a", sealed, "c")
    own.write_bytes(gzip.decompress(place.read_bytes()))
    rows = {"orders/a": "0a", f"orders/{sealed}": "0b", "orders/c": "0c"}
    written = texts.WrittenDatabase(own, rows)
    first = scan_for_leaks(archive, (site,), (), (), written)
    assert len(first.leaks) == 1
    assert not {"0b", ""} & first.passed
    for digest, is_read in (("0a", False), ("0b", True), ("", True)):
        later = {**rows, f"orders/{sealed}": digest}
        written = texts.WrittenDatabase(own, later)
        report = scan_for_leaks(archive, (site,), (), first.passed, written)
        assert bool(report.leaks) is is_read
        assert {"0a", "0c"} <= report.passed
    pack_database(place, case=NUMBER)
    own.write_bytes(gzip.decompress(place.read_bytes()))
    written = texts.WrittenDatabase(own, rows)
    assert scan_for_leaks(archive, (site,), (), first.passed, written).leaks


def test_rows_of_an_order_pass_wherever_they_stand_in_the_database(
    archive: Archive, tmp_path: Path
) -> None:
    """Rows of some tables are numbered: one more order gives those of others other numbers."""
    place = tmp_path / "archive.sqlite.gz"
    pack_database(place, "b", "c")
    before = scan_for_leaks(archive, (tmp_path,))
    assert not before.leaks
    pack_database(place, "a", "b", "c")
    found = list(texts.list_site_texts(tmp_path, (), before.passed))
    read = b"".join(one.data for one in found if not one.data.startswith(b"SQLite"))
    assert b"aaa" in read
    assert not {b"bbb", b"ccc"} & {part[:3] for part in read.split(b"\n")}
    pack_database(place, "b", f" {NUMBER} ", "c")
    leaks = scan_for_leaks(archive, (tmp_path,), (), before.passed).leaks
    assert {leak.file for leak in leaks} == {"archive.sqlite.gz"}
