"""What back-references go back to, mention by mention: `antecedents.jsonl` of the gold folder.

A label names a mention by the words before and after it. It is looked for in the reading text by
letters and digits alone, since hyphens, blanks and marks differ. The answer is the antecedent of
the citation that stands there.

Our own labels (`antecedents.jsonl` here) hold no words of an order but the mention's: `near` is the
digest of the forty letters and digits before it. Those `kept back` were written last and measured
once.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.order import Order
from tools.evaluation.citations_forms import fold_authority, squeeze

_NEAR = 60  # letters of context that tell one mention from another
_ENOUGH = 6
_UNIQUE = 25
_BEFORE = 40  # letters before a mention that our own labels keep the digest of
OWN = Path(__file__).with_name("antecedents.jsonl")


@dataclass(frozen=True)
class Answer:
    """One labelled mention and what the program says of it."""

    label: Mapping[str, Any]
    verdict: str  # right, wrong, missed (no citation there), lost (not in the text)
    got: str | None
    rule: str = ""  # by which the program tied it

    @property
    def kind(self) -> str:
        """The label's kind, with that of its antecedent."""
        return f"{self.label['kind']} to {self.label['antecedent_kind']}"


def compare_antecedents(
    labels: Iterable[Mapping[str, Any]], orders: Mapping[str, Order]
) -> list[Answer]:
    """Judge every label."""
    texts = {file: _Letters(order.clean.reading_text) for file, order in orders.items()}
    return [_judge(label, orders[label["file"]], texts[label["file"]]) for label in labels]


def count_verdicts(answers: Iterable[Answer]) -> Counter[tuple[str, str]]:
    """Answers by kind and verdict."""
    return Counter((answer.kind, answer.verdict) for answer in answers)


def count_rules(answers: Iterable[Answer]) -> Counter[tuple[str, str]]:
    """Answers by the rule that tied them and verdict."""
    return Counter((answer.rule, answer.verdict) for answer in answers if answer.rule)


def score_antecedents(answers: list[Answer]) -> float:
    """Right answers over all labels."""
    return sum(answer.verdict == "right" for answer in answers) / len(answers)


class _Letters:
    """A text's letters and digits with their places."""

    def __init__(self, text: str) -> None:
        places = [(index, char) for index, char in enumerate(text.lower()) if char.isalnum()]
        self._places = [index for index, _ in places]
        self._letters = "".join(char for _, char in places)

    def locate(self, before: str, mention: str, after: str) -> tuple[int, int] | None:
        """Where `mention` stands between words like `before` and `after`."""
        # Tags, and the numbers of notes: they stand in no reading text.
        tags = r"</?[a-z]{1,4}>|(?<=[.”)\]] )\d{1,3}(?: ?\. |$| ?\.$| (?=[A-Z]))|^\d{1,3} ?\. "
        wanted = squeeze(mention)
        lead = squeeze(re.sub(tags, "", before))[-_NEAR:]
        tail = squeeze(re.sub(tags, "", after))[:_NEAR]
        best, score = -1, -1
        at = self._letters.find(wanted)
        while at >= 0:
            near = _same_end(self._letters[max(0, at - _NEAR) : at], lead)
            near += _same_start(self._letters[at + len(wanted) : at + len(wanted) + _NEAR], tail)
            if near > score:
                best, score = at, near
            at = self._letters.find(wanted, at + 1)
        if best < 0 or score < min(_ENOUGH, len(lead) + len(tail)):
            return self._locate_behind(lead, len(wanted))
        return self._places[best], self._places[best + len(wanted) - 1] + 1

    def locate_near(self, digest: str, mention: str) -> tuple[int, int] | None:
        """Where `mention` stands behind the letters of which a label has the digest."""
        wanted = squeeze(mention)
        at = self._letters.find(wanted)
        while at >= 0:
            if digest_before(self._letters, at) == digest:
                return self._places[at], self._places[at + len(wanted) - 1] + 1
            at = self._letters.find(wanted, at + 1)
        return None

    def _locate_behind(self, lead: str, size: int) -> tuple[int, int] | None:
        """The place right behind the words before a mention that another text prints otherwise.

        CourtListener's HTML has "id. Sec. 2671" where its plain text lost the sign.
        """
        wanted = lead[-_UNIQUE:]
        at = self._letters.find(wanted)
        if len(wanted) < _UNIQUE or at < 0 or self._letters.find(wanted, at + 1) >= 0:
            return None
        first = min(at + len(wanted), len(self._places) - 1)
        last = min(first + size, len(self._places) - 1)
        return self._places[first], self._places[last] + 1


def digest_before(letters: str, at: int) -> str:
    """What names a mention at `at` without a word of its order."""
    return sha256(letters[max(0, at - _BEFORE) : at].encode()).hexdigest()[:16]


def _same_start(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _same_end(one: str, other: str) -> int:
    return _same_start(one[::-1], other[::-1])


def _judge(label: Mapping[str, Any], order: Order, letters: _Letters) -> Answer:
    place = (
        letters.locate_near(label["near"], label["mention"])
        if "near" in label
        else letters.locate(label["before"], label["mention"], label["after"])
    )
    if place is None:
        return Answer(label, "lost", None)
    found = _at(order.citations, *place)
    if found is None:
        right = label["antecedent"] is None
        return Answer(label, "right" if right else "missed", None)
    rule = found.antecedent_rule.value if found.antecedent_rule else ""
    got = found.antecedent or (None if found.kind.value in ("id", "supra") else found.authority)
    if label["antecedent"] is None:
        return Answer(label, "right" if got is None else "wrong", got, rule)
    accepted = {
        key for form in (label["antecedent"], *label.get("alt", ())) for key in fold_authority(form)
    }
    if got and found.kind is CitationKind.INTERNAL:
        # Labels say "note 6 of this opinion"; of a page they keep the pin apart: "this opinion".
        got = "this opinion" if got.startswith(("page ", "¶ ")) else f"{got} of this opinion"
    right = got is not None and any(
        accepted & fold_authority(form) for form in _list_parallels(got, order)
    )
    return Answer(label, "right" if right else "wrong", got, rule)


def _list_parallels(authority: str, order: Order) -> set[str]:
    """All forms of a case that the order cites in several reporters, or with its docket."""
    group = [c for c in order.citations if c.authority == authority]
    dockets = {f"{c.case_name}, No. {c.docket_number}" for c in group if c.docket_number}
    return {authority, *dockets, *(c.normal_form for c in group)}


def _at(citations: Iterable[Citation], start: int, end: int) -> Citation | None:
    """The first citation that shares characters with the mention."""
    return next((c for c in citations if c.start < end and c.end > start), None)
