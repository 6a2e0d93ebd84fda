"""Where provisions can be read."""

import os
import subprocess
import sys

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


def test_cases_and_the_record_have_none() -> None:
    assert [c.outward_url for c in cite("Dkt. No. 7; Calder v. Jones, 465 U.S. 783 (1984)")] == [
        None,
        None,
    ]
