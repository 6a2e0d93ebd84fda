"""`orders verify` and the log of publications: what each attack on a copy of a site is called.

Each attack writes the site's SHA256SUMS anew, as who can change a site's files can.
"""

import gzip
import json
import re
import shutil
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from build_scripts.cli.init import begin_archive
from build_scripts.extensions.proving import check_order
from build_scripts.model.publication_log import cut_tiles, find_root, hash_leaf, join_digests
from build_scripts.problems import ExitCode
from build_scripts.site.data.publication import read_state, write_state
from build_scripts.site.database_file import digest_folder
from build_scripts.site.manifest import hash_site, read_made_from, write_manifest
from tests.commands import run, succeed
from tests.made_once import make_once
from tests.model.test_publication_log import prove
from tests.short_orders import write_orders

pytestmark = pytest.mark.build

LOG, CHECKPOINT = "publication_log.csv", "publication_checkpoint.txt"
SECRET = "078-05-1120"  # the number that a card in wallets once showed


def build(home: Path, day: int) -> None:
    epoch = {"SOURCE_DATE_EPOCH": str(1_900_000_000 + 86_400 * day)}
    succeed("build", "--quiet", "-j1", cwd=home, env=epoch)


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose log has three lines, with `earlier`, its site when it had two: an order was
    corrected, then one withheld."""
    return make_once(tmp_path_factory, "past", _build_past)


def _build_past(home: Path) -> None:
    begin_archive(home, "Ours", "https://ours.example/orders/")
    write_orders(home / "orders", 0, 5)
    masked = home / "orders/00004.txt"
    masked.write_text(masked.read_text().replace("Defendant moves.", f"Number {SECRET}. It moves."))
    build(home, 0)
    (home / "orders/00001.txt.yml").write_text("fields: {title: Order of Denial}\n")
    build(home, 1)
    shutil.copytree(home / "site", home / "earlier")
    (home / "orders/00003.txt.yml").write_text("withhold: {what: order}\n")
    build(home, 2)


@pytest.fixture
def home(past: Path, tmp_path: Path) -> Path:
    shutil.copytree(past, tmp_path / "archive")
    return tmp_path / "archive"


def read_log(site: Path) -> list[str]:
    return (site / LOG).read_text().splitlines(keepends=True)


def write_log(site: Path, lines: list[str]) -> None:
    (site / LOG).write_text("".join(lines))


def list_data(site: Path) -> list[Path]:
    return sorted(site.glob("orders/*/*/*/order.json"))


def list_addresses(site: Path) -> list[str]:
    """Return the addresses of all orders, withheld ones too."""
    places = (*list_data(site), find_notice(site))
    return [place.parent.relative_to(site).as_posix() for place in places]


def change_data(site: Path, place: int, change: Callable[[dict[str, Any]], object]) -> str:
    data = list_data(site)[place]
    order = json.loads(data.read_bytes())
    change(order)
    data.write_text(json.dumps(order))
    return str(order["address"])


def remove_a_line(site: Path) -> str:
    head, first, _, last = read_log(site)
    write_log(site, [head, first, last])
    return "line 2: its number is 3: a line was removed or moved"


def swap_two_lines(site: Path) -> str:
    head, first, second, last = read_log(site)
    write_log(site, [head, second, first, last])
    return "line 1: its number is 2: a line was removed or moved"


def change_a_line(site: Path) -> str:
    lines = read_log(site)
    write_log(site, [one.replace(",5,0,", ",6,0,") for one in lines])
    return "line 2: it does not follow from the line before"


def remove_the_last_line(site: Path) -> str:
    write_log(site, read_log(site)[:-1])
    return "are not those of line 2 of the log"


def turn_days_back(site: Path) -> str:
    """The whole chain is made anew."""
    rows = [line.rstrip("\n").split(",") for line in read_log(site)]
    before = ""
    for number, row in enumerate(rows[1:]):
        row[1], row[5] = f"2030-03-{20 - number}", before
        before = sha256(f"{','.join(row)}\n".encode()).hexdigest()
    write_log(site, [f"{','.join(row)}\n" for row in rows])
    return "line 2: its day, 2030-03-19, is before that of the line before"


def remove_the_log(site: Path) -> str:
    (site / LOG).unlink()
    return "the site has no publication_log.csv"


def damage_the_log(site: Path) -> str:
    (site / LOG).write_bytes(b"\xff\n")
    return "publication_log.csv can't be read"


def change_the_checkpoint(site: Path) -> str:
    (site / CHECKPOINT).write_text(f"ours.example/orders\n3\n{'A' * 43}=\n")
    return "its first 3 lines are not those of a checkpoint: it was made anew"


def change_a_fact(site: Path) -> str:
    address = change_data(site, 0, lambda order: order.update(title="Order of Dismissal"))
    return f"{address}: its words, facts or file are not those of line 3"


def change_a_ruling(site: Path) -> str:
    address = change_data(site, 0, lambda order: order["rulings"][0].update(outcome="granted"))
    return f"{address}: its words, facts or file are not those of line 3"


def hide_a_correction(site: Path) -> str:
    change_data(site, 1, lambda order: order.update(correction=None))
    return "its words, facts or file are not those of line 3"


def change_a_word(site: Path) -> str:
    change_data(site, 0, lambda order: order.update(text=order["text"] + " not"))
    return "its words, facts or file are not those of line 3"


def remove_a_proof(site: Path) -> str:
    change_data(site, 0, lambda order: order.pop("publication"))
    return "its data have no proof"


def remove_the_tree(site: Path) -> str:
    shutil.rmtree(site / "publication_tree")
    return "its data have no proof"


def change_a_leaf(site: Path) -> str:
    place = site / "publication_tree/0.bin"
    place.write_bytes(bytes(32) + place.read_bytes()[32:])
    return "publication_tree: 0.bin does not have the root that is said of it"


def make_the_tree_anew(site: Path) -> str:
    """For another fact, with a root that fits."""
    change_a_fact(site)
    leaves = {}
    for place in (*list_data(site), find_notice(site)):
        state = read_state(json.loads(place.read_bytes()))
        leaves[state["address"]] = write_state(state)
    (tile,) = cut_tiles(leaves)
    (site / "publication_tree/0.bin").write_bytes(b"".join(tile.digests))
    roots = site / "publication_tree/roots.csv"
    roots.write_text(f"first,root\n{tile.first},{tile.root.hex()}\n")
    return "its words, facts or file are not those of line 3"


def damage_the_roots(site: Path) -> str:
    (site / "publication_tree/roots.csv").write_text("first,root\nno root\n")
    return "publication_tree: "


def replace_an_original(site: Path) -> str:
    original = next(site.glob("orders/*/*/*/original.txt"))
    original.write_text("Another order.\n")
    return "its original is not the one of the log"


def replace_a_masked_original(site: Path) -> str:
    (original,) = (one for one in site.glob("orders/*/*/*/original.txt") if "█" in one.read_text())
    original.write_text("Another order.\n")
    return "its original is not the one of the log"


def replace_an_original_and_its_digest(site: Path) -> str:
    place = list_data(site)[0]
    data = b"Another order.\n"
    (place.parent / "original.txt").write_bytes(data)
    digest = sha256(data).hexdigest()
    change_data(site, 0, lambda order: order["publication"].update(original=digest))
    return "its words, facts or file are not those of line 3"


def take_the_proof_of_another_order(site: Path) -> str:
    other = json.loads(list_data(site)[1].read_bytes())["publication"]
    change_data(site, 0, lambda order: order.update(publication=other))
    return "its words, facts or file are not those of line 3"


def take_all_of_another_order(site: Path) -> str:
    shutil.copy(list_data(site)[1], list_data(site)[0])
    return "its data and its proof are those of another order"


def nest_a_fact_deeply(site: Path) -> str:
    place = list_data(site)[0]
    text = place.read_text()
    place.write_text(text.replace('"is_order":true', f'"is_order":{"[" * 3000}{"]" * 3000}'))
    return "its data have no proof" if place.read_text() != text else "nothing was nested"


def lose_lines_at_home(site: Path) -> str:
    own = site.parent / LOG
    own.write_text("".join(own.read_text().splitlines(keepends=True)[:-1]))
    return "it has 3 lines, the archive's own 2: fetch the others back"


def remove_an_order(site: Path) -> str:
    shutil.rmtree(list_data(site)[0].parent)
    return "line 3 counts 4 orders and 1 withheld ones, 4 are here in all"


def find_notice(site: Path) -> Path:
    (place,) = site.glob("orders/*/*/*/withheld.json")
    return place


def change_a_notice(site: Path) -> str:
    place = find_notice(site)
    notice = json.loads(place.read_bytes())
    notice["withheld"]["reason"] = "the parties asked for it"
    place.write_text(json.dumps(notice))
    return f"{notice['address']}: its words, facts or file are not those of line 3"


def remove_a_notice(site: Path) -> str:
    find_notice(site).unlink()
    return "line 3 counts 4 orders and 1 withheld ones, 4 are here in all"


def withhold_without_a_line(site: Path) -> str:
    """Who can change the site puts the notice of another order in an order's place."""
    place = list_data(site)[0]
    address = place.parent.relative_to(site).as_posix()
    notice = {**json.loads(find_notice(site).read_bytes()), "address": address}
    place.with_name("withheld.json").write_text(json.dumps(notice))
    place.unlink()
    return f"{address}: its words, facts or file are not those of line 3"


def roll_the_site_back(site: Path) -> str:
    shutil.rmtree(site)
    shutil.copytree(site.parent / "earlier", site)
    return "it ends with line 2, the archive's own with 3: an older site"


def make_the_log_anew(site: Path) -> str:
    """By another build of the same orders, which knows nothing of the log."""
    home = site.parent
    kept = (home / LOG).read_bytes()
    (home / LOG).unlink()
    build(home, 9)
    (home / LOG).write_bytes(kept)
    return "its lines are not those of the archive's own log: one of the two was made anew"


ATTACKS = (
    *(remove_a_line, swap_two_lines, change_a_line, remove_the_last_line, turn_days_back),
    *(remove_the_log, damage_the_log, change_the_checkpoint),
    *(change_a_fact, change_a_ruling, hide_a_correction, change_a_word, remove_a_proof),
    *(replace_an_original, replace_a_masked_original, replace_an_original_and_its_digest),
    *(take_the_proof_of_another_order, take_all_of_another_order, remove_an_order),
    *(remove_the_tree, change_a_leaf, make_the_tree_anew, damage_the_roots),
    *(nest_a_fact_deeply, lose_lines_at_home),
    *(change_a_notice, remove_a_notice, withhold_without_a_line),
    *(roll_the_site_back, make_the_log_anew),
)


def verify(home: Path, *options: str) -> tuple[int, list[str]]:
    ended = run("verify", "site", "--json", *options, cwd=home)
    found = json.loads(ended.stdout)
    assert not any(found["files"][kind] for kind in ("missing", "changed", "added"))
    return ended.returncode, found["publication"]["faults"]


def test_a_whole_site_has_no_faults(home: Path) -> None:
    assert verify(home) == (ExitCode.OK, [])
    said = run("verify", "site", cwd=home).stdout
    assert "5 orders proved by the log of publications, line 3 of 2030-03-19." in said
    counts = [line.split(",")[2:4] for line in read_log(home / "site")[1:]]
    assert counts == [["5", "0"], ["5", "0"], ["4", "1"]]


@pytest.mark.parametrize("attack", ATTACKS)
def test_each_attack_is_named(home: Path, attack: Callable[[Path], str]) -> None:
    site = home / "site"
    expected = attack(site)
    write_manifest(site, read_made_from(site), {}, hash_site(site))
    code, faults = verify(home)
    assert code == ExitCode.FINDINGS
    assert any(expected in fault for fault in faults), faults
    said = run("verify", "site", cwd=home).stdout
    assert f"\nlog: {faults[0]}\n" in f"\n{said}"
    assert said.endswith("The site differs.\n")


@pytest.mark.parametrize(
    ("attack", "said"),
    [
        (None, ""),
        (roll_the_site_back, "it has 2 lines, a checkpoint 3: lines are missing"),
        (make_the_log_anew, "it has 1 lines, a checkpoint 3"),
        (turn_days_back, "its first 3 lines are not those of a checkpoint: it was made anew"),
    ],
)
def test_who_kept_a_checkpoint_needs_no_archive(
    home: Path, tmp_path: Path, attack: Callable[[Path], str] | None, said: str
) -> None:
    shutil.copy(home / "site" / CHECKPOINT, tmp_path / "kept.txt")
    if attack:
        attack(home / "site")
        write_manifest(home / "site", {}, {}, hash_site(home / "site"))
    shutil.copytree(home / "site", tmp_path / "reader/site")
    code, faults = verify(tmp_path / "reader", "--checkpoint", "../kept.txt")
    assert code == (ExitCode.FINDINGS if attack else ExitCode.OK)
    assert any(said in fault for fault in faults) or not attack


def test_a_checkpoint_of_an_earlier_day_is_continued(home: Path) -> None:
    assert verify(home, "--checkpoint", f"earlier/{CHECKPOINT}") == (ExitCode.OK, [])
    refused = run("verify", "site", "--checkpoint", "mkdocs.yml", cwd=home)
    assert refused.returncode == ExitCode.BAD_INPUT
    assert "mkdocs.yml can't be used as a checkpoint" in refused.stderr


def test_a_build_that_changes_no_order_adds_no_line(home: Path) -> None:
    before = hash_site(home / "site"), (home / LOG).read_bytes()
    shutil.rmtree(home / ".cache")
    build(home, 30)
    assert (hash_site(home / "site"), (home / LOG).read_bytes()) == before


def test_a_day_is_never_before_that_of_the_line_before(home: Path) -> None:
    (home / "orders/00001.txt.yml").unlink()
    build(home, -100)
    assert [line.split(",")[1] for line in read_log(home / "site")[-2:]] == ["2030-03-19"] * 2
    assert verify(home) == (ExitCode.OK, [])


def test_a_takedown_leaves_a_leaf_that_has_nothing_of_the_order(home: Path) -> None:
    notice = json.loads(find_notice(home / "site").read_bytes())
    assert notice["withheld"] == {"reason": "", "by": "", "date": None, "court": "",
                                  "docket_number": "", "day": None}  # fmt: skip
    assert (notice["text"], notice["publication"]["original"]) == ("", "")
    assert notice["url"] == f"https://ours.example/orders/{notice['address']}/"
    gone = json.loads((home / "earlier" / notice["address"] / "order.json").read_bytes())
    for member in ("original", "salt"):
        assert notice["publication"][member] != gone["publication"][member]
    (home / "orders/00003.txt.yml").write_text("withhold: {what: order, reason: a minor's name}\n")
    build(home, 3)
    assert len(read_log(home / "site")) == 1 + 4
    assert verify(home) == (ExitCode.OK, [])


def test_the_program_of_a_certificate_counts_the_leaves_of_withheld_orders(home: Path) -> None:
    site = home / "site"
    log = [
        str(site / name) for name in (LOG, "publication_tree/roots.csv", "publication_tree/0.bin")
    ]
    for place in (*list_data(site), find_notice(site)):
        assert check_order.main(str(place), *log) == ""
        place.write_text(place.read_text().replace('"text":"', '"text":"not '))
        assert check_order.main(str(place), *log) == "this is not the order of line 3 of the log"


@pytest.mark.parametrize("attack", [None, change_a_fact, remove_an_order])
def test_a_site_of_version_0_2_is_checked_too(
    home: Path, attack: Callable[[Path], str] | None
) -> None:
    """Each order had its proof in its data, and the leaves of withheld orders were the last."""
    site = home / "site"
    data = [*list_data(site), find_notice(site)]
    leaves = [write_state(read_state(json.loads(place.read_bytes()))) for place in data]
    for number, place in enumerate(data):
        order = json.loads(place.read_bytes())
        proof = b64encode(prove(leaves, number)).decode()
        order["publication"] |= {"place": number, "proof": proof}
        place.write_text(json.dumps(order))
    shutil.rmtree(site / "publication_tree")
    root = join_digests([hash_leaf(leaf) for leaf in leaves]).hex()
    for log in (site / LOG, home / LOG):
        *lines, last = log.read_text().splitlines(keepends=True)
        log.write_text("".join([*lines, last.replace(last.split(",")[4], root)]))
    (site / CHECKPOINT).unlink()
    said = attack(site) if attack else ""
    write_manifest(site, read_made_from(site), {}, hash_site(site))
    code, faults = verify(home)
    assert code == (ExitCode.FINDINGS if attack else ExitCode.OK)
    assert [said in fault for fault in faults] == [True] * bool(attack)


def test_a_log_without_leaves_of_withheld_orders_is_continued(home: Path) -> None:
    """As builds of earlier days wrote it: the next build adds a line."""
    own = home / LOG
    *lines, last = own.read_text().splitlines(keepends=True)
    cells = last.split(",")
    cells[4] = "ab" * 32
    own.write_text("".join([*lines, ",".join(cells)]))
    build(home, 3)
    assert [line.split(",")[2:4] for line in read_log(home / "site")[3:]] == [["4", "1"]] * 2
    assert verify(home) == (ExitCode.OK, [])


def begin_with_number(folder: Path) -> Path:
    """Begin an archive of one order, in which a private number stands."""
    home = folder / "archive"
    begin_archive(home, "Ours")
    write_orders(home / "orders", 0, 1)
    order = home / "orders/00000.txt"
    order.write_text(order.read_text().replace("Defendant moves.", f"Number {SECRET}. It moves."))
    return home


def test_what_was_masked_can_not_be_guessed_from_the_log(tmp_path: Path) -> None:
    """Who has the site after a takedown, the log, and the words themselves to try."""
    home = begin_with_number(tmp_path)
    (home / "orders/00000.txt.yml").write_text(f"allow: {{words: {SECRET}}}\n")
    build(home, 0)
    (open_data,) = list_data(home / "site")
    before = json.loads(open_data.read_bytes())
    assert SECRET in before["text"]
    (home / "orders/00000.txt.yml").unlink()
    build(home, 1)
    after = json.loads(open_data.read_bytes())
    assert SECRET not in after["text"]
    assert after["publication"]["salt"] != before["publication"]["salt"]
    _, first, _ = read_log(home / "site")
    key = (home / LOG).read_text().rstrip("\n").rpartition(",")[2]
    texts = [path.read_bytes() for path in (home / "site").rglob("*") if path.is_file()]
    assert not any(key.encode() in text for text in texts)
    tried = {**before, "publication": after["publication"] | {"original": ""}}
    for original in ("", before["publication"]["original"]):
        tried["publication"]["original"] = original
        root = find_root(write_state(read_state(tried)), 0, 1, b"")
        assert root is not None
        assert root.hex() not in first
    assert hash_leaf(write_state(read_state(before))).hex() in first  # with its salt


def test_a_compact_archive_has_the_same_proofs(home: Path) -> None:
    settings = (home / "mkdocs.yml").read_text()
    (home / "mkdocs.yml").write_text(
        settings.replace("format: 2", "format: 2\n      compact: true")
    )
    build(home, 3)
    assert len(read_log(home / "site")) == 1 + 3
    assert list(home.glob("site/orders/*/*.json"))
    assert verify(home) == (ExitCode.OK, [])


def test_the_recipe_of_the_manual_needs_python_alone(home: Path) -> None:
    """What docs/verifying.md says of a leaf and a line, done by hand."""
    site = home / "site"
    data = list_data(site)[0]
    order = json.loads(data.read_bytes())
    facts = re.search(r'"url":.*?,("is_order".*?"correction":(?:null|\{.*?\})),', data.read_text())
    assert facts
    plain = re.sub(r'"confidence":[^,}]*,', "", f"{{{facts[1]}}}")
    proof = order["publication"]
    leaf = json.dumps(
        {
            "address": order["address"],
            "original": sha256((data.parent / "original.txt").read_bytes()).hexdigest(),
            "words": sha256(order["text"].encode()).hexdigest(),
            "facts": sha256(plain.encode()).hexdigest(),
            "salt": proof["salt"],
        },
        separators=(",", ":"),
    )
    tile = (site / "publication_tree/0.bin").read_bytes()
    level = [tile[start : start + 32] for start in range(0, len(tile), 32)]
    assert sha256(b"\0" + leaf.encode()).digest() in level
    while len(level) > 1:  # five leaves: the last is alone twice
        pairs = [level[start : start + 2] for start in range(0, len(level), 2)]
        hashed = [sha256(b"\1" + b"".join(pair)).digest() for pair in pairs]
        level = [*hashed[: len(level) // 2], *level[len(level) & ~1 :]]
    roots = (site / "publication_tree/roots.csv").read_text().splitlines()
    first = min(sha256(address.encode()).hexdigest() for address in list_addresses(site))
    assert roots == ["first,root", f"{first},{level[0].hex()}"]
    *_, second, last = read_log(site)
    assert last.split(",")[4] == level[0].hex()
    assert last.rstrip("\n").split(",")[5] == sha256(second.encode()).hexdigest()


def test_no_digest_tells_a_masked_number(tmp_path: Path) -> None:
    """Who has all other bytes could try every number, were a digest of the raw file published."""
    home = begin_with_number(tmp_path)
    order = home / "orders/00000.txt"
    build(home, 0)
    raw = sha256(order.read_bytes()).hexdigest()
    told = {raw, digest_folder(home / "orders"), digest_folder(home / "orders", {order.name: raw})}
    texts = [
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for path in (home / "site").rglob("*")
        if path.is_file()
    ]
    assert sum(b". It moves." in text for text in texts) > 2
    assert not any(digest.encode() in text for digest in told for text in texts)
    assert verify(home) == (ExitCode.OK, [])
    assert "changed since the build" not in run("verify", "site", cwd=home).stdout
