"""Where provisions can be read."""

import os
import subprocess
import sys
from itertools import chain

from build_scripts.citing.addresses import _SCHEMAS, _load_schemas
from tests.citing.specimens import cite
from tests.tables import each_row


@each_row()
def test_addresses(text: str, start: str) -> None:
    (citation,) = cite(text)
    assert (citation.outward_url or "").startswith(start)


def test_a_system_without_utf_8_has_them_too() -> None:
    read = 'from tests.citing.specimens import cite; print(cite("42 U.S.C. § 1983")[0].outward_url)'
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-c", read.replace("§", r"\u00a7")]
    ended = subprocess.run(command, env=plain, capture_output=True, text=True, check=True)
    assert ended.stdout == "https://www.law.cornell.edu/uscode/text/42/1983\n"


def test_schemas_with_a_name_match_where_it_is_printed() -> None:
    """Others of their kind are not tried: each pattern has the name, and can't do without it."""
    named = 0
    for schema in chain.from_iterable(_load_schemas(one).values() for one in _SCHEMAS):
        if "name regex" in schema.get("meta", {}):
            own = [schema["pattern"]] if "pattern" in schema else schema.get("patterns", [])
            for pattern in ("".join(one) for one in own):
                named += 1
                before, name, after = pattern.replace("\\(", "").partition("{name regex}")
                assert name
                assert before.count("(") == before.count(")")
                assert not after.startswith(("?", "*", "{"))
    assert named > 60


def test_cases_and_the_record_have_none() -> None:
    assert [c.outward_url for c in cite("Dkt. No. 7; Calder v. Jones, 465 U.S. 783 (1984)")] == [
        None,
        None,
    ]
