"""The scan finds what a plain reading of each text would, however the words are written."""

import gzip
import sqlite3
from html import unescape
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.model.text.folding import normalize_alnum
from build_scripts.model.text.matching import PhraseMatcher
from build_scripts.model.text.pattern import Pattern
from build_scripts.site.texts import list_site_texts

PHRASES = (
    "7025550142",
    "rosamarlow",
    "tookherin",
    "josémuñoz",
    "strassefiftyk",
    "żółwik",
    "amp34x",
)
_ESCAPE = Pattern(r"\\u([0-9a-fA-F]{4})", accepts=[r"\u006f"], refuses=["u006f"])


def read_plainly(data: bytes) -> list[str]:
    """What a text says: as it stands, with its escapes resolved, without its mark-up."""
    said = data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8", "replace")
    text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), said)
    plain = unquote(unescape(text))
    first, *others = plain.split("<")
    bare = [other.partition(">")[2] if ">" in other else f"<{other}" for other in others]
    return [text, plain, first + "".join(bare)]


def find_plainly(phrase: str, text: str) -> bool:
    """Whether the letters of a phrase follow each other as whole words, none far from the next."""
    letters = [(c, at) for at, char in enumerate(text) if char.isalnum() for c in char.casefold()]
    whole = "".join(c for c, _ in letters)
    start = -1
    while (start := whole.find(phrase, start + 1)) >= 0:
        places = [at for _, at in letters[start : start + len(phrase)]]
        sides = (text[max(0, places[0] - 1) : places[0] + 1], text[places[-1] : places[-1] + 2])
        is_whole = not any(
            len(side) == 2 and side.isalnum() and side[0].isdigit() == side[1].isdigit()
            for side in sides
        )
        if is_whole and all(b - a <= 12 for a, b in pairwise(places)):
            return True
    return False


def write_letter(letter: str, form: int) -> str:
    forms = (
        letter,
        letter.upper(),
        f"&#{ord(letter)};",
        f"&#x{ord(letter):x}",
        "".join(f"%{byte:02x}" for byte in letter.encode()),
        quote(letter),
        f"\\u{ord(letter):04x}",
        f"<b>{letter}</b>",
        f'{letter}<a href="x">',
        f"{letter}”",
        f"{letter} \n",
        f"-{letter}",
    )
    return forms[form % len(forms)]


planted = st.builds(
    lambda phrase, forms: "".join(map(write_letter, phrase, forms)),
    st.sampled_from((*PHRASES, "stra\u1e9eefiftyK", "stra\u1e9ee\ufb01fty\u212a")),
    st.lists(st.integers(0, 30), min_size=14, max_size=14),
)
around = st.one_of(
    st.sampled_from(
        (
            "",
            " ",
            "a",
            "4",
            "<",
            ">",
            "&",
            "%",
            "&amp;",
            "&#34;",
            "\\u",
            "<p>",
            "é",
            "§",
            "<!-- ",
            "%C3",
        )
    ),
    st.text(max_size=8),
)
texts = st.lists(st.one_of(planted, around), max_size=5).map("".join)


def find(folder: Path) -> set[str]:
    matcher = PhraseMatcher(PHRASES)
    return {
        phrase
        for found in list_site_texts(folder)
        if matcher.may_stand_in(found.data)
        for _, _, phrase in matcher.find(found.text)
    }


@settings(max_examples=400, deadline=None)
@given(texts, st.binary(max_size=3), texts, st.sampled_from(("txt", "gz", "utf-16")))
def test_a_text_is_found_as_a_plain_reading_finds_it(
    text: str, broken: bytes, more: str, form: str
) -> None:
    if form == "utf-16":
        data = b"\xff\xfe" + (text + more).encode("utf-16-le", "replace")
    else:
        data = b"x " + text.encode("utf-8", "replace") + broken + more.encode("utf-8", "replace")
    with TemporaryDirectory() as folder:
        place = Path(folder, "page")
        place.write_bytes(gzip.compress(data) if form == "gz" else data)
        found = find(Path(folder))
    plain = {p for p in PHRASES if any(find_plainly(p, one) for one in read_plainly(data))}
    assert plain <= found
    said = data.decode("utf-16" if form == "utf-16" else "utf-8", "replace")
    assert found <= plain | {phrase for phrase in PHRASES if find_plainly(phrase, said)}


@settings(max_examples=60, deadline=None)
@given(texts)
def test_a_value_of_a_database_is_found_as_it_stands(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder, "archive.sqlite"))
        connection.execute("CREATE TABLE orders (number, text)")
        connection.execute("INSERT INTO orders VALUES (17, ?)", (text,))
        connection.commit()
        connection.close()
        assert {phrase for phrase in PHRASES if find_plainly(phrase, text)} <= find(Path(folder))


@given(st.text(max_size=12), st.text(max_size=3), st.text(max_size=3))
def test_no_letter_is_missed(text: str, before: str, behind: str) -> None:
    """Whatever case folding makes of a letter: one, several, one of ASCII."""
    phrase = normalize_alnum(text)
    matcher = PhraseMatcher([phrase])
    for written in (text, text.upper()):
        if phrase and phrase in normalize_alnum(written):
            assert matcher.may_stand_in(f"{before} {written}, {behind}")
