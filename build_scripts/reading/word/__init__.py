"""Word-processor files: DOCX, ODT and RTF by our own code, DOC and WPD through their programs.

The letters of a DOCX or ODT are read from the file's XML a second time, so that the check of
conserved words judges the reader. antiword and wpd2text alone know their forms: their text is
taken at its word.
"""

from collections.abc import Callable

from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat, SourceText
from build_scripts.problems import FindingCode, UnreadableOrderError
from build_scripts.reading.external.program import (
    MEGABYTE,
    MissingProgramError,
    Program,
    ProgramError,
    run_program,
)
from build_scripts.reading.external.zip_container import (
    DamagedContainerError,
    EncryptedMemberError,
    UnsafeMemberError,
    ZipContainer,
)
from build_scripts.reading.forms import ODT_BODY
from build_scripts.reading.word import docx
from build_scripts.reading.word.bracketed_notes import read_bracketed_notes
from build_scripts.reading.word.flowing_text import FlowingText, make_source
from build_scripts.reading.word.odt import read_odt_text
from build_scripts.reading.word.package_text import extract_docx_text, extract_odt_text
from build_scripts.reading.word.rtf import NestedTooDeepError, read_rtf
from build_scripts.reading.word.xml_tree import UnreadableXmlError

ANTIWORD = Program("antiword", "antiword", seconds=60, memory_bytes=1024 * MEGABYTE)
WPD2TEXT = Program("wpd2text", "libwpd-tools", seconds=60, memory_bytes=1024 * MEGABYTE)
LARGEST_PART = 32 * 1024 * 1024  # of the package's XML, unpacked
ODT_STYLES = "styles.xml"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")  # a DOCX with a password
ENCRYPTED_WORDS = ("encrypt", "password")
SAVE_ANEW = "Open it in its word processor and save it anew, or fetch it again."

Letters = tuple[FlowingText, str]


def read_word(raw: RawOrder, form: SourceFormat) -> SourceText:
    """Read a word-processor file of a form that `detect_word_form` returned.

    Emphasis, headings, quotations, lists, tables and notes are kept; notes are at the end. All is
    page 1. Raises UnreadableOrderError: a program is missing (it names the package to install), the
    file needs a password, is damaged, or breaks a limit.
    """
    readers: dict[SourceFormat, Callable[[bytes], Letters]] = {
        SourceFormat.DOCX: _read_docx,
        SourceFormat.ODT: _read_odt,
        SourceFormat.RTF: read_rtf,
        SourceFormat.DOC: _read_doc,
        SourceFormat.WPD: _read_wpd,
    }
    try:
        text, letters = readers[form](raw.data)
    except MissingProgramError as error:
        message = f"Its form, {form.upper()}, is read by {error.program}, which is not installed."
        advice = f"Install it (Debian, Ubuntu: apt-get install {error.package}) and build again."
        code = FindingCode.MISSING_PROGRAM
        raise UnreadableOrderError.of(raw.path, message, advice, code) from error
    except EncryptedMemberError as error:
        raise _make_locked_error(raw, form) from error
    except ProgramError as error:
        locked = any(word in str(error).lower() for word in ENCRYPTED_WORDS)
        why, _, advice = str(error).rpartition(". ")  # its last sentence is what to do
        raise (
            _make_locked_error(raw, form)
            if locked
            else _make_damaged_error(raw, form, f"{why}.", advice)
        ) from error
    except UnsafeMemberError as error:
        message, code = f"It is refused: {error}.", FindingCode.UNSAFE_ARCHIVE
        raise UnreadableOrderError.of(raw.path, message, SAVE_ANEW, code) from error
    except (DamagedContainerError, UnreadableXmlError) as error:
        raise _make_damaged_error(raw, form, f"{error}.") from error
    except (NestedTooDeepError, RecursionError) as error:
        raise _make_damaged_error(raw, form, "its parts nest too deep.") from error
    if not any(paragraph.text.strip() for paragraph in text.paragraphs):
        message = f"The {form.upper()} file holds no text."
        advice = "If its pages are pictures, make a PDF of them; else fetch the order again."
        raise UnreadableOrderError.of(raw.path, message, advice, FindingCode.EMPTY_FILE)
    return make_source(text, SourceText(form, "utf-8", "", ()), letters)


def _read_docx(data: bytes) -> Letters:
    container = ZipContainer(data)
    parts = {name: _read_part(container, name) for name in docx.PARTS}
    others = docx.list_head_parts(parts[docx.RELATIONS], parts[docx.BODY])
    parts |= {name: _read_part(container, name) for name in others}
    letters = extract_docx_text(
        parts[docx.BODY],
        parts[docx.FOOTNOTES],
        parts[docx.ENDNOTES],
        [parts[name] for name in (*others, docx.COMMENTS)],
    )
    return docx.read_docx_text(parts), letters


def _read_odt(data: bytes) -> Letters:
    container = ZipContainer(data)
    if b"encryption-data" in _read_part(container, "META-INF/manifest.xml"):
        raise EncryptedMemberError
    body, styles = _read_part(container, ODT_BODY), _read_part(container, ODT_STYLES)
    return read_odt_text(body, styles), extract_odt_text(body, styles)


def _read_part(container: ZipContainer, name: str) -> bytes:
    member = container.find_member(name)
    return container.read_member(member, LARGEST_PART) if member else b""


def _read_doc(data: bytes) -> Letters:
    if ENCRYPTED_PACKAGE in data:
        raise EncryptedMemberError
    return _convert(ANTIWORD, ["-w", "0", "-m", "UTF-8.txt", "order.doc"], data)


def _read_wpd(data: bytes) -> Letters:
    return _convert(WPD2TEXT, ["order.wpd"], data)


def _convert(program: Program, arguments: list[str], data: bytes) -> Letters:
    """Return what a program prints: a paragraph a line, notes as "[1]" below it or at the end."""
    text = run_program(program, arguments, data, arguments[-1]).decode("utf-8", "replace")
    return read_bracketed_notes(text), text


def _make_locked_error(raw: RawOrder, form: SourceFormat) -> UnreadableOrderError:
    message = f"The {form.upper()} file can't be opened without a password."
    advice = "Save it without the password and put that in its place."
    return UnreadableOrderError.of(raw.path, message, advice, FindingCode.ENCRYPTED_FILE)


def _make_damaged_error(
    raw: RawOrder, form: SourceFormat, why: str, advice: str = SAVE_ANEW
) -> UnreadableOrderError:
    message = f"The {form.upper()} file can't be read: {why}"
    return UnreadableOrderError.of(raw.path, message, advice, FindingCode.DAMAGED_FILE)
