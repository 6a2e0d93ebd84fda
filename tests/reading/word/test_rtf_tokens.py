from typing import Any

from build_scripts.reading.word.rtf_tokens import Kind, Token, list_tokens
from tests.tables import call, each_row, list_of


def make_token(kind: str, *values: Any) -> Token:
    return Token(Kind[kind.upper()], *values)


@each_row(data=str.encode, expected=list_of(call(make_token)))
def test_tokens(data: bytes, expected: list[Token]) -> None:
    assert list(list_tokens(data)) == expected
