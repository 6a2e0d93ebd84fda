"""RTF to flowing text, by our own code: pandoc drops an RTF file's footnotes with their marks."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from build_scripts.model.source_text import LineKind, Style
from build_scripts.reading.word.flowing_text import (
    LONG,
    FlowingText,
    Note,
    Paragraph,
    Run,
    is_set_in,
    join_row,
    mark_note,
)
from build_scripts.reading.word.rtf_tokens import Kind, Token, list_tokens

MOST_NESTED = 5000  # groups
# Groups that hold no words of the page's text.
UNPRINTED = frozenset(
    """fonttbl colortbl stylesheet info pict object filetbl listtable listoverridetable revtbl
    rsidtbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn bkmkstart bkmkend fldinst atnid atnauthor
    atntime atnref atndate xe tc tcn rxe txe sn sv nonshppict template passwordhash
    userprops""".split()
)
HEADS = frozenset({"header", "headerl", "headerr", "headerf"})
FEET = frozenset({"footer", "footerl", "footerr", "footerf"})
STORIES = frozenset({"footnote"}) | HEADS | FEET
# Of the groups that old readers were told to pass over (`\*`), those with words.
STARRED_BUT_PRINTED = frozenset(
    {"footnote", "shpinst", "shptxt", "shprslt", "pntext", "listtext", "annotation"}
)
CHARACTERS = {
    "tab": "\t",
    "cell": "",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
TOGGLES = {"b": Style.BOLD, "i": Style.ITALIC, "ul": Style.ITALIC, "super": Style.SUPERSCRIPT}
PARAGRAPH_ENDS = frozenset({"par", "sect", "page", "column", "cell", "nestcell", "row", "nestrow"})


class NestedTooDeepError(Exception):
    """Groups are nested deeper than any word processor writes."""


@dataclass(slots=True)
class _State:
    """What holds in a group; a group inside begins with a copy."""

    styles: frozenset[Style] = frozenset()
    hidden: bool = False
    starred: bool = False  # `\\*` was just read
    left: int = 0
    right: int = 0
    first: int = 0
    outline: int = -1
    in_table: bool = False
    opens_story: bool = False  # a note, a head or a foot begins with this group
    aside: bool = False  # words that are not printed: deleted, hidden, comments


class _Story:
    """The body, or one note, in the making."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.lines: list[list[Run]] = [[]]
        self.cells: list[list[Paragraph]] = []
        self.cell: list[Paragraph] = []
        self.numbered = False  # the mark is a number that the program prints
        self.listed = False  # the paragraph has a list's number or bullet

    def put(self, text: str, styles: frozenset[Style]) -> None:
        if text:
            self.lines[-1].append(Run(text, styles))

    def end_paragraph(self, state: _State) -> None:
        paragraph = Paragraph(
            tuple(tuple(_join_pairs(line)) for line in self.lines),
            heading_level=min(6, state.outline + 1) if 0 <= state.outline < 9 else 0,
        )
        self.lines = [[]]
        if self.listed:
            paragraph = replace(paragraph, kind=LineKind.LIST_ITEM)
        elif is_set_in(state.left, state.right, state.first) and len(paragraph.text) > LONG:
            paragraph = replace(paragraph, kind=LineKind.QUOTE)
        self.listed = False
        (self.cell if state.in_table else self.paragraphs).append(paragraph)

    def end_cell(self) -> None:
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        self.paragraphs.extend(join_row([*self.cells, self.cell]))
        self.cells, self.cell = [], []


def read_rtf(data: bytes) -> tuple[FlowingText, str]:
    r"""Read an RTF file to flowing text; also return its letters, in the file's own order.

    Notes are numbered through if the file lets the program number them (`\chftn`); one with its own
    mark keeps it. The header of the first page alone (`\headerf`) is text; deleted and hidden words
    become `asides`. One pass; raises NestedTooDeepError for over 5,000 nested groups.
    """
    reading = _Reading()
    for token in list_tokens(data):
        reading.take(token)
    reading.end()
    labels = tuple(label for note in reading.notes if note.label for label in [note.label] * 2)
    text = FlowingText(
        (*reading.opening, *reading.body.paragraphs),
        tuple(reading.notes),
        labels,
        tuple(reading.heads),
        tuple(reading.feet),
        tuple(map(_decode_pairs, reading.asides)),
    )
    return text, _decode_pairs("".join(reading.letters))


class _Reading:
    """One reading: a stack of states, and the story that text goes to."""

    def __init__(self) -> None:
        self.body = _Story()
        self.story = self.body
        self.notes: list[Note] = []
        self.opening: list[Paragraph] = []
        self.heads: list[Paragraph] = []
        self.feet: list[Paragraph] = []
        self.asides: list[str] = []
        self.numbered = 0  # notes so far that the program numbers
        self.letters: list[str] = []
        self.state = _State()
        self.stack: list[_State] = []
        self.outer: list[tuple[_Story, str, int]] = []  # around the note or head being read

    def take(self, token: Token) -> None:
        match token.kind:
            case Kind.OPEN:
                if len(self.stack) >= MOST_NESTED:
                    raise NestedTooDeepError
                self.stack.append(self.state)
                self.state = replace(self.state, opens_story=False, starred=False)
            case Kind.CLOSE:
                if self.state.opens_story:
                    self.end_story()
                if self.stack:
                    self.state = self._leave(self.stack.pop())
            case Kind.TEXT:
                self.put(token.text)
            case Kind.WORD:
                self.obey(token.text, token.number)

    def _leave(self, outer: _State) -> _State:
        """Keep properties of a paragraph that has not ended when its group ends."""
        if not any(self.story.lines):
            return outer
        inner = self.state
        return replace(
            outer,
            left=inner.left,
            right=inner.right,
            first=inner.first,
            outline=inner.outline,
            in_table=inner.in_table,
        )

    def put(self, text: str) -> None:
        if self.state.hidden:
            return
        self.letters.append(text)
        if self.state.aside:
            self.asides.append(text)
        else:
            self.story.put(text, self.state.styles)

    def obey(self, word: str, number: int | None) -> None:
        state = self.state
        if state.starred and word not in STARRED_BUT_PRINTED:
            state.hidden = True
        state.starred = word == "*"
        if word in UNPRINTED:
            state.hidden = True
        if state.hidden:
            return
        if word in ("v", "deleted"):
            state.aside = number != 0 or (bool(self.stack) and self.stack[-1].aside)
        elif word == "annotation":
            state.aside = True
        if state.aside:
            if word in CHARACTERS:
                self.put(CHARACTERS[word])
        elif word in STORIES and not state.opens_story:
            self.begin_story(word)
        elif word in ("listtext", "pntext"):
            self.story.listed = True
        elif word == "chftn":
            self.story.numbered = True
        elif word in PARAGRAPH_ENDS:
            self.end_paragraph(word)
        elif word == "line":
            self.letters.append("\n")
            self.story.lines.append([])
        elif word in CHARACTERS:
            self.put(CHARACTERS[word])
        elif word in ("u", "uldb", "uld", "ulw"):
            self._set_style(Style.ITALIC, on=number != 0)
        elif word in TOGGLES:
            self._set_style(TOGGLES[word], on=number != 0)
        elif word == "up":
            self._set_style(Style.SUPERSCRIPT, on=number is None or number > 0)
        else:
            self._set_property(word, number or 0)

    def _set_property(self, word: str, number: int) -> None:
        state = self.state
        match word:
            case "nosupersub" | "sub":
                self._set_style(Style.SUPERSCRIPT, on=False)
            case "ulnone":
                self._set_style(Style.ITALIC, on=False)
            case "plain":
                state.styles = frozenset()
            case "pard":
                state.left = state.right = state.first = 0
                state.outline, state.in_table = -1, False
            case "li" | "lin":
                state.left = number
            case "ri" | "rin":
                state.right = number
            case "fi":
                state.first = number
            case "outlinelevel":
                state.outline = number
            case "intbl":
                state.in_table = True

    def _set_style(self, style: Style, on: bool) -> None:
        styles = self.state.styles
        self.state.styles = styles | {style} if on else styles - {style}

    def end_paragraph(self, word: str) -> None:
        self.letters.append("\n")
        in_cell = word in ("cell", "nestcell")
        if in_cell or any(self.story.lines):
            self.story.end_paragraph(replace(self.state, in_table=in_cell or self.state.in_table))
        if in_cell:
            self.story.end_cell()
        elif word in ("row", "nestrow") or not self.state.in_table:
            self.story.end_row()

    def begin_story(self, word: str) -> None:
        self.outer.append((self.story, word, len(self.notes)))
        if word == "footnote":
            self.notes.append(Note("", ()))
        self.story = _Story()
        self.letters.append("\n")
        self.state.opens_story = True
        self.state.styles = frozenset()

    def end_story(self) -> None:
        """Keep a header or footer; tie a note to its mark, which goes where its group was."""
        self.state.opens_story = False
        story = self.story
        if any(story.lines):
            story.end_paragraph(replace(self.state, in_table=False))
        story.end_row()
        self.story, word, place = self.outer.pop()
        self.letters.append("\n")
        if word in FEET:
            self.feet += story.paragraphs
        elif word in HEADS:
            first = word == "headerf" and not self.opening
            (self.opening if first else self.heads).extend(story.paragraphs)
        else:
            self.numbered += story.numbered
            label = str(self.numbered) if story.numbered else ""
            self.notes[place] = Note(label, tuple(story.paragraphs))
            if label:
                self.story.lines[-1].append(mark_note(label))

    def end(self) -> None:
        """End what a truncated file leaves open."""
        while self.outer:
            self.end_story()
        if any(self.story.lines):
            self.story.end_paragraph(replace(self.state, in_table=False))
        self.story.end_row()


def _join_pairs(line: list[Run]) -> Iterator[Run]:
    """Join neighbours set alike, so that halves of a surrogate pair meet."""
    for styles, runs in groupby(line, key=attrgetter("styles")):
        yield Run(_decode_pairs("".join(run.text for run in runs)), styles)


def _decode_pairs(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
