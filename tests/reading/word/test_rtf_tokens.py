import pytest

from build_scripts.reading.word.rtf_tokens import Kind, Token, list_tokens

OPEN, CLOSE = Token(Kind.OPEN), Token(Kind.CLOSE)


def text(words: str) -> Token:
    return Token(Kind.TEXT, words)


def word(name: str, number: int | None = None) -> Token:
    return Token(Kind.WORD, name, number)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (rb"{\b bold}", [OPEN, word("b"), text("bold"), CLOSE]),
        (rb"\li-720 x", [word("li", -720), text("x")]),
        # a blank ends a control word, a second one is text
        (rb"\b  x", [word("b"), text(" x")]),
        (b"one\r\ntwo", [text("one"), text("two")]),  # line ends of the file are none of the text
        (rb"a\~b\_c\-d", [text(t) for t in ("a", "\xa0", "b", "\u2011", "c", "", "d")]),
        (rb"\{\}\\", [text("{"), text("}"), text("\\")]),
        (rb"{\*\fldinst}", [OPEN, word("*"), word("fldinst"), CLOSE]),
        # bytes of the code page, Windows-1252 where none is named
        (rb"\'a7 5", [text("§"), text(" 5")]),
        (rb"\ansicpg1251 \'c4", [word("ansicpg", 1251), text("Д")]),
        (rb"\ansicpg932 \'82\'a0", [word("ansicpg", 932), text("あ")]),  # two bytes, one letter
        (rb"\ansicpg9 \'a7", [word("ansicpg", 9), text("§")]),  # no such page
        (rb"\mac\'a4", [word("mac"), text("§")]),
        # a character by its number, then what old readers print in its place
        (rb"\u8217?s", [text("\u2019"), text("s")]),
        (rb"\u8217\'92s", [text("\u2019"), text("s")]),
        (rb"\uc2\u8217\'92xs", [text("\u2019"), text("s")]),
        (rb"\uc0\u8217 s", [text("\u2019"), text("s")]),
        (rb"{\uc0\u167}\u167?5", [OPEN, text("§"), CLOSE, text("§"), text("5")]),
        (rb"\u167\par 5", [text("§"), text("5")]),  # a control word in place of a character
        (rb"{\u167}?", [OPEN, text("§"), CLOSE, text("?")]),  # a group's end ends the wait
        (rb"\u-3913?", [text("\uf0b7")]),  # signed numbers of 16 bits
        (b"\\bin3 {}\\x", [text("x")]),  # binary data is passed over, braces and all
        (b"\\bin-3 x", [text("x")]),
        (b"cut\\", [text("cut")]),
        (b"}x", [CLOSE, text("x")]),
        (b"", []),
    ],
)
def test_tokens(data: bytes, expected: list[Token]) -> None:
    assert list(list_tokens(data)) == expected
