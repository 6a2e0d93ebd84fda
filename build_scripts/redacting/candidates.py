"""Words of an order that are private or withheld, and the decision about each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from build_scripts.model.clean_order import Block, BlockKind, CleanOrder, Removal, RemovalReason
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.matching import PhraseMatcher
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.model.withholding import Allowance, PrivateKind, Words
from build_scripts.redacting.private_words import find_personal_words

_PATTERNS = read_patterns(__package__, "candidates.toml")

_MASKED_OR_BARE = frozenset(
    {
        RemovalReason.MAILING_NOTICE,
        RemovalReason.LINE_NUMBER,
        RemovalReason.PAGE_NUMBER,
        RemovalReason.RULE,
    }
)

# A value of these is searched for in the whole order, whatever precedes it there: a number
# announced once is as private without its announcement.
NUMBERS = frozenset(PrivateKind) - {
    PrivateKind.BIRTH_DATE,
    PrivateKind.MINOR,
    PrivateKind.HOME_ADDRESS,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters of one block that may be private data, and where they were printed.

    `block` counts blocks and then footnotes' blocks, as `OrderMap.located` lists them; of
    words that cleaning took off the page, `removal` is theirs and `block` is below 0. `text` is
    what `start`, `end` and `context` count in. What is `public` is a court's own.
    """

    kind: PrivateKind
    block: int
    start: int
    end: int
    context: int
    page: int
    line: int
    text: str = field(repr=False)
    removal: Removal | None = None
    public: bool = False

    @property
    def words(self) -> str:
        """Return the words themselves."""
        return self.text[self.start : self.end]

    @property
    def printed(self) -> str:
        """Return the words with the label before them."""
        return self.text[self.context : self.end]

    @property
    def phrase(self) -> str:
        """Return the part of them that must be nowhere after redaction."""
        return find_phrase(self.kind, self.words, self.printed)


def list_candidates(clean: CleanOrder) -> list[Candidate]:
    """Return all private data of an order: in its text in reading order, then in what was taken
    off; and the court's own addresses and numbers.

    Notices of electronic mailing are left out: they are masked whole.
    """
    criminal = is_criminal(clean)
    found = []
    for index, (_, block) in enumerate(clean.map.located):
        for each in find_personal_words(block.text, criminal=criminal):
            place, span = block.find_line(each.start), (each.start, each.end, each.context)
            found.append(Candidate(each.kind, index, *span, *place, block.text, public=each.public))
    for index, removal in list_texts_removed(clean):
        text, place = removal.text, (removal.page, removal.line)
        for each in find_personal_words(text):
            span = (each.start, each.end, each.context)
            found.append(
                Candidate(each.kind, -1 - index, *span, *place, text, removal, each.public)
            )
    return found


def list_texts_removed(clean: CleanOrder) -> Iterator[tuple[int, Removal]]:
    """Yield the removals that may hold private data: those of words, not of bare numbers."""
    for index, removal in enumerate(clean.removals):
        if removal.reason not in _MASKED_OR_BARE and _PATTERNS.MAY_HOLD.search(removal.text):
            yield index, removal


def find_phrase(kind: PrivateKind, words: str, in_context: str) -> str:
    """Return the letters and digits that must be nowhere after redaction.

    Of a telephone number without extension and the country's 1; of a date, which others may share,
    with the words that mark it as one of birth.
    """
    if kind is PrivateKind.TELEPHONE:
        digits = normalize_alnum(_PATTERNS.EXTENSION.sub("", words))
        return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    return normalize_alnum(words if kind in NUMBERS else in_context)


def is_criminal(clean: CleanOrder) -> bool:
    """Return whether the caption is of a criminal case: by its docket number, or its prosecutor."""
    dockets = _join(clean.blocks, BlockKind.DOCKET)
    parties = _join(clean.blocks, BlockKind.PARTIES)
    return bool(_PATTERNS.CRIMINAL_DOCKET.search(dockets) or _PATTERNS.PROSECUTED.match(parties))


def take_allowed(
    candidates: Sequence[Candidate], allowances: Iterable[Allowance]
) -> tuple[set[int], list[Allowance]]:
    """Return the places of the candidates that an editor allows, and allowances of nothing."""
    allowed: set[int] = set()
    idle = []
    for allowance in allowances:
        fitting = [place for place, each in enumerate(candidates) if _is_allowed(each, allowance)]
        occurrence = allowance.words.occurrence
        if occurrence is not None:
            fitting = fitting[occurrence - 1 : occurrence]
        allowed.update(fitting)
        if not fitting:
            idle.append(allowance)
    return allowed, idle


def find_passage(clean: CleanOrder, words: Words) -> list[tuple[int, int, int]]:
    """Return the ranges of blocks that contain a passage: block, start, end.

    A passage may extend over blocks; each of them then has its range.
    """
    located = clean.map.located
    found = []
    for start, end, _ in PhraseMatcher([normalize_alnum(words.text)]).find(clean.reading_text):
        pieces = [
            (index, max(0, start - offset), min(len(block.text), end - offset))
            for index, (offset, block) in enumerate(located)
            if start < offset + len(block.text) and offset < end
        ]
        page, line = located[pieces[0][0]][1].find_line(pieces[0][1])
        if words.page in (None, page) and words.line in (None, line):
            found.append(pieces)
    if words.occurrence is not None:
        found = found[words.occurrence - 1 : words.occurrence]
    return [piece for pieces in found for piece in pieces]


def _is_allowed(candidate: Candidate, allowance: Allowance) -> bool:
    wanted, said = allowance.words, normalize_alnum(allowance.words.text)
    bare = normalize_alnum(candidate.words)
    return (
        allowance.kind in (None, candidate.kind)
        and wanted.page in (None, candidate.page)
        and wanted.line in (None, candidate.line)
        and (not said or bool(bare and (said in bare or bare in said)))
    )


def _join(blocks: Iterable[Block], kind: BlockKind) -> str:
    return " ".join(block.text for block in blocks if block.kind is kind)
