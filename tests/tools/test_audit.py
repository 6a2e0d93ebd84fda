"""What the audit says of the locked packages, and the promises of the lock."""

import json
import re

from tests.shared import ROOT
from tools.audit import LOCKS, judge

WEAK = {"id": "PYSEC-2031-1", "fix_versions": ["2.0"]}


def write(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages, "fixes": []})


def test_a_known_weakness_fails() -> None:
    said, failed = judge(write({"name": "a", "version": "1.0", "vulns": [WEAK]}), "")
    assert failed
    assert "a 1.0: PYSEC-2031-1, mended in 2.0" in said


def test_none_known_passes() -> None:
    assert judge(write({"name": "a", "version": "1.0", "vulns": []}), "") == (
        "no weakness is known of 1 packages.",
        False,
    )


def test_what_could_not_be_asked_is_said() -> None:
    said, failed = judge("", "ConnectionError: pypi.org")
    assert not failed
    assert "not audited" in said
    said, failed = judge(write({"name": "a", "skip_reason": "not found"}), "")
    assert not failed
    assert "1 of 1 packages are not known to PyPI" in said


def test_every_locked_version_has_its_hashes_and_no_host_is_named() -> None:
    for lock in LOCKS:
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "://" not in text
        packages = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]
        assert len(packages) > (4 if "build" in lock else 40)
        assert [one.split()[0] for one in packages if "--hash=sha256:" not in one] == []
        assert [one.split()[0] for one in packages if "==" not in one.split()[0]] == []
