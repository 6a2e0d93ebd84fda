import pytest

from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.service_json.json_object import (
    JsonObject,
    parse_object,
    read_date,
    read_object,
    read_objects,
    read_string,
    read_strings,
)
from tests.tables import each_row


@each_row()
def test_objects_are_parsed(decoded: str, expected: JsonObject) -> None:
    assert parse_object(decoded, "a.json") == expected


@pytest.mark.parametrize(
    ("decoded", "says"),
    [
        ('{"id": 1,\n"name', "broken at line 2"),
        ('[{"id": 1}, {"id": 2}]', "no single object"),
        ("[]", "no single object"),
        ('"text"', "no single object"),
        ("[" * 100_000, "nested too deep"),
        ('{"id": ' + "9" * 5000 + "}", "number too long"),
    ],
)
def test_what_holds_no_object_is_refused(decoded: str, says: str) -> None:
    with pytest.raises(UnreadableOrderError, match=says):
        parse_object(decoded, "a.json")


@each_row()
def test_dates(value: object, expected: str) -> None:
    assert read_date({"date": value}, "date") == expected


ODD: JsonObject = {
    "name": "Quill v. Bolt",
    "blank": " ",
    "number": 5,
    "list": ["one", " ", 2, " two "],
    "objects": [{"a": 1}, "x", None],
    "object": {"a": 1},
}


def test_fields_are_read_without_trust() -> None:
    assert read_string(ODD, "blank", "number", "gone", "name") == "Quill v. Bolt"
    assert read_string(ODD, "blank") == ""
    assert read_object(ODD, "object") == {"a": 1}
    assert read_object(ODD, "list") == {}
    assert read_objects(ODD, "objects") == ({"a": 1},)
    assert read_objects(ODD, "object") == ()
    assert read_strings(ODD, "list") == ("one", "two")
    assert read_strings(ODD, "name") == ()
