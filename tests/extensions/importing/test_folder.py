"""A drop folder is imported once: nothing lost, nothing twice, and each refusal told."""

import io
import zipfile
from pathlib import Path

import pytest

from build_scripts import api
from build_scripts.extensions.importing.folder import list_folder
from build_scripts.extensions.importing.recap import list_recap
from tests.extensions.importing.conftest import DAY, Home
from tests.extensions.importing.papers import LOGIN, MOTION, write_order, write_pdf

PLACE = "cand/3-31-cv-00123"


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """Two orders, one of them in a ZIP too, a motion, a web page, an empty file."""
    folder = tmp_path / "drop"
    (folder / "deep").mkdir(parents=True)
    (folder / "order.txt").write_bytes(write_order())
    (folder / "deep/order.txt").write_bytes(write_order(day=5))
    (folder / "motion.txt").write_text(MOTION)
    (folder / "login.pdf").write_bytes(LOGIN)
    (folder / "empty.txt").touch()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as bundle:
        bundle.writestr("a.pdf", write_pdf(write_order(124)))
        bundle.writestr("b.txt", write_order())
        bundle.writestr("../leads-out.txt", write_order(125))
    (folder / "bundle.zip").write_bytes(held.getvalue())
    return folder


def test_a_folder_is_imported_once(home: Home, drop: Path) -> None:
    report = home.run(lambda *_: list_folder(drop))
    assert {path.split("/")[-1] for path in report.added} == {"a.pdf", "b.txt", "order.txt"}
    told = " ".join(why for _, why in report.skipped)
    for why in ("already, as", "may not be a court order", "Example Login", "empty", "leads out"):
        assert why in told
    assert len(report.skipped) == 5
    origin = home.read_origin(report.added[0])
    assert (origin.service, origin.fetched) == ("folder", DAY)
    before = home.list_files()
    again = home.run(lambda *_: list_folder(drop))
    assert again.added == []
    assert again.known == 3
    assert home.list_files() == before


def test_a_dry_run_tells_the_same_and_writes_nothing(home: Home, drop: Path) -> None:
    before = home.list_files()
    dry = home.run(lambda *_: list_folder(drop), dry=True)
    assert home.list_files() == before == []
    report = home.run(lambda *_: list_folder(drop))
    assert dry.added == report.added
    assert len(dry.skipped) >= len(report.skipped) - 1  # what is in it twice, is added first


def test_a_name_that_is_taken_gets_another(home: Home, tmp_path: Path) -> None:
    for number, day in enumerate((4, 5)):
        (tmp_path / f"drop/{number}").mkdir(parents=True)
        (tmp_path / f"drop/{number}/order.txt").write_bytes(write_order(day=day))
    report = home.run(lambda *_: list_folder(tmp_path / "drop"))
    assert report.added[0] == f"{PLACE}/order.txt"
    assert report.added[1].startswith(f"{PLACE}/order-")


def test_nothing_is_taken_of_an_archive_but_its_orders(home: Home, tmp_path: Path) -> None:
    """A folder above it may be named, with the site that was built of its orders."""
    above = tmp_path / "above"
    for made in ("archive/orders/order.txt", "site/order.txt", "other/order.txt", "mine.txt"):
        (above / made).parent.mkdir(parents=True, exist_ok=True)
        (above / made).write_bytes(write_order(day=len(made)))
    (above / "archive/mkdocs.yml").write_text("plugins: [orders-archive]\n")
    (above / "site/corrections.schema.json").write_text("{}")
    (above / "other/mkdocs.yml").write_text("site_name: of another program\n")
    report = home.run(lambda *_: list_folder(above))
    assert {Path(path).name for path in report.added} == {"mine.txt", "order.txt"}
    assert [key for key, _ in report.skipped] == [str(above / made) for made in ("archive", "site")]
    assert home.run(lambda *_: list_folder(above / "archive")).added == []
    assert len(home.run(lambda *_: list_folder(above / "archive/orders")).added) == 1


def test_corrections_and_sources_go_with_their_file(home: Home, tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "motion.txt").write_text(MOTION)
    (drop / "motion.txt.yml").write_text("fields: {is_order: true}\n")
    (drop / "motion.txt.source.json").write_text(
        '{"sources": [{"service": "A Library", "id": "7", "fetched": "2030-01-01"}]}'
    )
    (added,) = home.run(lambda *_: list_folder(drop)).added
    assert (home.orders / f"{added}.yml").read_text() == "fields: {is_order: true}\n"
    origin = home.read_origin(added)
    assert (origin.service, origin.id, origin.fetched) == ("A Library", "7", "2030-01-01")


def test_corrections_that_are_not_taken_are_named(home: Home, tmp_path: Path) -> None:
    """Of two archives that are joined: the other one may withhold what this one publishes."""
    (tmp_path / "drop").mkdir()
    (tmp_path / "drop/a.txt").write_bytes(write_order())
    home.run(lambda *_: list_folder(tmp_path / "drop"))
    (tmp_path / "other").mkdir()
    (tmp_path / "other/b.txt").write_bytes(write_order())
    (tmp_path / "other/b.txt.yml").write_text("withhold: {what: order, reason: sealed}\n")
    ((_, why),) = home.run(lambda *_: list_folder(tmp_path / "other"), again=True).skipped
    assert "already, as" in why
    assert why.endswith("differ from those there, and were not taken")


def test_what_was_refused_is_taken_anew_when_asked(home: Home, tmp_path: Path) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "motion.txt").write_text(MOTION)
    assert len(home.run(lambda *_: list_folder(drop)).skipped) == 1
    settled = home.run(lambda *_: list_folder(drop))
    assert (settled.refused_before, settled.skipped) == (1, [])
    forced = home.run(lambda *_: list_folder(drop), again=True, any_paper=True)
    assert forced.added == [f"{PLACE}/motion.txt"]


def test_a_file_that_is_there_without_its_source_gets_it(home: Home, tmp_path: Path) -> None:
    """Where there is more to say than that it lay in a folder."""
    (home.orders / "kept.pdf").write_bytes(write_pdf(write_order()))
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "gov.uscourts.cand.777.45.0.pdf").write_bytes(write_pdf(write_order()))
    assert home.run(lambda *_: list_folder(drop)).added == []
    assert not (home.orders / "kept.pdf.source.json").exists()
    assert home.run(lambda *_: list_recap(drop)).added == []
    assert home.read_origin("kept.pdf").says.document_number == "45"
    assert home.run(lambda *_: list_recap(drop)).known == 1


def test_a_program_that_fails_on_a_file_goes_on(
    home: Home, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = api.place_order

    def fail_on_pdf(folder: Path, raw: api.RawOrder, *more: object, **named: bool) -> str:
        if raw.path.endswith(".pdf"):
            raise ZeroDivisionError("an order without pages")
        return place(folder, raw, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(api, "place_order", fail_on_pdf)
    report = home.run(lambda *_: list_folder(drop))
    assert len(report.added) == 2
    assert any("ZeroDivisionError" in why for _, why in report.skipped)


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", [1, 2, 3, 4, 5, 6])
def test_an_interrupted_run_goes_on(
    fault: BaseException, at: int, home: Home, drop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever a write fails: what stands there is whole, and the next run adds the rest."""
    from build_scripts.archive.storage import new_orders, provenance_files
    from build_scripts.archive.storage.atomic import write_atomically

    writes = []

    def fail_once(path: Path, data: bytes) -> None:
        writes.append(path)
        if len(writes) == at:
            raise fault
        write_atomically(path, data)

    with monkeypatch.context() as patch:
        for module in (new_orders, provenance_files):
            patch.setattr(module, "write_atomically", fail_once)
        with pytest.raises(type(fault)):
            home.run(lambda *_: list_folder(drop))
    assert not [name for name in home.list_files() if "/." in name]
    home.run(lambda *_: list_folder(drop))
    orders = [name for name in home.list_files() if name.startswith("orders/")]
    assert len([name for name in orders if name.endswith((".txt", ".pdf"))]) == 3
    assert len([name for name in orders if name.endswith(".source.json")]) == 3
