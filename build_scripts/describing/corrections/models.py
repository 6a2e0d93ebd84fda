"""What a corrections file may hold: models that check its values and make its JSON schema.

Values come as texts, as they were typed (see `yaml_text`). Importing this costs a tenth of a
second: import it where a corrections file is read or written, and nowhere else.
"""

import datetime
import json
import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    StringConstraints,
    Tag,
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticCustomError

from build_scripts.describing.motions import classify_motion
from build_scripts.model.description import (
    FIELDS,
    Court,
    DocketNumber,
    Judge,
    JudgeRole,
    MotionKind,
    Outcome,
    Party,
    PartyRole,
    Qualifier,
    Ruling,
)
from build_scripts.model.description import Field as DescriptionField
from build_scripts.model.law.court_table import load_courts_by_id
from build_scripts.model.law.docket_numbers import parse_docket_number
from build_scripts.model.partial_date import DATE_FORM, AnyDate, parse_any_date
from build_scripts.model.withholding import Allowance, PrivateKind, WithheldPart, Withholding, Words

T = TypeVar("T")
_COURT_LIST = "https://www.courtlistener.com/help/api/jurisdictions/"
_MOST_COURTS = 3  # that a name is taken for
_LONGEST = 20_000  # as many characters of a caption, or of a passage, as are read


def suggest(word: str, known: list[str]) -> str:
    """Name the nearest known word as a question, else all of them."""
    near = get_close_matches(word.lower(), known, 1, 0.6)
    return f"Did you mean `{near[0]}`?" if near else f"Known are {', '.join(known)}."


def _mistake(message: str) -> PydanticCustomError:
    """Return a mistake with its own message."""
    return PydanticCustomError("said", message)


def _expect(description: str, default: Any = None) -> Any:
    """Return a field that may be left out; `description` ends the sentence "Expected is …"."""
    return Field(default, description=description)


def _typed(pattern: str) -> BeforeValidator:
    """Return a validator for a text's form: pydantic by itself accepts unexpected forms."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value, re.ASCII):
            raise ValueError
        return value

    return BeforeValidator(check)


def _list_names(court: Court) -> tuple[str, str]:
    return court.name.lower(), court.citation_string.lower()


def _find_court(value: str) -> Court:
    courts = load_courts_by_id()
    if value not in courts:
        typed = " ".join(value.lower().split())
        named = [key for key, court in courts.items() if typed in _list_names(court)]
        within = [key for key, court in courts.items() if typed in court.name.lower()]
        near = named or within or get_close_matches(typed, courts, 1, 0.6)
        meant = " or ".join(f"`{key}`" for key in near[:_MOST_COURTS])
        hint = f"Did you mean {meant}?" if near else f"{_COURT_LIST} lists them."
        raise _mistake(f"No court has the id “{value[:40]}” at CourtListener. {hint}")
    return courts[value]


Text = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
LongText = Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST)]
Several = Annotated[tuple[T, ...], Field(max_length=200)]
Truth = Annotated[bool, _typed("(?i:true|yes|false|no)"), Field(description="true or false")]
Day = Annotated[
    datetime.date,
    Field(description="a day such as 2017-05-31"),
    _typed(rf"(?=.{{10}}$){DATE_FORM}"),
]


def _read_date(value: Any) -> AnyDate:
    date = parse_any_date(value) if isinstance(value, str) else None
    if date is None:
        raise ValueError
    return date


_DAY_OR_PART = "a day such as 2017-05-31, a month such as 1865-11 or a year"
_PARTS = {"type": "string", "pattern": f"^{DATE_FORM}$", "description": _DAY_OR_PART}
DayOrPart = Annotated[
    AnyDate, PlainValidator(_read_date), WithJsonSchema(_PARTS), Field(description=_DAY_OR_PART)
]
Count = Annotated[int, Field(ge=1, description="a whole number from 1 on"), _typed(r"\d{1,6}")]
Side = Annotated[int, Field(ge=0, description="a whole number from 0 on"), _typed(r"\d{1,6}")]


class Strict(BaseModel):
    """Named values, none of which is unknown."""

    model_config = ConfigDict(extra="forbid")


class Record(Strict):
    """Named values of which one that is null is as good as left out."""

    made: ClassVar[type]

    @model_validator(mode="before")
    @classmethod
    def _drop_nulls(cls, values: Any) -> Any:
        if isinstance(values, dict):
            known = cls.model_fields
            return {k: v for k, v in values.items() if v is not None or k not in known}
        return values

    def build(self) -> Any:
        """Return it as descriptions have it."""
        return self.made(**dict(self))


class JudgeRecord(Record):
    """A judge."""

    made = Judge
    name: Text | None = _expect("the judge's full name")
    title: Text | None = _expect("the judge's office")
    initials: Text | None = _expect("the initials in the docket number")
    role: JudgeRole = _expect("the judge's role", JudgeRole.AUTHOR)

    @model_validator(mode="after")
    def _check_named(self) -> Self:
        if not (self.name or self.initials):
            raise _mistake("`name` is missing: who the judge is.")
        return self


class PartyRecord(Record):
    """A party."""

    made = Party
    name: Text = Field(description="the party's name")
    roles: Several[PartyRole] = _expect("a list of roles", ())
    role_printed: Text | None = _expect("the roles as the caption words them")
    side: Side = 0
    et_al: Truth = False


def _guess_kind(values: dict[str, Any]) -> MotionKind:
    kind = classify_motion(values["motion"])
    return MotionKind(kind) if kind in set(MotionKind) else MotionKind.OTHER


class RulingRecord(Record):
    """A ruling; if its kind is left out, the motion's words decide it."""

    made = Ruling
    motion: Text = Field(description="the motion, as the order words it")
    outcome: Outcome = Field(description="an outcome")
    qualifiers: Several[Qualifier] = _expect("a list of qualifiers", ())
    entries: Several[Text] = _expect("a list of docket entries ruled on", ())
    kind: MotionKind = Field(description="a kind of motion", default_factory=_guess_kind)
    movant: Text | None = _expect("who moved, as the order words it")
    printed: Text | None = _expect("the motion, letter by letter as printed where it is decided")


_NameOrJudge = Annotated[
    Annotated[Text, Tag("a name")] | Annotated[JudgeRecord, Tag("a judge")],
    Discriminator(lambda value: "a judge" if isinstance(value, dict | list) else "a name"),
]


_OF_TYPE: Mapping[Any, Any] = {
    bool: Truth,
    int: Count,
    datetime.date: Day,
    AnyDate: DayOrPart,
    Court: Annotated[Text, AfterValidator(_find_court)],
    DocketNumber: Annotated[Text, AfterValidator(parse_docket_number)],
    Judge: _NameOrJudge,
    Party: PartyRecord,
    Ruling: RulingRecord,
}
"""What a file may hold for a value of each type of a description; an enum's words for an enum."""


def _define(field: DescriptionField) -> Any:
    """Return the type of a field in a corrections file, and its default with its description."""
    text = Annotated[str, StringConstraints(min_length=1, max_length=field.spec.longest)]
    value = text if field.type is str else _OF_TYPE.get(field.type, field.type)
    if field.type is bool:
        return value, Field(default=False)
    held = Several[value] if field.several else value  # type: ignore[valid-type]
    return held | None, Field(default=None, description=field.spec.expects or None)


if TYPE_CHECKING:
    FieldValues = Strict
else:
    FieldValues = create_model(
        "FieldValues",
        __base__=Strict,
        __doc__="What is right; each field replaces what the program found.",
        **{name: _define(field) for name, field in FIELDS.items()},
    )
# A description can't be without `is_order`: who withholds that withholds the order.
_WITHHELD_FIELDS = [name for name in FIELDS if name != "is_order"]


class Said(Record):
    """The reason, the editor and the date."""

    reason: Text = _expect("why", "")
    by: Text = _expect("who says so", "")
    date: Day | None = None

    def _list_said(self) -> tuple[str, str, datetime.date | None]:
        return self.reason, self.by, self.date


class SaidOfWords(Said):
    """Words of the order, and their place."""

    words: LongText = _expect("words of the order, as it prints them", "")
    occurrence: Count | None = None
    page: Count | None = None
    line: Count | None = None

    def _build_words(self) -> Words:
        return Words(self.words, self.occurrence, self.page, self.line)


_BELONGS = {
    **dict.fromkeys(("words", "occurrence", "page", "line"), WithheldPart.PASSAGE),
    "field": WithheldPart.FIELD,
    "show": WithheldPart.ORDER,
}


class WithheldRecord(SaidOfWords):
    """What is withheld: order, passage, field or original, and why."""

    what: WithheldPart = Field(description="what is withheld")
    field: str = Field("", description="a field", json_schema_extra={"enum": [*_WITHHELD_FIELDS]})
    show: Several[Literal["court", "docket_numbers", "date"]] = _expect(
        "a list of fields that may be told", ()
    )

    @model_validator(mode="after")
    def _check_parts(self) -> Self:
        what, given = self.what, self.model_fields_set
        wanted = {WithheldPart.PASSAGE: "words", WithheldPart.FIELD: "field"}.get(what)
        if wanted and wanted not in given:
            raise _mistake(f"`what: {what}` needs `{wanted}`: which {what} is withheld.")
        for name, part in _BELONGS.items():
            if name in given and part is not what:
                raise _mistake(f"`{name}` belongs to `what: {part}`, not to `what: {what}`.")
        if wanted == "field" and self.field not in _WITHHELD_FIELDS:
            known = suggest(self.field, _WITHHELD_FIELDS)
            raise _mistake(f"Expected is the name of a field, not “{self.field[:60]}”. {known}")
        return self

    def build_at(self, line: int) -> Withholding:
        """Return what is withheld, by this line of the file."""
        words = self._build_words() if self.what is WithheldPart.PASSAGE else None
        return Withholding(self.what, *self._list_said(), words, self.field, line, self.show)


class AllowedRecord(SaidOfWords):
    """Private data that may stay: its kind, its words or its line."""

    kind: PrivateKind | None = _expect("a kind of private data")

    @model_validator(mode="after")
    def _check_words(self) -> Self:
        if not (self.words or self.line):
            raise _mistake("`words` or `line` is missing: which private data may stay.")
        return self

    def build_at(self, line: int) -> Allowance:
        """Return what may stay, by this line of the file."""
        return Allowance(self._build_words(), self.kind, *self._list_said(), line)


class PublicRecord(Said):
    """Who declares that the paper may be published, and why."""

    @model_validator(mode="after")
    def _check_said(self) -> Self:
        if not self.model_fields_set:
            raise _mistake("`by` or `reason` is missing: who says that it is public, and why.")
        return self


def _list_one(value: Any) -> Any:
    if value == []:
        raise ValueError
    return [value] if isinstance(value, dict) else value


def _list_withheld(value: Any) -> Any:
    """Accept a single word, or none, as a list: the order is withheld."""
    return [{"what": "order"}] if value is None or isinstance(value, str) else _list_one(value)


_OPTIONAL = BeforeValidator(lambda value: None if value == "" else value)


class CorrectionsModel(Strict):
    """Corrections of an order."""

    fields: FieldValues | None = None
    note: Annotated[Text | None, _OPTIONAL] = _expect("why the record was wrong, and how you know")
    by: Annotated[Text | None, _OPTIONAL] = _expect("who corrected it")
    date: Annotated[Day | None, _OPTIONAL] = None
    sha256: Annotated[
        Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None, _OPTIONAL
    ] = _expect("the SHA-256 of the file that was corrected, 64 hexadecimal characters")
    withhold: Annotated[
        Several[WithheldRecord],
        BeforeValidator(_list_withheld, WithheldRecord | tuple[WithheldRecord, ...]),
    ] = _expect("what is withheld: order, passage, field or original, and why", ())
    allow: Annotated[
        Several[AllowedRecord],
        BeforeValidator(_list_one, AllowedRecord | tuple[AllowedRecord, ...]),
    ] = _expect("a list of private data that may stay", ())
    public: PublicRecord = _expect("who says that the paper may be published, and why")


KEYS = tuple(CorrectionsModel.model_fields)


class _Schema(GenerateJsonSchema):
    """Short; and a number is a text too (`document_number: 12`)."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        del schema
        return False

    def str_schema(self, schema: Any) -> Any:
        derived = super().str_schema(schema)
        derived.pop("minLength", None)  # a new file has `note: ""`
        return derived if "pattern" in derived else {**derived, "type": ["string", "number"]}

    def nullable_schema(self, schema: Any) -> Any:
        derived = super().nullable_schema(schema)
        kind = derived["anyOf"][0].get("type", ())
        if not kind:
            return derived
        return {
            **derived["anyOf"][0],
            "type": [*([kind] if isinstance(kind, str) else kind), "null"],
        }

    def default_schema(self, schema: Any) -> Any:
        return self.generate_inner(schema["schema"])


def describe_schema() -> dict[str, Any]:
    """Return the JSON schema of corrections files, for editors that check while one types."""
    schema = CorrectionsModel.model_json_schema(
        schema_generator=_Schema, ref_template="#/definitions/{model}"
    )
    schema["definitions"] = schema.pop("$defs")
    return {"$schema": "http://json-schema.org/draft-07/schema#", **schema}


@cache
def write_schema() -> str:
    """Return the schema as JSON; a value that fits on a line is on one."""
    return _write_json(describe_schema(), "\n")


def _write_json(value: Any, indent: str) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= 90 or not isinstance(value, dict | list):
        return line
    inner = f"{indent}  "
    if isinstance(value, list):
        return f"[{inner}{f',{inner}'.join(_write_json(each, inner) for each in value)}{indent}]"
    pairs = (f"{json.dumps(name)}: {_write_json(each, inner)}" for name, each in value.items())
    return f"{{{inner}{f',{inner}'.join(pairs)}{indent}}}"
