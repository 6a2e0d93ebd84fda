"""Known weaknesses of the locked packages: `python -m tools.audit`.

Asks pip-audit, which asks PyPI, and sends it nothing but names and versions. Ends with 1 where a
weakness is known. Where PyPI can't be asked it says so and ends with 0: a build must be possible
without a network, and the next one with a network asks again.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from tests.shared import ROOT

LOCKS = (
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-build.txt",
    "requirements-train.txt",
)


def main() -> int:
    """Audit all locks; return the exit code."""
    code = 0
    for lock in LOCKS:
        command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip"]
        asked = subprocess.run(
            [*command, "--format", "json", "--progress-spinner", "off", "-r", ROOT / lock],
            capture_output=True,
            text=True,
            check=False,
        )
        said, failed = judge(asked.stdout, asked.stderr)
        print(f"{lock}: {said}")
        code |= failed
    return code


def judge(output: str, errors: str) -> tuple[str, bool]:
    """Say what pip-audit found, and whether that fails.

    `output` is its JSON, empty where it could not ask at all; `errors` is what it complained of.
    """
    if not output.strip():
        return f"not audited, PyPI can't be asked: {errors.strip()[-200:]}", False
    packages = json.loads(output)["dependencies"]
    found = list(_list_weaknesses(packages))
    if found:
        return "\n  ".join(["weaknesses are known; raise the versions, `make lock`:", *found]), True
    audited = sum("skip_reason" not in package for package in packages)
    if audited < len(packages):
        return (
            f"{len(packages) - audited} of {len(packages)} packages are not known to PyPI.",
            False,
        )
    return f"no weakness is known of {audited} packages.", False


def _list_weaknesses(packages: list[Mapping[str, Any]]) -> Iterator[str]:
    for package in packages:
        for weakness in package.get("vulns", ()):
            mended = ", ".join(weakness.get("fix_versions", ())) or "no version"
            yield f"{package['name']} {package['version']}: {weakness['id']}, mended in {mended}"


if __name__ == "__main__":
    sys.exit(main())
