"""Judges with several names here, and the reason each name was joined."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from build_scripts.archive.judges import JudgeIdentity, name_words
from build_scripts.model.archive import JudgeJoin, JudgeVariant
from build_scripts.model.description import Judge
from build_scripts.model.order import Order


def list_judge_joins(
    orders: Sequence[Order], judges: Sequence[tuple[JudgeIdentity, ...]]
) -> tuple[JudgeJoin, ...]:
    """Return the judges whose orders print more than one name, sorted by label.

    Spellings of one name ("AMELIA CARTWRIGHT", "Amelia Cartwright") are one variant, shown as most
    orders print it. `judges` are the identities of each order's judges.
    """
    printed: dict[JudgeIdentity, dict[str, Counter[tuple[str, str]]]] = defaultdict(dict)
    for order, identities in zip(orders, judges, strict=True):
        court = order.description.court
        place = court.value.citation_string if court else "court not identified"
        for claim, identity in zip(order.description.judges, identities, strict=True):
            form = _fold(claim.value)
            if identity.slug and form:
                counts = printed[identity].setdefault(form, Counter())
                counts[_show(claim.value), place] += 1
    joins = (
        JudgeJoin(identity.slug, identity.label, _list_variants(identity.label, forms))
        for identity, forms in printed.items()
        if len(forms) > 1
    )
    return tuple(sorted(joins, key=lambda join: (join.label.casefold(), join.slug)))


def _fold(judge: Judge) -> str:
    return " ".join(name_words(judge.name)) if judge.name else (judge.initials or "").lower()


def _show(judge: Judge) -> str:
    return " ".join((judge.name or judge.initials or "").split())


def _list_variants(
    label: str, forms: dict[str, Counter[tuple[str, str]]]
) -> tuple[JudgeVariant, ...]:
    full = " ".join(name_words(label))
    variants = []
    for form, counts in forms.items():
        shown = min(counts, key=lambda each: (-counts[each], each[0].isupper(), each))[0]
        places = ", ".join(sorted({place for _, place in counts}))
        variants.append(JudgeVariant(shown, counts.total(), _say_why(form, full, shown, places)))
    return tuple(sorted(variants, key=lambda one: (-one.orders, one.printed)))


def _say_why(form: str, full: str, shown: str, places: str) -> str:
    words = form.split()
    if form == full:
        return "the fullest name"
    if len(words) > 1:
        return f"a shorter form of it in {places}"
    if words[0] == full.split()[-1]:
        return f"the only judge of this surname and office in {places}"
    return f"the only judge in {places} whose dockets or name bear {shown}"
