"""Orders of known structure, made by seed: what every rendering must give back when it is cleaned."""

import random
import re
from dataclasses import dataclass

from build_scripts.model.clean_order import BlockKind
from tools.evaluation import sentences

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
ITALIC = re.compile(r"_([^_]+)_")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters set alike; a `mark` is the label of the note that is tied there."""

    text: str
    italic: bool = False
    mark: bool = False


@dataclass(frozen=True, slots=True)
class KnownBlock:
    """A block as its author means it. `flush` says that it begins without an indent."""

    kind: BlockKind
    runs: tuple[Run, ...]
    flush: bool = False
    bullet: bool = False

    @property
    def text(self) -> str:
        """Its words, without footnote marks."""
        return "".join(run.text for run in self.runs if not run.mark)


@dataclass(frozen=True, slots=True)
class KnownNote:
    """A footnote; its mark stands in the body."""

    label: str
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class KnownOrder:
    """An order: its caption's facts, its body's blocks (headings to signature), its notes."""

    district: str  # "Northern District of California"
    docket: str  # "3:24-cv-01234-ABC"
    plaintiff: str
    defendant: str
    title: str
    judge: str
    date: str
    filed: str  # 05/31/24
    document: int
    blocks: tuple[KnownBlock, ...]
    notes: tuple[KnownNote, ...]

    @property
    def words(self) -> list[str]:
        """The body's words in order."""
        return [word for block in self.blocks for word in block.text.split()]


DISTRICTS = (
    ("Northern District of California", "3:24-cv-0{serial}-RQL"),
    ("Southern District of California", "3:22-cv-0{serial}-DWT-KSN"),
    ("Central District of California", "2:23-cv-0{serial}-MVO-JPR"),
    ("District of Arizona", "2:23-cv-0{serial}-PHX"),
)
PARTIES = (
    ("BRIGHTWATER RIGGING, INC.", "CASTELLANE COOKWARE LLC"),
    (
        "MARIN OYSTERCATCHER, individually and on behalf of all others similarly situated",
        "TIDEPOOL SUPPLY CO., and DOES 1-10",
    ),
    ("ODALYS PENHALLOW", "HARBOR PILOTS ASSOCIATION OF EASTPORT, et al."),
    ("THISTLEWOOD MARINE LTD.", "DOES 1 through 28, inclusive"),
)
TITLES = (
    "ORDER GRANTING MOTION TO DISMISS WITH LEAVE TO AMEND",
    "ORDER DENYING MOTION FOR EXPEDITED DISCOVERY",
    "ORDER ON MOTION TO COMPEL AND MOTION TO STAY",
    "ORDER DENYING DEFENDANT'S MOTION FOR SUMMARY JUDGMENT",
)
JUDGES = ("MARIAN T. OAKHURST", "Desmond W. Tarrant", "RUFUS Q. LINDQVIST")
MONTHS = ("January", "March", "May", "June", "September", "November", "December")


def draw_from(seed: int) -> random.Random:
    """The source of all chance here: the same seed draws the same."""
    return random.Random(seed)  # noqa: S311


def write_order(seed: int) -> KnownOrder:
    """Write the order of a seed: the same seed gives the same order."""
    chance = draw_from(seed)
    writer = _Writer(chance)
    district, docket = chance.choice(DISTRICTS)
    plaintiff, defendant = chance.choice(PARTIES)
    month, day = chance.choice(MONTHS), chance.randint(1, 28)
    judge = chance.choice(JUDGES)
    date = f"{month} {day}, 2024"
    blocks = writer.write_body()
    signature = (f"Dated: {date}", judge, "United States District Judge")
    return KnownOrder(
        district=district,
        docket=docket.format(serial=chance.randint(1000, 9999)),
        plaintiff=plaintiff,
        defendant=defendant,
        title=chance.choice(TITLES),
        judge=judge,
        date=date,
        filed=f"{MONTHS.index(month) + 1:02}/{day:02}/24",
        document=chance.randint(2, 180),
        blocks=(
            *blocks,
            *(KnownBlock(BlockKind.SIGNATURE, (Run(line),)) for line in signature),
        ),
        notes=tuple(writer.notes),
    )


class _Writer:
    """Draws sentences without repeating one before all are used."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.notes: list[KnownNote] = []
        self._stock: dict[int, list[str]] = {}
        self.most_notes = chance.randint(0, 5)
        # No order quotes the same passage or has the same heading twice.
        self.inner_headings = chance.sample(sentences.INNER_HEADINGS, len(sentences.INNER_HEADINGS))
        self.quotes = chance.sample(sentences.QUOTES, len(sentences.QUOTES))

    def write_body(self) -> list[KnownBlock]:
        chance = self.chance
        blocks = [self._write_paragraph() for _ in range(chance.randint(1, 2))]
        outer = chance.choice(("roman", "roman", "capitals", "bare roman"))
        inner = chance.choice(("letter", "letter", "digit", "bold"))
        sections = chance.sample(sentences.OUTER_HEADINGS, chance.randint(2, 3))
        for number, words in enumerate(sections):
            blocks.append(self._write_heading(outer, number, words))
            if chance.random() < 0.5:
                blocks += self._write_passage()
            else:
                blocks.append(self._write_paragraph())
            below = [self.inner_headings.pop() for _ in range(chance.choice((0, 2)))]
            for rank, inner_words in enumerate(below):
                blocks.append(self._write_heading(inner, rank, inner_words))
                blocks += self._write_passage()
        blocks += self._write_list()
        blocks.append(KnownBlock(BlockKind.PARAGRAPH, (Run("IT IS SO ORDERED."),)))
        return blocks

    def _write_heading(self, style: str, number: int, words: str) -> KnownBlock:
        label = {
            "roman": f"{ROMAN[number]}. ",
            "letter": f"{'ABCDEF'[number]}. ",
            "digit": f"{number + 1}. ",
        }.get(style, "")
        text = f"{ROMAN[number]}." if style == "bare roman" else label + words
        return KnownBlock(BlockKind.HEADING, (Run(_curl(text)),))

    def _write_passage(self) -> list[KnownBlock]:
        blocks = [self._write_paragraph() for _ in range(self.chance.randint(1, 2))]
        if self.quotes and self.chance.random() < 0.5:
            lead, quote, source = self.quotes.pop()
            blocks.append(self._write_paragraph(ending=lead))
            blocks.append(KnownBlock(BlockKind.QUOTE, self._set(quote)))
            if self.chance.random() < 0.5:
                blocks.append(KnownBlock(BlockKind.PARAGRAPH, self._set(source), flush=True))
            blocks.append(self._write_paragraph())
        return blocks

    def _write_list(self) -> list[KnownBlock]:
        lead, items = self.chance.choice(sentences.LISTS)
        style = self.chance.choice(("{}.", "({})", "letter", "•"))
        blocks = [self._write_paragraph(ending=lead)]
        for number, item in enumerate(items, 1):
            label = style.format(number)
            if style == "letter":
                label = f"({'abcdef'[number - 1]})"
            runs = self._set(item)
            if style == "•":
                blocks.append(KnownBlock(BlockKind.LIST_ITEM, runs, bullet=True))
            else:
                blocks.append(KnownBlock(BlockKind.LIST_ITEM, (Run(f"{label} "), *runs)))
        return blocks

    def _write_paragraph(self, ending: str = "") -> KnownBlock:
        chance = self.chance
        kinds = (sentences.FACTS, sentences.LAW, sentences.REASONS)
        drawn = [self._draw(chance.choice(kinds)) for _ in range(chance.randint(2, 5))]
        if chance.random() < 0.12:
            drawn.insert(0, self._draw(sentences.NUMBER_FIRST))
        elif drawn[0].startswith(("_Id._", "_Twombly_")):
            drawn.insert(0, self._draw(sentences.REASONS))
        runs: list[Run] = []
        for sentence in drawn:
            runs += [Run(" ")] if runs else []
            runs += self._set(sentence)
            if len(self.notes) < self.most_notes and chance.random() < 0.2:
                self._add_note(runs)
        if ending:
            runs += [Run(" "), *self._set(ending)]
        return KnownBlock(BlockKind.PARAGRAPH, tuple(runs))

    def _add_note(self, runs: list[Run]) -> None:
        """A mark after the last sentence, or inside it after a comma."""
        label = str(len(self.notes) + 1)
        text = runs[-1].text
        if self.chance.random() < 0.3 and (comma := text.find(", ")) > 0 and not runs[-1].italic:
            runs[-1:] = [Run(text[: comma + 1]), Run(label, mark=True), Run(text[comma + 1 :])]
        else:
            runs.append(Run(label, mark=True))
        self.notes.append(KnownNote(label, self._set(self._draw(sentences.NOTES))))

    def _draw(self, stock: list[str]) -> str:
        left = self._stock.setdefault(id(stock), [])
        if not left:
            left.extend(stock)
            self.chance.shuffle(left)
        return left.pop()

    def _set(self, sentence: str) -> tuple[Run, ...]:
        return split_runs(_curl(self._fill(sentence)))

    def _fill(self, sentence: str) -> str:
        chance = self.chance
        makers = {
            "day": lambda: chance.randint(1, 28),
            "small": lambda: chance.randint(2, 28),
            "number": lambda: chance.randint(29, 999),
            "year": lambda: chance.randint(1998, 2020),
            "amount": lambda: (
                f"${chance.randint(1, 28)},{chance.randint(100, 999)}.{chance.randint(10, 99)}"
            ),
            "entry": lambda: chance.randint(1, 120),
        }
        return re.sub(r"\{(\w+)\}", lambda match: str(makers[match[1]]()), sentence)


def split_runs(text: str) -> tuple[Run, ...]:
    """Part text at its `_italics_`."""
    pieces = ITALIC.split(text)
    return tuple(Run(piece, italic=at % 2 == 1) for at, piece in enumerate(pieces) if piece)


def _curl(text: str) -> str:
    return text.replace("'", "’")
