"""The citations in an order.

The input is the reading text of a clean order. Finders look for cases, provisions, the record and
back-references, each in its own file; if two claim the same characters, the more trusted one keeps
them. Then every back-reference is resolved to its antecedent, and every parallel citation to its
group. The output is citations in order, none overlapping another.
"""

import re
from collections.abc import Sequence

from build_scripts.citing.acts import find_act_sections
from build_scripts.citing.addresses import find_address
from build_scripts.citing.antecedents import resolve_antecedents
from build_scripts.citing.back_references import find_ids, find_slip_opinions, find_supras
from build_scripts.citing.bare import find_bare_provisions
from build_scripts.citing.case_index import CaseIndex
from build_scripts.citing.cases import find_cases
from build_scripts.citing.codes import find_statutes
from build_scripts.citing.constitution import find_bare_constitution
from build_scripts.citing.context import read_contexts
from build_scripts.citing.internal import find_internal_references
from build_scripts.citing.local_rules import find_local_rules
from build_scripts.citing.long_words import blank_long_words
from build_scripts.citing.mentions import Mention, keep_disjoint
from build_scripts.citing.neutral import find_docket_citations, find_neutral_citations
from build_scripts.citing.papers import find_papers
from build_scripts.citing.parallels import complete_names, mark_parallels, retype_short_forms
from build_scripts.citing.record import find_record_entries
from build_scripts.citing.record_names import find_record_names
from build_scripts.citing.references import find_references
from build_scripts.citing.rules import find_rules
from build_scripts.citing.secondary import find_secondary_sources
from build_scripts.citing.sentence_spans import find_sentences
from build_scripts.citing.visibility import Visibility
from build_scripts.model.citation import AntecedentRule, Citation, CitationKind
from build_scripts.model.clean_order import Block, BlockKind, CleanOrder

__all__ = ["cite_order"]

_HEAD_MATTER = (BlockKind.COURT, BlockKind.PARTIES, BlockKind.DOCKET)


def cite_order(clean: CleanOrder) -> tuple[Citation, ...]:
    """Return all citations in `clean.reading_text`, sorted by start, none overlapping.

    `reading_text[c.start:c.end] == c.text` holds for each. The caption's own docket numbers and
    reporter citations are not citations of anything and are left out.
    """
    text = blank_long_words(clean.reading_text)
    coded = keep_disjoint([find_rules(text), find_statutes(text), find_local_rules(text)])
    provisions = keep_disjoint([coded, find_act_sections(text, coded)])
    cases = find_cases(text)
    mentions = keep_disjoint(
        [
            find_neutral_citations(text, cases),
            cases,
            provisions,
            find_docket_citations(text, cases),
            find_record_entries(text),
            find_secondary_sources(text),
            find_supras(text),
            find_internal_references(text),
            find_slip_opinions(text),
            find_ids(text, cases),
            find_papers(text),
            find_bare_provisions(text, provisions),
            find_bare_constitution(text, provisions),
        ]
    )
    mentions = _leave_out_head_matter(clean, mentions)
    mentions = retype_short_forms(complete_names(mark_parallels(text, mentions)))
    index = CaseIndex(mentions)
    names = find_references(text, clean, mentions, index)
    mentions = keep_disjoint([mentions, names, find_record_names(text, mentions)])
    visibility = Visibility(text, clean, mentions)
    resolved = resolve_antecedents(mentions, index, visibility, _find_flows(clean))
    told = read_contexts(text, resolved)
    sentences = find_sentences(clean, told)
    return tuple(
        _make_citation(clean.reading_text, mention, sentence)
        for mention, sentence in zip(told, sentences, strict=True)
    )


def _leave_out_head_matter(clean: CleanOrder, mentions: list[Mention]) -> list[Mention]:
    located = clean.map.located
    spans = [
        (offset, offset + len(block.text))
        for offset, block in located
        if block.kind in _HEAD_MATTER
    ]
    head = located[:6]
    return [
        m
        for m in mentions
        if not any(start <= m.start < end for start, end in spans) and not _is_own(head, m)
    ]


def _is_own(head: Sequence[tuple[int, Block]], mention: Mention) -> bool:
    """Return whether a citation fills a centred block above the caption: the order's own report."""
    if mention.kind is not CitationKind.CASE:
        return False
    for offset, block in head:
        if block.kind not in (BlockKind.CENTRED, *_HEAD_MATTER):
            return False
        if offset <= mention.start < offset + len(block.text):
            rest = block.text[: mention.start - offset] + block.text[mention.end - offset :]
            return not re.search(r"[A-Za-z]{3}", rest)
    return False


def _find_flows(clean: CleanOrder) -> list[int]:
    """Return where the body begins, and each footnote: texts that are read separately."""
    starts = [0, len(clean.text) + 2]
    for note in clean.footnotes:
        starts.append(starts[-1] + sum(len(block.text) + 2 for block in note.blocks))
    return starts[: len(clean.footnotes) + 1]


def _make_citation(text: str, mention: Mention, sentence: tuple[int, int]) -> Citation:
    # "Compl. ¶ 2" refers to a paper of the record by its name: a short form, not an entry.
    named_paper = mention.kind is CitationKind.RECORD and not mention.entries
    return Citation(
        kind=CitationKind.SHORT if named_paper else mention.kind,
        text=text[mention.start : mention.end],
        start=mention.start,
        end=mention.end,
        normal_form=mention.normal_form,
        authority=mention.authority or mention.normal_form,
        case_name=None if named_paper else mention.name,
        court=mention.court,
        year=mention.year,
        pin_cite=mention.pin_cite,
        antecedent=mention.normal_form if named_paper else mention.antecedent,
        antecedent_rule=AntecedentRule.PAPER if named_paper else mention.antecedent_rule,
        docket_number=mention.docket_number,
        entries=mention.entries,
        sentence=sentence,
        signal=mention.signal,
        parenthetical=mention.parenthetical,
        history=mention.history,
        outward_url=find_address(mention),
    )
