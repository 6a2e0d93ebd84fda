"""Papers that are no orders: told, held back until their owner says something, then published."""

import json
import shlex
from pathlib import Path

import pytest

from build_scripts.archive.doubts import list_doubts
from build_scripts.cli.init import begin_archive
from build_scripts.problems import ExitCode, Finding, FindingCode
from build_scripts.site import pipeline
from build_scripts.site.texts import list_site_texts
from tests.commands import run, succeed
from tests.tables import each_row

HEAD = """UNITED STATES DISTRICT COURT
DISTRICT OF NEVADA

JANE ROE,
          Plaintiff,
     v.
{defendant},
          Defendant.

Case No. 2:24-cv-00017-ABC-DEF

"""
COUNSEL = """
Dated: March 4, 2024

Respectfully submitted,

/s/ Pat Lee
Attorney for Plaintiff
"""
JUDGE = """
IT IS SO ORDERED.

Dated: March 4, 2024

                                   MARA T. VALE
                                   United States District Judge
"""
ORDER = f"ORDER DENYING MOTION TO COMPEL\n\nThe Court finds no reason for it.\n{JUDGE}"
MOTION = f"PLAINTIFF'S MOTION TO COMPEL\n\nPlaintiff moves to compel answers.\n{COUNSEL}"
BRIEF = f"REPLY BRIEF IN SUPPORT OF MOTION\n\nThe Court should grant the motion.\n{COUNSEL}"
KINDS = {
    "a motion": MOTION,
    "a brief": BRIEF,
    "a complaint, an indictment or an answer": (
        "COMPLAINT FOR DAMAGES\n\nPlaintiff alleges that the mill burned.\n\nPRAYER FOR RELIEF\n\n"
        f"Wherefore Plaintiff prays for damages.\n{COUNSEL}"
    ),
    "a notice": f"NOTICE OF APPEARANCE\n\nPat Lee appears for Plaintiff.\n{COUNSEL}",
    "a declaration": (
        "DECLARATION OF QUENTIN POE\n\nI, Quentin Poe, declare under penalty of perjury that the "
        "mill burned.\n\n/s/ Quentin Poe\n"
    ),
    "a letter": (
        "Dear Judge Vale:\n\nI write about the day of the hearing.\n\nVery truly yours,\n\nPat Lee\n"
    ),
    "a form": f"SUMMONS IN A CIVIL ACTION\n\nAO 440 (Rev. 06/12)\n\n{'Name: __________ ' * 8}\n",
    "an exhibit": "EXHIBIT A\n\nA list of the mill's machines.\n",
    "a transcript": (
        "TRANSCRIPT OF PROCEEDINGS\n\n" + "THE COURT: Good morning.\n\nMR. LEE: Yes.\n\n" * 8
    ),
    "a docket sheet": (
        "CIVIL DOCKET FOR CASE #: 2:24-cv-00017\n\nDate Filed # Docket Text\n\n"
        + "".join(
            f"03/{day:02}/2024 {day} ORDER granting Motion to Stay. So Ordered by Judge Vale. "
            f"(Entered: 03/{day:02}/2024)\n\n"
            for day in range(1, 15)
        )
    ),
    "an agreement of the parties": (
        "SETTLEMENT AGREEMENT\n\nThe parties agree to end their dispute about the mill.\n"
    ),
    "a proposed order": (
        "[PROPOSED] ORDER GRANTING MOTION TO COMPEL\n\nThe motion is granted.\n\n"
        "Dated: ____________\n\n____________________\nUNITED STATES DISTRICT JUDGE\n"
    ),
    "no paper of a court": (
        "The mill's garden in May.\n\nI hereby certify that roses grow beside the wheel.\n"
    ),
}


def ask(folder: Path, text: str, corrections: str = "") -> list[Finding]:
    """What is said of a paper's kind; that it is published where nobody is asked is tested."""
    (folder / "paper.txt").write_text(HEAD.format(defendant="DOE MILLS, INC.") + text)
    (folder / "paper.txt.yml").write_text(corrections or "note: nothing yet\n")
    archive = pipeline.build_archive(folder)
    codes = {FindingCode.HELD_BACK, FindingCode.NOT_AN_ORDER}
    found = [one for one in archive.findings if one.code in codes]
    assert bool(archive.orders) == (FindingCode.HELD_BACK not in {one.code for one in found})
    assert len(archive.withheld) == 1 - len(archive.orders)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_everything_but_orders_asks(tmp_path: Path, kind: str) -> None:
    (finding,) = ask(tmp_path, KINDS[kind])
    assert finding.code is FindingCode.HELD_BACK
    assert f"it looks like {kind} (" in finding.message
    assert "% sure. It is not published until you say so." in finding.message
    assert "is_order=true" in finding.advice
    assert finding.mend.startswith("orders correct FILE --public")


def test_an_order_is_not_asked_for(tmp_path: Path) -> None:
    assert ask(tmp_path, ORDER) == []


@each_row()
def test_an_answer_publishes_it_as_what_it_is(tmp_path: Path, answer: str) -> None:
    assert ask(tmp_path, BRIEF, answer) == []
    (published,) = pipeline.build_archive(tmp_path).orders
    asked = [FindingCode.NO_JUDGE] if "true" in answer else []  # nobody decided a brief
    assert [one.code for one in published.order.findings] == asked
    claim = published.order.description.is_order
    assert claim.value is ("true" in answer)
    assert claim.value or "it looks like a brief" in claim.reason


def test_a_paper_that_somebody_calls_no_order_has_nothing_that_only_decisions_have(
    tmp_path: Path,
) -> None:
    """One of many pages, whose caption names the judge of the case and whose text prays."""
    complaint = (
        "Hon. Mara T. Vale\n\nCOMPLAINT FOR DAMAGES\n\n"
        + "Plaintiff alleges that the mill ran at night, and that its wheel was never oiled.\n\n"
        * 180
        + "WHEREFORE, plaintiff prays that its motion for an injunction be granted.\n"
    )
    assert ask(tmp_path, complaint, "public: {by: A. Librarian}") == []
    (published,) = pipeline.build_archive(tmp_path).orders
    said = published.order.description
    assert (said.order_type, said.judges, said.rulings, said.disposition) == (None, (), (), None)
    assert not [
        one for one in list_doubts(pipeline.build_archive(tmp_path)) if one.field == "judges"
    ]
    kept = "public: {by: A. Librarian}\nfields: {judges: [Mara T. Vale], order_type: other}"
    assert ask(tmp_path, complaint, kept) == []
    (published,) = pipeline.build_archive(tmp_path).orders
    said = published.order.description
    assert [one.value.name for one in said.judges] == ["Mara T. Vale"]
    assert said.order_type is not None
    assert said.order_type.value == "other"


@each_row()
def test_what_is_no_answer_publishes_nothing(tmp_path: Path, answer: str) -> None:
    assert [one.code for one in ask(tmp_path, BRIEF, answer)] == [FindingCode.HELD_BACK]


def test_a_copy_that_may_be_published_does_not_count_as_withheld(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(HEAD.format(defendant="DOE MILLS, INC.") + BRIEF)
    (tmp_path / "b.txt.yml").write_text("public: {by: A. Librarian}")
    archive = pipeline.build_archive(tmp_path)
    (published,), (withheld,) = archive.orders, archive.withheld
    assert (published.order.source.path, withheld.path) == ("b.txt", "a.txt")
    assert withheld.digests == frozenset()


def test_an_order_in_few_words_is_published_with_a_finding(tmp_path: Path) -> None:
    """One that is held back by mistake costs its readers more than a brief that is in no list."""
    (finding,) = ask(tmp_path, "The actions on the list are assigned to the Hon. Mara T. Vale.\n")
    assert finding.code is FindingCode.NOT_AN_ORDER
    assert "% sure. It is published, in no list." in finding.message
    assert finding.mend == 'orders correct FILE --set is_order=true --by "YOUR NAME"'


@pytest.mark.build
def test_the_commands_that_are_printed_publish_it(tmp_path: Path) -> None:
    """Two builds: one asks, with the files' names; in the other one paper is an order, one not."""
    begin_archive(tmp_path, "Ours")
    parties = {"order": "MARGATE ORCHARDS", "motion": "OAKHURST DAIRY", "brief": "FENWICK TANNERY"}
    for name, text in (("order", ORDER), ("motion", MOTION), ("brief", BRIEF)):
        (tmp_path / f"orders/{name}.txt").write_text(HEAD.format(defendant=parties[name]) + text)

    built = run("build", cwd=tmp_path)
    assert built.returncode == ExitCode.HELD_BACK, built.stderr
    told = " ".join(built.stderr.split())
    assert "Held back until you say what may be published: 2." in told
    assert (
        "brief.txt, page 1, line 12: This may not be a court order: it looks like a brief" in told
    )
    assert "orders correct orders/brief.txt --public --by" in told
    assert list_published(tmp_path, parties) == {"order"}

    checked = run("check", "--json", cwd=tmp_path)
    assert checked.returncode == ExitCode.FINDINGS
    report = json.loads(checked.stdout)
    assert (report["orders"], report["held_back"]) == (1, 2)
    assert "1 order, 2 held back, " in run("check", cwd=tmp_path).stdout
    commands = {one["path"]: one["command"] for one in report["findings"]}
    half = run("correct", "orders/brief.txt", "--set", "title=Brief", cwd=tmp_path)
    assert "It is not published until you say so." in half.stderr

    said = run(
        *shlex.split(
            commands["brief.txt"]
            .replace("YOUR NAME", "A. Librarian")
            .replace("YOUR REASON", "Asked for")
        )[1:],
        cwd=tmp_path,
    )
    assert (said.returncode, said.stderr) == (ExitCode.OK, "")
    said = run("correct", "orders/motion.txt", "--set", "is_order=true", cwd=tmp_path)
    assert (said.returncode, said.stderr) == (ExitCode.OK, "")
    succeed("build", "--quiet", cwd=tmp_path)
    assert list_published(tmp_path, parties) == set(parties)
    (page,) = (tmp_path / "site/orders").rglob("*brief*/index.html")
    assert "It does not look like a decision of a court (it looks like a brief" in page.read_text()
    listed = (tmp_path / "site/orders.csv").read_text()
    assert "Oakhurst Dairy" in listed
    assert "Fenwick Tannery" not in listed


def list_published(home: Path, parties: dict[str, str]) -> set[str]:
    """The papers of which any file of the site says anything."""
    texts = [text.text.casefold() for text in list_site_texts(home / "site")]
    return {name for name, one in parties.items() if any(one.casefold() in text for text in texts)}
