"""Text alone against the JSON around it: `--agreement CORPUS`.

Orders of `cap-json` and `courtlistener-json` are described from their text only; nothing that the
service says beside it is used. Then the service's own name, court, date and judges are the label.

- court: the same court id, where the service names a court that the court table knows.
- date: equal; a service's month or year alone agrees with any day of it.
- name: on each side of "v." the words of one name stand, but for abbreviations, in the other's;
  services shorten, and name other first parties, so extra words do not count.
- judge: one surname in common, where the service names judges.

Where the text is silent that is no disagreement but a gap; both are counted against agreement.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_scripts.cleaning import clean_order
from build_scripts.describing import describe_order
from build_scripts.describing.external import find_external_court, read_external_judges
from build_scripts.model.description import Description
from build_scripts.model.source_text import ExternalFacts
from build_scripts.reading import read_order
from build_scripts.storage.orders_folder import read_loose_file
from tests.evaluation.gold_rules import list_words

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


def print_agreement(corpus: Path, *, as_json: bool) -> None:
    """Print how often text and JSON agree, by folder and field, and every disagreement."""
    compared = [each for folder in FOLDERS for each in compare_folder(corpus / folder)]
    table = count_agreement(compared)
    differing = [vars(each) for each in compared if not each.agrees]
    if as_json:
        print(json.dumps({"agreement": table, "differing": differing}, indent=1))
        return
    for key, counts in table.items():
        print(f"{key:32}{counts['share']:7.3f}  {counts['agree']} of {counts['compared']}")
    for each in differing:
        print(
            f"{each['field']} of {each['file']}: {each['theirs']!r} beside, {each['ours']!r} in it"
        )


def count_agreement(compared: list[Compared]) -> dict[str, dict[str, Any]]:
    """Agreement by field over all, then by folder and field."""
    groups: dict[str, list[bool]] = {}
    for each in compared:
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
        description = describe_order(clean_order(source))
        yield from compare_facts(f"{folder.name}/{path.name}", description, source.external)


def compare_facts(file: str, ours: Description, theirs: ExternalFacts) -> Iterator[Compared]:
    """Compare the fields that the service gives."""
    court = find_external_court(theirs)
    if court:
        found = ours.court.value.court_id if ours.court else ""
        yield Compared(file, "court", court.court_id, found, court.court_id == found)
    if theirs.date:
        date = ours.date.value.isoformat() if ours.date else ""
        yield Compared(file, "date", theirs.date, date, bool(date) and date.startswith(theirs.date))
    if theirs.case_name:
        name = ours.case_name.value if ours.case_name else ""
        agrees = bool(name) and is_same_case(name, theirs.case_name)
        yield Compared(file, "name", theirs.case_name, name, agrees)
    judges = [judge.name for line in theirs.judges for judge in read_external_judges(line)]
    if judges:
        names = [claim.value.name for claim in ours.judges if claim.value.name]
        shared = {_surname(each) for each in judges} & {_surname(each) for each in names}
        yield Compared(file, "judge", "; ".join(judges), "; ".join(names), bool(shared))


def is_same_case(one: str, other: str) -> bool:
    """Whether each side of one name agrees with the same side of the other."""
    sides, others = (re.split(r"\s(?:v|vs)\.?\s", name, maxsplit=1) for name in (one, other))
    if len(sides) != len(others):
        sides, others = [" ".join(sides)], [" ".join(others)]
    return all(_is_same_side(*pair) for pair in zip(sides, others, strict=True))


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
