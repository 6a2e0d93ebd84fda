"""Which word-processor form a file has; its reader is loaded when one is read."""

from build_scripts.model.source_text import SourceFormat
from build_scripts.reading.external.zip_container import ContainerError, ZipContainer

ZIP_SIGNATURE = b"PK\x03\x04"
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0"
DOCX_BODY = "word/document.xml"
ODT_BODY = "content.xml"


def detect_word_form(data: bytes) -> SourceFormat | None:
    """Return the word-processor form of the bytes, whatever the name, or None."""
    if data.startswith(b"{\\rtf"):
        return SourceFormat.RTF
    if data.startswith(OLE_SIGNATURE):
        return SourceFormat.DOC
    if data.startswith(b"\xffWPC"):
        return SourceFormat.WPD
    if data.startswith(ZIP_SIGNATURE):
        try:
            container = ZipContainer(data)
        except ContainerError:
            return None
        if container.find_member(DOCX_BODY):
            return SourceFormat.DOCX
        if container.find_member(ODT_BODY):
            return SourceFormat.ODT
    return None
