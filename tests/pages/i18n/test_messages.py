"""Files of words are read strictly, and a mistake is named by its message."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from build_scripts.pages.i18n import (
    UnknownMessageError,
    current_interface,
    format_number,
    read_english,
    set_interface,
    speaking,
    t,
    translate,
)
from build_scripts.pages.i18n.messages import BadMessagesError, read_messages
from build_scripts.problems import ArchiveError
from build_scripts.site.settings import read_interface
from tests.tables import each_row

POLISH = """
[numbers]
thousands = "\u00a0"
[counts]
orders = { one = "{count} orzeczenie", few = "{count} orzeczenia", many = "{count} orzeczeń", other = "{count} orzeczenia" }
"""


def test_english_says_numbers_plurals_and_places() -> None:
    assert t("counts.orders", count=1) == "1 order"
    assert t("counts.orders", count=1204) == "1,204 orders"
    assert t("lists.page", title="Cases", number=2) == "Cases, page 2"


def test_a_value_is_not_read_as_a_message() -> None:
    assert t("lists.page", title="{number}", number=2) == "{number}, page 2"


def test_another_language_has_its_own_plurals_and_falls_back_to_english() -> None:
    polish = translate("pl", POLISH)
    with speaking(polish):
        said = [t("counts.orders", count=number) for number in (1, 2, 5, 22, 1204)]
        assert t("home.title") == "Court orders"
        assert format_number(1204) == "1\u00a0204"
    assert said == [
        "1 orzeczenie",
        "2 orzeczenia",
        "5 orzeczeń",
        "22 orzeczenia",
        "1\u00a0204 orzeczenia",
    ]
    assert len(polish.untranslated) == len(polish.messages) - 2
    assert t("counts.orders", count=2) == "2 orders"  # nothing is left of it


@pytest.mark.parametrize(
    ("key", "values"), [("counts.nothing", {}), ("lists.page", {"title": "Cases"})]
)
def test_what_the_interface_lacks_fails_loudly(key: str, values: dict[str, str]) -> None:
    with pytest.raises(UnknownMessageError, match=r"lists\.page|counts\.nothing"):
        t(key, **values)


@each_row()
def test_a_bad_file_says_which_message_is_wrong(text: str, wrong: str) -> None:
    with pytest.raises(BadMessagesError, match=wrong):
        translate("de", text)


def test_an_owner_adds_a_file_and_a_mistake_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"theme\.language: .*'pl'.* There are: en\."):
        read_interface(tmp_path, "pl")
    (tmp_path / "interface").mkdir()
    (tmp_path / "interface/pl.toml").write_text(POLISH, "utf-8")
    assert read_interface(tmp_path, "pl").language == "pl"
    with pytest.raises(ArchiveError, match="There are: en, pl"):
        read_interface(tmp_path, "de")
    (tmp_path / "interface/qqq.toml").write_text(POLISH, "utf-8")
    with pytest.raises(ArchiveError, match=r"'qqq' is no code of a language"):
        read_interface(tmp_path, "qqq")
    (tmp_path / "interface/de.toml").write_text("[lists]\nnever = 'x'", "utf-8")
    with pytest.raises(ArchiveError, match=r"de\.toml: lists\.never"):
        read_interface(tmp_path, "de")
    (tmp_path / "interface/fr.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ArchiveError, match=r"fr\.toml"):
        read_interface(tmp_path, "fr")


def test_an_owner_may_say_the_english_words_otherwise(tmp_path: Path) -> None:
    (tmp_path / "interface").mkdir()
    (tmp_path / "interface/en.toml").write_text('[home]\ntitle = "Rulings"', "utf-8")
    with speaking(read_interface(tmp_path, "en")):
        assert t("home.title") == "Rulings"
        assert t("home.browse") == "Browse"


def _count_orders(number: int) -> str:
    return t("counts.orders", count=number)


def test_worker_processes_are_given_the_words() -> None:
    polish = translate("pl", POLISH)
    with ProcessPoolExecutor(1, initializer=set_interface, initargs=(polish,)) as pool:
        assert list(pool.map(_count_orders, (1, 5))) == ["1 orzeczenie", "5 orzeczeń"]
    assert current_interface() is read_english()


def test_the_english_file_is_read_as_any_other() -> None:
    assert len(read_messages('[a]\nb = "c"')) == 1
    assert len(read_english().messages) > 400
