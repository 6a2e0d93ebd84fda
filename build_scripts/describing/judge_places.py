"""Find judges' names in signatures, bylines, panels, votes, captions, minutes."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.describing.opening import LocatedBlock, is_prose
from build_scripts.model.clean_order import BlockKind, CleanOrder, Part, PartKind
from build_scripts.model.description import Claim, Judge, JudgeRole, Span
from build_scripts.model.law.date_words import APPEALS
from build_scripts.model.law.judge_forms import forms
from build_scripts.model.law.judges import (
    GENERATION_INSIDE,
    SENTENCE_END,
    NamedJudge,
    clean_name,
    iterate_judges,
    read_judge,
)

_LONGEST_LINE = 160
_TAIL = 24  # blocks at the end in which a signature stands
_LINES_ABOVE = 3  # between a signature's name and its office
_ALONE = 4  # characters beside a judge who has a line
_AMID_REACH = 600  # characters at the end of a block in which other print is around a signature
_BELOW_REACH = 3  # lines behind "Appeal from" in which the judge below is printed
_APPEAL_REACH = 260  # characters at a block's end in which it says what the appeal is from
_ORDERS_ABOVE = 5  # between "SO ORDERED" and a signature


@dataclass(frozen=True, slots=True)
class Place:
    """Judges of one place, and what is seen there."""

    claims: tuple[Claim[Judge], ...]
    signals: frozenset[str]


def place(named: NamedJudge, role: JudgeRole, span: Span, reason: str, *signals: str) -> Place:
    """Return one judge of one place."""
    judge = Judge(named.name, named.title, None, role)
    return Place((Claim(judge, span, reason),), frozenset({reason, *signals}))


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
        asked = above if honored else above[-_BELOW_REACH:]
        if any(forms.APPEAL_LINE.match(each.text) and each.text[-1:] != "." for each in asked):
            continue  # the judge below
        if any(forms.ORDERED.search(each.text[-120:]) for each in above):
            seen.add("below what orders")
        if any(
            forms.COUNSEL.search(each.text)
            for each in tail[max(0, index - 2) : index + 3]
            if len(each.text) < _LONGEST_LINE and not forms.COPIES.match(each.text)
        ):
            seen.add("counsel or clerk beside it")
        if index >= len(tail) - 6:
            seen.add("at the very end")
        yield from _read_signature(tail, index, seen)


def _read_signature(tail: Sequence[LocatedBlock], index: int, seen: set[str]) -> Iterator[Place]:
    line = tail[index]
    if match := forms.RUN_ON.search(line.text[-200:]):
        named = read_judge(match["name"], match["office"])
        if named:
            yield place(named, JudgeRole.AUTHOR, line.span(), "a signature that runs on", *seen)
            return
    if len(line.text) > _LONGEST_LINE:
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
            sits = any(
                forms.BY_THE_COURT.search(each.text) for each in tail[:index][-_BELOW_REACH:]
            )
            if named and (" " in named.name or pattern is forms.HONORED or match["by"] or sits):
                yield place(named, JudgeRole.AUTHOR, line.span(), reason, *seen)
                return
    below = tail[index + 1].text if index + 1 < len(tail) else ""
    goes_on = forms.OFFICE_GOES_ON.search(f"{line.text}\n{below[:_LONGEST_LINE]}")
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
        if len(above.text) > _LONGEST_LINE:
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


def _read_wrapped(tail: Sequence[LocatedBlock], index: int, seen: set[str]) -> Iterator[Place]:
    """Yield a name whose office wraps: "JANE ROE, CIRCUIT COURT" over "JUDGE"."""
    above, line = tail[max(0, index - 1)], tail[index]
    match = forms.NAME_AND_OFFICE.match(f"{above.text[:_LONGEST_LINE]} {line.text}")
    named = read_judge(match["name"], match["office"]) if match and "," in above.text else None
    if named and " " in named.name:
        span = Span(above.offset, line.span().end)
        yield place(named, JudgeRole.AUTHOR, span, "signature in a line", *seen)


def _read_below(
    tail: Sequence[LocatedBlock], index: int, office: str, seen: set[str]
) -> Iterator[Place]:
    """Yield the name under an office that has none above it: "JUDGE OF THE DISTRICT COURT"."""
    below = tail[index + 1] if index + 1 < len(tail) else None
    if below and len(below.text) <= _LONGEST_LINE and not forms.COUNSEL.search(below.text):
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
        near = [each.text[:300] for each in front[max(0, index - _BELOW_REACH) : index]]
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
                named = read_judge(match["name"], match["office"] or "Judge")
                if named:
                    span = line.span(match.start(), match.end())
                    what = match[0].split()[0].strip(":").lower()
                    alone = len(text) - (match.end() - match.start()) <= _ALONE
                    more = {"a line of its own"} if alone and not appeal else set()
                    more.add(f"behind “{what}”")
                    came = text[: match.start()].rstrip().endswith("came")
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


_REASON_BYLINE = "byline"
_LONGEST_BYLINE = 700
_RUN_ON_BLOCKS = 12  # in which a head runs on into the opinion
_SHORTEST_RUN_ON = 60
_BYLINE_BLOCKS = 24  # in which a byline stands amid other print
_RUN_ON_REACH = 6000  # characters of such a block
_LONGEST_BARE_BYLINE = 120


def role_of(words: str) -> JudgeRole:
    """Return what a judge did, by the words of a byline."""
    concurs, dissents = "concur" in words.lower(), "dissent" in words.lower()
    if concurs and dissents:
        return JudgeRole.CONCURRING_AND_DISSENTING
    if dissents:
        return JudgeRole.DISSENTING
    return JudgeRole.CONCURRING if concurs else JudgeRole.AUTHOR


def find_bylines(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Yield authors of the opinions in the text, in order; judges below are skipped."""
    below = -_BELOW_REACH
    for index, line in enumerate(lines):
        if inverted := forms.INVERTED_BYLINE.match(line.text[:_LONGEST_BARE_BYLINE]):
            if writer := read_judge(f"{inverted['first']} {inverted['last']}", inverted["office"]):
                yield place(writer, JudgeRole.AUTHOR, line.span(), _REASON_BYLINE)
            continue
        # A byline in capitals can be read as set in; others quote another opinion's.
        if line.kind is BlockKind.QUOTE and not forms.SHOUTED_NAME.match(line.text):
            continue
        byline = forms.BYLINE.match(line.text[:_LONGEST_BYLINE]) or (
            forms.JUSTICE_LINE.match(line.text[:_LONGEST_BARE_BYLINE])
        )
        if not byline and index < _BYLINE_BLOCKS and len(line.text) > _SHORTEST_RUN_ON:
            text = line.text[:_RUN_ON_REACH]
            inside = forms.RUN_ON_BYLINE.search(text) or forms.COUNSELS_BYLINE.search(text)
            writer = read_judge(inside["name"], inside["office"]) if inside else None
            before = text[: inside.start("name")].rstrip().lower() if inside else ""
            is_other = before.endswith((" and", ","))  # the last of a panel
            # Wisconsin: "APPEAL from … the circuit court for Kings County: JANE ROE, Judge."
            is_other = is_other or forms.APPEAL_LINE.match(before) is not None
            if inside and writer and not is_other and len(writer.surname) > 2:  # no "CO."
                span = line.span(inside.start("name"), inside.end("office"))
                yield place(writer, JudgeRole.AUTHOR, span, _REASON_BYLINE, "byline amid a block")
                continue
        among = line.kind is BlockKind.PARTIES
        if among and not (byline and byline.end() == len(line.text)):
            below = index if forms.APPEAL_END.search(line.text[-_APPEAL_REACH:]) else below
            continue
        if not byline or forms.PANEL.match(line.text):
            short = len(line.text) < _LONGEST_BYLINE and forms.APPEAL_LINE.match(line.text)
            if short or forms.APPEAL_END.search(line.text[-_APPEAL_REACH:]):
                below = -_BELOW_REACH if is_prose(line.block) else index
            continue
        office = byline["office"].lower()
        if line.kind is BlockKind.CENTRED and "master" in office:
            continue  # the caption's right half names whom the court appointed
        boxed = line.text.lstrip()[:1] in ("]", "|")  # a caption's right half, of the case below
        near = index - below < _BELOW_REACH or boxed
        alone = re.match(r"[A-ZÀ-Þ’'-]+,", line.text) and not boxed  # the author's surname
        of_below = near and not alone and not re.search(r"circuit(?! court)|justice", office)
        if of_below or forms.PRESIDING.search(line.text[byline.end() : byline.end() + 20]):
            continue
        named = read_judge(byline["name"], byline["office"])
        ends = byline[0].rstrip()[-1:] in ":.—–-" or len(line.text) < _LONGEST_BARE_BYLINE
        if named and ends:
            span = line.span(byline.start("name"), byline.end("office"))
            if span.start > span.end:
                span = line.span()
            role = role_of(byline["part"] or "")
            more = {"byline among the parties"} if among else set()
            yield place(named, role, span, _REASON_BYLINE, *more)


def find_bylines_of_lines(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Yield the first author whose byline is a printed line, amid columns that were read across."""
    short = [line for line in lines if len(line.text) < _LONGEST_BARE_BYLINE]
    seated = [line.text.rstrip().endswith((",", " and")) for line in short]  # a panel goes on
    alone = [
        line
        for line, goes_on in zip(short, [False, *seated], strict=False)
        if not goes_on and not re.search(r"(?i)\b(?:judges|justices|JJ)\b", line.text)
    ]
    for each in find_bylines(alone):
        is_judge = re.search(r"[Jj]udge|[Jj]ustice|Chancellor|^J", each.claims[0].value.title or "")
        if is_judge and "byline amid a block" not in each.signals:
            yield replace(each, signals=each.signals | {"byline on a printed line"})
            return


def find_role_lines(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Yield who wrote what, from the front."""
    for line in lines:
        text = line.text[:_LONGEST_BYLINE]
        short = len(line.text) < _LONGEST_BYLINE and "by" in text.lower()
        for match in forms.ROLE_LINE.finditer(text) if short else ():
            office = match["office"] or match["office2"]
            named = read_judge(match["name"] or match["name2"], office)
            if named and match["what"][0].isupper():
                named = NamedJudge(named.name, None) if "." not in office else named
                span = line.span(match.start(), match.end())
                yield place(named, role_of(match["what"]), span, "“… by Judge …”")
        delivered = forms.DELIVERED.search(text[:300])
        if delivered:
            name = clean_name(delivered["name"] or delivered["name2"])
            if name:
                office = delivered["office"]
                named = NamedJudge(name, office.title() if office else "Judge")
                span = line.span(delivered.start(), delivered.end())
                yield place(named, JudgeRole.AUTHOR, span, "delivered the opinion")


_PANEL_LINES = 8  # below "PRESENT:" in which its judges stand
_CONCUR_LINES = 10  # below "WE CONCUR:"
_VOTE_REACH = 120  # characters at a block's end in which "concur" stands
_VOTE_LINES = 4
_LONGEST_NAME = 60
_MOST_NAME_WORDS = 4
_LONGEST_VOTE = 300  # characters at a block's end in which votes stand


def iterate_bench(text: str) -> Iterator[NamedJudge]:
    """Yield every judge of a line, whether the offices precede or follow the names."""
    led = [
        judge
        for match in forms.JUSTICES.finditer(GENERATION_INSIDE.sub(" ", text))
        for part in re.split(r",|\b(?:and|AND)\b|&", match["names"])
        if (judge := read_judge(part, match["office"]))
    ]
    boards = [*_iterate_arbitrators(text)], [*_iterate_members(text)]
    yield from max([*iterate_judges(text)], led, *boards, key=len)


def _iterate_arbitrators(text: str) -> Iterator[NamedJudge]:
    for seat in forms.BOARD_SEAT.finditer(text[:_LONGEST_BYLINE]):
        if judge := read_judge(seat["name"], seat["office"]):
            yield judge


def _iterate_members(text: str) -> Iterator[NamedJudge]:
    """Yield a board's members; "Commissioners:" before their names is their office too."""
    led = forms.BOARD_LABEL.match(text)
    members = f"{text[led.end() :]}, {led['office']}" if led else text
    yield from iterate_judges(members, forms.BOARD_OFFICE)


def find_panel(lines: Sequence[LocatedBlock]) -> tuple[Claim[Judge], ...]:
    """Return the panel's members, from the line that begins "Before" (and the next).

    Else from a line of names that ends in "JJ.", or from names under their offices.
    """
    return (
        _find_announced_panel(lines)
        or _find_bench_line(lines)
        or _find_stacked_bench(lines)
        or _find_arbitrators(lines)
        or _find_names_under_offices(lines)
    )


def _find_names_under_offices(lines: Sequence[LocatedBlock]) -> tuple[Claim[Judge], ...]:
    """Return judges whose signatures are scrawls: ", J. , J." over "Roe Poe"."""
    found: list[Claim[Judge]] = []
    for line, below in pairwise(lines):
        if forms.OFFICES_ALONE.match(line.text[:_LONGEST_LINE]):
            offices = re.findall(r"[\w.]*J\.", line.text)
            named = zip(below.text.split(), offices, strict=False)
            judges = [read_judge(name, office) for name, office in named]
            if len(judges) == len(offices) and all(judges):
                found += _seat(filter(None, judges), below.span(), "the panel's line")
    return tuple(found)


def _find_arbitrators(lines: Sequence[LocatedBlock]) -> tuple[Claim[Judge], ...]:
    for line in lines:
        found = forms.BOARD_SEAT.match(line.text)
        if found and found["office"].lower().endswith("arbitrator"):
            return _seat(_iterate_arbitrators(line.text), line.span(), "the panel's line")
    return ()


def _seat(judges: Iterable[NamedJudge], span: Span, reason: str) -> tuple[Claim[Judge], ...]:
    return tuple(
        Claim(Judge(named.name, named.title, None, JudgeRole.PANEL), span, reason)
        for named in judges
    )


def _find_bench_line(lines: Sequence[LocatedBlock]) -> tuple[Claim[Judge], ...]:
    for above, line in zip((None, *lines), lines, strict=False):
        if len(line.text) <= _LONGEST_BYLINE and forms.BENCH_LINE.match(line.text):
            # New York: the names begin at a paragraph's end, "… Present—Roe, J.P.,".
            begun = above.text[-_LONGEST_LINE:] if above and above.text.rstrip()[-1:] == "," else ""
            present = forms.PANEL.search(begun)
            text = f"{begun[present.end() :]} {line.text}" if present else line.text
            judges = tuple(iterate_judges(text.removeprefix("(By:")))
            if len(judges) > 2:
                return _seat(judges, line.span(), "a line of the bench's names")
    return ()


def _find_stacked_bench(lines: Sequence[LocatedBlock]) -> tuple[Claim[Judge], ...]:
    """Return judges of whom each has a line, above "JJ."; a retired one's first name is behind."""
    for index, line in enumerate(lines):
        if line.text.strip() != "JJ.":
            continue
        found: list[NamedJudge] = []
        for above in reversed(lines[max(0, index - _PANEL_LINES) : index]):
            if above.text.startswith("("):  # "(Senior Judge, Specially Assigned),"
                continue
            parts = above.text[:_LONGEST_NAME].rstrip(" ,").split(", ")
            named = read_judge(" ".join(reversed(parts)), "Judge") if len(parts) < 3 else None
            if named is None or not (above.text.endswith(",") or len(parts) > 1):
                break
            found.insert(0, named)
        return _seat(found, line.span(), "a line of the bench's names")
    return ()


def _find_announced_panel(lines: Sequence[LocatedBlock]) -> tuple[Claim[Judge], ...]:
    for index, line in enumerate(lines):
        long = len(line.text) > _LONGEST_BYLINE or is_prose(line.block)
        # "before September 16" begins a printed line of prose.
        panel = None if long or line.text[:1].islower() else forms.PANEL.search(line.text)
        if not panel:
            reach = line.text[:_RUN_ON_REACH] if index < _RUN_ON_BLOCKS else ""
            if seated := forms.RUN_ON_PANEL.search(reach):
                judges = tuple(iterate_judges(seated["bench"]))
                if not _names_counsel(seated["bench"], judges):
                    span = line.span(seated.start(), seated.end())
                    return _seat(judges, span, "the panel's line")
            continue
        # Behind the bench can stand a line of another column.
        text = forms.SEATED.split(line.text[panel.end() :])[0]
        end = line.span().end
        for following in lines[index + 1 : index + 1 + _PANEL_LINES]:
            # "Before" | "Roe, Circuit Judge," | "Poe, Senior Circuit Judge," | "and Loe, …"
            open_ended = forms.OPEN_PANEL.search(text)
            goes_on = (
                open_ended
                or re.match(r"\W*(?:and\b|hon(?:orable|\.))", following.text, re.IGNORECASE)
                or forms.BOARD_SEAT.match(following.text)
            )
            known = len([*iterate_bench(text)])
            joined = f"{text} {following.text[:_LONGEST_BYLINE]}"
            if known and not (goes_on and len([*iterate_bench(joined)]) > known):
                if open_ended:
                    continue  # a line of another column
                break
            if forms.COUNSEL.search(following.text[:_LONGEST_BYLINE]):
                break
            text = f"{text} {following.text[:_LONGEST_BYLINE]}"
            end = following.span().end
        text = forms.NOT_SEATED.sub("", text)
        judges = tuple(iterate_bench(text))
        if forms.SHOUTS.match(text):
            judges = tuple(
                each for each in judges if " " in each.name or each.surname[-3:].upper() in text
            )
        if judges and not _names_counsel(text, judges):
            breaks_off = re.search(r"(?:,|\band)\W*$", text)
            reason = "a panel's line that breaks off" if breaks_off else "the panel's line"
            return _seat(judges, Span(line.offset, end), reason)
    return ()


def _names_counsel(text: str, judges: Sequence[NamedJudge]) -> bool:
    """Return whether counsel are named before the last of a panel's judges: text of another column
    is among them.
    """
    end = text.lower().rfind(judges[-1].surname) if judges else 0
    return forms.COUNSEL.search(text, 0, max(end, 0)) is not None


def find_votes(lines: Sequence[LocatedBlock]) -> Iterator[Claim[Judge]]:
    """Yield judges who concur or join, in a line of its own or below "WE CONCUR:"."""
    for index, line in enumerate(lines):
        label = forms.VOTE_LABEL.match(line.text)
        if (label and label.end() == len(line.text)) or (
            forms.WE_CONCUR.search(line.text[-_VOTE_REACH:])
        ):
            printed_above = ""
            for below in lines[index + 1 : index + 1 + _CONCUR_LINES]:
                if len(below.text) > _LONGEST_LINE:
                    break
                judges = [*iterate_bench(below.text)]
                signed = forms.SIGNED.match(below.text)
                printed = signed["name"] if signed else ""
                if forms.OFFICE_LINE.match(below.text):
                    printed = printed_above
                printed_above = below.text
                name = None if judges else clean_name(printed)
                if name and len(name.split()) <= _MOST_NAME_WORDS:  # no two columns' names
                    judges = [NamedJudge(name, None)]
                yield from _seat(judges, below.span(), "below “We concur”")
        elif joined := forms.AUTHORIZED.search(line.text):
            yield from _seat(iterate_bench(joined["who"]), line.span(), "a line of votes")
        elif (
            line.kind is BlockKind.QUOTE
            or forms.CITED.search(line.text)
            or (is_prose(line.block) and not forms.JUSTICES.match(line.text))
        ):
            continue
        elif label or forms.VOTE_LINE.search(line.text[-_VOTE_REACH:]):
            text = line.text[label.end() :] if label else line.text[-_LONGEST_VOTE:]
            text = forms.NOT_SEATED.sub(" ", text)
            # A vote can end a paragraph of counsel.
            text = ". ".join(filter(forms.BENCH_WORD.search, SENTENCE_END.split(text)))
            # Colorado: "Opinion by JUDGE ROE" is above "Poe and Loe, JJ., concur".
            text = text[max((each.end() for each in forms.ROLE_LINE.finditer(text)), default=0) :]
            # The names can begin some lines before the word that tells their vote.
            for above in reversed(lines[max(0, index - _VOTE_LINES) : 0 if label else index]):
                if len(above.text) > _LONGEST_LINE or not forms.OPEN_LINE.search(above.text):
                    break
                text = f"{above.text} {text}"
            yield from _seat(iterate_bench(text), line.span(), "a line of votes")


def find_names_alone(
    lines: Sequence[LocatedBlock], authors: Collection[str]
) -> tuple[Claim[Judge], ...]:
    """Return the court that signs below its opinion: names alone, the author's among them."""
    found: list[Claim[Judge]] = []
    for line in reversed(lines):
        text = line.text[:_LONGEST_NAME]
        name = clean_name(text)
        judge = NamedJudge(name, None) if name and " " in name else None
        judge = judge or next(iterate_judges(text), None)
        if judge is None:
            break
        found += _seat([judge], line.span(), "names alone at the end")
    surnames = {NamedJudge(claim.value.name or "", None).surname for claim in found}
    return tuple(reversed(found)) if len(found) > 2 and surnames & set(authors) else ()


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


_ROLES = {
    PartKind.CONCURRENCE: JudgeRole.CONCURRING,
    PartKind.DISSENT: JudgeRole.DISSENTING,
    PartKind.CONCURRENCE_AND_DISSENT: JudgeRole.CONCURRING_AND_DISSENTING,
}
_AUTHOR_BLOCKS = 6  # of a part, in which its author is printed


def find_part_authors(clean: CleanOrder) -> tuple[Claim[Judge], ...]:
    """Return who wrote the writings whose kind is a vote, and who joined them."""
    return tuple(
        replace(claim, value=replace(claim.value, role=role))
        for part in clean.parts
        if (role := _ROLES.get(part.kind))
        and not clean.map.located[part.first][1].text.startswith("(")  # a citation's
        for claim in _list_writers(clean, part)
    )


def _list_writers(clean: CleanOrder, part: Part) -> Iterator[Claim[Judge]]:
    named = next(iterate_bench(part.author), None) if part.author else None
    if named:
        judge = Judge(named.name, named.title, None)
        yield Claim(judge, _locate(clean, part), f"author of a {part.kind}")
    lines = [LocatedBlock(*each) for each in clean.map.located[part.first : part.end]]
    for place in find_bylines(lines[:_AUTHOR_BLOCKS]):
        yield from place.claims
    yield from find_votes(lines)


def _locate(clean: CleanOrder, part: Part) -> Span | None:
    """Return where the author is printed; None where the byline runs over two blocks."""
    located = clean.map.located[part.first : min(part.end, part.first + _AUTHOR_BLOCKS)]
    for offset, block in located:
        at = block.text.find(part.author or "")
        if at >= 0:
            return Span(offset + at, offset + at + len(part.author or ""))
    return None
