"""Small files that unpack to much: each is read or refused within memory and time."""

import io
import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from tests.hostile.renderings import write_zip
from tests.measured_work import spend_on_text
from tests.reading.pdf.test_bounds import TEXT, build_page, write_stream
from tests.shared import ROOT
from tests.word_packages import make_docx, make_odt, make_package, paragraph

pytestmark = pytest.mark.slow

GIGABYTE = 1024**3
MOST = 400  # times the processor time of a plain text of 20,000 lines
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

# Reads one file in a process whose memory is bounded, and says how it went, and how long it took.
READER = """
import json, resource, sys
from build_scripts.model.raw_order import RawOrder
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading import read_order
from build_scripts.reading.archive_zip import expand_archive
before = resource.getrusage(resource.RUSAGE_SELF)
said, text = [], ""
expansion = expand_archive(RawOrder.from_bytes("bomb", sys.stdin.buffer.read()))
said += [finding.code.value for finding in expansion.findings]
for raw in expansion.orders:
    try:
        text += " ".join(line.text for page in read_order(raw).pages for line in page.lines)
    except UnreadableOrderError as error:
        said.append(error.finding.code.value)
used = resource.getrusage(resource.RUSAGE_SELF)
spent = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
print(json.dumps([said, text[:2000], used.ru_maxrss * 1024, spent]))
"""


def read(data: bytes) -> tuple[list[str], str]:
    """The codes of findings and the text's beginning; fails where a bound is broken."""
    run = subprocess.run(
        [sys.executable, "-c", READER],
        cwd=ROOT,
        input=data,
        capture_output=True,
        timeout=600,
        check=False,
        env={"PATH": os.environ["PATH"]},
    )
    assert run.returncode == 0, run.stderr.decode()[-800:]
    codes, text, memory, spent = json.loads(run.stdout)
    assert memory < 1.5 * GIGABYTE
    assert spent < MOST * spend_on_text()
    return codes, text


def press(megabytes: int) -> bytes:
    """So many megabytes of nothing, deflated to a thousandth: one megabyte's block, repeated."""
    packer = zlib.compressobj(9)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (megabytes * 1_000_000 % 65521 << 16 | 1).to_bytes(4)
    return block[:2] + block[2:] * megabytes + packer.flush()[:-4] + checksum


def test_megabytes_of_nothing_are_what_a_deflated_stream_unpacks_to() -> None:
    assert zlib.decompress(press(3)) == bytes(3_000_000)


def draw_picture(form: str) -> bytes:
    """A picture of 20,000 dots either way: 400 million of them in some 50 kB."""
    buffer = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(
        buffer, form, **({"compression": "group4"} if form == "TIFF" else {})
    )
    return buffer.getvalue()


def embed(size: int, megabytes: int) -> bytes:
    """A PDF with a picture of `size` dots either way, and words with a black box over them."""
    image = write_stream(
        press(megabytes),
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB"
        b"/Filter/FlateDecode" % (size, size),
    )
    content = TEXT + b"BT /F 12 Tf 96 600 Td (So ordered in open court.) Tj ET 90 690 300 30 re f "
    drawn = content + b"q 200 0 0 200 300 300 cm /I Do Q"
    return build_page(drawn, b"/XObject<</I 6 0 R>>", 792, image).data


@pytest.mark.parametrize("form", ["PNG", "TIFF"])
def test_a_picture_is_no_order(form: str) -> None:
    codes, text = read(draw_picture(form))
    assert codes
    assert text == ""


def test_a_picture_of_gigabytes_beside_words_is_never_decoded() -> None:
    """Whether the box hides the words can't be looked at: they are taken for hidden."""
    codes, text = read(embed(26_000, 2_028))
    assert "So ordered in open court." in text
    assert "granted in part" not in text
    assert codes == []


def test_a_stream_of_a_pdf_that_unpacks_to_much_is_bounded() -> None:
    packed = write_stream(press(400), b"/Filter/FlateDecode")
    page = build_page(TEXT).data.replace(write_stream(TEXT), packed)
    codes, _ = read(page)
    assert codes


PACKAGES: dict[str, Callable[[], bytes]] = {
    "docx part": lambda: make_docx(paragraph("a" * 40_000_000)),
    "odt part": lambda: make_odt(f"<text:p>{' ' * 40_000_000}</text:p>"),
    "a thousand million laughs": lambda: _make_xml(LAUGHS + "<x>&j;</x>"),
    "an outside file": lambda: _make_xml(OUTSIDE + "<x>&a;</x>"),
    "zip": lambda: write_zip([("a.txt", b"\0" * 100_000_000)]),
    "zip in zip": lambda: write_zip([("a.zip", write_zip([("b.txt", b" " * 100_000_000)]))]),
}


def _make_xml(document: str) -> bytes:
    return make_package({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


@pytest.mark.parametrize("form", PACKAGES)
def test_packages_that_unpack_to_much_or_reach_out_are_refused(form: str) -> None:
    codes, text = read(PACKAGES[form]())
    assert codes
    assert text == ""
    assert "root:" not in text
