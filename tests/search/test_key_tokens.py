import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.description import DocketNumber
from build_scripts.search.key_tokens import (
    find_keys,
    list_authority_keys,
    list_docket_keys,
    list_report_keys,
    plain_signs,
)
from build_scripts.search.recognised import list_patterns
from tests.tables import each_row

CASES = json.loads((Path(__file__).parent / "key_cases.json").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_table(case):
    assert [found.key for found in find_keys(plain_signs(case["text"]))] == case["keys"]


@pytest.mark.parametrize("form", list_patterns(), ids=lambda form: f"{form.kind} {form.code}")
def test_every_pattern_takes_its_examples(form):
    for text in form.accepts:
        match = form.pattern.search(text)
        assert match, text
        assert find_keys(text), text


@each_row()
def test_authority(normal_form, keys):
    assert list(list_authority_keys(normal_form)) == keys


def test_what_is_typed_is_what_is_indexed():
    for text in ("28 U.S.C. § 1404(a)", "Fed. R. Civ. P. 12(b)(6)", "Rule 12(b)(6)", "433 F.3d 1199",
                 "Cal. Bus. & Prof. Code § 17200", "17 C.F.R. § 240.10b-5", "U.S. Const. amend. IV"):  # fmt: skip
        typed = find_keys(text)[0].key
        form = text.replace("Rule", "Fed. R. Civ. P.") if text.startswith("Rule") else text
        assert typed in list_authority_keys(form)


def test_a_docket_number_has_a_token_without_its_type():
    number = DocketNumber("5:17-cv-02540-HRL", "5", 2017, "cv", 2540, "HRL")
    assert list_docket_keys(number) == ("dk17cv2540own", "dk172540own")
    assert list_docket_keys(DocketNumber("22-16408", None, 2022, None, 16408)) == ("dk2216408own",)
    assert list_docket_keys(DocketNumber("S-2780")) == ("dks2780own",)


def test_reports():
    assert list_report_keys("433 F.3d 1199") == ("433f3d1199own",)
    for printed in ("132 U.S.P.Q. 289", "38 Fed. R. Evid. Serv. 1044", "175 Cal.752"):
        assert [f"{one.key}own" for one in find_keys(printed)] == list(
            list_report_keys(printed.replace(".7", ". 7"))
        )
    assert list_report_keys("297 F.2d 261; 132 U.S.P.Q. 289")[0] == "297f2d261own"


@given(st.text(max_size=80))
def test_any_text_has_keys_of_letters_and_digits_in_order(text):
    plain = plain_signs(text)
    assert len(plain) == len(text)
    end = 0
    for found in find_keys(plain):
        assert found.start >= end
        end = found.end
        assert plain[found.start : found.end] == found.printed
        assert re.fullmatch(r"[a-z0-9]+", found.key)
