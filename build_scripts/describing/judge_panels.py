"""Find the judges of a panel: who sits, who votes, who wrote or joined separate writings."""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches

from build_scripts.describing.judge_bylines import find_bylines
from build_scripts.describing.judge_claims import (
    LONGEST_BYLINE,
    LONGEST_LINE,
    RUN_ON_REACH,
    Bench,
    read_surname,
    restate,
    seat_judges,
)
from build_scripts.describing.opening import LocatedBlock, is_prose
from build_scripts.model.clean_order import BlockKind, CleanOrder, Part, PartKind
from build_scripts.model.description import Claim, Judge, JudgeRole, Span
from build_scripts.model.law.judge_forms import forms
from build_scripts.model.law.judges import (
    GENERATION_INSIDE,
    SENTENCE_END,
    NamedJudge,
    clean_name,
    iterate_judges,
    read_judge,
)
from build_scripts.model.text.name_case import is_capitals

_RUN_ON_BLOCKS = 12  # in which a head runs on into the opinion
_OFFICE_BELOW = 16  # characters of the next line in which a bench's office ends
_PANEL_LINES = 8  # below "PRESENT:" in which its judges stand
_OFFICE_LINES = 4  # below a bench's line that ends amid an office, in which the office ends
_CONCUR_LINES = 10  # below "WE CONCUR:"
_VOTE_REACH = 120  # characters at a block's end in which "concur" is looked for
_VOTE_LINES = 4
_LONGEST_NAME = 60
_MOST_NAME_WORDS = 4
_SHORT = 4  # letters of a surname in which one counts too much
_LIKE = 0.75  # of the letters of a surname
_LONGEST_VOTE = 300  # characters at a block's end in which votes stand


def iterate_bench(text: str) -> Iterator[NamedJudge]:
    """Yield every judge of a line, whether the offices precede or follow the names."""
    led = [
        judge
        for match in forms.JUSTICES.finditer(GENERATION_INSIDE.sub(" ", text))
        for index, part in enumerate(re.split(r",|\b(?:and|AND)\b|&", match["names"]))
        if (judge := read_judge(part, _share_office(match["office"], index)))
    ]
    boards = [*_iterate_arbitrators(text)], [*_iterate_members(text)]
    yield from max([*iterate_judges(text)], led, *boards, key=len)


def _share_office(printed: str, place: int) -> str:
    """Return the office of the name at a place: of "Chief Judge ROE and POE" the first is chief."""
    first, _, office = printed.partition(" ")
    led = first.lower() in {"chief", "presiding", "president"} and not printed.lower().endswith("s")
    return office if led and place else printed


def _iterate_arbitrators(text: str) -> Iterator[NamedJudge]:
    for seat in forms.BOARD_SEAT.finditer(text[:LONGEST_BYLINE]):
        if judge := read_judge(seat["name"], seat["office"]):
            yield judge


def _iterate_members(text: str) -> Iterator[NamedJudge]:
    """Yield a board's members; "Commissioners:" before their names is their office too."""
    led = forms.BOARD_LABEL.match(text)
    members = f"{text[led.end() :]}, {led['office']}" if led else text
    yield from iterate_judges(members, forms.BOARD_OFFICE)


def find_panel(lines: Sequence[LocatedBlock]) -> Bench:
    """Return the panel's members, from the line that begins "Before" (and the next).

    Else from a line of names that ends in "JJ.", or from names under their offices.
    """
    return _find_announced_panel(lines) or _find_bench_line(lines) or _find_arbitrators(lines)


def _find_arbitrators(lines: Sequence[LocatedBlock]) -> Bench:
    for line in lines:
        found = forms.BOARD_SEAT.match(line.text)
        if found and found["office"].lower().endswith("arbitrator"):
            return seat_judges(_iterate_arbitrators(line.text), line.span(), "the panel's line")
    return ()


def _find_bench_line(lines: Sequence[LocatedBlock]) -> Bench:
    for above, line in zip((None, *lines), lines, strict=False):
        if len(line.text) <= LONGEST_BYLINE and forms.BENCH_LINE.match(line.text):
            # New York: the names begin at a paragraph's end, "… Present—Roe, J.P.,".
            begun = above.text[-LONGEST_LINE:] if above and above.text.rstrip()[-1:] == "," else ""
            present = forms.PANEL.search(begun)
            text = f"{begun[present.end() :]} {line.text}" if present else line.text
            judges = tuple(iterate_judges(text.removeprefix("(By:")))
            if len(judges) > 2:
                return seat_judges(judges, line.span(), "a line of the bench's names")
    return ()


def _find_announced_panel(lines: Sequence[LocatedBlock]) -> Bench:
    for index, line in enumerate(lines):
        long = len(line.text) > LONGEST_BYLINE or is_prose(line.block)
        # "before September 16" begins a printed line of prose.
        panel = None if long or line.text[:1].islower() else forms.PANEL.search(line.text)
        if not panel:
            reach = line.text[:RUN_ON_REACH] if index < _RUN_ON_BLOCKS else ""
            # The bench's last word can be a line of its own.
            ends_open = reach and reach == line.text and index + 1 < len(lines)
            below = f" {lines[index + 1].text[:_OFFICE_BELOW]}" if ends_open else ""
            if seated := forms.RUN_ON_PANEL.search(reach + below):
                judges = tuple(iterate_judges(seated["bench"]))
                if len(judges) > 1 and not _names_counsel(seated["bench"], judges):
                    span = line.span(seated.start(), min(seated.end(), len(reach)))
                    return seat_judges(judges, span, "the panel's line")
            continue
        # Behind the bench can stand a line of another column.
        text = forms.SEATED.split(line.text[panel.end() :])[0]
        end = line.offset + panel.end() + len(text)
        rest = lines[index + 1 : index + 1 + _PANEL_LINES]
        alone = not text.strip()
        if forms.ONE_JUDGE.fullmatch(panel[0]):
            rest = rest[:1] if alone else ()  # a label of one judge; what is below is no bench
        named = rest[0].text if alone and rest else text
        if forms.LISTED_BENCH.fullmatch(named):  # of the Supreme Court, by Lexis
            listed = (read_judge(name, "Justice") for name in named.strip(" .").split(","))
            return seat_judges(filter(None, listed), Span(line.offset, end), "the panel's line")
        # "ROE and POE, Circuit" | a line of another column | "Judges."
        if last := forms.OFFICE_OPENS.search(named) and next(
            (each for each in rest[:_OFFICE_LINES] if forms.OFFICES_END.match(each.text)), None
        ):
            named = named if alone else ""
            text, rest = f"{text} {named} {last.text}", ()
            end = last.span().end
        for following in rest:
            if not re.search(r"\w", following.text):
                continue  # a footnote's mark
            # "Before" | "Roe, Circuit Judge," | "Poe, Senior Circuit Judge," | "and Loe, …"
            open_ended = forms.OPEN_PANEL.search(text)
            goes_on = (
                open_ended
                or re.match(r"\s*,|\W*(?:and\b|hon(?:orable|\.))", following.text, re.IGNORECASE)
                or forms.BOARD_SEAT.match(following.text)
                or (alone and forms.NAME_AND_OFFICE.match(following.text))
                or forms.OFFICE_ENDS.fullmatch(following.text)  # "and ROE¹" | "District Judge."
            )
            known = len([*iterate_bench(text)])
            joined = f"{text} {following.text[:LONGEST_BYLINE]}"
            if known and not (goes_on and len([*iterate_bench(joined)]) > known):
                if open_ended:
                    continue  # a line of another column
                break
            if forms.COUNSEL.search(following.text[:LONGEST_BYLINE]):
                break
            text = f"{text} {forms.PANEL.sub('', following.text[:LONGEST_BYLINE])}"
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
            return seat_judges(judges, Span(line.offset, end), reason)
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
                if len(below.text) > LONGEST_LINE:
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
                yield from seat_judges(judges, below.span(), "below “We concur”")
        elif joined := forms.AUTHORIZED.search(line.text):
            yield from seat_judges(iterate_bench(joined["who"]), line.span(), "a line of votes")
        elif (
            line.kind is BlockKind.QUOTE
            or forms.CITED.search(line.text)
            # Mississippi: "ROE and POE, JJ., CONCUR. LOE, J., DISSENTS WITH SEPARATE OPINION."
            or (
                is_prose(line.block)
                and not (forms.JUSTICES.match(line.text) or is_capitals(line.text))
            )
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
                if len(above.text) > LONGEST_LINE or not forms.OPEN_LINE.search(above.text):
                    break
                text = f"{above.text} {text}"
            yield from seat_judges(iterate_bench(text), line.span(), "a line of votes")


def find_names_alone(lines: Sequence[LocatedBlock], authors: Collection[str]) -> Bench:
    """Return the court that signs below its opinion: names alone, the author's among them."""
    found: list[Claim[Judge]] = []
    for line in reversed(lines):
        text = line.text[:_LONGEST_NAME]
        name = clean_name(text)
        judge = NamedJudge(name, None) if name and " " in name else None
        judge = judge or next(iterate_judges(text), None)
        if judge is None:
            break
        found += seat_judges([judge], line.span(), "names alone at the end")
    surnames = {NamedJudge(claim.value.name or "", None).surname for claim in found}
    return tuple(reversed(found)) if len(found) > 2 and surnames & set(authors) else ()


_ROLES = {
    PartKind.CONCURRENCE: JudgeRole.CONCURRING,
    PartKind.DISSENT: JudgeRole.DISSENTING,
    PartKind.CONCURRENCE_AND_DISSENT: JudgeRole.CONCURRING_AND_DISSENTING,
}
_AUTHOR_BLOCKS = 6  # of a part, in which its author is printed


def find_part_authors(clean: CleanOrder) -> Bench:
    """Return who wrote the writings whose kind is a vote, and who joined them."""
    return tuple(
        restate(claim, role=role)
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


def spell_as_authors(panel: Bench, own: Bench) -> Bench:
    """Return a bench with surnames that OCR misread as their bylines, or the panel, print them."""
    names = {
        read_surname(claim): claim.value.name
        for claim in own
        if not re.search(r"[a-z]{2}[A-Z]", claim.value.name or "")  # misread too: "MaktiN"
    }
    strange = names.keys() - {read_surname(each) for each in panel}
    spelled: list[Claim[Judge]] = []
    for each in panel:
        surname = read_surname(each)
        known = surname in names or len(surname) <= _SHORT
        near = [] if known else get_close_matches(surname, strange, 1, _LIKE)
        spelled.append(restate(each, name=names[near[0]]) if near else each)
    return tuple(spelled)
