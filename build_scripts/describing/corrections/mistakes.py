"""What is wrong with a corrections file, in plain English, from what its models refuse."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from build_scripts.describing.corrections.models import KEYS, CorrectionsModel, FieldValues, suggest
from build_scripts.describing.corrections.yaml_text import MistakeError, Path, Plain
from build_scripts.model.description import FIELDS

_ROOTS: dict[type[BaseModel], str] = {
    CorrectionsModel: "names such as `fields:`",
    FieldValues: "fields such as `title:`",
}


def check(plain: Plain) -> tuple[CorrectionsModel, list[MistakeError]]:
    """Return a file's content without the keys that hold mistakes, and all mistakes."""
    mistakes = list(plain.mistakes)
    values = {} if plain.value is None else plain.value
    try:
        model = CorrectionsModel.model_validate(values)
    except ValidationError as error:
        mistakes += _explain_all(plain, error)
    if mistakes:
        bad = {path[0] for path, _, _ in mistakes if path}
        named = values if isinstance(values, dict) else {}
        kept = {name: value for name, value in named.items() if name not in bad}
        model = CorrectionsModel.model_validate(kept)
    found = (MistakeError(line, _name(path, message)) for path, line, message in mistakes)
    return model, sorted(found, key=lambda each: each.line)


def _explain_all(plain: Plain, error: ValidationError) -> Iterator[tuple[Path, int, str]]:
    found = error.errors(include_url=False)
    misspelt = {each["loc"][:-1] for each in found if each["type"] == "extra_forbidden"}
    for each in found:
        kind, place = each["type"], each["loc"]
        if kind == "default_factory_not_called" or (kind == "missing" and place[:-1] in misspelt):
            continue  # it follows from another
        path = _find_path(plain, place)
        lines = plain.name_lines if kind == "extra_forbidden" else plain.lines
        yield path, lines[path], _explain(path, each)


def _find_path(plain: Plain, place: Path) -> Path:
    """Return the path in the file: pydantic's has branches, and lists that are not written."""
    path: Path = ()
    for part in place:
        if (*path, part) in plain.lines:
            path = (*path, part)
    return path


def _explain(path: Path, error: Any) -> str:
    kind, context = error["type"], error.get("ctx", {})
    model, expects = _describe(path)
    given = _name_kind(error["input"])
    match kind:
        case "said":
            return str(error["msg"])
        case "extra_forbidden":
            return _explain_unknown(str(path[-1]), model)
        case "missing":
            name = error["loc"][-1]
            return f"`{name}` is missing: {_describe((*path, name))[1]}."
        case "string_too_long":
            return f"The text has more than {context['max_length']} characters."
        case "too_long":
            return f"The list has more than {context['max_length']} entries."
        case "model_type" if model in _ROOTS:
            return f"Expected are {_ROOTS[model]}, not {given}."
        case "model_type":
            expects = f"{expects}: {', '.join(model.model_fields)}"
        case "tuple_type":
            expects = f"{expects}, each on a line of its own behind “- ”"
        case "enum" | "literal_error" if isinstance(error["input"], str):
            known = re.findall("'([^']+)'", context["expected"])
            return f"Expected is {expects}, not {given}. {suggest(error['input'], known)}"
    return f"Expected is {expects}, not {given}."


def _describe(path: Path) -> tuple[type[BaseModel], str]:
    """Return the model that a value is of, or is in, and what is expected there."""
    model: type[BaseModel] = CorrectionsModel
    expects = ""
    for part in path:
        if isinstance(part, int):
            expects = f"an entry of {expects}"
        elif info := model.model_fields.get(part):
            expects = info.description or ""
            for each in _walk(info.annotation):
                if isinstance(each, FieldInfo):
                    expects = expects or each.description or ""
                elif isinstance(each, type) and issubclass(each, BaseModel):
                    model = each
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


def _explain_unknown(name: str, model: type[BaseModel]) -> str:
    """Return what is wrong with a name, and the nearest right one in its right place."""
    shown = name[:60]
    if model is FieldValues and name in KEYS:
        return f"`{shown}` is no field: write it at the beginning of a line, not below `fields:`."
    if model is CorrectionsModel and name in FIELDS:
        return f"`{shown}` is a field: write it below `fields:`, two blanks further in."
    hint = suggest(name, list(model.model_fields))
    if model is CorrectionsModel and not hint.startswith("Did"):
        nearest = suggest(name, list(FIELDS))
        hint = nearest.replace("?", ", below `fields:`?") if "?" in nearest else hint
    return f"`{shown}` is not known here. {hint}"
