"""Word-processor files, made by their own programs or by hand, read to the last word."""

import re
import subprocess
from collections import Counter
from dataclasses import replace

import pytest

from build_scripts.cleaning import clean_order
from build_scripts.model.clean_order import BlockKind, CleanOrder, RemovalReason
from build_scripts.model.source_text import LineKind, SourceFormat, SourceLine, SourceText, Style
from build_scripts.problems import FindingCode, UnreadableOrderError, WordsLostError
from build_scripts.reading import word
from build_scripts.reading.external.program import Program
from build_scripts.reading.forms import detect_word_form
from build_scripts.reading.word.docx import read_docx_text
from build_scripts.reading.word.flowing_text import FlowingText
from build_scripts.reading.word.odt import read_odt_text
from tests.orders_from_text import clean_text, read_text
from tests.shared import SHARED, needs_shared
from tests.word_packages import make_package

ORDER = """\
UNITED STATES DISTRICT COURT

DISTRICT OF NEVADA

JANE ROE,

Plaintiff,

v\\.

ACME WIDGETS, INC.,

Defendant.

Case No. 2:24-cv-00001-ABC-DEF

# ORDER GRANTING MOTION TO COMPEL

Plaintiff moves *ex parte* for **limited** discovery.[^1] The café's owner was served.

> A party may obtain discovery of any nonprivileged matter that is relevant to any claim or
> defense and proportional to the needs of the case.

## Discussion

Good cause exists.[^2] The 9^th^ Circuit agrees:

1. the names are needed;
2. the request is narrow.

| Item | Due |
|------|-----|
| List | May 3 |

IT IS SO ORDERED.

[^1]: 28 U.S.C. § 1782 is not at issue.

    Nor is Rule 45.

[^2]: See *Mullane v. Central Hanover Bank & Trust Co.*, 339 U.S. 306, 314 (1950).
"""
RTF = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}{\stylesheet{\s1 heading 1;}}
{\info{\title Draft of the clerk}{\author A. Clerk}}{\header\pard 1\par 2\par 3\par}
\pard\qc UNITED STATES DISTRICT COURT\par DISTRICT OF NEVADA\par
\pard JANE ROE,\par Plaintiff,\par v.\par ACME WIDGETS, INC.,\par Defendant.\par
Case No. 2:24-cv-00001-ABC-DEF\par
\pard\qc\outlinelevel0{\b ORDER GRANTING MOTION}\par
\pard Plaintiff moves {\i ex parte}.{\super\chftn}{\footnote\pard\plain{\super\chftn} 28 U.S.C. \'a7 1782 is not at issue.\par Nor is Rule 45.} The caf\'e9\rquote s owner was\~served \u8212?twice.{\super *}{\footnote{\super *} Counsel agrees.}\par
\pard\li720\ri720 A party may obtain discovery of any nonprivileged matter that is relevant to any claim or defense.\par
\pard Good cause exists.{\super\chftn}{\*\footnote\pard\plain{\super\chftn}{\i See} Rule 26.} {\v hidden words}{\*\unknown skipped words}{\pict\bin4 }}{}}So ordered \u-10179?\u-8704?.\par
\trowd\cellx100\cellx200\pard\intbl Item\cell Due\cell\row
\pard}"""


def make(form: str, text: str = ORDER) -> bytes:
    command = ["pandoc", "--from", "markdown", "--to", form, "--standalone", "--output", "-"]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout


def find_line(source: SourceText, beginning: str) -> SourceLine:
    return next(line for line in source.pages[0].lines if line.text.startswith(beginning))


def list_styled(line: SourceLine, style: Style) -> list[str]:
    return [line.text[span.start : span.end] for span in line.styles if span.style is style]


def list_notes(clean: CleanOrder) -> list[tuple[str, str, bool]]:
    return [(note.label, note.text, note.tied) for note in clean.footnotes]


NOTES = [
    ("1", "28 U.S.C. § 1782 is not at issue.\n\nNor is Rule 45.", True),
    ("2", "See Mullane v. Central Hanover Bank & Trust Co., 339 U.S. 306, 314 (1950).", True),
]


@pytest.mark.parametrize("form", ["docx", "odt", "rtf"])
def test_an_order_keeps_its_words_styles_and_notes(form: str) -> None:
    data = make(form)
    assert detect_word_form(data) is SourceFormat(form)
    source = read_text(data)
    prose = find_line(source, "Plaintiff moves")
    assert list_styled(prose, Style.ITALIC) == ["ex parte"]
    assert list_styled(prose, Style.BOLD) == ["limited"]
    assert find_line(source, "A party may").kind is LineKind.QUOTE
    assert find_line(source, "ORDER GRANTING").heading_level == 1
    assert find_line(source, "Discussion").heading_level == 2
    assert re.match(r"2\.\s+the request", find_line(source, "2.").text)
    assert find_line(source, "Item").text == "Item   Due"
    clean = clean_order(source)
    assert list_notes(clean) == NOTES
    marks = [(b.text[:9], m.label) for b in clean.blocks for m in b.footnote_marks]
    assert marks == [("Plaintiff", "1"), ("Good caus", "2")]
    kinds = {block.text: block.kind for block in clean.blocks}
    assert kinds["Case No. 2:24-cv-00001-ABC-DEF"] is BlockKind.DOCKET
    assert kinds["ORDER GRANTING MOTION TO COMPEL"] is BlockKind.TITLE


def test_a_caption_in_a_table_is_read_cell_after_cell() -> None:
    left = "  JANE ROE,\\\n  Plaintiff,\\\n  v."
    table = f"+---------------+----------------+\n| JANE ROE,\\    | Case No. 2:24\\ |\n| Plaintiff,    | ORDER          |\n+---------------+----------------+\n\n{left}\n"
    lines = [line.text for line in read_text(make("docx", table)).pages[0].lines if line.text]
    assert lines[:4] == ["JANE ROE,", "Plaintiff,", "Case No. 2:24", "ORDER"]


@pytest.mark.parametrize(
    ("form", "reader"), [("docx", "docx.read_docx_text"), ("odt", "read_odt_text")]
)
def test_words_that_the_reader_loses_are_missed(
    form: str, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The letters are read a second time: a paragraph that the reader drops is an error."""

    def drop_first(*parts: object) -> FlowingText:
        text = {"docx": read_docx_text, "odt": read_odt_text}[form](*parts)  # type: ignore[operator]
        return replace(text, paragraphs=text.paragraphs[1:])

    monkeypatch.setattr(f"build_scripts.reading.word.{reader}", drop_first)
    with pytest.raises(WordsLostError):
        clean_text(make(form))


def test_rtf_footnotes_hidden_text_and_characters() -> None:
    source = read_text(RTF)
    clean = clean_order(source)
    assert [(n.label, n.text) for n in clean.footnotes if n.label.isdigit()] == [
        ("1", "28 U.S.C. § 1782 is not at issue.\n\nNor is Rule 45."),
        ("2", "See Rule 26."),
    ]
    assert "Counsel agrees." in clean.reading_text
    assert "The café’s owner was served —twice." in clean.text
    assert "So ordered 😀." in clean.text
    assert find_line(source, "A party may").kind is LineKind.QUOTE
    assert find_line(source, "ORDER GRANTING").heading_level == 1
    assert find_line(source, "Item").text == "Item   Due"
    for unprinted in ("Draft", "Clerk", "hidden", "skipped", "Times", "heading"):
        assert unprinted not in clean.reading_text


def test_rtf_heads_feet_deleted_words_and_comments() -> None:
    clean = clean_order(
        read_text(
            rb"{\rtf1{\headerf UNITED STATES DISTRICT COURT\par}{\header Case No. 2:24-cv-00001\par}"
            rb"{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}\pard The motion is "
            rb"{\deleted denied{\footnote\chftn a note}}granted{\*\annotation\pard Check this.\par}"
            rb"{\v secret\v0 .}\par}"
        )
    )
    assert [block.text for block in clean.blocks] == [
        "UNITED STATES DISTRICT COURT",
        "The motion is granted.",
    ]
    removed = [(removal.reason, removal.text.strip()) for removal in clean.removals]
    assert removed == [
        (RemovalReason.RUNNING_HEAD, "Case No. 2:24-cv-00001"),
        (RemovalReason.RUNNING_HEAD, "Page 3"),
        (RemovalReason.MARKUP, "denied"),
        (RemovalReason.MARKUP, "a note"),
        (RemovalReason.MARKUP, "Check this."),
        (RemovalReason.MARKUP, "secret"),
    ]


@pytest.mark.parametrize("form", ["docx", "odt", "rtf"])
def test_every_letter_that_pandoc_finds_is_read(form: str) -> None:
    command = ["pandoc", "--from", form, "--to", "plain", "--wrap=none"]
    plain = subprocess.run(command, input=make(form), capture_output=True, check=True).stdout
    ours = Counter(read_text(make(form)).decoded)
    assert not Counter(filter(str.isalnum, plain.decode())) - ours


@needs_shared
@pytest.mark.parametrize(("name", "notes"), [("opinion_doc.doc", 1), ("opinion_wpd.wpd", 1)])
def test_old_forms_keep_their_words_and_notes(name: str, notes: int) -> None:
    data = (SHARED / "corpus" / "word-processor" / name).read_bytes()
    clean = clean_text(data)
    assert [note.tied for note in clean.footnotes] == [True] * notes
    assert len(clean.text) > 4000


def damage_docx() -> bytes:
    return make("docx")[:-400]


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:t>&a;</w:t></w:document>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        # a DOCX with a password is an OLE file that holds an encrypted package
        (
            b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            FindingCode.ENCRYPTED_FILE,
        ),
        (
            make_package(
                {"content.xml": b"\0\1", "META-INF/manifest.xml": b"<m:encryption-data/>"}
            ),
            FindingCode.ENCRYPTED_FILE,
        ),
        (b"\xd0\xcf\x11\xe0" + bytes(600), FindingCode.DAMAGED_FILE),  # no document in it
        (b"\xffWPC" + bytes(100), FindingCode.DAMAGED_FILE),  # truncated
        (make_package({"word/document.xml": b"<w:document><w:t>cut"}), FindingCode.DAMAGED_FILE),
        (make_package({"word/document.xml": ENTITIES}), FindingCode.DAMAGED_FILE),
        (make_package({"word/document.xml": b"<a>" * 3000}), FindingCode.DAMAGED_FILE),
        (make_package({"word/document.xml": bytes(70_000_000)}), FindingCode.UNSAFE_ARCHIVE),
        (b"{\\rtf1 " + b"{" * 6000, FindingCode.DAMAGED_FILE),
        (b"{\\rtf1 {\\pict 0102}}", FindingCode.EMPTY_FILE),
    ],
)
def test_bad_files_give_a_finding(data: bytes, code: FindingCode) -> None:
    with pytest.raises(UnreadableOrderError) as caught:
        read_text(data)
    assert caught.value.finding.code is code
    assert caught.value.finding.advice
    assert str(caught.value).count("fetch it again") <= 1
    assert ".." not in str(caught.value)


def test_a_truncated_docx_is_refused() -> None:
    with pytest.raises(UnreadableOrderError):
        read_text(damage_docx())


def test_a_truncated_rtf_is_read_as_far_as_it_goes() -> None:
    cut = RTF[: RTF.index(b"Nor is Rule")]
    assert "28 U.S.C. § 1782" in clean_text(cut).reading_text


@pytest.mark.parametrize("body", [rb"\footnote a}}}} b", rb"{\footnote\footnote a} b}", rb"} b"])
def test_rtf_with_groups_out_of_balance_is_read(body: bytes) -> None:
    """Found by mutating files: a note that no group holds, two in one, a group closed twice."""
    assert "b" in clean_text(rb"{\rtf1 The motion is denied. " + body).reading_text


def test_a_missing_program_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = Program("antiword-that-is-not-there", "antiword")
    monkeypatch.setattr(word, "ANTIWORD", missing)
    with pytest.raises(UnreadableOrderError) as caught:
        read_text(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert caught.value.finding.code is FindingCode.MISSING_PROGRAM
    assert "apt-get install antiword" in caught.value.finding.advice
