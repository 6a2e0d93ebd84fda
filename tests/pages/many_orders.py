"""A thousand orders of fictional judges and parties, for what only a large archive shows."""

import datetime

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.model.archive import Archive
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import (
    Court,
    DocketNumber,
    Judge,
    MotionKind,
    Outcome,
    Party,
    PartyRole,
    Ruling,
)
from build_scripts.model.order import Order, SourceFile
from build_scripts.model.source_text import SourceFormat
from tests.pages.conftest import block, describe

COURTS = (
    Court(
        "cand", "United States District Court for the Northern District of California", "N.D. Cal."
    ),
    Court("ord", "United States District Court for the District of Oregon", "D. Or."),
    Court("azd", "United States District Court for the District of Arizona", "D. Ariz."),
)
JUDGES = (
    "Amelia B. Cartwright", "Dolores E. Finch", "Theodora V. Brandt", "Lucius P. Hargrove",
    "Oriana K. Whitlock", "Benedict J. Ashgrove", "Marisol T. Quintero",
)  # fmt: skip
NAMES = (
    "Quill & Lantern Ltd.", "Ostrich Freight Inc.", "Harbor Light Books LLC", "Ångström Kilns Co.",
    "Tallow & Wick LLC", "Margit Lindqvist", "Bramble Street Cooperative", "Zephyr Looms, Inc.",
    "Jonquil Ferry Authority", "Ephraim Oakenshaw", "Vellum Surveying P.C.", "Copper Kettle Inn",
    "3 Rivers Cartage Co.", "Isolde Marchbanks", "Penhallow Observatory", "Doe Mills, Inc.",
)  # fmt: skip
MOTIONS = (
    MotionKind.DISMISS, MotionKind.COMPEL, MotionKind.SEAL, MotionKind.SUMMARY_JUDGMENT,
    MotionKind.EXPEDITED_DISCOVERY, MotionKind.REMAND,
)  # fmt: skip
OUTCOMES = (Outcome.GRANTED, Outcome.DENIED, Outcome.DENIED, Outcome.GRANTED_IN_PART, Outcome.MOOT)


def make_many(number: int) -> Archive:
    """The archive of that many orders: four a case, every second one citing its case's first."""
    return catalogue_orders(make_order(place) for place in range(number))


def make_order(place: int) -> Order:
    """The order at that place."""
    case, entry = divmod(place, 4)
    court = COURTS[case % 3 if case % 5 else 0]
    judge = JUDGES[case * 5 % 7]
    plaintiff = f"{NAMES[case % 16]}"
    defendant = f"{NAMES[(case * 7 + 3) % 16].removesuffix('.')} {case}"
    kind = MOTIONS[(place * 5 + case) % 6]
    outcome = OUTCOMES[(place * 3 + case) % 5]
    year = 2012 + case % 11
    day = datetime.date(year, 1 + (case + entry * 3) % 12, 1 + place % 28)
    asked = f"motion to {kind.value}"
    text = f"The {asked} is {outcome.value.upper()}. See Calder v. Jones, 465 U.S. 783 (1984)."
    cited = "465 U.S. 783"
    citations = [_cite(text, cited, CitationKind.CASE, case_name="Calder v. Jones", year=1984)]
    number = f"3:{year % 100}-cv-{1000 + case:05}"
    if entry and place % 2:
        text += f" So did the order in No. {number}-XYZ."
        citations.append(_cite(text, f"{number}-XYZ", CitationKind.DOCKET))
    description = describe(
        case_name=f"{plaintiff} v. {defendant}",
        docket_numbers=(DocketNumber(f"{number}-XYZ", "3", year, "cv", 1000 + case, "XYZ"),),
        court=court,
        judges=(Judge(judge, "United States District Judge", None),),
        title=f"Order on {asked.title()}, {defendant}",
        date=day,
        document_number=str(10 + entry * 7),
        rulings=(Ruling(asked, outcome, (), (str(9 + entry * 7),), kind),),
        disposition=outcome,
        parties=(
            Party(plaintiff, (PartyRole.PLAINTIFF,)),
            Party(defendant, (PartyRole.DEFENDANT,), side=1),
            Party("Does 1-10", (PartyRole.DEFENDANT,), side=1),
        ),
    )
    source = SourceFile(f"many/{place}.txt", SourceFormat.PLAIN, f"{place:064x}")
    clean = CleanOrder((block(text),), (), (), (), (), 1)
    return Order(source, clean, description, tuple(citations))


def _cite(
    text: str, cited: str, kind: CitationKind, case_name: str | None = None, year: int | None = None
) -> Citation:
    start = text.index(cited)
    return Citation(
        kind, cited, start, start + len(cited), cited, cited, case_name=case_name, year=year
    )
