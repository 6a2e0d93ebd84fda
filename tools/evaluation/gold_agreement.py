"""Text alone against the JSON around it: `--agreement CORPUS`.

Orders of `cap-json` and `courtlistener-json` are described from their text only; nothing that the
service says beside it is used. Then the service's own name, court, date and judges are the label.

- court: the same court id, or the court of which it is a district, where the service names a court
  that the court table knows.
- date: equal; a service's month or year alone agrees with any day of it.
- name: both or neither have a "v."; on each side of it the words of one name stand, but for abbreviations, in the other's;
  services shorten, and name other first parties, so extra words do not count.
- judge: one surname in common, where the service names judges.

Agreement is counted over the orders whose text prints the value: law reports print no court, for
they are one court's, and some no date. Whether it is printed is judged without the program's own
finders: a date in any place of the text, a court's words and a name's words in its first part.
Where it is printed, a silent description counts against agreement like a wrong one.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from courts_db import courts

from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.cleaning import clean_order
from build_scripts.describing import describe_order
from build_scripts.describing.external import find_external_court, read_external_judges
from build_scripts.model.description import Description
from build_scripts.model.source_text import ExternalFacts
from build_scripts.reading import read_order
from tools.evaluation.gold_rules import list_words

_PARENTS = {entry["id"]: entry["parent"] for entry in courts if entry.get("parent")}
_FRONT = 3000  # characters in which the heading of a decision stands
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
FOLDERS = ("cap-json", "courtlistener-json")
# Words that two printings of one name need not share.
_FORM_WORDS = frozenset(
    """a al an and appellant appellants as company companies corporation et etc ex for in incorporated
    limited llc llp lp matter of on plaintiff re rel defendant state america""".split()
)


@dataclass(frozen=True)
class Compared:
    """One field of one file: what the service says, what the text says, whether they agree."""

    file: str
    field: str
    theirs: str
    ours: str
    agrees: bool
    printed: bool = True  # whether the text says it at all


def print_agreement(corpus: Path, *, as_json: bool) -> None:
    """Print how often text and JSON agree, by folder and field, and every disagreement."""
    compared = [each for folder in FOLDERS for each in compare_folder(corpus / folder)]
    table = count_agreement(compared)
    differing = [vars(each) for each in compared if not each.agrees and each.printed]
    unprinted = Counter(each.field for each in compared if not each.ours and not each.printed)
    if as_json:
        report = {"agreement": table, "not printed": unprinted, "differing": differing}
        print(json.dumps(report, indent=1))
        return
    for key, counts in table.items():
        print(f"{key:32}{counts['share']:7.3f}  {counts['agree']} of {counts['compared']}")
    for field, count in unprinted.items():
        print(f"{field:32}not printed in {count}")
    for each in differing:
        print(
            f"{each['field']} of {each['file']}: {each['theirs']!r} beside, {each['ours']!r} in it"
        )


def count_agreement(compared: list[Compared]) -> dict[str, dict[str, Any]]:
    """Agreement by field over all, then by folder and field."""
    groups: dict[str, list[bool]] = {}
    for each in compared:
        if each.ours or each.printed:
            groups.setdefault(f"all {each.field}", []).append(each.agrees)
            groups.setdefault(f"{each.file.split('/')[0]} {each.field}", []).append(each.agrees)
    return {
        key: {
            "share": round(sum(agreed) / len(agreed), 3),
            "agree": sum(agreed),
            "compared": len(agreed),
        }
        for key, agreed in sorted(groups.items())
    }


def compare_folder(folder: Path) -> Iterator[Compared]:
    """Compare every JSON order of a folder."""
    for path in sorted(folder.glob("*.json")):
        source = read_order(read_loose_file(path))
        clean = clean_order(source)
        text = clean.reading_text
        file = f"{folder.name}/{path.name}"
        yield from compare_facts(file, describe_order(clean), source.external, text)


def compare_facts(
    file: str, ours: Description, theirs: ExternalFacts, text: str
) -> Iterator[Compared]:
    """Compare the fields that the service gives."""
    front = set(list_words(text[:_FRONT]))
    court = find_external_court(theirs)
    if court:
        found = ours.court.value.court_id if ours.court else ""
        printed = front >= {*list_words(court.name)} - {"of", "for"}
        agrees = court.court_id in _list_courts_above(found)
        yield Compared(file, "court", court.court_id, found, agrees, printed)
    if theirs.date:
        date = ours.date.value.isoformat() if ours.date else ""
        agrees = bool(date) and date.startswith(theirs.date)
        yield Compared(file, "date", theirs.date, date, agrees, _prints_date(text, theirs.date))
    if theirs.case_name:
        name = ours.case_name.value if ours.case_name else ""
        agrees = bool(name) and is_same_case(name, theirs.case_name)
        yield Compared(file, "name", theirs.case_name, name, agrees)
    judges = [judge.name for line in theirs.judges for judge in read_external_judges(line)]
    if judges:
        names = [claim.value.name for claim in ours.judges if claim.value.name]
        shared = {_surname(each) for each in judges} & {_surname(each) for each in names}
        yield Compared(file, "judge", "; ".join(judges), "; ".join(names), bool(shared))


def _list_courts_above(court_id: str) -> tuple[str, ...]:
    """A court, the court of which it is a part, and so on."""
    chain: list[str] = []
    while court_id and court_id not in chain:
        chain.append(court_id)
        court_id = _PARENTS.get(court_id, "")
    return tuple(chain)


def _prints_date(text: str, date: str) -> bool:
    """Whether the text prints a date in words or digits anywhere."""
    parts = date.split("-")
    if len(parts) < 3:
        return parts[0] in text
    year, month, day = (int(part) for part in parts)
    name = _MONTHS[month - 1]
    words = rf"{name[:3]}[a-z]*\.?\s*{day}(?:st|nd|rd|th)?\s*[,;]?\s*{year}"
    turned = rf"{day}(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?{name[:3]}[a-z]*\.?,?\s*{year}"
    digits = rf"0?{month}/0?{day}/(?:{year}|{year % 100:02})\b"
    return bool(re.search(rf"{words}|{turned}|{digits}", text, re.IGNORECASE))


def is_same_case(one: str, other: str) -> bool:
    """Whether each side of one name agrees with the same side of the other."""
    sides, others = (re.split(r"\s(?:v|vs)\.?\s", name, maxsplit=1) for name in (one, other))
    return len(sides) == len(others) and all(
        _is_same_side(*pair) for pair in zip(sides, others, strict=True)
    )


def _is_same_side(one: str, other: str) -> bool:
    words, others = (
        [word for word in list_words(side) if word not in _FORM_WORDS] or list_words(side)
        for side in (one, other)
    )
    fewer, more = sorted((words, others), key=len)
    shared = sum(any(_may_be_one(word, each) for each in more) for word in fewer)
    return bool(fewer) and shared * 3 >= len(fewer) * 2


def _may_be_one(one: str, other: str) -> bool:
    """Whether one word may abbreviate the other: "Intern" and "International"."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short[: max(3, len(short) - 1)]):
        return True
    letters = iter(long)
    return short[0] == long[0] and short[-1] == long[-1] and all(each in letters for each in short)


def _surname(name: str) -> str:
    words = [word for word in list_words(name) if word not in ("jr", "sr", "ii", "iii", "iv")]
    return words[-1] if words else ""
