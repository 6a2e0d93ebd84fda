"""Statements about an order from its own text: claims, each with its evidence."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from build_scripts.model.partial_date import AnyDate

T_co = TypeVar("T_co", covariant=True)


class ClaimSource(StrEnum):
    """The source of a claim; a later member outranks an earlier one."""

    MODEL = "model"  # the second reader, which fills what the rules leave empty
    DOCUMENT = "document"
    EXTERNAL = "external"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to, not including, `end` of an order's reading text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim(Generic[T_co]):
    """A value, its source, its place (None: outside the text, as in a stamp) and the reason for it.

    `confidence`, 0 to 1, is how often claims like this one are right; None: never measured.
    """

    value: T_co
    evidence: Span | None
    reason: str
    source: ClaimSource = ClaimSource.DOCUMENT
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class DocketNumber:
    """A docket number, parsed: `office:year-case_type-serial-initials`, 5:17-cv-02540-HRL.

    `text` is the most complete printed form. Parts that were not printed are None; appellate
    numbers (96-7169) have year and serial only. Numbers that fit no known form have only `text`.
    """

    text: str
    office: str | None = None
    year: int | None = None  # four digits
    case_type: str | None = None  # lower case: cv, cr, mc, md
    serial: int | None = None
    initials: str | None = None  # judges' initials as printed: DMS-KSC
    defendant: int | None = None  # a criminal defendant's number among several: 2


@dataclass(frozen=True, slots=True)
class Court:
    """A court by its CourtListener id."""

    court_id: str  # cand
    name: str  # United States District Court for the Northern District of California
    citation_string: str  # N.D. Cal.; "" for some, as Guam's

    @property
    def short_name(self) -> str:
        """Return the court's name as citations shorten it, else the whole name."""
        return self.citation_string or self.name


class JudgeRole(StrEnum):
    """The role of the judge in this order."""

    AUTHOR = "author"  # wrote or signed
    PANEL = "panel"
    CONCURRING = "concurring"
    DISSENTING = "dissenting"
    CONCURRING_AND_DISSENTING = "concurring and dissenting in part"


@dataclass(frozen=True, slots=True)
class Judge:
    """A judge as this order shows: full or surname in normal case, or docket initials alone."""

    name: str | None
    title: str | None  # United States Magistrate Judge, Circuit Judge
    initials: str | None
    role: JudgeRole = JudgeRole.AUTHOR


class OrderType(StrEnum):
    """The kind of paper."""

    ORDER = "order"
    OPINION = "opinion"
    MEMORANDUM = "memorandum"
    MINUTE_ORDER = "minute order"
    JUDGMENT = "judgment"
    SCHEDULING_ORDER = "scheduling order"
    STIPULATED_ORDER = "stipulated order"
    STANDING_ORDER = "standing order"
    REPORT_AND_RECOMMENDATION = "report and recommendation"
    OTHER = "other"


class Outcome(StrEnum):
    """The decision on a motion, or on the whole."""

    GRANTED = "granted"
    DENIED = "denied"
    GRANTED_IN_PART = "granted in part"
    DEFERRED = "deferred"
    MOOT = "moot"
    WITHDRAWN = "withdrawn"
    STAYED = "stayed"
    DISMISSED = "dismissed"
    REMANDED = "remanded"
    TRANSFERRED = "transferred"
    AFFIRMED = "affirmed"
    REVERSED = "reversed"
    VACATED = "vacated"
    AFFIRMED_IN_PART = "affirmed in part"
    ENTERED = "entered"
    NONE = "none"  # purely procedural


class MotionKind(StrEnum):
    """The request of a motion."""

    EXPEDITED_DISCOVERY = "expedited discovery"
    EXPEDITE = "expedite"
    IN_LIMINE = "in limine"
    IN_FORMA_PAUPERIS = "in forma pauperis"
    PARTIAL_SUMMARY_JUDGMENT = "partial summary judgment"
    SUMMARY_JUDGMENT = "summary judgment"
    JUDGMENT_ON_THE_PLEADINGS = "judgment on the pleadings"
    DEFAULT_JUDGMENT = "default judgment"
    JUDGMENT_AS_A_MATTER_OF_LAW = "judgment as a matter of law"
    CLASS_CERTIFICATION = "class certification"
    DISMISS = "dismiss"
    DENY = "deny"
    COMPEL_ARBITRATION = "compel arbitration"
    COMPEL = "compel"
    SEAL = "seal"
    REMAND = "remand"
    RESTRAINING_ORDER = "restraining order"
    PRELIMINARY_INJUNCTION = "preliminary injunction"
    QUASH = "quash"
    STRIKE = "strike"
    RECONSIDERATION = "reconsideration"
    STAY = "stay"
    TRANSFER = "transfer"
    AMEND = "amend"
    SUPPRESS = "suppress"
    FEES = "fees"
    SANCTIONS = "sanctions"
    PROTECTIVE_ORDER = "protective order"
    INTERVENE = "intervene"
    EXTENSION = "extension"
    WITHDRAW_AS_COUNSEL = "withdraw as counsel"
    JUDICIAL_NOTICE = "judicial notice"
    APPOINT_COUNSEL = "appoint counsel"
    NEW_TRIAL = "new trial"
    GARNISHMENT = "garnishment"
    SERVICE = "service"
    HABEAS_CORPUS = "habeas corpus"
    SETTLEMENT = "settlement"
    LEAVE_TO_APPEAL = "leave to appeal"
    CERTIFICATE_OF_APPEALABILITY = "certificate of appealability"
    SEVER = "sever"
    CONSOLIDATE = "consolidate"
    RECUSE = "recuse"
    RELEASE = "release"
    REDUCE_SENTENCE = "reduce sentence"
    REOPEN = "reopen"
    LEAVE_TO_FILE = "leave to file"
    OBJECTION = "objection"
    STIPULATION = "stipulation"
    REPORT = "report and recommendation"  # of a magistrate judge or master, adopted or rejected
    CALENDAR = "calendar"  # a hearing or dates, taken off the calendar
    APPEAL = "appeal"  # the judgment below
    CASE = "case"  # the case itself, without a motion
    OTHER = "other"


class Qualifier(StrEnum):
    """A condition on an outcome."""

    WITH_PREJUDICE = "with prejudice"
    WITHOUT_PREJUDICE = "without prejudice"
    WITH_LEAVE_TO_AMEND = "with leave to amend"
    WITHOUT_LEAVE_TO_AMEND = "without leave to amend"
    AS_MOOT = "as moot"
    SUA_SPONTE = "sua sponte"
    BY_STIPULATION = "by stipulation"
    ON_CONDITION = "on condition"
    AND_REMANDED = "and remanded"  # an appeal that also sends the case back
    RECOMMENDED = "recommended"  # to the judge who decides, by a magistrate judge or a referee


class RulingScope(StrEnum):
    """The counting unit of a ruling: each unit is counted separately."""

    MOTION = "motion"
    APPEAL = "appeal"  # the judgment below
    CASE = "case"  # the whole case, without a motion
    RECOMMENDATION = "recommendation"  # a magistrate judge's report: another judge decides


@dataclass(frozen=True, slots=True)
class Ruling:
    """One motion ruled on: its wording in normal case, outcome, qualifiers, docket entries."""

    motion: str
    outcome: Outcome
    qualifiers: tuple[Qualifier, ...]
    entries: tuple[str, ...]
    kind: MotionKind = MotionKind.OTHER
    movant: str | None = None  # as printed: "Defendant Ingleside"
    printed: str | None = None  # the motion letter by letter; None if no words name it so

    @property
    def scope(self) -> RulingScope:
        """Return the unit that it is counted under."""
        if Qualifier.RECOMMENDED in self.qualifiers:
            return RulingScope.RECOMMENDATION
        apart = (RulingScope.APPEAL, RulingScope.CASE)
        return next((one for one in apart if one.value == self.kind.value), RulingScope.MOTION)


class PartyRole(StrEnum):
    """The role of a party in the case."""

    PLAINTIFF = "plaintiff"
    DEFENDANT = "defendant"
    PETITIONER = "petitioner"
    RESPONDENT = "respondent"
    APPELLANT = "appellant"
    APPELLEE = "appellee"
    CROSS_APPELLANT = "cross-appellant"
    CROSS_APPELLEE = "cross-appellee"
    INTERVENOR = "intervenor"
    DEBTOR = "debtor"
    CREDITOR = "creditor"
    TRUSTEE = "trustee"
    CLAIMANT = "claimant"
    COUNTER_CLAIMANT = "counter-claimant"
    COUNTER_DEFENDANT = "counter-defendant"
    CROSS_CLAIMANT = "cross-claimant"
    CROSS_DEFENDANT = "cross-defendant"
    THIRD_PARTY_PLAINTIFF = "third-party plaintiff"
    THIRD_PARTY_DEFENDANT = "third-party defendant"
    RELATOR = "relator"
    MOVANT = "movant"
    GARNISHEE = "garnishee"
    OBJECTOR = "objector"


@dataclass(frozen=True, slots=True)
class Party:
    """A party of the caption.

    `name` is printed, in normal case, without what describes the party. `roles` are those that the
    caption prints for it, `role_printed` their wording. `side` counts the "v."s before it.
    """

    name: str
    roles: tuple[PartyRole, ...] = ()
    role_printed: str | None = None  # Defendants-Appellees
    side: int = 0
    et_al: bool = False  # "et al." follows the name


@dataclass(frozen=True, slots=True)
class SupersededClaim:
    """A claim that lost its `field` to one of the source `outranked_by`; nothing is forgotten."""

    field: str
    claim: Claim[Any]
    outranked_by: ClaimSource


@dataclass(frozen=True, slots=True)
class Guess:
    """The best claim for a field that stays empty, since it is more likely wrong than right."""

    field: str
    claim: Claim[Any]


@dataclass(frozen=True, slots=True)
class Correction:
    """An editor's note on the fields that the order's corrections file changed."""

    fields: tuple[str, ...]  # names of `Description`'s fields, in its order
    note: str = ""
    by: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Spec:
    """How outputs treat a field of `Description`; data files, history and corrections have each.

    `visibility` is the share of a site that shows its value, above 0, at most 1. `expects` ends the
    sentence "Expected is …" about a correction in another form; dates and counts have their own.
    `longest` is how many characters a correction may have.
    `row` is the field in whose row the head of the order's page has it; `anchor` names the words
    that its own row leads to, if that is not the field's name. `no_row` and `no_form` are the
    reasons why that head and the readers' form lack it.
    """

    visibility: float
    expects: str = ""
    anchor: str = ""
    row: str = ""
    longest: int = 1000
    no_row: str = ""
    no_form: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of `Description`: its name, the type of one value, and whether it has several."""

    name: str
    type: Any
    several: bool
    spec: Spec

    @property
    def anchor(self) -> str:
        """Return the name of the mark at its words on the order's page; "" if they have none."""
        if self.spec.row or self.spec.no_row:
            return ""
        return self.spec.anchor or self.name.replace("_", "-")

    @property
    def has_parts(self) -> bool:
        """Return whether a value is a record with parts: a judge, a party, a ruling."""
        return self.type in (Judge, Party, Ruling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """All claims about one order; None or () if the text has none. The fields with a `Spec` are
    published in this sequence; the others are notes on them.
    """

    is_order: Annotated[
        Claim[bool],
        Spec(
            1.0,  # whether it is published, and counted
            no_row="A banner shows it.",
            no_form="A reader writes it in the note: the owner decides what is published.",
        ),
    ]
    # Leads the page, each list, each result, each citation.
    case_name: Annotated[Claim[str] | None, Spec(1.0, "the case's name, as a lawyer cites it")] = (
        None
    )
    full_caption: Annotated[  # all parties with their roles, as printed
        Claim[str] | None,
        Spec(
            0.2,
            "all parties with their roles, as the caption prints them",
            longest=20_000,
            no_row="The order's text begins with it.",
            no_form="It can be longer than the address of a mail or of a new file may be.",
        ),
    ] = None
    # In citations and lists, with a page of its own; so are court, judges and date.
    docket_numbers: Annotated[
        tuple[Claim[DocketNumber], ...],
        Spec(0.9, "a list of docket numbers such as 5:17-cv-02540-HRL", "docket"),
    ] = ()
    court: Annotated[Claim[Court] | None, Spec(0.9, "a court's CourtListener id, such as cand")] = (
        None
    )
    division: Annotated[
        Claim[str] | None,
        Spec(0.3, "the court's division, such as San Jose Division", row="court"),
    ] = None
    judges: Annotated[tuple[Claim[Judge], ...], Spec(0.9, "a list of judges", "judge")] = ()
    parties: Annotated[tuple[Claim[Party], ...], Spec(0.5, "a list of parties")] = ()
    nature: Annotated[  # of the suit or proceeding, as printed
        Claim[str] | None,
        Spec(0.3, "the nature of the suit or proceeding, as the order words it"),
    ] = None
    statutes_at_issue: Annotated[  # what the action, charge or motion rests on
        tuple[Claim[str], ...],
        Spec(
            0.3,
            "a list of statutes that the claims rest on, such as 18 U.S.C. § 1836(b)",
            "statute",
        ),
    ] = ()
    # In title case: "Order Denying Motion for Expedited Discovery".
    title: Annotated[Claim[str] | None, Spec(0.8, "the order's title")] = None
    order_type: Annotated[
        Claim[OrderType] | None, Spec(0.4, "a kind of paper", no_row="The title names it.")
    ] = None
    date: Annotated[Claim[AnyDate] | None, Spec(0.9)] = None
    date_filed: Annotated[Claim[datetime.date] | None, Spec(0.4, anchor="filed")] = None
    document_number: Annotated[
        Claim[str] | None, Spec(0.4, "the number of the document on its docket")
    ] = None
    page_count: Annotated[
        Claim[int] | None,
        Spec(
            0.1,
            no_row="The page numbers in the text show it.",
            no_form="It is counted from the file, which a reader may not have.",
        ),
    ] = None
    pictures: Annotated[  # what its maps and photographs show: no program reads that
        tuple[Claim[str], ...],
        Spec(0.1, "a list of what its pictures show, such as “page 3: a map of the river”"),
    ] = ()
    # In the page's head, on pages of motions, in counts.
    rulings: Annotated[tuple[Claim[Ruling], ...], Spec(0.8, "a list of rulings", "ruling")] = ()
    disposition: Annotated[Claim[Outcome] | None, Spec(0.7, "an outcome")] = None
    disposition_qualifiers: Annotated[
        tuple[Qualifier, ...], Spec(0.4, "a list of qualifiers", row="disposition")
    ] = ()
    own_citations: Annotated[  # where this order itself is reported
        tuple[Claim[str], ...], Spec(0.5, "a list of citations such as 433 F.3d 1199", "report")
    ] = ()
    superseded: tuple[SupersededClaim, ...] = ()
    guesses: tuple[Guess, ...] = ()  # of fields that stay empty
    correction: Correction | None = None
    withheld: tuple[str, ...] = ()  # fields that an editor withholds; they are empty
    confirmed: tuple[str, ...] = ()  # fields for which an editor confirms what the program found

    def describe_picture(self, page: int) -> str:
        """Return a person's description of the pictures on a page, "" if there is none."""
        lead = f"page {page}:"
        own = (one.value for one in self.pictures if one.value.lower().startswith(lead))
        return "; ".join(one[len(lead) :].strip() for one in own)

    @property
    def is_listed(self) -> bool:
        """Return whether lists, search and data have it: they leave out what surely is no order."""
        return self.is_order.value or not is_claim_confirmed("is_order", self.is_order)

    @property
    def name(self) -> str:
        """Return the case's name; "" if it is not known."""
        return self.case_name.value if self.case_name else ""

    @property
    def day(self) -> AnyDate | None:
        """Return the date, else the filing day; a `PartialDate` if only part is known."""
        dated = self.date or self.date_filed
        return dated.value if dated else None

    @property
    def own_rulings(self) -> tuple[Claim[Ruling], ...]:
        """Return the rulings without those that are recommended to another judge."""
        no_ruling = RulingScope.RECOMMENDATION
        return tuple(claim for claim in self.rulings if claim.value.scope is not no_ruling)

    @property
    def exact_day(self) -> datetime.date | None:
        """Return the same, or None if only the year or the month is known."""
        return self.day if isinstance(self.day, datetime.date) else None

    @property
    def own_days(self) -> frozenset[datetime.date]:
        """Return the days that the order bears: of decision and of filing."""
        claims = (self.date, self.date_filed)
        days = (claim.value for claim in claims if claim)
        return frozenset(day for day in days if isinstance(day, datetime.date))

    @property
    def court_short(self) -> str:
        """Return the court as citations shorten it; "" if it is not known."""
        return self.court.value.citation_string if self.court else ""

    @property
    def entry(self) -> str:
        """Return the document's number on the docket; "" if it is not known."""
        return self.document_number.value if self.document_number else ""


def _find_claimed(hint: object) -> object:
    """Return the type in a field's claim: Judge for `tuple[Claim[Judge], ...]`."""
    inner = get_args(hint)
    if get_origin(hint) is Claim or not any(map(get_args, inner)):
        return inner[0]
    return _find_claimed(inner[0])


FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        name: Field(name, _find_claimed(held), get_origin(held) is tuple, spec)
        for name, hint in get_type_hints(Description, include_extras=True).items()
        if get_origin(hint) is Annotated
        for held, spec in (get_args(hint),)
    }
)
"""The fields that say something of the order, in their sequence: what all outputs loop over."""

Claims = Mapping[str, tuple[Claim[Any], ...]]
_BARE = frozenset({"disposition_qualifiers"})  # values without a claim around each


def read_field(description: Description, name: str) -> tuple[Claim[Any], ...]:
    """Return the claims of a field: none, one or several."""
    held = getattr(description, name)
    if name in _BARE:
        return tuple(Claim(value, None, "part of the disposition") for value in held)
    if FIELDS[name].several:
        return tuple(held)
    return () if held is None else (held,)


def list_values(description: Description, name: str) -> tuple[Any, ...]:
    """Return the values of a field: none, one or several."""
    return tuple(claim.value for claim in read_field(description, name))


def write_fields(description: Description, changed: Claims) -> Description:
    """Return the description with some fields set to other claims."""
    values: dict[str, Any] = {}
    for name, claims in changed.items():
        if name in _BARE:
            values[name] = tuple(claim.value for claim in claims)
        else:
            values[name] = claims if FIELDS[name].several else next(iter(claims), None)
    return replace(description, **values)


CONFIRMED_FROM: Mapping[str, float] = {"is_order": 0.8, "rulings": 0.8, "title": 0.9}
_CONFIRMED_FROM = 0.85
"""The confidence from which a value is confirmed, by field, and of the other fields.

Of the values above the bar 95 in 100 or more were right in orders of courts that no rule and no
weight was made for: `python -m tools.evaluation --batches FILE --calibration`.
"""


def is_claim_confirmed(field: str, claim: Claim[Any]) -> bool:
    """Return whether a value of a field may be shown without a mark: a person's, a record's outside
    the text, one that was never measured, or one that reaches the field's bar.
    """
    if claim.source in (ClaimSource.EXTERNAL, ClaimSource.EDITOR) or claim.confidence is None:
        return True
    return claim.confidence >= CONFIRMED_FROM.get(field, _CONFIRMED_FROM)


def is_confirmed(description: Description, field: str) -> bool:
    """Return whether all values of a field are confirmed; so is an empty field."""
    return all(is_claim_confirmed(field, each) for each in read_field(description, field))


def keep_confirmed(description: Description) -> Description:
    """Return the description without its unconfirmed values: what lists, counts, feeds, citations
    and facets of search may state without a mark. A field with several values keeps the others.
    """
    changes: dict[str, tuple[Claim[Any], ...]] = {}
    for name in list_unconfirmed(description):
        if name != "is_order":  # no fact of a page
            claims = read_field(description, name)
            changes[name] = tuple(one for one in claims if is_claim_confirmed(name, one))
    if "disposition" in changes:
        changes["disposition_qualifiers"] = ()
    return write_fields(description, changes) if changes else description


def list_unconfirmed(description: Description) -> tuple[str, ...]:
    """Return the names of the fields with an unconfirmed value, in the model's order."""
    return tuple(name for name in FIELDS if not is_confirmed(description, name))


def list_confidences(description: Description) -> dict[str, float]:
    """Return the confidence of each weighed field's value, by field, in the description's order."""
    sure: dict[str, float] = {}
    for name in FIELDS:
        claims = read_field(description, name)
        if known := [each.confidence for each in claims if each.confidence]:
            sure[name] = min(known)
    return sure
