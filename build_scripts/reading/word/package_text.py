"""The letters of a DOCX or ODT package, read from its XML: what judges the converter's work."""

from collections.abc import Sequence
from xml.parsers import expat

from build_scripts.reading.word.xml_tree import UnreadableXmlError

MOST_NESTED = 2000  # elements; word processors nest some 30 deep
TWICE = frozenset({"mc:Fallback", "w:rPr", "w:pPr"})  # the same words again, or none
WORDS = ("w:t", "m:t", "w:delText")
NOT_PRINTED = frozenset(
    {
        "text:note-citation",
        "text:sequence-decls",
        "office:forms",
        "svg:title",
        "svg:desc",
    }
)
NOTE_MARKS = ("w:footnoteReference", "w:endnoteReference")
NOTE_BODIES = ("w:footnote", "w:endnote")


def extract_docx_text(
    document: bytes, footnotes: bytes, endnotes: bytes, others: Sequence[bytes]
) -> str:
    """The words of a DOCX's parts: the body's, the notes' that it refers to, the other parts'.

    Deleted and hidden words and comments are words too; field codes are none. Raises
    UnreadableXmlError.
    """
    body = _Reader(WORDS, TWICE)
    body.read(document)
    texts = [body.text]
    for part, kind, notes in zip((footnotes, endnotes), NOTE_MARKS, NOTE_BODIES, strict=True):
        if part:
            reader = _Reader(WORDS, TWICE, notes)
            reader.read(part)
            texts.extend(reader.parts.get(name, "") for of, name in body.marks if of == kind)
    for part in filter(None, others):
        reader = _Reader(WORDS, TWICE)
        reader.read(part)
        texts.append(reader.text)
    return "\n".join(texts)


def extract_odt_text(content: bytes, styles: bytes) -> str:
    """The words of an ODT's `content.xml`, notes at their marks, and of its `styles.xml`, which
    has those of heads and feet.

    Deleted and hidden words and comments are words too. Raises UnreadableXmlError.
    """
    texts = []
    for part in filter(None, (content, styles)):
        reader = _Reader(("text:p", "text:h"), NOT_PRINTED)
        reader.read(part)
        texts.append(reader.text)
    return "\n".join(texts)


class _Reader:
    """Collects characters inside `wanted` elements and outside `skipped` ones."""

    def __init__(self, wanted: tuple[str, ...], skipped: frozenset[str], part: str = "") -> None:
        self.wanted = wanted
        self.skipped = skipped
        self.part = part  # elements whose text is kept apart, by their w:id
        self.pieces: list[str] = []
        self.parts: dict[str, str] = {}
        self.marks: list[tuple[str, str]] = []
        self.stack: list[str] = []
        self.inside = 0
        self.hidden = 0
        self.at = 0
        self.name = ""

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def read(self, xml: bytes) -> None:
        """Parse; a document type is refused, since entities could grow without bound."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._put
        try:
            parser.Parse(xml, True)
        except expat.ExpatError as error:
            raise UnreadableXmlError(f"its text is no well-formed XML ({error})") from error

    def _refuse(self, *_: object) -> None:
        raise UnreadableXmlError("its text declares a document type, as no word processor does")

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self.stack.append(name)
        if len(self.stack) > MOST_NESTED:
            raise UnreadableXmlError(f"its elements nest over {MOST_NESTED} deep")
        self.inside += name in self.wanted
        self.hidden += name in self.skipped
        if name in NOTE_MARKS and not self.hidden:
            self.marks.append((name, attributes.get("w:id", "")))
        if name == self.part:
            self.at, self.name = len(self.pieces), attributes.get("w:id", "")
        if name in ("w:p", "w:tab", "w:br", "text:p", "text:h", "text:tab", "text:s"):
            self.pieces.append(" ")

    def _close(self, name: str) -> None:
        self.stack.pop()
        self.inside -= name in self.wanted
        self.hidden -= name in self.skipped
        if name == self.part:
            self.parts[self.name] = "".join(self.pieces[self.at :])

    def _put(self, text: str) -> None:
        if self.inside and not self.hidden:
            self.pieces.append(text)
