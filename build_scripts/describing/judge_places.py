"""Find judges' names in signatures, and in the head: captions, letterheads, minutes."""

from collections.abc import Iterable, Iterator, Sequence

from build_scripts.describing.judge_claims import BELOW_REACH, LONGEST_LINE, Place, place
from build_scripts.describing.opening import LocatedBlock, is_prose
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import JudgeRole, Span
from build_scripts.model.law.date_words import APPEALS
from build_scripts.model.law.judge_forms import forms
from build_scripts.model.law.judges import NamedJudge, clean_name, read_judge

LEGIBLE = "a surname beside what OCR misread"  # no name where the initials do not agree
_TAIL = 24  # blocks at the end in which a signature stands
_LINES_ABOVE = 3  # between a signature's name and its office
_ALONE = 4  # characters beside a judge who has a line
_AMID_REACH = 600  # characters at the end of a block in which other print is around a signature
_ORDERS_ABOVE = 5  # between "SO ORDERED" and a signature


def _read_signer(text: str) -> str | None:
    behind = forms.AFTER_PLACE.match(text.strip())
    signed = forms.SIGNED.match(text)
    return clean_name((behind or signed or {"name": text})["name"])


def find_signatures(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Yield everyone who signs with an office, or below the words that order; the last first."""
    tail = [
        line
        for index, line in enumerate(lines)
        if line.kind is BlockKind.SIGNATURE or index >= len(lines) - _TAIL
    ]
    for index in range(len(tail) - 1, -1, -1):
        seen = set()
        above = tail[max(0, index - _ORDERS_ABOVE) : index]
        # Arkansas: "HONORABLE JANE ROE," | "JUDGE", a county and a number below "APPEAL FROM THE".
        honored = bool(above) and forms.HONORED.match(above[-1].text) is not None
        asked = above if honored else above[-BELOW_REACH:]
        if any(forms.APPEAL_LINE.match(each.text) and each.text[-1:] != "." for each in asked):
            continue  # the judge below
        if any(forms.DESIGNATED.match(each.text) for each in tail[max(0, index - 1) : index + 1]):
            continue  # a footnote introduces a judge of the panel
        if any(forms.ORDERED.search(each.text[-120:]) for each in above):
            seen.add("below what orders")
        below = tail[index + 1 : index + 2]
        if any(
            forms.COUNSEL.search(each.text[:LONGEST_LINE])
            for each in tail[max(0, index - 2) : index + 3]
            if (len(each.text) < LONGEST_LINE or (each in below and not is_prose(each.block)))
            and not forms.COPIES.match(each.text)
        ):
            seen.add("counsel or clerk beside it")
        if index >= len(tail) - 6:
            seen.add("at the very end")
        yield from _read_signature(tail, index, seen)


def _read_signature(tail: Sequence[LocatedBlock], index: int, seen: set[str]) -> Iterator[Place]:
    line = tail[index]
    match = forms.RUN_ON.search(line.text[-200:])
    if match and not forms.PANEL.match(line.text):
        named = read_judge(match["name"], match["office"])
        if named:
            yield place(named, JudgeRole.AUTHOR, line.span(), "a signature that runs on", *seen)
            return
    if len(line.text) > LONGEST_LINE:
        return
    office = forms.OFFICE_LINE.match(line.text)
    if office or forms.ODD_OFFICE.match(line.text):
        title = office["office"] if office else "Judge"
        seen = seen | (set() if office else {"office misread"})
        above_it = [*_read_above(tail, index, title, seen)] or [*_read_wrapped(tail, index, seen)]
        yield from above_it or _read_below(tail, index, title, seen)
        return
    if court := forms.COURT_FOR_OFFICE.match(line.text):
        seen = seen | {"a court's name for an office"}
        if not court["name"]:
            yield from _read_above(tail, index, "Judge", seen)
        elif named := read_judge(court["name"], "Judge"):
            yield place(named, JudgeRole.AUTHOR, line.span(), "signature in a line", *seen)
        return
    for pattern, reason in (
        (forms.NAME_AND_OFFICE, "signature in a line"),
        (forms.HONORED, "an honorific"),
    ):
        if match := pattern.match(line.text):
            title = match["office"] or match.groupdict().get("before") or "Judge"
            named = read_judge(match["name"], title)
            sits = any(forms.BY_THE_COURT.search(each.text) for each in tail[:index][-BELOW_REACH:])
            if named and (" " in named.name or pattern is forms.HONORED or match["by"] or sits):
                yield place(named, JudgeRole.AUTHOR, line.span(), reason, *seen)
                return
    below = tail[index + 1].text if index + 1 < len(tail) else ""
    goes_on = forms.OFFICE_GOES_ON.search(f"{line.text}\n{below[:LONGEST_LINE]}")
    if agency := forms.AGENCY_OFFICE.match(f"{line.text} {below}" if goes_on else line.text):
        seen = seen | {"an agency's office"}
        named = read_judge(agency["name"] or agency["shouted"] or "", agency["office"])
        if named and " " in named.name:
            yield place(named, JudgeRole.AUTHOR, line.span(), "signature in a line", *seen)
        elif not named:
            yield from _read_above(tail, index, agency["office"], seen)
        return
    if forms.SIGNED_ABOVE.match(below) and "below what orders" in seen:
        named = NamedJudge(name, None) if (name := clean_name(line.text)) else None
        if named and " " in named.name:
            yield place(named, JudgeRole.AUTHOR, line.span(), "a mark of signing", *seen)
    elif signed := forms.SIGNED.match(line.text):
        named = NamedJudge(name, None) if (name := clean_name(signed["name"])) else None
        if named and " " in named.name and "counsel or clerk beside it" not in seen:
            yield place(named, JudgeRole.AUTHOR, line.span(), "a mark of signing", *seen)


def find_signatures_amid(lines: Iterable[LocatedBlock]) -> Iterator[Place]:
    """Yield the signature in what a seal, line numbers or a footnote print around it."""
    for line in lines:
        if forms.APPEAL_LINE.match(line.text):
            continue  # the judge below
        start = max(0, len(line.text) - _AMID_REACH)
        text = line.text[start:]
        # A number glued to a first name hides it from the one form, not from the other.
        found = (*forms.AMID_SIGNATURE.finditer(text), *forms.RUN_ON.finditer(text))
        for match in {match.end("office"): match for match in found}.values():
            if named := read_judge(match["name"], match["office"]):
                span = line.span(start + match.start(), start + match.end())
                yield place(named, JudgeRole.AUTHOR, span, "a signature amid other print")


def _read_above(
    tail: Sequence[LocatedBlock], index: int, office: str, seen: set[str]
) -> Iterator[Place]:
    end = tail[index].offset + len(tail[index].text)
    for distance, above in enumerate(reversed(tail[max(0, index - _LINES_ABOVE) : index])):
        if len(above.text) > LONGEST_LINE:
            return
        name = _read_signer(above.text)
        named = read_judge(name, office) if name else None
        if named:
            near = {"office just below"} if distance == 0 else {"office further below"}
            if " " not in named.name:
                near.add("a surname alone")
            span = Span(above.offset, end)
            yield place(named, JudgeRole.AUTHOR, span, "signature", *seen, *near)
            return
        if distance == 0 and (legible := forms.LEGIBLE_SURNAME.match(above.text)):
            named = read_judge(legible["name"], office)
            if named:
                span, near = Span(above.offset, end), {"office just below", LEGIBLE}
                yield place(named, JudgeRole.AUTHOR, span, "signature", *seen, *near)
            return


def _read_wrapped(tail: Sequence[LocatedBlock], index: int, seen: set[str]) -> Iterator[Place]:
    """Yield a name whose office wraps: "JANE ROE, CIRCUIT COURT" over "JUDGE"."""
    above, line = tail[max(0, index - 1)], tail[index]
    match = forms.NAME_AND_OFFICE.match(f"{above.text[:LONGEST_LINE]} {line.text}")
    named = read_judge(match["name"], match["office"]) if match and "," in above.text else None
    if named and " " in named.name:
        span = Span(above.offset, line.span().end)
        yield place(named, JudgeRole.AUTHOR, span, "signature in a line", *seen)


def _read_below(
    tail: Sequence[LocatedBlock], index: int, office: str, seen: set[str]
) -> Iterator[Place]:
    """Yield the name under an office that has none above it: "JUDGE OF THE DISTRICT COURT"."""
    below = tail[index + 1] if index + 1 < len(tail) else None
    above = tail[index - 1].text if index else ""
    if forms.SCRAWLED.match(above) and not forms.ORDERED.search(above):
        return  # a name that OCR misread
    if below and len(below.text) <= LONGEST_LINE and not forms.COUNSEL.search(below.text):
        named = read_judge(below.text, office)
        if named and " " in named.name:
            span = Span(tail[index].offset, below.span().end)
            yield place(named, JudgeRole.AUTHOR, span, "signature", *seen, "name below its office")


_HEAD_REACH = 400  # characters of a block of the head


def find_front_judges(front: Sequence[LocatedBlock], *, on_appeal: bool) -> Iterator[Place]:
    """Yield judges that the head names: minutes, letterhead, caption, title."""
    appeal = on_appeal or any(APPEALS.search(line.text[:_HEAD_REACH]) for line in front)
    head = "in the head, on appeal" if appeal else "in the head"
    for index, line in enumerate(front):
        text = line.text[:_HEAD_REACH]
        near = [each.text[:300] for each in front[max(0, index - BELOW_REACH) : index]]
        seen = {head, *({"in prose"} if is_prose(line.block) else ())}
        if forms.BELOW.search(text) or any(forms.BELOW.search(each) for each in near):
            seen.add("words of a court below beside it")
        if len(line.text) > _HEAD_REACH:
            seen.add("in a long block")
        for pattern, reason in (
            (forms.MINUTES, "the head names the judge"),
            (forms.HONORABLE, "an honorific"),
            (forms.HEARD_BY, "who heard the matter"),
            (forms.IN_NUMBER, "a name in the docket number"),
        ):
            for match in pattern.finditer(text):
                if match.end() == _HEAD_REACH:  # cut amid a name
                    continue
                above = text[: match.start()]
                rank = forms.RANK_BEFORE.search(above)
                if forms.REPORT_OF.search(above[: rank.start()] if rank else above):
                    continue
                ranked = f"{rank['rank'] if rank else ''}Judge"
                named = read_judge(match["name"], match["office"] or ranked)
                if named:
                    span = line.span(match.start(), match.end())
                    what = match[0].split()[0].strip(":").lower()
                    alone = len(text) - (match.end() - match.start()) <= _ALONE
                    more = {"a line of its own"} if alone and not appeal else set()
                    more.add(f"behind “{what}”")
                    came = above.rstrip().endswith("came")
                    if came or pattern is forms.HEARD_BY:
                        more.add("the matter came before")
                    yield place(named, JudgeRole.AUTHOR, span, reason, *more, *seen)
        if run_on := forms.RUN_ON.search(line.text[-200:]):
            named = read_judge(run_on["name"], run_on["office"])
            if named:
                yield place(
                    named, JudgeRole.AUTHOR, line.span(), "a name that ends the head", *seen
                )
        if office := forms.OFFICE_LINE.match(text):
            yield from _read_above(front, index, office["office"], seen)


def find_nameless_office(lines: Sequence[LocatedBlock]) -> str | None:
    """Return the office under which someone signed by hand: no name is printed with it."""
    for line in reversed(lines[-_LINES_ABOVE - 3 :]):
        if match := forms.OFFICE_LINE.match(line.text):
            return match["office"].lower()
    return None


def is_signed_by_clerk(lines: Sequence[LocatedBlock]) -> bool:
    """Return whether the clerk of court signed: then no judge did."""
    return any(
        line.kind is BlockKind.SIGNATURE and forms.CLERK.search(line.text)
        for line in lines[-_TAIL:]
    )
