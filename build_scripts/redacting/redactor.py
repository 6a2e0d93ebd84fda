"""The redaction of one order: cuts are gathered, then made in text, lines and facts alike."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import islice
from typing import Any

from build_scripts.model.clean_order import CleanOrder, Removal, RemovalReason
from build_scripts.model.redaction import HIDDEN, PASSAGE, Policies, RedactedWords, Secret
from build_scripts.model.source_text import ExternalFacts, HiddenWords, SourceText
from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.matching import PhraseMatcher
from build_scripts.model.withholding import PrivateKind, PrivatePolicy, Withholding, Words
from build_scripts.problems import Finding, FindingCode, WithheldOrderError
from build_scripts.redacting.candidates import (
    NUMBERS,
    Candidate,
    find_passage,
    find_phrase,
    list_texts_removed,
)
from build_scripts.redacting.cuts import Cut, cut_block, cut_text, join_cuts
from build_scripts.redacting.private_words import find_private_words
from build_scripts.redacting.source_lines import SourceLines, mask_columns

PASSAGE_NOTE = "[withheld]"
_FEWEST = 7  # letters and digits of a value that is searched for like this


def note_of(kind: PrivateKind) -> str:
    """Return the replacement for private words."""
    return f"[redacted: {kind}]"


class Redactor:
    """Gathers what to remove from one order; then writes the order, its lines and its facts."""

    def __init__(
        self,
        clean: CleanOrder,
        source: SourceText,
        policies: Policies,
        allowed: Sequence[Candidate],
    ) -> None:
        self.lines = SourceLines(source.pages)
        self.secrets: list[Secret] = []
        self.spared = {each.phrase for each in allowed}
        self._clean = clean
        self._external = source.external
        self._side_words = source.side_parts.words
        self._policies = policies
        self._allowed = allowed
        self._located = clean.map.located
        self._cuts: dict[int, list[Cut]] = {}  # by block; of removals without a line, below 0
        self._done: dict[int, bytearray] = {}  # by block: 1 for a character that is decided
        self._matcher = PhraseMatcher(())
        for each in allowed:
            if each.block >= 0:
                self._mark_done(each.block, each.start, each.end)
        self._redacted: list[RedactedWords] = []
        self._notes: dict[str, tuple[str, str]] = {}  # of bare words: the replacement, the kind

    def take_private(self, candidates: Sequence[Candidate]) -> None:
        """Take out private data, and remember its values."""
        for each in candidates:
            self._redacted.append(RedactedWords(each.kind, each.page, each.line))
            removal = each.removal
            if removal is None or removal.start is None:
                self._add(each.block, Cut(each.start, each.end, note_of(each.kind), each.kind))
            else:
                place = self.lines.place(removal.page, removal.line)
                self.lines.mask_columns(place, removal.start + each.start, removal.start + each.end)
            bare = each.phrase
            self.secrets.append(Secret(each.kind, each.page, each.line, bare, each.printed))
            if each.kind in NUMBERS and len(bare) >= _FEWEST:
                self._notes.setdefault(bare, (note_of(each.kind), each.kind))

    def take_passage(self, withholding: Withholding, corrections_path: str) -> None:
        """Take out a passage; raise WithheldOrderError if it is nowhere, or not at its place."""
        words = withholding.words or Words()
        pieces = find_passage(self._clean, words)
        for index, start, end in pieces:
            block = self._located[index][1]
            self._add(index, Cut(start, end, PASSAGE_NOTE, PASSAGE))
            self._redacted.append(RedactedWords(PASSAGE, *block.find_line(start)))
        is_placed = (words.page, words.line, words.occurrence) != (None, None, None)
        if not is_placed:
            self._notes[normalize_alnum(words.text)] = (PASSAGE_NOTE, PASSAGE)
        else:
            self.spared.add(normalize_alnum(words.text))
        page, line = words.page or 1, 1
        for index, start, _ in pieces[:1]:
            page, line = self._located[index][1].find_line(start)
        self.secrets.append(Secret(PASSAGE, page, line, normalize_alnum(words.text), words.text))
        if not pieces and (is_placed or not self._is_outside(normalize_alnum(words.text))):
            raise _report_missing(withholding, corrections_path)

    def spare(self, words: Words) -> bool:
        """Keep words that another order may withhold; return whether they are in this order."""
        bare = normalize_alnum(words.text)
        stands = bool(bare) and (
            any(PhraseMatcher([bare]).find(self._clean.reading_text)) or self._is_outside(bare)
        )
        if stands:
            self.spared.add(bare)
        return stands

    def note_hidden(self, hidden: Sequence[HiddenWords]) -> None:
        """Record words that a page contains and does not show; reading has left them out."""
        for each in hidden:
            self._redacted.append(RedactedWords(HIDDEN, each.page, 0))
            bare = normalize_alnum(each.text)
            self.secrets.append(Secret(HIDDEN, each.page, 0, bare, each.text))

    def look_everywhere(self) -> None:
        """Take out the same values and passages wherever else they are."""
        matcher = self._matcher = PhraseMatcher(self._notes)
        if not matcher.count:
            return
        for index, (_, block) in enumerate(self._located):
            for start, end, bare in matcher.find(block.text):
                if not any(self._done.get(index, b"")[start:end]):  # removed, or allowed
                    note, kind = self._notes[bare]
                    self._add(index, Cut(start, end, note, kind))
                    self._redacted.append(RedactedWords(kind, *block.find_line(start)))
        spared = {
            (self.lines.place(each.page, each.line), normalize_alnum(each.words))
            for each in self._allowed
        }
        for place, text in self.lines.list_texts():
            for start, end, bare in matcher.find(text):
                if (place, bare) not in spared:
                    self.lines.mask_columns(place, start, end)

    def mask_lines(self) -> None:
        """Mask what is removed in the lines as they came; of notices of electronic mailing, all.

        The addresses in notices are remembered too.
        """
        for index, cuts in self._cuts.items():
            if index >= 0:
                self.lines.mask_block(self._located[index][1], join_cuts(cuts))
        for removal in self._clean.removals:
            if removal.reason is RemovalReason.MAILING_NOTICE:
                self.lines.mask_line(removal.page, removal.line)
                for words in find_private_words(removal.text):
                    printed = removal.text[words.start : words.end]
                    bare = find_phrase(words.kind, printed, "")
                    if words.kind in NUMBERS:
                        self.secrets.append(
                            Secret(words.kind, removal.page, removal.line, bare, printed)
                        )

    def list_redacted(self) -> tuple[RedactedWords, ...]:
        """Return a record of all that was removed, in the order of its places."""
        return tuple(sorted(self._redacted, key=lambda one: (one.page, one.line, one.kind)))

    def write_clean(self) -> CleanOrder:
        """Return the order without the words; they are among its removals by kind."""
        if not (self._cuts or self._redacted or self.lines.masked or self._notes):
            return self._clean
        blocks = (
            cut_block(block, join_cuts(self._cuts[index])) if index in self._cuts else block
            for index, (_, block) in enumerate(self._located)
        )
        return replace(
            self._clean,
            blocks=tuple(islice(blocks, len(self._clean.blocks))),
            footnotes=tuple(
                replace(note, blocks=tuple(islice(blocks, len(note.blocks))))
                for note in self._clean.footnotes
            ),
            removals=tuple(self._write_removals()),
            joins=tuple(
                join
                for join in self._clean.joins
                if self.lines.place(join.page, join.line) not in self.lines.masked
            ),
            parts=tuple(
                replace(part, author=part.author and self._write_text(part.author))
                for part in self._clean.parts
            ),
        )

    def write_external(self) -> ExternalFacts:
        """Return the facts outside the text without the words."""
        changed: dict[str, Any] = {}
        for each in fields(ExternalFacts):
            value = getattr(self._external, each.name)
            if isinstance(value, str):
                changed[each.name] = self._write_text(value)
            else:
                changed[each.name] = tuple(self._write_text(text) for text in value)
        return ExternalFacts(**changed)

    def _add(self, index: int, cut: Cut) -> None:
        self._cuts.setdefault(index, []).append(cut)
        if index >= 0:
            self._mark_done(index, cut.start, cut.end)

    def _mark_done(self, index: int, start: int, end: int) -> None:
        length = len(self._located[index][1].text)
        settled = self._done.setdefault(index, bytearray(length))
        settled[start:end] = b"\1" * (end - start)

    def _is_outside(self, bare: str) -> bool:
        lines = (text for _, text in self.lines.list_texts())
        facts = " \n ".join(
            map(str, (getattr(self._external, f.name) for f in fields(ExternalFacts)))
        )
        removed = (removal.text for _, removal in list_texts_removed(self._clean))
        matcher = PhraseMatcher([bare])
        return any(any(matcher.find(text)) for text in (*removed, facts, *lines, self._side_words))

    def _write_removals(self) -> Iterator[Removal]:
        for index, removal in enumerate(self._clean.removals):
            if removal.start is not None:
                yield self.lines.mask_removal(removal)
            else:
                cuts = join_cuts(self._cuts.get(-1 - index, ()))
                columns = [(cut.start, cut.end) for cut in cuts]
                yield removal._replace(text=self._write_text(mask_columns(removal.text, columns)))
        for one in self.list_redacted():
            reason = RemovalReason.WITHHELD if one.kind == PASSAGE else RemovalReason.PRIVATE
            yield Removal(reason, one.kind, one.page, one.line)

    def _write_text(self, text: str) -> str:
        """Return a short text without its private words and without those removed elsewhere."""
        kept = {normalize_alnum(each.words) for each in self._allowed}
        cuts = [
            Cut(words.start, words.end, note_of(words.kind), words.kind)
            for words in find_private_words(text)
            if self._policies[words.kind] is PrivatePolicy.REDACT
            and normalize_alnum(text[words.start : words.end]) not in kept
        ]
        text = cut_text(text, join_cuts(cuts))
        left = (
            Cut(start, end, *self._notes[bare]) for start, end, bare in self._matcher.find(text)
        )
        return cut_text(text, join_cuts(left))


def _report_missing(withholding: Withholding, path: str) -> WithheldOrderError:
    return WithheldOrderError(
        Finding(
            path,
            FindingCode.WITHHELD,
            "The words of the passage that is withheld are not in the order as it is now. Nothing "
            "of it is published.",
            "Copy the words from the order (`orders show` prints it), or take the passage out.",
            f"line {withholding.corrections_line}",
            "orders show FILE",
        )
    )
