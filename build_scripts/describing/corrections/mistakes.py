"""What is wrong with a corrections file, in plain English, from what its models refuse."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from build_scripts.describing.corrections.models import (
    FIELDS,
    KEYS,
    CorrectionsModel,
    FieldValues,
    suggest,
)
from build_scripts.describing.corrections.yaml_text import MistakeError, Path, Plain


def check(plain: Plain) -> tuple[CorrectionsModel, list[MistakeError]]:
    """Return what a file says, without the keys in which are mistakes, and all mistakes."""
    values = {} if plain.value is None else plain.value
    mistakes = [(path, each.line, each.message) for path, each in plain.mistakes]
    bad = {path[0] for path, _ in plain.mistakes if path}
    model = CorrectionsModel()
    try:
        model = CorrectionsModel.model_validate(values)
    except ValidationError as error:
        refused = list(_explain_all(plain, error))
        # What a duplicate or a wrong letter leaves out is no second mistake.
        mistakes += [
            each for each in refused if each[0] not in {path for path, _ in plain.mistakes}
        ]
        bad |= {path[0] for path, _, _ in refused if path}
    if bad and isinstance(values, dict):
        kept = {name: value for name, value in values.items() if name not in bad}
        model = CorrectionsModel.model_validate(kept)
    named = [MistakeError(line, _name(path, message)) for path, line, message in mistakes]
    return model, sorted(named, key=lambda each: each.line)


def _explain_all(plain: Plain, error: ValidationError) -> Iterator[tuple[Path, int, str]]:
    told = error.errors(include_url=False)
    misspelt = {each["loc"][:-1] for each in told if each["type"] == "extra_forbidden"}
    for each in told:
        if each["type"] == "missing" and each["loc"][:-1] in misspelt:
            continue
        if each["type"] == "default_factory_not_called":
            continue
        path = _find_path(plain, each["loc"])
        unknown = each["type"] == "extra_forbidden"
        line = (plain.name_lines if unknown else plain.lines)[path]
        yield path, line, _explain(path, each)


def _find_path(plain: Plain, place: Path) -> Path:
    """The path in the file: pydantic's has branches, and entries of a list that is not written."""
    path: Path = ()
    for part in place:
        if (*path, part) in plain.lines:
            path = (*path, part)
    return path


def _explain(path: Path, error: Any) -> str:
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    model, expects = _describe(path)
    match kind:
        case "said":
            return str(error["msg"])
        case "extra_forbidden":
            return _explain_unknown(path, model)
        case "missing":
            name = error["loc"][-1]
            return f"`{name}` is missing: {_describe((*path, name))[1]}."
        case "string_too_long":
            return f"The text has more than {context['max_length']} characters."
        case "too_long":
            return f"The list has more than {context['max_length']} entries."
        case "model_type":
            names = ", ".join(model.model_fields)
            if model is CorrectionsModel:
                return f"Expected are names such as `fields:`, not {_name_kind(given)}."
            if model is FieldValues:
                return f"Expected are fields such as `title:`, not {_name_kind(given)}."
            return f"Expected is {expects}: {names}, not {_name_kind(given)}."
        case "tuple_type":
            expects = f"{expects}, each on a line of its own behind “- ”"
    message = f"Expected is {expects}, not {_name_kind(given)}."
    if kind in {"enum", "literal_error"} and isinstance(given, str):
        known = re.findall("'([^']+)'", context["expected"])
        message += f" {suggest(given, known)}"
    return message


def _describe(path: Path) -> tuple[type[BaseModel], str]:
    """The model that a value is of, or is in, and what is expected there."""
    model: type[BaseModel] = CorrectionsModel
    expects = ""
    for part in path:
        if isinstance(part, int):
            expects = f"an entry of {expects}"
        elif info := model.model_fields.get(part):
            inner = list(_walk(info.annotation))
            told = (each.description for each in inner if isinstance(each, FieldInfo))
            expects = info.description or next(filter(None, told), "")
            models = (
                each for each in inner if isinstance(each, type) and issubclass(each, BaseModel)
            )
            model = next(models, model)
    return model, expects


def _walk(annotation: Any) -> Iterator[Any]:
    yield annotation
    for each in get_args(annotation):
        yield from _walk(each)


def _name_kind(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value[:60]}”"
    return "nothing" if value is None else "a list" if isinstance(value, list) else "named values"


def _name(path: Path, message: str) -> str:
    name = path[1] if path[:1] == ("fields",) and len(path) > 1 else path[0] if path else ""
    known = name in FIELDS or name in KEYS
    return f"`{name}`: {message}" if known and f"`{name}`" not in message else message


def _explain_unknown(path: Path, model: type[BaseModel]) -> str:
    """What is wrong with a name, and the nearest right one in its right place."""
    name = str(path[-1])
    shown, here, inside = name[:60], list(model.model_fields), model is FieldValues
    if model not in {CorrectionsModel, FieldValues}:
        return f"`{shown}` is not known here. {suggest(name, here)}"
    if inside and name in KEYS:
        return f"`{shown}` is no field: write it at the beginning of a line, not below `fields:`."
    if name in FIELDS:
        return f"`{shown}` is a field: write it below `fields:`, two blanks further in."
    there = KEYS if inside else FIELDS
    hint = suggest(name, [*here, *there])
    if not hint.startswith("Did"):
        hint = suggest(name, here)
    elif not inside and hint.split("`")[1] not in KEYS:
        hint = hint.replace("?", ", below `fields:`?")
    return f"`{shown}` is not known. {hint}"
