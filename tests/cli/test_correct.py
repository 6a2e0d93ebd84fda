"""`orders correct` as an editor meets it, and the guide that tells of it, word for word."""

import json
import re
import shlex
import shutil
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest

from build_scripts.describing.corrections.models import KEYS
from build_scripts.model.description import FIELDS
from build_scripts.model.withholding import WithheldPart
from build_scripts.problems import ExitCode, FindingCode
from build_scripts.site import pipeline
from tests.commands import run, succeed
from tests.shared import ORDERS, ROOT, begin_project
from tests.tables import as_tuples, each_row

pytestmark = pytest.mark.build

NAME = "cand/3-23-cv-01234/2024-03-04-order-denying-expedited-discovery.txt"
GUIDE = (ROOT / "docs/corrections.md").read_text(encoding="utf-8")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive of one's own; no editor is set."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    return begin_project(tmp_path, NAME)


def set_editor(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """An editor that does to `text` what the code says, and saves it."""
    script = folder / "editor.py"
    script.write_text(
        "import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\ntext = path.read_text()\n"
        f"{code}\npath.write_text(text)\n"
    )
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")


def list_examples() -> list[str]:
    """The guide's indented examples, without their indent."""
    found = re.findall(r"(?<=\n\n)(?:^ {8}.*\n)+|^    withhold: .*\n", GUIDE, re.MULTILINE)
    return [textwrap.dedent(block).strip() for block in found]


def corrections(archive: Path) -> Path:
    return archive / "orders" / f"{NAME}.yml"


def test_print_shows_a_new_file_and_writes_nothing(archive: Path) -> None:
    result = succeed("correct", f"orders/{NAME}", "--print", cwd=archive)
    assert '# case_name: "Larkspur Robotics, Inc. v. Does 1-8"' in result.stdout
    assert not corrections(archive).exists()


def test_without_an_editor_the_file_is_made_and_named(archive: Path) -> None:
    result = succeed("correct", f"orders/{NAME}", cwd=archive)
    assert str(corrections(archive).relative_to(archive)) in result.stdout
    schema = corrections(archive).read_text().splitlines()[0].partition("$schema=")[2]
    assert (corrections(archive).parent / schema).resolve() == (
        archive / "site/corrections.schema.json"
    )
    assert run("correct", f"orders/{NAME}", "--print", cwd=archive).stdout == (
        corrections(archive).read_text()
    )


def test_a_file_that_nobody_changed_is_not_kept(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_editor(monkeypatch, archive, "pass")
    result = succeed("correct", f"orders/{NAME}", cwd=archive)
    assert "Nothing was changed" in result.stdout
    assert not corrections(archive).exists()


def test_a_mistake_is_named_when_the_editor_closes(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_editor(monkeypatch, archive, "text = text.replace('fields:', 'fields:\\n  titel: New')")
    result = run("correct", f"orders/{NAME}", cwd=archive)
    assert result.returncode == ExitCode.BAD_INPUT
    assert "line 8" in result.stderr
    assert "Did you mean `title`?" in result.stderr
    kept = corrections(archive).read_text()
    set_editor(monkeypatch, archive, "text = text.replace('titel', 'title')")
    succeed("correct", f"orders/{NAME}", cwd=archive)
    assert corrections(archive).read_text() == kept.replace("titel", "title")
    shown = json.loads(run("show", f"orders/{NAME}", "--json", cwd=archive).stdout)
    assert shown["title"] == "New"
    assert shown["correction"]["fields"] == ["title"]


def test_values_between_semicolons_are_several(archive: Path) -> None:
    """As `orders check` writes a field of several values."""
    said = ("--set", "docket_numbers=3:23-cv-1; 3:23-cv-2", "--set", "judges=[Max; Poe]")
    printed = run("correct", f"orders/{NAME}", *said, "--print", cwd=archive).stdout
    assert '\n  docket_numbers: ["3:23-cv-1", "3:23-cv-2"]\n' in printed
    assert "\n  judges: [Max; Poe]\n" in printed


@each_row()
def test_an_editor_that_fails_is_said(
    archive: Path, monkeypatch: pytest.MonkeyPatch, editor: str, says: str
) -> None:
    monkeypatch.setenv("EDITOR", editor)
    result = run("correct", f"orders/{NAME}", cwd=archive)
    assert result.returncode == ExitCode.BAD_INPUT
    assert f"The editor “{editor}” failed: {says}. The corrections are in" in result.stderr


@each_row()
def test_what_is_no_order_of_the_archive_is_refused(archive: Path, file: str, says: str) -> None:
    shutil.copy(ORDERS / NAME, archive / "elsewhere.txt")
    (archive / "orders/README.md").write_text("x")
    with zipfile.ZipFile(archive / "orders/bundle.zip", "w") as bundle:
        bundle.write(ORDERS / NAME, "inner/a.txt")
    result = run("correct", file, cwd=archive)
    assert result.returncode == ExitCode.BAD_INPUT
    assert says in result.stderr
    assert not list((archive / "orders").rglob("*.yml"))


def test_an_order_in_a_zip_archive_is_corrected_beside_it(archive: Path) -> None:
    with zipfile.ZipFile(archive / "orders/bundle.zip", "w") as bundle:
        bundle.write(ORDERS / NAME, "inner/a.txt")
    succeed("correct", "orders/bundle.zip::inner/a.txt", cwd=archive)
    (made,) = (archive / "orders").rglob("*.yml")
    assert made == archive / "orders/bundle.zip.corrections/inner/a.txt.yml"


def test_a_name_with_quotes_and_blanks_reaches_the_editor_whole(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = 'orders/it\'s $(touch pwned); "x".txt'
    shutil.copy(ORDERS / NAME, archive / name)
    set_editor(monkeypatch, archive, "text = text.replace('fields:', 'fields:\\n  title: New')")
    succeed("correct", name, cwd=archive)
    assert "title: New" in (archive / f"{name}.yml").read_text()
    assert not (archive / "pwned").exists()


def test_the_guide_runs_as_it_is_written(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its commands, its example, and what it says that they do."""
    command, shown, wanted, check, withhold, *_ = list_examples()
    assert command == f"orders correct orders/{NAME}"
    assert check == "orders check"
    commented = shown.removeprefix("fields:\n").splitlines()
    set_editor(
        monkeypatch,
        archive,
        f"assert all(line in text for line in {commented!r}), text\n"
        f"text = text.replace('fields:', {wanted!r})",
    )
    succeed(*command.split()[1:], cwd=archive)
    assert "1 order, 0 findings" in run(*check.split()[1:], cwd=archive).stdout
    data = json.loads(run("show", f"orders/{NAME}", "--json", cwd=archive).stdout)
    (judge,) = data["judges"]
    assert (judge["name"], judge["title"]) == (
        "Marianne T. Oakhurst", "United States District Judge",
    )  # fmt: skip
    assert [each["value"]["name"] for each in data["superseded"]] == ["Marian T. Oakhurst"]
    corrections(archive).write_text(withhold)
    listed = json.loads(run("check", "--json", cwd=archive).stdout)
    assert [finding["code"] for finding in listed["findings"]] == ["withheld"]
    assert run("show", f"orders/{NAME}", cwd=archive).returncode == ExitCode.BAD_INPUT


def test_the_guide_names_every_field_key_and_finding() -> None:
    fields, findings, withheld = (
        {
            name
            for row in re.findall(r"^\| (`[a-z_`, -]+`) \|", part, re.MULTILINE)
            for name in row.split(", ")
        }
        for part in re.split("## When something is wrong|## To keep an order", GUIDE)
    )
    assert withheld - {"`what`"} == {f"`{part}`" for part in WithheldPart}
    assert fields < {f"`{name}`" for name in FIELDS}  # docs/data.md lists all
    assert all(f"`{key}`" in GUIDE for key in KEYS)
    known = {FindingCode.BAD_CORRECTIONS, FindingCode.CORRECTION_CHANGES_NOTHING,
             FindingCode.OUTDATED_CORRECTION, FindingCode.STRAY_CORRECTIONS, FindingCode.WITHHELD, FindingCode.SEALED,
             FindingCode.HELD_BACK, FindingCode.NOT_AN_ORDER, FindingCode.LOST_ADDRESS,
             FindingCode.PUBLISHERS_PRINT}  # fmt: skip
    assert findings == {f"`{code.value}`" for code in known}


def test_fields_are_set_without_an_editor_and_the_files_comments_stay(archive: Path) -> None:
    first = succeed(
        *("correct", f"orders/{NAME}", "--set", "judges=Jane Q. Roe", "--set", "judges=Max Poe"),
        *("--set", "date=2031-01-02", "--set", "title=", "--by", "A. Librarian"),
        *(
            "--set",
            "rulings={motion: motion to stay, outcome: denied}",
            "--note",
            'It says "so": here',
        ),
        cwd=archive,
    )
    assert first.stdout.strip() == str(corrections(archive))
    before = corrections(archive).read_text()
    assert "# judges:" in before  # what the program found still stands there
    corrections(archive).write_text(before.replace("fields:", "fields:  # looked at twice"))
    succeed("correct", f"orders/{NAME}", "--set", "date=2031-01-03", cwd=archive)
    assert "fields:  # looked at twice" in corrections(archive).read_text()
    data = json.loads(run("show", f"orders/{NAME}", "--json", cwd=archive).stdout)
    assert [judge["name"] for judge in data["judges"]] == ["Jane Q. Roe", "Max Poe"]
    assert (data["date"], data["title"]) == ("2031-01-03", None)
    assert [one["motion"] for one in data["rulings"]] == ["motion to stay"]
    assert data["correction"]["by"] == "A. Librarian"
    assert data["correction"]["note"] == 'It says "so": here'


def test_none_says_that_the_order_has_none(archive: Path) -> None:
    """It was a docket number of that name, and a folder for it."""
    succeed("correct", f"orders/{NAME}", "--set", "title=none", "--set", "judges=none", cwd=archive)
    data = json.loads(run("show", f"orders/{NAME}", "--json", cwd=archive).stdout)
    assert (data["title"], data["judges"]) == (None, [])


HERE = NAME.rpartition("/")[0]


@each_row()
def test_what_orders_add_had_placed_is_moved_where_it_would_be_placed_now(
    archive: Path, lies_in: str, said: str, lies_then: str
) -> None:
    orders, name = archive / "orders", Path(NAME).name
    before, after = orders / lies_in / name, orders / lies_then / name
    before.parent.mkdir(parents=True, exist_ok=True)
    if lies_in != HERE:
        (orders / NAME).rename(before)
    Path(f"{before}.source.json").write_text("{}")
    published = pipeline.build_archive(orders).address_ledger
    result = succeed("correct", before.relative_to(archive), "--set", said, cwd=archive)
    assert after.exists()
    assert result.stdout.splitlines()[-1] == f"{after}.yml"
    if before != after:
        assert result.stdout.splitlines()[0] == f"{before} → {after}"
        assert not before.parent.exists()
    assert sorted(path.name for path in after.parent.iterdir() if path.is_file()) == [
        name, f"{name}.source.json", f"{name}.yml",
    ]  # fmt: skip
    archived = pipeline.build_archive(orders, published=published)
    (moved,) = archived.orders
    (old,) = published
    assert moved.address == old or archived.address_ledger[old].leads_to == moved.address
    assert FindingCode.LOST_ADDRESS not in {finding.code for finding in archived.findings}
    if "title" not in said:  # and back again
        (field, _, _) = said.partition("=")
        succeed("correct", after.relative_to(archive), "--unset", field, cwd=archive)
        assert before.exists()


def test_an_order_is_not_moved_over_another_file(archive: Path) -> None:
    taken = archive / "orders/cacd/3-23-cv-01234" / Path(NAME).name
    taken.parent.mkdir(parents=True)
    taken.write_text("x")
    result = run("correct", f"orders/{NAME}", "--set", "court=cacd", cwd=archive)
    assert result.returncode == ExitCode.BAD_INPUT
    assert f"Another file is named {taken}" in result.stderr
    assert taken.read_text() == "x"
    assert (archive / "orders" / NAME).exists()
    assert corrections(archive).exists()


BY_HAND = """\
# Looked at by two of us.
fields:
  # The stamp hides it.
  date: 2031-01-02  # or the third
  judges:
    - Jane Q. Roe
    - name: Max Poe
      role: dissenting

  title: "A: B"
note: Signed so.
withhold:
  - {what: field, field: nature}
"""


@each_row()
def test_a_correction_is_taken_away_and_all_else_stays(
    archive: Path, unset: list[str], gone: list[str]
) -> None:
    corrections(archive).write_text(BY_HAND)
    left = BY_HAND
    for each in gone:
        left = left.replace(each, "")
    options = [part for field in unset for part in ("--unset", field)]
    succeed("correct", f"orders/{NAME}", *options, "--by", "B. Page", cwd=archive)
    said, _, today = corrections(archive).read_text().partition("by: ")
    assert said == left
    assert today.startswith('"B. Page"\ndate: ')


def test_a_file_in_which_nothing_is_left_is_removed_unless_a_person_wrote_in_it(
    archive: Path,
) -> None:
    def unset() -> str:
        return run("correct", f"orders/{NAME}", "--unset", "title", cwd=archive).stdout

    run("correct", f"orders/{NAME}", "--set", "title=New", "--by", "A. Librarian", cwd=archive)
    assert unset().startswith("No correction is left: ")
    assert not corrections(archive).exists()
    corrections(archive).write_text("fields: # of the copy\n  title: New\nby: A. Librarian\n")
    assert unset().strip() == str(corrections(archive))
    assert corrections(archive).read_text().startswith("fields: # of the copy\nby: A. Librarian\n")


@each_row(said=as_tuples)
def test_what_the_schema_refuses_is_not_written(
    archive: Path, said: tuple[str, ...], wrong: str
) -> None:
    result = run("correct", f"orders/{NAME}", *said, cwd=archive)
    assert result.returncode in {ExitCode.BAD_INPUT, ExitCode.USAGE}
    assert wrong in result.stderr
    assert not corrections(archive).exists()


def test_a_sealed_paper_that_is_public_is_said_to_be_by_the_command_that_check_prints(
    archive: Path,
) -> None:
    order = archive / "orders" / NAME
    order.write_text(f"FILED UNDER SEAL\n{order.read_text('utf-8')}", "utf-8")
    (finding,) = json.loads(run("check", "--json", cwd=archive).stdout)["findings"]
    assert finding["code"] == "sealed"
    assert (
        finding["command"]
        == f'orders correct orders/{NAME} --public --by "YOUR NAME" --note "YOUR REASON"'
    )
    pasted = run(*shlex.split(finding["command"])[1:], cwd=archive)
    assert pasted.returncode == ExitCode.USAGE
    assert "“YOUR NAME” is a placeholder" in pasted.stderr
    assert not corrections(archive).exists()
    command = finding["command"].replace("YOUR NAME", "A. Librarian").replace("YOUR REASON", "Out")
    succeed(*shlex.split(command)[1:], cwd=archive)
    assert json.loads(run("check", "--json", cwd=archive).stdout)["findings"] == []
