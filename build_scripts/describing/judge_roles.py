"""Find what sentences tell of judges: who dissents or concurs, who joins them, who has no part."""

import re
from collections.abc import Iterator, Sequence

from build_scripts.describing.judge_bylines import role_of
from build_scripts.describing.judge_claims import LONGEST_BYLINE, restate, seat_judges
from build_scripts.describing.judge_panels import iterate_bench
from build_scripts.describing.opening import LocatedBlock, is_prose
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import Claim, Judge, JudgeRole
from build_scripts.model.law.judge_forms import forms
from build_scripts.model.law.judges import SENTENCE_END, NamedJudge
from build_scripts.model.text.pattern import Pattern


def find_told_roles(lines: Sequence[LocatedBlock]) -> Iterator[Claim[Judge]]:
    """Yield judges who dissent or concur apart, and those who join them."""
    for line, who, what in _iterate_told(lines, forms.TELLS_VOTE):
        role = role_of(forms.JOINED.split(what)[0])
        others = (forms.JOINED.search(what), forms.OWNED.search(what))
        benches = (who, *(other["who"] for other in others if other))
        judges = [judge for names in benches for judge in iterate_bench(names)]
        if role is not JudgeRole.AUTHOR and not forms.CITED.search(what):
            for claim in seat_judges(judges, line.span(), "a sentence of votes"):
                yield restate(claim, role=role)


def find_majority(lines: Sequence[LocatedBlock]) -> Iterator[Claim[Judge]]:
    """Yield who concurs with the named author; this line may be printed after a dissent."""
    for line in lines:
        if found := forms.CONCURS_WITH.match(line.text):
            yield from seat_judges(iterate_bench(found["who"]), line.span(), "a line of votes")


def find_absent(lines: Sequence[LocatedBlock]) -> Iterator[NamedJudge]:
    """Yield judges who took no part in the decision, or were relieved from the panel."""
    for _, who, _ in _iterate_told(lines, forms.TELLS_ABSENCE):
        yield from iterate_bench(re.sub(r"\bFormer\s", "", who))


def _iterate_told(
    lines: Sequence[LocatedBlock], verb: Pattern[str]
) -> Iterator[tuple[LocatedBlock, str, str]]:
    """Yield sentences of nothing but judges before a verb, divided there."""
    for line in lines:
        if line.kind is BlockKind.QUOTE or not verb.search(line.text):
            continue
        # A page's text can run on into its footnote.
        pieces = forms.STARRED.split(forms.PAGES_TOLD.sub("", line.text))
        sentences = [
            vote
            for piece in pieces
            for sentence in SENTENCE_END.split(piece)
            for vote in forms.NEXT_VOTE.split(sentence)
        ]
        if is_prose(line.block) and len(line.text) > LONGEST_BYLINE:
            sentences = [sentences[0], sentences[-1], *(s for s in sentences if s[0:1] in "*†")]
        for sentence in sentences:
            told = verb.search(sentence[:LONGEST_BYLINE])
            if told and forms.TOLD_BENCH.match(sentence[: told.start()]):
                yield line, sentence[: told.start()], sentence[told.start() :]
