"""What the workflows may do, and that each part of them is known to GitHub."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.shared import ROOT

FOLDER = ROOT / ".github" / "workflows"
OWNERS = ROOT / "build_scripts/cli/new_archive/hosts"
WORKFLOWS = {
    **{name: FOLDER / f"{name}.yml" for name in ("publish", "develop", "release")},
    **{
        name: OWNERS / f"{name}.yml" for name in ("github_publish", "github_check", "github_alerts")
    },
}
ALLOWED: dict[str, dict[str, dict[str, str]]] = {
    "publish": {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
    "develop": {job: {"contents": "read"} for job in ("specimens", "check", "access")},
    "release": {
        "build": {"contents": "read"},
        "attest": {"id-token": "write", "attestations": "write"},
        "publish": {"id-token": "write"},
    },
    "github_publish": {
        "build": {"contents": "read", "pages": "read"},
        "remember": {"contents": "write"},
        "deploy": {"pages": "write", "id-token": "write"},
    },
    "github_check": {"check": {"contents": "read"}, "comment": {"pull-requests": "write"}},
    "github_alerts": {"search": {"contents": "read"}, "alert": {"issues": "write"}},
}
OF_OTHERS = {"release": {"pypa/gh-action-pypi-publish"}}
"""Actions that are not GitHub's own."""
JOB_KEYS = {
    "runs-on", "timeout-minutes", "permissions", "needs", "if", "environment", "outputs", "steps",
}  # fmt: skip
STEP_KEYS = {"id", "name", "uses", "with", "run", "env", "if"}


def read_workflow(name: str) -> dict[str, Any]:
    """Return a workflow; YAML 1.1 reads its key `on` as true."""
    read: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in read.items()}


def list_steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_every_workflow_is_judged_here() -> None:
    assert {*FOLDER.iterdir(), *OWNERS.glob("github_*")} == {*WORKFLOWS.values()}
    assert ALLOWED.keys() == WORKFLOWS.keys()


@pytest.mark.parametrize("name", ALLOWED)
def test_a_workflow_may_do_no_more_than_it_must(name: str) -> None:
    workflow = read_workflow(name)
    assert workflow["permissions"] == {}
    assert {job: its["permissions"] for job, its in workflow["jobs"].items()} == ALLOWED[name]
    used = [step["uses"] for step in list_steps(workflow) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[a-z]+/[a-z-]+@[0-9a-f]{40}", action) for action in used)
    named = {action.partition("@")[0] for action in used}
    others = {action for action in named if not action.startswith("actions/")}
    assert others == OF_OTHERS.get(name, set())
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                keeps = step.get("with", {}).get("persist-credentials", True)
                assert keeps is (job["permissions"] == {"contents": "write"})


@pytest.mark.parametrize("name", ALLOWED)
def test_a_workflow_has_the_parts_that_github_knows(name: str) -> None:
    workflow = read_workflow(name)
    assert set(workflow) <= {"name", "on", "permissions", "concurrency", "jobs"}
    assert set(workflow["on"]) <= {"push", "pull_request", "schedule", "workflow_dispatch"}
    for job in workflow["jobs"].values():
        assert set(job) <= JOB_KEYS
        assert job["runs-on"] == "ubuntu-latest"
        assert job.get("needs") in {None, *workflow["jobs"]}
    for step in list_steps(workflow):
        assert set(step) <= STEP_KEYS
        assert ("uses" in step) != ("run" in step)


@pytest.mark.parametrize("name", ALLOWED)
def test_what_a_workflow_asks_for_is_made_in_it(name: str) -> None:
    """An expression that names a step or a job that is not there is empty, without a word."""
    text = WORKFLOWS[name].read_text(encoding="utf-8")
    workflow = read_workflow(name)
    asked = set(re.findall(r"\b(steps|needs)\.(\w+)\.outputs\.(\w+)", text))
    assert {part for kind, part, _ in asked if kind == "needs"} <= set(workflow["jobs"])
    assert {part for kind, part, _ in asked if kind == "steps"} <= {
        step.get("id") for step in list_steps(workflow)
    }
    for kind, part, output in asked:
        if kind == "needs":
            assert output in workflow["jobs"][part]["outputs"]


def test_what_writes_into_a_repository_runs_no_program_of_ours() -> None:
    for name in ("github_publish", "github_check", "github_alerts"):
        for job in read_workflow(name)["jobs"].values():
            if "write" in job["permissions"].values():
                said = "".join(step.get("run", "") for step in job["steps"])
                assert not re.search(r"(?m)^ *(?:orders|pip|python3?)\b", said)


def test_a_release_needs_the_tag_of_the_version() -> None:
    (step,) = (one for one in list_steps(read_workflow("release")) if "GITHUB_REF_NAME" in str(one))
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    tags = {f"v{version}": 0, version: 1, f"v{version}.1": 1}
    for tag, code in tags.items():
        environment = {**os.environ, "GITHUB_REF_NAME": tag}
        ended = subprocess.run(["bash", "-e", "-c", step["run"]], cwd=ROOT, env=environment)
        assert ended.returncode == code, tag


def test_publishing_waits_for_nothing_of_development() -> None:
    text = (FOLDER / "publish.yml").read_text(encoding="utf-8")
    assert re.findall(r"\bmake \w+", re.sub(r"(?m)^ *#.*|echo .*", "", text)) == ["make site"]
    assert "workflow_run" not in text


def test_development_looks_first_whether_this_is_the_program_itself(tmp_path: Path) -> None:
    """The step that looks has no packages: the interpreter is kept from those of this machine."""
    workflow = read_workflow("develop")
    check = workflow["jobs"]["check"]
    assert (check["needs"], check["if"]) == (
        "specimens",
        "needs.specimens.outputs.here == 'true'",
    )
    (look,) = (step for step in workflow["jobs"]["specimens"]["steps"] if "run" in step)
    command, target = look["run"].split(" >> ")
    assert target == '"$GITHUB_OUTPUT"'
    program, *arguments = command.split()
    assert program == "python3"
    (tmp_path / "tests").mkdir()
    for file in ("__init__.py", "shipped_specimens.py", "specimens.json"):
        (tmp_path / "tests" / file).write_bytes((ROOT / "tests" / file).read_bytes())

    def ask() -> str:
        isolated = [sys.executable, "-S", *arguments]
        return subprocess.run(
            isolated, cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout

    assert ask() == "here=false\n"
    order = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
    (tmp_path / "orders" / order).parent.mkdir(parents=True)
    (tmp_path / "orders" / order).touch()
    assert ask() == "here=true\n"
