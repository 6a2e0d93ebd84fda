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


@pytest.mark.parametrize(
    ("decoded", "expected"),
    [
        ('{"id": 1}', {"id": 1}),
        ('[{"id": 1}]', {"id": 1}),  # a list of one, as search results are saved
        (r'{"a": "\ud83d\ude00"}', {"a": "\U0001f600"}),  # a pair is a character
        (r'{"a": "x\ud83d"}', {"a": "x\ufffd"}),  # half a pair is none
        (r'{"a": "x\uDE00"}', {"a": "x\ufffd"}),
        (r'{"\udc00": "x"}', {"\ufffd": "x"}),
    ],
)
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


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-01", "2024-05-01"),
        ("2024-05-01T10:00:00Z", "2024-05-01"),
        ("2024-05", "2024-05"),  # the day is not known
        ("1999", "1999"),
        ("2024-13", ""),
        ("0000", ""),
        ("2024-5", ""),
        ("2024-02-30", ""),
        (20240501, ""),
        (None, ""),
    ],
)
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
