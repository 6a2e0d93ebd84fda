"""Clean order in, the same without what is private or withheld out: no later stage sees the words.

candidates.py finds private data (private/ has one file a kind) and the passages that an editor
withholds; policies and an editor's allowances say what becomes of each. cuts.py takes them out of
the running text, where a note of their kind stands instead; source_lines.py masks them in the lines
as they came. Cleaning has proved before that no word was lost; what leaves here is recorded with
its kind, page and line, and never with its words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.private_data import PrivatePolicy
from build_scripts.model.redaction import DEFAULT_POLICIES, Policies, Redaction
from build_scripts.model.source_text import ExternalFacts, HiddenWords, SourcePage, SourceText
from build_scripts.model.withholding import Allowance, WithheldPart, Withholding
from build_scripts.problems import WITHHOLD_WORDS, Finding, FindingCode
from build_scripts.redacting.candidates import Candidate, list_candidates, take_allowed
from build_scripts.redacting.redactor import Redactor

__all__ = ["RedactedOrder", "redact_order"]


@dataclass(frozen=True, slots=True)
class RedactedOrder:
    """An order as every later stage sees it, and the record of what left.

    `external` are the facts beside the text, and `pages` the lines as they came, both without the
    words that left.
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

    Raises WithheldOrderError where a passage that is withheld is not found: nothing then says that
    its words do not stand somewhere else.
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
    return RedactedOrder(
        redactor.write_clean(),
        redactor.lines.write_pages(),
        redactor.write_external(),
        Redaction(
            redactor.list_redacted(),
            tuple(replace(each, words=None) for each in withholdings),
            tuple(dict.fromkeys(redactor.secrets)),
            tuple(sorted(redactor.spared)),
        ),
        (
            *_report_hidden(path, source.hidden),
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
            f"The page holds {count} of text that it does not show, as under a black box. It is "
            "not published, nor is the file.",
            "Ask the court for a file without it: whoever has the file can read what is covered.",
            f"page {page}",
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
