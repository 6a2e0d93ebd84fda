"""Searches as people type them for decisions that they know: name, court, year, docket, report.

They are made by rule from what the two services say of a decision beside its text, never from what this
program makes of it, with a seed. `python -m tools.typed_searches MKDOCS.YML [--held-out]` measures
in an archive of the folders cap-json and courtlistener-json of ../shared/corpus how often the decision
that is meant comes first. The two samples are drawn from different halves of the decisions: rules may be
made with the first before the eyes, and the other says what they are worth.
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from build_scripts.cli.opening import open_archive, read_archive
from build_scripts.site.search_engine import SearchEngine, open_archive_search
from tests.shared import SHARED

SEED = 498
SIZE = 150


@dataclass(frozen=True)
class Decision:
    """What a service says of a decision beside its text; "" for what it does not say."""

    path: str
    name: str
    court: str  # in full
    court_short: str
    state: str  # as citations abbreviate it, "" for a federal court
    year: str
    docket: str
    report: str


@dataclass(frozen=True)
class Typed:
    """A search, how it was made, and the files of which any one is meant."""

    kind: str
    text: str
    meant: frozenset[str]


def list_decisions(corpus: Path) -> list[Decision]:
    """Return the decisions of both services that have a name of two sides, by path."""
    found = [_read_cap(path) for path in sorted((corpus / "cap-json").glob("*.json"))]
    found += [
        _read_opinion(path) for path in sorted((corpus / "courtlistener-json").glob("*.json"))
    ]
    return [one for one in found if one]


def _read_cap(path: Path) -> Decision:
    said = json.loads(path.read_text("utf-8"))
    state = said["jurisdiction"]["name"]
    return Decision(
        f"cap-json/{path.name}",
        said["name_abbreviation"].replace("’", "'"),
        said["court"]["name"],
        said["court"]["name_abbreviation"],
        "" if state == "U.S." else state,
        said["decision_date"][:4],
        "",
        said["citations"][0]["cite"] if said["citations"] else "",
    )


def _read_opinion(path: Path) -> Decision | None:
    """An opinion's name stands in its address, docket and court in the first lines of its print."""
    said = json.loads(path.read_text("utf-8"))
    head = re.sub(r"\s+", " ", (said["plain_text"] or "")[:1500])
    slug = said["absolute_url"].strip("/").split("/")[-1]
    circuit = re.search(r"(?i)court of appeals for the (\w+) circuit", head)
    docket = re.search(r"\bNos?\. (\d\d-\d{3,5})\b", head)
    printed = said["html_with_citations"] or said["html_lawbox"] or ""
    report = re.search(r"\b\d{1,4} F\.[23]d \d{1,4}\b", re.sub(r"<[^>]+>", "", printed[:600]))
    year = re.search(r"\((\d{4})\)", printed[:600])
    if not re.fullmatch(r"[a-z-]{3,}-v-[a-z-]{3,}", slug) or not circuit:
        return None
    ordinal = circuit[1].capitalize()
    short = {"First": "1st Cir.", "Second": "2d Cir.", "Third": "3d Cir."}.get(ordinal, "")
    name = " v. ".join(side.replace("-", " ").title() for side in slug.split("-v-", 1))
    return Decision(
        f"courtlistener-json/{path.name}",
        name,
        f"United States Court of Appeals for the {ordinal} Circuit",
        short,
        "",
        year[1] if year else (said["local_path"] or "pdf/")[4:8].strip("/"),
        docket[1] if docket else "",
        report[0] if report else "",
    )


def list_typed(decisions: Sequence[Decision], published: Set[str], held_out: bool) -> list[Typed]:
    """Return 150 searches for published decisions of one half, one for each, all kinds in turn."""
    named: dict[str, list[Decision]] = defaultdict(list)
    for one in decisions:
        named[_fold(one.name)].append(one)
        for report in filter(None, [one.report]):
            named[report].append(one)
    half = [one for one in decisions if _is_held_out(one) == held_out]
    draw = random.Random(SEED + held_out)  # noqa: S311
    draw.shuffle(half)
    typed: list[Typed] = []
    used: Counter[str] = Counter()
    for one in half:
        if one.path not in published:
            continue
        forms = [form for form in _type(one, draw) if one.year or "year" not in form[0]]
        if not forms:
            continue
        fewest = min(used[kind] for kind, _, _ in forms)
        kind, text, keys = draw.choice([form for form in forms if used[form[0]] == fewest])
        used[kind] += 1
        typed.append(Typed(kind, text, frozenset(_list_meant(one, keys, named))))
        if len(typed) == SIZE:
            break
    return typed


def _is_held_out(one: Decision) -> bool:
    return sha256(one.path.encode()).digest()[0] % 2 == 1


def _list_meant(one: Decision, keys: str, named: dict[str, list[Decision]]) -> Iterator[str]:
    """The decisions that the service says the same of, as far as it was typed."""
    yield one.path
    for other in named[_fold(one.name)]:
        same_year = "year" not in keys or other.year == one.year
        same_court = "court" not in keys or other.court == one.court
        if "own" not in keys and same_year and same_court:
            yield other.path
    if "report" in keys:
        yield from (other.path for other in named[one.report])


def _fold(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


_SPELLED_OUT = {
    "Ass'n": "Association", "Co.": "Company", "Corp.": "Corporation", "Dep't": "Department",
    "Comm'n": "Commission", "Comm'r": "Commissioner", "Int'l": "International", "Nat'l": "National",
    "R.R.": "Railroad", "Ry.": "Railway", "Mfg.": "Manufacturing", "Ins.": "Insurance", "Bros.": "Brothers",
    "Inc.": "Incorporated", "Bd.": "Board", "Univ.": "University", "Gov't": "Government",
}  # fmt: skip
_CUT_SHORT = {
    "Association": "assn", "Company": "co", "Corporation": "corp", "Department": "dept",
    "Commission": "commn", "Commissioner": "commr", "International": "intl", "National": "natl",
    "Railroad": "rr", "Railway": "ry", "Manufacturing": "mfg", "Insurance": "ins", "Brothers": "bros",
    "Board": "bd", "University": "univ", "Government": "govt", "County": "cnty", "Hospital": "hosp",
    "Electric": "elec", "District": "dist", "Education": "educ", "American": "am", "Bank": "bank",
}  # fmt: skip
_POSTAL = {
    "Cal.": "ca", "N.Y.": "ny", "Pa.": "pa", "Wash.": "wa", "Mass.": "mass", "Tex.": "tx", "La.": "la",
    "Md.": "md", "Fla.": "fla", "N.J.": "nj", "Ohio": "ohio", "Ill.": "ill", "Mich.": "mich",
    "Mont.": "montana", "Ind.": "indiana", "Or.": "oregon", "N.C.": "nc", "Ga.": "ga", "Kan.": "kan",
}  # fmt: skip


def _type(one: Decision, draw: random.Random) -> Iterator[tuple[str, str, str]]:
    """Kind, search, and what it says beside the name."""
    name, year = one.name, one.year
    plain = re.sub(r"[.,']", "", name.replace(" & ", " and ")).lower()
    yield "name", name, ""
    yield "name plainly", plain, ""
    yield "name in capitals", name.replace(" v. ", " vs. ").upper(), ""
    yield "name, year", f"{draw.choice([name, plain])} {draw.choice([year, f'({year})'])}", "year"
    if name.startswith("United States v. "):
        state = draw.choice(["us v", "us v.", "U.S. v.", "US v.", "U. S. v.", "usa v"])
        rest = name.removeprefix("United States v. ")
        yield "us v.", f"{state} {draw.choice([rest, rest.lower()])}", ""
        yield "us v., year", f"{state} {rest.lower()} {year}", "year"
    elif name.endswith(" v. United States"):
        yield "v. us", f"{plain.removesuffix('united states')}{draw.choice(['us', 'U.S.'])}", ""
    spelled = " ".join(_SPELLED_OUT.get(word.strip(","), word) for word in name.split())
    if spelled != name:
        yield "spelled out", draw.choice([spelled, spelled.lower()]), ""
    short = " ".join(_CUT_SHORT.get(word.strip(","), word) for word in name.split())
    if short != name:
        yield "cut short", draw.choice([short, short.lower()]), ""
    if court := draw.choice(list(_type_court(one)) or [""]):
        yield "name, court", f"{draw.choice([name, plain])} {court}", "court"
        yield "name, court, year", f"{plain} {court} {year}", "court year"
        yield "court, name", f"{court} {plain}", "court"
    if one.court_short:
        yield "name (court year)", f"{name} ({one.court_short} {year})", "court year"
    if one.report:
        yield "name, report, year", f"{name}, {one.report} ({year})", "report own"
        yield "report", one.report, "report own"
        yield "report plainly", re.sub(r"[.]", "", one.report).lower(), "report own"
    if one.docket:
        yield "docket", draw.choice([one.docket, f"No. {one.docket}", f"no {one.docket}"]), "own"
        yield "docket, name", f"{plain} {one.docket}", "own"


def _type_court(one: Decision) -> Iterator[str]:
    """A court as people name it beside a case."""
    name, short = one.court, one.court_short
    if circuit := re.search(r"the (\w+|District of Columbia) Circuit$", name):
        ordinal = {"District of Columbia": "dc"}.get(circuit[1], circuit[1].lower())
        yield from (f"{ordinal} circuit", f"{ordinal.capitalize()} Circuit")
        yield from filter(None, (short, short.lower().replace(".", "")))
    elif district := re.search(r"the ((?:\w+ )?District of .+)$", name):
        yield from (short, short.replace(".", "").replace(" ", "").lower(), district[1].lower())
        yield short.replace(".", "").lower()
    elif one.state:
        kind = re.search(
            r"Supreme Judicial Court|Supreme Court$|^Supreme Court|Court of Appeals", name
        )
        if kind and "Division" not in name:
            state = _POSTAL.get(one.state, one.state.replace(".", "").lower())
            yield f"{state} {kind[0].lower()}"
        yield from (name, name.lower())
    else:
        yield from (short, name.lower().removeprefix("united states "))


def measure(
    engine: SearchEngine, typed: Iterable[Typed]
) -> tuple[float, float, list[tuple[int, Typed]]]:
    """hit@1, hit@10, and what was missed at 1 with the place it was found at (0: not in ten)."""
    items, missed = list(typed), []
    for item in items:
        found = [hit.result["path"] for hit in engine.search(item.text, 10).hits]
        places = [place for place, path in enumerate(found, 1) if _name_file(path) in item.meant]
        if places[:1] != [1]:
            missed.append((places[0] if places else 0, item))
    lost = sum(not place for place, _ in missed)
    return 1 - len(missed) / len(items), 1 - lost / len(items), missed


def _name_file(path: str) -> str:
    return "/".join(Path(path).parts[-2:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path, help="mkdocs.yml of an archive of both folders")
    parser.add_argument("--held-out", action="store_true", help="the sample kept from rules")
    arguments = parser.parse_args()
    archive = read_archive(open_archive(arguments.config))
    published = {archived.order.source.path for archived in archive.orders}
    typed = list_typed(list_decisions(SHARED / "corpus"), published, arguments.held_out)
    first, ten, missed = measure(open_archive_search(archive), typed)
    for place, item in missed:
        print(place or "-", item.kind, item.text, sep="\t")
    print(f"{len(typed)} searches: hit@1 {first:.3f}, hit@10 {ten:.3f}")


if __name__ == "__main__":
    main()
