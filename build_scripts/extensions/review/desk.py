"""The questions about an archive, their answers, and the corrections files that record them.

Every answer is written at once, into the current file, by the same functions as `orders correct`
and `orders withhold` use. The browser refers to a value by its number alone, never by the path of a
file.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from build_scripts import api
from build_scripts.extensions.review.rows import COLUMNS, cut_rows, write_rows

MOST_RIVALS = 9  # as many as there are keys


class RefusedError(api.ArchiveError):
    """An answer that can't be accepted; nothing was written."""


def _refuse_placeholder(text: str) -> str:
    if placeholder := api.find_placeholder(text):
        raise RefusedError(api.t("review.placeholder", words=placeholder))
    return text


Typed = Annotated[str, AfterValidator(_refuse_placeholder)]
"""What a person types. RefusedError is raised if it still holds a placeholder."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Answer(_Form):
    """A person's answer on a value: it is right, a rival's number, another value, none, or nothing.

    Another is a `value` or, of a field that is shown as rows, their `cells` in sequence. `seen` is
    the field's entry in the corrections file when the page was made.
    """

    choice: str = Field(pattern="^(right|[1-9]|other|rows|none|skip)$")
    value: Typed = Field("", max_length=20_000)
    cells: list[Typed] = Field([], max_length=4000)
    seen: str = Field("", max_length=64)


class Passage(_Form):
    """Words of an order to withhold, and why."""

    words: str = Field(min_length=1, max_length=20_000)
    reason: Typed = Field(min_length=1, max_length=1000)


class Reason(_Form):
    """Why an order is kept off the site, or a note on its corrections."""

    text: Typed = Field(min_length=1, max_length=1000)


class Name(_Form):
    """The reviewer's name."""

    by: Typed = Field(min_length=1, max_length=200, pattern=r"\S")


@dataclass(frozen=True, slots=True)
class Step:
    """One file written: the value's number, its answers and the file's bytes, before and after."""

    number: int
    said: str
    was: str | None
    before: bytes | None
    after: bytes


@dataclass(slots=True)
class Desk:
    """An archive under review: the uncertain values of all orders or, if `only` is the path of one,
    all of that one. Others can be opened, and come last. Numbers count from 1, by rank.
    """

    folder: Path
    archive: api.Archive
    policies: api.Policies
    by: str = ""
    only: str = ""
    values: list[api.Doubt] = field(init=False)
    asked: int = field(init=False)  # how many of them, the first, are in the review
    answers: dict[int, str] = field(default_factory=dict)  # in words; "" if it was skipped
    steps: list[Step] = field(default_factory=list)
    lock: RLock = field(default_factory=RLock)
    _orders: dict[str, api.Order] = field(init=False)

    def __post_init__(self) -> None:
        """List each uncertain value, what matters most first."""
        doubts = api.list_doubts(self.archive)
        self.values = [one for one in doubts if self.only in ("", one.path)]
        if self.only:
            known = {one.field for one in self.values}
            self.values += [
                api.Doubt(self.only, one, 0.0) for one in api.FIELDS if one not in known
            ]
        self.asked = len(self.values)
        self._orders = {one.order.source.path: one.order for one in self.archive.orders}

    @property
    def left(self) -> int:
        """Return how many values are neither answered nor skipped."""
        return sum(one not in self.answers for one in range(1, self.asked + 1))

    def find_next(self, after: int = 0) -> int:
        """Return the next value that is left, from the first again after the last; 0 if none is."""
        numbers = [one for one in range(1, self.asked + 1) if one not in self.answers]
        return next((one for one in numbers if one > after), numbers[0] if numbers else 0)

    def open_field(self, number: int, name: str) -> int:
        """Return the number of a field of a value's order; a new one if it is not in the review."""
        path = self.values[number - 1].path
        with self.lock:
            numbers = {(one.path, one.field): at for at, one in enumerate(self.values, start=1)}
            if (path, name) not in numbers:
                self.values.append(api.Doubt(path, name, 0.0))
            return numbers.get((path, name), len(self.values))

    def open_order(self, number: int) -> api.Order:
        """Return the order of a value. Raises ArchiveError if it can't be read any more."""
        path = self.values[number - 1].path
        with self.lock:
            if path not in self._orders:  # it is held back, and so not in the archive
                raw = api.attach_corrections(self.folder, self.read_raw(number))
                self._orders[path] = api.convert_order(raw, self.policies, confirmed=True)
            return self._orders[path]

    def read_raw(self, number: int) -> api.RawOrder:
        """Return the file of a value's order. Raises ArchiveError if the file changed."""
        path = self.values[number - 1].path
        outer = api.read_raw_order(self.folder, api.locate_file(self.folder, path))
        raw = next((one for one in api.expand_archive(outer).orders if one.path == path), None)
        known = self._orders.get(path)
        if raw is None or (known and known.source.sha256 != raw.sha256):
            raise RefusedError(api.t("review.replaced"))
        return raw

    def list_rivals(self, number: int) -> tuple[api.Rival, ...]:
        """Return the alternatives to a value, at most as many as there are keys."""
        order, name = self.open_order(number), self.values[number - 1].field
        if name == "is_order":
            return (api.Rival((not order.description.is_order.value,), None, ""),)
        return api.find_alternatives(order, name)[:MOST_RIVALS]

    def look(self, number: int) -> str:
        """Return a fingerprint of the field's current entry in the corrections file."""
        doubt = self.values[number - 1]
        file = api.read_corrections_file(self.folder, doubt.path)
        data = file.data if file else b""
        try:
            fields = (api.read_plain(data or b"").value or {}).get("fields") or {}
            said = repr(fields.get(doubt.field, ""))
        except (api.MistakeError, AttributeError):
            said = repr(data)
        return sha256(said.encode()).hexdigest()

    def read_values(self, number: int) -> tuple[Any, ...]:
        """Return a field's values in the current corrections file, else those of the order."""
        name, told = self.values[number - 1].field, self.read_corrections(number)
        if name in told.values:
            return told.values[name]
        return tuple(one.value for one in api.read_field(self.open_order(number).description, name))

    def read_corrections(self, number: int) -> api.Corrections:
        """Return the current corrections of a value's order; none if they can't be used."""
        file = api.read_corrections_file(self.folder, self.values[number - 1].path)
        try:
            return api.read_corrections(replace(self.read_raw(number), corrections=file)) or (
                api.NO_CORRECTIONS
            )
        except api.WithheldOrderError:
            return api.NO_CORRECTIONS

    def answer(self, number: int, given: Answer) -> None:
        """Write an answer about a value. Raises ArchiveError; nothing is written then."""
        with self.lock:
            if given.choice == "skip":
                self.answers.setdefault(number, "")
                return
            if given.seen != self.look(number):
                raise RefusedError(api.t("review.changed"))
            order, name = self.open_order(number), self.values[number - 1].field
            values, told = self._choose(number, order, name, given)
            settings, today = {name: values}, api.find_today()
            said = api.t("review.said", field=api.term("fields", name), value=told)

            def edit(text: str, _: api.RawOrder) -> str:
                return api.write_settings(text, settings, by=self.by, today=today)

            self._write(number, said, edit)
            self.answers[number] = said

    def _choose(
        self, number: int, order: api.Order, name: str, given: Answer
    ) -> tuple[list[str], str]:
        """Return the values as they are typed, and in words."""
        if given.choice == "right":
            claims = api.read_field(order.description, name)
            return [api.write_typed(one.value) for one in claims], api.tell_value(
                order.description, name
            )
        if given.choice == "none":
            return [""], api.t("corrections.nothing")
        if given.choice == "other":
            lines = given.value.splitlines() if api.FIELDS[name].several else [given.value]
            if not given.value.strip():
                raise RefusedError(api.t("review.nothing_typed"))
            return [line for line in lines if line.strip()], given.value.strip()
        if given.choice == "rows":
            known = self.read_values(number)
            values = list(write_rows(name, given.cells, known)) if name in COLUMNS else []
            if not values:
                raise RefusedError(api.t("review.nothing_typed"))
            rows = cut_rows(name, [" ".join(cell.split()) for cell in given.cells])
            return values, "; ".join(", ".join(filter(None, row)) for row in rows if row[0])
        rivals = self.list_rivals(number)
        if int(given.choice) > len(rivals):
            raise RefusedError(api.t("review.changed"))
        chosen = rivals[int(given.choice) - 1].values
        return [api.write_typed(value) for value in chosen], api.tell_values(chosen)

    def withhold(self, number: int, passage: Passage) -> None:
        """Withhold words of a value's order. Raises ArchiveError; nothing is written then."""
        words = api.Words(" ".join(passage.words.split()))
        with self.lock:
            if not api.find_passage(self.open_order(number).clean, words):
                raise RefusedError(api.t("review.not_found"))
            wanted = api.Withholding(
                api.WithheldPart.PASSAGE, passage.reason, self.by, api.find_today(), words
            )

            self._withhold(number, api.t("review.withheld", words=words.text), wanted)

    def keep_off(self, number: int, reason: Reason) -> None:
        """Withhold a value's order. Raises ArchiveError; nothing is written then."""
        wanted = api.Withholding(api.WithheldPart.ORDER, reason.text, self.by, api.find_today())
        said = api.t("review.kept_off", reason=reason.text)
        with self.lock:
            self._withhold(number, said, wanted)
            self.answers[number] = said

    def _withhold(self, number: int, said: str, wanted: api.Withholding) -> None:
        self._write(
            number,
            said,
            lambda text, raw: api.add_withholding(text, wanted, raw.sha256),
            is_off=wanted.what is api.WithheldPart.ORDER,
        )

    def note(self, number: int, note: Reason) -> None:
        """Write a note on the corrections of a value's order. Raises ArchiveError."""
        by, today, said = self.by, api.find_today(), api.t("review.noted", note=note.text)
        with self.lock:
            self._write(
                *(number, said),
                lambda text, _: api.write_settings(text, {}, note=note.text, by=by, today=today),
            )

    def list_withheld(self, number: int) -> tuple[api.Words, ...]:
        """Return the passages of a value's order that its corrections withhold now."""
        file = api.read_corrections_file(self.folder, self.values[number - 1].path)
        try:
            held = api.read_withholdings((file.data or b"") if file else b"")
        except api.MistakeError:
            return ()
        return tuple(one.words for one in held if one.words)

    def _write(
        self,
        number: int,
        said: str,
        edit: Callable[[str, api.RawOrder], str],
        *,
        is_off: bool = False,
    ) -> None:
        """Rewrite the corrections file; only with `is_off` may the edit withhold the order."""
        raw = api.attach_corrections(self.folder, self.read_raw(number))
        place, file = self._locate(raw.path), raw.corrections
        try:
            after = api.edit_corrections(
                raw, lambda text: edit(text, raw), f"sha256: {raw.sha256}\n", off=is_off
            ).encode()
        except api.MistakeError as error:
            raise RefusedError(f"{place}: {error}") from error
        before = file.data if file else None
        api.write_corrections_file(self.folder, raw.path, after)
        self.steps.append(Step(number, said, self.answers.get(number), before, after))

    def _locate(self, path: str) -> str:
        """Return an order's corrections path. Raises RefusedError if a link leads elsewhere."""
        place = api.locate_corrections(self.folder, path)
        if not (self.folder / place).resolve().is_relative_to(self.folder.resolve()):
            raise RefusedError(api.t("review.elsewhere", file=place))
        return place

    def undo(self) -> int:
        """Undo the last write; return its value. Raises RefusedError if the file changed since."""
        with self.lock:
            if not self.steps:
                raise RefusedError(api.t("review.nothing_to_undo"))
            step = self.steps.pop()
            path = self.values[step.number - 1].path
            self._locate(path)
            file = api.read_corrections_file(self.folder, path)
            if file is None or file.data != step.after:
                raise RefusedError(api.t("review.not_undone"))
            if step.before is None:
                api.remove_corrections_file(self.folder, path)
            else:
                api.write_corrections_file(self.folder, path, step.before)
            if step.was is None:
                self.answers.pop(step.number, None)
            else:
                self.answers[step.number] = step.was
            return step.number
