"""Find the writings after an order's text: separate opinions, appendices, attachments, forms."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from build_scripts.cleaning.blank_forms import is_blank_form, is_form_title
from build_scripts.cleaning.bylines import name_kind, read_author, read_byline, read_title
from build_scripts.cleaning.line_ends import ENDS_SENTENCE
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import Block, BlockKind, Part, PartKind
from build_scripts.model.text.pattern_table import read_patterns

_PATTERNS = read_patterns(__package__, "parts.toml")
APPENDIX = _PATTERNS.APPENDIX
HEADLIKE = frozenset(
    (
        BlockKind.COURT,
        BlockKind.PARTIES,
        BlockKind.DOCKET,
        BlockKind.TITLE,
        BlockKind.CENTRED,
        BlockKind.HEADING,
    )
)
FEWEST_PROSE_WORDS = 8
LOWER = 0.45  # of a sentence's words
BEHIND_MARK = 5  # blocks behind a writing's first one in which its byline stands
CAPTION_BLOCKS = 16  # of a separate opinion with a caption of its own


@dataclass(frozen=True, slots=True)
class Beginning:
    """The block that begins a document or a writing, as its lines show it."""

    type: str = ""  # as the form names it: "dissent"
    document: str | None = None  # the stamp's number, where it changes here
    captioned: bool = False  # a caption of its own stands here


@dataclass(frozen=True, slots=True)
class _Start:
    """A part's first block, and what is known of the part."""

    block: int
    kind: PartKind
    author: str | None = None
    document: str | None = None


def read_beginning(lines: Sequence[Line], before: str | None, captioned: bool) -> Beginning:
    """Return what a document's first lines show; `before` is the document number above them."""
    document = lines[0].document
    return Beginning(lines[0].part, document if document != before else None, captioned)


def find_parts(blocks: Sequence[Block], beginnings: Mapping[int, Beginning]) -> tuple[Part, ...]:
    """Find the parts of an order; `beginnings` holds what lines showed, by index of the block.

    The text before the first part is the order itself. A separate opinion begins with its
    byline, with the title or caption right above it, or where the form marks it; a byline counts
    only after a sentence of prose, so that the list of writings in the front is skipped.
    """
    first_prose = next((i for i, block in enumerate(blocks) if _is_prose(block)), len(blocks))
    starts: dict[int, _Start] = {}
    finders: tuple[Callable[[], Iterable[_Start]], ...] = (
        lambda: _find_marked(blocks, beginnings),
        lambda: _find_opinions(blocks, first_prose),
        lambda: _find_documents(blocks, beginnings),
        lambda: _find_appendices(blocks, first_prose),
    )
    for find in finders:
        for start in find():
            starts.setdefault(start.block, start)
    others = [start.block for start in starts.values() if start.kind is PartKind.OTHER_CASE]
    first_other = min(others, default=len(blocks))
    own = [starts[index] for index in sorted(starts) if index < first_other]
    ordered = [*_drop_repeated(blocks, own), *(starts[index] for index in sorted(others))]
    bounds = [*(start.block for start in ordered), len(blocks)]
    return tuple(
        Part(start.kind, start.block, end, start.author, start.document)
        for start, end in zip(ordered, bounds[1:], strict=True)
    )


def _is_prose(block: Block) -> bool:
    """Return whether a block is a sentence of running text; a list of judges has capitals."""
    words = block.text.split()
    if block.kind is not BlockKind.PARAGRAPH or len(words) < FEWEST_PROSE_WORDS:
        return False
    lower = sum(1 for word in words if word[:1].islower())
    return lower >= LOWER * len(words) and ENDS_SENTENCE.search(block.text) is not None


def _find_marked(blocks: Sequence[Block], beginnings: Mapping[int, Beginning]) -> Iterable[_Start]:
    """Yield writings whose type the form names."""
    for index, beginning in beginnings.items():
        if kind := name_kind(beginning.type):
            texts = [block.text for block in blocks[index : index + 1 + BEHIND_MARK]]
            author = read_author(texts[1:]) or read_author(texts[:1])
            yield _Start(index, kind, None if kind is PartKind.OTHER_CASE else author)


def _find_opinions(blocks: Sequence[Block], first_prose: int) -> Iterable[_Start]:
    for index in range(first_prose + 1, len(blocks)):
        if blocks[index].kind is BlockKind.QUOTE:
            continue
        byline = read_byline([block.text for block in blocks[index : index + 2]])
        if byline:
            yield _Start(_reach_up(blocks, index), byline.kind, byline.author)


def _reach_up(blocks: Sequence[Block], byline: int) -> int:
    """Return where a writing with this byline begins: at its title, or at a caption of its own."""
    start = byline
    while start and read_title(blocks[start - 1].text):
        start -= 1
    above = list(
        takewhile(
            lambda index: blocks[index].kind in HEADLIKE and not _is_prose(blocks[index]),
            range(byline - 1, max(0, byline - CAPTION_BLOCKS), -1),
        )
    )
    courts = [index for index in above if blocks[index].kind is BlockKind.COURT]
    return min([start, *courts])


def _find_documents(
    blocks: Sequence[Block], beginnings: Mapping[int, Beginning]
) -> Iterable[_Start]:
    """Yield other documents of the docket by their stamps, and pages with a form's caption."""
    for index, end in pairwise((*sorted(beginnings), len(blocks))):
        beginning = beginnings[index]
        blank = is_blank_form(blocks[index:end])
        if beginning.document:
            kind = PartKind.FORM if blank else PartKind.ATTACHMENT
            yield _Start(index, kind, document=beginning.document)
        elif beginning.captioned and (blank or _has_form_title(blocks[index:end])):
            yield _Start(index, PartKind.FORM)


def _has_form_title(blocks: Sequence[Block]) -> bool:
    head = takewhile(lambda block: not _is_prose(block), blocks[:CAPTION_BLOCKS])
    return any(is_form_title(block) for block in head)


def _begins_page(blocks: Sequence[Block], index: int) -> bool:
    return blocks[index].places[0].page > blocks[index - 1].places[-1].page


def _find_appendices(blocks: Sequence[Block], first_prose: int) -> Iterable[_Start]:
    signed = False
    for index in range(first_prose + 1, len(blocks)):
        block = blocks[index]
        signed = signed or block.kind is BlockKind.SIGNATURE
        apart = block.kind in HEADLIKE or _begins_page(blocks, index) or len(block.text) < 16
        if not apart or not ENDS_SENTENCE.search(blocks[index - 1].text):
            continue
        attached = (
            signed and _begins_page(blocks, index) and _PATTERNS.ATTACHED.fullmatch(block.text)
        )
        if attached or APPENDIX.fullmatch(block.text):
            yield _Start(index, PartKind.APPENDIX)


def _drop_repeated(blocks: Sequence[Block], starts: Sequence[_Start]) -> list[_Start]:
    """Drop repeated starts: a byline below its mark or title begins a writing only once. One that
    another's follows is a vote.
    """
    kept: list[_Start] = []
    for start in starts:
        last = kept[-1] if kept else None
        if last and not any(_is_prose(b) for b in blocks[last.block : start.block]):
            kind = last.kind if start.kind is PartKind.APPENDIX else start.kind
            if last.document:
                kind = last.kind
            elif last.author and start.author and start.block == last.block + 1:
                kept[-1] = start  # above it is a vote: "ROE and POE, JJ., concurring." (Maine)
                continue
            kept[-1] = replace(last, kind=kind, author=start.author or last.author)
            continue
        kept.append(start)
    return kept
