"""The short caption, as a lawyer cites the case (Bluebook rule 10.2.1)."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from build_scripts.describing.agreement import names_agree, shortens_each_word
from build_scripts.describing.candidates import Candidate, choose, overlap
from build_scripts.describing.caption import ABBREVIATED_END, LITIGATION, PROCEEDING, Caption
from build_scripts.describing.caption_lines import VERSUS
from build_scripts.describing.caption_readings import Reading, iterate_readings
from build_scripts.describing.case_name_form import has_shape, judge_form, judge_support
from build_scripts.describing.court import find_court, is_of_appeal
from build_scripts.describing.opening import MOST_BLOCKS, is_prose, join_prose, locate_body
from build_scripts.describing.party_name import shorten_party
from build_scripts.describing.run_together import CITED_HEAD
from build_scripts.describing.text_order import read_text_order
from build_scripts.model.clean_order import CleanOrder, RemovalReason
from build_scripts.model.description import Claim, Span
from build_scripts.model.law.caption_noise import MARK, mark_noise
from build_scripts.model.law.party_words import names_entity
from build_scripts.model.law.title_words import TITLE_START
from build_scripts.model.text.name_case import to_normal_case
from build_scripts.model.text.pattern_table import read_patterns

# A short caption longer than this has swallowed other lines.
_ODD = 0.6  # confidence at most, where a sign or a word is none of a name
_RELEASE_REACH = 60  # characters before a name
_MOST_SIDE_WORDS = 14
_PATTERNS = read_patterns(__package__, "case_name.toml")
_LONGEST_HEAD = 250
_RUNNING_HEAD = "a running head"
PRINTED_HEAD = "a printed decision's head"
"""The place of a name that a service printed above a decision: of 62 whole ones all were right."""
_HEAD_LINES = 3
_FORM_NAME = "a form's own case name"
_LONGEST_FRONT = 1500


def _name_matter(matter: str, prose: str, court_name: str | None) -> str:
    asked = matter.startswith("in re ")
    matter = re.sub(r"(?i)\bof:\s", "of ", matter.removeprefix("in re "))
    first = re.split(r"[;,]?\s+et\s+al\b|;|(?<=\w{2}):\s(?=\w+[,;])", matter)[0].strip(" ,;:")
    if first.lower().startswith("ex parte"):
        return f"Ex parte {shorten_party(first[8:], prose, court_name)}"
    frame = re.match(
        r"(?i)(?:the\s+)?(?P<what>(?:estate|marriage|detention|dependency|commitment|personal\s+restraint|guardianship|conservatorship|adoption|succession"
        r"|parentage|paternity|parental\s+rights|welfare|custody|name\s+change|disciplinary\s+(?:action|proceedings?))s?)"
        r"\s+(?:of|to|as\s+to|against)[:\s]\s*",
        first,
    )
    if frame:
        what = to_normal_case(frame["what"].upper(), "")
        named = shorten_party(first[frame.end() :], prose, court_name)
        if what.startswith("Disc"):
            return f"In re {what} Against {named}"
        plain = what in ("Estate", "Succession") and not asked
        return f"{'' if plain else 'In re '}{what} of {named}"
    if not (PROCEEDING.search(first) or LITIGATION.search(first) or re.search(r"§|\d", first)):
        return f"In re {shorten_party(first, prose, court_name)}"
    name = to_normal_case(first, prose).replace("'", "’")
    return f"In re {re.sub(r'^(?i:the) ', '', name)}"


def _name_caption(caption: Caption, prose: str, court_name: str | None) -> str | None:
    if caption.left and caption.right:
        sides = [shorten_party(side, prose, court_name) for side in (caption.left, caption.right)]
        # "In the Interest of I.K." above "State v. I.K.": the matter is no part of the left side.
        if re.fullmatch(r"(?:[A-Z]\.){2,}", sides[1]) and sides[0].startswith(f"{sides[1]} "):
            sides[0] = shorten_party(sides[0][len(sides[1]) :], prose, court_name)
        if all(sides) and all(len(side.split()) <= _MOST_SIDE_WORDS for side in sides):
            return " v. ".join(sides)
    if caption.matter:
        return _name_matter(caption.matter, prose, court_name)
    return None


_AGAINST = frozenset(
    (
        *("behind prose", "within prose", "another has roles", "cut at noise", "behind a matter"),
        *("goes on above", "goes on below", "the text has more of a side"),
    )
)


def propose_case_names(clean: CleanOrder) -> Iterator[Candidate[str]]:
    """Yield every name that the order may have, from each place where it can be.

    First party a side, natural persons by surname, no "et al.", table T6 for business words, in
    normal case as the order's own prose spells the name.
    """
    text_order = read_text_order(clean)
    if text_order and text_order.case_name:
        named = text_order.case_name
        sides = [shorten_party(side, "", "") for side in VERSUS.split(named.text, maxsplit=1)]
        name = " v. ".join(sides) if len(sides) == 2 and all(sides) else named.text.strip()
        yield Candidate(name, named.span, "the notice", frozenset({_FORM_NAME}))
        return
    court = find_court(clean)
    court_name = court.value.name if court else ""
    prose = join_prose(clean)
    spelled = prose.lower().replace("’", "'")
    below = is_of_appeal(clean)
    every = _iterate_named(clean, prose, spelled, court_name)
    proposed = _join_heads([each for each in every if has_shape(each[0], below=below)])
    # What a later place has against it says nothing against an earlier one.
    against: dict[str, frozenset[str]] = {}
    for name, _, _, signals in proposed:
        key = fold_name(name)
        against[key] = against.get(key, _AGAINST) & signals
    pieces = _list_pieces({name: against[fold_name(name)] for name, *_ in proposed})
    for name, evidence, reason, seen in proposed:
        if name in pieces:
            continue
        signals = (seen - _AGAINST) | against[fold_name(name)]
        form = judge_form(name) | judge_support(name, spelled)
        yield Candidate(name, evidence, reason, frozenset(signals | form))


def _list_pieces(names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the names that a longer one shows to be cut at a line's end.

    The text has the longer side, or the next word ends a company's name. `names` have what is
    against each.
    """
    pieces = set()
    sides = {name: [f" {side} " for side in name.replace(",", "").split(" v. ")] for name in names}
    for name, against in names.items():
        for longer in sides.values():
            if len(longer) != 2 or len(sides[name]) != 2 or longer == sides[name]:
                continue
            numbered = _PATTERNS.PAGE_NUMBER.search("".join(longer))
            if numbered and not _PATTERNS.PAGE_NUMBER.search(name):
                continue  # a running head with its page's number
            (left, right), (long_left, long_right) = sides[name], longer
            cut = long_left.endswith(left) and long_right.startswith(right)
            known = cut and "the text has more of a side" in against
            if known or all(map(_lacks_company_end, sides[name], longer)):
                pieces.add(name)
    return frozenset(pieces)


def _lacks_company_end(side: str, longer: str) -> bool:
    """Return whether a side is the other one, with or without a business's last words."""
    rest = longer.removeprefix(side)
    return side == longer or (rest != longer and bool(_PATTERNS.COMPANY_END.match(rest)))


_Named = tuple[str, Span | None, str, frozenset[str]]


def _join_heads(named: list[_Named]) -> list[_Named]:
    """Return the names of captions, each confirmed if a head shortens it, and the heads that
    shorten none.
    """
    captions = [each for each in named if each[2] not in (_RUNNING_HEAD, PRINTED_HEAD)]
    joined, heads = [], [each for each in named if each[2] in (_RUNNING_HEAD, PRINTED_HEAD)]
    for name, evidence, reason, signals in captions:
        confirmed = {head[2]: head for head in heads if _confirms(head, name)}
        if PRINTED_HEAD in confirmed:
            reason, signals = PRINTED_HEAD, signals | confirmed[PRINTED_HEAD][3]
        if _RUNNING_HEAD in confirmed:
            signals |= {"a running head agrees"}
        joined.append((name, evidence, reason, signals))
    alone = [head for head in heads if not any(_confirms(head, each[0]) for each in captions)]
    return [*joined, *alone]


def _confirms(head: _Named, name: str) -> bool:
    """Return whether a head shortens a caption's name; the printed one has a word for each."""
    return _shortens(head[0], name) and (
        head[2] != PRINTED_HEAD or shortens_each_word(head[0], name)
    )


def _shortens(head: str, name: str) -> bool:
    """Return whether a running head's name is a caption's, perhaps abbreviated."""
    sides = [each.split(" v. ") for each in (head, name)]
    return len(sides[0]) == len(sides[1]) and all(map(names_agree, *sides))


def _is_cut(reading: Reading, name: str, spelled: str) -> bool:
    """Return whether the prose has a side's name together with the caption's next word."""
    left, _, right = name.lower().partition(" v. ")
    begun = reading.above and left and f"{reading.above} {left.split()[0]}".lower() in spelled
    ended = reading.below and right and f"{right.split()[-1]} {reading.below}".lower() in spelled
    return bool(begun or ended)


def _iterate_named(
    clean: CleanOrder, prose: str, spelled: str, court_name: str | None
) -> Iterator[_Named]:
    begun = _read_cut_head(clean)
    for reading in iterate_readings(clean):
        span = reading.caption.span
        near = clean.reading_text[max(0, span.start - _RELEASE_REACH) : span.end] if span else ""
        if _PATTERNS.RELEASE.search(near):
            continue  # who sued for the paper, in the note of its release
        if name := _name_caption(reading.caption, prose, court_name):
            matter = reading.caption.left is None
            reason = "the caption's matter" if matter else "the caption's first parties"
            cut = {"the text has more of a side"} if _is_cut(reading, name, spelled) else set()
            if begun and not shortens_each_word(begun, name.removeprefix("In re ").split()[0]):
                cut.add("a cut head begins otherwise")
            yield name, reading.caption.span, reason, reading.signals | cut
            if matter and (asked := _PATTERNS.OBJECT.match(name)):
                short = shorten_party(asked["name"].removeprefix("In re "), prose, court_name)
                yield (
                    f"In re {short}",
                    reading.caption.span,
                    reason,
                    reading.signals | {"without its object"},
                )
    heads_paper = True
    for rank, line in enumerate(locate_body(clean)[:MOST_BLOCKS]):
        # The prose can go on below it without a blank line.
        printed = CITED_HEAD.match(line.text[:_LONGEST_HEAD])
        heads_paper = heads_paper and rank < _HEAD_LINES
        if printed and heads_paper and (name := _name_piece(printed["name"], prose, court_name)):
            yield name, line.span(*printed.span("name")), PRINTED_HEAD, frozenset({PRINTED_HEAD})
            continue
        # Below a name or a title it is a case that the paper cites.
        if VERSUS.search(line.text[:_LONGEST_HEAD]) or TITLE_START.match(line.text):
            heads_paper = False
        if is_prose(line.block):
            break
        published = _PATTERNS.PUBLISHED.match(line.text[:_LONGEST_HEAD])
        whole = published and not _PATTERNS.CUT_SIDE.search(published["name"])
        if published and whole and (name := _name_line(published["name"], prose, court_name)):
            place = {"before a citation", *([] if line.offset else ["heads the paper"])}
            span = line.span(*published.span("name"))
            yield name, span, "the name before its citation", frozenset(place)
    if named := _read_board_case(clean, prose, court_name):
        yield named
    running = [each for each in clean.removals if each.reason is RemovalReason.RUNNING_HEAD]
    heads = Counter(removal.text for removal in running)
    reported = [
        (name, each.page)
        for each in running
        if (head := _PATTERNS.REPORT_HEAD.fullmatch(" ".join(each.text.split())))
        and (name := _name_piece(head["name"], prose, court_name))
    ]
    counted = Counter(name for name, _ in reported)
    for name, page in reported:
        if page == 1 or counted[name] > 1:  # else the next case's
            yield name, None, PRINTED_HEAD, frozenset({PRINTED_HEAD})
    named_heads: Counter[str] = Counter()
    for text, count in heads.items():
        if printed := CITED_HEAD.match(text.strip()):
            if name := _name_piece(printed["name"], prose, court_name):
                yield name, None, PRINTED_HEAD, frozenset({PRINTED_HEAD})
        elif name := _name_line(text, prose, court_name):
            named_heads[name] += count
    for name, count in named_heads.items():
        again = {"a running head of several pages"} if count > 1 else set()
        yield name, None, _RUNNING_HEAD, frozenset({_RUNNING_HEAD, *again})


def _read_cut_head(clean: CleanOrder) -> str:
    """Return the first word of a decision's printed head that the service cut, else ""."""
    lines = (line.text[:_LONGEST_HEAD] for line in locate_body(clean)[:_HEAD_LINES])
    found = (_PATTERNS.CUT_HEAD.match(text) for text in lines)
    return next((each["first"] for each in found if each), "")


def _read_board_case(clean: CleanOrder, prose: str, court_name: str | None) -> _Named | None:
    """Return the first party of a labor board's case, by which it is cited (Bluebook rule 14.3.1):
    "Acme Corp. and Local 12. Case 07-CA-123456".
    """
    front = [line.text for line in locate_body(clean)[:MOST_BLOCKS] if not is_prose(line.block)]
    found = _PATTERNS.BOARD_CASE.search(" ".join(front)[:_LONGEST_FRONT])
    name = shorten_party(found["first"], prose, court_name) if found else ""
    if not found or not name:
        return None
    at = clean.reading_text.find(found["first"])
    span = Span(at, at + len(found["first"])) if at >= 0 else None
    return name, span, "the first party of a board's case", frozenset({_FORM_NAME})


def _name_line(text: str, prose: str, court_name: str | None) -> str | None:
    """Return the name that a line of a few words holds, without noise and page numbers."""
    for printed in re.split(rf"{MARK}+|\s{{4,}}", mark_noise(text[:_LONGEST_HEAD])):
        piece = re.sub(r"^\W*(?:\d+\s+|(?i:cite\s+as:?)\s+)|\s+\d+\W*$", "", printed)
        if name := _name_piece(piece, prose, court_name):
            return name
    return None


def _name_piece(text: str, prose: str, court_name: str | None) -> str | None:
    """Return the name that words are: both sides, or a matter."""
    piece = text.strip(" ,;:")
    piece = piece if ABBREVIATED_END.search(piece) else piece.strip(".")
    sides = VERSUS.split(piece)
    if len(sides) == 2 and all(side.strip() for side in sides):
        named = [shorten_party(side, prose, court_name) for side in sides]
        if all(named) and all(len(side.split()) <= _MOST_SIDE_WORDS for side in named):
            return " v. ".join(named)
    matter = re.match(r"(?i)\W*(?:in\s+re:?|(?:in\s+the\s+)?matter\s+of)\s+(\S.*)", piece)
    if matter and len(piece.split()) <= _MOST_SIDE_WORDS:
        return _name_matter(matter[1], prose, court_name)
    return None


def fold_name(name: str) -> str:
    """Return the key under which printings of one name are pooled: no case, no usual endings."""
    folded = re.sub(r"[^\w\s]", "", name.lower().replace("&", "and"))
    return re.sub(r"\bthe\b|\s+", "", _PATTERNS.SHORTENED.sub(lambda found: found[1], folded))


_CUT = frozenset(("goes on above", "goes on below", "ends with a joint"))
_AMONG_PROSE = frozenset(("within prose", "behind prose"))
_MORE = _CUT | {"the text has more of a side"}


def competes_with(best: Candidate[str], other: Candidate[str]) -> bool:
    """Return whether another name makes the likeliest one doubtful.

    A name that is cut at a line's end has a longer one next to it, and often nothing says which is
    meant. Where the longer one is the likeliest and nothing of it goes on, its cut pieces are no
    other names: "Roe v. Board of Education" of "Roe v. Board of Education of Kings County". Nor are
    an abbreviated printing, and a case that a sentence below the caption names.
    """
    is_piece = other.signals & _CUT and not best.signals & _MORE
    begins = best.value.startswith(f"{other.value} ") and overlap(best.evidence, other.evidence)
    # "In re Acme Capital" of "In re Acme Capital | Advisors, LLC": the business's form is its end.
    formed = _PATTERNS.COMPANY_END.match(best.value.rpartition(" ")[2])
    if begins and formed and not best.signals & _MORE:
        return False
    # "Roe v. Board of Public" of "Roe v. Board of Public | Works; PAT POE,": a list goes on below.
    if begins and "closed below" in best.signals and "goes on below" in other.signals:
        return False
    # "State of Ohio Roe v. Poe", "File No. 12 Roe v. Poe": the paper's heading, read with a
    # person's name. "State of Ohio Department of Health v. Poe" can be the whole name.
    headed = _PATTERNS.HEADED.fullmatch(other.value.removesuffix(best.value))
    if headed and not names_entity(best.value.partition(" v. ")[0]):
        return False
    # "In the Interest of Wren" above "Quillon v. Wren": whom the case is about is a side of it.
    about = other.value.removeprefix("In re ")
    if about != other.value and about in best.value.split(" v. "):
        return False
    is_longer = "without its object" in best.signals and other.value.startswith(best.value)
    if (is_piece or is_longer) and overlap(best.evidence, other.evidence):
        return False
    is_cited = _AMONG_PROSE & other.signals and not _AMONG_PROSE & best.signals
    return not (is_cited or shortens_each_word(other.value, best.value))


def find_case_name(clean: CleanOrder) -> Claim[str] | None:
    """Return the likeliest short caption, or None if the order names no case."""
    chosen = choose("case_name", propose_case_names(clean), fold_name, competes_with)
    if chosen is None:
        return None
    best, sure = chosen
    if "has an odd sign" in judge_form(best.value):
        sure = min(sure, _ODD)
    return Claim(best.value, best.evidence, best.reason, confidence=round(sure, 2))
