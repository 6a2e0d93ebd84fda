"""Redaction: a clean order without its private and withheld words, which no later stage sees.

candidates.py finds private data (private_words.py has each kind) and the passages that an editor
withholds; policies and an editor's allowances decide about each. cuts.py takes them out of the
running text and puts a note of their kind in their place; source_lines.py masks them in the lines
as they came. Cleaning has proved before that no word was lost; what is removed here is recorded
with its kind, page and line, and never with its words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.redaction import DEFAULT_POLICIES, Policies, Redaction
from build_scripts.model.source_text import (
    ExternalFacts,
    HiddenWords,
    SidePart,
    SideParts,
    SourcePage,
    SourceText,
)
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.withholding import (
    Allowance,
    PrivateKind,
    PrivatePolicy,
    WithheldPart,
    Withholding,
)
from build_scripts.problems import WITHHOLD_WORDS, Finding, FindingCode
from build_scripts.redacting.candidates import Candidate, list_candidates, take_allowed
from build_scripts.redacting.private_words import find_private_words
from build_scripts.redacting.redactor import Redactor

_DANGEROUS = frozenset({SidePart.ACTION, SidePart.FILE})

__all__ = ["RedactedOrder", "redact_order"]


@dataclass(frozen=True, slots=True)
class RedactedOrder:
    """An order as every later stage sees it, and the record of what was removed.

    `external` are the facts outside the text, and `pages` the lines as they came, both without the
    removed words.
    """

    clean: CleanOrder
    pages: tuple[SourcePage, ...]
    external: ExternalFacts
    redaction: Redaction
    findings: tuple[Finding, ...]


def redact_order(
    path: str,
    source: SourceText,
    clean: CleanOrder,
    withholdings: Sequence[Withholding] = (),
    allowances: Sequence[Allowance] = (),
    policies: Policies = DEFAULT_POLICIES,
    corrections_path: str = "",
) -> RedactedOrder:
    """Take out of an order what is private by `policies` and what an editor withholds.

    Raise WithheldOrderError if a passage that is withheld is not found: then nothing proves that
    its words are not somewhere else.
    """
    personal = list_candidates(clean)
    public = {each.phrase for each in personal if each.public}
    candidates = [each for each in personal if each.phrase not in public]
    allowed, idle = take_allowed(candidates, allowances)
    left = [each for place, each in enumerate(candidates) if place not in allowed]
    redacted = [each for each in left if policies[each.kind] is PrivatePolicy.REDACT]
    flagged = [each for each in left if policies[each.kind] is PrivatePolicy.FLAG]
    redactor = Redactor(clean, source, policies, [candidates[place] for place in allowed])
    redactor.spared |= public
    redactor.take_private(redacted)
    for withholding in withholdings:
        if withholding.what is WithheldPart.PASSAGE:
            redactor.take_passage(withholding, corrections_path)
    redactor.note_hidden(source.hidden)
    redactor.look_everywhere()
    idle = [each for each in idle if not redactor.spare(each.words)]
    redactor.mask_lines()
    side, private = _weigh_side_parts(source, policies)
    return RedactedOrder(
        redactor.write_clean(),
        redactor.lines.write_pages(),
        redactor.write_external(),
        Redaction(
            redactor.list_redacted(),
            tuple(replace(each, words=None) for each in withholdings),
            tuple(dict.fromkeys(redactor.secrets)),
            tuple(sorted(redactor.spared)),
            side.parts,
            side.copied,
        ),
        (
            *_report_hidden(path, source.hidden),
            *_report_side_parts(path, side, private),
            *(_report_flagged(path, each) for each in flagged),
            *(_report_idle(corrections_path, each) for each in idle),
        ),
    )


def _report_hidden(path: str, hidden: Sequence[HiddenWords]) -> Iterator[Finding]:
    for page, stretches in sorted(Counter(each.page for each in hidden).items()):
        count = "a stretch" if stretches == 1 else f"{stretches} stretches"
        yield Finding(
            path,
            FindingCode.BAD_REDACTION,
            f"The page holds {count} of text that it does not show, as under a black box, on a "
            "layer that is switched off, or beyond its edge. It is not published, nor is the file.",
            "Ask the court for a file without it: whoever has the file can read what is covered.",
            f"page {page}",
        )


def _weigh_side_parts(
    source: SourceText, policies: Policies
) -> tuple[SideParts, list[PrivateKind]]:
    """Return what a file holds besides its pages, and the kinds of private data in its words.

    Words that the pages print too are judged there. Private data in words of no known part makes
    them a part, of which no copy is known to be free.
    """
    side = source.side_parts
    lines = [line.text for page in source.pages for line in page.lines]
    whole = {line.strip() for line in lines}
    others = dict.fromkeys(line for line in side.words.split("\n") if line.strip() not in whole)
    found = [
        (words.kind, line[words.start : words.end])
        for line in others
        for words in find_private_words(line)
        if policies[words.kind] is PrivatePolicy.REDACT
    ]
    if found:
        printed = normalize_alnum(" ".join(lines))
        found = [(kind, words) for kind, words in found if normalize_alnum(words) not in printed]
    private = sorted({kind for kind, _ in found})
    return SideParts((SidePart.OTHER,)) if private and not side.parts else side, private


def _report_side_parts(path: str, side: SideParts, private: list[PrivateKind]) -> Iterator[Finding]:
    """Report private data in a file that its pages do not show, and dangerous content."""
    if side.parts and (private or _DANGEROUS.intersection(side.parts)):
        said = f", with private data: {', '.join(private)}" if private else ""
        what = "Only a copy of its pages is offered." if side.copied else "It is not offered."
        yield Finding(
            path,
            FindingCode.SIDE_PARTS,
            f"The file holds more than its pages show: {', '.join(side.parts)}{said}. {what}",
            "Ask the court for a file without it: whoever has the file can read it.",
        )


def _report_flagged(path: str, candidate: Candidate) -> Finding:
    place = f"page {candidate.page}, line {candidate.line}"
    allow = f"allow: {{kind: {candidate.kind}, page: {candidate.page}, line: {candidate.line}}}"
    return Finding(
        path,
        FindingCode.PRIVATE_DATA,
        f"Here may stand: {candidate.kind}.",
        f"Withhold it, or let it stand: `{allow}` in its corrections file.",
        place,
        f"{WITHHOLD_WORDS} --page {candidate.page} --line {candidate.line}",
    )


def _report_idle(path: str, allowance: Allowance) -> Finding:
    return Finding(
        path,
        FindingCode.CORRECTION_CHANGES_NOTHING,
        "`allow` fits no private data that was found in the order.",
        "Name the page and line that `orders check --private` prints, or take it out.",
        f"line {allowance.corrections_line}",
    )
