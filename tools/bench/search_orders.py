"""Made-up orders for the search: N of them, the same on every machine.

They go straight into the search as records; nothing is read, cleaned or described. Words are drawn
as in prose (few are frequent, most are rare: Zipf and Mandelbrot), some of each order's own again
and again; between them stand formulas of orders and citations in their printed forms, from
authorities of which few are cited often. Parties, judges, dockets and places in reporters are made
up; statutes and rules are real.
"""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from build_scripts.model.description import DocketNumber
from build_scripts.search.key_tokens import list_authority_keys, list_docket_keys
from build_scripts.search.recognised import FacetValue, Vocabulary
from build_scripts.search.records import SearchRecord

FREQUENT = (
    "the of to and in a that is for not on by or as this with was be court it from plaintiff "
    "defendant motion at his has are an which any order v have no claim defendants under case "
    "plaintiffs had its but does he if were been evidence party did rule may would action such "
    "because there who must their other these claims whether law also filed one will complaint "
    "should only all judgment parties time so than district when federal discovery issue counsel "
    "request fact before state facts trial her denied granted after relief against made argues "
    "information where between without documents show support into good standard upon further "
    "first material record here reason response matter dispute alleges can more being during "
    "summary section finds dismiss cause agreement therefore states set amended given both most "
    "service contract hearing those then public notice interest injury deposition subpoena "
    "attorney failure jurisdiction remand seal stay produce fees sanctions expert class privilege"
).split()
FORMULAS = (
    ("the motion is denied without prejudice", 0.30),
    ("for good cause shown", 0.25),
    ("the parties shall meet and confer", 0.20),
    ("failure to state a claim", 0.20),
    ("a genuine dispute of material fact", 0.15),
    ("substantial justification for the delay", 0.02),
    ("the apex doctrine", 0.005),
    ("an adverse inference instruction", 0.004),
)
LAWS = (
    "Fed. R. Civ. P. 12(b)(6)",
    "Fed. R. Civ. P. 26(b)(1)",
    "Fed. R. Civ. P. 56(a)",
    "Fed. R. Civ. P. 37(a)",
    "28 U.S.C. § 1331",
    "28 U.S.C. § 1332(a)",
    "28 U.S.C. § 636(b)(1)",
    "28 U.S.C. § 1404(a)",
    "42 U.S.C. § 1983",
    "Fed. R. Evid. 702",
    "17 U.S.C. § 501",
    "18 U.S.C. § 1836",
)
REPORTERS = (
    ("U.S.", 600, "(1994)"),
    ("F.2d", 999, "(9th Cir. 1989)"),
    ("F.3d", 999, "(9th Cir. 2006)"),
    ("F. Supp. 2d", 999, "(N.D. Cal. 2008)"),
    ("F. Supp. 3d", 500, "(S.D.N.Y. 2017)"),
    ("F.R.D.", 330, "(D. Del. 2012)"),
    ("Cal. App. 4th", 248, "(2011)"),
)
COURTS = (
    ("cand", "United States District Court for the Northern District of California", "N.D. Cal."),
    ("nysd", "United States District Court for the Southern District of New York", "S.D.N.Y."),
    ("txwd", "United States District Court for the Western District of Texas", "W.D. Tex."),
    ("ded", "United States District Court for the District of Delaware", "D. Del."),
    ("ilnd", "United States District Court for the Northern District of Illinois", "N.D. Ill."),
    ("ca9", "United States Court of Appeals for the Ninth Circuit", "9th Cir."),
)
MOTIONS = (
    "Motion to dismiss",
    "Motion to compel",
    "Motion for summary judgment",
    "Motion to quash",
    "Motion to remand",
    "Motion for expedited discovery",
    "Motion to seal",
    "Motion for sanctions",
)
DISPOSITIONS = ("Denied", "Dismissed", "Granted", "Granted in part", "Remanded", "Stayed")
KINDS = ("Inc.", "LLC", "Corp.", "Co.", "Ltd.")
GOODS = (
    "Lumber Freight Optics Systems Foods Holdings Labs Marine Power Textiles Media Tools".split()
)
GIVEN = (
    "Ada Boris Clara Dmitri Elena Farid Greta Hugo Ines Jonas Kira Lionel Mina Otto Priya".split()
)
FIRST = "b br c ch d dr f g h j k l m n p pr r s st t tr v w".split()
MIDDLE = "a e i o u a e i o u ai ea".split()
LAST = ["", "", "", *"l n r s t d m nd ng st ck".split()]
WORDS = 80_000
UNDATED = 0.03
OF_ITS_OWN = 0.55  # of an order's words


@dataclass(frozen=True, slots=True)
class MadeCase:
    """What all orders of a case share."""

    name: str
    docket: DocketNumber
    court: int
    judges: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MadeOrder:
    """One order, without its text."""

    case: MadeCase
    number: int
    day: date | None
    motion: int
    disposition: int


def _list_other_tokens(order: MadeOrder) -> tuple[str, ...]:
    """Its ruling, and what it has: rulings and footnotes mostly, the rest seldom."""
    has = [
        place
        for place, every in enumerate((50, 50, 20, 90, 10, 2, 1, 9, 99, 9))
        if order.number % every == 0
    ]
    ruling = f"zzoutcome{order.disposition}", f"zzmotion{order.motion}o{order.disposition}"
    return (*ruling, *(f"zzhas{place}" for place in has))


class MadeOrders:
    """`count` orders, newest first; texts are drawn when they are asked for."""

    def __init__(self, count: int) -> None:
        draw = random.Random(20_170_531)  # noqa: S311 (no secret: the same on every machine)
        self.words = _make_words(draw)
        self._weights = list(accumulate((rank + 2.7) ** -1.12 for rank in range(len(self.words))))
        self._names = sorted({_make_word(draw, 2).title() for _ in range(2_000 + count // 10)})
        self.judges = sorted(
            {f"{draw.choice(GIVEN)} {draw.choice(self._names)}" for _ in range(40 + count // 100)}
        )
        self.authorities = [self._make_authority(draw) for _ in range(2_000 + 3 * count)]
        self._cited = list(accumulate((rank + 2.7) ** -1 for rank in range(len(self.authorities))))
        cases = [self._make_case(draw, serial) for serial in range(count * 2 // 5 + 1)]
        orders = [self._make_order(draw, draw.choice(cases), n) for n in range(count)]
        orders.sort(key=lambda one: (one.day is None, -(one.day or date.min).toordinal()))
        self.orders = orders
        self.years = sorted({str(one.day.year) for one in orders if one.day}, reverse=True)

    def _make_authority(self, draw: random.Random) -> tuple[str, str, str]:
        reporter, volumes, court = draw.choice(REPORTERS)
        name = f"{draw.choice(self._names)} v. {draw.choice(self._names)}"
        return name, f"{draw.randint(1, volumes)} {reporter} {draw.randint(1, 1500)}", court

    def _make_case(self, draw: random.Random, serial: int) -> MadeCase:
        sides = [self._make_party(draw), self._make_party(draw)]
        if draw.random() < 0.08:
            sides[0] = "United States"
        year, office = draw.randint(2010, 2024), draw.randint(1, 5)
        initials = "".join(draw.choices("ABCDEFGHJKLMRSTW", k=3))
        kind = "cr" if sides[0] == "United States" and serial % 2 else "cv"
        number = draw.randint(1, 9_999)
        text = f"{office}:{year % 100:02d}-{kind}-{number:05d}-{initials}"
        docket = DocketNumber(
            text=text, office=str(office), year=year, case_type=kind, serial=number
        )
        judges = tuple(sorted({draw.randrange(len(self.judges)) for _ in range(1 + serial % 2)}))
        return MadeCase(" v. ".join(sides), docket, draw.randrange(len(COURTS)), judges)

    def _make_party(self, draw: random.Random) -> str:
        if draw.random() < 0.5:
            return f"{draw.choice(GIVEN)} {draw.choice(self._names)}"
        name = f"{draw.choice(self._names)} {draw.choice(GOODS)}"
        return f"{name}, {draw.choice(KINDS)}"

    def _make_order(self, draw: random.Random, case: MadeCase, number: int) -> MadeOrder:
        day = date(case.docket.year or 2020, 1, 1) + timedelta(days=draw.randint(20, 900))
        dated = None if draw.random() < UNDATED else day
        chosen = draw.randrange(len(MOTIONS)), draw.randrange(len(DISPOSITIONS))
        return MadeOrder(case, number, dated, *chosen)

    def list_vocabulary(self) -> Vocabulary:
        """The facets' values, with how many orders have each."""
        counts = Counter(
            (name, place)
            for order in self.orders
            for name, places in self._list_values(order).items()
            for place in places
        )
        labels: dict[str, Sequence[str]] = {
            "court": [name for _, name, _ in COURTS],
            "judge": self.judges,
            "disposition": DISPOSITIONS,
            "motion": MOTIONS,
            "year": [*self.years, "Not stated"],
        }
        return {
            name: tuple(
                FacetValue(
                    f"{name}s/{place}",
                    label,
                    counts[name, place],
                    f"zz{name}{place}",
                    COURTS[place][2] if name == "court" else "",
                )
                for place, label in enumerate(shown)
            )
            for name, shown in labels.items()
        }

    def _list_values(self, order: MadeOrder) -> dict[str, tuple[int, ...]]:
        year = self.years.index(str(order.day.year)) if order.day else len(self.years)
        return {
            "court": (order.case.court,),
            "judge": order.case.judges,
            "disposition": (order.disposition,),
            "motion": (order.motion,),
            "year": (year,),
        }

    def iter_records(self) -> Iterator[SearchRecord]:
        """Yield each order as search knows it, made one at a time."""
        for rank, order in enumerate(self.orders):
            yield self._make_record(rank, order)

    def _make_record(self, rank: int, order: MadeOrder) -> SearchRecord:
        draw = random.Random(order.number)  # noqa: S311
        case, values = order.case, self._list_values(order)
        cited = draw.choices(self.authorities, cum_weights=self._cited, k=draw.randint(4, 20))
        laws = draw.sample(LAWS, draw.randint(1, 4))
        court = COURTS[case.court]
        title = f"Order {DISPOSITIONS[order.disposition]}: {MOTIONS[order.motion]}"
        judges = tuple(self.judges[place] for place in case.judges)
        keys = dict.fromkeys(list_docket_keys(case.docket))
        for form in (*laws, *(place for _, place, _ in cited)):
            keys |= dict.fromkeys(list_authority_keys(form))
        facets = (f"zz{name}{place}" for name, places in values.items() for place in places)
        paragraphs = self._write_paragraphs(draw, cited, laws)
        head = f"{case.name} No. {case.docket.text} {court[1]} {title} {' '.join(judges)}"
        blocks = [("p-1", head)]
        blocks += [(f"p-{n}", text) for n, text in enumerate(paragraphs, start=2)]
        return SearchRecord(
            rank=rank,
            address=f"orders/{court[0]}/{order.number // 1000}/{order.number}",
            path=f"{court[0]}/{order.number}.txt",
            title=title,
            case_name=case.name,
            parties=tuple(case.name.split(" v. ")),
            dockets=(case.docket.text,),
            court_id=court[0],
            court_name=court[1],
            court_short=court[2],
            judges=judges,
            other_judge_names=(),
            date=order.day.isoformat() if order.day else "",
            disposition=DISPOSITIONS[order.disposition],
            reported=(),
            blocks=tuple(blocks),
            cites=tuple(dict.fromkeys((*laws, *(f"{name} {place}" for name, place, _ in cited)))),
            tokens=("zzall", *keys, *facets, *_list_other_tokens(order)),
            values=values,
        )

    def _write_paragraphs(
        self, draw: random.Random, cited: Sequence[tuple[str, str, str]], laws: Sequence[str]
    ) -> Iterator[str]:
        size = draw.randint(1_000, 2_500)
        own = draw.choices(self.words[150:], k=60)
        drawn = draw.choices(self.words, cum_weights=self._weights, k=size)
        places = [n for n in range(size) if drawn[n] not in _VERY_FREQUENT]
        for place in draw.sample(places, int(len(places) * OF_ITS_OWN)):
            drawn[place] = own[int(draw.random() ** 2 * len(own))]
        inserts = [f"See {name}, {place}, {court}." for name, place, court in cited]
        inserts += [f"The motion rests on {law}." for law in laws]
        for formula, share in FORMULAS:
            inserts += [f"{formula.capitalize()}."] if draw.random() < share else []
        draw.shuffle(inserts)
        sentences = [one.capitalize() + "." for one in _cut(draw, drawn, 8, 35)]
        for insert in inserts:
            sentences.insert(draw.randrange(len(sentences)), insert)
        return _cut(draw, sentences, 2, 7)


_VERY_FREQUENT = frozenset(FREQUENT[:40])


def _cut(draw: random.Random, parts: Sequence[str], least: int, most: int) -> Iterator[str]:
    place = 0
    while place < len(parts):
        size = draw.randint(least, most)
        yield " ".join(parts[place : place + size])
        place += size


def _make_words(draw: random.Random) -> list[str]:
    words = dict.fromkeys(FREQUENT)
    while len(words) < WORDS:
        words[_make_word(draw, draw.choice((1, 2, 2, 2, 3)))] = None
    return list(words)


def _make_word(draw: random.Random, syllables: int) -> str:
    return "".join(
        draw.choice(FIRST) + draw.choice(MIDDLE) + draw.choice(LAST) for _ in range(syllables)
    )
