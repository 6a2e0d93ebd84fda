"""BibTeX, RIS and CSL-JSON as the page's script writes them, each read back by a strict reader of
its grammar.
"""

import json
import random
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages import theme
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.cite.reference import list_reference_values, name_key
from tests.pages.cite.conftest import archive_order

needs_node = pytest.mark.skipif(
    not shutil.which("node"), reason="needs node: sh tests/install_programs.sh"
)
SCRIPT = Path(theme.__file__).parent / "assets/javascripts/reference_forms.js"
WRITE = f"""\
import {{ readFileSync }} from "node:fs";
import {{ FORMS }} from "{SCRIPT.as_uri()}";
const references = JSON.parse(readFileSync(0));
const written = references.map((one) =>
  Object.fromEntries(Object.entries(FORMS).map(([ending, form]) => [ending, form.write(one)])),
);
process.stdout.write(JSON.stringify(written));
"""
URL = "https://example.org/archive/orders/a/"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
TEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
HOSTILE = (
    "A } , evil = {x v. B",
    "100% Heron & Co. v. $5_#1 ~^",
    "back\\slash v. trailing\\",
    "@misc{x, v. \"quote\" {",
    "Line\r\nTY  - BOOK\nER  - \n v. Møller",
    "</pre><script>alert(1)</script> v. &amp;",
    "Łódź “Ostrich” v. 東京 \U0001f99c",
)  # fmt: skip


def refer(archived: ArchivedOrder) -> dict[str, Any]:
    return list_reference_values(read_citation(archived), URL)


def write_forms(*references: dict[str, Any]) -> list[dict[str, str]]:
    """Return the forms of each reference by the ending of their files."""
    written = subprocess.run(
        ["node", "--input-type=module", "-e", WRITE],
        input=json.dumps(references),
        capture_output=True,
        text=True,
        check=True,
    )
    forms: list[dict[str, str]] = json.loads(written.stdout)
    assert len(forms) == len(references)
    return forms


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Return type, key and fields of one entry; any departure from the grammar fails."""
    head = re.match(r"@([a-z]+)\{([!-~]+),\n", text)
    assert head, text
    assert not set(head[2]) & set("{},\"#%'()=\\~")
    place = head.end()
    fields: dict[str, str] = {}
    while not text.startswith("}\n", place):
        name = re.compile(r"  ([a-z]+) = ").match(text, place)
        assert name, text[place:]
        place = name.end()
        start = place
        if text[place] == "{":
            depth = 0
            while True:
                depth += {"{": 1, "}": -1}.get(text[place], 0)
                place += 1
                if depth == 0:
                    break
            value = text[start + 1 : place - 1]
        else:
            bare = re.compile(r"[a-z]+").match(text, place)
            assert bare
            assert bare[0] in MONTHS
            value, place = bare[0], bare.end()
        assert text.startswith(",\n", place), text[place:]
        assert name[1] not in fields
        fields[name[1]] = value
        place += 2
    assert text[place:] == "}\n"
    return head[1], head[2], fields


def read_tex(value: str) -> str:
    """Return what TeX prints; a sign that is special to it must not stand bare."""
    pieces = re.findall(r"\\text[a-z]+\{\}|\\.|[^\\]", value, re.DOTALL)
    assert "".join(pieces) == value
    assert not [piece for piece in pieces if piece in set("&%$#_~^{}\\")]
    return "".join(TEX.get(piece, piece) for piece in pieces)


def read_ris(text: str) -> list[tuple[str, str]]:
    """Return the tags and values of one record; any departure from the format fails."""
    assert text.endswith("\r\n")
    lines = text[:-2].split("\r\n")
    pairs = []
    for line in lines:
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match, line
        assert line.isprintable()
        pairs.append((match[1], match[2]))
    assert [tag for tag, _ in pairs].count("TY") == 1 == [tag for tag, _ in pairs].count("ER")
    assert pairs[0] == ("TY", "CASE")
    assert pairs[-1] == ("ER", "")
    return pairs


CSL_FIELDS = {  # of the schema's item, those that a case uses; the schema allows no others
    "id": str, "type": str, "title": str, "authority": str, "number": str, "issued": dict,
    "container-title": str, "volume": str, "page": str, "note": str, "URL": str,
}  # fmt: skip


def read_csl(text: str) -> dict[str, Any]:
    items = json.loads(text)
    assert isinstance(items, list)
    (item,) = items
    assert {"id", "type"} <= set(item)
    for name, value in item.items():
        assert type(value) is CSL_FIELDS[name], name
        assert value
    assert item["type"] == "legal_case"
    if issued := item.get("issued"):
        ((year, month, day),) = issued["date-parts"]
        assert list(issued) == ["date-parts"]
        assert (type(year), 1 <= month <= 12, 1 <= day <= 31) == (int, True, True)
    return item


@needs_node
def test_bibtex() -> None:
    (forms,) = write_forms(refer(archive_order()))
    kind, key, fields = read_bibtex(forms["bib"])
    assert kind == "misc"
    assert key == "cand:5-31-cv-01234:2031-05-30-order"
    assert fields == {
        "title": r"{Quill \& Lantern Ltd. v. Does 1-10}",
        "howpublished": "No. 5:31-cv-01234-ABC",
        "number": "5:31-cv-01234-ABC",
        "institution": "{United States District Court for the Northern District of California}",
        "year": "2031",
        "month": "may",
        "day": "30",
        "note": "N.D. Cal., ECF No. 8",
        "url": URL,
    }


@needs_node
def test_ris_and_csl_json() -> None:
    (forms,) = write_forms(refer(archive_order(court="ca9", own_citations=("14 F.3d 662",))))
    assert read_ris(forms["ris"]) == [
        ("TY", "CASE"),
        ("TI", "Quill & Lantern Ltd. v. Does 1-10"),
        ("A2", "F.3d"),
        ("VL", "14"),
        ("SP", "662"),
        ("SV", "5:31-cv-01234-ABC"),
        ("PB", "9th Cir."),
        ("PY", "2031"),
        ("DA", "2031/05/30/"),
        ("N1", "ECF No. 8"),
        ("UR", URL),
        ("ER", ""),
    ]
    assert read_csl(forms["json"]) == {
        "id": "cand:5-31-cv-01234:2031-05-30-order",
        "type": "legal_case",
        "title": "Quill & Lantern Ltd. v. Does 1-10",
        "authority": "9th Cir.",
        "number": "5:31-cv-01234-ABC",
        "issued": {"date-parts": [[2031, 5, 30]]},
        "container-title": "F.3d",
        "volume": "14",
        "page": "662",
        "note": "ECF No. 8",
        "URL": URL,
    }


ABSENT = {  # the order lacks: what each form leaves out
    "case_name": (),
    "document_number": (),
    "date": ("year", "PY", "issued"),
    "court": ("institution", "PB", "authority"),
    "docket_numbers": ("number", "SV", "number"),
}


@needs_node
def test_every_form_is_complete_without_one_value() -> None:
    written = write_forms(*(refer(archive_order(**{missing: None})) for missing in ABSENT))
    for absent, forms in zip(ABSENT.values(), written, strict=True):
        _, _, fields = read_bibtex(forms["bib"])
        tags = dict(read_ris(forms["ris"]))
        item = read_csl(forms["json"])
        assert fields["title"]
        assert tags["TI"]
        assert item["title"]
        assert not re.search("None|undefined|NaN", repr((fields, tags, item)))
        for name, read in zip(absent, (fields, tags, item), strict=False):
            assert name not in read


@needs_node
def test_a_month_without_a_day() -> None:
    (forms,) = write_forms({"key": "a", "title": "Cole v. Holt", "year": 1865, "month": 11})
    assert json.loads(forms["json"])[0]["issued"] == {"date-parts": [[1865, 11]]}
    assert "DA  - 1865/11//" in forms["ris"]


@needs_node
def test_a_hostile_name_stays_a_title() -> None:
    chance = random.Random(1)  # noqa: S311 (the same names in every run)
    signs = 'aZ.{}\\&%$#_~^"@,=\r\n\x85\u2028’-é '
    made = ("".join(chance.choices(signs, k=chance.randrange(40))) for _ in range(200))
    names = (*HOSTILE, *made)
    references = [
        refer(archive_order(case_name=name, docket_numbers=(name,), document_number=name))
        for name in names
    ]
    for reference, forms in zip(references, write_forms(*references), strict=True):
        title = reference["title"]
        braced = read_bibtex(forms["bib"])[2]["title"]
        assert braced[0] + braced[-1] == "{}"
        assert read_tex(braced[1:-1]) == title.replace("’", "'")
        assert dict(read_ris(forms["ris"]))["TI"] == title
        assert read_csl(forms["json"])["title"] == title


def test_the_script_reads_every_value() -> None:
    """A value that the page gives under another name would be missing from the forms."""
    script = SCRIPT.read_text(encoding="utf-8")
    reported = archive_order(court="ca9", own_citations=("14 F.3d 662", "2031 WL 1234567"))
    values = refer(reported)
    assert len(values) == 15
    for name in values:
        assert re.search(rf"\b{name}\b", script), name


def test_keys_hold_nothing_that_bibtex_reads() -> None:
    assert name_key('orders/x/{a},%#/é"') == "x:-a"
    assert name_key("") == "order"
