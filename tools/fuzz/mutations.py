"""Ways to spoil a file: by its bytes, by its tokens, and by what its form is made of."""

import json
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random

Mutation = Callable[[bytes, Random], bytes]

LARGEST = 3_000_000  # bytes of a mutated file
MOST_COPIES = 3000
NUMBER = re.compile(rb"\d{1,10}")
TAG = re.compile(rb"<[^<>]{0,300}>")
RTF_WORD = re.compile(rb"\\[a-z]{1,20}-?\d{0,6} ?|[{}]")
PDF_TOKEN = re.compile(rb"/[A-Za-z0-9]+|\d+ \d+ R|\bobj\b|\bendobj\b|<<|>>|\[|\]")
NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483648", b"99999999999999999999", b"1e999")
ODD_TEXT = (
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xc3",
    b"\xf4\x90\x80\x80",
    b"\x80",
    *(
        text.encode()
        for text in (
            "\0",
            "\u202e",  # right-to-left override
            "\u2066",
            "\ufeff",
            "\u200b",
            "\xad",
            "\ufffd",
            "\x0b",
            "\x1c",
            "\x85",
            "\u2028",
            "\f",
            "\r",
            "\r\n",
            "\t",
            "\u0300" * 50,
            "𝟏",
            "１２",
            "²",
            "½",
            "Ⅳ",
            "ﬁ",
            "İ",
            "ß",
            "٣",
            "1\n2\n3\n4\n5\n6\n7\n8\n",
            "[1]",
            "[*12]",
            "*12",
            "<sup>1</sup>",
            "\\_",
            "**",
            "~~~",
            "```",
            "[^1]: x",
            "{: .x }",
            "{{ x }}",
            "<!--",
            "]]>",
            "&#0;",
            "&#xD800;",
            "&#1114112;",
            "&shy;",
            "v.",
            "-\n",
            "Id. at 5",
            "28 U.S.C. § 1331",
            "433 F.3d 1199",
            "Case 3:24-cv-00123-ABC Document 7 Filed 01/02/24 Page 1 of 2",
            "Notice has been electronically mailed to:",
            "IT IS SO ORDERED.",
            "Dkt. No. 7",
            "____________",
            "§" * 40,
            "(" * 200,
            "." * 500,
            " " * 2000,
            "\n" * 500,
            "-" * 500,
            "1 " * 400,
        )
    ),
)
TAGS = (
    b"<div>", b"</div>", b"<p>", b"</p>", b"<i>", b"</i>", b"<b>", b"<sup>", b"</sup>", b"<table>",
    b"<tr>", b"<td>", b"</table>", b"<blockquote>", b"<pre>", b"</pre>", b"<h2>", b"<br>",
    b'<span class="star-pagination">*7</span>', b'<page-number label="9">*9</page-number>',
    b'<footnote label="1">', b"</footnote>", b"<footnotemark>1</footnotemark>",
    b'<div class="footnote" id="fn2">', b'<a href="#fn1">1</a>', b"<svg>", b"<math>", b"<template>",
    b"<select>", b"<plaintext>", b"<textarea>", b"<title>", b"<!doctype html>", b"<?xml ?>",
    b"<![CDATA[", b"<html>", b"<body>", b"<frameset>", b"<noscript>", b"<script>",
)  # fmt: skip
RTF_WORDS = (
    b"\\par ", b"\\cell ", b"\\row ", b"\\intbl ", b"\\trowd ", b"{\\footnote ", b"\\chftn ",
    b"{\\*\\x ", b"\\v ", b"\\v0 ", b"\\bin9999999999 ", b"\\u55357 ", b"\\u-8192 ", b"\\uc9 ",
    b"\\'e", b"\\'81\\'", b"{", b"}", b"{\\header ", b"\\sect ", b"\\super ", b"\\plain ",
    b"\\ansicpg65001 ", b"\\ansicpg037 ", b"\\ansicpg932 ", b"\\mac ", b"\\deleted ", b"\\page ",
)  # fmt: skip


def mutate(data: bytes, form: str, others: Sequence[bytes], chance: Random) -> bytes:
    """Spoil a file of a form one to four times."""
    for _ in range(chance.choice((1, 1, 2, 3, 4))):
        special = FORM_MUTATIONS.get(form)
        if special is not None and chance.random() < 0.7:
            data = special(data, chance)
        elif chance.random() < 0.15 and others:
            data = _splice(data, chance.choice(others), chance)
        else:
            data = chance.choice(BYTE_MUTATIONS)(data, chance)
        data = data[:LARGEST]
    return data


def _place(data: bytes, chance: Random) -> int:
    return chance.randrange(len(data) + 1)


def _piece(data: bytes, chance: Random) -> tuple[int, int]:
    start = _place(data, chance)
    return start, min(len(data), start + chance.choice((1, 4, 30, 300, 3000)))


def _flip_bits(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(min(len(data), chance.choice((1, 3, 20)))):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _truncate(data: bytes, chance: Random) -> bytes:
    cut = _place(data, chance)
    return data[:cut] if chance.random() < 0.8 else data[cut:]


def _drop(data: bytes, chance: Random) -> bytes:
    start, end = _piece(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: Random) -> bytes:
    start, end = _piece(data, chance)
    copies = chance.choice((2, 5, 50, MOST_COPIES))
    return data[:start] + data[start:end] * copies + data[end:]


def _move(data: bytes, chance: Random) -> bytes:
    start, end = _piece(data, chance)
    rest = data[:start] + data[end:]
    at = _place(rest, chance)
    return rest[:at] + data[start:end] + rest[at:]


def _put_odd_text(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.choice((1, 1, 3, 10))):
        at = _place(data, chance)
        data = data[:at] + chance.choice(ODD_TEXT) + data[at:]
    return data


def _change_number(data: bytes, chance: Random) -> bytes:
    places = list(NUMBER.finditer(data))
    if not places:
        return data
    match = chance.choice(places)
    return data[: match.start()] + chance.choice(NUMBERS) + data[match.end() :]


def _put_long_line(data: bytes, chance: Random) -> bytes:
    """A line of a megabyte, of something that patterns may trip over."""
    unit = chance.choice((b"a", b"a ", b"1 ", b"A. ", b"v. ", b"- ", b"(", b"[", b"*", b"_", b"<",
                          b"&", b"\\", b"Id. ", b"No. 1:", b"\xc2\xa7 ", b"Smith v. ", b"1-",
                          b"U.S. ", b"the 9th Cir. ", b", Inc., ", b"2 F.3d 1, "))  # fmt: skip
    size = chance.choice((2_000, 30_000, 1_000_000))
    at = _place(data, chance)
    return data[:at] + unit * (size // len(unit)) + data[at:]


def _splice(data: bytes, other: bytes, chance: Random) -> bytes:
    start, end = _piece(other, chance)
    at = _place(data, chance)
    return data[:at] + other[start:end] + data[at:]


def _mix_lines(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    start = chance.randrange(len(lines))
    end = min(len(lines), start + chance.choice((1, 5, 40)))
    piece = lines[start:end]
    match chance.randrange(5):
        case 0:
            lines[start:end] = []
        case 1:
            lines[start:end] = piece * chance.choice((2, 30))
        case 2:
            chance.shuffle(piece)
            lines[start:end] = piece
        case 3:
            lines[start:end] = [b" " * chance.randrange(90) + line.strip() for line in piece]
        case _:
            lines[start:end] = [b" ".join(piece)]
    return b"\n".join(lines)


def _mix_tokens(pattern: re.Pattern[bytes], words: Sequence[bytes]) -> Mutation:
    """Drop, double, exchange or nest what the pattern finds."""

    def mix(data: bytes, chance: Random) -> bytes:
        places = list(pattern.finditer(data))
        if not places:
            return _flip_bits(data, chance) if data else data
        match = chance.choice(places)
        other = chance.choice(places)[0]
        token = {
            0: b"",
            1: match[0] * 2,
            2: other,
            3: other + match[0],
            4: match[0] * chance.choice((30, MOST_COPIES)),
            5: chance.choice(words) if words else b"",
            6: chance.choice(words) * chance.choice((3, 200, 5000)) if words else b"",
            7: match[0] + chance.choice(ODD_TEXT),
        }[chance.randrange(8)]
        return data[: match.start()] + token + data[match.end() :]

    return mix


def _mutate_json(data: bytes, chance: Random) -> bytes:
    """Change one value anywhere: null, another type, deep, huge, odd, with tags."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return _flip_bits(data, chance) if data else data
    places: list[tuple[object, object]] = []
    waiting = [whole]
    while waiting:
        node = waiting.pop()
        keys = node.keys() if isinstance(node, dict) else range(len(node))
        for key in keys:
            places.append((node, key))
            if isinstance(node[key], dict | list):
                waiting.append(node[key])
    if not places:
        return data
    node, key = chance.choice(places)
    value = node[key]  # type: ignore[index]
    text = value if isinstance(value, str) else json.dumps(value)
    deep: object = text
    for _ in range(chance.choice((3, 60))):
        deep = [deep] if chance.random() < 0.5 else {"a": deep}
    at = chance.randrange(len(text) + 1)
    odd = chance.choice(ODD_TEXT).decode("utf-8", "surrogateescape")
    tag = chance.choice(TAGS).decode()
    choices: list[object] = [
        None, True, -1, 10**30, 1.5, "", "\ud800", [], {}, deep, [value, value], {"text": value},
        text[:at] + odd + text[at:], text[:at] + tag * chance.choice((1, 50)) + text[at:],
        text[:at], text * chance.choice((2, 40)),
    ]  # fmt: skip
    node[key] = chance.choice(choices)  # type: ignore[index]
    if chance.random() < 0.1:
        del node[key]  # type: ignore[attr-defined]
    dumped = json.dumps(whole)
    if chance.random() < 0.05:
        dumped = "[" * 100_000 + dumped
    return dumped.encode()


def _mutate_package(inner: Mutation) -> Mutation:
    """Spoil one member of a ZIP container and pack it again; or the directory's facts."""

    def spoil(data: bytes, chance: Random) -> bytes:
        try:
            with zipfile.ZipFile(BytesIO(data)) as package:
                members = [(info.filename, package.read(info)) for info in package.infolist()]
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
            return _flip_bits(data, chance) if data else data
        if not members:
            return data
        at = chance.randrange(len(members))
        name, content = members[at]
        match chance.randrange(10):
            case 0:
                members.append((name, content))  # a name twice
            case 1:
                del members[at]
            case 2:
                escapes = ("../" + name, "/" + name, "", "a" * 5000, name + "\\..", "x/" + name)
                members[at] = (chance.choice(escapes), content)
            case 3:
                members.append(("inner.zip", data))
            case _:
                members[at] = (name, inner(content, chance))
        stream = BytesIO()
        with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", 8) as package:
            warnings.simplefilter("ignore")  # of names that are there twice
            for name, content in members:
                package.writestr(zipfile.ZipInfo(name or "x"), content[:LARGEST])
        packed = stream.getvalue()
        return _flip_bits(packed, chance) if chance.random() < 0.1 else packed

    return spoil


_mix_tags = _mix_tokens(TAG, TAGS)
BYTE_MUTATIONS: tuple[Mutation, ...] = (
    lambda data, chance: _flip_bits(data, chance) if data else data,
    _truncate,
    _drop,
    _repeat,
    _move,
    _put_odd_text,
    _put_odd_text,
    _change_number,
    _put_long_line,
    _mix_lines,
    _mix_lines,
)
FORM_MUTATIONS: dict[str, Mutation] = {
    "html": _mix_tags,
    "json": _mutate_json,
    "rtf": _mix_tokens(RTF_WORD, RTF_WORDS),
    "pdf": _mix_tokens(PDF_TOKEN, NUMBERS),
    "docx": _mutate_package(_mix_tags),
    "odt": _mutate_package(_mix_tags),
    "zip": _mutate_package(lambda data, chance: mutate(data, "layout", (), chance)),
    "layout": _mix_lines,
    "markdown": _mix_lines,
}
