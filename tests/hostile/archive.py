"""An archive in which every attack stands in every reader, in every field and in file names."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.hostile.attacks import Attack
from tests.hostile.renderings import (
    CLOSING,
    FORMS,
    OPENING,
    flatten,
    list_short,
    name_case,
    write_zip,
)
from tests.shared import begin_project

TOGETHER = 16  # attacks in one order's fields, or in one caption

# Names that a disk takes, each with what it tries.
FILE_NAMES = (
    "<img src=x onerror=alert('ran')>.txt",
    "\"onmouseover=alert('ran')\".txt",
    "' onfocus=alert(1) autofocus x='.txt",
    "{{ config }}{% raw %}.txt",
    "{: onclick=alert('ran') }.txt",
    "[x](javascript:alert('ran')).txt",
    "`code`.txt",
    "a|b.txt",
    "a\nb.txt",
    "a\tb.txt",
    "a\\b.txt",
    "a\x1b[31mb.txt",
    "..txt..txt",
    "...",
    "~.txt",
    "-rf.txt",
    "--help.txt",
    "$(id).txt",
    ";id;.txt",
    "%2e%2e%2fx.txt",
    "%00.txt",
    "a b  c.txt",
    " leading and trailing .txt ",
    "trailing dot.",
    "CON",
    "con.txt",
    "NUL.txt",
    "aux.md",
    "COM1.html",
    "LPT1.txt",
    "A.TXT",
    "a.txt",
    "index.md",
    "index.html",
    "404.html",
    "_headers",
    "robots.txt",
    "__proto__.txt",
    "invoice\u202egpj.txt",
    "gran\u200bted.txt",
    "caf\u00e9.txt",
    "cafe\u0301.txt",
    "\u0441\u043en.txt",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467.txt",
    "\u2028.txt",
    "#fragment?query.txt",
    "::inner.txt",
    "x" * 251 + ".txt",
    "\u00e9" * 125 + ".txt",
    "x.txt.yml.txt",
    "=1+1.txt",
    "!ENV [HOME].txt",
)
NO_TEXT_NAME = b"not utf-8 \xff\xfe.txt"

# Names that only an archive can hold; all but the harmless are refused.
MEMBER_NAMES = (
    "../escaped.txt",
    "../../../../tmp/escaped.txt",
    "/etc/escaped.txt",
    "C:\\escaped.txt",
    "\\\\host\\share\\escaped.txt",
    "a/../../escaped.txt",
    "a//escaped.txt",
    "./escaped.txt",
    "..\\escaped.txt",
    "a\nescaped.txt",
    "a\u202eescaped.txt",
    "x" * 500 + ".txt",
    " ",
)
HARMLESS_MEMBERS = (
    "<img src=x onerror=alert('ran')>.txt",
    "{{ config }}.txt",
    "CON.txt",
    "\U0001f468\u200d\U0001f469.txt",
    "Case.txt",
    "case.txt",
    "deep/er/and/deep/er.txt",
)


def make_archive(folder: Path) -> None:
    """Fill `folder` with settings, hand-written pages and the hostile orders."""
    # Attacks with a mail address are to be shown; tests of private data see to it that others aren't.
    shown = {"contact": "clerk@example.org", "private_data": "{e-mail address: allow}"}
    begin_project(folder, **shown)
    orders = folder / "orders"
    for number, (name, write) in enumerate(FORMS.items(), start=1):
        put(orders / "forms" / name, write(number, list_short()))
    for number, attacks in enumerate(batch(list_short(), TOGETHER), start=1000):
        put(orders / f"fields/{number}.txt", write_order(number))
        put(orders / f"fields/{number}.txt.yml", write_corrections(attacks).encode())
    for number, attacks in enumerate(batch(list_short(), TOGETHER), start=2000):
        put(orders / f"captions/{number}.txt", write_caption(number, attacks))
    put_names(orders / "names")


def put(path: Path, data: bytes) -> None:
    """Write a file into a folder that may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def put_names(folder: Path) -> None:
    """Write an order under each hostile name, on the disk and in an archive."""
    for number, name in enumerate(FILE_NAMES):
        put(folder / name, write_order(4000, f"Paper {number}."))
    with open(os.path.join(os.fsencode(folder), NO_TEXT_NAME), "wb") as file:  # noqa: PTH118, PTH123 (no text, no Path)
        file.write(write_order(4000, "The last paper."))
    members = (*MEMBER_NAMES, *HARMLESS_MEMBERS)
    put(
        folder / "members.zip",
        write_zip((name, write_order(5000, f"Paper {n}.")) for n, name in enumerate(members)),
    )


def batch(attacks: tuple[Attack, ...], size: int) -> Iterator[tuple[Attack, ...]]:
    """The attacks, `size` of them at a time."""
    for start in range(0, len(attacks), size):
        yield attacks[start : start + size]


def write_order(number: int, *lines: str) -> bytes:
    """A small order; its docket number is its own."""
    text = (*OPENING, name_case(number), "ORDER DENYING MOTION TO DISMISS", *lines, *CLOSING)
    return "\n\n".join(text).encode("utf-8", "replace")


def write_caption(number: int, attacks: Iterable[Attack]) -> bytes:
    """An order whose caption, title, headings and signature hold attacks, as its text prints them."""
    texts = [flatten(attack.text) for attack in attacks]
    all_of_them = " ".join(texts)
    first, last = texts[0], texts[-1]
    return "\n\n".join(
        [
            "UNITED STATES DISTRICT COURT",
            f"DISTRICT OF OREGON {first}",
            f"QUILL {first} PRESS, INC.,\nPlaintiff,\nv.\nHARBOR {last} BOOKS LLC,\nDefendant.",
            f"{name_case(number)} {first}",
            f"ORDER GRANTING {all_of_them} MOTION TO SEAL {last}",
            f"I. BACKGROUND {first}",
            (
                f"Plaintiff moves to seal {all_of_them}. Dkt. No. {last}. See *{first} v. {last}*, "
                f"556 U.S. 662, 678 (2009); 28 U.S.C. § 1331 {first}; Fed. R. Civ. P. 26({last})."
            ),
            f"> {all_of_them}",
            f"The motion to {first} (Dkt. No. 9) is **GRANTED** {last}.",
            "IT IS SO ORDERED.",
            "Dated: May 3, 2022",
            f"THEODORA {first} BRANDT",
            "United States District Judge",
        ]
    ).encode("utf-8", "replace")


def write_corrections(attacks: Iterable[Attack]) -> str:
    """A corrections file in which each field that takes words holds attacks; each leads once.

    Characters that nobody sees are no text that an editor may write: they are left out.
    """
    texts = list(filter(None, (leave_out_unseen(flatten(attack.text)) for attack in attacks)))
    turned = [" ".join(texts[at:] + texts[:at])[:900] for at in range(len(texts))] * TOGETHER
    fields = {
        "title": turned[0],
        "case_name": turned[1],
        "nature": turned[2],
        "full_caption": turned[3],
        "division": turned[4],
        "document_number": turned[5],
        "docket_numbers": ["3:21-cv-00417-TVB", turned[8], turned[12]],
        "judges": [
            {"name": text, "title": text, "initials": text, "role": "author"}
            for text in (turned[9], turned[13])
        ],
        "parties": [
            {"name": text, "roles": ["plaintiff"], "role_printed": text, "side": side % 2}
            for side, text in enumerate(texts)
        ],
        "rulings": [
            {"motion": text, "outcome": "denied", "entries": [text], "movant": text}
            for text in texts
        ],
        "own_citations": texts,
        "statutes_at_issue": texts,
    }
    about = {"note": turned[6], "by": turned[7]}
    return json.dumps(
        {"fields": fields, **about, "date": "2026-03-02"}, indent=1, ensure_ascii=False
    )


def leave_out_unseen(text: str) -> str:
    """Return `text` as an editor could type it: what is printable, but for marks of direction."""
    return "".join(c for c in text if c.isprintable() and c not in _UNSEEN)


_UNSEEN = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
