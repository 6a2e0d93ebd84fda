"""Files that hold more than their pages show: nothing of that is in any file of the site."""

import json
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.pages.originals import is_offered_whole
from tests.commands import run, succeed
from tests.reading.pdf.written import ACTIVE, BESIDE, ELSEWHERE, HIDDEN, SECRET, write_pdf
from tests.redacting.test_redact_order import convert
from tests.site_build.test_withheld_words import COURT
from tests.test_held_back import find_in_site
from tests.word_packages import NAMES, make_odt, make_package, paragraph


@pytest.mark.build
def test_nothing_that_pages_do_not_show_is_published(tmp_path: Path) -> None:
    begin_archive(tmp_path, "Ours")
    papers = {**BESIDE, **ELSEWHERE, **HIDDEN, "active": ACTIVE, "plain": write_pdf()}
    for name, data in papers.items():
        (tmp_path / f"orders/{name}.pdf").write_bytes(data)
    succeed("build", "--quiet", cwd=tmp_path)
    assert not find_in_site(tmp_path, SECRET, "evil.exe", "forms.example")
    assert not find_in_site(tmp_path, "A sealed witness gave number")
    offered, told = {}, {}
    for place in (tmp_path / "site/orders").rglob("order.json"):
        name = Path(json.loads(place.read_text())["source"]["path"]).stem
        original = place.with_name("original.pdf")
        offered[name] = original.read_bytes() if original.exists() else b""
        told[name] = place.with_name("index.html").read_text()
    assert offered.keys() == papers.keys()
    assert offered["plain"] == papers["plain"]
    for name in (*BESIDE, "active"):
        assert offered[name], name
        assert offered[name] != papers[name], name
        assert "download a copy of its pages" in told[name], name
    for name in ELSEWHERE:
        assert not offered[name], name
        assert "not offered" in told[name], name
    for name in HIDDEN:
        assert not offered[name], name
        assert "it contains text that its pages do not show" in told[name], name
    findings = json.loads(run("check", "--json", cwd=tmp_path).stdout)["findings"]
    said = {one["path"]: one["message"] for one in findings if one["code"] == "side-parts"}
    assert said.keys() == {f"{name}.pdf" for name in (*BESIDE, *ELSEWHERE, "active")}
    assert "a script or an action, an attached file" in said["active.pdf"]
    assert "a comment, with private data: Social Security number" in said["comment.pdf"]
    for name in ELSEWHERE:
        assert "words in no known place, with private data: Social" in said[f"{name}.pdf"]
    assert SECRET not in str(said)
    hidden = {one["path"] for one in findings if one["code"] == "bad-redaction"}
    assert hidden == {f"{name}.pdf" for name in HIDDEN}
    assert "none found" in run("check", "--private", cwd=tmp_path).stdout


def _paragraphs(number: int) -> list[str]:
    lines = COURT.format(number=number, words="Nothing is said.").splitlines()
    return [line.strip() for line in lines if line.strip()]


def _docx(number: int, members: Mapping[str, str]) -> bytes:
    body = "".join(map(paragraph, _paragraphs(number)))
    document = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    return make_package(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": document, **members}
    )


def _odt(number: int, meta: str) -> bytes:
    body = "".join(f"<text:p>{line}</text:p>" for line in _paragraphs(number))
    with zipfile.ZipFile(BytesIO(make_odt(body))) as package:
        members = {one: package.read(one) for one in package.namelist()}
    return make_package({**members, "meta.xml": meta})


def _html(number: int, head: str = "", end: str = "") -> bytes:
    body = "".join(f"<p>{line}</p>" for line in _paragraphs(number))
    return f"<html><head>{head}</head><body>{body}{end}</body></html>".encode()


def _rtf(number: int, facts: str) -> bytes:
    body = "".join(rf"{line}\par " for line in _paragraphs(number))
    return rf"{{\rtf1\ansi{{\info{{\title {facts}}}}}{body}}}".encode()


SAID = f"SSN {SECRET}"
OTHER_FORMS = {
    "facts.docx": _docx(21, {"docProps/core.xml": f"<cp><dc:title>{SAID}</dc:title></cp>"}),
    "custom.docx": _docx(22, {"customXml/item1.xml": f"<x y='{SAID}'/>"}),
    "embedded.docx": _docx(23, {"word/embeddings/a.txt": SAID}),
    "link.docx": _docx(24, {"word/_rels/x.rels": f"<R Target='h?a={SAID}'/>"}),
    "facts.odt": _odt(25, f"<office:meta><dc:title>{SAID}</dc:title></office:meta>"),
    "facts.rtf": _rtf(26, SAID),
    "comment.html": _html(27, end=f"<!-- {SAID} -->"),
    "script.html": _html(28, head=f"<script>const x = '{SAID}'</script>"),
    "attribute.html": _html(29, end=f"<p title='{SAID}'>End</p>"),
    "entry.json": json.dumps(
        {
            "id": 5,
            "plain_text": COURT.format(number=30, words="Nothing is said."),
            "cluster": "https://www.courtlistener.com/api/rest/v4/clusters/5/",
            "note": f"The clerk's\n{SAID}",
        }
    ).encode(),
}
"""By the file's name, orders of other forms with a number in a part that is not printed."""


def test_private_words_in_unprinted_parts_of_any_form_keep_the_file_off() -> None:
    for name, data in OTHER_FORMS.items():
        order = convert(data, name=name)
        assert order.redaction.side_parts, name
        assert not is_offered_whole(order), name
        assert SECRET not in str(order), name


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plain.docx", _docx(31, {"docProps/core.xml": "<cp><dc:title>Order</dc:title></cp>"})),
        ("plain.odt", _odt(32, "<office:meta><dc:title>Order</dc:title></office:meta>")),
        ("plain.rtf", _rtf(33, "Order")),
        ("plain.html", _html(34)),
    ],
)
def test_a_file_without_private_words_is_offered_as_it_came(name: str, data: bytes) -> None:
    assert is_offered_whole(convert(data, name=name))


def test_a_file_with_macros_or_other_files_in_it_is_not_offered() -> None:
    for member in ("word/vbaProject.bin", "word/embeddings/sheet.xlsx"):
        data = _docx(35, {member: "x"})
        assert not is_offered_whole(convert(data, name="order.docx"))
