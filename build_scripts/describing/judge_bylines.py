"""Find judges by the bylines of what they wrote: above a text, amid other print, in the front."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from build_scripts.describing.judge_claims import (
    APPEAL_REACH,
    BELOW_REACH,
    LONGEST_BARE_BYLINE,
    LONGEST_BYLINE,
    RUN_ON_REACH,
    Place,
    place,
)
from build_scripts.describing.opening import LocatedBlock, is_prose
from build_scripts.model.clean_order import BlockKind
from build_scripts.model.description import JudgeRole
from build_scripts.model.law.judge_forms import forms
from build_scripts.model.law.judges import NamedJudge, clean_name, iterate_judges, read_judge

_REASON_BYLINE = "byline"
_SHORTEST_RUN_ON = 60
# Of a line above a judge's name: a panel goes on, or a sentence, "joins the statement of Circuit".
_GOES_ON = (",", " and", " Circuit", " District", " Chief", " Senior", " Magistrate")
_SHORTEST_AMID = 2  # letters of no name: "CO."
_OFFICE_END = 40  # characters at a line's end in which an office begins
_BYLINE_BLOCKS = 60  # that may have a byline amid other print


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
    below = -BELOW_REACH
    lines = [*_join_wrapped(lines)]
    for index, line in enumerate(lines):
        if inverted := forms.INVERTED_BYLINE.match(line.text[:LONGEST_BARE_BYLINE]):
            if writer := read_judge(f"{inverted['first']} {inverted['last']}", inverted["office"]):
                yield place(writer, JudgeRole.AUTHOR, line.span(), _REASON_BYLINE)
            continue
        if joint := forms.JOINT_BYLINE.match(line.text[:LONGEST_BARE_BYLINE]):
            for name in (joint["one"], joint["other"]):
                if writer := read_judge(name, joint["office"]):
                    yield place(writer, JudgeRole.AUTHOR, line.span(), _REASON_BYLINE)
            continue
        bare = forms.BARE_BYLINE.match(line.text) if index else None
        if bare and forms.OPINION_HEAD.match(lines[index - 1].text):
            name = clean_name(bare["name"])
            if name and not re.search(r"(?<!^Mc)(?<=[a-z])[A-Z]", name):  # misread
                member = NamedJudge(name, None)
                yield place(member, JudgeRole.AUTHOR, line.span(), _REASON_BYLINE)
            continue
        # A byline in capitals can be read as set in; others quote another opinion's.
        if line.kind is BlockKind.QUOTE and not forms.SHOUTED_NAME.match(line.text):
            continue
        byline = forms.BYLINE.match(line.text[:LONGEST_BYLINE]) or (
            forms.JUSTICE_LINE.match(line.text[:LONGEST_BARE_BYLINE])
        )
        if not byline and index < _BYLINE_BLOCKS and len(line.text) > _SHORTEST_RUN_ON:
            text = line.text[:RUN_ON_REACH]
            amid = _find_byline_amid(line, text)
            if amid:
                yield amid
                continue
        among = line.kind is BlockKind.PARTIES
        if among and not (byline and byline.end() == len(line.text)):
            below = index if forms.APPEAL_END.search(line.text[-APPEAL_REACH:]) else below
            continue
        if not byline or forms.PANEL.match(line.text):
            short = len(line.text) < LONGEST_BYLINE and forms.APPEAL_LINE.match(line.text)
            if short or forms.APPEAL_END.search(line.text[-APPEAL_REACH:]):
                below = -BELOW_REACH if is_prose(line.block) else index
            continue
        if index and lines[index - 1].text.rstrip().endswith((" and", "&")):
            continue  # the last of a panel
        if re.fullmatch(r"\W*concurs\W*", byline["part"] or ""):
            continue  # a vote
        office = byline["office"].lower()
        if line.kind is BlockKind.CENTRED and "master" in office:
            continue  # the caption's right half names whom the court appointed
        boxed = line.text.lstrip()[:1] in ("]", "|")  # a caption's right half, of the case below
        near = index - below < BELOW_REACH or boxed
        alone = re.match(r"[A-ZÀ-Þ’'-]+,", line.text) and not boxed  # the author's surname
        of_below = near and not alone and not re.search(r"circuit(?! court)|justice", office)
        if of_below:
            continue
        named = read_judge(byline["name"], byline["office"])
        ends = byline[0].rstrip()[-1:] in ":.—–-" or len(line.text) < LONGEST_BARE_BYLINE
        if named and ends:
            span = line.span(byline.start("name"), byline.end("office"))
            if span.start > span.end:
                span = line.span()
            # A separate opinion may begin with its vote: "ROE, J." | "I concur in the result".
            following = lines[index + 1].text if index + 1 < len(lines) else ""
            vote = forms.VOTES_FIRST.match(following)
            role = role_of(byline["part"] or (vote[0] if vote else ""))
            more = {"byline among the parties"} if among else set()
            yield place(named, role, span, _REASON_BYLINE, *more)


def _find_byline_amid(line: LocatedBlock, text: str) -> Place | None:
    for inside in (*forms.RUN_ON_BYLINE.finditer(text), *forms.COUNSELS_BYLINE.finditer(text)):
        writer = read_judge(inside["name"], inside["office"])
        before = text[: inside.start("name")].rstrip().lower()
        is_other = before.endswith((" and", ",", ";", "joined by"))  # of a panel, or of votes
        # Wisconsin: "APPEAL from … the circuit court for Kings County: JANE ROE, Judge."
        is_other = is_other or forms.APPEAL_LINE.match(before) is not None
        if writer and not is_other and len(writer.surname) > _SHORTEST_AMID:
            span = line.span(inside.start("name"), inside.end("office"))
            return place(writer, JudgeRole.AUTHOR, span, _REASON_BYLINE, "byline amid a block")
    return None


def _join_wrapped(lines: Sequence[LocatedBlock]) -> Iterator[LocatedBlock]:
    """Yield lines, those that end amid an office with its last word: "ROE, Circuit" | "Judge."."""
    for line, following in zip_longest(lines, lines[1:]):
        opens = forms.OFFICE_OPENS.search(line.text[-_OFFICE_END:])
        last = forms.OFFICE_ENDS.match(following.text) if opens and following else None
        text = f"{line.text}\n\n{last[0]}" if last else line.text
        yield LocatedBlock(line.offset, replace(line.block, text=text)) if last else line


def find_bylines_of_lines(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Yield the first author whose byline is a printed line, amid columns that were read across."""
    goes_on = [False, *(line.text.rstrip().endswith(_GOES_ON) for line in lines)]
    alone = [
        line
        for line, amid in zip(lines, goes_on, strict=False)
        if len(line.text) < LONGEST_BARE_BYLINE
        and not amid
        and not re.search(r"(?i)\b(?:judges|justices|JJ)\b", line.text)
    ]
    for each in find_bylines(alone):
        is_judge = re.search(r"[Jj]udge|[Jj]ustice|Chancellor|^J", each.claims[0].value.title or "")
        if is_judge and "byline amid a block" not in each.signals:
            yield replace(each, signals=each.signals | {"byline on a printed line"})
            return


def find_synopsis_author(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Yield the author whom a report's synopsis names: "The District Court, Roe, J., held that".

    The last one: a synopsis may begin with what the court below held.
    """
    held = [
        (named, line.span(*match.span()))
        for line in lines
        for match in forms.HELD.finditer(line.text[:RUN_ON_REACH])
        if (named := read_judge(match["name"], match["office"]))
    ]
    for named, span in held[-1:]:
        yield place(named, JudgeRole.AUTHOR, span, "delivered the opinion")


def find_role_lines(lines: Sequence[LocatedBlock]) -> Iterator[Place]:
    """Yield who wrote what, from the front."""
    for line in lines:
        text = line.text[:LONGEST_BYLINE]
        short = len(line.text) < LONGEST_BYLINE and "by" in text.lower()
        for match in forms.ROLE_LINE.finditer(text) if short else ():
            office = match["office"] or match["office2"] or "Judge"
            named = read_judge(match["name"] or match["name2"] or match["name3"], office)
            begins = match["what"][0].isupper() or (
                text[: match.start()].strip() == "The" and "delivered" in match["what"]
            )
            if named and begins:
                named = NamedJudge(named.name, None) if "." not in office else named
                span = line.span(match.start(), match.end())
                # "Opinion filed by Judge Roe, dissenting as to Part II."
                votes = forms.VOTES_BEHIND.match(text, match.end())
                role = role_of(f"{match['what']} {votes[0] if votes else ''}")
                yield place(named, role, span, "“… by Judge …”")
        for match in forms.JOINT_ROLES.finditer(text) if short else ():
            for named in iterate_judges(match["who"]):
                span, role = line.span(*match.span()), role_of(match["what"])
                yield place(named, role, span, "“… by Judge …”")
        # A note names who wrote an earlier one: "[3] Judge Roe wrote the opinion that we withdraw".
        delivered = None if re.match(r"\[\d", text) else forms.DELIVERED.search(text[:300])
        if delivered:
            name = clean_name(delivered["name"] or delivered["name2"])
            if name:
                office = (delivered["office"] or "Judge").title().removeprefix("Mr. ")
                named = NamedJudge(name, office)
                span = line.span(delivered.start(), delivered.end())
                yield place(named, JudgeRole.AUTHOR, span, "delivered the opinion")
