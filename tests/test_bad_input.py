"""Files that are damaged, mislabelled, endless or no order: a clear finding, and the build goes on."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts import reading
from build_scripts.archive.storage import orders_folder
from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.cleaning import clean_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat
from build_scripts.problems import Finding, FindingCode, UnreadableOrderError
from build_scripts.reading import encodings, read_order
from tools.fuzz.convert import convert_bytes
from tools.fuzz.specimens import CASE, CLUSTER, HTML, OPINION, PLAIN, RTF, list_specimens

pytestmark = pytest.mark.build

FORMS = ("html", "json", "rtf", "docx", "odt", "zip", "layout", "markdown", "doc", "wpd")


def refuse(data: bytes) -> Finding:
    with pytest.raises(UnreadableOrderError) as caught:
        read_order(RawOrder.from_bytes("2024/order.txt", data))
    finding = caught.value.finding
    assert (finding.path, bool(finding.message), bool(finding.advice)) == (
        "2024/order.txt",
        True,
        True,
    )
    return finding


@pytest.mark.parametrize(
    ("name", "given", "form"),  # given: its bytes, or a form of our specimens
    [
        ("order.txt", "pdf", SourceFormat.PDF),
        ("order.pdf", HTML.encode(), SourceFormat.HTML),
        ("order.html", json.dumps(CASE).encode(), SourceFormat.CAP),
        ("order.json", PLAIN.encode(), SourceFormat.LAYOUT),
        ("order.doc", RTF, SourceFormat.RTF),
        ("order.rtf", "docx", SourceFormat.DOCX),
        ("order.docx", "odt", SourceFormat.ODT),
    ],
)
def test_a_files_name_says_nothing(name: str, given: bytes | str, form: SourceFormat) -> None:
    data = given if isinstance(given, bytes) else list_specimens(given)[0][1]
    source = read_order(RawOrder.from_bytes(name, data))
    assert source.format is form
    assert "court" in clean_order(source).reading_text.lower()


@pytest.mark.parametrize("form", FORMS)
def test_a_truncated_file_is_read_as_far_as_it_goes_or_refused(form: str) -> None:
    for _, data in list_specimens(form)[:3]:
        for tenth in (1, 3, 6, 9):
            convert_bytes(data[: len(data) * tenth // 10], f"cut.{form}")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<div>" * 100_000 + b"x", "nests its elements too deep"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b'[{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}]", "nested too deep"),
        (b'{"plain_text": "cut', "broken at line 1"),
        (b'{"a": 1' + b"0" * 5000 + b"}", "too long to be read"),
        (b'[{"html": "x"}, {"html": "y"}]', "no single object"),
        (b'{"html": ["x"], "plain_text": null}', "holds no opinion's text"),
    ],
)
def test_deep_broken_and_mistyped_files_are_refused(data: bytes, says: str) -> None:
    assert says in refuse(data).message


def spoil_each_field(source: object) -> Iterator[object]:
    """The object with each of its values in turn null, of another type, or missing."""

    def list_places(node: object, path: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
        pairs = node.items() if isinstance(node, dict) else enumerate(node)  # type: ignore[arg-type]
        for key, value in pairs:
            yield (*path, key)
            if isinstance(value, dict | list):
                yield from list_places(value, (*path, key))

    for *way, last in list_places(source, ()):
        for value in (None, 7, "", [], {}, ["x"], {"x": "y"}, True, 1e400):
            spoilt = copy.deepcopy(source)
            node = spoilt
            for key in way:
                node = node[key]  # type: ignore[index]
            node[last] = value  # type: ignore[index]
            yield spoilt


@pytest.mark.parametrize("source", [OPINION, CLUSTER, CASE], ids=["opinion", "cluster", "case"])
def test_json_with_any_field_null_or_of_another_type(source: object) -> None:
    for spoilt in spoil_each_field(source):
        try:
            clean_order(read_order(RawOrder.from_bytes("x.json", json.dumps(spoilt).encode())))
        except UnreadableOrderError as error:
            assert error.finding.code is FindingCode.UNREADABLE_FILE  # noqa: PT017


def test_a_file_of_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(1024**3)  # sparse: it takes no room on the disk
    with pytest.raises(UnreadableOrderError, match="more than 200 MB"):
        read_loose_file(path)
    assert orders_folder.LARGEST < 1024**3


def test_text_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "64 MB of text" in refuse(b"a " * (encodings.LARGEST // 2 + 1)).message
    monkeypatch.setattr(reading, "MOST_CHARACTERS", 300)
    assert "more than 300 characters" in refuse(PLAIN.encode()).message


PIECES = st.one_of(
    st.sampled_from(
        "<p> </p> <i> </i> <sup>1</sup> <div class=footnote> </div> <footnote label=1> </footnote>"
        " <table> <td> </table> <pre> </pre> [*12] *7 <page-number>*3</page-number> &shy; <!-- -->"
        " <blockquote> <h2> </h2> <a href=#fn1>1</a> [1] </span> <span class=num> <nav>".split()
    ),
    st.text(max_size=12),
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=40))
def test_words_are_conserved_in_any_html_and_in_json_that_holds_it(pieces: list[str]) -> None:
    html = f"<p>The motion is denied.</p>{' '.join(pieces)}"
    clean = []
    for data in (html.encode("utf-8", "replace"), json.dumps({"html": html}).encode()):
        try:
            clean.append(clean_order(read_order(RawOrder.from_bytes("x", data))))
        except UnreadableOrderError as error:  # bytes that are no text
            assert error.finding.code is FindingCode.BINARY_FILE  # noqa: PT017
    assert all("The motion is denied." in order.reading_text for order in clean)
